//! The check `activity-not-of-agency`.

use super::cell::place_in_words;
use super::{Context, Findings, quoted};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An agency reports on an activity in which the plan gives it no part.
    ///
    /// ## Why
    ///
    /// The number may be a slip. If not, the secretariat decides whether the row enters the report; until then it is not merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// reports/2020/submissions/gpo.csv
    /// activity,narrative
    /// 3.2.3,Twelve children were supported.
    /// ```
    ///
    /// ## What to do
    ///
    /// The agency checks the number. The secretariat may accept the row by a waiver in `report.yaml` that names the agency and the activity; it is then shown, and its status does not count.
    pub(super) static ACTIVITY_NOT_OF_AGENCY = "activity-not-of-agency", Error, Submissions, run,
    ka: "\
უწყება წარმოადგენს ინფორმაციას საქმიანობაზე, რომელშიც გეგმის მიხედვით არ მონაწილეობს.

## რატომ

შეიძლება ნომერში შეცდომაა. თუ არა, სამდივნო წყვეტს, აისახოს თუ არა სტრიქონი ანგარიშში; მანამდე ის არ გაერთიანდება.

## მაგალითი

```csv
reports/2020/submissions/gpo.csv
activity,narrative
3.2.3,Twelve children were supported.
```

## რა უნდა გააკეთოთ

უწყებამ ნომერი შეამოწმოს. სამდივნოს შეუძლია სტრიქონი დაშვებული გამონაკლისით მიიღოს: `report.yaml` ფაილში უწყებისა და საქმიანობის მითითებით; სტრიქონი მაშინ ჩანს, მისი სტატუსი კი არ ითვლება.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ActivityNotOfAgency { agency, activity, leads } = &problem.kind else { continue };
        let leads = quoted(leads.iter().map(String::as_str));
        findings
            .add(&ACTIVITY_NOT_OF_AGENCY, problem.place.clone(), say!("`{agency}` has no part in activity {activity}", "`{agency}` {activity} საქმიანობაში არ მონაწილეობს"))
            .label(place_in_words(context, &problem.place))
            .note(say!("lead agency: {leads}", "ძირითადი უწყება: {leads}"))
            .help(say!("Check the number; if it is right, ask the secretariat.", "ნომერი შეამოწმეთ; თუ სწორია, მიმართეთ სამდივნოს."))
            .about(Some(agency), Some(activity));
    }
}
