//! Text in UTF-8 that was taken for a Western code page and saved again: each Georgian letter became three signs, `áƒ` first.

use super::glance::Glance;

/// Fewer letters than these may be somebody's example.
const FEWEST: usize = 2;

/// What the garbled text probably said; nothing if it cannot be told.
pub(super) fn find(cell: &str, glance: &Glance) -> Option<Option<String>> {
    if !glance.accents {
        return None;
    }
    let letters = cell.matches("áƒ").count() + cell.matches("á\u{83}").count();
    (letters >= FEWEST).then(|| restored(cell))
}

/// The signs as the bytes they stand for, read as UTF-8.
fn restored(cell: &str) -> Option<String> {
    let bytes: Option<Vec<u8>> = cell.chars().map(byte).collect();
    String::from_utf8(bytes?).ok()
}

/// The byte of a sign in the code page windows-1252; those without a sign stand for themselves.
fn byte(c: char) -> Option<u8> {
    const SIGNS: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—',
        '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    if let Some(at) = SIGNS.iter().position(|sign| *sign == c) {
        return u8::try_from(0x80 + at).ok();
    }
    u8::try_from(u32::from(c)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn garbled(text: &str) -> String {
        text.bytes().map(|byte| (0..=0x2122).rev().filter_map(char::from_u32).find(|c| super::byte(*c) == Some(byte)).unwrap_or('?')).collect()
    }

    fn found(cell: &str) -> Option<Option<String>> {
        find(cell, &Glance::at(cell))
    }

    #[test]
    fn three_signs_for_a_letter_are_told() {
        let text = "ტრენინგი ჩატარდა, 24 მონაწილე";
        assert!(garbled(text).starts_with("áƒ¢áƒ"), "{}", garbled(text));
        assert_eq!(found(&garbled(text)), Some(Some(text.to_owned())));
        assert_eq!(found("áƒáƒ ქ"), Some(None));
    }

    #[test]
    fn accents_are_no_garble() {
        for text in ["Málaga and São Tomé", "á la carte", "ტრენინგი", "áƒ"] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
