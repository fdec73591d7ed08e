//! The rows that a report sets aside, with the reasons that the checks found.

use std::collections::HashMap;

use crate::Checked;
use crate::checks;
use crate::diagnostic::{Diagnostic, Level};
use crate::merge::progress::Progress;
use crate::model::text::{Language, Text};
use crate::place::At;
use crate::report::build::SetAsideRow;
use crate::source::SourceId;

/// Rows set aside in the report's own periods, each with every reason that was found for it.
///
/// A cell may hold a small count, and a message may quote it: for the public only the kinds of faults are named.
pub(super) fn rows(checked: &Checked, progress: &Progress<'_>, public: bool) -> Vec<SetAsideRow> {
    let mut reasons: HashMap<(SourceId, u32), Vec<&Diagnostic>> = HashMap::new();
    let mut of_file: HashMap<SourceId, Vec<&Diagnostic>> = HashMap::new();
    for finding in checked.findings.iter().map(|located| &located.diagnostic).filter(|finding| finding.level == Level::Error) {
        let others = finding.others.iter().map(|label| &label.place);
        for place in std::iter::once(&finding.primary.place).chain(others) {
            match place.at {
                At::Cell { row, .. } => reasons.entry((place.source, row)).or_default().push(finding),
                _ => of_file.entry(place.source).or_default().push(finding),
            }
        }
    }
    let own = progress.own_periods.iter().filter_map(|&at| checked.loaded.periods.get(at));
    let mut rows = Vec::new();
    for file in own.flat_map(|period| &period.submissions).filter(|file| !file.replaced) {
        let heading = checked.loaded.sources.get(file.source).table.as_ref().map_or(1, |table| table.heading.1);
        for row in &file.set_aside {
            // A fault of the file or of its headings keeps out rows that have none of their own.
            let of_row = |row| reasons.get(&(file.source, row));
            let found = of_row(row.row).or_else(|| of_file.get(&file.source)).or_else(|| of_row(heading));
            let mut reason = Text::default();
            for language in [Language::EN, Language::KA] {
                let mut texts: Vec<&str> = Vec::new();
                for finding in found.into_iter().flatten() {
                    let text = if public { checks::headline(finding.check, language) } else { finding.message.get(language) };
                    if !public || !texts.contains(&text) {
                        texts.push(text);
                    }
                }
                reason.set(language, &texts.join("; "));
            }
            let path = checked.loaded.sources.get(file.source).path.clone();
            rows.push(SetAsideRow { path, row: row.row, cells: if public { Vec::new() } else { row.cells.clone() }, reason });
        }
    }
    rows
}
