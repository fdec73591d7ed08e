//! The check `long-row`.

use super::cell::{row, sender};
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row has more filled cells than there are headings.
    ///
    /// ## Why
    ///
    /// Most often a text holds the separator and was cut at it, so its cells stand under other headings than meant.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative,value
    /// 1.1.1,Trainings, and a meeting,24
    /// ```
    ///
    /// ## What to do
    ///
    /// Put a text that holds the separator in quotation marks, or delete the surplus cell.
    pub(super) static LONG_ROW = "long-row", Error, Submissions, run,
    ka: "\
სტრიქონში სათაურებზე მეტი შევსებული უჯრაა.

## რატომ

ყველაზე ხშირად ტექსტი გამყოფ ნიშანს შეიცავს და მასთან გაიყო, ამიტომ უჯრები სხვა სათაურების ქვეშ მოხვდა.

## მაგალითი

```csv
activity,narrative,value
1.1.1,Trainings, and a meeting,24
```

## რა უნდა გააკეთოთ

ტექსტი, რომელიც გამყოფ ნიშანს შეიცავს, ბრჭყალებში ჩასვით ან ზედმეტი უჯრა წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::LongRow { found, expected } = problem.kind else { continue };
        let (place, row) = (&problem.place, row(&problem.place));
        let headings = if expected == 1 { "heading" } else { "headings" };
        findings
            .add(
                &LONG_ROW,
                place.clone(),
                say!("row {row} has {found} cells for only {expected} {headings}", "სტრიქონი {row}: უჯრა – {found}, სათაური – მხოლოდ {expected}"),
            )
            .label(say!("no heading stands above", "სათაური არ აქვს"))
            .help(say!(
                "If a comma or semicolon inside a text has cut the row, put the text in quotation marks; else delete the surplus cell.",
                "თუ სტრიქონი ტექსტის შიგნით მძიმემ ან წერტილ-მძიმემ გაყო, ტექსტი ბრჭყალებში ჩასვით; სხვა შემთხვევაში ზედმეტი უჯრა წაშალეთ.",
            ))
            .about(sender(context, place.source), None);
    }
}
