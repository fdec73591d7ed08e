//! The difference for the terminal: lines of eighty characters at most.

use super::Difference;
use super::sections::sections;
use super::words::Words;
use crate::report::language::Language;
use crate::status::table::paragraph;

/// The difference in plain text.
pub fn text(difference: &Difference<'_>, language: &Language) -> String {
    let words = Words(language);
    let nothing = difference.is_empty().then(|| paragraph(&words.nothing(), 0, 0));
    if let (Some(nothing), true) = (&nothing, difference.same_head()) {
        return nothing.clone();
    }
    let mut out = paragraph(&words.title(), 0, 0);
    for section in sections(difference, language) {
        out.push('\n');
        out.push_str(&paragraph(&section.heading, 0, 0));
        for item in section.items {
            out.push_str(&paragraph(&item.text, 2, 4));
            item.below.iter().for_each(|line| out.push_str(&paragraph(line, 4, 6)));
        }
    }
    if let Some(nothing) = nothing {
        out.push('\n');
        out.push_str(&nothing);
    }
    out
}
