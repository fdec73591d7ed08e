//! The words of a report's language, from `templates/lang/<code>.yaml`. Not here: numbers and dates, see `format`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::text::{Language as Code, Shown, Text};

/// The shipped language files.
const SHIPPED: [(Code, &str); 2] =
    [(Code::KA, include_str!("../../templates/lang/ka.yaml")), (Code::EN, include_str!("../../templates/lang/en.yaml"))];

/// A language file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageError {
    /// Name of the file below `templates/`.
    pub file: String,
    /// Line from 1, where the parser knows it.
    pub line: Option<usize>,
    /// What is wrong, in English.
    pub message: String,
}

/// A language of reports: its code and its terms.
#[derive(Clone, Debug)]
pub struct Language {
    code: Code,
    terms: Term,
}

/// A term, a list of them, or a group of terms under their names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(super) enum Term {
    Text(String),
    List(Vec<Term>),
    Group(BTreeMap<String, Term>),
}

/// A piece of a term with places to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Words of the term.
    Words(&'a str),
    /// `{name}`: a value.
    Value(&'a str),
    /// `{name|one|many}`: a form for 1 and a form for other numbers.
    Forms(&'a str, &'a str, &'a str),
}

impl Language {
    /// Reads the shipped file of a language; `given` is a file of the user, whose terms replace the shipped ones. A
    /// language that is not shipped needs a file of the user and takes the terms missing there from the English one.
    pub fn load(code: Code, given: Option<&str>) -> Result<Self, LanguageError> {
        let shipped = |wanted: Code| SHIPPED.iter().find(|(code, _)| *code == wanted).map(|(_, text)| *text);
        let file = format!("lang/{code}.yaml");
        let Some(base) = shipped(code).or(given.and(shipped(Code::EN))) else {
            let message = format!("there is no language file for `{code}`");
            return Err(LanguageError { file, line: None, message });
        };
        let mut terms = parse(&file, base)?;
        if let Some(given) = given {
            terms.replace(parse(&file, given)?);
        }
        Ok(Self { code, terms })
    }

    /// The code.
    pub fn code(&self) -> Code {
        self.code
    }

    /// The term at a path such as `summary.title` or `months.0`; the path itself if there is no such term.
    pub fn term<'a>(&'a self, path: &'a str) -> &'a str {
        let found = path.split('.').try_fold(&self.terms, |term, name| term.get(name));
        match found {
            Some(Term::Text(text)) => text,
            _ => path,
        }
    }

    /// The term at a path with values filled in; values are finished texts, and a number among them picks forms.
    pub fn fill(&self, path: &str, values: &[(&str, &str)]) -> String {
        let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        let pieces = pieces(self.term(path)).map(|piece| match piece {
            Piece::Words(words) => words,
            Piece::Value(name) => value(name).unwrap_or_default(),
            Piece::Forms(name, one, many) => form(value(name) == Some("1"), one, many),
        });
        pieces.collect()
    }

    /// The text in this language, or another, marked.
    pub fn show<'a>(&self, text: &'a Text) -> Shown<'a> {
        text.show(self.code)
    }

    /// All terms, for templates.
    pub(super) fn terms(&self) -> &Term {
        &self.terms
    }
}

/// The form for one, or for many.
pub(super) fn form<'a>(one: bool, for_one: &'a str, for_many: &'a str) -> &'a str {
    if one { for_one } else { for_many }
}

/// Cuts a term at its places; a brace without a partner is words.
pub(super) fn pieces(term: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = term;
    std::iter::from_fn(move || {
        let place = rest.find('{').and_then(|open| Some((open, open + rest[open..].find('}')?)));
        let (piece, after) = match place {
            Some((0, close)) => (Piece::place(&rest[1..close]), close + 1),
            Some((open, _)) => (Piece::Words(&rest[..open]), open),
            None if rest.is_empty() => return None,
            None => (Piece::Words(rest), rest.len()),
        };
        rest = &rest[after..];
        Some(piece)
    })
}

impl<'a> Piece<'a> {
    /// What stands between braces.
    fn place(inside: &'a str) -> Self {
        let mut parts = inside.splitn(3, '|');
        let name = parts.next().unwrap_or_default();
        match (parts.next(), parts.next()) {
            (Some(one), Some(many)) => Self::Forms(name, one, many),
            _ => Self::Value(name),
        }
    }
}

impl Term {
    fn get(&self, name: &str) -> Option<&Term> {
        match self {
            Self::Text(_) => None,
            Self::List(list) => list.get(name.parse::<usize>().ok()?),
            Self::Group(group) => group.get(name),
        }
    }

    /// Takes over the terms of another file, group by group.
    fn replace(&mut self, other: Term) {
        match (self, other) {
            (Self::Group(own), Self::Group(other)) => {
                for (name, term) in other {
                    match own.get_mut(&name) {
                        Some(known) => known.replace(term),
                        None => drop(own.insert(name, term)),
                    }
                }
            }
            (own, other) => *own = other,
        }
    }
}

fn parse(file: &str, text: &str) -> Result<Term, LanguageError> {
    serde_yaml::from_str(text).map_err(|error| LanguageError {
        file: file.to_owned(),
        line: error.location().map(|at| at.line()),
        message: error.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every path of a file, with the names of the places to fill in.
    fn paths(term: &Term, path: &str, found: &mut Vec<String>) {
        match term {
            Term::Text(text) => {
                let names = pieces(text).filter_map(|piece| match piece {
                    Piece::Value(name) => Some(name),
                    _ => None,
                });
                let mut names: Vec<&str> = names.collect();
                names.sort_unstable();
                names.dedup();
                found.push(format!("{path} {}", names.join(" ")));
            }
            Term::List(list) => list.iter().enumerate().for_each(|(at, term)| paths(term, &format!("{path}.{at}"), found)),
            Term::Group(group) => group.iter().for_each(|(name, term)| paths(term, &format!("{path}.{name}"), found)),
        }
    }

    #[test]
    fn every_language_has_every_term_and_the_same_places() {
        let all = SHIPPED.map(|(code, text)| {
            let mut found = Vec::new();
            paths(&parse(code.code(), text).unwrap_or(Term::Text(String::new())), "", &mut found);
            found.retain(|path| !path.starts_with(".format.date_") && !path.starts_with(".ordinal."));
            found
        });
        assert!(all[0].len() > 200);
        assert_eq!(all[0], all[1]);
    }

    #[test]
    fn terms_are_filled_in_and_agree_with_numbers() -> Result<(), LanguageError> {
        let english = Language::load(Code::EN, None)?;
        let silent = |count| english.fill("summary.silent", &[("count", count)]);
        assert!(silent("1").starts_with("There is no report on 1 activity;"));
        assert!(silent("21").starts_with("There is no report on 21 activities;"));
        assert_eq!(english.term("no.such.term"), "no.such.term");
        Ok(())
    }

    #[test]
    fn a_given_file_replaces_single_terms() -> Result<(), LanguageError> {
        let own = Language::load(Code::EN, Some("summary: {title: In short}"))?;
        assert_eq!((own.term("summary.title"), own.term("method.title")), ("In short", "Method"));
        let broken = Language::load(Code::EN, Some("summary:\n  title: [")).map(|_| ());
        assert_eq!(broken.map_err(|error| (error.file, error.line.is_some())), Err(("lang/en.yaml".to_owned(), true)));
        assert!(Language::load(Code::from_code("fr").unwrap_or(Code::EN), None).is_err());
        Ok(())
    }
}
