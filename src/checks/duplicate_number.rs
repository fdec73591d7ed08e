//! The check `duplicate-number`.

use std::collections::HashMap;

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// Two activities have the same printed number.
    ///
    /// ## Why
    ///
    /// An agency that writes this number in its file may mean either activity, so such a row cannot be merged.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "4.2.5-a"
    ///   number: "4.2.5"
    /// - id: "4.2.5-b"
    ///   number: "4.2.5"
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the number. If the plan was adopted like this, add a waiver to the later activity; agencies must then use the ids.
    pub(super) static DUPLICATE_NUMBER = "duplicate-number", Error, Plan, run,
    ka: "\
ორ საქმიანობას ერთი და იგივე ნომერი აქვს.

## რატომ

უწყება, რომელიც ფაილში ამ ნომერს ჩაწერს, შეიძლება ნებისმიერ მათგანს გულისხმობდეს, ამიტომ ასეთი სტრიქონი ვერ გაერთიანდება.

## მაგალითი

```yaml
- id: \"4.2.5-a\"
  number: \"4.2.5\"
- id: \"4.2.5-b\"
  number: \"4.2.5\"
```

## რა უნდა გააკეთოთ

ნომერი შეასწორეთ. თუ გეგმა ასე დამტკიცდა, მომდევნო საქმიანობას დაამატეთ დაშვებული გამონაკლისი; უწყებებმა მაშინ იდენტიფიკატორები უნდა გამოიყენონ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let mut first: HashMap<&str, &crate::model::plan::Activity> = HashMap::new();
    for activity in &context.plan.activities {
        let number = activity.number.as_str();
        let Some(earlier) = first.get(number).filter(|earlier| earlier.id != activity.id) else {
            first.entry(number).or_insert(activity);
            continue;
        };
        let (id, other) = (&activity.id, &earlier.id);
        let key = if activity.number == activity.id { "id" } else { "number" };
        let other_key = if earlier.number == earlier.id { "id" } else { "number" };
        findings
            .add(
                &DUPLICATE_NUMBER,
                activity.place.key(key),
                say!("activities `{other}` and `{id}` have the same number {number}", "`{other}` და `{id}` საქმიანობებს ერთი ნომერი აქვს: {number}"),
            )
            .label(say!("the number is given again here", "ნომერი აქ მეორდება"))
            .other(earlier.place.key(other_key), say!("first here", "პირველად აქ"))
            .help(say!("Correct the number, or accept it with a waiver if the plan was adopted like this.", "ნომერი შეასწორეთ ან, თუ გეგმა ასე დამტკიცდა, დაამატეთ დაშვებული გამონაკლისი."))
            .about(None, Some(id));
    }
}
