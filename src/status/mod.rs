//! Who has sent what for a reporting period, and what is missing: merged data and findings to a view, written in four forms.
//!
//! | part | holds |
//! | --- | --- |
//! | [`build()`] | the view [`Status`] |
//! | `words` | the words of every form, in both languages |
//! | `text`, `table` | for the terminal |
//! | `markdown`, `html` | for reading and passing on |
//! | `json` | for other programs |
//!
//! Nothing here depends on the clock: how late somebody is stands in it only if a day is given.

mod build;
mod html;
mod json;
mod markdown;
pub(crate) mod table;
mod text;
mod words;

use serde::Serialize;

use crate::diagnostic::Located;
use crate::merge::progress::Progress;
use crate::model::date::{Date, Period};
use crate::model::period::ReportingPeriod;
use crate::model::plan::Plan;
use crate::model::text::Text;
use crate::source::Sources;

pub use build::build;
pub use html::html;
pub use json::json;
pub use markdown::markdown;
pub use text::text;

/// A form of the status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A table for the terminal.
    Text,
    /// For other programs.
    Json,
    /// To pass on and to read on a web page of the repository.
    Markdown,
    /// A page that needs nothing else.
    Html,
}

impl Format {
    /// Every form with its name; the first is the one for those who ask for none.
    pub const ALL: [(&'static str, Self); 4] = [("text", Self::Text), ("json", Self::Json), ("md", Self::Markdown), ("html", Self::Html)];
}

/// What a status is built from.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The merged data of the period.
    pub progress: &'a Progress<'a>,
    /// The periods from which it was merged.
    pub periods: &'a [ReportingPeriod],
    /// The period that is asked about, one of `periods`.
    pub asked: &'a ReportingPeriod,
    /// The files, for their paths.
    pub sources: &'a Sources,
    /// All findings; the accepted ones are not counted.
    pub findings: &'a [Located],
    /// The day from which delays are counted, if they are.
    pub as_of: Option<Date>,
}

/// Who has sent what for one period.
#[derive(Clone, Debug, Serialize)]
pub struct Status<'a> {
    /// Name of the period.
    pub period: &'a str,
    /// Days covered.
    #[serde(serialize_with = "json::days")]
    pub covers: Period,
    /// First day on which files could be sent.
    #[serde(serialize_with = "json::day")]
    pub opens: Option<Date>,
    /// Last day on which they could be sent.
    #[serde(serialize_with = "json::day")]
    pub due: Option<Date>,
    /// The day from which delays are counted, if one was given.
    #[serde(serialize_with = "json::day")]
    pub as_of: Option<Date>,
    /// Days from the due day to that day; negative while there is time left.
    pub days_past_due: Option<i64>,
    /// Agencies with duties in the period or with a file, in the order of the register.
    pub agencies: Vec<AgencyStatus<'a>>,
    /// Files that are not one agency's: of several, or of nobody that is known.
    pub shared: Vec<SentFile<'a>>,
    /// The last line.
    pub totals: Totals,
}

/// What one agency owed and sent.
#[derive(Clone, Debug, Serialize)]
pub struct AgencyStatus<'a> {
    /// Its id, which is also the name of its file.
    pub id: &'a str,
    /// Its short name.
    #[serde(serialize_with = "json::words")]
    pub name: &'a Text,
    /// Ids of the activities that it leads in the period, itself or as a member of a group.
    pub leads: Vec<&'a str>,
    /// Ids of the activities that it supports.
    pub supports: Vec<&'a str>,
    /// It sent a file, be it one that cannot be read.
    pub sent: bool,
    /// Its files in the order in which they came, earlier versions included.
    pub files: Vec<SentFile<'a>>,
    /// Whether the first version came by the due day; null when that day or the day of receipt is not known.
    pub on_time: Option<bool>,
    /// Rows expected, see [`AgencyProgress`](crate::merge::progress::AgencyProgress).
    pub rows_expected: usize,
    /// Of these, rows that came.
    pub rows_received: usize,
    /// Rows sent in all, those set aside included.
    pub rows_sent: usize,
    /// Rows set aside.
    pub rows_set_aside: usize,
    /// Findings in the files that count: errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Reasons of its nil returns.
    #[serde(serialize_with = "json::list")]
    pub nil: Vec<&'a Text>,
    /// What is missing of the activities that it leads.
    pub missing: Vec<Missing<'a>>,
}

impl<'a> Status<'a> {
    /// Agencies that have sent nothing: those that lead an activity, or those that only support some.
    fn silent(&self, lead: bool) -> Vec<&AgencyStatus<'a>> {
        self.agencies.iter().filter(|agency| !agency.sent && agency.leads.is_empty() != lead).collect()
    }
}

impl AgencyStatus<'_> {
    /// Whether the plan asks anything of it in the period.
    pub fn has_duties(&self) -> bool {
        !self.leads.is_empty() || !self.supports.is_empty()
    }
}

/// A file as it came.
#[derive(Clone, Debug, Serialize)]
pub struct SentFile<'a> {
    /// Its path.
    pub path: &'a str,
    /// Name of its period.
    pub period: &'a str,
    /// Day on which it was received, from its name or from `report.yaml`.
    #[serde(serialize_with = "json::day")]
    pub received: Option<Date>,
    /// What became of it.
    pub state: FileState,
    /// Rows set aside.
    pub rows_set_aside: usize,
    /// Errors found in it.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileState {
    /// It is the version that counts.
    Counts,
    /// A later file took its place.
    Replaced,
    /// It could not be read.
    Unreadable,
}

/// An activity of which something is missing.
#[derive(Clone, Debug, Serialize)]
pub struct Missing<'a> {
    /// Its id.
    pub activity: &'a str,
    /// Its title.
    #[serde(serialize_with = "json::words")]
    pub title: &'a Text,
    /// No row came from the agency; else only the values of `indicators` are missing.
    pub no_row: bool,
    /// Indicators without a value.
    pub indicators: Vec<MissingIndicator<'a>>,
}

/// An indicator without a value.
#[derive(Clone, Debug, Serialize)]
pub struct MissingIndicator<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its name.
    #[serde(serialize_with = "json::words")]
    pub name: &'a Text,
}

/// The sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Agencies with duties in the period.
    pub agencies: usize,
    /// Of these, those that sent a file.
    pub sent: usize,
    /// Agencies that lead an activity in the period.
    pub leads: usize,
    /// Of these, those that sent a file.
    pub leads_sent: usize,
    /// Of those that sent, the ones in time.
    pub on_time: usize,
    /// The late ones.
    pub late: usize,
    /// Of those that sent, the ones whose files have errors.
    pub with_errors: usize,
}
