//! The check `duplicate-id`.

use std::collections::{HashMap, HashSet};

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
    /// Give the later entry an id of its own; ids are unique among goals, among objectives,
    /// among activities, among agencies, among dimensions, among the indicators of an activity, and among the
    /// recommendations of a report.
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

მომდევნო ჩანაწერს საკუთარი იდენტიფიკატორი მიეცით; იგი არ უნდა მეორდებოდეს მიზნებში, ამოცანებში, საქმიანობებში, უწყებებში, ჭრილებში, ერთი საქმიანობის ინდიკატორებსა და ერთი ანგარიშის რეკომენდაციებში.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    // What stands under a repeated goal or objective repeats with it, as when a file was copied.
    let goals = judge(findings, None, plan.goals.iter().map(|goal| (goal.id.as_str(), goal.place.clone())).enumerate());
    let objectives = plan.objectives.iter().enumerate().filter(|(_, objective)| !goals.contains(&objective.goal));
    let objectives = judge(findings, None, objectives.map(|(at, objective)| (at, (objective.id.as_str(), objective.place.clone()))));
    let repeats = |objective: usize| objectives.contains(&objective) || goals.contains(&plan.objectives[objective].goal);
    let activities = plan.activities.iter().enumerate().filter(|(_, activity)| !repeats(activity.objective));
    judge(findings, None, activities.map(|(at, activity)| (at, (activity.id.as_str(), activity.place.clone()))));
    for activity in &plan.activities {
        let indicators = activity.indicators.iter().map(|indicator| (indicator.id.as_str(), indicator.place.clone()));
        judge(findings, Some(&activity.id), indicators.enumerate());
    }
    judge(findings, None, plan.agencies.iter().map(|agency| (agency.id.as_str(), agency.place.clone())).enumerate());
    for period in context.periods {
        judge(findings, None, period.recommendations.iter().map(|it| (it.id.as_str(), it.place.clone())).enumerate());
    }
    let Some((source, _)) = context.sources.iter().find(|(_, source)| source.path == "plan/plan.yaml") else { return };
    let dimensions = plan.dimensions.iter().enumerate().map(|(at, dimension)| (dimension.id.as_str(), Place::root(source).key("dimensions").index(at)));
    judge(findings, None, dimensions.enumerate());
}

/// Finds repeated ids; the numbers of the entries that repeat an earlier one.
fn judge<'a>(findings: &mut Findings, activity: Option<&str>, entries: impl Iterator<Item = (usize, (&'a str, Place))>) -> HashSet<usize> {
    let mut first: HashMap<&str, Place> = HashMap::new();
    let mut repeated = HashSet::new();
    for (at, (id, place)) in entries.filter(|(_, (id, _))| !id.is_empty()) {
        let Some(earlier) = first.get(id) else {
            first.insert(id, place);
            continue;
        };
        findings
            .add(&DUPLICATE_ID, place.key("id"), say!("the id `{id}` is given twice", "იდენტიფიკატორი `{id}` ორჯერ წერია"))
            .label(say!("again here", "აქ მეორდება"))
            .other(earlier.key("id"), say!("first here", "პირველად აქ წერია"))
            .help(say!("Give this entry an id of its own.", "ამ ჩანაწერს საკუთარი იდენტიფიკატორი მიეცით."))
            .about(None, activity);
        repeated.insert(at);
    }
    repeated
}
