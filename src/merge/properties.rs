//! What holds for any plan and any files, tried on random ones.

use proptest::prelude::*;

use super::progress::{Merged, Rate};
use super::testing::World;
use crate::model::indicator::{Accumulates, Merge};

const PERIODS: [&str; 5] = ["2019", "2020-H1", "2020-H2", "2020", "2019-2020"];
const DEADLINES: [&str; 6] = ["2019", "2019-H2", "2020-H1", "2020", "2019..2020", "2020..2021"];
const STATUSES: [&str; 6] = ["", "@done", "@partly", "@ongoing", "@not", "@cancelled"];
const VALUES: [&str; 6] = ["", "n=3", "n=<5", "n=7.0", "n[0.1]=2", "n=7"];

prop_compose! {
    fn row()(period in 0..5usize, who in 0..6usize, activity in 1..4usize, value in 0..6usize, status in 0..6usize, outside in 0..8u8)
        -> (usize, usize, String)
    {
        let outside = if outside == 0 { "outside" } else { "" };
        (period, who, format!("1.{activity} {} {} {outside}", VALUES[value], STATUSES[status]))
    }
}

prop_compose! {
    fn world()(
        deadlines in prop::collection::vec(0..6usize, 3),
        rows in prop::collection::vec(row(), 0..24),
        assessed in prop::collection::vec((0..5usize, 1..4usize, 1..6usize), 0..4),
        (sum, running, withdrawn) in any::<(bool, bool, bool)>(),
    ) -> World {
        let mut world = World::new();
        for (at, deadline) in deadlines.into_iter().enumerate() {
            let id = format!("1.{}", at + 1);
            world.activity(&id, ["a b", "group c", "c"][at], "d", DEADLINES[deadline]).indicator(&id, "n").edit(&id, "n", |indicator| {
                indicator.merge = if sum { Merge::Sum } else { Merge::Same };
                indicator.accumulates = if running { Accumulates::RunningTotal } else { Accumulates::PerPeriod };
            });
        }
        if withdrawn {
            world.withdraw("1.1", "2019-12-01");
        }
        for period in PERIODS {
            world.period(period);
        }
        for (period, who, row) in rows {
            world.send(PERIODS[period], ["a", "b", "c", "d", "several", "external"][who], &[&row, "1.1 by=a"][..1 + usize::from(who == 4)]);
        }
        for (period, activity, status) in assessed {
            world.assess(PERIODS[period], &format!("1.{activity}"), &STATUSES[status][1..]);
        }
        world
    }
}

fn is_share(rate: &Rate) -> bool {
    let part = rate.numerator.iter().all(|ix| rate.denominator.contains(ix));
    let sorted = rate.denominator.is_sorted_by(|a, b| a < b) && rate.numerator.is_sorted_by(|a, b| a < b);
    part && sorted && rate.share().is_none_or(|share| (0.0..=1.0).contains(&share))
}

proptest! {
    #[test]
    fn rates_are_shares(world in world(), period in 0..5usize) {
        let progress = world.merge(PERIODS[period]);
        let rates = &progress.rates;
        prop_assert!(is_share(&rates.execution) && is_share(&rates.completion) && is_share(&rates.reported), "{rates:?}");
    }

    #[test]
    fn last_year_is_seen_as_last_years_report_shows_it(world in world()) {
        let (last, now) = (world.merge("2019"), world.merge("2020"));
        for (then, now) in last.activities.iter().zip(&now.activities) {
            prop_assert_eq!(Some(&then.now), now.years.get(&2019));
        }
    }

    #[test]
    fn nothing_depends_on_the_order_of_files_and_rows(world in world(), period in 0..5usize, by in any::<usize>()) {
        let before = format!("{:?}", world.merge(PERIODS[period]));
        let mut world = world;
        for period in &mut world.periods {
            let turn = by % period.submissions.len().max(1);
            period.submissions.rotate_left(turn);
            period.submissions.iter_mut().for_each(|submission| submission.rows.reverse());
        }
        prop_assert_eq!(before, format!("{:?}", world.merge(PERIODS[period])));
    }

    #[test]
    fn every_conflict_of_the_period_is_listed_and_every_figure_has_rows(world in world(), period in 0..5usize) {
        let progress = world.merge(PERIODS[period]);
        let own = World::parse(PERIODS[period]);
        for activity in &progress.activities {
            for figure in &activity.figures {
                prop_assert!(!figure.said.is_empty() || !figure.external.is_empty());
                let years = own.start().year()..=own.end().year();
                let conflicts = figure.by_year.iter().filter(|(year, value)| **value == Merged::Conflict && years.contains(year)).count();
                let about = super::progress::About::Value(figure.indicator, figure.breakdown.clone());
                let listed = progress.disagreements.iter().filter(|it| it.activity == activity.activity && it.about == about).count();
                prop_assert_eq!(conflicts, listed);
            }
        }
    }
}
