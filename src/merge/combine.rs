//! The arithmetic on two values: do they agree, and what is their sum.
//!
//! A suppressed count (`<5`) is a range from 1 to 4, never a number: zero is no small count and is written as it is. Of a withheld number
//! nothing is known, so no result is either.
//! Nothing is rounded and no mean is taken.

use std::cmp::Ordering;

use super::progress::Merged;
use crate::model::indicator::Number;
use crate::model::submission::Value;

impl Merged {
    /// The least and the most that a value can be; nothing for words and conflicts.
    pub fn range(&self) -> Option<(Number, Number)> {
        match self {
            Self::Value(Value::Number(number)) | Self::Sum(number) => Some((*number, *number)),
            Self::Value(Value::Below(limit)) => Some(below(*limit)),
            Self::Between(least, most) => Some((*least, *most)),
            Self::Value(Value::Withheld | Value::YesNo(_) | Value::Text(_)) | Self::Conflict => None,
        }
    }

    /// The number that it is, if it is one: a suppressed count is none, nor is a sum with one.
    pub fn number(&self) -> Option<Number> {
        match self {
            Self::Value(Value::Number(number)) | Self::Sum(number) => Some(*number),
            Self::Value(_) | Self::Between(..) | Self::Conflict => None,
        }
    }
}

/// The least and the most that a suppressed count can be. Where only one number would be left, nothing is concluded from the mark.
fn below(limit: u32) -> (Number, Number) {
    let least = i64::from(limit > 2);
    (Number::whole(least), Number::whole(i64::from(limit.saturating_sub(1))))
}

fn same(a: Number, b: Number) -> bool {
    a.compare(b) == Ordering::Equal
}

/// What two values say together when they speak of the same thing: 3 and `<5` are 3, 1.0 and 1 are equal, 3 and 4 are a conflict.
pub(super) fn agree(a: Merged, b: Merged) -> Merged {
    let (Some((least_a, most_a)), Some((least_b, most_b))) = (a.range(), b.range()) else {
        let withheld = Merged::Value(Value::Withheld);
        return if a == b || b == withheld {
            b
        } else if a == withheld {
            a
        } else {
            Merged::Conflict
        };
    };
    let least = if least_a.compare(least_b) == Ordering::Less { least_b } else { least_a };
    let most = if most_a.compare(most_b) == Ordering::Greater { most_b } else { most_a };
    if least.compare(most) == Ordering::Greater {
        Merged::Conflict
    } else if same(least, least_a) && same(most, most_a) {
        a
    } else if same(least, least_b) && same(most, most_b) {
        b
    } else {
        between(least, most)
    }
}

/// The exact sum, a range when a part is suppressed; words only agree or are a conflict. Nothing when it leaves 18 digits.
pub(super) fn add(a: Merged, b: Merged) -> Option<Merged> {
    match (a.range(), b.range()) {
        (Some((least_a, most_a)), Some((least_b, most_b))) => Some(between(least_a.plus(least_b)?, most_a.plus(most_b)?)),
        _ => Some(agree(a, b)),
    }
}

/// Yes if one of them is: what was done in a part of the year was done in the year.
pub(super) fn either(a: Merged, b: Merged) -> Merged {
    match (&a, &b) {
        (Merged::Value(Value::YesNo(yes)), Merged::Value(Value::YesNo(other))) => Merged::Value(Value::YesNo(*yes || *other)),
        _ => agree(a, b),
    }
}

/// Whether both are known and cannot be true of the same thing.
pub(super) fn differ(a: &Merged, b: &Value) -> bool {
    *a != Merged::Conflict && agree(a.clone(), Merged::Value(b.clone())) == Merged::Conflict
}

fn between(least: Number, most: Number) -> Merged {
    if same(least, most) { Merged::Sum(least) } else { Merged::Between(least, most) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merge::testing::{merged, value};

    fn one(text: &str) -> Merged {
        Merged::Value(value(text))
    }

    fn agreed(a: &str, b: &str) -> String {
        let there = merged(&agree(one(a), one(b)));
        assert_eq!(there, merged(&agree(one(b), one(a))), "the order matters");
        there
    }

    #[test]
    fn a_known_number_in_the_suppressed_range_is_the_value() {
        assert_eq!(agreed("3", "<5"), "3");
        assert_eq!(agreed("4", "<5"), "4");
        assert_eq!(agreed("5", "<5"), "conflict");
        assert_eq!(agreed("<5", "<10"), "<5");
        assert_eq!(agreed("<5", "<5"), "<5");
    }

    #[test]
    fn what_was_suppressed_is_no_number() {
        let number = |merged: Merged| merged.number().map(|number| number.to_string());
        assert_eq!([number(one("3")), number(Merged::Sum(Number::whole(3)))], [Some("3".to_owned()), Some("3".to_owned())]);
        let none = [one("<5"), one("<1"), Merged::Between(Number::whole(3), Number::whole(3)), Merged::Conflict, Merged::Value(Value::Withheld)];
        assert!(none.into_iter().all(|merged| number(merged).is_none()));
    }

    #[test]
    fn numbers_are_compared_by_size_and_words_exactly() {
        assert_eq!(merged(&agree(one("1.0"), one("1"))), "1.0");
        assert_eq!(merged(&agree(one("<2"), one("1.0"))), "1.0");
        assert_eq!(sum_of("1.0", "<1"), Some("=1.0".into()));
        assert_eq!(agreed("24", "31"), "conflict");
        assert_eq!(agreed("yes", "no"), "conflict");
        assert_eq!(agreed("done", "Done"), "conflict");
        assert_eq!(agreed("done", "done"), "done");
        assert_eq!(agreed("done", "3"), "conflict");
    }

    #[test]
    fn overlapping_ranges_leave_what_both_allow() {
        let range = |least, most| Merged::Between(Number::whole(least), Number::whole(most));
        assert_eq!(merged(&agree(range(0, 6), range(4, 9))), "4..6");
        assert_eq!(merged(&agree(range(0, 6), range(6, 9))), "=6");
        assert_eq!(merged(&agree(range(0, 6), range(7, 9))), "conflict");
    }

    fn sum_of(a: &str, b: &str) -> Option<String> {
        add(one(a), one(b)).map(|sum| merged(&sum))
    }

    #[test]
    fn a_sum_with_a_suppressed_part_is_a_range() {
        let sum = sum_of;
        assert_eq!(sum("10", "<5"), Some("11..14".into()));
        assert_eq!(sum("<5", "<3"), Some("2..6".into()));
        assert_eq!(sum("0.1", "0.25"), Some("=0.35".into()));
        assert_eq!(sum("7", "<1"), Some("=7".into()));
        assert_eq!(sum("7", "yes"), Some("conflict".into()));
        assert_eq!(sum("999999999999999999", "0.1"), None);
    }

    #[test]
    fn what_was_done_in_a_part_was_done() {
        assert_eq!(merged(&either(one("yes"), one("no"))), "yes");
        assert_eq!(merged(&either(one("no"), one("no"))), "no");
        assert_eq!(merged(&either(one("yes"), Merged::Conflict)), "conflict");
    }

    #[test]
    fn a_conflict_differs_from_nothing() {
        assert!(differ(&one("3"), &value("4")));
        assert!(!differ(&one("3"), &value("3.0")));
        assert!(!differ(&Merged::Conflict, &value("4")));
    }
}
