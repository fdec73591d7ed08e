//! The check `formula-in-cell`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A text begins as a formula does and would run when the file is opened in a spreadsheet.
    ///
    /// ## Why
    ///
    /// The sheet would show a result, an error or something from elsewhere instead of the text; such a cell can also carry an attack.
    /// In the report it stands as text. Plain numbers, telephone numbers and items of a list (`- text`) are no formulas.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 2.1.3,"=HYPERLINK(""https://example.org"",""open"")"
    /// ```
    ///
    /// ## What to do
    ///
    /// Begin a text with a letter. Where a result is meant, type the result itself.
    pub(super) static FORMULA_IN_CELL = "formula-in-cell", Warning, Submissions, run,
    ka: "\
ტექსტი ფორმულის მსგავსად იწყება და ფაილის გახსნისას ცხრილის პროგრამა მას ფორმულად შეასრულებს.

## რატომ

ცხრილში ტექსტის ნაცვლად გამოჩნდება შედეგი, შეცდომა ან სხვაგან არსებული მონაცემი; ასეთი უჯრა შეტევისთვისაც გამოიყენება. ანგარიშში ის ტექსტად იბეჭდება. რიცხვი, ტელეფონის ნომერი და სიის პუნქტი (`- ტექსტი`) ფორმულა არ არის.

## მაგალითი

```csv
activity,narrative
2.1.3,\"=HYPERLINK(\"\"https://example.org\"\",\"\"open\"\")\"
```

## რა უნდა გააკეთოთ

ტექსტი ასოთი დაიწყეთ. თუ შედეგი უნდა ეწეროს, თავად შედეგი ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::FormulaInCell { found } = &problem.kind else { continue };
        let message =
            say!("\"{found}\" would run as a formula in a spreadsheet", "„{found}“ ცხრილის პროგრამაში ფორმულად შესრულდება", found = excerpt(found));
        findings
            .add(&FORMULA_IN_CELL, problem.place.clone(), message)
            .note(say!("The report shows it as text; nothing is calculated.", "ანგარიშში ის ტექსტად აისახება; არაფერი გამოითვლება."))
            .help(say!(
                "Begin a text with a letter; where a result is meant, type the result.",
                "ტექსტი ასოთი დაიწყეთ; თუ შედეგი უნდა ეწეროს, თავად შედეგი ჩაწერეთ.",
            ))
            .about(sender(context, problem.place.source), None);
    }
}
