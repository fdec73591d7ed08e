//! The check `row-without-activity`.

use super::cell::place_in_words;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row has no activity number.
    ///
    /// ## Why
    ///
    /// It cannot be given to an activity. Merged cells leave the number in the first row only; it is never filled in by guess.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 2.1.3,trainings,6
    /// ,participants,120
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the number into every row.
    pub(super) static ROW_WITHOUT_ACTIVITY = "row-without-activity", Error, Submissions, run,
    ka: "\
სტრიქონს საქმიანობის ნომერი არ აქვს.

## რატომ

იგი ვერც ერთ საქმიანობას ვერ მიეწერება. გაერთიანებულ უჯრებში ნომერი მხოლოდ პირველ სტრიქონში რჩება; პროგრამა მას ვარაუდით არ ავსებს.

## მაგალითი

```csv
activity,indicator,value
2.1.3,trainings,6
,participants,120
```

## რა უნდა გააკეთოთ

ნომერი ყველა სტრიქონში ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::RowWithoutActivity { last } = &problem.kind else { continue };
        let finding = findings.add(&ROW_WITHOUT_ACTIVITY, problem.place.clone(), say!("this row has no activity number", "ამ სტრიქონს საქმიანობის ნომერი არ აქვს"));
        finding.label(place_in_words(context, &problem.place));
        match last {
            Some(last) => finding
                .note(say!("merged cells leave the number in the first row only; the last number seen is {last}", "გაერთიანებულ უჯრებში ნომერი მხოლოდ პირველ სტრიქონში რჩება; ბოლო ნომერია {last}"))
                .help(say!("Write the number into every row; here it was probably {last}.", "ნომერი ყველა სტრიქონში ჩაწერეთ; აქ, სავარაუდოდ, იყო {last}.")),
            None => finding.help(say!("Write the number of the activity.", "ჩაწერეთ საქმიანობის ნომერი.")),
        };
    }
}
