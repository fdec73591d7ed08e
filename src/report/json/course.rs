//! The plan through the years in the export: how it stood at the end of each period, its rates, and what changed.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Reported;
use super::progress::{RatesDocument, code, ids, rates};
use crate::merge::course::{Basis, Snapshot};
use crate::model::plan::ActivityIx;

/// The plan through the years.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct CourseDocument<'a> {
    /// With what the report compares itself; null if there is nothing.
    pub since: Option<SinceDocument<'a>>,
    /// The earlier years and the period of `since`, in time; the report's own period stands last.
    pub periods: Vec<SnapshotDocument<'a>>,
}

/// What changed since an earlier day.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct SinceDocument<'a> {
    /// `year-before`, `mid-term`, or `asked` for a period named with `--since`.
    pub basis: &'static str,
    /// The period at whose end the plan stood so; one of `periods`.
    pub period: String,
    /// It is as long as the report's own, so that the rates of the two can stand side by side.
    pub same_length: bool,
    pub transitions: Vec<TransitionDocument<'a>>,
    /// Ids of the activities whose status is the same.
    pub unchanged: Vec<&'a str>,
}

/// Activities that went from one status to another.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct TransitionDocument<'a> {
    /// Codes.
    pub from: &'a str,
    pub to: &'a str,
    /// Ids.
    pub activities: Vec<&'a str>,
}

/// The plan at the end of a period, with the activities that are in it then.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct SnapshotDocument<'a> {
    pub period: String,
    /// It holds the middle of a report on several years.
    pub mid_term: bool,
    /// Ids by the code of the status that counted.
    pub statuses: BTreeMap<&'a str, Vec<&'a str>>,
    /// Ids.
    pub overdue: Vec<&'a str>,
    /// Of these, the ones that were due in an earlier year.
    pub carried_over: Vec<&'a str>,
    pub rates: RatesDocument<'a>,
}

/// The name of what a report compares itself with.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::YearBefore => "year-before",
        Basis::MidTerm => "mid-term",
        Basis::Asked => "asked",
    }
}

pub(super) fn document<'a>(given: &Reported<'a>) -> CourseDocument<'a> {
    let course = given.course;
    let middle = course.middle.and_then(|at| course.years.get(at));
    CourseDocument {
        since: course.since.as_ref().map(|(of, before)| since(given, *of, before)),
        periods: course.snapshots().into_iter().map(|it| snapshot(given, it, middle.is_some_and(|middle| std::ptr::eq(middle, it)))).collect(),
    }
}

fn since<'a>(given: &Reported<'a>, of: Basis, before: &Snapshot) -> SinceDocument<'a> {
    let moves = given.course.moves(given.plan, before);
    let (same, changes): (Vec<_>, Vec<_>) = moves.into_iter().partition(|((from, to), _)| from == to);
    let mut unchanged: Vec<ActivityIx> = same.into_iter().flat_map(|(_, kept)| kept).collect();
    unchanged.sort_unstable();
    let transition = |((from, to), moved): ((_, _), Vec<ActivityIx>)| TransitionDocument {
        from: code(given, from),
        to: code(given, to),
        activities: ids(given, &moved),
    };
    SinceDocument {
        basis: basis(of),
        period: before.period.to_string(),
        same_length: given.course.rates_before().is_some(),
        transitions: changes.into_iter().map(transition).collect(),
        unchanged: ids(given, &unchanged),
    }
}

fn snapshot<'a>(given: &Reported<'a>, snapshot: &Snapshot, mid_term: bool) -> SnapshotDocument<'a> {
    let mut statuses: BTreeMap<&'a str, Vec<&'a str>> = BTreeMap::new();
    let (mut overdue, mut carried_over) = (Vec::new(), Vec::new());
    for (_, activity, standing) in snapshot.standing(given.plan) {
        statuses.entry(code(given, standing.status)).or_default().push(&activity.id);
        if let Some(it) = standing.overdue {
            overdue.push(activity.id.as_str());
            carried_over.extend(it.carried_over.then_some(activity.id.as_str()));
        }
    }
    SnapshotDocument { period: snapshot.period.to_string(), mid_term, statuses, overdue, carried_over, rates: rates(given, &snapshot.rates) }
}
