//! What a file's name says: whose it is, of which day, for which period.

use super::lookup::Lookup;
use super::report;
use crate::model::agency::AgencyIx;
use crate::model::date::Date;

/// `moia-2021-02-20.csv` is `moia`, dated.
pub(super) fn stem_and_date(name: &str) -> (&str, Option<Date>) {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let at = stem.len().saturating_sub(11);
    match stem.get(at..).and_then(|end| end.strip_prefix(['-', '_', ' '])).and_then(Date::from_iso) {
        Some(date) => (&stem[..at], Some(date)),
        None => (stem, None),
    }
}

/// The agency that a file's name begins with: `moia`, `moia-2020`, `moia 2020 (1)`, `შსს_ანგარიში`.
pub(super) fn agency(stem: &str, lookup: &Lookup<'_>) -> Option<AgencyIx> {
    let mut name = stem;
    loop {
        if let Some(agency) = lookup.agency(name) {
            return Some(agency);
        }
        let cut = name.rfind(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '.' | '('))?;
        name = &name[..cut];
    }
}

/// The period that a file's name holds: `moia-2020`, `moia 2020-H1 (1)`.
pub(super) fn period(stem: &str) -> Option<&str> {
    stem.char_indices().find_map(|(at, _)| {
        let begins = !stem[..at].ends_with(|c: char| c.is_ascii_digit());
        let lengths = [9, 7, 4].into_iter().filter(|_| begins);
        let ends = |length: &usize| !stem[at..].get(*length..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        lengths.filter(ends).filter_map(|length| stem.get(at..at + length)).find(|word| report::covered(word).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_days_and_periods() {
        assert_eq!(stem_and_date("moia-2021-02-20.csv"), ("moia", Date::new(2021, 2, 20)));
        assert_eq!(stem_and_date("moia 2020.xlsx"), ("moia 2020", None));
        for (stem, expected) in [
            ("moia-2020", Some("2020")),
            ("შსს 2020-H1 (1)", Some("2020-H1")),
            ("final-2019-2020", Some("2019-2020")),
            ("moia", None),
            ("moia-12020", None),
        ] {
            assert_eq!(period(stem), expected, "{stem}");
        }
    }
}
