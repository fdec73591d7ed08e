//! One line a finding: `path:line:column: level: message [check]`, for editors and logs.

use std::collections::HashMap;
use std::fmt::Write;

use super::Located;
use crate::model::text::Language;
use crate::say;
use crate::source::{Landmark, Position, SourceId, Sources, position};

/// The findings as lines.
pub fn render(findings: &[Located], sources: &Sources, language: Language) -> String {
    lines(findings, sources, |located| {
        let finding = &located.diagnostic;
        format!("{}: {} [{}]", finding.level.word(language), finding.message.get(language), finding.check)
    })
}

/// The accepted findings as lines, each with the reason and the last day of its waiver.
pub fn waived(findings: &[Located], sources: &Sources, language: Language) -> String {
    let word = if language == Language::KA { "დაშვებული გამონაკლისი" } else { "waived" };
    lines(findings, sources, |located| {
        let finding = &located.diagnostic;
        let mut line = format!("{word}: {} [{}]", finding.message.get(language), finding.check);
        if let Some(waived) = &located.waived {
            // Writing to a string cannot fail.
            let _ = write!(line, " – {}", waived.reason.any(language));
            if let Some(until) = waived.until {
                let _ = write!(line, " ({})", say!("until {until}", "ძალაშია {until}-მდე").get(language));
            }
        }
        line
    })
}

/// A line a finding, with its place before it.
fn lines(findings: &[Located], sources: &Sources, text: impl Fn(&Located) -> String) -> String {
    let mut starts: HashMap<SourceId, Vec<Landmark>> = HashMap::new();
    let mut out = String::new();
    for located in findings {
        let source = sources.get(located.span.source);
        let starts = starts.entry(located.span.source).or_insert_with(|| source.line_starts());
        let at = match (&located.cell, source.is_workbook()) {
            // A workbook has no lines; its rows and columns are counted.
            (Some(cell), true) => Position { line: cell.row as usize, column: cell.column.map_or(1, |column| column as usize + 1) },
            _ => position(&source.text, starts, located.span.bytes.start),
        };
        // A message must stay on its line, whatever it quotes.
        let text = text(located).replace(['\n', '\r'], " ");
        let _ = writeln!(out, "{}:{}:{}: {text}", source.path, at.line, at.column);
    }
    out
}
