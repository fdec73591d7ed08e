//! The parts of the file, zipped in memory. The only user of the zip crate.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, result::ZipResult};

use super::frame;
use super::writer::Written;
use crate::report::language::Language;
use crate::report::view::Page;

/// The fastest level: Word's XML repeats itself so much that more work gains little.
const LEVEL: i64 = 1;

/// The bytes of the file. The cover ends after `cover` bytes of the text; there the contents stand.
pub(super) fn package(written: &Written, cover: usize, page: &Page, language: &Language) -> Result<Vec<u8>, String> {
    zipped(written, cover, page, language).map_err(|error| error.to_string())
}

fn zipped(written: &Written, cover: usize, page: &Page, language: &Language) -> ZipResult<Vec<u8>> {
    let mut file = ZipWriter::new(Cursor::new(Vec::with_capacity(written.body.len() / 8)));
    // No clock: the day is the first that a zip can name.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let (first, rest) = written.body.split_at_checked(cover).unwrap_or((&written.body, ""));
    let contents = frame::contents(&written.contents, language);
    let parts = [
        ("[Content_Types].xml", frame::types()),
        ("_rels/.rels", frame::root_relations()),
        ("docProps/core.xml", frame::properties(page)),
        ("word/_rels/document.xml.rels", frame::document_relations(written)),
        ("word/styles.xml", frame::styles(page)),
        ("word/settings.xml", frame::settings(page)),
        ("word/numbering.xml", frame::numbering(&written.counted)),
        ("word/fontTable.xml", frame::fonts()),
        ("word/header.xml", frame::header(page)),
        ("word/footer.xml", frame::footer(page, language)),
    ];
    for (name, text) in &parts {
        file.start_file(*name, options)?;
        file.write_all(text.as_bytes())?;
    }
    file.start_file("word/document.xml", options.large_file(u32::try_from(written.body.len()).is_err()))?;
    for piece in [&frame::before(), first, &contents, rest, &frame::after()] {
        file.write_all(piece.as_bytes())?;
    }
    Ok(file.finish()?.into_inner())
}
