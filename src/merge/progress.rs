//! The merged data of one report: what every activity reached, with the source of each figure.

pub use super::years::ByYear;
use crate::model::agency::AgencyIx;
use crate::model::date::Period;
use crate::model::indicator::Number;
use crate::model::plan::ActivityIx;
use crate::model::scale::StatusIx;
use crate::model::submission::{Breakdown, Value, Words};
use crate::model::text::Text;
use crate::source::SourceId;

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Provenance {
    /// The file.
    pub source: SourceId,
    /// Row as a spreadsheet counts it.
    pub row: u32,
}

/// What one agency, or one publisher, says of an activity or an indicator in one period.
#[derive(Clone, Debug)]
pub struct Statement<'a> {
    /// The agency; nobody for an external observation.
    pub agency: Option<AgencyIx>,
    /// The plan does not name the agency for this activity; the secretariat accepted the row.
    pub outside: bool,
    /// Who publishes it, for an external observation.
    pub publisher: Option<&'a Text>,
    /// Number of the period in the list of periods that were read.
    pub period: usize,
    /// Number of the indicator in its activity; nothing for the whole activity.
    pub indicator: Option<u16>,
    /// The breakdown of the value.
    pub breakdown: &'a Breakdown,
    /// Status, where the row gives one.
    pub status: Option<StatusIx>,
    /// Value, where the row gives one.
    pub value: Option<&'a Value>,
    /// Texts of the row.
    pub words: Option<&'a Words>,
    /// File and row.
    pub from: Provenance,
}

/// The merged value of one indicator in one breakdown and one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Merged {
    /// One value, alone or agreed by all.
    Value(Value),
    /// A sum by the indicator's `merge` or over the parts of a year, of numbers only.
    Sum(Number),
    /// A sum with a suppressed part: at least the first, at most the second number.
    Between(Number, Number),
    /// Agencies give different values and the plan says they speak of the same thing: none counts.
    Conflict,
}

/// One indicator in one breakdown.
#[derive(Clone, Debug)]
pub struct Figure<'a> {
    /// Number of the indicator in its activity.
    pub indicator: u16,
    /// The breakdown; empty for the total.
    pub breakdown: Breakdown,
    /// The merged value by year.
    pub by_year: ByYear<Merged>,
    /// What agencies said, every year read, in the order of agencies; the rows behind `by_year`.
    pub said: Vec<Statement<'a>>,
    /// What others publish.
    pub external: Vec<Statement<'a>>,
    /// The agency whose value the secretariat chose in the report's period, and why.
    pub settled: Option<(AgencyIx, &'a Text)>,
}

/// A disagreement that the report prints in its annex.
#[derive(Clone, Debug)]
pub struct Disagreement<'a> {
    /// The activity.
    pub activity: ActivityIx,
    /// What kind, and about which indicator and breakdown.
    pub about: About,
    /// Year it concerns.
    pub year: i32,
    /// Every side, agencies first.
    pub sides: Vec<Statement<'a>>,
    /// The secretariat's reason, when it settled it.
    pub settled: Option<&'a Text>,
}

/// What a disagreement is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// Leads give different statuses.
    Status,
    /// Agencies give different values.
    Value(u16, Breakdown),
    /// An external source gives another value than the agencies.
    External(u16, Breakdown),
    /// An external source rates the status differently.
    ExternalStatus,
}

/// The state of an activity at the end of one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearState {
    /// Status by the leads, the less advanced one when they disagree.
    pub reported: Option<StatusIx>,
    /// Status by the secretariat.
    pub assessed: Option<StatusIx>,
    /// The status that counts: assessed, else reported, else derived.
    pub status: StatusIx,
    /// Whether any agency sent a row about it.
    pub any_row: bool,
}

/// An activity that was due before the report's period ends and is not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// Year of the deadline in the plan.
    pub due: i32,
    /// It was due in a year before the report's last, so it was carried over.
    pub carried_over: bool,
}

/// What an activity reached.
#[derive(Clone, Debug)]
pub struct ActivityProgress<'a> {
    /// The activity.
    pub activity: ActivityIx,
    /// State at the end of each year read, up to the report's last.
    pub years: ByYear<YearState>,
    /// State that the report counts: that of its last year. A final report looks back to the last of its years in which a
    /// status was given.
    pub now: YearState,
    /// The secretariat's reason in the report's period.
    pub reason: Option<&'a Text>,
    /// What agencies say of the whole activity or of an indicator in the report's period, in the order of lead, support, others.
    pub said: Vec<Statement<'a>>,
    /// What others publish in the report's period.
    pub external: Vec<Statement<'a>>,
    /// Its figures, by indicator and breakdown.
    pub figures: Vec<Figure<'a>>,
    /// Whether it is overdue.
    pub overdue: Option<Overdue>,
    /// First year, of those unbroken until the report's end, at whose ends it was implemented.
    pub implemented_in: Option<i32>,
    /// Whether the deadline touches the report's period.
    pub in_scope: bool,
}

/// A share of activities with the ids behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Activities that count.
    pub numerator: Vec<ActivityIx>,
    /// All activities looked at.
    pub denominator: Vec<ActivityIx>,
}

impl Rate {
    /// The share between 0 and 1; nothing when there is no activity to look at.
    pub fn share(&self) -> Option<f64> {
        (!self.denominator.is_empty()).then(|| self.numerator.len() as f64 / self.denominator.len() as f64)
    }
}

/// The rates of one year, or of the whole plan in a final report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rates {
    /// `domain.md` 5, after OECD/SIGMA's first method.
    pub execution: Rate,
    /// `domain.md` 5, after OECD/SIGMA's second method.
    pub completion: Rate,
    /// Activities about which anything was reported, of those whose deadline touches the period or that were open and overdue
    /// when it began.
    pub reported: Rate,
}

/// Picks a rate.
pub type Pick = fn(&Rates) -> &Rate;

impl Rates {
    /// The rates by their names.
    pub const ALL: [(&'static str, Pick); 3] =
        [("execution", |rates| &rates.execution), ("completion", |rates| &rates.completion), ("reported", |rates| &rates.reported)];
}

/// 'Nothing to report', as one agency sent it for one of the report's periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nil<'a> {
    /// Why.
    pub reason: &'a Text,
    /// File and row.
    pub from: Provenance,
}

/// What one agency owed and sent in the report's period.
#[derive(Clone, Debug)]
pub struct AgencyProgress<'a> {
    /// The agency.
    pub agency: AgencyIx,
    /// Activities it leads in scope, itself or as a member of a group.
    pub leads: Vec<ActivityIx>,
    /// Activities it supports in scope.
    pub supports: Vec<ActivityIx>,
    /// Of those it leads, the ones it sent a row about.
    pub reported: Vec<ActivityIx>,
    /// Rows expected: one for each indicator of the activities it leads in scope, and one for an activity without indicators.
    pub rows_expected: usize,
    /// Of those, rows that came.
    pub rows_received: usize,
    /// Rows sent in all, and rows set aside.
    pub rows_sent: usize,
    /// Rows set aside.
    pub rows_set_aside: usize,
    /// Its files in the report's period.
    pub files: Vec<SourceId>,
    /// Its nil returns among them: it has sent what it owes, and its activities stay without a report.
    pub nil: Vec<Nil<'a>>,
    /// Whether the first version of its file came by the due day, in each of the report's periods for which it sent one; nothing
    /// when a date is unknown.
    pub on_time: Option<bool>,
}

/// Everything a report prints.
#[derive(Clone, Debug)]
pub struct Progress<'a> {
    /// Period of the report.
    pub period: Period,
    /// Numbers of the periods whose rows the report counts as its own.
    pub own_periods: Vec<usize>,
    /// One entry an activity, in the order of the plan.
    pub activities: Vec<ActivityProgress<'a>>,
    /// Rates of the report.
    pub rates: Rates,
    /// One entry an agency of the register, in its order.
    pub agencies: Vec<AgencyProgress<'a>>,
    /// Disagreements in the report's period, in the order of the plan.
    pub disagreements: Vec<Disagreement<'a>>,
}
