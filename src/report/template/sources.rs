//! The files and rows behind a figure in Markdown.
//!
//! A report names its sources more often than anything else, so the words around them are escaped once.

use std::sync::Arc;

use minijinja::{Error, Value};

use super::inline;
use super::pattern::Pattern;
use crate::report::language::Language;
use crate::report::link;

/// Period, file and row, the file linked to its row in annex 4, with the evidence.
pub(super) struct Sources {
    language: Arc<Language>,
    row: Pattern,
}

impl Sources {
    pub(super) fn new(language: &Arc<Language>) -> Self {
        Self { language: Arc::clone(language), row: Pattern::new(language.term("activity.row")) }
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
        self.row.fill(out, &self.language, |name| match name {
            "file" => {
                let (file, anchor) = (one.get_attr("file")?, one.get_attr("anchor")?);
                Ok(Value::from_safe_string(format!("[{}](#{anchor})", inline(&self.language, &file)?)))
            }
            name => one.get_attr(name),
        })?;
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
