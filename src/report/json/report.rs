//! The secretariat's report in the export.

use serde::Serialize;

use super::{Reported, Words};
use crate::model::period::State;

/// What the secretariat says.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ReportDocument<'a> {
    /// Name of the period's folder.
    pub name: &'a str,
    /// `annual`, `half-year`, `ad-hoc` or `final`.
    pub kind: &'static str,
    /// Period covered.
    pub covers: String,
    /// Day of the data.
    pub as_of: String,
    /// The commit, if the report is stamped with it.
    pub stamp: Option<&'a str>,
    /// Day, act and signatory of the approval; null for a draft.
    pub approved: Option<ApprovalDocument<'a>>,
    pub note: Words<'a>,
    pub introduction: Words<'a>,
    pub findings: Vec<Words<'a>>,
    pub recommendations: Vec<RecommendationDocument<'a>>,
}

/// An approval.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ApprovalDocument<'a> {
    pub date: String,
    pub act: Words<'a>,
    /// Who signed.
    pub by: Words<'a>,
    /// Day of publication.
    pub published: Option<String>,
}

/// A recommendation.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct RecommendationDocument<'a> {
    pub text: Words<'a>,
    /// Ids of agencies.
    pub to: &'a [String],
    pub due: Option<String>,
}

pub(super) fn document<'a>(given: &Reported<'a>) -> ReportDocument<'a> {
    let report = given.report;
    ReportDocument {
        name: &report.name,
        kind: report.kind.name(),
        covers: given.progress.period.to_string(),
        as_of: given.as_of.to_string(),
        stamp: given.stamp,
        approved: match &report.state {
            State::Draft => None,
            State::Approved { date, act, by, published } => {
                Some(ApprovalDocument { date: date.to_string(), act: Words(act), by: Words(by), published: published.map(|day| day.to_string()) })
            }
        },
        note: Words(&report.note),
        introduction: Words(&report.introduction),
        findings: report.findings.iter().map(Words).collect(),
        recommendations: report
            .recommendations
            .iter()
            .map(|it| RecommendationDocument { text: Words(&it.text), to: &it.to, due: it.due.map(|due| due.to_string()) })
            .collect(),
    }
}
