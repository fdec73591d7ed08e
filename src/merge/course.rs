//! The course of the plan: how it stood at the end of earlier periods, and with which of them a report compares itself.

use super::calendar::same_days;
use super::merge;
use super::progress::{Overdue, Progress, Rates};
use crate::model::date::Period;
use crate::model::period::ReportingPeriod;
use crate::model::plan::Plan;
use crate::model::scale::StatusIx;

/// An activity at the end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The status that counted.
    pub status: StatusIx,
    /// Whether it was overdue.
    pub overdue: Option<Overdue>,
}

/// The plan at the end of a period, as the period's own report shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// The period.
    pub period: Period,
    /// One entry an activity, in the order of the plan.
    pub activities: Vec<Standing>,
    /// The period's rates.
    pub rates: Rates,
}

impl Snapshot {
    /// What stays of a report's data when words and figures are left out.
    pub fn of(progress: &Progress<'_>) -> Self {
        let standing = |activity: &super::progress::ActivityProgress<'_>| Standing { status: activity.now.status, overdue: activity.overdue };
        Self { period: progress.period, activities: progress.activities.iter().map(standing).collect(), rates: progress.rates.clone() }
    }
}

/// With what a report compares itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The end of the year before the report's first day.
    YearBefore,
    /// The end of the year in which the middle of a report on several years lies.
    MidTerm,
    /// The end of a period that was asked for.
    Asked,
}

/// The plan through the years until a report's period ends.
#[derive(Clone, Debug, Default)]
pub struct Course {
    /// The whole years that end by then and of which something is known, in time; not the report's own year.
    pub years: Vec<Snapshot>,
    /// With what the report compares itself, if there is anything.
    pub since: Option<(Basis, Snapshot)>,
    /// Number in `years` of the one that holds the middle of a report on several years.
    pub middle: Option<usize>,
}

impl Course {
    /// Looks back from the end of `period`. A report compares itself with the period `asked` for; else one on several years with
    /// the middle of them, any other with the year before.
    pub fn new(plan: &Plan, periods: &[ReportingPeriod], period: &Period, asked: Option<&Period>) -> Self {
        let snapshot = |period: &Period| Snapshot::of(&merge(plan, periods, period));
        let years: Vec<Snapshot> = years(plan, periods, period).map(|year| snapshot(&Period::year(year))).collect();
        let (first, last) = (period.start().year(), period.end().year());
        let of = |wanted: i32| years.iter().position(|known| same_days(&known.period, &Period::year(wanted)));
        let middle = of((first + last).div_euclid(2)).filter(|at| first < last && period.contains(&years[*at].period));
        let default = || middle.map(|at| (Basis::MidTerm, at)).or_else(|| of(first - 1).map(|at| (Basis::YearBefore, at)));
        let since = match asked {
            Some(asked) => Some((Basis::Asked, snapshot(asked))),
            None => default().map(|(basis, at)| (basis, years[at].clone())),
        };
        Self { since, middle, years }
    }
}

/// Whole years that end by the end of the report's period and do not hold it, from the first one in which the plan was in force and
/// of which a reporting period tells.
fn years(plan: &Plan, periods: &[ReportingPeriod], period: &Period) -> impl Iterator<Item = i32> {
    let known = periods.iter().filter_map(|known| Some(known.covers?.end().year())).min();
    let first = plan.years.map(|(first, _)| first).max(known).filter(|_| plan.years.is_some() && known.is_some());
    let period = *period;
    let fits = move |year: &i32| Period::year(*year).end() <= period.end() && !Period::year(*year).contains(&period);
    first.into_iter().flat_map(move |first| first..=period.end().year()).filter(fits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::merge::testing::World;

    fn world() -> World {
        let mut world = World::new();
        world.activity("1.1", "a", "", "2019").activity("1.2", "a", "", "2019..2021").period("2019").period("2020").period("2021");
        world.edit_plan(|plan| plan.years = Some((2019, 2021)));
        world.send("2019", "a", &["1.2 @ongoing"]).send("2020", "a", &["1.1 @done"]);
        world
    }

    fn course(period: &str, asked: Option<&str>) -> String {
        let world = world();
        let asked = asked.map(World::parse);
        let course = Course::new(&world.plan(), &world.periods, &World::parse(period), asked.as_ref());
        let years: Vec<String> = course.years.iter().map(|year| year.period.to_string()).collect();
        let since = course.since.map(|(basis, since)| format!("{basis:?} {}", since.period));
        format!("{} | {}", years.join(" "), since.unwrap_or_default())
    }

    #[test]
    fn a_report_compares_itself_with_the_year_before() {
        assert_eq!(course("2019", None), " | ");
        assert_eq!(course("2021", None), "2019 2020 | YearBefore 2020");
        assert_eq!(course("2020-H1", None), "2019 | YearBefore 2019");
        assert_eq!(course("2020-H2", None), "2019 | YearBefore 2019");
        assert_eq!(course("2021", Some("2019")), "2019 2020 | Asked 2019");
        assert_eq!(course("2021", Some("2020-H1")), "2019 2020 | Asked 2020-H1");
    }

    #[test]
    fn a_report_on_several_years_compares_itself_with_the_middle_of_them() {
        assert_eq!(course("2019-2020", None), "2019 2020 | MidTerm 2019");
        assert_eq!(course("2019-2021", None), "2019 2020 2021 | MidTerm 2020");
        // Half of 2019 and half of 2020: no whole year lies in it.
        assert_eq!(World::parse("2019-H2..2020-H1").end().year(), 2020);
        assert_eq!(course("2019-H2..2020-H1", None), "2019 | ");
    }

    #[test]
    fn nothing_is_known_of_years_without_a_reporting_period() {
        let mut world = world();
        world.periods.remove(0);
        let years = |world: &World| Course::new(&world.plan(), &world.periods, &World::parse("2021"), None).years.len();
        assert_eq!(years(&world), 1);
        world.edit_plan(|plan| plan.years = Some((2021, 2022)));
        assert_eq!(years(&world), 0);
    }

    #[test]
    fn a_year_is_seen_as_its_own_report_shows_it() {
        let world = world();
        let course = Course::new(&world.plan(), &world.periods, &World::parse("2021"), None);
        for (year, name) in course.years.iter().zip(["2019", "2020"]) {
            assert_eq!(*year, Snapshot::of(&world.merge(name)));
        }
        assert_eq!(course.years[0].activities[0].overdue.map(|overdue| (overdue.due, overdue.carried_over)), Some((2019, false)));
        assert_eq!(course.years[1].activities[0].overdue, None);
    }
}
