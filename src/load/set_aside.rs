//! Rows that are kept out of the merge, as they were typed.

use std::collections::BTreeSet;

use super::text;
use crate::model::submission::{SetAside, Submission};
use crate::parse::csv;
use crate::source::Source;

/// Takes every row of a file out of the merge, as when nothing says which of two files counts.
pub(super) fn set_all_aside(file: &mut Submission, text: &Source) {
    let nil = file.nil.drain(..).map(|nil| nil.row);
    let rows = file.rows.drain(..).map(|row| row.row).chain(file.set_aside.drain(..).map(|row| row.row)).chain(nil).collect();
    file.set_aside = cells_of(text, &rows);
}

/// The cells of these rows as typed, for the annex of rows set aside; a cell that swallowed other rows is cut to its first line.
pub(super) fn cells_of(source: &Source, rows: &BTreeSet<u32>) -> Vec<SetAside> {
    let mut set_aside = Vec::new();
    let (false, Some(table)) = (rows.is_empty(), &source.table) else { return set_aside };
    let swallowed: Vec<usize> = csv::quote_faults(&source.text, table).into_iter().filter(|fault| fault.lines > 0).map(|fault| fault.open).collect();
    csv::for_each_row(&source.text, table, |row| {
        if rows.contains(&row.row) {
            set_aside.push(SetAside { row: row.row, cells: row.cells.iter().map(|cell| text::cleaned(cell).into_owned()).collect() });
        }
    });
    if swallowed.is_empty() {
        return set_aside;
    }
    let starts = csv::row_starts(&source.text, table);
    let (mut known, mut fields) = (None, Vec::new());
    for open in swallowed {
        let Some(row) = csv::row_at(&starts, open) else { continue };
        if known.replace(row.start) != Some(row.start) {
            fields = csv::field_spans(source.text.as_bytes(), row.start, table.separator).0;
        }
        let Ok(column) = fields.binary_search_by_key(&open, |field| field.start) else { continue };
        let Ok(kept) = set_aside.binary_search_by_key(&row.row, |kept| kept.row) else { continue };
        if let Some(cell) = set_aside[kept].cells.get_mut(column) {
            cell.truncate(cell.find('\n').unwrap_or(cell.len()));
        }
    }
    set_aside
}
