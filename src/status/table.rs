//! Tables and paragraphs of plain text, aligned by counting characters, so that they stand in any console. No sign is wider than one
//! column in the languages of the program, and no line is drawn with anything but hyphens.

/// Columns of a line.
pub(crate) const WIDTH: usize = 80;
/// Blanks between the columns of a table.
const GAP: &str = "  ";

/// A table: headings, a rule, rows. No column is wider than its `limits`, so that longer cells take several lines; a line break
/// in a cell is kept.
pub(super) fn table<const N: usize>(headings: [&str; N], limits: [usize; N], rows: &[[String; N]]) -> String {
    let broken = |cells: [&str; N]| -> [Vec<String>; N] { std::array::from_fn(|at| lines(cells[at], limits[at])) };
    let head = broken(headings);
    let body: Vec<_> = rows.iter().map(|row| broken(std::array::from_fn(|at| row[at].as_str()))).collect();
    let widths: [usize; N] = std::array::from_fn(|at| {
        let column = std::iter::once(&head).chain(&body).flat_map(|row| &row[at]);
        column.map(|line| line.chars().count()).max().unwrap_or(0)
    });
    let mut out = String::new();
    row(&mut out, &head, &widths);
    row(&mut out, &widths.map(|width| vec!["-".repeat(width)]), &widths);
    for cells in &body {
        row(&mut out, cells, &widths);
    }
    out
}

/// Writes the lines of one row; no line ends in blanks.
fn row<const N: usize>(out: &mut String, cells: &[Vec<String>; N], widths: &[usize; N]) {
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    for at in 0..height {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(widths) {
            let text = cell.get(at).map_or("", String::as_str);
            line.push_str(text);
            line.push_str(&" ".repeat(width - text.chars().count()));
            line.push_str(GAP);
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// A paragraph, its lines after the first indented by `indent`.
pub(crate) fn paragraph(text: &str, first: usize, indent: usize) -> String {
    let mut out = String::new();
    for (at, line) in lines(text, WIDTH - indent).iter().enumerate() {
        out.push_str(&" ".repeat(if at == 0 { first } else { indent }));
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// The lines of a text that are no wider than `width`.
pub(crate) fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let mut current = String::new();
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            let mut word = word;
            let room = |current: &String| width.saturating_sub(current.chars().count() + usize::from(!current.is_empty()));
            while word.chars().count() > room(&current) {
                if word.chars().count() <= width && !current.is_empty() {
                    lines.push(std::mem::take(&mut current));
                    continue;
                }
                let (start, rest) = word.split_at(cut(word, room(&current)));
                if start.is_empty() {
                    lines.push(std::mem::take(&mut current));
                    continue;
                }
                join(&mut current, start);
                lines.push(std::mem::take(&mut current));
                word = rest;
            }
            join(&mut current, word);
        }
        lines.push(current);
    }
    lines
}

fn join(line: &mut String, word: &str) {
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(word);
}

/// The byte at which a word too long for a line is cut: behind the last `-`, `_`, `/` that fits, else where the line ends.
fn cut(word: &str, width: usize) -> usize {
    let end = word.char_indices().nth(width).map_or(word.len(), |(at, _)| at);
    word[..end].rfind(['-', '_', '/']).map_or(end, |at| at + 1)
}

/// A text of others in one line, without characters that would act in a terminal.
pub(crate) fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let hidden = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    words.join(" ").chars().filter(|c| !hidden(*c)).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_by_characters_and_long_cells_break() {
        let rows = [["შსს".to_owned(), "a b".to_owned()], ["ფონდი".to_owned(), "labour-inspection-2021.csv\nlate".to_owned()]];
        let found = table(["უწყება", "file"], [8, 12], &rows);
        let expected = "უწყება  file\n------  -----------\nშსს     a b\nფონდი   labour-\n        inspection-\n        2021.csv\n        late\n";
        assert_eq!(found, expected);
    }

    #[test]
    fn no_line_is_wider_than_asked_and_nothing_is_lost() {
        for text in ["", "a", "aa bb cc", "ააააააააააააააააააააა ბ", "a-b_c/dddddddddd ee", "a  b\nc"] {
            for width in 1..12 {
                let found = lines(text, width);
                assert!(found.iter().all(|line| line.chars().count() <= width), "{text:?} in {width}: {found:?}");
                let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                assert_eq!(letters(&found.concat()), letters(text));
            }
        }
    }

    #[test]
    fn what_others_typed_cannot_act() {
        assert_eq!(one_line("a\u{1b}[31m\r\n b\u{202e}"), "a\u{fffd}[31m b");
    }
}
