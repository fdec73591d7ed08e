//! The check `unknown-agency`.

use std::collections::HashMap;

use super::{Context, Findings};
use crate::model::agency::Agency;
use crate::model::plan::Plan;
use crate::model::text::{Language, nearest};
use crate::place::{At, Place};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An id or name is not in the register of agencies.
    ///
    /// ## Why
    ///
    /// A body that the register lacks is asked for nothing and appears in no report. A row of a file in which it stands is set aside.
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

რეესტრში არარსებულ უწყებას არაფერს სთხოვენ და ის არც ერთ ანგარიშში არ ჩანს. სტრიქონი, რომელშიც ის წერია, ცალკე გამოიტანება.

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
    let mut judge = Judge { context, findings, meant: HashMap::new() };
    for problem in context.problems {
        let ProblemKind::UnknownAgency { found } = &problem.kind else { continue };
        match problem.place.at {
            At::Cell { .. } => judge.cell(problem.place.clone(), found),
            _ => judge.id(problem.place.clone(), found),
        }
    }
    for (place, id) in named(context) {
        if context.plan.agency_ix(id).is_none() && !id.is_empty() {
            judge.id(place, id);
        }
    }
}

/// Every id of an agency that stands elsewhere than in an activity, with its place.
fn named<'a>(context: &Context<'a>) -> Vec<(Place, &'a str)> {
    let plan = context.plan;
    let mut named = Vec::new();
    let plan_file = context.sources.iter().find(|(_, source)| source.path == "plan/plan.yaml");
    if let (Some(council), Some((source, _))) = (&plan.council, plan_file) {
        named.push((Place::root(source).key("council"), council.as_str()));
    }
    for agency in &plan.agencies {
        named.extend(agency.parent.as_deref().map(|parent| (agency.place.key("parent"), parent)));
        named.extend(agency.members.iter().enumerate().map(|(at, member)| (agency.place.key("members").index(at), member.as_str())));
        named.extend(agency.merged.as_ref().map(|(into, _)| (agency.place.key("merged").key("into"), into.as_str())));
    }
    for period in context.periods {
        named.extend(period.settled.iter().map(|settled| (settled.place.key("agency"), settled.agency.as_str())));
        let Some(place) = &period.place else { continue };
        for (at, recommendation) in period.recommendations.iter().enumerate() {
            let place = place.key("recommendations").index(at).key("to");
            named.extend(recommendation.to.iter().enumerate().map(|(at, to)| (place.index(at), to.as_str())));
        }
    }
    named
}

struct Judge<'a, 'f> {
    context: &'a Context<'a>,
    findings: &'f mut Findings,
    /// What was probably meant, looked for once for each word.
    meant: HashMap<String, Option<&'a Agency>>,
}

impl Judge<'_, '_> {
    /// An id in a YAML file.
    fn id(&mut self, place: Place, found: &str) {
        let meant = self.meant(found);
        let message = say!("`{found}` is not in the register of agencies", "`{found}` უწყებების რეესტრში არ არის");
        let finding = self.findings.add(&UNKNOWN_AGENCY, place, message);
        let Some(agency) = meant else {
            finding.help(say!("Correct it, or add the body to `plan/agencies.yaml`.", "შეასწორეთ ან უწყება ფაილში `plan/agencies.yaml` დაამატეთ."));
            return;
        };
        let (id, en, ka) = (&agency.id, agency.short.any(Language::EN), agency.short.any(Language::KA));
        finding.label(say!("did you mean `{id}` ({en})?", "ხომ არ გულისხმობდით `{id}`-ს ({ka})?")).help(say!(
            "Write `{id}` if that is the body; otherwise add `{found}` to `plan/agencies.yaml`.",
            "თუ ეს უწყება იგულისხმება, ჩაწერეთ `{id}`; თუ არა, `{found}` ფაილში `plan/agencies.yaml` დაამატეთ."
        ));
    }

    /// A name in a cell.
    fn cell(&mut self, place: Place, found: &str) {
        let meant = self.meant(found);
        let message = say!("\"{found}\" is not in the register of agencies", "„{found}“ უწყებების რეესტრში არ არის");
        let finding = self.findings.add(&UNKNOWN_AGENCY, place, message);
        if let Some(agency) = meant {
            let (en, ka) = (agency.short.any(Language::EN), agency.short.any(Language::KA));
            finding.note(say!("The nearest name is \"{en}\".", "უახლოესი სახელწოდებაა „{ka}“."));
        }
        finding.help(say!(
            "Write the name of the agency as in the plan; if it is missing there, ask the secretariat.",
            "უწყების სახელწოდება ისე ჩაწერეთ, როგორც გეგმაშია; თუ იქ არ არის, მიმართეთ სამდივნოს."
        ));
    }
}

impl<'a> Judge<'a, '_> {
    fn meant(&mut self, found: &str) -> Option<&'a Agency> {
        if let Some(known) = self.meant.get(found) {
            return *known;
        }
        let meant = meant(self.context.plan, found);
        self.meant.insert(found.to_owned(), meant);
        meant
    }
}

/// The agency with the nearest id, else with the nearest name.
pub(super) fn meant<'a>(plan: &'a Plan, found: &str) -> Option<&'a Agency> {
    let ids = plan.agencies.iter().map(|agency| agency.id.as_str());
    let by_id = nearest(found, ids).and_then(|id| plan.agency_ix(id)).map(|ix| plan.agency(ix));
    by_id.or_else(|| {
        let name = nearest(found, plan.agencies.iter().flat_map(Agency::names))?;
        plan.agencies.iter().find(|agency| agency.names().any(|other| other == name))
    })
}
