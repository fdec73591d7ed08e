//! The check `file-of-nobody`.

use super::cell::file_name;
use super::{Context, Findings, quoted};
use crate::model::text::nearest;
use crate::place::At;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A file does not say which agency sends it.
    ///
    /// ## Why
    ///
    /// Rows without an agency belong to nobody: they are neither counted for it nor held against the activities it answers
    /// for.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 1.1.1,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Name the file after the agency, for example `moia.csv`, or add a column `agency`; then fill it in every row.
    pub(super) static FILE_OF_NOBODY = "file-of-nobody", Error, Submissions, run,
    ka: "\
ფაილიდან არ ჩანს, რომელი უწყება აწვდის ინფორმაციას.

## რატომ

სტრიქონი, რომელსაც უწყება არ აქვს, არავისია: იგი ვერ შედარდება იმ საქმიანობებს, რომლებზეც უწყება პასუხს აგებს.

## მაგალითი

```csv
activity,status
1.1.1,implemented
```

## რა უნდა გააკეთოთ

ფაილს უწყების სახელი დაარქვით, მაგალითად `moia.csv`, ან დაამატეთ სვეტი `agency` და ყველა სტრიქონში შეავსეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let ids = || context.plan.agencies.iter().map(|agency| agency.id.as_str());
    for problem in context.problems.iter().filter(|problem| problem.kind == ProblemKind::FileOfNobody) {
        let place = &problem.place;
        if place.at != At::File {
            findings
                .add(&FILE_OF_NOBODY, place.clone(), say!("the row does not say which agency sends it", "სტრიქონიდან არ ჩანს, რომელი უწყება აწვდის ინფორმაციას"))
                .label(say!("the cell is empty", "უჯრა ცარიელია"))
                .help(say!("Write the agency in this cell.", "ამ უჯრაში ჩაწერეთ უწყება."));
            continue;
        }
        let name = file_name(context, place.source);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let finding = findings.add(
            &FILE_OF_NOBODY,
            place.clone(),
            say!("the file name `{name}` is not the name of an agency", "ფაილის სახელი `{name}` უწყების სახელი არ არის"),
        );
        match nearest(stem, ids()) {
            Some(meant) => finding.help(say!("Name the file `{meant}.csv` if that is the agency.", "თუ ეს უწყება იგულისხმება, ფაილს დაარქვით `{meant}.csv`.")),
            None => finding.help(say!(
                "Name the file after its agency, one of {ids}, or add a column \"agency\".",
                "ფაილს დაარქვით უწყების სახელი ({ids}) ან დაამატეთ სვეტი „უწყება“.",
                ids = quoted(ids()),
            )),
        };
    }
}
