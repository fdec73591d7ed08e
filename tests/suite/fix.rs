//! Repaired files: what becomes of each sort of cell, and that a repair never changes what a file says.

use plan::compile::{FormRequest, forms};
use plan::diagnostic::Level;
use plan::fix::{Fixed, fix, name, text};
use plan::form::Format;
use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;
use plan::validate::Request;

use super::adopted::repository;
use super::workbook;

const GOAL: &str = r#"id: "1"
title: {ka: მიზანი, en: Goal}
objectives:
  - id: "1.1"
    title: {ka: ამოცანა, en: Objective}
    activities:
      - id: "1.1.1"
        title: {ka: ტრენინგები, en: Trainings}
        lead: [moia]
        support: [council, fund]
        deadline: 2019..2020
        indicators:
          - {id: participants, name: {ka: მონაწილეთა რაოდენობა, en: Number of participants}, kind: count, unit: {ka: მონაწილე, en: participants}, dimensions: [sex]}
          - {id: share, name: {ka: წილი, en: Share}, kind: percent, unit: {ka: პროცენტი, en: percent}}
          - {id: spent, name: {ka: დახარჯული თანხა, en: Money spent}, kind: amount, unit: {ka: ლარი, en: lari}}
          - {id: adopted, name: {ka: მიღებულია, en: Adopted}, kind: yes-no}
          - {id: title, name: {ka: დასახელება, en: Title}, kind: text}
      - id: "1.1.2-a"
        number: "1.1.2"
        title: {ka: კამპანია, en: Campaign}
        lead: [moia]
        deadline: 2019..2020
        indicators:
          - {id: events, name: {ka: ღონისძიებები, en: Events}, kind: count, unit: {ka: ღონისძიება, en: events}}
"#;

pub(super) fn files() -> Vec<File> {
    let base = [
        ("plan/plan.yaml", include_str!("../checks/base/plan/plan.yaml")),
        ("plan/agencies.yaml", include_str!("../checks/base/plan/agencies.yaml")),
        ("plan/goals/1.yaml", GOAL),
    ];
    base.map(|(path, text)| File { path: path.to_owned(), bytes: text.as_bytes().to_vec() }).into()
}

pub(super) fn request(path: &str, bytes: &[u8]) -> Request {
    Request { file: File { path: path.to_owned(), bytes: bytes.to_vec() }, agency: None, period: None }
}

pub(super) fn today() -> Date {
    Date::new(2021, 3, 1).unwrap()
}

fn fixed(path: &str, bytes: &[u8]) -> Fixed {
    fix(files(), request(path, bytes), today()).unwrap_or_else(|refusal| panic!("{refusal}\n{}", String::from_utf8_lossy(bytes)))
}

/// The new file without its mark, LF line ends; it has both.
fn written(path: &str, bytes: &[u8]) -> String {
    let text = String::from_utf8(fixed(path, bytes).bytes).unwrap();
    let text = text.strip_prefix('\u{feff}').unwrap();
    assert!(text.ends_with("\r\n"));
    text.replace("\r\n", "\n")
}

fn refusal(path: &str, bytes: &[u8]) -> String {
    let refusal = fix(files(), request(path, bytes), today()).map(|fixed| String::from_utf8(fixed.bytes)).unwrap_err();
    assert!(!refusal.0.ka.is_empty() && refusal.0.ka != refusal.0.en);
    refusal.0.en
}

/// What a file becomes, for files with one fault each.
const PAIRS: &[(&str, &str)] = &[
    // Headings: each in its own language, unknown ones as they are.
    (
        "Activity Number ,ინდიკატორის დასახელება,REASON FOR DELAY,\u{200b}status,aღწერა\n1.1.1,,,done,x\n",
        "activity,ინდიკატორი,delay_reason,status,aღწერა\n1.1.1,,,fully implemented,x\n",
    ),
    ("№;აღწერა (ქართულად);narrative-EN\n1.1.1;ა;a\n", "საქმიანობა;შესრულების აღწერა (ქართულად);narrative_en\n1.1.1;ა;a\n"),
    ("№,SEX,Sex\u{a0}\n1.1.1,x,y\n", "activity,SEX,\"Sex\u{a0}\"\n1.1.1,x,y\n"),
    ("activity,status,Status\n1.1.1,done,done\n", "activity,status,Status\n1.1.1,done,done\n"),
    // Rows around the table.
    ("Report of the Ministry\n\nactivity;status\n1.1.1;done\n", "activity;status\n1.1.1;fully implemented\n"),
    ("activity;reason for;status\n;delay;\n1.1.1;funding;done\n", "activity;delay_reason;status\n1.1.1;funding;fully implemented\n"),
    ("sep=;\nactivity;status\n1.1.1;done\n", "activity;status\n1.1.1;fully implemented\n"),
    ("sep=|\nactivity|narrative\n1.1.1|a;b\n", "activity;narrative\n1.1.1;\"a;b\"\n"),
    ("activity\tnarrative\n1.1.1\ta, b; c\n", "activity\tnarrative\n1.1.1\ta, b; c\n"),
    ("activity,narrative,,,\n1.1.1,x,,,\n,,,,\n\n1.1.2-a,y,,,,,,\n", "activity,narrative\n1.1.1,x\n1.1.2-a,y\n"),
    ("activity,narrative,,\n1.1.1,x,y,\n", "activity,narrative,\n1.1.1,x,y\n"),
    ("activity,narrative\n1.1.1,x\n\u{200b},\u{200b}\n", "activity,narrative\n1.1.1,x\n\u{200b},\u{200b}\n"),
    // Activities and indicators.
    ("activity,status\n 1.1. 1.,done\n1.1.2,ongoing\n", "activity,status\n1.1.1,fully implemented\n1.1.2-a,in progress\n"),
    ("activity,status\nNo. 1.1.1,done\n№1.1.2,done\n", "activity,status\nN 1.1.1,fully implemented\nN 1.1.2-a,fully implemented\n"),
    ("activity,indicator,value\n1.1.1,მონაწილეთა  რაოდენობა,3\n", "activity,indicator,value\n1.1.1,participants,3\n"),
    ("activity,indicator,value\n1.1.1,money-spent,3\n", "activity,indicator,value\n1.1.1,spent,3\n"),
    // Statuses stay in their language.
    ("activity,status\n1.1.1,შესრულებულია\n", "activity,status\n1.1.1,სრულად შესრულდა\n"),
    ("activity,status\n1.1.1,ᲓᲐᲡᲠᲣᲚᲓᲐ.\n", "activity,status\n1.1.1,სრულად შესრულდა\n"),
    ("activity,status\n1.1.1,Mostly done\n", "activity,status\n1.1.1,mostly implemented\n"),
    ("activity,status\n1.1.1,Dnoe\n", "activity,status\n1.1.1,Dnoe\n"),
    // Values.
    ("activity,indicator,value\n1.1.1,participants,1\u{a0}234\n", "activity,indicator,value\n1.1.1,participants,1234\n"),
    ("activity,indicator,value\n1.1.1,participants,< 5\n", "activity,indicator,value\n1.1.1,participants,<5\n"),
    ("activity,indicator,value\n1.1.1,participants,24 people\n", "activity,indicator,value\n1.1.1,participants,24 people\n"),
    ("activity,indicator,value\n1.1.1,share,45.5 %\n", "activity,indicator,value\n1.1.1,share,45.5\n"),
    ("activity;indicator;value\n1.1.1;spent;1 234,50\n", "activity;indicator;value\n1.1.1;spent;1234,50\n"),
    ("activity;indicator;value\n1.1.1;spent;1.234,5\n", "activity;indicator;value\n1.1.1;spent;1234,5\n"),
    ("activity;indicator;value\n1.1.1;spent;1,234\n", "activity;indicator;value\n1.1.1;spent;1,234\n"),
    ("activity;indicator;value\n1.1.1;spent;0001.234\n", "activity;indicator;value\n1.1.1;spent;0001.234\n"),
    ("activity;indicator;value\n1.1.1;adopted;დიახ\n", "activity;indicator;value\n1.1.1;adopted;კი\n"),
    ("activity;indicator;value\n1.1.1;adopted;TRUE\n", "activity;indicator;value\n1.1.1;adopted;yes\n"),
    ("activity;indicator;value\n1.1.1;title; „ა“ \n", "activity;indicator;value\n1.1.1;title;„ა“\n"),
    // Breakdowns, reasons, dates, agencies.
    ("activity,indicator,Sex,value\n1.1.1,participants,მდედრობითი,3\n", "activity,indicator,sex,value\n1.1.1,participants,ქალი,3\n"),
    ("activity,indicator,Sex,value\n1.1.1,participants,WOMEN,3\n", "activity,indicator,sex,value\n1.1.1,participants,women,3\n"),
    ("activity,status,delay_reason\n1.1.1,ongoing, Funding.\n", "activity,status,delay_reason\n1.1.1,in progress,funding\n"),
    ("activity,status,expected\n1.1.1,ongoing,30.06.2021\n", "activity,status,expected\n1.1.1,in progress,2021-06-30\n"),
    ("activity,status,expected\n1.1.1,ongoing,03/04/2021\n", "activity,status,expected\n1.1.1,in progress,03/04/2021\n"),
    ("activity,agency,status\n1.1.1,შსს,done\n", "activity,agency,status\n1.1.1,moia,fully implemented\n"),
    // Texts letter by letter, but for their ends and for codes.
    ("activity,narrative\n1.1.1,\"  a  b_x000D_\nc\u{a0}\n\"\n", "activity,narrative\n1.1.1,\"a  b\nc\"\n"),
    ("activity,narrative\n1.1.1,\"say \"\"x\"\"\"\n", "activity,narrative\n1.1.1,\"say \"\"x\"\"\"\n"),
    ("activity,narrative\n1.1.1,=1+1\n", "activity,narrative\n1.1.1,=1+1\n"),
    ("activity,remark\n1.1.1, as it is \n", "activity,remark\n1.1.1,\" as it is \"\n"),
    // Rows that are set aside: what can be read alone; nothing where cells may stand below the wrong heading.
    ("activity,status,narrative\n9.9.9,done,x \n", "activity,status,narrative\n9.9.9,fully implemented,x\n"),
    ("activity,status,narrative\n1.1.1,done\n", "activity,status,narrative\n1.1.1,done\n"),
    ("activity,status,narrative\n1.1.1,done,a, b\n", "activity,status,narrative\n1.1.1,done,a,\" b\"\n"),
    ("activity,status,narrative\n1.1.1,done,\"a\"b\"\n", "activity,status,narrative\n1.1.1,done,\"a\"b\"\n"),
    ("activity,status,narrative\n1.1.1,done,\"a\n1.1.2,done,b\n", "activity,status,narrative\n1.1.1,done,\"a\n1.1.2,done,b\n"),
    // Rows of a form, and nothing to report.
    ("Activity;status;value\nN 1.1.1;;\n№ 1.1.2;;\n", "activity;status;value\nN 1.1.1;;\nN 1.1.2-a;;\n"),
    ("activity,value,narrative\nNothing to report,Yes,no cases \n", "activity,value,narrative\nnil,Yes,no cases\n"),
];

#[test]
fn each_sort_of_cell_has_its_form() {
    let mut wrong = Vec::new();
    for (input, output) in PAIRS {
        let once = written("moia.csv", input.as_bytes());
        let twice = written("moia.csv", once.as_bytes());
        if once != *output || twice != once {
            wrong.push(format!("{input:?}\n is {once:?}\n not {output:?}\n then {twice:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_in_utf16_is_read() {
    let units = "\u{feff}activity\tstatus\n1.1.1\tშესრულდა\n".encode_utf16();
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    assert_eq!(written("moia.csv", &bytes), "activity\tstatus\n1.1.1\tსრულად შესრულდა\n");
    assert!(text::render(&fixed("moia.csv", &bytes), Language::EN).contains("  encoding: UTF-16 -> UTF-8\n"));
}

#[test]
fn a_workbook_is_written_as_text_whatever_it_is_called() {
    let text = "[Data]\nActivity,Indicator,Value,Narrative\n1.1.1,share,p:0.455,\"a\nb\"\n№ 1.1.1,spent,n:1234.5,=x\n[Other]\nx\n";
    let expected = "activity;indicator;value;narrative\nN 1.1.1;share;45,5;\"a\nb\"\nN 1.1.1;spent;1234,5;=x\n";
    for path in ["moia.xlsx", "moia.csv"] {
        let bytes = workbook::of_text(text);
        assert_eq!(written(path, &bytes), expected);
        let said = text::render(&fixed(path, &bytes), Language::EN);
        assert!(said.contains("the sheet \"Data\" of the workbook is written as CSV"), "{said}");
    }
}

#[test]
fn rows_of_another_sheet_are_not_lost_without_a_word() {
    let rows = "activity,status\n1.1.1,done\n";
    let fixed = fixed("moia.xlsx", &workbook::of_text(&format!("[One]\n{rows}[Two]\n{rows}")));
    let said = text::render(&fixed, Language::EN);
    assert!(said.contains("\nNot in the new file: the sheet \"Two\" also looks like a report, but only \"One\" is read\n"), "{said}");
}

#[test]
fn what_cannot_be_read_is_refused_with_the_reason() {
    for (bytes, reason) in [
        (&b"activity,narrative\n1.1.1,\xff\xfe\n"[..], "not in UTF-8"),
        (b"<html><table><tr><td>activity</td></tr></table></html>", "web page"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04 no workbook", "workbook"),
        (b"", "empty"),
        (b"name,age\nx,1\n", "none of its headings is known"),
        (b"activity,\"status\n1.1.1,done\n", "quotation mark"),
        (b"sep=,status,activity", "written anew it would not say the same"),
    ] {
        let said = refusal("moia.csv", bytes);
        assert!(said.contains(reason), "{reason}: {said}");
    }
}

#[test]
fn what_may_be_a_persons_number_is_not_printed() {
    let text = "Call 599 12 34 56\n\nactivity,narrative,obstacles\n1.1.1,Tel. 599 12 34 56 ,x \n";
    let fixed = fixed("moia.csv", text.as_bytes());
    assert!(String::from_utf8_lossy(&fixed.bytes).contains("Tel. 599 12 34 56"));
    assert!(fixed.left.findings().iter().any(|finding| finding.diagnostic.check == "personal-data"));
    for language in [Language::EN, Language::KA] {
        let said = text::render(&fixed, language) + &format!("{:?}", fixed.changes);
        assert!(!said.contains("599 12") && !said.contains("12 34"), "{said}");
    }
}

#[test]
fn what_was_changed_and_what_is_left_is_told() {
    let text = "Report\nActivity,status,Narrative\n1.1.1,Dnoe,x\n1.1.2,done,\n\n";
    let fixed = fixed("folder/moia.csv", text.as_bytes());
    let said = text::render(&fixed, Language::EN);
    let expected = r#"Changed:
  rows above the headings left out: 1
    row 1: "Report"
  headings: 2
    cell A2: "Activity" -> "activity"
    cell C2: "Narrative" -> "narrative"
  numbers of activities: 1
    row 4, column "Activity": "1.1.2" -> "1.1.2-a"
  statuses: 1
    row 4, column "status": "done" -> "fully implemented"

What is left:
folder/moia.fixed.csv:2:7: error: "#;
    assert!(said.starts_with(expected), "{said}");
    assert!(said.ends_with("The file cannot be sent yet: 1 error.\n"), "{said}");
    assert_eq!(fixed.left.findings().iter().filter(|finding| finding.diagnostic.level == Level::Error).count(), 1);
    let georgian = text::render(&fixed, Language::KA);
    assert!(georgian.starts_with("შეიცვალა:\n  სათაურების ზემოდან ამოღებული სტრიქონები: 1\n    სტრიქონი 1: „Report“\n"), "{georgian}");
}

#[test]
fn nothing_of_a_form_is_changed() {
    let files = repository();
    let checked = plan::check(files.clone(), today());
    for language in [Language::KA, Language::EN] {
        for agency in ["moia", "gpo", "labour-inspection", "fund"] {
            let asked = FormRequest { period: "2020".to_owned(), agency: Some(agency.to_owned()), format: Format::Csv, language };
            let form = forms(&checked, &asked).unwrap().remove(0);
            let fixed = fix(files.clone(), request(&form.name, &form.bytes), today()).unwrap();
            assert_eq!(fixed.changes, []);
            assert!(fixed.bytes == form.bytes, "{agency} {language}");
        }
    }
}

#[test]
fn the_new_file_has_a_name_that_says_the_same() {
    for (path, expected) in [
        ("moia.csv", "moia.fixed.csv"),
        ("/a/b.c/moia 2020.xlsx", "/a/b.c/moia 2020.fixed.csv"),
        ("reports/2020/submissions/moia-2021-02-20.csv", "reports/2020/submissions/moia.fixed-2021-02-20.csv"),
        ("/moia", "/moia.fixed.csv"),
    ] {
        assert_eq!(name(path), expected);
    }
}
