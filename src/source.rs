//! The files of one run as text: path, content and where its lines begin.
//!
//! Nothing here reads a disk: the caller hands in bytes, `parse::decode` turns them into text.

use std::collections::BTreeSet;
use std::ops::Range;

/// Number of a [`Source`] in its [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(pub u32);

/// One file: its path relative to the repository with `/`, its text with LF line ends and no byte order mark.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// Path relative to the repository's root, parts separated by `/`.
    pub path: String,
    /// The text, with every line end turned into LF; of a workbook the text that its sheet has as CSV.
    pub text: String,
    /// How the text is a table; nothing for other files.
    pub table: Option<Table>,
    /// The checksum of the file's bytes where `text` is not what they hold, as for a workbook.
    pub checksum: Option<String>,
}

/// How a text is a table: found once, when the file is read, so that all parts of the program see the same cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The byte that parts cells.
    pub separator: u8,
    /// Byte at which row 1 begins: behind a line `sep=;`, which a spreadsheet does not show.
    pub start: usize,
    /// First and last row of the headings, as a spreadsheet counts them.
    pub heading: (u32, u32),
    /// The headings as typed, without quotation marks; those of two rows are joined by a blank.
    pub headings: Vec<String>,
    /// What is known of a sheet beside its text.
    pub sheet: Option<Sheet>,
}

/// The sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Cells that hold a number and not a text: row from 1, column from 0.
    pub numbers: BTreeSet<(u32, u32)>,
}

impl Default for Table {
    fn default() -> Self {
        Self { separator: b',', start: 0, heading: (1, 1), headings: Vec::new(), sheet: None }
    }
}

/// A position as an editor shows it: both numbers count from 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A byte whose position is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landmark {
    at: usize,
    line: usize,
    column: usize,
}

/// Bytes between the marks in a long line.
const FAR: usize = 4096;

impl Source {
    /// A file that is no table.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), table: None, checksum: None }
    }

    /// Whether it is the sheet of a workbook.
    pub fn is_workbook(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.sheet.is_some())
    }

    /// The beginnings of lines, and further marks in long ones, so that no position costs more than a short walk.
    pub fn line_starts(&self) -> Vec<Landmark> {
        let mut marks = vec![Landmark { at: 0, line: 1, column: 1 }];
        let mut start = 0;
        for (line, text) in (1..).zip(self.text.split('\n')) {
            if line > 1 {
                marks.push(Landmark { at: start, line, column: 1 });
            }
            let (mut at, mut column) = (0, 1);
            while text.len() - at > FAR {
                let next = floor_boundary(text, at + FAR);
                column += text[at..next].chars().count();
                at = next;
                marks.push(Landmark { at: start + at, line, column });
            }
            start += text.len() + 1;
        }
        marks
    }

    /// The text of a byte range, cut back to character boundaries.
    pub fn slice(&self, range: Range<usize>) -> &str {
        let start = floor_boundary(&self.text, range.start);
        let end = floor_boundary(&self.text, range.end.max(start));
        &self.text[start..end]
    }
}

/// Position of a byte offset, given the line starts of its text.
pub fn position(text: &str, line_starts: &[Landmark], offset: usize) -> Position {
    let offset = floor_boundary(text, offset);
    let before = line_starts.partition_point(|mark| mark.at <= offset).max(1);
    let Landmark { at, line, column } = line_starts[before - 1];
    Position { line, column: column + text[at..offset].chars().count() }
}

/// The nearest character boundary at or before `offset`.
pub fn floor_boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
}

/// All files of one run.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file and returns its number.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = self.next();
        self.files.push(source);
        id
    }

    /// The number that the next file will have.
    pub fn next(&self) -> SourceId {
        SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX))
    }

    /// The file with this number; numbers come from [`Sources::add`] of the same value.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// Calls a file by another path, as one that is written under it.
    pub fn set_path(&mut self, id: SourceId, path: String) {
        self.files[id.0 as usize].path = path;
    }

    /// Sets the text of a file that was added without it.
    pub fn set_text(&mut self, id: SourceId, text: String) {
        self.files[id.0 as usize].text = text;
    }

    /// Notes how a file is a table.
    pub fn set_table(&mut self, id: SourceId, table: Table) {
        self.files[id.0 as usize].table = Some(table);
    }

    /// All files with their numbers, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0..).map(SourceId).zip(&self.files)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let source = Source::text("", "აბ: x\nგ");
        let starts = source.line_starts();
        let at = source.text.find('x').unwrap_or_default();
        assert_eq!(position(&source.text, &starts, at), Position { line: 1, column: 5 });
        assert_eq!(position(&source.text, &starts, source.text.len()), Position { line: 2, column: 2 });
    }

    #[test]
    fn columns_of_long_lines_count_on_from_their_marks() {
        let source = Source::text("", format!("x\n{}|\n\n{}|", "აb".repeat(5_000), "é".repeat(FAR / 2)));
        let starts = source.line_starts();
        let found: Vec<Position> = source.text.match_indices('|').map(|(at, _)| position(&source.text, &starts, at)).collect();
        assert_eq!(found, [Position { line: 2, column: 10_001 }, Position { line: 4, column: FAR / 2 + 1 }]);
        assert_eq!(starts.len(), 4 + 20_000 / FAR + 1);
        assert_eq!(position(&source.text, &starts, 2), Position { line: 2, column: 1 });
    }
}
