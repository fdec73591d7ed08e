//! Finding what people name in a cell: activities by number, indicators and statuses by their words.

use std::cell::RefCell;
use std::collections::HashMap;

use super::headings::Headings;
use super::register::Names;
use super::text;
use crate::model::agency::AgencyIx;
use crate::model::id::{likely, tidy};
use crate::model::plan::{Activity, ActivityIx, Choice, Plan};
use crate::model::scale::StatusIx;
use crate::model::text::{Language, folded, nearest};
use crate::problem::ProblemKind;

/// The words of a plan, folded, built once and used for every row.
pub(super) struct Lookup<'a> {
    pub(super) plan: &'a Plan,
    pub(super) headings: Headings<'a>,
    names: Names,
    statuses: HashMap<String, StatusIx>,
    numbers: HashMap<&'a str, Vec<ActivityIx>>,
    last_agency: Last<AgencyIx>,
    last_activity: Last<ActivityIx>,
    last_status: Last<StatusIx>,
}

/// The word that was looked for last, with what it stands for: a column mostly repeats the word of the row above.
struct Last<T>(RefCell<Option<(String, T)>>);

impl<T: Copy> Last<T> {
    fn or<E>(&self, word: &str, find: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if let Some((_, found)) = self.0.borrow().as_ref().filter(|(known, _)| known == word) {
            return Ok(*found);
        }
        let found = find()?;
        *self.0.borrow_mut() = Some((word.to_owned(), found));
        Ok(found)
    }
}

impl<'a> Lookup<'a> {
    /// Collects the words of a plan.
    pub(super) fn new(plan: &'a Plan) -> Self {
        let mut numbers: HashMap<&str, Vec<ActivityIx>> = HashMap::new();
        for (ix, activity) in plan.activities() {
            numbers.entry(&activity.number).or_default().push(ix);
        }
        Self {
            plan,
            headings: Headings::new(plan),
            names: Names::new(plan),
            statuses: plan.scale.by_word(),
            numbers,
            last_agency: Last(RefCell::default()),
            last_activity: Last(RefCell::default()),
            last_status: Last(RefCell::default()),
        }
    }

    /// The agency that goes by this name.
    pub(super) fn agency(&self, name: &str) -> Option<AgencyIx> {
        self.last_agency.or(name, || self.names.find(name).ok_or(())).ok()
    }

    /// The activity with this id or printed number.
    pub(super) fn activity(&self, typed: &str) -> Result<ActivityIx, ProblemKind> {
        self.last_activity.or(typed, || self.find_activity(typed))
    }

    fn find_activity(&self, typed: &str) -> Result<ActivityIx, ProblemKind> {
        if let Some(ix) = self.plan.activity_ix(typed) {
            return Ok(ix);
        }
        let tidied = tidy(typed).to_lowercase();
        if let Some(ix) = self.plan.activity_ix(&tidied) {
            return Ok(ix);
        }
        match self.numbers.get(tidied.as_str()).map(Vec::as_slice) {
            Some([ix]) => Ok(*ix),
            Some(several) => Err(ambiguous(self.plan, typed, several)),
            None => Err(self.unknown_activity(typed, &tidied)),
        }
    }

    fn unknown_activity(&self, typed: &str, tidied: &str) -> ProblemKind {
        let likely = likely(typed);
        let as_date = likely.as_date;
        let meant = likely.numbers.into_iter().find(|number| self.numbers.contains_key(number.as_str()));
        let objective = tidied.rsplit_once('.').and_then(|(parent, _)| self.plan.objectives.iter().find(|objective| objective.id == parent));
        let objective = objective.and_then(|objective| {
            let activities = &self.plan.activities[objective.activities.clone()];
            Some([objective.id.clone(), activities.first()?.number.clone(), activities.last()?.number.clone()])
        });
        ProblemKind::NotAnActivity { found: typed.to_owned(), meant, objective, as_date }
    }

    /// The indicator of an activity with this id or name.
    pub(super) fn indicator(&self, activity: &Activity, typed: &str) -> Result<u16, ProblemKind> {
        let exact = activity.indicators.iter().position(|indicator| indicator.id == typed);
        let by_name = || {
            let wanted = folded(typed);
            let is = |name: &str| folded(name) == wanted;
            let mut found =
                activity.indicators.iter().enumerate().filter(|(_, indicator)| is(&indicator.id) || indicator.name.all().any(|(_, name)| is(name)));
            found.next().filter(|_| found.next().is_none()).map(|(at, _)| at)
        };
        exact.or_else(by_name).and_then(|at| u16::try_from(at).ok()).ok_or_else(|| ProblemKind::UnknownIndicator {
            activity: activity.id.clone(),
            found: typed.to_owned(),
            known: activity.indicators.iter().map(|indicator| indicator.id.clone()).collect(),
        })
    }

    /// The status with this code, label or alias.
    pub(super) fn status(&self, typed: &str) -> Result<StatusIx, ProblemKind> {
        self.last_status.or(typed, || self.find_status(typed))
    }

    fn find_status(&self, typed: &str) -> Result<StatusIx, ProblemKind> {
        match self.statuses.get(&folded(typed)) {
            Some(&ix) if self.plan.scale.get(ix).counts.is_derived() => Err(ProblemKind::StatusNotForEntry { found: typed.to_owned() }),
            Some(&ix) => Ok(ix),
            None => {
                let entered = self.plan.scale.statuses.iter().filter(|status| !status.counts.is_derived());
                let words = entered.flat_map(|status| std::iter::once(status.code.as_str()).chain(status.label.all().map(|(_, label)| label)));
                let nearest = nearest(typed, words).map(str::to_owned);
                let converted = text::converted(typed);
                let old_font = self.statuses.contains_key(&folded(&converted)).then_some(converted);
                Err(ProblemKind::UnknownStatus { found: typed.to_owned(), nearest, old_font })
            }
        }
    }

    /// The value of a dimension.
    pub(super) fn dimension_value(&self, dimension: u8, typed: &str) -> Result<u8, ProblemKind> {
        let dimension = &self.plan.dimensions[usize::from(dimension)];
        choice(&dimension.values, typed).ok_or_else(|| ProblemKind::UnknownBreakdown {
            dimension: dimension.id.clone(),
            found: typed.to_owned(),
            known: dimension.values.iter().map(|value| value.id.clone()).collect(),
        })
    }

    /// The reason for delay.
    pub(super) fn delay_reason(&self, typed: &str) -> Result<u8, ProblemKind> {
        choice(&self.plan.delay_reasons, typed).ok_or_else(|| ProblemKind::UnknownDelayReason {
            found: typed.to_owned(),
            known: self.plan.delay_reasons.iter().map(|reason| reason.id.clone()).collect(),
        })
    }
}

fn choice(choices: &[Choice], typed: &str) -> Option<u8> {
    let exact = choices.iter().position(|choice| choice.id == typed);
    let by_word = || {
        let wanted = folded(typed);
        choices.iter().position(|choice| {
            let names = choice.name.all().map(|(_, name)| name);
            std::iter::once(choice.id.as_str()).chain(names).chain(choice.aliases.iter().map(String::as_str)).any(|word| folded(word) == wanted)
        })
    };
    exact.or_else(by_word).and_then(|at| u8::try_from(at).ok())
}

fn ambiguous(plan: &Plan, typed: &str, several: &[ActivityIx]) -> ProblemKind {
    let ids = several.iter().map(|&ix| {
        let activity = plan.activity(ix);
        (activity.id.clone(), [activity.title.any(Language::EN).to_owned(), activity.title.any(Language::KA).to_owned()])
    });
    ProblemKind::AmbiguousActivity { found: typed.to_owned(), ids: ids.collect() }
}
