//! The whole plan, and what of it is overdue: one row an activity.

use super::super::Context;
use super::{names, sheet};
use crate::merge::progress::ActivityProgress;
use crate::model::plan::Activity;
use crate::report::view::{Sheet, SheetCell};

pub(super) fn plan(context: &Context<'_>) -> Sheet {
    let columns = [
        ("workbook.id", 10),
        ("workbook.number", 9),
        ("activity.activity", 60),
        ("summary.goal", 40),
        ("workbook.objective", 40),
        ("activity.lead", 28),
        ("activity.support", 28),
        ("activity.partners", 28),
        ("activity.deadline", 18),
        ("activity.agency", 26),
        ("activity.secretariat", 26),
        ("summary.counts", 26),
        ("workbook.overdue_since", 16),
    ];
    let rows = context.activities().map(|(activity, progress)| row(context, activity, progress)).collect();
    sheet(context, "workbook.plan", &columns, rows)
}

fn row(context: &Context<'_>, activity: &Activity, progress: &ActivityProgress<'_>) -> Vec<SheetCell> {
    let plan = context.plan();
    let objective = plan.objectives.get(activity.objective);
    let goal = objective.and_then(|objective| plan.goals.get(objective.goal));
    let titled = |number: &str, title| format!("{number}. {}", context.title(title).text);
    vec![
        activity.id.as_str().into(),
        activity.number.as_str().into(),
        context.title(&activity.title).text.into(),
        goal.map(|goal| titled(&goal.number, &goal.title)).into(),
        objective.map(|objective| titled(&objective.number, &objective.title)).into(),
        names(&context.named(&activity.lead)),
        names(&context.named(&activity.support)),
        names(&context.named(&activity.partners)),
        context.deadline(activity).into(),
        by_agencies(context, progress),
        progress.now.assessed.map(|status| context.label(status)).unwrap_or(SheetCell::Empty),
        context.label(progress.now.status),
        progress.overdue.map(|overdue| i64::from(overdue.due)).into(),
    ]
}

/// The agency's status; every agency's own, where they differ.
fn by_agencies(context: &Context<'_>, progress: &ActivityProgress<'_>) -> SheetCell {
    let ratings = context.ratings(progress).agency;
    let rating = |rating: &crate::report::view::Rating| match &rating.agency {
        Some(agency) => format!("{}: {}", agency.name.text, rating.status.label),
        None => rating.status.label.clone(),
    };
    ratings.iter().map(rating).collect::<Vec<_>>().join("; ").into()
}

pub(super) fn overdue(context: &Context<'_>) -> Sheet {
    let columns = [
        ("workbook.overdue_since", 16),
        ("workbook.id", 10),
        ("activity.activity", 60),
        ("activity.lead", 28),
        ("activity.deadline", 18),
        ("summary.counts", 26),
        ("lists.delay", 50),
    ];
    let mut overdue: Vec<_> = context.activities().filter_map(|(activity, progress)| Some((progress.overdue?.due, activity, progress))).collect();
    overdue.sort_by_key(|(due, ..)| *due);
    let rows = overdue.into_iter().map(|(due, activity, progress)| {
        vec![
            i64::from(due).into(),
            activity.id.as_str().into(),
            context.title(&activity.title).text.into(),
            names(&context.named(&activity.lead)),
            context.deadline(activity).into(),
            context.label(progress.now.status),
            delays(context, progress),
        ]
    });
    sheet(context, "workbook.overdue", &columns, rows.collect())
}

/// Reasons for delay and new dates, each with who says so.
fn delays(context: &Context<'_>, progress: &ActivityProgress<'_>) -> SheetCell {
    let one = |delay: crate::report::view::Delay| {
        let expected = delay.expected.map(|date| context.language().fill("activity.expected", &[("date", &date)]));
        let said: Vec<String> = delay.reason.map(|reason| reason.text).into_iter().chain(expected).collect();
        format!("{}: {}", delay.agency.name.text, said.join("; "))
    };
    context.delay(progress).into_iter().map(one).collect::<Vec<_>>().join("\n").into()
}
