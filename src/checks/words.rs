//! What the report does not show of the secretariat's Markdown files as it was meant, with its place.

use super::Context;
use crate::place::Place;
use crate::report::html::words::{FaultKind, words};

/// The faults of all files in the order of the periods, their chapters and languages.
pub(super) fn faults(context: &Context<'_>) -> impl Iterator<Item = (Place, FaultKind)> {
    context.periods.iter().flat_map(|period| &period.words).flat_map(|file| {
        let faults = words(&context.sources.get(file.source).text, 1).faults;
        faults.into_iter().map(|fault| (Place::bytes(file.source, fault.at), fault.kind))
    })
}
