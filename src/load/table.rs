//! A submission as a table: which column holds what, and the rows that follow.

use super::headings::Headings;
use crate::model::column::{COLUMNS, Field};
use crate::model::text::Language;
use crate::parse::csv;
use crate::place::Place;
use crate::problem::{Problem, ProblemKind};
use crate::source::{Sheet, SourceId, Table};

/// What a column of a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A column of [`COLUMNS`], in a language of its own if the heading says so.
    Field(Field, Option<Language>),
    /// A dimension of the plan, by its number.
    Dimension(u8),
    /// A heading nobody knows; its cells are counted.
    Unknown,
    /// Doubled or without a heading: nothing is taken from it.
    Ignored,
}

/// The heading row of a file.
pub(super) struct Heading<'a> {
    /// What is known of the sheet of a workbook.
    pub(super) sheet: Option<&'a Sheet>,
    /// Row on which it stands.
    pub(super) row: u32,
    /// What each column holds.
    pub(super) columns: Vec<Use>,
    /// The first column of each field, by the field's number.
    pub(super) fields: [Option<usize>; Field::COUNT],
    /// Columns of dimensions with the dimension's number.
    pub(super) dimensions: Vec<(usize, u8)>,
    /// Columns that nobody knows.
    unknown: Vec<usize>,
    /// What each heading says, doubled or not.
    meant: Vec<Use>,
    /// How many cells a row must have: up to the last column with a heading.
    pub(super) width: usize,
    headings: Vec<String>,
    filled: Vec<usize>,
}

impl<'a> Heading<'a> {
    /// Reads the heading row.
    pub(super) fn read(table: &'a Table, known: &Headings<'_>, source: SourceId, problems: &mut Vec<Problem>) -> Self {
        let row = table.heading.1;
        let headings = table.headings.clone();
        let mut columns: Vec<Use> = headings.iter().map(|heading| known.meaning(heading)).collect();
        for (at, heading) in headings.iter().enumerate() {
            if columns[at] != Use::Unknown && known.exact(heading) == Use::Unknown {
                let kind = ProblemKind::LookAlikeHeading { heading: heading.clone() };
                problems.push(Problem { place: Place::cell(source, row, u32::try_from(at).unwrap_or(u32::MAX)), kind, row: None });
            }
        }
        let meant = columns.clone();
        let mut firsts: Vec<(Use, usize)> = Vec::new();
        for at in (0..columns.len()).filter(|&at| meant[at] != Use::Unknown) {
            let first = firsts.iter().find(|(known, _)| *known == meant[at]).map(|(_, first)| *first);
            if first.is_none() {
                firsts.push((meant[at], at));
            }
            if let Some(first) = first {
                let kind = ProblemKind::DuplicateColumn { heading: headings[at].clone(), first: u32::try_from(first + 1).unwrap_or(u32::MAX) };
                problems.push(Problem { place: Place::cell(source, row, u32::try_from(at).unwrap_or(u32::MAX)), kind, row: None });
                columns[first] = Use::Ignored;
                columns[at] = Use::Ignored;
            }
        }
        for column in COLUMNS.iter().filter(|column| column.required) {
            if !meant.iter().any(|meant| matches!(meant, Use::Field(field, _) if *field == column.field)) {
                let kind = ProblemKind::MissingColumn { heading: column.heading };
                problems.push(Problem { place: Place::row(source, row), kind, row: None });
            }
        }
        let filled = vec![0; columns.len()];
        let width = headings.iter().rposition(|heading| !heading.trim().is_empty()).map_or(0, |last| last + 1);
        let mut fields = [None; Field::COUNT];
        for (at, column) in columns.iter().enumerate() {
            if let Use::Field(field, _) = column {
                fields[*field as usize].get_or_insert(at);
            }
        }
        let dimension = |(at, column): (usize, &Use)| if let Use::Dimension(dimension) = column { Some((at, *dimension)) } else { None };
        let dimensions = columns.iter().enumerate().filter_map(dimension).collect();
        let unknown = (0..columns.len()).filter(|&at| columns[at] == Use::Unknown).collect();
        Self { sheet: table.sheet.as_ref(), row, columns, fields, dimensions, unknown, meant, width, headings, filled }
    }

    /// Counts the cells of a row that stand in columns without a meaning.
    pub(super) fn count(&mut self, row: &csv::Row) {
        for &at in self.unknown.iter().take_while(|&&at| at < row.cells.len()) {
            if row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty()) {
                self.filled[at] += 1;
            }
        }
    }

    /// Whether a heading names this field, even if nothing can be taken from its column.
    pub(super) fn names(&self, field: Field) -> bool {
        self.meant.iter().any(|meant| matches!(meant, Use::Field(known, _) if *known == field))
    }

    /// Whether a column is there that holds this field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.fields[field as usize].is_some()
    }

    /// The heading above a field; the row of headings if it has none.
    pub(super) fn place_of(&self, field: Field, source: SourceId) -> Place {
        match self.fields[field as usize].and_then(|at| u32::try_from(at).ok()) {
            Some(at) => Place::cell(source, self.row, at),
            None => Place::row(source, self.row),
        }
    }

    /// The problems of columns without a meaning, once their cells are counted.
    pub(super) fn unknown(&self, known: &Headings<'_>, source: SourceId, problems: &mut Vec<Problem>) {
        for (at, heading) in self.headings.iter().enumerate() {
            if self.columns[at] != Use::Unknown {
                continue;
            }
            let cells = self.filled[at];
            let kind = if heading.trim().is_empty() {
                if cells == 0 {
                    continue;
                }
                ProblemKind::ColumnWithoutHeading { cells }
            } else {
                ProblemKind::UnknownColumn { heading: heading.clone(), nearest: known.nearest(heading), cells }
            };
            problems.push(Problem { place: Place::cell(source, self.row, u32::try_from(at).unwrap_or(u32::MAX)), kind, row: None });
        }
    }
}
