//! Compiles periodic implementation reports of government action plans.

pub mod checks;
mod checksum;
pub mod compile;
pub mod diagnostic;
pub mod load;
pub mod merge;
pub mod model;
pub mod parse;
pub mod place;
pub mod problem;
pub mod report;
pub mod source;

use checks::Context;
use diagnostic::Located;
use load::{File, Loaded};
use model::date::Date;
use problem::Problem;

/// Files that were read and checked.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What was read.
    pub loaded: Loaded,
    /// All findings in their order, the accepted ones included.
    pub findings: Vec<Located>,
}

/// Reads and checks files; `as_of` is today.
pub fn check(files: Vec<File>, as_of: Date) -> Checked {
    let outcome = load::load(files, as_of);
    let findings = findings(&outcome.value, &outcome.problems, as_of);
    Checked { loaded: outcome.value, findings }
}

fn findings(loaded: &Loaded, problems: &[Problem], as_of: Date) -> Vec<Located> {
    let context = Context { plan: &loaded.plan, periods: &loaded.periods, problems, sources: &loaded.sources, as_of, accepted: &[] };
    let mut findings = diagnostic::locate::locate(checks::run(&context), &loaded.sources);
    let accepted = checks::accept(&context, &mut findings);
    let context = Context { accepted: &accepted, ..context };
    findings.extend(diagnostic::locate::locate(checks::run_on_waivers(&context), &loaded.sources));
    diagnostic::locate::sort(&mut findings, &loaded.sources);
    findings
}
