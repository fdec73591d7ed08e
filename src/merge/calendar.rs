//! Which reporting periods a report reads, which of them are its own, and in which order they speak.
//!
//! Nothing here looks into files; `rows` does.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::model::date::{Date, Period, Span};
use crate::model::period::ReportingPeriod;
use crate::model::plan::{Plan, ReportKind};

/// A reporting period that is read.
pub(super) struct Reading {
    /// What it covers.
    pub(super) covers: Period,
    /// Its place in time: a later end speaks later, then the wider period, then a regular one after an ad-hoc request.
    pub(super) rank: u32,
    /// Number of its [`Stage`].
    pub(super) stage: usize,
    /// The report counts its rows as its own.
    pub(super) own: bool,
}

impl Reading {
    /// The year to which its rows belong.
    pub(super) fn year(&self) -> i32 {
        self.covers.end().year()
    }

    /// Whether it covers its year and nothing else.
    pub(super) fn is_whole_year(&self) -> bool {
        same_days(&self.covers, &Period::year(self.year()))
    }
}

/// Whether two periods begin and end on the same days, whatever their notation.
pub(super) fn same_days(a: &Period, b: &Period) -> bool {
    a.contains(b) && b.contains(a)
}

/// A year, or the part of it that lies before or in the report's period, at whose end an activity has a state.
pub(super) struct Stage {
    /// The year.
    pub(super) year: i32,
    /// Its last day.
    pub(super) end: Date,
    /// It lies in the report's period.
    pub(super) own: bool,
}

/// The reporting periods of one report.
pub(super) struct Calendar {
    /// Period of the report.
    pub(super) period: Period,
    /// What is read of each period that was handed in; nothing for those that do not concern the report.
    readings: Vec<Option<Reading>>,
    /// The stages in time; those of the report stand last, and there is at least one of them.
    pub(super) stages: Vec<Stage>,
}

impl Calendar {
    /// Reads what lies in the report's period or ends before it: an annual file of the same year says nothing to a
    /// report on its second half.
    pub(super) fn new(plan: &Plan, periods: &[ReportingPeriod], period: &Period) -> Self {
        let mut read: Vec<(usize, Period, bool)> = Vec::new();
        for (at, covers) in periods.iter().enumerate().filter_map(|(at, known)| Some((at, known.covers?))) {
            let own = period.contains(&covers);
            if own || covers.end() < period.start() {
                read.push((at, covers, own));
            }
        }
        read.sort_by_key(|(at, covers, _)| {
            let known = &periods[*at];
            (covers.end(), Reverse(covers.start()), known.kind != ReportKind::AdHoc, known.name.as_str(), *at)
        });

        let (first, last) = (period.start().year(), period.end().year());
        let mut keys: BTreeSet<(i32, bool)> = read.iter().map(|(_, covers, own)| (covers.end().year(), *own)).collect();
        keys.extend((first..=last).chain([last]).map(|year| (year, true)));
        keys.extend(year_before(plan, period).map(|year| (year, false)));
        let stages = keys.iter().map(|&(year, own)| Stage { year, own, end: Span::Year(year).end().min(period.end()) }).collect();

        let mut readings: Vec<Option<Reading>> = periods.iter().map(|_| None).collect();
        for (rank, (at, covers, own)) in (0..).zip(read) {
            let stage = keys.range(..(covers.end().year(), own)).count();
            readings[at] = Some(Reading { covers, rank, stage, own });
        }
        Self { period: *period, readings, stages }
    }

    /// What is read of the period with this number.
    pub(super) fn reading(&self, period: usize) -> Option<&Reading> {
        self.readings.get(period)?.as_ref()
    }

    /// Numbers of the periods that are read, in time.
    pub(super) fn read(&self) -> Vec<usize> {
        let mut read: Vec<(u32, usize)> = self.readings.iter().enumerate().filter_map(|(at, reading)| Some((reading.as_ref()?.rank, at))).collect();
        read.sort_unstable();
        read.into_iter().map(|(_, at)| at).collect()
    }

    /// Numbers of the report's own periods, in time.
    pub(super) fn own(&self) -> Vec<usize> {
        self.read().into_iter().filter(|at| self.reading(*at).is_some_and(|reading| reading.own)).collect()
    }

    /// Whether the report is about this year.
    pub(super) fn is_own_year(&self, year: i32) -> bool {
        (self.period.start().year()..=self.period.end().year()).contains(&year)
    }
}

/// The year before the report's, if the report is on one whole year and the plan had begun by then.
pub(super) fn year_before(plan: &Plan, period: &Period) -> Option<i32> {
    let year = period.end().year();
    let began = plan.years.is_some_and(|(first, _)| first < year);
    (began && same_days(period, &Period::year(year))).then(|| year - 1)
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;

    #[test]
    fn parts_of_the_period_are_its_own_and_earlier_ones_are_read() {
        let mut world = World::new();
        for name in ["2020", "2019", "2020-H2", "2020-Q1", "2018-2019", "2021", "2019-2020", "2020-H1"] {
            world.period(name);
        }
        world.periods.push(world.periods[0].clone());
        world.periods[8].covers = None;
        let names = |own: Vec<usize>| own.into_iter().map(|at| world.periods[at].name.as_str()).collect::<Vec<_>>();
        assert_eq!(names(world.calendar("2020").own()), ["2020-Q1", "2020-H1", "2020-H2", "2020"]);
        assert_eq!(names(world.calendar("2020").read()), ["2019", "2018-2019", "2020-Q1", "2020-H1", "2020-H2", "2020"]);
        assert_eq!(names(world.calendar("2020-H2").read()), ["2019", "2018-2019", "2020-Q1", "2020-H1", "2020-H2"]);
        assert_eq!(names(world.calendar("2019-2020").own()), ["2019", "2020-Q1", "2020-H1", "2020-H2", "2020", "2019-2020"]);
    }

    #[test]
    fn a_regular_period_speaks_after_an_ad_hoc_request_of_the_same_days() {
        let mut world = World::new();
        world.period("2020");
        world.period("2020");
        "zz".clone_into(&mut world.periods[1].name);
        world.periods[1].kind = crate::model::plan::ReportKind::AdHoc;
        assert_eq!(world.calendar("2020").own(), [1, 0]);
    }

    #[test]
    fn a_second_half_has_a_stage_before_it() {
        let mut world = World::new();
        world.period("2020-H1");
        world.period("2020-H2");
        let stages = world.calendar("2020-H2").stages;
        let stages: Vec<_> = stages.iter().map(|stage| (stage.year, stage.own, stage.end.to_string())).collect();
        assert_eq!(stages, [(2020, false, "2020-12-31".to_owned()), (2020, true, "2020-12-31".to_owned())]);
        let stage_of = |period| world.calendar("2020-H2").reading(period).map(|reading| reading.stage);
        assert_eq!([stage_of(0), stage_of(1)], [Some(0), Some(1)]);
    }
}
