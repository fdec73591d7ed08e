//! How a text is a table: which byte parts its cells and in which rows its headings stand.
//!
//! The headings are known words, so they decide: a separator or a row is taken because the most known headings come out of it.
//! Nothing is inferred from the data below.

use super::csv::{field_spans, rows, unquoted};
use crate::source::Table;

/// The separators that spreadsheets write, the likeliest last.
pub const SEPARATORS: [u8; 3] = [b'\t', b';', b','];

/// Headings are looked for in so many rows.
const ROWS: usize = 12;

/// Finds separator and headings; `known` tells whether a text is the heading of a column.
pub fn table(text: &str, known: &dyn Fn(&str) -> bool) -> Table {
    if let Some((separator, start)) = separator_line(text) {
        return best(text, start, &[separator], known);
    }
    best(text, 0, &SEPARATORS, known)
}

/// The table of a text whose cells are parted by commas, as that of a workbook.
pub fn table_of_commas(text: &str, known: &dyn Fn(&str) -> bool) -> Table {
    best(text, 0, b",", known)
}

/// A first line `sep=;`, which tells a spreadsheet the separator: its byte, and where the next line begins.
fn separator_line(text: &str) -> Option<(u8, usize)> {
    let (line, _) = text.split_once('\n')?;
    let typed = line.trim_matches('"');
    let separator = typed.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).and(typed.get(4..))?;
    // The separators themselves may follow, to fill the row.
    let separator = *separator.as_bytes().first()?;
    separator.is_ascii().then_some((separator, line.len() + 1))
}

/// The separator that occurs most often in the first line that is not blank.
pub(super) fn likeliest_separator(text: &str) -> u8 {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    SEPARATORS.into_iter().max_by_key(|&separator| field_spans(head.as_bytes(), 0, separator).0.len()).unwrap_or(b',')
}

fn best(text: &str, start: usize, separators: &[u8], known: &dyn Fn(&str) -> bool) -> Table {
    // Mostly every cell of the first row is a heading that is known; then nothing else need be looked at.
    let first = rows(text, start, b',').next();
    for &separator in separators {
        let Some(row) = first.filter(|row| row.row == 1) else { break };
        let headings = cells(text, row.start, separator);
        if headings.len() > 1 && headings.iter().all(|heading| known(heading)) {
            return Table { separator, start, heading: (row.row, row.row), headings, sheet: None };
        }
    }
    let likeliest = likeliest_separator(text.get(start..).unwrap_or_default());
    let readings = separators.iter().map(|&separator| read(text, start, separator, known));
    readings.max_by_key(|(score, table)| (*score, table.separator == likeliest)).map(|(_, table)| table).unwrap_or_default()
}

/// The cells of the row that begins at a byte.
fn cells(text: &str, row: usize, separator: u8) -> Vec<String> {
    let (fields, _) = field_spans(text.as_bytes(), row, separator);
    fields.into_iter().map(|field| unquoted(&text[field])).collect()
}

/// The headings with this separator, and how many of them are known.
fn read(text: &str, start: usize, separator: u8, known: &dyn Fn(&str) -> bool) -> (usize, Table) {
    let head: Vec<(u32, Vec<String>)> = rows(text, start, separator).take(ROWS).map(|row| (row.row, cells(text, row.start, separator))).collect();
    let count = |headings: &[String]| headings.iter().filter(|heading| known(heading)).count();
    let first = head.first().map(|(row, cells)| (*row, cells.clone())).unwrap_or((1, Vec::new()));
    let mut best = (count(&first.1), (first.0, first.0), first.1);
    for (at, (row, cells)) in head.iter().enumerate() {
        let alone = count(cells);
        // One known word is no heading row; it may be the title of the sheet.
        if alone > best.0 && alone > 1 {
            best = (alone, (*row, *row), cells.clone());
        }
        let Some((next, below)) = head.get(at + 1) else { continue };
        let joined = joined(cells, below, known);
        let together = count(&joined);
        if together > best.0.max(alone).max(count(below)) && together > 1 {
            best = (together, (*row, *next), joined);
        }
    }
    let (score, heading, headings) = best;
    (score, Table { separator, start, heading, headings, sheet: None })
}

/// Headings split over two rows: both joined, or the one of them that is known.
fn joined(above: &[String], below: &[String], known: &dyn Fn(&str) -> bool) -> Vec<String> {
    let cell = |row: &[String], at: usize| row.get(at).map(|cell| cell.trim().to_owned()).unwrap_or_default();
    let one = |at: usize| {
        let (above, below) = (cell(above, at), cell(below, at));
        let both = format!("{above} {below}").trim().to_owned();
        [&both, &below, &above].into_iter().find(|text| known(text)).unwrap_or(&both).clone()
    };
    (0..above.len().max(below.len())).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (char, (u32, u32), String) {
        let known = |heading: &str| ["activity", "value", "status", "delay reason", "narrative"].contains(&heading.trim());
        let table = table(text, &known);
        (char::from(table.separator), table.heading, table.headings.join("|"))
    }

    #[test]
    fn headings_tell_the_separator() {
        assert_eq!(found("activity;value\n2.1.1;\"1,5, 3\"\n"), (';', (1, 1), "activity|value".into()));
        assert_eq!(found("activity\tvalue\n"), ('\t', (1, 1), "activity|value".into()));
        assert_eq!(found("activity\n"), (',', (1, 1), "activity".into()));
        assert_eq!(found("activity;value, in thousands, rounded\n"), (';', (1, 1), "activity|value, in thousands, rounded".into()));
        assert_eq!(found("a;b\n"), (';', (1, 1), "a|b".into()));
    }

    #[test]
    fn a_line_sep_is_no_row() {
        assert_eq!(found("sep=;\nactivity;value\n"), (';', (1, 1), "activity|value".into()));
        assert_eq!(found("\"sep=|\"\nactivity|value\n").0, '|');
    }

    #[test]
    fn headings_stand_below_a_title_or_in_two_rows() {
        assert_eq!(found("Report of the agency\n\nactivity,status\n1,done\n").1, (3, 3));
        let split = "activity,delay,\n,reason,value\n1,x,2\n";
        assert_eq!(found(split), (',', (1, 2), "activity|delay reason|value".into()));
        assert_eq!(found("activity,status\nvalue,x\n").1, (1, 1));
    }
}
