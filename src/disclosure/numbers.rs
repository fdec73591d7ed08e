//! The numbers that a text says of things that can be counted: in digits, or in words up to twenty.
//!
//! Not among them are years, days, ids such as 4.2.5, decimals, percentages, numbers of documents with a stroke, and what stands in a
//! web address.

use std::ops::Range;

use crate::model::spelling::{day, month};

/// Words from one to twenty, English and Georgian; the Georgian ones without the endings of their cases.
const WORDS: [(&str, &str); 20] = [
    ("one", "ერთ"),
    ("two", "ორ"),
    ("three", "სამ"),
    ("four", "ოთხ"),
    ("five", "ხუთ"),
    ("six", "ექვს"),
    ("seven", "შვიდ"),
    ("eight", "რვა"),
    ("nine", "ცხრა"),
    ("ten", "ათ"),
    ("eleven", "თერთმეტ"),
    ("twelve", "თორმეტ"),
    ("thirteen", "ცამეტ"),
    ("fourteen", "თოთხმეტ"),
    ("fifteen", "თხუთმეტ"),
    ("sixteen", "თექვსმეტ"),
    ("seventeen", "ჩვიდმეტ"),
    ("eighteen", "თვრამეტ"),
    ("nineteen", "ცხრამეტ"),
    ("twenty", "ოც"),
];

/// Endings of Georgian numerals; „ორივე“ is 'both' and „ერთად“ 'together', so these endings are not here.
const ENDINGS: [&str; 6] = ["", "ი", "ს", "მა", "ის", "ით"];

/// 'All six': said of more than two.
const ALL: [&str; 2] = ["ივე", "ვე"];

/// Words after which, and before which in Georgian, a number is a limit: 'fewer than five', „5-ზე ნაკლები“.
const BELOW: [&str; 3] = ["than", "below", "under"];

/// The numbers of a text with their places, in bytes; `limit` is none of them where the text says that something is below it.
pub(super) fn numbers(text: &str, limit: u32) -> Vec<(Range<usize>, i64)> {
    let mut found: Vec<(Range<usize>, i64)> = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(char::is_alphanumeric).map(|next| at + next) {
        let address = || text[start..].split(char::is_whitespace).next().is_some_and(|word| word.contains("://") || word.starts_with("www."));
        let (end, number) = if address() {
            (start + text[start..].find(char::is_whitespace).unwrap_or(text.len() - start), None)
        } else if text[start..].starts_with(|c: char| c.is_ascii_digit()) {
            in_digits(text, start)
        } else {
            let word = &text[start..word_end(text, start)];
            (start + word.len(), in_word(word).filter(|_| stands_alone(text, start, start + word.len())))
        };
        if let Some(number) = number.filter(|number| *number != i64::from(limit) || !is_limit(&text[..start], &text[end..])) {
            found.push((start..end, number));
        }
        at = end;
    }
    found
}

/// The end of the letters and digits that begin here.
fn word_end(text: &str, start: usize) -> usize {
    start + text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start)
}

/// A number in digits: its end, and the number if it counts something.
fn in_digits(text: &str, start: usize) -> (usize, Option<i64>) {
    let rest = &text[start..];
    let whole = rest.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '/' | '-')).unwrap_or(rest.len());
    let chunk = rest[..whole].trim_end_matches(['.', ',', '/', '-']);
    if day(chunk).is_some() {
        return (start + chunk.len(), None);
    }
    let end = grouped(rest);
    let after = &rest[end..];
    let before = text[..start].chars().next_back();
    // 4.2.5, 12.5, 3/20, COVID-19, 4a
    let continues = after.starts_with(['.', ',', '/']) && after[1..].starts_with(|c: char| c.is_ascii_digit());
    let document = matches!(before, Some('/' | '_' | '<' | '≤')) || before == Some('-') && !text[..start - 1].ends_with(|c: char| c.is_ascii_digit());
    if continues || document || after.starts_with(char::is_alphabetic) {
        let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ',' | '/')).unwrap_or(rest.len());
        return (start + end, None);
    }
    let digits: String = rest[..end].chars().filter(char::is_ascii_digit).collect();
    let year = end == 4 && matches!(&digits[..2], "19" | "20");
    let next = after.trim_start();
    let percent = next.starts_with(['%', '‰']) || next.starts_with("per cent") || next.starts_with("percent") || next.starts_with("პროცენტ");
    let is_month = |word: &str| !word.starts_with(|c: char| c.is_ascii_lowercase()) && month(word).is_some();
    let neighbour = |text: &str| text.chars().all(|c| matches!(c, ' ' | '\u{a0}'));
    let following = next.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let earlier = text[..start].trim_end();
    let preceding = earlier.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let of_month = is_month(following) || is_month(preceding) && neighbour(&text[earlier.len()..start]);
    (start + end, if year || percent || of_month { None } else { digits.parse().ok() })
}

/// The length of digits in groups of three: `21 081`, `21,081`; where the groups are of another size, of the first ones alone.
fn grouped(text: &str) -> usize {
    let run = |text: &str| text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let mut end = run(text);
    let mut separator = None;
    while end <= 3 || separator.is_some() {
        let Some(next) = text[end..].chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ',' | '.' | '\'')) else {
            break;
        };
        let group = run(&text[end + next.len_utf8()..]);
        if group != 3 || separator.is_some_and(|separator| separator != next) {
            break;
        }
        separator = Some(next);
        end += next.len_utf8() + group;
    }
    end
}

/// What a word says: `six`, `ექვსი`, `ექვსივე`.
fn in_word(word: &str) -> Option<i64> {
    let word = word.to_lowercase();
    let says = |(number, (english, georgian)): (usize, &(&str, &str))| {
        let ending = word.strip_prefix(georgian);
        *english == word || ending.is_some_and(|ending| ENDINGS.contains(&ending) || number > 1 && ALL.contains(&ending))
    };
    let at = WORDS.iter().enumerate().position(says)?;
    i64::try_from(at + 1).ok()
}

/// Whether a word is no part of another one: `twenty-one`, „ერთ-ერთი“.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let joined = |c: Option<char>, beyond: Option<char>| matches!(c, Some('-' | '‑')) && beyond.is_some_and(char::is_alphabetic);
    let (mut before, mut after) = (text[..start].chars().rev(), text[end..].chars());
    !joined(before.next(), before.next()) && !joined(after.next(), after.next())
}

/// Whether the text says of a number between these two parts that something is below it.
fn is_limit(before: &str, after: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    BELOW.contains(&word.as_str()) || after.strip_prefix("-ზე").is_some_and(|rest| rest.trim_start().starts_with("ნაკლებ"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<i64> {
        numbers(text, 5).into_iter().map(|(_, number)| number).collect()
    }

    #[test]
    fn numbers_count_in_digits_and_in_words() {
        assert_eq!(found("fell from 29 in 2019 to 6; the US report counts 7."), [29, 6, 7]);
        assert_eq!(found("შემცირდა 29-დან 2020 წელს 6-მდე; 21 081 ინსპექტირება, 7,061 (7\u{a0}062)"), [29, 6, 21_081, 7061, 7062]);
        assert_eq!(found("the six identified victims, Seven"), [6, 7]);
        assert_eq!(found("ექვსი, ექვსივე, სამს, ორმა, რვა"), [6, 6, 3, 2, 8]);
        assert_eq!(found("3-4 persons, №12, (5) „6“"), [3, 4, 12, 5, 6]);
    }

    #[test]
    fn what_counts_nothing_is_left_alone() {
        for text in [
            "in 2020-2021, 2020 წელს",
            "18 October, October 18, 30 ივლისის, 12.03.2020, 2020-10-18",
            "activity 4.2.5-b, 12.5, 3/20, COVID-19, 2020-H1, 4a, 5th, H2",
            "90% or 90 per cent, 90 პროცენტი",
            "https://example.org/6/7?x=8 www.example.org/9",
            "სამინისტრო, ერთად, ერთ-ერთი, ორივე წელს, twenty-one, someone, often",
            "<5, fewer than five, below 5, 5-ზე ნაკლებამდე",
        ] {
            assert_eq!(found(text), [0i64; 0], "{text}");
        }
        assert_eq!(found("6 may be more than 7"), [6, 7], "a word that is no month, and no limit of the plan");
    }
}
