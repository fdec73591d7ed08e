//! The check `lead-not-a-public-body`.

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// The lead agency of an activity is not a public body.
    ///
    /// ## Why
    ///
    /// A lead answers for the activity to the council. An international or civil-society body, or a group, cannot be held to that.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "3.2.2"
    ///   lead: [iom]
    /// ```
    ///
    /// ## What to do
    ///
    /// Name the state body that answers for the activity and move the other to `partners`. If the plan was adopted like this, add a waiver with the reason.
    pub(super) static LEAD_NOT_A_PUBLIC_BODY = "lead-not-a-public-body", Error, Plan, run,
    ka: "\
საქმიანობის ძირითადი უწყება სახელმწიფო ორგანო არ არის.

## რატომ

ძირითადი უწყება საქმიანობაზე საბჭოს წინაშე აგებს პასუხს. საერთაშორისო ან არასამთავრობო ორგანიზაციას, ასევე ჯგუფს, ეს ვერ მოეთხოვება.

## მაგალითი

```yaml
- id: \"3.2.2\"
  lead: [iom]
```

## რა უნდა გააკეთოთ

მიუთითეთ პასუხისმგებელი სახელმწიფო უწყება, ორგანიზაცია კი `partners`-ში გადაიტანეთ. თუ გეგმა ასე დამტკიცდა, დაამატეთ დაშვებული გამონაკლისი და მისი საფუძველი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    for activity in &plan.activities {
        let id = &activity.id;
        for (at, named) in activity.lead.iter().enumerate() {
            let Some(agency) = named.agency.map(|ix| plan.agency(ix)).filter(|agency| !agency.kind.is_public()) else { continue };
            let (lead, kind) = (&agency.id, agency.kind.name());
            findings
                .add(
                    &LEAD_NOT_A_PUBLIC_BODY,
                    activity.place.key("lead").index(at),
                    say!("the lead agency `{lead}` of activity `{id}` is not a public body", "`{id}` საქმიანობის ძირითადი უწყება `{lead}` სახელმწიფო ორგანო არ არის"),
                )
                .label(say!("its kind in the register is `{kind}`", "რეესტრში მისი სახეა `{kind}`"))
                .help(say!("Name the state body that answers for the activity and move `{lead}` to `partners`.", "მიუთითეთ პასუხისმგებელი სახელმწიფო უწყება, `{lead}` კი `partners`-ში გადაიტანეთ."))
                .about(Some(lead), Some(id));
        }
    }
}
