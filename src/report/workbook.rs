//! The sheets of the annexes as a workbook (XLSX).

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError};

use super::view::{Page, Sheet, SheetCell, SheetColumn};
use crate::model::date::Date;
use crate::model::indicator::Number;

/// The font that every Windows has for Georgian.
const FONT: &str = "Sylfaen";
const A4: u8 = 9;
/// Height of a line in points, and how many of them the highest row that Excel knows has.
const LINE: u32 = 15;
const MOST_LINES: u32 = 27;
/// Excel holds no more characters in a cell.
const LONGEST_TEXT: usize = 32_767;
/// Excel holds no more characters in the name of a sheet.
const LONGEST_NAME: usize = 31;
/// Whole numbers up to this are exact in Excel.
const EXACT: u64 = 1 << 53;

/// The bytes of the workbook, or why there are none. `day` is the day of the data: it stands for that of creation, so that the
/// same report is the same file.
pub fn workbook(sheets: &[Sheet], page: &Page, day: Date) -> Result<Vec<u8>, String> {
    written(sheets, page, day).map_err(|error| error.to_string())
}

fn written(sheets: &[Sheet], page: &Page, day: Date) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let part = |number: u32| u8::try_from(number).unwrap_or(1);
    let created = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(2000).max(1900), part(day.month()), part(day.day()))?;
    workbook.set_properties(&DocProperties::new().set_title(text(&page.title)).set_creation_datetime(&created));
    let looks = Looks::new();
    for sheet in sheets {
        let paper = workbook.add_worksheet();
        write(paper, sheet, &looks)?;
        paper.set_header(format!("&L{}&R{}", margin(&page.running_title), margin(&sheet.name)));
        paper.set_footer(format!("&L{}&R&P / &N", margin(&page.footer_left)));
    }
    workbook.save_to_buffer()
}

/// The looks of cells.
struct Looks {
    heading: Format,
    /// As text, so that 5.10 stays what it is when somebody edits it.
    text: Format,
    number: Format,
}

impl Looks {
    fn new() -> Self {
        let cell = || Format::new().set_font_name(FONT).set_font_size(10).set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
        let cell = || cell().set_border_color("BFBFBF");
        Self {
            heading: cell().set_bold().set_text_wrap().set_background_color("D9E2F3"),
            text: cell().set_num_format("@").set_text_wrap(),
            number: cell(),
        }
    }
}

fn write(sheet: &mut Worksheet, given: &Sheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(name(&given.name))?;
    let last_row = u32::try_from(given.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let mut last_column = 0;
    for (at, column) in (0u16..).zip(&given.columns) {
        last_column = at;
        sheet.set_column_width(at, f64::from(column.width))?;
        sheet.write_string_with_format(0, at, text(&column.heading), &looks.heading)?;
    }
    sheet.set_row_height(0, LINE * 2)?;
    for (row, cells) in (1u32..).zip(&given.rows) {
        // Not every program fits the height of a row to its text.
        sheet.set_row_height(row, LINE * lines(given, cells))?;
        for (at, cell) in (0u16..).zip(cells) {
            match cell {
                SheetCell::Empty => sheet.write_blank(row, at, &looks.text)?,
                SheetCell::Number(number) if number.digits.unsigned_abs() <= EXACT => {
                    sheet.write_number_with_format(row, at, exact(*number), &looks.number)?
                }
                SheetCell::Number(number) => sheet.write_string_with_format(row, at, number.to_string(), &looks.text)?,
                // A string is never a formula, whatever it begins with.
                SheetCell::Text(words) => sheet.write_string_with_format(row, at, text(words), &looks.text)?,
            };
        }
    }
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

/// Words of the margin of a printed sheet, which has room for 255 characters; `&` begins a code there.
fn margin(words: &str) -> String {
    words.chars().take(100).collect::<String>().replace('&', "&&")
}

/// About how many lines a row takes, as many as Excel shows.
fn lines(sheet: &Sheet, cells: &[SheetCell]) -> u32 {
    let of_cell = |(column, cell): (&SheetColumn, &SheetCell)| match cell {
        SheetCell::Text(words) => words.split('\n').map(|line| line.chars().count() * 9 / 8 / usize::from(column.width).max(1) + 1).sum(),
        SheetCell::Empty | SheetCell::Number(_) => 1,
    };
    let lines = sheet.columns.iter().zip(cells).map(of_cell).max().unwrap_or(1);
    u32::try_from(lines).unwrap_or(MOST_LINES).clamp(1, MOST_LINES)
}

/// The floating-point number nearest to the decimal one, as its digits are read.
fn exact(number: Number) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| number.to_f64())
}

/// The text as a cell can hold it: what XML has no way to write is shown as U+FFFD, what is too long ends with an ellipsis.
fn text(words: &str) -> String {
    let shown = |c: char| if c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c };
    let mut text: String = words.chars().map(shown).collect();
    // Excel counts a character outside the first plane twice.
    let mut length = 0;
    let cut = text.char_indices().find(|(_, c)| {
        length += c.len_utf16();
        length > LONGEST_TEXT - 1
    });
    if let Some((at, _)) = cut {
        text.truncate(at);
        text.push('…');
    }
    text
}

/// A name that Excel takes for a sheet.
fn name(words: &str) -> String {
    let allowed = words.chars().filter(|c| !c.is_control() && !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''));
    allowed.take(LONGEST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_holds_what_it_can() {
        assert_eq!(text("=1+1\n\u{0}\u{fffe}5.10"), "=1+1\n\u{fffd}\u{fffd}5.10");
        assert_eq!(text(&"ა".repeat(40_000)).chars().count(), LONGEST_TEXT);
        assert_eq!(text(&"ა".repeat(32_766)), "ა".repeat(32_766));
        assert_eq!(name("a/b: [c] 'd'"), "ab c d");
        assert_eq!(exact(Number { digits: 1_250, scale: 2 }), 12.5);
        assert_eq!(exact(Number { digits: 3, scale: 1 }), 0.3);
    }
}
