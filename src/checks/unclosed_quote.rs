//! The check `unclosed-quote`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A quotation mark opens a cell and is never closed.
    ///
    /// ## Why
    ///
    /// Everything up to the end of the file falls into that one cell, so the rows below it are lost.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 1.1.1,"Six trainings were held
    /// 1.1.2,The meeting took place
    /// ```
    ///
    /// ## What to do
    ///
    /// Delete the quotation mark or close it at the end of the cell; inside a cell write it twice.
    pub(super) static UNCLOSED_QUOTE = "unclosed-quote", Error, Submissions, run,
    ka: "\
უჯრის დასაწყისში გახსნილი ბრჭყალი აღარ იხურება.

## რატომ

ფაილის ბოლომდე ყველაფერი ერთ უჯრაში ხვდება და შემდეგი სტრიქონები იკარგება.

## მაგალითი

```csv
activity,narrative
1.1.1,\"Six trainings were held
1.1.2,The meeting took place
```

## რა უნდა გააკეთოთ

ბრჭყალი წაშალეთ ან უჯრის ბოლოს დახურეთ; უჯრის შიგნით ბრჭყალი ორჯერ იწერება.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnclosedQuote { rows } = problem.kind else { continue };
        let finding = findings.add(
            &UNCLOSED_QUOTE,
            problem.place.clone(),
            say!("the quotation mark opened here is never closed", "აქ გახსნილი ბრჭყალი აღარ იხურება"),
        );
        finding.about(sender(context, problem.place.source), None);
        match rows {
            0 => finding.note(say!("The row cannot be read.", "ეს სტრიქონი ვერ იკითხება.")),
            1 => finding.note(say!("The next row fell into the same cell.", "მომდევნო სტრიქონიც ამ უჯრაში მოხვდა.")),
            _ => finding.note(say!("The next {rows} rows fell into the same cell.", "მომდევნო {rows} სტრიქონი ამავე უჯრაში მოხვდა.")),
        };
        finding.help(say!("Delete the quotation mark, or close it at the end of the cell.", "ბრჭყალი წაშალეთ ან უჯრის ბოლოს დახურეთ."));
    }
}
