//! The tables of indicators and of their targets.

use super::cell::{shown, text, yes_no};
use super::languages;
use super::table::{Columns, Kind, Reference, Table};
use crate::model::indicator::{Accumulates, Indicator, Merge, Target, ValueKind};
use crate::model::plan::{Activity, Plan};
use crate::report::json::Reported;

type Item<'a> = (&'a Activity, &'a Indicator);

fn of(plan: &Plan) -> impl Iterator<Item = Item<'_>> {
    plan.activities.iter().flat_map(|activity| activity.indicators.iter().map(move |it| (activity, it)))
}

pub(super) fn indicators<'a>(given: Reported<'a>) -> Table<'a> {
    let plan = given.plan;
    let languages = languages(plan);
    let kinds = Kind::Code(ValueKind::ALL.iter().map(|(name, _)| (*name).to_owned()).collect());
    let accumulates = Kind::Code(["per-period", "running-total"].map(str::to_owned).to_vec());
    let columns = Columns::<Item<'a>>::new()
        .always("activity", Kind::Text, "Id of the activity", |(activity, _)| text(&*activity.id))
        .always("id", Kind::Text, "Id of the indicator, unique in its activity", |(_, it)| text(&*it.id))
        .localized("name", &languages, "Name as adopted", |(_, it)| Some(&it.name))
        .always("kind", kinds, "What sort of value it takes; it says which value column of `figures` and `statements` holds it", |(_, it)| {
            text(it.kind.name())
        })
        .localized(
            "unit",
            &languages,
            "What is counted: the unit of `value`, `below`, `at_least`, `at_most`, `min`, `max` and `baseline`",
            |(_, it)| Some(&it.unit),
        )
        .with("baseline", Kind::Number, "Value before the plan began", |(_, it)| shown(it.baseline))
        .always("accumulates", accumulates, "Values of several periods: each speaks of its own, or counts from the start", |(_, it)| {
            text(match it.accumulates {
                Accumulates::PerPeriod => "per-period",
                Accumulates::RunningTotal => "running-total",
            })
        })
        .always("merge", Kind::Text, "Values of several agencies: `sum`, `same` (they must agree), or the id of the agency whose value counts", {
            move |(_, it)| {
                text(match it.merge {
                    Merge::Sum => "sum",
                    Merge::Same => "same",
                    Merge::From(agency) => &plan.agency(agency).id,
                })
            }
        })
        .always("sensitive", Kind::YesNo, "It counts victims, so that a small number may identify a person", |(_, it)| yes_no(it.sensitive));
    let table = columns.table("indicators", "One row for each indicator of an activity.", of(plan));
    Table { key: &["activity", "id"], references: &[Reference { fields: &["activity"], table: "activities", to: &["id"] }], ..table }
}

pub(super) fn targets<'a>(given: Reported<'a>) -> Table<'a> {
    const REFERENCES: &[Reference] = &[Reference { fields: &["activity", "indicator"], table: "indicators", to: &["activity", "id"] }];
    let columns = Columns::<(Item<'a>, i32, &'a Target)>::new()
        .always("activity", Kind::Text, "Id of the activity", |((activity, _), ..)| text(&*activity.id))
        .always("indicator", Kind::Text, "Id of the indicator", |((_, it), ..)| text(&*it.id))
        .always("year", Kind::Year, "Year by whose end it should be reached", |(_, year, _)| shown(Some(*year)))
        .always("min", Kind::Number, "The number, or the least of a range", |(.., target)| shown(Some(target.min)))
        .with("max", Kind::Number, "The most of a range", |(.., target)| shown(target.max));
    let items = of(given.plan).flat_map(|item| item.1.targets.iter().map(move |(year, target)| (item, *year, target)));
    let table = columns.table("targets", "One row for each target of an indicator.", items);
    Table { key: &["activity", "indicator", "year"], references: REFERENCES, ..table }
}
