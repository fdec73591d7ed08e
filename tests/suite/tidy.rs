//! Rules about the code itself: layers, sizes, headings of modules, names, the top level of the repository.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The layers of the library, lowest first, and which modules each may use besides itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("source", &[]),
    ("spreadsheet", &[]),
    ("parallel", &[]),
    ("checksum", &["source"]),
    ("place", &["source"]),
    ("problem", &["place", "source"]),
    ("model", &["place", "source"]),
    ("parse", &["place", "problem", "source"]),
    ("diagnostic", &["model", "parse", "place", "source"]),
    ("load", &["checksum", "model", "parallel", "parse", "place", "problem", "source", "spreadsheet"]),
    ("disclosure", &["model"]),
    ("merge", &["model", "parallel", "place", "source"]),
    ("report", &["checksum", "merge", "model", "parallel", "place", "source"]),
    // Of the report only what it makes of the secretariat's Markdown, so that a finding says what is shown.
    ("checks", &["diagnostic", "disclosure", "model", "parse", "place", "problem", "report", "source"]),
    ("status", &["diagnostic", "merge", "model", "report", "source"]),
    ("difference", &["diagnostic", "model", "report", "status"]),
    // Of the report only the words of periods and numbers, so that a form and a report say them alike.
    ("form", &["diagnostic", "merge", "model", "place", "report", "source", "spreadsheet"]),
];

/// Crates that only one file, or one folder, may use; those that stand here twice have two homes.
const CRATES: &[(&str, &str)] = &[
    ("granit_parser", "src/parse/yaml.rs"),
    ("chrono", "src/model/date.rs"),
    ("annotate_snippets", "src/diagnostic/full.rs"),
    ("sha2", "src/checksum.rs"),
    ("base64", "src/checksum.rs"),
    ("rayon", "src/parallel.rs"),
    ("mimalloc", "src/main.rs"),
    ("comrak", "src/report/html/"),
    // The same tree becomes another form.
    ("comrak", "src/report/docx/"),
    ("minijinja", "src/report/template/"),
    ("calamine", "src/parse/workbook.rs"),
    ("rust_xlsxwriter", "src/form/workbook.rs"),
    ("rust_xlsxwriter", "src/report/workbook.rs"),
    ("zip", "src/report/docx/package.rs"),
    // By its path from the root, for `parse::csv` is the name of our own reader.
    (" ::csv", "src/report/package/csv.rs"),
    ("serde_yaml", "src/report/language.rs"),
    ("strsim", "src/model/text.rs"),
    ("unicode_normalization", "src/model/text.rs"),
];

const LONGEST: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below a folder with an ending, as paths relative to the repository's root.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
                found.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The code of the program without its unit tests, which may use what they like.
fn code() -> Vec<(String, String)> {
    let tests = ["hostile.rs", "rules.rs", "testing.rs", "tests.rs", "properties.rs"];
    let program = files("src", ".rs")
        .into_iter()
        .filter(|(path, _)| !path.contains("/testing/") && !tests.iter().any(|name| path.ends_with(&format!("/{name}"))));
    program.map(|(path, text)| (path, text.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned())).collect()
}

#[test]
fn imports_point_one_way() {
    for (path, text) in code() {
        let Some(module) = path.strip_prefix("src/").and_then(|path| path.split(['/', '.']).next()) else { continue };
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else {
            assert!(
                matches!(module, "lib" | "main" | "cli" | "compile" | "validate" | "fix"),
                "{path}: name the layer of `{module}` in tests/suite/tidy.rs"
            );
            continue;
        };
        for used in text.split("crate::").skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap()) {
            let known = LAYERS.iter().any(|(name, _)| *name == used);
            assert!(!known || used == module || allowed.contains(&used), "{path} may not use crate::{used}");
        }
    }
}

#[test]
fn the_library_does_no_input_or_output() {
    for (path, text) in code().into_iter().filter(|(path, _)| !path.starts_with("src/cli/") && path != "src/main.rs") {
        // A workbook is read from memory and a Word document written to it, both through what is made for files.
        let text = match path.as_str() {
            "src/parse/workbook.rs" => text.replace("std::io::Cursor", ""),
            "src/report/docx/package.rs" => text.replace("std::io::{Cursor, Write}", ""),
            _ => text,
        };
        for word in ["std::fs", "std::env", "std::io", "std::net", "std::process", "std::thread", "std::time", "println!", "SystemTime"] {
            assert!(!text.contains(word), "{path} uses {word}");
        }
    }
}

#[test]
fn a_crate_has_one_home() {
    for (path, text) in code() {
        for (name, home) in CRATES {
            let used = text.lines().any(|line| {
                let code = line.split("//").next().unwrap();
                code.contains(&format!("{name}::"))
            });
            let today = *name == "chrono" && path == "src/cli/check.rs";
            let at_home = CRATES.iter().any(|(other, home)| other == name && path.starts_with(home));
            assert!(!used || at_home || today, "{path} uses {name}, whose home is {home}");
        }
    }
}

#[test]
fn files_are_small_and_say_what_they_hold() {
    for (path, text) in files("src", ".rs").into_iter().chain(files("tests", ".rs")) {
        assert!(text.starts_with("//! "), "{path} does not begin with what it holds (`//! …`)");
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{path} has {lines} lines; split it by what it owns");
        let name = path.rsplit('/').next().unwrap();
        assert!(!["utils.rs", "common.rs", "helpers.rs", "misc.rs"].contains(&name), "{path}: name it after what it holds");
    }
}

#[test]
fn user_data_meets_no_unwrap() {
    for (path, text) in code() {
        for word in [".unwrap()", ".expect(", "todo!(", "unimplemented!(", "panic!("] {
            assert!(!text.contains(word), "{path} uses {word}");
        }
    }
}

#[test]
fn every_test_file_runs() {
    let suite = std::fs::read_to_string(root().join("tests/suite.rs")).unwrap();
    for (path, _) in files("tests/suite", ".rs") {
        let name = Path::new(&path).file_stem().unwrap().to_string_lossy().into_owned();
        assert!(suite.contains(&format!("mod {name};")), "tests/suite.rs forgets {path}");
    }
}

#[test]
fn the_top_level_is_as_agreed() {
    let agreed: BTreeSet<&str> = ["Cargo.toml", "Cargo.lock", "README.md", "src", "plan", "reports", "templates", "tests", "target"].into();
    for entry in std::fs::read_dir(root()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(name.starts_with('.') || agreed.contains(name.as_str()), "{name} does not belong at the top level");
    }
}
