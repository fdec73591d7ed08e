//! `plan validate`: a file that an agency is about to send.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use plan::load::File;
use plan::model::text::Language;
use plan::say;
use plan::validate::{Request, Validated, html, json, text};

use super::failure::{Result, failure};
use super::{Common, End, check, disk, terminal, usage};

/// The command and its arguments.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    Command::new("validate")
        .about(word("Check files that an agency is about to send", "უწყების გასაგზავნი ფაილების შემოწმება"))
        .arg(
            Arg::new("file")
                .value_name(word("FILE", "ფაილი"))
                .num_args(1..)
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(word("The file: CSV or an Excel workbook (.xlsx)", "ფაილი: CSV ან Excel-ის სამუშაო წიგნი (.xlsx)")),
        )
        .arg(agency(language))
        .args(super::report::period(language))
        .arg(usage::format(language, ["full", "short", "json", "html"]))
        .arg(Arg::new("out").long("out").value_name(word("FILE", "ფაილი")).value_parser(value_parser!(PathBuf)).help(word(
            "Write the result to this file, for example the page of `--format html`",
            "შედეგის ამ ფაილში ჩაწერა, მაგალითად, `--format html`-ის გვერდისა",
        )))
}

/// The option that names an agency.
pub(super) fn agency(language: Language) -> Arg {
    let word = |en, ka| usage::word(language, en, ka);
    Arg::new("agency").long("agency").value_name(word("AGENCY", "უწყება")).help(word(
        "The agency, for example moia; else the file says it, or its name",
        "უწყება, მაგალითად, moia; სხვა შემთხვევაში მას ფაილი ან მისი სახელი უთითებს",
    ))
}

/// Prints what is wrong and whether each file may be sent; exit code 1 if one may not.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let paths: Vec<&PathBuf> = matches.get_many("file").into_iter().flatten().collect();
    let root = root(common, &paths)?;
    let files = disk::plan_and_periods(&root)?;
    let as_of = common.as_of.unwrap_or_else(check::today);
    let mut judged = Vec::new();
    for path in paths {
        judged.push(plan::validate::validate(files.clone(), request(path, matches)?, as_of)?);
    }
    let format = matches.get_one::<String>("format").map_or("full", String::as_str);
    let language = common.language;
    let text = match format {
        "json" => json::render(&judged, language),
        "html" => html::render(&judged, language),
        "short" => judged.iter().map(|file| text::short(file, language)).collect::<Vec<_>>().join("\n"),
        _ => judged.iter().map(|file| text::full(file, language)).collect::<Vec<_>>().join("\n"),
    };
    match matches.get_one::<PathBuf>("out") {
        None => terminal::print(&text)?,
        Some(path) => {
            let mut staged = disk::Staged::default();
            staged.add(path, &path.display().to_string(), &mut std::iter::once(text))?;
            staged.publish()?;
            say_what_was_written(path, &judged, language);
        }
    }
    let errors = judged.iter().any(|file| file.account.levels[0] > 0);
    // The program ends here; taking a large file apart piece by piece would only cost time.
    std::mem::forget(judged);
    Ok(if errors { End::Findings } else { End::Clean })
}

/// Names the file that was written, and answers for each that was judged whether it may be sent.
fn say_what_was_written(path: &Path, judged: &[Validated], language: Language) {
    let path = path.display();
    let mut text = say!("wrote {path}", "ჩაიწერა: {path}").get(language).to_owned();
    for file in judged {
        if let Some(verdict) = text::closing(file).lines().last() {
            text += &format!("\n{}: {}", file.file().path, verdict.get(language));
        }
    }
    terminal::complain(&text);
}

/// The repository with the plan: above the folder, else above the file, else beside the program.
pub(super) fn root(common: &Common, paths: &[&PathBuf]) -> Result<PathBuf> {
    let beside = paths.first().and_then(|path| path.parent()).map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder });
    let found = disk::root(&common.folder);
    if found.is_ok() || common.folder_given {
        return found;
    }
    let others = beside.map(Path::to_path_buf).into_iter().chain(disk::program_folder());
    others.into_iter().find_map(|folder| disk::root(&folder).ok()).map_or(found, Ok)
}

/// A file with what the options say of it.
pub(super) fn request(path: &Path, matches: &ArgMatches) -> Result<Request> {
    let bytes = disk::existing(path)?.ok_or_else(|| {
        let path = path.display();
        failure(say!("there is no file `{path}`", "ფაილი `{path}` არ არსებობს"))
    })?;
    Ok(Request {
        file: File { path: shown(path), bytes },
        agency: matches.get_one("agency").cloned(),
        period: super::report::named(matches).map(str::to_owned),
    })
}

/// The path as it was typed, with `/` between its parts.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string().replace(std::path::MAIN_SEPARATOR, "/")
}
