//! The check `activity-without-indicator`.

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// An activity has no indicator.
    ///
    /// ## Why
    ///
    /// Without an indicator nothing shows whether the activity was carried out, and agencies are asked for nothing.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.3"
    ///   lead: [moia]
    ///   deadline: 2020
    /// ```
    ///
    /// ## What to do
    ///
    /// Add `indicators:` with at least one entry.
    pub(super) static ACTIVITY_WITHOUT_INDICATOR = "activity-without-indicator", Error, Plan, run,
    ka: "\
საქმიანობას ინდიკატორი არ აქვს.

## რატომ

უინდიკატოროდ არ ჩანს, საქმიანობა განხორციელდა თუ არა, და უწყებებს არაფერი მოეთხოვებათ.

## მაგალითი

```yaml
- id: \"2.1.3\"
  lead: [moia]
  deadline: 2020
```

## რა უნდა გააკეთოთ

დაამატეთ `indicators:` და სულ მცირე ერთი ინდიკატორი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for activity in context.plan.activities.iter().filter(|activity| activity.indicators.is_empty()) {
        let id = &activity.id;
        findings
            .add(&ACTIVITY_WITHOUT_INDICATOR, activity.place.key("id"), say!("activity `{id}` has no indicator", "`{id}` საქმიანობას ინდიკატორი არ აქვს"))
            .label(say!("nothing shows whether it was carried out", "არ ჩანს, განხორციელდა თუ არა"))
            .help(say!("Add `indicators:` with at least one entry.", "დაამატეთ `indicators:` და სულ მცირე ერთი ინდიკატორი."))
            .about(None, Some(id));
    }
}
