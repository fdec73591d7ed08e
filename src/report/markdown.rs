//! Views and templates to the Markdown of a report, in parts: cover, chapters before the implementation, each goal,
//! objective and activity, chapters after it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::build::{self, Context};
use super::template::{TemplateError, Templates};
use super::view::{Back, Front, WordsView};
use crate::model::plan::ActivityIx;

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
    let mut parts = Vec::new();
    let book = Book { front: &build::front(context), back: &build::back(context), words: build::words(context) };
    let book = templates.render("report.md", &book)?;
    let (front, back) = split_at_line(&book, |line| line == IMPLEMENTATION).unwrap_or((&book, ""));
    let (cover, front) = split_at_line(front, |line| line.starts_with("<!-- section ")).unwrap_or((front, ""));
    push(&mut parts, cover);
    push(&mut parts, front);
    let plan = context.plan();
    for (at, goal) in plan.goals.iter().enumerate() {
        render(&mut parts, templates, "goal.md", build::goal(context, at))?;
        for at in goal.objectives.clone() {
            render(&mut parts, templates, "objective.md", build::objective(context, at))?;
            let activities = plan.objectives.get(at).map(|objective| objective.activities.clone()).unwrap_or_default();
            for ix in activities.filter_map(|at| u32::try_from(at).ok()) {
                render(&mut parts, templates, "activity.md", build::activity(context, ActivityIx(ix)))?;
            }
        }
    }
    push(&mut parts, back.strip_prefix(IMPLEMENTATION).unwrap_or(back));
    Ok(parts)
}

fn render(parts: &mut Vec<String>, templates: &Templates, name: &str, view: Option<impl Serialize>) -> Result<(), TemplateError> {
    if let Some(view) = view {
        push(parts, &templates.render(name, &view)?);
    }
    Ok(())
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

fn push(parts: &mut Vec<String>, text: &str) {
    let mut part = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines().map(|line| line.trim_end_matches([' ', '\t'])) {
        if line.is_empty() {
            blank = true;
            continue;
        }
        if blank && !part.is_empty() || part.is_empty() && !parts.is_empty() {
            part.push('\n');
        }
        part.push_str(line);
        part.push('\n');
        blank = false;
    }
    if !part.is_empty() {
        parts.push(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_join_without_blanks_and_double_lines() {
        let mut parts = Vec::new();
        for text in ["\n\n a  \n\n\n\nb\\\nc\n\n", "\n  \n", "d"] {
            push(&mut parts, text);
        }
        assert_eq!(parts, [" a\n\nb\\\nc\n", "\nd\n"]);
    }
}
