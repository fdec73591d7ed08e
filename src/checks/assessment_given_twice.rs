//! The check `assessment-given-twice`.

use std::collections::HashMap;

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// A report rates an activity twice.
    ///
    /// ## Why
    ///
    /// Only one rating can count, and nothing says which.
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
ანგარიში საქმიანობას ორჯერ აფასებს.

## რატომ

მხოლოდ ერთი შეფასება შეიძლება ჩაითვალოს და არ ჩანს, რომელი.

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
        for assessment in &period.assessments {
            let id = assessment.activity.as_str();
            let earlier = *first.entry(id).or_insert(&assessment.place);
            if earlier == &assessment.place {
                continue;
            }
            findings
                .add(&ASSESSMENT_GIVEN_TWICE, assessment.place.key("activity"), say!("activity `{id}` is rated twice", "`{id}` საქმიანობა ორჯერაა შეფასებული"))
                .label(say!("again here", "აქ მეორდება"))
                .other(earlier.key("activity"), say!("first here", "პირველად აქ"))
                .help(say!("Leave one of the two ratings.", "ერთ-ერთი შეფასება დატოვეთ."))
                .about(None, Some(id));
        }
    }
}
