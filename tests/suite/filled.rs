//! Forms filled in as an agency does, for tests: every cell that asks for something gets words or a number of its own.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use plan::compile::{FormFile, FormRequest, forms};
use plan::form::Format;
use plan::form::table::{Slot, Subject};
use plan::model::column::{self, Field};
use plan::model::date::Date;
use plan::model::indicator::ValueKind;
use plan::model::plan::Plan;
use plan::model::text::Language;

use super::workbook;

/// What was written into a row, with the row as a spreadsheet counts it.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    pub(super) row: u32,
    pub(super) activity: String,
    pub(super) indicator: String,
    pub(super) status: String,
    /// As JSON shows it; nothing for a row of an activity.
    pub(super) value: Option<serde_json::Value>,
    pub(super) narrative: String,
    pub(super) obstacles: String,
    pub(super) delay_reason: String,
    pub(super) expected: String,
    pub(super) evidence: Vec<String>,
}

/// An agency's form with what was written into it.
pub(super) struct Filled {
    pub(super) agency: String,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) written: Vec<Written>,
}

/// How the file was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// As CSV, by a program that leaves it as it was.
    Csv,
    /// As Excel saves CSV: its mark kept, semicolons, quotation marks only where they must be, CRLF behind rows and LF in cells.
    ByExcel,
    /// As LibreOffice may: commas and quotation marks around every text.
    ByLibreOffice,
    /// As a workbook.
    Workbook,
}

/// The sheets of a form as rows of cells; a text has one without a name.
pub(super) fn sheets(file: &FormFile) -> Vec<(String, Vec<Vec<String>>)> {
    if file.name.ends_with(".csv") {
        let text = String::from_utf8(file.bytes.clone()).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
        return vec![(String::new(), reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect())];
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(&file.bytes)).unwrap();
    let names: Vec<String> = workbook.sheets_metadata().iter().take(2).map(|sheet| sheet.name.clone()).collect();
    let rows = |range: calamine::Range<calamine::Data>| range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect();
    names.into_iter().map(|name| (name.clone(), rows(workbook.worksheet_range(&name).unwrap()))).collect()
}

/// The bytes of sheets, saved by some program.
pub(super) fn bytes(sheets: &[(String, Vec<Vec<String>>)], saved: Saved) -> Vec<u8> {
    let (separator, end, always) = match saved {
        Saved::ByExcel | Saved::Csv => (';', "\r\n", false),
        Saved::ByLibreOffice => (',', "\n", true),
        Saved::Workbook => (',', "\n", false),
    };
    let cell = |cell: &String| {
        let must = cell.contains([separator, '"', '\n']) || (always && !cell.is_empty());
        if must { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join(&separator.to_string()) + end;
    let text = |rows: &[Vec<String>]| rows.iter().map(line).collect::<String>();
    match saved {
        Saved::Workbook => {
            let sheets: Vec<String> = sheets.iter().map(|(name, rows)| format!("[{name}]\n{}", text(rows))).collect();
            workbook::of_text(sheets.join("").trim_end_matches('\n'))
        }
        _ => format!("\u{feff}{}", text(&sheets[0].1)).into_bytes(),
    }
}

/// The form of an agency for 2020, every cell filled in; its rows are numbered from `first` on, so that no two say the same.
pub(super) fn filled(checked: &plan::Checked, agency: &str, first: i64, saved: Saved, language: Language) -> Filled {
    let format = if saved == Saved::Workbook { Format::Xlsx } else { Format::Csv };
    let request = FormRequest { period: "2020".to_owned(), agency: Some(agency.to_owned()), format, language };
    let file = forms(checked, &request).unwrap().remove(0);
    let mut sheets = sheets(&file);
    let written = fill(&mut sheets.last_mut().unwrap().1, &checked.loaded.plan, saved, language, first);
    Filled { agency: agency.to_owned(), name: file.name, bytes: bytes(&sheets, saved), written }
}

fn fill(table: &mut [Vec<String>], plan: &Plan, saved: Saved, language: Language, mut number: i64) -> Vec<Written> {
    let (heading, rows) = table.split_first_mut().unwrap();
    let fields: Vec<Option<Field>> = heading.iter().map(|heading| column::find(heading).map(|(column, _)| column.field)).collect();
    let at = |field: Field| fields.iter().position(|known| *known == Some(field)).unwrap();
    let mut written = Vec::new();
    for (row, cells) in (2..).zip(rows) {
        let activity = cells[at(Field::Activity)].trim_start_matches("N ").to_owned();
        let Some(ix) = plan.activity_ix(&activity) else { continue };
        let id = cells[at(Field::Indicator)].trim_start_matches('\'').to_owned();
        let indicator = plan.activity(ix).indicators.iter().find(|indicator| indicator.id == id);
        let subject = if indicator.is_some() { Subject::Indicator } else { Subject::Activity };
        number += 1;
        let mut said = said(number, plan, indicator.map(|indicator| indicator.kind), language);
        (said.row, said.activity, said.indicator) = (row, activity, id);
        for (cell, field) in cells.iter_mut().zip(&fields).filter_map(|(cell, field)| field.map(|field| (cell, field))) {
            if !subject.asks_for(Slot::Field(field)) {
                continue;
            }
            assert_eq!(cell, "", "{field:?} is left to the agency");
            *cell = match field {
                Field::Status => label(plan, &said.status, language),
                Field::Value => typed(said.value.as_ref().unwrap(), saved, language),
                Field::Narrative => said.narrative.clone(),
                Field::Obstacles => said.obstacles.clone(),
                Field::DelayReason => reason(plan, &said.delay_reason, language),
                Field::Expected => said.expected.split('-').rev().collect::<Vec<_>>().join("."),
                Field::Evidence => said.evidence.join("; "),
                other => panic!("{other:?} is asked for"),
            };
        }
        if subject != Subject::Activity {
            (said.status, said.obstacles, said.delay_reason, said.expected) = Default::default();
        }
        written.push(said);
    }
    written
}

/// Words and a value that no other row has.
fn said(number: i64, plan: &Plan, kind: Option<ValueKind>, language: Language) -> Written {
    let statuses: Vec<&str> = plan.scale.iter().filter(|(_, it)| !it.counts.is_derived()).map(|(_, it)| it.code.as_str()).collect();
    let pick = |length: usize| usize::try_from(number).unwrap() % length;
    let text = |what: &str| match language {
        Language::KA => format!("{what}{number}: „ტრენინგი“ და \"შეხვედრა\"; მონაწილე | ჯგუფი.\nმეორე აბზაცი <b>{what}</b> & სხვა, ა.შ."),
        _ => format!("{what}{number}: a “training” and a \"meeting\"; people | groups.\nSecond paragraph <b>{what}</b> & more, etc."),
    };
    let value = kind.map(|kind| match kind {
        ValueKind::Count if number % 11 == 0 => serde_json::json!({"below": 5}),
        ValueKind::Count => number.into(),
        ValueKind::Percent => (f64::from(u32::try_from(number).unwrap() % 800) / 10.0 + 10.0).into(),
        ValueKind::Amount => (f64::from(u32::try_from(number).unwrap()) + 0.5).into(),
        ValueKind::YesNo => (number % 2 == 0).into(),
        ValueKind::Text => text("value").into(),
    });
    let reasons = &plan.delay_reasons;
    Written {
        status: statuses[pick(statuses.len())].to_owned(),
        value,
        narrative: text("narrative"),
        obstacles: text("obstacles"),
        delay_reason: reasons[pick(reasons.len())].id.clone(),
        expected: Date::new(2021, 1 + u32::try_from(pick(12)).unwrap(), 1 + u32::try_from(pick(28)).unwrap()).unwrap().to_string(),
        evidence: vec![format!("https://example.org/link{number}?a=b&c=d"), format!("Order No{number}")],
        ..Written::default()
    }
}

fn label(plan: &Plan, code: &str, language: Language) -> String {
    let (_, status) = plan.scale.iter().find(|(_, status)| status.code == code).unwrap();
    status.label.get(language).unwrap().to_owned()
}

fn reason(plan: &Plan, id: &str, language: Language) -> String {
    plan.delay_reasons.iter().find(|reason| reason.id == id).unwrap().name.get(language).unwrap().to_owned()
}

/// A value as a person types it in this language; in a workbook a number is one.
fn typed(value: &serde_json::Value, saved: Saved, language: Language) -> String {
    use serde_json::Value;
    match value {
        Value::Bool(yes) if language == Language::KA => if *yes { "კი" } else { "არა" }.to_owned(),
        Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::String(text) => text.clone(),
        Value::Object(_) => "<5".to_owned(),
        number if saved == Saved::Workbook => format!("n:{number}"),
        number if language == Language::KA => number.to_string().replace('.', ","),
        number => number.to_string(),
    }
}
