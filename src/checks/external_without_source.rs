//! The check `external-without-source`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A file of outside observations does not say who publishes them.
    ///
    /// ## Why
    ///
    /// An outside figure is printed with its publisher, so that nobody takes it for the agency's own.
    ///
    /// ## Example
    ///
    /// ```csv
    /// reports/2020/external/greta.csv
    /// activity,indicator,value
    /// 4.2.5-b,victims,29
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the column `source`, or `source_ka` and `source_en`.
    pub(super) static EXTERNAL_WITHOUT_SOURCE = "external-without-source", Error, Submissions, run,
    ka: "\
გარე წყაროს ფაილში არ წერია, ვინ აქვეყნებს მონაცემს.

## რატომ

გარე წყაროს მონაცემი გამომქვეყნებლის მითითებით იბეჭდება, რომ ის უწყების მონაცემად არავინ მიიჩნიოს.

## მაგალითი

```csv
reports/2020/external/greta.csv
activity,indicator,value
4.2.5-b,victims,29
```

## რა უნდა გააკეთოთ

დაამატეთ სვეტი `source` ან სვეტები `source_ka` და `source_en`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ExternalWithoutSource = &problem.kind else { continue };
        findings
            .add(&EXTERNAL_WITHOUT_SOURCE, problem.place.clone(), say!("the file does not say who publishes these figures", "ფაილში არ წერია, ვინ აქვეყნებს ამ მონაცემებს"))
            .help(say!("Add the column \"source\" with the name of the publisher.", "დაამატეთ სვეტი „წყარო“ გამომქვეყნებლის სახელწოდებით."));
    }
}
