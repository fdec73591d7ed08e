//! Findings to located findings, in the one order in which they are shown.

use super::{Cell, Diagnostic, Located};
use crate::parse::locate::Locator;
use crate::place::Place;
use crate::source::Sources;

/// Finds the bytes of every place and sorts: by path, position, level, check and message.
pub fn locate(diagnostics: Vec<Diagnostic>, sources: &Sources) -> Vec<Located> {
    let mut locator = Locator::new(sources);
    let mut located: Vec<Located> = diagnostics
        .into_iter()
        .map(|diagnostic| {
            let span = locator.span(&diagnostic.primary.place);
            let others = diagnostic.others.iter().map(|label| locator.span(&label.place)).collect();
            let cell = cell_of(&mut locator, &diagnostic.primary.place, sources);
            let other_cells = diagnostic.others.iter().map(|label| cell_of(&mut locator, &label.place, sources)).collect();
            Located { diagnostic, span, others, cell, other_cells, waived: None }
        })
        .collect();
    sort(&mut located, sources);
    located
}

fn cell_of(locator: &mut Locator<'_>, place: &Place, sources: &Sources) -> Option<Cell> {
    locator.cell(place).map(|(row, column)| Cell::of(sources.get(place.source), row, column))
}

/// Puts located findings in their order.
pub fn sort(located: &mut [Located], sources: &Sources) {
    let path = |finding: &Located| sources.get(finding.span.source).path.as_str();
    located.sort_by(|a, b| {
        let (first, second) = (&a.diagnostic, &b.diagnostic);
        path(a)
            .cmp(path(b))
            .then(a.span.bytes.start.cmp(&b.span.bytes.start))
            .then(first.level.cmp(&second.level))
            .then(first.check.cmp(second.check))
            .then(first.message.en.cmp(&second.message.en))
    });
}
