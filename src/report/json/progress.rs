//! The merged data in the export: every status and figure with the row it comes from.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Decimal, Reading, Reported, Words};
use crate::merge::progress::{About, ActivityProgress, AgencyProgress, Disagreement, Figure, Merged, Nil, Rate, Rates, Statement, YearState};
use crate::model::plan::{Activity, ActivityIx};
use crate::model::scale::StatusIx;
use crate::model::submission::{Breakdown, Expected};

/// The merged data.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ProgressDocument<'a> {
    pub rates: RatesDocument<'a>,
    pub activities: Vec<ActivityState<'a>>,
    pub agencies: Vec<AgencyState<'a>>,
    pub disagreements: Vec<DisagreementDocument<'a>>,
    pub set_aside: Vec<SetAsideDocument<'a>>,
    pub files: Vec<FileDocument<'a>>,
}

/// Rates.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct RatesDocument<'a> {
    pub execution: RateDocument<'a>,
    pub completion: RateDocument<'a>,
    pub reported: RateDocument<'a>,
}

/// A rate with the ids behind it.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct RateDocument<'a> {
    /// Between 0 and 1; null without a denominator.
    pub share: Option<f64>,
    pub numerator: Vec<&'a str>,
    pub denominator: Vec<&'a str>,
}

/// An activity.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ActivityState<'a> {
    pub id: &'a str,
    #[serde(flatten)]
    pub now: StateDocument<'a>,
    /// The secretariat's reason.
    pub reason: Option<Words<'a>>,
    /// States at the ends of years.
    pub years: BTreeMap<i32, StateDocument<'a>>,
    /// Year of the deadline, if overdue.
    pub overdue_since: Option<i32>,
    pub carried_over: bool,
    pub implemented_in: Option<i32>,
    /// The deadline touches the report's period.
    pub in_scope: bool,
    pub said: Vec<StatementDocument<'a>>,
    pub external: Vec<StatementDocument<'a>>,
    pub figures: Vec<FigureDocument<'a>>,
}

/// Statuses by code.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct StateDocument<'a> {
    /// The one that counts.
    pub status: &'a str,
    pub reported: Option<&'a str>,
    pub assessed: Option<&'a str>,
    pub any_row: bool,
}

/// A row.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct StatementDocument<'a> {
    pub agency: Option<&'a str>,
    /// Who publishes it, for an external observation.
    pub publisher: Option<Words<'a>>,
    /// Accepted although the plan does not name the agency.
    pub outside: bool,
    pub period: &'a str,
    pub file: &'a str,
    /// Row as a spreadsheet counts it.
    pub row: u32,
    /// Id of the indicator.
    pub indicator: Option<&'a str>,
    /// Values by dimension.
    pub breakdown: BTreeMap<&'a str, &'a str>,
    pub status: Option<&'a str>,
    pub value: Option<Reading<'a>>,
    pub narrative: Option<Words<'a>>,
    pub obstacles: Option<Words<'a>>,
    pub delay_reason: Option<&'a str>,
    pub expected: Option<String>,
    pub evidence: Vec<&'a str>,
}

/// A figure.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct FigureDocument<'a> {
    pub indicator: &'a str,
    pub breakdown: BTreeMap<&'a str, &'a str>,
    /// The merged value by year.
    pub by_year: BTreeMap<i32, MergedDocument<'a>>,
    pub said: Vec<StatementDocument<'a>>,
    pub external: Vec<StatementDocument<'a>>,
    /// Id of the agency whose value the secretariat chose.
    pub settled: Option<&'a str>,
}

/// A merged value: one of the four is there.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum MergedDocument<'a> {
    Value(Reading<'a>),
    Sum(Decimal),
    /// At least and at most.
    Between(Decimal, Decimal),
    /// None counts; always true.
    Conflict(bool),
}

/// An agency.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct AgencyState<'a> {
    pub id: &'a str,
    pub leads: Vec<&'a str>,
    pub supports: Vec<&'a str>,
    pub reported: Vec<&'a str>,
    pub rows_expected: usize,
    pub rows_received: usize,
    pub rows_sent: usize,
    pub rows_set_aside: usize,
    pub files: Vec<&'a str>,
    /// Its nil returns: 'nothing to report' is a submission.
    pub nil: Vec<NilDocument<'a>>,
    pub on_time: Option<bool>,
}

/// A nil return.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct NilDocument<'a> {
    pub file: &'a str,
    pub row: u32,
    pub reason: Words<'a>,
}

/// A disagreement.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct DisagreementDocument<'a> {
    pub activity: &'a str,
    /// `status`, `value`, `external` or `external-status`.
    pub kind: &'static str,
    pub indicator: Option<&'a str>,
    pub breakdown: BTreeMap<&'a str, &'a str>,
    pub year: i32,
    pub sides: Vec<StatementDocument<'a>>,
    /// The secretariat's reason.
    pub settled: Option<Words<'a>>,
}

/// A row set aside.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct SetAsideDocument<'a> {
    pub file: &'a str,
    pub row: u32,
    pub cells: &'a [String],
    pub reason: Words<'a>,
}

/// A file.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct FileDocument<'a> {
    pub path: &'a str,
    pub period: &'a str,
    pub agency: Option<&'a str>,
    pub external: bool,
    pub replaced: bool,
    /// It came, but its text cannot be read.
    pub unreadable: bool,
    pub rows: usize,
    pub set_aside: usize,
    /// Null in the edition for the public: whoever knows the rest of a file could try what is hidden.
    pub sha256: Option<String>,
}

pub(super) fn document<'a>(given: &Reported<'a>) -> ProgressDocument<'a> {
    let (plan, progress) = (given.plan, given.progress);
    let end = progress.period.end();
    let read = given.periods.iter().filter(move |period| period.covers.is_some_and(|covers| covers.end() <= end));
    ProgressDocument {
        rates: rates(given, &progress.rates),
        activities: plan.activities.iter().zip(&progress.activities).map(|(activity, it)| state(given, activity, it)).collect(),
        agencies: progress.agencies.iter().map(|it| agency(given, it)).collect(),
        disagreements: progress.disagreements.iter().map(|it| disagreement(given, it)).collect(),
        set_aside: given
            .set_aside
            .iter()
            .map(|it| SetAsideDocument { file: &it.path, row: it.row, cells: &it.cells, reason: Words(&it.reason) })
            .collect(),
        files: read
            .flat_map(|period| {
                period.submissions.iter().map(|it| FileDocument {
                    path: &given.sources.get(it.source).path,
                    period: &period.name,
                    agency: it.agency.map(|ix| plan.agency(ix).id.as_str()),
                    external: it.external,
                    replaced: it.replaced,
                    unreadable: it.unreadable,
                    rows: it.rows.len(),
                    set_aside: it.set_aside.len(),
                    sha256: (!given.public).then(|| crate::checksum::of_source(given.sources.get(it.source))),
                })
            })
            .collect(),
    }
}

pub(super) fn ids<'a>(given: &Reported<'a>, activities: &[ActivityIx]) -> Vec<&'a str> {
    activities.iter().map(|ix| given.plan.activity(*ix).id.as_str()).collect()
}

pub(super) fn code<'a>(given: &Reported<'a>, status: StatusIx) -> &'a str {
    &given.plan.scale.get(status).code
}

pub(super) fn rates<'a>(given: &Reported<'a>, rates: &Rates) -> RatesDocument<'a> {
    let rate = |rate: &Rate| RateDocument { share: rate.share(), numerator: ids(given, &rate.numerator), denominator: ids(given, &rate.denominator) };
    RatesDocument { execution: rate(&rates.execution), completion: rate(&rates.completion), reported: rate(&rates.reported) }
}

fn state_of<'a>(given: &Reported<'a>, state: &YearState) -> StateDocument<'a> {
    let code = |status| code(given, status);
    StateDocument { status: code(state.status), reported: state.reported.map(code), assessed: state.assessed.map(code), any_row: state.any_row }
}

fn state<'a>(given: &Reported<'a>, activity: &'a Activity, progress: &'a ActivityProgress<'a>) -> ActivityState<'a> {
    ActivityState {
        id: &activity.id,
        now: state_of(given, &progress.now),
        reason: progress.reason.map(Words),
        years: progress.years.iter().map(|(year, state)| (*year, state_of(given, state))).collect(),
        overdue_since: progress.overdue.map(|overdue| overdue.due),
        carried_over: progress.overdue.is_some_and(|overdue| overdue.carried_over),
        implemented_in: progress.implemented_in,
        in_scope: progress.in_scope,
        said: statements(given, activity, &progress.said),
        external: statements(given, activity, &progress.external),
        figures: progress.figures.iter().map(|it| figure(given, activity, it)).collect(),
    }
}

fn statements<'a>(given: &Reported<'a>, activity: &'a Activity, statements: &'a [Statement<'a>]) -> Vec<StatementDocument<'a>> {
    statements.iter().map(|it| statement(given, activity, it)).collect()
}

fn statement<'a>(given: &Reported<'a>, activity: &'a Activity, it: &'a Statement<'a>) -> StatementDocument<'a> {
    let words = it.words;
    StatementDocument {
        agency: it.agency.map(|ix| given.plan.agency(ix).id.as_str()),
        publisher: it.publisher.map(Words),
        outside: it.outside,
        period: given.periods.get(it.period).map_or("", |period| &period.name),
        file: &given.sources.get(it.from.source).path,
        row: it.from.row,
        indicator: it.indicator.and_then(|at| indicator(activity, at)),
        breakdown: breakdown(given, it.breakdown),
        status: it.status.map(|status| code(given, status)),
        value: it.value.map(Reading),
        narrative: words.map(|words| Words(&words.narrative)),
        obstacles: words.map(|words| Words(&words.obstacles)),
        delay_reason: words.and_then(|words| given.plan.delay_reasons.get(usize::from(words.delay_reason?))).map(|reason| reason.id.as_str()),
        expected: words.and_then(|words| words.expected).map(|expected| match expected {
            Expected::Day(date) => date.to_string(),
            Expected::Period(period) => period.to_string(),
        }),
        evidence: words.map(|words| words.evidence.iter().map(|item| &**item).collect()).unwrap_or_default(),
    }
}

fn indicator(activity: &Activity, at: u16) -> Option<&str> {
    activity.indicators.get(usize::from(at)).map(|indicator| indicator.id.as_str())
}

fn breakdown<'a>(given: &Reported<'a>, breakdown: &Breakdown) -> BTreeMap<&'a str, &'a str> {
    let named = breakdown.iter().filter_map(|(dimension, value)| {
        let dimension = given.plan.dimensions.get(usize::from(*dimension))?;
        Some((dimension.id.as_str(), dimension.values.get(usize::from(*value))?.id.as_str()))
    });
    named.collect()
}

fn figure<'a>(given: &Reported<'a>, activity: &'a Activity, figure: &'a Figure<'a>) -> FigureDocument<'a> {
    let merged = |merged: &'a Merged| match merged {
        Merged::Value(value) => MergedDocument::Value(Reading(value)),
        Merged::Sum(number) => MergedDocument::Sum(Decimal(*number)),
        Merged::Between(least, most) => MergedDocument::Between(Decimal(*least), Decimal(*most)),
        Merged::Conflict => MergedDocument::Conflict(true),
    };
    FigureDocument {
        indicator: indicator(activity, figure.indicator).unwrap_or_default(),
        breakdown: breakdown(given, &figure.breakdown),
        by_year: figure.by_year.iter().map(|(year, it)| (*year, merged(it))).collect(),
        said: statements(given, activity, &figure.said),
        external: statements(given, activity, &figure.external),
        settled: figure.settled.map(|(ix, _)| given.plan.agency(ix).id.as_str()),
    }
}

fn agency<'a>(given: &Reported<'a>, it: &AgencyProgress<'a>) -> AgencyState<'a> {
    let nil = |nil: &Nil<'a>| NilDocument { file: &given.sources.get(nil.from.source).path, row: nil.from.row, reason: Words(nil.reason) };
    AgencyState {
        id: &given.plan.agency(it.agency).id,
        leads: ids(given, &it.leads),
        supports: ids(given, &it.supports),
        reported: ids(given, &it.reported),
        rows_expected: it.rows_expected,
        rows_received: it.rows_received,
        rows_sent: it.rows_sent,
        rows_set_aside: it.rows_set_aside,
        files: it.files.iter().map(|source| given.sources.get(*source).path.as_str()).collect(),
        nil: it.nil.iter().map(nil).collect(),
        on_time: it.on_time,
    }
}

fn disagreement<'a>(given: &Reported<'a>, it: &'a Disagreement<'a>) -> DisagreementDocument<'a> {
    let activity = given.plan.activity(it.activity);
    let (kind, about) = match &it.about {
        About::Status => ("status", None),
        About::ExternalStatus => ("external-status", None),
        About::Value(indicator, breakdown) => ("value", Some((*indicator, breakdown))),
        About::External(indicator, breakdown) => ("external", Some((*indicator, breakdown))),
    };
    DisagreementDocument {
        activity: &activity.id,
        kind,
        indicator: about.and_then(|(at, _)| indicator(activity, at)),
        breakdown: about.map(|(_, of)| breakdown(given, of)).unwrap_or_default(),
        year: it.year,
        sides: statements(given, activity, &it.sides),
        settled: it.settled.map(Words),
    }
}
