//! Lists of activities: overdue, not due, cancelled, withdrawn.

use std::collections::BTreeMap;

use super::Context;
use crate::model::scale::{Counts, StatusIx};
use crate::report::view::{Change, Entry, Lists, OverdueList};

/// Overdue activities of one year: those of which there is more to say, and the ids of the others.
#[derive(Default)]
struct Overdue {
    carried: bool,
    entries: Vec<Entry>,
    others: BTreeMap<StatusIx, Vec<String>>,
}

pub(super) fn lists(context: &Context<'_>) -> Lists {
    let mut years: BTreeMap<i32, Overdue> = BTreeMap::new();
    let mut carried = 0;
    for (activity, progress) in context.activities() {
        let Some(due) = progress.overdue else { continue };
        let year = years.entry(due.due).or_default();
        let entry = context.entry(activity, progress);
        year.carried = due.carried_over;
        if due.carried_over || !entry.delay.is_empty() {
            year.entries.push(entry);
        } else {
            year.others.entry(progress.now.status).or_default().push(entry.id);
        }
        carried += usize::from(due.carried_over);
    }
    let list = |(year, list): (i32, Overdue)| OverdueList {
        year: year.to_string(),
        carried: list.carried,
        count: list.entries.len() + list.others.values().map(Vec::len).sum::<usize>(),
        entries: list.entries,
        others: context.by_status(list.others),
    };
    let overdue: Vec<OverdueList> = years.into_iter().map(list).collect();
    let with = |wanted: Counts| {
        let found = context.counted().filter(move |(_, progress)| context.counts(progress.now.status) == wanted);
        found.map(|(activity, progress)| context.entry(activity, progress)).collect()
    };
    Lists {
        overdue_count: overdue.iter().map(|list| list.count).sum(),
        overdue,
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
