//! Text to the rows and cells of a table, with the row number a spreadsheet shows.
//!
//! A cell is borrowed from the text, which is known to be UTF-8 already, and only one with doubled quotation marks is copied:
//! the csv crate, which copies and examines every cell again, takes alone nearly half the time in which a long file is now judged. It is the oracle of
//! the tests, and writes the tables of `report::package`. A row is walked in one way only, so a cell and its place cannot disagree.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr2};

use crate::source::Table;

/// Cells of one row.
#[derive(Debug, Default)]
pub struct Row<'t> {
    /// Row as a spreadsheet counts it, from 1; blank lines count, a line break inside a cell does not.
    pub row: u32,
    /// The cells as text, quotation marks taken off.
    pub cells: Cells<'t>,
}

/// The cells of a row.
#[derive(Debug, Default)]
pub struct Cells<'t>(Vec<Cow<'t, str>>);

impl Cells<'_> {
    /// The cell in this column, from 0.
    pub fn get(&self, column: usize) -> Option<&str> {
        self.0.get(column).map(|cell| &**cell)
    }

    /// The cells in their order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> + DoubleEndedIterator {
        self.0.iter().map(|cell| &**cell)
    }

    /// How many cells the row has.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Never for a row that was read: it has at least one cell.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Where a row begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowStart {
    /// Row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// Byte at which it begins.
    pub start: usize,
}

/// Calls `take` with every row that is not a blank line, in order, reusing one buffer.
pub fn for_each_row<'t>(text: &'t str, table: &Table, mut take: impl FnMut(&Row<'t>)) {
    let bytes = text.as_bytes();
    let mut row = Row::default();
    let mut at = table.start;
    while at < bytes.len() {
        row.row += 1;
        if bytes[at] == b'\n' {
            at += 1;
            continue;
        }
        row.cells.0.clear();
        loop {
            let field = field(bytes, at, table.separator);
            row.cells.0.push(field.cell(text));
            at = field.bytes.end;
            if bytes.get(at) != Some(&table.separator) {
                break;
            }
            at += 1;
        }
        at += 1;
        take(&row);
    }
}

/// A field as it stands in the text.
struct Field {
    /// All its bytes, quotation marks included.
    bytes: Range<usize>,
    /// The byte behind the mark that closes it; nothing if it is not quoted, the end of the text if it is never closed.
    closed: Option<usize>,
    /// Whether a mark closes it.
    is_closed: bool,
}

impl Field {
    /// What it holds. Text behind the closing mark belongs to it, marks in that text are text.
    fn cell<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let Some(closed) = self.closed else { return Cow::Borrowed(&text[self.bytes.clone()]) };
        let inner = &text[self.bytes.start + 1..closed - usize::from(self.is_closed)];
        let tail = &text[closed..self.bytes.end];
        let inner = if memchr(b'"', inner.as_bytes()).is_some() { Cow::Owned(inner.replace("\"\"", "\"")) } else { Cow::Borrowed(inner) };
        if tail.is_empty() { inner } else { Cow::Owned(inner.into_owned() + tail) }
    }
}

/// The field that begins at `at`.
fn field(bytes: &[u8], at: usize, separator: u8) -> Field {
    let quoted = bytes.get(at) == Some(&b'"');
    let end_of_quoted = if quoted { end_of_quoted(bytes, at) } else { None };
    let closed = quoted.then(|| end_of_quoted.unwrap_or(bytes.len()));
    let from = closed.unwrap_or(at);
    let end = memchr2(separator, b'\n', &bytes[from..]).map_or(bytes.len(), |found| from + found);
    Field { bytes: at..end, closed, is_closed: end_of_quoted.is_some() }
}

/// The rows of a text that are no blank lines, with the byte at which each begins.
pub fn row_starts(text: &str, table: &Table) -> Vec<RowStart> {
    rows(text, table.start, table.separator).collect()
}

/// The row in which a byte lies, of the rows in their order; nothing before the first.
pub fn row_at(starts: &[RowStart], byte: usize) -> Option<RowStart> {
    starts[..starts.partition_point(|row| row.start <= byte)].last().copied()
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
        let field = field(bytes, at, separator);
        at = field.bytes.end;
        fields.push(field.bytes);
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
pub fn unquoted(field_text: &str) -> String {
    // A separator that no text holds: the field is one already.
    let field = field(field_text.as_bytes(), 0, 0);
    let whole = Field { bytes: 0..field_text.len(), ..field };
    whole.cell(field_text).into_owned()
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
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let mut rows = Vec::new();
        for_each_row(text, &Table::default(), |row| rows.push((row.row, row.cells.iter().map(str::to_owned).collect())));
        rows
    }

    proptest! {
        /// The csv crate reads the same cells.
        #[test]
        fn cells_are_those_of_the_csv_crate(text in "([,\"\n ]|a|ა|1|\"\"|,\"|\",|\n\")*") {
            let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> =
                reader.records().map(|record| record.unwrap_or_default().iter().map(str::to_owned).collect()).collect();
            let found: Vec<Vec<String>> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(&found, &expected);
            let table = Table::default();
            for (start, cells) in row_starts(&text, &table).into_iter().zip(found) {
                let (spans, _) = field_spans(text.as_bytes(), start.start, b',');
                let again: Vec<String> = spans.into_iter().map(|span| unquoted(&text[span])).collect();
                prop_assert_eq!(again, cells);
            }
        }
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
