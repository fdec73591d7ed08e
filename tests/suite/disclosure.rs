//! `--public`: small counts of victims, and what would give them away, in no form of the report.

use std::io::Read;
use std::path::Path;

use plan::compile::{Document, Request, differs_from_earlier, documents, earlier_editions};
use plan::load::File;
use plan::model::date::Date;
use plan::report::Format;
use serde_json::Value;

use super::repository;

fn public(files: Vec<File>, period: &str) -> Vec<Document> {
    edition(files, period, true)
}

fn edition(files: Vec<File>, period: &str, public: bool) -> Vec<Document> {
    documents(&mut plan::check(files, Date::new(2021, 3, 1).unwrap()), &request(period, public)).unwrap()
}

fn request(period: &str, public: bool) -> Request {
    let formats = Format::ALL.iter().map(|(_, format)| *format).collect();
    Request { period: period.into(), since: None, formats, as_of: None, stamp: None, public, templates: Vec::new() }
}

/// A plan with one indicator that counts victims, and a file about it.
fn small(rows: &str) -> Vec<File> {
    let file = |path: &str, text: &str| File { path: path.into(), bytes: text.as_bytes().to_vec() };
    let plan = "title: {en: Plan, ka: გეგმა}
period: 2019..2020
languages: [en, ka]
dimensions:
  - id: sex
    name: {en: sex, ka: სქესი}
    values: [{id: f, name: {en: women, ka: ქალი}}, {id: m, name: {en: men, ka: კაცი}}]
  - id: age
    name: {en: age, ka: ასაკი}
    values: [{id: minor, name: {en: minors, ka: არასრულწლოვანი}}, {id: adult, name: {en: adults, ka: სრულწლოვანი}}]
";
    let goal = "id: '1'
title: {en: Goal, ka: მიზანი}
objectives:
  - id: '1.1'
    title: {en: Objective, ka: ამოცანა}
    activities:
      - id: 1.1.1
        title: {en: Help, ka: დახმარება}
        lead: [a]
        deadline: 2020
        indicators:
          - {id: victims, name: {en: Victims, ka: მსხვერპლი}, kind: count, unit: {en: persons, ka: პირი}, dimensions: [sex, age], sensitive: true}
          - {id: meetings, name: {en: Meetings, ka: შეხვედრა}, kind: count, unit: {en: meetings, ka: შეხვედრა}}
";
    vec![
        file("plan/plan.yaml", plan),
        file("plan/agencies.yaml", "agencies:\n  - {id: a, name: {en: Agency, ka: უწყება}, kind: ministry}\n"),
        file("plan/goals/1.yaml", goal),
        file("reports/2020/submissions/a.csv", &format!("activity,indicator,sex,age,value,narrative\n{rows}")),
    ]
}

/// Every value of an indicator in the export, wherever it stands.
fn values<'v>(json: &'v Value, found: &mut Vec<&'v Value>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| values(item, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, value)| match key.as_str() {
            "value" | "sum" => found.push(value),
            _ => values(value, found),
        }),
        _ => {}
    }
}

fn text_of<'d>(documents: &'d [Document], name: &str) -> &'d str {
    documents.iter().find(|document| document.name == name).unwrap().text()
}

/// Everything that a document says; a Word document and a workbook are unpacked.
fn whole(document: &Document) -> String {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(&document.bytes)) else { return document.text().to_owned() };
    let mut text = String::new();
    for at in 0..archive.len() {
        archive.by_index(at).unwrap().read_to_string(&mut text).unwrap();
    }
    assert!(text.len() > 1000, "{}", document.name);
    text
}

#[test]
fn a_small_part_its_total_and_what_gives_them_away_are_in_no_form() {
    // Adults follow from the total and the minors, the total from women and men.
    let rows = "1.1.1,victims,,,7061,\n1.1.1,victims,f,,4057,\n1.1.1,victims,m,,3004,\n1.1.1,victims,,minor,7058,\n1.1.1,victims,,adult,3,\n1.1.1,meetings,,,3,\n";
    let documents = public(small(rows), "2020");
    for document in &documents {
        let text = whole(document);
        for hidden in ["7061", "7,061", "7\u{a0}061"] {
            assert!(!text.contains(hidden), "{} has the total", document.name);
        }
    }
    let shown = |number: &str| text_of(&documents, "report.json").contains(number);
    assert!(!(shown("4057") && shown("3004") && shown("7058")), "women and men give the total, and without the minors the adults");
    let markdown = text_of(&documents, "report.en.md");
    assert!(markdown.contains("\\<5") && markdown.contains("suppressed"), "{markdown}");
    assert!(markdown.contains("counts of victims from 1 to below 5"), "a line says so");
    assert!(text_of(&documents, "report.ka.md").contains("დაფარულია"));
    assert!(markdown.lines().any(|line| line.contains("Meetings") && line.contains("| 3 |")), "what counts no victims stays");
}

#[test]
fn nothing_is_hidden_where_nothing_is_small() {
    let rows = "1.1.1,victims,,,12,\n1.1.1,victims,f,,7,\n1.1.1,victims,m,,5,\n1.1.1,victims,,adult,0,\n";
    let documents = public(small(rows), "2020");
    let mut found = Vec::new();
    let json: Value = serde_json::from_str(text_of(&documents, "report.json")).unwrap();
    values(&json, &mut found);
    assert!(found.iter().all(|value| value.is_number() || value.is_string()), "{found:?}");
}

#[test]
fn nothing_beside_a_hidden_value_tells_it() {
    let rows = "1.1.1,victims,,,3,we met three of them\n1.1.1,meetings,,,12,they met twelve times\n";
    let whole_edition = edition(small(rows), "2020", false);
    let json: Value = serde_json::from_str(text_of(&whole_edition, "report.json")).unwrap();
    let checksum = json["progress"]["files"][0]["sha256"].as_str().unwrap();
    assert!(text_of(&whole_edition, "report.en.md").contains("we met three of them"));
    let documents = public(small(rows), "2020");
    for document in &documents {
        let text = whole(document);
        assert!(!text.contains(checksum), "{}: four numbers could be tried against the checksum of the file", document.name);
        assert!(!text.contains("we met three of them"), "{} has the note", document.name);
    }
    assert!(text_of(&documents, "report.en.md").contains("they met twelve times"), "other notes stay");
}

#[test]
fn a_note_to_another_figure_that_quotes_a_hidden_number_goes_with_it() {
    let rows = "1.1.1,victims,,,17,three of them are women\n1.1.1,victims,f,,3,\n1.1.1,victims,m,,,in all 3 were women\n1.1.1,meetings,,,12,they met 3 times\n";
    for document in public(small(rows), "2020") {
        let text = whole(&document);
        assert!(!text.contains("three of them") && !text.contains("in all 3"), "{}", document.name);
        assert!(!document.name.ends_with("en.md") || text.contains("they met 3 times") && text.contains("| 17 "), "{text}");
    }
}

#[test]
fn a_year_its_second_half_and_nine_months_of_it_do_not_give_each_other_away() {
    // What the nine months lack, four in the last quarter, follows from the year; with the second half so does the third quarter.
    let mut files = small("1.1.1,victims,,,40,\n");
    for (name, covers, value) in [("nine", "2020-01-01..2020-09-30", 36), ("second", "2020-H2", 7)] {
        let file = |name: String, text: String| File { path: format!("reports/{name}"), bytes: text.into_bytes() };
        files.push(file(format!("{name}/report.yaml"), format!("covers: {covers}\n")));
        files.push(file(format!("{name}/submissions/a.csv"), format!("activity,indicator,value\n1.1.1,victims,{value}\n")));
    }
    let documents = public(files, "2020");
    let shown = |number: &str| text_of(&documents, "report.json").contains(&format!("\"value\": {number}"));
    assert!(!(shown("40") && shown("36")), "the year without its first nine months is four");
    assert!(shown("40") || shown("36") || shown("7"), "something is left");
}

#[test]
fn an_edition_is_compared_with_the_one_that_is_out() {
    let rows = "1.1.1,victims,,,29,\n1.1.1,victims,f,,27,\n";
    let file = File { path: "reports/2020/public/report.json".into(), bytes: text_of(&public(small(rows), "2020"), "report.json").into() };
    let earlier = earlier_editions(vec![file.clone()]).unwrap();
    let differences = |rows: &str| {
        let mut checked = plan::check(small(rows), Date::new(2021, 3, 1).unwrap());
        documents(&mut checked, &request("2020", true)).unwrap();
        differs_from_earlier(&checked, "2020", &earlier, None).len()
    };
    assert_eq!(differences(rows), 0, "the men follow from what is given, so the edition that is out withholds already");
    assert_eq!(differences("1.1.1,victims,,,29,\n1.1.1,victims,f,,24,\n"), 1, "now nothing needs to be withheld");
    assert!(earlier_editions(vec![File { bytes: b"{}".to_vec(), ..file }]).is_err());
}

#[test]
fn a_waiver_of_the_edition_is_no_waiver_that_accepts_nothing() {
    let mut files = small("1.1.1,victims,,,3,\n");
    let waiver = "covers: 2020\nfindings: [Three victims.]\nwaivers: [{check: withheld-number-in-text, reason: public, until: 2030-12-31}]\n";
    files.push(File { path: "reports/2020/report.yaml".into(), bytes: waiver.into() });
    let unused = |files: Vec<File>| {
        let checked = plan::check(files, Date::new(2021, 3, 1).unwrap());
        checked.findings.iter().any(|finding| finding.diagnostic.check == "waiver-unused")
    };
    assert!(!unused(files.clone()));
    files.last_mut().unwrap().bytes = waiver.replace("withheld-number-in-text", "small-count").replace("}]", ", agency: b}]").into();
    assert!(unused(files), "others are judged as ever");
}

#[test]
fn two_who_share_the_parts_do_not_give_each_other_away() {
    let mut files = small("1.1.1,victims,,,7061,\n1.1.1,victims,f,,3,\n");
    let other = "activity,indicator,sex,value,source\n1.1.1,victims,m,7058,GRETA\n";
    files.push(File { path: "reports/2020/external/greta.csv".into(), bytes: other.as_bytes().to_vec() });
    let documents = public(files, "2020");
    let shown = |number: &str| text_of(&documents, "report.json").contains(number);
    assert!(!(shown("7061") && shown("7058")));
    // Whether hidden figures of two differ is not told, and that it is not told is.
    assert!(text_of(&documents, "report.en.md").contains("are not compared in this edition"));
    assert!(text_of(&documents, "report.ka.md").contains("ერთმანეთს არ დარდება"));
}

#[test]
fn rows_set_aside_are_listed_without_their_cells() {
    let rows = "1.1.1,victims,,,3 or 4077,a narrative\n1.1.1,meetings,,,12,\n";
    for document in public(small(rows), "2020") {
        assert!(!whole(&document).contains("4077"), "{} quotes the cell", document.name);
    }
}

#[test]
fn no_small_count_of_the_real_plan_is_published() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for period in ["2019", "2020", "2020-H1", "2019-2020"] {
        let documents = public(repository::files(root), period);
        let json: Value = serde_json::from_str(text_of(&documents, "report.json")).unwrap();
        let activities = json["plan"]["activities"].as_array().or(json["activities"].as_array());
        assert!(activities.is_none_or(|activities| !activities.is_empty()));
        let mut sensitive = Vec::new();
        sensitive_indicators(&json["plan"], &mut sensitive);
        assert!(sensitive.len() > 3, "{period}: {sensitive:?}");
        let mut looked_at = 0;
        for activity in json["progress"]["activities"].as_array().unwrap() {
            for figure in activity["figures"].as_array().unwrap() {
                if sensitive.contains(&figure["indicator"].as_str().unwrap()) {
                    let mut found = Vec::new();
                    values(figure, &mut found);
                    looked_at += found.len();
                    assert!(found.iter().all(|value| !value.as_i64().is_some_and(|number| (1..5).contains(&number))), "{period}: {figure}");
                }
            }
        }
        assert!(looked_at > 0, "{period}");
    }
}

fn sensitive_indicators<'j>(json: &'j Value, found: &mut Vec<&'j str>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| sensitive_indicators(item, found)),
        Value::Object(fields) => {
            if fields.get("sensitive") == Some(&Value::Bool(true)) {
                found.extend(fields["id"].as_str());
            }
            fields.values().for_each(|value| sensitive_indicators(value, found));
        }
        _ => {}
    }
}
