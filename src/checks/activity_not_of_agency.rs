//! The check `activity-not-of-agency`.

use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::text::Language;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An agency reports on an activity in which the plan gives it no part.
    ///
    /// ## Why
    ///
    /// A wrong number would credit one agency with the work of another; so the row is not merged unless the secretariat
    /// accepts it.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 3.1.1,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Check the number. If it is right, the secretariat can accept the row by a waiver in `report.yaml`; it is then shown,
    /// but its status does not count.
    pub(super) static ACTIVITY_NOT_OF_AGENCY = "activity-not-of-agency", Error, Submissions, run,
    ka: "\
უწყება ინფორმაციას აწვდის საქმიანობაზე, რომელშიც გეგმის მიხედვით არ მონაწილეობს.

## რატომ

შეცდომით ჩაწერილი ნომრით ერთი უწყების სამუშაო მეორეს მიეწერებოდა; ამიტომ სტრიქონი არ ითვლება, თუ სამდივნომ არ დაუშვა.

## მაგალითი

```csv
activity,status
3.1.1,implemented
```

## რა უნდა გააკეთოთ

ნომერი შეამოწმეთ. თუ სწორია, სამდივნოს შეუძლია `report.yaml` ფაილში დაშვებული გამონაკლისი ჩაწეროს; სტრიქონი მაშინ გამოჩნდება, მაგრამ მისი სტატუსი არ ჩაითვლება.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ActivityNotOfAgency { agency, activity, leads } = &problem.kind else { continue };
        let place = &problem.place;
        let message = Wording {
            en: format!("{} has no part in activity {activity}", short_name(context, agency, Language::EN)),
            ka: format!("{activity} საქმიანობაში არ მონაწილეობს უწყება: {}", short_name(context, agency, Language::KA)),
        };
        let names = |language| leads.iter().map(|lead| short_name(context, lead, language)).collect::<Vec<_>>().join(", ");
        let lead = Wording { en: format!("{}: {}", if leads.len() == 1 { "lead agency" } else { "lead agencies" }, names(Language::EN)), ka: format!("ძირითადი უწყება: {}", names(Language::KA)) };
        let label = if leads.is_empty() { Wording::default() } else { lead };
        findings
            .add(&ACTIVITY_NOT_OF_AGENCY, place.clone(), message)
            .label(label)
            .help(say!("Check the number; if it is right, ask the secretariat.", "ნომერი შეამოწმეთ; თუ სწორია, მიმართეთ სამდივნოს."))
            .about(Some(agency), Some(activity));
    }
}

/// The short name of an agency, or its id if the register lacks it.
fn short_name<'a>(context: &Context<'a>, id: &'a str, language: Language) -> &'a str {
    context.plan.agency_ix(id).map_or(id, |ix| context.plan.agency(ix).short.any(language))
}
