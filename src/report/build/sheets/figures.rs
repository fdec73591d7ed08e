//! Indicators and figures: one row for each value that somebody gave, with the value that the report prints, and one for each
//! target and indicator of which nobody said anything.

use super::super::Context;
use super::super::figures::Order;
use super::{Checksums, sheet};
use crate::merge::progress::{ActivityProgress, Figure, Merged, Statement};
use crate::model::indicator::{Indicator, Target};
use crate::model::plan::Activity;
use crate::report::view::{Sheet, SheetCell};

pub(super) fn figures(context: &Context<'_>, checksums: &Checksums) -> Sheet {
    let columns = [
        ("workbook.id", 10),
        ("activity.indicator", 50),
        ("workbook.breakdown", 30),
        ("workbook.unit", 16),
        ("activity.baseline", 11),
        ("activity.target", 11),
        ("workbook.year", 8),
        ("workbook.value", 14),
        ("summary.counts", 14),
        ("annex_conflicts.side", 30),
        ("workbook.note", 36),
        ("annex_sources.file", 40),
        ("annex_set_aside.row", 9),
        ("annex_sources.checksum", 68),
    ];
    let mut rows = Vec::new();
    for (activity, progress) in context.activities() {
        for (at, indicator) in (0u16..).zip(&activity.indicators) {
            let before = rows.len();
            let told = of_indicator(context, checksums, (activity, progress), (at, indicator), &mut rows);
            // Of these years nobody told the total, or nobody said anything of the indicator at all.
            let mut silent: Vec<Option<i32>> = indicator.targets.keys().copied().map(Some).filter(|year| !told.contains(year)).collect();
            if silent.is_empty() && rows.len() == before {
                silent.push(None);
            }
            for year in silent {
                let mut row = about(context, activity, indicator, "", year);
                row.resize(columns.len(), SheetCell::Empty);
                rows.push(row);
            }
        }
    }
    sheet(context, "workbook.figures", &columns, rows)
}

/// The rows of an indicator; gives the years of which the total was told.
fn of_indicator(
    context: &Context<'_>,
    checksums: &Checksums,
    (activity, progress): (&Activity, &ActivityProgress<'_>),
    (at, indicator): (u16, &Indicator),
    rows: &mut Vec<Vec<SheetCell>>,
) -> Vec<Option<i32>> {
    let mut told = Vec::new();
    let order = Order::of(progress, at);
    for figure in order.arranged(progress, at) {
        let breakdown = context.breakdown(&order, &figure.breakdown).text;
        for statement in figure.said.iter().chain(&figure.external) {
            let Some(value) = statement.value else { continue };
            let year = context.year_of(statement);
            let mut row = about(context, activity, indicator, &breakdown, year);
            row.extend([context.cell(value), counted(context, figure, statement, year), context.who(statement), note(context, figure, statement)]);
            row.extend(context.place(statement.from));
            row.push(checksums.get(statement.from.source));
            rows.push(row);
            if figure.breakdown.is_empty() {
                told.push(year);
            }
        }
    }
    told
}

/// What a row speaks of: the cells before the value.
fn about(context: &Context<'_>, activity: &Activity, indicator: &Indicator, breakdown: &str, year: Option<i32>) -> Vec<SheetCell> {
    // A target is that of the whole, not of its parts.
    let target = year.filter(|_| breakdown.is_empty()).and_then(|year| indicator.targets.get(&year));
    vec![
        activity.id.as_str().into(),
        context.title(&indicator.name).text.into(),
        breakdown.into(),
        context.phrase(&indicator.unit).text.into(),
        indicator.baseline.filter(|_| breakdown.is_empty()).into(),
        target.map(|target| aim(context, target)).unwrap_or(SheetCell::Empty),
        year.map(i64::from).into(),
    ]
}

fn aim(context: &Context<'_>, target: &Target) -> SheetCell {
    match target.max {
        Some(max) => context.language().between(target.min, max).into(),
        None => target.min.into(),
    }
}

/// The value that the report prints for the year; only agencies' rows stand behind it.
fn counted(context: &Context<'_>, figure: &Figure<'_>, statement: &Statement<'_>, year: Option<i32>) -> SheetCell {
    if statement.publisher.is_some() || statement.outside {
        return SheetCell::Empty;
    }
    match year.and_then(|year| figure.by_year.get(&year)) {
        None => SheetCell::Empty,
        Some(Merged::Value(value)) => context.cell(value),
        Some(Merged::Sum(number)) => (*number).into(),
        Some(Merged::Between(least, most)) => context.language().between(*least, *most).into(),
        Some(Merged::Conflict) => context.language().term("activity.conflict").into(),
    }
}

/// What sets the row apart: it is not an agency's, not one that the plan names, one of several, or a matter that was settled.
fn note(context: &Context<'_>, figure: &Figure<'_>, statement: &Statement<'_>) -> SheetCell {
    let language = context.language();
    let year = context.year_of(statement);
    let sum = year.is_some_and(|year| matches!(figure.by_year.get(&year), Some(Merged::Sum(_) | Merged::Between(..))));
    if statement.publisher.is_some() {
        return language.term("annex_sources.external").into();
    }
    if statement.outside {
        return language.term("activity.outside").into();
    }
    let settled = figure.settled.filter(|_| year == Some(context.covers.end().year()));
    let settled = settled.map(|(agency, _)| language.fill("activity.settled", &[("agency", &context.agency(agency).name.text)]));
    settled.or_else(|| sum.then(|| language.term("activity.sum").to_owned())).into()
}
