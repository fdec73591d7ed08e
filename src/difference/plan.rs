//! What differs between two plans, and the order in which activities and statuses are named.

use std::collections::{HashMap, HashSet};

use super::read::{Activity, Document, Plan};
use super::{Amended, PlanChange};

/// The activities of a plan in its order.
pub(super) fn activities(plan: &Plan) -> impl Iterator<Item = &Activity> {
    plan.goals.iter().flat_map(|goal| &goal.objectives).flat_map(|objective| &objective.activities)
}

/// The activities of both plans by id: the later plan first, then those that only the earlier one has.
pub(super) struct Pairs<'a> {
    pub(super) ids: Vec<&'a str>,
    before: HashMap<&'a str, &'a Activity>,
    after: HashMap<&'a str, &'a Activity>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(before: &'a Document, after: &'a Document) -> Self {
        let of = |document: &'a Document| -> HashMap<&'a str, &'a Activity> { activities(&document.plan).map(|it| (it.id.as_str(), it)).collect() };
        let mut seen = HashSet::new();
        let both = activities(&after.plan).chain(activities(&before.plan)).map(|activity| activity.id.as_str());
        Self { ids: both.filter(|id| seen.insert(*id)).collect(), before: of(before), after: of(after) }
    }

    /// The activity as the later plan has it, else as the earlier one does.
    pub(super) fn latest(&self, id: &str) -> Option<&'a Activity> {
        self.after.get(id).or_else(|| self.before.get(id)).copied()
    }

    /// The activity in the earlier plan and in the later one.
    pub(super) fn both(&self, id: &str) -> [Option<&'a Activity>; 2] {
        [self.before.get(id).copied(), self.after.get(id).copied()]
    }

    pub(super) fn change(&self) -> PlanChange<'a> {
        let mut change = PlanChange::default();
        for &id in &self.ids {
            match (self.before.get(id), self.after.get(id)) {
                (None, _) => change.added.push(id),
                (_, None) => change.removed.push(id),
                (Some(before), Some(after)) => {
                    match (&before.withdrawn, &after.withdrawn) {
                        (None, Some(_)) => change.withdrawn.push(id),
                        (Some(_), None) => change.restored.push(id),
                        _ => {}
                    }
                    let parts = parts(before, after);
                    if !parts.is_empty() {
                        change.amended.push(Amended { activity: id, parts });
                    }
                }
            }
        }
        change
    }
}

/// What is not the same in two versions of an activity, by the key of the export.
fn parts(before: &Activity, after: &Activity) -> Vec<&'static str> {
    let same = [
        ("number", before.number == after.number),
        ("title", before.title == after.title),
        ("lead", before.lead == after.lead),
        ("support", before.support == after.support),
        ("partners", before.partners == after.partners),
        ("deadline", before.deadline == after.deadline),
        ("indicators", before.indicators == after.indicators),
        ("budget", before.budget == after.budget),
        ("links", before.links == after.links),
        ("amended", before.amended == after.amended),
        // That it was withdrawn, or no longer is, is said by itself.
        ("withdrawn", before.withdrawn.is_some() != after.withdrawn.is_some() || before.withdrawn == after.withdrawn),
        ("successor", before.successor == after.successor),
    ];
    same.into_iter().filter(|(_, same)| !same).map(|(part, _)| part).collect()
}
