//! The check `heading-not-in-first-row`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// The headings stand below other rows, or in two rows.
    ///
    /// ## Why
    ///
    /// The program found them by their words. What stands above them is not read, so it must not be a part of the report.
    ///
    /// ## Example
    ///
    /// ```csv
    /// Report of the Ministry for 2020,
    /// activity,status
    /// 1.1.1,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Nothing need be done if the rows above hold only a title.
    pub(super) static HEADING_NOT_IN_FIRST_ROW = "heading-not-in-first-row", Note, Submissions, run,
    ka: "\
სათაურები სხვა სტრიქონების ქვემოთ ან ორ სტრიქონში წერია.

## რატომ

პროგრამამ ისინი სიტყვებით იპოვა. რაც მათ ზემოთ წერია, არ იკითხება, ამიტომ ანგარიშის ნაწილი იქ არ უნდა იყოს.

## მაგალითი

```csv
Report of the Ministry for 2020,
activity,status
1.1.1,implemented
```

## რა უნდა გააკეთოთ

თუ ზემოთ მხოლოდ ფაილის დასახელება წერია, არაფრის შეცვლა არ არის საჭირო.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::HeadingBelow { rows: (first, last), above } = problem.kind else { continue };
        let message = if first == last {
            say!("the headings were found in row {first}", "სათაურები წერია სტრიქონში {first}")
        } else {
            say!("the headings were found in rows {first} and {last}", "სათაურები წერია სტრიქონებში {first} და {last}")
        };
        let finding = findings.add(&HEADING_NOT_IN_FIRST_ROW, problem.place.clone(), message);
        match above {
            0 => {}
            1 => {
                finding.note(say!("The row above them is not read.", "მათ ზემოთ მდგომი სტრიქონი არ იკითხება."));
            }
            _ => {
                finding.note(say!("The {above} rows above them are not read.", "მათ ზემოთ მდგომი {above} სტრიქონი არ იკითხება."));
            }
        }
        finding
            .help(say!(
                "Nothing need be done if this is right and no report stands above.",
                "თუ ეს სწორია და ზემოთ ანგარიშის ნაწილი არ წერია, არაფრის შეცვლა არ არის საჭირო."
            ))
            .about(sender(context, problem.place.source), None);
    }
}
