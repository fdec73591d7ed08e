//! Findings with an excerpt of the file, in the manner of rustc. The only user of the snippet printer.
//!
//! Only the lines around a place are handed to the printer, which otherwise walks the whole file for each finding.

use std::collections::HashMap;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Level as Title, Origin, Renderer, Snippet};

use super::secret::concealed;
use super::{Cell, Diagnostic, Label, Level, Located, visible};
use crate::model::text::Language;
use crate::place::Span;
use crate::say;
use crate::source::{Landmark, SourceId, Sources, position};

/// How findings are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// With terminal colours.
    pub colour: bool,
    /// Columns of the terminal, at which long lines are cut.
    pub width: usize,
}

/// An excerpt longer than this is cut: a cell may hold a page of text.
const LONGEST_PLACE: usize = 400;

/// So much of a long line behind its place is handed to the printer.
const BEHIND_PLACE: usize = 1000;

/// Two places of a file farther apart than this many bytes have an excerpt each.
const FARTHEST: usize = 10_000;

/// The findings, a blank line after each.
pub fn render(findings: &[Located], sources: &Sources, language: Language, style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() }.term_width(style.width);
    let mut lines: HashMap<SourceId, Vec<Landmark>> = HashMap::new();
    let sources = &*concealed(findings, sources);
    let mut out = String::new();
    for located in findings {
        out.push_str(&one(located, sources, &mut lines, language, &renderer));
        out.push_str("\n\n");
    }
    out
}

fn one(located: &Located, sources: &Sources, lines: &mut HashMap<SourceId, Vec<Landmark>>, language: Language, renderer: &Renderer) -> String {
    let finding = &located.diagnostic;
    let title = match finding.level {
        Level::Error => Title::ERROR,
        Level::Warning => Title::WARNING,
        Level::Note => Title::NOTE,
    };
    let (note, help) = if language == Language::KA { ("რატომ", "რა უნდა გააკეთოთ") } else { ("note", "help") };
    let mut group = title
        .with_name(finding.level.word(language))
        .primary_title(visible(finding.message.get(language)))
        .id(finding.check)
        .elements(sheet(located, sources, language))
        .element(place(finding, located, sources, lines, language));
    for (at, span) in located.others.iter().enumerate().filter(|(_, span)| !together(span, &located.span)) {
        let label = label(located.other_cells.get(at), finding.others.get(at), language);
        group = group.element(excerpt(span, sources, lines, &[(AnnotationKind::Context, span.bytes.clone(), label)]));
    }
    let notes = finding.notes.iter().map(|text| Title::NOTE.with_name(note).message(visible(text.get(language))));
    let helps = finding.help.iter().map(|text| Title::HELP.with_name(help).message(visible(text.get(language))));
    group = group.elements(notes.chain(helps));
    let text = renderer.render(&[group]);
    if !sources.get(located.span.source).is_workbook() {
        return text;
    }
    // The printer marks an excerpt without a path of its own.
    let lines: Vec<&str> = text.lines().filter(|line| line.trim() != ":::").collect();
    lines.join("\n")
}

/// The place in a workbook, which has no lines: `moia.xlsx, sheet "Report", cell D3`.
fn sheet<'a>(located: &Located, sources: &Sources, language: Language) -> Option<Element<'a>> {
    let source = sources.get(located.span.source);
    let sheet = source.table.as_ref()?.sheet.as_ref()?;
    let cell = located.cell.as_ref()?;
    let (path, name) = (&source.path, &sheet.name);
    let at = match cell.address() {
        Some(address) => say!("{path}, sheet \"{name}\", cell {address}", "{path}, ფურცელი „{name}“, უჯრა {address}"),
        None => say!("{path}, sheet \"{name}\", row {row}", "{path}, ფურცელი „{name}“, სტრიქონი {row}", row = cell.row),
    };
    Some(Origin::path(at.get(language).to_owned()).into())
}

/// Whether two places are shown in one excerpt; far apart, all lines between them would be walked for each finding.
fn together(one: &Span, other: &Span) -> bool {
    one.source == other.source && one.bytes.start.abs_diff(other.bytes.start) <= FARTHEST
}

/// The fact at a place; in a table behind the cell's row and column.
fn label(cell: Option<&Option<Cell>>, label: Option<&Label>, language: Language) -> String {
    let fact = label.map(|label| label.text.get(language)).unwrap_or_default();
    match cell.and_then(Option::as_ref).map(Cell::in_words) {
        None => fact.to_owned(),
        Some(at) if fact.is_empty() => at.get(language).to_owned(),
        Some(at) => format!("{}: {fact}", at.get(language)),
    }
}

fn place<'a>(
    finding: &'a Diagnostic,
    located: &'a Located,
    sources: &'a Sources,
    lines: &mut HashMap<SourceId, Vec<Landmark>>,
    language: Language,
) -> Element<'a> {
    let primary = label(Some(&located.cell), Some(&finding.primary), language);
    let mut labels = vec![(AnnotationKind::Primary, located.span.bytes.clone(), primary)];
    for ((other, span), cell) in finding.others.iter().zip(&located.others).zip(&located.other_cells) {
        if together(span, &located.span) {
            labels.push((AnnotationKind::Context, span.bytes.clone(), label(Some(cell), Some(other), language)));
        }
    }
    excerpt(&located.span, sources, lines, &labels)
}

/// The lines of a file that hold the labels; only the file's name when the place is the file as a whole.
fn excerpt<'a>(
    span: &Span,
    sources: &'a Sources,
    lines: &mut HashMap<SourceId, Vec<Landmark>>,
    labels: &[(AnnotationKind, Range<usize>, String)],
) -> Element<'a> {
    let source = sources.get(span.source);
    let starts = lines.entry(span.source).or_insert_with(|| source.line_starts());
    let text = source.text.as_str();
    if text.is_empty() || span.bytes == (0..0) {
        return Origin::path(source.path.as_str()).into();
    }
    let first = labels.iter().map(|(_, bytes, _)| bytes.start).min().unwrap_or(0);
    let last = labels.iter().map(|(_, bytes, _)| shown(text, bytes).end).max().unwrap_or(first);
    let from = position(text, starts, first).line;
    let begin = text[..crate::source::floor_boundary(text, first)].rfind('\n').map_or(0, |before| before + 1);
    // What stands far behind the place is cut by the printer anyway, but it would walk all of it first.
    let last = crate::source::floor_boundary(text, last);
    let end = text[last..].find('\n').map_or(text.len(), |more| last + more).min(last + BEHIND_PLACE);
    let end = crate::source::floor_boundary(text, end).max(begin);
    let mut snippet = Snippet::source(&text[begin..end]).line_start(from);
    if !source.is_workbook() {
        snippet = snippet.path(source.path.as_str());
    }
    for (kind, bytes, label) in labels {
        let bytes = shown(text, bytes);
        let clamp = |at: usize| at.clamp(begin, end) - begin;
        let annotation = kind.span(clamp(bytes.start)..clamp(bytes.end));
        snippet = snippet.annotation(if label.is_empty() { annotation } else { annotation.label(visible(label)) });
    }
    snippet.into()
}

/// A place cut to its first line and a readable length, on character boundaries.
fn shown(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let start = crate::source::floor_boundary(text, bytes.start);
    let end = crate::source::floor_boundary(text, bytes.end.min(start + LONGEST_PLACE)).max(start);
    let line = text[start..end].find('\n').map_or(end, |at| start + at);
    start..line
}
