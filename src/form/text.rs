//! A form as CSV that a spreadsheet program opens right with a double click and does not spoil when it saves it.

use super::table::{Form, Slot, Subject};
use crate::model::column::Field;
use crate::model::id::SIGN;
use crate::spreadsheet::{harmless, kept_as_text, quoted};

/// Without this mark Excel reads the file in an old encoding, and Georgian is lost.
const MARK: char = '\u{feff}';

/// What parts cells. Excel takes the list separator of the computer's regional settings, which is `;` for Georgia and most of
/// Europe; with a comma the whole row would stand in the first cell.
const SEPARATOR: char = ';';

/// The text of the file.
pub fn csv(form: &Form<'_>) -> String {
    let mut text = String::from(MARK);
    line(&mut text, form.columns.iter().map(|column| harmless(&column.heading).into_owned()));
    for row in &form.rows {
        let cells = form.columns.iter().zip(&row.cells);
        line(&mut text, cells.map(|(column, cell)| written(row.subject, column.slot, cell)));
    }
    text
}

/// A cell that stays what it is when a spreadsheet opens and saves it, where it is read again.
fn written(subject: Subject, slot: Slot, cell: &str) -> String {
    match slot {
        Slot::Field(Field::Activity) if subject != Subject::NothingToReport => format!("{SIGN} {cell}"),
        Slot::Dimension(_) | Slot::Field(Field::Indicator) => kept_as_text(cell).into_owned(),
        _ => harmless(cell).into_owned(),
    }
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            text.push(SEPARATOR);
        }
        text.push_str(&quoted(&cell, SEPARATOR));
    }
    text.push_str("\r\n");
}
