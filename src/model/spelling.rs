//! Days and periods as people write them, in Georgian and in English (`terms.md` section 2, rules 11 and 12).
//!
//! Only what can be read in one way is read. Every word must have its meaning; one that has none makes the text unreadable,
//! so that nothing is overlooked.

use super::date::{Date, Period, Span};
use super::text::folded;

/// Month words by their beginnings, and the endings that Georgian declension leaves on them: nominative, dative, genitive.
const MONTHS: [(&str, &str, &[&str]); 12] = [
    ("january", "იანვ", &["არი", "არს", "რის"]),
    ("february", "თებერვ", &["ალი", "ალს", "ლის"]),
    ("march", "მარტ", &["ი", "ს", "ის"]),
    ("april", "აპრილ", &["ი", "ს", "ის"]),
    ("may", "მაის", &["ი", "ს", "ის"]),
    ("june", "ივნის", &["ი", "ს", "ის"]),
    ("july", "ივლის", &["ი", "ს", "ის"]),
    ("august", "აგვისტო", &["", "ს"]),
    ("september", "სექტემბ", &["ერი", "ერს", "რის"]),
    ("october", "ოქტომბ", &["ერი", "ერს", "რის"]),
    ("november", "ნოემბ", &["ერი", "ერს", "რის"]),
    ("december", "დეკემბ", &["ერი", "ერს", "რის"]),
];

/// The month of a word, from 1: `March`, `Mar`, `მარტი`, `მარტს`.
pub fn month(word: &str) -> Option<u32> {
    let word = folded(word);
    let is = |(english, georgian, endings): &(&str, &str, &[&str])| {
        let short = word.len() >= 3 && (word.len() <= 4 || word == *english) && english.starts_with(word.as_str());
        let short_georgian = word.chars().count() >= 3 && georgian.starts_with(word.as_str());
        short || short_georgian || word.strip_prefix(georgian).is_some_and(|ending| endings.contains(&ending))
    };
    MONTHS.iter().position(is).and_then(|at| u32::try_from(at + 1).ok())
}

/// A day: `2020-03-12`, `12.03.2020` (each also with a time of day), `2020/03/12`, `12 მარტი 2020`, `2020 წლის 12 მარტი`,
/// `12 March 2020`, `March 12, 2020`.
pub fn day(text: &str) -> Option<Date> {
    Date::from_typed(text).or_else(|| year_first(text)).or_else(|| in_words(text))
}

/// `2020/03/12` and `2020.03.12`: with the year before them month and day have one order.
fn year_first(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.trim().split(['/', '.']).collect();
    let [year, month, day] = parts[..] else { return None };
    let number = |part: &str, least: usize| -> Option<u32> {
        let digits = (least..=least.max(2)).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if digits { part.parse().ok() } else { None }
    };
    Date::new(i32::try_from(number(year, 4)?).ok()?, number(month, 1)?, number(day, 1)?)
}

fn in_words(text: &str) -> Option<Date> {
    let (mut year, mut named, mut day) = (None, None, None);
    for word in words(text) {
        let place = if let Some(found) = year_of(&word) {
            year.replace(found).is_none()
        } else if let Some(found) = month(&word) {
            named.replace(found).is_none()
        } else if let Some(found) = day_of_month(&word) {
            day.replace(found).is_none()
        } else {
            is_filler(&word)
        };
        if !place {
            return None;
        }
    }
    Date::new(year?, named?, day?)
}

/// A period: the notation of deadlines, or `2020 წლის მეორე ნახევარი`, `2020 წ. II ნახევარი`, `second half of 2020`, `H2 2020`,
/// `III კვარტალი 2020`, `2020 წლის მარტი`, `2019-2020 წლები`.
pub fn period(text: &str) -> Option<Period> {
    if let Some(period) = Period::parse(text.trim()) {
        return Some(period);
    }
    let mut years: Vec<i32> = Vec::new();
    let mut numbers: Vec<u32> = Vec::new();
    let (mut unit, mut named, mut and) = (None, None, false);
    for word in words(text) {
        if let Some(year) = year_of(&word) {
            years.push(year);
        } else if let Some(number) = ordinal(&word) {
            numbers.push(number);
        } else if let Some(found) = unit_of(&word) {
            if unit.replace(found).is_some_and(|before| before != found) {
                return None;
            }
        } else if let Some((found, number)) = unit_and_number(&word) {
            unit = Some(found);
            numbers.push(number);
        } else if let Some(found) = month(&word) {
            if named.replace(found).is_some() {
                return None;
            }
        } else if matches!(word.as_str(), "და" | "and") {
            and = true;
        } else if !is_filler(&word) {
            return None;
        }
    }
    match (&years[..], unit, &numbers[..], named) {
        ([year], None, [], None) => Some(Period::year(*year)),
        ([first, last], None, [], None) if first < last => Some(Period { first: Span::Year(*first), last: Some(Span::Year(*last)) }),
        ([year], Some(unit), [number], None) => Some(Period { first: unit.span(*year, *number)?, last: None }),
        ([year], Some(unit), [first, last], None) if and && first < last => {
            Some(Period { first: unit.span(*year, *first)?, last: Some(unit.span(*year, *last)?) })
        }
        ([year], None, [], Some(month)) => {
            let first = Date::new(*year, month, 1)?;
            let last = (28..=31).rev().find_map(|day| Date::new(*year, month, day))?;
            Some(Period { first: Span::Day(first), last: Some(Span::Day(last)) })
        }
        _ => None,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Half,
    Quarter,
}

impl Unit {
    fn span(self, year: i32, number: u32) -> Option<Span> {
        match self {
            Self::Half => (1..=2).contains(&number).then_some(Span::Half(year, number)),
            Self::Quarter => (1..=4).contains(&number).then_some(Span::Quarter(year, number)),
        }
    }
}

/// The words of a text without case, punctuation and repeated blanks; `-` parts words, too.
fn words(text: &str) -> Vec<String> {
    let folded = folded(text).replace([',', '(', ')'], " ");
    folded.split_whitespace().map(|word| word.trim_end_matches('.').to_owned()).filter(|word| !word.is_empty()).collect()
}

fn is_filler(word: &str) -> bool {
    matches!(
        word,
        "წლის"
            | "წელი"
            | "წელს"
            | "წლები"
            | "წლების"
            | "წ"
            | "წწ"
            | "მე"
            | "ლი"
            | "the"
            | "of"
            | "in"
            | "year"
            | "years"
    )
}

fn year_of(word: &str) -> Option<i32> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1900..=2100).contains(year))
}

fn day_of_month(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_plain = matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th") && digits.len() <= 2;
    digits.parse().ok().filter(|day| is_plain && (1..=31).contains(day))
}

/// `second`, `II`, `2nd`, `მეორე`, and `2` of `მე-2`.
fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "1" | "i" | "first" | "1st" | "პირველი" | "პირველ" => 1,
        "2" | "ii" | "second" | "2nd" | "მეორე" => 2,
        "3" | "iii" | "third" | "3rd" | "მესამე" => 3,
        "4" | "iv" | "fourth" | "4th" | "მეოთხე" => 4,
        _ => return None,
    })
}

fn unit_of(word: &str) -> Option<Unit> {
    match word {
        "ნახევარი" | "ნახევრის" | "ნახევარში" | "half" => Some(Unit::Half),
        "კვარტალი" | "კვარტლის" | "კვარტალში" | "კვ" | "quarter" => Some(Unit::Quarter),
        _ => None,
    }
}

/// `H2` and `Q3`.
fn unit_and_number(word: &str) -> Option<(Unit, u32)> {
    let unit = match word.as_bytes() {
        [b'h', _] => Unit::Half,
        [b'q', _] => Unit::Quarter,
        _ => return None,
    };
    word.get(1..)?.parse().ok().map(|number| (unit, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_years_and_other_periods() {
        for text in [
            "2020-H2",
            "2020 წლის მეორე ნახევარი",
            "2020 წლის II ნახევარი",
            "2020 წ. II ნახევარი",
            "2020 II ნახევარი",
            "2020 წლის მე-2 ნახევარი",
            "second half of 2020",
            "H2 2020",
            "2020 II half",
            "2nd half-year",
        ] {
            let expected = if text.contains("2020") { Some("2020-H2".to_owned()) } else { None };
            assert_eq!(period(text).map(|period| period.to_string()), expected, "{text}");
        }
        for (text, expected) in [
            ("2020 წლის III კვარტალი", "2020-Q3"),
            ("Q3 2020", "2020-Q3"),
            ("2020 წლის პირველი და მეორე ნახევარი", "2020-H1..2020-H2"),
            ("2019-2020 წლები", "2019..2020"),
            ("2020 წელი", "2020"),
            ("2020 წლის მარტი", "2020-03-01..2020-03-31"),
            ("February 2020", "2020-02-01..2020-02-29"),
        ] {
            assert_eq!(period(text).map(|period| period.to_string()), Some(expected.to_owned()), "{text}");
        }
        for text in ["soon", "2020-ის ბოლომდე", "third half of 2020", "II ნახევარი", "2020 2019", "spring 2020", "2020 წლის 5 ნახევარი", ""]
        {
            assert_eq!(period(text), None, "{text}");
        }
    }

    #[test]
    fn days_in_words() {
        for text in [
            "12 მარტი 2020",
            "2020 წლის 12 მარტი",
            "2020 წლის 12 მარტს",
            "12 მარტი, 2020 წ.",
            "12 March 2020",
            "March 12th, 2020",
            "12-Mar-2020",
            "2020/03/12",
            "2020.3.12",
            "12.03.2020",
        ] {
            assert_eq!(day(text).map(|day| day.to_string()), Some("2020-03-12".to_owned()), "{text}");
        }
        for text in ["12 მარტამდე 2020", "12.03.20", "03/12/2020", "12-Mar-20", "31 June 2020", "12 March", "ma 12 2020", "20/03/12"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn months() {
        assert_eq!(["Jan", "sept", "may", "დეკემბრის", "აგვისტოს", "იან"].map(month), [Some(1), Some(9), Some(5), Some(12), Some(8), Some(1)]);
        assert_eq!(["ja", "marching", "ია", "მარტამდე", "j"].map(month), [None; 5]);
    }
}
