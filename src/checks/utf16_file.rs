//! The check `utf16-file`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A table is in UTF-16 and was read.
    ///
    /// ## Why
    ///
    /// Excel saves so when the type is "Unicode Text". Nothing was lost; other programs may not read it.
    ///
    /// ## Example
    ///
    /// ```text
    /// The type "Unicode Text (*.txt)" of Excel
    /// ```
    ///
    /// ## What to do
    ///
    /// Nothing need be done. Next time choose "CSV UTF-8".
    pub(super) static UTF16_FILE = "utf16-file", Note, Submissions, run,
    ka: "\
ცხრილის კოდირება UTF-16-ია; იგი წაკითხულია.

## რატომ

Excel ასე ინახავს, როცა ტიპია „Unicode Text“. არაფერი დაკარგულა, თუმცა სხვა პროგრამამ ფაილი შეიძლება ვერ წაიკითხოს.

## მაგალითი

```text
Excel-ის ტიპი „Unicode Text (*.txt)“
```

## რა უნდა გააკეთოთ

არაფრის შეცვლა არ არის საჭირო. შემდეგ ჯერზე აირჩიეთ „CSV UTF-8“.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems.iter().filter(|problem| problem.kind == ProblemKind::ReadAsUtf16) {
        findings
            .add(&UTF16_FILE, problem.place.clone(), say!("the file is in UTF-16; it was read as such", "ფაილის კოდირება UTF-16-ია; იგი შესაბამისად წაიკითხა"))
            .help(say!(
                "Nothing need be done; next time choose the type \"CSV UTF-8\".",
                "არაფრის შეცვლა არ არის საჭირო; შემდეგ ჯერზე აირჩიეთ ტიპი „CSV UTF-8“."
            ))
            .about(sender(context, problem.place.source), None);
    }
}
