//! The check `unknown-column`.

use std::collections::HashSet;

use super::cell::sender;
use super::{Context, Findings};
use crate::model::column;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A column has a heading that the program does not know.
    ///
    /// ## Why
    ///
    /// Its cells are not read, so what the agency wrote there would be missing from the report.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,statuss
    /// 1.1.1,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct the heading, or delete the column.
    pub(super) static UNKNOWN_COLUMN = "unknown-column", Warning, Submissions, run,
    ka: "\
სვეტის სათაური უცნობია.

## რატომ

მისი უჯრები არ იკითხება და უწყების მიერ ჩაწერილი ინფორმაცია ანგარიშში არ აისახება.

## მაგალითი

```csv
activity,statuss
1.1.1,implemented
```

## რა უნდა გააკეთოთ

სათაური შეასწორეთ ან სვეტი წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let missing: HashSet<_> = context
        .problems
        .iter()
        .filter_map(|problem| match problem.kind {
            ProblemKind::MissingColumn { heading } => Some((problem.place.source, heading)),
            _ => None,
        })
        .collect();
    for problem in context.problems {
        let ProblemKind::UnknownColumn { heading, nearest, cells } = &problem.kind else { continue };
        let place = &problem.place;
        let meant = nearest.as_deref().and_then(column::find).map(|(column, _)| column.heading);
        if meant.is_some_and(|meant| missing.contains(&(place.source, meant))) {
            // The check `missing-column` points here.
            continue;
        }
        let heading = heading.trim();
        let message = match cells {
            0 => say!("the column \"{heading}\" is not known", "სვეტი „{heading}“ უცნობია"),
            1 => say!("the column \"{heading}\" is not known; its 1 cell will not be in the report", "სვეტი „{heading}“ უცნობია, მისი 1 უჯრა ანგარიშში არ აისახება"),
            _ => say!(
                "the column \"{heading}\" is not known; its {cells} cells will not be in the report",
                "სვეტი „{heading}“ უცნობია, მისი {cells} უჯრა ანგარიშში არ აისახება",
            ),
        };
        let fact = match nearest {
            Some(nearest) => say!("the nearest heading is \"{nearest}\"", "უახლოესი სათაურია „{nearest}“"),
            None => say!("no heading is like it", "მსგავსი სათაური არ არის"),
        };
        findings
            .add(&UNKNOWN_COLUMN, place.clone(), message)
            .label(fact)
            .help(say!("Correct the heading, or delete the column.", "სათაური შეასწორეთ ან სვეტი წაშალეთ."))
            .about(sender(context, place.source), None);
    }
}
