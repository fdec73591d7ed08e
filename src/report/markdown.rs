//! Views and templates to the Markdown of a report, in parts: cover, chapters before the implementation, each goal,
//! objective and activity, chapters after it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::build::{self, Context};
use super::template::{TemplateError, Templates};
use super::view::{Back, Front, WordsView};
use crate::model::plan::ActivityIx;
use crate::parallel;

/// The line of `report.md` at which goals, objectives and activities stand.
const IMPLEMENTATION: &str = "<!-- implementation -->";

/// What `report.md` sees: the chapters before and after the implementation.
#[derive(Serialize)]
struct Book<'a> {
    #[serde(flatten)]
    front: &'a Front,
    #[serde(flatten)]
    back: &'a Back,
    /// What the secretariat says in files of its own, by the name of the chapter.
    words: BTreeMap<&'static str, WordsView>,
}

/// The parts of the report in their order; their concatenation is the file.
///
/// The first part is the cover, up to the first section. No part has trailing blanks or two blank lines in a row; each
/// ends with a line end, and each but the first begins with a blank line.
pub fn markdown(context: &Context<'_>, templates: &Templates) -> Result<Vec<String>, TemplateError> {
    let units = units(context);
    let (book, units) = parallel::both(|| book(context, templates), || parallel::map(&units, |unit| unit.part(context, templates)));
    let book = book?;
    let (front, back) = split_at_line(&book, |line| line == IMPLEMENTATION).unwrap_or((&book, ""));
    let (cover, front) = split_at_line(front, |line| line.starts_with("<!-- section ")).unwrap_or((front, ""));
    let mut parts = Vec::with_capacity(units.len() + 3);
    push(&mut parts, tidy(cover));
    push(&mut parts, tidy(front));
    for unit in units {
        push(&mut parts, unit?);
    }
    push(&mut parts, tidy(back.strip_prefix(IMPLEMENTATION).unwrap_or(back)));
    Ok(parts)
}

fn book(context: &Context<'_>, templates: &Templates) -> Result<String, TemplateError> {
    let book = Book { front: &build::front(context), back: &build::back(context), words: build::words(context) };
    templates.render("report.md", &book)
}

/// A goal, an objective or an activity, by its number.
enum Unit {
    Goal(usize),
    Objective(usize),
    Activity(ActivityIx),
}

/// All of them as they follow each other.
fn units(context: &Context<'_>) -> Vec<Unit> {
    let plan = context.plan();
    let mut units = Vec::with_capacity(plan.goals.len() + plan.objectives.len() + plan.activities.len());
    for (at, goal) in plan.goals.iter().enumerate() {
        units.push(Unit::Goal(at));
        for at in goal.objectives.clone() {
            units.push(Unit::Objective(at));
            let activities = plan.objectives.get(at).map(|objective| objective.activities.clone()).unwrap_or_default();
            units.extend(activities.filter_map(|at| u32::try_from(at).ok()).map(|ix| Unit::Activity(ActivityIx(ix))));
        }
    }
    units
}

impl Unit {
    fn part(&self, context: &Context<'_>, templates: &Templates) -> Result<String, TemplateError> {
        match *self {
            Self::Goal(at) => render(templates, "goal.md", build::goal(context, at)),
            Self::Objective(at) => render(templates, "objective.md", build::objective(context, at)),
            Self::Activity(ix) => render(templates, "activity.md", build::activity(context, ix)),
        }
    }
}

fn render(templates: &Templates, name: &str, view: Option<impl Serialize>) -> Result<String, TemplateError> {
    view.map_or(Ok(String::new()), |view| Ok(tidy(&templates.render(name, &view)?)))
}

/// The text before the first line of which `is` holds, and the text from there.
fn split_at_line(text: &str, is: impl Fn(&str) -> bool) -> Option<(&str, &str)> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is(line.trim_end()) {
            return Some(text.split_at(at));
        }
        at += line.len();
    }
    None
}

/// A text without trailing blanks, blank lines at its ends and two blank lines in a row.
fn tidy(text: &str) -> String {
    let mut part = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines().map(|line| line.trim_end_matches([' ', '\t'])) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        if blank && !part.is_empty() {
            part.push('\n');
        }
        part.push_str(line);
        part.push('\n');
        blank = false;
    }
    part
}

/// Adds a tidy part, if it has any text; all but the first begin with a blank line.
fn push(parts: &mut Vec<String>, mut part: String) {
    if part.is_empty() {
        return;
    }
    if !parts.is_empty() {
        part.insert(0, '\n');
    }
    parts.push(part);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_join_without_blanks_and_double_lines() {
        let mut parts = Vec::new();
        for text in ["\n\n a  \n\n\n\nb\\\nc\n\n", "\n  \n", "d"] {
            push(&mut parts, tidy(text));
        }
        assert_eq!(parts, [" a\n\nb\\\nc\n", "\nd\n"]);
    }
}
