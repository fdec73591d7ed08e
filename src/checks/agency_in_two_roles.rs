//! The check `agency-in-two-roles`.

use std::collections::HashMap;

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// An agency has two roles in one activity, or stands twice in one.
    ///
    /// ## Why
    ///
    /// It would be asked twice, and it is unclear whether it answers for the activity or only contributes.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "6.4.1"
    ///   support: [ngos]
    ///   partners: [ngos]
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave it in one role. If the plan was adopted like this, add a waiver with the reason.
    pub(super) static AGENCY_IN_TWO_ROLES = "agency-in-two-roles", Error, Plan, run,
    ka: "\
უწყებას ერთ საქმიანობაში ორი როლი აქვს ან ერთ როლში ორჯერ წერია.

## რატომ

მას ინფორმაციას ორჯერ სთხოვდნენ და არ ჩანს, საქმიანობაზე პასუხს აგებს თუ მხოლოდ ხელს უწყობს.

## მაგალითი

```yaml
- id: \"6.4.1\"
  support: [ngos]
  partners: [ngos]
```

## რა უნდა გააკეთოთ

ერთ როლში დატოვეთ. თუ გეგმა ასე დამტკიცდა, დაამატეთ დაშვებული გამონაკლისი და მისი საფუძველი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for activity in &context.plan.activities {
        let id = &activity.id;
        let roles = [("lead", &activity.lead), ("support", &activity.support), ("partners", &activity.partners)];
        let mut first = HashMap::new();
        for (role, names) in roles {
            for (at, named) in names.iter().enumerate() {
                let agency = &*named.written;
                let (earlier, earlier_at) = *first.entry(agency).or_insert((role, at));
                if (earlier, earlier_at) == (role, at) {
                    continue;
                }
                let message = if earlier == role {
                    say!("`{agency}` stands twice in `{role}` of activity `{id}`", "`{id}` საქმიანობაში `{agency}` ორჯერ წერია: `{role}`")
                } else {
                    say!(
                        "`{agency}` stands both in `{earlier}` and in `{role}` of activity `{id}`",
                        "`{id}` საქმიანობაში `{agency}` ორ როლშია: `{earlier}` და `{role}`"
                    )
                };
                findings
                    .add(&AGENCY_IN_TWO_ROLES, activity.place.key(role).index(at), message)
                    .label(say!("again here", "აქ მეორდება"))
                    .other(activity.place.key(earlier).index(earlier_at), say!("first here", "პირველად აქ წერია"))
                    .help(say!(
                        "Leave it in one place; if the plan was adopted like this, add a waiver with the reason.",
                        "ერთ ადგილას დატოვეთ; თუ გეგმა ასე დამტკიცდა, დაამატეთ დაშვებული გამონაკლისი და მისი საფუძველი."
                    ))
                    .about(Some(agency), Some(id));
            }
        }
    }
}
