//! Activity numbers: how they are read, compared and sorted.

use std::cmp::Ordering;

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

/// What a spreadsheet made a date or a padded number of: 02.01.2010, 02.01.10 and 2-Jan-10 were probably 2.1.10.
/// The second value tells whether the cell looks like a date.
pub fn probably_meant(typed: &str) -> Option<(String, bool)> {
    let parts: Vec<&str> = typed.trim().split(['.', '-', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let numbers: Option<Vec<u32>> = parts.iter().map(|part| month(part).or_else(|| part.parse().ok())).collect();
    let numbers = numbers?;
    let named = parts.iter().any(|part| month(part).is_some());
    match numbers[..] {
        [year, month, day] if year >= 1900 => Some((format!("{day}.{month}.{}", year % 100), true)),
        [day, month, year] if year >= 1900 => Some((format!("{day}.{month}.{}", year % 100), true)),
        [day, month, year] => Some((format!("{day}.{month}.{year}"), named)),
        [a, b] if named => Some((format!("{a}.{b}"), true)),
        _ => None,
    }
}

fn month(part: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let part = part.to_lowercase();
    let at = MONTHS.iter().position(|month| part.starts_with(month))?;
    u32::try_from(at + 1).ok()
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
        assert_eq!(probably_meant("02.01.2010"), Some(("2.1.10".into(), true)));
        assert_eq!(probably_meant("2010-01-02"), Some(("2.1.10".into(), true)));
        assert_eq!(probably_meant("02.01.10"), Some(("2.1.10".into(), false)));
        assert_eq!(probably_meant("radio"), None);
    }

    #[test]
    fn under_means_one_part_more() {
        assert!(is_under("2.1.10", "2.1"));
        assert!(!is_under("2.10", "2.1"));
        assert!(!is_under("2.1.10.1", "2.1"));
    }
}
