//! Texts in one or several languages, and how typed words are compared.

use std::fmt;

use unicode_normalization::UnicodeNormalization;

/// A language by its two-letter code (ISO 639-1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 2]);

impl Language {
    /// Georgian.
    pub const KA: Self = Self(*b"ka");
    /// English.
    pub const EN: Self = Self(*b"en");

    /// The language with this code; two small Latin letters.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase() => Some(Self([*a, *b])),
            _ => None,
        }
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("en")
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A text: one string that serves every language, or one per language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    plain: Option<Box<str>>,
    languages: Vec<(Language, Box<str>)>,
}

/// A text picked for a reader, and its language where that is not the reader's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The text.
    pub text: &'a str,
    /// The language it is in, when another was asked for.
    pub other: Option<Language>,
}

impl Text {
    /// One string for every language.
    pub fn plain(text: &str) -> Self {
        Self { plain: Some(text.into()), languages: Vec::new() }
    }

    /// Sets the text of one language.
    pub fn set(&mut self, language: Language, text: &str) {
        match self.languages.iter_mut().find(|(known, _)| *known == language) {
            Some((_, old)) => *old = text.into(),
            None => self.languages.push((language, text.into())),
        }
    }

    /// Sets the string that serves every language.
    pub fn set_plain(&mut self, text: &str) {
        self.plain = Some(text.into());
    }

    /// Nothing was written in any language.
    pub fn is_empty(&self) -> bool {
        self.plain.is_none() && self.languages.is_empty()
    }

    /// Whether one string serves every language.
    pub fn is_plain(&self) -> bool {
        self.plain.is_some()
    }

    /// The text in this language, if it was written.
    pub fn get(&self, language: Language) -> Option<&str> {
        let own = self.languages.iter().find(|(known, _)| *known == language).map(|(_, text)| &**text);
        own.or(self.plain.as_deref())
    }

    /// The text in this language, else in the first other one, marked as such; an empty text if there is none.
    pub fn show(&self, language: Language) -> Shown<'_> {
        if let Some(text) = self.get(language) {
            return Shown { text, other: None };
        }
        match self.languages.first() {
            Some((other, text)) => Shown { text, other: Some(*other) },
            None => Shown { text: "", other: None },
        }
    }

    /// The text in this language or any other, for places that cannot mark the language.
    pub fn any(&self, language: Language) -> &str {
        self.show(language).text
    }

    /// Every text with its language; a string for every language comes without one.
    pub fn all(&self) -> impl Iterator<Item = (Option<Language>, &str)> {
        let plain = self.plain.iter().map(|text| (None, &**text));
        plain.chain(self.languages.iter().map(|(language, text)| (Some(*language), &**text)))
    }
}

/// The form in which typed words are compared: case, Mtavruli capitals, quotation marks, a final full stop,
/// invisible characters, `_`, `-` and repeated or no-break blanks make no difference (`terms.md` 1.5 and 1.10),
/// and a Latin letter with its accents is the same composed and decomposed.
pub fn folded(text: &str) -> String {
    if text.chars().all(is_composed) { folded_from(text.chars(), text.len()) } else { folded_from(text.nfc(), text.len()) }
}

/// Letters that the composed form of a text never changes: Latin-1 and Georgian, with punctuation. Nearly every text is made of them.
fn is_composed(c: char) -> bool {
    c < '\u{300}' || matches!(c, '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}' | '\u{2000}'..='\u{206f}')
}

fn folded_from(characters: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    for c in characters {
        match c {
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}' => {}
            '"' | '„' | '“' | '”' | '«' | '»' | '\'' | '’' => {}
            '_' | '-' | '‐' | '‑' | '–' => blank(&mut folded),
            c if c.is_whitespace() => blank(&mut folded),
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded.truncate(folded.trim_end_matches([' ', '.', ';', ':']).len());
    folded
}

fn blank(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// A text with Cyrillic, Greek and full-width letters replaced by the Latin ones that look like them; nothing if it has none.
///
/// Such letters come from a keyboard in another layout, and nobody can see them.
pub fn without_look_alikes(text: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii() || matches!(c, '\u{10a0}'..='\u{10ff}');
    if text.chars().all(is_plain) {
        return None;
    }
    let plain: String = text.chars().map(look_alike).collect();
    (plain != text).then_some(plain)
}

fn look_alike(c: char) -> char {
    const OTHERS: &str = "аАвВеЕкКмМнНоОрРсСтТуУхХіІѕЅјЈһαΑΒεΕιΙκΚΜΝνοΟρΡτΤυΥχΧ";
    const LATIN: &str = "aAbBeEkKmMhHoOpPcCtTyYxXiIsSjJhaABeEiIkKMNvoOpPtTuYxX";
    if let Some(at) = OTHERS.chars().position(|other| other == c) {
        return LATIN.chars().nth(at).unwrap_or(c);
    }
    let code = u32::from(c);
    if (0xFF01..=0xFF5E).contains(&code) { char::from_u32(code - 0xFEE0).unwrap_or(c) } else { c }
}

/// The candidate that was probably meant: the nearest by edits, at most a third of the letters and at most three.
pub fn nearest<'a>(found: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let found = folded(found);
    let limit = (found.chars().count() / 3).clamp(1, 3);
    let distance = |candidate: &str| strsim::osa_distance(&found, &folded(candidate));
    let nearest = candidates.into_iter().map(|candidate| (distance(candidate), candidate)).min();
    nearest.filter(|(distance, _)| *distance <= limit && !found.is_empty()).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_their_clothes() {
        assert_eq!(folded(" „ᲨᲔᲡᲠᲣᲚᲓᲐ“. "), "შესრულდა");
        assert_eq!(folded("Delay_Reason"), "delay reason");
        assert_eq!(folded("acti\u{200b}v\u{ad}ity\u{a0}"), "activity");
        assert_eq!(folded("Agence\u{301}"), folded("agencé"));
    }

    #[test]
    fn letters_that_look_alike() {
        assert_eq!(without_look_alikes("аctivitу").as_deref(), Some("activity"));
        assert_eq!(without_look_alikes("ＳＴＡＴＵＳ").as_deref(), Some("STATUS"));
        assert_eq!(without_look_alikes("status სტატუსი"), None);
    }

    #[test]
    fn nearest_asks_for_likeness() {
        assert_eq!(nearest("moja", ["moia", "gpo"]), Some("moia"));
        assert_eq!(nearest("xyz", ["moia", "gpo"]), None);
    }

    #[test]
    fn a_text_in_the_other_language_is_marked() {
        let mut text = Text::default();
        text.set(Language::KA, "ა");
        assert_eq!(text.show(Language::EN), Shown { text: "ა", other: Some(Language::KA) });
        assert_eq!(text.show(Language::KA), Shown { text: "ა", other: None });
    }
}
