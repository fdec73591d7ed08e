//! `plan validate` on any bytes whatever: it never panics, and every form can be written.

use std::sync::LazyLock;

use plan::load::File;
use plan::model::text::Language;
use plan::validate::{Request, Validated, html, json, text, validate};
use proptest::prelude::*;

use super::validate::day;
use super::workbook;

/// The small plan of the fixtures.
const PLAN: [(&str, &str); 3] = [
    ("plan/plan.yaml", include_str!("../checks/base/plan/plan.yaml")),
    ("plan/agencies.yaml", include_str!("../checks/base/plan/agencies.yaml")),
    ("plan/goals/1.yaml", include_str!("../checks/base/plan/goals/1.yaml")),
];

/// Real submissions, and the file with the usual faults.
const SENT: [&str; 4] = [
    include_str!("../../reports/2020/submissions/moia.csv"),
    include_str!("../../reports/2020/submissions/fund.csv"),
    include_str!("../../reports/2020/submissions/psda.csv"),
    include_str!("../validate/moia-2020.csv"),
];

/// Workbooks with a guide, odd cells, a hidden sheet.
static BOOKS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    [
        "[Guide]\nHow to fill in\n[Report]\nactivity,indicator,value,sex,narrative\n1.1.1,participants,n:24,female,\"Held, twice\"\n",
        "[One]\n\n,,\nactivity,,value\nn:1.11,x,p:0.45\nd:2010-01-02,e:,=1+1\n[Lists hidden]\ndone\n",
    ]
    .map(workbook::of_text)
});

fn judged(name: &str, bytes: Vec<u8>) -> Validated {
    let files = PLAN.map(|(path, text)| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }).into();
    let request = Request { file: File { path: name.to_owned(), bytes }, agency: None, period: None };
    validate(files, request, day()).unwrap()
}

/// Judges, writes every form in both languages, and looks whether they agree.
fn shown(name: &str, bytes: Vec<u8>) -> Result<(), TestCaseError> {
    let judged = [judged(name, bytes)];
    let account = &judged[0].account;
    prop_assert_eq!(account.rows, account.accepted + account.set_aside);
    prop_assert!(!account.is_ready() || account.levels[0] == 0);
    for finding in judged[0].findings() {
        let text = &judged[0].checked.loaded.sources.get(finding.span.source).text;
        prop_assert!(text.get(finding.span.bytes.clone()).is_some(), "{:?} is no place", finding.span.bytes);
    }
    for language in [Language::EN, Language::KA] {
        let closing = text::closing(&judged[0]).get(language);
        let (full, short) = (text::full(&judged[0], language), text::short(&judged[0], language));
        prop_assert!(full.ends_with(&closing) && short.ends_with(&closing));
        prop_assert_eq!(short.lines().count(), judged[0].findings().len() + closing.lines().count());
        let acts = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        prop_assert!(!full.contains(acts), "{}", full);
        let document: serde_json::Value = serde_json::from_str(&json::render(&judged, language)).unwrap();
        prop_assert_eq!(document["files"][0]["findings"].as_array().map(Vec::len), Some(judged[0].findings().len()));
        let page = html::render(&judged, language);
        let body = page.split_once("<body>").unwrap().1;
        prop_assert!(!body.contains("<script") && !body.contains(acts));
        links_lead_somewhere(body)?;
    }
    Ok(())
}

/// Every link of the page has its target, and only one.
fn links_lead_somewhere(body: &str) -> Result<(), TestCaseError> {
    let values = |before: &str| -> Vec<String> { body.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect() };
    let mut ids = values(" id=\"");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    prop_assert_eq!(ids.len(), count, "an id stands twice");
    for target in values("href=\"#") {
        prop_assert!(ids.binary_search(&target).is_ok(), "nothing has the id {}", target);
    }
    Ok(())
}

/// What tables and their faults are made of.
fn soup() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "activity",
        "indicator",
        "status",
        "value",
        "narrative",
        "agency",
        "period",
        "sex",
        "საქმიანობა",
        "მაჩვენებელი",
        "სტატუსი",
        "1.1.1",
        "participants",
        "moia",
        "fund",
        "2020",
        "implemented",
        "nothing to report",
        "x",
        "24",
        "1,250",
        "45%",
        "<5",
        "N/A",
        "02.01.2010",
        "03/04/2020",
        "sep=;\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        ";",
        ",",
        "\t",
        ";;;;",
        "\"",
        "\"\"",
        "\"\n",
        "=1+1",
        "_x000D_",
        "#REF!",
        "599123456",
        "01001012345",
        "a@b.ge",
        "mimdinareobs",
        "????",
        "\0",
        "\u{feff}",
        "\u{202e}",
        "\u{a0}",
        "e\u{301}",
        "😀",
        "<script>",
        "https://a.ge",
        "javascript:alert(1)",
        "N 1.1.1",
        "№",
        "'",
        "PK\u{3}\u{4}",
        "<html>",
    ];
    prop::collection::vec(prop::sample::select(words.to_vec()), 0..50).prop_map(|words| words.concat().into_bytes())
}

/// A table with known headings and any cells below.
fn table() -> impl Strategy<Value = Vec<u8>> {
    let heads = ["activity", "indicator", "status", "value", "narrative", "sex", "evidence", "expected", "agency", "period", "odd", ""];
    let heads = prop::collection::vec(prop::sample::select(heads.to_vec()), 1..9);
    let rows = prop::collection::vec(prop::collection::vec("1\\.1\\.1|participants|[0-9]{1,4}|<5|fund|[ა-ჰ ]{0,9}|\"|\\PC{0,6}", 0..10), 0..12);
    (heads, rows, prop::sample::select(vec![",", ";", "\t"])).prop_map(|(heads, rows, separator)| {
        let lines: Vec<String> = std::iter::once(heads.join(separator)).chain(rows.iter().map(|row| row.join(separator))).collect();
        lines.join("\n").into_bytes()
    })
}

/// These bytes with a few stretches replaced, doubled or lost.
fn mutated(bytes: impl Strategy<Value = Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let by = prop_oneof![soup(), prop::collection::vec(any::<u8>(), 0..12)];
    (bytes, prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, by), 1..4)).prop_map(|(mut bytes, cuts)| {
        for (at, length, by) in cuts {
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, by);
        }
        bytes
    })
}

/// The first rows of a real submission, so that a case stays quick.
fn sent() -> impl Strategy<Value = Vec<u8>> {
    let rows = (prop::sample::select(SENT.to_vec()), 1usize..12);
    mutated(rows.prop_map(|(text, rows)| text.split_inclusive('\n').take(rows).collect::<String>().into_bytes()))
}

fn encoded(text: Vec<u8>, how: u8) -> Vec<u8> {
    let units = String::from_utf8_lossy(&text).encode_utf16().collect::<Vec<u16>>();
    match how {
        0 => [&[0xff, 0xfe], &units.iter().flat_map(|unit| unit.to_le_bytes()).collect::<Vec<u8>>()[..]].concat(),
        1 => [&[0xfe, 0xff], &units.iter().flat_map(|unit| unit.to_be_bytes()).collect::<Vec<u8>>()[..]].concat(),
        2 => [b"\xef\xbb\xbf", &text[..]].concat(),
        _ => text,
    }
}

fn name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "moia-2020.csv",
        "moia.csv",
        "შსს 2020 (1).csv",
        "x.csv",
        "moia.xlsx",
        "",
        ".",
        "/",
        "moia-2020-02-30.csv",
        "a\u{301}/..\\.XLSX",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(name in name(), bytes in prop_oneof![soup(), table(), sent(), mutated(table())], how in 0u8..6) {
        shown(name, encoded(bytes, how))?;
    }

    #[test]
    fn no_bytes_make_it_panic(name in name(), bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        shown(name, bytes)?;
    }

    #[test]
    fn no_workbook_makes_it_panic(name in name(), bytes in mutated((0usize..2).prop_map(|at| BOOKS[at].clone()))) {
        shown(name, bytes.clone())?;
        shown("moia.xlsx", bytes)?;
    }
}

#[test]
fn whole_submissions_and_workbooks_are_shown() {
    for text in SENT {
        shown("moia-2020.csv", text.into()).unwrap();
    }
    for book in &*BOOKS {
        shown("moia-2020.xlsx", book.clone()).unwrap();
    }
}
