//! The report as a Word document: the same parts of Markdown as the HTML, with the same directives.
//!
//! | part | holds |
//! | --- | --- |
//! | `writer` | what the nodes of the Markdown become |
//! | `paragraph`, `run`, `table` | paragraphs and lists, the look of words, tables with the widths of their columns |
//! | `xml` | characters of XML, names of places |
//! | `frame` | what stands around the text: contents, header, footer, properties |
//! | `package` | the parts of the file |
//! | `styles.xml` | the looks, under the names that Word gives them |
//!
//! Headings are Word's own (`Heading 1` to `Heading 6`, as in the Markdown), tables repeat their heads, the contents are a field
//! that Word fills with the page numbers, and every id of the report is a bookmark. Only known nodes become elements; anything else
//! becomes text.
//!
//! *Why is the XML written here and not by a library?* Of those that are kept up (autumn 2026) docx-rs 0.4 knows neither rows that
//! repeat as heads nor the language of a run, stores its parts uncompressed, lets characters pass that XML cannot hold, and numbers
//! links by a counter of the process, so that the same report would not be the same bytes; ooxmlsdk has the whole standard as types,
//! 130,000 lines, and takes longer to build than everything else together. What is needed here is a closed list of elements, and
//! the zip crate is in the tree for workbooks.

mod frame;
mod package;
mod paragraph;
mod run;
mod table;
mod writer;
mod xml;

use comrak::Arena;

use super::html::{tree, walk::walk};
use super::language::Language;
use super::view::Page;

/// Margin of the page at every side, in twentieths of a point: 18 mm.
const MARGIN: usize = 1_020;

/// The bytes of a Word document, or why there are none; the first part is the cover.
///
/// The same parts give the same bytes: the file holds no clock, no author and no machine.
pub fn docx(parts: &[String], page: &Page, language: &Language) -> Result<Vec<u8>, String> {
    // The XML of a part is about five times as long as its Markdown.
    let mut writer = writer::Writer::new(parts.iter().map(|part| part.len() * 5).sum());
    let mut cover = 0;
    for (at, part) in parts.iter().enumerate() {
        walk(tree(&Arena::new(), part), &mut writer);
        if at == 0 {
            cover = writer.written();
        }
    }
    package::package(&writer.finish(), cover, page, language)
}
