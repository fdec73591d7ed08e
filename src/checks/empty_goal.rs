//! The check `empty-goal`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A goal has no objective, or an objective has no activity.
    ///
    /// ## Why
    ///
    /// The report would print a chapter in which nothing was planned; probably something was lost.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.2"
    ///   title: Identifying children
    ///   activities: []
    /// ```
    ///
    /// ## What to do
    ///
    /// Add what belongs there, or remove the empty entry.
    pub(super) static EMPTY_GOAL = "empty-goal", Error, Plan, run,
    ka: "\
მიზანს ამოცანა ან ამოცანას საქმიანობა არ აქვს.

## რატომ

ანგარიშში ცარიელი თავი გაჩნდებოდა; სავარაუდოდ, რაღაც დაიკარგა.

## მაგალითი

```yaml
- id: \"2.2\"
  title: ბავშვების იდენტიფიცირება
  activities: []
```

## რა უნდა გააკეთოთ

დაამატეთ, რაც აქ უნდა იყოს, ან ცარიელი ჩანაწერი წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::NothingIn { of, id } = &problem.kind else { continue };
        let (message, help) = if *of == "goal" {
            (
                say!("goal `{id}` has no objective", "`{id}` მიზანს ამოცანა არ აქვს"),
                say!("Add its objectives, or remove the goal.", "დაამატეთ ამოცანები ან მიზანი წაშალეთ."),
            )
        } else {
            (
                say!("objective `{id}` has no activity", "`{id}` ამოცანას საქმიანობა არ აქვს"),
                say!("Add its activities, or remove the objective.", "დაამატეთ საქმიანობები ან ამოცანა წაშალეთ."),
            )
        };
        findings.add(&EMPTY_GOAL, problem.place.clone(), message).label(say!("nothing stands here", "აქ არაფერი წერია")).help(help);
    }
}
