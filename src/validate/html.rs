//! Judged files as one page to keep or to forward: the findings, and the file as a table with the faulty cells marked.
//!
//! One file without network and script; every cell is text, whatever it holds.

use std::collections::HashMap;
use std::fmt::Write;

use super::{Validated, text};
use crate::diagnostic::cell::letter;
use crate::diagnostic::group::{Group, groups};
use crate::diagnostic::secret::concealed;
use crate::diagnostic::sheet::{place_in_file, sentence};
use crate::diagnostic::{Level, Located, Wording};
use crate::model::text::Language;
use crate::parse::csv;
use crate::say;
use crate::source::Source;

/// The look of the page.
const STYLE: &str = include_str!("../../templates/validation.css");

/// A table of more rows shows only those with findings, and the row above and below each.
const ROWS: u32 = 2000;

/// A table of more columns than this has rows of different lengths.
const WIDE: usize = 64;

/// The page.
pub fn render(files: &[Validated], language: Language) -> String {
    let title = match files {
        [one] => say!("Check of {name}", "შემოწმება: {name}", name = &one.file().path),
        _ => say!("Check of {count} files", "შემოწმება: {count} ფაილი", count = files.len()),
    };
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, \
         initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src \
         data:; base-uri 'none'; form-action 'none'\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" \
         href=\"data:,\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n",
        escaped(title.get(language))
    );
    for (number, file) in files.iter().enumerate() {
        section(&mut page, file, number, files.len() == 1, language);
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn section(page: &mut String, file: &Validated, number: usize, alone: bool, language: Language) {
    let sources = concealed(file.findings(), &file.checked.loaded.sources);
    let source = sources.get(file.source);
    let heading = if alone { "h1" } else { "h2" };
    let _ = writeln!(page, "<section class=\"file\">\n<{heading}>{}</{heading}>", escaped(&source.path));
    let closing = text::closing(file);
    let (verdict, lines) = closing.lines().split_last().map_or((None, &[][..]), |(verdict, lines)| (Some(verdict), lines));
    if let Some(verdict) = verdict {
        let class = if file.account.is_ready() { "yes" } else { "no" };
        let _ = writeln!(page, "<p class=\"verdict {class}\">{}</p>", escaped(verdict.get(language)));
    }
    for line in lines {
        let _ = writeln!(page, "<p class=\"said\">{}</p>", with_code(&escaped(line.get(language))));
    }
    let groups = groups(file.findings());
    if !groups.is_empty() {
        let title = say!("What was found", "ნაპოვნი ხარვეზები");
        let _ = writeln!(page, "<h2>{}</h2>\n<ol class=\"findings\">", escaped(title.get(language)));
        for (at, group) in groups.iter().enumerate() {
            finding(page, group, source, &format!("f{number}-{at}"), number, language);
        }
        page.push_str("</ol>\n");
    }
    let unfilled = file.submission().map_or(&[][..], |sent| &sent.unfilled);
    table(page, &groups, source, unfilled, number, language);
    page.push_str("</section>\n");
}

fn finding(page: &mut String, group: &Group<'_>, source: &Source, id: &str, file: usize, language: Language) {
    let located = group.first;
    let finding = &located.diagnostic;
    let level = finding.level.word(Language::EN);
    let _ = writeln!(page, "<li class=\"{level}\" id=\"{id}\">");
    let at = place_in_file(located, source).unwrap_or_else(|| say!("the file as a whole", "მთლიანი ფაილი"));
    let at = escaped(at.get(language));
    match located.cell.as_ref() {
        Some(cell) => {
            let anchor = anchor(file, cell.row, cell.column);
            let _ = writeln!(page, "<p class=\"place\"><a href=\"#{anchor}\">{at}</a></p>");
        }
        None => {
            let _ = writeln!(page, "<p class=\"place\">{at}</p>");
        }
    }
    let message = escaped(finding.message.get(language));
    let _ = writeln!(
        page,
        "<p><span class=\"level\">{}:</span> {message} <span class=\"check\">[{}]</span></p>",
        finding.level.word(language),
        finding.check
    );
    let fact = finding.primary.text.get(language);
    let mut sentences: Vec<String> = if fact.is_empty() { Vec::new() } else { vec![sentence(fact)] };
    sentences.extend(finding.notes.iter().map(|note| note.get(language).to_owned()));
    for text in sentences {
        let _ = writeln!(page, "<p>{}</p>", escaped(&text));
    }
    let lead: Wording = say!("What to do", "რა უნდა გააკეთოთ");
    if !finding.help.is_empty() {
        let help: Vec<&str> = finding.help.iter().map(|help| help.get(language)).collect();
        let _ = writeln!(page, "<p><b>{}:</b> {}</p>", lead.get(language), escaped(&help.join(" ")));
    }
    if let Some(others) = group.others() {
        let _ = writeln!(page, "<p>{}</p>", escaped(&sentence(others.get(language))));
    }
    page.push_str("</li>\n");
}

/// What is wrong in the cells of a file, by row and column; the gravest level and the number of its first group.
struct Marks {
    cells: HashMap<(u32, Option<u32>), (Level, usize)>,
    /// The last marked column of each row that has one.
    last: HashMap<u32, u32>,
    rows: Vec<u32>,
}

impl Marks {
    fn new(groups: &[Group<'_>]) -> Self {
        let mut marks = Self { cells: HashMap::new(), last: HashMap::new(), rows: Vec::new() };
        for (at, group) in groups.iter().enumerate() {
            for located in std::iter::once(group.first).chain(group.more.iter().copied()) {
                marks.note(located, at);
            }
        }
        marks.rows.sort_unstable();
        marks.rows.dedup();
        marks
    }

    fn note(&mut self, located: &Located, group: usize) {
        let level = located.diagnostic.level;
        for cell in std::iter::once(&located.cell).chain(&located.other_cells).flatten() {
            let known = self.cells.entry((cell.row, cell.column)).or_insert((level, group));
            if level < known.0 {
                *known = (level, group);
            }
            if let Some(column) = cell.column {
                let last = self.last.entry(cell.row).or_insert(column);
                *last = column.max(*last);
            }
            self.rows.push(cell.row);
        }
    }

    /// Whether a row is near one with a finding.
    fn is_near(&self, row: u32) -> bool {
        let at = self.rows.partition_point(|known| known + 1 < row);
        self.rows.get(at).is_some_and(|known| *known <= row + 1)
    }
}

fn table(page: &mut String, groups: &[Group<'_>], source: &Source, unfilled: &[u32], file: usize, language: Language) {
    let Some(table) = &source.table else { return };
    let marks = Marks::new(groups);
    let (mut width, mut last) = (marks.last.values().max().map_or(0, |column| *column as usize + 1), 0);
    csv::for_each_row(&source.text, table, |row| {
        width = width.max(filled(row));
        last = row.row;
    });
    let title = say!("The file as a table", "ფაილი ცხრილის სახით");
    let mut caption = match last > ROWS {
        true => say!(
            "Rows with findings and those beside them; the file has {last} rows.",
            "ხარვეზიანი სტრიქონები და მათი მეზობლები; ფაილში {last} სტრიქონია."
        ),
        false => say!("Marked cells lead to what was found in them.", "მონიშნული უჯრები ნაპოვნ ხარვეზებთან გადაგიყვანთ."),
    };
    if !unfilled.is_empty() {
        caption.en += " Rows that are not filled in are left out.";
        caption.ka += " შეუვსებელი სტრიქონები გამოტოვებულია.";
    }
    let label = escaped(title.get(language));
    let _ = writeln!(
        page,
        "<h2>{label}</h2>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\">\n<table>\n<caption><span>{}</span></caption>",
        escaped(caption.get(language))
    );
    let corner = say!("row", "სტრიქონი");
    let _ = write!(page, "<thead><tr><th scope=\"col\">{}</th>", corner.get(language));
    for column in 0..u32::try_from(width).unwrap_or(u32::MAX) {
        let _ = write!(page, "<th scope=\"col\">{}</th>", letter(column));
    }
    page.push_str("</tr></thead>\n<tbody>\n");
    let mut skipped = false;
    csv::for_each_row(&source.text, table, |row| {
        let is_heading = (table.heading.0..=table.heading.1).contains(&row.row);
        let is_left_out = unfilled.binary_search(&row.row).is_ok() || (last > ROWS && !marks.is_near(row.row));
        if is_left_out && !is_heading && marks.rows.binary_search(&row.row).is_err() {
            skipped = true;
            return;
        }
        if std::mem::take(&mut skipped) {
            let _ = writeln!(page, "<tr class=\"gap\"><td colspan=\"{}\">…</td></tr>", width + 1);
        }
        row_of(page, row, width, is_heading, &marks, file, language);
    });
    if skipped {
        let _ = writeln!(page, "<tr class=\"gap\"><td colspan=\"{}\">…</td></tr>", width + 1);
    }
    page.push_str("</tbody>\n</table>\n</div>\n");
}

/// How many cells a row has up to the last one that is not empty.
fn filled(row: &csv::Row) -> usize {
    row.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1)
}

fn row_of(page: &mut String, row: &csv::Row, width: usize, is_heading: bool, marks: &Marks, file: usize, language: Language) {
    let whole = marks.cells.get(&(row.row, None));
    let is_bad = whole.is_some_and(|(level, _)| *level != Level::Note);
    let class = match (is_heading, is_bad) {
        (true, true) => " class=\"heading bad\"",
        (true, false) => " class=\"heading\"",
        (false, true) => " class=\"bad\"",
        (false, false) => "",
    };
    let mark = whole.map(|(level, group)| link(*level, file, *group, language)).unwrap_or_default();
    let _ = write!(page, "<tr{class} id=\"{}\"><th scope=\"row\">{}{mark}</th>", anchor(file, row.row, None), row.row);
    // What is empty up to the end of the row is one cell: a single long row must not make all others long.
    let filled = filled(row);
    let marked = marks.last.get(&row.row).map_or(0, |column| *column as usize + 1);
    let shown = if width <= WIDE { width } else { filled.max(marked) };
    for (at, column) in (0..shown).zip(0u32..) {
        let cell = escaped(row.cells.get(at).unwrap_or_default());
        match marks.cells.get(&(row.row, Some(column))) {
            None => {
                let _ = write!(page, "<td>{cell}</td>");
            }
            Some((level, group)) => {
                let (class, id) = (level.word(Language::EN), anchor(file, row.row, Some(column)));
                let _ = write!(page, "<td class=\"{class}\" id=\"{id}\">{}{cell}</td>", link(*level, file, *group, language));
            }
        }
    }
    if shown < width {
        let _ = write!(page, "<td colspan=\"{}\"></td>", width - shown);
    }
    page.push_str("</tr>\n");
}

/// A sign that leads to the finding; the sign differs by level, so that colour is never alone.
fn link(level: Level, file: usize, group: usize, language: Language) -> String {
    let sign = match level {
        Level::Error => "✗",
        Level::Warning => "▲",
        Level::Note => "i",
    };
    let word = level.word(language);
    format!("<a class=\"mark\" href=\"#f{file}-{group}\" aria-label=\"{word} {}\">{sign}</a> ", group + 1)
}

fn anchor(file: usize, row: u32, column: Option<u32>) -> String {
    match column {
        Some(column) => format!("c{file}-{}{row}", letter(column)),
        None => format!("r{file}-{row}"),
    }
}

/// A line of the program's own words in which ids stand in backticks.
fn with_code(line: &str) -> String {
    let mut out = String::new();
    for (at, part) in line.split('`').enumerate() {
        let tag = ["", "<code>", "</code>"][if at == 0 { 0 } else { 2 - at % 2 }];
        out.push_str(tag);
        out.push_str(part);
    }
    if line.matches('`').count() % 2 == 1 { line.to_owned() } else { out }
}

/// A text as HTML shows it letter by letter; control and direction characters are shown by their codes.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in crate::diagnostic::visible(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_text() {
        assert_eq!(with_code("of `moia` for 2020"), "of <code>moia</code> for 2020");
        assert_eq!(with_code("of ` for 2020"), "of ` for 2020");
        assert_eq!(escaped("<a href='x'>&\u{202e}"), "&lt;a href=&#39;x&#39;&gt;&amp;U+202E");
    }
}
