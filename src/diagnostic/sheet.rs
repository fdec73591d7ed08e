//! Findings for the person who filled in a sheet: the cell's own address first, what stands there, what is wrong, what to do.
//!
//! Plain text without colour, so that it can be read in any console and pasted into a letter.

use std::collections::{HashMap, VecDeque};
use std::fmt::Write;

use super::group::{Group, groups};
use super::secret::concealed;
use super::{Cell, Located, Wording, visible};
use crate::model::text::Language;
use crate::parse::csv;
use crate::say;
use crate::source::{Landmark, Source, SourceId, Sources, position};

/// An excerpt has so many characters at most.
const WIDTH: usize = 100;

/// A cell beside the one that is meant shows so many.
const BESIDE: usize = 24;

/// Bytes of a cell that are enough for its excerpt.
const LOOKED_AT: usize = 2048;

/// So many different findings of one check are shown; the others are counted.
const DIFFERENT: usize = 25;

/// The findings, a blank line after each.
pub fn render(findings: &[Located], sources: &Sources, language: Language) -> String {
    let sources = &*concealed(findings, sources);
    let mut out = String::new();
    let mut shown: HashMap<&str, usize> = HashMap::new();
    let mut left: Vec<(&str, Vec<u32>)> = Vec::new();
    let mut lines: HashMap<SourceId, Vec<Landmark>> = HashMap::new();
    for group in groups(findings) {
        let check = group.first.diagnostic.check;
        let count = shown.entry(check).or_default();
        *count += 1;
        if *count <= DIFFERENT {
            one(&mut out, &group, sources, &mut lines, language);
            continue;
        }
        let rows = std::iter::once(group.first).chain(group.more).filter_map(|located| located.cell.as_ref()).map(|cell| cell.row);
        match left.iter_mut().find(|(known, _)| *known == check) {
            Some((_, known)) => known.extend(rows),
            None => left.push((check, rows.collect())),
        }
    }
    for (check, mut rows) in left {
        rows.sort_unstable();
        let count = rows.len();
        rows.dedup();
        let rows = super::group::ranges(&rows);
        let text = say!("{count} more findings of this kind [{check}] in rows {rows}", "ასეთივე ხარვეზი [{check}] კიდევ {count}, სტრიქონებში {rows}");
        let _ = writeln!(out, "{}\n", text.get(language));
    }
    out
}

fn one(out: &mut String, group: &Group<'_>, sources: &Sources, lines: &mut HashMap<SourceId, Vec<Landmark>>, language: Language) {
    let located = group.first;
    let finding = &located.diagnostic;
    let source = sources.get(located.span.source);
    let starts = lines.entry(located.span.source).or_insert_with(|| source.line_starts());
    let at = place(located, source, starts);
    let _ = writeln!(out, "{}", visible(at.get(language)));
    let _ = writeln!(out, "  {}: {} [{}]", finding.level.word(language), visible(finding.message.get(language)), finding.check);
    if let Some((line, marks)) = located.cell.as_ref().and_then(|cell| excerpt(cell, source)) {
        let _ = writeln!(out, "      {line}");
        if let Some(marks) = marks {
            let _ = writeln!(out, "      {marks}");
        }
    }
    let fact = finding.primary.text.get(language);
    if !fact.is_empty() {
        let _ = writeln!(out, "  {}", visible(&sentence(fact)));
    }
    for (label, cell) in finding.others.iter().zip(&located.other_cells) {
        let at = cell.as_ref().map(Cell::in_words).unwrap_or_default();
        let _ = writeln!(out, "  {}", visible(&sentence(&joined(at.get(language), label.text.get(language)))));
    }
    for note in &finding.notes {
        let _ = writeln!(out, "  {}", visible(note.get(language)));
    }
    let to_do = say!("What to do", "რა უნდა გააკეთოთ");
    for (number, help) in finding.help.iter().enumerate() {
        let lead = if number == 0 { format!("{}: ", to_do.get(language)) } else { String::new() };
        let _ = writeln!(out, "  {lead}{}", visible(help.get(language)));
    }
    if let Some(others) = group.others() {
        let _ = writeln!(out, "  {}", sentence(others.get(language)));
    }
    out.push('\n');
}

/// `moia.csv:7:1 · cell A7 (column "activity", row 7)`; in a workbook `moia.xlsx · sheet "Report", cell A7 (…)`.
pub fn place(located: &Located, source: &Source, line_starts: &[Landmark]) -> Wording {
    let path = &source.path;
    let Some(Wording { en, ka }) = place_in_file(located, source) else { return say!("{path}", "{path}") };
    if source.table.as_ref().is_some_and(|table| table.sheet.is_some()) {
        return say!("{path} · {en}", "{path} · {ka}");
    }
    let at = position(&source.text, line_starts, located.span.bytes.start);
    let (line, column) = (at.line, at.column);
    say!("{path}:{line}:{column} · {en}", "{path}:{line}:{column} · {ka}")
}

/// `cell A7 (column "activity", row 7)`, in a workbook with its sheet before it; nothing for a file as a whole.
pub fn place_in_file(located: &Located, source: &Source) -> Option<Wording> {
    let cell = located.cell.as_ref()?;
    let words = cell.in_words();
    let cell = match cell.address() {
        Some(address) => say!("cell {address} ({en})", "უჯრა {address} ({ka})", en = &words.en, ka = &words.ka),
        None => words,
    };
    let Some(sheet) = source.table.as_ref().and_then(|table| table.sheet.as_ref()) else { return Some(cell) };
    let Wording { en, ka } = cell;
    Some(say!("sheet \"{name}\", {en}", "ფურცელი „{name}“, {ka}", name = &sheet.name))
}

/// A fact as a sentence.
pub fn sentence(fact: &str) -> String {
    let mut letters = fact.chars();
    let first: String =
        letters.next().map(|first| if first.is_ascii() { first.to_ascii_uppercase().to_string() } else { first.to_string() }).unwrap_or_default();
    let end = if fact.ends_with(['.', '?', '!', '“', '"']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

fn joined(at: &str, fact: &str) -> String {
    match (at.is_empty(), fact.is_empty()) {
        (true, _) => fact.to_owned(),
        (_, true) => at.to_owned(),
        _ => format!("{at}: {fact}"),
    }
}

/// The cells of a row on one line, and marks below the one that is meant, if it is one.
fn excerpt(cell: &Cell, source: &Source) -> Option<(String, Option<String>)> {
    let table = source.table.as_ref()?;
    let (fields, _) = csv::field_spans(source.text.as_bytes(), cell.start, table.separator);
    let meant = cell.column.map(|column| column as usize).filter(|meant| *meant < fields.len());
    let text = |at: usize| {
        let most = if meant == Some(at) { WIDTH / 2 } else { BESIDE };
        let field = &fields[at];
        cut(&csv::unquoted(source.slice(field.start..field.end.min(field.start + LOOKED_AT))), most)
    };
    let mut line = Line::default();
    // Backwards from the cell that is meant: what is far to the left of it gives way, but for the first cell, which says what the
    // row is about.
    let first = if fields.is_empty() || meant.is_none_or(|meant| meant == 0) { None } else { Some(text(0)) };
    let room = WIDTH.saturating_sub(first.as_deref().map_or(0, |first| width(first) + width(GAP)));
    let mut at = meant.map_or(0, |meant| meant + 1);
    while at > usize::from(first.is_some()) {
        let cell = text(at - 1);
        // The one before it is always shown.
        if line.width + width(&cell) > room && meant.is_some_and(|meant| at < meant) {
            line.empty = usize::MAX;
            break;
        }
        if cell.is_empty() && Some(at - 1) != meant {
            line.skip_front()
        } else {
            line.add_front(cell)
        }
        at -= 1;
    }
    line.end_front();
    if let Some(first) = first {
        line.add_front(first);
    }
    let marked = line.cells.back().map_or(0, |cell| cell.chars().count()).max(1);
    let before = line.width.saturating_sub(line.cells.back().map_or(0, |cell| width(cell)));
    for at in meant.map_or(0, |meant| meant + 1)..fields.len() {
        if line.width + BESIDE / 2 > WIDTH {
            break;
        }
        let cell = text(at);
        if cell.is_empty() { line.skip_back() } else { line.add_back(cell) }
    }
    let mut shown = Vec::from(line.cells).join(" ; ");
    if let Some((end, _)) = shown.char_indices().nth(WIDTH) {
        shown.truncate(end);
        shown.push_str(GAP);
    }
    let shown = shown.trim_end().to_owned();
    let marks = meant.map(|_| format!("{}{}", " ".repeat(before), "^".repeat(marked)));
    Some((shown, marks))
}

/// What stands for cells that are not shown.
const GAP: &str = "…";

/// The cells of an excerpt; more than two empty ones side by side are left out.
#[derive(Default)]
struct Line {
    cells: VecDeque<String>,
    /// Characters, with what parts the cells.
    width: usize,
    /// Empty cells that wait for the next one.
    empty: usize,
}

impl Line {
    fn add_front(&mut self, cell: String) {
        self.end_front();
        self.width += width(&cell);
        self.cells.push_front(cell);
    }

    fn skip_front(&mut self) {
        self.empty += 1;
    }

    fn end_front(&mut self) {
        for cell in self.waiting() {
            self.width += width(&cell);
            self.cells.push_front(cell);
        }
    }

    fn add_back(&mut self, cell: String) {
        for cell in self.waiting().into_iter().chain([cell]) {
            self.width += width(&cell);
            self.cells.push_back(cell);
        }
    }

    /// Empty cells behind the last one are not shown at all.
    fn skip_back(&mut self) {
        self.empty += 1;
    }

    fn waiting(&mut self) -> Vec<String> {
        match std::mem::take(&mut self.empty) {
            few @ 0..=2 => vec![String::new(); few],
            _ => vec![GAP.to_owned()],
        }
    }
}

/// The characters that a cell takes on the line.
fn width(cell: &str) -> usize {
    cell.chars().count() + " ; ".len()
}

/// A cell on one line, cut to a readable length.
fn cut(cell: &str, most: usize) -> String {
    let mut line = String::new();
    for word in cell.split_whitespace().take(most) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let line = visible(&line).replace('\n', " ");
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_becomes_a_sentence() {
        assert_eq!(sentence("it was probably 2.1.10"), "It was probably 2.1.10.");
        assert_eq!(sentence("did you mean \"done\"?"), "Did you mean \"done\"?");
        assert_eq!(sentence("სავარაუდოდ იყო 2.1.10"), "სავარაუდოდ იყო 2.1.10.");
    }

    fn shown(text: &str, row: (u32, usize), column: Option<u32>) -> String {
        let mut source = Source::text("a.csv", text);
        source.table = Some(crate::source::Table::default());
        let cell = Cell { row: row.0, column, heading: None, start: row.1 };
        excerpt(&cell, &source).map(|(line, marks)| format!("{line}\n{}", marks.unwrap_or_default())).unwrap_or_default()
    }

    #[test]
    fn an_excerpt_shows_the_row_and_marks_the_cell() {
        let text = "a,b\n1,\"x\ny, \"\"z\"\"\",bad,24\"\n";
        assert_eq!(shown(text, (2, 4), Some(2)), "1 ; x y, \"z\" ; bad ; 24\"\n               ^^^");
        assert_eq!(shown("a;,,,,,b,,c,,,\n", (1, 0), Some(5)), "a; ; … ; b ;  ; c\n         ^");
        assert_eq!(shown(",,b,,,,\n", (1, 0), Some(3)), " ;  ; b ;\n          ^");
        assert_eq!(shown(text, (2, 4), None), "1 ; x y, \"z\" ; bad ; 24\"\n");
        assert_eq!(shown("a,b\n,\n", (2, 4), Some(1)), " ;\n   ^");
    }

    #[test]
    fn cells_far_to_the_left_give_way() {
        let text = format!("{}bad,{}", "some words in a cell,".repeat(9), "more,".repeat(99));
        let line = shown(&text, (1, 0), Some(9));
        assert!(line.starts_with("some words in a cell ; … ; some words in a cell ; ") && line.contains(" ; bad ; more"), "{line}");
        let (line, marks) = line.split_once('\n').unwrap_or_default();
        assert!(line.chars().count() <= WIDTH + 1, "{line}");
        assert_eq!(line.chars().skip(marks.chars().count() - 3).take(3).collect::<String>(), "bad");
    }
}
