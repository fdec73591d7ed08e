//! The check `column-without-heading`.

use super::{Context, Findings};
use crate::place::At;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A column has data but no heading.
    ///
    /// ## Why
    ///
    /// Nobody can know what its cells mean, so they are not in the report.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,,value
    /// 2.1.3,x,24
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the heading, or delete the column.
    pub(super) static COLUMN_WITHOUT_HEADING = "column-without-heading", Error, Submissions, run,
    ka: "\
სვეტს მონაცემები აქვს, სათაური კი არა.

## რატომ

არ ჩანს, რას ნიშნავს მისი უჯრები, ამიტომ ისინი ანგარიშში არ აისახება.

## მაგალითი

```csv
activity,,value
2.1.3,x,24
```

## რა უნდა გააკეთოთ

ჩაწერეთ სათაური ან სვეტი წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ColumnWithoutHeading { cells } = &problem.kind else { continue };
        let At::Cell { column: Some(column), .. } = problem.place.at else { continue };
        findings
            .add(&COLUMN_WITHOUT_HEADING, problem.place.clone(), say!("column {column} has {cells} filled cells but no heading", "{column} სვეტში {cells} შევსებული უჯრაა, სათაური კი არ არის", column = column + 1))
            .help(say!("Write the heading, or delete the column.", "ჩაწერეთ სათაური ან სვეტი წაშალეთ."));
    }
}
