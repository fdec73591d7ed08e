//! The check `text-after-quote`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Text follows the quotation mark that closes a cell.
    ///
    /// ## Why
    ///
    /// In a CSV file a cell that begins with a quotation mark ends at the next single one. The marks are taken off, so the text in the report lacks them.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 1.1.1,"Open Door" project ended
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the text without quotation marks at its beginning, or save the sheet from a spreadsheet program, which doubles them.
    pub(super) static TEXT_AFTER_QUOTE = "text-after-quote", Warning, Submissions, run,
    ka: "\
უჯრის დამხურავ ბრჭყალს ტექსტი მოსდევს.

## რატომ

CSV-ფაილში უჯრა, რომელიც ბრჭყალით იწყება, მომდევნო ბრჭყალთან მთავრდება. ეს ბრჭყალები იკარგება, ამიტომ ანგარიშში ტექსტი მათ გარეშე გამოჩნდება.

## მაგალითი

```csv
activity,narrative
1.1.1,\"Open Door\" project ended
```

## რა უნდა გააკეთოთ

ტექსტი ბრჭყალით ნუ დაიწყება ან ცხრილი ცხრილის პროგრამიდან შეინახეთ; ის ბრჭყალებს აორმაგებს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems.iter().filter(|problem| problem.kind == ProblemKind::TextAfterQuote) {
        findings
            .add(
                &TEXT_AFTER_QUOTE,
                problem.place.clone(),
                say!("the quotation mark that opens this cell is closed before its end", "ამ უჯრის გამხსნელი ბრჭყალი უჯრის დასასრულამდე იხურება"),
            )
            .note(say!("Both marks are taken off the text.", "ტექსტს ორივე ბრჭყალი ჩამოშორდება."))
            .help(say!("Delete both marks, or save the sheet from a spreadsheet program.", "წაშალეთ ორივე ბრჭყალი ან ცხრილი ცხრილის პროგრამიდან შეინახეთ."))
            .about(sender(context, problem.place.source), None);
    }
}
