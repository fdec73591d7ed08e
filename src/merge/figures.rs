//! The figures of one activity: every indicator and breakdown with its value by year and the rows behind it.
//!
//! Totals are never derived from breakdowns, nor the other way round: what nobody reported is absent.

use std::collections::BTreeSet;

use super::Frame;
use super::combine::{add, agree};
use super::conflict;
use super::parts::{self, Given, Parts};
use super::progress::{Disagreement, Figure, Merged};
use super::rows::Entry;
use crate::model::agency::AgencyIx;
use crate::model::indicator::{Indicator, Merge};
use crate::model::plan::ActivityIx;

/// The figures of an activity from its rows, which are arranged; disagreements in the report's years go to `disagreements`.
pub(super) fn of<'a>(frame: &Frame<'a>, ix: ActivityIx, entries: &[Entry<'a>], disagreements: &mut Vec<Disagreement<'a>>) -> Vec<Figure<'a>> {
    let indicators = &frame.plan.activity(ix).indicators;
    let known = |entry: &&Entry<'a>| entry.row.value.is_some() && entry.row.indicator.is_some_and(|at| usize::from(at) < indicators.len());
    let mut rows: Vec<&Entry<'a>> = entries.iter().filter(known).collect();
    rows.sort_by_key(|entry| (entry.row.indicator, &entry.row.breakdown));
    let figures = rows.chunk_by(|a, b| (a.row.indicator, &a.row.breakdown) == (b.row.indicator, &b.row.breakdown));
    let mut figures: Vec<Figure<'a>> = figures.filter_map(|rows| figure(frame, ix, rows, disagreements)).collect();
    figures.shrink_to_fit();
    figures
}

/// One figure from the rows about it.
fn figure<'a>(frame: &Frame<'a>, ix: ActivityIx, rows: &[&Entry<'a>], disagreements: &mut Vec<Disagreement<'a>>) -> Option<Figure<'a>> {
    let row = rows.first()?.row;
    let at = row.indicator?;
    let indicator = frame.plan.activity(ix).indicators.get(usize::from(at))?;
    let (said, external) = rows.split_at(rows.partition_point(|entry| !entry.external));
    let counting: Vec<&Entry<'a>> = said.iter().copied().filter(|entry| entry.counts()).collect();
    let years: BTreeSet<i32> = counting.iter().filter_map(|entry| Some(frame.calendar.reading(entry.period as usize)?.year())).collect();

    let (mut by_year, mut settled) = (Vec::new(), None);
    for year in years {
        let given = by_agency(frame, indicator, year, &counting);
        let all: Vec<&Entry<'a>> = given.iter().flat_map(|(_, given)| given.used.iter().copied()).collect();
        let Some(mut merged) = across(frame, indicator, &given) else { continue };
        let own = frame.calendar.is_own_year(year);
        if merged.value == Merged::Conflict {
            let choice = frame.verdicts.settled(ix, at, year).and_then(|it| Some((it, chosen(frame, &given, it.agency)?)));
            if own {
                disagreements.push(conflict::of_values(ix, row, year, &all, choice.as_ref().map(|(it, _)| it.reason)));
            }
            if let Some((it, value)) = choice {
                settled = if own { Some((it.agency, it.reason)) } else { settled };
                merged = value;
            }
        }
        if own {
            disagreements.extend(conflict::with_external(frame, ix, row, year, &merged, external));
        }
        by_year.push((year, merged.value));
    }

    Some(Figure {
        indicator: at,
        breakdown: row.breakdown.clone(),
        by_year: by_year.into_iter().collect(),
        said: said.iter().map(|entry| entry.statement()).collect(),
        external: external.iter().map(|entry| entry.statement()).collect(),
        settled,
    })
}

type ByAgency<'e, 'a> = Vec<(Option<AgencyIx>, Given<'e, 'a>)>;

/// The value of each agency for a year, in the order of roles.
fn by_agency<'e, 'a>(frame: &Frame<'_>, indicator: &Indicator, year: i32, rows: &[&'e Entry<'a>]) -> ByAgency<'e, 'a> {
    let parts = Parts::of(indicator);
    let agencies = rows.chunk_by(|a, b| a.agency == b.agency);
    agencies.filter_map(|rows| Some((rows.first()?.agency, parts::of_year(frame, parts, year, rows)?))).collect()
}

/// The value of all agencies by the indicator's `merge`; an agency that is to be taken `from` but is silent leaves it to the others.
fn across<'e, 'a>(frame: &Frame<'_>, indicator: &Indicator, given: &ByAgency<'e, 'a>) -> Option<Given<'e, 'a>> {
    if let Merge::From(agency) = indicator.merge
        && let Some(given) = chosen(frame, given, agency)
    {
        return Some(given);
    }
    let values = given.iter().map(|(_, given)| given.value.clone());
    let value = match indicator.merge {
        Merge::Sum if indicator.kind.is_number() => values.map(Some).reduce(|a, b| add(a?, b?))??,
        _ => values.reduce(agree)?,
    };
    Some(Given { value, used: given.iter().flat_map(|(_, given)| given.used.iter().copied()).collect() })
}

/// The value of one agency, or of the members of a group, which must agree.
fn chosen<'e, 'a>(frame: &Frame<'_>, given: &ByAgency<'e, 'a>, agency: AgencyIx) -> Option<Given<'e, 'a>> {
    let members = frame.groups.members(agency);
    let own = given.iter().filter(|(agency, _)| agency.is_some_and(|agency| members.contains(&agency))).map(|(_, given)| given);
    let value = own.clone().map(|given| given.value.clone()).reduce(agree)?;
    Some(Given { value, used: own.flat_map(|given| given.used.iter().copied()).collect() })
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;
    use crate::model::indicator::{Merge, ValueKind};

    /// Leads a and b and supporting c with an indicator `n`, and what each says in 2020.
    fn world(rows: &[(&str, &str)]) -> World {
        let mut world = World::new();
        world.activity("1.1", "a b", "c", "2020").indicator("1.1", "n").period("2020");
        for (agency, row) in rows {
            world.send("2020", agency, &[&format!("1.1 {row}")]);
        }
        world
    }

    #[test]
    fn different_values_for_the_same_thing_are_a_conflict() {
        // Case rep-conflict.
        let world = world(&[("a", "n=24"), ("b", "n=31")]);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "conflict");
        assert_eq!(world.disagreements("2020"), ["1.1 2020 Value(0, []) a=24 b=31"]);
    }

    #[test]
    fn equal_values_agree() {
        let world = world(&[("a", "n=24.0"), ("c", "n=24"), ("b", "n=<30")]);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "24.0");
        assert!(world.disagreements("2020").is_empty());
    }

    #[test]
    fn parts_counted_by_several_agencies_add_up() {
        let mut world = world(&[("a", "n=24"), ("b", "n=0.5"), ("c", "n=<5")]);
        world.edit("1.1", "n", |indicator| indicator.merge = Merge::Sum);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "25.5..28.5");
        world.edit("1.1", "n", |indicator| indicator.kind = ValueKind::Text);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "conflict");
    }

    #[test]
    fn one_agency_speaks_for_all_unless_it_is_silent() {
        let mut world = world(&[("a", "n=24"), ("b", "n=31")]);
        let (b, c) = (world.agency("b"), world.agency("c"));
        world.edit("1.1", "n", |indicator| indicator.merge = Merge::From(b));
        assert_eq!(world.value("2020", "1.1", "n", 2020), "31");
        assert!(world.disagreements("2020").is_empty());
        world.edit("1.1", "n", |indicator| indicator.merge = Merge::From(c));
        assert_eq!(world.value("2020", "1.1", "n", 2020), "conflict");
    }

    #[test]
    fn a_group_speaks_through_its_members() {
        let mut world = world(&[("a", "n=24"), ("c", "n=31")]);
        let group = world.agency("group");
        world.edit("1.1", "n", |indicator| indicator.merge = Merge::From(group));
        assert_eq!(world.value("2020", "1.1", "n", 2020), "24");
    }

    #[test]
    fn the_secretariat_settles_a_conflict_and_it_stays_listed() {
        let mut world = world(&[("a", "n=24"), ("b", "n=31")]);
        world.settle("2020", "1.1", "n", "b");
        assert_eq!(world.value("2020", "1.1", "n", 2020), "31");
        assert_eq!(world.disagreements("2020"), ["1.1 2020 Value(0, []) a=24 b=31 settled"]);
        assert_eq!(world.settled("2020", "1.1", "n"), Some("b".into()));
    }

    #[test]
    fn a_choice_of_a_silent_agency_settles_nothing() {
        let mut world = world(&[("a", "n=24"), ("b", "n=31")]);
        world.settle("2020", "1.1", "n", "c");
        assert_eq!(world.value("2020", "1.1", "n", 2020), "conflict");
        assert_eq!(world.disagreements("2020"), ["1.1 2020 Value(0, []) a=24 b=31"]);
        assert_eq!(world.settled("2020", "1.1", "n"), None);
    }

    #[test]
    fn a_row_from_outside_is_shown_but_does_not_count() {
        let mut world = world(&[("a", "n=24"), ("d", "n=31 outside")]);
        assert_eq!(world.value("2020", "1.1", "n", 2020), "24");
        assert!(world.disagreements("2020").is_empty());
        world.send("2020", "d", &["1.1 n[0.1]=7 outside"]);
        assert_eq!(world.figures("2020", "1.1"), ["n[] 2020=24 said 2 external 0", "n[0.1] said 1 external 0"]);
    }

    #[test]
    fn figures_stand_by_indicator_and_breakdown_with_every_year() {
        let mut world = world(&[("a", "n[0.1]=1"), ("b", "n[0.0,1.1]=2"), ("a", "n=3")]);
        world.indicator("1.1", "m").period("2019");
        world.send("2020", "b", &["1.1 m=9"]).send("2019", "a", &["1.1 n=2", "1.1 @done"]).send("2020", "external", &["1.1 m[0.1]=9"]);
        let figures = world.figures("2020", "1.1");
        let expected = [
            "n[] 2019=2 2020=3 said 2 external 0",
            "n[0.0,1.1] 2020=2 said 1 external 0",
            "n[0.1] 2020=1 said 1 external 0",
            "m[] 2020=9 said 1 external 0",
        ];
        assert_eq!(figures[..4], expected);
        assert_eq!(figures[4..], ["m[0.1] said 0 external 1"]);
    }

    #[test]
    fn a_conflict_of_last_year_is_not_in_this_years_list() {
        let mut world = world(&[]);
        world.period("2019").send("2019", "a", &["1.1 n=1"]).send("2019", "b", &["1.1 n=2"]);
        assert_eq!(world.value("2020", "1.1", "n", 2019), "conflict");
        assert!(world.disagreements("2020").is_empty());
        assert_eq!(world.disagreements("2019-2020").len(), 1);
    }
}
