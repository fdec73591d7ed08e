//! The plan through the years: what changed, the years side by side, mid-term and end of term.

use std::collections::BTreeMap;

use super::{Context, summary};
use crate::merge::course::{Basis, Snapshot, Standing};
use crate::merge::progress::{Rate, Rates};
use crate::model::date::{Date, Period};
use crate::model::plan::Activity;
use crate::model::scale::StatusIx;
use crate::report::anchor;
use crate::report::view::{CourseView, MatrixCell, MatrixRow, Signs, Since, TermGoal, TermRow, TermTable, Transition, YearRate, YearRow};

/// The most activities that are drawn one by one.
const LARGEST_STRIP: usize = 100;
/// Periods whose numbers of days differ by no more than this are equally long.
const SAME_LENGTH: i64 = 3;

/// Picks a rate.
pub(super) type Of = fn(&Rates) -> &Rate;

/// The rates by their names.
pub(super) const RATES: [(&str, Of); 3] =
    [("execution", |rates| &rates.execution), ("completion", |rates| &rates.completion), ("reported", |rates| &rates.reported)];

pub(super) fn course(context: &Context<'_>) -> CourseView {
    CourseView { since: since(context), years: years(context), term: term(context) }
}

/// The rates with which those of the report can be compared: those of a period as long as the report's.
pub(super) fn rates_before<'a>(context: &Context<'a>) -> Option<&'a Snapshot> {
    let days = |period: Period| period.end().days_since(period.start());
    let (_, before) = context.given.course.since.as_ref()?;
    ((days(before.period) - days(context.covers)).abs() <= SAME_LENGTH).then_some(before)
}

/// Activities by status as signs: one sign an activity, or a single one for each status where there are very many.
pub(super) fn signs(context: &Context<'_>, statuses: impl Iterator<Item = StatusIx>) -> (usize, Vec<Signs>) {
    let mut counts: BTreeMap<StatusIx, usize> = BTreeMap::new();
    statuses.for_each(|status| *counts.entry(status).or_default() += 1);
    let total = counts.values().sum();
    let drawn = |(status, count): (StatusIx, usize)| Signs {
        signs: context.plan().scale.get(status).sign.to_string().repeat(if total <= LARGEST_STRIP { count } else { 1 }),
        count,
    };
    (total, counts.into_iter().map(drawn).collect())
}

/// The report's own end as a snapshot shows it.
fn now(context: &Context<'_>) -> Snapshot {
    Snapshot::of(context.given.progress)
}

/// Whether an activity was in the plan on a day.
fn is_in_plan(activity: &Activity, day: Date) -> bool {
    activity.withdrawn.as_ref().is_none_or(|withdrawn| withdrawn.date > day)
}

fn since(context: &Context<'_>) -> Option<Since> {
    let (basis, before) = context.given.course.since.as_ref()?;
    let mut moves: BTreeMap<(StatusIx, StatusIx), Vec<String>> = BTreeMap::new();
    for ((activity, progress), then) in context.activities().zip(&before.activities).filter(|((activity, _), _)| !context.is_withdrawn(activity)) {
        moves.entry((then.status, progress.now.status)).or_default().push(activity.id.clone());
    }
    let distinct = |pick: fn(&(StatusIx, StatusIx)) -> StatusIx| {
        let mut statuses: Vec<StatusIx> = moves.keys().map(pick).collect();
        statuses.sort_unstable();
        statuses.dedup();
        statuses
    };
    let (from, to) = (distinct(|(from, _)| *from), distinct(|(_, to)| *to));
    let count = |from: StatusIx, to: StatusIx| moves.get(&(from, to)).map_or(0, Vec::len);
    let changes: Vec<(StatusIx, StatusIx)> = moves.keys().filter(|(from, to)| from != to).copied().collect();
    let cell = |from: StatusIx, to: StatusIx| MatrixCell {
        count: count(from, to),
        change: changes.iter().position(|change| *change == (from, to)).map(|at| at + 1),
    };
    let row = |from: StatusIx| MatrixRow {
        from: context.mark(from),
        cells: to.iter().map(|to| cell(from, *to)).collect(),
        total: to.iter().map(|to| count(from, *to)).sum(),
    };
    let totals = to.iter().map(|to| from.iter().map(|from| count(*from, *to)).sum()).collect();
    let matrix = from.iter().map(|from| row(*from)).collect();
    let total: usize = moves.values().map(Vec::len).sum();
    let largest = changes.iter().map(|(from, to)| count(*from, *to)).max().unwrap_or(0);
    let transition = |(from, to): (StatusIx, StatusIx)| {
        let ids = moves.get(&(from, to)).cloned().unwrap_or_default();
        Transition { from: context.mark(from), to: context.mark(to), bar: summary::bar(ids.len() as u128, largest as u128), ids }
    };
    let transitions: Vec<Transition> = changes.iter().copied().map(transition).collect();
    Some(Since {
        basis: match basis {
            Basis::YearBefore => "last_year",
            Basis::MidTerm => "mid_term",
            Basis::Asked => "day",
        },
        day: context.language().date_line(before.period.end()),
        to: to.iter().map(|status| context.mark(*status)).collect(),
        matrix,
        totals,
        unchanged: total - transitions.iter().map(|transition| transition.ids.len()).sum::<usize>(),
        transitions,
        total,
    })
}

fn years(context: &Context<'_>) -> Vec<YearRow> {
    let earlier = &context.given.course.years;
    if earlier.is_empty() {
        return Vec::new();
    }
    earlier.iter().chain([&now(context)]).map(|snapshot| year(context, snapshot)).collect()
}

fn year(context: &Context<'_>, snapshot: &Snapshot) -> YearRow {
    let language = context.language();
    let standing = context.plan().activities.iter().zip(&snapshot.activities);
    let counted = standing.filter(|(activity, _)| is_in_plan(activity, snapshot.period.end()));
    let (total, strip) = signs(context, counted.map(|(_, standing)| standing.status));
    let rate = |(code, of): (&'static str, Of)| {
        let (numerator, denominator) = (of(&snapshot.rates).numerator.len(), of(&snapshot.rates).denominator.len());
        YearRate { code, share: language.share(numerator, denominator), bar: summary::bar(numerator as u128, denominator as u128) }
    };
    YearRow { label: language.period(snapshot.period), total, strip, rates: RATES.map(rate).to_vec() }
}

fn term(context: &Context<'_>) -> Option<TermTable> {
    let course = context.given.course;
    let moments = [course.years.get(course.middle?)?, &now(context)];
    let plan = context.plan();
    let standing = |moment: &Snapshot, at: usize| -> Option<Standing> {
        let activity = plan.activities.get(at).filter(|activity| is_in_plan(activity, moment.period.end()));
        activity.and_then(|_| moment.activities.get(at).copied())
    };
    let mut statuses: Vec<StatusIx> =
        moments.iter().flat_map(|moment| (0..plan.activities.len()).filter_map(|at| standing(moment, at))).map(|standing| standing.status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    let row = |moment: &Snapshot, activities: &mut dyn Iterator<Item = usize>| {
        let mut row = TermRow { counts: vec![0; statuses.len()], ..TermRow::default() };
        for standing in activities.filter_map(|at| standing(moment, at)) {
            statuses.iter().zip(&mut row.counts).filter(|(status, _)| **status == standing.status).for_each(|(_, count)| *count += 1);
            row.total += 1;
            row.overdue += usize::from(standing.overdue.is_some());
            row.carried += usize::from(standing.overdue.is_some_and(|overdue| overdue.carried_over));
        }
        row
    };
    let goals = plan.goals.iter().map(|goal| TermGoal {
        anchor: anchor("g", &goal.id),
        number: goal.number.clone(),
        title: context.title(&goal.title),
        rows: moments
            .map(|moment| row(moment, &mut plan.objectives[goal.objectives.clone()].iter().flat_map(|objective| objective.activities.clone()))),
    });
    Some(TermTable {
        years: moments.map(|moment| moment.period.end().year().to_string()),
        goals: goals.collect(),
        total: moments.map(|moment| row(moment, &mut (0..plan.activities.len()))),
        statuses: statuses.iter().map(|status| context.mark(*status)).collect(),
    })
}
