//! Findings that only follow from a file that could not be read whole.
//!
//! When a register breaks off, every agency behind the break looks unknown. Such findings say nothing new and would hide the
//! one that matters, so they wait until the file is mended.

use super::{About, Context};
use crate::diagnostic::Diagnostic;
use crate::problem::ProblemKind;
use crate::source::{SourceId, Sources};

/// The files that could not be read whole, by what depends on them.
pub(super) struct Broken<'a> {
    sources: &'a Sources,
    files: Vec<SourceId>,
    /// `plan.yaml` or the register: everything else names what stands there.
    words: bool,
    /// A goal: submissions and the register refer to its activities.
    goals: bool,
    /// Folders of reporting periods whose `report.yaml` is among them.
    periods: Vec<&'a str>,
}

impl<'a> Broken<'a> {
    /// Collects them from what reading found.
    pub(super) fn new(context: &Context<'a>) -> Self {
        let mut broken = Self { sources: context.sources, files: Vec::new(), words: false, goals: false, periods: Vec::new() };
        for problem in context.problems {
            let whole = !matches!(
                problem.kind,
                ProblemKind::Syntax { .. } | ProblemKind::Encoding { .. } | ProblemKind::EmptyFile | ProblemKind::MissingFile { .. }
            );
            if whole {
                continue;
            }
            let path = context.sources.get(problem.place.source).path.as_str();
            broken.files.push(problem.place.source);
            broken.periods.extend(path.strip_suffix("report.yaml"));
            broken.goals |= path.starts_with("plan/goals/");
            broken.words |= path.starts_with("plan/") && !path.starts_with("plan/goals/");
        }
        broken
    }

    /// Whether a finding may only follow from one of them.
    pub(super) fn explains(&self, about: About, finding: &Diagnostic) -> bool {
        let source = finding.primary.place.source;
        let path = self.sources.get(source).path.as_str();
        let in_broken = self.files.contains(&source);
        if about == About::Files {
            return in_broken && matches!(finding.check, "missing-key" | "wrong-kind-of-value");
        }
        let is_goal = path.starts_with("plan/goals/");
        self.words || (self.goals && !(about == About::Plan && is_goal)) || in_broken || self.periods.iter().any(|folder| path.starts_with(folder))
    }
}
