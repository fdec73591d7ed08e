//! The check `unknown-breakdown`.

use super::cell::{excerpt, sender};
use super::{Context, Findings, quoted};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A cell of a breakdown names a value that the dimension does not have.
    ///
    /// ## Why
    ///
    /// The figure cannot be put beside those of other agencies and years.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,sex,value
    /// 3.2.3,victims,girls,5
    /// ```
    ///
    /// ## What to do
    ///
    /// Choose one of the values of the dimension; the message lists them. Leave the cell empty for the total.
    pub(super) static UNKNOWN_BREAKDOWN = "unknown-breakdown", Error, Submissions, run,
    ka: "\
უჯრაში მითითებული მნიშვნელობა ამ ჭრილში არ არის.

## რატომ

რიცხვი სხვა უწყებებისა და წლების რიცხვებს ვერ შედარდება.

## მაგალითი

```csv
activity,indicator,sex,value
3.2.3,victims,girls,5
```

## რა უნდა გააკეთოთ

აირჩიეთ ჭრილის ერთ-ერთი მნიშვნელობა; შეტყობინება მათ ჩამოთვლის. ჯამისთვის უჯრა ცარიელი დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnknownBreakdown { dimension, found, known } = &problem.kind else { continue };
        let found = excerpt(found);
        let known = quoted(known.iter().map(String::as_str));
        findings
            .add(&UNKNOWN_BREAKDOWN, problem.place.clone(), say!("\"{found}\" is not a value of `{dimension}`", "ჭრილში `{dimension}` მნიშვნელობა „{found}“ არ არის"))
            .help(say!("Write one of {known}, or leave the cell empty for the total.", "ჩაწერეთ ერთ-ერთი: {known}; ჯამისთვის უჯრა ცარიელი დატოვეთ."))
            .about(sender(context, problem.place.source), None);
    }
}
