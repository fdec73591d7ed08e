//! The check `unquoted-id`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An id that looks like a number stands without quotation marks.
    ///
    /// ## Why
    ///
    /// Other YAML readers take `5.10` for the number 5.1, so that objective 5.10 and objective 5.1 become the same one, and an
    /// editor that sorts or rewrites the file saves it so. In quotation marks an id is text to everybody.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: 5.10
    /// ```
    ///
    /// ## What to do
    ///
    /// Write `"5.10"`.
    pub(super) static UNQUOTED_ID = "unquoted-id", Error, Files, run,
    ka: "\
იდენტიფიკატორი, რომელიც რიცხვს ჰგავს, ბრჭყალებში არ დგას.

## რატომ

სხვა პროგრამები `5.10`-ს კითხულობენ როგორც რიცხვს 5,1. ამიტომ 5.10 და 5.1 ამოცანა ერთი და იგივე ხდება. ბრჭყალებში ჩასმული იდენტიფიკატორი ყველასთვის ტექსტია.

## მაგალითი

```yaml
- id: 5.10
```

## რა უნდა გააკეთოთ

ჩაწერეთ `\"5.10\"`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnquotedId { written, reads_as } = &problem.kind else { continue };
        let message = if written == reads_as {
            say!("this id reads as a number, not as the text `{written}`", "ეს იდენტიფიკატორი იკითხება როგორც რიცხვი და არა როგორც ტექსტი `{written}`")
        } else {
            say!(
                "this id reads as the number {reads_as}, not as `{written}`",
                "ეს იდენტიფიკატორი იკითხება როგორც რიცხვი {reads_as} და არა როგორც `{written}`"
            )
        };
        findings
            .add(&UNQUOTED_ID, problem.place.clone(), message)
            .label(say!("write \"{written}\"", "ჩაწერეთ \"{written}\""))
            .help(say!("Put the id in quotation marks: `\"{written}\"`.", "იდენტიფიკატორი ბრჭყალებში ჩასვით: `\"{written}\"`."));
    }
}
