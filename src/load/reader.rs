//! From YAML nodes to values: keys, texts, lists, with a problem for everything that does not fit.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::date::{Date, Period};
use crate::model::text::{Language, Text, nearest};
use crate::parse::yaml::{Entry, Kind, Node};
use crate::place::Place;
use crate::problem::{Expected, Problem, ProblemKind};
use crate::source::SourceId;

/// The keys of one sort of map: which there are, and which it must have.
pub(super) struct Keys {
    /// What the map describes, for the message about a missing key.
    pub(super) of: &'static str,
    /// Keys it must have.
    pub(super) required: &'static [&'static str],
    /// Every key it may have, the required ones first.
    pub(super) known: &'static [&'static str],
}

/// Keys of the file's own choosing.
const OWN: Keys = Keys { of: "", required: &[], known: &[] };

/// Reads nodes of one file and collects what is wrong with them.
pub(super) struct Reader<'p> {
    pub(super) source: SourceId,
    /// Languages in which every text must be given.
    pub(super) languages: &'p [Language],
    pub(super) problems: &'p mut Vec<Problem>,
}

/// The entries of a map that was checked against its [`Keys`].
#[derive(Clone, Copy)]
pub(super) struct Fields<'n> {
    entries: &'n [Entry],
    known: &'static [&'static str],
}

impl<'n> Fields<'n> {
    /// The value of a key, if one was written.
    pub(super) fn get(&self, key: &str) -> Option<&'n Node> {
        let entry = self.entry(key)?;
        (entry.value.kind != Kind::Null).then_some(&entry.value)
    }

    /// The entry of a key. One that is misspelt was told to be unknown; it is read as meant, so that nothing else follows from it.
    fn entry(&self, key: &str) -> Option<&'n Entry> {
        let misspelt = |entry: &&Entry| !self.known.contains(&entry.key.as_str()) && nearest(&entry.key, self.known.iter().copied()) == Some(key);
        self.entries.iter().find(|entry| entry.key == key).or_else(|| self.entries.iter().find(misspelt))
    }
}

impl Reader<'_> {
    /// Notes a problem at a byte range.
    pub(super) fn problem(&mut self, bytes: &Range<usize>, kind: ProblemKind) {
        self.problems.push(Problem { place: Place::bytes(self.source, bytes.clone()), kind, row: None });
    }

    fn wrong(&mut self, node: &Node, expected: Expected) {
        let found = match &node.kind {
            Kind::Scalar { text, .. } => text.clone(),
            Kind::Null => String::new(),
            Kind::Sequence(_) => "[…]".into(),
            Kind::Map(_) => "{…}".into(),
        };
        self.problem(&first_line(node), ProblemKind::WrongKind { expected, found });
    }

    /// A map; unknown, repeated and missing keys are problems.
    pub(super) fn map<'n>(&mut self, node: &'n Node, keys: &Keys) -> Option<Fields<'n>> {
        let Kind::Map(entries) = &node.kind else {
            self.wrong(node, Expected::Map);
            return None;
        };
        let mut first: HashMap<&str, &Range<usize>> = HashMap::new();
        for Entry { key, key_span, .. } in entries {
            if let Some(&first) = first.get(key.as_str()) {
                let first = Place::bytes(self.source, first.clone());
                self.problem(key_span, ProblemKind::DuplicateKey { key: key.clone(), first });
                continue;
            }
            first.insert(key, key_span);
            if !keys.known.contains(&key.as_str()) && !keys.known.is_empty() {
                self.problem(key_span, ProblemKind::UnknownKey { key: key.clone(), known: keys.known });
            }
        }
        let fields = Fields { entries, known: keys.known };
        for &key in keys.required {
            if fields.get(key).is_none() {
                let written = fields.entry(key);
                let place = written.or(entries.first()).map_or(node.span.clone(), |entry| entry.key_span.clone());
                self.problem(&place, ProblemKind::MissingKey { key, of: keys.of, written: written.is_some() });
            }
        }
        Some(fields)
    }

    /// The entries of a map with keys of the file's own choosing, such as years.
    pub(super) fn entries<'n>(&mut self, node: &'n Node) -> &'n [Entry] {
        self.map(node, &OWN).map_or(&[], |fields| fields.entries)
    }

    /// A text, whatever it would mean to a YAML reader.
    pub(super) fn text<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match &node.kind {
            Kind::Scalar { text, .. } => Some(text),
            _ => {
                self.wrong(node, Expected::Text);
                None
            }
        }
    }

    /// A text under a key; empty if it is missing.
    pub(super) fn text_of(&mut self, fields: Fields<'_>, key: &str) -> String {
        fields.get(key).and_then(|node| self.text(node)).unwrap_or_default().to_owned()
    }

    /// An id; one that looks like a number must stand in quotation marks.
    pub(super) fn id(&mut self, fields: Fields<'_>, key: &str) -> String {
        let Some(node) = fields.get(key) else { return String::new() };
        let Some(text) = self.text(node) else { return String::new() };
        if let Kind::Scalar { plain: true, .. } = node.kind
            && let Some(reads_as) = number_read(text)
        {
            self.problem(&node.span, ProblemKind::UnquotedId { written: text.to_owned(), reads_as });
        }
        text.to_owned()
    }

    /// A list; a single value in its place is a problem.
    pub(super) fn list<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        match &node.kind {
            Kind::Sequence(items) => items,
            _ => {
                self.wrong(node, Expected::List);
                &[]
            }
        }
    }

    /// A list of texts; a single text in its place is a problem, but is read as if the brackets stood there.
    pub(super) fn texts<'n>(&mut self, node: &'n Node) -> &'n [Node] {
        match &node.kind {
            Kind::Scalar { .. } => {
                self.wrong(node, Expected::List);
                std::slice::from_ref(node)
            }
            _ => self.list(node),
        }
    }

    /// The elements of a list under a key, with their places; nothing if it is missing.
    pub(super) fn list_of<'n>(&mut self, fields: Fields<'n>, key: &'static str, place: &Place) -> Vec<(&'n Node, Place)> {
        let Some(node) = fields.get(key) else { return Vec::new() };
        let place = place.key(key);
        self.list(node).iter().enumerate().map(|(at, item)| (item, place.index(at))).collect()
    }

    /// The texts of a list under a key.
    pub(super) fn texts_of(&mut self, fields: Fields<'_>, key: &str) -> Vec<String> {
        let Some(node) = fields.get(key) else { return Vec::new() };
        self.texts(node).iter().filter_map(|item| self.text(item).map(str::to_owned)).collect()
    }

    /// A text for all languages, or a map of languages, as an element of a list.
    pub(super) fn localized(&mut self, node: &Node) -> Text {
        self.localized_at(node, "", &first_line(node))
    }

    fn localized_at(&mut self, node: &Node, key: &str, at: &Range<usize>) -> Text {
        let before = self.problems.len();
        let mut text = Text::default();
        match &node.kind {
            Kind::Scalar { text: plain, .. } => text.set_plain(plain),
            Kind::Map(entries) => {
                self.map(node, &OWN);
                for entry in entries {
                    match (Language::from_code(&entry.key), &entry.value.kind) {
                        (Some(language), Kind::Scalar { text: own, .. }) => text.set(language, own),
                        (Some(_), Kind::Null) => {}
                        (Some(_), _) => self.wrong(&entry.value, Expected::Text),
                        (None, _) => self.problem(&entry.key_span, ProblemKind::WrongKind { expected: Expected::Language, found: entry.key.clone() }),
                    }
                }
            }
            _ => self.wrong(node, Expected::TextOrLanguages),
        }
        let lacks = |language: &&Language| text.get(**language).is_none_or(|own| own.trim().is_empty());
        let missing: Vec<String> = self.languages.iter().filter(lacks).map(Language::to_string).collect();
        // A language that is misspelt was told already.
        if !text.is_plain() && !missing.is_empty() && self.problems.len() == before {
            self.problem(at, ProblemKind::MissingTranslation { key: key.to_owned(), missing });
        }
        text
    }

    /// A text in languages under a key; empty if it is missing.
    pub(super) fn localized_of(&mut self, fields: Fields<'_>, key: &str) -> Text {
        let Some(entry) = fields.entry(key).filter(|entry| entry.value.kind != Kind::Null) else { return Text::default() };
        self.localized_at(&entry.value, key, &entry.key_span)
    }

    /// A value that `read` understands, else a problem that says what was expected.
    pub(super) fn value<T>(&mut self, node: &Node, expected: Expected, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = match &node.kind {
            Kind::Scalar { text, .. } => read(text.trim()),
            _ => None,
        };
        if value.is_none() {
            self.wrong(node, expected);
        }
        value
    }

    /// A day under a key.
    pub(super) fn date_of(&mut self, fields: Fields<'_>, key: &str) -> Option<Date> {
        fields.get(key).and_then(|node| self.value(node, Expected::Date, Date::from_iso))
    }

    /// A period under a key.
    pub(super) fn period_of(&mut self, fields: Fields<'_>, key: &str) -> Option<Period> {
        fields.get(key).and_then(|node| self.value(node, Expected::Deadline, Period::parse))
    }

    /// A word of a fixed list under a key.
    pub(super) fn choice_of<T: Copy>(&mut self, fields: Fields<'_>, key: &'static str, known: &[(&'static str, T)]) -> Option<T> {
        let node = fields.get(key)?;
        let text = self.text(node)?;
        let choice = known.iter().find(|(name, _)| *name == text).map(|(_, value)| *value);
        if choice.is_none() {
            let known = known.iter().map(|(name, _)| (*name).to_owned()).collect();
            self.problem(&node.span, ProblemKind::UnknownChoice { key, found: text.to_owned(), known });
        }
        choice
    }
}

/// The bytes by which a map or list is shown: its first key or element.
fn first_line(node: &Node) -> Range<usize> {
    match &node.kind {
        Kind::Map(entries) => entries.first().map_or(node.span.clone(), |entry| entry.key_span.clone()),
        Kind::Sequence(items) => items.first().map_or(node.span.clone(), first_line),
        _ => node.span.clone(),
    }
}

/// What a YAML reader makes of a plain text that looks like a number.
fn number_read(text: &str) -> Option<String> {
    let looks = text.bytes().any(|byte| byte.is_ascii_digit()) && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !looks || text.matches('.').count() > 1 {
        return None;
    }
    let Some((whole, fraction)) = text.split_once('.') else {
        let digits = text.trim_start_matches('0');
        return Some(if digits.is_empty() { "0".into() } else { digits.to_owned() });
    };
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}
