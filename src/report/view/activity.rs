//! Views of goals, objectives and activities.

use serde::Serialize;

use super::{AgencyLink, Delay, Entry, Mark, Phrase, Ratings, Source};

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalView {
    /// `g-4`.
    pub anchor: String,
    /// Printed number.
    pub number: String,
    /// Title.
    pub title: Phrase,
    /// Its activities by the status that counts.
    pub statuses: Vec<StatusIds>,
}

/// The activities with one status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StatusIds {
    /// The status.
    pub status: Mark,
    /// Ids.
    pub ids: Vec<String>,
}

/// An objective.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObjectiveView {
    /// `o-4.2`.
    pub anchor: String,
    /// Printed number.
    pub number: String,
    /// Title.
    pub title: Phrase,
    /// How many activities it has.
    pub count: usize,
    /// Those that somebody rated.
    pub entries: Vec<Entry>,
    /// Those that are not in the table, by the status that counts.
    pub rest: Vec<StatusIds>,
}

/// An activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ActivityView {
    /// `a-4.2.5-b`.
    pub anchor: String,
    /// Id.
    pub id: String,
    /// Printed number, where it is not the id.
    pub number: Option<String>,
    /// Title without a final full stop.
    pub title: Phrase,
    /// The status that counts.
    pub status: Mark,
    /// Both statuses.
    pub ratings: Ratings,
    /// The secretariat's reason.
    pub reason: Option<Phrase>,
    /// Ratings by others.
    pub external_ratings: Vec<ExternalRating>,
    /// Statuses at the end of earlier years.
    pub history: Vec<YearStatus>,
    /// Lead agencies.
    pub lead: Vec<AgencyLink>,
    /// Supporting agencies.
    pub support: Vec<AgencyLink>,
    /// Partners.
    pub partners: Vec<AgencyLink>,
    /// Deadline as the plan gives it.
    pub deadline: Option<String>,
    /// Overdue.
    pub overdue: bool,
    /// Year from which it was carried over.
    pub carried_from: Option<String>,
    /// Money, in words.
    pub budget: Option<Phrase>,
    /// Recommendations and targets it answers to.
    pub links: Vec<String>,
    /// Changes after adoption.
    pub amended: Vec<AmendmentView>,
    /// When and by which act it left the plan.
    pub withdrawn: Option<AmendmentView>,
    /// Id of the activity in its place.
    pub successor: Option<String>,
    /// Its indicators and their figures.
    pub figures: Figures,
    /// What was done, one entry a row.
    pub done: Vec<Said>,
    /// Notes to figures that the table does not show.
    pub notes: Vec<Said>,
    /// Obstacles.
    pub obstacles: Vec<Said>,
    /// Reasons for delay and new dates.
    pub delay: Vec<Delay>,
    /// What others say, one entry a row, but for notes to figures that the table shows.
    pub external: Vec<Said>,
    /// Evidence of rows that are not printed themselves, by its numbers in annex 5.
    pub evidence: Vec<usize>,
    /// Something was reported or published in the report's period.
    pub any_report: bool,
}

/// A rating of an external source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExternalRating {
    /// Who publishes it.
    pub publisher: Phrase,
    /// The status.
    pub status: Mark,
    /// File and row.
    pub source: Source,
}

/// The status at the end of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearStatus {
    /// The year.
    pub year: String,
    /// The status that counted.
    pub status: Mark,
}

/// A change of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AmendmentView {
    /// Day from which it holds.
    pub date: String,
    /// Legal act.
    pub act: Phrase,
    /// What was changed.
    pub what: Phrase,
}

/// The figures of an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figures {
    /// Years shown, the last one is the report's.
    pub years: Vec<String>,
    /// Some indicator among `rows` has a baseline.
    pub baselines: bool,
    /// Some indicator among `rows` has a target.
    pub targets: bool,
    /// Indicators with a figure, each with its breakdowns below it.
    pub rows: Vec<FigureRow>,
    /// Indicators whose figures, all broken down, stand in the chapter on the situation.
    pub elsewhere: Vec<FigureRow>,
    /// Indicators without any.
    pub without: Vec<FigureRow>,
    /// What others publish, one entry a publisher.
    pub external: Vec<ExternalFigures>,
}

/// What one publisher publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExternalFigures {
    /// Who publishes it.
    pub publisher: Phrase,
    /// Its figures.
    pub rows: Vec<FigureRow>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureRow {
    /// Indicator or breakdown.
    pub label: Phrase,
    /// Unit, with an indicator.
    pub unit: Option<Phrase>,
    /// It is a part of the indicator above it.
    pub part: bool,
    /// Value before the plan began.
    pub baseline: Option<String>,
    /// Targets: `24-40`, or `2019: 2` where years differ.
    pub targets: Vec<String>,
    /// One value a year.
    pub values: Vec<FigureValue>,
    /// Files and rows.
    pub sources: Vec<Source>,
    /// Number of a conflict of agencies in annex 2.
    pub conflict: Option<usize>,
    /// Number of a disagreement with an outside source in annex 2.
    pub disagreement: Option<usize>,
    /// The agency whose value the secretariat chose.
    pub settled: Option<AgencyLink>,
    /// What the rows of the report's period say of it.
    pub notes: Vec<Note>,
    /// The chapter on the situation has breakdowns of this indicator, or figures of others.
    pub apart: bool,
}

/// A note to a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Period and agency, as far as the figure has several.
    pub of: Vec<Phrase>,
    /// The words.
    pub text: Phrase,
}

/// A value of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureValue {
    /// The value; a dash if there is none.
    pub text: String,
    /// It is a sum of several rows.
    pub sum: bool,
    /// Every side of a conflict, in place of a value.
    pub sides: Vec<Side>,
}

/// A value of one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// Who.
    pub who: Phrase,
    /// What they say: a value or a status.
    pub says: String,
}

/// The words of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The agency, or null for an outside source.
    pub agency: Option<AgencyLink>,
    /// Who publishes it, for an outside source.
    pub publisher: Option<Phrase>,
    /// Indicator or breakdown with its value, where the row is about a figure.
    pub about: Option<String>,
    /// The plan does not name the agency here.
    pub outside: bool,
    /// The words.
    pub text: Phrase,
    /// File and row.
    pub source: Source,
}
