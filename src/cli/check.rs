//! `plan check`: everything that is wrong with the plan and with what was sent.

use clap::{ArgMatches, Command};
use plan::Checked;
use plan::diagnostic::full::Style;
use plan::diagnostic::{Level, Located, full, json, short};
use plan::model::text::Language;
use plan::say;

use super::failure::Result;
use super::{Common, End, disk, terminal, usage};

/// The command and its arguments.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    Command::new("check")
        .about(word("Check the plan and everything that was sent", "გეგმისა და მოწოდებული ინფორმაციის შემოწმება"))
        .arg(usage::format(language, ["full", "short", "json"]))
}

/// Prints all findings; errors that no waiver accepts give exit code 1.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let root = disk::root(&common.folder)?;
    let files = disk::repository(&root)?;
    let checked = plan::check(files, common.as_of.unwrap_or_else(today));
    let format = matches.get_one::<String>("format").map_or("full", String::as_str);
    terminal::print(&rendered(&checked.findings, &checked, format, common.language))?;
    terminal::complain(&summary(&checked, common.language));
    Ok(if errors(&checked.findings) > 0 { End::Findings } else { End::Clean })
}

/// Today, by the machine's clock. Only waivers ask for it; no output holds it.
#[allow(clippy::disallowed_methods)]
pub(super) fn today() -> plan::model::date::Date {
    use chrono::Datelike;
    let now = chrono::Local::now().date_naive();
    plan::model::date::Date::new(now.year(), now.month(), now.day()).unwrap_or(plan::model::date::Span::Year(now.year()).end())
}

/// Findings in a format; the accepted ones last, one line each.
pub(super) fn rendered(findings: &[Located], checked: &Checked, format: &str, language: Language) -> String {
    let sources = &checked.loaded.sources;
    if format == "json" {
        return json::render(findings, sources, language);
    }
    let (waived, open): (Vec<Located>, Vec<Located>) = findings.iter().cloned().partition(|finding| finding.waived.is_some());
    let mut text = match format {
        "short" => short::render(&open, sources, language),
        _ => full::render(&open, sources, language, Style { colour: terminal::colour(), width: terminal::WIDTH }),
    };
    text.push_str(&short::waived(&waived, sources, language));
    text
}

/// Errors that no waiver accepts.
pub(super) fn errors(findings: &[Located]) -> usize {
    count(findings, Level::Error)
}

/// Whether a finding is an error that no waiver accepts.
pub(super) fn is_open_error(finding: &Located) -> bool {
    finding.waived.is_none() && finding.diagnostic.level == Level::Error
}

fn count(findings: &[Located], level: Level) -> usize {
    findings.iter().filter(|finding| finding.waived.is_none() && finding.diagnostic.level == level).count()
}

fn summary(checked: &Checked, language: Language) -> String {
    let plan = &checked.loaded.plan;
    let files = checked.loaded.periods.iter().flat_map(|period| &period.submissions);
    let rows: usize = files.map(|file| file.rows.len() + file.set_aside.len()).sum();
    let [errors, warnings, notes] = [Level::Error, Level::Warning, Level::Note].map(|level| count(&checked.findings, level));
    let text = say!(
        "checked {activities} activities and {rows} rows: {errors}, {warnings}, {notes}, {waived} waived",
        "შემოწმდა {activities} საქმიანობა და {rows} სტრიქონი. შეცდომა: {errors_ka}, გაფრთხილება: {warnings_ka}, შენიშვნა: {notes_ka}, დაშვებული გამონაკლისი: {waived}",
        activities = plan.activities.len(),
        waived = checked.findings.iter().filter(|finding| finding.waived.is_some()).count(),
        errors_ka = errors,
        warnings_ka = warnings,
        notes_ka = notes,
        errors = plural(errors, "error"),
        warnings = plural(warnings, "warning"),
        notes = plural(notes, "note"),
    );
    text.get(language).to_owned()
}

fn plural(count: usize, noun: &str) -> String {
    match count {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}
