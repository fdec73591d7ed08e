//! The check `assessment-not-on-scale`.

use super::{Context, Findings, quoted};
use crate::model::scale::{Scale, Status};
use crate::model::text::{folded, nearest};
use crate::say;

declare_check! {
    /// The status of an assessment, or of what became of a recommendation, is not one that can be given.
    ///
    /// ## Why
    ///
    /// An assessment that is not on the scale cannot be counted; `not-due`, `no-status` and `no-report` are derived by the program.
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
შეფასების ან რეკომენდაციის შესრულების სტატუსი სკალაში არ არის.

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

აირჩიეთ სკალის ერთ-ერთი სტატუსი: კოდი, სახელწოდება ან სხვა სახელწოდება.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let scale = &context.plan.scale;
    let known = scale.by_word();
    let assessed = context.periods.iter().flat_map(|period| &period.assessments).map(|it| (&it.place, &it.status, Some(it.activity.as_str())));
    let followed_up = context.periods.iter().flat_map(|period| &period.follow_up).map(|it| (&it.place, &it.status, None));
    for (place, written, activity) in assessed.chain(followed_up) {
        let status = known.get(&folded(written)).map(|&ix| scale.get(ix));
        if written.is_empty() || status.is_some_and(|status| !status.counts.is_derived()) {
            continue;
        }
        let message = match status {
            Some(_) => say!("`{written}` is derived by the program and cannot be given", "სტატუსს `{written}` პროგრამა თავად ადგენს"),
            None => say!("`{written}` is not on the status scale", "`{written}` სტატუსების სკალაში არ არის"),
        };
        let finding = findings.add(&ASSESSMENT_NOT_ON_SCALE, place.key("status"), message);
        if let Some(meant) = nearest(written, given(scale).map(|status| status.code.as_str())).filter(|_| status.is_none()) {
            finding.label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"));
        }
        let codes = quoted(given(scale).map(|status| status.code.as_str()));
        finding
            .help(say!("Choose one status of the scale: {codes}.", "აირჩიეთ სკალის ერთ-ერთი სტატუსი: {codes}."))
            .about(None, activity);
    }
}

/// The statuses that may be given.
fn given(scale: &Scale) -> impl Iterator<Item = &Status> {
    scale.statuses.iter().filter(|status| !status.counts.is_derived())
}
