//! Statistics that the plan asks for: indicators that count victims and are broken down, last year beside this year.

use super::figures::Order;
use super::parts::Parts;
use super::{Context, NO_DATA, summary};
use crate::merge::progress::{About, ActivityProgress, Figure, Merged};
use crate::model::indicator::{Indicator, Number};
use crate::model::plan::Activity;
use crate::report::view::{Bar, FigureRow, Phrase, Situation, StatGroup, StatRow};

/// Whether the plan asks for statistics: an indicator counts victims and is broken down.
pub(super) fn is_asked(indicator: &Indicator) -> bool {
    indicator.sensitive && !indicator.dimensions.is_empty()
}

pub(super) fn situation(context: &Context<'_>) -> Situation {
    let mut situation = Situation { asked: Vec::new(), years: context.headings(), groups: Vec::new(), external: Vec::new() };
    for (activity, progress) in context.activities() {
        if !activity.indicators.iter().any(is_asked) {
            continue;
        }
        situation.asked.push(activity.id.clone());
        for (at, indicator) in (0u16..).zip(&activity.indicators).filter(|(_, indicator)| is_asked(indicator)) {
            let order = Order::of(progress, at);
            let figures = order.arranged(progress, at);
            situation.groups.extend(group(context, &order, activity, indicator, &figures, progress));
            for (publisher, rows) in context.published(&order, indicator, &figures, progress) {
                add_external(context, activity, publisher, rows, &mut situation.external);
            }
        }
    }
    situation
}

fn group(
    context: &Context<'_>,
    order: &Order,
    activity: &Activity,
    indicator: &Indicator,
    figures: &[&Figure<'_>],
    progress: &ActivityProgress<'_>,
) -> Option<StatGroup> {
    let shown: Vec<&Figure<'_>> = figures.iter().copied().filter(|figure| figure.said.iter().any(|statement| context.is_shown(statement))).collect();
    let parts = Parts::of_agencies(context, indicator, &shown);
    let numbers = shown.iter().flat_map(|figure| context.years.iter().filter_map(|year| figure.by_year.get(year)?.number()));
    let largest = numbers.filter_map(whole).max().unwrap_or(0);
    let rows: Vec<StatRow> = shown.iter().map(|figure| row(context, order, figure, largest, &parts, progress)).collect();
    (!rows.is_empty()).then(|| StatGroup { title: context.title(&indicator.name), id: Some(activity.id.clone()), rows })
}

fn row(context: &Context<'_>, order: &Order, figure: &Figure<'_>, largest: u128, parts: &Parts, progress: &ActivityProgress<'_>) -> StatRow {
    let of_year = |year: &i32| figure.by_year.get(year);
    let number = |year: &i32| of_year(year).and_then(Merged::number);
    let value = |year: &i32| {
        let merged = of_year(year);
        let bar = number(year).and_then(whole).map(|number| summary::bar(number, largest)).unwrap_or_default();
        Bar { text: shown(context, merged), sum: matches!(merged, Some(Merged::Sum(_) | Merged::Between(..))), bar }
    };
    let change = match context.years.as_slice() {
        [.., before, now] => number(before).zip(number(now)).and_then(|(before, now)| context.language().change(before, now)),
        _ => None,
    };
    let is = |about: &About| match about {
        About::Value(indicator, breakdown) | About::External(indicator, breakdown) => {
            *indicator == figure.indicator && *breakdown == figure.breakdown
        }
        About::Status | About::ExternalStatus => false,
    };
    StatRow {
        label: if figure.breakdown.is_empty() { total(context) } else { context.breakdown(order, &figure.breakdown) },
        id: None,
        values: context.years.iter().map(value).collect(),
        change,
        sources: context.sources_of(figure.said.iter()),
        disagreement: context.disagreement(progress, is),
        settled: figure.settled.map(|(agency, _)| context.agency(agency)),
        notes: context.notes_of(figure, parts),
    }
}

fn shown(context: &Context<'_>, merged: Option<&Merged>) -> String {
    match merged {
        None => NO_DATA.to_owned(),
        Some(Merged::Value(value)) => context.language().value(value),
        Some(Merged::Sum(number)) => context.language().number(*number),
        Some(Merged::Between(least, most)) => context.language().between(*least, *most),
        Some(Merged::Conflict) => context.language().term("activity.conflict").to_owned(),
    }
}

/// The number for a bar, without its decimals.
fn whole(number: Number) -> Option<u128> {
    let whole = number.digits.checked_div(10i64.checked_pow(u32::from(number.scale))?)?;
    u128::try_from(whole).ok()
}

/// Adds what others publish to the groups of their publishers.
fn add_external(context: &Context<'_>, activity: &Activity, publisher: Phrase, rows: Vec<FigureRow>, groups: &mut Vec<StatGroup>) {
    let rows = rows.into_iter().map(|row| StatRow {
        label: if row.part { row.label } else { total(context) },
        id: Some(activity.id.clone()),
        values: row.values.into_iter().map(|value| Bar { text: value.text, sum: false, bar: String::new() }).collect(),
        change: None,
        sources: row.sources,
        disagreement: row.disagreement,
        settled: None,
        notes: row.notes,
    });
    match groups.iter_mut().find(|group| group.title == publisher) {
        Some(group) => group.rows.extend(rows),
        None => groups.push(StatGroup { title: publisher, id: None, rows: rows.collect() }),
    }
}

fn total(context: &Context<'_>) -> Phrase {
    Phrase { text: context.language().term("total").to_owned(), lang: None }
}
