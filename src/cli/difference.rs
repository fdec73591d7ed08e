//! `plan diff-report`: what differs between two compiled reports. It answers a question, so exit code 1 is never its answer.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use plan::difference::{self, Document, Format};
use plan::model::text::Language as Code;
use plan::report::language::Language;
use plan::say;

use super::failure::{Result, failure};
use super::{Common, End, disk, terminal, usage, validate};

/// The command and its arguments.
pub(super) fn command(language: Code) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    let file = |id, name, help| Arg::new(id).value_name(name).required(true).value_parser(value_parser!(PathBuf)).help(help);
    Command::new("diff-report")
        .about(word(
            "Say what differs between two compiled reports; ends with 0 whatever the answer",
            "რით განსხვავდება ორი შედგენილი ანგარიში; დასრულების კოდი 0-ია, როგორიც უნდა იყოს პასუხი",
        ))
        .arg(file(
            "first",
            word("FIRST", "პირველი"),
            word(
                "The earlier report: JSON from `plan report --format json` or `plan export --year`",
                "პირველი ანგარიში: `plan report --format json` ან `plan export --year` ბრძანებით შექმნილი JSON-ფაილი",
            ),
        ))
        .arg(file(
            "second",
            word("SECOND", "მეორე"),
            word("The later report: another year, or another version", "მეორე ანგარიში: სხვა წლის ან იმავე ანგარიშის სხვა ვერსია"),
        ))
        .arg(usage::format(language, Format::ALL.map(|(name, _)| name)))
}

/// Prints what differs.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let wanted = matches.get_one::<String>("format").map_or("", String::as_str);
    let format = Format::ALL.iter().find(|(known, _)| *known == wanted).map_or(Format::Text, |(_, format)| *format);
    let document = |id: &str| read(matches.get_one::<PathBuf>(id).map_or(Path::new(""), PathBuf::as_path), common);
    let (first, second) = (document("first")?, document("second")?);
    let found = difference::build(&first, &second);
    let language = || Language::load(common.language, None).map_err(|error| anyhow::Error::msg(error.message));
    terminal::print(&match format {
        Format::Text => difference::text(&found, &language()?),
        Format::Markdown => difference::markdown(&found, &language()?),
        Format::Json => difference::json(&found)?,
    })?;
    Ok(End::Clean)
}

fn read(path: &Path, common: &Common) -> Result<Document> {
    let shown = validate::shown(path);
    let path = if common.folder_given { common.folder.join(path) } else { path.to_path_buf() };
    let bytes = disk::existing(&path)?;
    let bytes = bytes.ok_or_else(|| failure(say!("there is no file `{shown}`", "ფაილი `{shown}` არ არსებობს")))?;
    difference::read(&shown, &bytes).map_err(failure)
}
