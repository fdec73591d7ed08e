//! The check `missing-column`.

use super::{Context, Findings};
use crate::model::column::COLUMNS;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A column that every file needs is missing.
    ///
    /// ## Why
    ///
    /// Without the column `activity` no row can be given to an activity.
    ///
    /// ## Example
    ///
    /// ```csv
    /// number of the thing,value
    /// 2.1.3,24
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the column, or correct its heading.
    pub(super) static MISSING_COLUMN = "missing-column", Error, Submissions, run,
    ka: "\
ფაილს აუცილებელი სვეტი აკლია.

## რატომ

სვეტის „საქმიანობა“ გარეშე სტრიქონი ვერც ერთ საქმიანობას ვერ მიეწერება.

## მაგალითი

```csv
number of the thing,value
2.1.3,24
```

## რა უნდა გააკეთოთ

დაამატეთ სვეტი ან მისი სათაური შეასწორეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::MissingColumn { heading } = &problem.kind else { continue };
        let georgian = COLUMNS.iter().find(|column| column.heading == *heading).and_then(|column| column.georgian.first()).unwrap_or(heading);
        findings
            .add(&MISSING_COLUMN, problem.place.clone(), say!("the column \"{heading}\" is missing", "აკლია სვეტი „{georgian}“"))
            .label(say!("the headings stand here", "სათაურები აქ დგას"))
            .help(say!("Add the column \"{heading}\" or correct its heading.", "დაამატეთ სვეტი „{georgian}“ ან მისი სათაური შეასწორეთ."));
    }
}
