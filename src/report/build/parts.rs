//! Whether the parts of a figure add up to it: where they do not, a note at the figure says what they come to.
//!
//! A suppressed part is a range, so a note stands only where no number in it would fit.

use std::cmp::Ordering::{Greater, Less};
use std::collections::BTreeMap;

use super::Context;
use crate::merge::progress::{Figure, Merged};
use crate::model::indicator::{Indicator, Number, ValueKind};
use crate::model::submission::Breakdown;
use crate::report::view::{Note, Phrase};

/// The least and the most that the parts of a year come to; nothing where one of them is no number.
type Sum = Option<(Number, Number)>;

/// The figures of an indicator, of agencies or of one publisher, added up by every dimension.
#[derive(Default)]
pub(super) struct Parts {
    sums: BTreeMap<(Breakdown, u8), BTreeMap<i32, Sum>>,
}

impl Parts {
    /// Adds up what `value` gives for each figure and each year shown.
    pub(super) fn of<'f, V>(
        context: &Context<'_>,
        indicator: &Indicator,
        figures: &[(&'f Figure<'f>, V)],
        value: impl Fn(&(&'f Figure<'f>, V), i32) -> Option<Merged>,
    ) -> Self {
        let mut parts = Self::default();
        if !matches!(indicator.kind, ValueKind::Count | ValueKind::Amount) {
            return parts;
        }
        for figure in figures {
            let breakdown = &figure.0.breakdown;
            let adds_up = |dimension: u8| context.plan().dimensions.get(usize::from(dimension)).is_some_and(|dimension| dimension.adds_up);
            for (at, (dimension, _)) in breakdown.iter().enumerate().filter(|(_, (dimension, _))| adds_up(*dimension)) {
                let whole: Breakdown = breakdown.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, pair)| *pair).collect();
                let sums = parts.sums.entry((whole, *dimension)).or_default();
                for year in &context.years {
                    let Some(value) = value(figure, *year) else { continue };
                    let sum = sums.entry(*year).or_insert(Some((Number::whole(0), Number::whole(0))));
                    *sum = sum.zip(value.range()).and_then(|(sum, part)| Some((sum.0.plus(part.0)?, sum.1.plus(part.1)?)));
                }
            }
        }
        parts
    }

    /// Adds up the merged values of agencies.
    pub(super) fn of_agencies<'f>(context: &Context<'_>, indicator: &Indicator, figures: &[&'f Figure<'f>]) -> Self {
        let figures: Vec<(&Figure<'_>, ())> = figures.iter().map(|figure| (*figure, ())).collect();
        Self::of(context, indicator, &figures, |(figure, ()), year| figure.by_year.get(&year).cloned())
    }

    /// One note for each dimension and year whose parts do not come to the figure.
    pub(super) fn notes(&self, context: &Context<'_>, whole: &Breakdown, value: impl Fn(i32) -> Option<Merged>) -> Vec<Note> {
        let mut notes = Vec::new();
        for ((_, dimension), sums) in self.sums.range((whole.clone(), 0)..=(whole.clone(), u8::MAX)) {
            let Some(dimension) = context.plan().dimensions.get(usize::from(*dimension)) else { continue };
            for (year, sum) in sums {
                let Some(((least, most), total)) = sum.zip(value(*year).and_then(|value| value.number())) else { continue };
                if least.compare(total) == Greater || most.compare(total) == Less {
                    let language = context.language();
                    let sum = if least.compare(most) == Less { language.between(least, most) } else { language.number(least) };
                    let words = [("dimension", &*context.phrase(&dimension.name).text), ("sum", &sum), ("total", &language.number(total))];
                    let text = Phrase {
                        text: language.fill(if most.compare(total) == Less { "activity.parts_some" } else { "activity.parts" }, &words),
                        lang: None,
                    };
                    notes.push(Note { of: vec![Phrase { text: year.to_string(), lang: None }], text });
                }
            }
        }
        notes
    }
}
