//! The table of recommendations: those of the report, and what became of those of an earlier one.

use super::cell::{Cell, EMPTY, shown, text};
use super::languages;
use super::table::{Columns, Kind, Reference, Table};
use crate::model::period::{FollowUp, Recommendation, ReportingPeriod};
use crate::model::text::folded;
use crate::report::json::Reported;

const REFERENCES: &[Reference] = &[Reference { fields: &["status"], table: "statuses", to: &["code"] }];

struct Item<'a> {
    period: &'a ReportingPeriod,
    number: usize,
    recommendation: &'a Recommendation,
    /// What is recorded, with its number from 1.
    record: Option<(usize, &'a FollowUp)>,
}

pub(super) fn recommendations<'a>(given: Reported<'a>) -> Table<'a> {
    let languages = languages(given.plan);
    let scale = &given.plan.scale;
    let statuses = scale.by_word();
    let status = move |it: &Item<'a>| -> Cell<'a> {
        let ix = it.record.and_then(|(_, record)| statuses.get(&folded(&record.status)));
        ix.map_or(EMPTY, |&ix| text(&*scale.get(ix).code))
    };
    let columns = Columns::<Item<'a>>::new()
        .always("period", Kind::Text, "Name of the period whose report makes the recommendation", |it| text(&*it.period.name))
        .always("number", Kind::Whole, "Place among the recommendations of that report, from 1", |it| shown(Some(it.number)))
        .with("id", Kind::Text, "Id of the recommendation", |it| text(&*it.recommendation.id))
        .localized("text", &languages, "What should be done", |it| Some(&it.recommendation.text))
        .with("to", Kind::List, "Ids of the agencies it is addressed to", |it| Cell::Owned(it.recommendation.to.join(";")))
        .with("due", Kind::Text, "By when: a day, a half-year, a year, or a range of them", |it| shown(it.recommendation.due))
        .with("record", Kind::Whole, "Place among what this report records on it, from 1; empty if nothing is recorded", |it| {
            shown(it.record.map(|(number, _)| number))
        })
        .with("status", Kind::Text, "How far it was carried out", status)
        .localized("became", &languages, "What became of it", |it| it.record.map(|(_, record)| &record.text));
    let rows = items(given).into_iter();
    let table =
        columns.table("recommendations", "One row for each recommendation, and for each thing that is recorded on one of an earlier report.", rows);
    let unique = ["period", "number", "record"].map(str::to_owned).to_vec();
    Table { unique, references: REFERENCES, ..table }
}

/// Those followed up, then the report's own.
fn items<'a>(given: Reported<'a>) -> Vec<Item<'a>> {
    let report = given.report;
    let mut items = Vec::new();
    for period in report.followed_up(given.periods).into_iter().chain([report]) {
        for (number, recommendation) in (1..).zip(&period.recommendations) {
            let item = |record| Item { period, number, recommendation, record };
            let of = report.follow_up.iter().filter(|it| !it.recommendation.is_empty() && it.recommendation == recommendation.id);
            let records: Vec<_> = if std::ptr::eq(period, report) { Vec::new() } else { (1..).zip(of).collect() };
            if records.is_empty() {
                items.push(item(None));
            }
            items.extend(records.into_iter().map(|record| item(Some(record))));
        }
    }
    items
}
