//! The README: its transcripts are run, its table of columns is that of the program.

use std::path::{Path, PathBuf};
use std::process::Command;

use plan::model::column::COLUMNS;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

/// The output of a command line that begins with `plan`, run in the repository.
fn output(line: &str) -> String {
    let arguments: Vec<&str> = line.split_whitespace().skip(1).collect();
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(arguments).current_dir(PathBuf::from(env!("CARGO_MANIFEST_DIR"))).env("LANG", "C").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    let done = command.output().unwrap();
    String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap()
}

/// Whether a text is the expected one, in which a line `...` stands for any lines.
fn fits(expected: &[&str], found: &[&str]) -> bool {
    match expected.split_first() {
        None => found.is_empty(),
        Some((&"...", rest)) => (0..=found.len()).any(|skip| fits(rest, &found[skip..])),
        Some((line, rest)) => found.first() == Some(line) && fits(rest, &found[1..]),
    }
}

#[test]
fn transcripts_are_true() {
    let text = readme();
    let mut commands = 0;
    for block in text.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap();
        for step in block.split("$ ").skip(1) {
            let (line, expected) = step.split_once('\n').unwrap_or((step, ""));
            let found = output(line);
            let (expected, found_lines): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
            assert!(fits(&expected, &found_lines), "`{line}` printed:\n{found}");
            commands += 1;
        }
    }
    assert!(commands >= 4, "the README shows {commands} commands");
}

#[test]
fn the_table_of_columns_is_the_programs() {
    let mut table = String::from("| column | Georgian heading | meaning | example |\n| --- | --- | --- | --- |\n");
    for column in COLUMNS {
        let languages = if column.per_language { " (`_ka`, `_en`)" } else { "" };
        table.push_str(&format!("| `{}`{languages} | {} | {} | `{}` |\n", column.heading, column.georgian[0], column.means, column.example));
    }
    let text = readme();
    let (before, rest) = text.split_once("<!-- columns -->\n").unwrap();
    let (_, after) = rest.split_once("<!-- /columns -->").unwrap();
    let wanted = format!("{before}<!-- columns -->\n\n{table}\n<!-- /columns -->{after}");
    if text != wanted && std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), &wanted).unwrap();
        return;
    }
    assert_eq!(text, wanted, "SNAPSHOTS=overwrite writes the table");
}
