//! The canonical text of a cell, by what its column holds.

use super::words::{choice, is_georgian, language_of, named};
use super::{Cell, Part};
use crate::load::lookup::Lookup;
use crate::load::row::{Cells, trim};
use crate::load::table::{Heading, Use};
use crate::load::{number, submission, text};
use crate::model::column::{COLUMNS, Field, NIL};
use crate::model::id::SIGN;
use crate::model::spelling;
use crate::model::submission::{Expected, Value};
use crate::parse::csv;
use crate::source::SourceId;
use crate::spreadsheet::kept_as_text;

/// What the cells of a file are read with.
pub(super) struct Reading<'a> {
    pub(super) lookup: Lookup<'a>,
    pub(super) heading: &'a Heading<'a>,
    /// A workbook: its numbers have a decimal point, whatever the person sees.
    pub(super) is_sheet: bool,
}

impl Reading<'_> {
    /// The cells of a row of which nothing is certain.
    pub(super) fn as_typed(&self, row: &csv::Row) -> Vec<Cell> {
        row.cells.iter().map(|cell| Cell { typed: cell.to_owned(), canonical: None }).collect()
    }

    /// The cells of a row.
    pub(super) fn row(&self, row: &csv::Row) -> Vec<Cell> {
        let columns = &self.heading.columns;
        let is_long = row.cells.iter().skip(columns.len()).any(|cell| !cell.trim().is_empty());
        if row.cells.len() < self.heading.width || is_long {
            // Its cells may stand below the wrong headings.
            return self.as_typed(row);
        }
        let cells = Cells { row, heading: self.heading, source: SourceId(0), zero_bytes: false, keep_texts: false };
        let written = |at: usize, cell: &str| {
            let (part, text) = self.cell(&cells, *columns.get(at)?, cell)?;
            (text != cell).then_some((part, text))
        };
        let read: Vec<Cell> = row.cells.iter().enumerate().map(|(at, cell)| Cell { typed: cell.to_owned(), canonical: written(at, cell) }).collect();
        // Without what nobody sees there would be no row.
        if read.iter().all(|cell| cell.written().trim().is_empty()) { self.as_typed(row) } else { read }
    }

    fn cell(&self, cells: &Cells<'_>, column: Use, cell: &str) -> Option<(Part, String)> {
        let typed = trim(cell);
        let is_read = match column {
            Use::Field(field, _) => !COLUMNS.iter().any(|column| column.field == field && column.for_reading),
            Use::Dimension(_) => true,
            Use::Unknown | Use::Ignored => false,
        };
        if !is_read {
            return None;
        }
        if typed.is_empty() {
            return Some((Part::Text, String::new()));
        }
        // The value and the status of 'nothing to report' are a tick.
        let is_nil = submission::is_nil(cells.get(Field::Activity));
        let (part, text) = match column {
            Use::Field(Field::Activity, _) if is_nil => (Part::Activity, NIL[usize::from(is_georgian(typed))].to_owned()),
            Use::Field(Field::Activity, _) => (Part::Activity, self.activity(typed)?),
            Use::Field(Field::Agency, _) => (Part::Agency, self.agency(typed)?),
            Use::Field(Field::Narrative | Field::Obstacles | Field::Evidence | Field::Source, _) => (Part::Text, prose(cell)?),
            _ if is_nil => return None,
            Use::Field(Field::Indicator, _) => (Part::Indicator, self.indicator(cells, typed)?),
            Use::Field(Field::Status, _) => (Part::Status, self.status(typed)?),
            Use::Field(Field::Value, _) => (Part::Value, self.value(cells, typed)?),
            Use::Field(Field::DelayReason, _) => (Part::DelayReason, self.delay_reason(typed)?),
            Use::Field(Field::Expected, _) => (Part::Expected, expected_of(typed)?),
            Use::Dimension(dimension) => (Part::Breakdown, self.breakdown(dimension, typed)?),
            Use::Field(..) | Use::Unknown | Use::Ignored => return None,
        };
        Some((part, text))
    }

    /// The id, with the sign before it if one was typed, or if the cell comes from a workbook: without it a spreadsheet may
    /// take 2.1.10 in a text file for a date.
    fn activity(&self, typed: &str) -> Option<String> {
        let activity = self.lookup.activity(typed).ok()?;
        let id = &self.lookup.plan.activity(activity).id;
        let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let has_sign = is_number(id) && (self.is_sheet || !is_number(typed));
        let written = if has_sign { format!("{SIGN} {id}") } else { id.clone() };
        (self.lookup.activity(&written) == Ok(activity)).then_some(written)
    }

    fn agency(&self, typed: &str) -> Option<String> {
        let agency = self.lookup.agency(typed)?;
        let id = &self.lookup.plan.agency(agency).id;
        (self.lookup.agency(id) == Some(agency)).then(|| id.clone())
    }

    fn indicator(&self, cells: &Cells<'_>, typed: &str) -> Option<String> {
        let activity = self.lookup.plan.activity(self.lookup.activity(cells.get(Field::Activity)).ok()?);
        let indicator = self.lookup.indicator(activity, typed).ok()?;
        let written = self.protected(typed, &activity.indicators.get(usize::from(indicator))?.id);
        (self.lookup.indicator(activity, &written) == Ok(indicator)).then_some(written)
    }

    /// A word that a spreadsheet might take for a date keeps the apostrophe that kept it from that, as in forms.
    fn protected(&self, typed: &str, word: &str) -> String {
        if self.is_sheet || typed.starts_with('\'') { kept_as_text(word).into_owned() } else { word.to_owned() }
    }

    fn status(&self, typed: &str) -> Option<String> {
        let ix = self.lookup.status(typed).ok()?;
        let status = self.lookup.plan.scale.get(ix);
        let written = named(typed, &status.code, status.label.get(language_of(is_georgian(typed))));
        (self.lookup.status(&written) == Ok(ix)).then_some(written)
    }

    fn breakdown(&self, dimension: u8, typed: &str) -> Option<String> {
        let value = self.lookup.dimension_value(dimension, typed).ok()?;
        let written = choice(self.lookup.plan.dimensions.get(usize::from(dimension))?.values.get(usize::from(value))?, typed);
        let written = self.protected(typed, &written);
        (self.lookup.dimension_value(dimension, &written) == Ok(value)).then_some(written)
    }

    fn delay_reason(&self, typed: &str) -> Option<String> {
        let reason = self.lookup.delay_reason(typed).ok()?;
        let written = choice(self.lookup.plan.delay_reasons.get(usize::from(reason))?, typed);
        (self.lookup.delay_reason(&written) == Ok(reason)).then_some(written)
    }

    fn value(&self, cells: &Cells<'_>, typed: &str) -> Option<String> {
        let activity = self.lookup.plan.activity(self.lookup.activity(cells.get(Field::Activity)).ok()?);
        let indicator = self.lookup.indicator(activity, trim(cells.get(Field::Indicator))).ok()?;
        let kind = activity.indicators.get(usize::from(indicator))?.kind;
        let read = |text: &str| number::value(&text::cleaned(trim(text)), kind, false).ok().flatten();
        let value = number::value(&text::cleaned(typed), kind, cells.is_number(Field::Value)).ok().flatten()?;
        let written = match &value {
            // A spreadsheet with a decimal comma would take 12.5 for a date, one with a point 12,5 for a text: the mark stays.
            Value::Number(number) if self.is_sheet || typed.rfind(',') > typed.rfind('.') => number.to_string().replace('.', ","),
            Value::Number(number) => number.to_string(),
            Value::Below(limit) => format!("<{limit}"),
            Value::Withheld => String::new(),
            Value::YesNo(yes) => match (*yes, is_georgian(typed)) {
                (true, true) => "კი".to_owned(),
                (false, true) => "არა".to_owned(),
                (true, false) => "yes".to_owned(),
                (false, false) => "no".to_owned(),
            },
            Value::Text(text) => text.to_string(),
        };
        (read(&written).as_ref() == Some(&value)).then_some(written)
    }
}

/// A text with line breaks in place of their codes and nothing invisible at its ends; nothing if a repair would hide what is
/// said of it.
fn prose(cell: &str) -> Option<String> {
    let written = trim(&text::cleaned(trim(cell))).to_owned();
    (written == cell || text::said_of(&written) == text::said_of(cell)).then_some(written)
}

/// A day or a period.
fn expected_of(typed: &str) -> Option<String> {
    let read = |text: &str| spelling::day(text).map(Expected::Day).or_else(|| spelling::period(text).map(Expected::Period));
    let expected = read(typed)?;
    let written = match expected {
        Expected::Day(day) => day.to_string(),
        Expected::Period(period) => period.to_string(),
    };
    (read(&written) == Some(expected)).then_some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_lose_only_what_nobody_sees() {
        for (cell, expected) in [(" a  b\u{a0}", "a  b"), ("a_x000D_\nb", "a\nb"), ("„ა“", "„ა“")] {
            assert_eq!(prose(cell).as_deref(), Some(expected), "{cell}");
        }
        assert_eq!(prose("\u{200b}=1+1"), None, "it would become a formula");
    }

    #[test]
    fn new_dates_are_days_or_periods() {
        for (typed, expected) in [("30.06.2021", Some("2021-06-30")), ("2021-H1", Some("2021-H1")), ("30.06.2021 or so", None), ("soon", None)] {
            assert_eq!(expected_of(typed).as_deref(), expected, "{typed}");
        }
    }
}
