//! The check `value-after-withdrawal`.

use super::cell::{field_cell, place_in_words};
use super::{Context, Findings};
use crate::model::column::Field;
use crate::say;

declare_check! {
    /// An agency reports on an activity that had left the plan before the period began.
    ///
    /// ## Why
    ///
    /// The activity is in no total any more, so what is sent for it counts nowhere.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 2.1.1,done
    /// ```
    ///
    /// ## What to do
    ///
    /// Compare the number with the plan in force; its successor may be meant.
    pub(super) static VALUE_AFTER_WITHDRAWAL = "value-after-withdrawal", Warning, Submissions, run,
    ka: "\
უწყება წარმოადგენს ინფორმაციას საქმიანობაზე, რომელიც გეგმიდან საანგარიშო პერიოდამდე ამოიღეს.

## რატომ

ეს საქმიანობა არც ერთ ჯამში აღარ შედის, ამიტომ მის შესახებ მოწოდებული ინფორმაცია არსად ითვლება.

## მაგალითი

```csv
activity,status
2.1.1,done
```

## რა უნდა გააკეთოთ

ნომერი მოქმედ გეგმას შეადარეთ; შეიძლება ჩამნაცვლებელი საქმიანობა იგულისხმება.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for period in context.periods {
        let Some(covers) = period.covers else { continue };
        for file in period.submissions.iter().filter(|file| !file.external) {
            for row in &file.rows {
                let activity = context.plan.activity(row.activity);
                let Some(withdrawn) = activity.withdrawn.as_ref().filter(|withdrawn| withdrawn.date < covers.start()) else { continue };
                let (id, date) = (&activity.id, withdrawn.date);
                let place = field_cell(context, file.source, row.row, Field::Activity);
                let words = place_in_words(context, &place);
                let finding = findings.add(&VALUE_AFTER_WITHDRAWAL, place, say!("activity {id} left the plan on {date}", "{id} საქმიანობა გეგმიდან {date} ამოიღეს"));
                finding.label(words).about(None, Some(id));
                match &activity.successor {
                    Some(successor) => finding.help(say!("Its successor is {successor}; compare the number with the plan in force.", "მისი ჩამნაცვლებელია {successor}; ნომერი მოქმედ გეგმას შეადარეთ.")),
                    None => finding.help(say!("Compare the number with the plan in force.", "ნომერი მოქმედ გეგმას შეადარეთ.")),
                };
            }
        }
    }
}
