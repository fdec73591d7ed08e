//! Numbers as people and spreadsheets write them. Where a text can be read in two ways, it is a fault, never a guess.

use std::borrow::Cow;

use crate::model::indicator::{Number, ValueKind};
use crate::model::spelling;
use crate::model::submission::Value;
use crate::model::text::folded;
use crate::problem::ValueFault;

/// A cell of the column `value`: a value, nothing, or a fault.
///
/// A number of a workbook (`is_number`) has one reading: its mark is a decimal point.
pub(super) fn value(cell: &str, kind: ValueKind, is_number: bool) -> Result<Option<Value>, ValueFault> {
    let cell = cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if cell.is_empty() {
        return Ok(None);
    }
    if kind.is_number() && cell.len() <= 15 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(cell.parse().ok().map(Number::whole).map(Value::Number));
    }
    if is_spreadsheet_error(cell) {
        return Err(ValueFault::SpreadsheetError);
    }
    match kind {
        ValueKind::Text => Ok(Some(Value::Text(cell.into()))),
        ValueKind::YesNo => yes_no(cell).map(|yes| Some(Value::YesNo(yes))).ok_or(ValueFault::NotYesNo),
        _ if means_nothing(cell) => Err(ValueFault::NothingMark),
        _ if is_number && !looks_scientific(cell) && !cell.ends_with('%') => {
            let number = Number::parse(cell).ok_or(ValueFault::NotANumber)?;
            if kind == ValueKind::Count { counted(number) } else { Ok(Value::Number(number)) }.map(Some)
        }
        ValueKind::Count => count(cell).map_err(|fault| in_words(cell, fault)).map(Some),
        ValueKind::Percent => {
            number(cell.trim_end_matches('%').trim_end()).map_err(|fault| in_words(cell, fault)).map(|number| Some(Value::Number(number)))
        }
        ValueKind::Amount => number(cell).map_err(|fault| in_words(cell, fault)).map(|number| Some(Value::Number(number))),
    }
}

/// The errors a spreadsheet writes into a cell, in English and in Russian, as `#REF!` and `#ССЫЛКА!`; LibreOffice has numbers: `Err:502`.
pub(super) fn is_spreadsheet_error(cell: &str) -> bool {
    let cell = cell.trim();
    if let Some(number) = cell.strip_prefix("Err:") {
        return number.len() == 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    }
    let Some(name) = cell.strip_prefix('#') else { return false };
    let capitals = |name: &str| !name.is_empty() && name.len() <= 24 && name.chars().all(|c| c.is_uppercase() || matches!(c, '/' | '0'));
    matches!(name, "N/A" | "Н/Д") || name.strip_suffix(['!', '?']).is_some_and(capitals)
}

/// Why a text that is no number is none, as far as a person can be told more.
fn in_words(cell: &str, fault: ValueFault) -> ValueFault {
    if fault != ValueFault::NotANumber && fault != ValueFault::NotSuppressible {
        return fault;
    }
    if cell.strip_suffix('%').is_some_and(|number_part| number(number_part.trim_end()).is_ok()) {
        return ValueFault::PercentInCount;
    }
    if spelling::day(cell).is_some() {
        return ValueFault::Date;
    }
    let folded = folded(cell);
    let numbers: Vec<&str> = folded.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).filter(|part| !part.is_empty()).collect();
    let [only] = numbers[..] else { return fault };
    let fewer = ["ნაკლებ", "less than", "fewer than", "under", "below"].iter().any(|word| folded.contains(word));
    if let (true, Ok(limit)) = (fewer, only.parse()) {
        return ValueFault::FewerInWords { limit };
    }
    let thousands = ["ათას", "thousand", "тыс"].iter().any(|word| folded.contains(word));
    let millions = ["მილიონ", "მლნ", "million", "mln", "млн"].iter().any(|word| folded.contains(word));
    if !thousands && !millions {
        return fault;
    }
    let whole = |factor: i64| only.parse::<i64>().ok().and_then(|number| number.checked_mul(factor)).map(|number| number.to_string());
    ValueFault::Magnitude { full: if thousands { whole(1000) } else { whole(1_000_000) } }
}

fn means_nothing(cell: &str) -> bool {
    matches!(folded(cell).as_str(), "" | "n/a" | "na" | "none") || cell.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '…'))
}

fn yes_no(cell: &str) -> Option<bool> {
    match folded(cell).as_str() {
        "yes" | "y" | "true" | "კი" | "დიახ" | "1" => Some(true),
        "no" | "n" | "false" | "არა" | "0" => Some(false),
        _ => None,
    }
}

fn count(cell: &str) -> Result<Value, ValueFault> {
    if let Some(limit) = cell.strip_prefix('<') {
        let limit = limit.trim().parse().ok().filter(|limit| (2..=100).contains(limit));
        return limit.map(Value::Below).ok_or(ValueFault::NotSuppressible);
    }
    counted(number(cell)?)
}

/// A number of things that can be counted.
fn counted(number: Number) -> Result<Value, ValueFault> {
    if number.scale > 0 {
        return Err(ValueFault::NotWhole);
    }
    if number.digits < 0 {
        return Err(ValueFault::Negative);
    }
    Ok(Value::Number(number))
}

/// A number with grouping blanks or apostrophes, a decimal point or comma.
fn number(cell: &str) -> Result<Number, ValueFault> {
    let cell = &*if cell.contains(['\'', '’']) { Cow::Owned(cell.replace(['\'', '’'], " ")) } else { Cow::Borrowed(cell) };
    let plain: String = if grouped_by_blanks(cell) { cell.chars().filter(|c| !c.is_whitespace()).collect() } else { cell.to_owned() };
    let plain = plain.replace(['−', '–'], "-");
    if looks_scientific(&plain) {
        return Err(ValueFault::Scientific);
    }
    let marks: Vec<char> = plain.chars().filter(|c| matches!(c, ',' | '.')).collect();
    match marks[..] {
        [] => Number::parse(&plain).ok_or(ValueFault::NotANumber),
        [mark] => {
            let (whole, fraction) = plain.split_once(mark).unwrap_or((&plain, ""));
            let read = Number::parse(&format!("{whole}.{fraction}")).ok_or(ValueFault::NotANumber)?;
            let digits = whole.trim_start_matches('-');
            if fraction.len() == 3 && (1..=3).contains(&digits.len()) && digits != "0" {
                return Err(ValueFault::AmbiguousGrouping { small: read.to_string(), large: format!("{whole}{fraction}") });
            }
            Ok(read)
        }
        _ => mixed(&plain, &marks),
    }
}

/// Several marks: groups of three by one mark, with at most one other mark behind them, can be read in one way only.
fn mixed(plain: &str, marks: &[char]) -> Result<Number, ValueFault> {
    let (group, last) = (marks[0], marks[marks.len() - 1]);
    let inner = if last == group { marks } else { &marks[..marks.len() - 1] };
    if inner.iter().any(|&mark| mark != group) {
        return Err(ValueFault::NotANumber);
    }
    let (whole, fraction) = if last == group { (plain, None) } else { plain.rsplit_once(last).map_or((plain, None), |(w, f)| (w, Some(f))) };
    let groups: Vec<&str> = whole.split(group).collect();
    let well_formed = groups.iter().skip(1).all(|group| group.len() == 3) && groups[0].trim_start_matches('-').len() <= 3;
    if !well_formed {
        return Err(ValueFault::NotANumber);
    }
    let whole = groups.concat();
    let text = fraction.map_or(whole.clone(), |fraction| format!("{whole}.{fraction}"));
    Number::parse(&text).ok_or(ValueFault::NotANumber)
}

/// Blanks part groups of three digits, as in `1 575` with any sort of blank.
fn grouped_by_blanks(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split(char::is_whitespace).collect();
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).count();
    parts.len() > 1 && parts[1..].iter().all(|part| digits(part) == 3) && (1..=3).contains(&digits(parts[0].trim_start_matches('-')))
}

fn looks_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '-'));
    digits(mantissa) && digits(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cell: &str, kind: ValueKind) -> String {
        match value(cell, kind, false) {
            Ok(None) => "nothing".into(),
            Ok(Some(Value::Number(number))) => number.to_string(),
            Ok(Some(Value::Below(limit))) => format!("<{limit}"),
            Ok(Some(other)) => format!("{other:?}"),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn numbers_that_can_be_read_in_one_way() {
        for (cell, expected) in [
            ("24", "24"),
            ("1 575", "1575"),
            ("1\u{a0}575", "1575"),
            ("1'575", "1575"),
            ("12’345", "12345"),
            ("21\u{202f}081", "21081"),
            ("1,234,567", "1234567"),
            (" ", "nothing"),
            ("<5", "<5"),
            ("< 5", "<5"),
        ] {
            assert_eq!(read(cell, ValueKind::Count), expected, "{cell}");
        }
        for (cell, expected) in [("1 234,5", "1234.5"), ("1.234,56", "1234.56"), ("12.5", "12.5"), ("-12", "-12"), ("0,125", "0.125")] {
            assert_eq!(read(cell, ValueKind::Amount), expected, "{cell}");
        }
        for cell in ["45%", "45 %", "45"] {
            assert_eq!(read(cell, ValueKind::Percent), "45");
        }
    }

    #[test]
    fn a_number_of_a_workbook_has_one_reading() {
        let read = |cell, kind| value(cell, kind, true);
        assert_eq!(read("1.234", ValueKind::Amount), Ok(Some(Value::Number(Number { digits: 1234, scale: 3 }))));
        assert_eq!(read("1.234", ValueKind::Count), Err(ValueFault::NotWhole));
        assert_eq!(read("1E15", ValueKind::Count), Err(ValueFault::Scientific));
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_a_fault() {
        for cell in ["1,234", "1.234"] {
            assert!(read(cell, ValueKind::Amount).starts_with("AmbiguousGrouping"), "{cell}");
        }
        assert_eq!(read("24 people", ValueKind::Count), "NotANumber");
        assert_eq!(read("1E+15", ValueKind::Count), "Scientific");
        assert_eq!(read("45%", ValueKind::Count), "PercentInCount");
        assert_eq!(read("45 %", ValueKind::Amount), "PercentInCount");
        assert_eq!(read("2 ათასი", ValueKind::Count), "Magnitude { full: Some(\"2000\") }");
        assert_eq!(read("1,5 მლნ", ValueKind::Amount), "Magnitude { full: None }");
        assert_eq!(read("5-ზე ნაკლები", ValueKind::Count), "FewerInWords { limit: 5 }");
        assert_eq!(read("02.01.2010", ValueKind::Count), "Date");
        assert_eq!(read("1'2", ValueKind::Count), "NotANumber");
        for error in ["#DIV/0!", "#N/A", "#ЗНАЧ!", "#Н/Д", "#ИМЯ?", "Err:502", " #REF! "] {
            assert_eq!(read(error, ValueKind::Count), "SpreadsheetError", "{error}");
        }
        for text in ["#1", "# a", "#tag!", "Err: no"] {
            assert_ne!(read(text, ValueKind::Count), "SpreadsheetError", "{text}");
        }
        assert_eq!(read("#REF!", ValueKind::Count), "SpreadsheetError");
        assert_eq!(read("N/A", ValueKind::Count), "NothingMark");
        assert_eq!(read("-", ValueKind::Count), "NothingMark");
        assert_eq!(read("2.5", ValueKind::Count), "NotWhole");
        assert_eq!(read("-3", ValueKind::Count), "Negative");
        assert_eq!(read("12 34", ValueKind::Count), "NotANumber");
    }
}
