//! One line a finding: `path:line:column: level: message [check]`, for editors and logs.

use std::collections::HashMap;
use std::fmt::Write;

use super::Located;
use crate::model::text::Language;
use crate::source::{SourceId, Sources, position};

/// The findings as lines.
pub fn render(findings: &[Located], sources: &Sources, language: Language) -> String {
    let mut lines: HashMap<SourceId, Vec<usize>> = HashMap::new();
    let mut out = String::new();
    for Located { diagnostic, span, .. } in findings {
        let source = sources.get(span.source);
        let starts = lines.entry(span.source).or_insert_with(|| source.line_starts());
        let at = position(&source.text, starts, span.bytes.start);
        let level = diagnostic.level.word(language);
        let message = diagnostic.message.get(language);
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}:{}:{}: {level}: {message} [{}]", source.path, at.line, at.column, diagnostic.check);
    }
    out
}
