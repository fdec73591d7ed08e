//! What the nodes of the parsed Markdown become in a Word document.

use std::collections::HashMap;

use comrak::Node;
use comrak::nodes::NodeValue;

use super::paragraph::{Counted, Flow, Frame};
use super::run::{Link, Look, Span};
use super::table::{self, Table};
use super::xml::Bookmarks;
use crate::report::html::directive::Directive;
use crate::report::html::mark::{self, Mark};
use crate::report::html::table::{caption, is_caption, plain};
use crate::report::html::text::{Target, target};
use crate::report::html::walk::{Visitor, walk};
use crate::report::html::writer::{classes_before, has_effect};
use crate::report::link;

/// Levels of headings that stand in the contents.
pub(super) const CONTENTS: std::ops::RangeInclusive<u8> = 2..=3;

/// A line of the contents.
pub(super) struct Entry {
    pub(super) level: u8,
    pub(super) text: String,
    /// Name of its bookmark.
    pub(super) place: String,
}

/// What was written.
pub(super) struct Written {
    /// The XML of the text.
    pub(super) body: String,
    /// The lines of the contents.
    pub(super) contents: Vec<Entry>,
    /// The lists that count.
    pub(super) counted: Vec<Counted>,
    /// Addresses on the web in the order of their numbers from 1.
    pub(super) addresses: Vec<String>,
}

/// The state of one walk.
pub(super) struct Writer {
    out: String,
    flow: Flow,
    look: Look,
    bookmarks: Bookmarks,
    contents: Vec<Entry>,
    addresses: HashMap<String, usize>,
    table: Option<Table>,
    in_caption: bool,
}

impl Writer {
    /// A writer that expects about this many bytes.
    pub(super) fn new(bytes: usize) -> Self {
        Self {
            out: String::with_capacity(bytes),
            flow: Flow::default(),
            look: Look::default(),
            bookmarks: Bookmarks::default(),
            contents: Vec::new(),
            addresses: HashMap::new(),
            table: None,
            in_caption: false,
        }
    }

    /// How many bytes were written so far.
    pub(super) fn written(&self) -> usize {
        self.out.len()
    }

    /// What was written.
    pub(super) fn finish(self) -> Written {
        let mut addresses: Vec<(String, usize)> = self.addresses.into_iter().collect();
        addresses.sort_unstable_by_key(|(_, number)| *number);
        let addresses = addresses.into_iter().map(|(address, _)| address).collect();
        Written { body: self.out, contents: self.contents, counted: self.flow.counted, addresses }
    }
}

impl Visitor for Writer {
    fn enter(&mut self, node: Node<'_>) -> bool {
        mark::pair(node);
        let data = node.data();
        match &data.value {
            NodeValue::Paragraph if is_caption(node) => return false,
            NodeValue::Paragraph => self.flow.begin_text(&mut self.out, &mut self.bookmarks, &classes_before(node)),
            NodeValue::Heading(heading) => {
                let level = heading.level;
                drop(data);
                self.begin_heading(node, level);
            }
            NodeValue::BlockQuote => self.flow.quote(true),
            NodeValue::List(list) => self.flow.begin_list(&mut self.out, list, &classes_before(node), node.children().count()),
            NodeValue::Item(_) => self.flow.begin_item(&mut self.out, node.first_child().is_none()),
            NodeValue::ThematicBreak => self.paragraph("Rule", ""),
            NodeValue::CodeBlock(code) => self.paragraph("CodeBlock", code.literal.trim_end_matches('\n')),
            NodeValue::HtmlBlock(block) => self.block(node, &block.literal),
            NodeValue::Table(table) => {
                self.write_caption(node);
                if self.flow.is_page_due() {
                    self.paragraph("AfterTable", "");
                }
                self.table = Some(Table::begin(&mut self.out, node, table));
            }
            NodeValue::TableRow(head) => {
                let head = *head;
                drop(data);
                if let Some(table) = &mut self.table {
                    table.begin_row(&mut self.out, node, head);
                }
            }
            NodeValue::TableCell => return self.table.as_mut().is_some_and(|table| table.begin_cell(&mut self.out)),
            NodeValue::Text(literal) => self.text(literal),
            NodeValue::Code(code) => {
                self.look.code = true;
                self.text(&code.literal);
                self.look.code = false;
            }
            NodeValue::SoftBreak if !self.in_caption => self.text(" "),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.line_break(node),
            NodeValue::HtmlInline(literal) => self.inline(node, literal),
            NodeValue::Raw(literal) => self.span(literal),
            NodeValue::Emph | NodeValue::Strong => {
                self.look.bold += 1;
                // Of a key figure the name comes first, then the figure.
                self.look.large = self.flow.is_key() && node.preceding_siblings().skip(1).any(|one| matches!(one.data().value, NodeValue::Strong));
            }
            NodeValue::Link(link) => self.begin_link(node, &link.url),
            NodeValue::Image(_) => {
                self.text(&plain(node));
                return false;
            }
            _ => {}
        }
        true
    }

    fn leave(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::Paragraph if is_caption(node) => {}
            NodeValue::Paragraph | NodeValue::Heading(_) => self.out.push_str("</w:p>"),
            NodeValue::BlockQuote => self.flow.quote(false),
            NodeValue::List(_) => self.flow.end_list(&mut self.out),
            NodeValue::Item(_) => self.flow.end_item(&mut self.out),
            NodeValue::Table(_) => {
                self.table = None;
                table::end(&mut self.out);
            }
            NodeValue::TableRow(_) => self.out.push_str("</w:tr>"),
            NodeValue::TableCell if self.table.as_ref().is_some_and(Table::has_cell) => self.out.push_str("</w:p></w:tc>"),
            NodeValue::Emph | NodeValue::Strong => {
                self.look.bold = self.look.bold.saturating_sub(1);
                self.look.large = false;
            }
            NodeValue::Link(_) if self.look.link.take().is_some() => self.out.push_str("</w:hyperlink>"),
            _ => {}
        }
    }
}

impl Writer {
    fn text(&mut self, text: &str) {
        self.look.write(&mut self.out, text, self.flow.language());
    }

    /// Writes a whole paragraph, whose lines stay lines.
    fn paragraph(&mut self, style: &str, text: &str) {
        self.flow.begin_styled(&mut self.out, &mut self.bookmarks, style);
        self.lines(text);
    }

    fn lines(&mut self, text: &str) {
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.out.push_str("<w:r><w:br/></w:r>");
            }
            self.text(line);
        }
        self.out.push_str("</w:p>");
    }

    fn begin_heading(&mut self, node: Node<'_>, level: u8) {
        let id = mark::take_anchor(node);
        self.flow.begin_styled(&mut self.out, &mut self.bookmarks, &format!("Heading{level}"));
        if let Some(id) = id {
            self.bookmarks.place(&mut self.out, &id);
        }
        if CONTENTS.contains(&level) {
            let place = format!("_Toc{}", self.contents.len() + 1);
            self.bookmarks.put(&mut self.out, &place);
            self.contents.push(Entry { level, text: plain(node).trim().to_owned(), place });
        }
    }

    fn begin_link(&mut self, node: Node<'_>, url: &str) {
        self.look.link = match target(url) {
            Some(Target::Inside) => {
                let name = self.bookmarks.name(url.trim_start_matches('#'));
                self.out.push_str(&format!("<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">"));
                Some(Link::Inside)
            }
            // Word calls a file damaged whose addresses it cannot read.
            Some(Target::Outside) => link::address(url).map(|(_, url)| {
                let next = self.addresses.len() + 1;
                let number = *self.addresses.entry(url.replace("&amp;", "&")).or_insert(next);
                self.out.push_str(&format!("<w:hyperlink r:id=\"link{number}\" w:history=\"1\">"));
                Link::Outside
            }),
            None => None,
        };
        // A link without words could not be seen or named.
        if node.first_child().is_none() {
            self.text(url);
        }
    }

    fn span(&mut self, literal: &str) {
        match mark::read(literal) {
            Some(Mark::Class(class)) => self.look.spans.push(Span::Class(class.to_owned())),
            Some(Mark::Lang(code)) => self.look.spans.push(Span::Lang(code.to_owned())),
            Some(Mark::End) => drop(self.look.spans.pop()),
            None => {}
        }
    }

    /// Follows a block of HTML: a directive where it fits, else its text.
    fn block(&mut self, node: Node<'_>, literal: &str) {
        let top = node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Document));
        let has = |classes: &str, class: &str| classes.split(' ').any(|one| one == class);
        match Directive::read(literal) {
            Some(Directive::Section { id, classes }) if top => self.flow.section(id, has(classes, "sheet")),
            Some(Directive::Div(classes)) if top && has(classes, "notice") => self.flow.begin_frame(Frame::Notice),
            Some(Directive::Div(_) | Directive::Article(_)) if top => self.flow.begin_frame(Frame::Plain),
            Some(Directive::Lang(code)) if top => self.flow.begin_frame(Frame::Lang(code.to_owned())),
            Some(Directive::End(_)) if top => self.flow.end_frame(),
            Some(wish) if has_effect(&wish, node) => {}
            _ => {
                self.flow.begin_text(&mut self.out, &mut self.bookmarks, "");
                self.lines(literal.trim());
            }
        }
    }

    /// Writes a piece of inline HTML: an anchor, a line break, else its text.
    fn inline(&mut self, node: Node<'_>, literal: &str) {
        if let Some(id) = mark::anchor(node) {
            self.bookmarks.place(&mut self.out, &id);
        } else if literal == "<br>" {
            self.line_break(node);
        } else if !mark::ends_anchor(node) {
            self.text(literal);
        }
    }

    fn write_caption(&mut self, table: Node<'_>) {
        let Some(paragraph) = caption(table) else { return };
        self.flow.begin_styled(&mut self.out, &mut self.bookmarks, "Caption");
        self.in_caption = true;
        mark::pair(paragraph);
        for child in paragraph.children() {
            walk(child, self);
        }
        self.in_caption = false;
        self.look.small = false;
        self.out.push_str("</w:p>");
    }

    /// Writes a line break; after the first of a caption comes its small print.
    fn line_break(&mut self, node: Node<'_>) {
        let outermost = node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Paragraph));
        self.look.small |= self.in_caption && outermost;
        self.out.push_str("<w:r><w:br/></w:r>");
    }
}
