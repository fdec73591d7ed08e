//! Which activities a report is about, and which are overdue at its end.

use super::progress::Overdue;
use crate::model::date::Period;
use crate::model::plan::Activity;

/// Whether the activity is in the plan as it stands when the period begins.
pub fn in_force(activity: &Activity, period: &Period) -> bool {
    activity.is_in_plan(period.start())
}

/// Whether its deadline touches the period and it is in force.
pub fn touches(activity: &Activity, period: &Period) -> bool {
    in_force(activity, period) && activity.deadline.is_some_and(|deadline| deadline.touches(period))
}

/// Whether it was to be done by the end of the period.
pub(super) fn due(activity: &Activity, period: &Period) -> bool {
    activity.deadline.is_some_and(|deadline| deadline.end() <= period.end())
}

/// Overdue at the end of the period (`domain.md` 4): due by then, not done and not withdrawn by then. It was carried over
/// when it was due in a year before the period's last: before the report's year, or, in a final report, before the last one.
pub(super) fn overdue(activity: &Activity, period: &Period, done: bool) -> Option<Overdue> {
    let late = !done && activity.is_in_plan(period.end()) && due(activity, period);
    let due = activity.deadline.filter(|_| late)?.end().year();
    Some(Overdue { due, carried_over: due < period.end().year() })
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;

    fn world(deadline: &str) -> World {
        let mut world = World::new();
        world.activity("1.1", "a", "", deadline).period("2019").period("2020");
        world
    }

    #[test]
    fn what_is_not_done_in_time_is_overdue_and_then_carried_over() {
        let mut world = world("2019-H2");
        assert_eq!(world.overdue("2019", "1.1"), "2019");
        assert_eq!(world.overdue("2020", "1.1"), "2019 carried over");
        assert_eq!(world.overdue("2019-2020", "1.1"), "2019 carried over");
        assert_eq!(world.overdue("2019-H1", "1.1"), "no");
        world.send("2020", "a", &["1.1 @cancelled"]);
        assert_eq!(world.overdue("2020", "1.1"), "2019 carried over");
        world.assess("2020", "1.1", "done");
        assert_eq!(world.overdue("2020", "1.1"), "no");
    }

    #[test]
    fn due_on_the_last_day_is_overdue_but_not_carried_over() {
        assert_eq!(world("2020").overdue("2020", "1.1"), "2020");
        assert_eq!(world("2020").overdue("2019-2020", "1.1"), "2020");
        assert_eq!(world("2020-H1").overdue("2020-H2", "1.1"), "2020");
        assert_eq!(world("2019..2021").overdue("2020", "1.1"), "no");
        assert_eq!(world("").overdue("2020", "1.1"), "no");
    }

    #[test]
    fn what_was_withdrawn_leaves_the_report() {
        // Case rep-cancelled: withdrawn in the year it stays in that year's rates, before the year it leaves them.
        let mut world = world("2020");
        world.withdraw("1.1", "2020-06-30");
        assert_eq!(world.overdue("2020", "1.1"), "no");
        assert_eq!(world.rates("2020"), "execution 0/1 completion 0/1 reported 0/1");
        world.withdraw("1.1", "2020-01-01");
        assert_eq!(world.rates("2020"), "execution 0/0 completion 0/0 reported 0/0");
        assert_eq!(world.overdue("2020", "1.1"), "no");
        assert!(!world.in_scope("2020", "1.1"));
    }

    #[test]
    fn scope_is_every_day_of_the_deadline() {
        let world = world("2019-H2..2020-H1");
        assert!(world.in_scope("2019", "1.1") && world.in_scope("2020-H1", "1.1"));
        assert!(!world.in_scope("2019-H1", "1.1") && !world.in_scope("2020-H2", "1.1"));
    }
}
