//! Plan and accepted rows to [`Progress`]: provenance, conflicts, history and rates (`domain.md` 4 and 5).
//!
//! Nothing here decides by the order of rows or files, and nothing is added up or averaged unless the plan says so.
//!
//! | part | holds |
//! | --- | --- |
//! | [`progress`], `years` | the result, and its values by year |
//! | `calendar` | which periods are read, and which are the report's own |
//! | `rows`, `roles`, `verdict` | rows by activity; leads and supporting agencies; the secretariat's decisions |
//! | `history`, `scope` | states through the years; in scope, overdue |
//! | `figures`, `parts`, `combine` | values over agencies, over parts of a year, and their arithmetic |
//! | `conflict` | disagreements |
//! | `rates`, `agencies` | rates; what agencies owed and sent |
//! | [`course`] | how the plan stood at the end of the report's period and of earlier ones, and what changed |

mod agencies;
mod calendar;
mod combine;
mod conflict;
pub mod course;
mod figures;
mod history;
mod parts;
pub mod progress;
#[cfg(test)]
mod properties;
mod rates;
mod roles;
mod rows;
mod scope;
#[cfg(test)]
mod testing;
mod verdict;
mod years;

use crate::model::agency::AgencyIx;
use crate::model::date::Period;
use crate::model::period::ReportingPeriod;
use crate::model::plan::{Activity, ActivityIx, Plan};
use crate::model::scale::Counts;
use crate::parallel;
use calendar::Calendar;
use history::{History, counts};
use progress::{ActivityProgress, Disagreement, Progress, Rates};
use rates::Facts;
use roles::{Groups, Roles};
use rows::Entry;
use verdict::Verdicts;

pub use scope::{in_force, touches};

/// What every part looks up.
struct Frame<'a> {
    plan: &'a Plan,
    calendar: Calendar,
    groups: Groups,
    verdicts: Verdicts<'a>,
}

/// What an agency owes in a period: the activities that it leads, and those that it supports, itself or as a member of a
/// group, as far as they are in force and their deadlines touch the period.
pub fn owed(plan: &Plan, agency: AgencyIx, period: &Period) -> (Vec<ActivityIx>, Vec<ActivityIx>) {
    let groups = Groups::new(plan);
    let (mut leads, mut supports) = (Vec::new(), Vec::new());
    for (ix, activity) in plan.activities().filter(|(_, activity)| scope::touches(activity, period)) {
        let roles = Roles::of(activity, &groups);
        if roles.is_led_by(Some(agency)) {
            leads.push(ix);
        } else if roles.supports.contains(&agency) {
            supports.push(ix);
        }
    }
    (leads, supports)
}

/// Merges what was sent until the end of `period` into the progress that a report on `period` prints.
///
/// `periods` may hold any reporting periods; those that neither lie in `period` nor end before it begins are not read.
/// Takes time in proportion to the rows, and refers to them rather than copying them.
pub fn merge<'a>(plan: &'a Plan, periods: &'a [ReportingPeriod], period: &Period) -> Progress<'a> {
    let calendar = Calendar::new(plan, periods, period);
    let verdicts = Verdicts::new(plan, periods, &calendar);
    let frame = Frame { plan, groups: Groups::new(plan), verdicts, calendar };
    let mut agencies = agencies::sent(plan, periods, &frame.calendar);
    let mut entries = rows::collect(periods, &frame.calendar);
    let mut rest = entries.as_mut_slice();
    let mut each = Vec::with_capacity(plan.activities.len());
    for (ix, activity) in plan.activities() {
        let (entries, others) = rest.split_at_mut(rest.partition_point(|entry| entry.row.activity <= ix));
        rest = others;
        let roles = Roles::of(activity, &frame.groups);
        rows::arrange(entries, &roles);
        each.push((ix, activity, roles, &*entries));
    }
    let merged = parallel::map(&each, |(ix, activity, roles, entries)| {
        let history = history::of(&frame, *ix, activity, roles, entries);
        let facts = facts_now(plan, &history);
        let mut disagreements = Vec::new();
        (facts, progress_of(&frame, *ix, activity, entries, history, &mut disagreements), disagreements)
    });

    let (mut activities, mut disagreements) = (Vec::with_capacity(each.len()), Vec::new());
    let mut rates = Rates::default();
    for ((ix, activity, roles, entries), (facts, progress, found)) in each.iter().zip(merged) {
        rates::count(&mut rates, *ix, activity, period, facts);
        let open = scope::in_force(activity, period) && scope::due(activity, period) && !facts.done_before;
        if open || scope::touches(activity, period) {
            agencies::note(&mut agencies, *ix, activity, roles, entries);
        }
        activities.push(progress);
        disagreements.extend(found);
    }
    Progress { period: *period, own_periods: frame.calendar.own(), activities, rates, agencies, disagreements }
}

/// One entry of the result.
fn progress_of<'a>(
    frame: &Frame<'a>,
    ix: ActivityIx,
    activity: &Activity,
    entries: &[Entry<'a>],
    history: History<'_, 'a>,
    disagreements: &mut Vec<Disagreement<'a>>,
) -> ActivityProgress<'a> {
    disagreements.extend(conflict::of_statuses(frame, ix, &history));
    disagreements.extend(conflict::with_external_statuses(frame, ix, &history, entries));
    let statements = |external| {
        let own = || entries.iter().filter(|entry| entry.own && entry.external == external);
        let mut statements = Vec::with_capacity(own().count());
        statements.extend(own().map(Entry::statement));
        statements
    };
    let period = &frame.calendar.period;
    let done = counts(frame.plan, history.now.status) == Counts::Done;
    ActivityProgress {
        activity: ix,
        said: statements(false),
        external: statements(true),
        figures: figures::of(frame, ix, entries, disagreements),
        overdue: scope::overdue(activity, period, done),
        implemented_in: history.implemented_in,
        in_scope: scope::touches(activity, period),
        reason: history.reason,
        now: history.now,
        years: frame.calendar.stages.iter().map(|stage| stage.year).zip(history.moments.into_iter().map(|moment| moment.state)).collect(),
    }
}

fn facts_now(plan: &Plan, history: &History<'_, '_>) -> Facts {
    Facts { counts: counts(plan, history.now.status), done_before: history.done_before, any_row: history.now.any_row }
}
