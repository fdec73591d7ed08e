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
        let _ = writeln!(out, "      {line}\n      {marks}");
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

/// The cells of a row on one line, and marks below the one that is meant.
fn excerpt(cell: &Cell, source: &Source) -> Option<(String, String)> {
    let table = source.table.as_ref()?;
    let (fields, _) = csv::field_spans(source.text.as_bytes(), cell.start, table.separator);
    let meant = cell.column.map(|column| column as usize).filter(|meant| *meant < fields.len());
    let text = |at: usize| {
        let most = if meant == Some(at) { WIDTH / 2 } else { BESIDE };
        let field = &fields[at];
        cut(&csv::unquoted(source.slice(field.start..field.end.min(field.start + LOOKED_AT))), most)
    };
    // Columns far to the left of the one that is meant give way to it.
    let mut cells: VecDeque<String> = meant.map(text).into_iter().collect();
    let mut width = cells.iter().map(|cell| self::width(cell)).sum::<usize>();
    let mut from = meant.unwrap_or(0);
    while from > 0 {
        let before = text(from - 1);
        width += self::width(&before);
        // The one before it is always shown.
        if width > WIDTH && Some(from) != meant {
            break;
        }
        cells.push_front(before);
        from -= 1;
    }
    let before = cells.iter().take(cells.len().saturating_sub(1)).map(|cell| self::width(cell)).sum::<usize>();
    let marked = cells.back().map_or(1, |cell| cell.chars().count().max(1));
    for at in meant.map_or(0, |meant| meant + 1)..fields.len() {
        if width > WIDTH {
            break;
        }
        cells.push_back(text(at));
        width += cells.back().map_or(0, |cell| self::width(cell));
    }
    let lead = if from > 0 { "… ; " } else { "" };
    let mut line = format!("{lead}{}", Vec::from(cells).join(" ; "));
    if let Some((end, _)) = line.char_indices().nth(WIDTH) {
        line.truncate(end);
        line.push('…');
    }
    let line = line.trim_end().to_owned();
    let marks = match meant {
        Some(_) => format!("{}{}", " ".repeat(lead.chars().count() + before), "^".repeat(marked)),
        None => "^".repeat(line.chars().count().max(1)),
    };
    Some((line, marks))
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
        excerpt(&cell, &source).map(|(line, marks)| format!("{line}\n{marks}")).unwrap_or_default()
    }

    #[test]
    fn an_excerpt_shows_the_row_and_marks_the_cell() {
        let text = "a,b\n1,\"x\ny, \"\"z\"\"\",bad,24\"\n";
        assert_eq!(shown(text, (2, 4), Some(2)), "1 ; x y, \"z\" ; bad ; 24\"\n               ^^^");
        assert_eq!(shown(text, (2, 4), None), "1 ; x y, \"z\" ; bad ; 24\"\n^^^^^^^^^^^^^^^^^^^^^^^^");
        assert_eq!(shown("a,b\n,\n", (2, 4), Some(1)), ";\n   ^");
    }

    #[test]
    fn cells_far_to_the_left_give_way() {
        let text = format!("{}bad,{}", "some words in a cell,".repeat(9), "more,".repeat(99));
        let line = shown(&text, (1, 0), Some(9));
        assert!(line.starts_with("… ; some words in a cell ; ") && line.contains(" ; bad ; more ; more"), "{line}");
        let (line, marks) = line.split_once('\n').unwrap_or_default();
        assert!(line.chars().count() <= WIDTH + 1, "{line}");
        assert_eq!(line.chars().skip(marks.chars().count() - 3).take(3).collect::<String>(), "bad");
    }
}
