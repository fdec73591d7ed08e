//! `plan fix`: an agency's file, repaired where the repair is certain, as a file of its own.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use plan::fix::{self, Fixed, text};
use plan::model::text::Language;
use plan::say;

use super::failure::{Result, failure};
use super::{Common, End, check, disk, report, terminal, usage, validate};

/// The command and its arguments.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    Command::new("fix")
        .about(word(
            "Repair an agency's file where the repair is certain, and list what was changed",
            "უწყების ფაილის შესწორება, სადაც ეს უეჭველია, და ცვლილებების ჩამონათვალი",
        ))
        .arg(
            Arg::new("file")
                .value_name(word("FILE", "ფაილი"))
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(word("The file: CSV or an Excel workbook (.xlsx)", "ფაილი: CSV ან Excel-ის სამუშაო წიგნი (.xlsx)")),
        )
        .arg(validate::agency(language))
        .args(report::period(language))
        .arg(Arg::new("out").long("out").value_name(word("FILE", "ფაილი")).value_parser(value_parser!(PathBuf)).help(word(
            "Write to this file, even if it exists, instead of <name>.fixed.csv beside the file",
            "ფაილის გვერდით <სახელი>.fixed.csv-ის ნაცვლად ამ ფაილში ჩაწერა, თუნდაც ის უკვე არსებობდეს",
        )))
        .arg(
            Arg::new("in-place")
                .long("in-place")
                .action(ArgAction::SetTrue)
                .conflicts_with("out")
                .help(word("Overwrite the file itself; only a CSV file", "თვით ამ ფაილის თავზე გადაწერა; მხოლოდ CSV-ფაილისთვის")),
        )
}

/// Writes the repaired file and prints what was changed and what is left; exit code 1 if errors are.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let Some(path) = matches.get_one::<PathBuf>("file") else { return Ok(End::Clean) };
    let root = validate::root(common, &[path])?;
    let request = validate::request(path, matches)?;
    let typed = request.file.bytes.clone();
    let out = place(path, matches)?;
    let mut fixed = fix::fix(disk::plan_and_periods(&root)?, request, common.as_of.unwrap_or_else(check::today))?;
    let in_place = matches.get_flag("in-place");
    if in_place && fixed.is_workbook {
        return Err(failure(say!(
            "a workbook is not overwritten: leave out `--in-place`, and a CSV file is written beside it",
            "სამუშაო წიგნის თავზე გადაწერა არ შეიძლება: `--in-place`-ის გარეშე CSV-ფაილი მის გვერდით ჩაიწერება"
        )));
    }
    let shown = validate::shown(&out);
    let nothing = fixed.bytes == typed && !matches.contains_id("out");
    fixed.call(&if nothing { validate::shown(path) } else { shown.clone() });
    if !nothing {
        write(&out, &shown, &fixed)?;
    }
    let done = if nothing {
        say!("Nothing to repair; no file was written.", "შესასწორებელი არაფერია; ფაილი არ ჩაწერილა.")
    } else {
        say!("Written: `{shown}`", "ჩაწერილია: `{shown}`")
    };
    terminal::print(&format!("{}\n{}", done.get(common.language), text::render(&fixed, common.language)))?;
    Ok(if fixed.left.account.levels[0] > 0 { End::Findings } else { End::Clean })
}

/// Where the repaired file goes: never over a file that nobody named.
fn place(path: &Path, matches: &ArgMatches) -> Result<PathBuf> {
    if matches.get_flag("in-place") {
        return Ok(path.to_path_buf());
    }
    match matches.get_one::<PathBuf>("out") {
        Some(out) if disk::are_one(out, path) => Err(failure(say!(
            "`{shown}` is the file itself; to overwrite it, write `--in-place`",
            "`{shown}` თვით ეს ფაილია; თავზე გადასაწერად მიუთითეთ `--in-place`",
            shown = out.display()
        ))),
        Some(out) => Ok(out.clone()),
        None => {
            let out = PathBuf::from(fix::name(&validate::shown(path)));
            if !disk::is_there(&out) {
                return Ok(out);
            }
            Err(failure(say!(
                "`{shown}` exists already; delete it, or name a file with `--out`",
                "`{shown}` უკვე არსებობს; წაშალეთ ის ან ფაილი პარამეტრით `--out` მიუთითეთ",
                shown = out.display()
            )))
        }
    }
}

fn write(out: &Path, shown: &str, fixed: &Fixed) -> Result<()> {
    let mut staged = disk::Staged::default();
    staged.add(out, shown, &mut std::iter::once(&fixed.bytes))?;
    staged.publish()
}
