//! Annexes: the whole plan, disagreements with every side, rows set aside, files with their checksums.

use super::Context;
use super::figures::Order;
use crate::merge::progress::{About, Disagreement, Statement};
use crate::report::anchor;
use crate::report::view::{Annex, AnnexGoal, DisagreementSide, DisagreementView, Phrase, SetAsideView};

pub(super) fn annex(context: &Context<'_>) -> Annex {
    let numbered = (1..).zip(&context.given.progress.disagreements);
    let set_aside = (1..).zip(context.given.set_aside).map(|(number, row)| SetAsideView {
        number,
        path: row.path.clone(),
        row: row.row.to_string(),
        cells: row.cells.iter().filter(|cell| !cell.trim().is_empty()).cloned().collect(),
        reason: context.phrase(&row.reason),
    });
    Annex {
        plan: plan(context),
        disagreements: numbered.map(|(number, disagreement)| view(context, number, disagreement)).collect(),
        set_aside: set_aside.collect(),
        files: context.all_files(),
        references: context.references.items().iter().map(|item| (*item).to_owned()).collect(),
        version: context.plan().version.clone(),
    }
}

fn plan(context: &Context<'_>) -> Vec<AnnexGoal> {
    let plan = context.plan();
    let goals = plan.goals.iter().map(|goal| {
        let objectives = plan.objectives.get(goal.objectives.clone()).unwrap_or_default();
        let activities = objectives.iter().flat_map(|objective| objective.activities.clone());
        let entry = |at| Some(context.entry(plan.activities.get(at)?, context.given.progress.activities.get(at)?));
        AnnexGoal {
            anchor: anchor("g", &goal.id),
            number: goal.number.clone(),
            title: context.title(&goal.title),
            entries: activities.filter_map(entry).collect(),
        }
    });
    goals.collect()
}

/// What a disagreement is about: its kind as `annex_conflicts.kind_…` names it, and for values the indicator with its breakdown.
pub(super) fn subject(context: &Context<'_>, disagreement: &Disagreement<'_>) -> (&'static str, Option<Phrase>) {
    let (kind, about) = match &disagreement.about {
        About::Status => ("status", None),
        About::ExternalStatus => ("external_status", None),
        About::Value(indicator, breakdown) => ("value", Some((indicator, breakdown))),
        About::External(indicator, breakdown) => ("external", Some((indicator, breakdown))),
    };
    let activity = context.plan().activity(disagreement.activity);
    let about = about.map(|(indicator, breakdown)| {
        let name = activity.indicators.get(usize::from(*indicator)).map(|indicator| context.title(&indicator.name)).unwrap_or_default();
        let order = context.progress(disagreement.activity).map(|progress| Order::of(progress, *indicator)).unwrap_or_default();
        let part = context.breakdown(&order, breakdown);
        let comma = if part.text.is_empty() { "" } else { ", " };
        Phrase { text: format!("{}{comma}{}", name.text, part.text), lang: name.lang.or(part.lang) }
    });
    (kind, about)
}

fn view(context: &Context<'_>, number: usize, disagreement: &Disagreement<'_>) -> DisagreementView {
    let activity = context.plan().activity(disagreement.activity);
    let (kind, about) = subject(context, disagreement);
    DisagreementView {
        number,
        kind,
        id: activity.id.clone(),
        about,
        year: disagreement.year.to_string(),
        sides: disagreement.sides.iter().filter_map(|statement| side(context, statement)).collect(),
        settled: disagreement.settled.and_then(|reason| context.written(reason)),
    }
}

fn side(context: &Context<'_>, statement: &Statement<'_>) -> Option<DisagreementSide> {
    Some(DisagreementSide {
        agency: statement.agency.map(|ix| context.agency(ix)),
        publisher: statement.publisher.map(|text| context.phrase(text)),
        value: statement.value.map(|value| context.language().value(value)),
        status: statement.status.map(|status| context.mark(status)),
        source: context.source(statement),
    })
}
