//! The check `unknown-check`.

use super::{CHECKS, Context, Findings, find};
use crate::model::text::nearest;
use crate::say;

declare_check! {
    /// A waiver names a check that does not exist.
    ///
    /// ## Why
    ///
    /// Such a waiver accepts nothing, while whoever wrote it believes that a finding is settled.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// waivers:
    ///   - {check: activity-without-led, reason: As adopted, until: 2021-12-31}
    /// ```
    ///
    /// ## What to do
    ///
    /// Copy the name from the brackets of the finding. `plan explain` lists all checks.
    pub(super) static UNKNOWN_CHECK = "unknown-check", Error, Plan, run,
    ka: "\
დაშვებულ გამონაკლისში ისეთი შემოწმების წესია დასახელებული, რომელიც არ არსებობს.

## რატომ

ასეთი გამონაკლისი არაფერს ეხება, მისი ავტორი კი ფიქრობს, რომ საკითხი მოგვარებულია.

## მაგალითი

```yaml
waivers:
  - {check: activity-without-led, reason: ასე დამტკიცდა, until: 2021-12-31}
```

## რა უნდა გააკეთოთ

სახელი ხარვეზის კვადრატული ფრჩხილებიდან გადმოიტანეთ. ყველა წესს `plan explain` ჩამოთვლის.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for waiver in context.waivers().filter(|waiver| !waiver.check.is_empty() && find(&waiver.check).is_none()) {
        let name = &waiver.check;
        let finding = findings.add(
            &UNKNOWN_CHECK,
            waiver.place.key("check"),
            say!("there is no check `{name}`", "შემოწმების წესი `{name}` არ არსებობს"),
        );
        finding.about(waiver.agency.as_deref(), waiver.activity.as_deref());
        match nearest(name, CHECKS.iter().map(|check| check.name)) {
            Some(meant) => finding
                .label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"))
                .help(say!("Write `{meant}` if that is what you mean.", "თუ ამას გულისხმობდით, ჩაწერეთ `{meant}`.")),
            None => finding.help(say!(
                "Copy the name from the brackets of the finding; `plan explain` lists all checks.",
                "სახელი ხარვეზის კვადრატული ფრჩხილებიდან გადმოიტანეთ; ყველა წესს `plan explain` ჩამოთვლის."
            )),
        };
    }
}
