//! Symbolic places: where something stands in a file, before anyone needs its bytes.
//!
//! The model carries places, not spans, so that it stays plain data; `parse::locate` turns a
//! place into a [`Span`] only when a finding is shown.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::SourceId;

/// One step down a YAML document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// The value under a key.
    Key(Cow<'static, str>),
    /// An element of a list, from 0.
    Index(u32),
}

/// Where in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum At {
    /// The file as a whole.
    File,
    /// A value of a YAML document, by the steps that lead to it.
    Path(Vec<Step>),
    /// A cell of a table: row as a spreadsheet counts it (from 1), column from 0; no column means the whole row.
    Cell {
        /// Spreadsheet row, from 1.
        row: u32,
        /// Column, from 0.
        column: Option<u32>,
    },
    /// Bytes of the text, when the reader had them in hand.
    Bytes(Range<usize>),
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file.
    pub source: SourceId,
    /// Where in it.
    pub at: At,
}

/// Bytes of a file; an empty range at 0 stands for the whole file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub source: SourceId,
    /// Byte range, always on character boundaries.
    pub bytes: Range<usize>,
}

impl Place {
    /// The file as a whole.
    pub fn file(source: SourceId) -> Self {
        Self { source, at: At::File }
    }

    /// The top of a YAML document.
    pub fn root(source: SourceId) -> Self {
        Self { source, at: At::Path(Vec::new()) }
    }

    /// A byte range.
    pub fn bytes(source: SourceId, bytes: Range<usize>) -> Self {
        Self { source, at: At::Bytes(bytes) }
    }

    /// A cell of a table.
    pub fn cell(source: SourceId, row: u32, column: u32) -> Self {
        Self { source, at: At::Cell { row, column: Some(column) } }
    }

    /// A whole row of a table.
    pub fn row(source: SourceId, row: u32) -> Self {
        Self { source, at: At::Cell { row, column: None } }
    }

    /// The value under `key`, one step further down.
    pub fn key(&self, key: impl Into<Cow<'static, str>>) -> Self {
        self.step(Step::Key(key.into()))
    }

    /// Element `index` (from 0), one step further down.
    pub fn index(&self, index: usize) -> Self {
        self.step(Step::Index(u32::try_from(index).unwrap_or(u32::MAX)))
    }

    fn step(&self, step: Step) -> Self {
        let mut steps = match &self.at {
            At::Path(steps) => steps.clone(),
            _ => Vec::new(),
        };
        steps.push(step);
        Self { source: self.source, at: At::Path(steps) }
    }
}
