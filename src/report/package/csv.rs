//! Records to the text of a CSV file, in pieces. The only user of the csv crate's writer.

use ::csv::{Terminator, WriterBuilder};

use super::table::{Record, Table};

/// Rows in a piece: enough that a piece is worth its memory, few enough that a large table never stands in memory.
const ROWS: usize = 256;

/// The text of a table: its headings, then its rows.
pub fn pieces<'a>(table: &mut Table<'a>) -> impl Iterator<Item = String> + use<'a> {
    let headings = text([table.fields.iter().map(|field| field.name.as_str())]);
    let mut records = std::mem::replace(&mut table.records, Box::new(std::iter::empty()));
    let rows = std::iter::from_fn(move || {
        let some: Vec<Record<'_>> = records.by_ref().take(ROWS).collect();
        (!some.is_empty()).then(|| text(some.iter().map(|record| record.iter().map(|cell| cell.as_ref()))))
    });
    std::iter::once(headings).chain(rows)
}

/// Rows as RFC 4180 has them, but with LF, as every other text that the program writes.
fn text<'t>(rows: impl IntoIterator<Item = impl Iterator<Item = &'t str>>) -> String {
    let mut writer = WriterBuilder::new().flexible(true).terminator(Terminator::Any(b'\n')).from_writer(Vec::new());
    for row in rows {
        // Writing to memory does not fail, and rows of any length are allowed.
        let _ = writer.write_record(row);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let rows = [vec!["a,b", "say \"x\"", "two\nlines", "r\rr", "=1+1", " blank ", ""], vec![""]];
        let found = text(rows.iter().map(|row| row.iter().copied()));
        assert_eq!(found, "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"r\rr\",=1+1, blank ,\n\"\"\n");
    }
}
