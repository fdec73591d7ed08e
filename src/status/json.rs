//! The status for other programs: one JSON document with a version.
//!
//! | key | holds |
//! | --- | --- |
//! | `schema` | `plan-status/1`; another number means that older readers may fail |
//! | `period`, `covers` | name of the period; its first and last day: `{"first": "2020-01-01", "last": "2020-12-31"}` |
//! | `opens`, `due` | first and last day for sending, or null |
//! | `as_of`, `days_past_due` | the day that was given as today, and how many days it lies after the due day (negative: before); null without one |
//! | `agencies` | one entry for each agency with duties in the period or with a file, in the order of the register, see [`AgencyStatus`](super::AgencyStatus) |
//! | `shared` | files that are not one agency's, see [`SentFile`](super::SentFile) |
//! | `totals` | sums, see [`Totals`](super::Totals) |
//!
//! The document is the same in every language of messages. A text is a string that serves every language, or a map of languages.
//! Nothing is left out because it is empty: an absent value is null, an empty list is `[]`.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::Status;
use crate::model::date::{Date, Period};
use crate::model::text::Text;
use crate::report::json::Words;

/// Name and version of the document.
const SCHEMA: &str = "plan-status/1";

#[derive(Serialize)]
struct Document<'s, 'a> {
    schema: &'static str,
    #[serde(flatten)]
    status: &'s Status<'a>,
}

/// The document, indented, with a line end at the end.
pub fn json(status: &Status<'_>) -> Result<String, serde_json::Error> {
    let mut text = serde_json::to_string_pretty(&Document { schema: SCHEMA, status })?;
    text.push('\n');
    Ok(text)
}

pub(super) fn day<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
    day.map(|day| day.to_string()).serialize(serializer)
}

pub(super) fn days<S: Serializer>(period: &Period, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(2))?;
    map.serialize_entry("first", &period.start().to_string())?;
    map.serialize_entry("last", &period.end().to_string())?;
    map.end()
}

pub(super) fn words<S: Serializer>(text: &&Text, serializer: S) -> Result<S::Ok, S::Error> {
    Words(text).serialize(serializer)
}

pub(super) fn list<S: Serializer>(texts: &[&Text], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(texts.iter().map(|text| Words(text)))
}
