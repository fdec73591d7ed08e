//! Agencies: what they led, what they sent, whether it came in time.

use std::collections::BTreeSet;

use super::Context;
use super::course::signs;
use crate::merge::progress::AgencyProgress;
use crate::model::plan::ActivityIx;
use crate::model::scale::StatusIx;
use crate::report::anchor;
use crate::report::view::{Agencies, AgencyRow, Mark};

pub(super) fn agencies(context: &Context<'_>) -> Agencies {
    let mut partners = vec![0; context.plan().agencies.len()];
    for named in context.plan().activities.iter().flat_map(|activity| &activity.partners) {
        if let Some(count) = named.agency.and_then(|ix| partners.get_mut(usize::from(ix.0))) {
            *count += 1;
        }
    }
    let all = &context.given.progress.agencies;
    let known: Vec<bool> = all.iter().filter_map(|agency| agency.on_time).collect();
    let punctual = known.iter().filter(|on_time| **on_time).count();
    let rows = |leading: bool| {
        let mut agencies: Vec<&AgencyProgress<'_>> = all.iter().filter(|agency| agency.leads.is_empty() != leading).collect();
        // Where two have as much to do, by the alphabet.
        agencies.sort_by_cached_key(|agency| {
            let name = context.language().order_of(&context.agency(agency.agency).name.text);
            (std::cmp::Reverse((agency.leads.len(), agency.supports.len())), name)
        });
        agencies.into_iter().map(|agency| row(context, agency, &partners)).collect::<Vec<_>>()
    };
    let leads = rows(true);
    Agencies {
        sent: leads.iter().filter(|agency| agency.sent).count(),
        legend: legend(context),
        leads,
        others: rows(false),
        on_time: (!known.is_empty()).then(|| context.language().share(punctual, known.len())),
    }
}

/// The statuses of activities.
fn status_of<'a>(context: &'a Context<'_>, activities: &'a [ActivityIx]) -> impl Iterator<Item = StatusIx> + 'a {
    activities.iter().filter_map(|ix| Some(context.progress(*ix)?.now.status))
}

/// The statuses of the activities that anybody leads in the period.
fn legend(context: &Context<'_>) -> Vec<Mark> {
    let led = context.given.progress.agencies.iter().flat_map(|agency| status_of(context, &agency.leads));
    led.collect::<BTreeSet<_>>().into_iter().map(|status| context.mark(status)).collect()
}

fn row(context: &Context<'_>, progress: &AgencyProgress<'_>, partners: &[usize]) -> AgencyRow {
    let agency = context.plan().agency(progress.agency);
    let name = context.phrase(&agency.short);
    let full = context.phrase(&agency.name);
    AgencyRow {
        anchor: anchor("ag", &agency.id),
        full: (full.text != name.text).then_some(full),
        name,
        leads: progress.leads.len(),
        strip: signs(context, status_of(context, &progress.leads)).1,
        reported: progress.reported.len(),
        completeness: context.language().share(progress.rows_received, progress.rows_expected),
        on_time: progress.on_time,
        sent: !progress.files.is_empty(),
        nil: progress.nil.iter().map(|nil| context.phrase(nil.reason)).collect(),
        set_aside: progress.rows_set_aside,
        supports: progress.supports.len(),
        partner: partners.get(usize::from(progress.agency.0)).copied().unwrap_or(0),
    }
}
