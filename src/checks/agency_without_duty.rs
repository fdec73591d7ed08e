//! The check `agency-without-duty`.

use std::collections::HashSet;

use super::{Context, Findings};
use crate::model::indicator::Merge;
use crate::model::plan::Plan;
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
    /// Add it to the activities in which it takes part, or remove it from the register. A body that others belong to, the council
    /// and a body that was merged into another may stand in the register without a duty.
    pub(super) static AGENCY_WITHOUT_DUTY = "agency-without-duty", Warning, Plan, run,
    ka: "\
რეესტრის უწყება არც ერთ საქმიანობაში არ მონაწილეობს.

## რატომ

შეიძლება ის რომელიმე საქმიანობაში გამორჩათ, ან რეესტრში საჭირო არ არის.

## მაგალითი

```yaml
agencies:
  - id: mod
    name: თავდაცვის სამინისტრო
    kind: ministry
```

## რა უნდა გააკეთოთ

დაამატეთ იმ საქმიანობებში, რომლებშიც მონაწილეობს, ან რეესტრიდან წაშალეთ. საბჭო, სხვა უწყებების ზემდგომი და სხვა უწყებასთან შეერთებული ორგანო რეესტრში უსაქმიანობოდაც შეიძლება იყოს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    // A plan that is only begun has agencies, but no activities yet.
    if plan.activities.is_empty() {
        return;
    }
    let used = used(context);
    let parents: HashSet<&str> = plan.agencies.iter().filter_map(|agency| agency.parent.as_deref()).collect();
    for agency in &plan.agencies {
        let id = agency.id.as_str();
        if id.is_empty() || used.contains(id) || parents.contains(id) || agency.merged.is_some() {
            continue;
        }
        findings
            .add(&AGENCY_WITHOUT_DUTY, agency.place.key("id"), say!("`{id}` has no part in any activity", "`{id}` არც ერთ საქმიანობაში არ მონაწილეობს"))
            .label(say!("no `lead`, `support` or `partners` names it", "`lead`, `support` და `partners` მას არსად ახსენებს"))
            .help(say!(
                "Add it to the activities in which it takes part, or remove it from the register.",
                "დაამატეთ იმ საქმიანობებში, რომლებშიც მონაწილეობს, ან რეესტრიდან წაშალეთ."
            ))
            .about(Some(id), None);
    }
}

/// Ids of the agencies that something names: an activity, an indicator, a group that takes part, the plan, a report.
fn used<'a>(context: &Context<'a>) -> HashSet<&'a str> {
    let plan = context.plan;
    let mut used: HashSet<&str> = plan.council.as_deref().into_iter().collect();
    for activity in &plan.activities {
        used.extend(activity.lead.iter().chain(&activity.support).chain(&activity.partners).map(|named| &*named.written));
        used.extend(activity.indicators.iter().filter_map(|indicator| match indicator.merge {
            Merge::From(agency) => Some(plan.agency(agency).id.as_str()),
            _ => None,
        }));
    }
    for period in context.periods {
        used.extend(period.recommendations.iter().flat_map(|recommendation| &recommendation.to).map(String::as_str));
    }
    let of_groups: Vec<&str> =
        plan.agencies.iter().filter(|group| used.contains(group.id.as_str())).flat_map(|group| &group.members).map(String::as_str).collect();
    used.extend(of_groups);
    used.extend(meant(plan, &used));
    used
}

/// What misspelt names probably stand for: that they are unknown is a finding of its own.
fn meant<'a>(plan: &'a Plan, used: &HashSet<&'a str>) -> Vec<&'a str> {
    let unknown = used.iter().filter(|id| plan.agency_ix(id).is_none());
    unknown.filter_map(|id| super::unknown_agency::meant(plan, id)).map(|agency| agency.id.as_str()).collect()
}
