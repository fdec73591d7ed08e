//! Views of the plan through the years: changes of status, years side by side, mid-term and end of term.

use serde::Serialize;

use super::{Mark, Phrase, Signs};

/// The plan through the years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CourseView {
    /// What changed; null if there is nothing to compare with.
    pub since: Option<Since>,
    /// The years side by side, the report's own period last; empty if there is nothing beside it.
    pub years: Vec<YearRow>,
    /// Mid-term and end of term, in a report on several years.
    pub term: Option<TermTable>,
}

/// What changed since an earlier day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Since {
    /// `last_year`, `mid_term` or `day`; also a term under `course`, the heading.
    pub basis: &'static str,
    /// The day.
    pub day: String,
    /// Statuses that activities have now; the columns of `matrix`.
    pub to: Vec<Mark>,
    /// One row a status that activities had then.
    pub matrix: Vec<MatrixRow>,
    /// Activities by what they have now, column by column.
    pub totals: Vec<usize>,
    /// Changes of status.
    pub transitions: Vec<Transition>,
    /// Activities whose status is the same.
    pub unchanged: usize,
    /// All activities that are compared.
    pub total: usize,
}

/// Where the activities of one status went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatrixRow {
    /// The status then.
    pub from: Mark,
    /// One cell a status now.
    pub cells: Vec<MatrixCell>,
    /// How many had it.
    pub total: usize,
}

/// How many activities went from one status to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MatrixCell {
    /// How many.
    pub count: usize,
    /// Number from 1 of the transition; `change-1` is its anchor. Null if there is none.
    pub change: Option<usize>,
}

/// Activities that went from one status to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Transition {
    /// Status then.
    pub from: Mark,
    /// Status now.
    pub to: Mark,
    /// Ids.
    pub ids: Vec<String>,
    /// Blocks that show how many they are, one for up to a twentieth of the largest.
    pub bar: String,
}

/// A year, or the report's own period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearRow {
    /// `2019`.
    pub label: String,
    /// Number of activities.
    pub total: usize,
    /// Activities by status at its end.
    pub strip: Vec<Signs>,
    /// Execution, completion, reported.
    pub rates: Vec<YearRate>,
}

/// A rate of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearRate {
    /// Name: `execution`, `completion` or `reported`.
    pub code: &'static str,
    /// `15.1% (8 of 53)`, or `n/a`.
    pub share: String,
    /// Up to twenty blocks; twenty are 100%.
    pub bar: String,
}

/// Level of completion at mid-term and at the end of term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermTable {
    /// The middle year, and the year in which the report's period ends.
    pub years: [String; 2],
    /// The statuses that occur.
    pub statuses: Vec<Mark>,
    /// One entry a goal.
    pub goals: Vec<TermGoal>,
    /// All goals together, at mid-term and at the end.
    pub total: [TermRow; 2],
}

/// A goal at mid-term and at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TermGoal {
    /// `g-4`.
    pub anchor: String,
    /// Printed number.
    pub number: String,
    /// Title.
    pub title: Phrase,
    /// At mid-term and at the end.
    pub rows: [TermRow; 2],
}

/// Activities on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TermRow {
    /// How many have each of the statuses.
    pub counts: Vec<usize>,
    /// How many there are.
    pub total: usize,
    /// How many are overdue.
    pub overdue: usize,
    /// How many of these were carried over from earlier years.
    pub carried: usize,
}
