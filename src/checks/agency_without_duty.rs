//! The check `agency-without-duty`.

use std::collections::HashSet;

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// An agency of the register has no part in any activity.
    ///
    /// ## Why
    ///
    /// It may have been forgotten in an activity, or it need not stand in the register.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// agencies:
    ///   - id: mod
    ///     name: Ministry of Defence
    ///     kind: ministry
    /// ```
    ///
    /// ## What to do
    ///
    /// Add it to the activities in which it takes part, or remove it from the register.
    pub(super) static AGENCY_WITHOUT_DUTY = "agency-without-duty", Warning, Plan, run,
    ka: "\
რეესტრის უწყება არც ერთ საქმიანობაში არ მონაწილეობს.

## რატომ

შეიძლება ის რომელიმე საქმიანობაში გამორჩათ, ან რეესტრში საჭირო არ არის.

## მაგალითი

```yaml
agencies:
  - id: mod
    name: Ministry of Defence
    kind: ministry
```

## რა უნდა გააკეთოთ

დაამატეთ იმ საქმიანობებში, რომლებშიც მონაწილეობს, ან რეესტრიდან წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    let mut busy = HashSet::new();
    for named in plan.activities.iter().flat_map(|activity| activity.lead.iter().chain(&activity.support).chain(&activity.partners)) {
        busy.insert(&*named.written);
    }
    let of_group: HashSet<&str> =
        plan.agencies.iter().filter(|agency| busy.contains(agency.id.as_str())).flat_map(|agency| agency.members.iter().map(String::as_str)).collect();
    for agency in &plan.agencies {
        let id = agency.id.as_str();
        if busy.contains(id) || of_group.contains(id) || plan.activities.is_empty() {
            continue;
        }
        findings
            .add(&AGENCY_WITHOUT_DUTY, agency.place.key("id"), say!("`{id}` has no part in any activity", "`{id}` არც ერთ საქმიანობაში არ მონაწილეობს"))
            .help(say!("Add it to the activities in which it takes part, or remove it from the register.", "დაამატეთ იმ საქმიანობებში, რომლებშიც მონაწილეობს, ან რეესტრიდან წაშალეთ."))
            .about(Some(id), None);
    }
}
