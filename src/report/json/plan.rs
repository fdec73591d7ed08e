//! The plan in the export.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Decimal, Words};
use crate::model::agency::Agency;
use crate::model::indicator::{Accumulates, Indicator, Merge, Target};
use crate::model::plan::{Activity, Amendment, Choice, Dimension, Named, Plan};
use crate::model::scale::{Counts, Status};

/// The plan.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct PlanDocument<'a> {
    /// SHA-256 of the plan's files.
    pub version: &'a str,
    pub title: Words<'a>,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// Codes; the first is the language of adoption.
    pub languages: Vec<String>,
    /// Id of the council.
    pub council: Option<&'a str>,
    pub secretariat: Words<'a>,
    pub small_count: u32,
    pub calendar: Vec<ObligationDocument<'a>>,
    pub agencies: Vec<AgencyDocument<'a>>,
    /// From the most to the least advanced.
    pub scale: Vec<StatusDocument<'a>>,
    pub dimensions: Vec<DimensionDocument<'a>>,
    pub delay_reasons: Vec<ChoiceDocument<'a>>,
    pub goals: Vec<GoalDocument<'a>>,
}

/// An agency.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct AgencyDocument<'a> {
    pub id: &'a str,
    pub name: Words<'a>,
    pub short: Words<'a>,
    pub kind: &'static str,
    pub parent: Option<&'a str>,
    pub members: &'a [String],
    pub aliases: &'a [String],
    /// Former names with the day of the change.
    pub renamed: Vec<RenamedDocument<'a>>,
    /// Id of the body it was merged into, and the day.
    pub merged: Option<(&'a str, String)>,
}

/// A former name.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct RenamedDocument<'a> {
    pub name: Words<'a>,
    pub date: String,
}

/// A report that the plan asks for.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ObligationDocument<'a> {
    pub kind: &'static str,
    /// Id of the activity that asks for it.
    pub activity: &'a str,
}

/// A status.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct StatusDocument<'a> {
    pub code: &'a str,
    pub label: Words<'a>,
    pub short: Words<'a>,
    pub aliases: &'a [String],
    /// What it means to the rates.
    pub counts: &'static str,
    pub sign: char,
}

/// A dimension.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct DimensionDocument<'a> {
    pub id: &'a str,
    pub name: Words<'a>,
    pub aliases: &'a [String],
    /// Whether the values are parts of a total.
    pub adds_up: bool,
    pub values: Vec<ChoiceDocument<'a>>,
}

/// A value of a list.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ChoiceDocument<'a> {
    pub id: &'a str,
    pub name: Words<'a>,
    pub aliases: &'a [String],
}

/// A goal.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct GoalDocument<'a> {
    pub id: &'a str,
    pub number: &'a str,
    pub title: Words<'a>,
    pub objectives: Vec<ObjectiveDocument<'a>>,
}

/// An objective.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ObjectiveDocument<'a> {
    pub id: &'a str,
    pub number: &'a str,
    pub title: Words<'a>,
    pub activities: Vec<ActivityDocument<'a>>,
}

/// An activity.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ActivityDocument<'a> {
    pub id: &'a str,
    pub number: &'a str,
    pub title: Words<'a>,
    /// Ids of agencies.
    pub lead: Vec<&'a str>,
    pub support: Vec<&'a str>,
    pub partners: Vec<&'a str>,
    pub deadline: Option<String>,
    pub indicators: Vec<IndicatorDocument<'a>>,
    pub budget: Words<'a>,
    pub links: &'a [String],
    pub amended: Vec<AmendmentDocument<'a>>,
    pub withdrawn: Option<AmendmentDocument<'a>>,
    pub successor: Option<&'a str>,
}

/// An indicator.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct IndicatorDocument<'a> {
    pub id: &'a str,
    pub name: Words<'a>,
    pub kind: &'static str,
    pub unit: Words<'a>,
    pub baseline: Option<Decimal>,
    /// By year.
    pub targets: BTreeMap<i32, TargetDocument>,
    /// `per-period` or `running-total`.
    pub accumulates: &'static str,
    /// `sum`, `same`, or the id of the agency whose value counts.
    pub merge: String,
    /// Ids.
    pub dimensions: Vec<&'a str>,
    pub sensitive: bool,
}

/// A target: at least `min`, and at most `max` where that is not null.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct TargetDocument {
    pub min: Decimal,
    pub max: Option<Decimal>,
}

/// A change of an activity.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct AmendmentDocument<'a> {
    pub date: String,
    pub act: Words<'a>,
    pub what: Words<'a>,
}

pub(super) fn document<'a>(plan: &'a Plan) -> PlanDocument<'a> {
    let counts = |counts: Counts| Counts::ALL.iter().find(|(_, known)| *known == counts).map_or("", |(name, _)| name);
    let status = |status: &'a Status| StatusDocument {
        code: &status.code,
        label: Words(&status.label),
        short: Words(&status.short),
        aliases: &status.aliases,
        counts: counts(status.counts),
        sign: status.sign,
    };
    let dimension = |it: &'a Dimension| DimensionDocument {
        id: &it.id,
        name: Words(&it.name),
        aliases: &it.aliases,
        adds_up: it.adds_up,
        values: choices(&it.values),
    };
    PlanDocument {
        version: &plan.version,
        title: Words(&plan.title),
        years: plan.years,
        languages: plan.languages.iter().map(ToString::to_string).collect(),
        council: plan.council.as_deref(),
        secretariat: Words(&plan.secretariat),
        small_count: plan.small_count,
        calendar: plan.calendar.iter().map(|it| ObligationDocument { kind: it.kind.name(), activity: &it.activity }).collect(),
        agencies: plan.agencies.iter().map(agency).collect(),
        scale: plan.scale.statuses.iter().map(status).collect(),
        dimensions: plan.dimensions.iter().map(dimension).collect(),
        delay_reasons: choices(&plan.delay_reasons),
        goals: goals(plan),
    }
}

fn agency(agency: &Agency) -> AgencyDocument<'_> {
    AgencyDocument {
        id: &agency.id,
        name: Words(&agency.name),
        short: Words(&agency.short),
        kind: agency.kind.name(),
        parent: agency.parent.as_deref(),
        members: &agency.members,
        aliases: &agency.aliases,
        renamed: agency.renamed.iter().map(|(name, date)| RenamedDocument { name: Words(name), date: date.to_string() }).collect(),
        merged: agency.merged.as_ref().map(|(into, date)| (into.as_str(), date.to_string())),
    }
}

fn choices(choices: &[Choice]) -> Vec<ChoiceDocument<'_>> {
    choices.iter().map(|choice| ChoiceDocument { id: &choice.id, name: Words(&choice.name), aliases: &choice.aliases }).collect()
}

fn goals(plan: &Plan) -> Vec<GoalDocument<'_>> {
    let objectives = |range: std::ops::Range<usize>| {
        let objectives = plan.objectives.get(range).unwrap_or_default().iter().map(|objective| ObjectiveDocument {
            id: &objective.id,
            number: &objective.number,
            title: Words(&objective.title),
            activities: plan.activities.get(objective.activities.clone()).unwrap_or_default().iter().map(|it| activity(plan, it)).collect(),
        });
        objectives.collect()
    };
    let goals = plan.goals.iter().map(|goal| GoalDocument {
        id: &goal.id,
        number: &goal.number,
        title: Words(&goal.title),
        objectives: objectives(goal.objectives.clone()),
    });
    goals.collect()
}

fn activity<'a>(plan: &'a Plan, activity: &'a Activity) -> ActivityDocument<'a> {
    let ids = |named: &'a [Named]| -> Vec<&'a str> {
        let id = |named: &'a Named| named.agency.map_or(&*named.written, |ix| plan.agency(ix).id.as_str());
        named.iter().map(id).collect()
    };
    ActivityDocument {
        id: &activity.id,
        number: &activity.number,
        title: Words(&activity.title),
        lead: ids(&activity.lead),
        support: ids(&activity.support),
        partners: ids(&activity.partners),
        deadline: activity.deadline.map(|deadline| deadline.to_string()),
        indicators: activity.indicators.iter().map(|it| indicator(plan, it)).collect(),
        budget: Words(&activity.budget),
        links: &activity.links,
        amended: activity.amended.iter().map(amendment).collect(),
        withdrawn: activity.withdrawn.as_ref().map(amendment),
        successor: activity.successor.as_deref(),
    }
}

fn amendment(amendment: &Amendment) -> AmendmentDocument<'_> {
    AmendmentDocument { date: amendment.date.to_string(), act: Words(&amendment.act), what: Words(&amendment.what) }
}

fn indicator<'a>(plan: &'a Plan, indicator: &'a Indicator) -> IndicatorDocument<'a> {
    let target = |target: &Target| TargetDocument { min: Decimal(target.min), max: target.max.map(Decimal) };
    let dimensions = indicator.dimensions.iter().filter_map(|at| plan.dimensions.get(usize::from(*at)));
    IndicatorDocument {
        id: &indicator.id,
        name: Words(&indicator.name),
        kind: indicator.kind.name(),
        unit: Words(&indicator.unit),
        baseline: indicator.baseline.map(Decimal),
        targets: indicator.targets.iter().map(|(year, it)| (*year, target(it))).collect(),
        accumulates: match indicator.accumulates {
            Accumulates::PerPeriod => "per-period",
            Accumulates::RunningTotal => "running-total",
        },
        merge: match indicator.merge {
            Merge::Sum => "sum".to_owned(),
            Merge::Same => "same".to_owned(),
            Merge::From(agency) => plan.agency(agency).id.clone(),
        },
        dimensions: dimensions.map(|dimension| dimension.id.as_str()).collect(),
        sensitive: indicator.sensitive,
    }
}
