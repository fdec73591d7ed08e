//! The secretariat's own words: in the report, in the data, and that no text changes what stands around it.
//!
//! The small repository is `tests/words` over the plan of the checks; the chapters in which it has words stand in `expected` there.

use std::path::Path;

use plan::compile::{Request, documents};
use plan::load::File;
use plan::model::date::Date;
use plan::report::Format;
use proptest::prelude::*;

use super::expected;
use super::harmless::HOSTILE;
use super::page::{Page, place};
use super::repository::files;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn small() -> Vec<File> {
    files(&root().join("tests/checks/base")).into_iter().chain(files(&root().join("tests/words"))).collect()
}

fn report(files: Vec<File>, formats: &[Format]) -> Vec<(String, String)> {
    let mut checked = plan::check(files, Date::new(2021, 3, 1).unwrap());
    let request =
        Request { period: "2020".into(), since: None, formats: formats.to_vec(), as_of: None, stamp: None, public: false, templates: Vec::new() };
    documents(&mut checked, &request).unwrap().iter().map(|document| (document.name.clone(), document.text().to_owned())).collect()
}

/// The chapters of a document, each from its heading to the next one.
fn chapters(text: &str) -> Vec<&str> {
    let mark = if text.starts_with("<!doctype") || text.starts_with("<!DOCTYPE") { "\n<h2 " } else { "\n## " };
    let mut starts: Vec<usize> = text.match_indices(mark).map(|(at, _)| at + 1).collect();
    starts.push(text.len());
    starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
}

#[test]
fn words_stand_in_their_chapters() {
    let wanted = ["introduction", "summary", "situation", "obstacles", "recommendations"];
    let found = report(small(), &[Format::Markdown, Format::Html]).into_iter().map(|(name, text)| {
        let named = |chapter: &&str| wanted.iter().any(|id| place(chapter.lines().next().unwrap(), id).is_some());
        let chapters: Vec<&str> = chapters(&text).into_iter().filter(named).collect();
        assert_eq!(chapters.len(), wanted.len(), "{name}");
        (name, chapters.join("\n"))
    });
    expected::hold("tests/words/expected", found.collect::<Vec<_>>());
}

#[test]
fn a_placed_table_repeats_no_id_and_numbers_run_on() {
    for (name, text) in report(small(), &[Format::Markdown, Format::Html]) {
        if name.ends_with(".html") {
            let page = Page::new(&text);
            let mut ids: Vec<&str> = page.tags.iter().filter_map(|tag| tag.attributes.get("id")).map(String::as_str).collect();
            let all = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), all, "{name}");
            continue;
        }
        let word = if name.contains(".ka.") { "**ცხრილი " } else { "**Table " };
        let numbers = text.split(word).skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_digit()).next().unwrap().parse::<usize>().unwrap());
        let numbers: Vec<usize> = numbers.collect();
        assert_eq!(numbers, (1..=numbers.len()).collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn the_data_hold_the_words_and_what_became_of_recommendations() {
    let found = report(small(), &[Format::Json, Format::Csv]);
    let text = |name: &str| &found.iter().find(|(known, _)| known == name).unwrap().1;
    let json: serde_json::Value = serde_json::from_str(text("report.json")).unwrap();
    let report = &json["report"];
    assert_eq!(report["words"]["situation"]["en"], "Words on the situation.\n");
    assert_eq!(report["recommendations"][0]["id"], "next");
    assert_eq!(report["follow_up"][0]["recorded"][0]["status"], "partially-implemented");
    assert_eq!(report["follow_up"][0]["recorded"][1]["text"]["en"], "The fund does not");
    assert_eq!(report["follow_up"][2], serde_json::json!({"period": "2019", "recommendation": null, "number": 3, "recorded": []}));
    let rows: Vec<&str> = text("data/recommendations.csv").lines().collect();
    assert_eq!(rows.len(), 6);
    assert!(rows[1].starts_with("2019,1,numbers,") && rows[1].contains(",moia;fund,2020-H1,1,partially-implemented,"), "{}", rows[1]);
    assert!(rows[5].starts_with("2020,1,next,"), "{}", rows[5]);
}

/// Both documents of both languages, with this text in the introduction, each cut at the introduction's own heading and at the next one.
fn cut(text: &str) -> Vec<(String, String, String)> {
    let mut files = small();
    files.retain(|file| !file.path.ends_with("/introduction.ka.md"));
    files.push(File { path: "reports/2020/introduction.ka.md".into(), bytes: format!("x\n\n{text}").into_bytes() });
    let found = report(files, &[Format::Markdown, Format::Html]);
    let parts = found.into_iter().map(|(name, text)| {
        let (from, to) = if name.ends_with(".md") {
            ("\n## <a id=\"introduction\">", "\n## <a id=\"summary\">")
        } else {
            ("<h2 id=introduction>", "<h2 id=summary>")
        };
        let (before, rest) = text.split_once(from).unwrap();
        let (inside, after) = rest.split_once(to).unwrap();
        (before.to_owned(), inside.to_owned(), after.to_owned())
    });
    parts.collect()
}

/// Whether nothing but the introduction depends on its text, and the introduction is closed where it ends.
#[track_caller]
fn leaves_the_rest(text: &str, plain: &[(String, String, String)]) {
    for ((before, inside, after), (plain_before, _, plain_after)) in cut(text).iter().zip(plain) {
        assert_eq!(before, plain_before, "{text:?}");
        assert!(after == plain_after, "{text:?} changes what follows");
        if !inside.contains("</h2>") {
            continue;
        }
        let mut open = Vec::new();
        let page = Page::new(&format!("<section><h2>{inside}<h2>"));
        for tag in page.tags.iter().map(|tag| tag.name.as_str()) {
            match tag.strip_prefix('/') {
                // Their ends may be left out.
                _ if ["li", "p", "td", "th", "tr", "tbody", "thead", "caption"].contains(&tag.trim_start_matches('/')) => {}
                Some(name) => assert_eq!(open.pop(), Some(name), "{text:?}\n{inside}"),
                None if matches!(tag, "br" | "hr") => {}
                None => open.push(tag),
            }
        }
        // The section of the introduction is closed, and that of the summary is open, in which its heading stands.
        assert_eq!(open.iter().filter(|tag| **tag != "section").count(), 1, "{text:?}\n{inside}\n{open:?}");
    }
}

#[test]
fn hostile_words_leave_the_rest_of_the_report_as_it_is() {
    let plain = cut("y");
    for text in HOSTILE.iter().filter(|text| !text.contains("{{")) {
        leaves_the_rest(text, &plain);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn any_words_leave_the_rest_of_the_report_as_it_is(text in r"([-+*_#>=:.!()\[\]\\`~$^&<|/@a-z0-9 \t\nა-ჰ]|<!-- |-->|<!-- /section -->|\n<!-- section x -->\n|<!-- implementation -->|\n```\n|\n\n|    |\[\^1\]|<b>|\PC){0,30}") {
        leaves_the_rest(&text, &cut("y"));
    }
}
