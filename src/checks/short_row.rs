//! The check `short-row`.

use super::cell::{row, sender};
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row has fewer cells than the heading row.
    ///
    /// ## Why
    ///
    /// It is not known which cells are missing, so what stands in the row may belong to other columns.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status,narrative
    /// 1.1.1,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Compare the row with the headings. Often a line break inside a text, not in quotation marks, has cut the row in two.
    pub(super) static SHORT_ROW = "short-row", Error, Submissions, run,
    ka: "\
სტრიქონში სათაურებზე ნაკლები უჯრაა.

## რატომ

უცნობია, რომელი უჯრა აკლია, ამიტომ ჩაწერილი შეიძლება სხვა სვეტებს ეკუთვნოდეს.

## მაგალითი

```csv
activity,status,narrative
1.1.1,implemented
```

## რა უნდა გააკეთოთ

სტრიქონი სათაურებს შეადარეთ. ხშირად სტრიქონს ორად ყოფს ტექსტის შიგნით ჩასმული ახალი ხაზი, თუ ტექსტი ბრჭყალებში არ არის.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ShortRow { found, expected } = problem.kind else { continue };
        let (place, row) = (&problem.place, row(&problem.place));
        let cells = if found == 1 { "cell" } else { "cells" };
        let message = say!("row {row} has only {found} {cells} for {expected} headings", "სტრიქონი {row}: უჯრა – მხოლოდ {found}, სათაური – {expected}");
        findings
            .add(&SHORT_ROW, place.clone(), message)
            .help(say!(
                "Compare the row with the headings; an empty cell needs its separator, too.",
                "სტრიქონი სათაურებს შეადარეთ; ცარიელ უჯრასაც თავისი გამყოფი სჭირდება.",
            ))
            .help(say!(
                "If a line break inside a text has cut the row in two, put the text in quotation marks.",
                "თუ სტრიქონი ტექსტის შიგნით ჩასმულმა ახალმა ხაზმა გაყო, ტექსტი ბრჭყალებში ჩასვით.",
            ))
            .about(sender(context, place.source), None);
    }
}
