//! The check `two-files-of-one-agency`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An agency has two files for one period and nothing says which is the later one.
    ///
    /// ## Why
    ///
    /// One of them would be counted by chance, or both would be counted. None is merged until it is clear.
    ///
    /// ## Example
    ///
    /// ```csv
    /// reports/2020/submissions/moia.csv
    /// reports/2020/submissions/MIA.csv
    /// ```
    ///
    /// ## What to do
    ///
    /// Remove the old file, or put the date of each into its name: `moia-2021-01-15.csv`, `moia-2021-02-20.csv`. The latest one counts.
    pub(super) static TWO_FILES_OF_ONE_AGENCY = "two-files-of-one-agency", Error, Submissions, run,
    ka: "\
უწყებას ერთი პერიოდისთვის ორი ფაილი აქვს და არ ჩანს, რომელია უფრო გვიანდელი.

## რატომ

ერთ-ერთი შემთხვევით ჩაითვლებოდა ან ორივე ჩაითვლებოდა. სანამ ეს არ გაირკვევა, არც ერთი არ გაერთიანდება.

## მაგალითი

```csv
reports/2020/submissions/moia.csv
reports/2020/submissions/MIA.csv
```

## რა უნდა გააკეთოთ

ძველი ფაილი წაშალეთ ან თითოეულის სახელში თარიღი ჩაწერეთ: `moia-2021-01-15.csv`, `moia-2021-02-20.csv`. ითვლება ყველაზე გვიანდელი.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::TwoFilesOfOneAgency { first, agency } = &problem.kind else { continue };
        findings
            .add(&TWO_FILES_OF_ONE_AGENCY, problem.place.clone(), say!("`{agency}` has two files for this period", "უწყებას `{agency}` ამ პერიოდისთვის ორი ფაილი აქვს"))
            .note(say!("the other one is `{first}`; nothing says which is the later one, so neither is merged", "მეორეა `{first}`; არ ჩანს, რომელია უფრო გვიანდელი, ამიტომ არც ერთი არ გაერთიანდება"))
            .help(say!("Remove the old file, or put the date of each into its name: `{agency}-2021-02-20.csv`.", "ძველი ფაილი წაშალეთ ან თითოეულის სახელში თარიღი ჩაწერეთ: `{agency}-2021-02-20.csv`."))
            .about(Some(agency), None);
    }
}
