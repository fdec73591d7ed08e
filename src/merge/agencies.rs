//! What each agency owed and sent in the report's period.

use super::calendar::Calendar;
use super::progress::{AgencyProgress, Nil, Provenance};
use super::roles::Roles;
use super::rows::{Entry, reporter};
use crate::model::agency::AgencyIx;
use crate::model::date::Date;
use crate::model::period::ReportingPeriod;
use crate::model::plan::{Activity, ActivityIx, Plan};
use crate::model::submission::Submission;

/// The agencies of the register with the files and rows of the report's own periods; duties follow by [`note`].
pub(super) fn sent<'a>(plan: &Plan, periods: &'a [ReportingPeriod], calendar: &Calendar) -> Vec<AgencyProgress<'a>> {
    let mut agencies: Vec<AgencyProgress<'a>> = plan.agencies().map(|(agency, _)| empty(agency)).collect();
    let mut punctual: Vec<Vec<Option<bool>>> = vec![Vec::new(); agencies.len()];
    for period in calendar.own().into_iter().filter_map(|at| periods.get(at)) {
        let due = period.window.and_then(|(_, due)| due);
        let mut first: Vec<Option<Option<Date>>> = vec![None; agencies.len()];
        let mut submissions: Vec<&'a Submission> = period.submissions.iter().filter(|submission| !submission.external).collect();
        submissions.sort_by_key(|submission| submission.source);
        for submission in submissions {
            let rows = rows_of(submission, agencies.len());
            for (at, rows) in rows {
                let first = &mut first[at];
                *first = Some(first.flatten().into_iter().chain(submission.dated).min());
                if submission.replaced {
                    continue;
                }
                let agency = &mut agencies[at];
                agency.files.push(submission.source);
                agency.nil.extend(nil_of(submission, agency.agency));
                let set_aside = if submission.agency == Some(agency.agency) { submission.set_aside.len() } else { 0 };
                agency.rows_sent += rows + set_aside;
                agency.rows_set_aside += set_aside;
            }
        }
        for (punctual, first) in punctual.iter_mut().zip(first) {
            punctual.extend(first.map(|dated| Some(dated? <= due?)));
        }
    }
    for (agency, punctual) in agencies.iter_mut().zip(punctual) {
        agency.on_time = on_time(&punctual);
    }
    agencies
}

/// Adds the duties of one activity, and the rows about it, which are arranged.
pub(super) fn note(agencies: &mut [AgencyProgress<'_>], ix: ActivityIx, activity: &Activity, roles: &Roles, entries: &[Entry<'_>]) {
    for lead in &roles.leads {
        let Some(agency) = agencies.get_mut(usize::from(lead.0)) else { continue };
        agency.leads.push(ix);
        agency.rows_expected += activity.indicators.len().max(1);
    }
    for support in &roles.supports {
        if let Some(agency) = agencies.get_mut(usize::from(support.0)) {
            agency.supports.push(ix);
        }
    }
    for rows in entries.chunk_by(|a, b| (a.external, a.agency) == (b.external, b.agency)) {
        let Some(lead) = rows.first().filter(|entry| !entry.external && roles.is_led_by(entry.agency)).and_then(|entry| entry.agency) else {
            continue;
        };
        let Some(agency) = agencies.get_mut(usize::from(lead.0)).filter(|_| rows.iter().any(|entry| entry.own)) else { continue };
        agency.reported.push(ix);
        agency.rows_received += received(activity, rows);
    }
}

/// How many of the expected rows came: one for each indicator, or one about an activity that has none.
fn received(activity: &Activity, rows: &[Entry<'_>]) -> usize {
    if activity.indicators.is_empty() {
        return 1;
    }
    let mut indicators: Vec<u16> = rows.iter().filter(|entry| entry.own).filter_map(|entry| entry.row.indicator).collect();
    indicators.retain(|at| usize::from(*at) < activity.indicators.len());
    indicators.sort_unstable();
    indicators.dedup();
    indicators.len()
}

/// How many rows a file holds for each agency, by number; a nil return holds none of its agency.
fn rows_of(submission: &Submission, agencies: usize) -> Vec<(usize, usize)> {
    let mut rows: Vec<(usize, usize)> = submission.agency.map(|agency| (usize::from(agency.0), 0)).into_iter().collect();
    let reporting = submission.rows.iter().filter_map(|row| Some((reporter(submission, row)?, 1)));
    let silent = submission.nil.iter().filter_map(|nil| Some((nil.agency.or(submission.agency)?, 0)));
    for (agency, one) in reporting.chain(silent) {
        let at = usize::from(agency.0);
        match rows.iter_mut().find(|(known, _)| *known == at) {
            Some((_, count)) => *count += one,
            None => rows.push((at, one)),
        }
    }
    rows.retain(|(at, _)| *at < agencies);
    rows
}

/// The nil returns of one agency in a file.
fn nil_of(submission: &Submission, agency: AgencyIx) -> impl Iterator<Item = Nil<'_>> {
    let own = submission.nil.iter().filter(move |nil| nil.agency.or(submission.agency) == Some(agency));
    own.map(|nil| Nil { reason: &nil.reason, from: Provenance { source: submission.source, row: nil.row } })
}

/// Late once is late; otherwise every period must be known to be on time.
fn on_time(punctual: &[Option<bool>]) -> Option<bool> {
    if punctual.contains(&Some(false)) {
        return Some(false);
    }
    (!punctual.is_empty() && !punctual.contains(&None)).then_some(true)
}

fn empty<'a>(agency: AgencyIx) -> AgencyProgress<'a> {
    AgencyProgress {
        agency,
        leads: Vec::new(),
        supports: Vec::new(),
        reported: Vec::new(),
        rows_expected: 0,
        rows_received: 0,
        rows_sent: 0,
        rows_set_aside: 0,
        files: Vec::new(),
        nil: Vec::new(),
        on_time: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::merge::testing::World;
    use crate::model::submission::SetAside;

    #[test]
    fn duties_are_those_in_scope_and_members_share_them() {
        let mut world = World::new();
        world.activity("1.1", "group", "c", "2020").indicator("1.1", "n").indicator("1.1", "m");
        world.activity("1.2", "a", "a c", "2020").activity("1.3", "a", "c", "2021").period("2020");
        world.send("2020", "a", &["1.1 n=1", "1.1 n[0.0]=1", "1.2", "1.3"]);
        assert_eq!(world.duty("2020", "a"), "leads 1.1 1.2 supports  reported 1.1 1.2 rows 2/3 sent 4 aside 0 files 1 on time -");
        assert_eq!(world.duty("2020", "b"), "leads 1.1 supports  reported  rows 0/2 sent 0 aside 0 files 0 on time -");
        assert_eq!(world.duty("2020", "c"), "leads  supports 1.1 1.2 reported  rows 0/0 sent 0 aside 0 files 0 on time -");
        assert_eq!(world.duty("2020", "group"), "leads  supports  reported  rows 0/0 sent 0 aside 0 files 0 on time -");
    }

    #[test]
    fn an_agency_that_sent_nothing_is_listed() {
        // Case rep-missing.
        let mut world = World::new();
        world.activity("2.1.1", "a", "", "2020").activity("2.2.1", "b", "", "2020").period("2020").send("2020", "a", &["2.1.1 @done"]);
        assert_eq!(world.duty("2020", "b"), "leads 2.2.1 supports  reported  rows 0/1 sent 0 aside 0 files 0 on time -");
        assert_eq!(world.now("2020", "2.2.1"), "no-report");
        assert_eq!(world.rates("2020"), "execution 1/2 completion 1/2 reported 1/2");
    }

    #[test]
    fn only_rows_of_the_reports_period_count() {
        let mut world = World::new();
        world.activity("1.1", "a", "", "2020").indicator("1.1", "n").indicator("1.1", "m").period("2020-H1").period("2020-H2");
        world.send("2020-H1", "a", &["1.1 n=1"]).send("2020-H2", "external", &["1.1 n=1"]);
        assert_eq!(world.duty("2020-H2", "a"), "leads 1.1 supports  reported  rows 0/2 sent 0 aside 0 files 0 on time -");
        world.send("2020-H2", "a", &["1.1 m=1"]);
        assert_eq!(world.duty("2020-H2", "a"), "leads 1.1 supports  reported 1.1 rows 1/2 sent 1 aside 0 files 1 on time -");
        assert_eq!(world.said("2020-H2", "1.1"), ["a 2020-H2 1"]);
    }

    #[test]
    fn rows_set_aside_were_sent_and_a_nil_return_is_a_file() {
        let mut world = World::new();
        world.activity("1.1", "a", "", "2020").period("2020").send("2020", "a", &["1.1"]).send("2020", "b", &[]);
        world.periods[0].submissions[0].set_aside.push(SetAside { row: 3, cells: Vec::new() });
        assert_eq!(world.duty("2020", "a"), "leads 1.1 supports  reported 1.1 rows 1/1 sent 2 aside 1 files 1 on time -");
        assert_eq!(world.duty("2020", "b"), "leads  supports  reported  rows 0/0 sent 0 aside 0 files 1 on time -");
    }

    #[test]
    fn nothing_to_report_is_sent_and_says_why() {
        let mut world = World::new();
        world.activity("1.1", "a", "", "2020").activity("1.2", "b c", "", "2020").period("2020").due("2020", "2021-01-31");
        world.send("2020", "a", &[]).nil("a", "postponed").dated("2021-01-20");
        world.send("2020", "several", &["1.2 by=b"]).nil("c", "no cases").dated("2021-02-02");
        assert_eq!(world.duty("2020", "a"), "leads 1.1 supports  reported  rows 0/1 sent 0 aside 0 files 1 on time true nil postponed");
        assert_eq!(world.duty("2020", "b"), "leads 1.2 supports  reported 1.2 rows 1/1 sent 1 aside 0 files 1 on time false");
        assert_eq!(world.duty("2020", "c"), "leads 1.2 supports  reported  rows 0/1 sent 0 aside 0 files 1 on time false nil no cases");
        assert_eq!(world.now("2020", "1.1"), "no-report");
        // Replaced, it says nothing any more; that of an earlier period is not the report's.
        world.send("2020", "d", &[]).nil("d", "none").replaced().period("2019").send("2019", "a", &[]).nil("a", "earlier");
        assert_eq!(world.duty("2020", "d"), "leads  supports  reported  rows 0/0 sent 0 aside 0 files 0 on time -");
        assert!(world.duty("2020", "a").ends_with("files 1 on time true nil postponed"));
    }

    #[test]
    fn a_file_of_several_agencies_is_shared_by_its_rows() {
        // Case rep-renamed-agency: the loader knows the former name, so rows under both names are of one agency.
        let mut world = World::new();
        world.activity("1.1", "a", "", "2020").period("2020").send("2020", "several", &["1.1 by=a", "1.1 by=b", "1.1 by=a"]);
        assert_eq!(world.duty("2020", "a"), "leads 1.1 supports  reported 1.1 rows 1/1 sent 2 aside 0 files 1 on time -");
        assert_eq!(world.duty("2020", "b"), "leads  supports  reported  rows 0/0 sent 1 aside 0 files 1 on time -");
    }

    #[test]
    fn the_first_version_of_a_file_decides_whether_it_came_in_time() {
        let mut world = World::new();
        world.activity("1.1", "a", "", "2020").period("2020").due("2020", "2021-01-31");
        world.send("2020", "a", &["1.1"]).dated("2021-01-31").replaced().send("2020", "a", &["1.1", "1.1 @done"]).dated("2021-03-01");
        assert!(world.duty("2020", "a").ends_with("sent 2 aside 0 files 1 on time true"));
        world.send("2020", "b", &["1.1"]).dated("2021-02-01").send("2020", "c", &["1.1"]);
        assert!(world.duty("2020", "b").ends_with("on time false"));
        assert!(world.duty("2020", "c").ends_with("on time -"));
        world.period("2020-H1").send("2020-H1", "a", &["1.1"]).send("2020-H1", "b", &["1.1"]);
        assert!(world.duty("2020", "a").ends_with("on time -"));
        assert!(world.duty("2020", "b").ends_with("on time false"));
    }
}
