//! The fragments in `tests/cases/yaml-*` and `uni-nfd`, byte for byte: broken ones as they are, others with the keys of this format.
//!
//! A fragment that lists activities is put below a goal and an objective, so that its lines move down by [`ABOVE`].

use std::path::Path;

use plan::diagnostic::short;
use plan::load::{File, load};
use plan::model::date::Date;
use plan::model::text::Language;
use plan::place::At;
use plan::problem::ProblemKind;
use plan::source::position;

use super::cases_page::compiled;

const ABOVE: usize = 5;
const GOAL: &str = "id: \"2\"\ntitle: Goal\nobjectives:\n  - id: \"2.1\"\n    title: Objective\n";

fn case(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name);
    String::from_utf8(std::fs::read(path).unwrap()).unwrap()
}

/// A goal around the activities of a fragment, with the fragment's own mark and line ends.
fn goal(fragment: &str) -> String {
    let end = if fragment.contains("\r\n") { "\r\n" } else { "\n" };
    let start = fragment.find("activities:").unwrap();
    let mut text = String::from(&fragment[..start]) + &GOAL.replace('\n', end);
    for line in fragment[start..].split_inclusive('\n') {
        text.push_str("    ");
        text.push_str(line);
    }
    text + "        deadline: 2020" + end
}

fn file(path: &str, text: &str) -> File {
    File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn files(goal: &str) -> Vec<File> {
    let register = "agencies:\n  - {id: a, name: Agency A, kind: ministry}\n  - {id: b, name: Agency B, kind: ministry}\n";
    let plan = "title: Plan\nperiod: 2019..2020\nlanguages: [ka, en]\n";
    vec![file("plan/plan.yaml", plan), file("plan/agencies.yaml", register), file("plan/goals/2.yaml", goal)]
}

fn today() -> Date {
    Date::new(2021, 3, 1).unwrap()
}

/// Findings of the named check, in the short form without the path.
fn found(files: Vec<File>, check: &str) -> Vec<String> {
    let checked = plan::check(files, today());
    let lines = short::render(&checked.findings, &checked.loaded.sources, Language::EN);
    let lines = lines.lines().filter(|line| line.contains(&format!("[{check}]")));
    lines.map(|line| line.split_once(".yaml:").unwrap().1.to_owned()).collect()
}

/// The same with an indicator for each activity, without which no report is compiled.
fn with_indicators(files: &[File]) -> Vec<File> {
    let mut files = files.to_vec();
    let goal = String::from_utf8(files[2].bytes.clone()).unwrap();
    let indicators = "deadline: 2020\n        indicators: [{id: steps, name: steps, kind: count, unit: steps}]";
    files[2].bytes = goal.replace("deadline: 2020", indicators).into_bytes();
    files
}

#[test]
fn half_years_in_words_are_proposed_and_half_years_printed() {
    let fragment = case("date-half-year/plan.yaml");
    let indicators = "title: T, lead: [a], support: [b], indicators: [{id: steps, name: steps, kind: count, unit: steps}], deadline";
    let planned = |fragment: &str| goal(&fragment.replace("deadline", indicators)).replace("        deadline: 2020\n", "");
    let checked = plan::check(files(&planned(&fragment)), today());
    let proposals: Vec<&str> = checked.findings.iter().map(|finding| finding.diagnostic.primary.text.en.as_str()).collect();
    assert_eq!(proposals, ["did you mean `2020-H2`?"; 4]);
    let spelt = ["second half of 2020", "H2 2020", "2020 II half", "2020 წლის II ნახევარი"];
    for (finding, spelt) in checked.findings.iter().zip(spelt) {
        assert!(finding.diagnostic.message.en.contains(&format!("`{spelt}`")), "{}", finding.diagnostic.message.en);
    }
    // Written as proposed, all five are the same half-year.
    let written = spelt.iter().fold(fragment, |fragment, spelt| fragment.replace(spelt, "2020-H2"));
    let mut files = files(&planned(&written));
    files.push(file("reports/2020/submissions/a.csv", "activity,status\n2.1.1,done\n"));
    let checked = plan::check(files, today());
    assert_eq!(short::render(&checked.findings, &checked.loaded.sources, Language::EN), "");
    for document in compiled(checked) {
        assert!(!document.text().contains("2020-07-01"), "{}", document.name);
        let shown = if document.name.contains(".en.") {
            "second half of 2020"
        } else if document.name.contains(".ka.") {
            "2020\u{a0}წ. II ნახევარი"
        } else {
            "2020-H2"
        };
        assert!(document.text().matches(shown).count() >= 5, "{}: {shown}", document.name);
    }
}

#[test]
fn a_colon_in_a_title() {
    let files = files(&goal(&case("yaml-colon-title/plan.yaml")));
    let checked = plan::check(files.clone(), today());
    assert_eq!(checked.findings.len(), 1);
    let finding = &checked.findings[0].diagnostic;
    assert!(finding.help[0].en.contains("`title: \"Goal 2: open data\"`"), "{:?}", finding.help);
    assert_eq!(found(files, "yaml-syntax")[0].split(':').next(), Some((ABOVE + 3).to_string().as_str()));
}

#[test]
fn nested_references_are_refused_at_once() {
    let start = std::time::Instant::now();
    let mut files = files("id: \"1\"\ntitle: Goal\nobjectives: []\n");
    files[0] = file("plan/plan.yaml", &case("yaml-alias-bomb/plan.yaml"));
    let found = found(files, "yaml-syntax");
    assert!(start.elapsed().as_secs() < 5);
    let places: Vec<&str> = found.iter().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(places, ["1:4", "2:8"], "{found:?}");
}

#[test]
fn a_key_given_twice_names_both_lines() {
    let fragment = case("yaml-duplicate-key/plan.yaml").replace("Agency A", "[a]").replace("Agency B", "[b]");
    let found = found(files(&goal(&fragment)), "duplicate-key");
    let (first, again) = (ABOVE + 3, ABOVE + 5);
    assert_eq!(found, [format!("{again}:9: error: the key `lead` is given twice, first in line {first} [duplicate-key]")]);
}

#[test]
fn an_unquoted_number_stays_what_was_written() {
    let goal = String::from("id: \"5\"\ntitle: Goal\n") + &case("yaml-float/plan.yaml");
    let outcome = load(files(&goal), today()).value;
    let ids: Vec<&str> = outcome.plan.objectives.iter().map(|objective| objective.id.as_str()).collect();
    assert_eq!(ids, ["5.1", "5.2", "5.10"]);
    let found = found(files(&goal), "unquoted-id");
    assert_eq!(found[1], "6:9: error: this id reads as the number 5.1, not as `5.10` [unquoted-id]");
}

#[test]
fn a_mark_and_crlf_change_nothing() {
    let fragment = case("yaml-mark-crlf/plan.yaml").replace("Agency Zzz", "[zzz]");
    assert!(fragment.starts_with('\u{feff}') && fragment.contains("\r\n"));
    let twin = fragment.replace(['\r', '\u{feff}'], "");
    for fragment in [fragment, twin] {
        let outcome = load(files(&goal(&fragment)), today());
        let [problem] = &outcome.problems[..] else { panic!("{:?}", outcome.problems) };
        assert_eq!(problem.kind, ProblemKind::UnknownAgency { found: "zzz".into() });
        let At::Bytes(bytes) = &problem.place.at else { panic!("{problem:?}") };
        let source = outcome.value.sources.get(problem.place.source);
        assert_eq!(position(&source.text, &source.line_starts(), bytes.start).line, ABOVE + 5);
    }
}

#[test]
fn plain_words_stay_words() {
    let fragment = case("yaml-norway/plan.yaml");
    let (agencies, activities) = fragment.split_at(fragment.find("activities:").unwrap());
    let agencies = agencies.replace("code:", "id:").replace('}', ", kind: ministry}");
    let activities = activities.replace("lead: NO", "title: Train staff, deadline: 2020, lead: [NO]");
    let activities = activities.replace("unit: yes", "indicators: [{id: no, name: on, kind: count, unit: yes}]");
    let mut files = files(&(GOAL.to_owned() + &activities.replace("activities:", "    activities:").replace("\n  - ", "\n      - ")));
    files[1] = file("plan/agencies.yaml", &agencies);
    let checked = plan::check(files.clone(), today());
    assert_eq!(short::render(&checked.findings, &checked.loaded.sources, Language::EN), "");
    let plan = &checked.loaded.plan;
    let activity = &plan.activities[0];
    assert_eq!(plan.agency(activity.lead[0].agency.unwrap()).id, "NO");
    let indicator = &activity.indicators[0];
    assert_eq!((indicator.id.as_str(), indicator.name.any(Language::EN), indicator.unit.any(Language::EN)), ("no", "on", "yes"));
    files.push(file("reports/2020/submissions/NO.csv", "activity,indicator,value\n2.1.1,no,1\n"));
    for document in compiled(plan::check(files, today())).iter().filter(|document| document.name.ends_with("md")) {
        let mut words = document.text().split(|c: char| !c.is_alphabetic());
        assert!(!words.any(|word| matches!(word, "true" | "false")), "{}", document.name);
        assert!(document.text().contains("| on (yes) |"), "{}", document.name);
    }
}

#[test]
fn an_unknown_key_has_a_proposal() {
    let fragment = case("yaml-unknown-key/plan.yaml").replace("Agency A", "[a]").replace("Agency B", "b");
    let checked = plan::check(files(&goal(&(fragment.clone() + "    title: Train staff\n"))), today());
    let of_key: Vec<_> = checked.findings.iter().filter(|finding| finding.diagnostic.check == "unknown-key").collect();
    assert_eq!(of_key.len(), 1);
    assert_eq!(of_key[0].diagnostic.primary.text.en, "did you mean `support`?");
    let line = ABOVE + 4;
    assert_eq!(found(files(&goal(&fragment)), "unknown-key"), [format!("{line}:9: error: the key `suport` is not known here [unknown-key]")]);
}

#[test]
fn a_name_is_the_same_composed_and_decomposed() {
    let fragment = case("uni-nfd/plan.yaml");
    let name = fragment.lines().find_map(|line| line.trim().strip_prefix("- \"")).unwrap().trim_end_matches('"').to_owned();
    let table = case("uni-nfd/input.csv").replace(",24,", ",,");
    assert!(name.contains("é") && table.contains("e\u{301}"), "the case holds both forms");
    let activities = &fragment[fragment.find("activities:").unwrap()..];
    let mut files = files(&goal(&activities.replace(&format!("lead: \"{name}\""), "lead: [reform]")));
    files[1] = file("plan/agencies.yaml", &format!("agencies:\n  - {{id: reform, name: \"{name}\", kind: ministry}}\n"));
    files.push(file("reports/2020/submissions/reform.csv", &table));
    let sent = with_indicators(&files);
    let loaded = load(files, today());
    assert_eq!(loaded.problems, []);
    let row = &loaded.value.periods[0].submissions[0].rows[0];
    assert_eq!(row.agency, loaded.value.plan.agency_ix("reform"));
    for document in compiled(plan::check(sent, today())).iter().filter(|document| document.name.ends_with("md")) {
        assert_eq!(document.text().matches("<a id=\"ag-").count(), 1, "{}: one agency, one place", document.name);
    }
}
