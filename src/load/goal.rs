//! `plan/goals/*.yaml`: one goal a file, with its objectives, activities and indicators.

use std::collections::BTreeMap;

use super::reader::{Fields, Keys, Reader};
use super::waiver;
use crate::model::id::natural;
use crate::model::indicator::{Accumulates, Indicator, Merge, Number, Target, ValueKind};
use crate::model::plan::{Activity, Amendment, Goal, Named, Objective, Plan};
use crate::model::text::Text;
use crate::parse::yaml::{Kind, Node};
use crate::place::Place;
use crate::problem::{Expected, ProblemKind};

const GOAL: Keys = Keys { of: "goal", required: &["id", "title", "objectives"], known: &["id", "number", "title", "objectives", "waivers"] };
const OBJECTIVE: Keys =
    Keys { of: "objective", required: &["id", "title", "activities"], known: &["id", "number", "title", "activities", "waivers"] };
const ACTIVITY: Keys = Keys {
    of: "activity",
    required: &["id", "title", "deadline"],
    known: &[
        "id",
        "number",
        "title",
        "lead",
        "support",
        "partners",
        "deadline",
        "indicators",
        "budget",
        "links",
        "amended",
        "withdrawn",
        "successor",
        "waivers",
    ],
};
const INDICATOR: Keys = Keys {
    of: "indicator",
    required: &["id", "name", "kind"],
    known: &["id", "name", "kind", "unit", "baseline", "targets", "accumulates", "merge", "dimensions", "sensitive", "waivers"],
};
const AMENDMENT: Keys = Keys { of: "amendment", required: &["date", "act"], known: &["date", "act", "what"] };
const MERGE: Keys = Keys { of: "merge", required: &["from"], known: &["from"] };
const ACCUMULATES: [(&str, Accumulates); 2] = [("per-period", Accumulates::PerPeriod), ("running-total", Accumulates::RunningTotal)];

/// A goal with what stands in it, before all goals are put in order.
pub(super) struct Loaded {
    goal: Goal,
    objectives: Vec<(Objective, Vec<Activity>)>,
}

/// Reads one file; the agencies of the plan must be known.
pub(super) fn read(reader: &mut Reader<'_>, node: &Node, plan: &mut Plan) -> Option<Loaded> {
    let place = Place::root(reader.source);
    let fields = reader.map(node, &GOAL)?;
    plan.waivers.extend(waiver::read(reader, fields, &place));
    let mut objectives = Vec::new();
    for (item, item_place) in reader.list_of(fields, "objectives", &place) {
        objectives.extend(objective(reader, item, item_place, plan));
    }
    let (id, number, title) = heading(reader, fields);
    require_some(reader, fields, "objectives", "goal", &id);
    Some(Loaded { goal: Goal { place, id, number, title, objectives: 0..0 }, objectives })
}

/// Puts goals, objectives and activities in the order of their numbers.
pub(super) fn arrange(mut goals: Vec<Loaded>, plan: &mut Plan) {
    goals.sort_by(|a, b| natural(&a.goal.id, &b.goal.id));
    for Loaded { mut goal, mut objectives } in goals {
        objectives.sort_by(|(a, _), (b, _)| natural(&a.id, &b.id));
        let first = plan.objectives.len();
        for (mut objective, mut activities) in objectives {
            activities.sort_by(|a, b| natural(&a.id, &b.id));
            let start = plan.activities.len();
            objective.goal = plan.goals.len();
            for mut activity in activities {
                activity.objective = plan.objectives.len();
                plan.activities.push(activity);
            }
            objective.activities = start..plan.activities.len();
            plan.objectives.push(objective);
        }
        goal.objectives = first..plan.objectives.len();
        plan.goals.push(goal);
    }
}

fn heading(reader: &mut Reader<'_>, fields: Fields<'_>) -> (String, String, Text) {
    let id = reader.id(fields, "id");
    let number = reader.text_of(fields, "number");
    let number = if number.is_empty() { id.clone() } else { number };
    (id, number, reader.localized_of(fields, "title"))
}

/// The list that a goal or an objective is made of must not be empty; that it is missing was told already.
fn require_some(reader: &mut Reader<'_>, fields: Fields<'_>, key: &str, of: &'static str, id: &str) {
    if let Some(Node { span, kind: Kind::Sequence(items) }) = fields.get(key)
        && items.is_empty()
    {
        reader.problem(span, ProblemKind::NothingIn { of, id: id.to_owned() });
    }
}

fn objective(reader: &mut Reader<'_>, node: &Node, place: Place, plan: &mut Plan) -> Option<(Objective, Vec<Activity>)> {
    let fields = reader.map(node, &OBJECTIVE)?;
    plan.waivers.extend(waiver::read(reader, fields, &place));
    let mut activities = Vec::new();
    for (item, item_place) in reader.list_of(fields, "activities", &place) {
        activities.extend(activity(reader, item, item_place, plan));
    }
    let (id, number, title) = heading(reader, fields);
    require_some(reader, fields, "activities", "objective", &id);
    Some((Objective { place, id, number, title, goal: 0, activities: 0..0 }, activities))
}

fn activity(reader: &mut Reader<'_>, node: &Node, place: Place, plan: &mut Plan) -> Option<Activity> {
    let fields = reader.map(node, &ACTIVITY)?;
    plan.waivers.extend(waiver::read(reader, fields, &place));
    let (id, number, title) = heading(reader, fields);
    let mut indicators = Vec::new();
    for (item, item_place) in reader.list_of(fields, "indicators", &place) {
        indicators.extend(indicator(reader, item, item_place, plan));
    }
    let mut amended = Vec::new();
    for (item, _) in reader.list_of(fields, "amended", &place) {
        amended.extend(amendment(reader, item));
    }
    Some(Activity {
        id,
        number,
        title,
        objective: 0,
        lead: named(reader, fields, "lead", plan),
        support: named(reader, fields, "support", plan),
        partners: named(reader, fields, "partners", plan),
        deadline: reader.period_of(fields, "deadline"),
        indicators,
        budget: reader.localized_of(fields, "budget"),
        links: reader.texts_of(fields, "links"),
        amended,
        withdrawn: fields.get("withdrawn").and_then(|node| amendment(reader, node)),
        successor: fields.get("successor").and_then(|node| reader.text(node)).map(str::to_owned),
        place,
    })
}

fn named(reader: &mut Reader<'_>, fields: Fields<'_>, key: &'static str, plan: &Plan) -> Vec<Named> {
    let Some(node) = fields.get(key) else { return Vec::new() };
    let mut named = Vec::new();
    for item in reader.texts(node) {
        let Some(written) = reader.text(item) else { continue };
        let agency = plan.agency_ix(written);
        if agency.is_none() {
            reader.problem(&item.span, ProblemKind::UnknownAgency { found: written.to_owned() });
        }
        named.push(Named { written: written.into(), agency });
    }
    named
}

fn amendment(reader: &mut Reader<'_>, node: &Node) -> Option<Amendment> {
    let fields = reader.map(node, &AMENDMENT)?;
    let (act, what) = (reader.localized_of(fields, "act"), reader.localized_of(fields, "what"));
    reader.date_of(fields, "date").map(|date| Amendment { date, act, what })
}

fn indicator(reader: &mut Reader<'_>, node: &Node, place: Place, plan: &mut Plan) -> Option<Indicator> {
    let fields = reader.map(node, &INDICATOR)?;
    plan.waivers.extend(waiver::read(reader, fields, &place));
    let baseline = fields.get("baseline").and_then(|node| reader.value(node, Expected::Number, Number::parse));
    let sensitive = fields.get("sensitive").and_then(|node| reader.value(node, Expected::YesNo, truth));
    let kind = reader.choice_of(fields, "kind", &ValueKind::ALL);
    let mut targets = targets(reader, fields);
    if kind.is_none() {
        // Without its kind nothing can be said of a target.
        targets.clear();
    }
    Some(Indicator {
        id: reader.id(fields, "id"),
        name: reader.localized_of(fields, "name"),
        kind: kind.unwrap_or(ValueKind::Text),
        unit: reader.localized_of(fields, "unit"),
        baseline,
        targets,
        accumulates: reader.choice_of(fields, "accumulates", &ACCUMULATES).unwrap_or_default(),
        merge: merge(reader, fields, plan),
        dimensions: dimensions(reader, fields, plan),
        sensitive: sensitive.unwrap_or_default(),
        place,
    })
}

pub(super) fn truth(text: &str) -> Option<bool> {
    match text {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

fn targets(reader: &mut Reader<'_>, fields: Fields<'_>) -> BTreeMap<i32, Target> {
    let mut targets = BTreeMap::new();
    let Some(node) = fields.get("targets") else { return targets };
    for entry in reader.entries(node) {
        let Ok(year) = entry.key.parse() else {
            reader.problem(&entry.key_span, ProblemKind::WrongKind { expected: Expected::Year, found: entry.key.clone() });
            continue;
        };
        let target = reader.value(&entry.value, Expected::Target, target);
        targets.extend(target.map(|target| (year, target)));
    }
    targets
}

fn target(text: &str) -> Option<Target> {
    match text.split_once("..") {
        None => Some(Target { min: Number::parse(text)?, max: None }),
        Some((min, max)) => Some(Target { min: Number::parse(min)?, max: Some(Number::parse(max)?) }),
    }
}

fn merge(reader: &mut Reader<'_>, fields: Fields<'_>, plan: &Plan) -> Merge {
    let Some(node) = fields.get("merge") else { return Merge::default() };
    if let Kind::Map(_) = node.kind {
        let from = reader.map(node, &MERGE).and_then(|fields| fields.get("from"));
        let Some(from) = from else { return Merge::default() };
        let Some(written) = reader.text(from) else { return Merge::default() };
        return match plan.agency_ix(written) {
            Some(agency) => Merge::From(agency),
            None => {
                reader.problem(&from.span, ProblemKind::UnknownAgency { found: written.to_owned() });
                Merge::default()
            }
        };
    }
    let word = |text: &str| match text {
        "sum" => Some(Merge::Sum),
        "same" => Some(Merge::Same),
        _ => None,
    };
    reader.value(node, Expected::Merge, word).unwrap_or_default()
}

fn dimensions(reader: &mut Reader<'_>, fields: Fields<'_>, plan: &Plan) -> Vec<u8> {
    let Some(node) = fields.get("dimensions") else { return Vec::new() };
    let mut numbers = Vec::new();
    for item in reader.texts(node) {
        let Some(id) = reader.text(item) else { continue };
        match plan.dimensions.iter().position(|dimension| dimension.id == id) {
            Some(at) => numbers.extend(u8::try_from(at)),
            None => {
                let known = plan.dimensions.iter().map(|dimension| dimension.id.clone()).collect();
                reader.problem(&item.span, ProblemKind::UnknownDimension { found: id.to_owned(), known });
            }
        }
    }
    numbers.sort_unstable();
    numbers
}
