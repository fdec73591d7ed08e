//! `reports/<period>/report.yaml`: kind, period covered, window, the secretariat's words, ratings and decisions.

use super::reader::{Fields, Keys, Reader};
use super::waiver;
use crate::model::date::{Period, Span};
use crate::model::period::{Assessment, Comments, FollowUp, Recommendation, ReportingPeriod, Settlement, State};
use crate::model::plan::ReportKind;
use crate::model::text::Text;
use crate::parse::decode::decode;
use crate::parse::yaml::{self, Kind, Node};
use crate::place::Place;
use crate::problem::{Expected, ProblemKind};

const REPORT: Keys = Keys {
    of: "report",
    required: &["covers"],
    known: &[
        "covers",
        "kind",
        "window",
        "data_as_of",
        "received",
        "state",
        "approved",
        "comments",
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
const APPROVED: Keys = Keys { of: "approved", required: &["date", "act"], known: &["date", "act", "by", "published"] };
const COMMENTS: Keys = Keys { of: "comments", required: &[], known: &["until", "to"] };
const ASSESSMENT: Keys = Keys { of: "assessment", required: &["activity", "status", "reason"], known: &["activity", "status", "reason"] };
const SETTLED: Keys =
    Keys { of: "settled", required: &["activity", "indicator", "agency", "reason"], known: &["activity", "indicator", "agency", "reason"] };
const RECOMMENDATION: Keys = Keys { of: "recommendation", required: &["text", "to"], known: &["text", "to", "due", "id"] };
const FOLLOW_UP: Keys = Keys { of: "follow-up", required: &["recommendation", "text"], known: &["recommendation", "text", "status"] };
const STATES: [(&str, bool); 2] = [("draft", false), ("approved", true)];

/// A period of which only the folder's name is known; the name is read as the period covered where it is one, and says the kind:
/// a name of the secretariat's own choosing is that of an ad hoc request.
pub fn unnamed(name: &str) -> ReportingPeriod {
    let covers = covered(name);
    ReportingPeriod {
        name: name.to_owned(),
        place: None,
        kind: kind(covers),
        covers,
        window: None,
        data_as_of: None,
        received: Vec::new(),
        state: State::Draft,
        comments: Comments::default(),
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

fn kind(named: Option<Period>) -> ReportKind {
    match named {
        Some(Period { first: Span::Year(_), last: None }) => ReportKind::Annual,
        Some(Period { first: Span::Year(_), last: Some(Span::Year(_)) }) => ReportKind::Final,
        Some(Period { first: Span::Half(..) | Span::Quarter(..), last: None }) => ReportKind::HalfYear,
        _ => ReportKind::AdHoc,
    }
}

/// The period a folder's or an option's name stands for: `2020`, `2020-H1`, `2019-2020`.
pub fn covered(name: &str) -> Option<Period> {
    Period::parse(name).or_else(|| {
        let (first, last) = name.split_once('-')?;
        Period::parse(&format!("{first}..{last}")).filter(|_| first.len() == 4 && last.len() == 4)
    })
}

/// The days that a folder of `reports/` covers, before anything else is read: those of its name, else those that its `report.yaml` gives.
pub fn days(files: &[super::File], name: &str) -> Option<Period> {
    covered(name).or_else(|| {
        let path = format!("reports/{name}/report.yaml");
        let file = files.iter().find(|file| file.path == path)?;
        let tree = yaml::parse(&decode(file.bytes.clone()).text).0?;
        let Kind::Map(entries) = tree.kind else { return None };
        let covers = entries.into_iter().find(|entry| entry.key == "covers")?;
        match covers.value.kind {
            Kind::Scalar { text, .. } => Period::parse(text.trim()),
            _ => None,
        }
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
    period.data_as_of = reader.date_of(fields, "data_as_of");
    if let Some(node) = fields.get("received") {
        for entry in reader.entries(node) {
            let date = reader.value(&entry.value, Expected::Date, crate::model::date::Date::from_iso);
            period.received.extend(date.map(|date| (entry.key.clone(), date)));
        }
    }
    period.state = state(reader, fields);
    if let Some(fields) = fields.get("comments").and_then(|node| reader.map(node, &COMMENTS)) {
        period.comments = Comments { until: reader.date_of(fields, "until"), to: reader.localized_of(fields, "to") };
    }
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
    let (act, by) = (reader.localized_of(fields, "act"), reader.localized_of(fields, "by"));
    let published = reader.date_of(fields, "published");
    reader.date_of(fields, "date").map_or(State::Draft, |date| State::Approved { date, act, by, published })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_says_the_kind() {
        for (name, kind) in [
            ("2020", "annual"),
            ("2020-H1", "half-year"),
            ("2020-Q3", "half-year"),
            ("2019-2020", "final"),
            ("march", "ad-hoc"),
            ("2020-01-01..2020-09-30", "ad-hoc"),
        ] {
            assert_eq!(unnamed(name).kind.name(), kind, "{name}");
        }
    }

    #[test]
    fn the_days_of_a_folder_are_known_before_all_else() {
        let file = |text: &str| vec![super::super::File { path: "reports/march/report.yaml".into(), bytes: text.into() }];
        let last = |files: &[super::super::File], name| days(files, name).map(|days| days.end().to_string());
        // Waivers are judged on this day, so that a report does not depend on the day on which it is compiled.
        assert_eq!(last(&file("covers: 2020-01-01..2020-09-30\n"), "march"), Some("2020-09-30".into()));
        assert_eq!(last(&file("covers: soon\n"), "march"), None);
        assert_eq!(last(&file("kind: ad-hoc\n"), "march"), None);
        assert_eq!(last(&[], "march"), None);
        assert_eq!(last(&[], "2020-H1"), Some("2020-06-30".into()));
    }
}
