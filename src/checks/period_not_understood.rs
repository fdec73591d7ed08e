//! The check `period-not-understood`.

use super::{Context, Findings};
use crate::place::Place;
use crate::say;

declare_check! {
    /// It is not known which period a folder of reports/ covers.
    ///
    /// ## Why
    ///
    /// Its files would be in no report.
    ///
    /// ## Example
    ///
    /// ```csv
    /// reports/march-request/submissions/moia.csv
    /// ```
    ///
    /// ## What to do
    ///
    /// Name the folder after its period (2020, 2020-H1, 2019-2020), or add a `report.yaml` with `covers:`.
    pub(super) static PERIOD_NOT_UNDERSTOOD = "period-not-understood", Error, Submissions, run,
    ka: "\
არ ჩანს, რომელ პერიოდს მოიცავს reports/-ის საქაღალდე.

## რატომ

მისი ფაილები არც ერთ ანგარიშში არ მოხვდებოდა.

## მაგალითი

```csv
reports/march-request/submissions/moia.csv
```

## რა უნდა გააკეთოთ

საქაღალდეს პერიოდის სახელი დაარქვით (2020, 2020-H1, 2019-2020) ან დაამატეთ `report.yaml`, რომელშიც `covers:` წერია.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for period in context.periods.iter().filter(|period| period.covers.is_none()) {
        let name = &period.name;
        let folder = format!("reports/{name}/");
        let mut files = context.sources.iter().filter(|(_, source)| source.path.starts_with(&folder)).peekable();
        let Some(place) = files.peek().map(|(id, _)| Place::file(*id)) else { continue };
        if files.any(|(_, source)| source.path[folder.len()..] == *"report.yaml") {
            // What its `covers` lacks was reported there.
            continue;
        }
        findings
            .add(&PERIOD_NOT_UNDERSTOOD, place, say!("it is not known which period `reports/{name}` covers", "არ ჩანს, რომელ პერიოდს მოიცავს `reports/{name}`"))
            .help(say!("Name the folder 2020, 2020-H1 or 2019-2020, or add `covers:` to its `report.yaml`.", "საქაღალდეს დაარქვით 2020, 2020-H1 ან 2019-2020, ან დაამატეთ `covers:` ფაილში `report.yaml`."));
    }
}
