//! What agencies sent and what others publish: rows that were read without an error.

use super::agency::AgencyIx;
use super::date::{Date, Period};
use super::indicator::Number;
use super::plan::ActivityIx;
use super::scale::StatusIx;
use super::text::Text;
use crate::source::SourceId;

/// A value of an indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Number),
    /// A small count that its publisher suppressed: fewer than this.
    Below(u32),
    /// A number that is not published because a small count could be computed from it; only disclosure control makes it.
    Withheld,
    /// Yes or no.
    YesNo(bool),
    /// A text.
    Text(Box<str>),
}

/// A breakdown: numbers of dimensions and of their values, in the order of the plan; empty for the total.
pub type Breakdown = Box<[(u8, u8)]>;

/// One row: an activity, or one value of one of its indicators.
#[derive(Clone, Debug)]
pub struct Row {
    /// Row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// Who reports; nobody for an external observation.
    pub agency: Option<AgencyIx>,
    /// The activity.
    pub activity: ActivityIx,
    /// Number of the indicator in its activity; nothing when the row speaks of the whole activity.
    pub indicator: Option<u16>,
    /// The breakdown of the value.
    pub breakdown: Breakdown,
    /// Status of the activity.
    pub status: Option<StatusIx>,
    /// Value of the indicator.
    pub value: Option<Value>,
    /// Texts, boxed because most rows of a large file have few of them.
    pub words: Option<Box<Words>>,
    /// A row accepted by a waiver although the plan does not name the agency for the activity: shown, but its status does not count.
    pub outside: bool,
}

/// The texts of a row.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// What was done.
    pub narrative: Text,
    /// What stood in the way.
    pub obstacles: Text,
    /// Number of the reason for delay in the plan.
    pub delay_reason: Option<u8>,
    /// When it will be done.
    pub expected: Option<Expected>,
    /// Web addresses and references to documents.
    pub evidence: Vec<Box<str>>,
    /// Who publishes it, for an external observation.
    pub publisher: Text,
}

/// A new date as typed: a day or a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A day.
    Day(Date),
    /// A period in the notation of deadlines.
    Period(Period),
}

/// A row with an error, which is not merged but listed in the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// The cells as typed.
    pub cells: Vec<String>,
}

/// 'Nothing to report', with the reason; it is a submission, unlike a missing file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NilReturn {
    /// Row as a spreadsheet counts it, from 1.
    pub row: u32,
    /// Who has nothing to report.
    pub agency: Option<AgencyIx>,
    /// Why.
    pub reason: Text,
}

/// One file of one reporting period.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The file.
    pub source: SourceId,
    /// The agency of its name; nobody when the file holds several, or for an external file.
    pub agency: Option<AgencyIx>,
    /// The one agency for which every row speaks, filled in or not; nobody when there are several or none.
    pub speaks_for: Option<AgencyIx>,
    /// Day of the version, from the file's name or `report.yaml`.
    pub dated: Option<Date>,
    /// Whether it holds external observations.
    pub external: bool,
    /// A later file of the same agency takes its place.
    pub replaced: bool,
    /// It came, but its text cannot be read.
    pub unreadable: bool,
    /// Rows without an error.
    pub rows: Vec<Row>,
    /// Agencies that have nothing to report.
    pub nil: Vec<NilReturn>,
    /// Rows that name an activity and say nothing of it, as in a form that was not filled in; as a spreadsheet counts them.
    pub unfilled: Vec<u32>,
    /// Rows with an error.
    pub set_aside: Vec<SetAside>,
}
