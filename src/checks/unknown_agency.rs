//! The check `unknown-agency`.

use super::{Context, Findings};
use crate::model::text::{Language, nearest};
use crate::place::Place;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An id or name is not in the register of agencies.
    ///
    /// ## Why
    ///
    /// A body that the register lacks is asked for nothing and appears in no report.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.3"
    ///   lead: [moja]
    /// ```
    ///
    /// ## What to do
    ///
    /// Correct it, or add the body to `plan/agencies.yaml`. The message names the nearest id.
    pub(super) static UNKNOWN_AGENCY = "unknown-agency", Error, Plan, run,
    ka: "\
იდენტიფიკატორი ან სახელწოდება უწყებების რეესტრში არ არის.

## რატომ

რეესტრში არარსებულ უწყებას არაფერს სთხოვენ და ის არც ერთ ანგარიშში არ ჩანს.

## მაგალითი

```yaml
- id: \"2.1.3\"
  lead: [moja]
```

## რა უნდა გააკეთოთ

შეასწორეთ ან უწყება ფაილში `plan/agencies.yaml` დაამატეთ. შეტყობინება უახლოეს იდენტიფიკატორს მიუთითებს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    for problem in context.problems {
        if let ProblemKind::UnknownAgency { found } = &problem.kind {
            judge(context, findings, problem.place.clone(), found);
        }
    }
    let known = |id: &str| plan.agency_ix(id).is_some();
    for agency in &plan.agencies {
        if let Some(parent) = agency.parent.as_deref().filter(|id| !known(id)) {
            judge(context, findings, agency.place.key("parent"), parent);
        }
        for (at, member) in agency.members.iter().enumerate().filter(|(_, id)| !known(id)) {
            judge(context, findings, agency.place.key("members").index(at), member);
        }
        if let Some((into, _)) = agency.merged.as_ref().filter(|(id, _)| !known(id)) {
            judge(context, findings, agency.place.key("merged").key("into"), into);
        }
    }
    for settled in context.periods.iter().flat_map(|period| &period.settled).filter(|settled| !known(&settled.agency)) {
        judge(context, findings, settled.place.key("agency"), &settled.agency);
    }
}

fn judge(context: &Context<'_>, findings: &mut Findings, place: Place, found: &str) {
    let plan = context.plan;
    let finding = findings.add(&UNKNOWN_AGENCY, place, say!("`{found}` is not in the register of agencies", "`{found}` უწყებების რეესტრში არ არის"));
    let by_id = nearest(found, plan.agencies.iter().map(|agency| agency.id.as_str()));
    let by_name = || plan.agencies.iter().find(|agency| nearest(found, agency.names()).is_some()).map(|agency| agency.id.as_str());
    match by_id.or_else(by_name).and_then(|id| plan.agency_ix(id)).map(|ix| plan.agency(ix)) {
        Some(meant) => finding
            .label(say!(
                "did you mean `{id}` ({en})?",
                "ხომ არ გულისხმობდით `{id}`-ს ({ka})?",
                id = &meant.id,
                en = meant.short.any(Language::EN),
                ka = meant.short.any(Language::KA),
            ))
            .help(say!("Write `{id}` if that is the body, or add it to `plan/agencies.yaml`.", "თუ ეს უწყებაა, ჩაწერეთ `{id}`, ან დაამატეთ ფაილში `plan/agencies.yaml`.", id = &meant.id)),
        None => finding.help(say!("Correct it, or add the body to `plan/agencies.yaml`.", "შეასწორეთ ან უწყება ფაილში `plan/agencies.yaml` დაამატეთ.")),
    };
}
