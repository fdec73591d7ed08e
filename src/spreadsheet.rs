//! What a spreadsheet program makes of a cell of a text file, and how a cell that we write is kept from it.

use std::borrow::Cow;

/// The cell with an apostrophe before it if a spreadsheet would run it as a formula. Negative numbers stay as they are.
///
/// Spreadsheets take a cell for a formula by its first character (OWASP, 'CSV injection'); the apostrophe makes it text.
pub fn harmless(cell: &str) -> Cow<'_, str> {
    let first = cell.trim_start_matches([' ', '\u{a0}']).chars().next();
    let begins_a_formula = matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if begins_a_formula && !is_negative_number(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell with an apostrophe before it if a spreadsheet might read it as a date, as 10-12 or 5.1, and save that instead.
pub fn kept_as_text(cell: &str) -> Cow<'_, str> {
    let only_digits =
        cell.starts_with(|c: char| c.is_ascii_digit()) && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ' '));
    let parted = cell.contains(['.', '-', '/']);
    if only_digits && parted { Cow::Owned(format!("'{cell}")) } else { harmless(cell) }
}

fn is_negative_number(cell: &str) -> bool {
    let Some(digits) = cell.strip_prefix('-') else { return false };
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    number(whole) && number(fraction)
}

/// A cell of a CSV file: in quotation marks where it must be, or where a reader might trim it.
pub fn quoted(cell: &str, separator: char) -> Cow<'_, str> {
    let special = |c: char| c == separator || matches!(c, '"' | '\r' | '\n');
    let padded = cell.starts_with(char::is_whitespace) || cell.ends_with(char::is_whitespace);
    if padded || cell.contains(special) { Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\""))) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_becomes_text() {
        for cell in ["=1+1", "+995 322", "-", "-a", "- 5", "@SUM(A1)", " =1", "\t=1", "-1+cmd|' /C calc'!A0", "--1", "-1.", "－1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["", "-12", "-0,5", "-12.50", "2.1.10", "a=b", "<5", "ა – ბ", "'=1"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn what_looks_like_a_date_becomes_text() {
        for cell in ["10-12", "5.1", "2.1.10", "1/2", "=1"] {
            assert_eq!(kept_as_text(cell), format!("'{cell}"));
        }
        for cell in ["10", "participants", "0-17 years", ""] {
            assert_eq!(kept_as_text(cell), cell);
        }
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(quoted("a; \"b\"", ';'), "\"a; \"\"b\"\"\"");
        assert_eq!(quoted("a\nb", ';'), "\"a\nb\"");
        assert_eq!(quoted("a, b", ';'), "a, b");
        assert_eq!(quoted(" a", ';'), "\" a\"");
    }
}
