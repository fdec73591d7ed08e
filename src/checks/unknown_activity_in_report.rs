//! The check `unknown-activity-in-report`.

use std::collections::HashMap;

use super::{Context, Findings, quoted};
use crate::model::id::tidy;
use crate::model::plan::Plan;
use crate::model::text::nearest;
use crate::place::Place;
use crate::say;

declare_check! {
    /// A report, the calendar or another activity names an activity or indicator that the plan does not have.
    ///
    /// ## Why
    ///
    /// An assessment or a decision that finds no activity would be lost without a word.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// assessments:
    ///   - activity: "2.1.33"
    ///     status: implemented
    ///     reason: …
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the id. A number that two activities share must be written as one of their ids.
    pub(super) static UNKNOWN_ACTIVITY_IN_REPORT = "unknown-activity-in-report", Error, Plan, run,
    ka: "\
ანგარიშში, კალენდარში ან სხვა საქმიანობაში მითითებული საქმიანობა ან ინდიკატორი გეგმაში არ არის.

## რატომ

შეფასება ან გადაწყვეტილება, რომელსაც საქმიანობა არ შეესაბამება, შეუმჩნევლად დაიკარგებოდა.

## მაგალითი

```yaml
assessments:
  - activity: \"2.1.33\"
    status: implemented
    reason: …
```

## რა უნდა გააკეთოთ

იდენტიფიკატორი შეასწორეთ. თუ ნომერი ორ საქმიანობას აქვს, ერთ-ერთის იდენტიფიკატორი ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    let mut unknown: Vec<(Place, &str)> = Vec::new();
    let mut look = |place: &Place, key: &'static str, id| unknown.extend(unless_known(plan, id).map(|id| (place.key(key), id)));
    for obligation in &plan.calendar {
        look(&obligation.place, "obligation", &obligation.activity);
    }
    for activity in &plan.activities {
        look(&activity.place, "successor", activity.successor.as_deref().unwrap_or_default());
    }
    for period in context.periods {
        for assessment in &period.assessments {
            look(&assessment.place, "activity", &assessment.activity);
        }
        for settled in &period.settled {
            look(&settled.place, "activity", &settled.activity);
        }
    }
    let words = Words::new(plan, unknown.is_empty());
    for (place, id) in unknown {
        activity(&words, findings, place, id);
    }
    for settled in context.periods.iter().flat_map(|period| &period.settled) {
        let Some(activity) = plan.activity_ix(&settled.activity).map(|ix| plan.activity(ix)) else { continue };
        let found = &settled.indicator;
        if found.is_empty() || activity.indicators.iter().any(|indicator| indicator.id == *found) {
            continue;
        }
        let (id, known) = (&activity.id, || activity.indicators.iter().map(|indicator| indicator.id.as_str()));
        let finding = findings.add(
            &UNKNOWN_ACTIVITY_IN_REPORT,
            settled.place.key("indicator"),
            say!("activity `{id}` has no indicator `{found}`", "`{id}` საქმიანობას ინდიკატორი `{found}` არ აქვს"),
        );
        if let Some(meant) = nearest(found, known()) {
            finding.label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"));
        }
        let known = quoted(known());
        finding.help(say!("Write one of its indicators: {known}.", "ჩაწერეთ მისი ერთ-ერთი ინდიკატორი: {known}.")).about(None, Some(id));
    }
}

fn unless_known<'a>(plan: &Plan, id: &'a str) -> Option<&'a str> {
    (!id.is_empty() && plan.activity_ix(id).is_none()).then_some(id)
}

fn activity(words: &Words<'_>, findings: &mut Findings, place: Place, found: &str) {
    let finding = findings.add(
        &UNKNOWN_ACTIVITY_IN_REPORT,
        place,
        say!("the plan has no activity with the id `{found}`", "გეგმაში იდენტიფიკატორით `{found}` საქმიანობა არ არის"),
    );
    finding.about(None, Some(found));
    let tidied = tidy(found);
    if let Some(ids) = words.numbers.get(tidied.as_str()) {
        let ids = quoted(ids.iter().copied());
        finding
            .label(say!("this is the number of {ids}", "ეს ნომერი აქვს: {ids}"))
            .help(say!("Write the id instead of the number: {ids}.", "ნომრის ნაცვლად ჩაწერეთ იდენტიფიკატორი: {ids}."));
        return;
    }
    let objective = tidied.rsplit_once('.').and_then(|(objective, _)| words.objectives.get_key_value(objective));
    if let Some((objective, ids)) = objective.filter(|(_, ids)| !ids.is_empty()) {
        let last = ids[ids.len() - 1];
        finding.label(say!("the last activity of objective {objective} is `{last}`", "{objective} ამოცანის ბოლო საქმიანობაა `{last}`"));
    }
    finding.help(say!("Compare the id with the plan and correct it.", "იდენტიფიკატორი გეგმას შეადარეთ და შეასწორეთ."));
}

/// Ids by what people may have written in their place.
struct Words<'a> {
    numbers: HashMap<&'a str, Vec<&'a str>>,
    objectives: HashMap<&'a str, Vec<&'a str>>,
}

impl<'a> Words<'a> {
    /// Collects them, unless nobody will ask.
    fn new(plan: &'a Plan, idle: bool) -> Self {
        let mut words = Self { numbers: HashMap::new(), objectives: HashMap::new() };
        for activity in plan.activities.iter().filter(|_| !idle) {
            words.numbers.entry(&activity.number).or_default().push(&activity.id);
            words.objectives.entry(&plan.objectives[activity.objective].id).or_default().push(&activity.id);
        }
        words
    }
}
