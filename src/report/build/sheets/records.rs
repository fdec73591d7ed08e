//! Disagreements with every side, obstacles by their causes, rows set aside, files with their checksums.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::super::{Context, annex};
use super::sheet;
use crate::report::view::{Sheet, SheetCell};

pub(super) fn disagreements(context: &Context<'_>) -> Sheet {
    let columns = [
        ("annex_plan.number", 6),
        ("workbook.id", 10),
        ("workbook.kind", 50),
        ("activity.indicator", 50),
        ("workbook.year", 8),
        ("annex_conflicts.side", 30),
        ("annex_conflicts.says", 24),
        ("annex_conflicts.settled", 50),
        ("annex_sources.file", 40),
        ("annex_set_aside.row", 9),
    ];
    let mut rows = Vec::new();
    for (number, disagreement) in (1i64..).zip(&context.given.progress.disagreements) {
        let activity = context.plan().activity(disagreement.activity);
        let (kind, about) = annex::subject(context, disagreement);
        let about = about.map(|about| about.text);
        let kind = format!("annex_conflicts.kind_{kind}");
        for side in &disagreement.sides {
            let says = match (side.value, side.status) {
                (Some(value), _) if about.is_some() => context.cell(value),
                (_, Some(status)) => context.label(status),
                (value, None) => value.map(|value| context.cell(value)).unwrap_or(SheetCell::Empty),
            };
            let mut row: Vec<SheetCell> = vec![
                number.into(),
                activity.id.as_str().into(),
                context.language().term(&kind).into(),
                about.clone().into(),
                i64::from(disagreement.year).into(),
                context.who(side),
                says,
                disagreement.settled.map(|reason| context.phrase(reason).text).into(),
            ];
            row.extend(context.place(side.from));
            rows.push(row);
        }
    }
    sheet(context, "workbook.disagreements", &columns, rows)
}

/// One row for what an agency says stood in the way, the most frequent cause first; at the end, what is overdue without a reason.
pub(super) fn obstacles(context: &Context<'_>) -> Sheet {
    let columns = [
        ("obstacles.cause", 30),
        ("workbook.id", 10),
        ("activity.activity", 60),
        ("method.agency", 28),
        ("obstacles.title", 60),
        ("workbook.expected", 20),
        ("annex_sources.file", 40),
        ("annex_set_aside.row", 9),
    ];
    let mut found = Vec::new();
    let mut count: HashMap<Option<u8>, usize> = HashMap::new();
    for (activity, progress) in context.activities() {
        let mut stated = false;
        for statement in &progress.said {
            let Some(words) = statement.words.filter(|words| words.delay_reason.is_some() || !words.obstacles.is_empty()) else { continue };
            stated |= words.delay_reason.is_some();
            *count.entry(words.delay_reason).or_default() += 1;
            let reason = words.delay_reason.and_then(|at| context.plan().delay_reasons.get(usize::from(at)));
            let mut row: Vec<SheetCell> = vec![
                reason.map(|reason| context.phrase(&reason.name).text).into(),
                activity.id.as_str().into(),
                context.title(&activity.title).text.into(),
                context.who(statement),
                context.phrase(&words.obstacles).text.into(),
                words.expected.map(|expected| context.language().expected(expected)).into(),
            ];
            row.extend(context.place(statement.from));
            found.push((Some(words.delay_reason), row));
        }
        if progress.overdue.is_some() && !stated {
            let mut row: Vec<SheetCell> =
                vec![context.language().term("obstacles.unstated").into(), activity.id.as_str().into(), context.title(&activity.title).text.into()];
            row.resize(columns.len(), SheetCell::Empty);
            found.push((None, row));
        }
    }
    // Causes by how often they are named, then words without a cause, then silence.
    found.sort_by_key(|(cause, _)| match cause {
        Some(Some(reason)) => (0, Reverse(count.get(&Some(*reason)).copied().unwrap_or_default()), *reason),
        Some(None) => (1, Reverse(0), 0),
        None => (2, Reverse(0), 0),
    });
    sheet(context, "workbook.obstacles", &columns, found.into_iter().map(|(_, row)| row).collect())
}

pub(super) fn set_aside(context: &Context<'_>) -> Sheet {
    let columns = [
        ("annex_plan.number", 6),
        ("annex_sources.file", 44),
        ("annex_set_aside.row", 9),
        ("annex_set_aside.reason", 70),
        ("annex_set_aside.cells", 70),
    ];
    let rows = (1i64..).zip(context.given.set_aside).map(|(number, row)| {
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).filter(|cell| !cell.trim().is_empty()).collect();
        vec![number.into(), row.path.as_str().into(), i64::from(row.row).into(), context.phrase(&row.reason).text.into(), cells.join(" · ").into()]
    });
    sheet(context, "workbook.set_aside", &columns, rows.collect())
}

pub(super) fn files(context: &Context<'_>) -> Sheet {
    let columns = [
        ("annex_sources.file", 50),
        ("annex_sources.what", 20),
        ("method.agency", 30),
        ("method.received", 14),
        ("method.accepted", 12),
        ("method.set_aside", 12),
        ("annex_sources.checksum", 68),
        ("workbook.note", 30),
    ];
    let term = |path: &'static str| context.language().term(path);
    let count = |number: usize| SheetCell::from(i64::try_from(number).unwrap_or(i64::MAX));
    let rows = context.all_files().into_iter().map(|file| {
        let note = match (file.replaced, file.unreadable) {
            (_, true) => Some(term("method.unreadable")),
            (true, _) => Some(term("method.replaced")),
            _ => None,
        };
        vec![
            file.path.into(),
            term(if file.external { "annex_sources.external" } else { "annex_sources.submission" }).into(),
            file.agency.map(|agency| agency.name.text).into(),
            file.received.into(),
            count(file.rows),
            count(file.set_aside),
            file.checksum.unwrap_or_else(|| term("annex_sources.withheld").to_owned()).into(),
            note.into(),
        ]
    });
    sheet(context, "workbook.files", &columns, rows.collect())
}
