//! The check `waiver-expired`.

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// The last day of a waiver is past.
    ///
    /// ## Why
    ///
    /// A waiver accepts a finding until a day, so that somebody looks at it again. After that day the finding counts again.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// waivers:
    ///   - {check: activity-without-lead, reason: As adopted, until: 2020-12-31}
    /// ```
    ///
    /// ## What to do
    ///
    /// Mend what was accepted and remove the waiver. If the reason still holds, write a later day.
    pub(super) static WAIVER_EXPIRED = "waiver-expired", Error, Waivers, run,
    ka: "\
დაშვებულ გამონაკლისს ვადა გაუვიდა.

## რატომ

გამონაკლისი ხარვეზს მხოლოდ გარკვეულ დღემდე უშვებს, რათა მას ვინმემ ხელახლა შეხედოს. ამ დღის შემდეგ ხარვეზი კვლავ ითვლება.

## მაგალითი

```yaml
waivers:
  - {check: activity-without-lead, reason: ასე დამტკიცდა, until: 2020-12-31}
```

## რა უნდა გააკეთოთ

ხარვეზი გამოასწორეთ და გამონაკლისი წაშალეთ. თუ საფუძველი კვლავ არსებობს, უფრო გვიანი დღე ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for waiver in context.waivers() {
        let Some(until) = waiver.until.filter(|until| *until < context.as_of) else { continue };
        let check = &waiver.check;
        findings
            .add(
                &WAIVER_EXPIRED,
                waiver.place.key("until"),
                say!(
                    "the waiver of `{check}` expired: its last day was {until}",
                    "`{check}` წესის დაშვებულ გამონაკლისს ვადა გაუვიდა: ბოლო დღე იყო {day:02}.{month:02}.{year}",
                    day = until.day(),
                    month = until.month(),
                    year = until.year(),
                ),
            )
            .label(say!("accepts nothing after this day", "ამ დღის შემდეგ ძალაში აღარ არის"))
            .about(waiver.agency.as_deref(), waiver.activity.as_deref())
            .help(say!(
                "Mend what it accepted and remove it; if the reason still holds, write a later day.",
                "ხარვეზი გამოასწორეთ და გამონაკლისი წაშალეთ; თუ საფუძველი კვლავ არსებობს, უფრო გვიანი დღე ჩაწერეთ."
            ));
    }
}
