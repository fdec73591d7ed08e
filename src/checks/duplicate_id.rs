//! The check `duplicate-id`.

use std::collections::HashMap;

use super::{Context, Findings};
use crate::place::Place;
use crate::say;

declare_check! {
    /// Two entries have the same id.
    ///
    /// ## Why
    ///
    /// An id names one thing for good. With two, a row of a submission or a link would find the wrong one.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.3"
    /// - id: "2.1.3"
    /// ```
    ///
    /// ## What to do
    ///
    /// Give the later entry an id of its own; ids are unique among goals, objectives and activities, among agencies, and within an activity among its indicators.
    pub(super) static DUPLICATE_ID = "duplicate-id", Error, Plan, run,
    ka: "\
ორ ჩანაწერს ერთი და იგივე იდენტიფიკატორი აქვს.

## რატომ

იდენტიფიკატორი მუდამ ერთ რამეს აღნიშნავს. თუ ის ორს აქვს, მოწოდებული სტრიქონი ან ბმული სხვა ჩანაწერს მიაგნებს.

## მაგალითი

```yaml
- id: \"2.1.3\"
- id: \"2.1.3\"
```

## რა უნდა გააკეთოთ

მომდევნო ჩანაწერს საკუთარი იდენტიფიკატორი მიეცით; იგი არ მეორდება მიზნებში, ამოცანებსა და საქმიანობებში, უწყებებში და ერთი საქმიანობის ინდიკატორებში.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    let goals = plan.goals.iter().map(|goal| (goal.id.as_str(), &goal.place));
    let objectives = plan.objectives.iter().map(|objective| (objective.id.as_str(), &objective.place));
    let activities = plan.activities.iter().map(|activity| (activity.id.as_str(), &activity.place));
    judge(findings, goals.chain(objectives).chain(activities));
    judge(findings, plan.agencies.iter().map(|agency| (agency.id.as_str(), &agency.place)));
    for activity in &plan.activities {
        judge(findings, activity.indicators.iter().map(|indicator| (indicator.id.as_str(), &indicator.place)));
    }
}

fn judge<'a>(findings: &mut Findings, entries: impl Iterator<Item = (&'a str, &'a Place)>) {
    let mut first: HashMap<&str, &Place> = HashMap::new();
    for (id, place) in entries.filter(|(id, _)| !id.is_empty()) {
        let Some(earlier) = first.get(id) else {
            first.insert(id, place);
            continue;
        };
        findings
            .add(&DUPLICATE_ID, place.key("id"), say!("the id `{id}` is given twice", "იდენტიფიკატორი `{id}` ორჯერ წერია"))
            .label(say!("again here", "აქ მეორდება"))
            .other(earlier.key("id"), say!("first here", "პირველად აქ"))
            .help(say!("Give this entry an id of its own.", "ამ ჩანაწერს საკუთარი იდენტიფიკატორი მიეცით."));
    }
}
