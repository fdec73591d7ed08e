//! What the text of a cell may hold that a person must be told about. Nothing is changed here but codes of line breaks.
//!
//! Every cell has one cheap [`Glance`]; the detectors, one file each, look closer only where it gives a reason to.

mod direction;
mod formula;
mod garbled;
mod glance;
mod line_break;
mod lost;
mod old_font;
mod personal;
mod truncated;

use glance::Glance;
pub(super) use line_break::cleaned;
pub(super) use old_font::converted;

use super::row::Cells;
use super::table::Use;
use crate::model::column::Field;
use crate::place::{At, Place};
use crate::problem::{Problem, ProblemKind};

/// What is looked for in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// A text of the agency's own.
    Prose,
    /// A number, and words only by an indicator of that kind.
    Value,
    /// A word of a list, which has its own check.
    Word,
    /// Nothing is taken from it; it may still hold what it should not.
    Unread,
}

impl Holds {
    /// What a column holds; nothing for what the program fills in itself.
    fn of(column: Use) -> Option<Self> {
        use Field::{Agency, DelayReason, Evidence, Expected, Indicator, Narrative, Obstacles, Source, Status, Value};
        match column {
            Use::Field(Narrative | Obstacles | Evidence | Source, _) => Some(Self::Prose),
            Use::Field(Value, _) => Some(Self::Value),
            Use::Field(Status | Indicator | DelayReason | Expected | Agency, _) | Use::Dimension(_) => Some(Self::Word),
            Use::Unknown | Use::Ignored => Some(Self::Unread),
            Use::Field(..) => None,
        }
    }
}

/// Looks at the texts of a row; words of lists wait for [`keep_the_cause`].
pub(super) fn examine(cells: &Cells<'_>, problems: &mut Vec<Problem>) {
    for (at, (column, cell)) in cells.heading.columns.iter().zip(cells.row.cells.iter()).enumerate() {
        // One sign says nothing.
        if cell.len() < 2 {
            continue;
        }
        match Holds::of(*column) {
            None | Some(Holds::Word) => {}
            Some(Holds::Value) if is_plain_number(cell) => {}
            Some(holds) => examine_cell(cell, holds, false, &mut note(cells, at, problems)),
        }
    }
}

/// What is said of a text of the agency's own, but for codes of line breaks: a repair must keep it.
pub(super) fn said_of(cell: &str) -> Vec<ProblemKind> {
    let mut kinds = Vec::new();
    examine_cell(cell, Holds::Prose, false, &mut |kind| kinds.push(kind));
    kinds.retain(|kind| !matches!(kind, ProblemKind::EncodedLineBreak { .. }));
    kinds
}

/// Adds problems of a cell; only lost or garbled text keeps its row out of the merge.
fn note<'a>(cells: &Cells<'_>, at: usize, problems: &'a mut Vec<Problem>) -> impl FnMut(ProblemKind) + 'a {
    let (source, number) = (cells.source, cells.row.row);
    move |kind| {
        let row = matches!(kind, ProblemKind::LostText { .. } | ProblemKind::GarbledText { .. }).then_some(number);
        let place = Place::cell(source, number, u32::try_from(at).unwrap_or(u32::MAX));
        problems.push(Problem { place, kind, row });
    }
}

fn is_plain_number(cell: &str) -> bool {
    cell.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b',' | b'%' | b'<' | b'-' | b' '))
}

fn examine_cell(cell: &str, holds: Holds, is_status: bool, note: &mut impl FnMut(ProblemKind)) {
    let glance = Glance::at(cell);
    let is_plain_value = holds == Holds::Value && glance.letters == 0 && !cell.chars().any(char::is_alphabetic);
    if holds != Holds::Unread
        && let Some(left) = lost::find(cell, &glance)
    {
        // Nothing else can be said of it.
        note(ProblemKind::LostText { left });
        return;
    }
    if holds != Holds::Unread
        && let Some(meant) = garbled::find(cell, &glance)
    {
        note(ProblemKind::GarbledText { meant });
        return;
    }
    if !is_plain_value {
        personal_data(cell, &glance, note);
    }
    if matches!(holds, Holds::Prose | Holds::Value) && glance.low_lines > 1 {
        let count = line_break::count(cell);
        if count > 0 {
            note(ProblemKind::EncodedLineBreak { count });
        }
    }
    if matches!(holds, Holds::Prose | Holds::Value) && glance.others > 0 {
        let found = direction::find(cell);
        if !found.is_empty() {
            note(ProblemKind::DirectionMarks { found });
        }
    }
    if (holds == Holds::Prose || is_status)
        && let Some((found, converted)) = old_font::find(cell, &glance)
    {
        note(ProblemKind::OldFontText { found, converted });
    }
    if holds == Holds::Prose {
        if formula::is_formula(cell) {
            note(ProblemKind::FormulaInCell { found: cell.trim().chars().take(80).collect() });
        }
        if let Some(length) = truncated::cut_at(cell) {
            note(ProblemKind::TruncatedCell { length });
        }
    }
}

/// One problem for each kind, with the first of them in its masked form.
fn personal_data(cell: &str, glance: &Glance, note: &mut impl FnMut(ProblemKind)) {
    let mut found = personal::find(cell, glance);
    found.sort_by_key(|found| found.what);
    for kind in found.chunk_by(|one, other| one.what == other.what) {
        note(ProblemKind::PersonalData { what: kind[0].what, masked: personal::masked(kind[0].text), count: kind.len() });
    }
}

/// Says, of a row's problems from `from` on, why a word is in no list: it may be lost text or typed for an old font.
/// What only follows from lost text is taken out.
pub(super) fn keep_the_cause(cells: &Cells<'_>, problems: &mut Vec<Problem>, from: usize) {
    let mut columns: Vec<usize> = Vec::new();
    for problem in &problems[from..] {
        let At::Cell { column: Some(at), .. } = problem.place.at else { continue };
        let at = at as usize;
        let is_word = cells.heading.columns.get(at).is_some_and(|column| Holds::of(*column) == Some(Holds::Word));
        if is_word && !columns.contains(&at) {
            columns.push(at);
        }
    }
    for at in columns {
        let (Some(cell), Some(column)) = (cells.row.cells.get(at), cells.heading.columns.get(at)) else { continue };
        examine_cell(cell, Holds::Word, matches!(column, Use::Field(Field::Status, _)), &mut note(cells, at, problems));
    }
    let is_lost = |problem: &Problem| matches!(problem.kind, ProblemKind::LostText { .. } | ProblemKind::GarbledText { .. });
    if !problems[from..].iter().any(is_lost) {
        return;
    }
    let found = problems.split_off(from);
    let lost: Vec<Place> = found.iter().filter(|problem| is_lost(problem)).map(|problem| problem.place.clone()).collect();
    problems.extend(found.into_iter().filter(|problem| is_lost(problem) || !lost.contains(&problem.place)));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn kinds(cell: &str, holds: Holds) -> Vec<ProblemKind> {
        let mut kinds = Vec::new();
        examine_cell(cell, holds, false, &mut |kind| kinds.push(kind));
        kinds
    }

    #[test]
    fn each_kind_is_one_problem_with_a_count() {
        let kinds = kinds("01001012345, 01001012346, ტელ. 599 12 34 56", Holds::Prose);
        let [ProblemKind::PersonalData { masked, count: 2, .. }, ProblemKind::PersonalData { count: 1, .. }] = &kinds[..] else {
            panic!("{kinds:?}")
        };
        assert_eq!(masked, "01•••••••••");
    }

    #[test]
    fn a_number_in_the_column_of_values_is_a_value() {
        for value in ["512345678", "512 345 678", "12345678901", "<5", "1\u{a0}234"] {
            assert_eq!(kinds(value, Holds::Value), [], "{value}");
        }
        assert_eq!(kinds("ტელ. 599123456", Holds::Value).len(), 1);
    }

    proptest! {
        #[test]
        fn no_text_breaks_a_detector(cell in "\\PC{0,300}|[=+@_?x0-9D \n-]{0,60}|[a-zTJRSCZW ]{0,80}|(_x000D_|_x00|\n|ა){0,9}|\\PC{250,260}") {
            for holds in [Holds::Prose, Holds::Value, Holds::Word, Holds::Unread] {
                for kind in kinds(&cell, holds) {
                    if let ProblemKind::PersonalData { masked, .. } = kind {
                        let shown: Vec<char> = masked.chars().skip(2).collect();
                        prop_assert!(!shown.windows(3).any(|three| three.iter().all(char::is_ascii_digit)), "{masked}");
                    }
                }
            }
            let clean = cleaned(&cell);
            prop_assert!(clean.len() <= cell.len());
            let _ = converted(&cell);
        }
    }
}
