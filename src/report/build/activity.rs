//! The view of an activity.

use super::Context;
use super::figures::Order;
use crate::merge::progress::{ActivityProgress, Statement};
use crate::model::plan::{Activity, ActivityIx, Amendment};
use crate::model::text::Text;
use crate::report::anchor;
use crate::report::view::{ActivityView, AmendmentView, Said, YearStatus};

/// An activity.
pub fn activity(context: &Context<'_>, ix: ActivityIx) -> Option<ActivityView> {
    let activity = context.plan().activities.get(ix.0 as usize)?;
    let progress = context.progress(ix)?;
    let said = || progress.said.iter();
    let carried = progress.overdue.filter(|overdue| overdue.carried_over);
    Some(ActivityView {
        anchor: anchor("a", &activity.id),
        id: activity.id.clone(),
        number: (activity.number != activity.id).then(|| activity.number.clone()),
        title: context.title(&activity.title),
        status: context.mark(progress.now.status),
        ratings: context.ratings(progress),
        reason: progress.reason.and_then(|reason| context.written(reason)),
        external_ratings: context.external_ratings(progress),
        history: history(context, progress),
        lead: context.named(&activity.lead),
        support: context.named(&activity.support),
        partners: context.named(&activity.partners),
        deadline: context.deadline(activity),
        overdue: progress.overdue.is_some(),
        carried_from: carried.map(|overdue| overdue.due.to_string()),
        budget: context.written(&activity.budget),
        links: activity.links.clone(),
        amended: activity.amended.iter().map(|amendment| context.amendment(amendment)).collect(),
        withdrawn: activity.withdrawn.as_ref().map(|amendment| context.amendment(amendment)),
        successor: activity.successor.clone(),
        figures: context.figures(activity, progress),
        done: words(context, progress, said().filter(|statement| statement.indicator.is_none()), narrative),
        notes: words(context, progress, said().filter(|statement| statement.indicator.is_some() && !context.is_in_table(statement)), narrative),
        obstacles: words(context, progress, said(), obstacles),
        delay: context.delay(progress),
        external: words(context, progress, progress.external.iter().filter(|statement| !context.is_in_table(statement)), narrative),
        evidence: context.uncited(progress),
        any_report: !progress.said.is_empty() || !progress.external.is_empty(),
    })
}

fn narrative<'s>(statement: &'s Statement<'_>) -> Option<&'s Text> {
    statement.words.map(|words| &words.narrative)
}

fn obstacles<'s>(statement: &'s Statement<'_>) -> Option<&'s Text> {
    statement.words.map(|words| &words.obstacles)
}

/// One kind of words of every row that has them.
fn words<'s>(
    context: &Context<'_>,
    progress: &ActivityProgress<'_>,
    statements: impl Iterator<Item = &'s Statement<'s>>,
    of: impl for<'t> Fn(&'t Statement<'s>) -> Option<&'t Text>,
) -> Vec<Said> {
    let said = |statement: &'s Statement<'s>| {
        let activity = context.plan().activity(progress.activity);
        Some(Said {
            agency: statement.agency.map(|_| context.speaker(statement)),
            publisher: statement.publisher.map(|text| context.phrase(text)),
            about: about(context, activity, progress, statement),
            outside: statement.outside,
            text: context.written(of(statement)?)?,
            source: context.source(statement),
        })
    };
    statements.filter_map(said).collect()
}

/// What a figure counts, with its value: `women: 12`.
fn about(context: &Context<'_>, activity: &Activity, progress: &ActivityProgress<'_>, statement: &Statement<'_>) -> Option<String> {
    let at = statement.indicator?;
    let indicator = activity.indicators.get(usize::from(at))?;
    let part = context.breakdown(&Order::of(progress, at), statement.breakdown).text;
    // A part stands in the table above under its indicator; only a total needs the indicator's name.
    let what = if part.is_empty() { context.title(&indicator.name).text } else { part };
    match statement.value {
        Some(value) => Some(format!("{what}: {}", context.language().value(value))),
        None => Some(what),
    }
}

/// Statuses of earlier years, from the year in which something was first known.
fn history(context: &Context<'_>, progress: &ActivityProgress<'_>) -> Vec<YearStatus> {
    let last = context.covers.end().year();
    let earlier = progress.years.iter().filter(|(year, _)| **year < last);
    earlier.map(|(year, state)| YearStatus { year: year.to_string(), status: context.mark(state.status) }).collect()
}

impl Context<'_> {
    pub(super) fn amendment(&self, amendment: &Amendment) -> AmendmentView {
        AmendmentView { date: self.language().date_table(amendment.date), act: self.phrase(&amendment.act), what: self.phrase(&amendment.what) }
    }
}
