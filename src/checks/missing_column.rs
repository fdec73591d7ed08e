//! The check `missing-column`.

use std::collections::HashMap;

use super::cell::sender;
use super::{Context, Findings};
use crate::model::column;
use crate::place::Place;
use crate::problem::ProblemKind;
use crate::say;
use crate::source::SourceId;

declare_check! {
    /// A file lacks a column that it must have.
    ///
    /// ## Why
    ///
    /// Without the column "activity" no row can be matched with the plan, so no row of the file is merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// number of the measure,status
    /// 1.1.1,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the column with its heading, or correct the heading. A title above the headings must be deleted: headings stand in
    /// the first row.
    pub(super) static MISSING_COLUMN = "missing-column", Error, Submissions, run,
    ka: "\
ფაილს აუცილებელი სვეტი აკლია.

## რატომ

სვეტის „საქმიანობა“ გარეშე ვერც ერთი სტრიქონი ვერ უკავშირდება გეგმას, ამიტომ ფაილის არც ერთი სტრიქონი არ ითვლება.

## მაგალითი

```csv
number of the measure,status
1.1.1,implemented
```

## რა უნდა გააკეთოთ

დაამატეთ სვეტი და მისი სათაური ან სათაური შეასწორეთ. თუ სათაურების ზემოთ ფაილის დასახელება წერია, წაშალეთ: სათაურები პირველ სტრიქონში უნდა იყოს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let mut misspelt: HashMap<(SourceId, &str), (&str, &str, &Place)> = HashMap::new();
    for problem in context.problems {
        if let ProblemKind::UnknownColumn { heading, nearest: Some(nearest), .. } = &problem.kind
            && let Some((meant, _)) = column::find(nearest)
        {
            misspelt.entry((problem.place.source, meant.heading)).or_insert((heading.trim(), nearest, &problem.place));
        }
    }
    for problem in context.problems {
        let ProblemKind::MissingColumn { heading } = problem.kind else { continue };
        let source = problem.place.source;
        let georgian = column::find(heading).and_then(|(column, _)| column.georgian.first().copied()).unwrap_or(heading);
        let message = say!("the file has no column \"{heading}\"", "ფაილს აკლია სვეტი „{georgian}“");
        let finding = match misspelt.get(&(source, heading)) {
            Some((typed, meant, place)) => {
                let finding = findings.add(&MISSING_COLUMN, (*place).clone(), message);
                finding.label(say!("did you mean \"{meant}\"?", "ხომ არ გულისხმობდით სათაურს „{meant}“?")).help(say!(
                    "Write \"{meant}\" in place of \"{typed}\" if that is what you mean.",
                    "თუ ამას გულისხმობდით, სათაური „{typed}“ შეცვალეთ სათაურით „{meant}“.",
                ))
            }
            None => findings
                .add(&MISSING_COLUMN, problem.place.clone(), message)
                .label(say!("the headings", "სათაურები"))
                .help(say!("Add the column \"{heading}\" and fill it in every row.", "დაამატეთ სვეტი „{georgian}“ და ყველა სტრიქონში შეავსეთ."))
                .help(say!(
                    "If a title stands above the headings, delete it: headings must be in the first row.",
                    "თუ სათაურების ზემოთ ფაილის დასახელება წერია, წაშალეთ: სათაურები პირველ სტრიქონში უნდა იყოს.",
                )),
        };
        finding.note(say!("Without it no row can be matched with the plan.", "მის გარეშე სტრიქონები გეგმას ვერ უკავშირდება.")).about(sender(context, source), None);
    }
}
