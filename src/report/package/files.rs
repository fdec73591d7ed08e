//! The tables of files that the report reads, and of the rows that it set aside.

use std::borrow::Cow;

use super::cell::{EMPTY, shown, text, yes_no};
use super::table::{Columns, Kind, Reference, Table};
use super::{languages, periods};
use crate::model::period::ReportingPeriod;
use crate::model::submission::Submission;
use crate::report::build::SetAsideRow;
use crate::report::json::Reported;

pub(super) fn files<'a>(given: Reported<'a>) -> Table<'a> {
    const REFERENCES: &[Reference] = &[Reference { fields: &["agency"], table: "agencies", to: &["id"] }];
    let (plan, sources) = (given.plan, given.sources);
    let columns = Columns::<(&'a ReportingPeriod, &'a Submission)>::new()
        .always("path", Kind::Text, "Path in the repository", move |(_, it)| text(&*sources.get(it.source).path))
        .with(
            "sha256",
            Kind::Text,
            "SHA-256 of the text with LF line ends and without a byte order mark; of the bytes for a workbook. Empty in the edition for the public",
            move |(_, it)| if given.public { EMPTY } else { Cow::Owned(crate::checksum::of_source(sources.get(it.source))) },
        )
        .always("period", Kind::Text, "Reporting period for which it was sent", |(period, _)| text(&*period.name))
        .with("agency", Kind::Text, "Id of the agency in its name; empty for several, or for an external file", move |(_, it)| {
            text(it.agency.map(|ix| &*plan.agency(ix).id))
        })
        .with("dated", Kind::Day, "Day of the version, where one is known", |(_, it)| shown(it.dated))
        .always("external", Kind::YesNo, "It holds observations of others", |(_, it)| yes_no(it.external))
        .always("replaced", Kind::YesNo, "A later file of the same agency takes its place, so its rows are not in `statements`", |(_, it)| {
            yes_no(it.replaced)
        })
        .always("unreadable", Kind::YesNo, "It came, but its text cannot be read", |(_, it)| yes_no(it.unreadable));
    let items = periods(given).flat_map(|(_, period)| period.submissions.iter().map(move |it| (period, it)));
    let table = columns.table("files", "One row for each file that was sent for a period that the report reads.", items);
    Table { key: &["path"], references: REFERENCES, ..table }
}

pub(super) fn set_aside<'a>(given: Reported<'a>) -> Table<'a> {
    const REFERENCES: &[Reference] = &[Reference { fields: &["file"], table: "files", to: &["path"] }];
    let columns = Columns::<&'a SetAsideRow>::new()
        .always("file", Kind::Text, "Path of the file in the repository", |it| text(&*it.path))
        .always("row", Kind::Whole, "Row as a spreadsheet counts it", |it| shown(Some(it.row)))
        .localized("reason", &languages(given.plan), "Why it was set aside", |it| Some(&it.reason))
        .always("cells", Kind::Array, "The cells as typed: a JSON array of texts", |it| {
            Cow::Owned(serde_json::to_string(&it.cells).unwrap_or_default())
        });
    let description = "One row for each row of the report's own files that has an error and was therefore not counted.";
    Table { key: &["file", "row"], references: REFERENCES, ..columns.table("set_aside", description, given.set_aside.iter()) }
}
