//! The secretariat's own decisions, by activity: assessments of a status and choices between different values.
//!
//! A decision that names nothing the plan knows is passed over here; a check reports it.

use super::calendar::Calendar;
use crate::model::agency::AgencyIx;
use crate::model::period::ReportingPeriod;
use crate::model::plan::{ActivityIx, Plan};
use crate::model::scale::StatusIx;
use crate::model::text::{Text, folded};

/// An assessment.
pub(super) struct Assessed<'a> {
    activity: ActivityIx,
    stage: usize,
    rank: u32,
    /// The status.
    pub(super) status: StatusIx,
    /// Why.
    pub(super) reason: &'a Text,
}

/// A choice between different values of one indicator in one year.
pub(super) struct Settled<'a> {
    activity: ActivityIx,
    indicator: usize,
    year: i32,
    rank: u32,
    /// The agency whose values count.
    pub(super) agency: AgencyIx,
    /// Why.
    pub(super) reason: &'a Text,
}

/// All decisions of the periods that are read, ordered by activity and time.
pub(super) struct Verdicts<'a> {
    assessed: Vec<Assessed<'a>>,
    settled: Vec<Settled<'a>>,
}

impl<'a> Verdicts<'a> {
    /// Gathers them.
    pub(super) fn new(plan: &Plan, periods: &'a [ReportingPeriod], calendar: &Calendar) -> Self {
        let words = plan.scale.by_word();
        let (mut assessed, mut settled) = (Vec::new(), Vec::new());
        for at in calendar.read() {
            let (Some(reading), Some(period)) = (calendar.reading(at), periods.get(at)) else { continue };
            let (stage, rank, year) = (reading.stage, reading.rank, reading.year());
            assessed.extend(period.assessments.iter().filter_map(|it| {
                let status = words.get(&folded(&it.status)).copied().filter(|&ix| !plan.scale.get(ix).counts.is_derived())?;
                Some(Assessed { activity: plan.activity_ix(&it.activity)?, stage, rank, status, reason: &it.reason })
            }));
            settled.extend(period.settled.iter().filter_map(|it| {
                let activity = plan.activity_ix(&it.activity)?;
                let indicator = plan.activity(activity).indicators.iter().position(|known| known.id == it.indicator)?;
                Some(Settled { activity, indicator, year, rank, agency: plan.agency_ix(&it.agency)?, reason: &it.reason })
            }));
        }
        assessed.sort_by_key(|it| (it.activity, it.stage, it.rank, it.status));
        settled.sort_by_key(|it| (it.activity, it.indicator, it.year, it.rank, it.agency));
        Self { assessed, settled }
    }

    /// The assessment that counts at this stage: that of the latest period, the less advanced one of two in one period.
    pub(super) fn assessed(&self, activity: ActivityIx, stage: usize) -> Option<&Assessed<'a>> {
        let end = self.assessed.partition_point(|it| (it.activity, it.stage) <= (activity, stage));
        self.assessed[..end].last().filter(|it| it.activity == activity && it.stage == stage)
    }

    /// The choice that counts for this indicator and year: that of the latest period.
    pub(super) fn settled(&self, activity: ActivityIx, indicator: u16, year: i32) -> Option<&Settled<'a>> {
        let key = (activity, usize::from(indicator), year);
        let end = self.settled.partition_point(|it| (it.activity, it.indicator, it.year) <= key);
        self.settled[..end].last().filter(|it| (it.activity, it.indicator, it.year) == key)
    }
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;

    #[test]
    fn a_status_may_be_written_as_code_label_or_alias() {
        for written in ["done", "Fully done.", "COMPLETED", "f. d."] {
            let mut world = World::new();
            world.activity("1.1", "a", "", "2020").period("2020").assess("2020", "1.1", written);
            assert_eq!(world.now("2020", "1.1"), "done", "{written}");
        }
    }

    #[test]
    fn derived_and_unknown_words_assess_nothing() {
        for written in ["not-due", "no report", "finished?"] {
            let mut world = World::new();
            world.activity("1.1", "a", "", "2020").period("2020").assess("2020", "1.1", written);
            assert_eq!(world.now("2020", "1.1"), "no-report", "{written}");
        }
    }

    #[test]
    fn the_latest_assessment_counts_and_the_wider_of_two_that_end_together() {
        let mut world = World::new();
        world.activity("1.1", "a", "", "2020").period("2020").period("2020-H2").period("2020-H1");
        world.assess("2020-H2", "1.1", "not").assess("2020-H1", "1.1", "done");
        assert_eq!(world.now("2020", "1.1"), "not");
        world.assess("2020", "1.1", "ongoing");
        assert_eq!(world.now("2020", "1.1"), "ongoing");
    }
}
