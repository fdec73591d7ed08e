//! The check `assessment-not-on-scale`.

use super::{Context, Findings, quoted};
use crate::model::text::folded;
use crate::say;

declare_check! {
    /// The status of an assessment is not one that can be given.
    ///
    /// ## Why
    ///
    /// A rating that is not on the scale cannot be counted; `not-due`, `no-status` and `no-report` are derived by the program.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// assessments:
    ///   - activity: "2.1.3"
    ///     status: nearly
    ///     reason: …
    /// ```
    ///
    /// ## What to do
    ///
    /// Choose a status of the scale, by code, label or alias.
    pub(super) static ASSESSMENT_NOT_ON_SCALE = "assessment-not-on-scale", Error, Plan, run,
    ka: "\
შეფასების სტატუსი სკალაში არ არის.

## რატომ

სტატუსი, რომელიც სკალაში არ არის, ვერ ითვლება; სტატუსებს `not-due`, `no-status` და `no-report` პროგრამა თავად ადგენს.

## მაგალითი

```yaml
assessments:
  - activity: \"2.1.3\"
    status: nearly
    reason: …
```

## რა უნდა გააკეთოთ

აირჩიეთ სკალის ერთ-ერთი სტატუსი: კოდი, სახელწოდება ან სხვა სახელი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let scale = &context.plan.scale;
    for assessment in context.periods.iter().flat_map(|period| &period.assessments) {
        let wanted = folded(&assessment.status);
        let fits = |status: &crate::model::scale::Status| {
            let labels = status.label.all().chain(status.short.all()).map(|(_, label)| label);
            std::iter::once(status.code.as_str()).chain(labels).chain(status.aliases.iter().map(String::as_str)).any(|word| folded(word) == wanted)
        };
        if wanted.is_empty() || scale.statuses.iter().any(|status| !status.counts.is_derived() && fits(status)) {
            continue;
        }
        let status = &assessment.status;
        let codes = quoted(scale.statuses.iter().filter(|status| !status.counts.is_derived()).map(|status| status.code.as_str()));
        findings
            .add(&ASSESSMENT_NOT_ON_SCALE, assessment.place.key("status"), say!("`{status}` is not a status that can be given", "„{status}“ სტატუსების სკალაში არ არის"))
            .help(say!("Choose one of {codes}.", "აირჩიეთ: {codes}."))
            .about(None, Some(&assessment.activity));
    }
}
