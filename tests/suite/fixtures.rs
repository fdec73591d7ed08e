//! Fixtures: Markdown files with the files of a small repository in fenced blocks and the findings expected.
//!
//! A fixture has cases, each under a heading `## …`. A block with an info string such as `yaml plan/goals/1.yaml` is a file
//! of the case (`csv reports/2020/submissions/a.csv escaped` reads `\r`, `\0`, `\xFF` and `\u{a0}`; with `missing` the
//! file is not there); `xlsx reports/2020/submissions/a.xlsx` is a workbook, its sheets each under a line `[name]` with rows as CSV,
//! where `n:5.1` is a number, `p:0.45` a number shown as a percentage and `d:2010-01-02` a day; files that a case does not give are those of `tests/checks/base`. A block `text short`, `text full` or `text ka` holds the findings in that form.
//! `SNAPSHOTS=overwrite` writes what is found into the fixtures.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use plan::checks::{About, CHECKS};
use plan::compile::{Refusal, Request, differs_from_earlier, earlier_editions};
use plan::diagnostic::full::Style;
use plan::diagnostic::{Diagnostic, Located, full, short};
use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;
use plan::parse::locate::Locator;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks")
}

#[test]
fn fixtures_hold() {
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let mut wrong = String::new();
    for path in fixture_files() {
        let text = std::fs::read_to_string(&path).unwrap();
        let found = rewritten(&text, &path);
        if found == text {
            continue;
        }
        if overwrite {
            std::fs::write(&path, found).unwrap();
        } else {
            let _ = writeln!(wrong, "{}:\n{}", path.display(), difference(&text, &found));
        }
    }
    assert!(wrong.is_empty(), "findings differ (SNAPSHOTS=overwrite accepts them):\n{wrong}");
}

#[test]
fn every_check_has_a_fixture() {
    for check in CHECKS {
        let path = folder().join(format!("{}.md", check.name));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("write tests/checks/{}.md", check.name));
        assert!(text.contains(&format!("[{}]", check.name)), "tests/checks/{}.md never shows the check's finding", check.name);
        assert!(text.contains("```text ka"), "tests/checks/{}.md never shows the finding in Georgian", check.name);
    }
    for path in fixture_files() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        assert!(plan::checks::find(&name).is_some(), "tests/checks/{name}.md is the fixture of no check");
    }
}

fn fixture_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.sort();
    files
}

/// A fenced block: its info string and its lines.
struct Block {
    info: String,
    body: String,
}

/// The fixture with its expectations replaced by what is found.
fn rewritten(text: &str, path: &Path) -> String {
    let mut out = String::new();
    for (at, case) in text.split("\n## ").enumerate() {
        if at > 0 {
            out.push_str("\n## ");
        }
        out.push_str(&rewritten_case(case, path));
    }
    out
}

fn rewritten_case(case: &str, path: &Path) -> String {
    let blocks = blocks(case);
    let mut files = base();
    for Block { info, body } in &blocks {
        let mut words = info.split_whitespace().skip(1);
        let Some(name) = words.next().filter(|name| name.contains('/')) else { continue };
        let how = words.next();
        let bytes = match how {
            Some("escaped") => unescaped(body),
            _ if name.ends_with(".xlsx") => super::workbook::of_text(body),
            _ => body.clone().into_bytes(),
        };
        files.retain(|file| file.path != name);
        if how == Some("missing") {
            continue;
        }
        files.push(File { path: name.to_owned(), bytes });
    }
    if !blocks.iter().any(|block| block.info.starts_with("text ")) {
        return case.to_owned();
    }
    let as_of = Date::new(2021, 3, 1).unwrap();
    let (editions, files): (Vec<File>, Vec<File>) = files.into_iter().partition(|file| file.path.ends_with("/public/report.json"));
    let mut checked = plan::check(files, as_of);
    if plan::checks::find(&path.file_stem().unwrap().to_string_lossy()).is_some_and(|check| check.about == About::Edition) {
        checked.findings = told(&mut checked, editions);
    }
    let sources = &checked.loaded.sources;
    let mut locator = Locator::new(sources);
    for finding in &checked.findings {
        let others = finding.diagnostic.others.iter().map(|label| &label.place);
        for place in std::iter::once(&finding.diagnostic.primary.place).chain(others) {
            assert!(locator.resolves(place), "{}: the place of {} does not exist: {place:?}", path.display(), finding.diagnostic.check);
        }
    }
    checked.findings.iter().for_each(|finding| speaks_both_languages(&finding.diagnostic, path));
    let waived = checked.findings.iter().filter(|finding| finding.waived.is_some()).count();
    let open: Vec<_> = checked.findings.into_iter().filter(|finding| finding.waived.is_none()).collect();
    let style = Style { colour: false, width: 140 };
    let mut out = String::new();
    let mut rest = case;
    for block in blocks.iter().filter(|block| block.info.starts_with("text ")) {
        let mut found = match block.info.as_str() {
            "text short" => short::render(&open, sources, Language::EN),
            "text ka" => full::render(&open, sources, Language::KA, style),
            _ => full::render(&open, sources, Language::EN, style),
        };
        if waived > 0 && block.info == "text short" {
            let _ = writeln!(found, "waived: {waived}");
        }
        let found = found.trim_end();
        let found = if found.is_empty() { "nothing" } else { found };
        let start = format!("```{}\n", block.info);
        let at = rest.find(&start).unwrap() + start.len();
        out.push_str(&rest[..at]);
        out.push_str(found);
        out.push('\n');
        let end = at + rest[at..].find("```").unwrap();
        rest = &rest[end..];
    }
    out + rest
}

/// What is found about the edition of 2020 for the public, with others that are out.
fn told(checked: &mut plan::Checked, editions: Vec<File>) -> Vec<Located> {
    let request = Request { period: "2020".into(), since: None, formats: Vec::new(), as_of: None, stamp: None, public: true, templates: Vec::new() };
    let mut told = plan::compile::report(checked, &request, &mut |_, _| Ok::<(), Refusal>(())).unwrap().told;
    told.extend(differs_from_earlier(checked, "2020", &earlier_editions(editions).unwrap(), None));
    told
}

/// Every wording of a finding says something in English and in Georgian.
fn speaks_both_languages(finding: &Diagnostic, path: &Path) {
    let georgian = |text: &str| text.chars().any(|c| ('ა'..='ჰ').contains(&c));
    let labels =
        finding.others.iter().map(|label| &label.text).chain([&finding.primary.text]).filter(|text| !text.en.is_empty() || !text.ka.is_empty());
    for wording in labels.chain([&finding.message]).chain(&finding.notes).chain(&finding.help) {
        // A label may hold a bare id.
        let words = wording.en.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).count();
        assert!(!wording.en.is_empty() && !wording.ka.is_empty(), "{}: {wording:?} lacks a language", path.display());
        assert!(words < 2 || georgian(&wording.ka), "{}: {wording:?} is not in Georgian", path.display());
        let (en, ka) = (without_quotations(&wording.en), without_quotations(&wording.ka));
        assert!(!georgian(&en) || en == ka, "{}: {wording:?} is not in English", path.display());
    }
}

/// What the program itself says in a sentence, without what it quotes from files.
fn without_quotations(text: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for c in text.chars() {
        match c {
            '"' | '`' => quoted = !quoted,
            '„' | '(' | '–' => quoted = true,
            '“' | ')' => quoted = false,
            _ if quoted => {}
            _ => out.push(c),
        }
    }
    out
}

fn blocks(case: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = case.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```") else { continue };
        let body: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
        let body = body.iter().map(|line| format!("{line}\n")).collect();
        blocks.push(Block { info: info.to_owned(), body });
    }
    blocks
}

fn base() -> Vec<File> {
    super::repository::files(&folder().join("base"))
}

/// A backslash at the very end takes the last line break away.
fn unescaped(text: &str) -> Vec<u8> {
    let text = text.strip_suffix("\\\n").unwrap_or(text);
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend_from_slice(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        let (value, used): (Vec<u8>, usize) = match rest.as_bytes()[0] {
            b'r' => (vec![b'\r'], 1),
            b'n' => (vec![b'\n'], 1),
            b't' => (vec![b'\t'], 1),
            b'0' => (vec![0], 1),
            b'x' => (vec![u8::from_str_radix(&rest[1..3], 16).unwrap()], 3),
            b'u' => {
                let end = rest.find('}').unwrap();
                let character = char::from_u32(u32::from_str_radix(&rest[2..end], 16).unwrap()).unwrap();
                (character.to_string().into_bytes(), end + 1)
            }
            _ => (vec![b'\\'], 0),
        };
        bytes.extend(value);
        rest = &rest[used..];
    }
    bytes.extend_from_slice(rest.as_bytes());
    bytes
}

fn difference(expected: &str, found: &str) -> String {
    let mut out = String::new();
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    for line in expected.iter().filter(|line| !found.contains(line)) {
        let _ = writeln!(out, "  - {line}");
    }
    for line in found.iter().filter(|line| !expected.contains(line)) {
        let _ = writeln!(out, "  + {line}");
    }
    out
}
