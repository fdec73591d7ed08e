//! What a repair changed and what it left, in plain text.

use super::{Change, Fixed, Kind};
use crate::diagnostic::cell::letter;
use crate::diagnostic::{Wording, visible};
use crate::load::canonical::Part;
use crate::model::text::Language;
use crate::say;
use crate::validate::text;

/// So many changes of one kind are shown; the others are counted.
const LISTED: usize = 20;

/// Longest text that is quoted from a cell, in characters.
const LONGEST: usize = 60;

/// The changes by kind, then the findings of the new file and its closing lines.
pub fn render(fixed: &Fixed, language: Language) -> String {
    let mut out = changes(&fixed.changes, language);
    for message in &fixed.not_written {
        let message = message.get(language);
        out += &format!("\n{}\n", visible(say!("Not in the new file: {message}", "ახალ ფაილში არ არის: {message}").get(language)));
    }
    out.push('\n');
    let left = if fixed.left.findings().is_empty() {
        say!("No findings are left.", "ხარვეზი აღარ არის.")
    } else {
        say!("What is left:", "დარჩენილი ხარვეზები:")
    };
    out += left.get(language);
    out.push('\n');
    out + &text::short(&fixed.left, language)
}

/// The changes by kind, each with its place.
fn changes(changes: &[Change], language: Language) -> String {
    if changes.is_empty() {
        return format!("{}\n", say!("Nothing was changed.", "არაფერი შეცვლილა.").get(language));
    }
    let mut out = format!("{}\n", say!("Changed:", "შეიცვალა:").get(language));
    for kind in changes.chunk_by(|one, other| one.kind == other.kind) {
        out += &format!("  {}\n", visible(headline(kind).get(language)));
        let with_place = kind.iter().filter(|change| change.row > 0 && kind[0].kind != Kind::SplitHeading);
        for change in with_place.clone().take(LISTED) {
            out += &format!("    {}\n", visible(line(change).get(language)));
        }
        let more = with_place.count().saturating_sub(LISTED);
        if more > 0 {
            out += &format!("    {}\n", say!("and {more} more", "და კიდევ {more}").get(language));
        }
    }
    out
}

/// What was changed, with how many.
fn headline(changes: &[Change]) -> Wording {
    let (first, count) = (&changes[0], changes.len());
    let (from, to) = (&first.from, &first.to);
    let part = match first.kind {
        Kind::Sheet => {
            return say!(
                "the sheet \"{from}\" of the workbook is written as CSV; its other sheets are not",
                "სამუშაო წიგნიდან CSV-ფაილად ჩაიწერა ფურცელი „{from}“; სხვა ფურცლები არ ჩაწერილა"
            );
        }
        Kind::Encoding => return say!("encoding: {from} -> {to}", "კოდირება: {from} -> {to}"),
        Kind::SeparatorLine => return say!("the line `{from}` is left out", "ამოღებულია სტრიქონი `{from}`"),
        Kind::Separator => return say!("separator: `{from}` -> `{to}`", "გამყოფი: `{from}` -> `{to}`"),
        Kind::SplitHeading => {
            return say!("headings of two rows ({from}) joined into one row", "ორი სტრიქონის ({from}) სათაურები ერთ სტრიქონში გაერთიანდა");
        }
        Kind::BlankRows => return say!("blank rows left out: {from}", "ამოღებულია ცარიელი სტრიქონები: {from}"),
        Kind::EmptyColumns => {
            return say!("empty columns at the right end left out: {from}", "ამოღებულია ცარიელი სვეტები ცხრილის ბოლოში: {from}");
        }
        Kind::Title => say!("rows above the headings left out", "სათაურების ზემოდან ამოღებული სტრიქონები"),
        Kind::Cell(Part::Heading) => say!("headings", "სვეტის სათაურები"),
        Kind::Cell(Part::Activity) => say!("numbers of activities", "საქმიანობის ნომრები"),
        Kind::Cell(Part::Indicator) => say!("indicators", "ინდიკატორები"),
        Kind::Cell(Part::Breakdown) => say!("breakdowns", "ჭრილები"),
        Kind::Cell(Part::Status) => say!("statuses", "სტატუსები"),
        Kind::Cell(Part::Value) => say!("values", "მაჩვენებლები"),
        Kind::Cell(Part::DelayReason) => say!("reasons for delay", "დაგვიანების მიზეზები"),
        Kind::Cell(Part::Expected) => say!("expected dates", "მოსალოდნელი თარიღები"),
        Kind::Cell(Part::Agency) => say!("agencies", "უწყებები"),
        Kind::Cell(Part::Text) => say!(
            "texts without the blanks at their ends, with line breaks in place of codes such as `_x000D_`",
            "ტექსტები: ბოლოებში ინტერვალები ამოღებულია, `_x000D_`-ის მსგავსი კოდების ნაცვლად სტრიქონის გადატანაა"
        ),
    };
    say!("{en}: {count}", "{ka}: {count}", en = part.en, ka = part.ka)
}

fn line(change: &Change) -> Wording {
    let Change { row, from, to, .. } = change;
    let (from, to) = (short(from), short(to));
    let place = match &change.column {
        None => return say!("row {row}: \"{from}\"", "სტრიქონი {row}: „{from}“"),
        Some((at, _)) if change.kind == Kind::Cell(Part::Heading) => {
            let cell = format!("{}{row}", letter(*at));
            return say!("cell {cell}: \"{from}\" -> \"{to}\"", "უჯრა {cell}: „{from}“ -> „{to}“");
        }
        Some((at, heading)) if heading.trim().is_empty() => {
            say!("row {row}, column {letter}", "სტრიქონი {row}, სვეტი {letter}", letter = letter(*at))
        }
        Some((_, heading)) => say!("row {row}, column \"{heading}\"", "სტრიქონი {row}, სვეტი „{heading}“", heading = short(heading)),
    };
    if change.kind == Kind::Cell(Part::Text) {
        return place;
    }
    say!("{en}: \"{from}\" -> \"{to}\"", "{ka}: „{from}“ -> „{to}“", en = place.en, ka = place.ka)
}

/// A text on one line, cut where it is long.
fn short(text: &str) -> String {
    let line = text.replace(['\n', '\t'], " ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(row: u32) -> Change {
        Change { kind: Kind::Cell(Part::Value), row, column: Some((3, "value".to_owned())), from: "1\u{a0}234".to_owned(), to: "1234".to_owned() }
    }

    #[test]
    fn changes_are_counted_and_a_long_list_is_cut() {
        let all: Vec<Change> = (2..25).map(value).collect();
        let text = changes(&all, Language::EN);
        assert!(text.starts_with("Changed:\n  values: 23\n    row 2, column \"value\": \"1\u{a0}234\" -> \"1234\"\n"), "{text}");
        assert!(text.ends_with("    row 21, column \"value\": \"1\u{a0}234\" -> \"1234\"\n    and 3 more\n"), "{text}");
        let text = changes(&all[..1], Language::KA);
        assert_eq!(text, "შეიცვალა:\n  მაჩვენებლები: 1\n    სტრიქონი 2, სვეტი „value“: „1\u{a0}234“ -> „1234“\n");
        assert_eq!(changes(&[], Language::EN), "Nothing was changed.\n");
    }

    #[test]
    fn what_acts_on_a_terminal_is_shown_by_its_code() {
        let mut change = value(2);
        change.from = "a\u{202e}\u{7}\nb".to_owned() + &"x".repeat(100);
        let text = changes(&[change], Language::EN);
        assert!(text.contains("\"aU+202EU+0007 bxxx") && text.contains("xxx…\" -> \"1234\""), "{text}");
    }
}
