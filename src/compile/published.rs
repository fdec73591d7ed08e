//! Editions for the public that are out already, as far as they matter for the next one: which figures they show, and which they withhold.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Refusal;
use crate::Checked;
use crate::checks::{Context, Edition};
use crate::diagnostic::Located;
use crate::disclosure::Published;
use crate::load::{File, Loaded};
use crate::model::date::Date;
use crate::model::plan::Plan;
use crate::say;

/// An edition that is out: its path and what it says of figures.
#[derive(Debug)]
pub struct EarlierEdition {
    path: String,
    activities: Vec<Activity>,
}

#[derive(Debug, Deserialize)]
struct Document {
    progress: Progress,
}

#[derive(Debug, Deserialize)]
struct Progress {
    activities: Vec<Activity>,
}

#[derive(Debug, Deserialize)]
struct Activity {
    id: String,
    #[serde(flatten)]
    rows: Rows,
    figures: Vec<Rows>,
}

#[derive(Debug, Deserialize)]
struct Rows {
    said: Vec<Said>,
    external: Vec<Said>,
}

#[derive(Debug, Deserialize)]
struct Said {
    period: String,
    indicator: Option<String>,
    breakdown: BTreeMap<String, String>,
    value: serde_json::Value,
}

/// Reads editions that are out, as `report.json` of `--public` holds them.
pub fn earlier_editions(files: Vec<File>) -> Result<Vec<EarlierEdition>, Refusal> {
    let read = |File { path, bytes }: File| match serde_json::from_slice::<Document>(&bytes) {
        Ok(document) => Ok(EarlierEdition { path, activities: document.progress.activities }),
        Err(error) => Err(Refusal(say!(
            "`{path}` is no report of this program ({error}); move it away if it is not the edition that is out",
            "`{path}` ამ პროგრამის ანგარიში არ არის ({error}); თუ ის გამოცემული ანგარიში არ არის, სხვაგან გადაიტანეთ"
        ))),
    };
    files.into_iter().map(read).collect()
}

/// Where an edition for the public that was just compiled differs from earlier ones in what it withholds; a waiver may accept it.
pub fn differs_from_earlier(checked: &Checked, name: &str, earlier: &[EarlierEdition], as_of: Option<Date>) -> Vec<Located> {
    let Loaded { sources, plan, periods } = &checked.loaded;
    let Some(period) = periods.iter().position(|period| period.name == name) else { return Vec::new() };
    let number = |name: &str| periods.iter().position(|period| period.name == name);
    let mut published: Vec<Published<'_>> = Vec::new();
    for EarlierEdition { path, activities } in earlier {
        for activity in activities {
            let rows = std::iter::once(&activity.rows).chain(&activity.figures).flat_map(|rows| rows.said.iter().chain(&rows.external));
            published.extend(rows.filter_map(|said| known(plan, path, &activity.id, said, &number)));
        }
    }
    let as_of = as_of.or_else(|| periods[period].covers.map(|covers| covers.end()));
    let Some(as_of) = as_of else { return Vec::new() };
    let edition = Some(Edition { period, withheld: &[], earlier: &published });
    super::edition::run(&Context { plan, periods, problems: &[], sources, as_of, edition, accepted: &[] })
}

/// What an edition says of a figure, if plan and periods still have it.
fn known<'e>(plan: &Plan, path: &'e str, id: &str, said: &Said, number: &dyn Fn(&str) -> Option<usize>) -> Option<Published<'e>> {
    let activity = plan.activity_ix(id)?;
    let at = |wanted: &str| plan.activity(activity).indicators.iter().position(|indicator| indicator.id == wanted);
    let pair = |(dimension, value): (&String, &String)| {
        let of = plan.dimensions.iter().position(|known| known.id == *dimension)?;
        let value = plan.dimensions[of].values.iter().position(|known| known.id == *value)?;
        Some((u8::try_from(of).ok()?, u8::try_from(value).ok()?))
    };
    let mut breakdown = said.breakdown.iter().map(pair).collect::<Option<Vec<(u8, u8)>>>()?;
    breakdown.sort_unstable();
    let shown = match &said.value {
        serde_json::Value::Number(_) => true,
        value if value.get("below").is_some() || value.get("withheld").is_some() => false,
        _ => return None,
    };
    let indicator = u16::try_from(at(said.indicator.as_deref()?)?).ok()?;
    Some(Published { path, activity, indicator, breakdown: breakdown.into(), period: number(&said.period)?, shown })
}
