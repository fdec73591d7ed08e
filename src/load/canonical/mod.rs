//! The canonical text of each cell of a file that was sent: what reading understands, written as the program writes it.
//!
//! A cell has one only if it can be read alone, or with the activity and the indicator of its row, and if the canonical text
//! reads back as the very same. Everything else stays letter by letter.

mod cells;
mod words;

use std::collections::BTreeMap;
use std::ops::Range;

use super::headings::Headings;
use super::lookup::Lookup;
use super::table::Heading;
use crate::model::plan::Plan;
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
    let known = Headings::new(plan);
    let heading = Heading::read(layout, &known, SourceId(0), &mut Vec::new());
    if !layout.headings.iter().any(|heading| known.is_known(heading)) {
        return Err(Uncertain::NoHeading);
    }
    let broken = broken_rows(source, layout);
    if broken.keys().any(|row| *row <= layout.heading.1) {
        return Err(Uncertain::BrokenHeading);
    }
    let is_georgian_file = layout.headings.iter().any(|heading| words::is_georgian(heading));
    let headings = layout.headings.iter().zip(&heading.columns).map(|(typed, column)| {
        let canonical = words::heading(typed, *column, is_georgian_file, plan, &known).filter(|written| written != typed);
        Cell { typed: typed.clone(), canonical: canonical.map(|written| (Part::Heading, written)) }
    });
    let mut read = Table { headings: headings.collect(), above: Vec::new(), rows: Vec::new(), blank: 0 };
    let reading = cells::Reading { lookup: Lookup::new(plan), heading: &heading, is_sheet: layout.sheet.is_some() };
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
            let broken = broken.get(&row.row).cloned();
            let cells = if broken.is_some() { reading.as_typed(row) } else { reading.row(row) };
            read.rows.push(Row { row: row.row, cells, broken });
        }
    });
    Ok(read)
}

/// The rows in which a quotation mark does not close where it should, with their bytes.
fn broken_rows(source: &Source, layout: &source::Table) -> BTreeMap<u32, Range<usize>> {
    let faults = csv::quote_faults(&source.text, layout);
    if faults.is_empty() {
        return BTreeMap::new();
    }
    let starts = csv::row_starts(&source.text, layout);
    let mut broken = BTreeMap::new();
    for fault in faults {
        let Some(row) = csv::row_at(&starts, fault.open) else { continue };
        if row.row < layout.heading.0 && fault.close.is_some() && fault.lines == 0 {
            // A title is left out.
            continue;
        }
        let (_, end) = csv::field_spans(source.text.as_bytes(), row.start, layout.separator);
        broken.insert(row.row, row.start..end);
    }
    broken
}
