//! The canonical text of each cell of a file that was sent: what reading understands, written as the program writes it.
//!
//! A cell has one only if it can be read alone, or with the activity and the indicator of its row, and if the canonical text
//! reads back as the very same. Everything else stays letter by letter.

use std::ops::Range;

use super::lookup::Lookup;
use super::row::{Cells, trim};
use super::table::{self, Heading, Use};
use super::{number, submission, text};
use crate::model::column::{COLUMNS, Field, NIL};
use crate::model::date::{Date, Period};
use crate::model::plan::{Choice, Plan};
use crate::model::submission::{Expected, Value};
use crate::model::text::{Language, folded};
use crate::parse::csv;
use crate::source::{self, Source, SourceId};

/// What a cell holds that has a canonical text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Part {
    Heading,
    Activity,
    Indicator,
    Breakdown,
    Status,
    Value,
    DelayReason,
    Expected,
    Agency,
    Text,
}

/// A cell as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its text.
    pub typed: String,
    /// Its canonical text, if that is another one.
    pub canonical: Option<(Part, String)>,
}

impl Cell {
    /// The canonical text, else the cell as typed.
    pub fn written(&self) -> &str {
        self.canonical.as_ref().map_or(&self.typed, |(_, text)| text)
    }
}

/// A row that is not blank.
#[derive(Clone, Debug)]
pub struct Row {
    /// Row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Its bytes, if a quotation mark in it does not close where it should: what its cells are is not certain.
    pub broken: Option<Range<usize>>,
}

/// A file as a table.
#[derive(Clone, Debug)]
pub struct Table {
    /// The headings.
    pub headings: Vec<Cell>,
    /// Rows above the headings that hold something, with their cells joined by blanks.
    pub above: Vec<(u32, String)>,
    /// The rows below that hold something.
    pub rows: Vec<Row>,
    /// How many rows hold nothing.
    pub blank: usize,
}

/// Why nothing in a file is certain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Uncertain {
    /// No heading is known, so that it may be anything.
    NoHeading,
    /// A quotation mark in or above the headings does not close where it should.
    BrokenHeading,
}

/// The cells of a file that was sent, each with its canonical text.
pub fn canonical(plan: &Plan, source: &Source) -> Result<Table, Uncertain> {
    let layout = source.table.as_ref().ok_or(Uncertain::NoHeading)?;
    let heading = Heading::read(layout, plan, SourceId(0), &mut Vec::new());
    if !layout.headings.iter().any(|heading| table::is_heading(heading, plan)) {
        return Err(Uncertain::NoHeading);
    }
    let mut broken = broken_rows(source, layout);
    if broken.iter().any(|(row, _)| *row <= layout.heading.1) {
        return Err(Uncertain::BrokenHeading);
    }
    let is_georgian_file = layout.headings.iter().any(|heading| is_georgian(heading));
    let headings = layout.headings.iter().zip(&heading.columns).map(|(typed, column)| {
        let canonical = heading_of(typed, *column, is_georgian_file, plan).filter(|written| written != typed);
        Cell { typed: typed.clone(), canonical: canonical.map(|written| (Part::Heading, written)) }
    });
    let mut read = Table { headings: headings.collect(), above: Vec::new(), rows: Vec::new(), blank: 0 };
    let reading = Reading { lookup: Lookup::new(plan), heading: &heading, is_sheet: layout.sheet.is_some() };
    let mut last_row = 0;
    csv::for_each_row(&source.text, layout, |row| {
        // Blank lines between rows are counted by the numbers that are left out.
        let skipped = usize::try_from(row.row.saturating_sub(last_row + 1)).unwrap_or_default();
        last_row = row.row;
        read.blank += skipped;
        let is_blank = row.cells.iter().all(|cell| cell.trim().is_empty());
        if row.row >= layout.heading.0 && row.row <= layout.heading.1 {
            return;
        }
        if is_blank {
            read.blank += 1;
        } else if row.row < layout.heading.0 {
            let words: Vec<&str> = row.cells.iter().map(str::trim).filter(|cell| !cell.is_empty()).collect();
            read.above.push((row.row, words.join(" ")));
        } else {
            let broken = broken.iter_mut().find(|(known, _)| *known == row.row).map(|(_, bytes)| bytes.clone());
            let cells = if broken.is_some() { reading.as_typed(row) } else { reading.row(row) };
            read.rows.push(Row { row: row.row, cells, broken });
        }
    });
    Ok(read)
}

/// The rows in which a quotation mark does not close where it should, with their bytes.
fn broken_rows(source: &Source, layout: &source::Table) -> Vec<(u32, Range<usize>)> {
    let faults = csv::quote_faults(&source.text, layout);
    if faults.is_empty() {
        return Vec::new();
    }
    let starts = csv::row_starts(&source.text, layout);
    let mut broken: Vec<(u32, Range<usize>)> = Vec::new();
    for fault in faults {
        let Some(row) = starts[..starts.partition_point(|row| row.start <= fault.open)].last() else { continue };
        if row.row < layout.heading.0 && fault.close.is_some() && fault.lines == 0 {
            // A title is left out.
            continue;
        }
        let (_, end) = csv::field_spans(source.text.as_bytes(), row.start, layout.separator);
        if broken.last().is_none_or(|(known, _)| *known != row.row) {
            broken.push((row.row, row.start..end));
        }
    }
    broken
}

/// The heading that the program writes for a column, in the language of the one that was typed.
fn heading_of(typed: &str, column: Use, is_georgian_file: bool, plan: &Plan) -> Option<String> {
    // A sign such as № belongs to both languages.
    let is_georgian = is_georgian(typed) || (is_georgian_file && !typed.chars().any(|c| c.is_ascii_alphabetic()));
    let written = match column {
        Use::Field(field, language) => {
            let column = COLUMNS.iter().find(|column| column.field == field)?;
            let georgian = column.georgian.first().copied().filter(|_| is_georgian);
            let ending = match (language, georgian.is_some()) {
                (None, _) => "",
                (Some(Language::KA), true) => " (ქართულად)",
                (Some(_), true) => " (ინგლისურად)",
                (Some(Language::KA), false) => "_ka",
                (Some(_), false) => "_en",
            };
            format!("{}{ending}", georgian.unwrap_or(column.heading))
        }
        Use::Dimension(at) => {
            let dimension = plan.dimensions.get(usize::from(at))?;
            named(typed, &dimension.id, dimension.name.get(language_of(is_georgian)))
        }
        Use::Unknown | Use::Ignored => return None,
    };
    (table::meaning(&written, plan) == column).then_some(written)
}

/// The id if that was typed, else the name; a word that may be either, as `In progress`, is the name.
fn named(typed: &str, id: &str, name: Option<&str>) -> String {
    let name = name.unwrap_or(id);
    let is_id = typed == id || (folded(typed) == folded(id) && folded(name) != folded(id));
    if is_id { id.to_owned() } else { name.to_owned() }
}

fn language_of(is_georgian: bool) -> Language {
    if is_georgian { Language::KA } else { Language::EN }
}

fn is_georgian(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}'))
}

struct Reading<'a> {
    lookup: Lookup<'a>,
    heading: &'a Heading,
    /// A workbook: its numbers have a decimal point, whatever the person sees.
    is_sheet: bool,
}

impl Reading<'_> {
    fn as_typed(&self, row: &csv::Row) -> Vec<Cell> {
        row.cells.iter().map(|cell| Cell { typed: cell.to_owned(), canonical: None }).collect()
    }

    fn row(&self, row: &csv::Row) -> Vec<Cell> {
        let columns = &self.heading.columns;
        let is_long = row.cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty());
        if row.cells.len() < self.heading.width || is_long {
            // Its cells may stand below the wrong headings.
            return self.as_typed(row);
        }
        let cells = Cells { row, heading: self.heading, source: SourceId(0), keep_texts: false };
        let written = |at: usize, cell: &str| {
            let (part, text) = self.cell(&cells, *columns.get(at)?, cell)?;
            (text != cell).then_some((part, text))
        };
        row.cells.iter().enumerate().map(|(at, cell)| Cell { typed: cell.to_owned(), canonical: written(at, cell) }).collect()
    }

    fn cell(&self, cells: &Cells<'_>, column: Use, cell: &str) -> Option<(Part, String)> {
        let typed = trim(cell);
        let is_read = match column {
            Use::Field(field, _) => !COLUMNS.iter().any(|column| column.field == field && column.for_reading),
            Use::Dimension(_) => true,
            Use::Unknown | Use::Ignored => false,
        };
        if !is_read {
            return None;
        }
        if typed.is_empty() {
            return Some((Part::Text, String::new()));
        }
        // The value and the status of 'nothing to report' are a tick.
        let is_nil = submission::is_nil(cells.get(Field::Activity));
        let (part, text) = match column {
            Use::Field(Field::Activity, _) if is_nil => (Part::Activity, NIL[usize::from(is_georgian(typed))].to_owned()),
            Use::Field(Field::Activity, _) => (Part::Activity, self.activity(typed)?),
            Use::Field(Field::Agency, _) => (Part::Agency, self.agency(typed)?),
            Use::Field(Field::Narrative | Field::Obstacles | Field::Evidence | Field::Source, _) => (Part::Text, prose(cell)?),
            _ if is_nil => return None,
            Use::Field(Field::Indicator, _) => (Part::Indicator, self.indicator(cells, typed)?),
            Use::Field(Field::Status, _) => (Part::Status, self.status(typed)?),
            Use::Field(Field::Value, _) => (Part::Value, self.value(cells, typed)?),
            Use::Field(Field::DelayReason, _) => (Part::DelayReason, self.delay_reason(typed)?),
            Use::Field(Field::Expected, _) => (Part::Expected, expected(typed)?),
            Use::Dimension(dimension) => (Part::Breakdown, self.breakdown(dimension, typed)?),
            Use::Field(..) | Use::Unknown | Use::Ignored => return None,
        };
        Some((part, text))
    }

    /// The id, with the sign before it if one was typed, or if the cell comes from a workbook: without it a spreadsheet may
    /// take 2.1.10 in a text file for a date.
    fn activity(&self, typed: &str) -> Option<String> {
        use crate::model::id::SIGN;
        let activity = self.lookup.activity(typed).ok()?;
        let id = &self.lookup.plan.activity(activity).id;
        let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let has_sign = is_number(id) && (self.is_sheet || !is_number(typed));
        let written = if has_sign { format!("{SIGN} {id}") } else { id.clone() };
        (self.lookup.activity(&written) == Ok(activity)).then_some(written)
    }

    fn agency(&self, typed: &str) -> Option<String> {
        let agency = self.lookup.agency(typed)?;
        let id = &self.lookup.plan.agency(agency).id;
        (self.lookup.agency(id) == Some(agency)).then(|| id.clone())
    }

    fn indicator(&self, cells: &Cells<'_>, typed: &str) -> Option<String> {
        let activity = self.lookup.plan.activity(self.lookup.activity(cells.get(Field::Activity)).ok()?);
        let indicator = self.lookup.indicator(activity, typed).ok()?;
        let id = &activity.indicators.get(usize::from(indicator))?.id;
        (self.lookup.indicator(activity, id) == Ok(indicator)).then(|| id.clone())
    }

    fn status(&self, typed: &str) -> Option<String> {
        let ix = self.lookup.status(typed).ok()?;
        let status = self.lookup.plan.scale.get(ix);
        let written = named(typed, &status.code, status.label.get(language_of(is_georgian(typed))));
        (self.lookup.status(&written) == Ok(ix)).then_some(written)
    }

    fn breakdown(&self, dimension: u8, typed: &str) -> Option<String> {
        let value = self.lookup.dimension_value(dimension, typed).ok()?;
        let written = choice(self.lookup.plan.dimensions.get(usize::from(dimension))?.values.get(usize::from(value))?, typed);
        (self.lookup.dimension_value(dimension, &written) == Ok(value)).then_some(written)
    }

    fn delay_reason(&self, typed: &str) -> Option<String> {
        let reason = self.lookup.delay_reason(typed).ok()?;
        let written = choice(self.lookup.plan.delay_reasons.get(usize::from(reason))?, typed);
        (self.lookup.delay_reason(&written) == Ok(reason)).then_some(written)
    }

    fn value(&self, cells: &Cells<'_>, typed: &str) -> Option<String> {
        let activity = self.lookup.plan.activity(self.lookup.activity(cells.get(Field::Activity)).ok()?);
        let indicator = self.lookup.indicator(activity, trim(cells.get(Field::Indicator))).ok()?;
        let kind = activity.indicators.get(usize::from(indicator))?.kind;
        let read = |text: &str| number::value(&text::cleaned(trim(text)), kind).ok().flatten();
        let value = read(typed)?;
        let written = match &value {
            // A spreadsheet with a decimal comma would take 12.5 for a date, one with a point 12,5 for a text: the mark stays.
            Value::Number(number) if self.is_sheet || typed.rfind(',') > typed.rfind('.') => number.to_string().replace('.', ","),
            Value::Number(number) => number.to_string(),
            Value::Below(limit) => format!("<{limit}"),
            Value::YesNo(yes) => match (*yes, is_georgian(typed)) {
                (true, true) => "კი".to_owned(),
                (false, true) => "არა".to_owned(),
                (true, false) => "yes".to_owned(),
                (false, false) => "no".to_owned(),
            },
            Value::Text(text) => text.to_string(),
        };
        (read(&written).as_ref() == Some(&value)).then_some(written)
    }
}

fn choice(choice: &Choice, typed: &str) -> String {
    named(typed, &choice.id, choice.name.get(language_of(is_georgian(typed))))
}

/// A text with line breaks in place of their codes and nothing invisible at its ends; nothing if a repair would hide what is
/// said of it.
fn prose(cell: &str) -> Option<String> {
    let written = trim(&text::cleaned(trim(cell))).to_owned();
    (written == cell || text::said_of(&written) == text::said_of(cell)).then_some(written)
}

/// A day or a period; words beside it are left.
fn expected(typed: &str) -> Option<String> {
    let read = |text: &str| Date::from_typed(text).map(Expected::Day).or_else(|| Period::parse(text).map(Expected::Period));
    let expected = read(typed)?;
    let written = match expected {
        Expected::Day(day) if typed.chars().all(|c| !c.is_alphabetic() || matches!(c, 'T' | 'Z')) => day.to_string(),
        Expected::Day(_) => return None,
        Expected::Period(period) => period.to_string(),
    };
    (read(&written) == Some(expected)).then_some(written)
}
