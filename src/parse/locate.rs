//! Places to spans: reads a file again and walks to the place, only when a finding is shown.

use std::collections::HashMap;
use std::ops::Range;

use super::csv;
use super::yaml::{self, Kind, Node};
use crate::place::{At, Place, Span, Step};
use crate::source::{SourceId, Sources, Table};

/// The bytes of each field of a row, and the end of the row.
type Fields = (Vec<Range<usize>>, usize);

/// Turns places into spans, keeping what it read of each file.
pub struct Locator<'a> {
    sources: &'a Sources,
    trees: HashMap<SourceId, Option<Node>>,
    rows: HashMap<SourceId, Vec<csv::RowStart>>,
    /// The fields of the row that was last looked at: many findings stand in one row.
    fields: Option<(SourceId, usize, Fields)>,
}

impl<'a> Locator<'a> {
    /// A locator over these files.
    pub fn new(sources: &'a Sources) -> Self {
        Self { sources, trees: HashMap::new(), rows: HashMap::new(), fields: None }
    }

    /// The bytes of a place; the nearest enclosing value when a step does not exist.
    pub fn span(&mut self, place: &Place) -> Span {
        let source = self.sources.get(place.source);
        let text = source.text.as_str();
        let bytes = match &place.at {
            At::File => 0..0,
            At::Bytes(bytes) => bytes.clone(),
            At::Path(steps) => {
                let tree = self.trees.entry(place.source).or_insert_with(|| yaml::parse(text).0);
                tree.as_ref().map_or(0..0, |tree| walk(tree, steps))
            }
            At::Cell { row, column } => source.table.as_ref().map_or(0..0, |table| self.bytes_of_cell(place.source, table, *row, *column)),
        };
        let end = crate::source::floor_boundary(text, bytes.end);
        let start = crate::source::floor_boundary(text, bytes.start).min(end);
        Span { source: place.source, bytes: start..end }
    }

    fn rows(&mut self, source: SourceId, table: &Table) -> &[csv::RowStart] {
        let text = self.sources.get(source).text.as_str();
        self.rows.entry(source).or_insert_with(|| csv::row_starts(text, table))
    }

    /// The fields of the row that begins at a byte, and its end.
    fn fields(&mut self, source: SourceId, start: usize, separator: u8) -> &Fields {
        let known = self.fields.take().filter(|(file, row, _)| (*file, *row) == (source, start));
        let text = self.sources.get(source).text.as_bytes();
        &self.fields.insert(known.unwrap_or_else(|| (source, start, csv::field_spans(text, start, separator)))).2
    }

    fn bytes_of_cell(&mut self, source: SourceId, table: &Table, row: u32, column: Option<u32>) -> Range<usize> {
        let rows = self.rows(source, table);
        let Some(start) = rows.binary_search_by_key(&row, |start| start.row).ok().map(|at| rows[at].start) else { return 0..0 };
        let (fields, end) = self.fields(source, start, table.separator);
        match column {
            None => start..*end,
            Some(column) => fields.get(column as usize).cloned().unwrap_or(*end..*end),
        }
    }

    /// The cell of a table in which a place lies: its row, and the column from 0.
    pub fn cell(&mut self, place: &Place) -> Option<(csv::RowStart, Option<u32>)> {
        let table = self.sources.get(place.source).table.as_ref()?;
        match &place.at {
            At::Cell { row, column } => {
                let rows = self.rows(place.source, table);
                let start = rows.binary_search_by_key(row, |start| start.row).ok().map_or(0, |at| rows[at].start);
                Some((csv::RowStart { row: *row, start }, *column))
            }
            At::Bytes(bytes) => {
                let at = bytes.start;
                let row = csv::row_at(self.rows(place.source, table), at)?;
                let (fields, _) = self.fields(place.source, row.start, table.separator);
                let column = fields.partition_point(|field| field.end < at);
                let column = fields.get(column).filter(|field| field.start <= at).and(u32::try_from(column).ok());
                Some((row, column))
            }
            At::File | At::Path(_) => None,
        }
    }

    /// Whether every step of a place exists; the tests use it so that a misspelt key cannot hide.
    pub fn resolves(&mut self, place: &Place) -> bool {
        let At::Path(_) = &place.at else { return true };
        let text = self.sources.get(place.source).text.as_str();
        let tree = self.trees.entry(place.source).or_insert_with(|| yaml::parse(text).0);
        tree.as_ref().is_some_and(|tree| tree.at(&place.at).is_some())
    }
}

fn walk(tree: &Node, steps: &[Step]) -> Range<usize> {
    let mut node = tree;
    let mut shown = tree.span.clone();
    for step in steps {
        let Some((next, key)) = node.step(step) else { return shown };
        node = next;
        // A map or list is shown by its key, a value that was left empty too.
        shown = match (&node.kind, key) {
            (Kind::Scalar { .. }, _) => node.span.clone(),
            (_, Some(key)) => key,
            (_, None) => node.span.clone(),
        };
    }
    shown
}
