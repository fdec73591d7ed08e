//! `plan/plan.yaml`: title, years, languages, dimensions, reasons for delay, scale.

use std::collections::HashMap;

use super::goal::truth;
use super::reader::{Fields, Keys, Reader};
use super::{scale, waiver};
use crate::model::plan::{Choice, Dimension, Licence, Obligation, Plan, ReportKind};
use crate::model::text::Language;
use crate::parse::yaml::{Kind, Node};
use crate::place::{Place, Step};
use crate::problem::{Expected, ProblemKind};

const PLAN: Keys = Keys {
    of: "plan",
    required: &["title", "period", "languages"],
    known: &[
        "title",
        "period",
        "languages",
        "council",
        "secretariat",
        "licence",
        "small_count",
        "calendar",
        "dimensions",
        "delay_reasons",
        "scale",
        "agencies",
        "waivers",
    ],
};
const OBLIGATION: Keys = Keys { of: "calendar", required: &["kind", "obligation"], known: &["kind", "obligation"] };
const DIMENSION: Keys = Keys { of: "dimension", required: &["id", "name", "values"], known: &["id", "name", "values", "aliases", "adds_up"] };
const LICENCE: Keys = Keys { of: "licence", required: &["name"], known: &["name", "path", "title"] };
const CHOICE: Keys = Keys { of: "value", required: &["id", "name"], known: &["id", "name", "aliases"] };

/// Below this, a count of victims may identify a person, where the plan does not say otherwise.
const SMALL_COUNT: u32 = 5;

/// Reads the file into the plan; its register of agencies, if it stands here, is returned.
pub(super) fn read<'n>(reader: &mut Reader<'_>, node: &'n Node, plan: &mut Plan) -> Vec<(&'n Node, Place)> {
    let place = Place::root(reader.source);
    let Some(fields) = reader.map(node, &PLAN) else { return Vec::new() };
    plan.title = reader.localized_of(fields, "title");
    plan.years = fields.get("period").and_then(|node| reader.value(node, Expected::Years, years));
    for (item, _) in reader.list_of(fields, "languages", &place) {
        plan.languages.extend(reader.value(item, Expected::Language, Language::from_code));
    }
    plan.council = fields.get("council").and_then(|node| reader.text(node)).map(str::to_owned);
    plan.secretariat = reader.localized_of(fields, "secretariat");
    if let Some(fields) = fields.get("licence").and_then(|node| reader.map(node, &LICENCE)) {
        let optional = |reader: &mut Reader<'_>, key| fields.get(key).and_then(|node| reader.text(node)).map(str::to_owned);
        plan.licence = Some(Licence { name: reader.text_of(fields, "name"), path: optional(reader, "path"), title: optional(reader, "title") });
    }
    let small = fields.get("small_count").and_then(|node| reader.value(node, Expected::WholeNumber, |text| text.parse().ok()));
    plan.small_count = small.unwrap_or(SMALL_COUNT);
    for (item, place) in reader.list_of(fields, "calendar", &place) {
        let Some(fields) = reader.map(item, &OBLIGATION) else { continue };
        let kind = reader.choice_of(fields, "kind", &ReportKind::ALL);
        let activity = reader.text_of(fields, "obligation");
        plan.calendar.extend(kind.map(|kind| Obligation { place, kind, activity }));
    }
    for (item, item_place) in reader.list_of(fields, "dimensions", &place) {
        plan.dimensions.extend(dimension(reader, item, &item_place));
    }
    plan.delay_reasons = choices(reader, fields, "delay_reasons", &place);
    if fields.get("scale").is_some() {
        plan.scale = scale::read(reader, fields);
    }
    plan.waivers.extend(waiver::read(reader, fields, &place));
    reader.list_of(fields, "agencies", &place)
}

/// The languages of the plan, before anything else of it is read.
pub(super) fn languages(node: &Node) -> Vec<Language> {
    let Some((list, _)) = node.step(&Step::Key("languages".into())) else { return Vec::new() };
    let Kind::Sequence(items) = &list.kind else { return Vec::new() };
    let code = |item: &Node| if let Kind::Scalar { text, .. } = &item.kind { Language::from_code(text.trim()) } else { None };
    items.iter().filter_map(code).collect()
}

fn years(text: &str) -> Option<(i32, i32)> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let year = |text: &str| text.parse().ok().filter(|year| (1900..=2200).contains(year));
    Some((year(first)?, year(last)?)).filter(|(first, last)| first <= last)
}

fn dimension(reader: &mut Reader<'_>, node: &Node, place: &Place) -> Option<Dimension> {
    let fields = reader.map(node, &DIMENSION)?;
    Some(Dimension {
        id: reader.id(fields, "id"),
        name: reader.localized_of(fields, "name"),
        aliases: reader.texts_of(fields, "aliases"),
        values: choices(reader, fields, "values", place),
        adds_up: fields.get("adds_up").and_then(|node| reader.value(node, Expected::YesNo, truth)).unwrap_or(true),
    })
}

fn choices(reader: &mut Reader<'_>, fields: Fields<'_>, key: &'static str, place: &Place) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    let mut ids: HashMap<String, Place> = HashMap::new();
    for (item, _) in reader.list_of(fields, key, place) {
        let Some(fields) = reader.map(item, &CHOICE) else { continue };
        let choice = Choice { id: reader.id(fields, "id"), name: reader.localized_of(fields, "name"), aliases: reader.texts_of(fields, "aliases") };
        if let Some(id) = fields.get("id") {
            match ids.get(&choice.id) {
                Some(first) => reader.problem(&id.span, ProblemKind::RepeatedChoice { id: choice.id.clone(), first: first.clone() }),
                None => {
                    ids.insert(choice.id.clone(), Place::bytes(reader.source, id.span.clone()));
                }
            }
        }
        choices.push(choice);
    }
    choices
}
