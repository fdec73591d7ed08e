//! Views of the chapters before the implementation: cover, summary, method, situation.

use serde::Serialize;

use super::{AgencyLink, CourseView, Mark, Note, Phrase, RateView, Source};

/// The chapters before the implementation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Front {
    /// The cover.
    pub cover: Cover,
    /// The secretariat's introduction.
    pub introduction: Option<Phrase>,
    /// The summary.
    pub summary: Summary,
    /// The plan through the years.
    pub course: CourseView,
    /// The method.
    pub method: Method,
    /// Statistics that the plan asks for.
    pub situation: Situation,
}

/// The cover.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// Last day for comments on a draft.
    pub until: Option<String>,
    /// Where comments on a draft are to be sent.
    pub to: Option<Phrase>,
    /// The secretariat's note, printed before all else.
    pub note: Option<Phrase>,
    /// Kind of the report with its period.
    pub kind: String,
    /// Title of the plan.
    pub title: Phrase,
    /// First to last day.
    pub period: String,
    /// Years of the plan.
    pub years: Option<String>,
    /// Number of goals.
    pub goals: usize,
    /// Number of objectives.
    pub objectives: usize,
    /// Number of activities.
    pub activities: usize,
    /// Full name of the council.
    pub council: Option<Phrase>,
    /// Name of the secretariat.
    pub secretariat: Option<Phrase>,
    /// When and by which act it was approved; null for a draft.
    pub approved: Option<Approval>,
    /// Day of the data.
    pub as_of: String,
    /// First twelve digits of the plan's SHA-256.
    pub version: String,
    /// Commit, where the report is stamped with it.
    pub stamp: Option<String>,
    /// Small counts of victims are hidden.
    pub public: bool,
}

/// An approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Approval {
    /// The day.
    pub date: String,
    /// The act.
    pub act: Phrase,
    /// Who signed.
    pub by: Option<Phrase>,
    /// The day on which it was published.
    pub published: Option<String>,
}

/// The summary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// The first sentence: how many activities are implemented. It is also the page's description.
    pub first: String,
    /// Activities that the counts are about: all but the withdrawn ones.
    pub total: usize,
    /// Without any report.
    pub silent: usize,
    /// Reported without a status.
    pub no_status: usize,
    /// Not due yet.
    pub not_due: usize,
    /// Ids of those withdrawn.
    pub withdrawn: Vec<String>,
    /// Execution, completion, reported.
    pub rates: Vec<RateView>,
    /// The report's year, if the plan ends with it and rates of a year before stand beside: they are not comparable.
    pub last_year: Option<String>,
    /// Ids of those overdue.
    pub overdue: Vec<String>,
    /// How many of these were carried over.
    pub carried: usize,
    /// One entry a year of the original deadline.
    pub overdue_years: Vec<OverdueYear>,
    /// Counts by status, the most advanced first; statuses that nobody has are left out.
    pub statuses: Vec<StatusCount>,
    /// One entry a goal.
    pub goals: Vec<GoalStrip>,
    /// The statuses that occur.
    pub legend: Vec<Mark>,
    /// The secretariat's findings.
    pub findings: Vec<Phrase>,
    /// Lead agencies without a file.
    pub silent_agencies: Vec<AgencyLink>,
}

/// Overdue activities of one original deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OverdueYear {
    /// Year of the deadline.
    pub year: String,
    /// Their ids.
    pub ids: Vec<String>,
    /// How many were due before the report's last year.
    pub carried: usize,
}

/// How many activities have a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusCount {
    /// The status.
    pub status: Mark,
    /// By the status that counts.
    pub counted: usize,
    /// By the agency's rating.
    pub reported: usize,
    /// Blocks that show `counted`, one for up to a twentieth of the largest.
    pub bar: String,
}

/// The activities of a goal, one sign each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalStrip {
    /// `g-4`.
    pub anchor: String,
    /// Printed number.
    pub number: String,
    /// Title.
    pub title: Phrase,
    /// Number of activities.
    pub total: usize,
    /// One entry a status.
    pub strip: Vec<Signs>,
}

/// The activities of a goal with one status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signs {
    /// One sign an activity; a single one in very large goals.
    pub signs: String,
    /// How many they are.
    pub count: usize,
}

/// The method.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Method {
    /// First day of the window for sending.
    pub opens: Option<String>,
    /// Last day of the window.
    pub due: Option<String>,
    /// Files of agencies.
    pub files: Vec<FileView>,
    /// Statuses of the scale.
    pub scale: Vec<ScaleEntry>,
    /// Activities that the secretariat rated.
    pub assessed: usize,
    /// Ids whose rating it changed.
    pub changed: Vec<String>,
    /// All activities.
    pub total: usize,
    /// Activities without any report.
    pub silent: usize,
    /// The rates, as in the summary.
    pub rates: Vec<RateView>,
    /// 1 January of the report's year; null in a report on several years.
    pub base: Option<String>,
    /// First twelve digits of the plan's SHA-256.
    pub version: String,
    /// Rows set aside.
    pub set_aside: usize,
    /// Disagreements in annex 2.
    pub disagreements: usize,
    /// Counts of victims below this are hidden; null where nothing is.
    pub hidden_below: Option<u32>,
}

/// A file that an agency sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FileView {
    /// Path.
    pub path: String,
    /// Name of the period.
    pub period: String,
    /// Name, without its folders.
    pub name: String,
    /// Who sent it; null if it holds several agencies.
    pub agency: Option<AgencyLink>,
    /// Day of receipt.
    pub received: Option<String>,
    /// It came in the window; null if a day is not known.
    pub on_time: Option<bool>,
    /// Rows used.
    pub rows: usize,
    /// Rows set aside.
    pub set_aside: usize,
    /// A later file took its place.
    pub replaced: bool,
    /// Its text cannot be read, so it has no rows.
    pub unreadable: bool,
    /// It holds external observations.
    pub external: bool,
    /// Where annex 4 has it: `f-3`.
    pub anchor: String,
    /// SHA-256 in hexadecimal.
    pub checksum: Option<String>,
}

/// A status with its meaning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScaleEntry {
    /// The status.
    pub status: Mark,
    /// What it means to the rates, in words.
    pub how: String,
}

/// Statistics.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Situation {
    /// Ids of the activities that ask for them.
    pub asked: Vec<String>,
    /// Years shown, the last one is the report's.
    pub years: Vec<String>,
    /// One group an indicator, of those with figures.
    pub groups: Vec<StatGroup>,
    /// One group a publisher.
    pub external: Vec<StatGroup>,
}

/// Figures under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatGroup {
    /// Indicator or publisher.
    pub title: Phrase,
    /// Id of the activity, for an indicator.
    pub id: Option<String>,
    /// Figures.
    pub rows: Vec<StatRow>,
}

/// A figure, last year beside this year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatRow {
    /// What is counted.
    pub label: Phrase,
    /// Activity of an external figure.
    pub id: Option<String>,
    /// One value a year.
    pub values: Vec<Bar>,
    /// Change between the last two years; null where numbers are missing.
    pub change: Option<String>,
    /// Files and rows.
    pub sources: Vec<Source>,
    /// Number of a conflict or disagreement in annex 2.
    pub disagreement: Option<usize>,
    /// The agency whose value the secretariat chose.
    pub settled: Option<AgencyLink>,
    /// What the rows of the report's period say of it.
    pub notes: Vec<Note>,
}

/// A value with a bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// The value; a dash if there is none.
    pub text: String,
    /// It is a sum of several rows.
    pub sum: bool,
    /// Up to twenty blocks; empty if the value is no number.
    pub bar: String,
}
