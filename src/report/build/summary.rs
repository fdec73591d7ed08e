//! The summary: counts, rates, what is overdue and who is silent.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::course::signs;
use crate::merge::progress::{Pick, Rate, Rates};
use crate::model::date::Period;
use crate::model::plan::{ActivityIx, Goal};
use crate::model::scale::{Counts, StatusIx};
use crate::report::anchor;
use crate::report::view::{AgencyLink, GoalStrip, Mark, OverdueYear, RateView, StatusCount, Summary};

/// Blocks of the longest bar.
const FULL_BAR: u128 = 20;

pub(super) fn summary(context: &Context<'_>) -> Summary {
    let counted: Vec<_> = context.counted().collect();
    let number_of = |wanted: Counts| counted.iter().filter(|(_, progress)| context.counts(progress.now.status) == wanted).count();
    let withdrawn = context.activities().filter(|(activity, _)| context.is_withdrawn(activity));
    let overdue = || counted.iter().filter_map(|(activity, progress)| Some((activity, progress.overdue?)));
    Summary {
        first: first_sentence(context),
        total: counted.len(),
        silent: number_of(Counts::NoReport),
        no_status: number_of(Counts::NoStatus),
        not_due: number_of(Counts::NotDue),
        withdrawn: withdrawn.map(|(activity, _)| activity.id.clone()).collect(),
        rates: rates(context),
        last_year: last_year(context).map(|year| year.to_string()),
        overdue: overdue().map(|(activity, _)| activity.id.clone()).collect(),
        carried: overdue().filter(|(_, overdue)| overdue.carried_over).count(),
        overdue_years: overdue_years(context),
        statuses: statuses(context),
        goals: context.plan().goals.iter().map(|goal| strip(context, goal)).collect(),
        legend: legend(context),
        findings: context.given.report.findings.iter().map(|finding| context.phrase(finding)).collect(),
        silent_agencies: silent_agencies(context),
    }
}

/// The first sentence of the summary.
pub(super) fn first_sentence(context: &Context<'_>) -> String {
    let done = context.counted().filter(|(_, progress)| context.counts(progress.now.status) == Counts::Done).count();
    let year = ends_a_year(context).map(|year| year.to_string());
    let term = match (year.is_some(), done) {
        (true, 0) => "summary.none_year",
        (true, _) => "summary.done_year",
        (false, 0) => "summary.none_period",
        (false, _) => "summary.done_period",
    };
    let (total, done) = (context.language().integer(context.counted().count()), context.language().integer(done));
    context.language().fill(term, &[("year", year.as_deref().unwrap_or_default()), ("total", &total), ("done", &done)])
}

/// The year at whose end the report's period ends.
fn ends_a_year(context: &Context<'_>) -> Option<i32> {
    let year = context.covers.end().year();
    (context.covers.end() == Period::year(year).end()).then_some(year)
}

/// In the plan's last year nothing can be in progress on schedule any more, so its execution rate is of another kind.
fn last_year(context: &Context<'_>) -> Option<i32> {
    let last = context.plan().years.map(|(_, last)| last)?;
    (context.given.course.rates_before().is_some() && ends_a_year(context) == Some(last)).then_some(last)
}

pub(super) fn rates(context: &Context<'_>) -> Vec<RateView> {
    let before = context.given.course.rates_before().map(|before| (context.language().period(before.period), &before.rates));
    let view = |(code, of): (&'static str, Pick)| {
        let before = before.as_ref().map(|(period, rates)| (period.as_str(), of(rates)));
        rate(context, code, of(&context.given.progress.rates), before)
    };
    Rates::ALL.map(view).to_vec()
}

fn rate(context: &Context<'_>, code: &'static str, rate: &Rate, before: Option<(&str, &Rate)>) -> RateView {
    let language = context.language();
    let (counted, of) = (rate.numerator.len(), rate.denominator.len());
    let looked_at: BTreeSet<_> = rate.denominator.iter().collect();
    let others = context.plan().activities.iter().zip(0..).filter(|(_, at)| !looked_at.contains(&ActivityIx(*at)));
    let before = before.map(|(period, before)| {
        let share = language.share(before.numerator.len(), before.denominator.len());
        language.fill("summary.before", &[("period", period), ("share", &share)])
    });
    RateView {
        code,
        percent: language.percent(counted, of).unwrap_or_else(|| language.term("not_applicable").to_owned()),
        share: language.share(counted, of),
        numerator: context.ids(&rate.numerator),
        denominator: context.ids(&rate.denominator),
        others: others.map(|(activity, _)| activity.id.clone()).collect(),
        counted,
        of,
        before,
    }
}

fn overdue_years(context: &Context<'_>) -> Vec<OverdueYear> {
    let mut years: BTreeMap<i32, OverdueYear> = BTreeMap::new();
    for (activity, progress) in context.activities() {
        let Some(overdue) = progress.overdue else { continue };
        let year = years.entry(overdue.due).or_insert_with(|| OverdueYear { year: overdue.due.to_string(), ids: Vec::new(), carried: 0 });
        year.ids.push(activity.id.clone());
        year.carried += usize::from(overdue.carried_over);
    }
    years.into_values().collect()
}

fn statuses(context: &Context<'_>) -> Vec<StatusCount> {
    let mut counts: BTreeMap<StatusIx, (usize, usize)> = BTreeMap::new();
    for (_, progress) in context.counted() {
        counts.entry(progress.now.status).or_default().0 += 1;
        counts.entry(context.reported(progress)).or_default().1 += 1;
    }
    let largest = counts.values().map(|(counted, _)| *counted).max().unwrap_or(0);
    let count = |(status, (counted, reported)): (StatusIx, (usize, usize))| StatusCount {
        status: context.mark(status),
        counted,
        reported,
        bar: bar(counted as u128, largest as u128),
    };
    counts.into_iter().map(count).collect()
}

/// Blocks for a value, one for up to a twentieth of the largest; none for zero.
pub(super) fn bar(value: u128, largest: u128) -> String {
    let blocks = value.checked_mul(FULL_BAR).and_then(|product| (product + largest.saturating_sub(1)).checked_div(largest)).unwrap_or(0);
    "▇".repeat(usize::try_from(blocks.min(FULL_BAR)).unwrap_or(0))
}

fn strip(context: &Context<'_>, goal: &Goal) -> GoalStrip {
    let plan = context.plan();
    let objectives = plan.objectives.get(goal.objectives.clone()).unwrap_or_default();
    let activities = objectives.iter().flat_map(|objective| objective.activities.clone());
    let statuses = activities.filter_map(|at| {
        let (activity, progress) = (plan.activities.get(at)?, context.given.progress.activities.get(at)?);
        (!context.is_withdrawn(activity)).then_some(progress.now.status)
    });
    let (total, strip) = signs(context, statuses);
    GoalStrip { anchor: anchor("g", &goal.id), number: goal.number.clone(), title: context.title(&goal.title), total, strip }
}

fn legend(context: &Context<'_>) -> Vec<Mark> {
    let mut statuses: Vec<StatusIx> = context.counted().map(|(_, progress)| progress.now.status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    statuses.into_iter().map(|status| context.mark(status)).collect()
}

/// Agencies that lead something in the period and sent no file.
fn silent_agencies(context: &Context<'_>) -> Vec<AgencyLink> {
    let silent = context.given.progress.agencies.iter().filter(|agency| !agency.leads.is_empty() && agency.files.is_empty());
    let mut silent: Vec<AgencyLink> = silent.map(|agency| context.agency(agency.agency)).collect();
    silent.sort_by_cached_key(|agency| context.language().order_of(&agency.name.text));
    silent
}
