//! The check `unknown-key`.

use super::{Context, Findings, quoted};
use crate::model::text::nearest;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A YAML file has a key that the program does not know.
    ///
    /// ## Why
    ///
    /// A misspelt key would be ignored: with `suport` in place of `support`, an activity would lose its supporting agencies
    /// without a word.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.3"
    ///   suport: [moia]
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the key, or remove it. The message names the nearest known key, or lists all of them.
    pub(super) static UNKNOWN_KEY = "unknown-key", Error, Files, run,
    ka: "\
YAML-ფაილში უცნობი გასაღებია.

## რატომ

შეცდომით დაწერილი გასაღები უყურადღებოდ დარჩებოდა: თუ `support`-ის ნაცვლად `suport` წერია, საქმიანობა დამხმარე უწყებებს შეუმჩნევლად დაკარგავდა.

## მაგალითი

```yaml
- id: \"2.1.3\"
  suport: [moia]
```

## რა უნდა გააკეთოთ

გასაღები შეასწორეთ ან წაშალეთ. შეტყობინება უახლოეს ცნობილ გასაღებს ან მათ სრულ სიას მიუთითებს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnknownKey { key, known } = &problem.kind else { continue };
        let finding = findings.add(&UNKNOWN_KEY, problem.place.clone(), say!("the key `{key}` is not known here", "გასაღები `{key}` აქ უცნობია"));
        match nearest(key, known.iter().copied()) {
            Some(meant) => finding
                .label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"))
                .help(say!("Write `{meant}` if that is what you mean.", "თუ ამას გულისხმობდით, ჩაწერეთ `{meant}`.")),
            None => finding.help(say!(
                "Remove it; the keys known here are {known}.",
                "წაშალეთ; აქ ცნობილი გასაღებებია: {known}.",
                known = quoted(known.iter().copied()),
            )),
        };
    }
}
