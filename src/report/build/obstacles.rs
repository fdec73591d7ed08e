//! Obstacles: reasons for delay with their activities, and what agencies say in their own words.

use std::collections::BTreeMap;

use super::Context;
use crate::report::view::{Cause, Obstacle, Obstacles};

pub(super) fn obstacles(context: &Context<'_>) -> Obstacles {
    let mut causes: BTreeMap<u8, Vec<String>> = BTreeMap::new();
    let mut unstated = Vec::new();
    let mut words = Vec::new();
    for (activity, progress) in context.activities() {
        let mut stated = false;
        for statement in &progress.said {
            let Some(said) = statement.words else { continue };
            if let Some(reason) = said.delay_reason {
                stated = true;
                let ids = causes.entry(reason).or_default();
                if ids.last() != Some(&activity.id) {
                    ids.push(activity.id.clone());
                }
            }
            if !said.obstacles.is_empty() {
                words.push(Obstacle {
                    id: activity.id.clone(),
                    agency: context.speaker(statement),
                    text: context.phrase(&said.obstacles),
                    source: context.source(statement),
                });
            }
        }
        if progress.overdue.is_some() && !stated {
            unstated.push(activity.id.clone());
        }
    }
    let named = causes.into_iter().filter_map(|(reason, ids)| {
        let reason = context.plan().delay_reasons.get(usize::from(reason))?;
        Some(Cause { reason: context.phrase(&reason.name), ids })
    });
    let mut causes: Vec<Cause> = named.collect();
    causes.sort_by_key(|cause| std::cmp::Reverse(cause.ids.len()));
    Obstacles { causes, unstated, words }
}
