//! `plan status` on the small repository of `tests/status`: every form against what stands in `expected` there.
//!
//! In it one agency is complete and in time, one late with errors, one sent a nil return, one two versions, one a file that cannot be
//! read; a group owes an activity, two of its members are in a file of several agencies, the third is silent. `SNAPSHOTS=overwrite`
//! writes what is found.

use std::path::{Path, PathBuf};

use plan::compile::{Refusal, StatusRequest};
use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;
use plan::status::Format;

use super::expected;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/status")
}

pub(super) fn repository() -> Vec<File> {
    super::repository::files(&folder().join("repository"))
}

fn day(text: &str) -> Date {
    Date::from_iso(text).unwrap()
}

fn status_of(files: Vec<File>, period: &str, format: Format, language: Language, as_of: Option<&str>) -> Result<String, Refusal> {
    // The report's style sheet is tried elsewhere.
    let templates = vec![("style.css".to_owned(), String::new())];
    let as_of = as_of.map(day);
    let request = StatusRequest { period: period.to_owned(), format, language, as_of, templates };
    plan::compile::status(&mut plan::check(files, day("2020-12-31")), &request)
}

fn status(format: Format, language: Language, as_of: Option<&str>) -> String {
    status_of(repository(), "2020", format, language, as_of).unwrap()
}

#[test]
fn every_form_is_as_expected() {
    let (en, ka) = (Language::EN, Language::KA);
    let documents = [
        ("en.txt", status(Format::Text, en, None)),
        ("ka.txt", status(Format::Text, ka, Some("2021-02-20"))),
        ("en.md", status(Format::Markdown, en, Some("2021-01-31"))),
        ("ka.md", status(Format::Markdown, ka, None)),
        ("status.json", status(Format::Json, en, Some("2021-02-20"))),
        ("en.html", status(Format::Html, en, None)),
        ("ka.html", status(Format::Html, ka, Some("2021-02-01"))),
    ];
    expected::hold("tests/status/expected", documents);
}

#[test]
fn lines_of_the_terminal_fit_into_eighty_columns() {
    for language in [Language::EN, Language::KA] {
        for line in status(Format::Text, language, Some("2021-02-20")).lines() {
            assert!(line.chars().count() <= 80 && line.trim_end() == line, "{line}");
        }
    }
}

#[test]
fn the_document_is_the_same_in_every_language() {
    assert_eq!(status(Format::Json, Language::EN, None), status(Format::Json, Language::KA, None));
}

#[test]
fn nothing_but_a_given_day_says_how_late_somebody_is() {
    assert!(!status(Format::Text, Language::EN, None).contains("overdue"));
    assert!(status(Format::Text, Language::EN, Some("2021-02-02")).contains("(overdue by 1 day on 2 February 2021)"));
    assert!(status(Format::Text, Language::EN, Some("2021-02-01")).contains("(1 February 2021 is the last day for sending)"));
    assert!(status(Format::Text, Language::EN, Some("2021-01-30")).contains("(2 days left on 30 January 2021)"));
}

#[test]
fn that_nobody_has_sent_is_an_answer() {
    let plan_alone: Vec<File> = repository().into_iter().filter(|file| file.path.starts_with("plan/")).collect();
    let text = status_of(plan_alone, "2020", Format::Text, Language::EN, None).unwrap();
    assert!(text.contains("\nNobody has sent anything.\n"), "{text}");
    assert!(text.contains("\nHave not sent: 9\n"), "{text}");
    let last = "\n0 of 10 agencies sent (of those that lead an activity 0 of 9), 0 in time, 0 with\nerrors.\n";
    assert!(text.ends_with(last), "{text}");
}

#[test]
fn a_broken_plan_and_no_period_are_refused() {
    let refused = status_of(repository(), "2020-H5", Format::Text, Language::EN, None).unwrap_err();
    assert!(refused.0.en.starts_with("`2020-H5` is not a reporting period"), "{refused}");
    let mut files = repository();
    files.iter_mut().find(|file| file.path == "plan/agencies.yaml").unwrap().bytes = b"agencies: []\n".into();
    let refused = status_of(files, "2020", Format::Json, Language::EN, None).unwrap_err();
    assert!(refused.0.en.contains("`plan check` shows them"), "{refused}");
}
