//! The method: who sent what and when, how statuses came about, and what the data cannot say.

use super::{Context, summary};
use crate::model::date::Date;
use crate::model::scale::Counts;
use crate::report::view::{Method, ScaleEntry};

pub(super) fn method(context: &Context<'_>) -> Method {
    let (language, covers) = (context.language(), context.covers);
    let window = context.given.report.window;
    let day = |date: Option<Date>| date.map(|date| language.date_text(date));
    let changed = context.activities().filter(|(_, progress)| context.ratings(progress).changed);
    let silent = context.activities().filter(|(_, progress)| context.counts(progress.now.status) == Counts::NoReport);
    let one_year = covers.start().year() == covers.end().year();
    Method {
        opens: day(window.and_then(|(opens, _)| opens)),
        due: day(window.and_then(|(_, due)| due)),
        files: context.own_files(),
        scale: scale(context),
        assessed: context.activities().filter(|(_, progress)| progress.now.assessed.is_some()).count(),
        changed: changed.map(|(activity, _)| activity.id.clone()).collect(),
        total: context.plan().activities.len(),
        silent: silent.count(),
        rates: summary::rates(context),
        base: Date::new(covers.start().year(), 1, 1).filter(|_| one_year).map(|date| language.date_text(date)),
        version: context.short_version(),
        set_aside: context.given.set_aside.len(),
        disagreements: context.given.progress.disagreements.len(),
        hidden_below: context.given.public.then_some(context.plan().small_count),
    }
}

fn scale(context: &Context<'_>) -> Vec<ScaleEntry> {
    let how = |counts: Counts| {
        let name = Counts::ALL.iter().find(|(_, known)| *known == counts).map_or("", |(name, _)| name);
        context.language().fill(&format!("method.count_{name}"), &[])
    };
    context.plan().scale.iter().map(|(ix, status)| ScaleEntry { status: context.mark(ix), how: how(status.counts) }).collect()
}
