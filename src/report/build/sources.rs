//! Files, rows and evidence behind what the report prints.

use std::collections::HashMap;

use super::Context;
use crate::merge::progress::{ActivityProgress, Statement};
use crate::model::date::Date;
use crate::model::period::ReportingPeriod;
use crate::model::submission::Submission;
use crate::report::view::{FileView, Source};
use crate::source::SourceId;

impl Context<'_> {
    /// Period, file and row of a statement, with the numbers of its evidence.
    pub(super) fn source(&self, statement: &Statement<'_>) -> Source {
        let source = statement.from.source;
        Source {
            period: self.period_name(statement.period).to_owned(),
            file: self.file_name(source).to_owned(),
            anchor: file_anchor(self.files.get(&source).copied().unwrap_or_default()),
            row: statement.from.row.to_string(),
            value: None,
            evidence: evidence(statement).filter_map(|item| self.references.number(item)).collect(),
        }
    }

    pub(super) fn period_name(&self, period: usize) -> &str {
        self.given.periods.get(period).map(|period| period.name.as_str()).unwrap_or_default()
    }

    fn file_name(&self, source: SourceId) -> &str {
        let path = self.given.sources.get(source).path.as_str();
        path.rsplit('/').next().unwrap_or(path)
    }

    /// The year that a statement speaks of.
    pub(super) fn year_of(&self, statement: &Statement<'_>) -> Option<i32> {
        Some(self.given.periods.get(statement.period)?.covers?.end().year())
    }

    /// Last day of the period that a statement belongs to.
    pub(super) fn end_of(&self, statement: &Statement<'_>) -> Option<Date> {
        Some(self.given.periods.get(statement.period)?.covers?.end())
    }

    /// The files of the report's own periods, agencies' files only.
    pub(super) fn own_files(&self) -> Vec<FileView> {
        let own = self.given.progress.own_periods.iter().filter_map(|at| self.given.periods.get(*at));
        own.flat_map(|period| self.files_of(period)).filter(|file| !file.external).collect()
    }

    /// Every file that could be read for the report: those of its own periods and of earlier ones.
    pub(super) fn all_files(&self) -> Vec<FileView> {
        self.read().flat_map(|period| self.files_of(period)).collect()
    }

    /// The place of every file in that list, from 1.
    pub(super) fn file_numbers(&self) -> HashMap<SourceId, usize> {
        self.read().flat_map(|period| &period.submissions).map(|file| file.source).zip(1..).collect()
    }

    fn read(&self) -> impl Iterator<Item = &'_ ReportingPeriod> {
        self.given.periods.iter().filter(|period| period.covers.is_some_and(|covers| covers.end() <= self.covers.end()))
    }

    fn files_of<'p>(&'p self, period: &'p ReportingPeriod) -> impl Iterator<Item = FileView> + 'p {
        period.submissions.iter().map(|submission| self.file(period, submission))
    }

    fn file(&self, period: &ReportingPeriod, submission: &Submission) -> FileView {
        let path = self.given.sources.get(submission.source).path.clone();
        let received = submission.dated.or_else(|| {
            let name = self.file_name(submission.source);
            period.received.iter().find(|(known, _)| known == name).map(|(_, date)| *date)
        });
        let due = period.window.and_then(|(_, due)| due);
        FileView {
            path,
            period: period.name.clone(),
            name: self.file_name(submission.source).to_owned(),
            agency: submission.agency.map(|ix| self.agency(ix)),
            received: received.map(|date| self.language().date_table(date)),
            on_time: received.zip(due).map(|(received, due)| received <= due),
            rows: submission.rows.len(),
            set_aside: submission.set_aside.len(),
            replaced: submission.replaced,
            unreadable: submission.unreadable,
            external: submission.external,
            anchor: file_anchor(self.files.get(&submission.source).copied().unwrap_or_default()),
            checksum: (!self.given.public).then(|| crate::checksum::of_source(self.given.sources.get(submission.source))),
        }
    }
}

fn file_anchor(number: usize) -> String {
    format!("f-{number}")
}

fn evidence<'a>(statement: &Statement<'a>) -> impl Iterator<Item = &'a str> + use<'a> {
    statement.words.map(|words| words.evidence.as_slice()).unwrap_or_default().iter().map(|item| &**item)
}

/// The evidence of the whole report, each item once under its number, in the order in which activities cite it.
#[derive(Debug, Default)]
pub(super) struct References<'a> {
    items: Vec<&'a str>,
    numbers: HashMap<&'a str, usize>,
}

impl<'a> References<'a> {
    pub(super) fn of(context: &Context<'a>) -> Self {
        let mut found = Self::default();
        let progress = context.given.progress;
        let sides = progress.disagreements.iter().flat_map(|disagreement| &disagreement.sides);
        for statement in progress.activities.iter().flat_map(|activity| context.shown(activity)).chain(sides) {
            for item in evidence(statement) {
                found.numbers.entry(item).or_insert_with(|| {
                    found.items.push(item);
                    found.items.len()
                });
            }
        }
        found
    }

    fn number(&self, item: &str) -> Option<usize> {
        self.numbers.get(item).copied()
    }

    /// Every item, the first one under number 1.
    pub(super) fn items(&self) -> &[&'a str] {
        &self.items
    }
}

impl<'a> Context<'a> {
    /// What the card of an activity shows, in its order: ratings of others, figures, words.
    fn shown<'p>(&'p self, progress: &'p ActivityProgress<'a>) -> impl Iterator<Item = &'p Statement<'a>> {
        let ratings = progress.external.iter().filter(|statement| statement.status.is_some());
        let figures = progress.figures.iter().flat_map(|figure| &figure.said).filter(|statement| self.is_shown(statement));
        let external = progress.figures.iter().flat_map(|figure| &figure.external).filter(|statement| self.is_shown(statement));
        ratings.chain(figures).chain(external).chain(&progress.said).chain(&progress.external)
    }

    /// The numbers of the evidence of rows that the card of an activity has no place for, such as those that give only a status.
    pub(super) fn uncited(&self, progress: &ActivityProgress<'a>) -> Vec<usize> {
        let words = |statement: &Statement<'_>| statement.words.is_some_and(|words| !words.narrative.is_empty() || !words.obstacles.is_empty());
        let rating = |statement: &Statement<'_>| statement.agency.is_none() && statement.status.is_some();
        let uncited = self.shown(progress).filter(|statement| !self.is_in_table(statement) && !words(statement) && !rating(statement));
        let mut numbers: Vec<usize> = uncited.flat_map(|statement| evidence(statement)).filter_map(|item| self.references.number(item)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}
