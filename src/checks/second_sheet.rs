//! The check `second-sheet`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A workbook has more than one sheet that looks like a report.
    ///
    /// ## Why
    ///
    /// Only one sheet is read. Rows on another one would be lost without a word.
    ///
    /// ## Example
    ///
    /// ```text
    /// The sheets „Report“ and „Report (2)“, both with the heading "activity"
    /// ```
    ///
    /// ## What to do
    ///
    /// Move all rows to one sheet, or delete the other one.
    pub(super) static SECOND_SHEET = "second-sheet", Error, Submissions, run,
    ka: "\
სამუშაო წიგნში ანგარიშის მსგავსი ერთზე მეტი ფურცელია.

## რატომ

მხოლოდ ერთი ფურცელი იკითხება. სხვა ფურცლის სტრიქონები შეუმჩნევლად დაიკარგებოდა.

## მაგალითი

```text
ფურცლები „ანგარიში“ და „ანგარიში (2)“, ორივე სათაურით „საქმიანობა“
```

## რა უნდა გააკეთოთ

ყველა სტრიქონი ერთ ფურცელზე გადაიტანეთ ან მეორე ფურცელი წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::SecondSheet { read, other } = &problem.kind else { continue };
        findings
            .add(
                &SECOND_SHEET,
                problem.place.clone(),
                say!("the sheet \"{other}\" also looks like a report, but only \"{read}\" is read", "ანგარიშს ჰგავს ფურცელი „{other}“, იკითხება კი მხოლოდ „{read}“"),
            )
            .help(say!("Move all rows to one sheet, or delete the other one.", "ყველა სტრიქონი ერთ ფურცელზე გადაიტანეთ ან მეორე ფურცელი წაშალეთ."))
            .about(sender(context, problem.place.source), None);
    }
}
