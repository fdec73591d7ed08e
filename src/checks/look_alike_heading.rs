//! The check `look-alike-heading`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::model::text::without_look_alikes;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A heading has letters of another script that look like Latin ones.
    ///
    /// ## Why
    ///
    /// Such letters come from a keyboard in another layout; nobody can see them. The heading was understood, other programs may not know it.
    ///
    /// ## Example
    ///
    /// ```csv
    /// аctivity,status
    /// 1.1.1,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Nothing need be done. To be safe, type the heading again.
    pub(super) static LOOK_ALIKE_HEADING = "look-alike-heading", Note, Submissions, run,
    ka: "\
სათაურში სხვა დამწერლობის ასოებია, რომლებიც ლათინურს ჰგავს.

## რატომ

ასეთი ასო სხვა განლაგების კლავიატურით იწერება და თვალით არ ჩანს. სათაური გასაგებია, თუმცა სხვა პროგრამამ ის შეიძლება ვერ იცნოს.

## მაგალითი

```csv
аctivity,status
1.1.1,implemented
```

## რა უნდა გააკეთოთ

არაფრის შეცვლა არ არის საჭირო. სიფრთხილისთვის სათაური ხელახლა ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::LookAlikeHeading { heading } = &problem.kind else { continue };
        let meant = excerpt(&without_look_alikes(heading).unwrap_or_default());
        findings
            .add(
                &LOOK_ALIKE_HEADING,
                problem.place.clone(),
                say!("the heading has letters of another script; it was read as \"{meant}\"", "სათაურში სხვა დამწერლობის ასოებია; იგი წაკითხულია, როგორც „{meant}“"),
            )
            .help(say!("Nothing need be done; to be safe, type the heading again.", "არაფრის შეცვლა არ არის საჭირო; სიფრთხილისთვის სათაური ხელახლა ჩაწერეთ."))
            .about(sender(context, problem.place.source), None);
    }
}
