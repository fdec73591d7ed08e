//! A tree that was reshaped, brought into a form that means the same when it was written down and is read again.
//!
//! Markdown cannot say everything a tree can hold: emphasis of nothing, blanks at its edges, two lists of one kind side by
//! side, an item without words. Such things are gone when this is done, and texts are escaped as those of others are.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{ListType, NodeValue};
use comrak::{Arena, Node};

use super::node;
use super::shape::unwrap;
use crate::report::escape::escape_words;

/// Tidies a document and escapes its texts.
pub(super) fn tidy<'a>(arena: &'a Arena<'a>, document: Node<'a>) {
    let nodes: Vec<Node<'a>> = document.descendants().collect();
    // Children come before their parents, and what follows before what stands before it.
    for node in nodes.into_iter().rev().filter(|node| node.parent().is_some()) {
        settle(arena, node);
    }
    let mut cell = false;
    for edge in document.traverse().collect::<Vec<_>>() {
        match edge {
            NodeEdge::Start(node) => {
                cell |= matches!(node.data().value, NodeValue::TableCell);
                escape(arena, node, cell);
            }
            NodeEdge::End(node) => cell &= !matches!(node.data().value, NodeValue::TableCell),
        }
    }
}

fn settle<'a>(arena: &'a Arena<'a>, node: Node<'a>) {
    let value = node.data().value.clone();
    match value {
        NodeValue::Text(text) => {
            let is_break = |c: char| c.is_whitespace() && c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
            node.data_mut().value = NodeValue::Text(text.replace(is_break, " ").into());
            // The first of several takes all of them.
            if !node.previous_sibling().is_some_and(is_text) {
                merge_texts(node);
            }
        }
        NodeValue::Emph | NodeValue::Strong | NodeValue::Link(_) => {
            let (before, after) = strip(node);
            if let (NodeValue::Link(link), None) = (&value, node.first_child()) {
                node.append(super::node(arena, NodeValue::Text(link.url.clone().into())));
            }
            let blanks = |blanks: String| super::node(arena, NodeValue::Text(blanks.into()));
            if !before.is_empty() {
                node.insert_before(blanks(before));
            }
            if !after.is_empty() {
                node.insert_after(blanks(after));
            }
            if let Some(text) = node.next_sibling().filter(|next| is_text(next)) {
                merge_texts(text);
            }
            if node.first_child().is_none() {
                unwrap(node);
            }
        }
        NodeValue::Paragraph | NodeValue::Heading(_) => {
            strip(node);
            remove_empty(node);
        }
        NodeValue::TableCell => {
            strip(node);
        }
        NodeValue::BlockQuote | NodeValue::Item(_) => remove_empty(node),
        NodeValue::List(_) => {
            let next = node.next_sibling();
            remove_empty(node);
            merge_lists(if node.parent().is_some() { Some(node) } else { next });
        }
        _ => {}
    }
}

fn remove_empty(node: Node<'_>) {
    if node.first_child().is_none() {
        node.detach();
    }
}

/// Takes the lists that would read as the continuation of a list into it; the first of several takes all of them.
fn merge_lists(first: Option<Node<'_>>) {
    let Some(first) = first.filter(|first| !first.previous_sibling().is_some_and(|before| are_alike(before, first))) else { return };
    while let Some(next) = first.next_sibling().filter(|next| are_alike(first, next)) {
        first.extend(next.children().collect::<Vec<_>>());
        next.detach();
    }
}

/// Whether two nodes are lists that would read as one.
fn are_alike(one: Node<'_>, other: Node<'_>) -> bool {
    match (&one.data().value, &other.data().value) {
        (NodeValue::List(one), NodeValue::List(other)) => {
            other.list_type == one.list_type && (one.list_type == ListType::Bullet || other.delimiter == one.delimiter)
        }
        _ => false,
    }
}

fn is_text(node: Node<'_>) -> bool {
    matches!(node.data().value, NodeValue::Text(_))
}

/// Takes the texts that follow a text into it.
fn merge_texts(node: Node<'_>) {
    let mut more = String::new();
    while let Some(next) = node.next_sibling().filter(|next| is_text(next)) {
        if let NodeValue::Text(text) = &next.data().value {
            more.push_str(text);
        }
        next.detach();
    }
    if let (false, NodeValue::Text(text)) = (more.is_empty(), &mut node.data_mut().value) {
        *text = format!("{text}{more}").into();
    }
}

/// Takes breaks and blanks from both ends of a node, and returns the blanks.
fn strip(node: Node<'_>) -> (String, String) {
    let (mut before, mut after) = (String::new(), String::new());
    while let Some(blanks) = node.first_child().and_then(|first| stripped(first, true)) {
        before.push_str(&blanks);
    }
    while let Some(blanks) = node.last_child().and_then(|last| stripped(last, false)) {
        after.insert_str(0, &blanks);
    }
    (before, after)
}

/// The blanks that one step takes from a child; nothing if there was nothing to take.
fn stripped(child: Node<'_>, first: bool) -> Option<String> {
    let value = child.data().value.clone();
    match value {
        NodeValue::SoftBreak | NodeValue::LineBreak => {
            child.detach();
            Some(" ".to_owned())
        }
        NodeValue::Text(text) => {
            let rest = if first { text.trim_start() } else { text.trim_end() };
            let blanks = if first { &text[..text.len() - rest.len()] } else { &text[rest.len()..] };
            if rest.is_empty() {
                child.detach();
            } else if blanks.is_empty() {
                return None;
            } else {
                child.data_mut().value = NodeValue::Text(rest.to_owned().into());
            }
            Some(blanks.to_owned())
        }
        _ => None,
    }
}

fn escape<'a>(arena: &'a Arena<'a>, one: Node<'a>, cell: bool) {
    let value = one.data().value.clone();
    let is_break = |node: Node<'_>| matches!(node.data().value, NodeValue::SoftBreak | NodeValue::LineBreak);
    match value {
        NodeValue::Text(text) => {
            let mut words = &*text;
            if one.previous_sibling().is_some_and(is_break) {
                words = words.trim_start();
            }
            if one.next_sibling().is_some_and(is_break) {
                words = words.trim_end();
            }
            let mut escaped = escaped(words);
            if cell {
                // comrak escapes what would end a cell.
                escaped = escaped.replace("\\|", "|");
            }
            one.data_mut().value = NodeValue::Raw(escaped);
        }
        NodeValue::Link(mut link) => {
            link.url = without_entities(&link.url);
            one.data_mut().value = NodeValue::Link(link);
        }
        NodeValue::Code(_) | NodeValue::Emph | NodeValue::Strong => {
            let touches =
                one.next_sibling().is_some_and(|next| matches!(next.data().value, NodeValue::Code(_) | NodeValue::Emph | NodeValue::Strong));
            if touches {
                one.insert_after(node(arena, NodeValue::Raw("\u{2060}".into())));
            }
        }
        _ => {}
    }
}

/// An address in which nothing reads as an entity such as `&copy;`.
fn without_entities(url: &str) -> String {
    let mut parts = url.split('&');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split(';').next().unwrap_or_default();
        let entity = name.len() < part.len() && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#');
        out.push_str(if entity { "&amp;" } else { "&" });
        out.push_str(part);
    }
    out
}

/// The text as any other text of people is escaped, and what only acts beside something else.
fn escaped(words: &str) -> String {
    let inner = words.trim();
    let start = words.len() - words.trim_start().len();
    let mut out = words[..start].to_owned();
    out.push_str(&escape_words(inner, true));
    // `!` before a link makes a picture of it, `#` at the end of a heading is none of its words.
    let last = out.trim_end_matches('#').len();
    if last < out.len() && !out[..last].ends_with('\\') {
        out.insert(last, '\\');
    } else if last == out.len() && out.ends_with('!') {
        out.insert(last - 1, '\\');
    }
    out.push_str(&words[start + inner.len()..]);
    out
}
