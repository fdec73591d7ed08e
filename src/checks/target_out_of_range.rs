//! The check `target-out-of-range`.

use std::cmp::Ordering;

use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::indicator::{Indicator, Number, Target, ValueKind};
use crate::say;

declare_check! {
    /// A target cannot be reached as it is written.
    ///
    /// ## Why
    ///
    /// A least value above the most, a negative count, more than 100 percent, a year outside the plan or a target for a text would print a wrong judgement in the report.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// targets: {2020: 40..24}
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the target or its year.
    pub(super) static TARGET_OUT_OF_RANGE = "target-out-of-range", Error, Plan, run,
    ka: "\
სამიზნე მაჩვენებელი ასე მიუღწეველია.

## რატომ

ზედა ზღვარზე დიდი ქვედა ზღვარი, უარყოფითი რაოდენობა, 100%-ზე მეტი, გეგმის გარეთ მდებარე წელი ან ტექსტის სამიზნე ანგარიშში მცდარ შეფასებას მოგვცემდა.

## მაგალითი

```yaml
targets: {2020: 40..24}
```

## რა უნდა გააკეთოთ

შეასწორეთ სამიზნე მაჩვენებელი ან წელი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for activity in &context.plan.activities {
        for indicator in &activity.indicators {
            for (year, target) in &indicator.targets {
                let Some(fault) = fault(context, indicator, *year, target) else { continue };
                let (id, name) = (&activity.id, &indicator.id);
                findings
                    .add(
                        &TARGET_OUT_OF_RANGE,
                        indicator.place.key("targets").key(year.to_string()),
                        say!("the target of indicator `{name}` of activity `{id}` cannot be reached", "`{id}` საქმიანობის ინდიკატორის `{name}` სამიზნე მიუღწეველია"),
                    )
                    .label(fault)
                    .help(say!("Correct the target or its year.", "შეასწორეთ სამიზნე მაჩვენებელი ან წელი."))
                    .about(None, Some(id));
            }
        }
    }
}

fn fault(context: &Context<'_>, indicator: &Indicator, year: i32, target: &Target) -> Option<Wording> {
    let numbers = [Some(target.min), target.max];
    let beyond = |limit: i64, order: Ordering| numbers.into_iter().flatten().any(|number| number.compare(Number::whole(limit)) == order);
    let kind = indicator.kind.name();
    if !indicator.kind.is_number() {
        return Some(say!("an indicator of kind `{kind}` has no number to reach", "`{kind}` სახის ინდიკატორს რიცხვითი სამიზნე არ აქვს"));
    }
    if let Some((first, last)) = context.plan.years.filter(|(first, last)| year < *first || year > *last) {
        return Some(say!("the plan runs from {first} to {last}", "გეგმის პერიოდია {first}-{last}"));
    }
    if let Some(max) = target.max.filter(|max| max.compare(target.min) == Ordering::Less) {
        let min = target.min;
        return Some(say!("{max} is less than {min}", "{max} ნაკლებია {min}-ზე"));
    }
    if indicator.kind != ValueKind::Amount && beyond(0, Ordering::Less) {
        return Some(say!("it cannot be less than zero", "ნულზე ნაკლები ვერ იქნება"));
    }
    (indicator.kind == ValueKind::Percent && beyond(100, Ordering::Greater)).then(|| say!("it cannot be more than 100 percent", "100%-ზე მეტი ვერ იქნება"))
}
