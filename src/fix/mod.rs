//! The file of an agency, repaired where the repair is certain: `plan fix`.
//!
//! The result is a clean CSV with the same data: every accepted row says the same as before, a row that was set aside stays
//! set aside, nothing that was typed is lost but what is listed. That is not hoped for but checked: the new file is read and
//! judged like the old one, and a file that would say anything else is refused.
//!
//! A text that a spreadsheet would run as a formula stays as it is, with its finding: an apostrophe before it would change
//! what was written. Personal data stays, too; a person must decide about it.

mod same;
pub mod text;
mod write;

use std::collections::BTreeSet;

use crate::compile::Refusal;
use crate::diagnostic::Wording;
use crate::diagnostic::secret::hidden;
use crate::load::canonical::{self, Part, Table, Uncertain};
use crate::load::{self, File};
use crate::model::date::Date;
use crate::parse::workbook;
use crate::say;
use crate::validate::{self, Request, Validated};

/// A repaired file.
#[derive(Clone, Debug)]
pub struct Fixed {
    /// What to write: UTF-8 with its mark, CRLF line ends.
    pub bytes: Vec<u8>,
    /// The file was a workbook, whatever it is called.
    pub is_workbook: bool,
    /// What looks like a part of the report and is not in the new file, as a second sheet.
    pub not_written: Vec<Wording>,
    /// What was changed, in the order of kinds and places.
    pub changes: Vec<Change>,
    /// The new file, judged.
    pub left: Validated,
}

/// What sort of thing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A sheet of a workbook was written as text; its name is what was.
    Sheet,
    /// UTF-16.
    Encoding,
    /// A line that tells a spreadsheet the separator.
    SeparatorLine,
    /// A separator that spreadsheets do not write.
    Separator,
    /// A row above the headings.
    Title,
    /// Headings in two rows.
    SplitHeading,
    /// Rows that hold nothing; how many.
    BlankRows,
    /// Columns at the right end that hold nothing; how many.
    EmptyColumns,
    /// A cell.
    Cell(Part),
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What sort of thing.
    pub kind: Kind,
    /// The row in the file as it came, from 1; 0 for the file as a whole.
    pub row: u32,
    /// The heading as typed and the number of the column from 0, for a cell.
    pub column: Option<(u32, String)>,
    /// What stood there, for people: numbers that may be a person's are hidden.
    pub from: String,
    /// What stands there now, likewise.
    pub to: String,
}

/// Repairs a file; `files` are those of the plan and of `reports/`.
pub fn fix(files: Vec<File>, request: Request, as_of: Date) -> Result<Fixed, Refusal> {
    let path = name(&request.file.path);
    let renamed = renamed_workbook(&request);
    let agency = request.agency.clone();
    let mut before = validate::judged(files.clone(), request, as_of, true)?;
    if let Some(renamed) = renamed {
        let read = validate::judged(files.clone(), renamed, as_of, true)?;
        before = if read.submission().is_some() { read } else { before };
    }
    let submission = before.submission().filter(|_| !before.file().text.trim().is_empty()).ok_or_else(|| unreadable(&before))?;
    let table = canonical::canonical(before.plan(), before.file()).map_err(uncertain)?;
    let found = before.file().table.clone().unwrap_or_default();
    let separator = write::separator(&found);
    if separator != found.separator && table.rows.iter().any(|row| row.broken.is_some()) {
        return Err(uncertain(Uncertain::BrokenHeading));
    }
    let width = width(&table);
    let bytes = write::csv(&table, &before.file().text, separator, width).into_bytes();
    let of_file = submission.agency.map(|ix| before.plan().agency(ix).id.clone()).or(agency);
    let asked = Request { file: File { path, bytes: bytes.clone() }, agency: of_file, period: Some(before.account.period.clone()) };
    let left = validate::judged(files, asked, as_of, true)?;
    same::check(&before, &left)?;
    same::check_cells(left.file(), &table, width)?;
    let mut changes = of_file_changes(&before, &table, width);
    changes.extend(of_cells(&before, &table));
    changes.sort_by_key(|change| (change.kind, change.row));
    let sheets = before.findings().iter().filter(|finding| finding.diagnostic.check == "second-sheet");
    let not_written = sheets.map(|finding| finding.diagnostic.message.clone()).collect();
    Ok(Fixed { bytes, is_workbook: found.sheet.is_some(), not_written, changes, left })
}

impl Fixed {
    /// Calls the new file by the path under which it is written, for what is said of it.
    pub fn call(&mut self, path: &str) {
        self.left.checked.loaded.sources.set_path(self.left.source, path.to_owned());
    }
}

/// The path of a repaired file beside the one that came: `moia.xlsx` becomes `moia.fixed.csv`; a day stays at the end, where
/// it says which version the file is.
pub fn name(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() && !path.starts_with('/') { "" } else { "/" };
    let (stem, day) = load::stem_and_date(name);
    let day = day.map(|day| format!("-{day}")).unwrap_or_default();
    format!("{folder}{slash}{stem}.fixed{day}.csv")
}

/// A workbook that is called otherwise, under a name of workbooks: by its first bytes it can only be read as what it is.
fn renamed_workbook(request: &Request) -> Option<Request> {
    let path = &request.file.path;
    if workbook::is_named(path) || !request.file.bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    let name = path.rfind('/').map_or(0, |at| at + 1);
    let stem = path[name..].rfind('.').map_or(&path[..], |at| &path[..name + at]);
    let file = File { path: format!("{stem}.xlsx"), bytes: request.file.bytes.clone() };
    Some(Request { file, ..request.clone() })
}

/// How many columns are written: up to the last one that has a heading or holds something below the headings.
fn width(table: &Table) -> usize {
    let last = |cells: &[canonical::Cell]| cells.iter().rposition(|cell| !cell.typed.trim().is_empty()).map_or(0, |last| last + 1);
    let below = table.rows.iter().map(|row| last(&row.cells[..row.cells.len().min(table.headings.len())]));
    below.chain([last(&table.headings)]).max().unwrap_or_default()
}

fn of_file_changes(before: &Validated, table: &Table, width: usize) -> Vec<Change> {
    let source = before.file();
    let found = source.table.clone().unwrap_or_default();
    let change = |kind, from: String, to: String| Change { kind, row: 0, column: None, from, to };
    let mut changes = Vec::new();
    if let Some(sheet) = &found.sheet {
        changes.push(change(Kind::Sheet, sheet.name.clone(), String::new()));
    }
    if before.findings().iter().any(|finding| finding.diagnostic.check == "utf16-file") {
        changes.push(change(Kind::Encoding, "UTF-16".to_owned(), "UTF-8".to_owned()));
    }
    if found.start > 0 {
        changes.push(change(Kind::SeparatorLine, source.text[..found.start].trim().to_owned(), String::new()));
    }
    let separator = write::separator(&found);
    if found.sheet.is_none() && separator != found.separator {
        changes.push(change(Kind::Separator, char::from(found.separator).to_string(), char::from(separator).to_string()));
    }
    for (row, title) in &table.above {
        changes.push(Change { row: *row, ..change(Kind::Title, of_title(title), String::new()) });
    }
    let (first, last) = found.heading;
    if first != last {
        changes.push(Change { row: first, ..change(Kind::SplitHeading, format!("{first}, {last}"), String::new()) });
    }
    if table.blank > 0 {
        changes.push(change(Kind::BlankRows, table.blank.to_string(), String::new()));
    }
    let widest = table.rows.iter().filter(|row| row.broken.is_none()).map(|row| row.cells.len()).chain([table.headings.len()]).max();
    let right = table.rows.iter().flat_map(|row| row.cells.iter().rposition(|cell| !cell.typed.trim().is_empty())).max().map_or(0, |last| last + 1);
    let empty = widest.unwrap_or_default().saturating_sub(width.max(right));
    if empty > 0 {
        changes.push(change(Kind::EmptyColumns, empty.to_string(), String::new()));
    }
    changes
}

/// A title may name somebody to call; no check looks at it.
fn of_title(title: &str) -> String {
    let digits = title.chars().filter(char::is_ascii_digit).count();
    if digits > 6 || title.contains('@') { hidden(title) } else { title.to_owned() }
}

fn of_cells(before: &Validated, table: &Table) -> Vec<Change> {
    let secret: BTreeSet<(u32, u32)> = before
        .findings()
        .iter()
        .filter(|finding| finding.diagnostic.secret)
        .filter_map(|finding| finding.cell.as_ref().and_then(|cell| Some((cell.row, cell.column?))))
        .collect();
    let heading_row = before.file().table.as_ref().map_or(1, |table| table.heading.1);
    let rows = std::iter::once((heading_row, &table.headings)).chain(table.rows.iter().map(|row| (row.row, &row.cells)));
    let mut changes = Vec::new();
    for (row, cells) in rows {
        for (at, cell) in (0..).zip(cells) {
            let Some((part, to)) = &cell.canonical else { continue };
            let heading = table.headings.get(at as usize).map(|heading| heading.typed.clone()).unwrap_or_default();
            let shown = |text: &str| if secret.contains(&(row, at)) { hidden(text) } else { text.to_owned() };
            changes.push(Change { kind: Kind::Cell(*part), row, column: Some((at, heading)), from: shown(&cell.typed), to: shown(to) });
        }
    }
    changes
}

/// Why a file that cannot be read is not repaired: in the words of its finding.
fn unreadable(before: &Validated) -> Refusal {
    let path = &before.file().path;
    let Some(finding) = before.findings().first().map(|finding| &finding.diagnostic) else {
        return Refusal(say!("`{path}` cannot be repaired", "`{path}` ვერ შესწორდა"));
    };
    let help = |language: fn(&Wording) -> &str| finding.help.iter().map(|help| format!("\n{}", language(help))).collect::<String>();
    Refusal(say!(
        "`{path}` cannot be repaired: {en}{help_en}",
        "`{path}` ვერ შესწორდა: {ka}{help_ka}",
        en = &finding.message.en,
        ka = &finding.message.ka,
        help_en = help(|help| &help.en),
        help_ka = help(|help| &help.ka)
    ))
}

fn uncertain(why: Uncertain) -> Refusal {
    Refusal(match why {
        Uncertain::NoHeading => say!(
            "the file cannot be repaired: none of its headings is known, so nothing in it is certain",
            "ფაილი ვერ შესწორდა: ცნობილი სათაური მასში არ არის, ამიტომ უეჭველი არაფერია"
        ),
        Uncertain::BrokenHeading => say!(
            "the file cannot be repaired: a quotation mark is not closed where its cell ends; `plan validate` shows the place",
            "ფაილი ვერ შესწორდა: ბრჭყალი უჯრის ბოლოს არ იხურება; ადგილს `plan validate` გიჩვენებთ"
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(texts: &[&str]) -> Vec<canonical::Cell> {
        texts.iter().map(|text| canonical::Cell { typed: (*text).to_owned(), canonical: None }).collect()
    }

    #[test]
    fn a_column_counts_if_anything_stands_in_it() {
        let row = |texts: &[&str]| canonical::Row { row: 2, cells: cells(texts), broken: None };
        let table = |rows| Table { headings: cells(&["a", "b", "", ""]), above: Vec::new(), rows, blank: 0 };
        assert_eq!(width(&table(vec![row(&["1", "", "", "", ""])])), 2);
        assert_eq!(width(&table(vec![row(&["1", "", "x"])])), 3);
        assert_eq!(width(&table(vec![row(&["1", "", "", "", "beyond"])])), 2, "a row may be longer than the headings");
    }

    #[test]
    fn whom_a_title_says_to_call_is_hidden() {
        assert_eq!(of_title("Report for 2020"), "Report for 2020");
        assert_eq!(of_title("Call 599 12 34 56"), "Call *** ** ** **");
        assert_eq!(of_title("to nino@a.ge"), "to ****@*.**");
    }
}
