//! The check `indicator-without-unit`.

use super::{Context, Findings};
use crate::model::indicator::ValueKind;
use crate::say;

declare_check! {
    /// An indicator that counts something has no unit.
    ///
    /// ## Why
    ///
    /// A number without a unit cannot be compared or added up: 24 may be trainings or people.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: participants
    ///   kind: count
    /// ```
    ///
    /// ## What to do
    ///
    /// Add `unit:` in every language of the plan. A percentage and an answer of yes or no need none.
    pub(super) static INDICATOR_WITHOUT_UNIT = "indicator-without-unit", Error, Plan, run,
    ka: "\
რიცხვით ინდიკატორს საზომი ერთეული არ აქვს.

## რატომ

რიცხვი საზომი ერთეულის გარეშე ვერ შედარდება და ვერ შეიკრიბება: 24 შეიძლება ტრენინგიც იყოს და ადამიანიც.

## მაგალითი

```yaml
- id: participants
  kind: count
```

## რა უნდა გააკეთოთ

დაამატეთ `unit:` გეგმის ყველა ენაზე. პროცენტს და კი/არა პასუხს ის არ სჭირდება.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for activity in &context.plan.activities {
        let counted = activity.indicators.iter().filter(|indicator| matches!(indicator.kind, ValueKind::Count | ValueKind::Amount));
        for indicator in counted.filter(|indicator| indicator.unit.is_empty()) {
            let (id, name, kind) = (&activity.id, &indicator.id, indicator.kind.name());
            findings
                .add(
                    &INDICATOR_WITHOUT_UNIT,
                    indicator.place.key("id"),
                    say!("indicator `{name}` of activity `{id}` has no unit", "`{id}` საქმიანობის ინდიკატორს `{name}` საზომი ერთეული არ აქვს"),
                )
                .label(say!("its kind is `{kind}`", "მისი სახეა `{kind}`"))
                .help(say!("Add `unit:` to say what is counted.", "დაამატეთ `unit:` და მიუთითეთ, რა ითვლება."))
                .about(None, Some(id));
        }
    }
}
