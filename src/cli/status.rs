//! `plan status`: who has sent what for a period, and what is missing. It answers a question, so exit code 1 is never its answer.

use clap::{ArgGroup, ArgMatches, Command};
use plan::compile::StatusRequest;
use plan::model::text::Language;
use plan::status::Format;

use super::failure::Result;
use super::{Common, End, disk, report, terminal, usage};

/// The command and its arguments.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    Command::new("status")
        .about(word(
            "Show who has sent what for a period and what is missing; ends with 0 whatever the answer",
            "ვინ რა მოაწოდა საანგარიშო პერიოდისთვის და რა აკლია; დასრულების კოდი 0-ია, როგორიც უნდა იყოს პასუხი",
        ))
        .args(report::period(language))
        .group(ArgGroup::new("which").args(["year", "period"]).required(true))
        .arg(usage::format(language, Format::ALL.map(|(name, _)| name)))
}

/// Prints the status.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let root = disk::root(&common.folder)?;
    let name = report::named(matches).unwrap_or_default();
    let wanted = matches.get_one::<String>("format").map_or("", String::as_str);
    let format = Format::ALL.iter().find(|(known, _)| *known == wanted).map_or(Format::Text, |(_, format)| *format);
    let (language, as_of) = (common.language, common.as_of);
    let request = StatusRequest { period: name.to_owned(), format, language, as_of, templates: disk::templates(&root)? };
    let files = disk::repository(&root)?;
    let today = as_of.unwrap_or_else(|| report::last_day(&files, name));
    let mut checked = plan::check(files, today);
    terminal::print(&plan::compile::status(&mut checked, &request)?)?;
    Ok(End::Clean)
}
