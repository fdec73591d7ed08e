//! The check `short-row`.

use super::cell::place_in_words;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row ends early.
    ///
    /// ## Why
    ///
    /// It is unclear which cell belongs to which heading, so the row is not merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status,value
    /// 2.1.3,done
    /// ```
    ///
    /// ## What to do
    ///
    /// Compare the row with the headings and add the separators that are missing.
    pub(super) static SHORT_ROW = "short-row", Error, Submissions, run,
    ka: "\
სტრიქონს უჯრა აკლია.

## რატომ

არ ჩანს, რომელი უჯრა რომელ სათაურს შეესაბამება, ამიტომ სტრიქონი არ გაერთიანდება.

## მაგალითი

```csv
activity,status,value
2.1.3,done
```

## რა უნდა გააკეთოთ

სტრიქონი სათაურებს შეადარეთ და დაამატეთ გამყოფები, რომლებიც აკლია.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ShortRow { found, expected } = &problem.kind else { continue };
        findings
            .add(&SHORT_ROW, problem.place.clone(), say!("{found} cells stand in this row, {expected} were expected", "ამ სტრიქონში {found} უჯრაა, უნდა იყოს {expected}"))
            .label(place_in_words(context, &problem.place))
            .help(say!("Compare the row with the headings and add the separators that are missing.", "სტრიქონი სათაურებს შეადარეთ და დაამატეთ გამყოფები, რომლებიც აკლია."));
    }
}
