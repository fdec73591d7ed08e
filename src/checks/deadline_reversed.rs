//! The check `deadline-reversed`.

use super::{Context, Findings};
use crate::diagnostic::Diagnostic;
use crate::model::date::Period;
use crate::place::Place;
use crate::say;

declare_check! {
    /// A deadline, or the period that a report covers, runs backwards.
    ///
    /// ## Why
    ///
    /// No day lies in such a range: the activity would be due in no year, the report would cover nothing.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// deadline: 2020-H2..2019-H1
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the earlier period first.
    pub(super) static DEADLINE_REVERSED = "deadline-reversed", Error, Plan, run,
    ka: "\
განხორციელების ვადა ან საანგარიშო პერიოდი უკუღმაა დაწერილი.

## რატომ

ასეთ შუალედში არც ერთი დღე არ ხვდება, ამიტომ საქმიანობის ვადა არც ერთ წელს არ დადგებოდა, ანგარიში კი არაფერს მოიცავდა.

## მაგალითი

```yaml
deadline: 2020-H2..2019-H1
```

## რა უნდა გააკეთოთ

ჯერ უფრო ადრინდელი პერიოდი ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for activity in &context.plan.activities {
        let found = activity.deadline.and_then(|deadline| judge(findings, activity.place.key("deadline"), deadline));
        found.map(|finding| finding.about(None, Some(&activity.id)));
    }
    for period in context.periods {
        let Some(place) = &period.place else { continue };
        period.covers.and_then(|covers| judge(findings, place.key("covers"), covers));
        for (at, recommendation) in period.recommendations.iter().enumerate() {
            recommendation.due.and_then(|due| judge(findings, place.key("recommendations").index(at).key("due"), due));
        }
    }
}

fn judge(findings: &mut Findings, place: Place, period: Period) -> Option<&mut Diagnostic> {
    let last = period.last.filter(|_| period.is_reversed())?;
    let first = period.first;
    let finding = findings.add(
        &DEADLINE_REVERSED,
        place,
        say!("the period {period} runs backwards", "პერიოდი {period} უკუღმაა დაწერილი"),
    );
    finding
        .label(say!("{last} ends before {first}", "{last} უფრო ადრე მთავრდება, ვიდრე {first}"))
        .help(say!("Write `{last}..{first}` if that is what is meant.", "თუ ეს იგულისხმება, ჩაწერეთ `{last}..{first}`."));
    Some(finding)
}
