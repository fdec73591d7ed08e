//! The check `nil-return-incomplete`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row 'nothing to report' lacks its tick or its reason.
    ///
    /// ## Why
    ///
    /// An agency that has nothing to report says so and says why; the report prints the reason. A tick without a reason, or a reason without a tick, may be an oversight.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,value,narrative
    /// nil,x,
    /// ```
    ///
    /// ## What to do
    ///
    /// Put an `x` into the column `value` and write the reason into the column `narrative`; or leave both empty.
    pub(super) static NIL_RETURN_INCOMPLETE = "nil-return-incomplete", Error, Submissions, run,
    ka: "\
ნულოვანი ანგარიშის სტრიქონს ნიშანი ან მიზეზი აკლია.

## რატომ

უწყება, რომელსაც საანგარიშო არაფერი აქვს, ამას ნიშნით ადასტურებს და მიზეზს უთითებს; მიზეზი ანგარიშში აისახება. ნიშანი მიზეზის გარეშე ან მიზეზი ნიშნის გარეშე შეიძლება შეცდომით იყოს დარჩენილი.

## მაგალითი

```csv
activity,value,narrative
nil,x,
```

## რა უნდა გააკეთოთ

სვეტში „მაჩვენებელი“ დასვით `x`, სვეტში „შესრულების აღწერა“ კი მიზეზი ჩაწერეთ; ან ორივე ცარიელი დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::NilReturnIncomplete { ticked } = problem.kind else { continue };
        let (message, help) = if ticked {
            (
                say!("'nothing to report' is ticked, but no reason is given", "ნულოვანი ანგარიში მონიშნულია, მიზეზი კი მითითებული არ არის"),
                say!("Write into the column \"narrative\" why there is nothing to report.", "სვეტში „შესრულების აღწერა“ ჩაწერეთ, რატომ არაფერია საანგარიშო."),
            )
        } else {
            (
                say!("a reason is given, but 'nothing to report' is not ticked", "მიზეზი მითითებულია, ნულოვანი ანგარიში კი მონიშნული არ არის"),
                say!(
                    "If there is nothing to report, put an x into the column \"value\"; otherwise delete the reason.",
                    "თუ საანგარიშო არაფერია, სვეტში „მაჩვენებელი“ დასვით x; თუ არის, მიზეზი წაშალეთ.",
                ),
            )
        };
        findings
            .add(&NIL_RETURN_INCOMPLETE, problem.place.clone(), message)
            .help(help)
            .about(sender(context, problem.place.source), None);
    }
}
