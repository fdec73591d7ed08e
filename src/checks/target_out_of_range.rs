//! The check `target-out-of-range`.

use std::cmp::Ordering;

use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::indicator::{Indicator, Number, Target, ValueKind};
use crate::say;

declare_check! {
    /// An indicator has a target that it cannot have.
    ///
    /// ## Why
    ///
    /// With a least value above the most, less than zero, more than 100 percent, a year outside the plan or a target for a text the
    /// report would judge wrongly whether the target was reached.
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
ინდიკატორს ასეთი სამიზნე ვერ ექნება.

## რატომ

თუ ქვედა ზღვარი ზედას აღემატება, რიცხვი ნულზე ნაკლები ან 100%-ზე მეტია, წელი გეგმის პერიოდს სცდება ან სამიზნე ტექსტს აქვს, ანგარიში სამიზნის მიღწევას მცდარად შეაფასებდა.

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
                let Some((fault, help)) = fault(context, indicator, *year, target) else { continue };
                let (id, name) = (&activity.id, &indicator.id);
                findings
                    .add(
                        &TARGET_OUT_OF_RANGE,
                        indicator.place.key("targets").key(year.to_string()),
                        say!(
                            "indicator `{name}` of activity `{id}` cannot have this target for {year}",
                            "`{id}` საქმიანობის ინდიკატორს `{name}` {year} წლისთვის ასეთი სამიზნე ვერ ექნება"
                        ),
                    )
                    .label(fault)
                    .help(help)
                    .about(None, Some(id));
            }
        }
    }
}

/// What is wrong with a target, and what to do.
fn fault(context: &Context<'_>, indicator: &Indicator, year: i32, target: &Target) -> Option<(Wording, Wording)> {
    let correct = || say!("Correct the target.", "შეასწორეთ სამიზნე მაჩვენებელი.");
    let beyond = |limit: i64, order: Ordering| [Some(target.min), target.max].into_iter().flatten().find(|it| it.compare(Number::whole(limit)) == order);
    let kind = indicator.kind.name();
    if !indicator.kind.is_number() {
        let fault = say!("an indicator of kind `{kind}` has no number to reach", "`{kind}` სახის ინდიკატორს რიცხვითი სამიზნე არ აქვს");
        return Some((fault, say!("Remove `targets`, or correct `kind`.", "წაშალეთ `targets` ან შეასწორეთ `kind`.")));
    }
    if let Some((first, last)) = context.plan.years.filter(|(first, last)| year < *first || year > *last) {
        let fault = say!("the plan runs from {first} to {last}", "გეგმის მოქმედების პერიოდია {first}-{last}");
        return Some((fault, say!("Correct the year, or `period` in `plan/plan.yaml`.", "შეასწორეთ წელი ან `period` ფაილში `plan/plan.yaml`.")));
    }
    if let Some(max) = target.max.filter(|max| max.compare(target.min) == Ordering::Less) {
        let fault = say!("the most, {max}, is less than the least, {min}", "ზედა ზღვარი {max} ქვედა ზღვარზე ({min}) ნაკლებია", min = target.min);
        let help = say!("Write `{max}..{min}` if that is what is meant.", "თუ ეს იგულისხმება, ჩაწერეთ `{max}..{min}`.", min = target.min);
        return Some((fault, help));
    }
    if let Some(number) = beyond(0, Ordering::Less) {
        return Some((say!("{number} is less than zero", "{number} ნულზე ნაკლებია"), correct()));
    }
    let number = beyond(100, Ordering::Greater).filter(|_| indicator.kind == ValueKind::Percent)?;
    Some((say!("{number} is more than 100 percent", "{number} 100%-ზე მეტია"), correct()))
}
