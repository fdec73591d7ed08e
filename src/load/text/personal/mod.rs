//! What may identify a person in a text: numbers, addresses and days of birth, as few false alarms as can be.
//!
//! Web addresses are left out whatever they hold. What is found is handed on in its masked form only.

mod birth;
mod chain;
mod email;
mod number;
mod words;

use std::sync::LazyLock;

use memchr::memmem;

use super::glance::Glance;
use crate::problem::PersonalData;

pub(super) use number::is_telephone;

/// Fewer digits close together are neither a number of a person nor a day.
const FEWEST_DIGITS: usize = 5;

/// One thing that may identify a person, as it stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    pub(super) what: PersonalData,
    pub(super) text: &'a str,
}

/// Everything in a cell that may identify a person.
pub(super) fn find<'a>(cell: &'a str, glance: &Glance) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    if !glance.at && glance.digits < FEWEST_DIGITS {
        return found;
    }
    for piece in outside_addresses(cell) {
        if glance.at {
            email::find(piece, &mut found);
        }
        if glance.digits >= FEWEST_DIGITS && piece.len() >= FEWEST_DIGITS {
            number::find(piece, &mut found);
            birth::find(piece, &mut found);
        }
    }
    found
}

/// The first two characters and a dot for each other one, at most twelve of them.
pub(super) fn masked(text: &str) -> String {
    let hidden = text.chars().count().saturating_sub(2).min(12);
    text.chars().take(2).chain(std::iter::repeat_n('•', hidden)).collect()
}

/// The parts of a text that are no web address.
fn outside_addresses(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let here = rest?;
        let Some(begin) = address(here) else {
            rest = None;
            return Some(here);
        };
        let end = here[begin..].find(char::is_whitespace).map_or(here.len(), |end| begin + end);
        rest = Some(&here[end..]);
        Some(&here[..begin])
    })
}

/// Where the first web address begins.
fn address(text: &str) -> Option<usize> {
    static SCHEME: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("://"));
    static HOST: LazyLock<memmem::Finder<'static>> = LazyLock::new(|| memmem::Finder::new("www."));
    let scheme = SCHEME.find(text.as_bytes());
    let scheme = scheme.map(|at| text[..at].trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len());
    let www = HOST.find(text.as_bytes());
    scheme.into_iter().chain(www).min()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_beginning_is_shown() {
        assert_eq!(masked("01001012345"), "01•••••••••");
        assert_eq!(masked("ab"), "ab");
        assert_eq!(masked(""), "");
        assert_eq!(masked(&"9".repeat(99)).chars().count(), 14);
    }

    #[test]
    fn addresses_are_left_out() {
        let parts = |text| outside_addresses(text).collect::<Vec<_>>();
        assert_eq!(parts("ა https://b.ge/01001012345 გ"), ["ა ", " გ"]);
        assert_eq!(parts("www.b.ge/@x"), ["", ""]);
        assert_eq!(parts("ა"), ["ა"]);
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_search_and_no_number_is_shown(cell in "[0-9a-zა-ც@.+ ()\u{a0}N№/-]{0,60}|\\PC{0,60}|(ტელ|დაბ|born|passport)[.: 0-9A-Z-]{0,30}") {
            let glance = Glance::at(&cell);
            for Found { text, .. } in find(&cell, &glance) {
                let hidden: String = masked(text).chars().skip(2).collect();
                prop_assert!(hidden.chars().all(|c| c == '•'), "{hidden}");
                prop_assert!(cell.contains(text));
            }
        }
    }
}
