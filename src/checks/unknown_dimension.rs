//! The check `unknown-dimension`.

use super::{Context, Findings, quoted};
use crate::model::text::nearest;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An indicator is to be broken down by a dimension that the plan does not give.
    ///
    /// ## Why
    ///
    /// Agencies break figures down by columns, and a column is known only through the list `dimensions` of `plan/plan.yaml`.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// indicators:
    ///   - id: victims
    ///     dimensions: [sex, aeg]
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the word, or add the dimension with its values to `plan/plan.yaml`.
    pub(super) static UNKNOWN_DIMENSION = "unknown-dimension", Error, Plan, run,
    ka: "\
ინდიკატორი ისეთი ჭრილით უნდა დაიშალოს, რომელიც გეგმაში არ არის.

## რატომ

უწყებები მაჩვენებლებს სვეტების მიხედვით შლიან, სვეტი კი მხოლოდ `plan/plan.yaml` ფაილის სიით `dimensions` არის ცნობილი.

## მაგალითი

```yaml
indicators:
  - id: victims
    dimensions: [sex, aeg]
```

## რა უნდა გააკეთოთ

სიტყვა შეასწორეთ ან ჭრილი თავისი მნიშვნელობებით ფაილში `plan/plan.yaml` დაამატეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnknownDimension { found, known } = &problem.kind else { continue };
        let known = || known.iter().map(String::as_str);
        let finding = findings.add(
            &UNKNOWN_DIMENSION,
            problem.place.clone(),
            say!("the plan has no dimension `{found}`", "გეგმაში ჭრილი `{found}` არ არის"),
        );
        if let Some(meant) = nearest(found, known()) {
            finding.label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"));
        }
        if known().next().is_some() {
            finding.help(say!(
                "Write one of {known}, or add `{found}` to `dimensions` in `plan/plan.yaml`.",
                "ჩაწერეთ ერთ-ერთი: {known}; ან `{found}` დაამატეთ `plan/plan.yaml` ფაილის სიაში `dimensions`.",
                known = quoted(known()),
            ));
        } else {
            finding.help(say!(
                "Add `{found}` to `dimensions` in `plan/plan.yaml`, with its values.",
                "`{found}` თავისი მნიშვნელობებით დაამატეთ `plan/plan.yaml` ფაილის სიაში `dimensions`."
            ));
        }
    }
}
