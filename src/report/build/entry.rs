//! What lists and tables show of an activity: its two statuses and its reasons for delay.

use super::Context;
use crate::merge::progress::{About, ActivityProgress, Statement};
use crate::model::plan::Activity;
use crate::model::scale::{Counts, StatusIx};
use crate::report::view::{Delay, Entry, ExternalRating, Rating, Ratings};

impl Context<'_> {
    pub(super) fn entry(&self, activity: &Activity, progress: &ActivityProgress<'_>) -> Entry {
        Entry {
            id: activity.id.clone(),
            title: self.title(&activity.title),
            lead: self.named(&activity.lead),
            deadline: self.deadline(activity),
            status: self.mark(progress.now.status),
            ratings: self.ratings(progress),
            external_ratings: self.external_ratings(progress),
            delay: self.delay(progress),
        }
    }

    /// Ratings by others.
    pub(super) fn external_ratings(&self, progress: &ActivityProgress<'_>) -> Vec<ExternalRating> {
        let rating = |statement: &Statement<'_>| {
            Some(ExternalRating { publisher: self.speaker(statement).name, status: self.mark(statement.status?), source: self.source(statement) })
        };
        progress.external.iter().filter_map(rating).collect()
    }

    pub(super) fn ratings(&self, progress: &ActivityProgress<'_>) -> Ratings {
        let now = &progress.now;
        let derived = now.assessed.is_none() && now.reported.is_none() && self.reported(progress) == now.status;
        let agency_counts = derived || now.assessed.is_none() && now.reported.is_some();
        let conflict = self.disagreement(progress, |about| *about == About::Status);
        Ratings {
            agency: self.given_statuses(progress),
            agency_counts,
            derived,
            secretariat: (!agency_counts).then(|| self.mark(now.status)),
            changed: now.assessed.is_some_and(|assessed| now.reported.is_some_and(|reported| reported != assessed)),
            conflict,
            since: progress.implemented_in.filter(|_| now.assessed.is_none() && now.reported.is_none()).map(|year| year.to_string()),
        }
    }

    /// The agency's status; every agency's own, where they differ.
    fn given_statuses(&self, progress: &ActivityProgress<'_>) -> Vec<Rating> {
        let given = |statement: &&Statement<'_>| statement.status.is_some() && !statement.outside;
        let year = progress.said.iter().filter(given).filter_map(|statement| self.year_of(statement)).max();
        let mut said: Vec<(&Statement<'_>, StatusIx)> = Vec::new();
        for statement in progress.said.iter().filter(given).filter(|statement| self.year_of(statement) == year) {
            let known = said.iter_mut().find(|(known, _)| known.agency == statement.agency);
            match (known, statement.status) {
                // Of several rows of one agency the latest period stands, as in the merge.
                (Some(known), Some(status)) if self.end_of(known.0) <= self.end_of(statement) => *known = (statement, status),
                (None, Some(status)) => said.push((statement, status)),
                _ => {}
            }
        }
        let differ = said.iter().any(|(_, status)| Some(*status) != progress.now.reported);
        if said.len() > 1 && differ {
            return said.into_iter().map(|(statement, status)| Rating { agency: Some(self.speaker(statement)), status: self.mark(status) }).collect();
        }
        let status = self.reported(progress);
        vec![Rating { agency: None, status: self.mark(status) }]
    }

    /// The agency's status, derived where it gave none.
    pub(super) fn reported(&self, progress: &ActivityProgress<'_>) -> StatusIx {
        let now = &progress.now;
        let scale = &self.plan().scale;
        let derived = if now.any_row {
            Counts::NoStatus
        } else if now.assessed.is_none() && self.counts(now.status) == Counts::NotDue {
            Counts::NotDue
        } else {
            Counts::NoReport
        };
        now.reported.or_else(|| scale.derived(derived)).unwrap_or(now.status)
    }

    /// Number of the first disagreement of an activity about this, from 1.
    pub(super) fn disagreement(&self, progress: &ActivityProgress<'_>, is: impl Fn(&About) -> bool) -> Option<usize> {
        let numbers = self.disagreements.get(&progress.activity)?;
        numbers.iter().find(|at| is(&self.given.progress.disagreements[**at].about)).map(|at| at + 1)
    }

    /// Reasons for delay and new dates, each once.
    pub(super) fn delay(&self, progress: &ActivityProgress<'_>) -> Vec<Delay> {
        let mut found: Vec<Delay> = Vec::new();
        for statement in &progress.said {
            let Some(words) = statement.words else { continue };
            let reason = words.delay_reason.and_then(|at| self.plan().delay_reasons.get(usize::from(at)));
            if reason.is_none() && words.expected.is_none() {
                continue;
            }
            let expected = words.expected.map(|expected| self.language().expected(expected));
            let delay = Delay { agency: self.speaker(statement), reason: reason.map(|reason| self.phrase(&reason.name)), expected };
            if !found.contains(&delay) {
                found.push(delay);
            }
        }
        found
    }
}
