//! `reports/<period>/report.yaml`: kind, period covered, window, the secretariat's words, ratings and decisions.

use super::reader::{Fields, Keys, Reader};
use super::waiver;
use crate::model::date::Period;
use crate::model::period::{Assessment, FollowUp, Recommendation, ReportingPeriod, Settlement, State};
use crate::model::plan::ReportKind;
use crate::model::text::Text;
use crate::parse::yaml::{Kind, Node};
use crate::place::Place;
use crate::problem::{Expected, ProblemKind};

const REPORT: Keys = Keys {
    of: "report",
    required: &["kind", "covers"],
    known: &[
        "kind",
        "covers",
        "window",
        "received",
        "state",
        "approved",
        "note",
        "introduction",
        "findings",
        "recommendations",
        "follow_up",
        "assessments",
        "settled",
        "waivers",
    ],
};
const WINDOW: Keys = Keys { of: "window", required: &[], known: &["opens", "due"] };
const APPROVED: Keys = Keys { of: "approved", required: &["date", "act"], known: &["date", "act"] };
const ASSESSMENT: Keys = Keys { of: "assessment", required: &["activity", "status", "reason"], known: &["activity", "status", "reason"] };
const SETTLED: Keys =
    Keys { of: "settled", required: &["activity", "indicator", "agency", "reason"], known: &["activity", "indicator", "agency", "reason"] };
const RECOMMENDATION: Keys = Keys { of: "recommendation", required: &["text", "to"], known: &["text", "to", "due", "id"] };
const FOLLOW_UP: Keys = Keys { of: "follow-up", required: &["recommendation", "text"], known: &["recommendation", "text", "status"] };
const STATES: [(&str, bool); 2] = [("draft", false), ("approved", true)];

/// A period of which only the folder's name is known; the name is read as the period covered where it is one.
pub fn unnamed(name: &str) -> ReportingPeriod {
    let covers = covered(name);
    let kind = match covers {
        Some(Period { last: Some(_), .. }) => ReportKind::Final,
        Some(Period { first: crate::model::date::Span::Half(..), .. }) => ReportKind::HalfYear,
        _ => ReportKind::Annual,
    };
    ReportingPeriod {
        name: name.to_owned(),
        place: None,
        kind,
        covers,
        window: None,
        received: Vec::new(),
        state: State::Draft,
        note: Text::default(),
        introduction: Text::default(),
        findings: Vec::new(),
        recommendations: Vec::new(),
        follow_up: Vec::new(),
        words: Vec::new(),
        assessments: Vec::new(),
        settled: Vec::new(),
        waivers: Vec::new(),
        submissions: Vec::new(),
    }
}

/// The period a folder's or an option's name stands for: `2020`, `2020-H1`, `2019-2020`.
pub fn covered(name: &str) -> Option<Period> {
    Period::parse(name).or_else(|| {
        let (first, last) = name.split_once('-')?;
        Period::parse(&format!("{first}..{last}")).filter(|_| first.len() == 4 && last.len() == 4)
    })
}

/// Reads the file into the period of its folder.
pub(super) fn read(reader: &mut Reader<'_>, node: &Node, period: &mut ReportingPeriod) {
    let place = Place::root(reader.source);
    period.place = Some(place.clone());
    let Some(fields) = reader.map(node, &REPORT) else { return };
    period.kind = reader.choice_of(fields, "kind", &ReportKind::ALL).unwrap_or(period.kind);
    period.covers = reader.period_of(fields, "covers").or(period.covers);
    period.window = fields.get("window").and_then(|node| reader.map(node, &WINDOW)).map(|fields| {
        let opens = reader.date_of(fields, "opens");
        (opens, reader.date_of(fields, "due"))
    });
    if let Some(node) = fields.get("received") {
        for entry in reader.entries(node) {
            let date = reader.value(&entry.value, Expected::Date, crate::model::date::Date::from_iso);
            period.received.extend(date.map(|date| (entry.key.clone(), date)));
        }
    }
    period.state = state(reader, fields);
    period.note = reader.localized_of(fields, "note");
    period.introduction = reader.localized_of(fields, "introduction");
    for (item, _) in reader.list_of(fields, "findings", &place) {
        period.findings.push(reader.localized(item));
    }
    for (item, place) in reader.list_of(fields, "recommendations", &place) {
        let Some(fields) = reader.map(item, &RECOMMENDATION) else { continue };
        period.recommendations.push(Recommendation {
            place,
            id: reader.text_of(fields, "id"),
            text: reader.localized_of(fields, "text"),
            to: reader.texts_of(fields, "to"),
            due: reader.period_of(fields, "due"),
        });
    }
    for (item, place) in reader.list_of(fields, "follow_up", &place) {
        let Some(fields) = reader.map(item, &FOLLOW_UP) else { continue };
        period.follow_up.push(FollowUp {
            place,
            recommendation: reader.text_of(fields, "recommendation"),
            status: reader.text_of(fields, "status"),
            text: reader.localized_of(fields, "text"),
        });
    }
    for (item, place) in reader.list_of(fields, "assessments", &place) {
        let Some(fields) = reader.map(item, &ASSESSMENT) else { continue };
        let activity = reader.id(fields, "activity");
        let status = reader.text_of(fields, "status");
        period.assessments.push(Assessment { place, activity, status, reason: reader.localized_of(fields, "reason") });
    }
    for (item, place) in reader.list_of(fields, "settled", &place) {
        let Some(fields) = reader.map(item, &SETTLED) else { continue };
        period.settled.push(Settlement {
            place,
            activity: reader.id(fields, "activity"),
            indicator: reader.text_of(fields, "indicator"),
            agency: reader.text_of(fields, "agency"),
            reason: reader.localized_of(fields, "reason"),
        });
    }
    period.waivers = waiver::read(reader, fields, &place);
}

fn state(reader: &mut Reader<'_>, fields: Fields<'_>) -> State {
    let approved = reader.choice_of(fields, "state", &STATES).unwrap_or(false);
    if !approved {
        return State::Draft;
    }
    let Some(node) = fields.get("approved").filter(|node| matches!(node.kind, Kind::Map(_))) else {
        let at = fields.get("state").map_or(0..0, |node| node.span.clone());
        reader.problem(&at, ProblemKind::MissingKey { key: "approved", of: "report", written: false });
        return State::Draft;
    };
    let Some(fields) = reader.map(node, &APPROVED) else { return State::Draft };
    let act = reader.localized_of(fields, "act");
    reader.date_of(fields, "date").map_or(State::Draft, |date| State::Approved { date, act })
}
