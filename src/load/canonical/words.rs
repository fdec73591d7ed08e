//! The words of the plan and of the columns as they are written: each in the language in which it was typed.

use crate::load::headings::Headings;
use crate::load::table::Use;
use crate::model::column::COLUMNS;
use crate::model::plan::{Choice, Plan};
use crate::model::text::{Language, folded};

/// The heading that the program writes for a column, in the language of the one that was typed.
pub(super) fn heading(typed: &str, column: Use, is_georgian_file: bool, plan: &Plan, known: &Headings<'_>) -> Option<String> {
    // A sign such as № belongs to both languages.
    let is_georgian = is_georgian(typed) || (is_georgian_file && !typed.chars().any(|c| c.is_ascii_alphabetic()));
    let written = match column {
        Use::Field(field, language) => {
            let column = COLUMNS.iter().find(|column| column.field == field)?;
            let georgian = column.georgian.first().copied().filter(|_| is_georgian);
            let ending = match (language, georgian.is_some()) {
                (None, _) => "",
                (Some(Language::KA), true) => " (ქართულად)",
                (Some(_), true) => " (ინგლისურად)",
                (Some(Language::KA), false) => "_ka",
                (Some(_), false) => "_en",
            };
            format!("{}{ending}", georgian.unwrap_or(column.heading))
        }
        Use::Dimension(at) => {
            let dimension = plan.dimensions.get(usize::from(at))?;
            named(typed, &dimension.id, dimension.name.get(language_of(is_georgian)))
        }
        Use::Unknown | Use::Ignored => return None,
    };
    (known.meaning(&written) == column).then_some(written)
}

/// The id if that was typed, else the name; a word that may be either, as `In progress`, is the name.
pub(super) fn named(typed: &str, id: &str, name: Option<&str>) -> String {
    let name = name.unwrap_or(id);
    let is_id = typed == id || (folded(typed) == folded(id) && folded(name) != folded(id));
    if is_id { id.to_owned() } else { name.to_owned() }
}

/// The language of a word, by its letters.
pub(super) fn language_of(is_georgian: bool) -> Language {
    if is_georgian { Language::KA } else { Language::EN }
}

/// Whether there is a Georgian letter.
pub(super) fn is_georgian(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{10a0}'..='\u{10ff}' | '\u{1c90}'..='\u{1cbf}'))
}

/// The word for a value of a list.
pub(super) fn choice(choice: &Choice, typed: &str) -> String {
    named(typed, &choice.id, choice.name.get(language_of(is_georgian(typed))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Text;

    #[test]
    fn headings_keep_their_language() {
        let plan = Plan::default();
        let known = Headings::new(&plan);
        let written = |typed: &str, georgian| heading(typed, known.meaning(typed), georgian, &plan, &known);
        for (typed, expected) in [
            (" Reason_for delay", "delay_reason"),
            ("ᲡᲢᲐᲢᲣᲡᲘ", "სტატუსი"),
            ("აღწერა ინგლისურად", "შესრულების აღწერა (ინგლისურად)"),
            ("Obstacle KA", "obstacles_ka"),
            ("title", "activity_title"),
        ] {
            assert_eq!(written(typed, false).as_deref(), Some(expected), "{typed}");
        }
        assert_eq!([false, true].map(|georgian| written("№", georgian)), [Some("activity".to_owned()), Some("საქმიანობა".to_owned())]);
        assert_eq!(written("statuss", false), None);
    }

    #[test]
    fn a_word_is_the_id_or_the_name_in_its_language() {
        let mut name = Text::default();
        name.set(Language::EN, "in progress");
        name.set(Language::KA, "პროცესშია");
        let reason = |id: &str| Choice { id: id.to_owned(), name: name.clone(), aliases: Vec::new() };
        for (typed, id, expected) in [
            ("in-progress", "in-progress", "in-progress"),
            ("In  Progress", "in-progress", "in progress"),
            ("ongoing", "in-progress", "in progress"),
            ("მიმდინარე", "in-progress", "პროცესშია"),
            ("WIP", "wip", "wip"),
        ] {
            assert_eq!(choice(&reason(id), typed), expected, "{typed}");
        }
    }
}
