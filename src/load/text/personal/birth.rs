//! Days of birth: a date beside a word that says that somebody was born.

use memchr::memmem;

use super::Found;
use crate::problem::PersonalData;
use crate::source::floor_boundary;

/// Words before a day of birth, in small letters.
const BEFORE: [&str; 8] = ["დაბადების თარიღ", "დაბადებულ", "დაიბადა", "დაბ.", "born", "of birth", "birth date", "birthdate"];
/// The same, in capitals.
const CAPITALS: [&str; 2] = ["DOB", "D.O.B"];

/// The word that may stand behind a day of birth.
const BEHIND: &str = "დაბადებულ";

/// Bytes between the word and the day.
const BETWEEN: usize = 30;

/// A day in words has at most so many bytes.
const LONGEST: usize = 60;

/// Months by how their names begin.
const MONTHS: [&str; 24] = [
    "იანვ",
    "თებერვ",
    "მარტ",
    "აპრილ",
    "მაის",
    "ივნის",
    "ივლის",
    "აგვისტ",
    "სექტემბ",
    "ოქტომბ",
    "ნოემბ",
    "დეკემბ",
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
];

/// Adds the days of birth in a text.
pub(super) fn find<'a>(text: &'a str, found: &mut Vec<Found<'a>>) {
    let begun = found.len();
    let lower = text.to_ascii_lowercase();
    let words = BEFORE.iter().map(|word| (lower.as_str(), *word)).chain(CAPITALS.iter().map(|word| (text, *word)));
    for (text_of_word, word) in words {
        for at in memmem::find_iter(text_of_word.as_bytes(), word.as_bytes()) {
            let end = at + word.len();
            let inside =
                word.is_ascii() && (text[..at].ends_with(char::is_alphanumeric) || text[end..].starts_with(|c: char| c.is_ascii_alphanumeric()));
            if inside {
                continue;
            }
            let day = day_behind(text, end).or_else(|| (word == BEHIND).then(|| day_ahead(text, at)).flatten());
            let Some((start, end)) = day else { continue };
            let new = Found { what: PersonalData::DateOfBirth, text: &text[start..end] };
            // Two words may stand beside one day.
            if !found[begun..].iter().any(|known| std::ptr::eq(known.text, new.text)) {
                found.push(new);
            }
        }
    }
}

fn day_behind(text: &str, from: usize) -> Option<(usize, usize)> {
    let window = &text[from..floor_boundary(text, (from + BETWEEN).min(text.len()))];
    let first = from + window.find(|c: char| c.is_ascii_digit())?;
    let between = text[from..first].to_ascii_lowercase();
    if ["after", "since", "before", "between"].iter().any(|word| between.contains(word)) {
        return None;
    }
    let month = MONTHS.iter().filter_map(|month| between.rfind(month)).max().map(|at| from + at);
    let end = first + length_of_day(&text[first..], month.is_some())?;
    Some((month.unwrap_or(first), end))
}

fn day_ahead(text: &str, to: usize) -> Option<(usize, usize)> {
    let begin = floor_boundary(text, to.saturating_sub(LONGEST + BETWEEN));
    let mut from = begin;
    let mut last = None;
    while let Some(at) = text[from..to].find(|c: char| c.is_ascii_digit()) {
        let start = from + at;
        let number = text[start..to].bytes().take_while(u8::is_ascii_digit).count();
        match length_of_day(&text[start..to], false) {
            Some(length) => {
                last = Some((start, start + length));
                from = start + length;
            }
            None => from = start + number,
        }
    }
    last.filter(|(_, end)| to - end <= BETWEEN)
}

/// Length of the day at the beginning of a text: `12.03.1990`, `1990-03-12`, `12 March 1990`, `1990 წლის 12 მარტს`;
/// behind the name of a month also `12, 1990`.
fn length_of_day(text: &str, behind_month: bool) -> Option<usize> {
    let number = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = number(text);
    let rest = &text[first..];
    if let Some(sign) = rest.chars().next().filter(|sign| matches!(sign, '.' | '/' | '-')) {
        let second = number(&rest[1..]);
        let third = rest[1 + second..].strip_prefix(sign).map(number)?;
        let is_day = matches!((first, second, third), (1..=2, 1..=2, 4 | 2) | (4, 1..=2, 1..=2));
        return is_day.then_some(first + second + third + 2);
    }
    let skip = |text: &str| text.len() - text.trim_start_matches([' ', '\u{a0}', ',']).len();
    if behind_month && first <= 2 {
        let year = first + skip(rest);
        return (number(&text[year..]) == 4).then_some(year + 4);
    }
    if first == 4 {
        // A year, its ending, a day, a month.
        let word = rest.trim_start_matches(|c: char| c == ' ' || c == '\u{a0}' || c == '-' || c.is_alphabetic() || c == '.');
        let day = text.len() - word.len();
        let digits = number(word);
        let month = day + digits + skip(&word[digits..]);
        return ((1..=2).contains(&digits) && day - first <= 20)
            .then_some(month)
            .filter(|&month| month_length(&text[month..]).is_some())
            .map(|month| month + month_length(&text[month..]).unwrap_or(0));
    }
    let month = first + skip(rest);
    let behind = month + month_length(&text[month..])?;
    let year = behind + skip(&text[behind..]);
    ((1..=2).contains(&first) && number(&text[year..]) == 4).then_some(year + 4)
}

/// Length of the name of a month at the beginning of a text, with its ending.
fn month_length(text: &str) -> Option<usize> {
    let known = MONTHS.iter().any(|month| text.get(..month.len()).is_some_and(|word| word.eq_ignore_ascii_case(month)));
    known.then(|| text.find(|c: char| !c.is_alphabetic() && c != '.').unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(text, &mut found);
        found.into_iter().map(|found| found.text).collect()
    }

    #[test]
    fn days_beside_the_word_are_found() {
        for (text, day) in [
            ("დაბადების თარიღი: 12.03.1990, ქალი", "12.03.1990"),
            ("მოქალაქე, დაბ. 12/03/90", "12/03/90"),
            ("დაბადებული 1990 წლის 12 მარტს", "1990 წლის 12 მარტს"),
            ("1990 წლის 12 მარტს დაბადებული", "1990 წლის 12 მარტს"),
            ("12.03.1990 წელს დაბადებული", "12.03.1990"),
            ("დაიბადა 12 მარტი 1990", "12 მარტი 1990"),
            ("A girl, born on 12 March 1990, was", "12 March 1990"),
            ("born March 12, 1990", "March 12, 1990"),
            ("Date of birth: 1990-03-12", "1990-03-12"),
            ("DOB 12.03.1990", "12.03.1990"),
        ] {
            assert_eq!(all(text), [day], "{text}");
        }
    }

    #[test]
    fn other_days_are_not() {
        for text in [
            "12.03.2020",
            "დაბადების რეგისტრაცია 12.03.2020",
            "birth registration, 12 March 2020",
            "children born in 2019",
            "children born after 01.01.2019",
            "დაბადებულ ბავშვთა რაოდენობა 2019 წელს",
            "newborn 12.03.2020",
            "Osborne, 12 March 2020",
            "12.03.2020 გაიმართა შეხვედრა, სადაც განიხილეს უცხოეთში დაბადებულ ბავშვთა საკითხი",
            "born",
            "დაბ.",
        ] {
            assert_eq!(all(text), Vec::<&str>::new(), "{text}");
        }
    }
}
