//! Sheets of the workbook: the annexes as tables, one row a fact, in the report's language.

use crate::model::indicator::Number;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<SheetCell>>,
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// Its heading.
    pub heading: String,
    /// Its width in characters.
    pub width: u8,
}

/// A cell. Only what is a number is one; an id such as 5.10 is a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetCell {
    /// Nothing is known.
    Empty,
    /// A text.
    Text(String),
    /// A number.
    Number(Number),
}

impl From<String> for SheetCell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for SheetCell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl From<Number> for SheetCell {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<i64> for SheetCell {
    fn from(number: i64) -> Self {
        Self::Number(Number::whole(number))
    }
}

impl<T: Into<Self>> From<Option<T>> for SheetCell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
