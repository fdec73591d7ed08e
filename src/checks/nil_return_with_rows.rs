//! The check `nil-return-with-rows`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// 'Nothing to report' is ticked in a file that reports something.
    ///
    /// ## Why
    ///
    /// Both cannot be true, and the program does not choose. The other rows are read; the row 'nothing to report' is set aside.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status,value,narrative
    /// 1.1.1,implemented,,Six trainings were held
    /// nil,,x,There was nothing to do
    /// ```
    ///
    /// ## What to do
    ///
    /// Delete the tick and its reason, or the other rows.
    pub(super) static NIL_RETURN_WITH_ROWS = "nil-return-with-rows", Error, Submissions, run,
    ka: "\
ნულოვანი ანგარიში მონიშნულია ფაილში, რომელშიც სხვა სტრიქონებიც შევსებულია.

## რატომ

ორივე ერთდროულად სწორი ვერ იქნება, პროგრამა კი არჩევანს არ აკეთებს. სხვა სტრიქონები იკითხება, ნულოვანი ანგარიშის სტრიქონი კი ცალკეა გამოტანილი.

## მაგალითი

```csv
activity,status,value,narrative
1.1.1,implemented,,Six trainings were held
nil,,x,There was nothing to do
```

## რა უნდა გააკეთოთ

წაშალეთ ნიშანი და მიზეზი ან სხვა სტრიქონები.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::NilReturnWithRows { other } = problem.kind else { continue };
        findings
            .add(
                &NIL_RETURN_WITH_ROWS,
                problem.place.clone(),
                say!("'nothing to report' is ticked, but row {other} is filled in", "ნულოვანი ანგარიში მონიშნულია, სტრიქონი {other} კი შევსებულია"),
            )
            .help(say!("Delete the tick and its reason, or the other rows.", "წაშალეთ ნიშანი და მიზეზი ან სხვა სტრიქონები."))
            .about(sender(context, problem.place.source), None);
    }
}
