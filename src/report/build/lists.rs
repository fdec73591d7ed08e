//! Lists of activities: overdue, not due, cancelled, withdrawn.

use std::collections::BTreeMap;

use super::Context;
use crate::model::scale::Counts;
use crate::report::view::{Change, Entry, Lists, OverdueList};

pub(super) fn lists(context: &Context<'_>) -> Lists {
    let mut overdue: BTreeMap<i32, Vec<Entry>> = BTreeMap::new();
    let mut carried = 0;
    for (activity, progress) in context.activities() {
        let Some(due) = progress.overdue else { continue };
        overdue.entry(due.due).or_default().push(context.entry(activity, progress));
        carried += usize::from(due.carried_over);
    }
    let with = |wanted: Counts| {
        let found =
            context.activities().filter(move |(activity, progress)| !context.is_withdrawn(activity) && context.counts(progress.now.status) == wanted);
        found.map(|(activity, progress)| context.entry(activity, progress)).collect()
    };
    Lists {
        overdue_count: overdue.values().map(Vec::len).sum(),
        overdue: overdue.into_iter().map(|(year, entries)| OverdueList { year: year.to_string(), entries }).collect(),
        carried,
        not_due: with(Counts::NotDue),
        cancelled: with(Counts::Cancelled),
        withdrawn: withdrawn(context),
    }
}

fn withdrawn(context: &Context<'_>) -> Vec<Change> {
    let activities = context.activities().filter(|(activity, _)| context.is_withdrawn(activity));
    let change = |amendment| context.amendment(amendment);
    let listed = activities.filter_map(|(activity, _)| {
        Some(Change {
            id: activity.id.clone(),
            title: context.title(&activity.title),
            change: change(activity.withdrawn.as_ref()?),
            withdrawn: true,
            successor: activity.successor.clone(),
        })
    });
    listed.collect()
}
