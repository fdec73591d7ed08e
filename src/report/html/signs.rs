//! The signs of the status scale, as they are found in texts.
//!
//! In Markdown a status is a sign and a word; in HTML the word gets a class and the style sheet draws
//! the sign, so that it looks the same in every font.

use super::text::escape_into;

/// The sign, code and labels of one status.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// The character that stands for the status in Markdown.
    pub sign: char,
    /// The code of the status, which becomes a class.
    pub code: String,
    /// The labels that may follow the sign, the shortest last.
    pub labels: Vec<String>,
}

/// The signs of a status scale in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signs {
    /// One entry a status.
    pub list: Vec<Sign>,
}

/// The letter that bars are made of.
const BLOCK: char = '▇';
/// The number of letters in a bar of full length.
const FULL: usize = 20;

impl Signs {
    /// Writes a text that is nothing but statuses, such as `■ fully implemented`; says whether it was one.
    ///
    /// Several stand in one text when they are separated by ` · `, as in a legend.
    pub(super) fn write_labels(&self, out: &mut String, text: &str) -> bool {
        let inner = text.trim();
        if !inner.starts_with(|letter| self.find(letter).is_some()) {
            return false;
        }
        let Some(found) = inner.split(" · ").map(|one| self.label(one)).collect::<Option<Vec<_>>>() else {
            return false;
        };
        let blank = |at: bool| if at { " " } else { "" };
        out.push_str(blank(text.starts_with(char::is_whitespace)));
        for (number, (sign, label)) in found.into_iter().enumerate() {
            out.push_str(blank(number > 0));
            out.push_str("<i class=\"");
            escape_into(out, &sign.code);
            out.push_str("\">");
            escape_into(out, label);
            out.push_str("</i>");
        }
        out.push_str(blank(text.ends_with(char::is_whitespace)));
        true
    }

    /// Writes a text such as `■■ 2 · ▨▨▨ 3` as a list of squares; says whether it was one.
    pub(super) fn write_strip(&self, out: &mut String, text: &str) -> bool {
        let Some(runs) = text.trim().split('·').map(|one| self.run(one.trim())).collect::<Option<Vec<_>>>() else {
            return false;
        };
        out.push_str("<ul class=\"strip\">");
        for (sign, squares, number) in runs {
            out.push_str("<li class=\"");
            escape_into(out, &sign.code);
            out.push_str("\">");
            out.push_str(&"<i></i>".repeat(squares));
            out.push_str("<b>");
            escape_into(out, number);
            out.push_str("</b>");
            // Squares say nothing to a screen reader, so the word is there, unseen.
            if let Some(label) = sign.labels.last() {
                out.push_str("<span> ");
                escape_into(out, label);
                out.push_str("</span>");
            }
            out.push_str("</li>");
        }
        out.push_str("</ul>");
        true
    }

    fn label<'s, 't>(&'s self, text: &'t str) -> Option<(&'s Sign, &'t str)> {
        let mut letters = text.chars();
        let sign = self.find(letters.next()?)?;
        let label = letters.as_str().strip_prefix([' ', '\u{a0}'])?;
        sign.labels.iter().any(|known| known == label).then_some((sign, label))
    }

    fn run<'s, 't>(&'s self, text: &'t str) -> Option<(&'s Sign, usize, &'t str)> {
        let sign = self.find(text.chars().next()?)?;
        let rest = text.trim_start_matches(sign.sign);
        let number = rest.strip_prefix([' ', '\u{a0}'])?;
        let fits = number.starts_with(|c: char| c.is_ascii_digit()) && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '\u{a0}' | ','));
        let squares = (text.len() - rest.len()) / sign.sign.len_utf8();
        fits.then_some((sign, squares, number))
    }

    fn find(&self, letter: char) -> Option<&Sign> {
        self.list.iter().find(|one| one.sign == letter)
    }
}

/// Splits a bar off the end of a text: what stands before it, and its length in per cent.
pub(super) fn bar(text: &str) -> Option<(&str, usize)> {
    let before = text.trim_end_matches(BLOCK);
    let blocks = (text.len() - before.len()) / BLOCK.len_utf8();
    let before = before.strip_suffix([' ', '\u{a0}'])?;
    (1..=FULL).contains(&blocks).then_some((before, blocks * 100 / FULL))
}
