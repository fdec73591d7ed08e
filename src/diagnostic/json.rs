//! Findings as one JSON document with stable keys, for other programs.
//!
//! Shape: `{"schema": "plan-findings/1", "findings": [{"path", "line", "column", "end_line", "end_column", "cell", "check",
//! "severity", "message", "label", "notes", "help", "waived"}]}`. Lines and columns count from 1, columns count
//! characters, the end is the first position behind the place. `cell` is null outside tables, else `{"sheet", "address", "row",
//! "column", "heading"}` as a spreadsheet shows it: row and column count from 1, `sheet` is that of a workbook, whose lines and
//! columns are those of its text as CSV. `waived` is the reason of a waiver, or null.

use serde::Serialize;

use super::Located;
use crate::model::text::Language;
use crate::source::{Sources, position};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    findings: Vec<Finding<'a>>,
}

/// One finding.
#[derive(Serialize)]
pub struct Finding<'a> {
    path: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    cell: Option<CellDocument<'a>>,
    check: &'a str,
    severity: &'a str,
    message: &'a str,
    label: Option<&'a str>,
    notes: Vec<&'a str>,
    help: Vec<&'a str>,
    waived: Option<&'a str>,
}

#[derive(Serialize)]
struct CellDocument<'a> {
    sheet: Option<&'a str>,
    address: Option<String>,
    row: u32,
    column: Option<u32>,
    heading: Option<&'a str>,
}

/// The findings as a document that ends with a line break.
pub fn render(findings: &[Located], sources: &Sources, language: Language) -> String {
    let document = Document { schema: "plan-findings/1", findings: list(findings, sources, language) };
    let mut json = serde_json::to_string_pretty(&document).unwrap_or_default();
    json.push('\n');
    json
}

/// The findings one by one, for another document.
pub fn list<'a>(findings: &'a [Located], sources: &'a Sources, language: Language) -> Vec<Finding<'a>> {
    let mut starts = std::collections::HashMap::new();
    let findings = findings.iter().map(|located| {
        let source = sources.get(located.span.source);
        let starts = starts.entry(located.span.source).or_insert_with(|| source.line_starts());
        let start = position(&source.text, starts, located.span.bytes.start);
        let end = position(&source.text, starts, located.span.bytes.end);
        let finding = &located.diagnostic;
        Finding {
            path: &source.path,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            cell: located.cell.as_ref().map(|cell| CellDocument {
                sheet: source.table.as_ref().and_then(|table| table.sheet.as_ref()).map(|sheet| sheet.name.as_str()),
                address: cell.address(),
                row: cell.row,
                column: cell.column.map(|column| column + 1),
                heading: cell.heading.as_deref(),
            }),
            check: finding.check,
            severity: finding.level.word(Language::EN),
            message: finding.message.get(language),
            label: Some(finding.primary.text.get(language)).filter(|label| !label.is_empty()),
            notes: finding.notes.iter().map(|note| note.get(language)).collect(),
            help: finding.help.iter().map(|help| help.get(language)).collect(),
            waived: located.waived.as_ref().map(|waived| waived.reason.any(language)),
        }
    });
    findings.collect()
}
