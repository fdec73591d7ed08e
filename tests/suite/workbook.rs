//! Workbooks for tests, written as text: `[Sheet]` begins a sheet, the lines below are its rows as CSV.
//!
//! A cell is text; `n:5.1` is a number, `p:0.45` a number shown as a percentage, `d:2010-01-02` a day, `e:` nothing at all. A sheet
//! `[Lists hidden]` is hidden.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};

pub(super) fn of_text(text: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for part in text.split("\n[").map(|part| part.trim_start_matches('[')) {
        let (name, rows) = part.split_once("]\n").unwrap();
        let sheet = workbook.add_worksheet();
        if let Some(name) = name.strip_suffix(" hidden") {
            sheet.set_name(name).unwrap().set_hidden(true);
        } else {
            sheet.set_name(name).unwrap();
        }
        let table = plan::source::Table::default();
        plan::parse::csv::for_each_row(rows, &table, |row| {
            for (column, cell) in (0..).zip(row.cells.iter()) {
                write(sheet, row.row - 1, column, cell);
            }
        });
    }
    workbook.save_to_buffer().unwrap()
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    let number = |text: &str| text.parse::<f64>().unwrap();
    let written = match cell.split_once(':') {
        Some(("n", value)) => sheet.write_number(row, column, number(value)),
        Some(("p", value)) => sheet.write_number_with_format(row, column, number(value), &Format::new().set_num_format("0%")),
        Some(("d", value)) => {
            let day = ExcelDateTime::parse_from_str(value).unwrap();
            sheet.write_datetime_with_format(row, column, day, &Format::new().set_num_format("dd.mm.yyyy"))
        }
        _ if cell.is_empty() => return,
        _ => sheet.write_string(row, column, cell),
    };
    written.unwrap();
}
