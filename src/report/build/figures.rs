//! Figures of an activity: each indicator with its breakdowns, each value with its rows, outside sources beside them.

use std::collections::BTreeMap;

use super::parts::Parts;
use super::{Context, NO_DATA, situation};
use crate::merge::progress::{About, ActivityProgress, Figure, Merged, Statement};
use crate::model::indicator::{Indicator, Target};
use crate::model::plan::Activity;
use crate::model::submission::Breakdown;
use crate::report::view::{ExternalFigures, FigureRow, FigureValue, Figures, Note, Phrase, Side, Source};

/// The order in which the dimensions of an indicator are named: what most figures are broken down by comes first.
#[derive(Debug, Default)]
pub(super) struct Order(Vec<u8>);

impl Order {
    pub(super) fn of(progress: &ActivityProgress<'_>, indicator: u16) -> Self {
        let mut counts: BTreeMap<u8, usize> = BTreeMap::new();
        for (dimension, _) in progress.figures.iter().filter(|figure| figure.indicator == indicator).flat_map(|figure| &figure.breakdown) {
            *counts.entry(*dimension).or_default() += 1;
        }
        let mut dimensions: Vec<(u8, usize)> = counts.into_iter().collect();
        dimensions.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self(dimensions.into_iter().map(|(dimension, _)| dimension).collect())
    }

    fn position(&self, dimension: u8) -> usize {
        self.0.iter().position(|known| *known == dimension).unwrap_or(usize::MAX)
    }

    /// The figures of an indicator, each before its parts.
    pub(super) fn arranged<'p>(&self, progress: &'p ActivityProgress<'p>, indicator: u16) -> Vec<&'p Figure<'p>> {
        let mut figures: Vec<&Figure<'_>> = progress.figures.iter().filter(|figure| figure.indicator == indicator).collect();
        figures.sort_by_cached_key(|figure| {
            let mut key: Vec<(usize, u8)> = figure.breakdown.iter().map(|(dimension, value)| (self.position(*dimension), *value)).collect();
            key.sort_unstable();
            key
        });
        figures
    }
}

impl Context<'_> {
    pub(super) fn figures(&self, activity: &Activity, progress: &ActivityProgress<'_>) -> Figures {
        let (mut rows, mut elsewhere, mut without) = (Vec::<FigureRow>::new(), Vec::new(), Vec::new());
        let mut external: Vec<ExternalFigures> = Vec::new();
        for (at, indicator) in (0u16..).zip(&activity.indicators) {
            let order = Order::of(progress, at);
            let mut figures = order.arranged(progress, at);
            let statistics = situation::is_asked(indicator);
            let published = figures.iter().any(|figure| figure.external.iter().any(|statement| self.is_shown(statement)));
            if !statistics {
                self.add_published(&order, indicator, &figures, progress, &mut external);
            }
            figures.retain(|figure| figure.said.iter().any(|statement| self.is_shown(statement)));
            let total = figures.iter().copied().find(|figure| figure.breakdown.is_empty());
            let broken_down = figures.len() > usize::from(total.is_some());
            let parts = if statistics { Parts::default() } else { Parts::of_agencies(self, indicator, &figures) };
            let row = FigureRow { apart: statistics && (published || broken_down), ..self.indicator_row(indicator, total, &parts, progress) };
            // A row of dashes would say that nothing was reported.
            if total.is_none() && (row.apart || figures.is_empty()) {
                if row.apart { &mut elsewhere } else { &mut without }.push(row);
                continue;
            }
            rows.push(row);
            let broken_down = figures.iter().filter(|figure| !statistics && !figure.breakdown.is_empty());
            rows.extend(broken_down.map(|part| self.part_row(&order, part, &parts, progress)));
        }
        let baselines = rows.iter().any(|row| row.baseline.is_some());
        let targets = rows.iter().any(|row| !row.targets.is_empty());
        Figures { years: self.headings(), baselines, targets, rows, elsewhere, without, external }
    }

    fn indicator_row(&self, indicator: &Indicator, total: Option<&Figure<'_>>, parts: &Parts, progress: &ActivityProgress<'_>) -> FigureRow {
        let row = total.map(|figure| self.part_row(&Order::default(), figure, parts, progress)).unwrap_or_else(|| self.empty_row());
        FigureRow {
            label: self.title(&indicator.name),
            unit: self.written(&indicator.unit),
            part: false,
            baseline: indicator.baseline.map(|number| self.language().number(number)),
            targets: self.targets(indicator),
            ..row
        }
    }

    pub(super) fn empty_row(&self) -> FigureRow {
        let none = FigureValue { text: NO_DATA.to_owned(), sum: false, sides: Vec::new() };
        FigureRow {
            label: Phrase::default(),
            unit: None,
            part: false,
            baseline: None,
            targets: Vec::new(),
            values: vec![none; self.years.len()],
            sources: Vec::new(),
            conflict: None,
            disagreement: None,
            settled: None,
            notes: Vec::new(),
            apart: false,
        }
    }

    fn part_row(&self, order: &Order, figure: &Figure<'_>, parts: &Parts, progress: &ActivityProgress<'_>) -> FigureRow {
        let (indicator, breakdown) = (figure.indicator, &figure.breakdown);
        FigureRow {
            label: self.breakdown(order, breakdown),
            part: true,
            values: self.years.iter().map(|year| self.value_of_year(figure, *year)).collect(),
            sources: self.sources_of(figure.said.iter()),
            conflict: self.disagreement(progress, |about| *about == About::Value(indicator, breakdown.clone())),
            disagreement: self.disagreement(progress, |about| *about == About::External(indicator, breakdown.clone())),
            settled: figure.settled.map(|(agency, _)| self.agency(agency)),
            notes: self.notes_of(figure, parts),
            ..self.empty_row()
        }
    }

    /// Whether a table of figures, of the activity or of the situation, shows a statement, and with it what its row says.
    pub(super) fn is_in_table(&self, statement: &Statement<'_>) -> bool {
        statement.indicator.is_some() && statement.value.is_some() && self.is_shown(statement)
    }

    /// What the parts of a figure come to, which values do not count, and what the agencies' rows say of it.
    pub(super) fn notes_of(&self, figure: &Figure<'_>, parts: &Parts) -> Vec<Note> {
        let said: Vec<&Statement<'_>> = figure.said.iter().filter(|statement| self.is_shown(statement)).collect();
        let mut notes = parts.notes(self, &figure.breakdown, |year| figure.by_year.get(&year).cloned());
        notes.extend(said.iter().filter_map(|statement| self.not_counted(statement)));
        notes.extend(self.notes(&said));
        notes
    }

    /// The value of an agency that the plan does not name, with whose it is.
    fn not_counted(&self, statement: &Statement<'_>) -> Option<Note> {
        let value = statement.value.filter(|_| statement.outside)?;
        let year = Phrase { text: self.year_of(statement)?.to_string(), lang: None };
        let text = format!("{} ({})", self.language().value(value), self.language().term("activity.outside"));
        Some(Note { of: vec![year, self.speaker(statement).name], text: Phrase { text, lang: None } })
    }

    /// What the rows of the report's period say of a figure.
    pub(super) fn notes(&self, statements: &[&Statement<'_>]) -> Vec<Note> {
        let differ = |is: fn(&Statement<'_>, &Statement<'_>) -> bool| statements.windows(2).any(|pair| is(pair[0], pair[1]));
        let (periods, agencies) = (differ(|a, b| a.period != b.period), differ(|a, b| a.agency != b.agency));
        let note = |statement: &&Statement<'_>| {
            let period = periods.then(|| Phrase { text: self.period_name(statement.period).to_owned(), lang: None });
            let agency = agencies.then(|| self.speaker(statement).name);
            Some(Note { of: period.into_iter().chain(agency).collect(), text: self.written(&statement.words?.narrative)? })
        };
        let own = statements.iter().filter(|statement| self.given.progress.own_periods.contains(&statement.period));
        own.filter_map(note).collect()
    }

    /// The names of a breakdown's values: `victims, women, sexual exploitation`.
    pub(super) fn breakdown(&self, order: &Order, breakdown: &Breakdown) -> Phrase {
        let mut names = Phrase::default();
        let mut values: Vec<&(u8, u8)> = breakdown.iter().collect();
        values.sort_by_key(|(dimension, _)| order.position(*dimension));
        for pair @ (dimension, value) in values {
            let Some(dimension) = self.plan().dimensions.get(usize::from(*dimension)) else { continue };
            let Some(value) = dimension.values.get(usize::from(*value)) else { continue };
            let mut name = self.phrase(&value.name);
            if self.shared_values.contains(pair) {
                name.text = format!("{}: {}", self.phrase(&dimension.name).text, name.text);
            }
            let comma = if names.text.is_empty() { "" } else { ", " };
            names = Phrase { text: format!("{}{comma}{}", names.text, name.text), lang: names.lang.or(name.lang) };
        }
        names
    }

    fn value_of_year(&self, figure: &Figure<'_>, year: i32) -> FigureValue {
        let language = self.language();
        let (text, sum) = match figure.by_year.get(&year) {
            None => (NO_DATA.to_owned(), false),
            Some(Merged::Value(value)) => (language.value(value), false),
            Some(Merged::Sum(number)) => (language.number(*number), true),
            Some(Merged::Between(least, most)) => (language.between(*least, *most), true),
            Some(Merged::Conflict) => {
                let sides = figure.said.iter().filter(|statement| self.year_of(statement) == Some(year) && !statement.outside);
                let side = |statement: &Statement<'_>| Some(Side { who: self.speaker(statement).name, says: language.value(statement.value?) });
                return FigureValue { text: NO_DATA.to_owned(), sum: false, sides: sides.filter_map(side).collect() };
            }
        };
        FigureValue { text, sum, sides: Vec::new() }
    }

    /// Whether a statement speaks of a year that is shown.
    pub(super) fn is_shown(&self, statement: &Statement<'_>) -> bool {
        self.year_of(statement).is_some_and(|year| self.years.contains(&year))
    }

    /// File and row of every statement of the years shown; with their values where a year has several.
    pub(super) fn sources_of<'s>(&self, statements: impl Iterator<Item = &'s Statement<'s>>) -> Vec<Source> {
        let mut shown: Vec<&Statement<'_>> = statements.filter(|statement| statement.value.is_some() && self.is_shown(statement)).collect();
        shown.sort_by_key(|statement| self.year_of(statement));
        let alone = |statement: &Statement<'_>| shown.iter().filter(|other| self.year_of(other) == self.year_of(statement)).count() == 1;
        let source = |statement: &&Statement<'_>| {
            let value = statement.value.filter(|_| !alone(statement));
            Source { value: value.map(|value| self.language().value(value)), ..self.source(statement) }
        };
        shown.iter().map(source).collect()
    }

    /// Targets of the years shown; of any year, where those have none.
    fn targets(&self, indicator: &Indicator) -> Vec<String> {
        let shown: Vec<_> = indicator.targets.iter().filter(|(year, _)| self.years.contains(year)).collect();
        let targets: Vec<_> = if shown.is_empty() { indicator.targets.iter().collect() } else { shown };
        let same = targets.windows(2).all(|pair| pair[0].1 == pair[1].1);
        match targets.as_slice() {
            [(_, target), ..] if same => vec![self.target(target)],
            _ => targets.into_iter().map(|(year, target)| format!("{year}: {}", self.target(target))).collect(),
        }
    }

    fn target(&self, target: &Target) -> String {
        match target.max {
            Some(max) => self.language().between(target.min, max),
            None => self.language().number(target.min),
        }
    }
}
