//! The check `missing-translation`.

use super::{Context, Findings, quoted};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A text is not given in every language of the plan.
    ///
    /// ## Why
    ///
    /// The report in the other language shows the text in the language it has, marked as such.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// languages: [ka, en]
    /// title: {ka: სამოქმედო გეგმა}
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the text in the language that is missing. A text that is the same in every language may be written as one string.
    pub(super) static MISSING_TRANSLATION = "missing-translation", Warning, Plan, run,
    ka: "\
ტექსტი გეგმის ყველა ენაზე არ არის.

## რატომ

მეორე ენის ანგარიშში ტექსტი იმ ენაზე გამოჩნდება, რომელზეც არის, შესაბამისი აღნიშვნით.

## მაგალითი

```yaml
languages: [ka, en]
title: {ka: სამოქმედო გეგმა}
```

## რა უნდა გააკეთოთ

დაამატეთ ტექსტი იმ ენაზე, რომელიც აკლია. თუ ტექსტი ყველა ენაზე ერთნაირია, შეიძლება ერთ სტრიქონად ჩაიწეროს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::MissingTranslation { key, missing } = &problem.kind else { continue };
        let languages = quoted(missing.iter().map(String::as_str));
        let message = if key.is_empty() {
            say!("this text is not given in every language of the plan", "ტექსტი გეგმის ყველა ენაზე არ არის")
        } else {
            say!("`{key}` is not given in every language of the plan", "`{key}` გეგმის ყველა ენაზე არ არის")
        };
        let entries = missing.iter().map(|language| format!("{language}: …")).collect::<Vec<_>>().join(", ");
        findings
            .add(&MISSING_TRANSLATION, problem.place.clone(), message)
            .label(say!("missing: {languages}", "აკლია: {languages}"))
            .help(say!(
                "Add `{entries}`, or write one string if the text is the same in every language.",
                "დაამატეთ `{entries}`; თუ ტექსტი ყველა ენაზე ერთნაირია, ერთ სტრიქონად ჩაწერეთ."
            ));
    }
}
