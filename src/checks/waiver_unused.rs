//! The check `waiver-unused`.

use super::{About, Context, Findings, find};
use crate::say;

declare_check! {
    /// A waiver accepts no finding.
    ///
    /// ## Why
    ///
    /// What it accepted was mended, or it stands in the wrong place. Left there, it would hide the next finding of its sort.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.3"
    ///   lead: [moia]
    ///   waivers:
    ///     - {check: activity-without-lead, reason: As adopted, until: 2021-12-31}
    /// ```
    ///
    /// ## What to do
    ///
    /// Remove it, or move it: a waiver covers the activity, goal or file in which it stands; one in `report.yaml` covers the
    /// files of its period, as far as `agency` and `activity` agree.
    pub(super) static WAIVER_UNUSED = "waiver-unused", Error, Waivers, run,
    ka: "\
დაშვებული გამონაკლისი არცერთ ხარვეზს არ ეხება.

## რატომ

ხარვეზი უკვე გამოსწორებულია ან გამონაკლისი სხვა ადგილას წერია. თუ დარჩა, შემდეგ ასეთსავე ხარვეზს დამალავს.

## მაგალითი

```yaml
- id: \"2.1.3\"
  lead: [moia]
  waivers:
    - {check: activity-without-lead, reason: ასე დამტკიცდა, until: 2021-12-31}
```

## რა უნდა გააკეთოთ

წაშალეთ ან გადაიტანეთ: გამონაკლისი ეხება იმ საქმიანობას, მიზანს ან ფაილს, რომელშიც წერია; `report.yaml` ფაილის გამონაკლისი კი – თავისი პერიოდის ფაილებს, თუ `agency` და `activity` ემთხვევა.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for (waiver, _) in context.waivers().zip(context.accepted).filter(|(_, accepted)| **accepted == 0) {
        let expired = waiver.until.is_some_and(|until| until < context.as_of);
        // What an edition for the public shows is looked at only when one is compiled.
        if expired || find(&waiver.check).is_none_or(|check| check.about == About::Edition) {
            continue;
        }
        let check = &waiver.check;
        let in_report = context.sources.get(waiver.place.source).path.starts_with("reports/");
        findings
            .add(
                &WAIVER_UNUSED,
                waiver.place.key("check"),
                say!("this waiver accepts nothing: there is no finding `{check}`", "ეს გამონაკლისი არაფერს ეხება: ხარვეზი `{check}` არ არის"),
            )
            .about(waiver.agency.as_deref(), waiver.activity.as_deref())
            .label(if in_report {
                say!("no such finding in the files of this period", "ამ პერიოდის ფაილებში ასეთი ხარვეზი არ არის")
            } else {
                say!("no such finding in what it stands beside", "იქ, სადაც ის წერია, ასეთი ხარვეზი არ არის")
            })
            .help(if in_report {
                say!("Remove it, or correct its `agency` and `activity`.", "წაშალეთ ან შეასწორეთ მისი `agency` და `activity`.")
            } else {
                say!("Remove it, or move it to the activity that it is meant for.", "წაშალეთ ან იმ საქმიანობაში გადაიტანეთ, რომელსაც ეხება.")
            });
    }
}
