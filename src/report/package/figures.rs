//! The table of figures: the merged value of an indicator in one breakdown and one year.
//!
//! Every dimension of the plan is a column of its own, not a row of a table of breakdowns. A figure is one observation, and its
//! dimensions are what tells it from others: so it is found with one condition (`by_sex = 'female'`), the totals with another
//! (`by_sex IS NULL`), without a join that would count a figure of two dimensions twice. The price is empty cells and
//! headings that follow the plan; the schema says which they are.

use super::cell::{Cell, Parts, shown, text, value_in, yes_no};
use super::codes::{heading, kind};
use super::table::{Columns, Kind, Reference, Table};
use crate::merge::progress::{Figure, Merged};
use crate::model::plan::{Activity, Plan};
use crate::model::submission::Breakdown;
use crate::report::json::Reported;

const REFERENCES: &[Reference] = &[
    Reference { fields: &["activity", "indicator"], table: "indicators", to: &["activity", "id"] },
    Reference { fields: &["settled"], table: "agencies", to: &["id"] },
];

struct Item<'a> {
    activity: &'a Activity,
    figure: &'a Figure<'a>,
    year: i32,
    parts: Parts<'a>,
}

/// A column for each dimension.
pub(super) fn by_dimension<'a, T: 'a>(mut columns: Columns<'a, T>, plan: &'a Plan, of: impl Fn(&T) -> &'a Breakdown + Copy + 'a) -> Columns<'a, T> {
    for (at, dimension) in plan.dimensions.iter().enumerate() {
        let description = format!("Broken down by the dimension `{}`; empty where it is not", dimension.id);
        columns = columns.with(heading(&dimension.id), kind(&dimension.values), description, move |it| value_in(plan, of(it), at));
    }
    columns
}

/// A column for each sort of value.
pub(super) fn by_kind<'a, T: 'a>(columns: Columns<'a, T>, of: impl Fn(&T) -> Parts<'a> + Copy + 'a) -> Columns<'a, T> {
    columns
        .with("value", Kind::Number, "The number, in the unit of the indicator", move |it| shown(of(it).value))
        .with("below", Kind::Whole, "For a small count that was suppressed: it is less than this", move |it| shown(of(it).below))
        .with("withheld", Kind::YesNo, "True for a number that is not published because a small count could be computed from it", move |it| {
            if of(it).withheld { yes_no(true) } else { super::cell::EMPTY }
        })
        .with("yes_no", Kind::YesNo, "The answer of a yes-no indicator", move |it| of(it).yes_no.map_or(super::cell::EMPTY, yes_no))
        .with("text", Kind::Text, "The words of a text indicator", move |it| text(of(it).text))
}

pub(super) fn figures<'a>(given: Reported<'a>) -> Table<'a> {
    let plan = given.plan;
    let indicator = |it: &Item<'a>| -> Cell<'a> { text(it.activity.indicators.get(usize::from(it.figure.indicator)).map(|it| &*it.id)) };
    let columns = Columns::<Item<'a>>::new()
        .always("activity", Kind::Text, "Id of the activity", |it| text(&*it.activity.id))
        .always("indicator", Kind::Text, "Id of the indicator", indicator)
        .always("year", Kind::Year, "Year of which it speaks", |it| shown(Some(it.year)));
    let columns = by_dimension(columns, plan, |it| &it.figure.breakdown);
    let columns = by_kind(columns, |it| it.parts)
        .with("at_least", Kind::Number, "For a sum with a suppressed part: the least it can be", |it| shown(it.parts.between.map(|it| it.0)))
        .with("at_most", Kind::Number, "For a sum with a suppressed part: the most it can be", |it| shown(it.parts.between.map(|it| it.1)))
        .always("conflict", Kind::YesNo, "Agencies give different values where they must agree, so none counts", |it| yes_no(it.parts.conflict))
        .with("settled", Kind::Text, "Id of the agency whose value the secretariat chose in the report's period", move |it| {
            text(it.figure.settled.map(|(ix, _)| &*plan.agency(ix).id))
        });
    let of_figure = |activity: &'a Activity, figure: &'a Figure<'a>| {
        let item = move |(year, merged): (&i32, &'a Merged)| Item { activity, figure, year: *year, parts: Parts::of_merged(merged) };
        figure.by_year.iter().map(item)
    };
    let activities = plan.activities.iter().zip(&given.progress.activities);
    let items = activities.flat_map(move |(activity, it)| it.figures.iter().flat_map(move |figure| of_figure(activity, figure)));
    let description = "One row for each merged value: an indicator in one breakdown and one year. The row without any breakdown is the \
        total that agencies reported; other rows are never added up to it.";
    let unique = ["activity", "indicator", "year"].map(str::to_owned).into_iter().chain(plan.dimensions.iter().map(|it| heading(&it.id)));
    let table = columns.table("figures", description, items);
    Table { unique: unique.collect(), references: REFERENCES, ..table }
}
