//! The difference for other programs: one JSON document with a version.
//!
//! | key | holds |
//! | --- | --- |
//! | `schema` | `plan-difference/1`; another number means that older readers may fail |
//! | `same` | whether nothing that is compared differs |
//! | `before`, `after` | the reports: `name`, `kind`, `covers`, `as_of`, `approved` (a day, or null for a draft), `plan` (version) |
//! | `statuses` | `from`, `to` (codes), `activities` |
//! | `overdue`, `no_longer_overdue` | ids of activities |
//! | `rates` | `execution`, `completion`, `reported`: numerator and denominator `before` and `after`, `points` (percentage points, or null) |
//! | `agencies` | ids that `began` and `stopped` reporting |
//! | `figures` | `activity`, `indicator`, `breakdown`, `years` (of the two values), `before`, `after`, `difference` (null unless both are numbers) |
//! | `plan` | ids of activities `added`, `removed`, `withdrawn`, `restored`; `amended` with the parts that are not the same |
//! | `assessments` | `activity`, statuses `before` and `after`, whether the `reason` is not the same |
//! | `texts` | parts of the secretariat's words that are not the same |
//! | `set_aside` | numbers of rows: `before`, `after` |
//!
//! The document is the same in every language. Ids and codes are those of the two reports; values are as they have them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::read::Document as Read;
use super::reading::Reading;
use super::{AssessmentChange, Difference, FigureChange, Move, PlanChange, RateChange};
use crate::model::indicator::Number;
use crate::report::json::Decimal;

/// Name and version of the document.
const SCHEMA: &str = "plan-difference/1";

#[derive(Serialize)]
struct Document<'d, 'a> {
    schema: &'static str,
    same: bool,
    before: Head<'a>,
    after: Head<'a>,
    statuses: &'d [Move<'a>],
    overdue: &'d [&'a str],
    no_longer_overdue: &'d [&'a str],
    rates: BTreeMap<&'static str, Rate>,
    agencies: Agencies<'d, 'a>,
    figures: Vec<Figure<'a>>,
    plan: &'d PlanChange<'a>,
    assessments: &'d [AssessmentChange<'a>],
    texts: &'d [&'static str],
    set_aside: Counts,
}

#[derive(Serialize)]
struct Head<'a> {
    name: &'a str,
    kind: &'a str,
    covers: &'a str,
    as_of: &'a str,
    approved: Option<&'a str>,
    plan: &'a str,
}

#[derive(Serialize)]
struct Rate {
    before: Share,
    after: Share,
    points: Option<Decimal>,
}

#[derive(Serialize)]
struct Share {
    numerator: usize,
    denominator: usize,
}

#[derive(Serialize)]
struct Agencies<'d, 'a> {
    began: &'d [&'a str],
    stopped: &'d [&'a str],
}

#[derive(Serialize)]
struct Figure<'a> {
    activity: &'a str,
    indicator: &'a str,
    breakdown: &'a BTreeMap<String, String>,
    years: (i32, i32),
    before: Option<Value<'a>>,
    after: Option<Value<'a>>,
    difference: Option<Decimal>,
}

/// A merged value; `{"between": [4, 9]}` and `{"conflict": true}` as in the report.
struct Value<'a>(&'a Reading);

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = match self.0 {
            Reading::Number(number) => return Decimal(*number).serialize(serializer),
            Reading::YesNo(yes) => return serializer.serialize_bool(*yes),
            Reading::Text(text) => return serializer.serialize_str(text),
            _ => serializer.serialize_map(Some(1))?,
        };
        match self.0 {
            Reading::Below(limit) => map.serialize_entry("below", limit)?,
            Reading::Withheld => map.serialize_entry("withheld", &true)?,
            Reading::Between(least, most) => map.serialize_entry("between", &(Decimal(*least), Decimal(*most)))?,
            _ => map.serialize_entry("conflict", &true)?,
        }
        map.end()
    }
}

#[derive(Serialize)]
struct Counts {
    before: usize,
    after: usize,
}

/// The document, indented, with a line end at the end.
pub fn json(difference: &Difference<'_>) -> Result<String, serde_json::Error> {
    let document = Document {
        schema: SCHEMA,
        same: difference.is_empty(),
        before: head(difference.before),
        after: head(difference.after),
        statuses: &difference.moves,
        overdue: &difference.overdue,
        no_longer_overdue: &difference.no_longer_overdue,
        rates: difference.rates.iter().map(|it| (it.name, rate(it))).collect(),
        agencies: Agencies { began: &difference.began, stopped: &difference.stopped },
        figures: difference.figures.iter().map(figure).collect(),
        plan: &difference.plan,
        assessments: &difference.assessments,
        texts: &difference.texts,
        set_aside: Counts { before: difference.set_aside.0, after: difference.set_aside.1 },
    };
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}

fn head(document: &Read) -> Head<'_> {
    let report = &document.report;
    Head {
        name: &report.name,
        kind: &report.kind,
        covers: &report.covers,
        as_of: &report.as_of,
        approved: report.approved.as_ref().map(|approval| approval.date.as_str()),
        plan: &document.plan.version,
    }
}

fn rate(change: &RateChange) -> Rate {
    let share = |(numerator, denominator)| Share { numerator, denominator };
    let points = change.tenths().map(|tenths| Decimal(Number { digits: tenths, scale: 1 }));
    Rate { before: share(change.before), after: share(change.after), points }
}

fn figure<'a>(change: &FigureChange<'a>) -> Figure<'a> {
    let FigureChange { activity, indicator, breakdown, years, before, after } = *change;
    let difference = before.zip(after).and_then(|(before, after)| before.until(after)).map(Decimal);
    Figure { activity, indicator, breakdown, years, before: before.map(Value), after: after.map(Value), difference }
}
