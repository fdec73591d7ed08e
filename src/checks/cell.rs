//! What checks of submissions say about cells, and where their columns stand.

use super::Context;
use crate::model::column::{self, Field};
use crate::model::submission::Row;
use crate::model::text::Language;
use crate::place::{At, Place};
use crate::source::SourceId;

/// The column of a field in a file; to be asked once a file, since every heading is compared with all that are known.
pub(super) fn field_column(context: &Context<'_>, source: SourceId, field: Field) -> Option<u32> {
    column(context, source, |known, _| known == field)
}

/// The column of a text in this language, or of the text that serves every language.
pub(super) fn text_column(context: &Context<'_>, source: SourceId, field: Field, language: Option<Language>) -> Option<u32> {
    column(context, source, |known, of| known == field && of == language).or_else(|| field_column(context, source, field))
}

/// The first column whose field and language are the wanted ones.
fn column(context: &Context<'_>, source: SourceId, is: impl Fn(Field, Option<Language>) -> bool) -> Option<u32> {
    let is = |heading: &String| column::find(heading).is_some_and(|(column, language)| is(column.field, language));
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

/// The heading of a column as typed; nothing where none stands.
pub(super) fn heading(context: &Context<'_>, source: SourceId, column: u32) -> Option<String> {
    headings(context, source).get(column as usize).map(|heading| excerpt(heading)).filter(|heading| !heading.is_empty())
}

/// The headings of a file as typed.
fn headings<'a>(context: &Context<'a>, source: SourceId) -> &'a [String] {
    context.sources.get(source).table.as_ref().map_or(&[], |table| &table.headings)
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
}
