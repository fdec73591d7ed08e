//! The inline marks: anchors, and spans of another language or class.
//!
//! A mark is a comment or an `<a id>` that GitHub does not show. Marks that are not closed are text.

use comrak::Node;
use comrak::nodes::NodeValue;

use super::text::{is_class, is_id, is_language};

/// Turns every pair of marks among the children of a node into the tags of a span.
///
/// Pairs are matched within one parent only, so the tags are nested properly whatever stands between.
pub(super) fn pair(node: Node<'_>) {
    let mut open: Vec<(Node<'_>, String)> = Vec::new();
    for child in node.children() {
        let literal = match &child.data().value {
            NodeValue::HtmlInline(literal) => literal.clone(),
            _ => continue,
        };
        if let Some(tag) = span(&literal) {
            open.push((child, tag));
        } else if literal == "<!--/-->"
            && let Some((start, tag)) = open.pop()
        {
            start.data_mut().value = NodeValue::Raw(tag);
            child.data_mut().value = NodeValue::Raw("</span>".to_owned());
        }
    }
}

/// Takes the first anchor out of the children of a node and gives its id.
pub(super) fn take_anchor(node: Node<'_>) -> Option<String> {
    let (start, id) = node.children().find_map(|child| anchor(child).map(|id| (child, id)))?;
    if let Some(end) = start.next_sibling() {
        end.detach();
    }
    start.detach();
    Some(id)
}

/// The id of an anchor that begins at this node and holds nothing.
pub(super) fn anchor(node: Node<'_>) -> Option<String> {
    let data = node.data();
    let NodeValue::HtmlInline(literal) = &data.value else {
        return None;
    };
    let id = literal.strip_prefix("<a id=\"")?.strip_suffix("\">")?;
    (is_id(id) && node.next_sibling().is_some_and(closes_anchor)).then(|| id.to_owned())
}

/// Whether this node is the end of an anchor that is written.
pub(super) fn ends_anchor(node: Node<'_>) -> bool {
    closes_anchor(node) && node.previous_sibling().is_some_and(|before| anchor(before).is_some())
}

fn closes_anchor(node: Node<'_>) -> bool {
    matches!(&node.data().value, NodeValue::HtmlInline(literal) if literal == "</a>")
}

fn span(literal: &str) -> Option<String> {
    let word = literal.strip_prefix("<!--")?.strip_suffix("-->")?;
    match word.strip_prefix('.') {
        Some(class) => is_class(class).then(|| format!("<span class=\"{class}\">")),
        None => is_language(word).then(|| format!("<span lang=\"{word}\">")),
    }
}
