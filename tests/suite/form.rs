//! The forms that agencies fill in for 2020, of the adopted plan and what was reported for 2019.

use plan::Checked;
use plan::compile::{FormFile, FormRequest, forms};
use plan::diagnostic::{Level, Located, short};
use plan::form::Format;
use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;

use super::adopted::repository;

const LANGUAGES: [Language; 2] = [Language::KA, Language::EN];

fn today() -> Date {
    Date::new(2021, 3, 1).unwrap()
}

fn all(checked: &Checked, format: Format, language: Language) -> Vec<FormFile> {
    forms(checked, &FormRequest { period: "2020".to_owned(), agency: None, format, language }).unwrap()
}

/// The rows of an agency's form in English, cell by cell.
fn table(checked: &Checked, agency: &str) -> Vec<Vec<String>> {
    let request = FormRequest { period: "2020".to_owned(), agency: Some(agency.to_owned()), format: Format::Csv, language: Language::EN };
    let file = forms(checked, &request).unwrap().remove(0);
    let text = String::from_utf8(file.bytes).unwrap();
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cells below a heading, of the rows that begin with these cells below these headings.
fn cells(table: &[Vec<String>], heading: &str, where_is: &[(&str, &str)]) -> Vec<String> {
    let at = |heading: &str| table[0].iter().position(|known| known == heading).unwrap();
    let rows = table[1..].iter().filter(|row| where_is.iter().all(|(heading, text)| row[at(heading)] == *text));
    rows.map(|row| row[at(heading)].clone()).collect()
}

/// The repository with these files as all that was sent for 2020.
fn with(sent: &[FormFile]) -> Checked {
    let mut files = repository();
    files.retain(|file| !file.path.starts_with("reports/2020/"));
    files.extend(sent.iter().map(|file| File { path: format!("reports/2020/submissions/{}", file.name), bytes: file.bytes.clone() }));
    plan::check(files, today())
}

#[test]
fn a_form_as_it_came_has_nothing_wrong_but_that_it_is_empty() {
    let checked = plan::check(repository(), today());
    for (_, format) in Format::ALL {
        for language in LANGUAGES {
            let files = all(&checked, format, language);
            assert_eq!(files.len(), 25);
            let read = with(&files);
            let path = |finding: &Located| read.loaded.sources.get(finding.span.source).path.clone();
            let of_forms: Vec<Located> = read.findings.iter().filter(|finding| path(finding).starts_with("reports/2020/")).cloned().collect();
            let text = short::render(&of_forms, &read.loaded.sources, Language::EN);
            let found: Vec<&str> = of_forms.iter().map(|finding| finding.diagnostic.check).collect();
            assert_eq!(found, ["row-not-filled-in"; 25], "{format:?} {language}:\n{text}");
            assert!(of_forms.iter().all(|finding| finding.diagnostic.level == Level::Note));
            let period = read.loaded.periods.iter().find(|period| period.name == "2020").unwrap();
            for sent in &period.submissions {
                assert_eq!((sent.rows.len(), sent.set_aside.len(), sent.nil.len()), (0, 0, 0));
                assert!(!sent.unfilled.is_empty());
            }
        }
    }
}

#[test]
fn members_of_a_group_are_asked_what_it_owes() {
    let checked = plan::check(repository(), today());
    for member in ["moj", "moia", "mfa", "moh", "mes", "gpo", "fund", "moesd"] {
        let table = table(&checked, member);
        let role = cells(&table, "agency_role", &[("activity", "N 2.1.1"), ("indicator", "")]);
        assert_eq!(role, ["support"], "{member}: 2.1.1 names all member agencies, and is overdue");
    }
    assert!(cells(&table(&checked, "ssa"), "activity", &[]).iter().all(|activity| activity != "N 2.1.1"), "no member");
    let request = FormRequest { period: "2020".into(), agency: Some("council-members".into()), format: Format::Csv, language: Language::EN };
    let refusal = forms(&checked, &request).unwrap_err().0;
    assert!(refusal.en.contains("its members fill in the forms: moj, moia") && refusal.ka.contains("moj, moia"), "{refusal:?}");
}

#[test]
fn last_years_values_and_what_is_overdue_are_there_for_reading() {
    let checked = plan::check(repository(), today());
    let inspection = table(&checked, "labour-inspection");
    assert_eq!(
        cells(&inspection, "last_year", &[("activity", "N 4.2.4"), ("indicator", "establishments-inspected"), ("subject of the inspection", "")]),
        ["1575"]
    );
    let moia = table(&checked, "moia");
    let deported =
        [("activity", "N 4.1.2"), ("what is counted", "persons"), ("category of persons interviewed", "citizens of Georgia deported from abroad")];
    assert_eq!(cells(&moia, "last_year", &deported), ["2521"], "the combination that was reported for 2019");
    assert_eq!(cells(&moia, "last_state", &[("activity", "N 1.1.2"), ("indicator", "")]), ["in progress; overdue since 2019"]);
    assert_eq!(cells(&moia, "target", &[("activity", "N 2.1.7"), ("indicator", "students")]), ["24 to 40"]);
}

#[test]
fn what_was_already_sent_for_the_period_changes_no_form() {
    let checked = plan::check(repository(), today());
    let without = with(&[]);
    for language in LANGUAGES {
        assert!(all(&checked, Format::Csv, language) == all(&without, Format::Csv, language), "{language}");
    }
}

#[test]
fn forms_are_refused_in_words() {
    let checked = plan::check(repository(), today());
    let refused = |checked: &Checked, period: &str, agency: &str| {
        let request = FormRequest { period: period.into(), agency: Some(agency.into()), format: Format::Csv, language: Language::EN };
        forms(checked, &request).unwrap_err().0.en
    };
    assert_eq!(refused(&checked, "2020", "moja"), "`moja` is not in the register of agencies; did you mean `moia`?");
    assert!(refused(&checked, "2020", "xyz-unknown").contains("choose one of council, moj, moia"));
    assert!(refused(&checked, "2020", "icmpd").contains("neither leads nor supports an activity in 2020"));
    assert!(refused(&checked, "soon", "moia").contains("`soon` is not a reporting period"));
    let mut files = repository();
    files.push(File { path: "plan/goals/9.yaml".into(), bytes: b"id: \"9\"\n".to_vec() });
    assert!(refused(&plan::check(files, today()), "2020", "moia").starts_with("cannot make forms: the plan has "));
}

#[cfg(feature = "excel")]
mod workbook {
    use std::io::Cursor;

    use calamine::{Data, Reader, SheetVisible, Xlsx};

    use super::*;

    #[test]
    fn it_has_a_guide_the_form_and_a_hidden_list() {
        let checked = plan::check(repository(), today());
        for (language, names) in [(Language::KA, ["როგორ შევავსოთ", "ანგარიში"]), (Language::EN, ["How to fill in", "Report"])]
        {
            let file = all(&checked, Format::Xlsx, language).into_iter().find(|file| file.name == "moia-2020.xlsx").unwrap();
            let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(&file.bytes)).unwrap();
            let sheets: Vec<_> = workbook.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
            let visible = SheetVisible::Visible;
            assert_eq!(sheets, [(names[0].into(), visible), (names[1].into(), visible), ("Lists".into(), SheetVisible::Hidden)]);
            let form = workbook.worksheet_range(names[1]).unwrap();
            let ids: Vec<&Data> = form.rows().skip(1).map(|row| &row[0]).collect();
            assert!(ids.iter().all(|id| matches!(id, Data::String(_))), "as text, so that none turns into a date");
            assert!(ids.contains(&&Data::String("2.1.10".into())) && ids.contains(&&Data::String("4.2.5-b".into())));
            let lists = workbook.worksheet_range("Lists").unwrap();
            assert_eq!(lists.rows().filter(|row| !matches!(row[0], Data::Empty)).count(), 6, "the statuses that may be entered");
            assert_eq!(lists.rows().filter(|row| !matches!(row[1], Data::Empty)).count(), 10, "the reasons for delay");
            let guide = workbook.worksheet_range(names[0]).unwrap();
            let said: String = guide.rows().flatten().map(Data::to_string).collect();
            assert!(
                said.contains("plan validate moia-2020.xlsx") && said.contains("<5") && said.contains("ყვითელი") && said.contains("yellow"),
                "{said}"
            );
        }
    }
}
