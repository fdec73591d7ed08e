//! Whether a repaired file says the same as the one that came.

use crate::compile::Refusal;
use crate::load::canonical::{self, Cell};
use crate::model::submission::{Row, Submission, Words};
use crate::parse::csv;
use crate::say;
use crate::source::{Source, Table};
use crate::validate::Validated;

/// The new file has the cells that were to be written: headings in the first row, row after row below; else a refusal.
pub(super) fn check_cells(source: &Source, table: &canonical::Table, width: usize) -> Result<(), Refusal> {
    let headings: Vec<&str> = table.headings.iter().map(Cell::written).take(width).collect();
    // A heading `sep=` would be taken for the line that names the separator.
    let is_read = |layout: &&Table| layout.start == 0 && layout.heading == (1, 1) && layout.headings == headings;
    let Some(layout) = source.table.as_ref().filter(is_read) else { return Err(refusal()) };
    let mut rows = table.rows.iter();
    let mut same = true;
    csv::for_each_row(&source.text, layout, |row| {
        if row.row > 1 {
            same &= rows.next().is_some_and(|written| written.broken.is_some() || has_cells(row, &written.cells));
        }
    });
    if same && rows.next().is_none() { Ok(()) } else { Err(refusal()) }
}

/// Empty cells may follow or be left out.
fn has_cells(row: &csv::Row, cells: &[Cell]) -> bool {
    let longest = row.cells.len().max(cells.len());
    (0..longest).all(|at| row.cells.get(at).unwrap_or_default() == cells.get(at).map_or("", Cell::written))
}

/// Every accepted row is accepted and says the same, every other one is not, and there are no more errors; else a refusal.
pub(super) fn check(before: &Validated, after: &Validated) -> Result<(), Refusal> {
    let (Some(old), Some(new)) = (before.submission(), after.submission()) else { return Err(refusal()) };
    if let Some(row) = first_other(old, new) {
        return Err(Refusal(say!(
            "the file cannot be repaired: row {row} would no longer say the same; correct this row by hand first",
            "ფაილი ვერ შესწორდა: შინაარსი შეიცვლებოდა (სტრიქონი {row}); ჯერ ეს სტრიქონი თავად შეასწორეთ"
        )));
    }
    let counts = |file: &Submission| (file.rows.len(), file.nil.len(), file.unfilled.len(), file.set_aside.len());
    let same_nil = old.nil.iter().zip(&new.nil).all(|(old, new)| (old.agency, &old.reason) == (new.agency, &new.reason));
    let no_worse = after.account.levels[0] <= before.account.levels[0];
    if counts(old) == counts(new) && same_nil && no_worse && old.agency == new.agency { Ok(()) } else { Err(refusal()) }
}

fn refusal() -> Refusal {
    Refusal(say!(
        "the file cannot be repaired: written anew it would not say the same; correct it by hand",
        "ფაილი ვერ შესწორდა: ხელახლა ჩაწერისას შინაარსი შეიცვლებოდა; თავად შეასწორეთ"
    ))
}

/// The first row that was accepted and is not, or the other way round, or that says something else.
fn first_other(old: &Submission, new: &Submission) -> Option<u32> {
    let rows = old.rows.iter().zip(&new.rows).find(|(old, new)| !is_same(old, new));
    let more = || old.rows.get(new.rows.len()).map(|row| row.row);
    let less = || old.set_aside.get(new.set_aside.len()).map(|row| row.row);
    rows.map(|(row, _)| row.row).or_else(more).or_else(less)
}

fn is_same(old: &Row, new: &Row) -> bool {
    let of = |row: &Row| (row.agency, row.activity, row.indicator, row.status, row.outside);
    let words = match (&old.words, &new.words) {
        (Some(old), Some(new)) => is_same_in_words(old, new),
        (old, new) => old.is_none() && new.is_none(),
    };
    of(old) == of(new) && old.breakdown == new.breakdown && old.value == new.value && words
}

fn is_same_in_words(old: &Words, new: &Words) -> bool {
    let texts = old.narrative == new.narrative && old.obstacles == new.obstacles && old.publisher == new.publisher;
    texts && (old.delay_reason, old.expected) == (new.delay_reason, new.expected) && old.evidence == new.evidence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::indicator::Number;
    use crate::model::plan::ActivityIx;
    use crate::model::submission::{SetAside, Value};
    use crate::source::SourceId;

    fn row(row: u32, value: i64) -> Row {
        let value = Some(Value::Number(Number::whole(value)));
        Row { row, agency: None, activity: ActivityIx(0), indicator: Some(0), breakdown: [].into(), status: None, value, words: None, outside: false }
    }

    fn file(values: &[i64], set_aside: &[u32]) -> Submission {
        Submission {
            source: SourceId(0),
            agency: None,
            speaks_for: None,
            dated: None,
            external: false,
            replaced: false,
            unreadable: false,
            rows: (2..).zip(values).map(|(at, value)| row(at, *value)).collect(),
            nil: Vec::new(),
            unfilled: Vec::new(),
            set_aside: set_aside.iter().map(|row| SetAside { row: *row, cells: Vec::new() }).collect(),
        }
    }

    #[test]
    fn the_first_row_that_says_something_else_is_named() {
        let old = file(&[1, 2, 3], &[9]);
        assert_eq!(first_other(&old, &file(&[1, 2, 3], &[7])), None, "rows may have other numbers");
        assert_eq!(first_other(&old, &file(&[1, 5, 3], &[9])), Some(3));
        assert_eq!(first_other(&old, &file(&[1, 2], &[9, 10])), Some(4));
        assert_eq!(first_other(&old, &file(&[1, 2, 3, 4], &[])), Some(9));
        let mut worded = row(2, 1);
        worded.words = Some(Box::new(Words { expected: None, delay_reason: Some(1), ..Words::default() }));
        assert!(!is_same(&row(2, 1), &worded) && is_same(&worded, &worded));
    }
}
