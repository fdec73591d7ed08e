//! A term with places to fill in, its words escaped once however often it is filled in.

use minijinja::{Error, Value};

use super::{escape_words, inline};
use crate::report::language::{Language, Piece, form, pieces};

/// The pieces of a term.
pub(super) struct Pattern(Vec<Part>);

/// A piece of a term, its words escaped.
enum Part {
    Words(String),
    Value(String),
    Forms(String, String, String),
}

impl Pattern {
    /// The pattern of a term.
    pub(super) fn new(term: &str) -> Self {
        let part = |(at, piece): (usize, Piece<'_>)| match piece {
            Piece::Words(words) => Part::Words(escape_words(words, at == 0)),
            Piece::Value(name) => Part::Value(name.to_owned()),
            Piece::Forms(name, one, many) => Part::Forms(name.to_owned(), escape_words(one, at == 0), escape_words(many, at == 0)),
        };
        Self(pieces(term).enumerate().map(part).collect())
    }

    /// Appends the term with its values.
    pub(super) fn fill(&self, out: &mut String, language: &Language, value: impl Fn(&str) -> Result<Value, Error>) -> Result<(), Error> {
        for part in &self.0 {
            match part {
                Part::Words(words) => out.push_str(words),
                Part::Value(name) => out.push_str(&inline(language, &value(name)?)?),
                Part::Forms(name, one, many) => {
                    let is_one = usize::try_from(value(name)?).is_ok_and(|number| number == 1);
                    out.push_str(form(is_one, one, many));
                }
            }
        }
        Ok(())
    }
}
