//! Progress to views, one piece at a time, so that the views of a large plan are never in memory all at once.

mod activity;
mod agencies;
mod annex;
mod changes;
mod course;
mod entry;
mod figures;
mod goal;
mod lists;
mod method;
mod obstacles;
mod page;
mod parts;
mod published;
#[cfg(feature = "excel")]
mod sheets;
mod situation;
mod sources;
mod summary;
mod words;

use std::collections::{HashMap, HashSet};

use super::anchor;
use super::json::Reported;
use super::language::Language;
use super::view::{AgencyLink, Back, Front, Mark, Phrase};
use crate::merge::progress::{ActivityProgress, Statement};
use crate::model::agency::AgencyIx;
use crate::model::date::Period;
use crate::model::plan::{Activity, ActivityIx, Named, Plan};
use crate::model::scale::{Counts, StatusIx};
use crate::model::text::Text;
use crate::source::SourceId;
use sources::References;

pub use activity::activity;
pub use goal::{goal, objective};
pub use page::{page, signs};
#[cfg(feature = "excel")]
pub use sheets::sheets;
pub use words::words;

/// A sign that there is no data, in cells.
const NO_DATA: &str = "–";

/// A row that was set aside, with its reason.
#[derive(Clone, Debug)]
pub struct SetAsideRow {
    /// Path of the file.
    pub path: String,
    /// Row as a spreadsheet counts it.
    pub row: u32,
    /// The cells as typed.
    pub cells: Vec<String>,
    /// Why, in the report's language or in both.
    pub reason: Text,
}

/// What was given, with what every piece looks up.
#[derive(Debug)]
pub struct Context<'a> {
    given: Reported<'a>,
    /// The report's language.
    language: &'a Language,
    /// Period that the report covers.
    covers: Period,
    /// Years whose figures are shown, the last one is the report's.
    years: Vec<i32>,
    /// Values of dimensions whose id another dimension has, too (`other`, `not-stated`): alone they say too little.
    shared_values: HashSet<(u8, u8)>,
    /// Numbers of the disagreements of each activity.
    disagreements: HashMap<ActivityIx, Vec<usize>>,
    /// Numbers of the files in annex 4.
    files: HashMap<SourceId, usize>,
    /// Numbers of all evidence.
    references: References<'a>,
}

impl<'a> Context<'a> {
    /// Prepares the look-ups.
    pub fn new(given: Reported<'a>, language: &'a Language) -> Self {
        let covers = given.progress.period;
        let mut disagreements: HashMap<ActivityIx, Vec<usize>> = HashMap::new();
        for (at, disagreement) in given.progress.disagreements.iter().enumerate() {
            disagreements.entry(disagreement.activity).or_default().push(at);
        }
        let (years, shared_values) = (years(given.plan, covers), shared_values(given.plan));
        let (files, references) = (HashMap::new(), References::default());
        let mut context = Self { given, language, covers, years, shared_values, disagreements, files, references };
        context.files = context.file_numbers();
        context.references = References::of(&context);
        context
    }

    pub(super) fn plan(&self) -> &'a Plan {
        self.given.plan
    }

    fn language(&self) -> &'a Language {
        self.language
    }

    fn progress(&self, ix: ActivityIx) -> Option<&'a ActivityProgress<'a>> {
        self.given.progress.activities.get(ix.0 as usize)
    }

    /// All activities with what they reached, in the order of the plan.
    fn activities(&self) -> impl Iterator<Item = (&'a Activity, &'a ActivityProgress<'a>)> + use<'a> {
        self.given.plan.activities.iter().zip(&self.given.progress.activities)
    }

    /// Those that are in the plan at the end of the report's period: all that is counted is counted of them.
    fn counted(&self) -> impl Iterator<Item = (&'a Activity, &'a ActivityProgress<'a>)> {
        self.activities().filter(|(activity, _)| !self.is_withdrawn(activity))
    }

    /// Whether the activity had left the plan by the end of the report's period.
    fn is_withdrawn(&self, activity: &Activity) -> bool {
        !activity.is_in_plan(self.covers.end())
    }

    fn counts(&self, status: StatusIx) -> Counts {
        self.plan().scale.get(status).counts
    }

    fn phrase(&self, text: &Text) -> Phrase {
        let shown = self.language().show(text);
        Phrase { text: shown.text.to_owned(), lang: shown.other.map(|language| language.to_string()) }
    }

    /// The text, if there is one.
    fn written(&self, text: &Text) -> Option<Phrase> {
        (!text.is_empty()).then(|| self.phrase(text))
    }

    /// A title of the plan without its final full stop or semicolon.
    fn title(&self, text: &Text) -> Phrase {
        let mut title = self.phrase(text);
        title.text.truncate(title.text.trim_end_matches(['.', ';', ' ', '\n']).len());
        title
    }

    fn mark(&self, status: StatusIx) -> Mark {
        let status = self.plan().scale.get(status);
        let code = self.language().code();
        let label = |label: &Text| label.any(code).to_owned();
        Mark { code: status.code.clone(), sign: status.sign.to_string(), label: label(&status.label), short: label(&status.short) }
    }

    fn agency(&self, ix: AgencyIx) -> AgencyLink {
        let agency = self.plan().agency(ix);
        AgencyLink { anchor: Some(anchor("ag", &agency.id)), name: self.phrase(&agency.short) }
    }

    /// Agencies as the plan names them; one that the register does not have is shown as written.
    fn named(&self, named: &[Named]) -> Vec<AgencyLink> {
        let link = |named: &Named| match named.agency {
            Some(ix) => self.agency(ix),
            None => AgencyLink { anchor: None, name: Phrase { text: named.written.to_string(), lang: None } },
        };
        named.iter().map(link).collect()
    }

    /// The agency behind a statement; an outside source has none.
    fn speaker(&self, statement: &Statement<'_>) -> AgencyLink {
        match statement.agency {
            Some(ix) => self.agency(ix),
            None => AgencyLink { anchor: None, name: statement.publisher.map(|text| self.phrase(text)).unwrap_or_default() },
        }
    }

    /// Deadline as the plan gives it.
    fn deadline(&self, activity: &Activity) -> Option<String> {
        activity.deadline.map(|deadline| self.language().period(deadline))
    }

    fn ids(&self, activities: &[ActivityIx]) -> Vec<String> {
        activities.iter().map(|ix| self.plan().activity(*ix).id.clone()).collect()
    }

    /// Headings of the years shown; the last one is the report's period, where that is not a whole year.
    fn headings(&self) -> Vec<String> {
        let last = self.covers.end().year();
        let begins = self.covers.start() <= Period::year(last).start();
        let whole = begins && self.covers.end() == Period::year(last).end();
        let heading = |year: &i32| if *year == last && !whole { self.language().period(self.covers) } else { year.to_string() };
        self.years.iter().map(heading).collect()
    }

    /// First digits of the plan's SHA-256.
    fn short_version(&self) -> String {
        self.plan().version.chars().take(12).collect()
    }
}

/// Years of a period, at most the last four; a single year stands beside the year before, where the plan had begun.
fn years(plan: &Plan, covers: Period) -> Vec<i32> {
    let (first, last) = (covers.start().year(), covers.end().year());
    let begun = plan.years.is_none_or(|(begin, _)| begin < first);
    let first = if first == last && begun { last - 1 } else { first.max(last - 3) };
    (first..=last).collect()
}

/// Values of dimensions whose id stands in more than one dimension.
fn shared_values(plan: &Plan) -> HashSet<(u8, u8)> {
    let mut named: HashMap<&str, Vec<(u8, u8)>> = HashMap::new();
    for (dimension, at) in plan.dimensions.iter().zip(0u8..) {
        for (value, number) in dimension.values.iter().zip(0u8..) {
            named.entry(&value.id).or_default().push((at, number));
        }
    }
    named.into_values().filter(|values| values.len() > 1).flatten().collect()
}

/// The chapters before the implementation.
pub fn front(context: &Context<'_>) -> Front {
    let report = context.given.report;
    Front {
        cover: page::cover(context),
        introduction: context.written(&report.introduction),
        summary: summary::summary(context),
        course: course::course(context),
        method: method::method(context),
        situation: situation::situation(context),
    }
}

/// The chapters after the implementation.
pub fn back(context: &Context<'_>) -> Back {
    Back {
        lists: lists::lists(context),
        obstacles: obstacles::obstacles(context),
        agencies: agencies::agencies(context),
        changes: changes::changes(context),
        recommendations: changes::recommendations(context),
        follow_up: changes::follow_up(context),
        annex: annex::annex(context),
    }
}
