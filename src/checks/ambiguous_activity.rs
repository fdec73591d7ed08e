//! The check `ambiguous-activity`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::place::Place;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row names an activity by a printed number that several activities share.
    ///
    /// ## Why
    ///
    /// It is not known which of them the row is about, so it is not merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 4.2.5,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the id of the activity in place of the printed number, for example `4.2.5-a`.
    pub(super) static AMBIGUOUS_ACTIVITY = "ambiguous-activity", Error, Submissions, run,
    ka: "\
სტრიქონში მითითებული ნომრით გეგმაში რამდენიმე საქმიანობაა.

## რატომ

უცნობია, სტრიქონი რომელ მათგანს ეხება, ამიტომ არ ითვლება.

## მაგალითი

```csv
activity,status
4.2.5,implemented
```

## რა უნდა გააკეთოთ

ნომრის ნაცვლად ჩაწერეთ საქმიანობის იდენტიფიკატორი, მაგალითად `4.2.5-a`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        if let ProblemKind::LostZero { found, other } = &problem.kind {
            lost_zero(context, &problem.place, found, other, findings);
            continue;
        }
        let ProblemKind::AmbiguousActivity { found, ids } = &problem.kind else { continue };
        let place = &problem.place;
        let list = |title: usize| {
            let items: Vec<String> = ids.iter().map(|(id, titles)| format!("`{id}` – {}", excerpt(&titles[title]))).collect();
            items.join("; ")
        };
        let message = match ids.len() {
            2 => say!("two activities of the plan are numbered {found}", "{found} ნომრით გეგმაში ორი საქმიანობაა"),
            count => say!("{count} activities of the plan are numbered {found}", "{found} ნომრით გეგმაში {count} საქმიანობაა"),
        };
        findings
            .add(&AMBIGUOUS_ACTIVITY, place.clone(), message)
            .label(say!("which one is meant?", "რომელი იგულისხმება?"))
            .help(Wording {
                en: format!("Write the one you mean: {}.", list(0)),
                ka: format!("ჩაწერეთ, რომელს გულისხმობთ: {}.", list(1)),
            })
            .about(sender(context, place.source), None);
    }
}

/// The plan has 5.1 and 5.10, and the workbook keeps both as the number 5.1.
fn lost_zero(context: &Context<'_>, place: &Place, found: &str, other: &str, findings: &mut Findings) {
    findings
        .add(&AMBIGUOUS_ACTIVITY, place.clone(), say!("the number {found} may have been typed as {other}", "რიცხვი {found} შესაძლოა ჩაიწერა, როგორც {other}"))
        .label(say!("the cell holds a number, which has no last zero", "უჯრაში რიცხვია, რომელსაც ბოლო ნული ეკარგება"))
        .help(say!(
            "Format the cell as text, then type {found} or {other} again.",
            "უჯრის ფორმატი შეცვალეთ „ტექსტად“ და ხელახლა ჩაწერეთ {found} ან {other}."
        ))
        .about(sender(context, place.source), None);
}
