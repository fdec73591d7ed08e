//! The check `unclosed-quote`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A quotation mark is opened and never closed.
    ///
    /// ## Why
    ///
    /// Everything behind it falls into one cell, so the rows that follow are lost.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,"Six trainings
    /// 2.1.4,Two meetings
    /// ```
    ///
    /// ## What to do
    ///
    /// Delete the mark or close it. A mark inside a text is written twice: `""`.
    pub(super) static UNCLOSED_QUOTE = "unclosed-quote", Error, Submissions, run,
    ka: "\
ბრჭყალი იხსნება და აღარ იხურება.

## რატომ

ყველაფერი, რაც მის შემდეგაა, ერთ უჯრაში ხვდება და მომდევნო სტრიქონები იკარგება.

## მაგალითი

```csv
activity,narrative
2.1.3,\"Six trainings
2.1.4,Two meetings
```

## რა უნდა გააკეთოთ

ბრჭყალი წაშალეთ ან დახურეთ. ტექსტის შიგნით ბრჭყალი ორჯერ იწერება: `\"\"`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnclosedQuote { rows } = &problem.kind else { continue };
        findings
            .add(&UNCLOSED_QUOTE, problem.place.clone(), say!("the quotation mark opened here is never closed", "აქ გახსნილი ბრჭყალი აღარ იხურება"))
            .label(say!("the next {rows} lines fell into one cell", "მომდევნო {rows} ხაზი ერთ უჯრაში მოხვდა"))
            .help(say!("Delete the mark or close it.", "ბრჭყალი წაშალეთ ან დახურეთ."));
    }
}
