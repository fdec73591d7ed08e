//! One file that an agency is about to send, read and judged alone: `plan validate`.
//!
//! What others sent does not matter here; the plan and the period's `report.yaml` do. The result answers one question, may the
//! file be sent, and is shown in several forms: for the person ([`text`]), as a page to keep ([`html`]), for programs ([`json`]).

pub mod html;
pub mod json;
pub mod text;

use std::collections::BTreeSet;

use crate::compile::{Refusal, days, errors_of_plan, unknown_agency};
use crate::diagnostic::{Level, Located};
use crate::load::{self, Candidate, File};
use crate::merge;
use crate::model::agency::AgencyIx;
use crate::model::column::{self, Field};
use crate::model::date::Date;
use crate::model::id::{likely, tidy};
use crate::model::plan::{ActivityIx, Plan};
use crate::model::submission::Submission;
use crate::source::{Source, SourceId};
use crate::{Checked, Waivers, say};

/// What is asked about one file.
#[derive(Clone, Debug)]
pub struct Request {
    /// The file, by the path under which it was named.
    pub file: File,
    /// Name or id of the agency that sends it; else the file or its name says it.
    pub agency: Option<String>,
    /// Name of the period; else the file, its name or the plan says it.
    pub period: Option<String>,
}

/// A file that was judged.
#[derive(Clone, Debug)]
pub struct Validated {
    /// What was read: the plan, and the file as the only submission.
    pub checked: Checked,
    /// Number of the file.
    pub source: SourceId,
    /// The sums.
    pub account: Account,
}

/// What became of the rows of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Who sends it; nobody when it is not known, or when the file holds several agencies.
    pub agency: Option<AgencyIx>,
    /// Name of the period.
    pub period: String,
    /// Rows that say something.
    pub rows: usize,
    /// Rows without an error.
    pub accepted: usize,
    /// Rows with one.
    pub set_aside: usize,
    /// Rows that are not filled in.
    pub not_filled_in: usize,
    /// 'Nothing to report'.
    pub nil_returns: usize,
    /// Activities that the agency leads in the period and says nothing of.
    pub missing: Vec<ActivityIx>,
    /// Activities that it supports and says nothing of.
    pub missing_support: Vec<ActivityIx>,
    /// Findings by level: errors, warnings, notes.
    pub levels: [usize; 3],
}

impl Account {
    /// Whether the file may be sent: no error, and something in it.
    pub fn is_ready(&self) -> bool {
        self.levels[0] == 0 && self.accepted + self.nil_returns > 0
    }
}

impl Validated {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.checked.loaded.plan
    }

    /// The file as text.
    pub fn file(&self) -> &Source {
        self.checked.loaded.sources.get(self.source)
    }

    /// The file as a submission; nothing when it is unreadable.
    pub fn submission(&self) -> Option<&Submission> {
        let files = self.checked.loaded.periods.iter().flat_map(|period| &period.submissions);
        files.into_iter().find(|file| file.source == self.source)
    }

    /// The findings of the file, in their order; a waiver of the secretariat takes them out.
    pub fn findings(&self) -> &[Located] {
        &self.checked.findings
    }
}

/// Reads and judges a file; `files` are those of the plan and of `reports/`.
pub fn validate(files: Vec<File>, request: Request, as_of: Date) -> Result<Validated, Refusal> {
    judged(files, request, as_of, false)
}

/// The same; the texts of the rows are kept if somebody needs them.
pub(crate) fn judged(files: Vec<File>, request: Request, as_of: Date, keep_texts: bool) -> Result<Validated, Refusal> {
    let Request { file, agency, period } = request;
    let candidate = Candidate { file, period: period.clone(), agency: agency.clone(), keep_texts };
    let (outcome, source) = load::load_candidate(files, candidate, as_of);
    let findings = crate::findings(&outcome.value, &outcome.problems, as_of, Waivers::Applied);
    let mut checked = Checked { loaded: outcome.value, findings };
    let errors = errors_of_plan(&checked, Some(source));
    if errors > 0 {
        return Err(Refusal(say!(
            "the file cannot be checked: the plan has errors ({errors}); tell the secretariat",
            "ფაილი ვერ შემოწმდა: გეგმაში შეცდომებია ({errors}); აცნობეთ სამდივნოს"
        )));
    }
    if let Some(name) = agency
        && load::agency_named(&checked.loaded.plan, &name).is_none()
    {
        return Err(unknown_agency(&checked.loaded.plan, &name));
    }
    if let Some(name) = period {
        days(&checked, &name)?;
    }
    checked.findings.retain(|finding| finding.span.source == source && finding.waived.is_none());
    let account = account(&checked, source);
    Ok(Validated { checked, source, account })
}

fn account(checked: &Checked, source: SourceId) -> Account {
    let count = |level| checked.findings.iter().filter(|finding| finding.diagnostic.level == level).count();
    let mut account = Account { levels: [Level::Error, Level::Warning, Level::Note].map(count), ..Account::default() };
    let periods = &checked.loaded.periods;
    let sent = periods.iter().flat_map(|period| period.submissions.iter().map(move |file| (period, file)));
    let Some((period, file)) = sent.into_iter().find(|(_, file)| file.source == source) else { return account };
    account.period = period.name.clone();
    account.agency = file.agency.or(file.speaks_for);
    account.accepted = file.rows.len();
    account.set_aside = file.set_aside.len();
    account.rows = account.accepted + account.set_aside;
    account.not_filled_in = file.unfilled.len();
    account.nil_returns = file.nil.len();
    if let (Some(agency), Some(covers), 0) = (account.agency, period.covers, account.nil_returns) {
        let of_aside = set_aside_activities(&checked.loaded.plan, checked.loaded.sources.get(source), file);
        let told: BTreeSet<ActivityIx> = file.rows.iter().map(|row| row.activity).chain(of_aside).collect();
        let (leads, supports) = merge::owed(&checked.loaded.plan, agency, &covers);
        let untold = |owed: Vec<ActivityIx>| owed.into_iter().filter(|ix| !told.contains(ix)).collect();
        (account.missing, account.missing_support) = (untold(leads), untold(supports));
    }
    account
}

/// The activities of rows with an error: they are to be mended, but they are not missing.
fn set_aside_activities(plan: &Plan, source: &Source, file: &Submission) -> Vec<ActivityIx> {
    let headings = source.table.as_ref().map_or(&[][..], |table| &table.headings);
    let is_activity = |heading: &String| column::find(heading).is_some_and(|(column, _)| column.field == Field::Activity);
    let Some(at) = headings.iter().position(is_activity) else { return Vec::new() };
    let numbers = file.set_aside.iter().filter_map(|row| row.cells.get(at));
    let meant = |number: &String| likely(number).numbers.iter().find_map(|meant| plan.activity_ix(meant));
    numbers.filter_map(|number| plan.activity_ix(&tidy(number).to_lowercase()).or_else(|| meant(number))).collect()
}
