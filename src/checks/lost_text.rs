//! The check `lost-text`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::{LostText, ProblemKind};
use crate::say;

declare_check! {
    /// The Georgian text of a cell was lost before the file was sent.
    ///
    /// ## Why
    ///
    /// A code page without Georgian turns each letter into a question mark or a low line when a file is saved, and bytes that a program
    /// cannot read become �. What stood there cannot be won back from the file, so the row is not merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,?????????? 24 ???????????? ?????
    /// ```
    ///
    /// ## What to do
    ///
    /// Restore the text from the original file and save as "CSV UTF-8".
    pub(super) static LOST_TEXT = "lost-text", Error, Submissions, run,
    ka: "\
უჯრის ქართული ტექსტი ფაილის გამოგზავნამდე დაიკარგა.

## რატომ

თუ ფაილი ქართულის გარეშე კოდირებით ინახება, ყოველი ასო კითხვის ნიშნად ან ქვედა ხაზად იქცევა; იმის ნაცვლად, რასაც პროგრამა ვერ კითხულობს, � იწერება. დაკარგული ტექსტი ამ ფაილიდან ვერ აღდგება, ამიტომ სტრიქონი არ გაერთიანდება.

## მაგალითი

```csv
activity,narrative
2.1.3,?????????? 24 ???????????? ?????
```

## რა უნდა გააკეთოთ

ტექსტი პირვანდელი ფაილიდან აღადგინეთ და შეინახეთ ტიპით „CSV UTF-8“.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::LostText { left } = problem.kind else { continue };
        let message = match left {
            LostText::QuestionMarks => say!(
                "the Georgian text is lost: question marks stand in the place of its letters",
                "ქართული ტექსტი დაკარგულია: ასოების ნაცვლად კითხვის ნიშნებია",
            ),
            LostText::LowLines => {
                say!("the Georgian text is lost: low lines stand in the place of its letters", "ქართული ტექსტი დაკარგულია: ასოების ნაცვლად ქვედა ხაზებია")
            }
            LostText::Replacement => {
                say!("some letters are lost: the sign � stands in their place", "ასოების ნაწილი დაკარგულია: მათ ნაცვლად ნიშანი � წერია")
            }
        };
        findings
            .add(&LOST_TEXT, problem.place.clone(), message)
            .help(say!(
                "Restore the text from the original file and save as \"CSV UTF-8\".",
                "ტექსტი პირვანდელი ფაილიდან აღადგინეთ და შეინახეთ ტიპით „CSV UTF-8“.",
            ))
            .about(sender(context, problem.place.source), None);
    }
}
