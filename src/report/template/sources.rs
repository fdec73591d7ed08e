//! The files and rows behind a figure in Markdown.
//!
//! A report names its sources more often than anything else, so the words around them are escaped once.

use std::sync::Arc;

use minijinja::{Error, Value};

use super::{escape_words, inline};
use crate::report::language::{Language, Piece, form, pieces};
use crate::report::link;

/// A piece of the term for a row, its words escaped.
enum Part {
    Words(String),
    Value(String),
    Forms(String, String, String),
}

/// Period, file and row, the file linked to its row in annex 4, with the evidence.
pub(super) struct Sources {
    language: Arc<Language>,
    row: Vec<Part>,
}

impl Sources {
    pub(super) fn new(language: &Arc<Language>) -> Self {
        let part = |(at, piece): (usize, Piece<'_>)| match piece {
            Piece::Words(words) => Part::Words(escape_words(words, at == 0)),
            Piece::Value(name) => Part::Value(name.to_owned()),
            Piece::Forms(name, one, many) => Part::Forms(name.to_owned(), escape_words(one, at == 0), escape_words(many, at == 0)),
        };
        let row = pieces(language.term("activity.row")).enumerate().map(part).collect();
        Self { language: Arc::clone(language), row }
    }

    /// One source.
    pub(super) fn one(&self, one: &Value) -> Result<String, Error> {
        let mut out = String::with_capacity(96);
        self.add(one, &mut out)?;
        Ok(out)
    }

    /// Each on a line of its own.
    pub(super) fn all(&self, list: &Value) -> Result<String, Error> {
        let mut out = String::with_capacity(96);
        for one in list.try_iter()? {
            if !out.is_empty() {
                out.push_str("<br>");
            }
            self.add(&one, &mut out)?;
        }
        Ok(if out.is_empty() { self.language.term("none").to_owned() } else { out })
    }

    fn add(&self, one: &Value, out: &mut String) -> Result<(), Error> {
        for part in &self.row {
            match part {
                Part::Words(words) => out.push_str(words),
                Part::Value(name) if name == "file" => {
                    let (file, anchor) = (one.get_attr("file")?, one.get_attr("anchor")?);
                    out.extend(["[", &inline(&self.language, &file)?, "](#", anchor.as_str().unwrap_or_default(), ")"]);
                }
                Part::Value(name) => out.push_str(&inline(&self.language, &one.get_attr(name)?)?),
                Part::Forms(name, for_one, for_many) => {
                    let is_one = usize::try_from(one.get_attr(name)?).is_ok_and(|number| number == 1);
                    out.push_str(form(is_one, for_one, for_many));
                }
            }
        }
        let value = one.get_attr("value")?;
        if value.is_true() {
            out.extend([": ", &inline(&self.language, &value)?]);
        }
        for number in one.get_attr("evidence")?.try_iter()? {
            out.extend([" ", &link::cite(usize::try_from(number)?)]);
        }
        Ok(())
    }
}
