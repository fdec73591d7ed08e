//! The check `id-not-under-parent`.

use super::{Context, Findings};
use crate::model::id::is_under;
use crate::place::Place;
use crate::say;

declare_check! {
    /// The id of an objective or activity does not continue that of what it stands under.
    ///
    /// ## Why
    ///
    /// People find an activity by its number. An activity 3.1.1 under objective 2.1 was probably put in the wrong place, or its number is a slip.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1"
    ///   activities:
    ///     - id: "3.1.1"
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the id, or move the entry to where it belongs.
    pub(super) static ID_NOT_UNDER_PARENT = "id-not-under-parent", Error, Plan, run,
    ka: "\
ამოცანის ან საქმიანობის იდენტიფიკატორი ზემდგომისას არ აგრძელებს.

## რატომ

საქმიანობას ნომრით პოულობენ. თუ 3.1.1 საქმიანობა 2.1 ამოცანაში დგას, ის, სავარაუდოდ, სხვა ადგილას მოხვდა ან ნომერში შეცდომაა.

## მაგალითი

```yaml
- id: \"2.1\"
  activities:
    - id: \"3.1.1\"
```

## რა უნდა გააკეთოთ

იდენტიფიკატორი შეასწორეთ ან ჩანაწერი თავის ადგილზე გადაიტანეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    for goal in &plan.goals {
        let objectives = plan.objectives[goal.objectives.clone()].iter().map(|objective| (objective.id.as_str(), &objective.place));
        judge(findings, (&goal.id, &goal.place), objectives.collect());
    }
    for objective in &plan.objectives {
        let activities = plan.activities[objective.activities.clone()].iter().map(|activity| (activity.id.as_str(), &activity.place));
        judge(findings, (&objective.id, &objective.place), activities.collect());
    }
}

fn judge(findings: &mut Findings, (parent, parent_place): (&str, &Place), children: Vec<(&str, &Place)>) {
    // Ids that are words follow no numbers.
    let numbered = |id: &str| id.starts_with(|c: char| c.is_ascii_digit());
    let strange: Vec<_> = children.iter().filter(|(id, _)| numbered(id) && !is_under(id, parent)).collect();
    if !numbered(parent) || strange.is_empty() {
        return;
    }
    if let [(first, _), _, ..] = strange[..]
        && strange.len() == children.len()
    {
        // The slip is in the one id above, not in all those below it.
        findings
            .add(
                &ID_NOT_UNDER_PARENT,
                parent_place.key("id"),
                say!("no id under `{parent}` begins with `{parent}.`", "`{parent}`-ის ქვემდგომი არც ერთი იდენტიფიკატორი `{parent}.`-ით არ იწყება"),
            )
            .label(say!("the first one is `{first}`", "პირველია `{first}`"))
            .help(say!("Correct this id, or those under it.", "შეასწორეთ ეს იდენტიფიკატორი ან მისი ქვემდგომები."));
        return;
    }
    for (id, place) in strange {
        findings
            .add(
                &ID_NOT_UNDER_PARENT,
                place.key("id"),
                say!("the id `{id}` stands under `{parent}`", "იდენტიფიკატორი `{id}` ზემდგომ იდენტიფიკატორს `{parent}` არ აგრძელებს"),
            )
            .label(say!("expected an id that begins with `{parent}.`", "აქ უნდა იყოს იდენტიფიკატორი, რომელიც `{parent}.`-ით იწყება"))
            .help(say!(
                "Correct the id, or move the entry to where it belongs.",
                "იდენტიფიკატორი შეასწორეთ ან ჩანაწერი თავის ადგილზე გადაიტანეთ."
            ));
    }
}
