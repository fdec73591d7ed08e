//! The states of one activity through the years: reported, assessed, and what follows when neither was said.
//!
//! After `domain.md` 4: what was implemented stays so until a later word says otherwise. Rates are counted in `rates`.

use super::Frame;
use super::calendar::Stage;
use super::progress::YearState;
use super::roles::Roles;
use super::rows::Entry;
use crate::model::plan::{Activity, ActivityIx, Plan};
use crate::model::scale::{Counts, StatusIx};
use crate::model::text::Text;

/// The state at the end of a stage, and what made it.
pub(super) struct Moment<'e, 'a> {
    /// The state.
    pub(super) state: YearState,
    /// It was implemented when the stage began.
    pub(super) done_before: bool,
    /// The rows of the leads that give a status in their latest period.
    pub(super) words: Vec<&'e Entry<'a>>,
    /// The secretariat's reason for its assessment.
    pub(super) reason: Option<&'a Text>,
}

/// The course of one activity.
pub(super) struct History<'e, 'a> {
    /// One for each stage of the calendar.
    pub(super) moments: Vec<Moment<'e, 'a>>,
    /// State that the report counts.
    pub(super) now: YearState,
    /// The secretariat's reason in the report's period.
    pub(super) reason: Option<&'a Text>,
    /// First year of those, unbroken until the report's end, at whose ends it was implemented.
    pub(super) implemented_in: Option<i32>,
    /// It was implemented when the report's period began.
    pub(super) done_before: bool,
}

/// What a status means; nothing was reported when the scale does not have it.
pub(super) fn counts(plan: &Plan, status: StatusIx) -> Counts {
    plan.scale.statuses.get(usize::from(status.0)).map_or(Counts::NoReport, |status| status.counts)
}

/// Follows an activity through the stages of the calendar; its rows are arranged.
pub(super) fn of<'e, 'a>(frame: &Frame<'a>, ix: ActivityIx, activity: &Activity, roles: &Roles, entries: &'e [Entry<'a>]) -> History<'e, 'a> {
    let stages = &frame.calendar.stages;
    let mut words = words_of_leads(roles, entries, stages.len());
    let mut any_row = vec![false; stages.len()];
    for entry in entries.iter().filter(|entry| !entry.external) {
        if let Some(any) = any_row.get_mut(entry.stage as usize) {
            *any = true;
        }
    }

    let mut moments = Vec::with_capacity(stages.len());
    let (mut standing, mut implemented_in) = (None, None);
    for (at, stage) in stages.iter().enumerate() {
        let words = words.get_mut(at).map(std::mem::take).unwrap_or_default();
        let reported = words.iter().filter_map(|entry| entry.row.status).max();
        let verdict = frame.verdicts.assessed(ix, at);
        let (assessed, reason) = (verdict.map(|it| it.status), verdict.map(|it| it.reason));
        let done_before = standing.is_some();
        let said = assessed.or(reported);
        standing = said.or(standing).filter(|status| counts(frame.plan, *status) == Counts::Done);
        let status = said.or(standing).unwrap_or_else(|| derived(frame.plan, activity, stage, any_row[at]));
        implemented_in = standing.and(implemented_in.or(Some(stage.year)));
        moments.push(Moment { state: YearState { reported, assessed, status, any_row: any_row[at] }, done_before, words, reason });
    }

    let own = || stages.iter().zip(&moments).filter(|(stage, _)| stage.own).map(|(_, moment)| moment);
    let done_before = own().next().is_some_and(|moment| moment.done_before);
    let now = now(frame.plan, activity, stages, own().map(|moment| &moment.state));
    let assessed = own().rev().find(|moment| moment.state.assessed.is_some());
    let reason = assessed.filter(|moment| moment.state.assessed == Some(now.status)).and_then(|moment| moment.reason);
    History { now, reason, implemented_in, done_before, moments }
}

/// The state that the report counts. A report on several years looks back to the last year in which a status was given.
fn now<'m>(plan: &Plan, activity: &Activity, stages: &[Stage], own: impl DoubleEndedIterator<Item = &'m YearState> + Clone) -> YearState {
    let any_row = own.clone().any(|state| state.any_row);
    let mut latest = own.clone().rev();
    let said = latest.clone().find(|state| state.assessed.or(state.reported).is_some());
    let done = latest.next().filter(|state| counts(plan, state.status) == Counts::Done);
    let derive = || stages.last().map_or(StatusIx(0), |stage| derived(plan, activity, stage, any_row));
    YearState {
        reported: said.and_then(|state| state.reported),
        assessed: said.and_then(|state| state.assessed),
        status: said.or(done).map_or_else(derive, |state| state.status),
        any_row,
    }
}

/// The rows of the leads that give a status, by stage; of each lead only those of its latest period in the stage.
fn words_of_leads<'e, 'a>(roles: &Roles, entries: &'e [Entry<'a>], stages: usize) -> Vec<Vec<&'e Entry<'a>>> {
    let mut words = vec![Vec::new(); stages];
    for rows in entries.chunk_by(|a, b| (a.external, a.agency, a.stage) == (b.external, b.agency, b.stage)) {
        let speaking = |entry: &&Entry<'a>| entry.counts() && entry.row.status.is_some() && roles.is_led_by(entry.agency);
        let latest = rows.iter().filter(speaking).map(|entry| entry.rank).max();
        let words = rows.first().and_then(|entry| words.get_mut(entry.stage as usize));
        if let (Some(latest), Some(words)) = (latest, words) {
            words.extend(rows.iter().filter(speaking).filter(|entry| entry.rank == latest));
        }
    }
    words
}

/// The status of an activity about which none was given and which was not implemented before.
fn derived(plan: &Plan, activity: &Activity, stage: &Stage, any_row: bool) -> StatusIx {
    let case = if any_row {
        Counts::NoStatus
    } else if activity.deadline.is_some_and(|deadline| deadline.start() > stage.end) {
        Counts::NotDue
    } else {
        Counts::NoReport
    };
    let least = plan.scale.statuses.len().saturating_sub(1);
    plan.scale.derived(case).unwrap_or(StatusIx(u8::try_from(least).unwrap_or(u8::MAX)))
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;

    fn world(deadline: &str) -> World {
        let mut world = World::new();
        world.activity("1.1", "a", "b", deadline).indicator("1.1", "n");
        world.period("2019").period("2020");
        world
    }

    #[test]
    fn without_a_word_the_status_is_derived() {
        let mut world = world("2020-H2");
        assert_eq!(world.years("2020", "1.1"), ["2019 not-due", "2020 no-report"]);
        world.send("2020", "a", &["1.1 n=4"]);
        assert_eq!(world.now("2020", "1.1"), "no-status");
    }

    #[test]
    fn a_half_year_before_the_deadline_is_not_due() {
        let mut world = world("2020-H2");
        world.period("2020-H1");
        assert_eq!(world.now("2020-H1", "1.1"), "not-due");
        assert_eq!(world.now("2020-H2", "1.1"), "no-report");
    }

    #[test]
    fn an_activity_is_due_from_the_day_its_deadline_begins() {
        let mut world = world("2020-H2..2021");
        world.period("2020-H1");
        assert_eq!(world.now("2020-H1", "1.1"), "not-due");
        assert_eq!(world.now("2020", "1.1"), "no-report");
    }

    #[test]
    fn only_the_lead_answers() {
        let mut world = world("2020");
        world.send("2020", "b", &["1.1 @done"]).send("2020", "d", &["1.1 @done outside"]);
        assert_eq!(world.now("2020", "1.1"), "no-status");
        world.send("2020", "a", &["1.1 @ongoing"]);
        assert_eq!(world.now("2020", "1.1"), "ongoing");
    }

    #[test]
    fn a_member_of_a_leading_group_answers() {
        let mut world = World::new();
        world.activity("1.1", "group", "", "2020").period("2020").send("2020", "b", &["1.1 @done"]);
        assert_eq!(world.now("2020", "1.1"), "done");
    }

    #[test]
    fn the_latest_period_of_an_agency_counts() {
        let mut world = world("2020");
        world.period("2020-H2").period("2020-H1");
        world.send("2020-H1", "a", &["1.1 @done"]).send("2020-H2", "a", &["1.1 @partly"]);
        assert_eq!(world.now("2020", "1.1"), "partly");
        world.send("2020", "a", &["1.1 @ongoing"]);
        assert_eq!(world.now("2020", "1.1"), "ongoing");
        assert!(world.disagreements("2020").is_empty());
    }

    #[test]
    fn what_was_implemented_stays_implemented_until_a_later_word() {
        let mut world = world("2019");
        world.period("2021").send("2019", "a", &["1.1 @done"]);
        assert_eq!(world.years("2021", "1.1"), ["2019 done", "2020 done", "2021 done"]);
        assert_eq!(world.implemented_in("2021", "1.1"), Some(2019));
        world.send("2020", "a", &["1.1 @ongoing"]);
        assert_eq!(world.years("2021", "1.1"), ["2019 done", "2020 ongoing", "2021 no-report"]);
        assert_eq!(world.implemented_in("2021", "1.1"), None);
        world.assess("2021", "1.1", "done");
        assert_eq!(world.implemented_in("2021", "1.1"), Some(2021));
    }

    #[test]
    fn the_assessment_counts_and_both_are_kept() {
        let mut world = world("2020");
        world.send("2020", "a", &["1.1 @done"]).assess("2020", "1.1", "partly");
        assert_eq!(world.state("2020", "1.1"), "reported done, assessed partly, counts partly, row, because partly");
    }

    #[test]
    fn what_was_done_in_the_first_half_is_done_in_the_second() {
        let mut world = world("2020");
        world.period("2020-H1").period("2020-H2").send("2020-H1", "a", &["1.1 @done"]);
        assert_eq!(world.now("2020-H2", "1.1"), "done");
        let mut other = self::world("2020");
        other.period("2020-H1").period("2020-H2").send("2020-H1", "a", &["1.1 @ongoing"]);
        assert_eq!(other.now("2020-H2", "1.1"), "no-report");
    }

    #[test]
    fn a_final_report_looks_back_to_the_last_word() {
        let mut world = world("2019..2020");
        world.send("2019", "a", &["1.1 @partly"]);
        assert_eq!(world.years("2019-2020", "1.1"), ["2019 partly", "2020 no-report"]);
        assert_eq!(world.now("2019-2020", "1.1"), "partly");
        world.period("2019-2020").send("2019-2020", "a", &["1.1 @done"]);
        assert_eq!(world.now("2019-2020", "1.1"), "done");
        assert_eq!(world.now("2020", "1.1"), "no-report");
    }

    #[test]
    fn an_own_scale_without_derived_statuses_does_not_fail() {
        let mut world = world("2020");
        world.edit_plan(|plan| plan.scale.statuses.truncate(2));
        assert_eq!(world.now("2020", "1.1"), "partly");
        world.edit_plan(|plan| plan.scale.statuses.clear());
        crate::merge::merge(&world.plan(), &world.periods, &World::parse("2020"));
    }
}
