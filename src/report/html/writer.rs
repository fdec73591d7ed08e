//! What the nodes of the parsed Markdown become in HTML.

use comrak::Node;
use comrak::nodes::{ListType, NodeList, NodeValue};

use super::directive::Directive;
use super::mark;
use super::signs::{Signs, bar};
use super::table::{Table, caption, is_caption, plain};
use super::text::{Target, escape_into, prose_into, target};
use super::walk::{Visitor, walk};

/// Quotes and lists nested deeper than this lose their frames: nobody reads them, and browsers give up.
const DEEPEST: usize = 24;

/// Code of at most this many bytes is a name, and stays on one line.
const SHORT: usize = 24;

/// The state of one walk.
pub(super) struct Writer<'s> {
    out: String,
    signs: &'s Signs,
    depth: usize,
    table: Option<Table>,
    /// The caption being written, and whether its first line has ended.
    caption: Option<bool>,
}

impl<'s> Writer<'s> {
    /// A writer that expects about this many bytes.
    pub(super) fn new(signs: &'s Signs, bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes), signs, depth: 0, table: None, caption: None }
    }

    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }
}

impl Visitor for Writer<'_> {
    /// Writes what stands before the children of a node; says whether they are to be written.
    fn enter(&mut self, node: Node<'_>) -> bool {
        mark::pair(node);
        let data = node.data();
        match &data.value {
            NodeValue::Paragraph if is_caption(node) => return false,
            NodeValue::Paragraph if is_tight(node) => {}
            NodeValue::Paragraph => self.begin("p", &classes_before(node)),
            NodeValue::Heading(heading) => {
                let level = heading.level;
                drop(data);
                match mark::take_anchor(node) {
                    Some(id) => self.out.push_str(&format!("<h{level} id=\"{id}\">")),
                    None => self.out.push_str(&format!("<h{level}>")),
                }
            }
            NodeValue::BlockQuote => self.begin_nested("blockquote", ""),
            NodeValue::List(list) => self.begin_list(node, list),
            NodeValue::Item(_) if self.depth <= DEEPEST => self.out.push_str("<li>"),
            NodeValue::ThematicBreak => self.out.push_str("<hr>\n"),
            NodeValue::CodeBlock(code) => self.framed("<pre><code>", &code.literal, "</code></pre>\n"),
            NodeValue::HtmlBlock(block) => self.block(node, &block.literal),
            NodeValue::Table(table) => {
                let begun = Table::begin(&mut self.out, node, table);
                drop(data);
                self.write_caption(node);
                self.table = Some(begun);
            }
            NodeValue::TableRow(head) => {
                let head = *head;
                drop(data);
                if let Some(table) = &mut self.table {
                    table.begin_row(&mut self.out, node, head);
                }
            }
            NodeValue::TableCell => return self.begin_cell(node),
            NodeValue::Text(literal) => self.text(node, literal),
            NodeValue::Code(code) => {
                let tag = if code.literal.len() <= SHORT { "<code class=\"nw\">" } else { "<code>" };
                self.framed(tag, &code.literal, "</code>");
            }
            NodeValue::SoftBreak => self.line_break(node, "\n"),
            NodeValue::LineBreak => self.line_break(node, "<br>\n"),
            NodeValue::HtmlInline(literal) => self.inline(node, literal),
            NodeValue::Raw(mark) => self.out.push_str(&mark::tag(mark)),
            NodeValue::Emph => self.out.push_str("<em>"),
            // Labels, names and numbers stand out; none is more important than another.
            NodeValue::Strong => self.out.push_str("<b>"),
            NodeValue::Link(link) => self.begin_link(node, &link.url),
            NodeValue::Image(_) => {
                escape_into(&mut self.out, &plain(node));
                return false;
            }
            _ => {}
        }
        true
    }

    /// Writes what stands after the children of a node.
    fn leave(&mut self, node: Node<'_>) {
        let data = node.data();
        match &data.value {
            NodeValue::Paragraph if is_caption(node) || is_tight(node) => {}
            NodeValue::Paragraph => self.out.push_str("</p>\n"),
            NodeValue::Heading(heading) => self.out.push_str(&format!("</h{}>\n", heading.level)),
            NodeValue::BlockQuote => self.end_nested("blockquote"),
            NodeValue::List(list) => self.end_nested(list_tag(list)),
            NodeValue::Item(_) if self.depth <= DEEPEST => self.out.push_str("</li>\n"),
            NodeValue::Table(_) => {
                if let Some(table) = self.table.take() {
                    table.end(&mut self.out);
                }
            }
            NodeValue::TableRow(_) => {
                if let Some(table) = &self.table {
                    table.end_row(&mut self.out);
                }
            }
            NodeValue::TableCell => {
                if let Some(table) = &mut self.table {
                    table.end_cell(&mut self.out, node);
                }
            }
            NodeValue::Emph => self.out.push_str("</em>"),
            NodeValue::Strong => self.out.push_str("</b>"),
            NodeValue::Link(link) if target(&link.url).is_some() => self.out.push_str("</a>"),
            _ => {}
        }
    }
}

impl Writer<'_> {
    fn begin(&mut self, tag: &str, classes: &str) {
        match classes {
            "" => self.out.push_str(&format!("<{tag}>")),
            _ => self.out.push_str(&format!("<{tag} class=\"{classes}\">")),
        }
    }

    fn begin_nested(&mut self, tag: &str, classes: &str) {
        self.depth += 1;
        if self.depth <= DEEPEST {
            self.begin(tag, classes);
        }
    }

    fn end_nested(&mut self, tag: &str) {
        if self.depth <= DEEPEST {
            self.out.push_str(&format!("</{tag}>\n"));
        }
        self.depth -= 1;
    }

    fn begin_list(&mut self, node: Node<'_>, list: &NodeList) {
        self.begin_nested(list_tag(list), &classes_before(node));
        let counts_on = list.list_type == ListType::Ordered && list.start != 1;
        if counts_on && self.depth <= DEEPEST && self.out.pop().is_some() {
            self.out.push_str(&format!(" start=\"{}\">", list.start));
        }
    }

    fn begin_cell(&mut self, node: Node<'_>) -> bool {
        let Some(table) = &self.table else {
            return false;
        };
        if !table.begin_cell(&mut self.out, node) {
            return false;
        }
        let only = node.first_child().filter(|child| child.next_sibling().is_none());
        match only.map(|child| child.data()) {
            Some(data) => match &data.value {
                NodeValue::Text(literal) if table.strip => !self.signs.write_strip(&mut self.out, literal),
                _ => true,
            },
            None => true,
        }
    }

    fn begin_link(&mut self, node: Node<'_>, url: &str) {
        let Some(place) = target(url) else { return };
        self.out.push_str("<a href=\"");
        escape_into(&mut self.out, url);
        self.out.push_str(match place {
            Target::Inside => "\">",
            Target::Outside => "\" rel=\"noreferrer noopener\">",
        });
        // A link without words could not be seen or named.
        if node.first_child().is_none() {
            escape_into(&mut self.out, url);
        }
    }

    fn text(&mut self, node: Node<'_>, literal: &str) {
        let last_of_cell = node.next_sibling().is_none() && node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::TableCell));
        if last_of_cell
            && self.table.as_ref().is_some_and(|table| table.bars)
            && let Some((before, length)) = bar(literal)
        {
            escape_into(&mut self.out, before);
            self.out.push_str(&format!("<span class=\"bar\" style=\"--v:{length}\"></span>"));
        } else if self.table.is_none() && literal.contains("://") || is_activity(node) {
            // Addresses in lists, and ids of activities, break where the style says so.
            escape_into(&mut self.out, literal);
        } else if !self.signs.write_labels(&mut self.out, literal) {
            prose_into(&mut self.out, literal);
        }
    }

    fn framed(&mut self, before: &str, text: &str, after: &str) {
        self.out.push_str(before);
        escape_into(&mut self.out, text);
        self.out.push_str(after);
    }

    /// Writes a block of HTML: a directive where it fits, else its text.
    fn block(&mut self, node: Node<'_>, literal: &str) {
        let top = node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Document));
        match Directive::read(literal) {
            Some(Directive::Section { id, classes }) if top => {
                self.out.push_str("<section");
                if let Some(id) = id {
                    self.out.push_str(&format!(" id=\"{id}\""));
                }
                if !classes.is_empty() {
                    self.out.push_str(&format!(" class=\"{classes}\""));
                }
                self.out.push_str(">\n");
            }
            Some(Directive::Div(classes)) if top => self.begin("div", classes),
            Some(Directive::Article(classes)) if top => self.begin("article", classes),
            Some(Directive::Lang(language)) if top => self.out.push_str(&format!("<div lang=\"{language}\">")),
            Some(Directive::End(tag)) if top => self.out.push_str(&format!("</{tag}>\n")),
            Some(wish) if has_effect(&wish, node) => {}
            _ => self.framed("<p>", literal.trim(), "</p>\n"),
        }
    }

    /// Writes a piece of inline HTML: an anchor, a line break, else its text.
    fn inline(&mut self, node: Node<'_>, literal: &str) {
        if let Some(id) = mark::anchor(node) {
            self.out.push_str(&format!("<span id=\"{id}\"></span>"));
        } else if literal == "<br>" {
            self.line_break(node, "<br>");
        } else if !mark::ends_anchor(node) {
            escape_into(&mut self.out, literal);
        }
    }

    fn write_caption(&mut self, table: Node<'_>) {
        let Some(paragraph) = caption(table) else {
            return;
        };
        self.out.push_str("<caption>");
        self.caption = Some(false);
        mark::pair(paragraph);
        for child in paragraph.children() {
            walk(child, self);
        }
        self.out.push_str(if self.caption == Some(true) { "</small></caption>\n" } else { "</caption>\n" });
        self.caption = None;
    }

    /// Writes a line break; those of a caption divide its small print.
    fn line_break(&mut self, node: Node<'_>, tag: &str) {
        let outermost = node.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::Paragraph));
        match self.caption {
            Some(small) if outermost => {
                self.out.push_str(if small { "</small><small>" } else { "<small>" });
                self.caption = Some(true);
            }
            _ => self.out.push_str(tag),
        }
    }
}

/// Whether a text is the id of an activity with a link to it.
fn is_activity(text: Node<'_>) -> bool {
    text.parent().is_some_and(|parent| matches!(&parent.data().value, NodeValue::Link(link) if link.url.starts_with("#a-")))
}

/// Whether the block that follows is of the kind that the directive speaks of.
pub(in crate::report) fn has_effect(wish: &Directive<'_>, node: Node<'_>) -> bool {
    let Some(next) = node.next_sibling() else {
        return false;
    };
    let data = next.data();
    match wish {
        Directive::List(_) => matches!(data.value, NodeValue::List(_)),
        Directive::Paragraph(_) => matches!(data.value, NodeValue::Paragraph) && !is_tight(next),
        Directive::Table(_) => matches!(data.value, NodeValue::Table(_)) || is_caption(next),
        _ => false,
    }
}

/// The classes that the directive before a list or paragraph gives it.
pub(in crate::report) fn classes_before(node: Node<'_>) -> String {
    let Some(before) = node.previous_sibling() else {
        return String::new();
    };
    let data = before.data();
    let NodeValue::HtmlBlock(block) = &data.value else {
        return String::new();
    };
    match (Directive::read(&block.literal), &node.data().value) {
        (Some(Directive::List(classes)), NodeValue::List(_)) => classes.to_owned(),
        (Some(Directive::Paragraph(classes)), NodeValue::Paragraph) => classes.to_owned(),
        _ => String::new(),
    }
}

fn list_tag(list: &NodeList) -> &'static str {
    match list.list_type {
        ListType::Bullet => "ul",
        ListType::Ordered => "ol",
    }
}

/// Whether this paragraph is the line of a list item that has no blank lines.
fn is_tight(paragraph: Node<'_>) -> bool {
    let list = paragraph.parent().and_then(|item| item.parent());
    list.is_some_and(|list| matches!(&list.data().value, NodeValue::List(list) if list.tight))
}
