//! Tables: how wide each column is, and what rows and cells begin with.

use comrak::Node;
use comrak::nodes::{NodeTable, NodeValue, TableAlignment};

use super::run::{BLOCK, is_sign};
use crate::report::html::table::{classes, is_group, plain};

/// Width of the text on the page in twentieths of a point: A4 without its margins.
pub(super) const PAGE: usize = 11_906 - 2 * super::MARGIN;
/// A character of a cell is about as wide as this.
const CHARACTER: usize = 94;
/// What a cell leaves free at its sides, in characters.
const PADDING: usize = 2;
/// Words longer than this, in characters, may break.
const LONGEST_WORD: usize = 22;
/// Lines longer than this, in characters, take no more room from others.
const LONGEST_LINE: usize = 90;
/// Rows of more lines than this, which is about a third of a page, may go on on the next page.
const TALLEST: usize = 24;

/// Where the writer is in a table. Tables cannot be nested, so one is enough.
pub(super) struct Table {
    widths: Vec<usize>,
    right: Vec<bool>,
    /// Values side by side, so that no row is the head of a group.
    pair: bool,
    column: usize,
    row: Row,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Head,
    Plain,
    Group,
}

/// Begins the rows of a table whose columns have these widths.
pub(super) fn begin(out: &mut String, style: &str, widths: &[usize]) {
    out.push_str(&format!("<w:tbl><w:tblPr><w:tblStyle w:val=\"{style}\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/>"));
    out.push_str("<w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>");
    for width in widths {
        out.push_str(&format!("<w:gridCol w:w=\"{width}\"/>"));
    }
    out.push_str("</w:tblGrid>");
}

/// Ends a table. Two without a paragraph between them would be one.
pub(super) fn end(out: &mut String) {
    out.push_str("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/></w:pPr></w:p>");
}

impl Table {
    /// Begins a table.
    pub(super) fn begin(out: &mut String, node: Node<'_>, table: &NodeTable) -> Self {
        let pair = classes(node).split(' ').any(|class| class == "pair");
        let widths = widths(node, table.num_columns, pair);
        begin(out, "ReportTable", &widths);
        let right = table.alignments.iter().map(|one| *one == TableAlignment::Right).collect();
        Self { widths, right, pair, column: 0, row: Row::Head }
    }

    /// Begins a row.
    pub(super) fn begin_row(&mut self, out: &mut String, node: Node<'_>, head: bool) {
        self.column = 0;
        self.row = match head {
            true => Row::Head,
            false if is_group(node) && !self.pair => Row::Group,
            false => Row::Plain,
        };
        let stays_whole = self.row == Row::Group || self.lines(node) <= TALLEST;
        let properties = [("<w:cantSplit/>", stays_whole), ("<w:tblHeader/>", head)];
        out.push_str("<w:tr>");
        if properties.iter().any(|(_, set)| *set) {
            out.push_str("<w:trPr>");
            properties.iter().filter(|(_, set)| *set).for_each(|(property, _)| out.push_str(property));
            out.push_str("</w:trPr>");
        }
    }

    /// Begins a cell and its paragraph; says whether it is there at all.
    pub(super) fn begin_cell(&mut self, out: &mut String) -> bool {
        let (at, columns) = (self.column, self.widths.len());
        self.column += 1;
        if self.row == Row::Group && at > 0 {
            return false;
        }
        let width = if self.row == Row::Group { self.widths.iter().sum() } else { self.widths.get(at).copied().unwrap_or_default() };
        out.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"));
        if self.row == Row::Group && columns > 1 {
            out.push_str(&format!("<w:gridSpan w:val=\"{columns}\"/>"));
        }
        let style = match self.row {
            Row::Head => "TableHead",
            Row::Group => "TableGroup",
            Row::Plain => "TableText",
        };
        out.push_str(&format!("</w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>"));
        if self.row != Row::Group && self.right.get(at) == Some(&true) {
            out.push_str("<w:jc w:val=\"right\"/>");
        }
        out.push_str("</w:pPr>");
        true
    }

    /// Whether the cell that was begun last is there.
    pub(super) fn has_cell(&self) -> bool {
        self.row != Row::Group || self.column <= 1
    }

    /// About how many lines a row takes.
    fn lines(&self, row: Node<'_>) -> usize {
        let lines = row.children().zip(&self.widths).map(|(cell, width)| Extent::of(cell).line / (width / CHARACTER).max(1) + 1);
        lines.max().unwrap_or_default()
    }
}

/// How long a text is, in characters.
struct Extent {
    line: usize,
    word: usize,
}

impl Extent {
    fn of(cell: Node<'_>) -> Self {
        let text = plain(cell);
        let (mut line, mut word, mut length, mut before) = (0, 0, 0, ' ');
        for letter in text.chars() {
            length = match letter {
                // Bars are drawn small and narrow.
                BLOCK => length + usize::from(line % 2 > 0),
                // A sign is wide, and its word stays beside it.
                _ if is_sign(letter) => length + 3,
                ' ' | '/' if !is_sign(before) => 0,
                // Years such as 2019-2020 are one word, and so is a negative number.
                '-' if before.is_alphabetic() => 0,
                _ => length + 1,
            };
            (line, word, before) = (line + 1, word.max(length), letter);
        }
        // Bold words are wider.
        let bold =
            cell.parent().into_iter().chain(cell.descendants()).any(|one| matches!(one.data().value, NodeValue::Strong | NodeValue::TableRow(true)));
        Self { line, word: if bold { word + word / 6 } else { word } }
    }
}

/// The widths of the columns in twentieths of a point; together they fill the page.
///
/// Every column gets what its longest word needs. What is left is shared out by how much longer its lines are.
fn widths(table: Node<'_>, columns: usize, pair: bool) -> Vec<usize> {
    let mut needed = vec![1; columns];
    let mut wished = vec![1; columns];
    let (mut total, mut rows) = (vec![0; columns], 0);
    for row in table.children().filter(|row| pair || !is_group(row)) {
        rows += 1;
        for (at, cell) in row.children().enumerate().take(columns) {
            let extent = Extent::of(cell);
            needed[at] = needed[at].max(extent.word.min(LONGEST_WORD));
            wished[at] = wished[at].max(extent.line.min(LONGEST_LINE));
            total[at] += extent.line.min(2 * LONGEST_LINE);
        }
    }
    let all = PAGE / CHARACTER;
    let least: usize = needed.iter().map(|words| words + PADDING).sum();
    // Between the longest line and the usual one, so that one long cell does not take all.
    let more: Vec<usize> = (0..columns).map(|at| ((wished[at] + 3 * total[at] / rows.max(1)) / 4).saturating_sub(needed[at]) + 1).collect();
    let free = all.saturating_sub(least);
    let share = |at: usize| (needed[at] + PADDING) * 1_000 + free * 1_000 * more[at] / more.iter().sum::<usize>().max(1);
    let shares: Vec<usize> = (0..columns).map(share).collect();
    let sum = shares.iter().sum::<usize>().max(1);
    shares.iter().map(|share| share * PAGE / sum).collect()
}
