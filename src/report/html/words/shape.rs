//! From what somebody wrote to what the report may show: nodes that it may not hold become text or go, and each is a fault.

use std::collections::HashMap;
use std::ops::Range;

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{ListType, NodeHeading, NodeList, NodeValue};
use comrak::{Arena, Node};

use super::{Fault, FaultKind, TABLES, node};
use crate::report::escape::visible;
use crate::report::html::text::target;

/// Quotes and lists nested deeper than this are shown as a paragraph.
const DEEPEST: usize = 8;

/// What stands around a node.
#[derive(Clone, Copy, Default)]
struct Around {
    depth: usize,
    heading: bool,
    cell: bool,
    link: bool,
    nested: bool,
}

struct Shaper<'a, 't> {
    arena: &'a Arena<'a>,
    text: &'t str,
    lines: Vec<usize>,
    below: u8,
    faults: Vec<Fault>,
    /// Numbers of footnotes by their names.
    numbers: HashMap<String, u32>,
    notes: Vec<(u32, Node<'a>)>,
}

/// Reshapes a document; lines for tables become `Raw` nodes with the table's name.
pub(super) fn shape<'a>(arena: &'a Arena<'a>, document: Node<'a>, text: &str, below: u8) -> Vec<Fault> {
    let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
    let (numbers, notes) = (HashMap::new(), Vec::new());
    let mut shaper = Shaper { arena, text, lines: starts.collect(), below, faults: Vec::new(), numbers, notes };
    for block in document.children().collect::<Vec<_>>() {
        shaper.tables(block);
    }
    let nodes = with_surroundings(document);
    for (node, _) in &nodes {
        if let NodeValue::FootnoteReference(reference) = &node.data().value {
            shaper.numbers.insert(reference.name.clone(), reference.ix);
        }
    }
    for (node, around) in nodes {
        shaper.node(node, around);
    }
    shaper.append_notes(document);
    shaper.faults.sort_by_key(|fault| fault.at.start);
    shaper.faults
}

/// All nodes, parents first, each with what stands around it.
fn with_surroundings<'a>(document: Node<'a>) -> Vec<(Node<'a>, Around)> {
    let mut nodes = Vec::new();
    let mut around = vec![Around::default()];
    for edge in document.traverse() {
        let NodeEdge::Start(node) = edge else {
            around.pop();
            continue;
        };
        let outer = around.last().copied().unwrap_or_default();
        nodes.push((node, outer));
        let value = &node.data().value;
        around.push(Around {
            depth: outer.depth + usize::from(matches!(value, NodeValue::BlockQuote | NodeValue::List(_))),
            heading: outer.heading || matches!(value, NodeValue::Heading(_)),
            cell: outer.cell || matches!(value, NodeValue::TableCell),
            link: outer.link || matches!(value, NodeValue::Link(_)),
            nested: outer.nested || matches!(value, NodeValue::BlockQuote | NodeValue::List(_) | NodeValue::FootnoteDefinition(_)),
        });
    }
    nodes
}

impl<'a> Shaper<'a, '_> {
    fn node(&mut self, node: Node<'a>, around: Around) {
        let value = node.data().value.clone();
        match value {
            NodeValue::Heading(heading) => {
                let level = heading.level.saturating_add(self.below).min(6);
                node.data_mut().value = NodeValue::Heading(NodeHeading { level, setext: false, closed: false });
            }
            NodeValue::BlockQuote | NodeValue::List(_) if around.depth == DEEPEST => {
                let text = plain(node);
                self.lines(node, &text);
            }
            // Part of the paragraph already.
            NodeValue::BlockQuote | NodeValue::List(_) if around.depth > DEEPEST => {}
            NodeValue::HtmlBlock(block) if is_comment(&block.literal) => self.leave_out(node),
            NodeValue::HtmlBlock(block) => {
                self.fault(node, FaultKind::Html);
                self.lines(node, &block.literal);
            }
            NodeValue::CodeBlock(block) => {
                self.fault(node, FaultKind::Code);
                self.lines(node, &block.literal);
            }
            NodeValue::ThematicBreak if around.nested => node.detach(),
            NodeValue::HtmlInline(literal) if literal == "<br>" && around.cell => {}
            NodeValue::HtmlInline(literal) if literal == "<br>" => {
                node.data_mut().value = if around.heading { NodeValue::Text(" ".into()) } else { NodeValue::LineBreak };
            }
            NodeValue::HtmlInline(literal) if is_comment(&literal) => self.leave_out(node),
            NodeValue::HtmlInline(literal) => {
                // The end of an element goes with its beginning.
                if !literal.starts_with("</") || self.faults.is_empty() {
                    self.fault(node, FaultKind::Html);
                }
                node.data_mut().value = NodeValue::Text(literal.into());
            }
            NodeValue::Image(_) => {
                self.fault(node, FaultKind::Picture);
                let text = plain(node);
                node.children().collect::<Vec<_>>().into_iter().for_each(|child| child.detach());
                node.data_mut().value = NodeValue::Text(text.into());
            }
            NodeValue::Link(link) => self.link(node, &link.url, around),
            NodeValue::Code(mut code) => {
                code.literal = visible(&code.literal).into_owned();
                let blank = code.literal.trim().is_empty();
                node.data_mut().value = if blank { NodeValue::Text(code.literal.into()) } else { NodeValue::Code(code) };
            }
            NodeValue::SoftBreak | NodeValue::LineBreak if around.heading => node.data_mut().value = NodeValue::Text(" ".into()),
            NodeValue::FootnoteReference(reference) => node.data_mut().value = NodeValue::Text(format!("[{}]", reference.ix).into()),
            NodeValue::FootnoteDefinition(definition) => self.note(node, &definition.name),
            NodeValue::Text(text) if text.contains("{{") => self.fault(node, FaultKind::TableNotAlone),
            _ => {}
        }
    }

    /// A link leads to a web page or to a place in the report, or it is its words.
    fn link(&mut self, node: Node<'a>, url: &str, around: Around) {
        let leads = target(url).is_some() && !url.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>'));
        if leads && !around.link {
            if let NodeValue::Link(link) = &mut node.data_mut().value {
                link.title.clear();
            }
            return;
        }
        // The words of an address of e-mail are the address.
        if !leads && plain(node) != url.strip_prefix("mailto:").unwrap_or(url) {
            self.fault(node, FaultKind::Address(url.to_owned()));
        }
        unwrap(node);
    }

    /// A footnote that something refers to goes to the end; another one stays, under its name.
    fn note(&mut self, node: Node<'a>, name: &str) {
        let number = self.numbers.get(name).copied();
        let mark = number.map_or_else(|| name.to_owned(), |number| number.to_string());
        let mark = super::node(self.arena, NodeValue::Text(format!("[{mark}] ").into()));
        let first = node.first_child().filter(|first| matches!(first.data().value, NodeValue::Paragraph));
        match first {
            Some(paragraph) => paragraph.prepend(mark),
            None => {
                let paragraph = super::node(self.arena, NodeValue::Paragraph);
                paragraph.append(mark);
                node.prepend(paragraph);
            }
        }
        match number {
            Some(number) => self.notes.push((number, node)),
            None => unwrap(node),
        }
    }

    fn append_notes(&mut self, document: Node<'a>) {
        self.notes.sort_by_key(|(number, _)| *number);
        if self.notes.is_empty() {
            return;
        }
        let list = NodeList { list_type: ListType::Bullet, tight: true, ..NodeList::default() };
        let list_node = node(self.arena, NodeValue::List(list));
        for (_, note) in self.notes.drain(..) {
            note.detach();
            note.data_mut().value = NodeValue::Item(list);
            list_node.append(note);
        }
        document.append(list_node);
    }

    /// Turns a block into a paragraph of these lines.
    fn lines(&self, block: Node<'a>, text: &str) {
        block.children().collect::<Vec<_>>().into_iter().for_each(|child| child.detach());
        block.data_mut().value = NodeValue::Paragraph;
        for (at, line) in text.lines().map(str::trim).filter(|line| !line.is_empty()).enumerate() {
            if at > 0 {
                block.append(node(self.arena, NodeValue::LineBreak));
            }
            block.append(node(self.arena, NodeValue::Text(line.to_owned().into())));
        }
    }

    fn leave_out(&mut self, node: Node<'a>) {
        self.fault(node, FaultKind::Comment);
        node.detach();
    }

    /// A paragraph that is nothing but lines for tables becomes the tables.
    fn tables(&mut self, paragraph: Node<'a>) {
        if !matches!(paragraph.data().value, NodeValue::Paragraph) {
            return;
        }
        let mut lines: Vec<(String, Node<'a>)> = Vec::new();
        let mut begun = false;
        for part in paragraph.children() {
            match (&part.data().value, lines.last_mut()) {
                (NodeValue::Text(text), Some((line, _))) if begun => line.push_str(text),
                (NodeValue::Text(text), _) => lines.push((text.to_string(), part)),
                (NodeValue::SoftBreak | NodeValue::LineBreak, _) => {
                    begun = false;
                    continue;
                }
                _ => return,
            }
            begun = true;
        }
        let Some(names) = lines.iter().map(|(line, _)| table_asked(line)).collect::<Option<Vec<_>>>() else { return };
        let unknown = names.iter().zip(&lines).filter(|(name, _)| !TABLES.contains(name));
        let unknown: Vec<_> = unknown.map(|(name, (_, part))| ((*name).to_owned(), *part)).collect();
        if unknown.is_empty() {
            for name in names {
                paragraph.insert_before(node(self.arena, NodeValue::Raw(name.to_owned())));
            }
            paragraph.detach();
            return;
        }
        let texts: Vec<String> = lines.iter().map(|(line, _)| line.clone()).collect();
        for (name, part) in unknown {
            self.fault(part, FaultKind::UnknownTable(name));
        }
        // Without their braces, which were told to be wrong already.
        let text = texts.iter().map(|line| line.trim().trim_matches(['{', '}'])).collect::<Vec<_>>().join("\n");
        self.lines(paragraph, &text);
    }

    fn fault(&mut self, node: Node<'a>, kind: FaultKind) {
        self.faults.push(Fault { at: self.bytes(node), kind });
    }

    /// The bytes of a node in its first line.
    fn bytes(&self, node: Node<'a>) -> Range<usize> {
        let place = node.data().sourcepos;
        let byte = |line: usize, column: usize| {
            let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
            self.text.floor_char_boundary((start + column).min(self.text.len()))
        };
        let start = byte(place.start.line, place.start.column.saturating_sub(1));
        let end = if place.end.line == place.start.line { byte(place.end.line, place.end.column) } else { self.text.len() };
        let line_end = self.lines.get(place.start.line).map_or(self.text.len(), |next| next - 1).max(start);
        start..end.clamp(start, line_end)
    }
}

/// The name of the table that a line `{{ table: … }}` asks for; of another line in such braces all that stands in them.
fn table_asked(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix("{{")?.strip_suffix("}}")?.trim();
    Some(inner.strip_prefix("table:").map_or(inner, str::trim))
}

/// Whether a piece of HTML is one comment and nothing else.
fn is_comment(literal: &str) -> bool {
    let inner = literal.trim().strip_prefix("<!--").and_then(|rest| rest.strip_suffix("-->"));
    inner.is_some_and(|inner| !inner.contains("-->"))
}

/// The words of a node and of all below it; blocks stand in lines of their own.
fn plain(node: Node<'_>) -> String {
    let mut text = String::new();
    for one in node.descendants() {
        match &one.data().value {
            NodeValue::Text(literal) => text.push_str(literal),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::HtmlInline(literal) => text.push_str(literal),
            NodeValue::CodeBlock(block) => text.push_str(&block.literal),
            NodeValue::HtmlBlock(block) => text.push_str(&block.literal),
            NodeValue::FootnoteReference(reference) => text.push_str(&format!("[{}]", reference.ix)),
            NodeValue::SoftBreak | NodeValue::LineBreak | NodeValue::TableCell => text.push(' '),
            NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableRow(_) if !text.is_empty() => text.push('\n'),
            _ => {}
        }
    }
    text
}

/// Puts the children of a node into its place.
pub(super) fn unwrap(node: Node<'_>) {
    for child in node.children().collect::<Vec<_>>() {
        node.insert_before(child);
    }
    node.detach();
}
