//! A form as a workbook: a sheet that explains, the form itself, and a hidden sheet with the lists. The only user of the XLSX writer.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, IgnoreError, Note,
    ProtectionOptions, Workbook, Worksheet, XlsxError,
};

use super::guide::{both, lines, name_of_guide, name_of_table, not_in_list, note};
use super::table::{Form, Slot, Subject};
use crate::diagnostic::Wording;
use crate::model::column::Field;
use crate::model::text::Language;
use crate::say;

/// Name of the hidden sheet; formulas name it.
const LISTS: &str = "Lists";

/// The font that every Windows has for Georgian.
const FONT: &str = "Sylfaen";

const A4: u8 = 9;

/// The bytes of the workbook; the same for the same form.
pub(super) fn xlsx(form: &Form<'_>) -> Result<Vec<u8>, Wording> {
    workbook(form).map_err(|error| say!("the workbook cannot be written: {error}", "სამუშაო წიგნი ვერ ჩაიწერა: {error}"))
}

fn workbook(form: &Form<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(form)?);
    guide(workbook.add_worksheet(), form)?;
    table(workbook.add_worksheet(), form)?;
    lists(workbook.add_worksheet(), form)?;
    workbook.save_to_buffer()
}

/// The day of creation is the first day of the period, not today: the same form is the same file.
fn properties(form: &Form<'_>) -> Result<DocProperties, XlsxError> {
    let plan = form.given.plan;
    let day = form.given.covers.start();
    let (year, month, date) =
        (u16::try_from(day.year()).unwrap_or(2000), u8::try_from(day.month()).unwrap_or(1), u8::try_from(day.day()).unwrap_or(1));
    let created = ExcelDateTime::from_ymd(year.max(1900), month, date)?;
    let words = DocProperties::new().set_title(plan.title.any(form.language())).set_author(plan.secretariat.any(form.language()));
    Ok(words.set_creation_datetime(&created))
}

fn plain() -> Format {
    Format::new().set_font_name(FONT).set_font_size(10).set_align(FormatAlign::Top)
}

/// So many characters fit into a line of the guide.
const IN_A_LINE: usize = 100;

/// The first sheet: half a page in each language, that of the form first.
fn guide(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    sheet.set_name(name_of_guide().get(form.language()))?.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
    sheet.set_column_width(0, 4)?.set_column_width(1, 110)?;
    let (title, text) = (plain().set_bold().set_font_size(14), plain().set_text_wrap());
    let mut row = 0;
    for words in form.given.languages {
        sheet.set_row_height(row, 22)?;
        sheet.write_string_with_format(row, 1, name_of_guide().get(words.code()), &title)?;
        for (number, line) in (1..).zip(lines(form, words)) {
            row += 1;
            // Not every program fits the height of a row to its text.
            let lines = u32::try_from(line.chars().count() / IN_A_LINE + 1).unwrap_or(1);
            sheet.set_row_height(row, 15 * lines)?;
            sheet.write_string_with_format(row, 0, format!("{number}."), &plain())?;
            sheet.write_string_with_format(row, 1, line, &text)?;
        }
        row += 2;
    }
    Ok(())
}

/// The looks of cells.
struct Looks {
    heading: Format,
    heading_to_fill: Format,
    to_fill: Format,
    /// For reading, by [`Subject`], each also without wrapping: the row of an activity stands out, one of a breakdown recedes.
    activity: Format,
    indicator: [Format; 2],
    breakdown: [Format; 2],
}

impl Looks {
    fn new() -> Self {
        // As text, so that no number turns into a date and none loses its last zeros.
        let cell = || plain().set_num_format("@").set_border(FormatBorder::Thin).set_border_color("BFBFBF").set_text_wrap();
        let indicator = || cell().set_background_color("F7F7F7");
        let breakdown = || indicator().set_font_color("595959");
        Self {
            heading: cell().set_bold().set_background_color("D9E2F3"),
            heading_to_fill: cell().set_bold().set_background_color("FFD966"),
            to_fill: cell().set_unlocked().set_background_color("FFF9DB"),
            activity: cell().set_bold().set_background_color("EDEDED"),
            indicator: [indicator(), indicator().unset_text_wrap()],
            breakdown: [breakdown(), breakdown().unset_text_wrap()],
        }
    }

    /// The look of a cell. What a row repeats from the one above it is not wrapped, so that the row stays low.
    fn of(&self, subject: Subject, slot: Slot) -> &Format {
        let title = slot == Slot::Field(Field::ActivityTitle);
        match subject {
            _ if subject.asks_for(slot) => &self.to_fill,
            Subject::Activity | Subject::NothingToReport => &self.activity,
            Subject::Indicator => &self.indicator[usize::from(title)],
            Subject::Breakdown => &self.breakdown[usize::from(title || slot == Slot::Field(Field::IndicatorName))],
        }
    }
}

fn width(slot: Slot) -> f64 {
    use Field::{ActivityTitle, Deadline, DelayReason, Evidence, IndicatorName, LastState, Narrative, Obstacles, Status};
    match slot {
        Slot::Field(Narrative) => 46.0,
        Slot::Field(ActivityTitle | IndicatorName) => 34.0,
        Slot::Field(Obstacles | Evidence) => 28.0,
        Slot::Field(Status | DelayReason) => 20.0,
        Slot::Field(LastState) | Slot::Dimension(_) => 16.0,
        Slot::Field(Field::Indicator | Field::Value | Field::Expected | Deadline | Field::LastYear) => 14.0,
        Slot::Field(_) => 11.0,
    }
}

/// The sheet that is filled in.
fn table(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    let language = form.language();
    sheet.set_name(name_of_table().get(language))?;
    let looks = Looks::new();
    let last_row = u32::try_from(form.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
    let mut last_column = 0;
    for (at, column) in (0u16..).zip(&form.columns) {
        last_column = at;
        let to_fill = form.rows.iter().any(|row| row.subject.asks_for(column.slot));
        sheet.set_column_width(at, width(column.slot))?;
        sheet.write_string_with_format(0, at, &column.heading, if to_fill { &looks.heading_to_fill } else { &looks.heading })?;
        for (row, line) in (1u32..).zip(&form.rows) {
            let text = line.cells.get(usize::from(at)).map_or("", String::as_str);
            // An empty text is written as an empty cell that keeps its look.
            sheet.write_string_with_format(row, at, text, looks.of(line.subject, column.slot))?;
        }
        if to_fill {
            explain(sheet, form, at, column.slot, last_row)?;
        }
    }
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.set_freeze_panes(1, 2)?;
    // On one page in width the letters would be 3 points high; on two, with number and title on both, they can be read.
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(2, 0).set_margins(0.3, 0.3, 0.4, 0.4, 0.2, 0.2);
    sheet.set_repeat_rows(0, 0)?.set_repeat_columns(0, 1)?;
    // Without a password: it keeps from slips, not from people.
    let may = ProtectionOptions { format_cells: true, format_columns: true, format_rows: true, use_autofilter: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&may);
    Ok(())
}

/// A note at the heading; a list or a message at the cells of columns that take only certain words.
fn explain(sheet: &mut Worksheet, form: &Form<'_>, at: u16, slot: Slot, last_row: u32) -> Result<(), XlsxError> {
    let language = form.language();
    let Slot::Field(field) = slot else { return Ok(()) };
    let Some(wording) = note(field, &form.given.covers) else { return Ok(()) };
    let text = both(&wording, language);
    sheet.insert_note(0, at, &Note::new(&text).add_author_prefix(false).set_width(260).set_height(150))?;
    let title = form.columns.get(usize::from(at)).map_or("", |column| column.heading.as_str());
    let rule = match field {
        Field::Status => in_list("A", form.statuses().len(), title, language)?,
        Field::DelayReason => in_list("B", form.delay_reasons().len(), title, language)?,
        Field::Value | Field::Expected => Some(DataValidation::new().allow_any_value()),
        _ => None,
    };
    let Some(rule) = rule else { return Ok(()) };
    let rule = rule.set_input_title(title)?.set_input_message(text)?;
    sheet.add_data_validation(1, at, last_row, at, &rule)?;
    Ok(())
}

/// A choice from a column of the hidden sheet. A list inside the rule may have 255 characters, and Georgian labels have more.
fn in_list(column: &str, length: usize, title: &str, language: Language) -> Result<Option<DataValidation>, XlsxError> {
    if length == 0 {
        return Ok(None);
    }
    let rule = DataValidation::new().allow_list_formula(Formula::new(format!("={LISTS}!${column}$1:${column}${length}")));
    let rule = rule.set_error_title(title)?.set_error_message(both(&not_in_list(), language))?;
    Ok(Some(rule.set_error_style(DataValidationErrorStyle::Stop)))
}

fn lists(sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
    sheet.set_name(LISTS)?.set_hidden(true);
    for (column, words) in (0u16..).zip([form.statuses(), form.delay_reasons()]) {
        for (row, word) in (0u32..).zip(words) {
            sheet.write_string(row, column, word)?;
        }
    }
    Ok(())
}
