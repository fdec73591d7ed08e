//! The check `long-row`.

use super::cell::place_in_words;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row has more cells than there are headings.
    ///
    /// ## Why
    ///
    /// It is unclear which cell belongs to which heading, so the row is not merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 2.1.3,done,24
    /// ```
    ///
    /// ## What to do
    ///
    /// Put a text that holds the separator into quotation marks, or delete the cells that are too many.
    pub(super) static LONG_ROW = "long-row", Error, Submissions, run,
    ka: "\
სტრიქონს ზედმეტი უჯრა აქვს.

## რატომ

არ ჩანს, რომელი უჯრა რომელ სათაურს შეესაბამება, ამიტომ სტრიქონი არ გაერთიანდება.

## მაგალითი

```csv
activity,status
2.1.3,done,24
```

## რა უნდა გააკეთოთ

ტექსტი, რომელშიც გამყოფი წერია, ბრჭყალებში ჩასვით ან ზედმეტი უჯრები წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::LongRow { found, expected } = &problem.kind else { continue };
        findings
            .add(&LONG_ROW, problem.place.clone(), say!("{found} cells stand in this row, {expected} were expected", "ამ სტრიქონში {found} უჯრაა, უნდა იყოს {expected}"))
            .label(place_in_words(context, &problem.place))
            .help(say!("Put a text that holds the separator into quotation marks, or delete the cells that are too many.", "ტექსტი, რომელშიც გამყოფი წერია, ბრჭყალებში ჩასვით ან ზედმეტი უჯრები წაშალეთ."));
    }
}
