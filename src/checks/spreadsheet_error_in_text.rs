//! The check `spreadsheet-error-in-text`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A text cell holds an error of the spreadsheet.
    ///
    /// ## Why
    ///
    /// `#REF!` or `#N/A` stands where a formula failed; it would be printed in the report as if the agency had written it.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,#REF!
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the formula, or type the text itself.
    pub(super) static SPREADSHEET_ERROR_IN_TEXT = "spreadsheet-error-in-text", Error, Submissions, run,
    ka: "\
ტექსტის უჯრაში ფორმულის შეცდომაა.

## რატომ

`#REF!` ან `#N/A` იქ წერია, სადაც ფორმულამ ვერ იმუშავა; ანგარიშში უწყების სიტყვებად დაიბეჭდებოდა.

## მაგალითი

```csv
activity,narrative
2.1.3,#REF!
```

## რა უნდა გააკეთოთ

ფორმულა შეასწორეთ ან თავად ტექსტი ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::SpreadsheetErrorInText { found } = &problem.kind else { continue };
        findings
            .add(&SPREADSHEET_ERROR_IN_TEXT, problem.place.clone(), say!("\"{found}\" is an error of the spreadsheet, not a text", "„{found}“ ფორმულის შეცდომაა და არა ტექსტი"))
            .help(say!("Correct the formula, or type the text itself.", "ფორმულა შეასწორეთ ან თავად ტექსტი ჩაწერეთ."))
            .about(sender(context, problem.place.source), None);
    }
}
