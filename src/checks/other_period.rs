//! The check `other-period`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// The form is of another period than the one it is checked for.
    ///
    /// ## Why
    ///
    /// Figures of one year in the report of another would be wrong without anybody noticing.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status,period
    /// 1.1.1,implemented,2019
    /// ```
    ///
    /// ## What to do
    ///
    /// Send the form of the right period, or check the file for the period it names (`--year`).
    pub(super) static OTHER_PERIOD = "other-period", Error, Submissions, run,
    ka: "\
ფორმა სხვა საანგარიშო პერიოდისაა.

## რატომ

ერთი წლის მაჩვენებელი სხვა წლის ანგარიშში შეუმჩნეველი შეცდომა იქნებოდა.

## მაგალითი

```csv
activity,status,period
1.1.1,implemented,2019
```

## რა უნდა გააკეთოთ

გამოგზავნეთ შესაბამისი პერიოდის ფორმა ან ფაილი იმ პერიოდისთვის შეამოწმეთ, რომელიც მასშია მითითებული (`--year`).
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::OtherPeriod { found, period, cells } = &problem.kind else { continue };
        let found = super::cell::excerpt(found);
        findings
            .add(
                &OTHER_PERIOD,
                problem.place.clone(),
                say!("the form is for {found}, but the file is read for {period}", "ფორმა {found} პერიოდისაა, ფაილი კი {period} პერიოდისთვის იკითხება"),
            )
            .label(say!("rows set aside: {cells}", "ცალკეა გამოტანილი {cells} სტრიქონი"))
            .help(say!(
                "Fill in the form of {period}, or check the file with `--period {found}`.",
                "შეავსეთ {period} პერიოდის ფორმა ან ფაილი შეამოწმეთ პარამეტრით `--period {found}`."
            ))
            .about(sender(context, problem.place.source), None);
    }
}
