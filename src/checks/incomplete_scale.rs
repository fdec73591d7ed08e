//! The check `incomplete-scale`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// The status scale lacks a status that the program derives by itself.
    ///
    /// ## Why
    ///
    /// Nobody enters that an activity is not due yet, that no status was given or that no report came: the program derives it
    /// and prints the scale's own words for it. A scale without these words leaves such activities without a status.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// scale:
    ///   - {code: implemented, label: implemented, counts: done, sign: "■"}
    ///   - {code: not-implemented, label: not implemented, counts: not, sign: "×"}
    /// ```
    ///
    /// ## What to do
    ///
    /// Add a status with `counts: not-due`, one with `counts: no-status` and one with `counts: no-report`.
    pub(super) static INCOMPLETE_SCALE = "incomplete-scale", Error, Files, run,
    ka: "\
სტატუსების სკალას აკლია სტატუსი, რომელსაც პროგრამა თავად ადგენს.

## რატომ

არავინ წერს, რომ საქმიანობის ვადა ჯერ არ დამდგარა, სტატუსი არ არის მითითებული ან ინფორმაცია არ არის მოწოდებული: ამას პროგრამა ადგენს და სკალის სიტყვებით ბეჭდავს. თუ სკალაში ეს სიტყვები არ არის, ასეთი საქმიანობები სტატუსის გარეშე რჩება.

## მაგალითი

```yaml
scale:
  - {code: implemented, label: სრულად შესრულდა, counts: done, sign: \"■\"}
  - {code: not-implemented, label: არ შესრულდა, counts: not, sign: \"×\"}
```

## რა უნდა გააკეთოთ

დაამატეთ სტატუსები, რომელთაც აქვს `counts: not-due`, `counts: no-status` და `counts: no-report`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ScaleWithout { counts } = problem.kind else { continue };
        let (english, georgian) = match counts {
            "not-due" => ("not yet due", "ვადა ჯერ არ დამდგარა"),
            "no-status" => ("no status given", "სტატუსი არ არის მითითებული"),
            _ => ("no report", "ინფორმაცია არ არის მოწოდებული"),
        };
        findings
            .add(
                &INCOMPLETE_SCALE,
                problem.place.clone(),
                say!("the status scale has no status with `counts: {counts}`", "სტატუსების სკალაში `counts: {counts}` სტატუსი არ არის"),
            )
            .note(say!("The program derives this status by itself: \"{english}\".", "ამ სტატუსს პროგრამა თავად ადგენს: „{georgian}“."))
            .help(say!(
                "Add `{{code: {counts}, label: {english}, counts: {counts}, sign: \"○\"}}`.",
                "დაამატეთ `{{code: {counts}, label: {georgian}, counts: {counts}, sign: \"○\"}}`."
            ));
    }
}
