//! The check `deadline-reversed`.

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// A deadline ends before it begins.
    ///
    /// ## Why
    ///
    /// No day lies in such a range, so the activity would never be due.
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
ვადის დასასრული მის დასაწყისამდეა.

## რატომ

ასეთ შუალედში არც ერთი დღე არ ხვდება, ამიტომ საქმიანობის ვადა არასდროს დადგებოდა.

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
        let Some(deadline) = activity.deadline else { continue };
        let Some(last) = deadline.last.filter(|_| deadline.end() < deadline.start()) else { continue };
        let (id, first) = (&activity.id, deadline.first);
        findings
            .add(
                &DEADLINE_REVERSED,
                activity.place.key("deadline"),
                say!("the deadline {deadline} of activity `{id}` ends before it begins", "`{id}` საქმიანობის ვადის {deadline} დასასრული მის დასაწყისამდეა"),
            )
            .label(say!("{last} comes before {first}", "{last} უსწრებს {first}-ს"))
            .help(say!("Write `{last}..{first}`, if that is what is meant.", "თუ ეს იგულისხმება, ჩაწერეთ `{last}..{first}`."))
            .about(None, Some(id));
    }
}
