//! The check `other-agency`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row speaks for another agency than its file.
    ///
    /// ## Why
    ///
    /// The row is counted for the agency that it names, although another one sends it. That may be an oversight.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status,agency
    /// 1.1.1,implemented,fund
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the cell if it is wrong. A file of several agencies should not be named after one of them.
    pub(super) static OTHER_AGENCY = "other-agency", Warning, Submissions, run,
    ka: "\
სტრიქონში მითითებულია სხვა უწყება და არა ის, რომელსაც ფაილი ეკუთვნის.

## რატომ

სტრიქონი მასში მითითებულ უწყებას ეთვლება, თუმცა მას სხვა უწყება აწვდის. ეს შეიძლება შეცდომა იყოს.

## მაგალითი

```csv
activity,status,agency
1.1.1,implemented,fund
```

## რა უნდა გააკეთოთ

თუ შეცდომაა, უჯრა შეასწორეთ. რამდენიმე უწყების ფაილს ერთი უწყების სახელი არ უნდა ერქვას.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::OtherAgency { found, of_file } = &problem.kind else { continue };
        findings
            .add(
                &OTHER_AGENCY,
                problem.place.clone(),
                say!("the row speaks for `{found}`, but the file is that of `{of_file}`", "სტრიქონში უწყებაა `{found}`, ფაილი კი `{of_file}` უწყებისაა"),
            )
            .note(say!("It is counted for `{found}`.", "იგი `{found}` უწყებას ეთვლება."))
            .help(say!("Correct the cell if it is wrong.", "თუ შეცდომაა, უჯრა შეასწორეთ."))
            .about(Some(of_file), None);
    }
}
