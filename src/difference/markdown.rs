//! The difference in Markdown, to pass on: headings and lists.

use super::Difference;
use super::sections::sections;
use super::words::Words;
use crate::report::escape::markdown_escape;
use crate::report::language::Language;

/// The difference in Markdown.
pub fn markdown(difference: &Difference<'_>, language: &Language) -> String {
    let words = Words(language);
    let nothing = difference.is_empty().then(|| format!("{}\n", markdown_escape(&words.nothing())));
    if let (Some(nothing), true) = (&nothing, difference.same_head()) {
        return nothing.clone();
    }
    let mut out = format!("# {}\n", markdown_escape(&words.title()));
    for section in sections(difference, language) {
        out.push_str(&format!("\n## {}\n\n", markdown_escape(&section.heading)));
        for item in section.items {
            out.push_str(&format!("- {}\n", markdown_escape(&item.text)));
            item.below.iter().for_each(|line| out.push_str(&format!("  - {}\n", markdown_escape(line))));
        }
    }
    if let Some(nothing) = nothing {
        out.push('\n');
        out.push_str(&nothing);
    }
    out
}
