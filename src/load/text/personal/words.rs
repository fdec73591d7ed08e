//! The words beside a number, which tell what sort of number it is.

/// A longer way back says nothing about a number.
const FARTHEST: usize = 60;

/// The last words before a place, the nearest first, at most three; small letters.
pub(super) fn before(text: &str, at: usize) -> Vec<String> {
    let begin = crate::source::floor_boundary(text, at.saturating_sub(FARTHEST));
    let words = text[begin..at].rsplit(|c: char| !c.is_alphabetic() && c != '№');
    words.filter(|word| !word.is_empty()).take(3).map(str::to_lowercase).collect()
}

/// Whether one of the words begins with one of these.
pub(super) fn any(words: &[String], beginnings: &[&str]) -> bool {
    words.iter().any(|word| beginnings.iter().any(|beginning| word.starts_with(beginning)))
}

/// Whether an amount of money or a count of many stands at a place: its unit follows, or its sign goes before.
pub(super) fn is_amount(text: &str, start: usize, end: usize) -> bool {
    const UNITS: [&str; 18] =
        ["ლარ", "gel", "usd", "eur", "აშშ", "დოლარ", "ევრო", "lari", "euro", "dollar", "us$", "$", "€", "₾", "%", "მლნ", "თეთრ", "million"];
    let blank = |c: char| c.is_whitespace() || matches!(c, '(' | '-' | '–');
    let behind: String = text[end..].trim_start_matches(blank).chars().take(8).flat_map(char::to_lowercase).collect();
    let ahead = text[..start].trim_end_matches(blank);
    UNITS.iter().any(|unit| behind.starts_with(unit)) || ["$", "€", "₾", "GEL", "USD", "EUR"].iter().any(|sign| ahead.ends_with(sign))
}
