//! Views of goals and objectives.

use std::collections::BTreeMap;

use super::Context;
use crate::model::scale::StatusIx;
use crate::report::anchor;
use crate::report::view::{GoalView, ObjectiveView, StatusIds};

/// A goal, by its number in the plan's list.
pub fn goal(context: &Context<'_>, at: usize) -> Option<GoalView> {
    let plan = context.plan();
    let goal = plan.goals.get(at)?;
    let mut statuses: BTreeMap<StatusIx, Vec<String>> = BTreeMap::new();
    let activities = plan.objectives.get(goal.objectives.clone()).unwrap_or_default().iter().flat_map(|objective| objective.activities.clone());
    for at in activities {
        let (Some(activity), Some(progress)) = (plan.activities.get(at), context.given.progress.activities.get(at)) else { continue };
        if !context.is_withdrawn(activity) {
            statuses.entry(progress.now.status).or_default().push(activity.id.clone());
        }
    }
    Some(GoalView {
        anchor: anchor("g", &goal.id),
        number: goal.number.clone(),
        title: context.title(&goal.title),
        statuses: context.by_status(statuses),
    })
}

/// An objective, by its number in the plan's list.
pub fn objective(context: &Context<'_>, at: usize) -> Option<ObjectiveView> {
    let objective = context.plan().objectives.get(at)?;
    let range = objective.activities.clone();
    let activities = context.plan().activities.get(range.clone()).unwrap_or_default();
    let progress = context.given.progress.activities.get(range).unwrap_or_default();
    let entries = activities.iter().zip(progress).map(|(activity, progress)| (progress.now.status, context.entry(activity, progress)));
    let (mut rated, mut others): (Vec<_>, Vec<_>) = entries.partition(|(_, entry)| !entry.ratings.derived || !entry.external_ratings.is_empty());
    // A table of one row would only repeat what stands below it.
    if rated.len() == 1 {
        others.append(&mut rated);
    }
    let mut counts: BTreeMap<StatusIx, Vec<String>> = BTreeMap::new();
    for (status, entry) in others {
        counts.entry(status).or_default().push(entry.id);
    }
    Some(ObjectiveView {
        anchor: anchor("o", &objective.id),
        number: objective.number.clone(),
        title: context.title(&objective.title),
        count: activities.len(),
        entries: rated.into_iter().map(|(_, entry)| entry).collect(),
        rest: context.by_status(counts),
    })
}

impl Context<'_> {
    /// Ids by status, the most advanced first.
    pub(super) fn by_status(&self, ids: BTreeMap<StatusIx, Vec<String>>) -> Vec<StatusIds> {
        ids.into_iter().map(|(status, ids)| StatusIds { status: self.mark(status), ids }).collect()
    }
}
