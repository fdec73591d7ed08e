//! A table: its columns, each with its description and what stands in its cells, its keys and its records.

use super::cell::{Cell, text};
use crate::model::text::{Language, Text};

/// The sort of values of a column, as Table Schema names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// One of these.
    Code(Vec<String>),
    /// A whole number.
    Whole,
    /// A number with a decimal point.
    Number,
    /// `true` or `false`.
    YesNo,
    /// A day, `2020-12-31`.
    Day,
    /// A year.
    Year,
    /// Texts with semicolons between them.
    List,
    /// A JSON array.
    Array,
}

/// What is said of a column.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its heading.
    pub name: String,
    /// What its cells hold.
    pub kind: Kind,
    /// What it says.
    pub description: String,
    /// No cell is empty.
    pub required: bool,
}

/// Columns whose values stand in columns of another table.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// The columns here.
    pub fields: &'static [&'static str],
    /// Name of the other table.
    pub table: &'static str,
    /// The columns there.
    pub to: &'static [&'static str],
}

/// The cells of one row.
pub type Record<'a> = Vec<Cell<'a>>;

/// A table.
pub struct Table<'a> {
    /// Its name; that of its file without folder and ending.
    pub name: &'static str,
    /// What one row is.
    pub description: &'static str,
    /// Its columns.
    pub fields: Vec<Field>,
    /// The columns that tell rows apart; none is empty in any row.
    pub key: &'static [&'static str],
    /// The columns that tell rows apart where some of them may be empty.
    pub unique: Vec<String>,
    /// What it refers to.
    pub references: &'static [Reference],
    /// Its rows.
    pub records: Box<dyn Iterator<Item = Record<'a>> + 'a>,
}

impl Table<'_> {
    /// The path of its file beside the report.
    pub fn path(&self) -> String {
        format!("data/{}.csv", self.name)
    }
}

/// What stands in a column for an item.
type CellOf<'a, T> = Box<dyn Fn(&T) -> Cell<'a> + 'a>;

/// The columns of a table over items `T`: the description of a column and its cells stand together, so that neither can move alone.
pub(super) struct Columns<'a, T> {
    fields: Vec<Field>,
    cells: Vec<CellOf<'a, T>>,
}

impl<'a, T: 'a> Columns<'a, T> {
    pub(super) fn new() -> Self {
        Self { fields: Vec::new(), cells: Vec::new() }
    }

    /// A column that may be empty.
    pub(super) fn with(self, name: impl Into<String>, kind: Kind, description: impl Into<String>, cell: impl Fn(&T) -> Cell<'a> + 'a) -> Self {
        self.column(Field { name: name.into(), kind, description: description.into(), required: false }, cell)
    }

    /// A column that is never empty.
    pub(super) fn always(self, name: &str, kind: Kind, description: &str, cell: impl Fn(&T) -> Cell<'a> + 'a) -> Self {
        self.column(Field { name: name.into(), kind, description: description.into(), required: true }, cell)
    }

    /// A column for each language; a text that serves every language stands in each.
    pub(super) fn localized(
        mut self,
        name: &str,
        languages: &[Language],
        description: &str,
        of: impl Fn(&T) -> Option<&'a Text> + Copy + 'a,
    ) -> Self {
        for &language in languages {
            let description = format!("{description}, in the language `{language}`");
            self = self.with(format!("{name}_{language}"), Kind::Text, description, move |item| text(of(item).and_then(|text| text.get(language))));
        }
        self
    }

    /// A column for a text in a language that nobody named, as in a column `narrative`, then one for each language: to say that
    /// such a text is English because English was asked for would be wrong.
    pub(super) fn sent(self, name: &'static str, languages: &[Language], description: &str, of: impl Fn(&T) -> Option<&'a Text> + Copy + 'a) -> Self {
        let written = |text: &'a Text, wanted| text.all().find(|(language, _)| *language == wanted).map(|(_, text)| text);
        let mut columns = self.with(name, Kind::Text, format!("{description}, in a language that was not named"), move |item| {
            text(of(item).and_then(|text| written(text, None)))
        });
        for &language in languages {
            let description = format!("{description}, in the language `{language}`");
            columns = columns.with(format!("{name}_{language}"), Kind::Text, description, move |item| {
                text(of(item).and_then(|text| written(text, Some(language))))
            });
        }
        columns
    }

    fn column(mut self, field: Field, cell: impl Fn(&T) -> Cell<'a> + 'a) -> Self {
        self.fields.push(field);
        self.cells.push(Box::new(cell));
        self
    }

    /// The table with these rows.
    pub(super) fn table(self, name: &'static str, description: &'static str, items: impl Iterator<Item = T> + 'a) -> Table<'a> {
        let Self { fields, cells } = self;
        let records = items.map(move |item| cells.iter().map(|cell| cell(&item)).collect());
        Table { name, description, fields, key: &[], unique: Vec::new(), references: &[], records: Box::new(records) }
    }
}
