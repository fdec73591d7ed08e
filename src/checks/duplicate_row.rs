//! The check `duplicate-row`.

use super::cell::sender;
use super::{Context, Findings};
use crate::place::At;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A file says the same thing twice.
    ///
    /// ## Why
    ///
    /// Two rows of one agency speak of the same activity, indicator and breakdown. Neither is merged, so that chance does not decide which one counts.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 2.1.3,clips,2
    /// 2.1.3,clips,3
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave one of the rows, or say in which breakdown they differ.
    pub(super) static DUPLICATE_ROW = "duplicate-row", Error, Submissions, run,
    ka: "\
ფაილში ერთი და იგივე ორჯერ წერია.

## რატომ

უწყების ორი სტრიქონი ერთ საქმიანობას, ინდიკატორსა და ჭრილს ეხება. არც ერთი არ გაერთიანდება, რომ შემთხვევამ არ გადაწყვიტოს, რომელი ჩაითვლება.

## მაგალითი

```csv
activity,indicator,value
2.1.3,clips,2
2.1.3,clips,3
```

## რა უნდა გააკეთოთ

ერთ-ერთი სტრიქონი დატოვეთ ან მიუთითეთ, რომელი ჭრილით განსხვავდება.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::DuplicateRow { first, first_row } = &problem.kind else { continue };
        let At::Cell { row, .. } = problem.place.at else { continue };
        findings
            .add(
                &DUPLICATE_ROW,
                problem.place.clone(),
                say!("rows {first_row} and {row} speak of the same activity, indicator and breakdown", "სტრიქონები {first_row} და {row} ერთსა და იმავე საქმიანობას, ინდიკატორსა და ჭრილს ეხება"),
            )
            .label(say!("again here", "აქ მეორდება"))
            .other(first.clone(), say!("first here", "პირველად აქ"))
            .help(say!("Leave one of the rows; until then neither is merged.", "ერთ-ერთი სტრიქონი დატოვეთ; მანამდე არც ერთი არ გაერთიანდება."))
            .about(sender(context, problem.place.source), None);
    }
}
