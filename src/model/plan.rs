//! The plan: goals, objectives and activities in the order of their numbers.

use std::collections::HashMap;

use super::agency::{Agency, AgencyIx};
use super::date::{Date, Period};
use super::indicator::Indicator;
use super::scale::Scale;
use super::text::{Language, Text};
use crate::place::Place;

/// Number of an activity in [`Plan::activities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActivityIx(pub u32);

/// A value of a list that rows may name: a form of exploitation, a reason for delay.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Id in files.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Other accepted words.
    pub aliases: Vec<String>,
}

/// A dimension by which figures are broken down.
#[derive(Clone, Debug)]
pub struct Dimension {
    /// Id; also the heading of its column.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Other accepted headings.
    pub aliases: Vec<String>,
    /// Its values.
    pub values: Vec<Choice>,
    /// Whether the values are parts of a total: women and men are, victims and convicts are not.
    pub adds_up: bool,
}

/// The kind of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ReportKind {
    #[default]
    Annual,
    HalfYear,
    AdHoc,
    Final,
}

impl ReportKind {
    /// Every kind with its name in files.
    pub const ALL: [(&'static str, Self); 4] =
        [("annual", Self::Annual), ("half-year", Self::HalfYear), ("ad-hoc", Self::AdHoc), ("final", Self::Final)];

    /// The name in files.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// A report that the plan itself asks for.
#[derive(Clone, Debug)]
pub struct Obligation {
    /// Where it stands.
    pub place: Place,
    /// Which report.
    pub kind: ReportKind,
    /// Id of the activity that asks for it.
    pub activity: String,
}

/// A finding accepted where it stands.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// Where the waiver stands.
    pub place: Place,
    /// The value that the waiver covers, with everything inside it.
    pub covers: Place,
    /// Name of the check.
    pub check: String,
    /// Only findings about this agency, in `report.yaml`.
    pub agency: Option<String>,
    /// Only findings about this activity, in `report.yaml`.
    pub activity: Option<String>,
    /// Why the finding is accepted.
    pub reason: Text,
    /// Last day on which it holds.
    pub until: Option<Date>,
}

/// An agency named in an activity, as written and as found in the register.
#[derive(Clone, Debug)]
pub struct Named {
    /// The id as written.
    pub written: Box<str>,
    /// The agency, if the register has it.
    pub agency: Option<AgencyIx>,
}

/// A change of an activity after adoption.
#[derive(Clone, Debug)]
pub struct Amendment {
    /// Day from which it holds.
    pub date: Date,
    /// The legal act.
    pub act: Text,
    /// What was changed.
    pub what: Text,
}

/// A goal.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Where it stands.
    pub place: Place,
    /// Id.
    pub id: String,
    /// Printed number.
    pub number: String,
    /// Title as adopted.
    pub title: Text,
    /// Numbers of its objectives in [`Plan::objectives`].
    pub objectives: std::ops::Range<usize>,
}

/// An objective.
#[derive(Clone, Debug)]
pub struct Objective {
    /// Where it stands.
    pub place: Place,
    /// Id.
    pub id: String,
    /// Printed number.
    pub number: String,
    /// Title as adopted.
    pub title: Text,
    /// Number of its goal in [`Plan::goals`].
    pub goal: usize,
    /// Numbers of its activities in [`Plan::activities`].
    pub activities: std::ops::Range<usize>,
}

/// An activity.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Where it stands.
    pub place: Place,
    /// Id, which never changes.
    pub id: String,
    /// Printed number, which may be shared.
    pub number: String,
    /// Title as adopted.
    pub title: Text,
    /// Number of its objective in [`Plan::objectives`].
    pub objective: usize,
    /// Who answers for it.
    pub lead: Vec<Named>,
    /// Who contributes.
    pub support: Vec<Named>,
    /// International and civil-society bodies.
    pub partners: Vec<Named>,
    /// When it is to be carried out.
    pub deadline: Option<Period>,
    /// What shows that it was.
    pub indicators: Vec<Indicator>,
    /// Money, in words.
    pub budget: Text,
    /// Recommendations and targets it answers to.
    pub links: Vec<String>,
    /// Changes after adoption.
    pub amended: Vec<Amendment>,
    /// When and by which act it left the plan.
    pub withdrawn: Option<Amendment>,
    /// Id of the activity that took its place.
    pub successor: Option<String>,
}

impl Activity {
    /// Whether the agency leads it.
    pub fn is_led_by(&self, agency: AgencyIx) -> bool {
        self.lead.iter().any(|named| named.agency == Some(agency))
    }

    /// Whether it is in the plan on a day; it is not from the day on which an act withdraws it.
    pub fn is_in_plan(&self, day: Date) -> bool {
        self.withdrawn.as_ref().is_none_or(|withdrawn| withdrawn.date > day)
    }
}

/// The licence under which the data of reports are published.
#[derive(Clone, Debug)]
pub struct Licence {
    /// Its short name, as CC-BY-4.0.
    pub name: String,
    /// Its web address.
    pub path: Option<String>,
    /// Its full name.
    pub title: Option<String>,
}

/// The plan.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// Title.
    pub title: Text,
    /// First and last year.
    pub years: Option<(i32, i32)>,
    /// Languages of the plan and its reports; the first is that of adoption.
    pub languages: Vec<Language>,
    /// Id of the council that publishes the reports.
    pub council: Option<String>,
    /// Name of the secretariat.
    pub secretariat: Text,
    /// The licence of the data, if one was decided.
    pub licence: Option<Licence>,
    /// Counts of victims below this may identify a person.
    pub small_count: u32,
    /// Reports that the plan asks for.
    pub calendar: Vec<Obligation>,
    /// The register of agencies.
    pub agencies: Vec<Agency>,
    /// The status scale.
    pub scale: Scale,
    /// Dimensions of figures.
    pub dimensions: Vec<Dimension>,
    /// Reasons for delay.
    pub delay_reasons: Vec<Choice>,
    /// Goals by number.
    pub goals: Vec<Goal>,
    /// Objectives by number.
    pub objectives: Vec<Objective>,
    /// Activities by number.
    pub activities: Vec<Activity>,
    /// Accepted findings.
    pub waivers: Vec<Waiver>,
    /// SHA-256 of the plan's files, in hexadecimal.
    pub version: String,
    agency_by_id: HashMap<String, AgencyIx>,
    activity_by_id: HashMap<String, ActivityIx>,
}

impl Plan {
    /// Builds the look-ups by id; the first of two equal ids wins. Call it again after changing agencies or activities.
    pub fn index(&mut self) {
        let agencies: Vec<(String, AgencyIx)> = self.agencies().map(|(ix, agency)| (agency.id.clone(), ix)).collect();
        self.agency_by_id = agencies.into_iter().rev().collect();
        let activities = self.activities.iter().enumerate().rev();
        self.activity_by_id = activities.map(|(at, activity)| (activity.id.clone(), ActivityIx(u32::try_from(at).unwrap_or(u32::MAX)))).collect();
    }

    /// The agency with this id.
    pub fn agency_ix(&self, id: &str) -> Option<AgencyIx> {
        self.agency_by_id.get(id).copied()
    }

    /// The agency with this number.
    pub fn agency(&self, ix: AgencyIx) -> &Agency {
        &self.agencies[usize::from(ix.0)]
    }

    /// The activity with this id.
    pub fn activity_ix(&self, id: &str) -> Option<ActivityIx> {
        self.activity_by_id.get(id).copied()
    }

    /// The activity with this number.
    pub fn activity(&self, ix: ActivityIx) -> &Activity {
        &self.activities[ix.0 as usize]
    }

    /// All activities with their numbers, in the order of the plan.
    pub fn activities(&self) -> impl Iterator<Item = (ActivityIx, &Activity)> {
        (0..).map(ActivityIx).zip(&self.activities)
    }

    /// All agencies with their numbers, in the order of the register; it has room for 65,536.
    pub fn agencies(&self) -> impl Iterator<Item = (AgencyIx, &Agency)> {
        (0..=u16::MAX).map(AgencyIx).zip(&self.agencies)
    }

    /// The language of adoption.
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::EN)
    }

    /// The bodies a name stands for: the members of a group where they are known, else the body itself.
    pub fn members(&self, ix: AgencyIx) -> Vec<AgencyIx> {
        let agency = self.agency(ix);
        if agency.members.is_empty() {
            return vec![ix];
        }
        agency.members.iter().filter_map(|id| self.agency_ix(id)).collect()
    }

    /// Whether an agency leads or supports an activity, itself or as a member of a group.
    pub fn takes_part(&self, agency: AgencyIx, activity: &Activity) -> bool {
        let duties = activity.lead.iter().chain(&activity.support).filter_map(|named| named.agency);
        duties.into_iter().any(|duty| duty == agency || self.agency(duty).members.contains(&self.agency(agency).id))
    }
}
