//! The check `evidence-not-a-link`.

use super::cell::{place_in_words, sender};
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Evidence holds an address of a sort that is never linked.
    ///
    /// ## Why
    ///
    /// Addresses such as `javascript:` or `file:` do something on the reader's machine or lead to nobody else's; the report shows them as text.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,evidence
    /// 2.1.3,file:///C:/report.docx
    /// ```
    ///
    /// ## What to do
    ///
    /// Give a web address that begins with https://, or name the document.
    pub(super) static EVIDENCE_NOT_A_LINK = "evidence-not-a-link", Warning, Submissions, run,
    ka: "\
დამადასტურებელ მასალაში ისეთი მისამართია, რომელიც ბმულად არ იქცევა.

## რატომ

`javascript:` ან `file:` მკითხველის კომპიუტერზე რაღაცას აკეთებს ან სხვასთან არ იხსნება; ანგარიშში ის ტექსტად ჩანს.

## მაგალითი

```csv
activity,evidence
2.1.3,file:///C:/report.docx
```

## რა უნდა გააკეთოთ

მიუთითეთ ვებმისამართი, რომელიც https://-ით იწყება, ან დაასახელეთ დოკუმენტი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::EvidenceScheme { found } = &problem.kind else { continue };
        findings
            .add(&EVIDENCE_NOT_A_LINK, problem.place.clone(), say!("\"{found}\" is not a web address and is not linked", "„{found}“ ვებმისამართი არ არის და ბმულად არ იქცევა"))
            .label(place_in_words(context, &problem.place))
            .help(say!("Give a web address that begins with https://, or name the document.", "მიუთითეთ ვებმისამართი, რომელიც https://-ით იწყება, ან დაასახელეთ დოკუმენტი."))
            .about(sender(context, problem.place.source), None);
    }
}
