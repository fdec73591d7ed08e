//! Disclosure control: small counts of victims, and what would give them away, hidden in what is published.
//!
//! This is cell suppression as statistical offices do it (primary: the small counts; complementary: what they could be computed from;
//! A. Hundepool and others, *Statistical Disclosure Control*, 2012, chapter 4). It works on the rows before they are merged, so every
//! form of the report sees the same. Not here: words. What an agency wrote is printed as it stands.
//!
//! | part | holds |
//! | --- | --- |
//! | `family` | the values of one indicator by publisher, and which of them have to be hidden |
//! | `lattice` | what these values are parts and totals of |
//! | `system` | whether sums give a hidden number away |

mod family;
mod lattice;
#[cfg(test)]
mod properties;
mod system;

use std::collections::BTreeMap;

use crate::model::agency::AgencyIx;
use crate::model::date::Period;
use crate::model::indicator::{Accumulates, Indicator, Number, ValueKind};
use crate::model::period::ReportingPeriod;
use crate::model::plan::{ActivityIx, Plan};
use crate::model::submission::{Row, Value};
use family::{Hidden, Mark, Rules};
use lattice::{Given, Key, Periods, Sums, Table};

/// Who gives a value: an agency, or the publisher of an external observation.
type Speaker<'a> = (Option<AgencyIx>, Option<&'a str>);

/// An indicator: its activity and its number there.
type Family = (ActivityIx, u16);

/// A value with who gives it and what it is about.
type Said<'a> = (Speaker<'a>, Key, &'a Value);

/// Hides counts of victims from 1 to below the plan's `small_count`, and what would give one of them away.
///
/// A small count becomes [`Value::Below`], anything else that has to be hidden [`Value::Withheld`]. Sensitive indicators only; zero is not
/// small. A value is hidden in the rows of every agency and publisher alike.
pub fn protect(plan: &Plan, periods: &mut [ReportingPeriod]) {
    let hidden = hidden(plan, periods);
    let limit = Number::whole(i64::from(plan.small_count));
    for (at, period) in periods.iter_mut().enumerate() {
        for row in period.submissions.iter_mut().flat_map(|file| &mut file.rows) {
            let hidden = sensitive(plan, row).and_then(|(family, _)| hidden.get(&family));
            let Some(mark) = hidden.and_then(|hidden| hidden.get(&(at, row.breakdown.clone()))) else { continue };
            let small = match row.value {
                Some(Value::Number(number)) => number.digits > 0 && number.compare(limit).is_lt(),
                Some(Value::Below(_)) => true,
                _ => continue,
            };
            match (&row.value, mark) {
                (Some(Value::Below(_)), Mark::Small) => {}
                (_, Mark::Small) if small => row.value = Some(Value::Below(plan.small_count)),
                _ => row.value = Some(Value::Withheld),
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
        let mut tables: BTreeMap<Speaker<'_>, Table> = BTreeMap::new();
        for (speaker, key, value) in values {
            let Some(given) = given(value, scale) else { continue };
            // Of two values for the same thing both are printed; the smaller one decides, for zero gives nobody away.
            let known = tables.entry(speaker).or_default().entry(key).or_insert(given);
            *known = std::cmp::min_by_key(*known, given, |given| (*given == Given::Number(0), *given));
        }
        let tables: Vec<Table> = tables.into_values().collect();
        let rules = Rules { sums: sums(indicator), apart: apart.clone(), limit: whole(plan.small_count, scale) };
        family::hidden(&tables, &rules, &order)
    };
    families.into_iter().map(|(family, values)| (family, of_family(values))).collect()
}

/// The indicator of a row, if it counts victims.
fn sensitive<'p>(plan: &'p Plan, row: &Row) -> Option<(Family, &'p Indicator)> {
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

/// Which periods are parts of others, and which follow each other.
fn order(periods: &[ReportingPeriod]) -> Periods {
    let mut known: Vec<_> = periods.iter().enumerate().filter_map(|(at, period)| Some((at, period.covers?))).collect();
    known.sort_by_key(|(at, covers)| (covers.end(), std::cmp::Reverse(covers.start()), *at));
    let in_time = known.iter().map(|(at, _)| *at).collect();
    // The widest first, so that a quarter within a half-year is no further part.
    known.sort_by_key(|(at, covers)| (std::cmp::Reverse(covers.end().days_since(covers.start())), *at));
    let mut parts = BTreeMap::new();
    for (number, (at, covers)) in known.iter().enumerate() {
        let mut apart: Vec<(usize, Period)> = Vec::new();
        for (part, inside) in known.iter().skip(number + 1).filter(|(_, inside)| covers.contains(inside)) {
            if !apart.iter().any(|(_, other)| other.touches(inside)) {
                apart.push((*part, *inside));
            }
        }
        parts.insert(*at, apart.into_iter().map(|(part, _)| part).collect());
    }
    Periods { parts, in_time }
}
