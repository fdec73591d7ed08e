//! The command line: what was asked, the files it needs, the exit code. Only this part touches disk, clock and terminal.

mod check;
mod difference;
mod disk;
mod explain;
mod export;
mod failure;
mod fix;
mod form;
mod report;
mod status;
mod terminal;
mod usage;
mod validate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;
use plan::model::date::Date;
use plan::model::text::Language;
use plan::say;

use failure::{Result, failure};

/// What holds for every command.
struct Common {
    /// Language of messages.
    language: Language,
    /// Where to look for the repository.
    folder: PathBuf,
    /// Whether an option named it.
    folder_given: bool,
    /// Today, if it was fixed by an option.
    as_of: Option<Date>,
}

/// How a command ended, when the tool itself did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Exit code 0.
    Clean,
    /// Exit code 1: findings at error level, or a stale report.
    Findings,
}

/// Runs the program with the process's arguments.
pub(crate) fn run() -> ExitCode {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let language = terminal::language(&arguments);
    let matches = match usage::command(language).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::explain(&error, language),
    };
    match dispatch(&matches, language) {
        Ok(End::Clean) => ExitCode::SUCCESS,
        Ok(End::Findings) => ExitCode::from(1),
        Err(error) if failure::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            terminal::complain(&failure::message(&error, language));
            ExitCode::from(2)
        }
    }
}

fn dispatch(matches: &ArgMatches, language: Language) -> Result<End> {
    let Some((name, matches)) = matches.subcommand() else { return Ok(End::Clean) };
    let common = Common {
        language,
        folder: matches.get_one::<PathBuf>("folder").cloned().unwrap_or_else(|| PathBuf::from(".")),
        folder_given: matches.get_one::<PathBuf>("folder").is_some(),
        as_of: matches.get_one::<String>("as-of").map(|text| day(text)).transpose()?,
    };
    match name {
        "check" => check::run(matches, &common),
        "diff-report" => difference::run(matches, &common),
        "explain" => explain::run(matches, &common),
        "export" => export::run(matches, &common),
        "fix" => fix::run(matches, &common),
        "form" => form::run(matches, &common),
        "report" => report::run(matches, &common),
        "validate" => validate::run(matches, &common),
        "status" => status::run(matches, &common),
        _ => Ok(End::Clean),
    }
}

fn day(text: &str) -> Result<Date> {
    Date::from_iso(text)
        .ok_or_else(|| failure(say!("`{text}` is not a day; write it as 2021-03-01", "„{text}“ თარიღი არ არის; ჩაწერეთ ასე: 2021-03-01")))
}
