//! Judged files as one JSON document with stable keys.
//!
//! Shape: `{"schema": "plan-validation/1", "files": [{"path", "sheet", "agency", "period", "ready", "rows", "accepted", "set_aside",
//! "not_filled_in", "nil_returns", "missing", "missing_support", "errors", "warnings", "notes", "summary", "findings"}]}`. `agency`
//! is an id or null; `missing` are ids of activities that the agency leads and says nothing of, `missing_support` those that it
//! supports; `summary` are the closing lines in the language asked for; `findings` have the shape of `plan check --format json`.

use serde::Serialize;

use super::{Validated, text};
use crate::diagnostic::json::{Finding, list};
use crate::model::plan::ActivityIx;
use crate::model::text::Language;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    files: Vec<FileDocument<'a>>,
}

#[derive(Serialize)]
struct FileDocument<'a> {
    path: &'a str,
    sheet: Option<&'a str>,
    agency: Option<&'a str>,
    period: &'a str,
    ready: bool,
    rows: usize,
    accepted: usize,
    set_aside: usize,
    not_filled_in: usize,
    nil_returns: usize,
    missing: Vec<&'a str>,
    missing_support: Vec<&'a str>,
    errors: usize,
    warnings: usize,
    notes: usize,
    summary: Vec<String>,
    findings: Vec<Finding<'a>>,
}

/// The files as a document that ends with a line break.
pub fn render(files: &[Validated], language: Language) -> String {
    let document = Document { schema: "plan-validation/1", files: files.iter().map(|file| one(file, language)).collect() };
    let mut json = serde_json::to_string_pretty(&document).unwrap_or_default();
    json.push('\n');
    json
}

fn one(validated: &Validated, language: Language) -> FileDocument<'_> {
    let (plan, account, source) = (validated.plan(), &validated.account, validated.file());
    let ids = |activities: &[ActivityIx]| activities.iter().map(|ix| plan.activity(*ix).id.as_str()).collect();
    let [errors, warnings, notes] = account.levels;
    FileDocument {
        path: &source.path,
        sheet: source.table.as_ref().and_then(|table| table.sheet.as_ref()).map(|sheet| sheet.name.as_str()),
        agency: account.agency.map(|ix| plan.agency(ix).id.as_str()),
        period: &account.period,
        ready: account.is_ready(),
        rows: account.rows,
        accepted: account.accepted,
        set_aside: account.set_aside,
        not_filled_in: account.not_filled_in,
        nil_returns: account.nil_returns,
        missing: ids(&account.missing),
        missing_support: ids(&account.missing_support),
        errors,
        warnings,
        notes,
        summary: text::closing(validated).lines().iter().map(|line| line.get(language).to_owned()).collect(),
        findings: list(validated.findings(), &validated.checked.loaded.sources, language),
    }
}
