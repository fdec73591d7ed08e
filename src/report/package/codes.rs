//! The tables of codes: statuses, and the values of every other list of the plan.

use super::cell::{shown, text};
use super::languages;
use super::table::{Columns, Kind, Table};
use crate::model::plan::{Choice, Plan};
use crate::model::scale::{Counts, Status};
use crate::report::json::Reported;

pub(super) fn statuses<'a>(given: Reported<'a>) -> Table<'a> {
    let languages = languages(given.plan);
    let counts = Kind::Code(Counts::ALL.iter().map(|(name, _)| (*name).to_owned()).collect());
    let name = |counts: Counts| Counts::ALL.iter().find(|(_, known)| *known == counts).map_or("", |(name, _)| name);
    let columns = Columns::<(usize, &'a Status)>::new()
        .always("code", Kind::Text, "Code of the status", |(_, it)| text(&*it.code))
        .always("rank", Kind::Whole, "Place on the scale, 1 for the most advanced", |(at, _)| shown(Some(*at)))
        .always("counts", counts, "What it means to the rates of the report", move |(_, it)| text(name(it.counts)))
        .localized("label", &languages, "Label", |(_, it)| Some(&it.label))
        .localized("short", &languages, "Label for narrow tables", |(_, it)| Some(&it.short));
    let table = columns.table("statuses", "One row for each status of the plan's scale.", (1..).zip(&given.plan.scale.statuses));
    Table { key: &["code"], ..table }
}

/// The heading of a dimension's column. It begins with `by_`, for the id of a dimension may be that of another column.
pub(super) fn heading(dimension: &str) -> String {
    format!("by_{dimension}")
}

/// The codes of a list.
pub(super) fn kind(choices: &[Choice]) -> Kind {
    Kind::Code(choices.iter().map(|choice| choice.id.clone()).collect())
}

fn lists(plan: &Plan) -> impl Iterator<Item = (String, &Choice)> {
    let dimensions = plan.dimensions.iter().flat_map(|it| it.values.iter().map(move |value| (heading(&it.id), value)));
    dimensions.chain(plan.delay_reasons.iter().map(|reason| ("delay_reason".to_owned(), reason)))
}

pub(super) fn codes<'a>(given: Reported<'a>) -> Table<'a> {
    let columns = Columns::<(String, &'a Choice)>::new()
        .always("field", Kind::Text, "The column of `figures` and `statements` in which the code stands", |(field, _)| shown(Some(field)))
        .always("code", Kind::Text, "The code", |(_, it)| text(&*it.id))
        .localized("name", &languages(given.plan), "What it stands for", |(_, it)| Some(&it.name));
    let table = columns.table("codes", "One row for each code by which figures are broken down, and for each reason for delay.", lists(given.plan));
    Table { key: &["field", "code"], ..table }
}
