//! `plan validate` on the file of `tests/validate`: every form against what stands in `expected` there.
//!
//! The file holds what officials get wrong most often, for the adopted plan. `SNAPSHOTS=overwrite` writes what is found; read it as
//! somebody who has never seen the program.

use std::path::{Path, PathBuf};

use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;
use plan::validate::{Request, Validated, html, json, text, validate};

use super::adopted::repository;
use super::expected;

const NAME: &str = "moia-2020.csv";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/validate")
}

pub(super) fn day() -> Date {
    Date::new(2021, 1, 20).unwrap()
}

/// A file judged against the adopted plan.
pub(super) fn judged(name: &str, bytes: impl Into<Vec<u8>>) -> Validated {
    let files = repository().into_iter().filter(|file| file.path.starts_with("plan/") || file.path.ends_with("/report.yaml")).collect();
    let request = Request { file: File { path: name.to_owned(), bytes: bytes.into() }, agency: None, period: None };
    validate(files, request, day()).unwrap()
}

fn faulty() -> Validated {
    judged(NAME, std::fs::read(folder().join(NAME)).unwrap())
}

/// The names of the checks that found something, each once.
pub(super) fn checks(judged: &Validated) -> Vec<&'static str> {
    let mut checks: Vec<&str> = judged.findings().iter().map(|finding| finding.diagnostic.check).collect();
    checks.sort_unstable();
    checks.dedup();
    checks
}

#[test]
fn every_form_is_as_expected() {
    let file = [faulty()];
    let (en, ka) = (Language::EN, Language::KA);
    let documents = [
        ("full.en.txt", text::full(&file[0], en)),
        ("full.ka.txt", text::full(&file[0], ka)),
        ("short.en.txt", text::short(&file[0], en)),
        ("short.ka.txt", text::short(&file[0], ka)),
        ("findings.json", json::render(&file, en)),
        ("page.en.html", html::render(&file, en)),
        ("page.ka.html", html::render(&file, ka)),
    ];
    // The look is tried in a browser.
    let documents = documents.map(|(name, found)| match found.split_once("<style>") {
        None => (name, found),
        Some((before, rest)) => (name, format!("{before}<style>\n…{}", &rest[rest.find("</style>").unwrap()..])),
    });
    expected::hold("tests/validate/expected", documents);
}

#[test]
fn the_usual_faults_are_all_found() {
    assert_eq!(
        checks(&faulty()),
        [
            "activity-not-of-agency",
            "ambiguous-activity",
            "date-not-understood",
            "duplicate-row",
            "formula-in-cell",
            "lost-text",
            "old-font-text",
            "personal-data",
            "row-without-activity",
            "short-row",
            "small-count",
            "unknown-activity",
            "unknown-column",
            "unknown-status",
            "value-of-wrong-kind",
        ]
    );
}

#[test]
fn what_a_row_with_an_error_speaks_of_is_not_missing() {
    let judged = judged("moia-2020.csv", "activity,indicator,value\nN 4.2.2,offences,three\n05.01.2003,,\n4.2.1,mobile-groups,6\n");
    let missing: Vec<&str> = judged.account.missing.iter().map(|ix| judged.plan().activity(*ix).id.as_str()).collect();
    assert!(!missing.contains(&"4.2.2") && !missing.contains(&"4.2.1") && !missing.contains(&"5.1.3") && missing.contains(&"4.2.3"), "{missing:?}");
}

#[test]
fn the_last_line_says_whether_it_may_be_sent() {
    let last = |text: &str| {
        let judged = judged("moia-2020.csv", text);
        let both = [Language::EN, Language::KA].map(|language| text::full(&judged, language).lines().last().unwrap().to_owned());
        both.join(" | ")
    };
    for (rows, said) in [
        ("4.2.1,,6 groups", "The file cannot be sent yet: 1 error. | ფაილის გაგზავნა ჯერ არ შეიძლება: 1 შეცდომა."),
        ("4.2.1,mobile-groups,6", "The file is ready to send: 1 row, no errors. | ფაილი მზად არის გასაგზავნად: 1 სტრიქონი, შეცდომა არ არის."),
        ("4.2.1,,", "There is nothing to send yet: no row is filled in. | გასაგზავნი ჯერ არაფერია: არც ერთი სტრიქონი შევსებული არ არის."),
    ] {
        assert_eq!(last(&format!("activity,indicator,value\n{rows}\n")), said);
    }
    let nil = "activity,value,narrative\nnothing to report,x,No activity was due.\n";
    assert_eq!(
        last(nil),
        "The file is ready to send: it says that there is nothing to report. | ფაილი მზად არის გასაგზავნად: მასში ნულოვანი ანგარიშია."
    );
    assert!(last("").starts_with("The file cannot be sent yet: 1 error."), "{}", last(""));
}

#[test]
fn a_long_row_makes_no_other_row_of_the_page_long() {
    let long = "x;".repeat(5_000);
    let rows = "4.2.1;done\n".repeat(1_500);
    let page = html::render(&[judged("moia.csv", format!("activity;status\n{rows}4.2.2;done;{long}\n"))], Language::EN);
    assert!(page.len() < 2_000_000, "{} bytes", page.len());
}
