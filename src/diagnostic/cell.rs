//! The cell of a table in which a finding stands, in the words of a person who sees it in a spreadsheet.

use super::Wording;
use crate::parse::csv::RowStart;
use crate::say;
use crate::source::Source;

/// Longest heading that a message quotes, in characters.
const LONGEST: usize = 60;

/// A cell, or a whole row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// Column, from 0; nothing for a whole row.
    pub column: Option<u32>,
    /// The heading of the column as typed, on one line; nothing where none stands.
    pub heading: Option<String>,
    /// Byte at which the row begins.
    pub start: usize,
}

impl Cell {
    /// The cell of a table in this row and column.
    pub(super) fn of(source: &Source, RowStart { row, start }: RowStart, column: Option<u32>) -> Self {
        let headings = source.table.as_ref().map_or(&[][..], |table| &table.headings);
        let heading = column.and_then(|column| headings.get(column as usize)).map(|heading| one_line(heading)).filter(|heading| !heading.is_empty());
        Self { row, column, heading, start }
    }

    /// `column "status", row 7`; a column without a heading goes by its letter.
    pub fn in_words(&self) -> Wording {
        let row = self.row;
        match (&self.heading, self.column) {
            (Some(heading), _) => say!("column \"{heading}\", row {row}", "სვეტი „{heading}“, სტრიქონი {row}"),
            (None, Some(column)) => say!("column {letter}, row {row}", "სვეტი {letter}, სტრიქონი {row}", letter = letter(column)),
            (None, None) => say!("row {row}", "სტრიქონი {row}"),
        }
    }

    /// The address in a spreadsheet: `C7`; only for a cell.
    pub fn address(&self) -> Option<String> {
        self.column.map(|column| format!("{}{}", letter(column), self.row))
    }
}

fn one_line(heading: &str) -> String {
    let words: Vec<&str> = heading.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// The letter by which a spreadsheet names a column: A, Z, AA.
pub fn letter(column: u32) -> String {
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
    fn letters_as_in_a_spreadsheet() {
        assert_eq!([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
