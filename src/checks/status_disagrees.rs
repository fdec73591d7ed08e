//! The check `status-disagrees`.

use super::cell::{row, sender};
use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::text::Language;
use crate::place::{At, Place};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Rows of one agency give an activity different statuses.
    ///
    /// ## Why
    ///
    /// An activity has one status in a file. Which of the two is meant is not known, so neither row is merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,status
    /// 1.1.1,,implemented
    /// 1.1.1,participants,in progress
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave one status in all rows of the activity, or write it in one row only.
    pub(super) static STATUS_DISAGREES = "status-disagrees", Error, Submissions, run,
    ka: "\
ერთი უწყების სტრიქონებში საქმიანობას განსხვავებული სტატუსები აქვს.

## რატომ

ფაილში საქმიანობას ერთი სტატუსი აქვს. უცნობია, რომელი იგულისხმება, ამიტომ არც ერთი სტრიქონი არ ითვლება.

## მაგალითი

```csv
activity,indicator,status
1.1.1,,implemented
1.1.1,participants,in progress
```

## რა უნდა გააკეთოთ

საქმიანობის ყველა სტრიქონში ერთი სტატუსი დატოვეთ ან მხოლოდ ერთ სტრიქონში ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let label = |code: &str, language| {
        let status = context.plan.scale.statuses.iter().find(|status| status.code == code);
        status.map_or(code, |status| status.label.any(language)).to_owned()
    };
    for problem in context.problems {
        let ProblemKind::StatusDisagrees { activity, first, first_row, one, other } = &problem.kind else { continue };
        let (place, row) = (&problem.place, row(&problem.place));
        let labels = |code: &str| Wording { en: label(code, Language::EN), ka: label(code, Language::KA) };
        let (one, other) = (labels(one), labels(other));
        let message = Wording {
            en: format!("activity {activity} has two different statuses: row {first_row} \"{}\", row {row} \"{}\"", one.en, other.en),
            ka: format!(
                "{activity} საქმიანობას ორი განსხვავებული სტატუსი აქვს: სტრიქონი {first_row} – „{}“, სტრიქონი {row} – „{}“",
                one.ka, other.ka
            ),
        };
        let earlier = match place.at {
            At::Cell { column: Some(column), .. } => Place::cell(first.source, *first_row, column),
            _ => first.clone(),
        };
        findings
            .add(&STATUS_DISAGREES, place.clone(), message)
            .label(other)
            .other(earlier.clone(), one)
            .help(say!("Leave one status in both rows.", "ორივე სტრიქონში ერთი სტატუსი დატოვეთ."))
            .about(sender(context, place.source), Some(activity));
    }
}
