//! What a table of values speaks of, given or not, and which of it adds up to which.

use std::collections::{BTreeMap, BTreeSet};

use super::stretch::{Periods, Stretches};
use crate::model::submission::Breakdown;

/// What is counted: number of the reporting period, and the breakdown.
pub(super) type Key = (usize, Breakdown);

/// How the values of an indicator relate to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sums {
    /// Breakdowns add up to their total, and a period's parts to the period.
    Parts,
    /// Breakdowns add up to their total, and each period holds the earlier ones.
    Running,
    /// Nothing adds up, as with percentages.
    None,
}

/// A value as published without protection; the more a value has to be protected, the less it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Given {
    /// A count that its publisher suppressed already: fewer than this.
    Below(i128),
    /// A number.
    Number(i128),
}

/// What one agency or publisher gives.
pub(super) type Table = BTreeMap<Key, Given>;

/// Stands for all values of a dimension that nobody gives.
pub(super) const REST: u8 = u8::MAX;
/// The most values of one publisher that are examined; where there are more, all of them are hidden.
pub(super) const LARGEST: usize = 160;

impl Given {
    /// The number, or the limit of one that is not known.
    pub(super) fn most(self) -> i128 {
        match self {
            Self::Number(number) => number,
            Self::Below(limit) => limit,
        }
    }

    /// Whether it is a count that has to be protected: from 1 to below the limit, or suppressed by its publisher; `<1` is none at all.
    pub(super) fn is_small(self, limit: i128) -> bool {
        match self {
            Self::Number(number) => (1..limit).contains(&number),
            Self::Below(limit) => limit > 1,
        }
    }
}

/// Values of dimensions.
type Values = Vec<(u8, u8)>;

/// What a table speaks of: its keys, what stands beside them in the same dimensions, and the totals of all; the values of dimensions that
/// stand `apart` are not parts of a total.
pub(super) fn nodes(table: &Table, apart: &[u8], stretches: &Stretches) -> Vec<Key> {
    let mut values: BTreeMap<u8, BTreeSet<u8>> = BTreeMap::new();
    for (dimension, value) in table.keys().flat_map(|(_, breakdown)| breakdown) {
        values.entry(*dimension).or_default().extend([*value, REST]);
    }
    let mut nodes: BTreeSet<Key> = BTreeSet::new();
    let mut beside = BTreeSet::new();
    for (period, breakdown) in table.keys() {
        add_with_totals(&mut nodes, *period, breakdown, apart);
        let (fixed, free): (Values, Values) = breakdown.iter().copied().partition(|(dimension, _)| apart.contains(dimension));
        beside.insert((*period, fixed, free.into_iter().map(|(dimension, _)| dimension).collect::<Vec<u8>>()));
    }
    for (period, fixed, dimensions) in beside {
        let count: usize = dimensions.iter().map(|dimension| values[dimension].len()).product();
        if nodes.len() + count > LARGEST {
            continue;
        }
        let mut breakdowns: Vec<Values> = vec![fixed];
        for dimension in &dimensions {
            let with = |breakdown: &Values, value: u8| breakdown.iter().copied().chain([(*dimension, value)]).collect::<Vec<_>>();
            breakdowns = breakdowns.iter().flat_map(|breakdown| values[dimension].iter().map(move |value| with(breakdown, *value))).collect();
        }
        for mut breakdown in breakdowns {
            breakdown.sort_unstable();
            add_with_totals(&mut nodes, period, &breakdown.into_boxed_slice(), apart);
        }
    }
    // What one period speaks of, all that share days with it do.
    for group in &stretches.groups {
        let breakdowns: BTreeSet<Breakdown> = nodes.iter().filter(|key| group.contains(&key.0)).map(|key| key.1.clone()).collect();
        nodes.extend(group.iter().flat_map(|period| breakdowns.iter().map(move |breakdown| (*period, breakdown.clone()))));
    }
    nodes.into_iter().collect()
}

/// Adds a key, and the totals of which it is a part.
fn add_with_totals(nodes: &mut BTreeSet<Key>, period: usize, breakdown: &Breakdown, apart: &[u8]) {
    if nodes.len() > LARGEST || !nodes.insert((period, breakdown.clone())) {
        return;
    }
    for without in (0..breakdown.len()).filter(|at| !apart.contains(&breakdown[*at].0)) {
        let total: Breakdown = breakdown.iter().enumerate().filter(|(at, _)| *at != without).map(|(_, value)| *value).collect();
        add_with_totals(nodes, period, &total, apart);
    }
}

/// Every total with its parts in one dimension.
pub(super) fn by_breakdown(nodes: &[Key], at: &BTreeMap<&Key, usize>, apart: &[u8]) -> Vec<(usize, Vec<usize>)> {
    let mut sums: BTreeMap<(usize, u8), Vec<usize>> = BTreeMap::new();
    for (key, part) in nodes.iter().zip(0..) {
        for (dimension, _) in key.1.iter().filter(|(dimension, _)| !apart.contains(dimension)) {
            let total: Breakdown = key.1.iter().filter(|(other, _)| other != dimension).copied().collect();
            if let Some(total) = at.get(&(key.0, total)) {
                sums.entry((*total, *dimension)).or_default().push(part);
            }
        }
    }
    sums.into_iter().map(|((total, _), parts)| (total, parts)).collect()
}

/// Every value of a period with those of its stretches.
pub(super) fn by_stretch(stretches: &Stretches, at: &BTreeMap<&Key, usize>) -> Vec<(usize, Vec<usize>)> {
    let mut found = Vec::new();
    for (whole, parts) in &stretches.sums {
        for ((_, breakdown), total) in at.iter().filter(|(key, _)| key.0 == *whole) {
            found.push((*total, parts.iter().filter_map(|part| at.get(&(*part, breakdown.clone())).copied()).collect()));
        }
    }
    found
}

/// Every value of a running total with the one before, which it holds.
pub(super) fn by_time(table: &Table, periods: &Periods, at: &BTreeMap<&Key, usize>) -> Vec<(usize, Vec<usize>)> {
    let mut found = Vec::new();
    for (key, total) in at.iter().filter(|(key, _)| table.contains_key(**key)) {
        let earlier = periods.in_time.iter().take_while(|other| **other != key.0).map(|other| (*other, key.1.clone()));
        if let Some(before) = earlier.filter(|other| table.contains_key(other)).last().and_then(|other| at.get(&other).copied()) {
            found.push((*total, vec![before]));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_small_is_asked_in_one_way() {
        let small = |given: Given| given.is_small(5);
        assert_eq!([0, 1, 4, 5].map(|number| small(Given::Number(number))), [false, true, true, false]);
        assert_eq!([1, 2, 5, 10].map(|limit| small(Given::Below(limit))), [false, true, true, true]);
    }
}
