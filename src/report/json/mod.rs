//! The plan and the merged data for other programs: one JSON document with a version.
//!
//! | key | holds |
//! | --- | --- |
//! | `schema` | `plan/2`; another number means that older readers may fail |
//! | `plan` | the whole plan, every text in every language, see [`plan::PlanDocument`] |
//! | `report` | what the secretariat says in its report, see [`report::ReportDocument`]; absent in an export of the plan alone |
//! | `progress` | statuses, figures, rates, see [`progress::ProgressDocument`]; absent like `report` |
//! | `course` | the plan through the years and what changed, see [`course::CourseDocument`]; absent like `report` |
//!
//! `plan/1` had no `course`; instead `progress` had `rates_before`, the rates of the year before. `plan diff-report` reads both.
//!
//! Ids are texts. A text is a string that serves every language, or a map of languages. A value is a number, true or
//! false, a string, `{"below": 5}` for a suppressed small count, or in the edition for the public `{"withheld": true}`. Days are `2020-12-31`, periods `2020-H2` or
//! `2019..2020`. Nothing is left out because it is empty: an absent value is null, an empty list is `[]`.

pub mod course;
pub mod plan;
pub mod progress;
pub mod report;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::build::SetAsideRow;
use crate::merge::course::Course;
use crate::merge::progress::Progress;
use crate::model::date::Date;
use crate::model::indicator::Number;
use crate::model::period::ReportingPeriod;
use crate::model::plan::Plan;
use crate::model::submission::Value;
use crate::model::text::Text;
use crate::source::Sources;

/// Name and version of the document.
pub const SCHEMA: &str = "plan/2";

/// The versions that `plan diff-report` reads: what it compares is the same in all of them.
pub const COMPARABLE: [&str; 2] = [SCHEMA, "plan/1"];

/// Everything that a report is made of, in every form and language.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The merged data.
    pub progress: &'a Progress<'a>,
    /// How the plan stood at the end of the report's period, and before.
    pub course: &'a Course,
    /// The periods from which it was merged.
    pub periods: &'a [ReportingPeriod],
    /// The period that the report is about, one of `periods`.
    pub report: &'a ReportingPeriod,
    /// The files, for their paths.
    pub sources: &'a Sources,
    /// Rows set aside in the report's own periods.
    pub set_aside: &'a [SetAsideRow],
    /// Day of the data; it decides nothing.
    pub as_of: Date,
    /// The commit, if the report is to be stamped with it.
    pub stamp: Option<&'a str>,
    /// Small counts of victims are hidden, and what would give them away.
    pub public: bool,
}

/// The document.
#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    plan: plan::PlanDocument<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    report: Option<report::ReportDocument<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    progress: Option<progress::ProgressDocument<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    course: Option<course::CourseDocument<'a>>,
}

/// The plan alone, or with a report on it; indented, with a line end at the end.
pub fn export(plan: &Plan, reported: Option<&Reported<'_>>) -> Result<String, serde_json::Error> {
    let document = Document {
        schema: SCHEMA,
        plan: plan::document(plan),
        report: reported.map(report::document),
        progress: reported.map(progress::document),
        course: reported.map(course::document),
    };
    let mut text = serde_json::to_string_pretty(&document)?;
    text.push('\n');
    Ok(text)
}

/// A text: a string, or a map of languages; null if nothing was written.
pub struct Words<'a>(pub &'a Text);

impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_empty() {
            return serializer.serialize_none();
        }
        if let (true, Some((_, plain))) = (self.0.is_plain(), self.0.all().next()) {
            return serializer.serialize_str(plain);
        }
        let mut map = serializer.serialize_map(None)?;
        for (language, text) in self.0.all() {
            map.serialize_entry(language.as_ref().map_or("", |language| language.code()), text)?;
        }
        map.end()
    }
}

/// A number as JSON has it; a fraction is the nearest double.
pub struct Decimal(pub Number);

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.scale {
            0 => serializer.serialize_i64(self.0.digits),
            _ => serializer.serialize_f64(self.0.to_string().parse().unwrap_or_else(|_| self.0.to_f64())),
        }
    }
}

/// A value of an indicator.
pub struct Reading<'a>(pub &'a Value);

impl Serialize for Reading<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Number(number) => Decimal(*number).serialize(serializer),
            Value::YesNo(yes) => serializer.serialize_bool(*yes),
            Value::Text(text) => serializer.serialize_str(text),
            Value::Withheld => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("withheld", &true)?;
                map.end()
            }
            Value::Below(limit) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("below", limit)?;
                map.end()
            }
        }
    }
}
