//! The table of statements: every accepted row of every file that the report reads, with where it comes from.

use super::cell::{Cell, EMPTY, Parts, shown, text, yes_no};
use super::codes::kind;
use super::figures::{by_dimension, by_kind};
use super::table::{Columns, Kind, Reference, Table};
use super::{languages, periods};
use crate::model::period::ReportingPeriod;
use crate::model::plan::Activity;
use crate::model::submission::{Expected, Row, Submission, Words};
use crate::model::text::Text;
use crate::report::json::Reported;

// Activity and indicator together are the key of `indicators`, but a reference of two columns holds only where both are filled in, and
// readers of packages take a row with one of them for a fault.
const REFERENCES: &[Reference] = &[
    Reference { fields: &["file"], table: "files", to: &["path"] },
    Reference { fields: &["agency"], table: "agencies", to: &["id"] },
    Reference { fields: &["activity"], table: "activities", to: &["id"] },
    Reference { fields: &["status"], table: "statuses", to: &["code"] },
];

struct Item<'a> {
    own: bool,
    period: &'a ReportingPeriod,
    file: &'a Submission,
    row: &'a Row,
    activity: &'a Activity,
}

impl<'a> Item<'a> {
    fn words(&self) -> Option<&'a Words> {
        self.row.words.as_deref()
    }

    fn publisher(&self) -> Option<&'a Text> {
        self.words().filter(|_| self.file.external).map(|words| &words.publisher)
    }

    fn expected(&self) -> Cell<'a> {
        match self.words().and_then(|words| words.expected) {
            None => EMPTY,
            Some(Expected::Day(day)) => shown(Some(day)),
            Some(Expected::Period(period)) => shown(Some(period)),
        }
    }

    /// Evidence is parted at semicolons when it is read, so that no item holds one.
    fn evidence(&self) -> Cell<'a> {
        self.words().map_or(EMPTY, |words| Cell::Owned(words.evidence.join(";")))
    }
}

pub(super) fn statements<'a>(given: Reported<'a>) -> Table<'a> {
    let (plan, sources) = (given.plan, given.sources);
    let languages = languages(plan);
    let agency = move |it: &Item<'a>| if it.file.external { None } else { it.row.agency.or(it.file.agency) };
    let reasons = &plan.delay_reasons;
    let columns = Columns::<Item<'a>>::new()
        .always("file", Kind::Text, "Path of the file in the repository", move |it| text(&*sources.get(it.file.source).path))
        .always("row", Kind::Whole, "Row as a spreadsheet counts it", |it| shown(Some(it.row.row)))
        .always("period", Kind::Text, "Reporting period for which it was sent", |it| text(&*it.period.name))
        .with("year", Kind::Year, "Year to which the report counts it", |it| shown(it.period.covers.map(|covers| covers.end().year())))
        .always("own_period", Kind::YesNo, "The period is one of the report's own, not an earlier one", |it| yes_no(it.own))
        .always("external", Kind::YesNo, "An observation of somebody else, which is shown and counts for nothing", |it| yes_no(it.file.external))
        .with("agency", Kind::Text, "Id of the agency that says so; empty for an external observation", move |it| {
            text(agency(it).map(|ix| &*plan.agency(ix).id))
        })
        .sent("publisher", &languages, "Who publishes an external observation", Item::publisher)
        .always("outside", Kind::YesNo, "The plan does not name the agency for the activity; the secretariat accepted the row", |it| {
            yes_no(it.row.outside)
        })
        .always("activity", Kind::Text, "Id of the activity", |it| text(&*it.activity.id))
        .with(
            "indicator",
            Kind::Text,
            "Id of the indicator in `indicators`, with that of the activity; empty where the row speaks of the whole activity",
            |it| text(it.row.indicator.and_then(|at| it.activity.indicators.get(usize::from(at))).map(|it| &*it.id)),
        );
    let codes = Kind::Code(plan.scale.statuses.iter().map(|status| status.code.clone()).collect());
    let columns = by_dimension(columns, plan, |it| &it.row.breakdown)
        .with("status", codes, "Status of the activity that the row gives", move |it| text(it.row.status.map(|ix| &*plan.scale.get(ix).code)));
    let columns = by_kind(columns, |it| it.row.value.as_ref().map(Parts::of).unwrap_or_default())
        .sent("narrative", &languages, "What was done", |it| it.words().map(|words| &words.narrative))
        .sent("obstacles", &languages, "What stood in the way", |it| it.words().map(|words| &words.obstacles))
        .with("delay_reason", kind(reasons), "Reason for the delay", move |it| {
            text(it.words().and_then(|words| reasons.get(usize::from(words.delay_reason?))).map(|reason| &*reason.id))
        })
        .with("expected", Kind::Text, "When it will be done: a day, or a period as in deadlines", Item::expected)
        .with("evidence", Kind::List, "Web addresses and references to documents", Item::evidence);
    let items = periods(given).flat_map(move |(own, period)| {
        let counted = period.submissions.iter().filter(|file| !file.replaced);
        counted.flat_map(move |file| file.rows.iter().map(move |row| Item { own, period, file, row, activity: plan.activity(row.activity) }))
    });
    let description = "One row for each accepted row of the files that the report reads, as it was sent, with its file and row.";
    Table { key: &["file", "row"], references: REFERENCES, ..columns.table("statements", description, items) }
}
