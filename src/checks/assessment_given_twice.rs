//! The check `assessment-given-twice`.

use std::collections::HashMap;

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// A report assesses an activity twice, or settles one indicator twice.
    ///
    /// ## Why
    ///
    /// Only one assessment and one decision can count, and nothing says which.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// assessments:
    ///   - {activity: "2.1.3", status: implemented, reason: …}
    ///   - {activity: "2.1.3", status: in-progress, reason: …}
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave one of them.
    pub(super) static ASSESSMENT_GIVEN_TWICE = "assessment-given-twice", Error, Plan, run,
    ka: "\
ანგარიშში ერთი საქმიანობა ორჯერაა შეფასებული ან ერთ ინდიკატორზე ორი გადაწყვეტილებაა.

## რატომ

მხოლოდ ერთი შეფასება და ერთი გადაწყვეტილება შეიძლება ჩაითვალოს და არ ჩანს, რომელი.

## მაგალითი

```yaml
assessments:
  - {activity: \"2.1.3\", status: implemented, reason: …}
  - {activity: \"2.1.3\", status: in-progress, reason: …}
```

## რა უნდა გააკეთოთ

ერთ-ერთი დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for period in context.periods {
        let mut first = HashMap::new();
        for assessment in period.assessments.iter().filter(|assessment| !assessment.activity.is_empty()) {
            let id = assessment.activity.as_str();
            let earlier = *first.entry(id).or_insert(assessment);
            if std::ptr::eq(earlier, assessment) {
                continue;
            }
            let (one, other) = (&earlier.status, &assessment.status);
            findings
                .add(
                    &ASSESSMENT_GIVEN_TWICE,
                    assessment.place.key("activity"),
                    say!("activity `{id}` is assessed twice in one report", "`{id}` საქმიანობა ერთ ანგარიშში ორჯერაა შეფასებული"),
                )
                .label(say!("assessed again as `{other}`", "ხელახლა შეფასდა, როგორც `{other}`"))
                .other(earlier.place.key("activity"), say!("first assessed as `{one}`", "პირველად შეფასდა, როგორც `{one}`"))
                .help(say!("Leave one of the two assessments.", "ორი შეფასებიდან ერთი დატოვეთ."))
                .about(None, Some(id));
        }
        let mut first = HashMap::new();
        for settled in period.settled.iter().filter(|settled| !settled.activity.is_empty() && !settled.indicator.is_empty()) {
            let (id, indicator) = (settled.activity.as_str(), settled.indicator.as_str());
            let earlier = *first.entry((id, indicator)).or_insert(settled);
            if std::ptr::eq(earlier, settled) {
                continue;
            }
            let (one, other) = (&earlier.agency, &settled.agency);
            findings
                .add(
                    &ASSESSMENT_GIVEN_TWICE,
                    settled.place.key("indicator"),
                    say!(
                        "indicator `{indicator}` of activity `{id}` is settled twice in one report",
                        "`{id}` საქმიანობის ინდიკატორზე `{indicator}` ერთ ანგარიშში ორი გადაწყვეტილებაა"
                    ),
                )
                .label(say!("settled again for `{other}`", "აქ არჩეულია `{other}`"))
                .other(earlier.place.key("indicator"), say!("first settled for `{one}`", "პირველად არჩეულია `{one}`"))
                .help(say!("Leave one of the two decisions.", "ორი გადაწყვეტილებიდან ერთი დატოვეთ."))
                .about(None, Some(id));
        }
    }
}
