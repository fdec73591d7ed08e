//! The inline marks: anchors, and spans of another language or class.
//!
//! A mark is a comment or an `<a id>` that GitHub does not show. Marks that are not closed are text.

use comrak::Node;
use comrak::nodes::NodeValue;

use super::text::{is_class, is_id, is_language};

/// What a mark says.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::report) enum Mark<'t> {
    /// Begins a span in another language.
    Lang(&'t str),
    /// Begins a span of a class.
    Class(&'t str),
    /// Ends the span.
    End,
}

/// Turns every pair of marks among the children of a node into raw nodes, whose texts [`read`] understands.
///
/// Pairs are matched within one parent only, so the spans are nested properly whatever stands between.
pub(in crate::report) fn pair(node: Node<'_>) {
    let mut open: Vec<(Node<'_>, String)> = Vec::new();
    for child in node.children() {
        let literal = match &child.data().value {
            NodeValue::HtmlInline(literal) => literal.clone(),
            _ => continue,
        };
        let mark = read(&literal);
        if mark == Some(Mark::End) {
            if let Some((start, begins)) = open.pop() {
                start.data_mut().value = NodeValue::Raw(begins);
                child.data_mut().value = NodeValue::Raw(literal);
            }
        } else if mark.is_some() {
            open.push((child, literal));
        }
    }
}

/// Takes the first anchor out of the children of a node and gives its id.
pub(in crate::report) fn take_anchor(node: Node<'_>) -> Option<String> {
    let (start, id) = node.children().find_map(|child| anchor(child).map(|id| (child, id)))?;
    if let Some(end) = start.next_sibling() {
        end.detach();
    }
    start.detach();
    Some(id)
}

/// The id of an anchor that begins at this node and holds nothing.
pub(in crate::report) fn anchor(node: Node<'_>) -> Option<String> {
    let data = node.data();
    let NodeValue::HtmlInline(literal) = &data.value else {
        return None;
    };
    let id = literal.strip_prefix("<a id=\"")?.strip_suffix("\">")?;
    (is_id(id) && node.next_sibling().is_some_and(closes_anchor)).then(|| id.to_owned())
}

/// Whether this node is the end of an anchor that is written.
pub(in crate::report) fn ends_anchor(node: Node<'_>) -> bool {
    closes_anchor(node) && node.previous_sibling().is_some_and(|before| anchor(before).is_some())
}

fn closes_anchor(node: Node<'_>) -> bool {
    matches!(&node.data().value, NodeValue::HtmlInline(literal) if literal == "</a>")
}

/// What the text of a mark says; nothing if it is none.
pub(in crate::report) fn read(literal: &str) -> Option<Mark<'_>> {
    let word = literal.strip_prefix("<!--")?.strip_suffix("-->")?;
    match word.strip_prefix('.') {
        _ if word == "/" => Some(Mark::End),
        Some(class) => is_class(class).then_some(Mark::Class(class)),
        None => is_language(word).then_some(Mark::Lang(word)),
    }
}

/// The tag of a paired mark.
pub(super) fn tag(literal: &str) -> String {
    match read(literal) {
        Some(Mark::Class(class)) => format!("<span class=\"{class}\">"),
        Some(Mark::Lang(language)) => format!("<span lang=\"{language}\">"),
        Some(Mark::End) => "</span>".to_owned(),
        None => String::new(),
    }
}
