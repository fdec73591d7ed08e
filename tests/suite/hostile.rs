//! Broken and hostile YAML: each gives a clear finding at its place, quickly, and never a panic.

use plan::diagnostic::full::Style;
use plan::diagnostic::{full, json, short};
use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;
use proptest::prelude::*;

const GOAL: &str = "plan/goals/1.yaml";
const BASE: [(&str, &str); 3] = [
    ("plan/plan.yaml", include_str!("../checks/base/plan/plan.yaml")),
    ("plan/agencies.yaml", include_str!("../checks/base/plan/agencies.yaml")),
    (GOAL, include_str!("../checks/base/plan/goals/1.yaml")),
];

/// The small plan of the fixtures with some files in place of its own.
fn files(own: &[(&str, &[u8])]) -> Vec<File> {
    let base = BASE.iter().filter(|(path, _)| own.iter().all(|(own, _)| own != path));
    let base = base.map(|(path, text)| File { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() });
    base.chain(own.iter().map(|(path, bytes)| File { path: (*path).to_owned(), bytes: bytes.to_vec() })).collect()
}

/// Checks, asserts that every place lies in its file, shows in every form; gives the short form.
fn shown(files: Vec<File>) -> String {
    let checked = plan::check(files, Date::new(2021, 3, 1).unwrap());
    let sources = &checked.loaded.sources;
    for finding in &checked.findings {
        for span in std::iter::once(&finding.span).chain(&finding.others) {
            let text = &sources.get(span.source).text;
            assert!(text.get(span.bytes.clone()).is_some(), "{:?} is no place of {:?}", span.bytes, sources.get(span.source).path);
        }
    }
    let style = Style { colour: false, width: 100 };
    for language in [Language::EN, Language::KA] {
        let full = full::render(&checked.findings, sources, language, style);
        assert_eq!(full.is_empty(), checked.findings.is_empty());
        let json: serde_json::Value = serde_json::from_str(&json::render(&checked.findings, sources, language)).unwrap();
        assert_eq!(json["findings"].as_array().map(Vec::len), Some(checked.findings.len()));
    }
    short::render(&checked.findings, sources, Language::EN)
}

/// What is found in a goal of these bytes, without its path.
fn of_goal(bytes: &[u8]) -> String {
    shown(files(&[(GOAL, bytes)])).replace(&format!("{GOAL}:"), "").replace("error: ", "")
}

/// Only the faults of the syntax.
fn faults(found: &str) -> String {
    let faults = found.lines().filter_map(|line| line.strip_suffix(" [yaml-syntax]"));
    faults.fold(String::new(), |all, line| all + line + "\n")
}

#[test]
fn bombs_end_within_a_second() {
    let deep = |indent: &dyn Fn(usize) -> String| (0..2_000).map(indent).collect::<String>();
    let too_deep = "lists and maps stand too deep inside one another\n";
    let tokens = "{a: 1, b: [x, y], ".repeat(20_000);
    let aliases = format!("id: &a [x]\ntitle: [{}]\n", "*a, ".repeat(200_000));
    let bombs = [
        ("[".repeat(100_000), format!("1:65: {too_deep}")),
        ("{a: ".repeat(100_000), format!("1:257: {too_deep}")),
        ("- ".repeat(100_000), format!("1:129: {too_deep}")),
        ("? ".repeat(100_000), format!("1:129: {too_deep}")),
        (deep(&|at| format!("{}a:\n", " ".repeat(at))), format!("65:65: {too_deep}")),
        (deep(&|at| format!("{}-\n", " ".repeat(at))), format!("65:65: {too_deep}")),
        (tokens, format!("1:1145: {too_deep}")),
        (aliases, "1:5: `&a` names a value so that other places can refer to it\n2:9: `*a` refers to another place of the file\n".to_owned()),
        (format!("title: \"{}", "a".repeat(5_000_000)), "1:8: the quotation mark opened here is not closed where its text ends\n".to_owned()),
        (format!("title: {}: b\n", "a ".repeat(500_000)), "1:1000008: a text with a colon in it has no quotation marks\n".to_owned()),
        ("!".repeat(200_000), String::from("1:1: the file cannot be read on from here\n")),
        ("---\n".repeat(200_000), "2:1: a second document begins here\n".to_owned()),
        ("\u{a0}".repeat(1_000_000) + "a: b\n", "1:1: a no-break space stands where a plain blank must\n".to_owned()),
    ];
    for (bomb, expected) in bombs {
        let start = std::time::Instant::now();
        let found = of_goal(bomb.as_bytes());
        assert!(start.elapsed().as_secs() < 10, "{}… took {:?}", &bomb[..10], start.elapsed());
        assert_eq!(faults(&found), expected, "{}…", &bomb[..10]);
    }
}

#[test]
fn a_long_line_of_values_is_read() {
    let goal = format!("id: \"1\"\ntitle: \"{}\"\nobjectives: []\n", "სიტყვა ".repeat(250_000));
    assert_eq!(of_goal(goal.as_bytes()), "3:13: goal `1` has no objective [empty-goal]\n", "nothing is wrong with the long line");
}

#[test]
fn more_than_numbers_can_count() {
    let scale: String = (0..300).map(|at| format!("  - {{code: s{at}, label: s{at}, counts: done, sign: \"x\"}}\n")).collect();
    let plan = BASE[0].1.to_owned() + "scale:\n" + &scale;
    let register: String = (0..66_000).map(|at| format!("  - {{id: a{at}, name: a{at}, kind: fund}}\n")).collect();
    let found = shown(files(&[("plan/plan.yaml", plan.as_bytes()), ("plan/agencies.yaml", format!("agencies:\n{register}").as_bytes())]));
    assert!(found.contains("[incomplete-scale]"));
}

#[test]
fn bytes_that_are_no_plain_text() {
    let goal = BASE[2].1;
    let utf16 = |unit: fn(u16) -> [u8; 2]| goal.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let marked = |mark: [u8; 2], text: Vec<u8>| mark.into_iter().chain(text).collect::<Vec<u8>>();
    let other = "1:1: the file is in UTF-16, not in UTF-8 [unreadable-encoding]\n";
    for bytes in [
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        marked([0xff, 0xfe], utf16(u16::to_le_bytes)),
        marked([0xfe, 0xff], utf16(u16::to_be_bytes)),
    ] {
        assert_eq!(of_goal(&bytes), other);
    }
    let broken = [&goal.as_bytes()[..20], b"\xff\xfe", &goal.as_bytes()[20..]].concat();
    assert_eq!(of_goal(&broken), "2:13: the text of the file cannot be read: it is not in UTF-8 [unreadable-encoding]\n");
    for same in [format!("\u{feff}{goal}"), goal.replace('\n', "\r\n"), goal.replace('\n', "\r"), goal.trim_end().to_owned()] {
        assert_eq!(of_goal(same.as_bytes()), "");
    }
    let inside = goal.replace("objectives", "\u{feff}objectives");
    assert_eq!(faults(&of_goal(inside.as_bytes())), "3:1: an invisible character (U+FEFF) stands in the file\n");
    let bell = goal.replace("Goal", "Go\u{7}al");
    assert_eq!(faults(&of_goal(bell.as_bytes())), "2:27: an invisible character (U+0007) stands in the file\n");
}

/// Bytes that are broken in the ways people and programs break them.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let words = [
        "id",
        "title",
        "objectives",
        "activities",
        "agencies",
        "scale",
        "waivers",
        "check",
        "until",
        "kind",
        "period",
        "languages",
        ": ",
        ":",
        "- ",
        "[",
        "]",
        "{",
        "}",
        ", ",
        "\"",
        "'",
        "\n",
        "\n  ",
        "\n    ",
        "\n\t",
        "#",
        "&a ",
        "*a",
        "!x ",
        "|\n",
        ">-\n",
        "? ",
        "---\n",
        "...\n",
        "%",
        "\\",
        "\\x",
        "\u{a0}",
        "\u{feff}",
        "\0",
        "\r",
        "\r\n",
        "5.10",
        "2020",
        "2019..2020",
        "ka",
        "მიზანი",
        "é",
        "e\u{301}",
        "\u{85}",
        "\u{2028}",
        "😀",
        "activity",
        ";",
        ",",
        "1.1.1",
        "value",
        "moia",
        "participants",
    ];
    let soup = prop::collection::vec(prop::sample::select(words.to_vec()), 0..60).prop_map(|words| words.concat().into_bytes());
    let noise = prop::collection::vec(any::<u8>(), 0..200);
    // A file of the base in which a few stretches are replaced.
    let cut = (prop::sample::select(BASE.to_vec()), prop::collection::vec((any::<prop::sample::Index>(), 0usize..20, soup.clone()), 1..4));
    let cut = cut.prop_map(|((_, text), cuts)| {
        let mut bytes = text.as_bytes().to_vec();
        for (at, length, words) in cuts {
            let start = at.index(bytes.len() + 1);
            let end = (start + length).min(bytes.len());
            bytes.splice(start..end, words);
        }
        bytes
    });
    prop_oneof![2 => cut, 2 => soup, 1 => noise]
}

fn path() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "plan/plan.yaml",
        "plan/agencies.yaml",
        "plan/goals/1.yaml",
        "plan/goals/2.yaml",
        "reports/2020/report.yaml",
        "reports/2020/submissions/moia.csv",
        "reports/2020/submissions/fund-2021-02-01.csv",
        "reports/2020-H1/external/greta.csv",
        "reports/x/report.yaml",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_panic(own in prop::collection::vec((path(), bytes()), 1..4)) {
        let own: Vec<(&str, &[u8])> = own.iter().map(|(path, bytes)| (*path, bytes.as_slice())).collect();
        let found = shown(files(&own));
        prop_assert!(found.lines().all(|line| line.ends_with(']')), "{}", found);
    }
}
