//! The table of activities: what the plan says of each and what it reached.

use super::cell::{shown, text, yes_no};
use super::languages;
use super::table::{Columns, Kind, Reference, Table};
use crate::merge::progress::ActivityProgress;
use crate::model::plan::{Activity, Objective};
use crate::model::scale::StatusIx;
use crate::report::json::Reported;

type Item<'a> = (&'a Activity, &'a ActivityProgress<'a>);

const REFERENCES: &[Reference] = &[
    Reference { fields: &["status_reported"], table: "statuses", to: &["code"] },
    Reference { fields: &["status_assessed"], table: "statuses", to: &["code"] },
    Reference { fields: &["status_counted"], table: "statuses", to: &["code"] },
];

pub(super) fn activities<'a>(given: Reported<'a>) -> Table<'a> {
    let plan = given.plan;
    let objective = move |activity: &Activity| -> Option<&'a Objective> { plan.objectives.get(activity.objective) };
    let goal = move |activity: &Activity| plan.goals.get(objective(activity)?.goal);
    let code = move |status: StatusIx| plan.scale.get(status).code.as_str();
    let codes = || Kind::Code(plan.scale.statuses.iter().map(|status| status.code.clone()).collect());
    let columns = Columns::<Item<'a>>::new()
        .always("id", Kind::Text, "Id of the activity, which never changes", |(it, _)| text(&*it.id))
        .with("number", Kind::Text, "Number printed in the plan; two activities may share it", |(it, _)| text(&*it.number))
        .with("goal", Kind::Text, "Id of its goal; a text, also where it looks like a number", move |(it, _)| text(goal(it).map(|it| &*it.id)))
        .with("objective", Kind::Text, "Id of its objective; a text: 1.1 and 1.10 are two objectives", move |(it, _)| {
            text(objective(it).map(|it| &*it.id))
        })
        .localized("title", &languages(plan), "Title as adopted", |(it, _)| Some(&it.title))
        .with("deadline", Kind::Text, "Deadline as the plan gives it: 2020, 2020-H2, 2020-Q3, 2019..2020 or a day", |(it, _)| shown(it.deadline))
        .with("deadline_start", Kind::Day, "First day of the deadline's period", |(it, _)| shown(it.deadline.map(|it| it.start())))
        .with("deadline_end", Kind::Day, "Last day of the deadline's period", |(it, _)| shown(it.deadline.map(|it| it.end())))
        .with("status_reported", codes(), "Status by the agencies that lead it; the less advanced one where they disagree", move |(_, now)| {
            text(now.now.reported.map(code))
        })
        .with("status_assessed", codes(), "Status by the secretariat", move |(_, now)| text(now.now.assessed.map(code)))
        .always(
            "status_counted",
            codes(),
            "The status that counts: the assessed one, else the reported one, else the derived one",
            move |(_, now)| text(code(now.now.status)),
        )
        .with("overdue_since", Kind::Year, "Year of the deadline, where it has passed and the activity is not implemented", |(_, now)| {
            shown(now.overdue.map(|overdue| overdue.due))
        })
        .always("carried_over", Kind::YesNo, "It was due in a year before the report's last and is still open", |(_, now)| {
            yes_no(now.overdue.is_some_and(|overdue| overdue.carried_over))
        })
        .always("in_scope", Kind::YesNo, "Its deadline touches the report's period", |(_, now)| yes_no(now.in_scope))
        .with("withdrawn", Kind::Day, "Day on which it left the plan", |(it, _)| shown(it.withdrawn.as_ref().map(|it| it.date)));
    let items = plan.activities.iter().zip(&given.progress.activities);
    let table = columns.table("activities", "One row for each activity of the plan, with its state at the end of the report's period.", items);
    Table { key: &["id"], references: REFERENCES, ..table }
}
