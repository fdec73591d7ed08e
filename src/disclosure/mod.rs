//! Disclosure control: small counts of victims, and what would give them away, hidden in what is published.
//!
//! This is cell suppression as statistical offices do it (primary: the small counts; complementary: what they could be computed from;
//! A. Hundepool and others, *Statistical Disclosure Control*, 2012, chapter 4). It works on the rows before they are merged, so every
//! form of the report sees the same.
//!
//! Words can tell what figures do not. The notes to a hidden value go with it, and so do notes to other figures of the same indicator that
//! quote a hidden number. All other words, those of the secretariat above all, are printed as they stand: only a person can say whether
//! 'six' means these six. [`Index`] finds where they quote a hidden number, and the check `withheld-number-in-text` warns of each. What no
//! program sees, numbers that only give away with others, in words above twenty or in a picture of a case, is left to who publishes.
//!
//! | part | holds |
//! | --- | --- |
//! | `family` | the values of one indicator by publisher, and which of them have to be hidden |
//! | `lattice` | what these values are parts and totals of |
//! | `numbers` | the numbers that a text says |
//! | `stretch` | which periods share days, and of which stretches they are made |
//! | `system` | whether sums give a hidden number away |
//! | `withheld` | what was hidden, and which texts say it |

mod family;
mod lattice;
mod numbers;
#[cfg(test)]
mod properties;
mod stretch;
mod system;
mod withheld;

use std::collections::BTreeMap;

use crate::model::agency::AgencyIx;
use crate::model::date::Period;
use crate::model::indicator::{Accumulates, Indicator, Number, ValueKind};
use crate::model::period::ReportingPeriod;
use crate::model::plan::{ActivityIx, Plan};
use crate::model::submission::{Row, Value};
use crate::model::text::Text;
use family::{Hidden, Mark, Rules};
use lattice::{Given, Key, Sums, Table};
use stretch::Periods;

pub use withheld::{About, Index, Published, Told, Withheld};

/// Who gives a value: an agency, or the publisher of an external observation.
type Speaker<'a> = (Option<AgencyIx>, Option<&'a str>);

/// An indicator: its activity and its number there.
pub(crate) type Family = (ActivityIx, u16);

/// A value with who gives it and what it is about.
type Said<'a> = (Speaker<'a>, Key, &'a Value);

/// Hides counts of victims from 1 to below the plan's `small_count`, and what would give one of them away; returns the hidden numbers.
///
/// A small count becomes [`Value::Below`], anything else that has to be hidden [`Value::Withheld`]. Sensitive indicators only; zero is not
/// small. A value is hidden in the rows of every agency and publisher alike.
///
/// The notes of a row whose value is hidden go with it, since they may say it; so do notes to other figures of the indicator that say a
/// hidden number, values in words that say a number, and small baselines.
pub fn protect(plan: &mut Plan, periods: &mut [ReportingPeriod]) -> Vec<Withheld> {
    let limit = Number::whole(i64::from(plan.small_count));
    let is_small = |number: &Number| number.digits > 0 && number.compare(limit).is_lt();
    let mut withheld: Vec<Withheld> = Vec::new();
    for (activity, of_plan) in (0..).map(ActivityIx).zip(&mut plan.activities) {
        for (indicator, of_activity) in (0..).zip(&mut of_plan.indicators).filter(|(_, indicator)| indicator.sensitive) {
            if let Some(number) = of_activity.baseline.take_if(|baseline| is_small(baseline)) {
                withheld.push(Withheld { activity, indicator, breakdown: Box::default(), period: None, number });
            }
        }
    }
    let plan = &*plan;
    let hidden = hidden(plan, periods);
    for (at, period) in periods.iter_mut().enumerate() {
        for row in period.submissions.iter_mut().flat_map(|file| &mut file.rows) {
            let Some((family, _)) = sensitive(plan, row) else { continue };
            let mark = hidden.get(&family).and_then(|hidden| hidden.get(&(at, row.breakdown.clone())));
            let shown = match (&row.value, mark) {
                (Some(Value::Text(text)), _) if text.contains(|c: char| c.is_ascii_digit()) || !numbers::numbers(text, 0).is_empty() => {
                    Value::Withheld
                }
                (Some(Value::Number(number)), Some(Mark::Small)) if is_small(number) => Value::Below(plan.small_count),
                (Some(Value::Number(_)), Some(_)) | (Some(Value::Below(_)), Some(Mark::Nothing)) => Value::Withheld,
                _ => continue,
            };
            if let Some(Value::Number(number)) = row.value.replace(shown) {
                let (activity, indicator) = family;
                withheld.push(Withheld { activity, indicator, breakdown: row.breakdown.clone(), period: Some(at), number });
            }
            if let Some(words) = &mut row.words {
                words.narrative = Text::default();
                words.obstacles = Text::default();
            }
        }
    }
    silence(plan, periods, &withheld);
    withheld
}

/// Takes out the notes to figures that say a withheld number of their indicator.
fn silence(plan: &Plan, periods: &mut [ReportingPeriod], withheld: &[Withheld]) {
    let index = Index::new(plan, periods, withheld);
    for period in periods.iter_mut().filter(|_| !index.is_empty()) {
        let covers = period.covers;
        for row in period.submissions.iter_mut().flat_map(|file| &mut file.rows) {
            let Some(((activity, indicator), _)) = sensitive(plan, row) else { continue };
            let about = About { activity: Some(activity), covers };
            for text in row.words.iter_mut().flat_map(|words| [&mut words.narrative, &mut words.obstacles]) {
                if index.is_told(text, about, indicator) {
                    *text = Text::default();
                }
            }
        }
    }
}

/// What has to be hidden, by indicator.
fn hidden(plan: &Plan, periods: &[ReportingPeriod]) -> BTreeMap<Family, Hidden> {
    let mut families: BTreeMap<Family, (&Indicator, Vec<Said<'_>>)> = BTreeMap::new();
    for (at, period) in periods.iter().enumerate() {
        for row in period.submissions.iter().filter(|file| !file.replaced).flat_map(|file| &file.rows) {
            let Some(((family, indicator), value)) = sensitive(plan, row).zip(row.value.as_ref()) else { continue };
            let publisher = row.words.as_ref().filter(|_| row.agency.is_none()).and_then(|words| words.publisher.all().next());
            let speaker = (row.agency, publisher.map(|(_, name)| name));
            families.entry(family).or_insert((indicator, Vec::new())).1.push((speaker, (at, row.breakdown.clone()), value));
        }
    }
    let order = order(periods);
    let apart: Vec<u8> = (0u8..).zip(&plan.dimensions).filter(|(_, dimension)| !dimension.adds_up).map(|(at, _)| at).collect();
    let of_family = |(indicator, values): (&Indicator, Vec<Said<'_>>)| {
        let scale = values.iter().map(|(_, _, value)| if let Value::Number(number) = value { number.scale } else { 0 }).max().unwrap_or(0);
        let mut tables: BTreeMap<(Speaker<'_>, usize), Table> = BTreeMap::new();
        for (speaker, key, value) in values {
            let Some(given) = given(value, scale) else { continue };
            // Of two values for the same thing both are printed; each stands in a table of its own.
            let mut number = 0;
            while tables.get(&(speaker, number)).is_some_and(|table| table.get(&key).is_some_and(|known| *known != given)) {
                number += 1;
            }
            tables.entry((speaker, number)).or_default().insert(key, given);
        }
        let (own, others): (Vec<_>, Vec<_>) = tables.into_iter().partition(|(((agency, _), _), _)| agency.is_some());
        let only = |tables: Vec<((Speaker<'_>, usize), Table)>| tables.into_iter().map(|(_, table)| table).collect::<Vec<Table>>();
        let (own, others) = (only(own), only(others));
        let together = together(&own, &others);
        let tables: Vec<Table> = own.into_iter().chain(others).chain(together).collect();
        let rules = Rules { sums: sums(indicator), apart: apart.clone(), limit: whole(plan.small_count, scale) };
        family::hidden(&tables, &rules, &order)
    };
    families.into_iter().map(|(family, values)| (family, of_family(values))).collect()
}

/// What readers may put together from the tables of all who speak, as if they spoke of the same persons: the least of each value, or the
/// most, where agencies differ also their sum, as the report prints it.
fn together(own: &[Table], others: &[Table]) -> Vec<Table> {
    type Way = fn(Given, Given) -> Given;
    let least: Way = |a, b| std::cmp::min_by_key(a, b, |given| (*given == Given::Number(0), *given));
    let most: Way = |a, b| a.max(b);
    let sum: Way = |a, b| if let (Given::Number(a), Given::Number(b)) = (a, b) { Given::Number(a + b) } else { a.min(b) };
    let unite = |tables: &mut dyn Iterator<Item = &Table>, way: Way| {
        let mut all = Table::new();
        for (key, given) in tables.flatten() {
            all.entry(key.clone()).and_modify(|known| *known = way(*known, *given)).or_insert(*given);
        }
        all
    };
    let mut together: Vec<Table> = Vec::new();
    for way in [least, most, sum].into_iter().take(if own.len() > 1 { 3 } else { 1 }) {
        let own = unite(&mut own.iter(), way);
        for other in [least, most].into_iter().take(if others.is_empty() { 1 } else { 2 }) {
            together.push(unite(&mut std::iter::once(&own).chain(others), other));
        }
    }
    if own.len() + others.len() > 1 { together } else { Vec::new() }
}

/// The indicator of a row, if it counts victims.
pub(crate) fn sensitive<'p>(plan: &'p Plan, row: &Row) -> Option<(Family, &'p Indicator)> {
    let at = row.indicator?;
    let indicator = plan.activity(row.activity).indicators.get(usize::from(at)).filter(|indicator| indicator.sensitive)?;
    Some(((row.activity, at), indicator))
}

/// A value as a whole number of units, of which ten to the power of `scale` make one.
fn given(value: &Value, scale: u8) -> Option<Given> {
    match value {
        Value::Number(number) => Some(Given::Number(i128::from(number.digits) * 10i128.pow(u32::from(scale - number.scale)))),
        Value::Below(limit) => Some(Given::Below(whole(*limit, scale))),
        Value::Withheld | Value::YesNo(_) | Value::Text(_) => None,
    }
}

fn whole(number: u32, scale: u8) -> i128 {
    i128::from(number) * 10i128.pow(u32::from(scale))
}

fn sums(indicator: &Indicator) -> Sums {
    match (indicator.kind, indicator.accumulates) {
        (ValueKind::Count | ValueKind::Amount, Accumulates::PerPeriod) => Sums::Parts,
        (ValueKind::Count | ValueKind::Amount, Accumulates::RunningTotal) => Sums::Running,
        (ValueKind::Percent | ValueKind::YesNo | ValueKind::Text, _) => Sums::None,
    }
}

/// The days of the periods, and which follow each other.
fn order(periods: &[ReportingPeriod]) -> Periods {
    let mut known: Vec<_> = periods.iter().enumerate().filter_map(|(at, period)| Some((at, period.covers?))).collect();
    known.sort_by_key(|(at, covers)| (covers.end(), std::cmp::Reverse(covers.start()), *at));
    let Some(origin) = known.first().map(|(_, covers)| covers.start()) else { return Periods::default() };
    let days = |covers: &Period| covers.start().days_since(origin)..covers.end().days_since(origin) + 1;
    Periods { days: known.iter().map(|(at, covers)| (*at, days(covers))).collect(), in_time: known.iter().map(|(at, _)| *at).collect() }
}
