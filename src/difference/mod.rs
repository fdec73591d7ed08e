//! What differs between two compiled reports: two documents of `report::json` to a view, written in three forms.
//!
//! | part | holds |
//! | --- | --- |
//! | `read`, `reading` | a document, as far as it is compared |
//! | [`build()`] | the view [`Difference`] |
//! | `words`, `sections` | the sentences of both written forms, in both languages |
//! | `text`, `markdown` | for the terminal; to pass on |
//! | `json` | for other programs |
//!
//! The two may be two years or two versions of one report. Only the documents are looked at: names of statuses, agencies and
//! activities come from them. Exchanging the two exchanges what is said, and a document differs from itself in nothing.

mod build;
mod json;
mod markdown;
mod plan;
mod read;
mod reading;
mod sections;
mod text;
mod words;

use serde::Serialize;

use reading::Reading;

pub use build::build;
pub use json::json;
pub use markdown::markdown;
pub use read::{Document, read};
pub use text::text;

/// A form of the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For the terminal.
    Text,
    /// To pass on.
    Markdown,
    /// For other programs.
    Json,
}

impl Format {
    /// Every form with its name; the first is the one for those who ask for none.
    pub const ALL: [(&'static str, Self); 3] = [("text", Self::Text), ("md", Self::Markdown), ("json", Self::Json)];
}

/// What differs, ids in the order of the later plan, those that only the earlier one has at the end.
#[derive(Debug)]
pub struct Difference<'a> {
    before: &'a Document,
    after: &'a Document,
    moves: Vec<Move<'a>>,
    overdue: Vec<&'a str>,
    no_longer_overdue: Vec<&'a str>,
    /// Execution, completion, reported on.
    rates: [RateChange; 3],
    began: Vec<&'a str>,
    stopped: Vec<&'a str>,
    figures: Vec<FigureChange<'a>>,
    plan: PlanChange<'a>,
    assessments: Vec<AssessmentChange<'a>>,
    /// Parts of what the secretariat says that are not the same.
    texts: Vec<&'static str>,
    set_aside: (usize, usize),
}

/// Activities that moved from one status to another.
#[derive(Debug, Serialize)]
struct Move<'a> {
    from: &'a str,
    to: &'a str,
    activities: Vec<&'a str>,
}

/// A rate in both reports.
#[derive(Debug)]
struct RateChange {
    name: &'static str,
    /// Numerator and denominator.
    before: (usize, usize),
    after: (usize, usize),
    /// The same activities are behind both.
    same: bool,
}

/// A value that is not the same in both reports.
#[derive(Debug)]
struct FigureChange<'a> {
    activity: &'a str,
    indicator: &'a str,
    /// Values by dimension.
    breakdown: &'a std::collections::BTreeMap<String, String>,
    /// The year of the earlier value and that of the later one.
    years: (i32, i32),
    before: Option<&'a Reading>,
    after: Option<&'a Reading>,
}

/// What differs between the plans.
#[derive(Debug, Default, Serialize)]
struct PlanChange<'a> {
    /// Activities that only the later plan has.
    added: Vec<&'a str>,
    /// Activities that only the earlier plan has.
    removed: Vec<&'a str>,
    /// Activities that an act withdrew.
    withdrawn: Vec<&'a str>,
    /// Activities that the earlier plan has as withdrawn, the later one not.
    restored: Vec<&'a str>,
    amended: Vec<Amended<'a>>,
}

/// An activity that is written otherwise in the later plan.
#[derive(Debug, Serialize)]
struct Amended<'a> {
    activity: &'a str,
    /// What is not the same, by the key of the export.
    parts: Vec<&'static str>,
}

/// A rating by the secretariat that was added, changed or removed.
#[derive(Debug, Serialize)]
struct AssessmentChange<'a> {
    activity: &'a str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    /// The reason is not the same.
    reason: bool,
}

impl Difference<'_> {
    /// Whether nothing that is compared differs; what the reports are called, and when they were made, is not looked at.
    pub fn is_empty(&self) -> bool {
        let Self { moves, overdue, no_longer_overdue, rates, began, stopped, figures, plan, assessments, texts, set_aside, .. } = self;
        moves.is_empty()
            && overdue.is_empty()
            && no_longer_overdue.is_empty()
            && rates.iter().all(|rate| rate.same)
            && began.is_empty()
            && stopped.is_empty()
            && figures.is_empty()
            && plan.is_empty()
            && assessments.is_empty()
            && texts.is_empty()
            && set_aside.0 == set_aside.1
            && self.same_plan()
    }

    /// Whether both rest on one version of the plan.
    fn same_plan(&self) -> bool {
        self.before.plan.version == self.after.plan.version
    }

    /// The last year of the plan, if one report is about it and the other about the year before: their rates count differently.
    fn last_year_after_another(&self) -> Option<i32> {
        let (one, other) = (build::last_year(self.before)?, build::last_year(self.after)?);
        let (_, last) = self.after.plan.years?;
        (one.abs_diff(other) == 1 && one.max(other) == last).then_some(last)
    }

    /// Whether both are about the same period on the same day in the same state.
    fn same_head(&self) -> bool {
        let (one, other) = (&self.before.report, &self.after.report);
        let of = |head: &read::Head| (head.name.clone(), head.kind.clone(), head.covers.clone(), head.as_of.clone());
        of(one) == of(other) && one.approved.as_ref().map(|it| &it.date) == other.approved.as_ref().map(|it| &it.date)
    }
}

impl PlanChange<'_> {
    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.withdrawn.is_empty() && self.restored.is_empty() && self.amended.is_empty()
    }
}

impl RateChange {
    /// The difference in tenths of a percentage point, halves away from zero; nothing without a denominator on both sides.
    fn tenths(&self) -> Option<i64> {
        let wide = |number: usize| i128::try_from(number).ok();
        let ((n, d), (m, e)) = (self.before, self.after);
        let bottom = wide(d)?.checked_mul(wide(e)?)?;
        let top = (wide(m)?.checked_mul(wide(d)?)?.checked_sub(wide(n)?.checked_mul(wide(e)?)?)?).checked_mul(2000)?;
        let rounded = (top.abs().checked_add(bottom)?).checked_div(bottom.checked_mul(2)?)?;
        i64::try_from(rounded * top.signum()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentage_points_are_exact_and_need_both_denominators() {
        let tenths = |before, after| RateChange { name: "", before, after, same: false }.tenths();
        assert_eq!(tenths((16, 49), (2, 53)), Some(-289), "32.653 to 3.774");
        assert_eq!((tenths((0, 4), (1, 3)), tenths((1, 3), (0, 4))), (Some(333), Some(-333)));
        assert_eq!(tenths((0, 1), (1, 2000)), Some(1), "halves away from zero");
        assert_eq!((tenths((0, 0), (1, 2)), tenths((1, 2), (0, 0))), (None, None));
    }
}
