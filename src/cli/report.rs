//! `plan report`: compiles a report and writes it whole, or says whether the one on the disk is up to date.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};
use plan::compile::{Account, Request};
use plan::model::text::Language;
use plan::report::Format;
use plan::say;

use super::failure::Result;
use super::{Common, End, check, disk, terminal, usage};

/// The command and its arguments.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    Command::new("report")
        .about(word("Compile the implementation report of a period", "საანგარიშო პერიოდის შესრულების ანგარიშის შედგენა"))
        .args(period(language))
        .group(ArgGroup::new("which").args(["year", "period"]).required(true))
        .arg(Arg::new("since").long("since").value_name(word("PERIOD", "პერიოდი")).help(word(
            "Compare with the end of this earlier period instead of the year before",
            "წინა წლის ნაცვლად ამ უფრო ადრეული პერიოდის ბოლოსთან შედარება",
        )))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(word("FORMATS", "ფორმატები"))
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(Format::ALL.iter().map(|(name, _)| *name)))
                .hide_possible_values(true)
                .help(word(
                    "Forms, separated by commas: md, html, json, csv, docx, xlsx (default: md,html)",
                    "ფორმატები მძიმით: md, html, json, csv, docx, xlsx (თუ არ არის მითითებული: md,html)",
                )),
        )
        .arg(
            Arg::new("out")
                .long("out")
                .value_name(word("DIR", "საქაღალდე"))
                .value_parser(clap::value_parser!(PathBuf))
                .help(word("Write to this folder instead of reports/<period>", "reports/<პერიოდი>-ის ნაცვლად ამ საქაღალდეში ჩაწერა")),
        )
        .arg(
            Arg::new("check")
                .long("check")
                .action(ArgAction::SetTrue)
                .help(word("Write nothing; exit 1 if the report on the disk is stale", "არაფრის ჩაწერა; კოდი 1, თუ დისკზე ანგარიში მოძველებულია")),
        )
        .arg(Arg::new("public").long("public").action(ArgAction::SetTrue).help(word(
            "Hide small counts of victims and what would give them away",
            "მსხვერპლთა მცირე რიცხვებისა და იმ მაჩვენებლების დაფარვა, რომლებითაც ისინი გამოითვლება",
        )))
        .arg(
            Arg::new("stamp")
                .long("stamp")
                .value_name(word("COMMIT", "კოდი"))
                .help(word("Print this commit on the cover", "გარეკანზე ცვლილების კოდის (commit) დაბეჭდვა")),
        )
}

/// The options that name a period.
pub(super) fn period(language: Language) -> [Arg; 2] {
    let word = |en, ka| usage::word(language, en, ka);
    [
        Arg::new("year")
            .long("year")
            .value_name(word("YEAR", "წელი"))
            .help(word("Year of the report, for example 2020", "საანგარიშო წელი, მაგალითად, 2020")),
        Arg::new("period").long("period").value_name(word("PERIOD", "პერიოდი")).help(word(
            "Period of the report: 2020-H1, 2019-2020 or the name of a folder in reports/",
            "საანგარიშო პერიოდი: 2020-H1, 2019-2020 ან reports/-ის საქაღალდის სახელი",
        )),
    ]
}

/// The period that was named, if one was.
pub(super) fn named(matches: &ArgMatches) -> Option<&str> {
    let given = |name| matches.get_one::<String>(name).map(String::as_str);
    given("year").or_else(|| given("period"))
}

/// Compiles, then writes or compares.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let root = disk::root(&common.folder)?;
    let name = named(matches).unwrap_or_default();
    let request = Request {
        period: name.to_owned(),
        since: matches.get_one("since").cloned(),
        formats: formats(matches),
        as_of: common.as_of,
        stamp: matches.get_one("stamp").cloned(),
        public: matches.get_flag("public"),
        templates: disk::templates(&root)?,
    };
    let files = disk::repository(&root)?;
    let as_of = common.as_of.unwrap_or_else(|| last_day(&files, name));
    let mut checked = plan::check(files, as_of);
    let place = Place::new(&root, name, matches.get_one::<PathBuf>("out"), matches.get_flag("public"));
    if matches.get_flag("check") {
        return compare(&mut checked, &request, &place, common.language);
    }
    // Before this edition takes their place.
    let editions = if request.public { plan::compile::earlier_editions(disk::editions(&root)?)? } else { Vec::new() };
    let mut staged = disk::Staged::default();
    let mut names = Vec::new();
    let mut account = plan::compile::report(&mut checked, &request, &mut |name, pieces| {
        names.push(name.to_owned());
        staged.add(&place.folder.join(name), &place.shown(name), pieces)
    })?;
    account.told.extend(plan::compile::differs_from_earlier(&checked, name, &editions, request.as_of));
    staged.publish()?;
    say_what_is_told(&account, &checked, common.language);
    say_what_was_written(&names, &account, &place, common.language);
    let findings = checked.findings.iter().any(check::is_open_error);
    Ok(if account.set_aside > 0 || findings { End::Findings } else { End::Clean })
}

/// Where the report stands, on the disk and in messages.
struct Place {
    folder: PathBuf,
    shown: PathBuf,
}

impl Place {
    fn new(root: &Path, name: &str, out: Option<&PathBuf>, public: bool) -> Self {
        match out {
            Some(folder) => Self { folder: folder.clone(), shown: folder.clone() },
            None => {
                // The edition for the public does not take the place of the whole one.
                let shown = PathBuf::from("reports").join(name).join(if public { "public" } else { "" });
                Self { folder: root.join(&shown), shown }
            }
        }
    }

    fn shown(&self, name: &str) -> String {
        self.shown.join(name).display().to_string()
    }
}

/// The day on which waivers are judged when no other is given: the last one of the period, so that the same input gives the same report.
pub(super) fn last_day(files: &[plan::load::File], name: &str) -> plan::model::date::Date {
    let covers = plan::load::days(files, name).unwrap_or(plan::model::date::Period::year(1970));
    covers.end()
}

fn formats(matches: &ArgMatches) -> Vec<Format> {
    let Some(names) = matches.get_many::<String>("format") else { return vec![Format::Markdown, Format::Html] };
    let named = names.filter_map(|name| Format::ALL.iter().find(|(known, _)| known == name));
    named.map(|(_, format)| *format).collect()
}

/// Says which documents differ from those on the disk.
fn compare(checked: &mut plan::Checked, request: &Request, place: &Place, language: Language) -> Result<End> {
    let mut end = End::Clean;
    let account = plan::compile::report(checked, request, &mut |name, pieces| {
        let on_disk = disk::existing(&place.folder.join(name))?;
        let path = place.shown(name);
        let text = match on_disk {
            None => say!("{path} is missing", "{path} არ არსებობს"),
            Some(bytes) if !same(&bytes, &pieces.flatten().collect::<Vec<u8>>()) => say!("{path} is stale", "{path} მოძველებულია"),
            Some(_) => return Ok::<(), anyhow::Error>(()),
        };
        end = End::Findings;
        terminal::print(&format!("{}\n", text.get(language)))
    })?;
    say_what_is_told(&account, checked, language);
    let text = match end {
        End::Clean => say!("the report is up to date", "ანგარიში განახლებულია"),
        End::Findings => say!("run `plan report` again to bring the report up to date", "ანგარიშის გასაახლებლად ხელახლა გაუშვით `plan report`"),
    };
    terminal::complain(text.get(language));
    Ok(end)
}

/// A checkout may have given a text other line ends.
fn same(found: &[u8], made: &[u8]) -> bool {
    found == made || std::str::from_utf8(found).is_ok_and(|found| found.replace("\r\n", "\n").as_bytes() == made)
}

/// Says where the edition for the public may tell what it withholds.
fn say_what_is_told(account: &Account, checked: &plan::Checked, language: Language) {
    let text = check::rendered(&account.told, checked, "full", language);
    if !text.is_empty() {
        terminal::complain(text.trim_end());
    }
}

fn say_what_was_written(names: &[String], account: &Account, place: &Place, language: Language) {
    let text = say!(
        "wrote {names} to {folder}; {merged} rows merged, {set_aside} set aside{hint}",
        "{folder}: ჩაწერილია {names}; {merged} სტრიქონი გაერთიანდა, {set_aside} ცალკეა გამოტანილი{hint_ka}",
        names = names.join(", "),
        folder = place.shown.display(),
        merged = account.merged,
        set_aside = account.set_aside,
        hint = if account.set_aside > 0 { " (`plan check` says why)" } else { "" },
        hint_ka = if account.set_aside > 0 { " (მიზეზებს `plan check` გიჩვენებთ)" } else { "" },
    );
    terminal::complain(text.get(language));
}
