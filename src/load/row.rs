//! One row of a submission: cells to a [`Row`], with a problem for each cell that cannot be read.

use super::lookup::Lookup;
use super::table::{Heading, Use};
use super::{evidence, number, text};
use crate::model::agency::AgencyIx;
use crate::model::column::Field;
use crate::model::plan::ActivityIx;
use crate::model::spelling;
use crate::model::submission::{Breakdown, Expected, Row, Value, Words};
use crate::model::text::{Language, Text};
use crate::parse::csv;
use crate::place::{At, Place};
use crate::problem::{Problem, ProblemKind, ValueFault};
use crate::source::SourceId;

/// The cells of a row with what their columns hold.
pub(super) struct Cells<'a> {
    pub(super) row: &'a csv::Row<'a>,
    pub(super) heading: &'a Heading<'a>,
    pub(super) source: SourceId,
    /// Whether the file holds a zero byte anywhere.
    pub(super) zero_bytes: bool,
    /// Whether the texts of the row are kept; they are looked at in any case.
    pub(super) keep_texts: bool,
}

impl<'a> Cells<'a> {
    /// The cell of a field, without the blanks around it; empty if there is no such column.
    pub(super) fn get(&self, field: Field) -> &'a str {
        self.heading.fields[field as usize].and_then(|at| self.row.cells.get(at)).map(trim).unwrap_or_default()
    }

    /// Whether something stands in a field's cell.
    pub(super) fn is_filled(&self, field: Field) -> bool {
        !self.get(field).is_empty()
    }

    /// Whether the agency wrote anything into the row: a form comes with activities and indicators already in their cells.
    pub(super) fn says_something(&self) -> bool {
        use Field::{DelayReason, Evidence, Expected, Narrative, Obstacles, Status, Value};
        // What stands below a heading nobody knows was written, too.
        let said = |column: &Use| {
            matches!(column, Use::Unknown | Use::Ignored | Use::Field(Status | Value | Narrative | Obstacles | DelayReason | Expected | Evidence, _))
        };
        self.heading.columns.iter().zip(self.row.cells.iter()).any(|(column, cell)| said(column) && !trim(cell).is_empty())
    }

    /// A field's text in each language that has a column.
    pub(super) fn text(&self, field: Field) -> Text {
        let mut text = Text::default();
        for (language, cell) in self.each(field).filter(|(_, cell)| !cell.is_empty()) {
            match (language, trim(&text::cleaned(cell))) {
                (_, "") => {}
                (Some(language), cell) => text.set(language, cell),
                (None, cell) => text.set_plain(cell),
            }
        }
        text
    }

    /// The cells of a field, one for each language that has a column.
    fn each(&self, field: Field) -> impl Iterator<Item = (Option<Language>, &'a str)> {
        let columns = self.heading.columns.iter().zip(self.row.cells.iter());
        columns.filter_map(move |(column, cell)| match column {
            Use::Field(known, language) if *known == field => Some((*language, trim(cell))),
            _ => None,
        })
    }

    /// Whether the cell of a field is a number in a workbook, not a text.
    pub(super) fn is_number(&self, field: Field) -> bool {
        let column = self.heading.fields[field as usize].and_then(|at| u32::try_from(at).ok());
        column.zip(self.heading.sheet).is_some_and(|(column, sheet)| sheet.numbers.contains(&(self.row.row, column)))
    }

    /// The other activity that a number may stand for: a workbook keeps 5.10 as 5.1.
    fn lost_zero(&self, typed: &str, lookup: &Lookup<'_>) -> Option<String> {
        let other = format!("{typed}0");
        (self.is_number(Field::Activity) && typed.contains('.') && lookup.activity(&other).is_ok()).then_some(other)
    }

    /// The place of a field's cell; the row if there is no such column.
    pub(super) fn place(&self, field: Field) -> Place {
        self.place_at(self.heading.fields[field as usize])
    }

    fn place_at(&self, column: Option<usize>) -> Place {
        match column.and_then(|at| u32::try_from(at).ok()) {
            Some(at) => Place::cell(self.source, self.row.row, at),
            None => Place::row(self.source, self.row.row),
        }
    }
}

pub(super) fn trim(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
}

/// Reads a row; nothing when it has no activity that the plan knows.
pub(super) fn read_row(
    cells: &Cells<'_>,
    lookup: &Lookup<'_>,
    agency: Option<AgencyIx>,
    external: bool,
    last_activity: &mut Option<String>,
    problems: &mut Vec<Problem>,
) -> Option<Row> {
    let row = cells.row.row;
    text::examine(cells, problems);
    let mut note = |place: Place, kind: ProblemKind| problems.push(Problem { place, kind, row: Some(row) });
    for (at, cell) in cells.row.cells.iter().enumerate() {
        let place = || Place::cell(cells.source, row, u32::try_from(at).unwrap_or(u32::MAX));
        if cells.zero_bytes && cell.contains('\0') {
            note(place(), ProblemKind::ZeroByteInCell);
        }
        let is_value = matches!(cells.heading.columns.get(at), Some(Use::Field(Field::Value, _)));
        if !is_value && cell.starts_with('#') && number::is_spreadsheet_error(cell) {
            note(place(), ProblemKind::SpreadsheetErrorInText { found: cell.trim().to_owned() });
        }
    }
    let agency = if external { None } else { sender(cells, lookup, agency, problems) };
    let mut note = |place: Place, kind: ProblemKind| problems.push(Problem { place, kind, row: Some(row) });
    let typed = cells.get(Field::Activity);
    if typed.is_empty() {
        note(cells.place(Field::Activity), ProblemKind::RowWithoutActivity { last: last_activity.clone() });
        return None;
    }
    *last_activity = Some(typed.to_owned());
    let activity = match lookup.activity(typed) {
        Ok(activity) => activity,
        Err(kind) => {
            note(cells.place(Field::Activity), kind);
            return None;
        }
    };
    if let Some(other) = cells.lost_zero(typed, lookup) {
        note(cells.place(Field::Activity), ProblemKind::LostZero { found: typed.to_owned(), other });
    }
    let indicator = indicator(cells, lookup, activity, &mut note);
    let status = match cells.get(Field::Status) {
        "" => None,
        typed => lookup.status(typed).map_err(|kind| note(cells.place(Field::Status), kind)).ok(),
    };
    let breakdown = breakdown(cells, lookup, activity, indicator, &mut note);
    let words = words(cells, lookup, problems);
    let value = value(cells, lookup, activity, indicator, problems);
    Some(Row { row, agency, activity, indicator, breakdown, status, value, words, outside: false })
}

/// Who speaks in a row: the agency of its column, else that of the file.
pub(super) fn sender(cells: &Cells<'_>, lookup: &Lookup<'_>, of_file: Option<AgencyIx>, problems: &mut Vec<Problem>) -> Option<AgencyIx> {
    let mut note = |place: Place, kind: ProblemKind| problems.push(Problem { place, kind, row: Some(cells.row.row) });
    let typed = cells.get(Field::Agency);
    if typed.is_empty() {
        let place = cells.place(Field::Agency);
        if of_file.is_none() && matches!(place.at, At::Cell { column: Some(_), .. }) {
            note(place, ProblemKind::FileOfNobody);
        }
        return of_file;
    }
    let found = lookup.agency(typed);
    if found.is_none() {
        note(cells.place(Field::Agency), ProblemKind::UnknownAgency { found: typed.to_owned() });
    }
    if let (Some(found), Some(of_file)) = (found, of_file)
        && found != of_file
    {
        let id = |agency| lookup.plan.agency(agency).id.clone();
        problems.push(Problem {
            place: cells.place(Field::Agency),
            kind: ProblemKind::OtherAgency { found: id(found), of_file: id(of_file) },
            row: None,
        });
    }
    found.or(of_file)
}

fn indicator(cells: &Cells<'_>, lookup: &Lookup<'_>, activity: ActivityIx, note: &mut impl FnMut(Place, ProblemKind)) -> Option<u16> {
    match cells.get(Field::Indicator) {
        "" => None,
        typed => lookup.indicator(lookup.plan.activity(activity), typed).map_err(|kind| note(cells.place(Field::Indicator), kind)).ok(),
    }
}

fn breakdown(
    cells: &Cells<'_>,
    lookup: &Lookup<'_>,
    activity: ActivityIx,
    indicator: Option<u16>,
    note: &mut impl FnMut(Place, ProblemKind),
) -> Breakdown {
    let mut breakdown = Vec::new();
    let activity = lookup.plan.activity(activity);
    for &(at, dimension) in &cells.heading.dimensions {
        let cell = trim(cells.row.cells.get(at).unwrap_or_default());
        if cell.is_empty() {
            continue;
        }
        let place = cells.place_at(Some(at));
        let indicator = indicator.and_then(|at| activity.indicators.get(usize::from(at)));
        if let Some(indicator) = indicator.filter(|indicator| !indicator.dimensions.contains(&dimension)) {
            // Which of its values was meant no longer matters.
            let dimension = lookup.plan.dimensions[usize::from(dimension)].id.clone();
            note(place, ProblemKind::DimensionNotAsked { dimension, activity: activity.id.clone(), indicator: indicator.id.clone() });
            continue;
        }
        match lookup.dimension_value(dimension, cell) {
            Ok(value) => breakdown.push((dimension, value)),
            Err(kind) => note(place, kind),
        }
    }
    breakdown.sort_unstable();
    breakdown.into()
}

fn value(cells: &Cells<'_>, lookup: &Lookup<'_>, activity: ActivityIx, indicator: Option<u16>, problems: &mut Vec<Problem>) -> Option<Value> {
    let typed = cells.get(Field::Value);
    if typed.is_empty() {
        return None;
    }
    let place = cells.place(Field::Value);
    let row = Some(cells.row.row);
    let Some(indicator) = indicator.and_then(|at| lookup.plan.activity(activity).indicators.get(usize::from(at))) else {
        // A wrong indicator was reported already; its value cannot be judged.
        if cells.get(Field::Indicator).is_empty() {
            problems.push(Problem { place, kind: ProblemKind::ValueWithoutIndicator, row });
        }
        return None;
    };
    match number::value(&text::cleaned(typed), indicator.kind, cells.is_number(Field::Value)) {
        Ok(value) => value,
        Err(fault) => {
            let row = if fault == ValueFault::NothingMark { None } else { row };
            problems.push(Problem { place, kind: ProblemKind::ValueKind { found: typed.to_owned(), fault, kind: indicator.kind.name() }, row });
            None
        }
    }
}

fn words(cells: &Cells<'_>, lookup: &Lookup<'_>, problems: &mut Vec<Problem>) -> Option<Box<Words>> {
    let row = Some(cells.row.row);
    let mut note = |place: Place, kind: ProblemKind| problems.push(Problem { place, kind, row });
    let text = |field| if cells.keep_texts { cells.text(field) } else { Text::default() };
    let delay_reason = match cells.get(Field::DelayReason) {
        "" => None,
        typed => lookup.delay_reason(typed).map_err(|kind| note(cells.place(Field::DelayReason), kind)).ok(),
    };
    let expected = match cells.get(Field::Expected) {
        "" => None,
        typed => {
            let read = spelling::day(typed).map(Expected::Day).or_else(|| spelling::period(typed).map(Expected::Period));
            if read.is_none() {
                note(cells.place(Field::Expected), ProblemKind::NotADate { found: typed.to_owned() });
            }
            read
        }
    };
    let (evidence, faults) = evidence::items(&text::cleaned(cells.get(Field::Evidence)));
    // Such an address is shown as text and never linked, so the row can stay.
    problems.extend(faults.into_iter().map(|kind| Problem { place: cells.place(Field::Evidence), kind, row: None }));
    let (narrative, obstacles, publisher) = (text(Field::Narrative), text(Field::Obstacles), text(Field::Source));
    let empty =
        narrative.is_empty() && obstacles.is_empty() && publisher.is_empty() && evidence.is_empty() && delay_reason.is_none() && expected.is_none();
    (!empty && cells.keep_texts).then(|| Box::new(Words { narrative, obstacles, delay_reason, expected, evidence, publisher }))
}
