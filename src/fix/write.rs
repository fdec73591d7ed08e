//! A table as CSV: one row of headings, CRLF line ends, the byte order mark without which Excel loses Georgian.

use crate::load::canonical::{Cell, Table};
use crate::parse::layout::SEPARATORS;
use crate::source;
use crate::spreadsheet::quoted;

const MARK: char = '\u{feff}';

/// What will part the cells: as before, if spreadsheets write it, else what Excel expects in Georgia.
pub(super) fn separator(found: &source::Table) -> u8 {
    if found.sheet.is_none() && SEPARATORS.contains(&found.separator) { found.separator } else { b';' }
}

/// The text of the file; `width` columns are written even where they are empty.
pub(super) fn csv(table: &Table, typed: &str, separator: u8, width: usize) -> String {
    let mut text = String::from(MARK);
    line(&mut text, &table.headings, separator, width);
    let expected = table.headings.iter().rposition(|heading| !heading.typed.trim().is_empty()).map_or(0, |last| last + 1);
    for row in &table.rows {
        match &row.broken {
            Some(bytes) => {
                // Its marks would be lost in writing its cells.
                text.push_str(typed.get(bytes.clone()).unwrap_or_default().trim_end_matches('\n'));
                text.push_str("\r\n");
            }
            None if row.cells.len() < expected => line(&mut text, &row.cells, separator, row.cells.len()),
            None => line(&mut text, &row.cells, separator, width),
        }
    }
    text
}

/// A row, with empty cells up to `width` and without those behind it.
fn line(text: &mut String, cells: &[Cell], separator: u8, width: usize) {
    let filled = cells.iter().rposition(|cell| !cell.written().is_empty()).map_or(0, |last| last + 1);
    for at in 0..width.max(filled) {
        if at > 0 {
            text.push(char::from(separator));
        }
        let cell = cells.get(at).map(Cell::written).unwrap_or_default();
        // Where there is one column, nothing tells which separator is meant.
        let other = SEPARATORS.into_iter().find(|other| width == 1 && cell.contains(char::from(*other)));
        text.push_str(&quoted(cell, char::from(other.unwrap_or(separator))));
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::canonical::{Part, Row};

    fn cells(texts: &[&str]) -> Vec<Cell> {
        texts.iter().map(|text| Cell { typed: (*text).to_owned(), canonical: None }).collect()
    }

    #[test]
    fn rows_keep_how_short_and_how_long_they_are() {
        let row = |texts: &[&str]| Row { row: 0, cells: cells(texts), broken: None };
        let rows = vec![row(&["1", "x;y", "", ""]), row(&["2"]), row(&["3", "", "", "", "z"])];
        let table = Table { headings: cells(&["activity", "narrative", "", ""]), above: Vec::new(), rows, blank: 0 };
        assert_eq!(csv(&table, "", b';', 2), "\u{feff}activity;narrative\r\n1;\"x;y\"\r\n2\r\n3;;;;z\r\n");
    }

    #[test]
    fn a_broken_row_is_copied_and_a_canonical_text_written() {
        let typed = "activity\n1\n\"2\n\n";
        let mut first = cells(&["№ 1"]);
        first[0].canonical = Some((Part::Activity, "1".to_owned()));
        let rows = vec![Row { row: 2, cells: first, broken: None }, Row { row: 3, cells: cells(&["2\n\n"]), broken: Some(11..typed.len()) }];
        let table = Table { headings: cells(&["a,b"]), above: Vec::new(), rows, blank: 0 };
        assert_eq!(csv(&table, typed, b';', 1), "\u{feff}\"a,b\"\r\n1\r\n\"2\r\n");
    }

    #[test]
    fn only_separators_of_spreadsheets_are_written() {
        let of = |byte| separator(&source::Table { separator: byte, ..source::Table::default() });
        assert_eq!([b',', b'\t', b';', b'|'].map(of), [b',', b'\t', b';', b';']);
        let sheet = Some(source::Sheet::default());
        assert_eq!(separator(&source::Table { sheet, ..source::Table::default() }), b';');
    }
}
