//! Escaping, and which words may become an id, a class, a language or a link.
//!
//! Nothing else writes a character of the Markdown into the HTML.

/// Quotes a text as a string of CSS, safe in a style sheet and, once escaped, in an attribute.
///
/// `<` is written as a code, so that the text cannot close a `style` element either.
pub fn css_string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for letter in text.chars() {
        match letter {
            '\'' | '"' | '\\' | '<' | '>' | '&' => quoted.push_str(&format!("\\{:x} ", u32::from(letter))),
            _ if letter.is_control() => quoted.push(' '),
            _ => quoted.push(letter),
        }
    }
    quoted.push('\'');
    quoted
}

/// Appends a text as it must stand between tags or inside a quoted attribute.
pub(super) fn escape_into(out: &mut String, text: &str) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

/// Appends a text as it is read: escaped, with numbers and what hangs on them kept on one line, and a word that no table has
/// room for breakable.
pub(super) fn prose_into(out: &mut String, text: &str) {
    if text.len() <= WIDEST || text.split(char::is_whitespace).all(|word| word.len() <= WIDEST) {
        return words_into(out, text);
    }
    for piece in text.split_inclusive(char::is_whitespace) {
        let mut after = 0;
        for letter in if piece.chars().count() > WIDEST { piece } else { "" }.chars() {
            if after >= STEP && letter.is_alphanumeric() {
                out.push_str("<wbr>");
                after = 0;
            }
            escape_into(out, letter.encode_utf8(&mut [0; 4]));
            after += 1;
        }
        if after == 0 {
            words_into(out, piece);
        }
    }
}

/// Words of more letters may break anywhere; no language of the report has one.
const WIDEST: usize = 40;

/// Letters of such a word that stay together.
const STEP: usize = 8;

/// Georgian hangs its endings on a number with a hyphen (`29-დან`, `2019-2020`), and browsers break there.
fn words_into(out: &mut String, text: &str) {
    // The parts of a web address are no words, and years that stand alone have room enough.
    let alone = || text.trim().bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    if !text.contains('-') || text.contains("://") || alone() {
        return escape_into(out, text);
    }
    let in_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '.' | ',');
    for piece in text.split_inclusive(|letter| !in_word(letter)) {
        let word = piece.trim_end_matches(|letter| !in_word(letter));
        let hangs = word.len() <= LONGEST && word.starts_with(|letter: char| letter.is_ascii_digit()) && word.contains('-');
        if hangs {
            out.push_str("<span class=\"nw\">");
            escape_into(out, word);
            out.push_str("</span>");
            escape_into(out, piece.get(word.len()..).unwrap_or(""));
        } else {
            escape_into(out, piece);
        }
    }
}

/// The longest word, in bytes, that is kept on one line; a longer one may have to break on a phone.
const LONGEST: usize = 48;

/// Where a link may lead.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::report) enum Target {
    /// A place in this document.
    Inside,
    /// A page on the web.
    Outside,
}

/// Says where a link leads; `None` if it must not be a link.
pub(in crate::report) fn target(url: &str) -> Option<Target> {
    // Browsers drop tabs and line ends from an address, so one that holds any is not what it seems.
    if url.chars().any(char::is_control) {
        return None;
    }
    if let Some(id) = url.strip_prefix('#') {
        return (!id.is_empty()).then_some(Target::Inside);
    }
    let starts = |scheme: &str| url.get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme));
    (starts("http://") || starts("https://")).then_some(Target::Outside)
}

/// Whether a word may be an id.
pub(super) fn is_id(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// Whether a word may be a class.
pub(super) fn is_class(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// Whether a word is a two-letter language code.
pub(super) fn is_language(word: &str) -> bool {
    word.len() == 2 && word.bytes().all(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Target, css_string, escape_into, prose_into, target};

    #[test]
    fn a_css_string_cannot_be_left() {
        assert_eq!(css_string("წყარო"), "'წყარო'");
        assert_eq!(css_string("a'b\\c"), "'a\\27 b\\5c c'");
        assert_eq!(css_string("</style>\n\""), "'\\3c /style\\3e  \\22 '");
    }

    #[test]
    fn every_special_letter_is_escaped() {
        let mut out = String::new();
        escape_into(&mut out, "<a href=\"x\" id='y'>&amp;</a>");
        assert_eq!(out, "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
    }

    #[test]
    fn numbers_keep_what_hangs_on_them() {
        let prose = |text: &str| {
            let mut out = String::new();
            prose_into(&mut out, text);
            out
        };
        assert_eq!(prose("(29-დან), 2019-2020."), "(<span class=\"nw\">29-დან</span>), <span class=\"nw\">2019-2020.</span>");
        assert_eq!(prose("<2-3>"), "&lt;<span class=\"nw\">2-3</span>&gt;");
        for same in ["2019", " 2019-2020 ", "a-b", "-53,3%", "https://x.org/2021-report", &format!("1-{}", "ა".repeat(20))] {
            assert_eq!(prose(same), same);
        }
    }

    #[test]
    fn a_word_too_long_for_any_table_may_break() {
        let prose = |text: &str| {
            let mut out = String::new();
            prose_into(&mut out, text);
            out
        };
        assert_eq!(
            prose(&format!("a {} <2-3>", "ა".repeat(41))),
            format!("a {0}<wbr>{0}<wbr>{0}<wbr>{0}<wbr>{0}<wbr>ა &lt;<span class=\"nw\">2-3</span>&gt;", "ა".repeat(8))
        );
        assert_eq!(prose(&"ა".repeat(40)), "ა".repeat(40));
        assert_eq!(prose(&"<".repeat(41)), "&lt;".repeat(41));
    }

    #[test]
    fn links_lead_inside_or_to_the_web() {
        assert_eq!(target("#a-2.1.10"), Some(Target::Inside));
        assert_eq!(target("HTTPS://example.org/"), Some(Target::Outside));
        for url in ["", "#", "//example.org", "/x", "x.html", "mailto:a@b", "data:text/html,x", "http:x", "ht\ttp://x", "javascript:x", "ჰttp://x"]
        {
            assert_eq!(target(url), None, "{url}");
        }
    }
}
