//! The secretariat's own Markdown as Markdown of the report: what it may hold, and what is said of the rest.
//!
//! The secretariat may write headings, lists, quotes, tables, emphasis, code in a line, links, footnotes, and put tables of the
//! report between its paragraphs. The text is parsed, everything else is turned into text or left out (`shape`, a fault says
//! which), the tree is brought into a form that can be written down (`tidy`), and comrak writes it again. No character of the
//! file reaches the report by itself: so a fence or a comment that is not closed ends with the file, an address given by
//! reference is resolved within it, and nothing in it can be an anchor or a directive of ours.

mod shape;
mod tidy;

#[cfg(test)]
mod tests;

use std::ops::Range;

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Node, Options, format_commonmark, parse_document};

/// The tables of the report that may be put into the secretariat's words, each by the name of its template in `templates/tables/`.
pub const TABLES: [&str; 10] =
    ["statuses", "status-by-goal", "rates", "overdue", "change", "statistics", "obstacles", "agencies", "recommendations", "follow-up"];

/// A text made safe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// What it consists of.
    pub pieces: Vec<Piece>,
    /// What is not shown as it was meant, in the order of the text.
    pub faults: Vec<Fault>,
}

/// A piece of the secretariat's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Blocks of Markdown.
    Text(String),
    /// A table of the report, one of [`TABLES`].
    Table(&'static str),
}

/// Something that is not shown as it was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Bytes of the text, within one line.
    pub at: Range<usize>,
    /// What it is.
    pub kind: FaultKind,
}

/// What is not shown as it was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// HTML, shown as text.
    Html,
    /// A comment, left out.
    Comment,
    /// A block of code, shown as text.
    Code,
    /// A picture; its description is shown.
    Picture,
    /// A link to something else than a web page or a place in the report (its address); its words are shown.
    Address(String),
    /// A line for a table that there is not (its name), shown as text.
    UnknownTable(String),
    /// A line for a table that does not stand by itself, shown as text.
    TableNotAlone,
}

/// Reads a text whose headings shall stand below a heading of the level `below`, from 1.
pub fn words(text: &str, below: u8) -> Words {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.extension.autolink = true;
    options.parse.leave_footnote_definitions = true;
    let arena = Arena::new();
    let document = parse_document(&arena, text, &options);
    let faults = shape::shape(&arena, document, text, below);
    tidy::tidy(&arena, document);
    Words { pieces: pieces(&arena, document, &options), faults }
}

/// The blocks between the tables, written down.
fn pieces<'a>(arena: &'a Arena<'a>, document: Node<'a>, options: &Options<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut blocks: Vec<Node<'a>> = Vec::new();
    for block in document.children() {
        match &block.data().value {
            NodeValue::Raw(name) => {
                pieces.extend(written(arena, &mut blocks, options));
                pieces.extend(TABLES.into_iter().find(|known| known == name).map(Piece::Table));
            }
            _ => blocks.push(block),
        }
    }
    pieces.extend(written(arena, &mut blocks, options));
    pieces
}

fn written<'a>(arena: &'a Arena<'a>, blocks: &mut Vec<Node<'a>>, options: &Options<'_>) -> Option<Piece> {
    let part = node(arena, NodeValue::Document);
    part.extend(blocks.drain(..));
    let mut text = String::new();
    format_commonmark(part, options, &mut text).ok()?;
    // comrak's own mark between two lists; lists of one kind have become one, so nothing needs it. No text of the file can look like it.
    let is_mark = |line: &&str| line.trim_start_matches(['>', ' ']) != "<!-- end list -->";
    let mut lines: Vec<&str> = text.trim_matches('\n').lines().map(str::trim_end).filter(is_mark).collect();
    lines.dedup_by(|next, line| line.is_empty() && next.is_empty());
    (!lines.is_empty()).then(|| Piece::Text(lines.join("\n")))
}

fn node<'a>(arena: &'a Arena<'a>, value: NodeValue) -> Node<'a> {
    arena.alloc(AstNode::from(value))
}
