//! The walk through a tree of Markdown.
//!
//! It goes node by node without recursion, because the text may be nested as deeply as its author likes.

use comrak::Node;

/// What becomes of the nodes.
pub(in crate::report) trait Visitor {
    /// Before the children of a node; says whether they are to be visited.
    fn enter(&mut self, node: Node<'_>) -> bool;
    /// After the children of a node, also where they were not visited.
    fn leave(&mut self, node: Node<'_>);
}

/// Visits a node and all below it.
pub(in crate::report) fn walk(root: Node<'_>, visitor: &mut impl Visitor) {
    let mut node = root;
    loop {
        if visitor.enter(node)
            && let Some(child) = node.first_child()
        {
            node = child;
            continue;
        }
        loop {
            visitor.leave(node);
            if node.same_node(root) {
                return;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            match node.parent() {
                Some(parent) => node = parent,
                None => return,
            }
        }
    }
}
