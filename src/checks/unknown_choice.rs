//! The check `unknown-choice`.

use super::{Context, Findings, quoted};
use crate::model::text::nearest;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A word is not one of those that its key takes.
    ///
    /// ## Why
    ///
    /// Some keys take only a few words: the kind of an indicator decides how its values are read, the kind of an agency whether
    /// it can lead. A misspelt word would fall back to a default without a word.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// indicators:
    ///   - id: participants
    ///     kind: cuont
    /// ```
    ///
    /// ## What to do
    ///
    /// Write one of the words that the message lists.
    pub(super) static UNKNOWN_CHOICE = "unknown-choice", Error, Files, run,
    ka: "\
სიტყვა იმათ შორის არ არის, რომლებსაც გასაღები იღებს.

## რატომ

ზოგი გასაღები მხოლოდ რამდენიმე სიტყვას იღებს: ინდიკატორის სახე (`kind`) განსაზღვრავს, როგორ იკითხება მისი მაჩვენებელი, უწყების სახე კი – შეუძლია თუ არა იყოს ძირითადი. შეცდომით დაწერილი სიტყვა შეუმჩნევლად სხვად ჩაითვლებოდა.

## მაგალითი

```yaml
indicators:
  - id: participants
    kind: cuont
```

## რა უნდა გააკეთოთ

ჩაწერეთ ერთ-ერთი იმ სიტყვათაგან, რომლებსაც შეტყობინება ჩამოთვლის.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnknownChoice { key, found, known } = &problem.kind else { continue };
        let known = || known.iter().map(String::as_str);
        let finding = findings.add(
            &UNKNOWN_CHOICE,
            problem.place.clone(),
            say!("`{found}` is not one of the words that `{key}` takes", "`{found}` იმ სიტყვებში არ არის, რომლებსაც `{key}` იღებს"),
        );
        if let Some(meant) = nearest(found, known()) {
            finding.label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"));
        }
        finding.help(say!("Write one of {known}.", "ჩაწერეთ ერთ-ერთი: {known}.", known = quoted(known())));
    }
}
