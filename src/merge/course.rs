//! The course of the plan: how it stood at the end of the report's period and of earlier ones, and with which of them a report
//! compares itself. Every form of the report takes from here what it says of changes and of rates through the years.

use std::collections::BTreeMap;

use super::calendar::same_days;
use super::merge;
use super::progress::{Overdue, Progress, Rates};
use crate::model::date::Period;
use crate::model::period::ReportingPeriod;
use crate::model::plan::{Activity, ActivityIx, Plan};
use crate::model::scale::StatusIx;

/// Periods whose numbers of days differ by no more than this are equally long.
const SAME_LENGTH: i64 = 3;

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

    /// The activities that are in the plan at the end of the period, in its order.
    pub fn standing<'p>(&self, plan: &'p Plan) -> impl Iterator<Item = (ActivityIx, &'p Activity, Standing)> {
        let all = plan.activities().zip(&self.activities);
        all.filter(|((_, activity), _)| activity.is_in_plan(self.period.end())).map(|((ix, activity), standing)| (ix, activity, *standing))
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

/// The activities that went from one status to another, or kept it, by the two.
pub type Moves = BTreeMap<(StatusIx, StatusIx), Vec<ActivityIx>>;

/// The plan through the years until a report's period ends.
#[derive(Clone, Debug)]
pub struct Course {
    /// The whole years that end by then and of which something is known, in time; not the report's own year.
    pub years: Vec<Snapshot>,
    /// With what the report compares itself, if there is anything.
    pub since: Option<(Basis, Snapshot)>,
    /// Number in `years` of the one that holds the middle of a report on several years.
    pub middle: Option<usize>,
    /// The end of the report's own period.
    pub now: Snapshot,
}

impl Course {
    /// Looks back from the end of what `progress` is about. A report compares itself with the period `asked` for; else one on several years with
    /// the middle of them, any other with the year before.
    pub fn new(plan: &Plan, periods: &[ReportingPeriod], progress: &Progress<'_>, asked: Option<&Period>) -> Self {
        let period = &progress.period;
        let snapshot = |period: &Period| Snapshot::of(&merge(plan, periods, period));
        let years: Vec<Snapshot> = years(plan, periods, period).map(|year| snapshot(&Period::year(year))).collect();
        let (first, last) = (period.start().year(), period.end().year());
        let of = |wanted: i32| years.iter().position(|known| same_days(&known.period, &Period::year(wanted)));
        let middle = of((first + last).div_euclid(2)).filter(|at| first < last && period.contains(&years[*at].period));
        let default = || middle.map(|at| (Basis::MidTerm, at)).or_else(|| of(first - 1).map(|at| (Basis::YearBefore, at)));
        let since = match asked {
            Some(asked) => {
                let known = years.iter().find(|year| same_days(&year.period, asked)).cloned();
                Some((Basis::Asked, known.unwrap_or_else(|| snapshot(asked))))
            }
            None => default().map(|(basis, at)| (basis, years[at].clone())),
        };
        Self { since, middle, years, now: Snapshot::of(progress) }
    }

    /// The snapshot whose rates can stand beside the report's: that with which it compares itself, if its period is as long.
    pub fn rates_before(&self) -> Option<&Snapshot> {
        let days = |snapshot: &Snapshot| snapshot.period.end().days_since(snapshot.period.start());
        let (_, before) = self.since.as_ref()?;
        ((days(before) - days(&self.now)).abs() <= SAME_LENGTH).then_some(before)
    }

    /// The status at the end of `before`, and now, of the activities that are still in the plan, in its order.
    pub fn compared<'c>(&'c self, plan: &'c Plan, before: &'c Snapshot) -> impl Iterator<Item = (ActivityIx, StatusIx, StatusIx)> + 'c {
        let now = self.now.standing(plan);
        now.filter_map(|(ix, _, now)| before.activities.get(ix.0 as usize).map(|then| (ix, then.status, now.status)))
    }

    /// The same activities by the two statuses.
    pub fn moves(&self, plan: &Plan, before: &Snapshot) -> Moves {
        let mut moves = Moves::new();
        self.compared(plan, before).for_each(|(ix, then, now)| moves.entry((then, now)).or_default().push(ix));
        moves
    }

    /// Every snapshot once, in time: the years, the one that was asked for, and the report's own, which is the last.
    pub fn snapshots(&self) -> Vec<&Snapshot> {
        let mut earlier: Vec<&Snapshot> = self.years.iter().collect();
        earlier.extend(self.since.as_ref().map(|(_, since)| since).filter(|since| !self.years.iter().any(|year| year.period == since.period)));
        earlier.sort_by_key(|snapshot| (snapshot.period.end(), std::cmp::Reverse(snapshot.period.start())));
        earlier.push(&self.now);
        earlier
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
        let course = Course::new(&world.plan(), &world.periods, &world.merge(period), asked.as_ref());
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
        let years = |world: &World| Course::new(&world.plan(), &world.periods, &world.merge("2021"), None).years.len();
        assert_eq!(years(&world), 1);
        world.edit_plan(|plan| plan.years = Some((2021, 2022)));
        assert_eq!(years(&world), 0);
    }

    #[test]
    fn a_year_is_seen_as_its_own_report_shows_it() {
        let world = world();
        let course = Course::new(&world.plan(), &world.periods, &world.merge("2021"), None);
        for (year, name) in course.years.iter().zip(["2019", "2020"]) {
            assert_eq!(*year, Snapshot::of(&world.merge(name)));
        }
        assert_eq!(course.years[0].activities[0].overdue.map(|overdue| (overdue.due, overdue.carried_over)), Some((2019, false)));
        assert_eq!(course.years[1].activities[0].overdue, None);
        assert_eq!(course.now, Snapshot::of(&world.merge("2021")));
    }

    #[test]
    fn every_snapshot_stands_once_and_in_time() {
        let world = world();
        let shown = |period: &str, asked: Option<&str>| {
            let asked = asked.map(World::parse);
            let course = Course::new(&world.plan(), &world.periods, &world.merge(period), asked.as_ref());
            course.snapshots().iter().map(|snapshot| snapshot.period.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown("2021", None), "2019 2020 2021");
        assert_eq!(shown("2021", Some("2019")), "2019 2020 2021");
        assert_eq!(shown("2021", Some("2020-H1")), "2019 2020-H1 2020 2021");
        assert_eq!(shown("2021", Some("2020-H1..2020-H2")), "2019 2020 2021", "the same days are one period");
        assert_eq!(shown("2021", Some("2019..2020")), "2019 2020 2019..2020 2021");
        assert_eq!(shown("2019-2020", None), "2019 2020 2019..2020");
        assert_eq!(shown("2019", None), "2019");
    }

    #[test]
    fn what_left_the_plan_did_not_move() {
        let mut world = world();
        let moves = |world: &World| {
            let (plan, course) = (world.plan(), Course::new(&world.plan(), &world.periods, &world.merge("2020"), None));
            let code = |status: StatusIx| plan.scale.get(status).code.clone();
            let shown = |((from, to), moved): ((StatusIx, StatusIx), Vec<ActivityIx>)| format!("{} to {}: {}", code(from), code(to), moved.len());
            let moves = course.since.as_ref().map(|(_, before)| course.moves(&plan, before));
            moves.unwrap_or_default().into_iter().map(shown).collect::<Vec<_>>()
        };
        assert_eq!(moves(&world), ["ongoing to no-report: 1", "no-report to done: 1"]);
        world.withdraw("1.1", "2020-12-31");
        assert_eq!(moves(&world), ["ongoing to no-report: 1"]);
    }
}
