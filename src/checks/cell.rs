//! Where a finding stands in a table, in words for a person with a spreadsheet.

use super::Context;
use crate::diagnostic::Wording;
use crate::model::column::{self, Field};
use crate::parse::csv;
use crate::place::{At, Place};
use crate::say;
use crate::source::SourceId;

/// `column "status", row 7`; only the row where no column is meant; nothing for other places.
pub(super) fn place_in_words(context: &Context<'_>, place: &Place) -> Wording {
    let At::Cell { row, column } = place.at else { return Wording::default() };
    let heading = column.and_then(|column| heading(context, place, column)).unwrap_or_default();
    if heading.is_empty() {
        return say!("row {row}", "სტრიქონი {row}");
    }
    say!("column \"{heading}\", row {row}", "სვეტი „{heading}“, სტრიქონი {row}")
}

/// The cell of a field in a row; the whole row if the file has no such column.
pub(super) fn cell_of(context: &Context<'_>, source: SourceId, row: u32, field: Field) -> Place {
    let text = context.sources.get(source).text.as_str();
    let headings = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let (fields, _) = csv::field_spans(headings.as_bytes(), 0, csv::delimiter(text));
    let is = |at: &std::ops::Range<usize>| column::find(headings[at.clone()].trim_matches('"')).is_some_and(|(column, _)| column.field == field);
    match fields.iter().position(is).and_then(|at| u32::try_from(at).ok()) {
        Some(at) => Place::cell(source, row, at),
        None => Place::row(source, row),
    }
}

/// The heading of a column as typed. Only the first lines of the file are looked at, whatever its size.
fn heading(context: &Context<'_>, place: &Place, column: u32) -> Option<String> {
    let text = context.sources.get(place.source).text.as_str();
    let delimiter = csv::delimiter(text);
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    let (fields, _) = csv::field_spans(line.as_bytes(), 0, delimiter);
    let field = fields.get(column as usize)?;
    Some(line.get(field.clone())?.trim().trim_matches('"').to_owned())
}
