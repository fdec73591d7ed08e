//! The secretariat's report in the export.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Reported, Words};
use crate::model::period::{Recommendation, State};
use crate::model::text::folded;

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
    /// Small counts of victims are hidden, and what would give them away.
    pub public: bool,
    /// Day, act and signatory of the approval; null for a draft.
    pub approved: Option<ApprovalDocument<'a>>,
    pub note: Words<'a>,
    pub introduction: Words<'a>,
    pub findings: Vec<Words<'a>>,
    pub recommendations: Vec<RecommendationDocument<'a>>,
    /// What became of the recommendations of an earlier report.
    pub follow_up: Vec<FollowUpDocument<'a>>,
    /// Markdown files as written, by chapter, then by language; a line `{{ table: … }}` in them stands for a table.
    pub words: BTreeMap<&'static str, BTreeMap<String, &'a str>>,
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
    /// Id; null if it has none.
    pub id: Option<&'a str>,
    pub text: Words<'a>,
    /// Ids of agencies.
    pub to: &'a [String],
    pub due: Option<String>,
}

/// What became of a recommendation.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct FollowUpDocument<'a> {
    /// Name of the period whose report made the recommendation.
    pub period: &'a str,
    /// Its id there; null if it has none.
    pub recommendation: Option<&'a str>,
    /// Place of the recommendation among those of that period, from 1.
    pub number: usize,
    /// What is recorded; empty if nothing is.
    pub recorded: Vec<RecordedDocument<'a>>,
}

/// A record on a recommendation.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct RecordedDocument<'a> {
    /// Code of a status of the scale.
    pub status: Option<&'a str>,
    pub text: Words<'a>,
}

pub(super) fn document<'a>(given: &Reported<'a>) -> ReportDocument<'a> {
    let report = given.report;
    ReportDocument {
        name: &report.name,
        kind: report.kind.name(),
        covers: given.progress.period.to_string(),
        as_of: given.as_of.to_string(),
        stamp: given.stamp,
        public: given.public,
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
            .map(|it| RecommendationDocument { id: named(&it.id), text: Words(&it.text), to: &it.to, due: it.due.map(|due| due.to_string()) })
            .collect(),
        follow_up: follow_up(given),
        words: words(given),
    }
}

/// An id, if there is one.
fn named(id: &str) -> Option<&str> {
    (!id.is_empty()).then_some(id)
}

fn follow_up<'a>(given: &Reported<'a>) -> Vec<FollowUpDocument<'a>> {
    let (report, scale) = (given.report, &given.plan.scale);
    let Some(before) = report.followed_up(given.periods) else { return Vec::new() };
    let statuses = scale.by_word();
    let recorded = |id: &str| {
        let of = report.follow_up.iter().filter(|it| !id.is_empty() && it.recommendation == id);
        let status = |written: &str| statuses.get(&folded(written)).map(|&ix| scale.get(ix).code.as_str());
        of.map(|it| RecordedDocument { status: status(&it.status), text: Words(&it.text) }).collect()
    };
    let document = |(number, it): (usize, &'a Recommendation)| FollowUpDocument {
        period: &before.name,
        recommendation: named(&it.id),
        number,
        recorded: recorded(&it.id),
    };
    (1..).zip(&before.recommendations).map(document).collect()
}

fn words<'a>(given: &Reported<'a>) -> BTreeMap<&'static str, BTreeMap<String, &'a str>> {
    let mut words: BTreeMap<&'static str, BTreeMap<String, &'a str>> = BTreeMap::new();
    for file in &given.report.words {
        let text = given.sources.get(file.source).text.as_str();
        words.entry(file.chapter.name()).or_default().insert(file.language.to_string(), text);
    }
    words
}
