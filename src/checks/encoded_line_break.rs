//! The check `encoded-line-break`.

use super::cell::sender;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A text holds the code of a line break that a workbook left in it.
    ///
    /// ## Why
    ///
    /// A workbook writes the end of a line as `_x000D_`, and some programs hand this on as text. It is read as a line break and never printed.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,First line_x000D_second line
    /// ```
    ///
    /// ## What to do
    ///
    /// Nothing. If the lines should not be divided there, delete the code.
    pub(super) static ENCODED_LINE_BREAK = "encoded-line-break", Note, Submissions, run,
    ka: "\
ტექსტში სამუშაო წიგნიდან სტრიქონის გადატანის კოდია შემორჩენილი.

## რატომ

სამუშაო წიგნში სტრიქონის გადატანა `_x000D_` სახით იწერება და ზოგი პროგრამა მას ტექსტად გადმოსცემს. ის სტრიქონის გადატანად იკითხება და ანგარიშში არ იბეჭდება.

## მაგალითი

```csv
activity,narrative
2.1.3,პირველი სტრიქონი_x000D_მეორე სტრიქონი
```

## რა უნდა გააკეთოთ

არაფერი. თუ ტექსტი იქ არ უნდა გაიყოს, კოდი წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::EncodedLineBreak { count } = problem.kind else { continue };
        let message = match count {
            1 => say!("the text holds the code of a line break, such as `_x000D_`", "ტექსტში სტრიქონის გადატანის კოდია, როგორიცაა `_x000D_`"),
            _ => say!(
                "the text holds {count} codes of line breaks, such as `_x000D_`",
                "ტექსტში სტრიქონის გადატანის {count} კოდია, როგორიცაა `_x000D_`",
            ),
        };
        findings
            .add(&ENCODED_LINE_BREAK, problem.place.clone(), message)
            .note(say!("It comes from a workbook and is read as a line break.", "ის სამუშაო წიგნიდან მოდის და სტრიქონის გადატანად იკითხება."))
            .about(sender(context, problem.place.source), None);
    }
}
