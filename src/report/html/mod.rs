//! One part of the report's Markdown as HTML.
//!
//! The Markdown is the canonical text and reads well on GitHub; this module only adds what Markdown
//! cannot say (sections, classes, captions, ids), from a closed list of comments. Not here: the page
//! around the parts, which is a template.
//!
//! The writer starts from nothing: it knows the nodes that may become elements, and everything else
//! becomes escaped text. So safety does not rest on a list of dangerous things.

pub(super) mod directive;
pub(super) mod mark;
mod signs;
pub(super) mod table;
pub(super) mod text;
pub(super) mod walk;
pub mod words;
pub(super) mod writer;

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod rules;

pub use signs::{Sign, Signs};
pub use text::css_string;

use comrak::{Arena, Node, Options, parse_document};

/// Writes one part of the report as a fragment of HTML.
///
/// Raw HTML is shown as text, except for the closed list of directives and marks. Sections and boxes
/// may begin in one part and end in another, so the fragment itself need not be balanced.
pub fn fragment(markdown: &str, signs: &Signs) -> String {
    let arena = Arena::new();
    // HTML is about a quarter longer than the Markdown it came from.
    let mut writer = writer::Writer::new(signs, markdown.len() + markdown.len() / 4);
    walk::walk(tree(&arena, markdown), &mut writer);
    writer.finish()
}

/// The tree of one part of the report.
pub(super) fn tree<'a>(arena: &'a Arena<'a>, markdown: &str) -> Node<'a> {
    let mut options = Options::default();
    options.extension.table = true;
    parse_document(arena, markdown, &options)
}
