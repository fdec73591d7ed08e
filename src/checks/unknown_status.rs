//! The check `unknown-status`.

use super::cell::place_in_words;
use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::text::Language;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A status is not on the scale, or is one that the program derives.
    ///
    /// ## Why
    ///
    /// A status that is not on the scale cannot be counted. `not-due`, `no-status` and `no-report` follow from the data and are never entered.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 2.1.3,being done
    /// ```
    ///
    /// ## What to do
    ///
    /// Choose a status of the scale: its code, label or another accepted word.
    pub(super) static UNKNOWN_STATUS = "unknown-status", Error, Submissions, run,
    ka: "\
სტატუსი სკალაში არ არის ან პროგრამა მას თავად ადგენს.

## რატომ

სტატუსი, რომელიც სკალაში არ არის, ვერ ითვლება. `not-due`, `no-status` და `no-report` მონაცემებიდან გამომდინარეობს და არ იწერება.

## მაგალითი

```csv
activity,status
2.1.3,being done
```

## რა უნდა გააკეთოთ

აირჩიეთ სკალის ერთ-ერთი სტატუსი: კოდი, სახელწოდება ან სხვა მიღებული სიტყვა.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let (message, label, nearest) = match &problem.kind {
            ProblemKind::UnknownStatus { found, nearest } => {
                (say!("\"{found}\" is not on the status scale", "„{found}“ სტატუსების სკალაში არ არის"), place_in_words(context, &problem.place), nearest.as_ref())
            }
            ProblemKind::StatusNotForEntry { found } => (
                say!("the status \"{found}\" is derived by the program", "სტატუსს „{found}“ პროგრამა თავად ადგენს"),
                place_in_words(context, &problem.place),
                None,
            ),
            _ => continue,
        };
        let finding = findings.add(&UNKNOWN_STATUS, problem.place.clone(), message);
        finding.label(label);
        if let Some(nearest) = nearest {
            finding.note(say!("did you mean \"{nearest}\"?", "ხომ არ გულისხმობდით სტატუსს „{nearest}“?"));
        }
        let statuses = labels(context);
        finding.help(say!("Choose one status of the scale: {en}.", "აირჩიეთ სკალის ერთ-ერთი სტატუსი: {ka}.", en = &statuses.en, ka = &statuses.ka));
    }
}

/// The labels of the statuses that may be entered.
fn labels(context: &Context<'_>) -> Wording {
    let entered: Vec<_> = context.plan.scale.statuses.iter().filter(|status| !status.counts.is_derived()).collect();
    let list = |language| entered.iter().map(|status| status.label.any(language)).collect::<Vec<_>>().join(", ");
    Wording { en: list(Language::EN), ka: list(Language::KA) }
}
