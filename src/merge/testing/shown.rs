//! Looking at the result, in words that tests compare.

use super::{World, missing};
use crate::merge::course::Course;
use crate::merge::progress::{About, ActivityProgress, Merged, Progress, Rate, Rates, Statement};
use crate::model::agency::AgencyIx;
use crate::model::scale::StatusIx;
use crate::model::submission::Value;

impl World {
    pub(in crate::merge) fn merge(&self, period: &str) -> Progress<'_> {
        crate::merge::merge(&self.plan, &self.periods, &Self::parse(period))
    }

    fn progress(&self, period: &str, activity: &str) -> ActivityProgress<'_> {
        let ix = self.plan.activity_ix(activity).unwrap_or_else(|| missing("activity", activity));
        self.merge(period).activities.swap_remove(ix.0 as usize)
    }

    fn code(&self, status: Option<StatusIx>) -> &str {
        status.map_or("nothing", |status| self.plan.scale.get(status).code.as_str())
    }

    fn id(&self, agency: Option<AgencyIx>) -> &str {
        agency.map_or("ext", |agency| self.plan.agency(agency).id.as_str())
    }

    pub(in crate::merge) fn now(&self, period: &str, activity: &str) -> String {
        self.code(Some(self.progress(period, activity).now.status)).to_owned()
    }

    pub(in crate::merge) fn state(&self, period: &str, activity: &str) -> String {
        let progress = self.progress(period, activity);
        let (now, row) = (&progress.now, if progress.now.any_row { "row" } else { "no row" });
        let reason = progress.reason.map_or("", |reason| reason.any(self.plan.language()));
        let (reported, assessed) = (self.code(now.reported), self.code(now.assessed));
        format!("reported {reported}, assessed {assessed}, counts {}, {row}, because {reason}", self.code(Some(now.status)))
    }

    pub(in crate::merge) fn years(&self, period: &str, activity: &str) -> Vec<String> {
        let years = self.progress(period, activity).years;
        years.iter().map(|(year, state)| format!("{year} {}", self.code(Some(state.status)))).collect()
    }

    pub(in crate::merge) fn implemented_in(&self, period: &str, activity: &str) -> Option<i32> {
        self.progress(period, activity).implemented_in
    }

    pub(in crate::merge) fn overdue(&self, period: &str, activity: &str) -> String {
        let overdue = self.progress(period, activity).overdue;
        overdue.map_or("no".to_owned(), |it| format!("{}{}", it.due, if it.carried_over { " carried over" } else { "" }))
    }

    pub(in crate::merge) fn in_scope(&self, period: &str, activity: &str) -> bool {
        self.progress(period, activity).in_scope
    }

    /// The merged total of an indicator in a year.
    pub(in crate::merge) fn value(&self, period: &str, activity: &str, indicator: &str, year: i32) -> String {
        let figure = self.progress(period, activity).figures.into_iter().find(|figure| self.named(activity, figure.indicator) == indicator);
        figure.and_then(|figure| figure.by_year.get(&year).map(merged)).unwrap_or("absent".to_owned())
    }

    pub(in crate::merge) fn settled(&self, period: &str, activity: &str, indicator: &str) -> Option<String> {
        let figure = self.progress(period, activity).figures.into_iter().find(|figure| self.named(activity, figure.indicator) == indicator)?;
        figure.settled.map(|(agency, _)| self.id(Some(agency)).to_owned())
    }

    fn named(&self, activity: &str, indicator: u16) -> &str {
        let known = self.plan.activities.iter().find(|known| known.id == activity);
        known.map_or("", |known| known.indicators[usize::from(indicator)].id.as_str())
    }

    pub(in crate::merge) fn figures(&self, period: &str, activity: &str) -> Vec<String> {
        let figures = self.progress(period, activity).figures;
        let shown = figures.iter().map(|figure| {
            let pairs: Vec<String> = figure.breakdown.iter().map(|(a, b)| format!("{a}.{b}")).collect();
            let years: String = figure.by_year.iter().map(|(year, value)| format!(" {year}={}", merged(value))).collect();
            let (name, said, external) = (self.named(activity, figure.indicator), figure.said.len(), figure.external.len());
            format!("{name}[{}]{years} said {said} external {external}", pairs.join(","))
        });
        shown.collect()
    }

    pub(in crate::merge) fn said(&self, period: &str, activity: &str) -> Vec<String> {
        let progress = self.progress(period, activity);
        let shown = |it: &Statement<'_>| format!("{} {} {}", self.id(it.agency), self.periods[it.period].name, it.from.row);
        progress.said.iter().map(shown).collect()
    }

    pub(in crate::merge) fn disagreements(&self, period: &str) -> Vec<String> {
        let progress = self.merge(period);
        let shown = progress.disagreements.iter().map(|it| {
            let status = matches!(it.about, About::Status | About::ExternalStatus);
            let side = |side: &Statement<'_>| match side.value {
                Some(value) if !status => format!(" {}={}", self.id(side.agency), written(value)),
                _ => format!(" {}@{}", self.id(side.agency), self.code(side.status)),
            };
            let sides: String = it.sides.iter().map(side).collect();
            let settled = if it.settled.is_some() { " settled" } else { "" };
            format!("{} {} {:?}{sides}{settled}", self.plan.activity(it.activity).id, it.year, it.about)
        });
        shown.collect()
    }

    pub(in crate::merge) fn rates(&self, period: &str) -> String {
        shares(&self.merge(period).rates)
    }

    pub(in crate::merge) fn rates_before(&self, period: &str) -> Option<String> {
        let course = Course::new(&self.plan, &self.periods, &self.merge(period), None);
        course.rates_before().map(|before| shares(&before.rates))
    }

    pub(in crate::merge) fn duty(&self, period: &str, agency: &str) -> String {
        let it = self.merge(period).agencies.swap_remove(usize::from(self.agency(agency).0));
        let ids = |list: &[_]| list.iter().map(|ix| self.plan.activity(*ix).id.as_str()).collect::<Vec<_>>().join(" ");
        let on_time = it.on_time.map_or("-".to_owned(), |on_time| on_time.to_string());
        let duties = format!("leads {} supports {} reported {}", ids(&it.leads), ids(&it.supports), ids(&it.reported));
        let (received, expected, sent, aside, files) = (it.rows_received, it.rows_expected, it.rows_sent, it.rows_set_aside, it.files.len());
        let nil: String = it.nil.iter().map(|nil| format!(" nil {}", nil.reason.any(self.plan.language()))).collect();
        format!("{duties} rows {received}/{expected} sent {sent} aside {aside} files {files} on time {on_time}{nil}")
    }
}

fn shares(rates: &Rates) -> String {
    let share = |rate: &Rate| format!("{}/{}", rate.numerator.len(), rate.denominator.len());
    format!("execution {} completion {} reported {}", share(&rates.execution), share(&rates.completion), share(&rates.reported))
}

fn written(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Below(limit) => format!("<{limit}"),
        Value::Withheld => "withheld".to_owned(),
        Value::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Value::Text(text) => text.to_string(),
    }
}

/// A merged value in short: `24`, `=64` for a sum, `40..44`, `conflict`.
pub(in crate::merge) fn merged(value: &Merged) -> String {
    match value {
        Merged::Value(value) => written(value),
        Merged::Sum(sum) => format!("={sum}"),
        Merged::Between(least, most) => format!("{least}..{most}"),
        Merged::Conflict => "conflict".to_owned(),
    }
}
