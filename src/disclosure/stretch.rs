//! Which periods share days, and into which stretches their first and last days cut them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::lattice::Table;

/// The periods by their numbers.
#[derive(Debug, Default)]
pub(super) struct Periods {
    /// The days of each, counted from any day; one without days shares none with others.
    pub(super) days: BTreeMap<usize, Range<i64>>,
    /// The periods in time.
    pub(super) in_time: Vec<usize>,
}

/// Periods of which a table speaks and that share days, and the stretches of which they are made.
///
/// Halves beside the first nine months are cut into January to June, July to September and October to December. So whatever can be
/// subtracted is seen, whichever periods overlap.
#[derive(Debug, Default)]
pub(super) struct Stretches {
    /// Periods that share days, directly or through others, each group with its stretches that are no period.
    pub(super) groups: Vec<Vec<usize>>,
    /// Every period that is not a stretch itself, with its stretches.
    pub(super) sums: Vec<(usize, Vec<usize>)>,
    /// How many stretches are no period.
    alone: usize,
}

impl Stretches {
    /// The stretches of the periods of which a table speaks.
    pub(super) fn new(table: &Table, periods: &Periods) -> Self {
        let spoken: BTreeSet<usize> = table.keys().map(|key| key.0).collect();
        let mut dated: Vec<(usize, &Range<i64>)> = spoken.iter().filter_map(|period| Some((*period, periods.days.get(period)?))).collect();
        dated.sort_by_key(|(period, days)| (days.start, *period));
        let mut found = Self::default();
        let mut group: Vec<(usize, &Range<i64>)> = Vec::new();
        let mut end = i64::MIN;
        for (period, days) in dated {
            if days.start >= end {
                found.cut(&std::mem::take(&mut group));
            }
            end = end.max(days.end);
            group.push((period, days));
        }
        found.cut(&group);
        found
    }

    /// Adds a group of periods that overlap, with its stretches.
    fn cut(&mut self, group: &[(usize, &Range<i64>)]) {
        if group.len() < 2 {
            return;
        }
        let bounds: BTreeSet<i64> = group.iter().flat_map(|(_, days)| [days.start, days.end]).collect();
        let bounds: Vec<i64> = bounds.into_iter().collect();
        let mut members: BTreeSet<usize> = group.iter().map(|(period, _)| *period).collect();
        let mut stretches: Vec<(usize, Range<i64>)> = Vec::new();
        for days in bounds.windows(2).map(|pair| pair[0]..pair[1]) {
            let period = group.iter().find(|(_, other)| **other == days).map(|(period, _)| *period);
            // Numbers from above are those of no period.
            let number = period.unwrap_or(usize::MAX - self.alone);
            self.alone += usize::from(period.is_none());
            members.insert(number);
            stretches.push((number, days));
        }
        for (period, days) in group {
            let parts: Vec<usize> =
                stretches.iter().filter(|(_, part)| days.start <= part.start && part.end <= days.end).map(|(number, _)| *number).collect();
            if parts != [*period] {
                self.sums.push((*period, parts));
            }
        }
        self.groups.push(members.into_iter().collect());
    }
}
