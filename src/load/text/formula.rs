//! Text that a spreadsheet would run as a formula when the file is opened in it.

use super::personal;

/// Whether a spreadsheet takes the cell for a formula; plain numbers, telephone numbers and items of a list are none.
pub(super) fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start();
    let mut characters = cell.chars();
    let Some(sign) = characters.next().filter(|sign| matches!(sign, '=' | '+' | '-' | '@')) else { return false };
    let rest = characters.as_str();
    let Some(next) = rest.chars().next() else { return false };
    match sign {
        '=' => !rest.trim_start().is_empty() && !rest.starts_with(['=', '>']),
        '@' => next.is_alphabetic() && !is_account(rest),
        _ if next.is_ascii_digit() => {
            rest.split_whitespace().next().is_some_and(|word| word.contains(['(', '|', '!'])) && !personal::is_telephone(cell)
        }
        _ => next.is_alphabetic() || matches!(next, '(' | '@' | '"' | '\''),
    }
}

/// A name of an account and nothing else, as in social networks.
fn is_account(rest: &str) -> bool {
    rest.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.')) && !rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_run_is_found() {
        let formulas = [
            "=HYPERLINK(\"https://example.org\",\"open\")",
            " =1+1",
            "= SUM(A1:A3)",
            "\t=A1",
            "+SUM(A1)",
            "-A1",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(A1)",
            "@team met twice",
            "+(1)",
        ];
        for cell in formulas {
            assert!(is_formula(cell), "{cell}");
        }
    }

    #[test]
    fn numbers_lists_and_dashes_are_not() {
        let texts = [
            "",
            "-",
            "–",
            "=",
            "= ",
            "==",
            "=====",
            "-12",
            "+5",
            "-3.5%",
            "- ტრენინგი ჩატარდა",
            "+ ტრენინგი",
            "-- ტრენინგი",
            "+995 555 00 00 00",
            "+995 (32) 2 12 34 56",
            "@moia_georgia",
            "@ 12",
            "ტექსტი",
            "(=1+1)",
            "'=1+1",
            "-10 თანამშრომელი",
            "–A1",
            "=> 5 meetings",
            "+++++",
            "+====+",
            "-1: file (usually)",
        ];
        for cell in texts {
            assert!(!is_formula(cell), "{cell}");
        }
    }
}
