//! The tables of the plan through the years: rates by period, and what changed since the period with which the report compares itself.

use super::cell::{shown, text, yes_no};
use super::table::{Columns, Kind, Reference, Table};
use crate::merge::course::Snapshot;
use crate::merge::progress::{Pick, Rate, Rates};
use crate::model::plan::{Activity, ActivityIx};
use crate::model::scale::StatusIx;
use crate::report::json::Reported;

/// A rate of a period.
struct Share<'a> {
    snapshot: &'a Snapshot,
    name: &'static str,
    rate: &'a Rate,
}

pub(super) fn rates<'a>(given: Reported<'a>) -> Table<'a> {
    let course = given.course;
    let is = move |it: &Share<'_>, other: Option<&Snapshot>| yes_no(other.is_some_and(|other| other.period == it.snapshot.period));
    let names = Kind::Code(Rates::ALL.iter().map(|(name, _)| (*name).to_owned()).collect());
    let columns = Columns::<Share<'a>>::new()
        .always("period", Kind::Text, "The period: 2020, 2020-H2 or 2019..2020", |it| shown(Some(it.snapshot.period)))
        .always("start", Kind::Day, "Its first day", |it| shown(Some(it.snapshot.period.start())))
        .always("end", Kind::Day, "Its last day", |it| shown(Some(it.snapshot.period.end())))
        .always("own_period", Kind::YesNo, "The report's own period, not an earlier one", move |it| is(it, Some(&course.now)))
        .always("mid_term", Kind::YesNo, "The year that holds the middle of a report on several years", move |it| {
            is(it, course.middle.and_then(|at| course.years.get(at)))
        })
        .always("compared", Kind::YesNo, "The period with which the report compares itself; see `transitions`", move |it| {
            is(it, course.since.as_ref().map(|(_, since)| since))
        })
        .always("rate", names, "Which rate: `execution`, `completion`, or the share of activities `reported` on", |it| text(it.name))
        .always("numerator", Kind::Whole, "Activities that count", |it| shown(Some(it.rate.numerator.len())))
        .always("denominator", Kind::Whole, "All activities looked at", |it| shown(Some(it.rate.denominator.len())))
        .with("share", Kind::Number, "The first by the second, between 0 and 1; empty where nothing was looked at", |it| shown(it.rate.share()));
    let of = |snapshot: &'a Snapshot| {
        let share = move |(name, of): (&'static str, Pick)| Share { snapshot, name, rate: of(&snapshot.rates) };
        Rates::ALL.map(share)
    };
    let description = "One row for each rate of the report's period and of each earlier one that it looks back to. Rates of periods \
        that are not equally long do not compare.";
    let table = columns.table("rates", description, course.snapshots().into_iter().flat_map(of));
    Table { key: &["period", "rate"], ..table }
}

const REFERENCES: &[Reference] = &[
    Reference { fields: &["activity"], table: "activities", to: &["id"] },
    Reference { fields: &["status_then"], table: "statuses", to: &["code"] },
    Reference { fields: &["status_now"], table: "statuses", to: &["code"] },
];

/// An activity, the status that it had, and the one that it has.
struct Item<'a> {
    activity: &'a Activity,
    before: &'a Snapshot,
    then: StatusIx,
    now: StatusIx,
}

pub(super) fn transitions<'a>(given: Reported<'a>) -> Table<'a> {
    let (plan, course) = (given.plan, given.course);
    let code = move |status: StatusIx| text(&*plan.scale.get(status).code);
    let codes = || Kind::Code(plan.scale.statuses.iter().map(|status| status.code.clone()).collect());
    let columns = Columns::<Item<'a>>::new()
        .always("activity", Kind::Text, "Id of the activity", |it| text(&*it.activity.id))
        .always("since", Kind::Text, "The period with which the report compares itself", |it| shown(Some(it.before.period)))
        .always("since_end", Kind::Day, "Its last day", |it| shown(Some(it.before.period.end())))
        .always("status_then", codes(), "The status that counted at its end", move |it| code(it.then))
        .always("status_now", codes(), "The status that counts at the end of the report's period", move |it| code(it.now))
        .always("changed", Kind::YesNo, "The two are not the same", |it| yes_no(it.then != it.now));
    let items = course.since.iter().flat_map(move |(_, before)| {
        let item = move |(ix, then, now): (ActivityIx, StatusIx, StatusIx)| Item { activity: plan.activity(ix), before, then, now };
        course.compared(plan, before).map(item)
    });
    let description = "One row for each activity that is in the plan at the end of the report's period: its status then \
        and now. No row where there is nothing with which the report compares itself.";
    Table { key: &["activity"], references: REFERENCES, ..columns.table("transitions", description, items) }
}
