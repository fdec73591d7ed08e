//! How values are written into cells; an empty cell says that nothing is known.

use std::borrow::Cow;

use crate::merge::progress::Merged;
use crate::model::indicator::Number;
use crate::model::plan::Plan;
use crate::model::submission::{Breakdown, Value};

/// The text of a cell.
pub(super) type Cell<'a> = Cow<'a, str>;

/// Nothing is known.
pub(super) const EMPTY: Cell<'static> = Cow::Borrowed("");

/// A text, if there is one.
pub(super) fn text<'a>(text: impl Into<Option<&'a str>>) -> Cell<'a> {
    text.into().map_or(EMPTY, Cow::Borrowed)
}

/// A number, a day or a period, if there is one.
pub(super) fn shown<'a>(value: Option<impl ToString>) -> Cell<'a> {
    value.map_or(EMPTY, |value| Cow::Owned(value.to_string()))
}

/// True or false.
pub(super) fn yes_no<'a>(yes: bool) -> Cell<'a> {
    Cow::Borrowed(if yes { "true" } else { "false" })
}

/// What a value is, one field for each of its columns: a column has one type, and a suppressed count is never a number.
#[derive(Clone, Copy, Default)]
pub(super) struct Parts<'a> {
    pub(super) value: Option<Number>,
    pub(super) below: Option<u32>,
    pub(super) between: Option<(Number, Number)>,
    pub(super) yes_no: Option<bool>,
    pub(super) text: Option<&'a str>,
    pub(super) withheld: bool,
    pub(super) conflict: bool,
}

impl<'a> Parts<'a> {
    pub(super) fn of(value: &'a Value) -> Self {
        match value {
            Value::Number(number) => Self { value: Some(*number), ..Self::default() },
            Value::Below(limit) => Self { below: Some(*limit), ..Self::default() },
            Value::Withheld => Self { withheld: true, ..Self::default() },
            Value::YesNo(yes) => Self { yes_no: Some(*yes), ..Self::default() },
            Value::Text(text) => Self { text: Some(text), ..Self::default() },
        }
    }

    pub(super) fn of_merged(merged: &'a Merged) -> Self {
        match merged {
            Merged::Value(value) => Self::of(value),
            Merged::Sum(number) => Self { value: Some(*number), ..Self::default() },
            Merged::Between(least, most) => Self { between: Some((*least, *most)), ..Self::default() },
            Merged::Conflict => Self { conflict: true, ..Self::default() },
        }
    }
}

/// The value that a breakdown has in a dimension.
pub(super) fn value_in<'a>(plan: &'a Plan, breakdown: &Breakdown, dimension: usize) -> Cell<'a> {
    let value = breakdown.iter().find(|(at, _)| usize::from(*at) == dimension).map(|(_, value)| usize::from(*value));
    let choice = value.and_then(|value| plan.dimensions.get(dimension)?.values.get(value));
    text(choice.map(|choice| choice.id.as_str()))
}
