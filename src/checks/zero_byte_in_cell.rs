//! The check `zero-byte-in-cell`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A cell holds a zero byte.
    ///
    /// ## Why
    ///
    /// It comes from a damaged or wrongly saved file; programs cut a text at such a byte, so the row is not merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,Six [zero byte] trainings
    /// ```
    ///
    /// ## What to do
    ///
    /// Type the text again and save as "CSV UTF-8".
    pub(super) static ZERO_BYTE_IN_CELL = "zero-byte-in-cell", Error, Submissions, run,
    ka: "\
უჯრაში ნულოვანი ბაიტია.

## რატომ

ის დაზიანებული ან სხვა სახით შენახული ფაილიდან მოდის; პროგრამები ტექსტს ასეთ ბაიტთან წყვეტენ, ამიტომ სტრიქონი არ გაერთიანდება.

## მაგალითი

```csv
activity,narrative
2.1.3,Six [zero byte] trainings
```

## რა უნდა გააკეთოთ

ტექსტი ხელახლა ჩაწერეთ და შეინახეთ ტიპით „CSV UTF-8“.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ZeroByteInCell = &problem.kind else { continue };
        findings
            .add(&ZERO_BYTE_IN_CELL, problem.place.clone(), say!("the cell holds a zero byte", "უჯრაში ნულოვანი ბაიტია"))
            .help(say!("Type the text again and save as \"CSV UTF-8\".", "ტექსტი ხელახლა ჩაწერეთ და შეინახეთ ტიპით „CSV UTF-8“."))
            .about(sender(context, problem.place.source), None);
    }
}
