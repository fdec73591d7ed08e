//! What a heading says its column holds. Built once for a plan: every cell above the data may be asked for.

use std::collections::HashMap;

use super::table::Use;
use crate::model::column::{self, COLUMNS, Field};
use crate::model::plan::Plan;
use crate::model::text::{folded, nearest, without_look_alikes};

/// A text of more bytes is no heading.
const LONGEST: usize = 200;

/// The headings that are known: those of the program's columns and those of the plan's dimensions.
pub(super) struct Headings<'a> {
    plan: &'a Plan,
    dimensions: HashMap<String, u8>,
}

impl<'a> Headings<'a> {
    /// Collects the dimensions of a plan by their ids, names and other names; the first of two equal words wins.
    pub(super) fn new(plan: &'a Plan) -> Self {
        let mut dimensions = HashMap::new();
        for (at, dimension) in (0..=u8::MAX).zip(&plan.dimensions) {
            let names = dimension.name.all().map(|(_, name)| name);
            for word in std::iter::once(dimension.id.as_str()).chain(names).chain(dimension.aliases.iter().map(String::as_str)) {
                dimensions.entry(folded(word)).or_insert(at);
            }
        }
        Self { plan, dimensions }
    }

    /// Whether a text is the heading of a column.
    pub(super) fn is_known(&self, heading: &str) -> bool {
        self.meaning(heading) != Use::Unknown
    }

    /// Whether a heading names a field.
    pub(super) fn names(&self, heading: &str, field: Field) -> bool {
        matches!(self.meaning(heading), Use::Field(known, _) if known == field)
    }

    /// What a heading says, also with letters of another script that look like its own.
    pub(super) fn meaning(&self, heading: &str) -> Use {
        match self.exact(heading) {
            Use::Unknown if heading.len() <= LONGEST => without_look_alikes(heading).map_or(Use::Unknown, |heading| self.exact(&heading)),
            known => known,
        }
    }

    /// What a heading says, letter by letter.
    pub(super) fn exact(&self, heading: &str) -> Use {
        if heading.is_empty() || heading.len() > LONGEST {
            return Use::Unknown;
        }
        let heading = folded(heading);
        let known = column::find_folded(&heading);
        let field = known.map(|(column, language)| Use::Field(column.field, language));
        match known {
            Some((column, _)) if !column.for_reading => field.unwrap_or(Use::Unknown),
            // A dimension may be called as a column that only forms have.
            _ => self.dimensions.get(&heading).map(|at| Use::Dimension(*at)).or(field).unwrap_or(Use::Unknown),
        }
    }

    /// The heading that is most like an unknown one.
    pub(super) fn nearest(&self, heading: &str) -> Option<String> {
        let columns = COLUMNS.iter().flat_map(|column| std::iter::once(column.heading).chain(column.georgian.iter().copied()));
        let known = columns.chain(self.plan.dimensions.iter().map(|dimension| dimension.id.as_str()));
        nearest(heading, known).map(str::to_owned)
    }
}
