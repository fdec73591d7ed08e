//! One reporting period: what `report.yaml` says, and the files that were sent.

use super::date::{Date, Period};
use super::plan::{ReportKind, Waiver};
use super::submission::Submission;
use super::text::Text;
use crate::place::Place;

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
    /// What should be done.
    pub text: Text,
    /// Ids of the agencies it is addressed to.
    pub to: Vec<String>,
    /// By when.
    pub due: Option<Period>,
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
    /// The day on which a file of this name was received, if `report.yaml` says it.
    pub fn received_on(&self, name: &str) -> Option<Date> {
        self.received.iter().find(|(known, _)| known == name).map(|(_, date)| *date)
    }
}
