//! From a form that was filled in to the report: it is judged without a word, and every cell is found where it belongs.

use std::collections::HashSet;

use plan::compile::{Request, documents};
use plan::load::File;
use plan::model::text::Language;
use plan::report::Format;
use plan::validate::{self, Validated, text};
use serde_json::Value;

use super::adopted::repository;
use super::filled::{Filled, Saved, Written, bytes, filled, sheets};
use super::validate::day;

const EVERY: [Saved; 4] = [Saved::Csv, Saved::ByExcel, Saved::ByLibreOffice, Saved::Workbook];
const LANGUAGES: [Language; 2] = [Language::KA, Language::EN];

/// Each way of saving in one language is enough for the larger plan.
fn is_tried(saved: Saved, language: Language) -> bool {
    matches!(saved, Saved::ByExcel | Saved::Workbook) == (language == Language::KA)
}

/// The small plan of the fixtures, alone.
fn small() -> Vec<File> {
    let base = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks/base");
    ["plan/plan.yaml", "plan/agencies.yaml", "plan/goals/1.yaml"]
        .map(|path| File { path: path.to_owned(), bytes: std::fs::read(base.join(path)).unwrap() })
        .into()
}

/// The adopted plan and what was reported for 2019; of 2020 nothing, and not what the secretariat wrote about it.
fn adopted() -> Vec<File> {
    repository().into_iter().filter(|file| !file.path.starts_with("reports/2020")).collect()
}

fn judged(files: Vec<File>, name: &str, bytes: &[u8]) -> Validated {
    let request = validate::Request { file: File { path: name.to_owned(), bytes: bytes.to_vec() }, agency: None, period: None };
    validate::validate(files, request, day()).unwrap()
}

/// What a report of 2020 says when these files were sent: the document for programs, and the texts in both languages.
fn report(mut files: Vec<File>, sent: &[(String, Vec<u8>)]) -> (Value, [String; 2]) {
    files.extend(sent.iter().map(|(name, bytes)| File { path: format!("reports/2020/submissions/{name}"), bytes: bytes.clone() }));
    let mut checked = plan::check(files, day());
    let request = Request {
        period: "2020".into(),
        formats: vec![Format::Json, Format::Markdown],
        since: None,
        as_of: None,
        stamp: None,
        public: false,
        templates: Vec::new(),
    };
    let documents = documents(&mut checked, &request).unwrap();
    let text = |name: &str| documents.iter().find(|document| document.name == name).unwrap().text().to_owned();
    (serde_json::from_str(&text("report.json")).unwrap(), [text("report.ka.md"), text("report.en.md")])
}

/// The statement of a row, wherever the document has it.
fn statement<'a>(document: &'a Value, file: &str, written: &Written) -> &'a Value {
    let activities = document["progress"]["activities"].as_array().unwrap();
    let activity = activities.iter().find(|activity| activity["id"] == *written.activity).unwrap();
    let of_figures = activity["figures"].as_array().unwrap().iter().flat_map(|figure| figure["said"].as_array().unwrap());
    let all = activity["said"].as_array().unwrap().iter().chain(of_figures);
    let is_it = |said: &&Value| said["file"] == *file && said["row"] == written.row;
    all.filter(is_it).max_by_key(|said| said["value"].is_null() == written.value.is_none()).unwrap_or_else(|| panic!("{file} lost {written:?}"))
}

fn holds(document: &Value, words: &[HashSet<&str>], sent: &Filled) {
    let file = format!("reports/2020/submissions/{}", sent.name);
    for written in &sent.written {
        let said = statement(document, &file, written);
        let or_null = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
        let found = |key: &str, expected: Value| assert_eq!(said[key], expected, "{file} row {}: {key}", written.row);
        found("agency", (*sent.agency).into());
        found("period", "2020".into());
        found("indicator", or_null(&written.indicator));
        found("status", or_null(&written.status));
        found("value", written.value.clone().unwrap_or_default());
        found("narrative", or_null(&written.narrative));
        found("obstacles", or_null(&written.obstacles));
        found("delay_reason", or_null(&written.delay_reason));
        found("expected", or_null(&written.expected));
        found("evidence", written.evidence.clone().into());
        let link = |text: &String| text.split(['/', '?']).nth(3).map_or(text.rsplit(' ').next().unwrap().to_owned(), str::to_owned);
        let texts = [&written.narrative, &written.obstacles].into_iter().filter_map(|text| text.split_once(':')).map(|(key, _)| key.to_owned());
        for key in texts.chain(written.evidence.iter().map(link)) {
            assert!(words.iter().all(|words| words.contains(key.as_str())), "{file} row {}: the report lacks {key}", written.row);
        }
    }
}

/// The words of a text, each once.
fn words(text: &str) -> HashSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).collect()
}

/// Every file as it would be sent, judged without a word.
fn accepted(files: &[File], sent: &[Filled]) {
    for file in sent {
        let judged = judged(files.to_vec(), &file.name, &file.bytes);
        let said = text::short(&judged, Language::EN);
        // That a suppressed count is kept as one is said once.
        let unexpected = judged.findings().iter().find(|finding| finding.diagnostic.check != "suppressed-value");
        assert!(unexpected.is_none(), "{}:\n{said}", file.name);
        let account = &judged.account;
        assert_eq!((account.accepted, account.set_aside, account.not_filled_in), (file.written.len(), 0, 0), "{said}");
        assert!(account.is_ready() && account.missing.is_empty() && account.missing_support.is_empty(), "{said}");
    }
}

#[test]
fn nothing_that_was_filled_in_is_lost() {
    for (files, agencies) in [(small(), &["council", "moia", "fund"][..]), (adopted(), &["moia", "fund", "moh"])] {
        let checked = plan::check(files.clone(), day());
        for saved in EVERY {
            for language in LANGUAGES {
                if agencies.contains(&"moh") && !is_tried(saved, language) {
                    continue;
                }
                let sent: Vec<Filled> = (0..).zip(agencies).map(|(at, agency)| filled(&checked, agency, 400 * at + 100, saved, language)).collect();
                accepted(&files, &sent);
                let named: Vec<(String, Vec<u8>)> = sent.iter().map(|file| (file.name.clone(), file.bytes.clone())).collect();
                let (document, markdown) = report(files.clone(), &named);
                assert_eq!(document["progress"]["set_aside"], Value::Array(Vec::new()), "{saved:?} {language}");
                let words: Vec<HashSet<&str>> = markdown.iter().map(|text| words(text)).collect();
                for file in &sent {
                    holds(&document, &words, file);
                }
            }
        }
    }
}

#[test]
fn the_figures_of_one_agency_are_printed() {
    let files = adopted();
    let checked = plan::check(files.clone(), day());
    for agency in ["moia", "fund", "labour-inspection"] {
        let sent = filled(&checked, agency, 100, Saved::ByExcel, Language::KA);
        let (_, markdown) = report(files.clone(), &[(sent.name.clone(), sent.bytes.clone())]);
        let words = markdown.each_ref().map(|text| words(text));
        let numbers = sent.written.iter().filter_map(|written| Some((written, written.value.as_ref()?.as_i64()?.to_string())));
        for (written, number) in numbers {
            let lacks = words.iter().any(|words| !words.contains(number.as_str()));
            assert!(!lacks, "{agency} row {}: the report lacks {number} of {}", written.row, written.indicator);
        }
    }
}

#[test]
fn a_nil_return_is_told_with_its_reason() {
    for (files, agency) in [(small(), "fund"), (adopted(), "mfa")] {
        let checked = plan::check(files.clone(), day());
        for saved in EVERY {
            for language in LANGUAGES {
                if agency == "mfa" && !is_tried(saved, language) {
                    continue;
                }
                let (format, reason) = (
                    if saved == Saved::Workbook { plan::form::Format::Xlsx } else { plan::form::Format::Csv },
                    "მიზეზი: \"არაფერი\"; reason | one\nand two",
                );
                let request = plan::compile::FormRequest { period: "2020".into(), agency: Some(agency.into()), format, language };
                let form = plan::compile::forms(&checked, &request).unwrap().remove(0);
                let mut sheets = sheets(&form);
                let table = &mut sheets.last_mut().unwrap().1;
                let at = |heading: [&str; 2]| table[0].iter().position(|known| heading.contains(&known.as_str())).unwrap();
                let (value, narrative) = (at(["value", "მაჩვენებელი"]), at(["narrative", "შესრულების აღწერა"]));
                let row = table.len();
                let last = table.last_mut().unwrap();
                (last[value], last[narrative]) = ("x".to_owned(), reason.to_owned());
                let bytes = bytes(&sheets, saved);
                let judged = judged(files.clone(), &form.name, &bytes);
                let said = text::full(&judged, Language::EN);
                assert!(judged.account.is_ready() && judged.account.nil_returns == 1 && judged.account.levels[..2] == [0, 0], "{said}");
                assert!(said.ends_with("The file is ready to send: it says that there is nothing to report.\n"), "{said}");
                let (document, markdown) = report(files.clone(), &[(form.name.clone(), bytes)]);
                let agencies = document["progress"]["agencies"].as_array().unwrap();
                let nil = &agencies.iter().find(|known| known["id"] == agency).unwrap()["nil"][0];
                assert_eq!((&nil["row"], &nil["reason"]), (&row.into(), &reason.into()), "{saved:?} {language}");
                assert_eq!(nil["file"], format!("reports/2020/submissions/{}", form.name));
                assert!(markdown.iter().all(|text| text.contains("reason")), "{saved:?} {language}");
            }
        }
    }
}
