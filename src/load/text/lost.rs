//! Text that a code page without Georgian turned into question marks before it reached us.

use super::glance::Glance;
use crate::problem::LostText;

/// Fewer signs than these may be a person's own.
const FEWEST: usize = 4;

/// What is left of a cell whose letters are lost.
pub(super) fn find(cell: &str, glance: &Glance) -> Option<LostText> {
    if glance.replacement && cell.contains('\u{fffd}') {
        return Some(LostText::Replacement);
    }
    if glance.question_marks >= FEWEST && is_most_of(glance.question_marks, cell) {
        return Some(LostText::QuestionMarks);
    }
    // A single line of them is a blank to be filled in.
    let lines = glance.low_lines >= FEWEST
        && is_most_of(glance.low_lines, cell)
        && cell.trim().split(|c| c != '_').filter(|run| !run.is_empty()).nth(1).is_some();
    lines.then_some(LostText::LowLines)
}

/// Whether so many signs are more than half of what stands in a cell beside blanks, digits and punctuation.
fn is_most_of(signs: usize, cell: &str) -> bool {
    // Every letter that is left has a byte at least; most cells are done here.
    let letters = cell.chars().filter(|c| c.is_alphabetic()).count();
    letters < signs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(cell: &str) -> Option<LostText> {
        find(cell, &Glance::at(cell))
    }

    #[test]
    fn letters_that_became_signs_are_lost() {
        for cell in ["?????????? 24 ???????????? ?????", "????", "???????? (IOM) ??????????", "??????????-?? UNODC"] {
            assert_eq!(lost(cell), Some(LostText::QuestionMarks), "{cell}");
        }
        assert_eq!(lost("__________ 24 ____________ _____"), Some(LostText::LowLines));
        assert_eq!(lost("ანგარი\u{fffd}ი"), Some(LostText::Replacement));
    }

    #[test]
    fn honest_questions_and_blanks_are_not() {
        for cell in
            ["", "?", "???", "Was the agenda approved? Yes.", "Really???? Nobody knows", "______", "a_b_c_d_e_f", "https://x.ge/?a=1?b=2?c?d", "ｆ"]
        {
            assert_eq!(lost(cell), None, "{cell}");
        }
    }
}
