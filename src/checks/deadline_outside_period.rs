//! The check `deadline-outside-period`.

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// The deadline of an activity lies outside the period of the plan.
    ///
    /// ## Why
    ///
    /// An activity due before or after the plan is counted in no report.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// period: 2019..2020
    /// # მიზნის ფაილში
    /// - id: "1.1.1"
    ///   deadline: 2021-H1
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the deadline, or the period in `plan/plan.yaml`.
    pub(super) static DEADLINE_OUTSIDE_PERIOD = "deadline-outside-period", Error, Plan, run,
    ka: "\
საქმიანობის განხორციელების ვადა გეგმის მოქმედების პერიოდს სცდება.

## რატომ

საქმიანობა, რომლის ვადა გეგმის პერიოდამდე ან მის შემდეგაა, არც ერთ ანგარიშში არ ითვლება.

## მაგალითი

```yaml
period: 2019..2020
# მიზნის ფაილში
- id: \"1.1.1\"
  deadline: 2021-H1
```

## რა უნდა გააკეთოთ

შეასწორეთ ვადა ან პერიოდი ფაილში `plan/plan.yaml`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let Some((first, last)) = context.plan.years else { return };
    for activity in &context.plan.activities {
        let Some(deadline) = activity.deadline.filter(|deadline| !deadline.is_reversed()) else { continue };
        if deadline.start().year() >= first && deadline.end().year() <= last {
            continue;
        }
        let id = &activity.id;
        findings
            .add(
                &DEADLINE_OUTSIDE_PERIOD,
                activity.place.key("deadline"),
                say!(
                    "the deadline {deadline} of activity `{id}` lies outside the period of the plan",
                    "`{id}` საქმიანობის განხორციელების ვადა {deadline} გეგმის მოქმედების პერიოდს სცდება"
                ),
            )
            .label(say!("the plan runs from {first} to {last}", "გეგმის მოქმედების პერიოდია {first}-{last}"))
            .help(say!("Correct the deadline, or `period` in `plan/plan.yaml`.", "შეასწორეთ ვადა ან `period` ფაილში `plan/plan.yaml`."))
            .about(None, Some(id));
    }
}
