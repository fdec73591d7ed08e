//! `plan export`: the plan and its merged progress as one document for other programs.

use clap::{ArgMatches, Command};
use plan::model::date::{Date, Period};
use plan::model::text::Language;

use super::failure::Result;
use super::{Common, End, disk, report, terminal, usage};

/// The command and its arguments.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    let [year, period] = report::period(language);
    Command::new("export")
        .about(word(
            "Print the plan, and with a period its merged progress, as JSON",
            "გეგმისა და, პერიოდის მითითებისას, გაერთიანებული მონაცემების JSON-ფორმატში გამოტანა",
        ))
        .args([year, period.conflicts_with("year")])
        .arg(usage::format(language, ["json"]))
}

/// Prints the document.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let root = disk::root(&common.folder)?;
    let name = report::named(matches);
    let mut checked = plan::check(disk::repository(&root)?, common.as_of.unwrap_or_else(|| as_of(name)));
    let text = plan::compile::export(&mut checked, name)?;
    terminal::print(&text)?;
    Ok(End::Clean)
}

/// The day on which waivers are judged when no other is given.
fn as_of(name: Option<&str>) -> Date {
    name.and_then(plan::load::covered).unwrap_or(Period::year(1970)).end()
}
