//! `plan diff-report`: the two years of this repository, one small pair for each kind of change, and what holds for any pair.
//!
//! What is said stands in `tests/difference`; `SNAPSHOTS=overwrite` writes what is found.

use plan::compile::Request;
use plan::difference::{Document, build, json, markdown, read, text};
use plan::model::date::Date;
use plan::model::text::Language as Code;
use plan::report::Format;
use plan::report::language::Language;
use proptest::prelude::*;
use serde_json::{Value, json as value};

use super::cli::{Repository, code, err, out};
use super::expected;

fn language(code: Code) -> Language {
    Language::load(code, None).unwrap()
}

/// A year of this repository, as `plan report --format json` writes it.
fn year(name: &str) -> Document {
    let mut checked = plan::check(super::adopted::repository(), Date::new(2021, 3, 1).unwrap());
    let request =
        Request { period: name.to_owned(), since: None, formats: vec![Format::Json], as_of: None, stamp: None, public: false, templates: Vec::new() };
    let documents = plan::compile::documents(&mut checked, &request).unwrap();
    read("report.json", &documents[0].bytes).unwrap()
}

/// The small repository of `tests/status`, with a dimension and two figures more.
fn small() -> Value {
    let mut checked = plan::check(super::status::repository(), Date::new(2020, 12, 31).unwrap());
    let mut document: Value = serde_json::from_str(&plan::compile::export(&mut checked, Some("2020")).unwrap()).unwrap();
    let women = value!({"id": "women", "name": {"en": "women", "ka": "ქალი"}, "aliases": []});
    document["plan"]["dimensions"] = value!([{"id": "sex", "name": {"en": "Sex", "ka": "სქესი"}, "aliases": [], "values": [women]}]);
    let figure =
        |breakdown: Value, reading: Value| value!({"indicator": "meetings", "breakdown": breakdown, "by_year": {"2020": reading}, "said": []});
    let figures = document["progress"]["activities"][0]["figures"].as_array_mut().unwrap();
    figures.push(figure(value!({"sex": "women"}), value!({"value": {"below": 5}})));
    document
}

fn document(value: &Value) -> Document {
    read("small.json", value.to_string().as_bytes()).unwrap()
}

/// Compares what is found with a file.
fn hold(name: &str, found: &str) {
    expected::hold("tests/difference", [(name, found)]);
}

#[test]
fn a_document_of_the_first_version_can_be_compared() {
    let new = small();
    let mut old = new.clone();
    old["schema"] = value!("plan/1");
    old["progress"]["rates_before"] = Value::Null;
    assert!(old.as_object_mut().unwrap().remove("course").is_some());
    assert!(build(&document(&old), &document(&new)).is_empty());
}

#[test]
fn the_two_years_of_this_repository() {
    let (first, second) = (year("2019"), year("2020"));
    let found = build(&first, &second);
    for (name, code) in [("years.en.txt", Code::EN), ("years.ka.txt", Code::KA)] {
        let found = text(&found, &language(code));
        assert!(found.lines().all(|line| line.chars().count() <= 80 && line.trim_end() == line), "{found}");
        hold(name, &found);
    }
    assert_eq!(text(&found, &language(Code::EN)), text(&build(&first, &second), &language(Code::EN)), "same input, same bytes");
}

/// Each kind of change: its name and how it is made.
type Edit = (&'static str, fn(&mut Value));

const EDITS: &[Edit] = &[
    ("nothing", |_| {}),
    ("another draft", |it| it["report"]["as_of"] = value!("2021-02-15")),
    ("approved", |it| it["report"]["approved"] = value!({"date": "2021-03-01", "act": "No 5"})),
    ("statuses", |it| {
        for at in [2, 3] {
            activity(it, at)["status"] = value!("in-progress");
        }
        activity(it, 1)["status"] = value!("implemented");
    }),
    ("a status without a label", |it| activity(it, 1)["status"] = value!("paused\u{202e}\u{1b}[31m")),
    ("overdue", |it| {
        activity(it, 0)["overdue_since"] = value!(2020);
        activity(it, 1)["overdue_since"] = Value::Null;
    }),
    ("rates", |it| {
        it["progress"]["rates"]["execution"] = value!({"share": null, "numerator": [], "denominator": []});
        it["progress"]["rates"]["completion"]["numerator"] = value!(["1.1.1"]);
    }),
    ("agencies", |it| {
        let agencies = it["progress"]["agencies"].as_array_mut().unwrap();
        for agency in agencies.iter_mut() {
            let sent = !agency["files"].as_array().unwrap().is_empty();
            (agency["files"], agency["nil"], agency["rows_sent"]) = (if sent { value!([]) } else { value!(["x.csv"]) }, value!([]), value!(0));
        }
    }),
    ("a figure", |it| activity(it, 0)["figures"][1]["by_year"]["2020"] = value!({"value": 131.5})),
    ("a figure that was suppressed", |it| activity(it, 0)["figures"][2]["by_year"]["2020"] = value!({"value": 7})),
    ("figures in other forms", |it| {
        activity(it, 0)["figures"][0]["by_year"]["2020"] = value!({"between": [4, 9]});
        activity(it, 0)["figures"][1]["by_year"] = value!({});
        activity(it, 1)["figures"][0]["by_year"]["2020"] = value!({"conflict": true});
        activity(it, 4)["figures"][0]["by_year"]["2020"] = value!({"value": "| *thirty*\nfour"});
    }),
    ("a figure written otherwise", |it| activity(it, 0)["figures"][0]["by_year"]["2020"] = value!({"sum": 6.0})),
    ("the plan", |it| {
        it["plan"]["version"] = value!("f00d");
        let activities = it["plan"]["goals"][0]["objectives"][0]["activities"].as_array_mut().unwrap();
        activities[0]["deadline"] = value!("2021");
        activities[0]["amended"] = value!([{"date": "2020-05-01", "act": "Decree 7", "what": "deadline"}]);
        activities[1]["withdrawn"] = value!({"date": "2020-05-01", "act": "Decree 7", "what": null});
        activities[2]["id"] = value!("1.1.9");
    }),
    ("another plan", |it| (it["plan"]["version"], it["plan"]["title"]) = (value!("f00d"), value!("Another plan"))),
    ("ratings", |it| {
        activity(it, 0)["assessed"] = value!("in-progress");
        activity(it, 0)["reason"] = value!({"en": "Only one meeting has minutes"});
    }),
    ("the secretariat's words", |it| it["report"]["findings"] = value!(["Late"])),
    ("rows set aside", |it| it["progress"]["set_aside"] = value!([])),
];

fn activity(document: &mut Value, at: usize) -> &mut Value {
    &mut document["progress"]["activities"][at]
}

#[test]
fn every_kind_of_change_in_words() {
    let base = small();
    let before = document(&base);
    for (suffix, code) in [("en", Code::EN), ("ka", Code::KA)] {
        let (language, mut found) = (language(code), String::new());
        for (name, edit) in EDITS {
            let mut edited = base.clone();
            edit(&mut edited);
            let after = document(&edited);
            found += &format!("### {name}\n\n{}\n", text(&build(&before, &after), &language));
            if ["ratings", "overdue", "the plan"].contains(name) {
                found += &format!("### {name}, the other way\n\n{}\n", text(&build(&after, &before), &language));
            }
        }
        assert!(!found.contains(['\u{1b}', '\u{202e}']));
        hold(&format!("kinds.{suffix}.txt"), &found);
    }
}

#[test]
fn the_other_forms() {
    let base = small();
    let mut edited = base.clone();
    EDITS.iter().for_each(|(_, edit)| edit(&mut edited));
    let (before, after) = (document(&base), document(&edited));
    let found = build(&before, &after);
    hold("all.en.md", &markdown(&found, &language(Code::EN)));
    hold("all.ka.md", &markdown(&found, &language(Code::KA)));
    hold("all.json", &json(&found).unwrap());
}

#[test]
fn ratings_are_changed_and_removed() {
    let (mut one, mut other) = (small(), small());
    activity(&mut one, 0)["assessed"] = value!("in-progress");
    activity(&mut other, 0)["assessed"] = value!("implemented");
    activity(&mut one, 1)["assessed"] = value!("in-progress");
    for document in [&mut one, &mut other] {
        activity(document, 4)["assessed"] = value!("implemented");
    }
    activity(&mut other, 4)["reason"] = value!("seen");
    let (one, other) = (document(&one), document(&other));
    hold("ratings.en.txt", &text(&build(&one, &other), &language(Code::EN)));
    hold("ratings.ka.txt", &text(&build(&one, &other), &language(Code::KA)));
}

#[test]
fn a_suppressed_value_is_never_subtracted() {
    let base = small();
    let mut edited = base.clone();
    activity(&mut edited, 0)["figures"][2]["by_year"]["2020"] = value!({"value": 7});
    let (before, after) = (document(&base), document(&edited));
    let found: Value = serde_json::from_str(&json(&build(&before, &after)).unwrap()).unwrap();
    assert_eq!(found["figures"][0]["before"], value!({"below": 5}));
    assert_eq!((&found["figures"][0]["after"], &found["figures"][0]["difference"]), (&value!(7), &Value::Null));
}

#[test]
fn the_program_answers_with_zero_and_refuses_with_two() {
    let repository = Repository::new();
    repository.write("a.json", &out(&repository.plan("export --year 2020")));
    repository.write("plan.json", &out(&repository.plan("export")));
    repository.write("reports/2020/submissions/moia.csv", "activity,indicator,status,value\n1.1.1,,done,\n1.1.1,participants,,30\n");
    repository.write("b.json", &out(&repository.plan("export --year 2020")));
    let same = repository.plan("diff-report a.json a.json");
    assert_eq!((code(&same), out(&same).starts_with("Nothing differs: ")), (0, true), "{}", err(&same));
    let found = repository.plan_in("reports", "diff-report ../a.json ../b.json --lang ka");
    assert_eq!(code(&found), 0, "{}", err(&found));
    assert!(out(&found).contains("იყო 24, ახლა – 30; +6"), "{}", out(&found));
    assert!(out(&repository.plan("diff-report a.json b.json --format md")).starts_with("# Two reports compared\n"));
    assert!(out(&repository.plan_in("reports", "-C .. diff-report a.json b.json --format json")).contains("\"schema\": \"plan-difference/1\""));
    for (line, said) in [
        ("a.json none.json", "there is no file `none.json`"),
        ("a.json plan.json", "`plan.json` holds the plan alone"),
        ("plan/plan.yaml a.json", "`plan/plan.yaml` is not JSON"),
        ("a.json reports", "`reports` is a folder"),
        ("a.json", "something is missing"),
    ] {
        let refused = repository.plan(&format!("diff-report {line}"));
        assert_eq!((code(&refused), out(&refused).as_str()), (2, ""), "{line}");
        assert!(err(&refused).contains(said), "{line}: {}", err(&refused));
    }
}

/// A report changed in these ways, and otherwise as often as there are numbers.
fn edited(which: &[usize], numbers: &[(usize, u8)]) -> Value {
    let mut document = small();
    which.iter().for_each(|at| EDITS[at % EDITS.len()].1(&mut document));
    let statuses = ["implemented", "in-progress", "not-implemented", "no-report"];
    for (at, number) in numbers {
        let state = activity(&mut document, at % 8);
        state["status"] = value!(statuses[usize::from(*number) % 4]);
        state["assessed"] = if number % 3 == 0 { Value::Null } else { value!(statuses[usize::from(*number) % 3]) };
        state["overdue_since"] = if number % 2 == 0 { Value::Null } else { value!(2020) };
        state["figures"] = value!([{"indicator": "meetings", "breakdown": {}, "by_year": {"2020": {"value": number % 5}}}]);
    }
    document
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn both_directions_say_the_same(
        one in (proptest::collection::vec(0usize..EDITS.len(), 0..4), proptest::collection::vec((0usize..8, any::<u8>()), 0..6)),
        other in (proptest::collection::vec(0usize..EDITS.len(), 0..4), proptest::collection::vec((0usize..8, any::<u8>()), 0..6)),
    ) {
        let [one, other] = [one, other].map(|(which, numbers)| document(&edited(&which, &numbers)));
        for it in [&one, &other] {
            let itself = build(it, it);
            prop_assert!(itself.is_empty(), "{}", json(&itself).unwrap());
            prop_assert_eq!(text(&itself, &language(Code::EN)).lines().next().map(|line| line.starts_with("Nothing differs")), Some(true));
        }
        let [there, back]: [Value; 2] =
            [build(&one, &other), build(&other, &one)].map(|it| serde_json::from_str(&json(&it).unwrap()).unwrap());
        let count = |document: &Value, path: &str| document.pointer(path).unwrap().as_array().unwrap().len();
        for (path, mirror) in [
            ("/overdue", "/no_longer_overdue"), ("/agencies/began", "/agencies/stopped"), ("/plan/added", "/plan/removed"),
            ("/plan/withdrawn", "/plan/restored"), ("/plan/amended", "/plan/amended"), ("/figures", "/figures"), ("/texts", "/texts"),
            ("/assessments", "/assessments"), ("/statuses", "/statuses"),
        ] {
            prop_assert_eq!((count(&there, path), count(&there, mirror)), (count(&back, mirror), count(&back, path)), "{}", path);
        }
        for step in there["statuses"].as_array().unwrap() {
            let mirrored = back["statuses"].as_array().unwrap().iter().find(|it| it["from"] == step["to"] && it["to"] == step["from"]).unwrap();
            prop_assert_eq!(count(step, "/activities"), count(mirrored, "/activities"));
        }
        let points = |document: &Value| document["rates"]["completion"]["points"].as_f64();
        prop_assert_eq!(points(&there), points(&back).map(|points| -points));
        prop_assert_eq!(&there["set_aside"]["before"], &back["set_aside"]["after"]);
        prop_assert_eq!(&there["same"], &back["same"]);
    }
}
