//! The check `duplicate-column`.

use super::{Context, Findings};
use crate::place::{At, Place};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Two columns have the same heading.
    ///
    /// ## Why
    ///
    /// It is unclear which of them holds the value, so nothing is taken from either.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,value,value
    /// 2.1.3,24,25
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave one of the columns, or give the other its own heading.
    pub(super) static DUPLICATE_COLUMN = "duplicate-column", Error, Submissions, run,
    ka: "\
ორ სვეტს ერთი და იგივე სათაური აქვს.

## რატომ

არ ჩანს, რომელშია მაჩვენებელი, ამიტომ არც ერთიდან არაფერი აიღება.

## მაგალითი

```csv
activity,value,value
2.1.3,24,25
```

## რა უნდა გააკეთოთ

ერთ-ერთი სვეტი დატოვეთ ან მეორეს საკუთარი სათაური მიეცით.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::DuplicateColumn { heading, first } = &problem.kind else { continue };
        let At::Cell { row, column } = problem.place.at else { continue };
        let second = column.unwrap_or_default() + 1;
        findings
            .add(&DUPLICATE_COLUMN, problem.place.clone(), say!("columns {first} and {second} have the same heading \"{heading}\"", "{first} და {second} სვეტებს ერთი სათაური აქვს: „{heading}“"))
            .label(say!("again here", "აქ მეორდება"))
            .other(Place::cell(problem.place.source, row, first - 1), say!("first here", "პირველად აქ"))
            .help(say!("Leave one of them; until then nothing is taken from either.", "ერთ-ერთი დატოვეთ; მანამდე არც ერთიდან არაფერი აიღება."));
    }
}
