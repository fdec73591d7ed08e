//! The annexes as sheets of a workbook, one row a fact, each with its source.
//!
//! They are made of the merged data and not of the views: in a view a figure is a finished text.

mod figures;
mod plan;
mod records;

use std::collections::HashMap;

use super::Context;
use crate::merge::progress::{Provenance, Statement};
use crate::model::scale::StatusIx;
use crate::model::submission::Value;
use crate::report::view::{AgencyLink, Sheet, SheetCell, SheetColumn};
use crate::source::SourceId;

/// Every sheet, in the order of the workbook.
pub fn sheets(context: &Context<'_>) -> Vec<Sheet> {
    let checksums = Checksums::of(context);
    vec![
        plan::plan(context),
        plan::overdue(context),
        figures::figures(context, &checksums),
        records::disagreements(context),
        records::obstacles(context),
        records::set_aside(context),
        records::files(context),
    ]
}

/// The checksums of files; each file is read once, however many figures it has.
struct Checksums(HashMap<SourceId, String>);

impl Checksums {
    fn of(context: &Context<'_>) -> Self {
        let files = context.given.periods.iter().flat_map(|period| &period.submissions).filter(|_| !context.given.public);
        Self(files.map(|file| (file.source, crate::checksum::of_source(context.given.sources.get(file.source)))).collect())
    }

    fn get(&self, source: SourceId) -> SheetCell {
        self.0.get(&source).map(String::as_str).into()
    }
}

/// A sheet; names and headings are terms, each column with its width in characters.
fn sheet(context: &Context<'_>, name: &str, columns: &[(&str, u8)], rows: Vec<Vec<SheetCell>>) -> Sheet {
    let term = |path: &str| context.language().term(path).to_owned();
    let columns = columns.iter().map(|(heading, width)| SheetColumn { heading: term(heading), width: *width });
    Sheet { name: term(name), columns: columns.collect(), rows }
}

/// The names of agencies, with commas.
fn names(agencies: &[AgencyLink]) -> SheetCell {
    agencies.iter().map(|agency| agency.name.text.as_str()).collect::<Vec<_>>().join(", ").into()
}

impl Context<'_> {
    fn label(&self, status: StatusIx) -> SheetCell {
        self.mark(status).label.into()
    }

    /// A value: a number where it is one, else the text that the report prints; `<5` is never a number.
    fn cell(&self, value: &Value) -> SheetCell {
        match value {
            Value::Number(number) => (*number).into(),
            other => self.language().value(other).into(),
        }
    }

    /// The path of the file and the row in it.
    fn place(&self, from: Provenance) -> [SheetCell; 2] {
        [self.given.sources.get(from.source).path.as_str().into(), i64::from(from.row).into()]
    }

    /// Who says so.
    fn who(&self, statement: &Statement<'_>) -> SheetCell {
        self.speaker(statement).name.text.into()
    }
}
