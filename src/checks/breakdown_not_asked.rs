//! The check `breakdown-not-asked`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A figure is broken down by a dimension that its indicator does not have.
    ///
    /// ## Why
    ///
    /// Such a part would stand beside a total to which it does not belong.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,sex,value
    /// 2.1.3,clips,female,2
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave the cell empty, or tell the breakdown in the narrative. If the plan should ask for it, add the dimension to the indicator.
    pub(super) static BREAKDOWN_NOT_ASKED = "breakdown-not-asked", Error, Submissions, run,
    ka: "\
რიცხვი იმ ჭრილითაა მოცემული, რომელიც ინდიკატორს არ აქვს.

## რატომ

ასეთი ნაწილი იმ ჯამის გვერდით დადგებოდა, რომელსაც არ ეკუთვნის.

## მაგალითი

```csv
activity,indicator,sex,value
2.1.3,clips,female,2
```

## რა უნდა გააკეთოთ

უჯრა ცარიელი დატოვეთ ან განაწილება სვეტში „შესრულების აღწერა“ აღწერეთ. თუ გეგმა მას უნდა ითხოვდეს, ჭრილი ინდიკატორს დაამატეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::DimensionNotAsked { dimension, activity, indicator } = &problem.kind else { continue };
        findings
            .add(
                &BREAKDOWN_NOT_ASKED,
                problem.place.clone(),
                say!("indicator `{indicator}` of activity {activity} is not broken down by `{dimension}`", "{activity} საქმიანობის ინდიკატორს `{indicator}` ჭრილი `{dimension}` არ აქვს"),
            )
            .help(say!("Leave the cell empty, and tell the breakdown in the column \"narrative\".", "უჯრა ცარიელი დატოვეთ, განაწილება კი სვეტში „შესრულების აღწერა“ აღწერეთ."))
            .about(sender(context, problem.place.source), Some(activity));
    }
}
