//! Views of the chapters after the implementation: lists, obstacles, agencies, changes, recommendations, annexes.

use serde::Serialize;

use super::{AgencyLink, AmendmentView, Entry, FileView, Mark, Phrase, Signs, Source, StatusIds};

/// The chapters after the implementation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Back {
    /// Overdue, not due, cancelled, withdrawn.
    pub lists: Lists,
    /// Obstacles.
    pub obstacles: Obstacles,
    /// Agencies.
    pub agencies: Agencies,
    /// Changes of the plan.
    pub changes: Changes,
    /// The secretariat's recommendations.
    pub recommendations: Vec<RecommendationView>,
    /// What became of those of an earlier report; null if no earlier one made any.
    pub follow_up: Option<FollowUpView>,
    /// Annexes.
    pub annex: Annex,
}

/// Lists of activities.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lists {
    /// Overdue, by year of the original deadline.
    pub overdue: Vec<OverdueList>,
    /// How many in all.
    pub overdue_count: usize,
    /// How many of them were carried over.
    pub carried: usize,
    /// Not due yet.
    pub not_due: Vec<Entry>,
    /// Cancelled.
    pub cancelled: Vec<Entry>,
    /// Withdrawn from the plan.
    pub withdrawn: Vec<Change>,
}

/// Overdue activities of one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OverdueList {
    /// Year of the deadline in the plan.
    pub year: String,
    /// They were due before the report's last year.
    pub carried: bool,
    /// How many they are.
    pub count: usize,
    /// Those carried over, and those with a reason for delay or a new date.
    pub entries: Vec<Entry>,
    /// The others by the status that counts.
    pub others: Vec<StatusIds>,
}

/// Obstacles and reasons for delay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Obstacles {
    /// Reasons with their activities, the most frequent first.
    pub causes: Vec<Cause>,
    /// Ids of overdue activities for which no reason was given.
    pub unstated: Vec<String>,
    /// In the agencies' words.
    pub words: Vec<Obstacle>,
}

/// A reason for delay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cause {
    /// Name in the plan.
    pub reason: Phrase,
    /// Ids.
    pub ids: Vec<String>,
}

/// An obstacle as an agency described it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// Id of the activity.
    pub id: String,
    /// Who says so.
    pub agency: AgencyLink,
    /// The words.
    pub text: Phrase,
    /// File and row.
    pub source: Source,
}

/// Completeness and timeliness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Agencies {
    /// Agencies that lead an activity in the period.
    pub leads: Vec<AgencyRow>,
    /// The statuses of what these lead.
    pub legend: Vec<Mark>,
    /// The other ones.
    pub others: Vec<AgencyRow>,
    /// How many of the leads sent a file.
    pub sent: usize,
    /// Share of files on time among those whose day is known; null if none is.
    pub on_time: Option<String>,
}

/// What an agency owed and sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgencyRow {
    /// `ag-moia`.
    pub anchor: String,
    /// Short name.
    pub name: Phrase,
    /// Full name, where it is another.
    pub full: Option<Phrase>,
    /// Activities it leads in the period.
    pub leads: usize,
    /// These by status.
    pub strip: Vec<Signs>,
    /// Of these, the ones it reported on.
    pub reported: usize,
    /// Rows received of rows expected: `40.0% (8 of 20)`.
    pub completeness: String,
    /// Its file came in time; null if that is not known.
    pub on_time: Option<bool>,
    /// It sent a file.
    pub sent: bool,
    /// Reasons of its nil returns.
    pub nil: Vec<Phrase>,
    /// Rows set aside.
    pub set_aside: usize,
    /// Activities it supports in the period.
    pub supports: usize,
    /// Activities in which it is a partner.
    pub partner: usize,
}

/// Changes of the plan in the period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// Changes of activities, withdrawals included.
    pub activities: Vec<Change>,
    /// Changes of agencies.
    pub agencies: Vec<AgencyChange>,
    /// Numbers that the plan prints more than once.
    pub shared: Vec<SharedNumber>,
}

/// A change of an activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Id of the activity.
    pub id: String,
    /// Title.
    pub title: Phrase,
    /// The change.
    pub change: AmendmentView,
    /// It left the plan.
    pub withdrawn: bool,
    /// Id of the activity in its place.
    pub successor: Option<String>,
}

/// A change of an agency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AgencyChange {
    /// The agency.
    pub agency: AgencyLink,
    /// Its former name, or the body it was merged into.
    pub name: Phrase,
    /// The day.
    pub date: String,
    /// It was merged, not renamed.
    pub merged: bool,
}

/// A number that the plan prints more than once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SharedNumber {
    /// As printed.
    pub number: String,
    /// Ids and titles.
    pub activities: Vec<(String, Phrase)>,
}

/// A recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecommendationView {
    /// What should be done.
    pub text: Phrase,
    /// Addressees.
    pub to: Vec<AgencyLink>,
    /// By when.
    pub due: Option<String>,
}

/// What became of the recommendations of an earlier report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowUpView {
    /// The period of that report.
    pub period: String,
    /// Its recommendations in their order.
    pub entries: Vec<FollowedUp>,
    /// On how many of them nothing is recorded.
    pub silent: usize,
}

/// A recommendation of an earlier report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FollowedUp {
    /// The recommendation.
    pub recommendation: RecommendationView,
    /// What became of it.
    pub became: Vec<Became>,
}

/// What is recorded on a recommendation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Became {
    /// How far it was carried out.
    pub status: Option<Mark>,
    /// In words.
    pub text: Option<Phrase>,
}

/// The annexes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Annex {
    /// The whole plan, one entry a goal.
    pub plan: Vec<AnnexGoal>,
    /// Disagreements, in the order of their numbers from 1.
    pub disagreements: Vec<DisagreementView>,
    /// Rows set aside, in the order of their numbers from 1.
    pub set_aside: Vec<SetAsideView>,
    /// Files that were read.
    pub files: Vec<FileView>,
    /// The evidence of all rows as typed; the first one has number 1 and the anchor `e-1`.
    pub references: Vec<String>,
    /// SHA-256 of the plan's files.
    pub version: String,
}

/// A goal of the annex.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnnexGoal {
    /// `g-4`.
    pub anchor: String,
    /// Printed number.
    pub number: String,
    /// Title.
    pub title: Phrase,
    /// Its activities.
    pub entries: Vec<Entry>,
}

/// A conflict of agencies, or a disagreement with an outside source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisagreementView {
    /// Number from 1; `c-1` is its anchor.
    pub number: usize,
    /// `status`, `value`, `external` or `external_status`; a term under `annex_conflicts` with `kind_` before it.
    pub kind: &'static str,
    /// Id of the activity.
    pub id: String,
    /// Indicator and breakdown; null for a status.
    pub about: Option<Phrase>,
    /// The year.
    pub year: String,
    /// Every side.
    pub sides: Vec<DisagreementSide>,
    /// The secretariat's reason, if it settled it.
    pub settled: Option<Phrase>,
}

/// One side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DisagreementSide {
    /// The agency.
    pub agency: Option<AgencyLink>,
    /// Who publishes it, for an outside source.
    pub publisher: Option<Phrase>,
    /// The value.
    pub value: Option<String>,
    /// The status.
    pub status: Option<Mark>,
    /// File and row.
    pub source: Source,
}

/// A row set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SetAsideView {
    /// Number from 1; `r-1` is its anchor.
    pub number: usize,
    /// Path of the file.
    pub path: String,
    /// Row as a spreadsheet counts it.
    pub row: String,
    /// The cells that hold something, as typed.
    pub cells: Vec<String>,
    /// Why.
    pub reason: Phrase,
}
