//! The check `value-without-indicator`.

use super::cell::{place_in_words, sender};
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row has a value but no indicator.
    ///
    /// ## Why
    ///
    /// A value belongs to an indicator; without one nobody knows what was counted.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 2.1.3,,24
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the indicator, or move the number into the narrative.
    pub(super) static VALUE_WITHOUT_INDICATOR = "value-without-indicator", Error, Submissions, run,
    ka: "\
სტრიქონში მაჩვენებელია, ინდიკატორი კი არა.

## რატომ

მაჩვენებელი ინდიკატორს ეკუთვნის; მის გარეშე არ ჩანს, რა დაითვალეს.

## მაგალითი

```csv
activity,indicator,value
2.1.3,,24
```

## რა უნდა გააკეთოთ

მიუთითეთ ინდიკატორი ან რიცხვი სვეტში „შესრულების აღწერა“ გადაიტანეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ValueWithoutIndicator = &problem.kind else { continue };
        findings
            .add(&VALUE_WITHOUT_INDICATOR, problem.place.clone(), say!("this value belongs to no indicator", "ეს მაჩვენებელი არც ერთ ინდიკატორს არ ეკუთვნის"))
            .label(place_in_words(context, &problem.place))
            .help(say!("Write the indicator, or move the number to the column \"narrative\".", "მიუთითეთ ინდიკატორი ან რიცხვი სვეტში „შესრულების აღწერა“ გადაიტანეთ."))
            .about(sender(context, problem.place.source), None);
    }
}
