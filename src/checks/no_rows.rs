//! The check `no-rows`.

use super::{Context, Findings};
use crate::diagnostic::Diagnostic;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An agency's file has a heading row and nothing below it.
    ///
    /// ## Why
    ///
    /// Such a file says neither what was done nor that there is nothing to report. The agency counts as having sent a file,
    /// and every activity it leads as not reported.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status,narrative
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the rows. If there is nothing to report, say so in a row for each activity, with the reason.
    pub(super) static NO_ROWS = "no-rows", Warning, Files, run,
    ka: "\
უწყების ფაილში სათაურის სტრიქონის ქვემოთ არაფერია.

## რატომ

ასეთი ფაილი არც იმას ამბობს, რა გაკეთდა, და არც იმას, რომ მოსაწოდებელი არაფერია. ფაილი მოწოდებულად ითვლება, ხოლო საქმიანობებზე, რომლებშიც უწყება ძირითადია, ინფორმაცია არ არის.

## მაგალითი

```csv
საქმიანობა,სტატუსი,შესრულების აღწერა
```

## რა უნდა გააკეთოთ

დაამატეთ სტრიქონები. თუ მოსაწოდებელი არაფერია, ეს თითოეული საქმიანობის სტრიქონში მიზეზთან ერთად მიუთითეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::NoRows = problem.kind else { continue };
        let finding = findings.add(
            &NO_ROWS,
            problem.place.clone(),
            say!("the file has no rows below its heading row", "ფაილში სათაურის სტრიქონის ქვემოთ სტრიქონი არ არის"),
        );
        finding.help(say!(
            "Add a row for each activity; if there is nothing to report, say so there, with the reason.",
            "თითოეული საქმიანობისთვის დაამატეთ სტრიქონი; თუ მოსაწოდებელი არაფერია, ეს იქვე მიზეზთან ერთად მიუთითეთ."
        ));
        of_sender(context, problem.place.source, finding);
    }
}

/// Says which agency sent the file, for waivers.
fn of_sender(context: &Context<'_>, source: crate::source::SourceId, finding: &mut Diagnostic) {
    let mut files = context.periods.iter().flat_map(|period| &period.submissions);
    let sender = files.find(|file| file.source == source).and_then(|file| file.agency);
    finding.about(sender.map(|sender| context.plan.agency(sender).id.as_str()), None);
}
