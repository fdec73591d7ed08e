//! `plan form`: the forms that agencies fill in, all written or none.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command};
use plan::compile::{FormRequest, forms, known_agencies};
use plan::form::Format;
use plan::model::text::Language;
use plan::say;

use super::failure::{Result, failure};
use super::{Common, End, disk, report, terminal, usage};

/// The command and its arguments.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    Command::new("form")
        .about(word("Make the forms that agencies fill in for a period", "უწყებებისთვის საანგარიშო პერიოდის შესავსები ფორმების მომზადება"))
        .args(report::period(language))
        .group(ArgGroup::new("which").args(["year", "period"]).required(true))
        .arg(
            Arg::new("agency")
                .long("agency")
                .value_name(word("AGENCY", "უწყება"))
                .help(word("The form of one agency, by its id", "ერთი უწყების ფორმა, უწყების იდენტიფიკატორით")),
        )
        .arg(Arg::new("all").long("all").action(ArgAction::SetTrue).conflicts_with("agency").help(word(
            "The forms of all agencies that lead or support an activity in the period",
            "ყველა იმ უწყების ფორმა, რომელიც ამ პერიოდში საქმიანობაში მონაწილეობს",
        )))
        .arg(usage::format(language, Format::ALL.map(|(name, _)| name)))
        .arg(
            Arg::new("out")
                .long("out")
                .value_name(word("DIR", "საქაღალდე"))
                .value_parser(clap::value_parser!(PathBuf))
                .help(word("Write to this folder instead of reports/<period>/forms", "reports/<პერიოდი>/forms-ის ნაცვლად ამ საქაღალდეში ჩაწერა")),
        )
}

/// Makes the forms and writes them.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let root = disk::root(&common.folder)?;
    let period = report::named(matches).unwrap_or_default().to_owned();
    let repository = disk::repository(&root)?;
    let as_of = common.as_of.unwrap_or_else(|| report::last_day(&repository, &period));
    let checked = plan::check(repository, as_of);
    let agency = matches.get_one::<String>("agency").cloned();
    if agency.is_none() && !matches.get_flag("all") {
        let known = known_agencies(&checked.loaded.plan);
        return Err(failure(say!(
            "say whose form: `--agency <id>` or `--all`; the agencies are {known}",
            "მიუთითეთ, რომელი უწყების ფორმა გჭირდებათ: `--agency <უწყება>` ან `--all`; უწყებები: {known}"
        )));
    }
    let name = matches.get_one::<String>("format").map_or("", String::as_str);
    let format = Format::ALL.iter().find(|(known, _)| *known == name).map_or(Format::Csv, |(_, format)| *format);
    let place = matches.get_one::<PathBuf>("out").map_or_else(
        || {
            let shown = PathBuf::from("reports").join(&period).join("forms");
            (root.join(&shown), shown)
        },
        |folder| (folder.clone(), folder.clone()),
    );
    let (folder, shown) = place;
    let files = forms(&checked, &FormRequest { period, agency, format, language: common.language })?;
    let mut staged = disk::Staged::default();
    for file in &files {
        staged.add(&folder.join(&file.name), &shown.join(&file.name).display().to_string(), &mut std::iter::once(&file.bytes))?;
    }
    staged.publish()?;
    let (count, names, folder) = (files.len(), files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(", "), shown.display());
    let noun = if count == 1 { "form" } else { "forms" };
    let text = say!("wrote {count} {noun} to {folder}: {names}", "{folder}: ჩაწერილია {count} ფორმა: {names}");
    terminal::complain(text.get(common.language));
    Ok(End::Clean)
}
