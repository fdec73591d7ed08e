//! The check `suppressed-value`.

use super::cell::{cell_or_row, field_column, reporter};
use super::{Context, Findings};
use crate::model::column::Field;
use crate::model::submission::Value;
use crate::say;

declare_check! {
    /// A value is a suppressed small count.
    ///
    /// ## Why
    ///
    /// `<5` says that the number is from 1 to 4 and not published. It is kept as such and never read as a number; a sum with it is a range.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 4.1.2,prosecutions,<5
    /// ```
    ///
    /// ## What to do
    ///
    /// Nothing, if this is what was meant. Where nobody was counted, write `0`.
    pub(super) static SUPPRESSED_VALUE = "suppressed-value", Note, Submissions, run,
    ka: "\
მაჩვენებელი დაფარული მცირე რიცხვია.

## რატომ

`<5` ნიშნავს, რომ რიცხვი 1-დან 4-მდეა და არ ქვეყნდება. ის ასეც რჩება და რიცხვად არ იკითხება; ჯამი, რომელშიც ის შედის, საზღვრებით იბეჭდება.

## მაგალითი

```csv
activity,indicator,value
4.1.2,prosecutions,<5
```

## რა უნდა გააკეთოთ

არაფერი, თუ ეს იგულისხმებოდა. თუ არავინ არის, ჩაწერეთ `0`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for file in context.periods.iter().flat_map(|period| &period.submissions) {
        let column = field_column(context, file.source, Field::Value);
        for row in &file.rows {
            let Some(Value::Below(limit)) = row.value else { continue };
            let place = cell_or_row(file.source, row.row, column);
            let activity = &context.plan.activity(row.activity).id;
            findings
                .add(&SUPPRESSED_VALUE, place, say!("\"<{limit}\" is kept as a suppressed count", "„<{limit}“ დაფარულ მაჩვენებლად რჩება"))
                .help(say!("Nothing need be done if this is what was meant.", "თუ ეს იგულისხმებოდა, არაფრის შეცვლა არ არის საჭირო."))
                .about(reporter(context, row), Some(activity));
        }
    }
}
