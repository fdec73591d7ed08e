//! Cases of `tests/cases` whose right outcome is one of the report: what was read shows there as it should.

use plan::Checked;
use plan::compile::{FormRequest, forms};
use plan::form::Format;
use plan::load::File;
use plan::model::text::Language;

use super::cases::{FILE, bytes, check, check_as, check_dates, found};
use super::cases_page::{compiled, document, pages};
use super::page::place;

/// The cells of the first row of the English Markdown that begins with these words, once it is as long as a table of indicators.
fn cells(checked: Checked, first: &str) -> Vec<Vec<String>> {
    let documents = compiled(checked);
    let rows = document(&documents, "report.en.md").lines().filter(|line| line.starts_with(&format!("| {first}")));
    rows.map(|row| row.split(" | ").map(|cell| cell.trim_matches(['|', ' ']).to_owned()).collect()).collect()
}

#[track_caller]
fn no_document_holds(checked: Checked, word: &str) {
    for document in compiled(checked) {
        assert!(!document.text().contains(word), "{word:?} is in {}", document.name);
    }
}

#[test]
fn line_breaks_of_a_cell_are_shown() {
    for case in ["csv-lf-in-cell", "csv-x000d"] {
        // Beside a figure a blank line is a line break; in the words about an activity it parts two paragraphs.
        for page in pages(check(case)) {
            assert!(page.text().contains("გაიარა\nანგარიში"), "{case}");
        }
    }
    let of_activity = String::from_utf8(bytes("csv-lf-in-cell/input.csv")).unwrap().replacen("participants,done,24", ",done,", 1);
    for page in pages(check_as(FILE, of_activity.into_bytes())) {
        let paragraphs: Vec<&str> = page.named("p").map(|tag| tag.text.trim()).collect();
        assert!(paragraphs.contains(&"ანგარიში ვებგვერდზე გამოქვეყნდა"), "{paragraphs:?}");
    }
    no_document_holds(check("csv-x000d"), "_x000D_");
}

#[test]
fn the_rows_behind_an_open_mark_are_in_no_activity() {
    let documents = compiled(check("csv-unclosed-quote"));
    for name in ["report.en.html", "report.en.md"] {
        let text = document(&documents, name);
        let activity = &text[place(text, "a-2.1.2").unwrap()..place(text, "a-2.1.3").unwrap()];
        assert!(!activity.contains("სამუშაო ჯგუფი") && !activity.contains("კანონპროექტი"), "{name}");
    }
}

#[test]
fn activities_are_listed_in_the_order_of_their_numbers() {
    let rows = bytes("id-sort/input.csv");
    let mut turned: Vec<String> = String::from_utf8(rows.clone()).unwrap().lines().map(str::to_owned).collect();
    turned[1..].reverse();
    for sent in [rows, turned.join("\n").into_bytes()] {
        let documents = compiled(check_as(FILE, sent));
        for name in ["report.en.html", "report.en.md"] {
            let text = document(&documents, name);
            let places = ["a-2.1.1", "a-2.1.2", "a-2.1.9", "a-2.1.10", "a-2.1.11"].map(|id| place(text, id).unwrap());
            assert!(places.is_sorted(), "{name}");
        }
    }
}

#[test]
fn no_value_is_no_data_and_not_zero() {
    for case in ["num-blank", "num-words"] {
        let markdown = document(&compiled(check(case)), "report.en.md").to_owned();
        let without = markdown.lines().filter(|line| *line == "- participants (participants)").count();
        assert_eq!(without, 4, "{case}: activities 2.1.1, 2.1.2, 2.2.1 and 2.2.2");
        assert_eq!(cells(check(case), "participants (participants)").len(), 0, "{case}");
    }
}

#[test]
fn lost_digits_are_not_made_up() {
    for digits in ["1234570000000", "1 234 570 000 000", "1,234,570,000,000", "1230000000000000"] {
        no_document_holds(check("num-scientific"), digits);
    }
    assert!(document(&compiled(check("num-scientific")), "report.en.md").contains("1,23457E+12"), "the row is listed as it came");
}

#[test]
fn a_formula_is_text_in_the_report_and_harmless_in_a_form() {
    for page in pages(check("num-formula-cell")) {
        let text = page.text();
        assert!(text.contains("=HYPERLINK(\"https://example.org\",\"open\")") && text.contains("@team met twice"));
    }
    assert_eq!(cells(check("num-formula-cell"), "change (change)")[0][2], "-12");
    // What was sent for 2019 stands in the forms of 2020; so do the plan's own words.
    let mut files: Vec<File> =
        ["plan.yaml", "agencies.yaml", "goals/2.yaml"].map(|name| format!("plan/{name}")).map(|path| File { bytes: bytes(&path), path }).into();
    let goal = String::from_utf8(files[2].bytes.clone()).unwrap().replacen(
        "title: Activity 2.1.1",
        "title: '=HYPERLINK(\"https://example.org\",\"open\")'",
        1,
    );
    files[2].bytes = goal.into_bytes();
    files.push(File { path: "reports/2019/submissions/a.csv".into(), bytes: bytes("num-formula-cell/input.csv") });
    let checked = plan::check(files, plan::model::date::Date::new(2021, 3, 1).unwrap());
    let request = FormRequest { period: "2020".into(), agency: Some("a".into()), format: Format::Csv, language: Language::EN };
    let form = String::from_utf8(forms(&checked, &request).unwrap().remove(0).bytes).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').has_headers(false).flexible(true).from_reader(form.trim_start_matches('\u{feff}').as_bytes());
    let cells: Vec<String> = reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect();
    for cell in &cells {
        let number = cell.parse::<f64>().is_ok();
        assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t']), "{cell} would run");
    }
    assert!(cells.iter().any(|cell| cell == "-12") && cells.iter().any(|cell| cell.contains("=HYPERLINK")), "{form}");
}

#[test]
fn a_day_is_shown_in_one_form() {
    let documents = compiled(check_dates("date-with-time"));
    let page = document(&documents, "report.en.md");
    assert_eq!(page.matches("1 July 2020").count(), 3, "once in each activity");
    assert!(!page.contains("2020-07-01") && !page.contains("00:00"));
}

#[test]
fn an_empty_file_makes_no_section_without_a_word() {
    for name in ["zero", "mark", "header"] {
        let checked = check_as(FILE, bytes(&format!("diag-empty-file/{name}.csv")));
        assert_eq!(found(&checked).len(), 1, "{name}");
        let documents = compiled(checked);
        let file = document(&documents, "report.en.md").lines().find(|line| line.contains("| 2020: [a.csv](#f-1) |")).unwrap();
        assert!(file.ends_with("| 0 | 0 |"), "the table of files shows that it holds nothing: {file}");
        let activity = document(&documents, "report.en.md").split_once("id=\"a-2.1.1\"").unwrap().1;
        assert!(activity.split_once("<!-- /article -->").unwrap().0.contains("no report"), "{name}");
    }
}

#[test]
fn no_zero_byte_reaches_a_page_and_nothing_behind_it_is_lost() {
    let documents = compiled(check("enc-nul"));
    assert!(documents.iter().all(|document| !document.text().contains('\0')));
    for name in ["report.en.html", "report.en.md"] {
        let text = document(&documents, name);
        assert!(text.contains("first part") && text.contains("second part"), "{name}");
    }
}

#[test]
fn no_heading_is_turned_into_capitals() {
    let capital = |c: char| ('Ა'..='Ჿ').contains(&c);
    let documents = compiled(check_as("reports/2020/submissions/ᲣᲬᲧᲔᲑᲐ Ა.csv", bytes("uni-mtavruli/input.csv")));
    for name in ["report.ka.html", "report.ka.md"] {
        let text = document(&documents, name);
        assert!(text.contains("ᲢᲠᲔᲜᲘᲜᲒᲘ ᲩᲐᲢᲐᲠᲓᲐ"), "{name}: as typed");
        let rest = text.replace("ᲢᲠᲔᲜᲘᲜᲒᲘ ᲩᲐᲢᲐᲠᲓᲐ", "").replace("ᲣᲬᲧᲔᲑᲐ Ა", "");
        assert!(!rest.contains(capital), "{name}: {:?}", rest.find(capital).map(|at| &rest[at..at + 60]));
        assert!(!text.contains("text-transform: uppercase") && !text.contains("small-caps"), "{name}");
    }
}

#[test]
fn line_ends_of_a_file_change_no_byte_of_the_report() {
    let [crlf, lf] = ["crlf", "lf"].map(|name| compiled(check_as(FILE, bytes(&format!("out-crlf-same/{name}.csv")))));
    assert_eq!(crlf.len(), 5);
    assert!(crlf == lf);
    assert!(crlf.iter().all(|document| !document.text().contains('\r')));
}

#[test]
fn a_capital_heading_is_read_like_any_other() {
    let checked = check("head-case");
    let rows = super::cases::rows(&checked);
    assert!(rows.len() == 2 && rows.iter().all(|row| row.status.is_some() && row.words.is_some()));
    assert_eq!(super::cases::values(&checked), ["24", "-"]);
}
