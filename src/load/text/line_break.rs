//! `_x000D_` and the like: characters that a workbook writes by their codes and that come out as text.

use std::borrow::Cow;

use memchr::{memchr, memmem};

/// How such a code begins; what follows it is one of [`CODES`].
const BEGIN: &str = "_x00";

const CODES: [(&str, &str); 3] = [("0d_", "\n"), ("0a_", "\n"), ("09_", "\t")];

/// The first code in a text and what it stands for: its place, its length, the character.
fn next(text: &str, from: usize) -> Option<(usize, usize, &'static str)> {
    let mut at = from;
    loop {
        at += memmem::find(text.get(at..)?.as_bytes(), BEGIN.as_bytes())?;
        let code = text.get(at + BEGIN.len()..at + BEGIN.len() + 3);
        let known = code.and_then(|code| CODES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)));
        // `_x005F_x000D_` is how a workbook writes the text `_x000D_` itself.
        let escaped = text[..at].ends_with("_x005F");
        match known {
            Some((_, character)) if !escaped => return Some((at, BEGIN.len() + 3, character)),
            _ => at += BEGIN.len(),
        }
    }
}

/// How many codes stand in a text.
pub(super) fn count(text: &str) -> usize {
    let mut from = 0;
    std::iter::from_fn(|| {
        let (at, length, _) = next(text, from)?;
        from = at + length;
        Some(())
    })
    .count()
}

/// The text with the codes read as what they stand for: `_x000D_` with the line break behind it is one line break.
pub(in crate::load) fn cleaned(text: &str) -> Cow<'_, str> {
    if memchr(b'_', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let Some(mut found) = next(text, 0) else { return Cow::Borrowed(text) };
    let mut clean = String::with_capacity(text.len());
    let mut from = 0;
    loop {
        let (at, length, character) = found;
        clean.push_str(&text[from..at]);
        clean.push_str(character);
        from = at + length;
        let carriage_return = text[..from].ends_with(['d', 'D', '_']) && text[at..from].eq_ignore_ascii_case("_x000d_");
        if carriage_return {
            if text[from..].starts_with('\n') {
                from += 1;
            } else if let Some((next, length, _)) =
                next(text, from).filter(|(next, length, _)| *next == from && text[*next..next + length].eq_ignore_ascii_case("_x000a_"))
            {
                from = next + length;
            }
        }
        match next(text, from) {
            Some(next) => found = next,
            None => break,
        }
    }
    clean.push_str(&text[from..]);
    Cow::Owned(clean)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_line_breaks() {
        for (typed, clean) in [
            ("ა_x000D_\nბ", "ა\nბ"),
            ("ა_x000d_ბ", "ა\nბ"),
            ("ა_x000D__x000A_ბ", "ა\nბ"),
            ("_x000D_\n_x000D_\n", "\n\n"),
            ("ა_x0009_ბ", "ა\tბ"),
            ("ა_x000A_\nბ", "ა\n\nბ"),
        ] {
            assert_eq!(cleaned(typed), clean, "{typed}");
        }
        assert_eq!(count("ა_x000D_\nბ_x000D_\nგ"), 2);
    }

    #[test]
    fn other_texts_are_left() {
        for text in ["", "_x000D", "x000D_", "_x00", "_x0041_", "_x005F_x000D_", "file_x000.pdf", "ა\nბ"] {
            assert!(matches!(cleaned(text), Cow::Borrowed(_)), "{text}");
            assert_eq!(count(text), 0, "{text}");
        }
    }
}
