//! Properties of generated tables: suppression cannot be undone by subtraction, and hides no more than it says.
//!
//! The oracle is somebody who tries every table of persons that could be behind what is published.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::family::{Hidden, Mark, Rules, hidden};
use super::lattice::{Given, Key, Sums, Table};
use super::stretch::Periods;

const LIMIT: i128 = 3;
/// The largest number of persons in a cell that the reader tries.
const MOST: i128 = 11;

/// What the nine numbers of a table of two by two are: cells, sums of rows and columns, total.
fn keys() -> [Key; 9] {
    let key = |breakdown: &[(u8, u8)]| (0, breakdown.to_vec().into_boxed_slice());
    let cell = |row, column| key(&[(0, row), (1, column)]);
    [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1), key(&[(0, 0)]), key(&[(0, 1)]), key(&[(1, 0)]), key(&[(1, 1)]), key(&[])]
}

fn numbers([a, b, c, d]: [i128; 4]) -> [i128; 9] {
    [a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d]
}

fn rules() -> Rules {
    Rules { sums: Sums::Parts, apart: Vec::new(), limit: LIMIT }
}

fn is_small(number: i128) -> bool {
    (1..LIMIT).contains(&number)
}

/// Whether a number is as somebody sees it: as published, small, or hidden and not small.
fn fits(number: i128, truth: i128, mark: Option<&Mark>) -> bool {
    match mark {
        None => number == truth,
        Some(_) if truth >= LIMIT => number >= LIMIT,
        Some(Mark::Small) if is_small(truth) => is_small(number),
        Some(_) => true,
    }
}

/// How many values each of the nine numbers can have for somebody who sees the published ones.
fn possible(truth: &[i128; 9], given: &[bool], hidden: &Hidden) -> Vec<usize> {
    let marks = keys().map(|key| hidden.get(&key).copied());
    let mut possible = vec![BTreeSet::new(); 9];
    let range = || 0..=MOST;
    for (a, b, c, d) in range().flat_map(|a| range().flat_map(move |b| range().flat_map(move |c| range().map(move |d| (a, b, c, d))))) {
        let tried = numbers([a, b, c, d]);
        if (0..9).all(|at| !given[at] || fits(tried[at], truth[at], marks[at].as_ref())) {
            possible.iter_mut().zip(tried).for_each(|(values, number)| values.extend([number]));
        }
    }
    possible.into_iter().map(|values| values.len()).collect()
}

fn table(truth: &[i128; 9], given: &[bool]) -> Table {
    let all = keys().into_iter().zip(truth).zip(given);
    all.filter(|(_, given)| **given).map(|((key, number), _)| (key, Given::Number(*number))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn suppression_cannot_be_undone(cells in [0i128..6, 0i128..6, 0i128..6, 0i128..6], given in proptest::collection::vec(prop::bool::weighted(0.75), 9)) {
        let truth = numbers(cells);
        let hidden = hidden(&[table(&truth, &given)], &rules(), &Periods::default());
        let before = possible(&truth, &given, &Hidden::new());
        let after = possible(&truth, &given, &hidden);
        for (at, key) in keys().iter().enumerate().filter(|(at, _)| is_small(truth[*at])) {
            prop_assert!(after[at] > 1, "{key:?} is {}: hidden {hidden:?}", truth[at]);
            prop_assert!(!given[at] || hidden.contains_key(key));
        }
        // Nothing is hidden where everything is given and nobody could be found out; what is not given readers may take for nothing.
        let safe = given.iter().all(|given| *given) && (0..9).all(|at| !is_small(truth[at]) || before[at] > 1);
        prop_assert!(!safe || hidden.is_empty(), "hidden without need: {hidden:?}");
    }

    #[test]
    fn two_publishers_do_not_give_each_other_away(cells in [0i128..6, 0i128..6, 0i128..6, 0i128..6], more in 0i128..2) {
        let [a, b, c, d] = cells;
        let all = [true; 9];
        let both = [numbers(cells), numbers([a + more, b, c, d])];
        let hidden = hidden(&both.map(|one| table(&one, &all)), &rules(), &Periods::default());
        for one in both {
            let after = possible(&one, &all, &hidden);
            prop_assert!((0..9).all(|at| !is_small(one[at]) || after[at] > 1), "hidden {hidden:?}");
        }
    }

    #[test]
    fn two_who_share_a_table_do_not_give_each_other_away(cells in [0i128..6, 0i128..6, 0i128..6, 0i128..6], who in proptest::collection::vec(0..3u8, 9)) {
        let truth = numbers(cells);
        let given: Vec<bool> = who.iter().map(|who| *who < 2).collect();
        let of = |one: u8| table(&truth, &who.iter().map(|who| *who == one).collect::<Vec<_>>());
        let mut tables = vec![of(0), of(1)];
        tables.extend(super::together(&tables, &[]));
        let hidden = hidden(&tables, &rules(), &Periods::default());
        let after = possible(&truth, &given, &hidden);
        prop_assert!((0..9).all(|at| !is_small(truth[at]) || after[at] > 1), "hidden {hidden:?}");
    }

    #[test]
    fn periods_do_not_give_each_other_away(halves in [0i128..9, 0i128..9], second in any::<bool>()) {
        let key = |period: usize| -> Key { (period, Box::default()) };
        let mut table: Table = [(key(0), Given::Number(halves[0] + halves[1])), (key(1), Given::Number(halves[0]))].into();
        if second {
            table.insert(key(2), Given::Number(halves[1]));
        }
        let periods = Periods { days: [(0, 0..12), (1, 0..6), (2, 6..12)].into(), in_time: vec![1, 0, 2] };
        let hidden = hidden(&[table.clone()], &rules(), &periods);
        let parts = (0..=20).flat_map(|first| (0..=20).map(move |second| [first, second]));
        let seen = |number: i128, at: usize| match table.get(&key(at)) {
            Some(Given::Number(truth)) => fits(number, *truth, hidden.get(&key(at))),
            _ => true,
        };
        let possible: Vec<[i128; 2]> = parts.filter(|[first, other]| seen(first + other, 0) && seen(*first, 1) && seen(*other, 2)).collect();
        for (at, truth) in halves.iter().enumerate().filter(|(_, truth)| is_small(**truth)) {
            let values: BTreeSet<i128> = possible.iter().map(|parts| parts[at]).collect();
            prop_assert!(values.len() > 1, "half {at} is {truth}: hidden {hidden:?}");
        }
    }

    #[test]
    fn periods_that_overlap_do_not_give_each_other_away(parts in [0i128..9, 0i128..9, 0i128..9], given in proptest::collection::vec(prop::bool::weighted(0.75), 6)) {
        // A year, its halves, the first nine months and the last three, and the third quarter; the half-year and the last two are the parts.
        let days = [0..12, 0..6, 6..12, 0..9, 9..12, 6..9];
        let numbers = |[a, b, c]: [i128; 3]| [a + b + c, a, b + c, a + b, c, b];
        let key = |period: usize| -> Key { (period, Box::default()) };
        let truth = numbers(parts);
        let table: Table = (0..6).filter(|at| given[*at]).map(|at| (key(at), Given::Number(truth[at]))).collect();
        let hidden = hidden(&[table], &rules(), &Periods { days: (0..).zip(days).collect(), in_time: vec![1, 5, 3, 0, 2, 4] });
        let mut after = vec![BTreeSet::new(); 6];
        for [a, b, c] in (0..=20).flat_map(|a| (0..=20).flat_map(move |b| (0..=20).map(move |c| [a, b, c]))) {
            let tried = numbers([a, b, c]);
            if (0..6).all(|at| !given[at] || fits(tried[at], truth[at], hidden.get(&key(at)))) {
                after.iter_mut().zip(tried).for_each(|(values, number)| values.extend([number]));
            }
        }
        for at in (0..6).filter(|at| is_small(truth[*at])) {
            prop_assert!(after[at].len() > 1, "{at} is {}: hidden {hidden:?}", truth[at]);
        }
    }
}
