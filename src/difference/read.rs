//! The documents that are compared, as far as the comparison reads them. Not here: how they are written, see `report::json`.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use super::reading::Reading;
use crate::diagnostic::{Wording, visible};
use crate::model::text::{Language, Text};
use crate::report::json::{COMPARABLE, SCHEMA};
use crate::say;

/// A compiled report.
#[derive(Debug, Deserialize)]
pub struct Document {
    pub(super) plan: Plan,
    pub(super) report: Head,
    pub(super) progress: Progress,
}

#[derive(Debug, Deserialize)]
pub(super) struct Plan {
    pub(super) version: String,
    #[serde(deserialize_with = "text")]
    pub(super) title: Text,
    pub(super) years: Option<(i32, i32)>,
    pub(super) agencies: Vec<Named>,
    pub(super) scale: Vec<Status>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) goals: Vec<Goal>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Status {
    pub(super) code: String,
    #[serde(deserialize_with = "text")]
    pub(super) label: Text,
}

#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub(super) id: String,
    #[serde(deserialize_with = "text")]
    pub(super) name: Text,
}

#[derive(Debug, Deserialize)]
pub(super) struct Dimension {
    pub(super) id: String,
    #[serde(deserialize_with = "text")]
    pub(super) name: Text,
    pub(super) values: Vec<Named>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Goal {
    pub(super) objectives: Vec<Objective>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Objective {
    pub(super) activities: Vec<Activity>,
}

/// An activity of the plan; what only matters as the same or not is kept as it was written.
#[derive(Debug, Deserialize)]
pub(super) struct Activity {
    pub(super) id: String,
    pub(super) number: String,
    #[serde(deserialize_with = "text")]
    pub(super) title: Text,
    pub(super) lead: Vec<String>,
    pub(super) support: Vec<String>,
    pub(super) partners: Vec<String>,
    pub(super) deadline: Option<String>,
    pub(super) indicators: Vec<serde_json::Value>,
    pub(super) budget: serde_json::Value,
    pub(super) links: Vec<String>,
    pub(super) amended: Vec<serde_json::Value>,
    pub(super) withdrawn: Option<serde_json::Value>,
    pub(super) successor: Option<String>,
}

impl Activity {
    /// The name of one of its indicators.
    pub(super) fn indicator(&self, id: &str) -> Option<Text> {
        let indicator = self.indicators.iter().find(|indicator| indicator.get("id").and_then(|it| it.as_str()) == Some(id))?;
        text(indicator.get("name")?).ok()
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Head {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) covers: String,
    pub(super) as_of: String,
    pub(super) approved: Option<Approval>,
    #[serde(default)]
    pub(super) note: serde_json::Value,
    #[serde(default)]
    pub(super) introduction: serde_json::Value,
    #[serde(default)]
    pub(super) findings: serde_json::Value,
    #[serde(default)]
    pub(super) recommendations: serde_json::Value,
    #[serde(default)]
    pub(super) follow_up: serde_json::Value,
    #[serde(default)]
    pub(super) words: serde_json::Value,
}

#[derive(Debug, Deserialize)]
pub(super) struct Approval {
    pub(super) date: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Progress {
    pub(super) rates: Rates,
    pub(super) activities: Vec<State>,
    pub(super) agencies: Vec<AgencyState>,
    /// Only their number matters.
    pub(super) set_aside: Vec<serde::de::IgnoredAny>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Rates {
    pub(super) execution: Rate,
    pub(super) completion: Rate,
    pub(super) reported: Rate,
}

#[derive(Debug, Deserialize)]
pub(super) struct Rate {
    pub(super) numerator: Vec<String>,
    pub(super) denominator: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct State {
    pub(super) id: String,
    pub(super) status: String,
    pub(super) assessed: Option<String>,
    #[serde(deserialize_with = "text")]
    pub(super) reason: Text,
    pub(super) overdue_since: Option<i32>,
    pub(super) figures: Vec<Figure>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Figure {
    pub(super) indicator: String,
    pub(super) breakdown: BTreeMap<String, String>,
    pub(super) by_year: BTreeMap<i32, Reading>,
}

#[derive(Debug, Deserialize)]
pub(super) struct AgencyState {
    pub(super) id: String,
    files: Vec<serde::de::IgnoredAny>,
    nil: Vec<serde::de::IgnoredAny>,
    rows_sent: usize,
}

impl AgencyState {
    /// Whether something came from it; a nil return is a submission, and rows may stand in a file of several agencies.
    pub(super) fn sent(&self) -> bool {
        !self.files.is_empty() || !self.nil.is_empty() || self.rows_sent > 0
    }
}

#[derive(Deserialize)]
struct Outline {
    schema: Option<serde_json::Value>,
    plan: Option<serde::de::IgnoredAny>,
    progress: Option<serde::de::IgnoredAny>,
    report: Option<serde::de::IgnoredAny>,
}

/// Reads a document; `name` is that of its file, for the refusal.
pub fn read(name: &str, bytes: &[u8]) -> Result<Document, Wording> {
    let name = visible(name).replace('\n', " ");
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let outline: Outline = serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => no_report(&name),
        _ => not_json(&name, &error),
    })?;
    let schema = outline.schema.as_ref().and_then(serde_json::Value::as_str);
    match schema {
        Some(known) if COMPARABLE.contains(&known) => {}
        Some(other) => {
            let known = COMPARABLE.map(|schema| format!("`{schema}`")).join(", ");
            let other: String = visible(other).replace('\n', " ").chars().take(40).collect();
            return Err(say!(
                "`{name}` has the schema `{other}`; only {known} can be compared; `plan report --format json` writes `{SCHEMA}`",
                "`{name}` ფაილის სქემაა `{other}`; შედარება შესაძლებელია მხოლოდ შემდეგი სქემებისა: {known}; `plan report --format json` ქმნის სქემას `{SCHEMA}`"
            ));
        }
        None => return Err(no_report(&name)),
    }
    if outline.plan.is_some() && (outline.progress.is_none() || outline.report.is_none()) {
        return Err(say!(
            "`{name}` holds the plan alone, without a report; `plan export --year 2020` writes both",
            "`{name}` ფაილში მხოლოდ გეგმაა, ანგარიშის გარეშე; ორივეს `plan export --year 2020` ქმნის"
        ));
    }
    serde_json::from_slice(bytes).map_err(|error| {
        let (line, column, schema) = (error.line(), error.column(), schema.unwrap_or_default());
        say!(
            "`{name}` says that it is a compiled report (`{schema}`) but is not built like one: line {line}, column {column}; compile it again",
            "`{name}` ფაილში სქემად `{schema}` წერია, მაგრამ მისი აგებულება სხვაა: სტრიქონი {line}, სიმბოლო {column}; ანგარიში თავიდან შეადგინეთ"
        )
    })
}

fn not_json(name: &str, error: &serde_json::Error) -> Wording {
    let (line, column) = (error.line(), error.column());
    say!(
        "`{name}` is not JSON: line {line}, column {column} cannot be read; name a file that `plan report --format json` wrote",
        "`{name}` JSON-ფაილი არ არის: არ იკითხება სტრიქონი {line}, სიმბოლო {column}; მიუთითეთ ფაილი, რომელიც `plan report --format json` ბრძანებით შეიქმნა"
    )
}

fn no_report(name: &str) -> Wording {
    say!(
        "`{name}` is not a compiled report; name a file that `plan report --format json` or `plan export --year 2020` wrote",
        "`{name}` შედგენილი ანგარიში არ არის; მიუთითეთ ფაილი, რომელიც `plan report --format json` ან `plan export --year 2020` ბრძანებით შეიქმნა"
    )
}

/// A text as the document has it: null, a string, or a map of languages.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Plain(String),
        Languages(BTreeMap<String, String>),
    }
    let mut text = Text::default();
    match Option::<Written>::deserialize(deserializer)? {
        None => {}
        Some(Written::Plain(plain)) => text.set_plain(&plain),
        Some(Written::Languages(languages)) => {
            for (code, words) in &languages {
                match Language::from_code(code) {
                    Some(code) => text.set(code, words),
                    None => text.set_plain(words),
                }
            }
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Wording {
        read("a.json", text.as_bytes()).map_or_else(|wording| wording, |_| Wording::default())
    }

    #[test]
    fn what_is_no_report_is_refused_in_words() {
        for (text, said) in [
            ("", "`a.json` is not JSON: line 1, column 0"),
            ("{\n  \"schema\": \"plan/1\",,", "`a.json` is not JSON: line 2, column 22"),
            ("[]", "`a.json` is not a compiled report"),
            ("3", "`a.json` is not a compiled report"),
            ("{}", "`a.json` is not a compiled report"),
            ("{\"schema\": 1}", "`a.json` is not a compiled report"),
            ("{\"schema\": \"plan-findings/1\"}", "`a.json` has the schema `plan-findings/1`; only `plan/2`, `plan/1` can"),
            ("{\"schema\": \"plan/3\"}", "`a.json` has the schema `plan/3`"),
            ("{\"schema\": \"plan/1\", \"plan\": {}}", "`a.json` holds the plan alone"),
            ("{\"schema\": \"plan/1\", \"plan\": {}, \"report\": {}, \"progress\": {}}", "`a.json` says that it is a compiled report"),
        ] {
            let wording = refused(text);
            assert!(wording.en.starts_with(said), "{text}: {wording:?}");
            assert!(wording.ka.starts_with("`a.json` "), "{text}: {wording:?}");
        }
    }

    #[test]
    fn texts_in_every_form() -> Result<(), serde_json::Error> {
        let of = |value: serde_json::Value| text(value);
        assert!(of(serde_json::Value::Null)?.is_empty());
        assert_eq!(of("x".into())?, Text::plain("x"));
        assert_eq!(of(serde_json::json!({"en": "a", "ka": "ბ"}))?.get(Language::KA), Some("ბ"));
        assert!(of(serde_json::json!([1])).is_err());
        Ok(())
    }
}
