//! Activity numbers: how they are read, compared and sorted.

use std::cmp::Ordering;

use super::date::Date;
use super::spelling;

/// Order of ids by their numbers: 2.1.2 before 2.1.10, 4.2.5-a before 4.2.5-b.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        match (a.is_empty(), b.is_empty()) {
            (true, true) => return Ordering::Equal,
            (true, false) => return Ordering::Less,
            (false, true) => return Ordering::Greater,
            (false, false) => {}
        }
        let (digits_a, rest_a) = split_digits(a);
        let (digits_b, rest_b) = split_digits(b);
        if digits_a.is_empty() || digits_b.is_empty() {
            let (first_a, first_b) = (a.chars().next(), b.chars().next());
            if first_a != first_b {
                return first_a.cmp(&first_b);
            }
            let step = first_a.map_or(0, char::len_utf8);
            (a, b) = (&a[step..], &b[step..]);
        } else {
            let number = |digits: &str| digits.trim_start_matches('0').to_owned();
            let (number_a, number_b) = (number(digits_a), number(digits_b));
            match number_a.len().cmp(&number_b.len()).then(number_a.cmp(&number_b)) {
                Ordering::Equal => (a, b) = (rest_a, rest_b),
                order => return order,
            }
        }
    }
}

fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len())
}

/// Whether `child` continues `parent` by one more part: 2.1.10 under 2.1, but not 2.10 under 2.1.
pub fn is_under(child: &str, parent: &str) -> bool {
    child.strip_prefix(parent).and_then(|rest| rest.strip_prefix('.')).is_some_and(|rest| !rest.is_empty() && !rest.contains('.'))
}

/// A typed number without blanks, a final full stop and the sign before it: ` 2.1. 10.`, `№ 2.1.10` and `No. 2.1.10` are 2.1.10.
pub fn tidy(typed: &str) -> String {
    let kept: String = without_sign(typed).chars().filter(|c| !is_blank(*c)).collect();
    kept.trim_end_matches('.').to_owned()
}

/// The sign that forms print before a number and a blank: with it a spreadsheet takes 2.1.10 for text and not for a date. It
/// is a letter that every encoding has, unlike `№`, which is read too.
pub const SIGN: char = 'N';

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}')
}

fn without_sign(typed: &str) -> &str {
    let typed = typed.trim_start_matches(is_blank);
    if let Some(rest) = typed.strip_prefix('№') {
        return rest;
    }
    let rest = typed.strip_prefix([SIGN, 'n']).map(|rest| rest.strip_prefix(['o', 'O']).unwrap_or(rest));
    let rest = rest.map(|rest| rest.strip_prefix('.').unwrap_or(rest));
    // Without a blank the letter may belong to the id.
    let is_sign = |rest: &&str| rest.starts_with(is_blank) && rest.trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_digit());
    rest.filter(is_sign).unwrap_or(typed)
}

/// What may have been typed before a spreadsheet changed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likely {
    /// Numbers, the likeliest first; the plan says which of them exist.
    pub numbers: Vec<String>,
    /// Whether the cell looks like a date.
    pub as_date: bool,
}

/// What a spreadsheet made something else of: 02.01.2010, 2-Jan-10 and the day's number 40180 were probably 2.1.10, 02.01.10 was
/// padded, 5.1 may have been 5.10. A date is read with the day first, then with the month first.
pub fn likely(typed: &str) -> Likely {
    let typed = typed.trim();
    if let Some(day) = day_by_number(typed) {
        return Likely { numbers: of_date(day.day(), day.month(), day.year()), as_date: true };
    }
    // A time of day may follow a date.
    let date = typed.split_once(' ').filter(|(_, time)| time.contains(':')).map_or(typed, |(date, _)| date);
    let parts: Vec<&str> = date.split(['.', '-', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| spelling::month(part).or_else(|| part.parse().ok())).collect();
    let named = parts.iter().any(|part| spelling::month(part).is_some());
    let year = |number: u32| i32::try_from(number).unwrap_or_default();
    match numbers.as_deref() {
        Some(&[first, month, day]) if first >= 1900 => Likely { numbers: of_date(day, month, year(first)), as_date: true },
        Some(&[day, month, last]) if last >= 1900 => Likely { numbers: of_date(day, month, year(last)), as_date: true },
        Some(&[a, b, c]) => Likely { numbers: vec![format!("{a}.{b}.{c}"), format!("{b}.{a}.{c}")], as_date: named },
        Some(&[a, b]) if named => Likely { numbers: vec![format!("{a}.{b}"), format!("{b}.{a}")], as_date: true },
        Some(&[a, b]) => Likely { numbers: vec![format!("{a}.{b}"), format!("{a}.{b}0")], as_date: false },
        _ => Likely::default(),
    }
}

fn of_date(day: u32, month: u32, year: i32) -> Vec<String> {
    let year = year % 100;
    vec![format!("{day}.{month}.{year}"), format!("{month}.{day}.{year}"), format!("{day}.{month}"), format!("{month}.{day}")]
}

/// The day that a spreadsheet keeps as this number: days since 30 December 1899.
fn day_by_number(typed: &str) -> Option<Date> {
    let digits = typed.len() == 5 && typed.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = typed.parse().ok().filter(|_| digits)?;
    Date::of_spreadsheet(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_as_numbers() {
        let mut ids = ["2.1.10", "2.1.2", "10.1", "4.2.5-b", "4.2.5-a", "2.1"];
        ids.sort_by(|a, b| natural(a, b));
        assert_eq!(ids, ["2.1", "2.1.2", "2.1.10", "4.2.5-a", "4.2.5-b", "10.1"]);
    }

    #[test]
    fn what_stands_around_a_number_is_not_part_of_it() {
        for typed in ["2.1.10", " 2.1. 10.", "№ 2.1.10", "№2.1.10", "N 2.1.10", "No. 2.1.10", "\u{a0}no\u{a0}2.1.10"] {
            assert_eq!(tidy(typed), "2.1.10", "{typed}");
        }
        for typed in ["n2.1", "N", "Nov", "no.2"] {
            assert_eq!(tidy(typed), typed);
        }
        assert_eq!(tidy("No vember"), "November");
    }

    #[test]
    fn a_date_was_a_number() {
        let first = |typed| likely(typed).numbers.into_iter().next();
        for typed in ["02.01.2010", "2010-01-02", "2010-01-02 00:00:00", "2-Jan-10", "02/01/2010", "40180", "2-იან-2010"] {
            assert_eq!((first(typed), likely(typed).as_date), (Some("2.1.10".into()), true), "{typed}");
        }
        assert_eq!((first("02.01.10"), likely("02.01.10").as_date), (Some("2.1.10".into()), false));
        assert!(likely("01/02/2010").numbers.contains(&"2.1.10".into()));
        assert!(likely("5-Jan").numbers.contains(&"5.1".into()) && likely("Feb-50").numbers.contains(&"2.50".into()));
        assert!(likely("5.1").numbers.contains(&"5.10".into()));
        assert_eq!(likely("radio"), Likely::default());
    }

    #[test]
    fn under_means_one_part_more() {
        assert!(is_under("2.1.10", "2.1"));
        assert!(!is_under("2.10", "2.1"));
        assert!(!is_under("2.1.10.1", "2.1"));
    }
}
