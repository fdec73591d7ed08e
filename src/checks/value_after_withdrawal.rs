//! The check `value-after-withdrawal`.

use super::cell::{cell_or_row, field_column, place_in_words, reporter};
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
            let column = field_column(context, file.source, Field::Activity);
            for row in &file.rows {
                let activity = context.plan.activity(row.activity);
                let Some(withdrawn) = activity.withdrawn.as_ref().filter(|withdrawn| withdrawn.date < covers.start()) else { continue };
                let (id, date) = (&activity.id, withdrawn.date);
                let place = cell_or_row(file.source, row.row, column);
                let words = place_in_words(context, &place);
                let finding = findings.add(&VALUE_AFTER_WITHDRAWAL, place, say!("activity {id} left the plan on {day:02}.{month:02}.{year}", "{id} საქმიანობა გეგმიდან ამოღებულია ({day:02}.{month:02}.{year})", day = date.day(), month = date.month(), year = date.year()));
                finding.label(words).about(reporter(context, row), Some(id));
                match &activity.successor {
                    Some(successor) => finding.help(say!("Its successor is {successor}; compare the number with the plan in force.", "მისი ჩამნაცვლებელია {successor}; ნომერი მოქმედ გეგმას შეადარეთ.")),
                    None => finding.help(say!("Compare the number with the plan in force.", "ნომერი მოქმედ გეგმას შეადარეთ.")),
                };
            }
        }
    }
}
