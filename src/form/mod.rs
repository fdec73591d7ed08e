//! Forms that agencies fill in: one table for each agency, as a text or as a workbook. What they fill in is read in `load`.
//!
//! | part | holds |
//! | --- | --- |
//! | [`rows`] | which activities, indicators and breakdowns a form asks about, and what was before |
//! | [`table`] | columns and cells, in the language of the form |
//! | [`text`] | the table as CSV |
//! | `workbook` | the table as XLSX (feature `excel`) |
//! | `guide` | what the workbook explains |

#[cfg(feature = "excel")]
mod guide;
pub mod rows;
pub mod table;
pub mod text;
#[cfg(feature = "excel")]
mod workbook;

use crate::diagnostic::Wording;
use crate::model::agency::AgencyIx;
use crate::model::date::{Date, Period};
use crate::model::period::ReportingPeriod;
use crate::model::plan::Plan;
use crate::report::language::Language;
use rows::Before;
use table::Form;

/// The form of a form's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A workbook, with drop-down lists and explanations.
    #[cfg(feature = "excel")]
    Xlsx,
    /// Text with separators.
    Csv,
}

impl Format {
    /// Every format with its name, which is also the ending of its files; the first is the usual one.
    #[cfg(feature = "excel")]
    pub const ALL: [(&'static str, Self); 2] = [("xlsx", Self::Xlsx), ("csv", Self::Csv)];
    /// Every format with its name, which is also the ending of its files; the first is the usual one.
    #[cfg(not(feature = "excel"))]
    pub const ALL: [(&'static str, Self); 1] = [("csv", Self::Csv)];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        Self::ALL.iter().find(|(_, format)| *format == self).map_or("", |(name, _)| name)
    }
}

/// What the forms of one period are made from.
#[derive(Debug)]
pub struct Given<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was reported; of the form's own period nothing is taken, so that a form made again is the same.
    pub periods: &'a [ReportingPeriod],
    /// Name of the period.
    pub name: &'a str,
    /// The days it covers.
    pub covers: Period,
    /// Last day for sending.
    pub due: Option<Date>,
    /// The words of the form's language and then of the other one.
    pub languages: &'a [Language; 2],
}

/// The forms of these agencies, in the order given; an agency without a duty in the period has none.
pub fn forms<'a>(given: &'a Given<'a>, agencies: &[AgencyIx]) -> Vec<Form<'a>> {
    let before = Before::new(given.plan, given.periods, &given.covers);
    let lines = |agency| rows::of(given.plan, before.as_ref(), agency, &given.covers);
    let forms = agencies.iter().map(|&agency| (agency, lines(agency))).filter(|(_, lines)| !lines.is_empty());
    forms.map(|(agency, lines)| Form::new(given, before.as_ref(), agency, &lines)).collect()
}

/// The bytes of a form's file, or why there are none.
pub fn written(form: &Form<'_>, format: Format) -> Result<Vec<u8>, Wording> {
    match format {
        Format::Csv => Ok(text::csv(form).into_bytes()),
        #[cfg(feature = "excel")]
        Format::Xlsx => workbook::xlsx(form),
    }
}

#[cfg(test)]
mod tests;
