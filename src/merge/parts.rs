//! The value of one agency for one year: the year's own, else its parts by the indicator's `accumulates`.

use super::Frame;
use super::calendar::{Reading, same_days};
use super::combine::{add, agree, either};
use super::progress::Merged;
use super::rows::Entry;
use crate::model::date::Date;
use crate::model::indicator::{Accumulates, Indicator, ValueKind};

/// A value with the rows behind it.
pub(super) struct Given<'e, 'a> {
    /// The value.
    pub(super) value: Merged,
    /// The rows, in the order of the report.
    pub(super) used: Vec<&'e Entry<'a>>,
}

/// How the values of several parts of a year become that of the year.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Parts {
    /// Numbers of their own period add up.
    Add,
    /// A yes in one part is a yes for the year.
    Either,
    /// The last one stands: running totals, shares of a hundred and texts, none of which can be added.
    Last,
}

impl Parts {
    /// How those of this indicator do.
    pub(super) fn of(indicator: &Indicator) -> Self {
        match (indicator.accumulates, indicator.kind) {
            (Accumulates::PerPeriod, ValueKind::Count | ValueKind::Amount) => Self::Add,
            (Accumulates::PerPeriod, ValueKind::YesNo) => Self::Either,
            _ => Self::Last,
        }
    }
}

/// The value of one agency for a year, from its rows about one indicator and breakdown in the order of time. Rows of one
/// period must agree. A period of several years counts for its last year, unless its numbers would have to be split.
pub(super) fn of_year<'e, 'a>(frame: &Frame<'_>, parts: Parts, year: i32, rows: &[&'e Entry<'a>]) -> Option<Given<'e, 'a>> {
    let mut periods: Vec<(&Reading, &[&'e Entry<'a>])> = Vec::new();
    for rows in rows.chunk_by(|a, b| a.rank == b.rank) {
        let Some(reading) = rows.first().and_then(|entry| frame.calendar.reading(entry.period as usize)) else { continue };
        if reading.year() == year && (parts != Parts::Add || reading.covers.start().year() == year) {
            periods.push((reading, rows));
        }
    }
    if periods.iter().any(|(reading, _)| reading.is_whole_year()) {
        periods.retain(|(reading, _)| reading.is_whole_year());
        periods.drain(..periods.len() - 1);
    } else if parts == Parts::Last {
        periods.drain(..periods.len().saturating_sub(1));
    } else if parts == Parts::Add {
        periods = without_overlap(periods);
    }

    let mut value: Option<Merged> = None;
    for (_, rows) in &periods {
        let part = rows.iter().filter_map(|entry| entry.row.value.clone()).map(Merged::Value).reduce(agree)?;
        value = Some(match (value, parts) {
            (None, _) => part,
            (Some(sum), Parts::Add) => add(sum, part)?,
            (Some(any), Parts::Either) => either(any, part),
            (Some(_), Parts::Last) => part,
        });
    }
    Some(Given { value: value?, used: periods.iter().flat_map(|(_, rows)| rows.iter().copied()).collect() })
}

/// The widest parts that share no day, so that a quarter inside a reported half-year is not counted twice; of two with
/// the same days the later-speaking one.
fn without_overlap<T>(periods: Vec<(&Reading, T)>) -> Vec<(&Reading, T)> {
    let mut widest = periods;
    widest.sort_by_key(|(reading, _)| std::cmp::Reverse((width(reading), reading.rank)));
    let mut kept: Vec<(&Reading, T)> = Vec::new();
    for (reading, rows) in widest {
        if !kept.iter().any(|(other, _)| other.covers.touches(&reading.covers)) {
            kept.push((reading, rows));
        }
    }
    kept.sort_by_key(|(reading, _)| reading.rank);
    kept
}

/// The width of a period in days, as if every month had 31; for comparisons only.
fn width(reading: &Reading) -> i64 {
    let day = |date: Date| (i64::from(date.year()) * 12 + i64::from(date.month())) * 31 + i64::from(date.day());
    day(reading.covers.end()) - day(reading.covers.start())
}

/// Whether every row comes from a period with the same days as this one.
pub(super) fn all_of(frame: &Frame<'_>, rows: &[&Entry<'_>], reading: &Reading) -> bool {
    rows.iter().all(|entry| frame.calendar.reading(entry.period as usize).is_some_and(|other| same_days(&other.covers, &reading.covers)))
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;
    use crate::model::indicator::{Accumulates, ValueKind};

    /// One activity with a whole-number indicator `n`, and values by period.
    fn world(values: &[(&str, &str)]) -> World {
        let mut world = World::new();
        world.activity("1.1", "a", "", "2019..2020").indicator("1.1", "n");
        for (period, value) in values {
            world.period(period).send(period, "a", &[&format!("1.1 n={value}")]);
        }
        world
    }

    #[test]
    fn parts_add_up_or_the_last_total_stands() {
        // Case rep-cumulative.
        let mut world = world(&[("2020-H1", "24"), ("2020-H2", "40")]);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "=64");
        world.edit("1.1", "n", |indicator| indicator.accumulates = Accumulates::RunningTotal);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "40");
    }

    #[test]
    fn the_value_of_the_year_itself_wins_over_its_parts() {
        let world = world(&[("2020-H1", "24"), ("2020", "70"), ("2020-H2", "40")]);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "70");
        let mut answers = self::world(&[("2020-H1", "yes"), ("2020", "no")]);
        answers.edit("1.1", "n", |indicator| indicator.kind = ValueKind::YesNo);
        assert_eq!(answers.value("2020", "1.1", "n", 2020), "no");
    }

    #[test]
    fn a_quarter_in_a_reported_half_year_is_not_added() {
        let world = world(&[("2020-Q1", "9"), ("2020-H1", "24"), ("2020-Q3", "5"), ("2020-Q4", "6")]);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "=35");
    }

    #[test]
    fn a_half_year_report_counts_the_year_so_far() {
        let world = world(&[("2020-H1", "24"), ("2020-H2", "40"), ("2020", "99")]);
        assert_eq!(world.value("2020-H1", "1.1", "n", 2020), "24");
        assert_eq!(world.value("2020-H2", "1.1", "n", 2020), "=64");
    }

    #[test]
    fn shares_are_not_added_and_a_yes_stands() {
        let mut shares = world(&[("2020-H1", "40"), ("2020-H2", "60")]);
        shares.edit("1.1", "n", |indicator| indicator.kind = ValueKind::Percent);
        assert_eq!(shares.value("2020", "1.1", "n", 2020), "60");
        let mut words = world(&[("2020-H1", "yes"), ("2020-H2", "no")]);
        words.edit("1.1", "n", |indicator| indicator.kind = ValueKind::YesNo);
        assert_eq!(words.value("2020", "1.1", "n", 2020), "yes");
    }

    #[test]
    fn suppressed_parts_make_a_range() {
        assert_eq!(world(&[("2020-H1", "<5"), ("2020-H2", "40")]).value("2020", "1.1", "n", 2020), "41..44");
        assert_eq!(world(&[("2020", "<5")]).value("2020", "1.1", "n", 2020), "<5");
    }

    #[test]
    fn two_values_of_one_file_are_a_conflict() {
        let mut world = world(&[("2020", "24")]);
        world.send("2020", "a", &["1.1 n=25"]);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "conflict");
    }

    #[test]
    fn a_final_report_has_each_year_and_does_not_split_a_number() {
        let mut world = world(&[("2019", "10"), ("2020", "20"), ("2019-2020", "31")]);
        assert_eq!(world.value("2019-2020", "1.1", "n", 2019), "10");
        assert_eq!(world.value("2019-2020", "1.1", "n", 2020), "20");
        world.periods.retain(|period| period.name == "2019-2020");
        assert_eq!(world.value("2019-2020", "1.1", "n", 2020), "absent");
        world.edit("1.1", "n", |indicator| indicator.accumulates = Accumulates::RunningTotal);
        assert_eq!(world.value("2019-2020", "1.1", "n", 2020), "31");
    }
}
