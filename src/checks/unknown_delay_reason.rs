//! The check `unknown-delay-reason`.

use super::cell::{excerpt, sender};
use super::{Context, Findings, quoted};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A reason for delay is not in the plan's list.
    ///
    /// ## Why
    ///
    /// Reasons are counted by category, so they are chosen from a list.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,delay_reason
    /// 2.1.3,the weather
    /// ```
    ///
    /// ## What to do
    ///
    /// Choose a code or name of the list; the message shows the codes. Explain in the column "obstacles".
    pub(super) static UNKNOWN_DELAY_REASON = "unknown-delay-reason", Error, Submissions, run,
    ka: "\
დაგვიანების მიზეზი გეგმის სიაში არ არის.

## რატომ

მიზეზები კატეგორიებად ითვლება, ამიტომ სიიდან ირჩევა.

## მაგალითი

```csv
activity,delay_reason
2.1.3,the weather
```

## რა უნდა გააკეთოთ

აირჩიეთ სიის კოდი ან სახელწოდება; შეტყობინება კოდებს აჩვენებს. განმარტება სვეტში „შემაფერხებელი გარემოებები“ ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnknownDelayReason { found, known } = &problem.kind else { continue };
        let found = excerpt(found);
        let known = quoted(known.iter().map(String::as_str));
        findings
            .add(&UNKNOWN_DELAY_REASON, problem.place.clone(), say!("\"{found}\" is not in the list of reasons for delay", "„{found}“ დაგვიანების მიზეზების სიაში არ არის"))
            .help(say!("Write one of {known}, and explain in the column \"obstacles\".", "ჩაწერეთ ერთ-ერთი: {known}; განმარტება სვეტში „შემაფერხებელი გარემოებები“ ჩაწერეთ."))
            .about(sender(context, problem.place.source), None);
    }
}
