//! Characters of XML, and the names by which places of the document are reached.
//!
//! Nothing else writes a character of the Markdown into the document.

use std::collections::{HashMap, HashSet};

/// Appends a text as it must stand between tags or inside a quoted attribute.
///
/// XML has no way at all to write some characters; each becomes U+FFFD, so that a reader sees that something was there.
pub(super) fn text_into(out: &mut String, text: &str) {
    let mut copied = 0;
    for (at, letter) in text.char_indices() {
        let written = match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => continue,
            _ => "\u{fffd}",
        };
        out.push_str(text.get(copied..at).unwrap_or_default());
        out.push_str(written);
        copied = at + letter.len_utf8();
    }
    out.push_str(text.get(copied..).unwrap_or_default());
}

/// Longest name that is made of an id; Word takes 40 characters.
const LONGEST: usize = 30;

/// The names of bookmarks: letters, digits and `_`, and no two alike, as Word wants them.
#[derive(Default)]
pub(super) struct Bookmarks {
    names: HashMap<String, String>,
    taken: HashSet<String>,
    placed: HashSet<String>,
    count: usize,
}

impl Bookmarks {
    /// The name of an id, for a link to it.
    pub(super) fn name(&mut self, id: &str) -> &str {
        if !self.names.contains_key(id) {
            let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
            let mut name: String = id.chars().take(LONGEST).map(plain).collect();
            if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                name.insert(0, 'p');
            }
            // Word does not tell capitals from small letters here.
            if !self.taken.insert(name.to_ascii_lowercase()) {
                name = format!("{name}_{}", self.names.len());
                self.taken.insert(name.to_ascii_lowercase());
            }
            self.names.insert(id.to_owned(), name);
        }
        self.names.get(id).map_or("", String::as_str)
    }

    /// Puts the bookmark of an id here; a place has one, the first.
    pub(super) fn place(&mut self, out: &mut String, id: &str) {
        if self.placed.insert(id.to_owned()) {
            let name = self.name(id).to_owned();
            self.put(out, &name);
        }
    }

    /// Puts a bookmark of this name here.
    pub(super) fn put(&mut self, out: &mut String, name: &str) {
        self.count += 1;
        let number = self.count;
        out.push_str(&format!("<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{number}\"/>"));
    }
}

/// The tag of a language as Word knows it: a country for those that it offers with one.
pub(super) fn language_tag(code: &str) -> &str {
    match code {
        "ka" => "ka-GE",
        "en" => "en-GB",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_shown() {
        let mut out = String::new();
        text_into(&mut out, "a\u{0}\u{b}<b>]]>&\"\u{fffe}\u{ffff}\t\u{10348}ა\u{7f}");
        assert_eq!(out, "a\u{fffd}\u{fffd}&lt;b&gt;]]&gt;&amp;&quot;\u{fffd}\u{fffd}\t\u{10348}ა\u{7f}");
    }

    #[test]
    fn bookmarks_have_names_of_their_own() {
        let mut bookmarks = Bookmarks::default();
        let long = "a".repeat(50);
        let names: Vec<String> =
            ["a-1.1", "a-1_1", "A-1.1", "1", "a-1.1", &long, &format!("{long}b")].iter().map(|id| bookmarks.name(id).to_owned()).collect();
        assert_eq!(names[..5], ["a_1_1", "a_1_1_1", "A_1_1_2", "p1", "a_1_1"]);
        assert!(names[5] != names[6] && names.iter().all(|name| name.len() <= 40));
        let mut out = String::new();
        bookmarks.place(&mut out, "1");
        bookmarks.place(&mut out, "1");
        assert_eq!(out, "<w:bookmarkStart w:id=\"1\" w:name=\"p1\"/><w:bookmarkEnd w:id=\"1\"/>");
    }
}
