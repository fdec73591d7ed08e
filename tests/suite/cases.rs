//! The cases of `tests/cases` that speak of reading what agencies send, byte for byte.
//!
//! Each `input.csv` stands in the place of Agency A's file for 2020, beside the plan of `tests/cases/plan`, which knows the
//! activities and indicators that the cases name. A finding is shown as `line:column level check`; the line is an editor's.

use std::path::Path;

use plan::Checked;
use plan::diagnostic::full::{self, Style};
use plan::load::File;
use plan::model::date::Date;
use plan::model::submission::{Expected, Row, Submission, Value};
use plan::model::text::Language;
use plan::source::position;

pub(super) const FILE: &str = "reports/2020/submissions/a.csv";

pub(super) fn bytes(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(path);
    std::fs::read(&path).unwrap_or_else(|_| panic!("{}", path.display()))
}

/// The plan of the cases with one file of an agency.
pub(super) fn check_as(path: &str, text: Vec<u8>) -> Checked {
    let plan = ["plan.yaml", "agencies.yaml", "goals/2.yaml", "goals/3.yaml", "goals/5.yaml"].map(|name| format!("plan/{name}"));
    let mut files: Vec<File> = plan.into_iter().map(|path| File { bytes: bytes(&path), path }).collect();
    files.push(File { path: path.to_owned(), bytes: text });
    plan::check(files, Date::new(2021, 3, 1).unwrap())
}

pub(super) fn check(case: &str) -> Checked {
    check_as(FILE, bytes(&format!("{case}/input.csv")))
}

/// A case whose column `date` is the new date of this format.
pub(super) fn check_dates(case: &str) -> Checked {
    let text = String::from_utf8(bytes(&format!("{case}/input.csv"))).unwrap();
    check_as(FILE, text.replacen(",date\n", ",expected\n", 1).into_bytes())
}

/// The findings, each as `line:column level check`.
pub(super) fn found(checked: &Checked) -> Vec<String> {
    let sources = &checked.loaded.sources;
    let line = |finding: &plan::diagnostic::Located| {
        let source = sources.get(finding.span.source);
        let at = position(&source.text, &source.line_starts(), finding.span.bytes.start);
        let (level, check) = (finding.diagnostic.level.word(Language::EN), finding.diagnostic.check);
        format!("{}:{} {level} {check}", at.line, at.column)
    };
    checked.findings.iter().map(line).collect()
}

/// Everything that is said about a case, as a person reads it.
pub(super) fn said(checked: &Checked) -> String {
    full::render(&checked.findings, &checked.loaded.sources, Language::EN, Style { colour: false, width: 200 })
}

/// That a person reads these words about a case.
#[track_caller]
pub(super) fn says(checked: &Checked, words: &[&str]) {
    let said = said(checked);
    assert!(words.iter().all(|word| said.contains(word)), "{words:?} in\n{said}");
}

pub(super) fn submission(checked: &Checked) -> &Submission {
    &checked.loaded.periods[0].submissions[0]
}

pub(super) fn rows(checked: &Checked) -> &[Row] {
    &submission(checked).rows
}

/// The values of the accepted rows; `-` where there is none.
pub(super) fn values(checked: &Checked) -> Vec<String> {
    let shown = |row: &Row| match &row.value {
        Some(Value::Number(number)) => number.to_string(),
        Some(other) => format!("{other:?}"),
        None => "-".to_owned(),
    };
    rows(checked).iter().map(shown).collect()
}

/// The narratives of the accepted rows.
pub(super) fn narratives(checked: &Checked) -> Vec<String> {
    rows(checked).iter().map(|row| row.words.as_ref().map_or(String::new(), |words| words.narrative.any(Language::KA).to_owned())).collect()
}

/// Ids of the activities of the accepted rows.
fn activities(checked: &Checked) -> Vec<&str> {
    rows(checked).iter().map(|row| checked.loaded.plan.activity(row.activity).id.as_str()).collect()
}

#[track_caller]
fn nothing_is_said(case: &str, rows_read: usize) -> Checked {
    let checked = check(case);
    assert_eq!(said(&checked), "", "{case}");
    assert_eq!(rows(&checked).len(), rows_read, "{case}");
    checked
}

#[test]
fn the_plan_of_the_cases_has_no_findings() {
    assert_eq!(said(&check_as(FILE, b"activity,status\n2.1.1,done\n".to_vec())), "");
}

// Separators, quotation marks, lines.

#[test]
fn wrong_values_stand_on_the_line_an_editor_shows() {
    assert_eq!(found(&check("csv-blank-line-number")), ["6:24 error value-of-wrong-kind"]);
    assert_eq!(found(&check("csv-cr-only")), ["4:24 error value-of-wrong-kind"]);
    assert_eq!(values(&check("csv-cr-only")), ["24", "3"]);
    for name in ["crlf", "lf"] {
        let checked = check_as(FILE, bytes(&format!("csv-crlf-line-number/{name}.csv")));
        assert_eq!(found(&checked), ["3:33 error value-of-wrong-kind"], "{name}");
    }
}

#[test]
fn line_breaks_stay_in_their_cell() {
    let checked = nothing_is_said("csv-lf-in-cell", 2);
    assert_eq!(narratives(&checked)[0], "ტრენინგი 24 თანამშრომელმა გაიარა\n\nანგარიში ვებგვერდზე გამოქვეყნდა");
}

#[test]
fn the_heading_tells_the_separator() {
    assert_eq!(values(&nothing_is_said("csv-semicolon-comma", 2)), ["12.5", "7.25"]);
    assert!(narratives(&nothing_is_said("csv-semicolon-prose", 2))[1].starts_with("გეგმა, ანგარიში, დანართი"));
}

#[test]
fn rows_without_a_number_are_neither_dropped_nor_filled_in() {
    let checked = check("csv-merged-cells");
    assert_eq!(found(&checked), ["3:1 error row-without-activity", "4:1 error row-without-activity"]);
    for (located, row) in checked.findings.iter().zip(3..) {
        let finding = &located.diagnostic;
        let text = format!("{}\n{:?}\n{:?}", located.cell.as_ref().unwrap().in_words().en, finding.notes, finding.help);
        assert!(text.contains(&format!("row {row}")) && text.contains("merged cells") && text.contains("2.1.1"), "{text}");
    }
    assert_eq!((rows(&checked).len(), submission(&checked).set_aside.len()), (2, 2));
}

#[test]
fn a_row_that_ends_early_is_one_finding() {
    let checked = check("csv-short-row");
    assert_eq!(found(&checked), ["3:1 error short-row"]);
    says(&checked, &["4 cells", "6"]);
    assert_eq!(values(&checked), ["24", "2"]);
}

#[test]
fn marks_inside_a_cell_are_text() {
    let checked = nothing_is_said("csv-stray-quote", 3);
    assert_eq!(narratives(&checked)[0], "პროექტი \"ღია კარი\" დასრულდა");
    assert_eq!(narratives(&checked)[1], "24\" monitors installed");
}

#[test]
fn padding_is_ignored() {
    nothing_is_said("csv-trailing-columns", 2);
    nothing_is_said("csv-trailing-rows", 2);
}

#[test]
fn an_unclosed_mark_is_found_where_it_opens() {
    let checked = check("csv-unclosed-quote");
    assert_eq!(found(&checked), ["3:35 error unclosed-quote"]);
    says(&checked, &["column \"narrative\", row 3"]);
    assert_eq!(values(&checked), ["24"]);
    let kept = &submission(&checked).set_aside;
    assert_eq!(kept.len(), 1);
    assert!(kept[0].cells.iter().all(|cell| !cell.contains("3.1.1")), "{kept:?}");
}

// Headings.

#[test]
fn a_column_without_a_heading_is_one_finding() {
    let checked = check("head-blank-middle");
    assert_eq!(found(&checked), ["1:27 error column-without-heading"]);
    says(&checked, &["column D"]);
}

#[test]
fn headings_are_known_by_their_letters() {
    assert_eq!(found(&check("head-case")), ["3:33 warning value-of-wrong-kind"]);
    assert_eq!(values(&nothing_is_said("head-nbsp", 2)), ["24", "3"]);
    assert_eq!(narratives(&nothing_is_said("head-zero-width", 2))[1], "ანგარიში ვებგვერდზე გამოქვეყნდა");
}

#[test]
fn nothing_is_taken_from_doubled_columns() {
    let checked = check("head-duplicate");
    assert_eq!(found(&checked), ["1:43 error duplicate-column"]);
    let first = &checked.findings[0].others[0].bytes;
    assert_eq!((first.start, first.end), (26, 31), "the fourth column");
    assert_eq!(values(&checked), ["-"]);
}

#[test]
fn a_heading_is_checked_in_a_file_without_rows() {
    let checked = check("head-misspelt-no-rows");
    assert_eq!(found(&checked), ["1:1 warning no-rows", "1:33 warning unknown-column"]);
    says(&checked, &["\"narrative\""]);
}

// Activity numbers.

#[test]
fn a_date_in_the_place_of_a_number_is_never_taken() {
    for case in ["id-date", "id-month-name"] {
        let checked = check(case);
        assert_eq!(found(&checked), ["2:1 error unknown-activity", "3:1 error unknown-activity"], "{case}");
        assert_eq!(said(&checked).matches("into a date").count(), 2, "{}", said(&checked));
        assert_eq!(values(&checked), ["2"], "{case}");
    }
    says(&check("id-date"), &["2.1.10", "5.1.1"]);
}

#[test]
fn padded_and_unknown_numbers_have_a_proposal() {
    let checked = check("id-leading-zero");
    assert_eq!(found(&checked), ["2:1 error unknown-activity"]);
    says(&checked, &["probably 2.1.10"]);
    assert!(!said(&checked).contains("date"));

    let checked = check("id-unknown");
    assert_eq!(found(&checked), ["3:1 error unknown-activity"]);
    says(&checked, &["objective 2.1 has the activities 2.1.1 to 2.1.11"]);
    assert_eq!(submission(&checked).set_aside.len(), 1);
}

#[test]
fn blanks_and_a_full_stop_make_no_other_number() {
    assert_eq!(activities(&nothing_is_said("id-spaces-dot", 3)), ["2.1.10"; 3]);
}

#[test]
fn activities_stand_in_the_order_of_their_numbers() {
    let checked = nothing_is_said("id-sort", 5);
    let mut named: Vec<_> = rows(&checked).iter().map(|row| row.activity).collect();
    named.sort_unstable();
    let ids: Vec<&str> = named.into_iter().map(|activity| checked.loaded.plan.activity(activity).id.as_str()).collect();
    assert_eq!(ids, ["2.1.1", "2.1.2", "2.1.9", "2.1.10", "2.1.11"]);
}

// Numbers and dates.

#[test]
fn numbers_are_read_as_they_are_written() {
    assert_eq!(values(&nothing_is_said("num-blank", 3)), ["-", "-", "-"]);
    assert_eq!(values(&nothing_is_said("num-nbsp", 3)), ["1234.5", "1234.5", "1234.5"]);
    assert_eq!(values(&nothing_is_said("num-quoted-comma", 1)), ["50.52"]);
}

#[test]
fn a_share_below_one_may_be_a_fraction() {
    let checked = check("num-percent");
    assert_eq!(values(&checked), ["45", "45", "45", "0.45"]);
    assert_eq!(found(&checked), ["5:42 warning percent-as-fraction"]);
}

#[test]
fn what_a_spreadsheet_spoilt_is_no_value() {
    let checked = check("num-formula-error");
    let value = |at: &str| format!("{at} error value-of-wrong-kind");
    assert_eq!(found(&checked), [value("2:25"), value("3:22"), value("4:28"), "5:30 error spreadsheet-error-in-text".into()]);
    assert!(rows(&checked).is_empty());

    let checked = check("num-scientific");
    assert_eq!(found(&checked), [value("2:28"), value("3:28")]);
    says(&checked, &["lost digits", "full number"]);
    assert!(rows(&checked).is_empty());
}

#[test]
fn words_are_no_numbers_and_a_dash_is_not_zero() {
    let checked = check("num-words");
    let value = |at: &str| format!("{at} value-of-wrong-kind");
    assert_eq!(found(&checked), [value("2:25 error"), value("3:25 error"), value("4:28 warning"), value("5:28 warning")]);
    assert_eq!(values(&checked), ["-", "-"]);
}

#[test]
fn days_are_read_in_one_way_or_not_at_all() {
    let checked = check_dates("date-ambiguous");
    assert_eq!(found(&checked), ["2:87 error date-not-understood"]);
    says(&checked, &["3 April", "4 March"]);
    assert_eq!(rows(&checked).len(), 2);

    let checked = check_dates("date-impossible");
    assert_eq!(found(&checked), ["2:87 error date-not-understood", "3:80 error date-not-understood"]);

    let checked = check_dates("date-with-time");
    assert_eq!(said(&checked), "");
    let days: Vec<_> = rows(&checked).iter().map(|row| row.words.as_ref().unwrap().expected).collect();
    assert_eq!(days, [Some(Expected::Day(Date::new(2020, 7, 1).unwrap())); 3]);
}

// Messages.

#[test]
fn all_cells_to_mend_are_named_in_one_run() {
    let checked = check("diag-all-at-once");
    let expected = ["2:1 error unknown-activity", "3:25 error unknown-status", "4:24 error value-of-wrong-kind", "5:66 note evidence-not-a-link"];
    assert_eq!(found(&checked), expected);
    let named = [("activity", "2.1.99"), ("status", "finished?"), ("value", "two"), ("evidence", "not a link")];
    for ((finding, (column, text)), row) in checked.findings.iter().zip(named).zip(2..) {
        assert!(finding.diagnostic.message.en.contains(text), "{}", finding.diagnostic.message.en);
        assert_eq!(finding.cell.as_ref().unwrap().in_words().en, format!("column \"{column}\", row {row}"));
    }
}

#[test]
fn a_blank_row_is_no_row() {
    assert_eq!(values(&nothing_is_said("diag-blank-row", 2)), ["24", "2"]);
}

#[test]
fn an_empty_file_is_named() {
    for (name, finding) in [("zero", "1:1 error empty-file"), ("mark", "1:1 error empty-file"), ("header", "1:1 warning no-rows")] {
        assert_eq!(found(&check_as(FILE, bytes(&format!("diag-empty-file/{name}.csv")))), [finding], "{name}");
    }
}

// Encoding, letters and names.

#[test]
fn a_mark_before_a_quoted_heading_is_dropped() {
    nothing_is_said("enc-bom-quoted", 3);
}

#[test]
fn a_workbook_is_one_finding() {
    let checked = check("enc-xlsx-as-csv");
    assert_eq!(found(&checked), ["1:1 error unreadable-encoding"]);
    says(&checked, &["Excel workbook"]);
}

#[test]
fn a_zero_byte_is_found_in_its_cell() {
    let checked = check("enc-nul");
    assert_eq!(found(&checked), ["3:35 error zero-byte-in-cell"]);
    says(&checked, &["column \"narrative\", row 3"]);
    assert_eq!(values(&checked), ["24", "2"]);
}

#[test]
fn line_ends_make_no_difference() {
    let [crlf, lf] = ["crlf", "lf"].map(|name| check_as(FILE, bytes(&format!("out-crlf-same/{name}.csv"))));
    assert_eq!(said(&crlf), "");
    assert_eq!(format!("{:?}", submission(&crlf)), format!("{:?}", submission(&lf)));
    assert_eq!(narratives(&crlf)[0], "ტრენინგი 24 თანამშრომელმა გაიარა\nანგარიში ვებგვერდზე გამოქვეყნდა");
}

#[test]
fn a_file_name_is_printed_as_given() {
    let path = "reports/2020/submissions/შესრულება 2020 (1).csv";
    let checked = check_as(path, bytes("out-file-name/input.csv"));
    assert_eq!(found(&checked), ["1:1 error file-of-nobody", "2:25 error value-of-wrong-kind"]);
    says(&checked, &[&format!("{path}:2:25")]);
}

#[test]
fn columns_are_counted_in_characters() {
    let checked = check("uni-column-count");
    assert_eq!(found(&checked), ["2:58 error value-of-wrong-kind"]);
    let said = said(&checked);
    let mut lines = said.lines().skip_while(|line| !line.contains("ტრენინგი"));
    let (excerpt, carets) = (lines.next().unwrap(), lines.next().unwrap());
    let under: String = excerpt.chars().zip(carets.chars()).filter(|(_, mark)| *mark == '^').map(|(letter, _)| letter).collect();
    assert_eq!(under, "xx");
}

#[test]
fn capitals_are_the_same_letters() {
    let checked = check_as("reports/2020/submissions/ᲣᲬᲧᲔᲑᲐ Ა.csv", bytes("uni-mtavruli/input.csv"));
    assert_eq!(said(&checked), "");
    let rows = rows(&checked);
    assert!(rows[0].status.is_some() && rows[0].status == rows[1].status);
    assert_eq!(rows[0].agency, checked.loaded.plan.agency_ix("a"));
    assert_eq!(narratives(&checked)[0], "ᲢᲠᲔᲜᲘᲜᲒᲘ ᲩᲐᲢᲐᲠᲓᲐ");
}

#[test]
fn invisible_characters_change_no_word() {
    let checked = check("uni-invisible-in-text");
    assert_eq!(found(&checked), ["2:27 error value-of-wrong-kind"]);
    assert_eq!(values(&checked), ["3"]);
}
