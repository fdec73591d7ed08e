//! Which rows a form has: a function of the plan, of what was reported before the period, of the agency and of the period.

use crate::merge::progress::{ActivityProgress, Figure, Progress};
use crate::merge::{in_force, merge, touches};
use crate::model::agency::AgencyIx;
use crate::model::date::{Date, Period, Span};
use crate::model::period::ReportingPeriod;
use crate::model::plan::{Activity, ActivityIx, Named, Plan};
use crate::model::submission::Breakdown;

/// What an agency does in an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Role {
    Lead,
    Support,
}

/// What one row of a form asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The activity.
    pub activity: ActivityIx,
    /// What the agency does in it.
    pub role: Role,
    /// Number of the indicator in its activity; nothing for the whole activity.
    pub indicator: Option<u16>,
    /// The breakdown; empty for the total.
    pub breakdown: Breakdown,
}

/// What was reported before the period begins.
#[derive(Debug)]
pub struct Before<'a> {
    progress: Progress<'a>,
    periods: &'a [ReportingPeriod],
    year: i32,
}

impl<'a> Before<'a> {
    /// Merges what was reported up to the day before the period; nothing when there is no such day in the plan's years.
    pub fn new(plan: &'a Plan, periods: &'a [ReportingPeriod], covers: &Period) -> Option<Self> {
        let reported = periods.iter().filter_map(|period| Some(period.covers?.start().year()));
        let first = Date::new(reported.chain(plan.years.map(|(first, _)| first)).min()?, 1, 1)?;
        let eve = covers.start().day_before().filter(|eve| first <= *eve)?;
        let stretch = Period { first: Span::Day(first), last: Some(Span::Day(eve)) };
        Some(Self { progress: merge(plan, periods, &stretch), periods, year: covers.start().year() - 1 })
    }

    /// How far an activity had come when the period began.
    pub fn of(&self, activity: ActivityIx) -> Option<&ActivityProgress<'a>> {
        self.progress.activities.get(activity.0 as usize)
    }

    /// The year before.
    pub fn year(&self) -> i32 {
        self.year
    }

    /// The figure that a row asks about.
    pub fn figure(&self, line: &Line) -> Option<&Figure<'a>> {
        let figures = &self.of(line.activity)?.figures;
        figures.iter().find(|figure| Some(figure.indicator) == line.indicator && figure.breakdown == line.breakdown)
    }

    /// The year of a period that was read.
    pub fn year_of(&self, period: usize) -> Option<i32> {
        Some(self.periods.get(period)?.covers?.end().year())
    }

    /// Whether an agency gave this figure a value in the year before.
    pub fn was_given_by(&self, figure: &Figure<'_>, agency: AgencyIx) -> bool {
        figure.said.iter().any(|said| said.agency == Some(agency) && said.value.is_some() && self.year_of(said.period) == Some(self.year))
    }
}

/// What an agency does in an activity, itself or as a member of a group; a group whose members are known does nothing itself.
pub fn role(plan: &Plan, activity: &Activity, agency: AgencyIx) -> Option<Role> {
    let names = |named: &[Named]| named.iter().filter_map(|named| named.agency).any(|body| plan.members(body).contains(&agency));
    if names(&activity.lead) {
        return Some(Role::Lead);
    }
    names(&activity.support).then_some(Role::Support)
}

/// The rows of an agency's form, in the order of the plan: those of every activity it leads or supports that is in force and
/// whose deadline touches the period, or that is overdue when the period begins.
pub fn of(plan: &Plan, before: Option<&Before<'_>>, agency: AgencyIx, covers: &Period) -> Vec<Line> {
    let mut lines = Vec::new();
    for (ix, activity) in plan.activities() {
        let overdue = || in_force(activity, covers) && before.and_then(|before| before.of(ix)).is_some_and(|it| it.overdue.is_some());
        let asked = touches(activity, covers) || overdue();
        if let Some(role) = role(plan, activity, agency).filter(|_| asked) {
            of_activity(plan, before, agency, (ix, activity, role), &mut lines);
        }
    }
    lines
}

/// A row for the activity, and for each indicator one for its total, one for each value of each dimension, and one for each
/// combination of values that the agency reported the year before.
fn of_activity(
    plan: &Plan,
    before: Option<&Before<'_>>,
    agency: AgencyIx,
    (ix, activity, role): (ActivityIx, &Activity, Role),
    lines: &mut Vec<Line>,
) {
    let line = |indicator, breakdown| Line { activity: ix, role, indicator, breakdown };
    lines.push(line(None, Breakdown::default()));
    for (at, indicator) in (0..=u16::MAX).zip(&activity.indicators) {
        lines.push(line(Some(at), Breakdown::default()));
        for &dimension in &indicator.dimensions {
            let values = plan.dimensions.get(usize::from(dimension)).map_or(&[][..], |dimension| &dimension.values);
            let single = (0..=u8::MAX).zip(values).map(|(value, _)| line(Some(at), Breakdown::from([(dimension, value)])));
            lines.extend(single);
        }
        let Some((before, was)) = before.and_then(|before| Some((before, before.of(ix)?))) else { continue };
        let combined = was.figures.iter().filter(|figure| figure.indicator == at && figure.breakdown.len() > 1);
        let given = combined.filter(|figure| before.was_given_by(figure, agency));
        lines.extend(given.map(|figure| line(Some(at), figure.breakdown.clone())));
    }
}
