//! The check `row-not-filled-in`.

use super::cell::sender;
use super::{Context, Findings};
use crate::diagnostic::group::ranges;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Rows name an activity and say nothing of it.
    ///
    /// ## Why
    ///
    /// A form comes with one row for each activity, indicator and breakdown. Rows that are left empty are not merged, and the report shows that nothing was reported.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,status,value
    /// 1.1.1,participants,,
    /// ```
    ///
    /// ## What to do
    ///
    /// Fill in what you can; rows about which there is nothing to say may stay empty or be deleted.
    pub(super) static ROW_NOT_FILLED_IN = "row-not-filled-in", Note, Submissions, run,
    ka: "\
სტრიქონში საქმიანობა მითითებულია, სხვა კი არაფერი წერია.

## რატომ

ფორმაში თითოეულ საქმიანობას, ინდიკატორსა და ჩაშლას თავისი სტრიქონი აქვს. ცარიელი სტრიქონი არ ითვლება და ანგარიშში ჩანს, რომ ინფორმაცია მოწოდებული არ არის.

## მაგალითი

```csv
activity,indicator,status,value
1.1.1,participants,,
```

## რა უნდა გააკეთოთ

შეავსეთ, რისი შევსებაც შეგიძლიათ; დანარჩენი სტრიქონები შეიძლება ცარიელი დარჩეს ან წაიშალოს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::RowsNotFilledIn { rows } = &problem.kind else { continue };
        let (count, list) = (rows.len(), ranges(rows));
        let message = match count {
            1 => say!("row {list} is not filled in", "სტრიქონი {list} შევსებული არ არის"),
            _ => say!("{count} rows are not filled in: {list}", "{count} სტრიქონი შევსებული არ არის: {list}"),
        };
        findings
            .add(&ROW_NOT_FILLED_IN, problem.place.clone(), message)
            .help(say!(
                "Fill in what you can; rows about which there is nothing to say may stay empty.",
                "შეავსეთ, რისი შევსებაც შეგიძლიათ; დანარჩენი სტრიქონები შეიძლება ცარიელი დარჩეს."
            ))
            .about(sender(context, problem.place.source), None);
    }
}
