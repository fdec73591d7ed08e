//! Text to the rows and cells of a table, with the row number a spreadsheet shows. The only user of the CSV reader.
//!
//! The CSV crate gives the cells; where a cell stands in the text is scanned again, only for a finding.

use std::ops::Range;

use ::csv::{ReaderBuilder, StringRecord};
use memchr::{memchr, memchr2};

use crate::source::Table;

/// Cells of one row.
#[derive(Debug, Default)]
pub struct Row {
    /// Row as a spreadsheet counts it, from 1; blank lines count, a line break inside a cell does not.
    pub row: u32,
    /// The cells as text, quotation marks taken off.
    pub cells: StringRecord,
}

/// Where a row begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowStart {
    /// Row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// Byte at which it begins.
    pub start: usize,
}

/// Bytes that the reader takes at a time.
const BUFFER: usize = 1 << 16;

/// Calls `take` with every row that is not a blank line, in order, reusing one buffer.
pub fn for_each_row(text: &str, table: &Table, mut take: impl FnMut(&Row)) {
    let text = &text[table.start..];
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(table.separator).buffer_capacity(BUFFER).from_reader(text.as_bytes());
    let mut row = Row::default();
    let mut at = 0;
    let mut number = 0;
    while reader.read_record(&mut row.cells).unwrap_or(false) {
        number += 1 + blank_lines(text, at);
        row.row = number;
        take(&row);
        at = usize::try_from(reader.position().byte()).unwrap_or(text.len());
    }
}

/// Rows of the text as the CSV reader sees them, with the byte at which each begins.
pub fn row_starts(text: &str, table: &Table) -> Vec<RowStart> {
    rows(text, table.start, table.separator).collect()
}

/// The rows from a byte on, one after the other.
pub fn rows(text: &str, start: usize, separator: u8) -> impl Iterator<Item = RowStart> {
    let (mut at, mut row) = (start, 0);
    std::iter::from_fn(move || {
        let blank = blank_lines(text, at);
        row += 1 + blank;
        let start = at + blank as usize;
        if start >= text.len() {
            return None;
        }
        let (_, end) = field_spans(text.as_bytes(), start, separator);
        at = end + 1;
        Some(RowStart { row, start })
    })
}

/// Row and heading of the cell in which a text breaks off.
pub fn last_cell(text: &str) -> (u32, String) {
    let separator = super::layout::likeliest_separator(text);
    let rows: Vec<RowStart> = rows(text, 0, separator).collect();
    let fields = |row: Option<&RowStart>| row.map(|row| field_spans(text.as_bytes(), row.start, separator).0).unwrap_or_default();
    let ends_row = text.ends_with('\n');
    let column = if ends_row { 0 } else { fields(rows.last()).len().saturating_sub(1) };
    let headings = if rows.len() > 1 || ends_row { fields(rows.first()) } else { Vec::new() };
    let heading = headings.get(column).map(|bytes| text[bytes.clone()].trim_matches(['"', ' ']).to_owned());
    (rows.last().map_or(1, |row| row.row + u32::from(ends_row)), heading.unwrap_or_default())
}

/// Line breaks at `at` before the next row.
fn blank_lines(text: &str, at: usize) -> u32 {
    let rest = &text.as_bytes()[at.min(text.len())..];
    u32::try_from(rest.iter().take_while(|&&byte| byte == b'\n').count()).unwrap_or(u32::MAX)
}

/// Bytes of each field of the row that begins at `at`, and the end of the row.
pub fn field_spans(bytes: &[u8], mut at: usize, separator: u8) -> (Vec<Range<usize>>, usize) {
    let mut fields = Vec::new();
    loop {
        let start = at;
        if bytes.get(at) == Some(&b'"') {
            at = end_of_quoted(bytes, at).unwrap_or(bytes.len());
        }
        while bytes.get(at).is_some_and(|&byte| byte != b'\n' && byte != separator) {
            at += 1;
        }
        fields.push(start..at);
        if bytes.get(at) != Some(&separator) {
            return (fields, at);
        }
        at += 1;
    }
}

/// The byte after the closing mark of the quoted field that begins at `at`; nothing if it is never closed.
fn end_of_quoted(bytes: &[u8], mut at: usize) -> Option<usize> {
    at += 1;
    loop {
        at += memchr(b'"', bytes.get(at..)?)?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// What a field holds: its text without the quotation marks around it.
pub fn unquoted(field: &str) -> String {
    match field.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"').unwrap_or(quoted).replace("\"\"", "\""),
        None => field.to_owned(),
    }
}

/// A quoted cell that does not end as it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteFault {
    /// The mark that opens the cell.
    pub open: usize,
    /// The mark that seems to close it, with text behind; nothing if it is never closed.
    pub close: Option<usize>,
    /// Lines that the cell swallowed.
    pub lines: usize,
}

/// Quoted cells that are never closed, or that have text behind their closing mark.
///
/// Walks from mark to mark, so that a text without them costs one search.
pub fn quote_faults(text: &str, table: &Table) -> Vec<QuoteFault> {
    let bytes = text.as_bytes();
    let ends_cell = |at: usize| bytes.get(at).is_none_or(|&byte| byte == b'\n' || byte == table.separator);
    let mut faults = Vec::new();
    let mut at = table.start;
    while let Some(found) = bytes.get(at..).and_then(|rest| memchr(b'"', rest)) {
        let open = at + found;
        if open > table.start && !ends_cell(open - 1) {
            // A mark inside an unquoted cell is text.
            at = open + 1;
            continue;
        }
        let end = end_of_quoted(bytes, open);
        let lines = || text[open..end.unwrap_or(text.len())].trim_end().matches('\n').count();
        match end {
            None => faults.push(QuoteFault { open, close: None, lines: lines() }),
            Some(end) if !ends_cell(end) => faults.push(QuoteFault { open, close: Some(end - 1), lines: lines() }),
            Some(_) => {}
        }
        // What stands behind the closing mark belongs to the cell; marks in it are text.
        at = end.map_or(text.len(), |end| memchr2(b'\n', table.separator, &bytes[end..]).map_or(text.len(), |more| end + more));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut rows = Vec::new();
        for_each_row(text, &Table::default(), |row| rows.push((row.row, row.cells.iter().map(str::to_owned).collect())));
        rows
    }

    #[test]
    fn rows_count_as_in_a_spreadsheet() {
        let text = "a,b\n\n1,\"x\ny\"\n\n\n2,z\n";
        let numbers: Vec<u32> = rows(text).into_iter().map(|(row, _)| row).collect();
        assert_eq!(numbers, [1, 3, 6]);
        let starts: Vec<u32> = row_starts(text, &Table::default()).into_iter().map(|start| start.row).collect();
        assert_eq!(starts, [1, 3, 6]);
    }

    #[test]
    fn where_a_text_breaks_off() {
        assert_eq!(last_cell("activity,narrative\n1,x\n2,caf"), (3, "narrative".into()));
        assert_eq!(last_cell("activity,narrative\n"), (2, "activity".into()));
        assert_eq!(last_cell("activity,na"), (1, String::new()));
    }

    #[test]
    fn marks_that_do_not_close_are_found() {
        let faults = |text: &str| {
            let found = quote_faults(text, &Table::default());
            found.into_iter().map(|fault| (fault.open, fault.close, fault.lines)).collect::<Vec<_>>()
        };
        assert_eq!(faults("a,b\n1,\"open\n2,x\n3,y\n"), [(6, None, 2)]);
        assert_eq!(faults("a,b\n1,\"open\n2,\"shut\"\n"), [(6, Some(14), 1)]);
        assert_eq!(faults("a,b\n1,\"a\"b\"\n2,24\"\n"), [(6, Some(8), 0)]);
        assert_eq!(faults("a,b\n1,\"shut \"\"x\"\"\"\n"), []);
    }
}
