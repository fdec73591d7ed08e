//! Compiles periodic implementation reports of government action plans.
//!
//! # Architecture
//!
//! ```text
//! bytes -> source -> parse (trees, tables) -> load (plan, periods, rows, problems) -> checks -> findings
//!                                               |                                      |
//!                                               +---------> merge <-- rows without an error
//!                                                             v            (for the public: `disclosure` hides small counts in the rows first)
//!                     rows for the public + what was hidden -> checks of the edition -> findings
//!                                             progress -> report::build -> views -> Markdown -> HTML
//!                                                             +-> JSON, tables (CSV) with datapackage.json
//!                          progress + findings -> status (who sent what, what is missing) -> text | Markdown -> HTML | JSON
//! two compiled reports (JSON) -> difference (what is not the same, in words) -> text | Markdown | JSON
//! plan, progress before the period -> form -> CSV, XLSX (what agencies fill in and send back)
//! file of an agency + findings -> validate -> fix (the same rows as a clean CSV, judged again)
//! findings -> locate (place -> bytes) -> full | short | json
//! ```
//!
//! Invariants; those marked (*) are tested in `tests/suite/tidy.rs`:
//!
//! 1. (*) The library does no input or output: no files, environment, clock, terminal. 'Today' is a value. The command line in
//!    `src/cli` (feature `cli`) is the only part that touches the machine.
//! 2. (*) Imports point one way, along the table of layers in `tests/suite/tidy.rs`.
//! 3. Reading never fails: it returns a value and all problems of all files. What is wrong with a user's file is a finding; only
//!    [`compile`] may refuse ([`compile::Refusal`]), because a report from an unsound plan would print wrong numbers.
//! 4. A check is a pure function of what was read. It never prints, counts, repairs or writes.
//! 5. Same files, same day, same options: same bytes. Ordered maps wherever order shows; findings sorted by path and position.
//! 6. Types read from disk are not serialised, types serialised (views, export, findings) are not read.
//! 7. (*) One foreign crate, one file or folder.
//! 8. Whoever writes the words of a message writes them in English and in Georgian, side by side ([`say!`]).
//!
//! Where this differs from what one might expect, and why:
//!
//! - *Why problems and findings?* [`problem::ProblemKind`] holds the facts that reading finds, without words. Each becomes a finding in the
//!   check of its name, so that a syntax error has documentation, wording and a fixture like any other check, and `load` knows no wording.
//! - *Why no spans in the model?* The model carries symbolic places (`objectives > 0 > activities > 2 > lead`); [`parse::locate`] reads the file
//!   again and walks to the place, only for what is shown. The model stays small and survives a change of the YAML crate.
//! - *Why are line ends changed on reading?* [`parse::decode`] turns CRLF and CR into LF, so that lines count as in an editor and a checkout with
//!   other line ends gives the same report, checksums included.
//! - *Why both wordings at once?* Findings are few; a message catalogue would put the two languages into two places.
//! - *Why is HTML made from Markdown part by part?* With 100,000 activities one syntax tree of the whole report would not fit in memory. The
//!   Markdown holds comments for what it cannot say (sections, captions); the writer knows a closed list of them and shows anything else
//!   as text, so an agency's words can never become markup.
//! - *Why does the secretariat's Markdown become a tree and Markdown again?* Its words may hold headings and links, which the words of
//!   agencies may not; what is written again from a tree can neither leave its chapter nor be taken for ours. That is done by the report,
//!   and the checks ask it what it does not show.
//! - *Why does the csv crate not read what agencies send?* A message needs the place of a cell, so the text is walked in any case; the crate
//!   copies every cell and examines it again, and two walks could disagree. It is the oracle of the tests, and writes tables.
//! - *Why is a workbook turned into CSV?* So that one reader serves both. What only a workbook knows, that a cell is a number, stands
//!   beside the text ([`source::Sheet`]).
//! - *Why does a file know how it is a table?* Separator and headings follow from words of the plan; found once and kept with the
//!   text, they cannot differ between the reader, the excerpts and the page.
//! - *Why is the edition for the public made before merging?* Rows whose value is hidden go through the same code as others, so no form of the
//!   report can forget to hide one ([`disclosure`]).
//! - *Why are some checks run only for an edition?* What a text may tell depends on what is hidden, and an edition that is out on what the
//!   next one hides; where nobody publishes one, both would be noise. They see the rows as the edition prints them.
//! - *Why is a value kept apart when it is suppressed?* `<5` is never a number: sums with it are ranges, changes from it are not printed.

pub mod checks;
mod checksum;
pub mod compile;
pub mod diagnostic;
pub mod difference;
pub mod disclosure;
pub mod fix;
pub mod form;
pub mod load;
pub mod merge;
pub mod model;
mod parallel;
pub mod parse;
pub mod place;
pub mod problem;
pub mod report;
pub mod source;
pub mod spreadsheet;
pub mod status;
pub mod validate;

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
    let findings = findings(&outcome.value, &outcome.problems, as_of, Waivers::Judged);
    Checked { loaded: outcome.value, findings }
}

/// Whether waivers are judged themselves.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Waivers {
    /// Whether each accepts something is a finding, too.
    Judged,
    /// They accept what they accept: a part of the files cannot show what they are for.
    Applied,
}

fn findings(loaded: &Loaded, problems: &[Problem], as_of: Date, waivers: Waivers) -> Vec<Located> {
    let context = Context { plan: &loaded.plan, periods: &loaded.periods, problems, sources: &loaded.sources, as_of, edition: None, accepted: &[] };
    let mut findings = diagnostic::locate::locate(checks::run(&context), &loaded.sources);
    let accepted = checks::accept(&context, &mut findings);
    if waivers == Waivers::Judged {
        let context = Context { accepted: &accepted, ..context };
        findings.extend(diagnostic::locate::locate(checks::run_on_waivers(&context), &loaded.sources));
    }
    diagnostic::locate::sort(&mut findings, &loaded.sources);
    findings
}
