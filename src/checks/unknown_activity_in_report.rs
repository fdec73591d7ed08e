//! The check `unknown-activity-in-report`.

use super::{Context, Findings};
use crate::model::text::nearest;
use crate::place::Place;
use crate::say;

declare_check! {
    /// A file names an activity or indicator that the plan does not have.
    ///
    /// ## Why
    ///
    /// A rating or decision that finds no activity would be lost without a word.
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
ფაილში მითითებული საქმიანობა ან ინდიკატორი გეგმაში არ არის.

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
    for assessment in context.periods.iter().flat_map(|period| &period.assessments) {
        activity(context, findings, assessment.place.key("activity"), &assessment.activity);
    }
    for settled in context.periods.iter().flat_map(|period| &period.settled) {
        activity(context, findings, settled.place.key("activity"), &settled.activity);
        let Some(known) = plan.activity_ix(&settled.activity).map(|ix| plan.activity(ix)) else { continue };
        if known.indicators.iter().all(|indicator| indicator.id != settled.indicator) {
            let (id, found) = (&known.id, &settled.indicator);
            let names = super::quoted(known.indicators.iter().map(|indicator| indicator.id.as_str()));
            findings
                .add(&UNKNOWN_ACTIVITY_IN_REPORT, settled.place.key("indicator"), say!("activity `{id}` has no indicator `{found}`", "`{id}` საქმიანობას ინდიკატორი `{found}` არ აქვს"))
                .help(say!("Write one of {names}.", "ჩაწერეთ ერთ-ერთი: {names}."));
        }
    }
}

fn activity(context: &Context<'_>, findings: &mut Findings, place: Place, found: &str) {
    let plan = context.plan;
    if found.is_empty() || plan.activity_ix(found).is_some() {
        return;
    }
    let same_number: Vec<&str> = plan.activities.iter().filter(|activity| activity.number == found).map(|activity| activity.id.as_str()).collect();
    let finding = findings.add(&UNKNOWN_ACTIVITY_IN_REPORT, place, say!("the plan has no activity with the id `{found}`", "გეგმაში იდენტიფიკატორით `{found}` საქმიანობა არ არის"));
    if !same_number.is_empty() {
        let ids = super::quoted(same_number);
        finding.help(say!("The number is that of {ids}; write one of these ids.", "ეს ნომერი აქვს: {ids}; ერთ-ერთი იდენტიფიკატორი ჩაწერეთ."));
    } else if let Some(meant) = nearest(found, plan.activities.iter().map(|activity| activity.id.as_str())) {
        finding.help(say!("Correct the id; the nearest one is `{meant}`.", "იდენტიფიკატორი შეასწორეთ; უახლოესია `{meant}`."));
    } else {
        finding.help(say!("Compare the id with the plan and correct it.", "იდენტიფიკატორი გეგმას შეადარეთ და შეასწორეთ."));
    }
}
