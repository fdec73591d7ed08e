//! The check `value-after-withdrawal`.

use super::cell::{cell_or_row, field_column, reporter};
use super::{Context, Findings};
use crate::model::column::Field;
use crate::say;

declare_check! {
    /// An agency reports on an activity that had left the plan before the period began, or sends a value for it after that day.
    ///
    /// ## Why
    ///
    /// The activity is in no total any more, so what is sent for it counts nowhere. A value sent after the day of the
    /// withdrawal may speak of a time in which the activity was no longer in the plan.
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
უწყება წარმოადგენს ინფორმაციას საქმიანობაზე, რომელიც გეგმიდან საანგარიშო პერიოდამდე ამოიღეს, ან მაჩვენებელს ამოღების შემდეგ აწვდის.

## რატომ

ეს საქმიანობა არც ერთ ჯამში აღარ შედის, ამიტომ მის შესახებ მოწოდებული ინფორმაცია არსად ითვლება. ამოღების დღის შემდეგ მოწოდებული მაჩვენებელი კი შეიძლება იმ დროს ეხებოდეს, როცა საქმიანობა გეგმაში აღარ იყო.

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
            let [activities, values] = [Field::Activity, Field::Value].map(|field| field_column(context, file.source, field));
            for row in &file.rows {
                let activity = context.plan.activity(row.activity);
                let Some(withdrawn) = &activity.withdrawn else { continue };
                let before = withdrawn.date < covers.start();
                let sent_after = row.value.is_some() && withdrawn.date <= covers.end() && file.dated.is_some_and(|dated| withdrawn.date < dated);
                if !before && !sent_after {
                    continue;
                }
                let (id, day) = (&activity.id, withdrawn.date.dotted());
                let place = cell_or_row(file.source, row.row, if before { activities } else { values });
                let message = say!("activity {id} left the plan on {day}", "{id} საქმიანობა გეგმიდან ამოღებულია ({day})");
                let finding = findings.add(&VALUE_AFTER_WITHDRAWAL, place, message);
                finding.about(reporter(context, row), Some(id));
                match &activity.successor {
                    _ if !before => finding.note(say!("The file was sent after that day.", "ფაილი ამ თარიღის შემდეგ არის გამოგზავნილი.")).help(say!(
                        "Make sure that the value ends with that day.",
                        "შეამოწმეთ, რომ მაჩვენებელი მხოლოდ ამ დღემდე პერიოდს ეხება."
                    )),
                    Some(successor) => finding.help(say!(
                        "Its successor is {successor}; compare the number with the plan in force.",
                        "მისი ჩამნაცვლებელია {successor}; ნომერი მოქმედ გეგმას შეადარეთ."
                    )),
                    None => finding.help(say!("Compare the number with the plan in force.", "ნომერი მოქმედ გეგმას შეადარეთ.")),
                };
            }
        }
    }
}
