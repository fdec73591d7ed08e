//! The check `column-without-heading`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A column holds something but has no heading.
    ///
    /// ## Why
    ///
    /// It is not known what its cells mean, so they will not be in the report.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status,
    /// 1.1.1,implemented,Six trainings were held
    /// ```
    ///
    /// ## What to do
    ///
    /// Give the column a heading, or delete it.
    pub(super) static COLUMN_WITHOUT_HEADING = "column-without-heading", Error, Submissions, run,
    ka: "\
სვეტს სათაური არ აქვს, მაგრამ შევსებულია.

## რატომ

უცნობია, რას ნიშნავს მისი უჯრები, ამიტომ ანგარიშში არ აისახება.

## მაგალითი

```csv
activity,status,
1.1.1,implemented,Six trainings were held
```

## რა უნდა გააკეთოთ

სვეტს სათაური დაუწერეთ ან წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ColumnWithoutHeading { cells } = problem.kind else { continue };
        let message = match cells {
            1 => say!("a column has no heading; its 1 cell will not be in the report", "სვეტს სათაური არ აქვს, მისი 1 უჯრა ანგარიშში არ აისახება"),
            _ => say!(
                "a column has no heading; its {cells} cells will not be in the report",
                "სვეტს სათაური არ აქვს, მისი {cells} უჯრა ანგარიშში არ აისახება",
            ),
        };
        findings
            .add(&COLUMN_WITHOUT_HEADING, problem.place.clone(), message)
            .help(say!("Give the column a heading, or delete it.", "სვეტს სათაური დაუწერეთ ან წაშალეთ."))
            .about(sender(context, problem.place.source), None);
    }
}
