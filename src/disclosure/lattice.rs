//! What a table of values speaks of, given or not, and which of it adds up to which.

use std::collections::{BTreeMap, BTreeSet};

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

/// The periods by their numbers: which ones lie apart from each other in another, and which one is the next earlier.
#[derive(Debug, Default)]
pub(super) struct Periods {
    /// Parts of a period that share no day, the widest ones.
    pub(super) parts: BTreeMap<usize, Vec<usize>>,
    /// The periods in time.
    pub(super) in_time: Vec<usize>,
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
}

/// Values of dimensions.
type Values = Vec<(u8, u8)>;

/// What a table speaks of: its keys, what stands beside them in the same dimensions, and the totals of all; the values of dimensions that
/// stand `apart` are not parts of a total.
pub(super) fn nodes(table: &Table, apart: &[u8], periods: &Periods) -> Vec<Key> {
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
    // What is known of a period is of its parts, and the other way round.
    let within: Vec<(usize, usize)> = periods.parts.iter().flat_map(|(whole, parts)| parts.iter().map(|part| (*whole, *part))).collect();
    let speaks = |period: usize| table.keys().any(|key| key.0 == period);
    for (whole, part) in within.into_iter().filter(|(whole, part)| speaks(*whole) && speaks(*part)) {
        let of = |period: usize, other: usize| nodes.iter().filter(move |key| key.0 == period).map(move |key| (other, key.1.clone()));
        let more: Vec<Key> = of(whole, part).chain(of(part, whole)).collect();
        nodes.extend(more);
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

/// Every value of a period with those of its parts, or with the one before.
pub(super) fn by_time(table: &Table, sums: Sums, periods: &Periods, at: &BTreeMap<&Key, usize>) -> Vec<(usize, Vec<usize>)> {
    let node = |period: &usize, breakdown: &Breakdown| at.get(&(*period, breakdown.clone())).copied();
    let mut found = Vec::new();
    for (key, total) in at {
        let (period, breakdown) = key;
        let parts: Vec<usize> = match sums {
            Sums::None => Vec::new(),
            Sums::Parts => periods.parts.get(period).into_iter().flatten().filter_map(|part| node(part, breakdown)).collect(),
            Sums::Running if table.contains_key(*key) => {
                let before = periods.in_time.iter().take_while(|other| *other != period);
                before
                    .filter(|other| table.contains_key(&(**other, breakdown.clone())))
                    .filter_map(|other| node(other, breakdown))
                    .last()
                    .into_iter()
                    .collect()
            }
            Sums::Running => Vec::new(),
        };
        if !parts.is_empty() {
            found.push((*total, parts));
        }
    }
    found
}
