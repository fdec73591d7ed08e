//! Tables: captions, heads, rows, and what a cell becomes.
//!
//! Markdown knows a table as rows of cells. Here the first row becomes the head, the first cell of a
//! row its head, and a row with one filled cell the head of the group of rows below it.

use comrak::Node;
use comrak::nodes::{NodeTable, NodeValue, TableAlignment};

use super::directive::Directive;
use super::mark;
use super::text::css_string;

/// Where the writer is in a table. Tables cannot be nested, so one is enough.
#[derive(Default)]
pub(super) struct Table {
    columns: usize,
    right: Vec<bool>,
    /// Cells hold runs of signs.
    pub(super) strip: bool,
    /// Cells hold bars.
    pub(super) bars: bool,
    /// The style aligns the numbers, which fill all but the outer columns, so the cells need not say it.
    numbers: bool,
    column: usize,
    row: Row,
    body: bool,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Row {
    #[default]
    Head,
    Plain,
    Group,
}

impl Table {
    /// Begins a table; the caption, if there is one, is the caller's to write.
    pub(super) fn begin(out: &mut String, node: Node<'_>, table: &NodeTable) -> Self {
        let classes = classes(node);
        let has = |class: &str| classes.split(' ').any(|one| one == class);
        out.push_str("<table");
        if !classes.is_empty() {
            out.push_str(&format!(" class=\"{classes}\""));
        }
        if has("stack") && !has("labelled") {
            write_labels(out, node);
        }
        out.push('>');
        Self {
            columns: table.num_columns,
            right: table.alignments.iter().map(|one| *one == TableAlignment::Right).collect(),
            strip: has("strip"),
            bars: has("bars"),
            numbers: has("matrix") || has("figures") && !has("bars"),
            ..Self::default()
        }
    }

    /// Ends the table.
    pub(super) fn end(&self, out: &mut String) {
        out.push_str(if self.body { "</tbody></table>\n" } else { "</table>\n" });
    }

    /// Begins a row.
    pub(super) fn begin_row(&mut self, out: &mut String, node: Node<'_>, head: bool) {
        let id = node.first_child().and_then(mark::take_anchor);
        let before = self.row;
        self.column = 0;
        self.row = match head {
            true => Row::Head,
            false => self.kind(node),
        };
        match self.row {
            Row::Head => out.push_str("<thead>"),
            Row::Group if self.body && before != Row::Group => out.push_str("</tbody><tbody>"),
            _ if !self.body => out.push_str("<tbody>"),
            _ => {}
        }
        self.body = !head;
        out.push_str("<tr");
        if let Some(id) = id {
            out.push_str(&format!(" id=\"{id}\""));
        }
        out.push('>');
    }

    /// Ends a row.
    pub(super) fn end_row(&self, out: &mut String) {
        out.push_str(if self.row == Row::Head { "</tr></thead>\n" } else { "</tr>\n" });
    }

    /// Begins a cell; says whether it is there at all.
    pub(super) fn begin_cell(&self, out: &mut String, node: Node<'_>) -> bool {
        if self.swallowed() {
            return false;
        }
        let empty = node.first_child().is_none();
        let columns = self.columns;
        match (self.row, self.column) {
            (Row::Group, _) => {
                out.push_str(&format!("<th scope=\"rowgroup\" colspan=\"{columns}\" class=\"group\">"));
                return true;
            }
            // A head without a word names nothing, so it is not a head.
            (Row::Head, _) if !empty => out.push_str("<th scope=\"col\""),
            (Row::Plain, 0) if !empty => out.push_str("<th scope=\"row\""),
            _ => out.push_str("<td"),
        }
        if self.right.get(self.column) == Some(&true) && !(self.numbers && self.row == Row::Plain) {
            out.push_str(" class=\"n\"");
        }
        out.push('>');
        true
    }

    /// Ends a cell.
    pub(super) fn end_cell(&mut self, out: &mut String, node: Node<'_>) {
        let empty = node.first_child().is_none();
        if !self.swallowed() {
            out.push_str(match (self.row, self.column) {
                (Row::Head, _) if !empty => "</th>",
                (Row::Plain, 0) if !empty => "</th>",
                (Row::Group, _) => "</th>",
                _ => "</td>",
            });
        }
        self.column += 1;
    }

    /// Whether the cell is covered by the head of the group, which spans the row.
    fn swallowed(&self) -> bool {
        self.column > 0 && self.row == Row::Group
    }

    fn kind(&self, row: Node<'_>) -> Row {
        if is_group(row) { Row::Group } else { Row::Plain }
    }
}

/// Whether only the first of several cells of this row is filled.
pub(in crate::report) fn is_group(row: Node<'_>) -> bool {
    let mut filled = row.children().map(|cell| cell.first_child().is_some());
    let first = filled.next() == Some(true);
    let mut others = filled.peekable();
    first && others.peek().is_some() && !others.any(|one| one)
}

/// The paragraph that is the caption of this table.
pub(in crate::report) fn caption(table: Node<'_>) -> Option<Node<'_>> {
    let before = table.previous_sibling()?;
    let paragraph = matches!(before.data().value, NodeValue::Paragraph);
    (paragraph && is_directive(before.previous_sibling()?)).then_some(before)
}

/// Whether this paragraph is the caption of the table that follows it.
pub(in crate::report) fn is_caption(paragraph: Node<'_>) -> bool {
    paragraph.next_sibling().is_some_and(|next| matches!(next.data().value, NodeValue::Table(_)))
        && paragraph.previous_sibling().is_some_and(is_directive)
}

/// The text of a node without its markup.
pub(in crate::report) fn plain(node: Node<'_>) -> String {
    let mut text = String::new();
    for one in node.descendants() {
        match &one.data().value {
            NodeValue::Text(literal) => text.push_str(literal),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            NodeValue::HtmlInline(literal) if literal == "<br>" => text.push(' '),
            _ => {}
        }
    }
    text
}

/// The classes that the directive before a table gives it.
pub(in crate::report) fn classes(table: Node<'_>) -> String {
    let Some(before) = caption(table).unwrap_or(table).previous_sibling() else {
        return String::new();
    };
    match &before.data().value {
        NodeValue::HtmlBlock(block) => match Directive::read(&block.literal) {
            Some(Directive::Table(classes)) => classes.to_owned(),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

fn is_directive(node: Node<'_>) -> bool {
    match &node.data().value {
        NodeValue::HtmlBlock(block) => {
            matches!(Directive::read(&block.literal), Some(Directive::Table(_)))
        }
        _ => false,
    }
}

/// Writes the heads of the columns as properties, for phones, where each cell stands alone. The cells of the first column
/// are heads themselves. Tables of a kind that occurs often are `labelled`: the style of the page has their heads once.
fn write_labels(out: &mut String, table: Node<'_>) {
    let Some(head) = table.first_child() else {
        return;
    };
    out.push_str(" style=\"");
    for (number, cell) in head.children().enumerate().skip(1) {
        // A string of CSS holds no sign that HTML knows, but for the quotation marks around it.
        out.push_str(&format!("--c{}:{};", number + 1, css_string(plain(cell).trim())));
    }
    out.push('"');
}
