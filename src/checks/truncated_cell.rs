//! The check `truncated-cell`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A text is exactly as long as a program keeps it, and may be cut.
    ///
    /// ## Why
    ///
    /// A cell of a workbook holds 32,767 characters, and older programs export no more than 255; what is longer is lost without a word.
    /// A text of 255 characters that ends with a full stop or another mark is taken to be whole.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,[255 characters that break off in the midst of a wo
    /// ```
    ///
    /// ## What to do
    ///
    /// Compare the end of the text with the original and add what is missing. A longer text belongs in a document of its own.
    pub(super) static TRUNCATED_CELL = "truncated-cell", Warning, Submissions, run,
    ka: "\
ტექსტი ზუსტად იმ სიგრძისაა, რომელსაც პროგრამა ინახავს; შესაძლოა, ის ბოლომდე არ არის.

## რატომ

სამუშაო წიგნის უჯრაში 32 767 სიმბოლო ეტევა, ძველი პროგრამები კი 255 სიმბოლოზე მეტს არ ინახავს; დანარჩენი შეუმჩნევლად იკარგება. თუ 255 სიმბოლოიანი ტექსტი წერტილით ან სხვა ნიშნით მთავრდება, ის სრულად ითვლება.

## მაგალითი

```csv
activity,narrative
2.1.3,[255 სიმბოლო, ბოლო სიტყვა შუაში წყდებ
```

## რა უნდა გააკეთოთ

ტექსტის ბოლო პირვანდელ ტექსტს შეადარეთ და ნაკლული ნაწილი დაამატეთ. უფრო გრძელი ტექსტი ცალკე დოკუმენტად შეინახეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::TruncatedCell { length } = problem.kind else { continue };
        let (en, ka) = if length > 9999 { ("32,767", "32\u{a0}767") } else { ("255", "255") };
        let message = say!(
            "the text has exactly {en} characters and may be cut",
            "ტექსტში ზუსტად {ka} სიმბოლოა; შესაძლოა, ის ბოლომდე არ არის",
        );
        findings
            .add(&TRUNCATED_CELL, problem.place.clone(), message)
            .note(say!("Programs that keep no more characters drop the rest.", "პროგრამა, რომელიც მეტ სიმბოლოს არ ინახავს, დანარჩენს კარგავს."))
            .help(say!(
                "Compare the end of the text with the original and add what is missing.",
                "ტექსტის ბოლო პირვანდელ ტექსტს შეადარეთ და ნაკლული ნაწილი დაამატეთ.",
            ))
            .about(sender(context, problem.place.source), None);
    }
}
