//! The check `file-of-nobody`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A file does not say which agency sent it.
    ///
    /// ## Why
    ///
    /// Its rows cannot be given to anybody, so none of them is merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// reports/2020/submissions/report (1).csv
    /// ```
    ///
    /// ## What to do
    ///
    /// Name the file after the agency, for example `moia.csv`, or add a column `agency`.
    pub(super) static FILE_OF_NOBODY = "file-of-nobody", Error, Submissions, run,
    ka: "\
ფაილიდან არ ჩანს, რომელმა უწყებამ გამოგზავნა.

## რატომ

მისი სტრიქონები ვერავის მიეწერება, ამიტომ არც ერთი არ გაერთიანდება.

## მაგალითი

```csv
reports/2020/submissions/report (1).csv
```

## რა უნდა გააკეთოთ

ფაილს უწყების სახელი დაარქვით, მაგალითად, `moia.csv`, ან დაამატეთ სვეტი „უწყება“.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::FileOfNobody = &problem.kind else { continue };
        let path = &context.sources.get(problem.place.source).path;
        let name = path.rsplit('/').next().unwrap_or_default();
        findings
            .add(&FILE_OF_NOBODY, problem.place.clone(), say!("the file \"{name}\" does not say which agency sent it", "ფაილიდან „{name}“ არ ჩანს, რომელმა უწყებამ გამოგზავნა"))
            .help(say!("Name the file after the agency, for example `moia.csv`, or add a column \"agency\".", "ფაილს უწყების სახელი დაარქვით, მაგალითად, `moia.csv`, ან დაამატეთ სვეტი „უწყება“."));
    }
}
