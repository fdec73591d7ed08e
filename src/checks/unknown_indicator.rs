//! The check `unknown-indicator`.

use super::cell::place_in_words;
use super::{Context, Findings, quoted};
use crate::model::text::nearest;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row names an indicator that the activity does not have.
    ///
    /// ## Why
    ///
    /// The value cannot be given to an indicator, so the row is not merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 2.1.3,clipz,3
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the id or the name of one of the activity's indicators; the message lists their ids. Leave the cell empty if the row speaks of the whole activity.
    pub(super) static UNKNOWN_INDICATOR = "unknown-indicator", Error, Submissions, run,
    ka: "\
სტრიქონში მითითებული ინდიკატორი საქმიანობას არ აქვს.

## რატომ

მაჩვენებელი ვერც ერთ ინდიკატორს ვერ მიეწერება, ამიტომ სტრიქონი არ გაერთიანდება.

## მაგალითი

```csv
activity,indicator,value
2.1.3,clipz,3
```

## რა უნდა გააკეთოთ

ჩაწერეთ საქმიანობის ერთ-ერთი ინდიკატორის იდენტიფიკატორი ან სახელწოდება; შეტყობინება იდენტიფიკატორებს ჩამოთვლის. თუ სტრიქონი მთელ საქმიანობას ეხება, უჯრა ცარიელი დატოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::UnknownIndicator { activity, found, known } = &problem.kind else { continue };
        let finding = findings.add(&UNKNOWN_INDICATOR, problem.place.clone(), say!("activity {activity} has no indicator \"{found}\"", "{activity} საქმიანობას ინდიკატორი „{found}“ არ აქვს"));
        finding.label(place_in_words(context, &problem.place)).about(None, Some(activity));
        if let Some(meant) = nearest(found, known.iter().map(String::as_str)) {
            finding.note(say!("the nearest one is `{meant}`", "უახლოესია `{meant}`"));
        }
        let known = quoted(known.iter().map(String::as_str));
        finding.help(say!("Write one of {known}, or leave the cell empty if the row speaks of the whole activity.", "ჩაწერეთ ერთ-ერთი: {known}; თუ სტრიქონი მთელ საქმიანობას ეხება, უჯრა ცარიელი დატოვეთ."));
    }
}
