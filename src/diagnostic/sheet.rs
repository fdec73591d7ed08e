//! Findings for the person who filled in a sheet: the cell's own address first, what stands there, what is wrong, what to do.
//!
//! Plain text without colour, so that it can be read in any console and pasted into a letter.

use std::collections::HashMap;
use std::fmt::Write;

use super::group::{Group, groups};
use super::secret::concealed;
use super::{Cell, Located, Wording, visible};
use crate::model::text::Language;
use crate::parse::csv;
use crate::say;
use crate::source::{Source, SourceId, Sources, position};

/// An excerpt has so many characters at most.
const WIDTH: usize = 100;

/// A cell beside the one that is meant shows so many.
const BESIDE: usize = 24;

/// So many different findings of one check are shown; the others are counted.
const DIFFERENT: usize = 25;

/// The findings, a blank line after each.
pub fn render(findings: &[Located], sources: &Sources, language: Language) -> String {
    let sources = &*concealed(findings, sources);
    let mut out = String::new();
    let mut shown: HashMap<&str, usize> = HashMap::new();
    let mut left: Vec<(&str, Vec<u32>)> = Vec::new();
    let mut lines: HashMap<SourceId, Vec<usize>> = HashMap::new();
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

fn one(out: &mut String, group: &Group<'_>, sources: &Sources, lines: &mut HashMap<SourceId, Vec<usize>>, language: Language) {
    let located = group.first;
    let finding = &located.diagnostic;
    let source = sources.get(located.span.source);
    let starts = lines.entry(located.span.source).or_insert_with(|| source.line_starts());
    let at = place(located, source, starts);
    let _ = writeln!(out, "{}", visible(at.get(language)));
    let _ = writeln!(out, "  {}: {} [{}]", finding.level.word(language), visible(finding.message.get(language)), finding.check);
    if let Some((line, marks)) = located.cell.as_ref().and_then(|cell| excerpt(located, cell, source)) {
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
pub fn place(located: &Located, source: &Source, line_starts: &[usize]) -> Wording {
    let path = &source.path;
    let Some(cell) = &located.cell else { return say!("{path}", "{path}") };
    let words = cell.in_words();
    let cell = match cell.address() {
        Some(address) => {
            say!("cell {address} ({en})", "უჯრა {address} ({ka})", en = &words.en, ka = &words.ka)
        }
        None => words,
    };
    let Wording { en, ka } = cell;
    match source.table.as_ref().and_then(|table| table.sheet.as_ref()) {
        Some(sheet) => {
            let name = &sheet.name;
            say!("{path} · sheet \"{name}\", {en}", "{path} · ფურცელი „{name}“, {ka}")
        }
        None => {
            let at = position(&source.text, line_starts, located.span.bytes.start);
            let (line, column) = (at.line, at.column);
            say!("{path}:{line}:{column} · {en}", "{path}:{line}:{column} · {ka}")
        }
    }
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
fn excerpt(located: &Located, cell: &Cell, source: &Source) -> Option<(String, Option<String>)> {
    let table = source.table.as_ref()?;
    let start = row_start(source, located.span.bytes.start, table.start);
    let (fields, _) = csv::field_spans(source.text.as_bytes(), start, table.separator);
    let meant = cell.column.map(|column| column as usize);
    let text = |at: usize, field: &std::ops::Range<usize>| {
        let most = if meant == Some(at) { WIDTH / 2 } else { BESIDE };
        cut(&csv::unquoted(source.slice(field.clone())), most)
    };
    let cells: Vec<String> = fields.iter().enumerate().map(|(at, field)| text(at, field)).collect();
    let width = |cells: &[String]| cells.iter().map(|cell| cell.chars().count() + 3).sum::<usize>();
    // Columns far to the left of the one that is meant give way to it.
    let mut from = 0;
    while meant.is_some_and(|meant| from + 1 < meant && meant < cells.len()) && width(&cells[from..=meant.unwrap_or(0)]) > WIDTH {
        from += 1;
    }
    let lead = if from > 0 { "… ; " } else { "" };
    let mut line = format!("{lead}{}", cells[from..].join(" ; "));
    if let Some((end, _)) = line.char_indices().nth(WIDTH) {
        line.truncate(end);
        line.push('…');
    }
    let line = line.trim_end().to_owned();
    let marks = match meant {
        Some(meant) if meant < cells.len() => {
            let before = lead.chars().count() + width(&cells[from..meant]);
            Some(format!("{}{}", " ".repeat(before), "^".repeat(cells[meant].chars().count().max(1))))
        }
        _ => None,
    };
    Some((line, marks))
}

/// The byte at which the row begins in which a place lies: the place is a cell or a row, so only cells before it stand between.
fn row_start(source: &Source, at: usize, first: usize) -> usize {
    let text = source.text.as_bytes();
    let mut start = at.min(text.len());
    let mut quoted = false;
    // A line break inside a cell has an odd number of quotation marks between it and the place.
    while start > first {
        match text[start - 1] {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ => {}
        }
        start -= 1;
    }
    start
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

    #[test]
    fn the_row_of_a_place_is_found_behind_line_breaks_in_cells() {
        let source = Source::text("a.csv", "a,b\n1,\"x\ny, \"\"z\"\"\",bad\n");
        let bad = source.text.find("bad").unwrap_or_default();
        assert_eq!(row_start(&source, bad, 0), 4);
        assert_eq!(row_start(&source, 4, 0), 4);
        assert_eq!(row_start(&source, 0, 0), 0);
    }
}
