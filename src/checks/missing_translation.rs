//! The check `missing-translation`.

use super::{Context, Findings};
use crate::model::text::{Language, Text};
use crate::place::{Place, Step};
use crate::say;

declare_check! {
    /// A text is not given in every language of the plan.
    ///
    /// ## Why
    ///
    /// The report in the other language shows the text in the language it has, marked as such.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// languages: [ka, en]
    /// title: {ka: სამოქმედო გეგმა}
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the text in the language that is missing. A text that is the same in every language may be written as one string.
    pub(super) static MISSING_TRANSLATION = "missing-translation", Warning, Plan, run,
    ka: "\
ტექსტი გეგმის ყველა ენაზე არ არის.

## რატომ

მეორე ენის ანგარიშში ტექსტი იმ ენაზე გამოჩნდება, რომელზეც არის, შესაბამისი აღნიშვნით.

## მაგალითი

```yaml
languages: [ka, en]
title: {ka: სამოქმედო გეგმა}
```

## რა უნდა გააკეთოთ

დაამატეთ ტექსტი იმ ენაზე, რომელიც აკლია. თუ ტექსტი ყველა ენაზე ერთნაირია, შეიძლება ერთ სტრიქონად ჩაიწეროს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    let mut judge = |place: Place, text: &Text| judge(&plan.languages, findings, place, text);
    for (goal, title) in plan.goals.iter().map(|goal| (&goal.place, &goal.title)) {
        judge(goal.key("title"), title);
    }
    for objective in &plan.objectives {
        judge(objective.place.key("title"), &objective.title);
    }
    for activity in &plan.activities {
        judge(activity.place.key("title"), &activity.title);
        for indicator in &activity.indicators {
            judge(indicator.place.key("name"), &indicator.name);
            judge(indicator.place.key("unit"), &indicator.unit);
        }
    }
    for agency in &plan.agencies {
        judge(agency.place.key("name"), &agency.name);
        if agency.short != agency.name {
            judge(agency.place.key("short"), &agency.short);
        }
    }
    for waiver in context.waivers() {
        judge(waiver.place.key("reason"), &waiver.reason);
    }
    for assessment in context.periods.iter().flat_map(|period| &period.assessments) {
        judge(assessment.place.key("reason"), &assessment.reason);
    }
}

fn judge(languages: &[Language], findings: &mut Findings, place: Place, text: &Text) {
    if text.is_empty() || text.is_plain() {
        return;
    }
    for language in languages.iter().filter(|language| text.get(**language).is_none()) {
        let what = match &place.at {
            crate::place::At::Path(steps) => steps.iter().rev().find_map(|step| if let Step::Key(key) = step { Some(key.to_string()) } else { None }),
            _ => None,
        };
        let what = what.unwrap_or_default();
        findings
            .add(&MISSING_TRANSLATION, place.clone(), say!("this `{what}` is not given in the language `{language}`", "ენა `{language}` აკლია: `{what}`"))
            .help(say!("Add `{language}: …`.", "დაამატეთ `{language}: …`."));
    }
}
