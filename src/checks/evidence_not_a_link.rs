//! The check `evidence-not-a-link`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::diagnostic::Level;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Evidence holds an address of a sort that is never linked, or words that lead to no document.
    ///
    /// ## Why
    ///
    /// Addresses such as `javascript:` or `file:` do something on the reader's machine or lead to nobody else's; the report shows them as text.
    /// Words without an address, a number or a date, such as "minutes", cannot be looked up by anyone.
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
    /// Give a web address that begins with https://, or name the document with its number and date.
    pub(super) static EVIDENCE_NOT_A_LINK = "evidence-not-a-link", Warning, Submissions, run,
    ka: "\
დამადასტურებელ მასალაში ისეთი მისამართია, რომელიც ბმულად არ იქცევა, ან სიტყვები, რომლებითაც დოკუმენტი ვერ მოიძებნება.

## რატომ

`javascript:` ან `file:` მკითხველის კომპიუტერზე რაღაცას აკეთებს ან სხვასთან არ იხსნება; ანგარიშში ის ტექსტად ჩანს. სიტყვებით, რომლებსაც არც მისამართი ახლავს, არც ნომერი და არც თარიღი (მაგალითად, „ოქმი“), დოკუმენტს ვერავინ იპოვის.

## მაგალითი

```csv
activity,evidence
2.1.3,file:///C:/report.docx
```

## რა უნდა გააკეთოთ

მიუთითეთ ვებმისამართი, რომელიც https://-ით იწყება, ან დაასახელეთ დოკუმენტი, მისი ნომერი და თარიღი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let (message, help, level) = match &problem.kind {
            ProblemKind::EvidenceScheme { found } => (
                say!("\"{found}\" is not a web address and is not linked", "„{found}“ ვებმისამართი არ არის და ბმულად არ იქცევა", found = excerpt(found)),
                say!(
                    "Give a web address that begins with https://, or name the document.",
                    "მიუთითეთ ვებმისამართი, რომელიც https://-ით იწყება, ან დაასახელეთ დოკუმენტი."
                ),
                Level::Warning,
            ),
            ProblemKind::EvidenceWithoutNumber { found } => (
                say!(
                    "\"{found}\" is neither a web address nor a document with its number or date",
                    "„{found}“ არც ვებმისამართია და არც დოკუმენტი, რომელსაც ნომერი ან თარიღი ახლავს",
                    found = excerpt(found),
                ),
                say!(
                    "Give the web address, or the document's name, number and date.",
                    "მიუთითეთ ვებმისამართი ან დოკუმენტის სახელწოდება, ნომერი და თარიღი."
                ),
                Level::Note,
            ),
            _ => continue,
        };
        let finding = findings.add(&EVIDENCE_NOT_A_LINK, problem.place.clone(), message);
        finding.level(level).help(help).about(sender(context, problem.place.source), None);
    }
}
