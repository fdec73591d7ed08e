//! Where a finding stands in a submission, in the words of a person who sees it in a spreadsheet.
//!
//! Only the heading row is read again for a finding, so that many findings of a long file take no longer than they must.

use super::Context;
use crate::diagnostic::Wording;
use crate::model::column::{self, Field};
use crate::model::submission::Row;
use crate::parse::csv;
use crate::place::{At, Place};
use crate::say;
use crate::source::SourceId;

/// `column "status", row 7`; a column without a heading goes by its letter, a place that is no cell by its row or file name.
pub(super) fn place_in_words(context: &Context<'_>, place: &Place) -> Wording {
    let (row, column) = match &place.at {
        At::Cell { row, column } => (*row, *column),
        At::Bytes(bytes) => cell_of(&context.sources.get(place.source).text, bytes.start),
        At::File | At::Path(_) => return file_in_words(context, place.source),
    };
    let Some(column) = column else { return say!("row {row}", "სტრიქონი {row}") };
    match heading(context, place.source, column) {
        Some(heading) => say!("column \"{heading}\", row {row}", "სვეტი „{heading}“, სტრიქონი {row}"),
        None => say!("column {letter}, row {row}", "სვეტი {letter}, სტრიქონი {row}", letter = letter(column)),
    }
}

/// The column of a field in a file; to be asked once a file, since every heading is compared with all that are known.
pub(super) fn field_column(context: &Context<'_>, source: SourceId, field: Field) -> Option<u32> {
    let is = |heading: &String| column::find(heading).is_some_and(|(column, _)| column.field == field);
    headings(context, source).iter().position(is).and_then(|at| u32::try_from(at).ok())
}

/// The cell of a column in a row; the whole row if there is no such column.
pub(super) fn cell_or_row(source: SourceId, row: u32, column: Option<u32>) -> Place {
    column.map_or_else(|| Place::row(source, row), |column| Place::cell(source, row, column))
}

/// Id of the agency that a row speaks for.
pub(super) fn reporter<'a>(context: &Context<'a>, row: &Row) -> Option<&'a str> {
    row.agency.map(|agency| context.plan.agency(agency).id.as_str())
}

/// [`place_in_words`] and the fact that holds there, for a label.
pub(super) fn fact_in_place(context: &Context<'_>, place: &Place, fact: &Wording) -> Wording {
    let at = place_in_words(context, place);
    say!("{en}: {fact_en}", "{ka}: {fact_ka}", en = &at.en, ka = &at.ka, fact_en = &fact.en, fact_ka = &fact.ka)
}

/// The heading of a column as typed; nothing where none stands.
pub(super) fn heading(context: &Context<'_>, source: SourceId, column: u32) -> Option<String> {
    headings(context, source).into_iter().nth(column as usize).map(|heading| excerpt(&heading)).filter(|heading| !heading.is_empty())
}

/// The headings of a file as typed, without their quotation marks.
fn headings(context: &Context<'_>, source: SourceId) -> Vec<String> {
    let text = &context.sources.get(source).text;
    let start = text.len() - text.trim_start_matches('\n').len();
    let (fields, _) = csv::field_spans(text.as_bytes(), start, csv::delimiter(text));
    let typed = |field: &str| match field.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"').unwrap_or(quoted).replace("\"\"", "\""),
        None => field.to_owned(),
    };
    fields.into_iter().map(|field| typed(&text[field])).collect()
}

/// What stands in a cell, on one line and cut to a readable length, for a message that quotes it.
pub(super) fn excerpt(cell: &str) -> String {
    const LONGEST: usize = 60;
    let mut words = String::new();
    for word in cell.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
        if words.len() > 4 * LONGEST {
            break;
        }
    }
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
        None => words,
    }
}

/// Id of the agency whose file it is.
pub(super) fn sender<'a>(context: &Context<'a>, source: SourceId) -> Option<&'a str> {
    let files = context.periods.iter().flat_map(|period| &period.submissions);
    let agency = files.into_iter().find(|file| file.source == source)?.agency?;
    Some(&context.plan.agency(agency).id)
}

/// Row of a cell, as a spreadsheet counts it; 1 where the place is no cell.
pub(super) fn row(place: &Place) -> u32 {
    if let At::Cell { row, .. } = place.at { row } else { 1 }
}

/// The name of a file without its folders.
pub(super) fn file_name<'a>(context: &Context<'a>, source: SourceId) -> &'a str {
    let path = context.sources.get(source).path.as_str();
    path.rsplit('/').next().unwrap_or(path)
}

fn file_in_words(context: &Context<'_>, source: SourceId) -> Wording {
    say!("file {name}", "ფაილი {name}", name = file_name(context, source))
}

/// Row and column of a byte; its file is walked once, so only for findings that come once a file.
fn cell_of(text: &str, at: usize) -> (u32, Option<u32>) {
    let delimiter = csv::delimiter(text);
    let starts = csv::row_starts(text, delimiter);
    let Some(row) = starts[..starts.partition_point(|row| row.start <= at)].last() else { return (1, None) };
    let (fields, _) = csv::field_spans(text.as_bytes(), row.start, delimiter);
    let column = fields.iter().position(|field| field.start <= at && at <= field.end);
    (row.row, column.and_then(|column| u32::try_from(column).ok()))
}

/// The letter by which a spreadsheet names a column: A, Z, AA.
fn letter(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        if rest < 26 {
            return letters.into_iter().collect();
        }
        rest = rest / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_is_one_short_line() {
        assert_eq!(excerpt(" a\u{a0} b\n\nc\0d "), "a b c d");
        assert_eq!(excerpt(&"ა".repeat(61)), format!("{}…", "ა".repeat(60)));
        assert_eq!(excerpt(&"ა".repeat(60)), "ა".repeat(60));
        assert_eq!(excerpt(&"a ".repeat(9000)).chars().count(), 60);
    }

    #[test]
    fn letters_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
    }

    #[test]
    fn a_byte_is_in_a_cell() {
        let text = "a;b\n\n1;\"x\ny\"\n2;z\n";
        assert_eq!(cell_of(text, 8), (3, Some(1)));
        assert_eq!(cell_of(text, text.len() - 2), (4, Some(1)));
    }
}
