//! Changes of the plan in the report's period, and the secretariat's recommendations.

use std::collections::BTreeMap;

use super::Context;
use crate::model::date::Date;
use crate::model::plan::Activity;
use crate::report::view::{AgencyChange, AgencyLink, Change, Changes, Phrase, RecommendationView, SharedNumber};

pub(super) fn changes(context: &Context<'_>) -> Changes {
    let within = |date: Date| context.covers.start() <= date && date <= context.covers.end();
    let mut activities = Vec::new();
    let mut numbers: BTreeMap<&str, Vec<&Activity>> = BTreeMap::new();
    for activity in &context.plan().activities {
        numbers.entry(&activity.number).or_default().push(activity);
        let amended = activity.amended.iter().map(|amendment| (amendment, false));
        let withdrawn = activity.withdrawn.iter().map(|amendment| (amendment, true));
        for (amendment, withdrawn) in amended.chain(withdrawn).filter(|(amendment, _)| within(amendment.date)) {
            activities.push(Change {
                id: activity.id.clone(),
                title: context.title(&activity.title),
                change: context.amendment(amendment),
                withdrawn,
                successor: activity.successor.clone().filter(|_| withdrawn),
            });
        }
    }
    let shared = numbers.into_iter().filter(|(_, activities)| activities.len() > 1).map(|(number, activities)| SharedNumber {
        number: number.to_owned(),
        activities: activities.into_iter().map(|activity| (activity.id.clone(), context.title(&activity.title))).collect(),
    });
    Changes { activities, agencies: agencies(context, within), shared: shared.collect() }
}

fn agencies(context: &Context<'_>, within: impl Fn(Date) -> bool) -> Vec<AgencyChange> {
    let (plan, language) = (context.plan(), context.language());
    let mut found = Vec::new();
    for (ix, agency) in plan.agencies() {
        for (name, date) in agency.renamed.iter().filter(|(_, date)| within(*date)) {
            let date = language.date_table(*date);
            found.push(AgencyChange { agency: context.agency(ix), name: context.phrase(name), date, merged: false });
        }
        if let Some((into, date)) = agency.merged.as_ref().filter(|(_, date)| within(*date)) {
            let name = plan.agency_ix(into).map(|ix| context.phrase(&plan.agency(ix).name));
            let name = name.unwrap_or_else(|| Phrase { text: into.clone(), lang: None });
            found.push(AgencyChange { agency: context.agency(ix), name, date: language.date_table(*date), merged: true });
        }
    }
    found
}

pub(super) fn recommendations(context: &Context<'_>) -> Vec<RecommendationView> {
    let addressee = |id: &String| match context.plan().agency_ix(id) {
        Some(ix) => context.agency(ix),
        None => AgencyLink { anchor: None, name: Phrase { text: id.clone(), lang: None } },
    };
    let recommendations = context.given.report.recommendations.iter().map(|recommendation| RecommendationView {
        text: context.phrase(&recommendation.text),
        to: recommendation.to.iter().map(addressee).collect(),
        due: recommendation.due.map(|due| context.language().period(due)),
    });
    recommendations.collect()
}
