//! The check `row-without-activity`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row does not say which activity it is about.
    ///
    /// ## Why
    ///
    /// Merged cells of a spreadsheet keep their number only in the first row, so the others would be counted for nobody.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 1.1.1,participants,24
    /// ,meetings,3
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the number of the activity in every row.
    pub(super) static ROW_WITHOUT_ACTIVITY = "row-without-activity", Error, Submissions, run,
    ka: "\
სტრიქონს საქმიანობის ნომერი არ აქვს.

## რატომ

ცხრილის გაერთიანებულ უჯრებში ნომერი მხოლოდ პირველ სტრიქონს რჩება, ამიტომ უცნობია, დანარჩენი რომელ საქმიანობას ეხება.

## მაგალითი

```csv
activity,indicator,value
1.1.1,participants,24
,meetings,3
```

## რა უნდა გააკეთოთ

საქმიანობის ნომერი ყველა სტრიქონში ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::RowWithoutActivity { last } = &problem.kind else { continue };
        let place = &problem.place;
        let finding = findings.add(
            &ROW_WITHOUT_ACTIVITY,
            place.clone(),
            say!("the row does not say which activity it is about", "სტრიქონს საქმიანობის ნომერი არ აქვს"),
        );
        finding.label(say!("the cell is empty", "უჯრა ცარიელია")).about(sender(context, place.source), None);
        match last {
            Some(last) => finding
                .note(say!(
                    "Of merged cells only the first keeps its number; the last number above is {last}.",
                    "გაერთიანებულ უჯრებში ნომერი მხოლოდ პირველ სტრიქონს რჩება; ზემოთ ბოლო ნომერია {last}.",
                ))
                .help(say!(
                    "Write {last} in this row, too, if it is about the same activity; else write its own number.",
                    "თუ სტრიქონი იმავე საქმიანობას ეხება, აქაც ჩაწერეთ {last}; თუ არა – მისი ნომერი.",
                )),
            None => finding.help(say!("Write the number of the activity in this cell.", "ამ უჯრაში ჩაწერეთ საქმიანობის ნომერი.")),
        };
    }
}
