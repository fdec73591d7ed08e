//! The rates of a period, after `domain.md` 5, with the activities behind each number.
//!
//! The two rates follow the two methods of OECD/SIGMA (execution, completion). No report counts as not implemented.

use super::progress::Rates;
use super::scope::{due, in_force, touches};
use crate::model::date::Period;
use crate::model::plan::{Activity, ActivityIx};
use crate::model::scale::Counts;

/// What is known of an activity at the end of a period.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    /// What its status means.
    pub(super) counts: Counts,
    /// It was implemented when the period began.
    pub(super) done_before: bool,
    /// Something was reported about it in the period.
    pub(super) any_row: bool,
}

/// Counts one activity in the rates of a period; activities come in the order of the plan.
///
/// - execution: of those whose deadline touches the period, the ones implemented, or under way with a deadline after its end;
/// - completion: of those due by its end and not implemented before it, the ones implemented;
/// - reported: of those whose deadline touches it, and those carried over into it, the ones reported about.
pub(super) fn count(rates: &mut Rates, ix: ActivityIx, activity: &Activity, period: &Period, facts: Facts) {
    if !in_force(activity, period) {
        return;
    }
    let done = facts.counts == Counts::Done;
    let touches = touches(activity, period);
    if touches {
        rates.execution.denominator.push(ix);
        if done || (facts.counts == Counts::Underway && !due(activity, period)) {
            rates.execution.numerator.push(ix);
        }
    }
    let open = due(activity, period) && !facts.done_before;
    if open {
        rates.completion.denominator.push(ix);
        if done {
            rates.completion.numerator.push(ix);
        }
    }
    if touches || open {
        rates.reported.denominator.push(ix);
        if facts.any_row {
            rates.reported.numerator.push(ix);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;

    /// Activities with these deadlines, and a status for each in 2020 (`-` for none).
    fn world(activities: &[(&str, &str)]) -> World {
        let mut world = World::new();
        world.period("2019").period("2020");
        for (at, (deadline, status)) in activities.iter().enumerate() {
            let id = format!("1.{}", at + 1);
            world.activity(&id, "a", "", deadline);
            if *status != "-" {
                world.send("2020", "a", &[&format!("{id} @{status}")]);
            }
        }
        world
    }

    #[test]
    fn under_way_is_on_schedule_while_the_deadline_is_ahead() {
        let world = world(&[("2020", "done"), ("2019..2021", "ongoing"), ("2019..2020", "ongoing"), ("2021", "done")]);
        assert_eq!(world.rates("2020"), "execution 2/3 completion 1/2 reported 3/3");
        let also = self::world(&[("2019..2021", "not"), ("2019..2021", "cancelled"), ("2019..2021", "-")]);
        assert_eq!(also.rates("2020"), "execution 0/3 completion 0/0 reported 2/3");
    }

    #[test]
    fn cancelled_and_silent_activities_stay_in_the_denominators() {
        // Case rep-missing: activity without a report.
        assert_eq!(world(&[("2020", "cancelled"), ("2020", "-"), ("2020", "done")]).rates("2020"), "execution 1/3 completion 1/3 reported 2/3");
    }

    #[test]
    fn completion_looks_at_what_was_open_when_the_year_began() {
        let mut world = world(&[("2019", "-"), ("2019", "done"), ("2019-H1", "-")]);
        world.send("2019", "a", &["1.1 @done", "1.2 @partly"]);
        assert_eq!(world.rates("2019"), "execution 1/3 completion 1/3 reported 2/3");
        assert_eq!(world.rates("2020"), "execution 0/0 completion 1/2 reported 1/2");
        assert_eq!(world.rates_before("2020"), Some(world.rates("2019")));
    }

    #[test]
    fn a_final_report_is_on_the_whole_period() {
        let mut world = world(&[("2019", "-"), ("2020", "done"), ("2018", "-"), ("2019..2021", "ongoing")]);
        world.send("2019", "a", &["1.1 @done"]);
        assert_eq!(world.rates("2019-2020"), "execution 3/3 completion 2/3 reported 3/4");
        assert_eq!(world.rates_before("2019-2020"), None);
    }

    #[test]
    fn what_is_withdrawn_before_the_period_is_not_counted() {
        let mut world = world(&[("2020", "done"), ("2020", "-")]);
        world.withdraw("1.2", "2019-12-31");
        assert_eq!(world.rates("2020"), "execution 1/1 completion 1/1 reported 1/1");
        assert_eq!(world.rates("2019-2020"), "execution 1/2 completion 1/2 reported 1/2");
    }

    #[test]
    fn nothing_to_look_at_has_no_share() {
        // Case rep-zero-base.
        let world = world(&[("2021", "-")]);
        assert_eq!(world.rates("2020"), "execution 0/0 completion 0/0 reported 0/0");
        let plan = world.plan();
        assert_eq!(crate::merge::merge(&plan, &world.periods, &World::parse("2020")).rates.execution.share(), None);
    }

    #[test]
    fn the_year_before_the_plan_has_no_rates() {
        let world = world(&[("2019", "-")]);
        assert_eq!(world.rates_before("2019"), None);
        assert_eq!(world.rates_before("2020-H1"), None);
        assert!(world.rates_before("2020").is_some());
    }

    #[test]
    fn half_years_have_rates_of_their_own() {
        let mut world = world(&[("2020-H1", "-"), ("2020", "-")]);
        world.period("2020-H1").send("2020-H1", "a", &["1.1 @done", "1.2 @ongoing"]);
        assert_eq!(world.rates("2020-H1"), "execution 2/2 completion 1/1 reported 2/2");
    }
}
