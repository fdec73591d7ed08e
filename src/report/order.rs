//! The order of names in a language, and its ordinal numbers.

use super::language::Language;
use crate::model::text::Language as Code;

impl Language {
    /// By what names are sorted: letters of the language's own script first, in the order of its alphabet, then those of others;
    /// without regard to case, quotation marks and blanks. The alphabets of Georgian and English are the order of Unicode.
    pub fn order_of(&self, name: &str) -> Vec<(u8, char)> {
        let georgian = |c: char| ('\u{10d0}'..='\u{10ff}').contains(&c);
        let own = |c: char| georgian(c) == (self.code() == Code::KA);
        // Lower case folds the capitals of Mtavruli, too.
        let letters = name.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric());
        letters.map(|c| (if !c.is_alphabetic() { 0 } else { 1 + u8::from(!own(c)) }, c)).collect()
    }

    /// The ordinal of a number by the first rule of the terms `ordinal` that fits: `მე-2`, `21-ე`, `2nd`.
    pub fn ordinal(&self, number: usize) -> String {
        let shown = self.integer(number);
        for rule in 0.. {
            let path = |name: &str| format!("ordinal.{rule}.{name}");
            let (form, of, within) = (path("form"), path("of"), path("in"));
            let known = self.term(&form) != form;
            if !known {
                break;
            }
            let number = match self.term(&of).parse() {
                Ok(modulo) => number.checked_rem(modulo).unwrap_or(number),
                Err(_) => number,
            };
            if self.term(&within).split(',').any(|range| is_in(number, range.trim())) {
                return self.fill(&form, &[("number", &shown)]);
            }
        }
        shown
    }
}

/// Whether a number is the one, or in the range, that is written; `any` is any.
fn is_in(number: usize, range: &str) -> bool {
    let (first, last) = range.split_once('-').unwrap_or((range, range));
    match (first.parse(), last.parse()) {
        (Ok(first), Ok(last)) => (first..=last).contains(&number),
        _ => range == "any",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::language::LanguageError;

    #[test]
    fn each_language_puts_its_own_alphabet_first() -> Result<(), LanguageError> {
        let sorted = |code| {
            let language = Language::load(code, None)?;
            let mut names = vec!["IOM", "ჰ", "„ფონდი“", "ა", "council", "წ", "3 დ", "Ჭ", "Agency"];
            names.sort_by_key(|name| language.order_of(name));
            Ok::<_, LanguageError>(names.join(" "))
        };
        assert_eq!(sorted(Code::KA)?, "3 დ ა „ფონდი“ წ Ჭ ჰ Agency council IOM");
        assert_eq!(sorted(Code::EN)?, "3 დ Agency council IOM ა „ფონდი“ წ Ჭ ჰ");
        Ok(())
    }

    #[test]
    fn ordinals_follow_their_language() -> Result<(), LanguageError> {
        let ordinals = |code, numbers: &[usize]| {
            let language = Language::load(code, None)?;
            Ok::<_, LanguageError>(numbers.iter().map(|number| language.ordinal(*number)).collect::<Vec<_>>().join(" "))
        };
        // terms.md 2.8: after 20, 40, 60, 80 and 100 the counting begins anew.
        assert_eq!(
            ordinals(Code::KA, &[1, 2, 20, 21, 39, 40, 41, 60, 80, 99, 100, 101])?,
            "1-ლი მე-2 მე-20 21-ე 39-ე მე-40 41-ე მე-60 მე-80 99-ე მე-100 101-ე"
        );
        assert_eq!(
            ordinals(Code::EN, &[1, 2, 3, 4, 11, 12, 13, 21, 22, 101, 111, 1203])?,
            "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 101st 111th 1,203rd"
        );
        Ok(())
    }
}
