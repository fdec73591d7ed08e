//! Text to the rows and cells of a table, with the row number a spreadsheet shows. The only user of the CSV reader.
//!
//! The CSV crate gives the cells; where a cell stands in the text is scanned again, only for a finding.

use std::ops::Range;

use ::csv::{ReaderBuilder, StringRecord};

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

/// The separator: that of `,` `;` and tab which occurs most often in the first line that is not blank.
pub fn delimiter(text: &str) -> u8 {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |delimiter: u8| outside_quotes(head, delimiter);
    [b',', b';', b'\t'].into_iter().rev().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

fn outside_quotes(line: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    let mut found = 0;
    for byte in line.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            _ if byte == delimiter && !quoted => found += 1,
            _ => {}
        }
    }
    found
}

/// Calls `take` with every row that is not a blank line, in order, reusing one buffer.
pub fn for_each_row(text: &str, delimiter: u8, mut take: impl FnMut(&Row)) {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
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
pub fn row_starts(text: &str, delimiter: u8) -> Vec<RowStart> {
    let mut starts = Vec::new();
    let mut at = 0;
    let mut row = 0;
    while at < text.len() {
        let blank = blank_lines(text, at);
        row += 1 + blank;
        let start = at + blank as usize;
        if start >= text.len() {
            break;
        }
        starts.push(RowStart { row, start });
        let (_, end) = field_spans(text.as_bytes(), start, delimiter);
        at = end + 1;
    }
    starts
}

/// Row and heading of the cell in which a text breaks off.
pub fn last_cell(text: &str) -> (u32, String) {
    let delimiter = delimiter(text);
    let rows = row_starts(text, delimiter);
    let fields = |row: Option<&RowStart>| row.map(|row| field_spans(text.as_bytes(), row.start, delimiter).0).unwrap_or_default();
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
pub fn field_spans(bytes: &[u8], mut at: usize, delimiter: u8) -> (Vec<Range<usize>>, usize) {
    let mut fields = Vec::new();
    loop {
        let start = at;
        if bytes.get(at) == Some(&b'"') {
            at = end_of_quoted(bytes, at).unwrap_or(bytes.len());
        }
        while bytes.get(at).is_some_and(|&byte| byte != b'\n' && byte != delimiter) {
            at += 1;
        }
        fields.push(start..at);
        if bytes.get(at) != Some(&delimiter) {
            return (fields, at);
        }
        at += 1;
    }
}

/// The byte after the closing mark of the quoted field that begins at `at`; nothing if it is never closed.
fn end_of_quoted(bytes: &[u8], mut at: usize) -> Option<usize> {
    at += 1;
    loop {
        match (bytes.get(at)?, bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return Some(at + 1),
            _ => at += 1,
        }
    }
}

/// The quotation mark that is opened and never closed, the column in which it stands (from 0), and how many lines it swallowed.
pub fn unclosed_quote(text: &str, delimiter: u8, last_row: u32) -> Option<(Range<usize>, usize, usize)> {
    let starts = row_starts(text, delimiter);
    let last = starts.iter().rev().find(|start| start.row == last_row)?;
    let (fields, _) = field_spans(text.as_bytes(), last.start, delimiter);
    let is_open = |field: &Range<usize>| text.as_bytes().get(field.start) == Some(&b'"') && end_of_quoted(text.as_bytes(), field.start).is_none();
    let (column, open) = fields.into_iter().enumerate().find(|(_, field)| is_open(field))?;
    let swallowed = text[open.start..].trim_end().matches('\n').count();
    Some((open.start..open.start + 1, column, swallowed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut rows = Vec::new();
        for_each_row(text, b',', |row| rows.push((row.row, row.cells.iter().map(str::to_owned).collect())));
        rows
    }

    #[test]
    fn rows_count_as_in_a_spreadsheet() {
        let text = "a,b\n\n1,\"x\ny\"\n\n\n2,z\n";
        let numbers: Vec<u32> = rows(text).into_iter().map(|(row, _)| row).collect();
        assert_eq!(numbers, [1, 3, 6]);
        let starts: Vec<u32> = row_starts(text, b',').into_iter().map(|start| start.row).collect();
        assert_eq!(starts, [1, 3, 6]);
    }

    #[test]
    fn separator_comes_from_the_heading() {
        assert_eq!(delimiter("activity;value\n2.1.1;\"1,5, 3\"\n"), b';');
        assert_eq!(delimiter("activity\tvalue\n"), b'\t');
        assert_eq!(delimiter("activity\n"), b',');
    }

    #[test]
    fn where_a_text_breaks_off() {
        assert_eq!(last_cell("activity,narrative\n1,x\n2,caf"), (3, "narrative".into()));
        assert_eq!(last_cell("activity,narrative\n"), (2, "activity".into()));
        assert_eq!(last_cell("activity,na"), (1, String::new()));
    }

    #[test]
    fn an_unclosed_mark_is_found() {
        let text = "a,b\n1,\"open\n2,x\n3,y\n";
        assert_eq!(unclosed_quote(text, b',', 2), Some((6..7, 1, 2)));
        assert_eq!(unclosed_quote("a,b\n1,\"shut\"\n", b',', 2), None);
    }
}
