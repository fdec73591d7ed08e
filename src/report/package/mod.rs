//! The merged data as tables for other programs: CSV files in `data/` and `datapackage.json`, which says what they hold.
//!
//! | part | holds |
//! | --- | --- |
//! | [`table`], `cell` | columns with their cells, and how a value is written |
//! | [`csv`] | records to the text of a file |
//! | [`descriptor`] | `datapackage.json` (Frictionless Data Package 2) |
//! | [`sql`] | `load.sql`, for databases that would guess types |
//! | `activities`, `agencies`, `indicators`, `course`, `figures`, `statements`, `codes`, `files`, `recommendations` | the tables |
//!
//! The tables are the same in every language: a text has one column for each language. UTF-8 without a byte order mark,
//! commas, LF, quotation marks as in RFC 4180, days as `2020-12-31`, a decimal point, an empty cell where nothing is known.
//!
//! Cells are written exactly as they were sent, also one that begins with `=`. These files are read by programs, which run nothing;
//! an apostrophe before the cell, as forms and repaired files have it for spreadsheets (`spreadsheet::harmless`), would be a
//! character that nobody sent: a search, a join or a second export would see another text than the JSON document. The
//! description of the package warns who opens a table in a spreadsheet all the same.

mod activities;
mod agencies;
mod cell;
mod codes;
mod course;
pub mod csv;
pub mod descriptor;
mod figures;
mod files;
mod indicators;
mod recommendations;
pub mod sql;
mod statements;
pub mod table;

use crate::model::period::ReportingPeriod;
use crate::model::plan::Plan;
use crate::model::text::Language;
use crate::report::json::Reported;
use table::Table;

/// Every table, in the order of the package: first what others refer to.
pub fn tables<'a>(given: Reported<'a>) -> Vec<Table<'a>> {
    vec![
        codes::statuses(given),
        codes::codes(given),
        agencies::agencies(given),
        activities::activities(given),
        agencies::duties(given),
        indicators::indicators(given),
        indicators::targets(given),
        course::rates(given),
        course::transitions(given),
        files::files(given),
        figures::figures(given),
        statements::statements(given),
        files::set_aside(given),
        recommendations::recommendations(given),
    ]
}

/// The languages that texts have columns for: those of the plan, and always Georgian and English, so that the headings of two
/// plans are the same.
fn languages(plan: &Plan) -> Vec<Language> {
    let mut languages = plan.languages.clone();
    languages.extend([Language::KA, Language::EN]);
    let mut seen = Vec::new();
    languages.retain(|language| {
        let new = !seen.contains(language);
        seen.push(*language);
        new
    });
    languages
}

/// The periods that the report reads, with whether it counts their rows as its own: what lies in its period, and what
/// ended before it begins.
fn periods<'a>(given: Reported<'a>) -> impl Iterator<Item = (bool, &'a ReportingPeriod)> + 'a {
    let start = given.progress.period.start();
    given.periods.iter().enumerate().filter_map(move |(at, period)| {
        let own = given.progress.own_periods.contains(&at);
        let before = period.covers.is_some_and(|covers| covers.end() < start);
        (own || before).then_some((own, period))
    })
}
