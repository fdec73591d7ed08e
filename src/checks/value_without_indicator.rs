//! The check `value-without-indicator`.

use super::cell::sender;
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
        let (message, help) = match &problem.kind {
            ProblemKind::ValueWithoutIndicator => (
                say!("this value belongs to no indicator", "ეს მაჩვენებელი არც ერთ ინდიკატორს არ ეკუთვნის"),
                say!(
                    "Write the indicator, or move the number to the column \"narrative\".",
                    "მიუთითეთ ინდიკატორი ან რიცხვი სვეტში „შესრულების აღწერა“ გადაიტანეთ."
                ),
            ),
            ProblemKind::ValuesWithoutIndicators => (
                say!("the values of this column belong to no indicator", "ამ სვეტის მაჩვენებლები არც ერთ ინდიკატორს არ ეკუთვნის"),
                say!("Add the column \"indicator\" or correct its heading.", "დაამატეთ სვეტი „ინდიკატორი“ ან მისი სათაური შეასწორეთ."),
            ),
            _ => continue,
        };
        let finding = findings.add(&VALUE_WITHOUT_INDICATOR, problem.place.clone(), message);
        finding.help(help).about(sender(context, problem.place.source), None);
    }
}
