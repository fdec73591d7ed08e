//! The workbook of a report, read back: its figures are those of the files, its numbers numbers, its ids texts.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use plan::Checked;
use plan::compile::{Document, Request, documents};
use plan::model::date::Date;
use plan::model::submission::Value;
use plan::model::text::Language as Code;
use plan::report::Format;
use plan::report::language::Language;

use super::adopted::repository;
use super::harmless::HOSTILE;

fn checked() -> Checked {
    plan::check(repository(), Date::new(2021, 3, 1).unwrap())
}

fn report(checked: &mut Checked) -> Vec<Document> {
    let formats = vec![Format::Xlsx];
    documents(checked, &Request { period: "2020".into(), since: None, formats, as_of: None, stamp: None, public: false, templates: Vec::new() })
        .unwrap()
}

/// The sheets with their rows, the headings first.
fn sheets(bytes: &[u8]) -> Vec<(String, Vec<Vec<Data>>)> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    let rows = |range: calamine::Range<Data>| range.rows().map(<[Data]>::to_vec).collect();
    names.into_iter().map(|name| (name.clone(), rows(workbook.worksheet_range(&name).unwrap()))).collect()
}

#[test]
fn every_figure_is_there_with_its_source() {
    let mut checked = checked();
    let documents = report(&mut checked);
    assert_eq!(documents.iter().map(|document| document.name.as_str()).collect::<Vec<_>>(), ["report.ka.xlsx", "report.en.xlsx"]);
    let words = [Language::load(Code::KA, None).unwrap(), Language::load(Code::EN, None).unwrap()];
    for (document, words) in documents.iter().zip(&words) {
        let sheets = sheets(&document.bytes);
        assert_eq!(sheets.len(), 7, "{:?}", sheets.iter().map(|(name, _)| name).collect::<Vec<_>>());
        let plan = &checked.loaded.plan;
        let rows = &sheets[0].1[1..];
        let ids: Vec<Data> = plan.activities.iter().map(|activity| Data::String(activity.id.clone())).collect();
        assert_eq!(rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>(), ids, "ids are texts");
        let overdue = rows.iter().filter(|row| matches!(row[12], Data::Float(_))).count();
        assert_eq!((overdue, sheets[1].1.len() - 1), (55, 55), "overdue");

        let mut expected = BTreeSet::new();
        for file in checked.loaded.periods.iter().flat_map(|period| &period.submissions).filter(|file| !file.replaced) {
            let source = checked.loaded.sources.get(file.source);
            for row in &file.rows {
                let (Some(_), Some(value)) = (row.indicator, &row.value) else { continue };
                let value = match value {
                    Value::Number(number) => Data::Float(number.to_string().parse().unwrap()),
                    other => Data::String(words.value(other)),
                };
                let id = Data::String(plan.activity(row.activity).id.clone());
                expected.insert(format!("{id:?} {value:?} {} {:?}", source.path, Data::Float(f64::from(row.row))));
            }
        }
        let figures: Vec<&Vec<Data>> = sheets[2].1[1..].iter().filter(|row| row[7] != Data::Empty).collect();
        let found: BTreeSet<String> = figures.iter().map(|row| format!("{:?} {:?} {} {:?}", row[0], row[7], row[11], row[12])).collect();
        assert_eq!(found, expected, "{}", document.name);
        assert!(figures.iter().any(|row| row[7] == Data::String("<5".to_owned())), "a suppressed count is a text");
        assert!(figures.iter().all(|row| matches!(&row[13], Data::String(sum) if sum.len() == 64)), "every figure has its checksum");
        let of_files: BTreeSet<String> = sheets[6].1[1..].iter().map(|row| format!("{} {}", row[0], row[6])).collect();
        assert!(figures.iter().all(|row| of_files.contains(&format!("{} {}", row[11], row[13]))), "and its file is listed");
        let named: BTreeSet<String> = sheets[2].1[1..].iter().map(|row| format!("{} {}", row[0], row[1])).collect();
        assert_eq!(named.len(), 99, "every indicator");
    }
}

#[test]
fn the_same_report_is_the_same_workbook() {
    let mut checked = checked();
    assert_eq!(report(&mut checked), report(&mut checked));
}

#[test]
fn no_text_is_a_formula() {
    let base = |name: &str| plan::load::File {
        path: name.to_owned(),
        bytes: std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks/base").join(name)).unwrap(),
    };
    for text in HOSTILE.iter().copied().chain(["=1+1", "+1", "-1", "@x", "\t=1", "\u{1}x", "5.10", "1-2"]) {
        let mut files: Vec<plan::load::File> = ["plan/plan.yaml", "plan/agencies.yaml", "plan/goals/1.yaml"].map(base).into();
        let rows = format!("activity,obstacles\n1.1.1,\"{}\"\n", text.replace('"', "\"\""));
        files.push(plan::load::File { path: "reports/2020/submissions/moia.csv".to_owned(), bytes: rows.into_bytes() });
        let mut checked = plan::check(files, Date::new(2021, 3, 1).unwrap());
        let words = checked.loaded.periods[0].submissions[0].rows[0].words.as_ref().unwrap().obstacles.any(Code::EN).to_owned();
        let document = report(&mut checked).remove(0);
        let mut file = zip::ZipArchive::new(Cursor::new(document.bytes.as_slice())).unwrap();
        for at in 0..file.len() {
            let mut part = String::new();
            file.by_index(at).unwrap().read_to_string(&mut part).unwrap();
            assert!(!part.contains("<f>") && !part.contains("<f ") && !part.contains("<hyperlink"), "{text:?}");
        }
        let shown: String = words.chars().map(|c| if c.is_control() && c != '\n' && c != '\t' { '\u{fffd}' } else { c }).collect();
        let obstacles = sheets(&document.bytes).remove(4).1;
        assert_eq!(obstacles[1][4], Data::String(shown), "{text:?}");
    }
}
