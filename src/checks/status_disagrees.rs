//! The check `status-disagrees`.

use super::{Context, Findings};
use crate::model::scale::Status;
use crate::model::text::Language;
use crate::place::At;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A file gives one activity two different statuses.
    ///
    /// ## Why
    ///
    /// The status belongs to the activity and stands once, or is repeated alike. Neither row is merged until they agree.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,status
    /// 2.1.3,clips,done
    /// 2.1.3,coverage,ongoing
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave one status in both rows.
    pub(super) static STATUS_DISAGREES = "status-disagrees", Error, Submissions, run,
    ka: "\
ფაილში ერთ საქმიანობას ორი განსხვავებული სტატუსი აქვს.

## რატომ

სტატუსი საქმიანობას ეკუთვნის: ერთხელ იწერება ან ერთნაირად მეორდება. სანამ არ დაემთხვევა, არც ერთი სტრიქონი არ გაერთიანდება.

## მაგალითი

```csv
activity,indicator,status
2.1.3,clips,done
2.1.3,coverage,ongoing
```

## რა უნდა გააკეთოთ

ორივე სტრიქონში ერთი სტატუსი დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::StatusDisagrees { activity, first, first_row, one, other } = &problem.kind else { continue };
        let At::Cell { row, .. } = problem.place.at else { continue };
        let find = |code: &str| context.plan.scale.statuses.iter().find(|status| status.code == code);
        let label = |status: Option<&Status>, language| status.map(|status| status.label.any(language).to_owned()).unwrap_or_default();
        let (one, other) = (find(one), find(other));
        findings
            .add(
                &STATUS_DISAGREES,
                problem.place.clone(),
                say!(
                    "activity {activity} has two different statuses: row {first_row} \"{one_en}\", row {row} \"{other_en}\"",
                    "{activity} საქმიანობას ორი განსხვავებული სტატუსი აქვს: სტრიქონი {first_row} – „{one_ka}“, სტრიქონი {row} – „{other_ka}“",
                    one_en = label(one, Language::EN),
                    other_en = label(other, Language::EN),
                    one_ka = label(one, Language::KA),
                    other_ka = label(other, Language::KA),
                ),
            )
            .other(first.clone(), say!("the first status", "პირველი სტატუსი"))
            .help(say!("Leave one status in both rows.", "ორივეში ერთი სტატუსი დატოვეთ."))
            .about(None, Some(activity));
    }
}
