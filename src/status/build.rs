//! Merged data and findings to the view.

use std::collections::{HashMap, HashSet};

use super::{AgencyStatus, FileState, Given, Missing, MissingIndicator, SentFile, Status, Totals};
use crate::diagnostic::Level;
use crate::merge::progress::AgencyProgress;
use crate::model::agency::{Agency, AgencyIx};
use crate::model::column::{self, Field};
use crate::model::date::Date;
use crate::model::plan::ActivityIx;
use crate::model::submission::Submission;
use crate::model::text::folded;
use crate::source::SourceId;

/// Builds the view.
pub fn build<'a>(given: &Given<'a>) -> Status<'a> {
    let files = files(given);
    let (opens, due) = given.asked.window.unwrap_or((None, None));
    let agencies: Vec<AgencyStatus<'a>> = given.progress.agencies.iter().filter_map(|progress| agency(given, progress, &files)).collect();
    let shared = files.iter().filter(|file| file.agency.is_none()).map(|file| file.shown.clone()).collect();
    let totals = totals(&agencies);
    Status {
        period: &given.asked.name,
        covers: given.progress.period,
        opens,
        due,
        as_of: given.as_of,
        days_past_due: given.as_of.zip(due).map(|(as_of, due)| as_of.days_since(due)),
        agencies,
        shared,
        totals,
    }
}

/// A file of the period with what the agencies' entries ask about it.
struct Known<'a> {
    source: SourceId,
    /// The agency of its name.
    agency: Option<AgencyIx>,
    /// It came by the due day of its period, where both days are known.
    on_time: Option<bool>,
    /// Rows set aside that name an agency, in a file that several share.
    aside: Vec<AgencyIx>,
    shown: SentFile<'a>,
}

/// The files of the period in the order in which they came; those without a day stand last.
fn files<'a>(given: &Given<'a>) -> Vec<Known<'a>> {
    let mut counts: HashMap<SourceId, (usize, usize)> = HashMap::new();
    for finding in given.findings.iter().filter(|finding| finding.waived.is_none()) {
        let (errors, warnings) = counts.entry(finding.span.source).or_default();
        match finding.diagnostic.level {
            Level::Error => *errors += 1,
            Level::Warning => *warnings += 1,
            Level::Note => {}
        }
    }
    let known = |source, at: usize, agency, received: Option<Date>, state, rows_set_aside| {
        let period = given.periods.get(at);
        let due = period.and_then(|period| period.window).and_then(|(_, due)| due);
        let (errors, warnings) = counts.get(&source).copied().unwrap_or_default();
        let (path, period) = (given.sources.get(source).path.as_str(), period.map_or("", |period| &period.name));
        let shown = SentFile { path, period, received, state, rows_set_aside, errors, warnings };
        Known { source, agency, on_time: received.zip(due).map(|(received, due)| received <= due), aside: Vec::new(), shown }
    };
    let mut files = Vec::new();
    for &at in &given.progress.own_periods {
        let Some(period) = given.periods.get(at) else { continue };
        for file in period.submissions.iter().filter(|file| !file.external) {
            let state = match file {
                Submission { unreadable: true, .. } => FileState::Unreadable,
                Submission { replaced: true, .. } => FileState::Replaced,
                _ => FileState::Counts,
            };
            let mut known = known(file.source, at, file.agency, file.dated, state, file.set_aside.len());
            known.aside = if file.agency.is_none() { named_aside(given, file) } else { Vec::new() };
            files.push(known);
        }
    }
    files.sort_by_key(|file| (file.shown.received.is_none(), file.shown.received, file.shown.path));
    files
}

/// The agencies named in the rows set aside of a file that several share: they have sent, even if none of their rows counts.
fn named_aside(given: &Given<'_>, file: &Submission) -> Vec<AgencyIx> {
    let headings = given.sources.get(file.source).table.as_ref().map_or(&[][..], |table| &table.headings);
    let is_agency = |heading: &String| column::find(heading).is_some_and(|(column, _)| column.field == Field::Agency);
    let Some(at) = headings.iter().position(is_agency) else { return Vec::new() };
    let named = |name: &str| {
        let name = folded(name);
        let goes_by = |agency: &Agency| folded(&agency.id) == name || agency.names().any(|known| folded(known) == name);
        given.plan.agencies().find(|(_, agency)| goes_by(agency)).map(|(ix, _)| ix)
    };
    file.set_aside.iter().filter_map(|row| named(row.cells.get(at)?)).collect()
}

/// The entry of one agency; nothing if nothing is asked of it and it sent nothing.
fn agency<'a>(given: &Given<'a>, progress: &AgencyProgress<'a>, files: &[Known<'a>]) -> Option<AgencyStatus<'a>> {
    let its =
        |file: &&Known<'a>| file.agency == Some(progress.agency) || progress.files.contains(&file.source) || file.aside.contains(&progress.agency);
    let its: Vec<&Known<'a>> = files.iter().filter(its).collect();
    if progress.leads.is_empty() && progress.supports.is_empty() && its.is_empty() {
        return None;
    }
    // Errors of a file that several agencies share stand with the file: they are nobody's in particular.
    let own = || its.iter().filter(|file| file.agency.is_some() && file.shown.state != FileState::Replaced).map(|file| &file.shown);
    let aside = its.iter().flat_map(|file| &file.aside).filter(|agency| **agency == progress.agency).count();
    let agency = given.plan.agency(progress.agency);
    Some(AgencyStatus {
        id: &agency.id,
        name: &agency.short,
        leads: ids(given, &progress.leads),
        supports: ids(given, &progress.supports),
        sent: !its.is_empty(),
        on_time: if progress.files.is_empty() { its.first().and_then(|file| file.on_time) } else { progress.on_time },
        rows_expected: progress.rows_expected,
        rows_received: progress.rows_received,
        rows_sent: progress.rows_sent + aside,
        rows_set_aside: progress.rows_set_aside + aside,
        errors: own().map(|file| file.errors).sum(),
        warnings: own().map(|file| file.warnings).sum(),
        nil: progress.nil.iter().map(|nil| nil.reason).collect(),
        missing: progress.leads.iter().filter_map(|ix| missing(given, progress, *ix)).collect(),
        files: its.into_iter().map(|file| file.shown.clone()).collect(),
    })
}

fn ids<'a>(given: &Given<'a>, activities: &[ActivityIx]) -> Vec<&'a str> {
    activities.iter().map(|ix| given.plan.activity(*ix).id.as_str()).collect()
}

/// What an agency owes of an activity that it leads: a row at least, and a value of every indicator.
fn missing<'a>(given: &Given<'a>, progress: &AgencyProgress<'_>, ix: ActivityIx) -> Option<Missing<'a>> {
    let activity = given.plan.activity(ix);
    let no_row = !progress.reported.contains(&ix);
    let said = given.progress.activities.get(ix.0 as usize).map_or(&[][..], |activity| &activity.said);
    let own = said.iter().filter(|it| it.agency == Some(progress.agency) && it.value.is_some());
    let with_value: HashSet<u16> = own.filter_map(|it| it.indicator).collect();
    let numbered = (0..).zip(&activity.indicators);
    let without = numbered.filter(|(at, _)| !with_value.contains(at));
    let indicators: Vec<_> = without.map(|(_, indicator)| MissingIndicator { id: &indicator.id, name: &indicator.name }).collect();
    (no_row || !indicators.is_empty()).then_some(Missing { activity: &activity.id, title: &activity.title, no_row, indicators })
}

fn totals(agencies: &[AgencyStatus<'_>]) -> Totals {
    let mut totals = Totals::default();
    for agency in agencies.iter().filter(|agency| agency.has_duties()) {
        totals.agencies += 1;
        totals.sent += usize::from(agency.sent);
        totals.leads += usize::from(!agency.leads.is_empty());
        totals.leads_sent += usize::from(!agency.leads.is_empty() && agency.sent);
        totals.on_time += usize::from(agency.on_time == Some(true));
        totals.late += usize::from(agency.on_time == Some(false));
        totals.with_errors += usize::from(agency.errors > 0);
    }
    totals
}
