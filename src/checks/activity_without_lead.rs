//! The check `activity-without-lead`.

use super::{Context, Findings, quoted};
use crate::say;

declare_check! {
    /// An activity has no lead agency.
    ///
    /// ## Why
    ///
    /// Nobody answers for an activity without a lead: nobody is asked to report on it, and its silence goes unnoticed.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.3"
    ///   title: Broadcasting video clips
    ///   support: [moia]
    ///   deadline: 2019..2020
    /// ```
    ///
    /// ## What to do
    ///
    /// Add `lead: [<agency>]`. If the plan was adopted without one, add a waiver with the reason.
    pub(super) static ACTIVITY_WITHOUT_LEAD = "activity-without-lead", Error, Plan, run,
    ka: "\
საქმიანობას ძირითადი უწყება არ აქვს.

## რატომ

საქმიანობაზე, რომელსაც ძირითადი უწყება არ აქვს, პასუხს არავინ აგებს: ინფორმაციას არავის სთხოვენ და მის დუმილს ვერავინ ამჩნევს.

## მაგალითი

```yaml
- id: \"2.1.3\"
  title: ვიდეორგოლების გავრცელება
  support: [moia]
  deadline: 2019..2020
```

## რა უნდა გააკეთოთ

დაამატეთ `lead: [<უწყება>]`. თუ გეგმა ასე დამტკიცდა, დაამატეთ დაშვებული გამონაკლისი და მისი საფუძველი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    for activity in plan.activities.iter().filter(|activity| activity.lead.is_empty()) {
        let id = &activity.id;
        let objective = &plan.objectives[activity.objective];
        let mut leads: Vec<&str> = plan.activities[objective.activities.clone()].iter().flat_map(|other| &other.lead).map(|named| &*named.written).collect();
        leads.sort_unstable();
        leads.dedup();
        let finding = findings.add(
            &ACTIVITY_WITHOUT_LEAD,
            activity.place.key("id"),
            say!("activity `{id}` has no lead agency", "`{id}` საქმიანობას ძირითადი უწყება არ აქვს"),
        );
        finding.label(say!("nobody answers for this activity", "ამ საქმიანობაზე პასუხს არავინ აგებს")).about(None, Some(id));
        if leads.is_empty() {
            finding.help(say!("Add `lead: [<agency>]`.", "დაამატეთ `lead: [<უწყება>]`."));
        } else {
            finding.help(say!(
                "Add `lead: [<agency>]`; bodies that lead other activities of objective {objective}: {leads}.",
                "დაამატეთ `lead: [<უწყება>]`; {objective} ამოცანის სხვა საქმიანობებში ძირითადი უწყებებია: {leads}.",
                objective = &objective.id,
                leads = quoted(leads),
            ));
        }
    }
}
