//! The check `old-font-text`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A text seems to be Georgian typed for an old font, such as AcadNusx or LitNusx.
    ///
    /// ## Why
    ///
    /// Such a text is stored in Latin letters and only looks Georgian in that font. The report would print the Latin letters.
    /// Nothing is converted without a person who reads it through.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,treningi Catarda 24 TanamSromlisTvis
    /// ```
    ///
    /// ## What to do
    ///
    /// Type the text again with a Georgian keyboard. What it probably says is shown. If it is another language, leave it as it is.
    pub(super) static OLD_FONT_TEXT = "old-font-text", Warning, Submissions, run,
    ka: "\
ტექსტი, სავარაუდოდ, ძველი ქართული შრიფტით (AcadNusx, LitNusx) არის აკრეფილი.

## რატომ

ასეთი ტექსტი ფაილში ლათინური ასოებითაა და ქართულად მხოლოდ ეს შრიფტი აჩვენებს. ანგარიშში ლათინური ასოები დაიბეჭდებოდა. პროგრამა ტექსტს თავად არ ცვლის: ის ადამიანმა უნდა გადაიკითხოს.

## მაგალითი

```csv
activity,narrative
2.1.3,treningi Catarda 24 TanamSromlisTvis
```

## რა უნდა გააკეთოთ

ტექსტი ხელახლა აკრიფეთ ქართული კლავიატურით. ნაჩვენებია, რა წერია სავარაუდოდ. თუ ტექსტი სხვა ენაზეა, უცვლელად დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::OldFontText { found, converted } = &problem.kind else { continue };
        let message = say!(
            "\"{found}\" seems to be typed for an old Georgian font",
            "„{found}“, სავარაუდოდ, ძველი ქართული შრიფტით არის აკრეფილი",
            found = excerpt(found),
        );
        findings
            .add(&OLD_FONT_TEXT, problem.place.clone(), message)
            .label(say!("it probably says \"{meant}\"", "სავარაუდოდ წერია „{meant}“", meant = excerpt(converted)))
            .note(say!(
                "Only a font such as AcadNusx shows it as Georgian; the report would print Latin letters.",
                "ქართულად მას მხოლოდ ისეთი შრიფტი აჩვენებს, როგორიც AcadNusx-ია; ანგარიშში ლათინური ასოები დაიბეჭდება.",
            ))
            .help(say!("Type the text again with a Georgian keyboard.", "ტექსტი ხელახლა აკრიფეთ ქართული კლავიატურით."))
            .about(sender(context, problem.place.source), None);
    }
}
