//! The check `percent-over-100`.

use super::cell::{cell_or_row, field_column, reporter};
use super::{Context, Findings};
use crate::model::column::Field;
use crate::model::indicator::{Number, ValueKind};
use crate::model::submission::Value;
use crate::say;

declare_check! {
    /// A percentage is above 100.
    ///
    /// ## Why
    ///
    /// It may be a slip of the decimal mark. The number is kept as it is.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 2.1.3,coverage,130
    /// ```
    ///
    /// ## What to do
    ///
    /// Check the number; if it is right, explain it in the narrative.
    pub(super) static PERCENT_OVER_100 = "percent-over-100", Warning, Submissions, run,
    ka: "\
პროცენტი 100-ს აღემატება.

## რატომ

შეიძლება ათწილადის მძიმე სხვა ადგილას მოხვდა. რიცხვი უცვლელი რჩება.

## მაგალითი

```csv
activity,indicator,value
2.1.3,coverage,130
```

## რა უნდა გააკეთოთ

რიცხვი შეამოწმეთ; თუ სწორია, სვეტში „შესრულების აღწერა“ განმარტეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for file in context.periods.iter().flat_map(|period| &period.submissions) {
        let column = field_column(context, file.source, Field::Value);
        for row in &file.rows {
            let Some(Value::Number(number)) = row.value else { continue };
            let activity = context.plan.activity(row.activity);
            let indicator = row.indicator.and_then(|at| activity.indicators.get(usize::from(at)));
            if indicator.is_none_or(|indicator| indicator.kind != ValueKind::Percent) || number.compare(Number::whole(100)).is_le() {
                continue;
            }
            let place = cell_or_row(file.source, row.row, column);
            findings
                .add(&PERCENT_OVER_100, place, say!("{number} percent is more than all", "{number_ka}% მთელს აღემატება", number_ka = number.to_string().replace('.', ",")))
                .help(say!("Check the number; if it is right, explain it in the column \"narrative\".", "რიცხვი შეამოწმეთ; თუ სწორია, სვეტში „შესრულების აღწერა“ განმარტეთ."))
                .about(reporter(context, row), Some(&activity.id));
        }
    }
}
