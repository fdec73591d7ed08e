//! `plan explain`: the documentation of a check, or the list of all.

use clap::{Arg, ArgMatches, Command};
use plan::checks::{self, About, CHECKS, Check};
use plan::model::text::{Language, nearest};
use plan::say;

use super::failure::{Result, failure};
use super::{Common, End, terminal, usage};

/// The command and its arguments.
pub(super) fn command(language: Language) -> Command {
    let word = |en, ka| usage::word(language, en, ka);
    Command::new("explain").about(word("Explain a check, or list all of them", "შემოწმების წესის ახსნა ან ყველა წესის სია")).arg(
        Arg::new("check")
            .value_name(word("CHECK", "წესი"))
            .help(word("Name of a check, as it stands in brackets after a message", "წესის სახელი, როგორც შეტყობინებაში კვადრატულ ფრჩხილებში წერია")),
    )
}

/// Prints the documentation.
pub(super) fn run(matches: &ArgMatches, common: &Common) -> Result<End> {
    let text = match matches.get_one::<String>("check") {
        None => list(common.language),
        Some(name) => {
            let check = checks::find(name).ok_or_else(|| unknown(name))?;
            format!("# {}\n\n{}\n", check.name, documentation(check, common.language))
        }
    };
    terminal::print(&text)?;
    Ok(End::Clean)
}

fn documentation(check: &Check, language: Language) -> String {
    if language == Language::KA {
        return check.georgian.trim().to_owned();
    }
    let lines = check.english.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

fn list(language: Language) -> String {
    let mut text = String::new();
    let width = CHECKS.iter().map(|check| check.name.len()).max().unwrap_or(0);
    for (about, heading) in [
        (About::Files, say!("Files", "ფაილები")),
        (About::Plan, say!("The plan", "გეგმა")),
        (About::Submissions, say!("What agencies send", "უწყებების მოწოდებული ინფორმაცია")),
        (About::Edition, say!("The edition for the public", "საჯარო გამოცემა")),
        (About::Waivers, say!("Waivers", "დაშვებული გამონაკლისები")),
    ] {
        text.push_str(&format!("{}\n", heading.get(language)));
        for check in CHECKS.iter().filter(|check| check.about == about) {
            let documentation = documentation(check, language);
            let summary = documentation.lines().next().unwrap_or_default().to_owned();
            text.push_str(&format!("  {:width$}  {}: {summary}\n", check.name, check.level.word(language)));
        }
        text.push('\n');
    }
    text
}

fn unknown(name: &str) -> anyhow::Error {
    match nearest(name, CHECKS.iter().map(|check| check.name)) {
        Some(meant) => {
            failure(say!("there is no check `{name}`; did you mean `{meant}`?", "წესი `{name}` არ არსებობს; ხომ არ გულისხმობდით `{meant}`-ს?"))
        }
        None => {
            failure(say!("there is no check `{name}`; `plan explain` lists all", "წესი `{name}` არ არსებობს; სრულ სიას `plan explain` გიჩვენებთ"))
        }
    }
}
