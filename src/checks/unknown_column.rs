//! The check `unknown-column`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A column has a heading that the program does not know.
    ///
    /// ## Why
    ///
    /// Its cells are not in the report.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,statuss
    /// 2.1.3,done
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the heading, or delete the column. The message names the nearest heading.
    pub(super) static UNKNOWN_COLUMN = "unknown-column", Warning, Submissions, run,
    ka: "\
სვეტის სათაური უცნობია.

## რატომ

მისი უჯრები ანგარიშში არ აისახება.

## მაგალითი

```csv
activity,statuss
2.1.3,done
```

## რა უნდა გააკეთოთ

სათაური შეასწორეთ ან სვეტი წაშალეთ. შეტყობინება უახლოეს სათაურს მიუთითებს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnknownColumn { heading, nearest, cells } = &problem.kind else { continue };
        let finding = findings.add(
            &UNKNOWN_COLUMN,
            problem.place.clone(),
            say!("the column \"{heading}\" is not known; its {cells} cells will not be in the report", "სვეტი „{heading}“ უცნობია, მისი {cells} უჯრა ანგარიშში არ აისახება"),
        );
        match nearest {
            Some(nearest) => finding
                .label(say!("the nearest heading is \"{nearest}\"", "უახლოესი სათაურია „{nearest}“"))
                .help(say!("Write \"{nearest}\" if that is what you mean, or delete the column.", "თუ ამას გულისხმობდით, ჩაწერეთ „{nearest}“, ან სვეტი წაშალეთ.")),
            None => finding.help(say!("Correct the heading or delete the column.", "სათაური შეასწორეთ ან სვეტი წაშალეთ.")),
        };
    }
}
