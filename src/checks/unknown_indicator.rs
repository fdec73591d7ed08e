//! The check `unknown-indicator`.

use super::cell::sender;
use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::plan::Activity;
use crate::model::text::{Language, nearest};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row names an indicator that its activity does not have.
    ///
    /// ## Why
    ///
    /// The value cannot be matched with anything the plan asks for, so the row is not merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 1.1.1,participant,24
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the id or name of one of the activity's indicators, or leave the cell empty if the row speaks of the whole
    /// activity.
    pub(super) static UNKNOWN_INDICATOR = "unknown-indicator", Error, Submissions, run,
    ka: "\
სტრიქონში მითითებული ინდიკატორი საქმიანობას არ აქვს.

## რატომ

მაჩვენებელი ვერ უკავშირდება იმას, რასაც გეგმა ითხოვს, ამიტომ სტრიქონი არ ითვლება.

## მაგალითი

```csv
activity,indicator,value
1.1.1,participant,24
```

## რა უნდა გააკეთოთ

ჩაწერეთ საქმიანობის ერთ-ერთი ინდიკატორის იდენტიფიკატორი ან დასახელება; თუ სტრიქონი მთელ საქმიანობას ეხება, უჯრა ცარიელი დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnknownIndicator { activity: id, found, known } = &problem.kind else { continue };
        let place = &problem.place;
        let activity = context.plan.activity_ix(id).map(|ix| context.plan.activity(ix));
        let names = activity.into_iter().flat_map(|activity| &activity.indicators).flat_map(|indicator| indicator.name.all()).map(|(_, name)| name);
        let fact = match nearest(found, known.iter().map(String::as_str).chain(names)) {
            Some(meant) => say!("did you mean \"{meant}\"?", "ხომ არ გულისხმობდით „{meant}“?"),
            None => say!("no indicator of this activity is like it", "ამ საქმიანობას მსგავსი ინდიკატორი არ აქვს"),
        };
        let help = match activity.filter(|activity| !activity.indicators.is_empty()) {
            Some(activity) => Wording {
                en: format!("Write one of its indicators: {}.", list(activity, Language::EN)),
                ka: format!("ჩაწერეთ მისი ერთ-ერთი ინდიკატორი: {}.", list(activity, Language::KA)),
            },
            None => say!("The plan gives it no indicator; leave the cell empty.", "გეგმით მას ინდიკატორი არ აქვს; უჯრა ცარიელი დატოვეთ."),
        };
        findings
            .add(
                &UNKNOWN_INDICATOR,
                place.clone(),
                say!("activity {id} has no indicator \"{found}\"", "{id} საქმიანობას არ აქვს ინდიკატორი „{found}“"),
            )
            .label(fact)
            .help(help)
            .about(sender(context, place.source), Some(id));
    }
}

/// The indicators of an activity, each by its id and name.
fn list(activity: &Activity, language: Language) -> String {
    let items: Vec<String> = activity.indicators.iter().map(|indicator| format!("`{}` ({})", indicator.id, indicator.name.any(language))).collect();
    items.join(", ")
}
