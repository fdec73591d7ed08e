//! One reporting period: what `report.yaml` says, and the files that were sent.

use super::date::{Date, Period};
use super::plan::{ReportKind, Waiver};
use super::submission::Submission;
use super::text::{Language, Text};
use crate::place::Place;
use crate::source::SourceId;

/// The secretariat's rating of an activity.
#[derive(Clone, Debug)]
pub struct Assessment {
    /// Where it stands.
    pub place: Place,
    /// Id of the activity.
    pub activity: String,
    /// Status as written.
    pub status: String,
    /// Why.
    pub reason: Text,
}

/// The secretariat's decision between agencies that give different values.
#[derive(Clone, Debug)]
pub struct Settlement {
    /// Where it stands.
    pub place: Place,
    /// Id of the activity.
    pub activity: String,
    /// Id of the indicator.
    pub indicator: String,
    /// Id of the agency whose values count.
    pub agency: String,
    /// Why.
    pub reason: Text,
}

/// A recommendation of the secretariat.
#[derive(Clone, Debug)]
pub struct Recommendation {
    /// Where it stands.
    pub place: Place,
    /// Name by which a later report says what became of it; empty if it has none.
    pub id: String,
    /// What should be done.
    pub text: Text,
    /// Ids of the agencies it is addressed to.
    pub to: Vec<String>,
    /// By when.
    pub due: Option<Period>,
}

/// What became of a recommendation of an earlier report.
#[derive(Clone, Debug)]
pub struct FollowUp {
    /// Where it stands.
    pub place: Place,
    /// Id of the recommendation.
    pub recommendation: String,
    /// Status as written, a word of the plan's scale; may be empty.
    pub status: String,
    /// What was done.
    pub text: Text,
}

/// A chapter that the secretariat's own words open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Chapter {
    Introduction,
    Findings,
    Situation,
    Implementation,
    Obstacles,
    Agencies,
    Conclusions,
}

impl Chapter {
    /// Every chapter with the name that its files have, in the order of the report.
    pub const ALL: [(&'static str, Self); 7] = [
        ("introduction", Self::Introduction),
        ("findings", Self::Findings),
        ("situation", Self::Situation),
        ("implementation", Self::Implementation),
        ("obstacles", Self::Obstacles),
        ("agencies", Self::Agencies),
        ("conclusions", Self::Conclusions),
    ];

    /// The name that its files have.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, chapter)| *chapter == self).map_or("", |(name, _)| name)
    }
}

/// A Markdown file beside `report.yaml`: what the secretariat says in one chapter and one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordsFile {
    /// The chapter that it opens.
    pub chapter: Chapter,
    /// Its language.
    pub language: Language,
    /// The file.
    pub source: SourceId,
}

/// Whether a report is a draft.
#[derive(Clone, Debug, Default)]
pub enum State {
    /// For comment.
    #[default]
    Draft,
    /// Approved on a day by an act.
    Approved {
        /// The day.
        date: Date,
        /// The act.
        act: Text,
        /// Who signed.
        by: Text,
        /// The day on which it was published.
        published: Option<Date>,
    },
}

/// How a draft is commented on.
#[derive(Clone, Debug, Default)]
pub struct Comments {
    /// Last day.
    pub until: Option<Date>,
    /// Where they are to be sent.
    pub to: Text,
}

/// One reporting period.
#[derive(Clone, Debug)]
pub struct ReportingPeriod {
    /// Name of its folder.
    pub name: String,
    /// Where `report.yaml` stands, or the folder's first file.
    pub place: Option<Place>,
    /// Kind of the report.
    pub kind: ReportKind,
    /// Period covered.
    pub covers: Option<Period>,
    /// First and last day on which files could be sent.
    pub window: Option<(Option<Date>, Option<Date>)>,
    /// The day on which the data stand, if the secretariat gives one: nothing that became known later is in the report.
    pub data_as_of: Option<Date>,
    /// When files were received, by file name.
    pub received: Vec<(String, Date)>,
    /// Draft or approved.
    pub state: State,
    /// How a draft is commented on.
    pub comments: Comments,
    /// A note printed on the cover.
    pub note: Text,
    /// Introduction.
    pub introduction: Text,
    /// The secretariat's findings.
    pub findings: Vec<Text>,
    /// The secretariat's recommendations.
    pub recommendations: Vec<Recommendation>,
    /// What became of those of the period before.
    pub follow_up: Vec<FollowUp>,
    /// The secretariat's words in files of their own, by chapter, then in the order of the plan's languages.
    pub words: Vec<WordsFile>,
    /// The secretariat's ratings.
    pub assessments: Vec<Assessment>,
    /// The secretariat's decisions between different values.
    pub settled: Vec<Settlement>,
    /// Accepted findings.
    pub waivers: Vec<Waiver>,
    /// Files in the order of their paths; behind them those that cannot be read.
    pub submissions: Vec<Submission>,
}

impl ReportingPeriod {
    /// The files that hold the words of a chapter, in the order of the plan's languages.
    pub fn words_of(&self, chapter: Chapter) -> impl Iterator<Item = WordsFile> {
        self.words.iter().copied().filter(move |file| file.chapter == chapter)
    }

    /// The period whose recommendations this one follows up: of those that end before it begins and hold any, the last one, and
    /// of two that end on one day the longer one.
    pub fn followed_up<'p>(&self, periods: &'p [Self]) -> Option<&'p Self> {
        let start = self.covers?.start();
        let earlier = periods.iter().filter(|period| !period.recommendations.is_empty());
        let dated = earlier.filter_map(|period| Some((period.covers.filter(|covers| covers.end() < start)?, period)));
        dated.max_by_key(|(covers, _)| (covers.end(), std::cmp::Reverse(covers.start()))).map(|(_, period)| period)
    }

    /// The day on which a file of this name was received, if `report.yaml` says it.
    pub fn received_on(&self, name: &str) -> Option<Date> {
        self.received.iter().find(|(known, _)| known == name).map(|(_, date)| *date)
    }
}
