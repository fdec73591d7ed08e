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
    for objective in &plan.objectives {
        judge(findings, &objective.place, &objective.id, &plan.goals[objective.goal].id);
    }
    for activity in &plan.activities {
        judge(findings, &activity.place, &activity.id, &plan.objectives[activity.objective].id);
    }
}

fn judge(findings: &mut Findings, place: &Place, id: &str, parent: &str) {
    if id.is_empty() || parent.is_empty() || is_under(id, parent) {
        return;
    }
    findings
        .add(&ID_NOT_UNDER_PARENT, place.key("id"), say!("the id `{id}` stands under `{parent}`", "იდენტიფიკატორი `{id}` დგას `{parent}`-ში"))
        .label(say!("expected an id that begins with `{parent}.`", "აქ უნდა იყოს იდენტიფიკატორი, რომელიც `{parent}.`-ით იწყება"))
        .help(say!("Correct the id, or move the entry to where it belongs.", "იდენტიფიკატორი შეასწორეთ ან ჩანაწერი თავის ადგილზე გადაიტანეთ."));
}
