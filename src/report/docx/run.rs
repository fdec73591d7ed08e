//! How the words of a paragraph look: what is bold, small, muted, a link or in another language.

use super::xml::{language_tag, text_into};

/// The font that Windows has for signs; that of the text has none.
const SIGNS: &str = "<w:rFonts w:ascii=\"Segoe UI Symbol\" w:hAnsi=\"Segoe UI Symbol\" w:eastAsia=\"Segoe UI Symbol\" w:cs=\"Segoe UI Symbol\"/>";
/// The letter that bars are made of.
pub(super) const BLOCK: char = '▇';

/// Where a link leads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// A place in this document.
    Inside,
    /// A page on the web.
    Outside,
}

/// The span of a mark.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Span {
    /// Words of a class.
    Class(String),
    /// Words in another language, by its two-letter code.
    Lang(String),
}

/// The look of the words that come next.
#[derive(Default)]
pub(super) struct Look {
    /// How many elements around are bold.
    pub(super) bold: usize,
    /// Code.
    pub(super) code: bool,
    /// Small print of a caption.
    pub(super) small: bool,
    /// A figure that is read first.
    pub(super) large: bool,
    /// The link around.
    pub(super) link: Option<Link>,
    /// The spans around, the innermost last.
    pub(super) spans: Vec<Span>,
}

impl Look {
    fn has(&self, wanted: &[&str]) -> bool {
        self.spans.iter().any(|span| matches!(span, Span::Class(class) if wanted.contains(&class.as_str())))
    }

    fn language(&self) -> Option<&str> {
        self.spans.iter().rev().find_map(|span| match span {
            Span::Lang(code) => Some(code.as_str()),
            Span::Class(_) => None,
        })
    }

    /// Writes a text as runs; `around` is the language of the box in which it stands, where that is not the document's.
    ///
    /// Signs stand in runs of their own, and the blank after a sign keeps its word on the same line.
    pub(super) fn write(&self, out: &mut String, text: &str, around: Option<&str>) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let sign = is_sign(first);
            let end = rest.find(|letter| is_sign(letter) != sign).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end);
            out.push_str("<w:r>");
            self.properties(out, sign.then_some(first), around);
            out.push_str("<w:t xml:space=\"preserve\">");
            text_into(out, piece);
            rest = after;
            if sign && let Some(after) = after.strip_prefix(' ') {
                out.push('\u{a0}');
                rest = after;
            }
            out.push_str("</w:t></w:r>");
        }
    }

    /// Writes the properties of a run, in the order of the schema.
    fn properties(&self, out: &mut String, sign: Option<char>, around: Option<&str>) {
        let begin = out.len();
        out.push_str("<w:rPr>");
        let empty = out.len();
        if let Some(link) = self.link {
            out.push_str(match link {
                Link::Inside => "<w:rStyle w:val=\"InternalLink\"/>",
                Link::Outside => "<w:rStyle w:val=\"Hyperlink\"/>",
            });
        } else if self.code {
            out.push_str("<w:rStyle w:val=\"CodeText\"/>");
        }
        if sign.is_some() {
            out.push_str(SIGNS);
        }
        if self.bold > 0 || self.has(&["flag"]) {
            out.push_str("<w:b/><w:bCs/>");
        }
        let muted = self.small || self.has(&["src", "muted"]);
        if sign == Some(BLOCK) {
            out.push_str("<w:color w:val=\"7D8A96\"/><w:w w:val=\"60\"/><w:sz w:val=\"8\"/><w:szCs w:val=\"8\"/>");
        } else if self.has(&["flag"]) {
            out.push_str("<w:color w:val=\"A02530\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>");
        } else if self.large {
            out.push_str("<w:color w:val=\"14395A\"/><w:sz w:val=\"40\"/><w:szCs w:val=\"40\"/>");
        } else if self.has(&["kind"]) {
            out.push_str("<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>");
        } else {
            if muted && self.link.is_none() {
                out.push_str("<w:color w:val=\"4B5864\"/>");
            }
            if muted || self.has(&["tag"]) {
                out.push_str("<w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>");
            }
        }
        if let Some(code) = self.language().or(around) {
            out.push_str("<w:lang w:val=\"");
            out.push_str(language_tag(code));
            out.push_str("\"/>");
        }
        if out.len() == empty {
            out.truncate(begin);
        } else {
            out.push_str("</w:rPr>");
        }
    }
}

/// Whether a character is drawn: an arrow, a box, a block or the like.
pub(super) fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{2bff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_stand_apart_and_keep_their_words() {
        let mut out = String::new();
        Look { bold: 1, ..Look::default() }.write(&mut out, "a ■ b", None);
        let signs = format!("<w:r><w:rPr>{SIGNS}<w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">■\u{a0}</w:t></w:r>");
        let words = |words: &str| format!("<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>");
        assert_eq!(out, words("a ") + &signs + &words("b"));
    }

    #[test]
    fn the_innermost_language_counts() {
        let mut out = String::new();
        let spans = vec![Span::Lang("en".to_owned()), Span::Class("src".to_owned())];
        Look { spans, ..Look::default() }.write(&mut out, "x", Some("ka"));
        assert!(out.contains("<w:color w:val=\"4B5864\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/><w:lang w:val=\"en-GB\"/>"), "{out}");
        out.clear();
        Look::default().write(&mut out, "x", Some("ka"));
        assert_eq!(out, "<w:r><w:rPr><w:lang w:val=\"ka-GE\"/></w:rPr><w:t xml:space=\"preserve\">x</w:t></w:r>");
        out.clear();
        Look::default().write(&mut out, "x", None);
        assert_eq!(out, "<w:r><w:t xml:space=\"preserve\">x</w:t></w:r>");
    }
}
