//! The check `unknown-status`.

use super::cell::sender;
use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::plan::Plan;
use crate::model::text::Language;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A status is not on the status scale, or is one that nobody enters.
    ///
    /// ## Why
    ///
    /// A guessed status would change the rates of the report. Whether a deadline has passed and whether anything was reported
    /// the program sees by itself.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 1.1.1,being done
    /// ```
    ///
    /// ## What to do
    ///
    /// Choose one status of the scale; leave the cell empty where none applies.
    pub(super) static UNKNOWN_STATUS = "unknown-status", Error, Submissions, run,
    ka: "\
სტატუსი სტატუსების სკალაში არ არის ან მისი ჩაწერა საჭირო არ არის.

## რატომ

სავარაუდო სტატუსი ანგარიშის მაჩვენებლებს შეცვლიდა. დადგა თუ არა ვადა და მოწოდებულია თუ არა ინფორმაცია, პროგრამა თავად ადგენს.

## მაგალითი

```csv
activity,status
1.1.1,being done
```

## რა უნდა გააკეთოთ

აირჩიეთ სკალის ერთ-ერთი სტატუსი; თუ არც ერთი არ შეესაბამება, უჯრა ცარიელი დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let choose = Wording {
        en: format!("Choose one status of the scale: {}.", labels(context.plan, Language::EN)),
        ka: format!("აირჩიეთ სკალის ერთ-ერთი სტატუსი: {}.", labels(context.plan, Language::KA)),
    };
    for problem in context.problems {
        let (message, fact, help) = match &problem.kind {
            ProblemKind::UnknownStatus { found, old_font: Some(meant), .. } => (
                not_on_scale(found),
                say!("in the letters of an old font it is \"{meant}\"", "ძველი ქართული შრიფტით ეს არის „{meant}“"),
                say!(
                    "Type \"{meant}\" with a Georgian keyboard; it is a status of the scale.",
                    "ქართული კლავიატურით აკრიფეთ „{meant}“; ეს სკალის სტატუსია.",
                ),
            ),
            ProblemKind::UnknownStatus { found, nearest, old_font: None } => (
                not_on_scale(found),
                match nearest {
                    Some(meant) => say!("did you mean \"{meant}\"?", "ხომ არ გულისხმობდით სტატუსს „{meant}“?"),
                    None => say!("no status is like it", "მსგავსი სტატუსი არ არის"),
                },
                choose.clone(),
            ),
            ProblemKind::StatusNotForEntry { found } => (
                say!("the status \"{found}\" is not for entering", "სტატუსი „{found}“ ჩასაწერად არ არის"),
                say!("the program derives it", "მას პროგრამა თავად ადგენს"),
                say!("Leave the cell empty.", "უჯრა ცარიელი დატოვეთ."),
            ),
            _ => continue,
        };
        findings
            .add(&UNKNOWN_STATUS, problem.place.clone(), message)
            .label(fact)
            .help(help)
            .about(sender(context, problem.place.source), None);
    }
}

fn not_on_scale(found: &str) -> Wording {
    say!("\"{found}\" is not on the status scale", "„{found}“ სტატუსების სკალაში არ არის")
}

/// The statuses that may be entered, by their labels.
fn labels(plan: &Plan, language: Language) -> String {
    let entered = plan.scale.statuses.iter().filter(|status| !status.counts.is_derived()).map(|status| status.label.any(language));
    let quoted = entered.map(|label| if language == Language::KA { format!("„{label}“") } else { format!("\"{label}\"") });
    quoted.collect::<Vec<_>>().join(", ")
}
