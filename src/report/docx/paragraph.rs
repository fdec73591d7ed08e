//! Paragraphs: their styles, the lists, quotes and boxes in which they stand, and what is due at the next one.

use comrak::nodes::{ListType, NodeList};

use super::table;
use super::xml::Bookmarks;

/// Word knows nine levels of lists; deeper ones stand with the ninth.
const LEVELS: usize = 9;
/// How far a level is indented, in twentieths of a point.
const INDENT: usize = 360;

/// The most key figures that stand side by side.
const MOST_KEYS: usize = 6;

/// A list around the text.
struct List {
    /// Number of its numbering, where it has bullets or numbers.
    numbering: Option<usize>,
    style: &'static str,
    /// Its items stand side by side, each in a cell.
    cells: bool,
    /// The bullet or number of the present item is still to be written.
    due: bool,
}

/// What was begun by a directive.
pub(super) enum Frame {
    /// A notice.
    Notice,
    /// A box in another language, by its two-letter code.
    Lang(String),
    /// A section, an article, or a box without a look of its own.
    Plain,
}

/// A list that counts: the level at which it stands, and its first number.
pub(super) struct Counted {
    pub(super) level: usize,
    pub(super) start: usize,
}

/// Where the writer is among paragraphs.
#[derive(Default)]
pub(super) struct Flow {
    lists: Vec<List>,
    quotes: usize,
    frames: Vec<Frame>,
    /// The next paragraph begins a page.
    new_page: bool,
    /// Ids of places that the next paragraph is.
    ids: Vec<String>,
    /// The lists that count; numbering 1 is that of all bullets, so they begin with 2.
    pub(super) counted: Vec<Counted>,
}

impl Flow {
    /// Begins a section, with an id.
    pub(super) fn section(&mut self, id: Option<&str>, new_page: bool) {
        self.ids.extend(id.map(str::to_owned));
        self.new_page |= new_page;
        self.frames.push(Frame::Plain);
    }

    pub(super) fn begin_frame(&mut self, frame: Frame) {
        self.frames.push(frame);
    }

    pub(super) fn end_frame(&mut self) {
        self.frames.pop();
    }

    pub(super) fn quote(&mut self, begins: bool) {
        self.quotes = if begins { self.quotes + 1 } else { self.quotes.saturating_sub(1) };
    }

    /// Begins a list of so many items. Bullets are for lists of sentences; one that was given a class is a list of facts and has none.
    pub(super) fn begin_list(&mut self, out: &mut String, list: &NodeList, classes: &str, items: usize) {
        let has = |class: &str| classes.split(' ').any(|one| one == class);
        let numbering = match list.list_type {
            ListType::Ordered => {
                self.counted.push(Counted { level: self.lists.len().min(LEVELS - 1), start: list.start });
                Some(self.counted.len() + 1)
            }
            ListType::Bullet => classes.is_empty().then_some(1),
        };
        let style = if has("evidence") || has("refs") { "ListSmall" } else { "ListText" };
        let cells = has("keys") && self.lists.is_empty() && (1..=MOST_KEYS).contains(&items);
        if cells {
            table::begin(out, "KeyTable", &vec![table::PAGE / items; items]);
            out.push_str("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        }
        self.lists.push(List { numbering, style, cells, due: false });
    }

    pub(super) fn end_list(&mut self, out: &mut String) {
        if self.lists.pop().is_some_and(|list| list.cells) {
            out.push_str("</w:tr>");
            table::end(out);
        }
    }

    /// Begins an item; an empty one in a cell is a paragraph all the same.
    pub(super) fn begin_item(&mut self, out: &mut String, empty: bool) {
        if let Some(list) = self.lists.last_mut() {
            list.due = true;
            if list.cells {
                out.push_str(if empty { "<w:tc><w:p/>" } else { "<w:tc>" });
            }
        }
    }

    pub(super) fn end_item(&mut self, out: &mut String) {
        if self.is_key() {
            out.push_str("</w:tc>");
        }
    }

    /// Whether the text is that of a key figure.
    pub(super) fn is_key(&self) -> bool {
        self.lists.last().is_some_and(|list| list.cells)
    }

    /// The language of the boxes around, where it is not the document's.
    pub(super) fn language(&self) -> Option<&str> {
        self.frames.iter().rev().find_map(|frame| match frame {
            Frame::Lang(code) => Some(code.as_str()),
            Frame::Notice | Frame::Plain => None,
        })
    }

    /// Whether the next paragraph begins a page.
    pub(super) fn is_page_due(&self) -> bool {
        self.new_page
    }

    /// The style of a paragraph of text with these classes.
    fn style(&self, classes: &str) -> &'static str {
        let has = |class: &str| classes.split(' ').any(|one| one == class);
        if let Some(list) = self.lists.last() {
            return list.style;
        }
        match classes {
            _ if self.quotes > 0 => "Quote",
            _ if self.frames.iter().any(|frame| matches!(frame, Frame::Notice)) => "Notice",
            _ if has("lede") => "Lede",
            _ if has("small") => "Small",
            _ => "BodyText",
        }
    }

    /// Begins a paragraph of text.
    pub(super) fn begin_text(&mut self, out: &mut String, bookmarks: &mut Bookmarks, classes: &str) {
        let style = self.style(classes);
        self.begin(out, bookmarks, style, true);
    }

    /// Begins a paragraph of a style of its own.
    pub(super) fn begin_styled(&mut self, out: &mut String, bookmarks: &mut Bookmarks, style: &str) {
        self.begin(out, bookmarks, style, false);
    }

    /// Begins a paragraph; its properties stand in the order of the schema.
    fn begin(&mut self, out: &mut String, bookmarks: &mut Bookmarks, style: &str, indented: bool) {
        out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>"));
        if std::mem::take(&mut self.new_page) {
            out.push_str("<w:pageBreakBefore/>");
        }
        let level = self.lists.len().clamp(1, LEVELS) - 1;
        let due = self.lists.last_mut().filter(|_| indented).and_then(|list| list.numbering.filter(|_| std::mem::take(&mut list.due)));
        if let Some(numbering) = due {
            out.push_str(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{numbering}\"/></w:numPr>"));
        } else if indented {
            // A list without bullets begins where the text does.
            let lists = self.lists.iter().filter(|list| list.numbering.is_some()).count();
            let depth = (lists + self.quotes).min(LEVELS);
            if depth > 0 {
                out.push_str(&format!("<w:ind w:left=\"{}\"/>", depth * INDENT));
            }
        }
        out.push_str("</w:pPr>");
        for id in self.ids.drain(..) {
            bookmarks.place(out, &id);
        }
    }
}
