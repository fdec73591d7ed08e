//! What must hold for the counts of any report: the parts of a whole add up to it.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::testing::World;
use super::view::{Back, Front, Signs, TermRow};

const ACTIVITIES: [&str; 7] = ["1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.1.5", "1.1.6", "1.2.1"];
const STATUSES: [&str; 6] = ["", "implemented", "partially-implemented", "in-progress", "not-implemented", "cancelled"];
const FINAL: &str = "covers: 2019..2020\n";

fn file(rows: &[(usize, usize)]) -> String {
    let rows = rows.iter().map(|&(activity, status)| format!("{},{}\n", ACTIVITIES[activity], STATUSES[status]));
    std::iter::once("activity,status\n".to_owned()).chain(rows).collect()
}

fn drawn(strip: &[Signs]) -> usize {
    strip.iter().map(|part| part.count).sum()
}

fn add_up(front: &Front, back: &Back, activities: usize) {
    let summary = &front.summary;
    assert_eq!(summary.statuses.iter().map(|row| row.counted).sum::<usize>(), summary.total);
    assert_eq!(summary.statuses.iter().map(|row| row.reported).sum::<usize>(), summary.total);
    assert_eq!(summary.goals.iter().map(|goal| goal.total).sum::<usize>(), summary.total);
    assert_eq!(summary.total + summary.withdrawn.len(), activities);
    assert_eq!(summary.overdue_years.iter().map(|year| year.ids.len()).sum::<usize>(), summary.overdue.len());
    for goal in &summary.goals {
        assert_eq!(drawn(&goal.strip), goal.total);
    }
    for agency in &back.agencies.leads {
        assert_eq!(drawn(&agency.strip), agency.leads);
    }
    for year in &front.course.years {
        assert_eq!(drawn(&year.strip), year.total);
    }
    if let Some(since) = &front.course.since {
        for row in &since.matrix {
            assert_eq!(row.cells.iter().map(|cell| cell.count).sum::<usize>(), row.total);
        }
        assert_eq!(since.matrix.iter().map(|row| row.total).sum::<usize>(), since.total);
        assert_eq!(since.totals.iter().sum::<usize>(), since.total);
        assert_eq!(since.unchanged + since.transitions.iter().map(|change| change.ids.len()).sum::<usize>(), since.total);
        assert_eq!(since.total, summary.total);
        let now = summary.statuses.iter().map(|row| row.counted).filter(|counted| *counted > 0);
        assert!(now.eq(since.totals.iter().copied()), "the columns are the statuses of the summary");
    }
    if let Some(term) = &front.course.term {
        for (at, total) in term.total.iter().enumerate() {
            let goals: Vec<&TermRow> = term.goals.iter().map(|goal| &goal.rows[at]).collect();
            for row in goals.iter().copied().chain([total]) {
                assert_eq!(row.counts.iter().sum::<usize>(), row.total);
                assert!(row.carried <= row.overdue && row.overdue <= row.total);
            }
            let sum = |of: fn(&TermRow) -> usize| goals.iter().map(|row| of(row)).sum::<usize>();
            assert_eq!((sum(|row| row.total), sum(|row| row.overdue), sum(|row| row.carried)), (total.total, total.overdue, total.carried));
            for status in 0..term.statuses.len() {
                assert_eq!(goals.iter().map(|row| row.counts[status]).sum::<usize>(), total.counts[status]);
            }
        }
        assert_eq!((term.total[1].total, term.total[1].overdue, term.total[1].carried), (summary.total, summary.overdue.len(), summary.carried));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn parts_add_up(
        before in prop::collection::vec((0..7usize, 0..6usize), 0..9),
        now in prop::collection::vec((0..7usize, 0..6usize), 0..9),
        after in prop::collection::vec((0..7usize, 0..6usize), 0..4),
    ) {
        let (before, now, after) = (file(&before), file(&now), file(&after));
        let world = World::small_with(&[
            ("reports/2019/submissions/b.csv", &before),
            ("reports/2020/submissions/c.csv", &now),
            ("reports/2019-2020/submissions/a.csv", &after),
            ("reports/2019-2020/report.yaml", FINAL),
        ]);
        for period in world.periods() {
            let (front, back) = world.views(&period);
            add_up(&front, &back, world.plan().activities.len());
            prop_assert_eq!(front.course.term.is_some(), period == "2019-2020");
        }
    }
}

#[test]
fn parts_of_the_adopted_plan_add_up() {
    let world = World::real();
    for period in world.periods() {
        let (front, back) = world.views(&period);
        add_up(&front, &back, world.plan().activities.len());
    }
    let (front, _) = world.views("2019-2020");
    let [middle, end] = front.course.term.unwrap().total;
    assert_eq!((middle.total, middle.overdue, middle.carried), (57, 4, 0));
    assert_eq!((end.total, end.overdue, end.carried), (57, 55, 4));
}
