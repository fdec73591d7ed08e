//! The rows of all periods that are read, by activity; files that were sent anew are left out.
//!
//! Rows are referred to, never copied: a report over many years reads a million of them.

use super::calendar::Calendar;
use super::progress::{Provenance, Statement};
use super::roles::Roles;
use crate::model::agency::AgencyIx;
use crate::model::period::ReportingPeriod;
use crate::model::submission::{Row, Submission};
use crate::source::SourceId;

/// A row with what its file and period say about it.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a> {
    /// The row.
    pub(super) row: &'a Row,
    /// Who reports; nobody for an external observation.
    pub(super) agency: Option<AgencyIx>,
    /// The file.
    pub(super) source: SourceId,
    /// Number of the period.
    pub(super) period: u32,
    /// Place of the period in time.
    pub(super) rank: u32,
    /// Number of the period's stage.
    pub(super) stage: u32,
    /// The period is one of the report's own.
    pub(super) own: bool,
    /// It is an external observation.
    pub(super) external: bool,
}

impl<'a> Entry<'a> {
    /// Whether its status and value count: an agency of the activity says so.
    pub(super) fn counts(&self) -> bool {
        !self.external && !self.row.outside
    }

    /// It as the report shows it.
    pub(super) fn statement(&self) -> Statement<'a> {
        let words = self.row.words.as_deref();
        Statement {
            agency: self.agency,
            outside: self.row.outside,
            publisher: words.filter(|_| self.external).map(|words| &words.publisher).filter(|publisher| !publisher.is_empty()),
            period: self.period as usize,
            indicator: self.row.indicator,
            breakdown: &self.row.breakdown,
            status: self.row.status,
            value: self.row.value.as_ref(),
            words,
            from: Provenance { source: self.source, row: self.row.row },
        }
    }
}

/// Who reports in a row: the agency of the row, else that of the file.
pub(super) fn reporter(submission: &Submission, row: &Row) -> Option<AgencyIx> {
    if submission.external { None } else { row.agency.or(submission.agency) }
}

/// All rows that are read, those of one activity together; within it agencies before external sources, then in time.
pub(super) fn collect<'a>(periods: &'a [ReportingPeriod], calendar: &Calendar) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    for at in calendar.read() {
        let (Some(reading), Some(known)) = (calendar.reading(at), periods.get(at)) else { continue };
        let (period, stage) = (u32::try_from(at).unwrap_or(u32::MAX), u32::try_from(reading.stage).unwrap_or(u32::MAX));
        for submission in known.submissions.iter().filter(|submission| !submission.replaced) {
            let Submission { source, external, .. } = *submission;
            entries.extend(submission.rows.iter().map(|row| {
                let agency = reporter(submission, row);
                Entry { row, agency, source, period, rank: reading.rank, stage, own: reading.own, external }
            }));
        }
    }
    entries.sort_unstable_by_key(|entry| (entry.row.activity, entry.external, entry.rank, entry.source, entry.row.row));
    entries
}

/// Brings the rows of one activity into the order of the report: leads, supporting agencies, others, external sources.
pub(super) fn arrange(entries: &mut [Entry<'_>], roles: &Roles) {
    entries.sort_by_cached_key(|entry| (entry.external, if entry.external { 0 } else { roles.place(entry.agency) }));
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;

    #[test]
    fn rows_stand_by_role_then_period_then_row() {
        let mut world = World::new();
        world.activity("1.1", "c", "b", "2020").indicator("1.1", "n");
        world.period("2020").period("2020-H1");
        world.send("2020", "a", &["1.1 n=1 outside"]).send("2020", "b", &["1.1 n=2", "1.1 @done"]).send("2020", "c", &["1.1 n=3"]);
        world.send("2020-H1", "c", &["1.1 n=4"]).send("2020", "external", &["1.1 n=5"]);
        assert_eq!(world.said("2020", "1.1"), ["c 2020-H1 1", "c 2020 1", "b 2020 1", "b 2020 2", "a 2020 1"]);
        let plan = world.plan();
        let merged = crate::merge::merge(&plan, &world.periods, &World::parse("2020"));
        assert_eq!(merged.activities[0].external.len(), 1);
        assert!(merged.activities[0].said[4].outside);
    }

    #[test]
    fn a_file_sent_anew_takes_the_place_of_the_first() {
        // Case rep-resubmission.
        let mut world = World::new();
        world.activity("2.1.1", "a", "b", "2020").indicator("2.1.1", "n").period("2020");
        world.send("2020", "a", &["2.1.1 n=24 @done"]).replaced().send("2020", "a", &["2.1.1 n=31 @done"]);
        assert_eq!(world.value("2020", "2.1.1", "n", 2020), "31");
        assert_eq!(world.said("2020", "2.1.1").len(), 1);
    }
}
