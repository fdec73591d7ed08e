//! What templates see: plain values in the report's language, final and unescaped. Counts are numbers; years, shares,
//! dates and figures are finished texts. A list may be empty; an absent value is null.

mod activity;
mod back;
mod course;
mod front;
#[cfg(feature = "excel")]
mod sheet;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

pub use activity::*;
pub use back::*;
pub use course::*;
pub use front::*;
#[cfg(feature = "excel")]
pub use sheet::*;

/// A text, and its language where that is not the report's.
///
/// Templates see a plain string, or a map of `text` and `lang` if it is in another language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The text, as written.
    pub text: String,
    /// Two-letter code of its language, if another than the report's.
    pub lang: Option<String>,
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(lang) = &self.lang else { return serializer.serialize_str(&self.text) };
        let mut both = serializer.serialize_struct("Phrase", 2)?;
        both.serialize_field("text", &self.text)?;
        both.serialize_field("lang", lang)?;
        both.end()
    }
}

/// What the secretariat says in a chapter, in files of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WordsView {
    /// Two-letter code of its language, if another than the report's.
    pub lang: Option<String>,
    /// Texts and tables in their order.
    pub pieces: Vec<PieceView>,
    /// Names of the tables among them.
    pub tables: Vec<&'static str>,
}

/// A piece of the secretariat's words: a text or a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PieceView {
    /// Finished Markdown.
    pub text: Option<String>,
    /// Name of a template in `templates/tables/`.
    pub table: Option<&'static str>,
}

/// A status of the scale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mark {
    /// Code of the status; a class in HTML.
    pub code: String,
    /// Its sign, one character.
    pub sign: String,
    /// Label.
    pub label: String,
    /// Label for narrow tables.
    pub short: String,
}

/// An agency as it is named in texts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgencyLink {
    /// Where it stands in the chapter on agencies: `ag-moia`; null if the register does not have it.
    pub anchor: Option<String>,
    /// Short name.
    pub name: Phrase,
}

/// File and row of a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Name of the period.
    pub period: String,
    /// Name of the file, without its folders.
    pub file: String,
    /// Where annex 4 has the file with its checksum: `f-3`.
    pub anchor: String,
    /// Row as a spreadsheet counts it.
    pub row: String,
    /// The value, if several rows are behind one figure.
    pub value: Option<String>,
    /// Evidence of the row, by its numbers in annex 5.
    pub evidence: Vec<usize>,
}

/// The two statuses of an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ratings {
    /// The agency's; one entry without a name, or one an agency where they differ.
    pub agency: Vec<Rating>,
    /// The agency's rating counts, or the derived status in its place.
    pub agency_counts: bool,
    /// Nobody gave a status: the one under `agency` is derived.
    pub derived: bool,
    /// The secretariat's, or the status of an earlier year that counts; null if what stands under `agency` does.
    pub secretariat: Option<Mark>,
    /// The secretariat gave another status than the agency.
    pub changed: bool,
    /// Number of the conflict in annex 2.
    pub conflict: Option<usize>,
    /// Nothing was said of it in the report's period, because it was implemented in this earlier year.
    pub since: Option<String>,
}

/// A status and who gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rating {
    /// Who, if that has to be said.
    pub agency: Option<AgencyLink>,
    /// The status.
    pub status: Mark,
}

/// A percentage with the activities behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RateView {
    /// Name: `execution`, `completion` or `reported`; also a term under `rates`.
    pub code: &'static str,
    /// `15.1%`, or `n/a` for a denominator of zero.
    pub percent: String,
    /// `15.1% (8 of 53)`, or `n/a`.
    pub share: String,
    /// Ids that count.
    pub numerator: Vec<String>,
    /// All ids looked at.
    pub denominator: Vec<String>,
    /// Ids of the plan that are not looked at.
    pub others: Vec<String>,
    /// How many count.
    pub counted: usize,
    /// How many were looked at.
    pub of: usize,
    /// The share of the period that the report is compared with, if it is as long.
    pub before: Option<String>,
}

/// An activity in a list or table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// Id.
    pub id: String,
    /// Title without a final full stop.
    pub title: Phrase,
    /// Lead agencies.
    pub lead: Vec<AgencyLink>,
    /// Deadline as the plan gives it.
    pub deadline: Option<String>,
    /// The status that counts.
    pub status: Mark,
    /// Its two statuses.
    pub ratings: Ratings,
    /// Ratings by others.
    pub external_ratings: Vec<ExternalRating>,
    /// Reasons for delay and new dates.
    pub delay: Vec<Delay>,
}

/// A reason for delay or a new date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Delay {
    /// Who says so.
    pub agency: AgencyLink,
    /// The reason, by its name in the plan.
    pub reason: Option<Phrase>,
    /// The new date.
    pub expected: Option<String>,
}

/// What the page around the report needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Two-letter code of the report's language.
    pub lang: String,
    /// Title of the report in one line.
    pub title: String,
    /// The first sentence of the summary.
    pub description: String,
    /// Chapters and goals.
    pub toc: Vec<TocEntry>,
    /// Years of the tables of figures.
    pub years: Vec<String>,
    /// Line at the foot of the page.
    pub footer_left: String,
    /// Line at the head of every sheet of paper.
    pub running_title: String,
    /// The word for a draft, if it is one.
    pub draft: Option<String>,
}

/// A line of the contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TocEntry {
    /// `#summary`.
    pub href: String,
    /// Heading.
    pub text: String,
    /// 2 for a chapter, 3 for a goal.
    pub level: u8,
}
