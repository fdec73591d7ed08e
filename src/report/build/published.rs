//! What others publish of an indicator, by publisher.

use super::figures::Order;
use super::parts::Parts;
use super::{Context, NO_DATA};
use crate::merge::progress::{About, ActivityProgress, Figure, Merged, Statement};
use crate::model::indicator::Indicator;
use crate::report::view::{ExternalFigures, FigureRow, FigureValue, Phrase};

/// A figure with what one publisher says of it.
type Published<'p> = (&'p Figure<'p>, Vec<&'p Statement<'p>>);

impl Context<'_> {
    /// Adds the figures of an indicator in the years shown to those of their publishers; a total is named by the indicator.
    pub(super) fn add_published(
        &self,
        order: &Order,
        indicator: &Indicator,
        figures: &[&Figure<'_>],
        progress: &ActivityProgress<'_>,
        groups: &mut Vec<ExternalFigures>,
    ) {
        let name = self.title(&indicator.name);
        for (publisher, rows) in self.published(order, indicator, figures, progress) {
            let rows = rows.into_iter().map(|row| if row.part { row } else { FigureRow { label: name.clone(), ..row } });
            match groups.iter_mut().find(|group| group.publisher == publisher) {
                Some(group) => group.rows.extend(rows),
                None => groups.push(ExternalFigures { publisher, rows: rows.collect() }),
            }
        }
    }

    /// The figures of an indicator in the years shown, by publisher; a total has no label.
    pub(super) fn published(
        &self,
        order: &Order,
        indicator: &Indicator,
        figures: &[&Figure<'_>],
        progress: &ActivityProgress<'_>,
    ) -> Vec<(Phrase, Vec<FigureRow>)> {
        let mut publishers: Vec<(Phrase, Vec<Published<'_>>)> = Vec::new();
        for figure in figures {
            for statement in figure.external.iter().filter(|statement| self.is_shown(statement)) {
                let name = statement.publisher.map(|text| self.phrase(text)).unwrap_or_default();
                let at = publishers.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
                    publishers.push((name, Vec::new()));
                    publishers.len() - 1
                });
                match publishers[at].1.last_mut().filter(|(last, _)| last.breakdown == figure.breakdown) {
                    Some((_, statements)) => statements.push(statement),
                    None => publishers[at].1.push((figure, vec![statement])),
                }
            }
        }
        let rows = |published: Vec<Published<'_>>| {
            let value = |(_, statements): &Published<'_>, year| self.one_value(statements, year);
            let parts = Parts::of(self, indicator, &published, value);
            published.iter().map(|one| self.published_row(order, one, &parts, progress)).collect()
        };
        publishers.into_iter().map(|(publisher, published)| (publisher, rows(published))).collect()
    }

    fn published_row(&self, order: &Order, published: &Published<'_>, parts: &Parts, progress: &ActivityProgress<'_>) -> FigureRow {
        let (figure, statements) = published;
        let mut notes = parts.notes(self, &figure.breakdown, |year| self.one_value(statements, year));
        notes.extend(self.notes(statements));
        FigureRow {
            label: self.breakdown(order, &figure.breakdown),
            part: !figure.breakdown.is_empty(),
            values: self.years.iter().map(|year| self.values_of(statements, *year)).collect(),
            sources: self.sources_of(statements.iter().copied()),
            disagreement: self.disagreement(progress, |about| *about == About::External(figure.indicator, figure.breakdown.clone())),
            notes,
            ..self.empty_row()
        }
    }

    fn values_of(&self, statements: &[&Statement<'_>], year: i32) -> FigureValue {
        let of_year = statements.iter().filter(|statement| self.year_of(statement) == Some(year));
        let values: Vec<String> = of_year.filter_map(|statement| Some(self.language().value(statement.value?))).collect();
        let text = if values.is_empty() { NO_DATA.to_owned() } else { values.join("; ") };
        FigureValue { text, sum: false, sides: Vec::new() }
    }

    /// The value of a year, if there is one; several cannot be added up.
    fn one_value(&self, statements: &[&Statement<'_>], year: i32) -> Option<Merged> {
        let mut values = statements.iter().filter(|statement| self.year_of(statement) == Some(year)).filter_map(|statement| statement.value);
        let value = Merged::Value(values.next()?.clone());
        Some(if values.next().is_none() { value } else { Merged::Conflict })
    }
}
