//! A small plan's forms: which rows they have, and what stands in their cells.

#![allow(clippy::unwrap_used)]

use super::rows::{Before, Role};
use super::table::{Form, Slot, Subject};
use super::*;
use crate::load::{self, File, Loaded};
use crate::model::column::Field;
use crate::model::submission::Submission;
use crate::model::text::Language as Code;
use crate::report::language::LanguageError;

const PLAN: &str = r#"
title: {ka: გეგმა, en: Plan}
period: 2019..2021
languages: [ka, en]
secretariat: {ka: სამდივნო, en: Secretariat}
dimensions:
  - {id: sex, name: {ka: სქესი, en: sex}, values: [{id: female, name: {ka: ქალი, en: women}}, {id: male, name: {ka: კაცი, en: men}}]}
  - {id: age, name: {ka: ასაკი, en: unit}, values: [{id: young, name: 10-12}, {id: old, name: +18}]}
  - {id: place, name: {ka: ადგილი, en: status}, values: [{id: here, name: {ka: აქ, en: here}}, {id: x, name: here}]}
delay_reasons:
  - {id: funding, name: {ka: დაფინანსება, en: funding}}
agencies:
  - {id: a, name: {ka: უწყება ა, en: Agency A}, kind: ministry}
  - {id: b, name: {ka: უწყება ბ, en: Agency B}, kind: fund}
  - {id: c, name: {ka: უწყება გ, en: Agency C}, kind: lepl}
  - {id: both, name: {ka: ორივე, en: Both}, kind: group, members: [a, b]}
"#;

const GOAL: &str = r#"
id: "1"
title: {ka: მიზანი, en: The goal}
objectives:
  - id: "1.1"
    title: {ka: ამოცანა, en: The objective}
    activities:
      - id: "1.1.1"
        title: {ka: ჯგუფი, en: "=The group"}
        lead: [both]
        support: [c]
        deadline: 2019..2020
        indicators:
          - {id: same, name: {ka: ერთი, en: The same}, kind: amount, unit: {ka: ლარი, en: GEL}, merge: same, targets: {2020: 2..4}}
          - {id: sum, name: {ka: ჯამი, en: The sum}, kind: count, unit: {ka: ც, en: pieces}, merge: sum, dimensions: [sex, age]}
      - {id: "1.1.2", title: {ka: ადრე, en: Done before}, lead: [a], deadline: 2019}
      - {id: "1.1.3", title: {ka: გადმოტანილი, en: Carried over}, lead: [a], deadline: 2019-H2}
      - {id: "1.1.4", title: {ka: ამოღებული, en: Withdrawn}, lead: [a], deadline: 2019, withdrawn: {date: 2019-12-01, act: Decree 9}}
      - {id: "1.1.5", title: {ka: გვიან, en: Later}, lead: [c], deadline: 2021}
      - id: "1.1.6"
        title: {ka: ადგილი, en: Place}
        lead: [b]
        deadline: 2020-H2
        indicators: [{id: "5.1", name: {ka: რიცხვი, en: Number}, kind: count, unit: {ka: ც, en: pieces}, dimensions: [place]}]
"#;

const A: &str = "activity,indicator,status,value,sex,age
1.1.1,,in-progress,,,
1.1.1,same,,1.5,,
1.1.1,sum,,30,,
1.1.1,sum,,<5,female,
1.1.1,sum,,7,female,old
1.1.2,,implemented,,,
";
const B: &str = "activity,indicator,value\n1.1.1,same,2\n1.1.1,sum,12\n";
const NOW: &str = "activity,indicator,status,value\n1.1.3,,implemented,\n1.1.1,sum,,99\n";

/// The small plan's files with these in the place of those of the same path; one without bytes only takes that one away.
fn loaded(extra: &[(&str, &[u8])]) -> Loaded {
    let files: [(&str, &[u8]); 5] = [
        ("plan/plan.yaml", PLAN.as_bytes()),
        ("plan/goals/1.yaml", GOAL.as_bytes()),
        ("reports/2019/submissions/a.csv", A.as_bytes()),
        ("reports/2019/submissions/b.csv", B.as_bytes()),
        ("reports/2020/submissions/a.csv", NOW.as_bytes()),
    ];
    let given = files.iter().filter(|(path, _)| extra.iter().all(|(other, _)| path != other)).chain(extra).filter(|(_, bytes)| !bytes.is_empty());
    let files = given.map(|(path, bytes)| File { path: (*path).to_owned(), bytes: bytes.to_vec() });
    let outcome = load::load(files.collect(), Period::year(2020).end());
    assert!(outcome.problems.iter().all(|problem| problem.row.is_none()), "{:?}", outcome.problems);
    outcome.value
}

/// The rows that an agency is asked, each as `activity role indicator[breakdown]`.
fn asked(period: &str, agency: &str) -> Vec<String> {
    let Loaded { plan, periods, .. } = loaded(&[]);
    let covers = load::covered(period).unwrap();
    let before = Before::new(&plan, &periods, &covers);
    let lines = rows::of(&plan, before.as_ref(), plan.agency_ix(agency).unwrap(), &covers);
    let shown = |line: &rows::Line| {
        let activity = plan.activity(line.activity);
        let role = if line.role == Role::Lead { "lead" } else { "support" };
        let indicator = line.indicator.map(|at| format!(" {}", activity.indicators[usize::from(at)].id)).unwrap_or_default();
        let name = |&(dimension, value): &(u8, u8)| plan.dimensions[usize::from(dimension)].values[usize::from(value)].id.clone();
        let breakdown: Vec<String> = line.breakdown.iter().map(name).collect();
        format!("{} {role}{indicator}{}", activity.id, if breakdown.is_empty() { String::new() } else { format!(" {breakdown:?}") })
    };
    lines.iter().map(shown).collect()
}

#[test]
fn a_member_of_a_group_is_asked_what_the_group_owes() {
    let own = [
        "1.1.1 lead",
        "1.1.1 lead same",
        "1.1.1 lead sum",
        "1.1.1 lead sum [\"female\"]",
        "1.1.1 lead sum [\"male\"]",
        "1.1.1 lead sum [\"young\"]",
        "1.1.1 lead sum [\"old\"]",
    ];
    let combined = ["1.1.1 lead sum [\"female\", \"old\"]", "1.1.3 lead"];
    assert_eq!(asked("2020", "a"), [&own[..], &combined].concat(), "a reported a combination, and is late with 1.1.3 whatever it says now");
    let place = ["1.1.6 lead", "1.1.6 lead 5.1", "1.1.6 lead 5.1 [\"here\"]", "1.1.6 lead 5.1 [\"x\"]"];
    assert_eq!(asked("2020", "b"), [&own[..], &place].concat());
    assert_eq!(asked("2020", "c")[0], "1.1.1 support");
    assert!(asked("2020", "both").is_empty(), "its members have the form");
}

#[test]
fn the_period_decides() {
    assert_eq!(
        asked("2019", "a").iter().filter(|line| !line.contains(" lead ")).collect::<Vec<_>>(),
        ["1.1.1 lead", "1.1.2 lead", "1.1.3 lead", "1.1.4 lead"]
    );
    // What was said in 2020 counts from 2021 on.
    assert!(asked("2021", "a").iter().all(|line| line.starts_with("1.1.1")), "overdue since 2020: {:?}", asked("2021", "a"));
    assert!(asked("2020-H1", "b").iter().all(|line| line.starts_with("1.1.1")));
}

fn with_form<T>(agency: &str, language: Code, look: impl FnOnce(&mut Form<'_>) -> T) -> T {
    let Loaded { plan, periods, .. } = loaded(&[]);
    let other = if language == Code::KA { Code::EN } else { Code::KA };
    let words = |code| -> Result<Language, LanguageError> { Language::load(code, None) };
    let languages = [words(language).unwrap(), words(other).unwrap()];
    let due = Date::new(2021, 2, 1);
    let given = Given { plan: &plan, periods: &periods, name: "2020", covers: Period::year(2020), due, languages: &languages };
    let mut forms = forms(&given, &[plan.agency_ix(agency).unwrap()]);
    look(&mut forms[0])
}

fn csv(agency: &str, language: Code) -> String {
    with_form(agency, language, |form| text::csv(form))
}

/// The cells below a heading.
fn below(form: &Form<'_>, heading: &str) -> Vec<String> {
    let at = form.columns.iter().position(|column| column.heading == heading).unwrap();
    form.rows.iter().map(|row| row.cells[at].clone()).collect()
}

#[test]
fn cells_for_reading_are_filled_in() {
    with_form("a", Code::EN, |form| {
        let states = below(form, "last_state");
        assert_eq!((states[0].as_str(), states[1].as_str()), ("in progress", ""), "once for an activity");
        assert_eq!(states[8], "no report; overdue since 2019");
        assert_eq!(below(form, "last_year")[..8], ["", "1.5", "30", "<5", "", "", "", "7"], "what the agency itself reported");
        assert_eq!(below(form, "target")[..3], ["", "2 to 4", ""]);
        assert_eq!(below(form, "deadline")[8], "second half of 2019");
        assert!(below(form, "agency").iter().all(|cell| cell == "a") && below(form, "period").iter().all(|cell| cell == "2020"));
    });
    with_form("c", Code::KA, |form| {
        assert_eq!(below(form, "წინა წლის მაჩვენებელი")[..3], ["", "უწყებების მონაცემები ერთმანეთს არ ემთხვევა", "42 (ყველა უწყება)"]);
        assert_eq!(below(form, "სამიზნე მაჩვენებელი")[1], "2-დან 4-მდე");
        assert_eq!(below(form, "უწყების როლი")[0], "დამხმარე");
        assert_eq!(below(form, "სქესი")[3], "ქალი");
        assert_eq!(below(form, "საქმიანობა").last().unwrap(), "ნულოვანი ანგარიში");
    });
    with_form("a", Code::KA, |form| assert_eq!(below(form, "წინა წლის მაჩვენებელი")[1], "1,5"));
}

#[test]
fn headings_and_words_lead_back_to_what_they_name() {
    with_form("b", Code::EN, |form| {
        let headings: Vec<&str> = form.columns.iter().map(|column| column.heading.as_str()).collect();
        assert_eq!(headings.iter().filter(|heading| **heading == "unit").count(), 1, "the dimension, not the column for reading");
        assert!(headings.contains(&"place"), "its name is that of a column that is read");
        assert_eq!(below(form, "place")[9..11], ["here", "x"], "two values have the same name");
    });
}

#[test]
fn what_a_person_writes_is_empty() {
    with_form("a", Code::EN, |form| {
        for row in &form.rows {
            for (column, cell) in form.columns.iter().zip(&row.cells) {
                assert!(!row.subject.asks_for(column.slot) || cell.is_empty(), "{} {cell}", column.heading);
            }
        }
        assert!(!Subject::Activity.asks_for(Slot::Field(Field::Value)), "a value needs an indicator");
        assert_eq!(form.statuses().len(), 6, "without what the program derives");
        assert_eq!(form.delay_reasons(), ["funding"]);
    });
}

#[test]
fn the_text_survives_a_spreadsheet() {
    let text = csv("a", Code::EN);
    assert!(text.starts_with("\u{feff}activity;activity_title;"));
    assert!(text.contains("\r\nN 1.1.1;'=The group;lead;"), "neither a date nor a formula");
    assert!(text.contains(";'10-12;") && text.contains(";'+18;"));
    assert!(csv("b", Code::EN).contains(";'5.1;"));
    assert_eq!(text.matches("\r\n").count(), text.matches('\n').count());
}

/// The file of an agency for 2020, read in the place of what it had sent.
fn sent(agency: &str, format: Format, bytes: &[u8]) -> Submission {
    let path = format!("reports/2020/submissions/{agency}-form.{}", format.ending());
    let read = loaded(&[("reports/2020/submissions/a.csv", b""), (&path, bytes)]);
    let is_its = |file: &&Submission| read.sources.get(file.source).path == path;
    read.periods.iter().find(|period| period.name == "2020").unwrap().submissions.iter().find(is_its).unwrap().clone()
}

#[test]
fn a_form_as_it_came_is_rows_not_filled_in() {
    for (_, format) in Format::ALL {
        for language in [Code::EN, Code::KA] {
            for agency in ["b", "c"] {
                let (bytes, rows) = with_form(agency, language, |form| (written(form, format).unwrap(), form.rows.len()));
                let file = sent(agency, format, &bytes);
                let read = (file.rows.len(), file.set_aside.len(), file.nil.len(), file.unfilled.len());
                assert_eq!(read, (0, 0, 0, rows - 1), "{agency} {language} {format:?}");
            }
        }
    }
}

/// Writes into the column of a field, in every row that asks for it.
fn fill(form: &mut Form<'_>, field: Field, text: &str) {
    let at = form.columns.iter().position(|column| column.slot == Slot::Field(field)).unwrap();
    for row in form.rows.iter_mut().filter(|row| row.subject.asks_for(Slot::Field(field)) && row.subject != Subject::NothingToReport) {
        row.cells[at] = text.to_owned();
    }
}

#[test]
fn a_filled_form_says_what_was_written() {
    for (_, format) in Format::ALL {
        for language in [Code::EN, Code::KA] {
            let (bytes, rows) = with_form("a", language, |form| {
                let (status, reason) = (form.statuses()[1].clone(), form.delay_reasons()[0].clone());
                for (field, text) in [(Field::Value, "5"), (Field::Status, &status), (Field::DelayReason, &reason), (Field::Expected, "2021-H1")] {
                    fill(form, field, text);
                }
                (written(form, format).unwrap(), form.rows.clone())
            });
            let file = sent("a", format, &bytes);
            assert_eq!((file.rows.len(), file.set_aside.len(), file.unfilled.len()), (rows.len() - 1, 0, 0), "{language} {format:?}");
            for (row, asked) in file.rows.iter().zip(&rows) {
                let whole = asked.subject == Subject::Activity;
                assert_eq!((row.status.is_some(), row.value.is_some(), row.indicator.is_some()), (whole, !whole, !whole));
                assert_eq!(row.words.as_ref().is_some_and(|words| words.delay_reason.is_some() && words.expected.is_some()), whole);
            }
            assert_eq!(file.rows.iter().map(|row| row.breakdown.len()).collect::<Vec<_>>(), [0, 0, 0, 1, 1, 1, 1, 2, 0]);
        }
    }
}

#[test]
fn the_last_row_is_a_nil_return() {
    for language in [Code::EN, Code::KA] {
        let bytes = with_form("b", language, |form| {
            let columns = form.columns.clone();
            let last = form.rows.last_mut().unwrap();
            for (column, cell) in columns.iter().zip(&mut last.cells) {
                match column.slot {
                    Slot::Field(Field::Value) => *cell = "x".to_owned(),
                    Slot::Field(Field::Narrative) => *cell = "No activity was due.".to_owned(),
                    _ => {}
                }
            }
            written(form, Format::Csv).unwrap()
        });
        let file = sent("b", Format::Csv, &bytes);
        assert_eq!((file.nil.len(), file.rows.len(), file.set_aside.len()), (1, 0, 0), "{language}");
    }
}

#[test]
#[cfg(feature = "excel")]
fn a_workbook_is_the_same_every_time() {
    let bytes = || with_form("a", Code::KA, |form| written(form, Format::Xlsx).unwrap());
    let first = bytes();
    // A second later by the clock, which a workbook otherwise writes down.
    std::thread::sleep(std::time::Duration::from_millis(1100));
    assert!(first == bytes());
    assert!(bytes() != with_form("a", Code::EN, |form| written(form, Format::Xlsx).unwrap()));
}

#[test]
#[cfg(feature = "excel")]
fn the_guide_says_when_and_to_whom() {
    with_form("a", Code::KA, |form| {
        let said = |words| guide::lines(form, words).join("\n");
        let [ka, en] = form.given.languages;
        assert!(said(ka).contains("ბოლო ვადა: 1 თებერვალი 2021") && said(ka).contains("სამდივნო"), "{}", said(ka));
        assert!(said(en).contains("1 February 2021") && !said(en).contains("„") && said(en).contains("\"მაჩვენებელი\""), "{}", said(en));
        assert_eq!(guide::lines(form, ka).len(), guide::lines(form, en).len());
    });
}
