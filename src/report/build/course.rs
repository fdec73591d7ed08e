//! The plan through the years: what changed, the years side by side, mid-term and end of term.

use std::collections::BTreeMap;

use super::{Context, summary};
use crate::merge::course::{Basis, Course, Snapshot, Standing};
use crate::merge::progress::{Pick, Rates};
use crate::model::plan::Goal;
use crate::model::scale::StatusIx;
use crate::report::anchor;
use crate::report::view::{CourseView, MatrixCell, MatrixRow, Signs, Since, TermGoal, TermRow, TermTable, Transition, YearRate, YearRow};

/// The most activities that are drawn one by one.
const LARGEST_STRIP: usize = 100;

pub(super) fn course(context: &Context<'_>) -> CourseView {
    CourseView { since: since(context), years: years(context), term: term(context) }
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

fn since(context: &Context<'_>) -> Option<Since> {
    let (basis, before) = context.given.course.since.as_ref()?;
    let moves = context.given.course.moves(context.plan(), before);
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
        let ids = moves.get(&(from, to)).map(|moved| context.ids(moved)).unwrap_or_default();
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
    let Course { years, now, .. } = context.given.course;
    if years.is_empty() {
        return Vec::new();
    }
    years.iter().chain([now]).map(|snapshot| year(context, snapshot)).collect()
}

fn year(context: &Context<'_>, snapshot: &Snapshot) -> YearRow {
    let language = context.language();
    let (total, strip) = signs(context, snapshot.standing(context.plan()).map(|(.., standing)| standing.status));
    let rate = |(code, of): (&'static str, Pick)| {
        let (numerator, denominator) = (of(&snapshot.rates).numerator.len(), of(&snapshot.rates).denominator.len());
        YearRate { code, share: language.share(numerator, denominator), bar: summary::bar(numerator as u128, denominator as u128) }
    };
    YearRow { label: language.period(snapshot.period), total, strip, rates: Rates::ALL.map(rate).to_vec() }
}

fn term(context: &Context<'_>) -> Option<TermTable> {
    let course = context.given.course;
    let moments = [course.years.get(course.middle?)?, &course.now];
    let plan = context.plan();
    let mut statuses: Vec<StatusIx> = moments.iter().flat_map(|moment| moment.standing(plan)).map(|(.., standing)| standing.status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    let add = |row: &mut TermRow, standing: Standing| {
        row.counts[statuses.partition_point(|status| *status < standing.status)] += 1;
        row.total += 1;
        row.overdue += usize::from(standing.overdue.is_some());
        row.carried += usize::from(standing.overdue.is_some_and(|overdue| overdue.carried_over));
    };
    let empty = TermRow { counts: vec![0; statuses.len()], ..TermRow::default() };
    let mut total = [empty.clone(), empty];
    let mut goals = vec![total.clone(); plan.goals.len()];
    for (at, moment) in moments.iter().enumerate() {
        for (_, activity, standing) in moment.standing(plan) {
            add(&mut total[at], standing);
            add(&mut goals[plan.objectives[activity.objective].goal][at], standing);
        }
    }
    let goal = |(goal, rows): (&Goal, [TermRow; 2])| TermGoal {
        anchor: anchor("g", &goal.id),
        number: goal.number.clone(),
        title: context.title(&goal.title),
        rows,
    };
    Some(TermTable {
        years: moments.map(|moment| moment.period.end().year().to_string()),
        goals: plan.goals.iter().zip(goals).map(goal).collect(),
        total,
        statuses: statuses.iter().map(|status| context.mark(*status)).collect(),
    })
}
