//! The check `duplicate-key`.

use super::{Context, Findings};
use crate::place::At;
use crate::problem::ProblemKind;
use crate::say;
use crate::source::position;

declare_check! {
    /// A key is given twice in one map of a YAML file.
    ///
    /// ## Why
    ///
    /// Only one of the two values could count, and which one would be chance: with two `lead`, one of the agencies would
    /// vanish without a word.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.1"
    ///   lead: [moia]
    ///   title: Training of staff
    ///   lead: [fund]
    /// ```
    ///
    /// ## What to do
    ///
    /// Keep one of them. Several agencies stand in one list: `lead: [moia, fund]`.
    pub(super) static DUPLICATE_KEY = "duplicate-key", Error, Files, run,
    ka: "\
YAML-ფაილში ერთი და იგივე გასაღები ორჯერ წერია.

## რატომ

ორი მნიშვნელობიდან მხოლოდ ერთი ჩაითვლებოდა, და რომელი – შემთხვევითი იქნებოდა: თუ `lead` ორჯერ წერია, ერთ-ერთი უწყება შეუმჩნევლად დაიკარგებოდა.

## მაგალითი

```yaml
- id: \"2.1.1\"
  lead: [moia]
  title: თანამშრომელთა გადამზადება
  lead: [fund]
```

## რა უნდა გააკეთოთ

დატოვეთ ერთი. რამდენიმე უწყება ერთ სიაში იწერება: `lead: [moia, fund]`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::DuplicateKey { key, first } = &problem.kind else { continue };
        let source = context.sources.get(first.source);
        let At::Bytes(bytes) = &first.at else { continue };
        let line = position(&source.text, &source.line_starts(), bytes.start).line;
        findings
            .add(
                &DUPLICATE_KEY,
                problem.place.clone(),
                say!("the key `{key}` is given twice, first in line {line}", "გასაღები `{key}` ორჯერ წერია, პირველად – სტრიქონში {line}"),
            )
            .label(say!("given again", "ხელახლა წერია"))
            .other(first.clone(), say!("first given here", "პირველად აქ წერია"))
            .help(say!("Keep one of them.", "დატოვეთ ერთი."));
    }
}
