//! A small world for the tests of this folder: agencies a to e and a group of a and b, a plan, and files in short notation.
//!
//! A row is `<activity> [<indicator>[<breakdown>]=<value>] [@<status>] [outside] [by=<agency>]`: `1.1 n[0.1]=<5 @done`.

mod shown;

pub(in crate::merge) use shown::merged;

use super::calendar::Calendar;
use crate::model::agency::{Agency, AgencyIx, AgencyKind};
use crate::model::date::{Date, Period};
use crate::model::indicator::{Accumulates, Indicator, Merge, Number, ValueKind};
use crate::model::period::{Assessment, ReportingPeriod, Settlement, State};
use crate::model::plan::{Activity, Amendment, Named, Plan, ReportKind};
use crate::model::scale::{Counts, Status, StatusIx};
use crate::model::submission::{Breakdown, NilReturn, Row, Submission, Value};
use crate::model::text::Text;
use crate::place::Place;
use crate::source::SourceId;

#[derive(Clone, Debug)]
pub(in crate::merge) struct World {
    plan: Plan,
    pub(in crate::merge) periods: Vec<ReportingPeriod>,
    files: u32,
    last: (usize, usize),
}

const SCALE: [(&str, &str, &str, Counts); 8] = [
    ("done", "Fully done", "completed", Counts::Done),
    ("partly", "Partly done", "", Counts::Underway),
    ("ongoing", "Under way", "", Counts::Underway),
    ("not", "Not done", "", Counts::Not),
    ("cancelled", "Cancelled", "", Counts::Cancelled),
    ("not-due", "Not due", "", Counts::NotDue),
    ("no-status", "No status", "", Counts::NoStatus),
    ("no-report", "No report", "", Counts::NoReport),
];

fn place() -> Place {
    Place::file(SourceId(0))
}

fn missing(what: &str, name: &str) -> ! {
    panic!("the test's world has no {what} `{name}`")
}

/// A value as a file writes it.
pub(in crate::merge) fn value(text: &str) -> Value {
    match (text, text.strip_prefix('<').and_then(|limit| limit.parse().ok()), Number::parse(text)) {
        ("yes" | "no", _, _) => Value::YesNo(text == "yes"),
        (_, Some(limit), _) => Value::Below(limit),
        (_, _, Some(number)) => Value::Number(number),
        _ => Value::Text(text.into()),
    }
}

/// Building.
impl World {
    pub(in crate::merge) fn new() -> Self {
        let mut plan = Plan::default();
        plan.years = Some((2019, 2020));
        for id in ["a", "b", "c", "d", "e", "group"] {
            let group = id == "group";
            plan.agencies.push(Agency {
                place: place(),
                id: id.to_owned(),
                name: Text::plain(id),
                short: Text::plain(id),
                aliases: Vec::new(),
                kind: if group { AgencyKind::Group } else { AgencyKind::Ministry },
                parent: None,
                members: if group { vec!["a".to_owned(), "b".to_owned()] } else { Vec::new() },
                renamed: Vec::new(),
                merged: None,
            });
        }
        for (code, label, alias, counts) in SCALE {
            let short = Text::plain(if code == "done" { "F. d." } else { code });
            let aliases = if alias.is_empty() { Vec::new() } else { vec![alias.to_owned()] };
            plan.scale.statuses.push(Status { code: code.to_owned(), label: Text::plain(label), short, aliases, counts, sign: '·' });
        }
        plan.index();
        Self { plan, periods: Vec::new(), files: 0, last: (0, 0) }
    }

    pub(in crate::merge) fn agency(&self, id: &str) -> AgencyIx {
        self.plan.agency_ix(id).unwrap_or_else(|| missing("agency", id))
    }

    pub(in crate::merge) fn activity(&mut self, id: &str, lead: &str, support: &str, deadline: &str) -> &mut Self {
        let named = |ids: &str| ids.split_whitespace().map(|id| Named { written: id.into(), agency: Some(self.agency(id)) }).collect();
        let activity = Activity {
            place: place(),
            id: id.to_owned(),
            number: id.to_owned(),
            title: Text::plain(id),
            objective: 0,
            lead: named(lead),
            support: named(support),
            partners: Vec::new(),
            deadline: Period::parse(deadline),
            indicators: Vec::new(),
            budget: Text::default(),
            links: Vec::new(),
            amended: Vec::new(),
            withdrawn: None,
            successor: None,
        };
        self.plan.activities.push(activity);
        self.plan.index();
        self
    }

    fn find(&mut self, activity: &str) -> &mut Activity {
        self.plan.activities.iter_mut().find(|known| known.id == activity).unwrap_or_else(|| missing("activity", activity))
    }

    pub(in crate::merge) fn indicator(&mut self, activity: &str, id: &str) -> &mut Self {
        let indicator = Indicator {
            place: place(),
            id: id.to_owned(),
            name: Text::plain(id),
            kind: ValueKind::Count,
            unit: Text::plain("people"),
            baseline: None,
            targets: Default::default(),
            accumulates: Accumulates::PerPeriod,
            merge: Merge::Same,
            dimensions: Vec::new(),
            sensitive: false,
        };
        self.find(activity).indicators.push(indicator);
        self
    }

    pub(in crate::merge) fn edit(&mut self, activity: &str, indicator: &str, edit: impl FnOnce(&mut Indicator)) -> &mut Self {
        let known = self.find(activity).indicators.iter_mut().find(|known| known.id == indicator);
        edit(known.unwrap_or_else(|| missing("indicator", indicator)));
        self
    }

    pub(in crate::merge) fn edit_plan(&mut self, edit: impl FnOnce(&mut Plan)) {
        edit(&mut self.plan);
    }

    pub(in crate::merge) fn withdraw(&mut self, activity: &str, date: &str) -> &mut Self {
        let date = Date::from_iso(date).unwrap_or_else(|| missing("day", date));
        self.find(activity).withdrawn = Some(Amendment { date, act: Text::default(), what: Text::default() });
        self
    }

    pub(in crate::merge) fn period(&mut self, name: &str) -> &mut Self {
        self.periods.push(ReportingPeriod {
            name: name.to_owned(),
            place: None,
            kind: ReportKind::Annual,
            covers: Some(Self::parse(name)),
            window: None,
            data_as_of: None,
            received: Vec::new(),
            state: State::Draft,
            comments: Default::default(),
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
        });
        self
    }

    /// A period by the name of its folder: `2020-H1`, or `2019-2020` for a final report.
    pub(in crate::merge) fn parse(name: &str) -> Period {
        let range = name.split_once('-').filter(|(_, last)| last.len() == 4).map(|(first, last)| format!("{first}..{last}"));
        Period::parse(range.as_deref().unwrap_or(name)).unwrap_or_else(|| missing("period", name))
    }

    fn sent_for(&mut self, period: &str) -> (usize, &mut ReportingPeriod) {
        self.periods.iter_mut().enumerate().find(|(_, known)| known.name == period).unwrap_or_else(|| missing("period", period))
    }

    /// A file of one agency, of `several` agencies, or an `external` one.
    pub(in crate::merge) fn send(&mut self, period: &str, who: &str, rows: &[&str]) -> &mut Self {
        let agency = if matches!(who, "external" | "several") { None } else { Some(self.agency(who)) };
        let rows = (1..).zip(rows).map(|(at, row)| self.row(at, agency, row)).collect();
        self.files += 1;
        let submission = Submission {
            source: SourceId(self.files),
            agency,
            speaks_for: agency,
            dated: None,
            external: who == "external",
            replaced: false,
            unreadable: false,
            rows,
            nil: Vec::new(),
            unfilled: Vec::new(),
            set_aside: Vec::new(),
        };
        let (at, known) = self.sent_for(period);
        known.submissions.push(submission);
        self.last = (at, known.submissions.len() - 1);
        self
    }

    fn row(&self, row: u32, agency: Option<AgencyIx>, text: &str) -> Row {
        let mut words = text.split_whitespace();
        let id = words.next().unwrap_or_default();
        let activity = self.plan.activity_ix(id).unwrap_or_else(|| missing("activity", id));
        let breakdown = Breakdown::default();
        let mut read = Row { row, agency, activity, indicator: None, breakdown, status: None, value: None, words: None, outside: false };
        for word in words {
            if let Some(code) = word.strip_prefix('@') {
                let status = SCALE.iter().position(|(known, ..)| *known == code).unwrap_or_else(|| missing("status", code));
                read.status = u8::try_from(status).ok().map(StatusIx);
            } else if let Some(agency) = word.strip_prefix("by=") {
                read.agency = Some(self.agency(agency));
            } else if word == "outside" {
                read.outside = true;
            } else if let Some((key, typed)) = word.split_once('=') {
                let (indicator, breakdown) = key.trim_end_matches(']').split_once('[').unwrap_or((key, ""));
                let indicators = &self.plan.activity(activity).indicators;
                let at = indicators.iter().position(|known| known.id == indicator).unwrap_or_else(|| missing("indicator", indicator));
                let pair = |pair: &str| pair.split_once('.').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
                read.indicator = u16::try_from(at).ok();
                read.breakdown = breakdown.split(',').filter_map(pair).collect();
                read.value = Some(value(typed));
            }
        }
        read
    }

    fn last_file(&mut self) -> &mut Submission {
        let (period, file) = self.last;
        &mut self.periods[period].submissions[file]
    }

    pub(in crate::merge) fn replaced(&mut self) -> &mut Self {
        self.last_file().replaced = true;
        self
    }

    pub(in crate::merge) fn nil(&mut self, agency: &str, reason: &str) -> &mut Self {
        let nil = NilReturn { row: 1, agency: Some(self.agency(agency)), reason: Text::plain(reason) };
        self.last_file().nil.push(nil);
        self
    }

    pub(in crate::merge) fn dated(&mut self, date: &str) -> &mut Self {
        self.last_file().dated = Date::from_iso(date);
        self
    }

    pub(in crate::merge) fn due(&mut self, period: &str, date: &str) -> &mut Self {
        self.sent_for(period).1.window = Some((None, Date::from_iso(date)));
        self
    }

    pub(in crate::merge) fn assess(&mut self, period: &str, activity: &str, status: &str) -> &mut Self {
        let (activity, reason) = (activity.to_owned(), Text::plain(status));
        self.sent_for(period).1.assessments.push(Assessment { place: place(), activity, status: status.to_owned(), reason });
        self
    }

    pub(in crate::merge) fn settle(&mut self, period: &str, activity: &str, indicator: &str, agency: &str) -> &mut Self {
        let (activity, indicator, agency) = (activity.to_owned(), indicator.to_owned(), agency.to_owned());
        self.sent_for(period).1.settled.push(Settlement { place: place(), activity, indicator, agency, reason: Text::plain("why") });
        self
    }

    pub(in crate::merge) fn plan(&self) -> Plan {
        self.plan.clone()
    }

    pub(in crate::merge) fn calendar(&self, period: &str) -> Calendar {
        Calendar::new(&self.plan, &self.periods, &Self::parse(period))
    }
}
