//! Files, rows and evidence behind what the report prints.

use super::Context;
use crate::merge::progress::{ActivityProgress, Statement};
use crate::model::date::Date;
use crate::model::period::ReportingPeriod;
use crate::model::submission::Submission;
use crate::report::view::{Cited, FileView, Source};
use crate::source::SourceId;

impl Context<'_> {
    /// Period, file and row of a statement, with its evidence under its numbers in the activity's list.
    pub(super) fn source(&self, evidence: &Evidence<'_>, statement: &Statement<'_>) -> Source {
        let text = self.language().fill(
            "activity.row",
            &[
                ("period", self.period_name(statement.period)),
                ("file", self.file_name(statement.from.source)),
                ("row", &statement.from.row.to_string()),
            ],
        );
        let items = statement.words.map(|words| words.evidence.as_slice()).unwrap_or_default();
        Source { text, evidence: items.iter().filter_map(|item| evidence.cited(item)).collect() }
    }

    fn period_name(&self, period: usize) -> &str {
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
        let ended = |period: &&ReportingPeriod| period.covers.is_some_and(|covers| covers.end() <= self.covers.end());
        self.given.periods.iter().filter(ended).flat_map(|period| self.files_of(period)).collect()
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
            agency: submission.agency.map(|ix| self.agency(ix)),
            received: received.map(|date| self.language().date_table(date)),
            on_time: received.zip(due).map(|(received, due)| received <= due),
            rows: submission.rows.len(),
            set_aside: submission.set_aside.len(),
            replaced: submission.replaced,
            unreadable: submission.unreadable,
            external: submission.external,
            checksum: crate::checksum::of_source(self.given.sources.get(submission.source)),
        }
    }
}

/// The evidence of an activity, each item once, in the order in which its rows are shown.
pub(super) struct Evidence<'a> {
    items: Vec<&'a str>,
}

impl<'a> Evidence<'a> {
    pub(super) fn of(progress: &'a ActivityProgress<'a>) -> Self {
        let figures = progress.figures.iter().flat_map(|figure| figure.said.iter().chain(&figure.external));
        let mut items: Vec<&str> = Vec::new();
        for statement in progress.said.iter().chain(figures).chain(&progress.external) {
            for item in statement.words.map(|words| words.evidence.as_slice()).unwrap_or_default() {
                if !items.contains(&&**item) {
                    items.push(item);
                }
            }
        }
        Self { items }
    }

    pub(super) fn cited(&self, text: &str) -> Option<Cited> {
        let number = self.items.iter().position(|known| *known == text)? + 1;
        Some(Cited { number, text: text.to_owned() })
    }

    pub(super) fn all(&self) -> Vec<Cited> {
        (1..).zip(&self.items).map(|(number, text)| Cited { number, text: (*text).to_owned() }).collect()
    }
}
