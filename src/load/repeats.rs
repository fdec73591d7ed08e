//! What may stand once in a file stands once: a value of an indicator in a breakdown, and the status of an activity.
//!
//! Keys are kept as numbers that are computed from them and compared with the row itself, because a file may be long.

use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{BuildHasherDefault, Hash, Hasher};

use crate::model::scale::StatusIx;
use crate::model::submission::{Row, Words};

/// A number that is spread over its range already.
#[derive(Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

type ByNumber<T> = HashMap<u64, T, BuildHasherDefault<Spread>>;

/// The rows that were seen.
#[derive(Default)]
pub(super) struct Repeats {
    /// Place in the list of rows, and row as a spreadsheet counts it.
    rows: ByNumber<(u32, u32)>,
    statuses: ByNumber<(StatusIx, u32)>,
}

impl Repeats {
    /// The earlier row that speaks of the same thing; `rows` are those before this one, which will be the next of them.
    pub(super) fn row(&mut self, row: &Row, rows: &[Row]) -> Option<u32> {
        let mut key = number(|hasher| (who(row), row.activity, row.indicator, &row.breakdown).hash(hasher));
        loop {
            match self.rows.entry(key) {
                Entry::Vacant(entry) => {
                    entry.insert((u32::try_from(rows.len()).unwrap_or(u32::MAX), row.row));
                    return None;
                }
                Entry::Occupied(entry) => {
                    let (at, number) = *entry.get();
                    if rows.get(at as usize).is_none_or(|known| same(known, row)) {
                        return Some(number);
                    }
                    // Two keys have the same number; the next one is free or the row's own.
                    key = key.wrapping_add(1);
                }
            }
        }
    }

    /// The status that was given first for the activity of a row, and its row.
    pub(super) fn status(&mut self, row: &Row, status: StatusIx) -> (StatusIx, u32) {
        let key = number(|hasher| (who(row), row.activity).hash(hasher));
        *self.statuses.entry(key).or_insert((status, row.row))
    }
}

fn number(hash: impl FnOnce(&mut DefaultHasher)) -> u64 {
    let mut hasher = DefaultHasher::new();
    hash(&mut hasher);
    hasher.finish()
}

/// Who speaks: an agency, or the publisher of an external observation in every language.
fn who(row: &Row) -> (Option<crate::model::agency::AgencyIx>, Vec<&str>) {
    (row.agency, publisher(row.words.as_deref()))
}

fn publisher(words: Option<&Words>) -> Vec<&str> {
    words.map(|words| words.publisher.all().map(|(_, name)| name).collect()).unwrap_or_default()
}

fn same(one: &Row, other: &Row) -> bool {
    who(one) == who(other) && one.activity == other.activity && one.indicator == other.indicator && one.breakdown == other.breakdown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::agency::AgencyIx;
    use crate::model::plan::ActivityIx;

    fn row(row: u32, indicator: u16, breakdown: &[(u8, u8)]) -> Row {
        Row {
            row,
            agency: Some(AgencyIx(0)),
            activity: ActivityIx(1),
            indicator: Some(indicator),
            breakdown: breakdown.into(),
            status: None,
            value: None,
            words: None,
            outside: false,
        }
    }

    #[test]
    fn the_first_of_two_rows_is_named() {
        let mut repeats = Repeats::default();
        let rows = [row(2, 0, &[]), row(3, 1, &[]), row(4, 0, &[(0, 1)])];
        for at in 0..rows.len() {
            assert_eq!(repeats.row(&rows[at], &rows[..at]), None);
        }
        assert_eq!(repeats.row(&row(9, 0, &[(0, 1)]), &rows), Some(4));
        assert_eq!(repeats.status(&rows[0], StatusIx(1)), (StatusIx(1), 2));
        assert_eq!(repeats.status(&rows[1], StatusIx(2)), (StatusIx(1), 2));
    }
}
