//! Disagreements, with every side: leads about a status, agencies about a value, external sources about either.
//!
//! Which value or status counts is decided elsewhere; here is only what the annex lists.

use super::Frame;
use super::combine::differ;
use super::history::{History, Moment};
use super::parts::{Given, all_of};
use super::progress::{About, Disagreement, Statement};
use super::rows::Entry;
use crate::model::plan::ActivityIx;
use crate::model::scale::StatusIx;
use crate::model::submission::Row;
use crate::model::text::Text;

/// Leads that give different statuses, by year of the report; settled where the secretariat assessed the activity.
pub(super) fn of_statuses<'a>(frame: &Frame<'a>, ix: ActivityIx, history: &History<'_, 'a>) -> Vec<Disagreement<'a>> {
    let own = frame.calendar.stages.iter().zip(&history.moments).filter(|(stage, _)| stage.own);
    let differing = own.filter(|(_, moment)| moment.words.windows(2).any(|pair| pair[0].row.status != pair[1].row.status));
    let listed = differing.map(|(stage, moment)| Disagreement {
        activity: ix,
        about: About::Status,
        year: stage.year,
        sides: status_sides(moment),
        settled: moment.reason,
    });
    listed.collect()
}

/// External ratings that differ from the status that counts at the end of the period they speak of.
pub(super) fn with_external_statuses<'a>(
    frame: &Frame<'a>,
    ix: ActivityIx,
    history: &History<'_, 'a>,
    entries: &[Entry<'a>],
) -> Vec<Disagreement<'a>> {
    let mut found = Vec::new();
    let last = frame.calendar.stages.len().saturating_sub(1);
    for (at, (stage, moment)) in frame.calendar.stages.iter().zip(&history.moments).enumerate().filter(|(_, (stage, _))| stage.own) {
        let counted = if at == last { history.now.status } else { moment.state.status };
        let differs = |entry: &&Entry<'a>| {
            let ends_together = frame.calendar.reading(entry.period as usize).is_some_and(|reading| reading.covers.end() == stage.end);
            entry.external && entry.own && ends_together && entry.row.status.is_some_and(|status| status != counted)
        };
        let external = distinct(entries.iter().filter(differs));
        if !external.is_empty() {
            let sides = status_sides(moment).into_iter().chain(external).collect();
            found.push(Disagreement { activity: ix, about: About::ExternalStatus, year: stage.year, sides, settled: None });
        }
    }
    found
}

/// Agencies that give different values for the same thing in one year.
pub(super) fn of_values<'a>(ix: ActivityIx, key: &'a Row, year: i32, rows: &[&Entry<'a>], settled: Option<&'a Text>) -> Disagreement<'a> {
    let about = About::Value(key.indicator.unwrap_or_default(), key.breakdown.clone());
    Disagreement { activity: ix, about, year, sides: rows.iter().map(|entry| entry.statement()).collect(), settled }
}

/// External values that differ from the agencies' one. A value for a part of the year is compared only with a value for the same days.
pub(super) fn with_external<'a>(
    frame: &Frame<'a>,
    ix: ActivityIx,
    key: &'a Row,
    year: i32,
    merged: &Given<'_, 'a>,
    external: &[&Entry<'a>],
) -> Option<Disagreement<'a>> {
    let differs = |entry: &&&Entry<'a>| {
        let reading = frame.calendar.reading(entry.period as usize);
        let comparable = reading.is_some_and(|it| it.own && it.year() == year && (it.is_whole_year() || all_of(frame, &merged.used, it)));
        comparable && entry.row.value.as_ref().is_some_and(|value| differ(&merged.value, value))
    };
    let others: Vec<_> = external.iter().filter(differs).map(|entry| entry.statement()).collect();
    if others.is_empty() {
        return None;
    }
    let about = About::External(key.indicator.unwrap_or_default(), key.breakdown.clone());
    let sides = merged.used.iter().map(|entry| entry.statement()).chain(others).collect();
    Some(Disagreement { activity: ix, about, year, sides, settled: None })
}

fn status_sides<'a>(moment: &Moment<'_, 'a>) -> Vec<Statement<'a>> {
    distinct(moment.words.iter().copied())
}

/// One statement for each speaker and status: an agency repeats its status in every row.
fn distinct<'e, 'a: 'e>(rows: impl Iterator<Item = &'e Entry<'a>>) -> Vec<Statement<'a>> {
    let mut distinct: Vec<Statement<'a>> = Vec::new();
    let speaker = |it: &Statement<'a>| (it.agency, it.publisher, it.status.map(|StatusIx(at)| at));
    for row in rows {
        let statement = row.statement();
        if !distinct.iter().any(|known| speaker(known) == speaker(&statement)) {
            distinct.push(statement);
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;

    fn world() -> World {
        let mut world = World::new();
        world.activity("1.1", "a b", "c", "2020").indicator("1.1", "n").indicator("1.1", "m").period("2020");
        world
    }

    #[test]
    fn leads_that_disagree_stand_side_by_side_and_the_less_advanced_counts() {
        let mut world = world();
        world.send("2020", "a", &["1.1 n=1 @done", "1.1 m=2 @done"]).send("2020", "b", &["1.1 @partly"]).send("2020", "c", &["1.1 @not"]);
        assert_eq!(world.now("2020", "1.1"), "partly");
        assert_eq!(world.disagreements("2020"), ["1.1 2020 Status a@done b@partly"]);
        let mut agreed = self::world();
        agreed.send("2020", "a", &["1.1 @done"]).send("2020", "b", &["1.1 @done"]);
        assert!(agreed.disagreements("2020").is_empty());
        world.assess("2020", "1.1", "done");
        assert_eq!(world.now("2020", "1.1"), "done");
        assert_eq!(world.disagreements("2020"), ["1.1 2020 Status a@done b@partly settled"]);
    }

    #[test]
    fn an_external_value_that_differs_is_listed() {
        let mut world = world();
        world.send("2020", "a", &["1.1 n=30", "1.1 m=<5"]).send("2020", "external", &["1.1 n=29", "1.1 n=30.0", "1.1 m=4", "1.1 n[0.0]=3"]);
        assert_eq!(world.disagreements("2020"), ["1.1 2020 External(0, []) a=30 ext=29"]);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "30");
    }

    #[test]
    fn an_external_value_for_a_part_is_not_held_against_the_year() {
        let mut world = world();
        world.period("2020-H1").send("2020", "a", &["1.1 n=30"]).send("2020-H1", "external", &["1.1 n=12"]);
        assert!(world.disagreements("2020").is_empty());
        world.send("2020-H1", "a", &["1.1 n=13"]);
        assert_eq!(world.disagreements("2020-H1"), ["1.1 2020 External(0, []) a=13 ext=12"]);
    }

    #[test]
    fn an_external_rating_that_differs_is_listed() {
        let mut world = world();
        world.send("2020", "a", &["1.1 @done"]).send("2020", "external", &["1.1 @done"]);
        assert!(world.disagreements("2020").is_empty());
        world.send("2020", "external", &["1.1 @partly", "1.1 n=4 @partly"]);
        assert_eq!(world.disagreements("2020"), ["1.1 2020 ExternalStatus a@done ext@partly"]);
        assert_eq!(world.now("2020", "1.1"), "done");
    }

    #[test]
    fn disagreements_of_a_final_report_stand_by_year() {
        let mut world = world();
        world.period("2019");
        world.send("2019", "a", &["1.1 @ongoing"]).send("2019", "b", &["1.1 @not"]).send("2019", "external", &["1.1 @partly"]);
        world.send("2020", "a", &["1.1 @done"]).send("2019", "external", &["1.1 n=4 @not"]);
        assert_eq!(world.disagreements("2019-2020"), ["1.1 2019 Status a@ongoing b@not", "1.1 2019 ExternalStatus a@ongoing b@not ext@partly"]);
        assert_eq!(world.disagreements("2020"), [""; 0]);
    }
}
