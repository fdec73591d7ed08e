//! Which findings are accepted by a waiver.

use super::Context;
use crate::diagnostic::{Located, Waived};
use crate::model::plan::Waiver;
use crate::parse::yaml::{self, Node};
use crate::source::SourceId;

/// Marks the findings that a waiver accepts, and counts for each waiver how many it accepts.
///
/// A waiver of the plan covers the value beside which it stands, with everything inside it; a waiver of `report.yaml` covers
/// the files of its folder, as far as agency and activity agree. An expired waiver accepts nothing.
pub fn accept(context: &Context<'_>, findings: &mut [Located]) -> Vec<usize> {
    let mut cover = Cover { context, trees: std::collections::HashMap::new() };
    let waivers: Vec<&Waiver> = context.waivers().collect();
    let mut accepted = vec![0; waivers.len()];
    for (at, waiver) in waivers.iter().enumerate() {
        if waiver.until.is_some_and(|until| until < context.as_of) {
            continue;
        }
        let span = cover.span(waiver);
        for finding in findings.iter_mut().filter(|finding| finding.diagnostic.check == waiver.check) {
            if cover.covers(waiver, &span, finding) {
                finding.waived = Some(Waived { reason: waiver.reason.clone(), until: waiver.until });
                accepted[at] += 1;
            }
        }
    }
    accepted
}

struct Cover<'a> {
    context: &'a Context<'a>,
    trees: std::collections::HashMap<SourceId, Option<Node>>,
}

impl Cover<'_> {
    /// All bytes of the value that a waiver covers.
    fn span(&mut self, waiver: &Waiver) -> std::ops::Range<usize> {
        let text = &self.context.sources.get(waiver.covers.source).text;
        let tree = self.trees.entry(waiver.covers.source).or_insert_with(|| yaml::parse(text).0);
        tree.as_ref().and_then(|tree| tree.at(&waiver.covers.at)).map_or(0..0, |node| node.span.clone())
    }

    /// Whether a file belongs to the period of a waiver wherever it lies, as one that is only handed in to be judged.
    fn was_sent_for(&self, waiver: &Waiver, file: SourceId) -> bool {
        let own = |place: &crate::place::Place| place.source == waiver.covers.source;
        let mut periods = self.context.periods.iter().filter(|period| period.place.as_ref().is_some_and(own));
        periods.any(|period| period.submissions.iter().any(|sent| sent.source == file))
    }

    fn covers(&self, waiver: &Waiver, span: &std::ops::Range<usize>, finding: &Located) -> bool {
        let agrees = |wanted: &Option<String>, found: &Option<String>| wanted.is_none() || wanted == found;
        if !agrees(&waiver.agency, &finding.diagnostic.agency) || !agrees(&waiver.activity, &finding.diagnostic.activity) {
            return false;
        }
        let path = |source| self.context.sources.get(source).path.as_str();
        if let Some(folder) = path(waiver.covers.source).strip_suffix("report.yaml") {
            return path(finding.span.source).starts_with(folder) || self.was_sent_for(waiver, finding.span.source);
        }
        finding.span.source == waiver.covers.source && span.start <= finding.span.bytes.start && finding.span.bytes.end <= span.end
    }
}
