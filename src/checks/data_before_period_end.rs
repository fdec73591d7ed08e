//! The check `data-before-period-end`.

use super::{Context, Findings};
use crate::say;

declare_check! {
    /// The day of the data in `report.yaml` lies before the last day of the period that the report covers.
    ///
    /// ## Why
    ///
    /// The report says how the plan stood at the end of the period, and what was overdue on that day. With older data it would
    /// call late what nobody has reported on yet. That is right only for a draft that is compiled before the period ends.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// covers: 2020
    /// data_as_of: 2020-07-01
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the day after which nothing more was taken into the report. Without `data_as_of` the cover shows the last day of the
    /// period, or the day given with `--as-of`.
    pub(super) static DATA_BEFORE_PERIOD_END = "data-before-period-end", Warning, Plan, run,
    ka: "\
`report.yaml` ფაილში მითითებული მონაცემთა თარიღი საანგარიშო პერიოდის ბოლო დღეს უსწრებს.

## რატომ

ანგარიში აჩვენებს, როგორი იყო გეგმის შესრულების მდგომარეობა პერიოდის ბოლოს და რა იყო იმ დღისთვის ვადაგადაცილებული. უფრო ძველი მონაცემებით ვადაგადაცილებულად ჩაითვლებოდა ისიც, რაზეც ინფორმაცია ჯერ არავის მიუწოდებია. ეს დასაშვებია მხოლოდ იმ პროექტისთვის, რომელიც პერიოდის დასრულებამდე დგება.

## მაგალითი

```yaml
covers: 2020
data_as_of: 2020-07-01
```

## რა უნდა გააკეთოთ

ჩაწერეთ დღე, რომლის შემდეგაც ანგარიშში აღარაფერი შესულა. თუ `data_as_of` მითითებული არ არის, გარეკანზე პერიოდის ბოლო დღე იბეჭდება ან ის დღე, რომელიც `--as-of`-ით არის მოცემული.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for period in context.periods {
        let (Some(place), Some(day), Some(covers)) = (&period.place, period.data_as_of, period.covers) else { continue };
        if day >= covers.end() {
            continue;
        }
        findings
            .add(
                &DATA_BEFORE_PERIOD_END,
                place.key("data_as_of"),
                say!(
                    "the data are of {day}, before the period ends",
                    "მონაცემთა თარიღია {day}, საანგარიშო პერიოდი კი უფრო გვიან მთავრდება",
                    day = day.dotted()
                ),
            )
            .label(say!("the period ends on {end}", "პერიოდის ბოლო დღეა {end}", end = covers.end().dotted()))
            .help(say!(
                "Write the day after which nothing more was taken into the report.",
                "ჩაწერეთ დღე, რომლის შემდეგაც ანგარიშში აღარაფერი შესულა."
            ));
    }
}
