//! The check `ambiguous-activity`.

use super::cell::place_in_words;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A number is that of two activities.
    ///
    /// ## Why
    ///
    /// The plan prints the number twice, so the row may speak of either activity.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 4.2.5,done
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the id of the activity you mean; the message lists them.
    pub(super) static AMBIGUOUS_ACTIVITY = "ambiguous-activity", Error, Submissions, run,
    ka: "\
ნომერი ორ საქმიანობას აქვს.

## რატომ

ეს ნომერი გეგმაში ორჯერ წერია, ამიტომ სტრიქონი შეიძლება ნებისმიერ მათგანს ეხებოდეს.

## მაგალითი

```csv
activity,status
4.2.5,done
```

## რა უნდა გააკეთოთ

ჩაწერეთ იმ საქმიანობის იდენტიფიკატორი, რომელსაც გულისხმობთ; შეტყობინება მათ ჩამოთვლის.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::AmbiguousActivity { found, ids } = &problem.kind else { continue };
        let count = ids.len();
        let finding = findings.add(&AMBIGUOUS_ACTIVITY, problem.place.clone(), say!("{count} activities of the plan are numbered {found}", "ნომრით {found} გეგმაში {count} საქმიანობაა"));
        finding.label(place_in_words(context, &problem.place));
        for (id, [en, ka]) in ids {
            finding.note(say!("`{id}`: {en}", "`{id}`: {ka}"));
        }
        finding.help(say!("Write the id of the activity you mean.", "ჩაწერეთ იმ საქმიანობის იდენტიფიკატორი, რომელსაც გულისხმობთ."));
    }
}
