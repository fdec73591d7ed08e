//! Changes of the plan in the report's period, the secretariat's recommendations, and what became of earlier ones.

use std::collections::BTreeMap;

use super::Context;
use crate::model::date::Date;
use crate::model::period::Recommendation;
use crate::model::plan::Activity;
use crate::model::text::folded;
use crate::report::view::{AgencyChange, AgencyLink, Became, Change, Changes, FollowUpView, FollowedUp, Phrase, RecommendationView, SharedNumber};

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
    context.given.report.recommendations.iter().map(|recommendation| recommended(context, recommendation)).collect()
}

fn recommended(context: &Context<'_>, recommendation: &Recommendation) -> RecommendationView {
    let addressee = |id: &String| match context.plan().agency_ix(id) {
        Some(ix) => context.agency(ix),
        None => AgencyLink { anchor: None, name: Phrase { text: id.clone(), lang: None } },
    };
    RecommendationView {
        text: context.phrase(&recommendation.text),
        to: recommendation.to.iter().map(addressee).collect(),
        due: recommendation.due.map(|due| context.language().period(due)),
    }
}

pub(super) fn follow_up(context: &Context<'_>) -> Option<FollowUpView> {
    let report = context.given.report;
    let before = report.followed_up(context.given.periods)?;
    let words = context.plan().scale.by_word();
    let became = |recommendation: &Recommendation| {
        let of = report.follow_up.iter().filter(|follow_up| !recommendation.id.is_empty() && follow_up.recommendation == recommendation.id);
        of.map(|follow_up| Became {
            status: words.get(&folded(&follow_up.status)).map(|status| context.mark(*status)),
            text: context.written(&follow_up.text),
        })
        .collect()
    };
    let entry = |recommendation| FollowedUp { recommendation: recommended(context, recommendation), became: became(recommendation) };
    let entries: Vec<FollowedUp> = before.recommendations.iter().map(entry).collect();
    let silent = entries.iter().filter(|entry| entry.became.is_empty()).count();
    let period = before.covers.map_or_else(|| before.name.clone(), |covers| context.language().period_text(covers));
    Some(FollowUpView { period, entries, silent })
}
