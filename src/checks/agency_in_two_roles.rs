//! The check `agency-in-two-roles`.

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
        let roles = [("lead", &activity.lead), ("support", &activity.support), ("partners", &activity.partners)];
        let mut seen: Vec<(&str, &str, usize)> = Vec::new();
        for (role, names) in roles {
            for (at, named) in names.iter().enumerate() {
                let written = &*named.written;
                let Some(&(_, first, first_at)) = seen.iter().find(|(known, ..)| *known == written) else {
                    seen.push((written, role, at));
                    continue;
                };
                let id = &activity.id;
                findings
                    .add(
                        &AGENCY_IN_TWO_ROLES,
                        activity.place.key(role).index(at),
                        say!("`{written}` stands twice in activity `{id}`: in `{first}` and in `{role}`", "`{written}` `{id}` საქმიანობაში ორჯერ წერია: `{first}` და `{role}`"),
                    )
                    .label(say!("again here", "აქ მეორდება"))
                    .other(activity.place.key(first).index(first_at), say!("first here", "პირველად აქ"))
                    .help(say!("Leave it in one role.", "ერთ როლში დატოვეთ."))
                    .about(Some(written), Some(id));
            }
        }
    }
}
