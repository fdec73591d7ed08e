//! Workbooks to the text that each of their sheets has as CSV. The only user of the reader of workbooks.
//!
//! A cell is written as the person sees it as far as that is certain: dates as days, percentages with their sign. Numbers
//! have the 15 digits that a spreadsheet keeps. Which cells hold numbers is noted beside the text, because a number 5.1 may
//! have been typed as 5.10, while a text 5.1 was not.

use crate::problem::EncodingFault;
use crate::source::Sheet;

/// A sheet as text.
#[derive(Clone, Debug, Default)]
pub struct SheetText {
    /// Name, and which cells hold numbers.
    pub sheet: Sheet,
    /// Its rows as CSV with commas and LF line ends; a blank line for an empty row.
    pub text: String,
}

/// Whether a file is called a workbook, by the ending of its name.
pub fn is_named(path: &str) -> bool {
    let lower = path.to_lowercase();
    lower.ends_with(".xlsx") || lower.ends_with(".xlsm")
}

/// The visible sheets of a workbook in their order.
#[cfg(feature = "excel")]
pub fn sheets(bytes: &[u8]) -> Result<Vec<SheetText>, EncodingFault> {
    excel::sheets(bytes)
}

/// Without the reader every workbook is unreadable.
#[cfg(not(feature = "excel"))]
pub fn sheets(_: &[u8]) -> Result<Vec<SheetText>, EncodingFault> {
    Err(EncodingFault::Workbook)
}

/// Rows of cells to text; the row numbers come from 0 and ascend.
#[cfg_attr(not(feature = "excel"), allow(dead_code))]
fn text_of(rows: &std::collections::BTreeMap<u32, std::collections::BTreeMap<u32, String>>) -> String {
    let mut text = String::new();
    let mut next = 0;
    for (&row, cells) in rows {
        for _ in next..row {
            text.push('\n');
        }
        next = row + 1;
        let mut column = 0;
        for (&at, cell) in cells {
            for _ in column..at {
                text.push(',');
            }
            column = at;
            if cell.contains([',', '"', '\n', '\r']) {
                text.push('"');
                text.push_str(&cell.replace("\r\n", "\n").replace('\r', "\n").replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}

/// A number with the 15 digits that a spreadsheet keeps; longer ones in the notation that tells that digits are lost.
#[cfg_attr(not(feature = "excel"), allow(dead_code))]
fn number(value: f64) -> String {
    if value.abs() >= 1e15 {
        return format!("{value:E}");
    }
    let kept: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    let text = format!("{kept}");
    if text == "-0" { "0".to_owned() } else { text }
}

#[cfg(feature = "excel")]
mod excel {
    use std::collections::{BTreeMap, BTreeSet};
    use std::io::Cursor;

    use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

    use super::{EncodingFault, Sheet, SheetText, number, text_of};

    /// Cells further right than this are nobody's report, and would make each row long.
    const COLUMNS: u32 = 1024;

    pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<SheetText>, EncodingFault> {
        let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(fault)?;
        let all = workbook.sheets_metadata().to_vec();
        let visible = all.into_iter().filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet);
        visible.map(|sheet| read(&mut workbook, sheet.name)).collect()
    }

    fn fault(error: XlsxError) -> EncodingFault {
        if matches!(error, XlsxError::Password) { EncodingFault::Password } else { EncodingFault::Damaged }
    }

    fn read(workbook: &mut Xlsx<Cursor<&[u8]>>, name: String) -> Result<SheetText, EncodingFault> {
        let mut reader = workbook.worksheet_cells_reader(&name).map_err(fault)?;
        let percent: Vec<bool> =
            reader.styles().iter().map(|style| style.number_format.as_ref().is_some_and(|format| is_percent(&format.format_code))).collect();
        let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
        let mut numbers = BTreeSet::new();
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(fault)? {
            let (row, column) = cell.get_position();
            if column >= COLUMNS {
                return Err(EncodingFault::Damaged);
            }
            let text = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
                DataRef::Error(error) => error.to_string(),
                DataRef::DateTime(at) => day(at),
                DataRef::Int(value) => {
                    numbers.insert((row + 1, column));
                    value.to_string()
                }
                DataRef::Float(value) if percent.get(style) == Some(&true) => format!("{}%", number(value * 100.0)),
                DataRef::Float(value) => {
                    numbers.insert((row + 1, column));
                    number(*value)
                }
            };
            if !text.is_empty() {
                rows.entry(row).or_default().insert(column, text);
            }
        }
        Ok(SheetText { text: text_of(&rows), sheet: Sheet { name, numbers } })
    }

    /// Whether a number format shows a hundredth as `1 %`; what stands in quotation marks is text.
    fn is_percent(format: &str) -> bool {
        format.split('"').step_by(2).any(|part| part.contains('%') && !part.contains("\\%"))
    }

    fn day(at: &ExcelDateTime) -> String {
        let (year, month, day, hour, minute, ..) = at.to_ymd_hms_milli();
        if at.is_duration() {
            return format!("{hour}:{minute:02}");
        }
        let date = format!("{day:02}.{month:02}.{year:04}");
        if hour == 0 && minute == 0 { date } else { format!("{date} {hour:02}:{minute:02}") }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn percent_formats() {
            assert!(is_percent("0%") && is_percent("0.00 %"));
            assert!(!is_percent("0\"%\"") && !is_percent("General") && !is_percent("0\\%"));
        }

        #[test]
        fn what_is_no_workbook_is_a_fault() {
            assert_eq!(sheets(b"PK\x03\x04").map(|_| ()), Err(EncodingFault::Damaged));
            assert_eq!(sheets(b"").map(|_| ()), Err(EncodingFault::Damaged));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn numbers_have_fifteen_digits() {
        for (value, text) in [(0.1 + 0.2, "0.3"), (24.0, "24"), (-0.0, "0"), (5.1, "5.1"), (123_456_789_012_345.0, "123456789012345"), (1e15, "1E15")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn rows_keep_their_places() {
        let row = |cells: &[(u32, &str)]| cells.iter().map(|(at, text)| (*at, (*text).to_owned())).collect::<BTreeMap<_, _>>();
        let rows = BTreeMap::from([(0, row(&[(0, "a"), (2, "x, y")])), (2, row(&[(1, "say \"b\"\r\nc")]))]);
        assert_eq!(text_of(&rows), "a,,\"x, y\"\n\n,\"say \"\"b\"\"\nc\"\n");
    }
}
