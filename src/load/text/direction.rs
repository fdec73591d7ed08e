//! Invisible characters that turn the direction of reading: embeddings, overrides, isolates and their ends.
//!
//! An override that is not closed turns round what follows it, on paper, in a page and on the terminal. Georgian and English need none.

use memchr::memchr_iter;

/// Such characters in a text, each once, in the order in which they first stand there.
pub(super) fn find(text: &str) -> Vec<char> {
    let mut found = Vec::new();
    // All of them, and the quotation marks and dashes of prose, begin with this byte.
    for at in memchr_iter(0xe2, text.as_bytes()) {
        let character = text.get(at..).and_then(|rest| rest.chars().next());
        if let Some(mark @ ('\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')) = character
            && !found.contains(&mark)
        {
            found.push(mark);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn each_is_found_once_wherever_it_stands() {
        assert_eq!(find("a\u{202e}b\u{2069}\u{202e}"), ['\u{202e}', '\u{2069}']);
        assert_eq!(find("\u{2066}ა\u{2067}\u{2068}"), ['\u{2066}', '\u{2067}', '\u{2068}']);
        assert_eq!(find("\u{202a}\u{202b}\u{202c}\u{202d}").len(), 4);
    }

    #[test]
    fn other_signs_of_that_row_are_prose() {
        for text in ["", "„ბრჭყალი“ – ტირე…", "\u{200b}\u{200e}\u{2029}\u{202f}\u{2065}\u{206a}", "→ €"] {
            assert_eq!(find(text), [], "{text}");
        }
    }
}
