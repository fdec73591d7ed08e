//! The check `percent-as-fraction`.

use super::cell::{cell_or_row, field_column, reporter};
use super::{Context, Findings};
use crate::model::column::Field;
use crate::model::indicator::{Number, ValueKind};
use crate::model::submission::Value;
use crate::say;

declare_check! {
    /// A percentage is below 1, so that it may be a fraction.
    ///
    /// ## Why
    ///
    /// A spreadsheet keeps 45% as 0.45. Read as a percentage, it would be a hundred times too small. The number is kept as it is.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 2.1.3,coverage,0.45
    /// ```
    ///
    /// ## What to do
    ///
    /// Write 45 if 45 percent is meant; otherwise leave the number and explain it in the narrative.
    pub(super) static PERCENT_AS_FRACTION = "percent-as-fraction", Warning, Submissions, run,
    ka: "\
პროცენტი 1-ზე ნაკლებია, ამიტომ, შესაძლოა, წილადია.

## რატომ

ცხრილის პროგრამა 45%-ს 0,45-ის სახით ინახავს. პროცენტად წაკითხული ასეთი რიცხვი ასჯერ მცირე იქნებოდა. რიცხვი უცვლელი რჩება.

## მაგალითი

```csv
activity,indicator,value
2.1.3,coverage,0.45
```

## რა უნდა გააკეთოთ

თუ 45 პროცენტი იგულისხმება, ჩაწერეთ 45; თუ არა, რიცხვი დატოვეთ და სვეტში „შესრულების აღწერა“ განმარტეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for file in context.periods.iter().flat_map(|period| &period.submissions) {
        let column = field_column(context, file.source, Field::Value);
        for row in &file.rows {
            let Some(Value::Number(number)) = row.value else { continue };
            let activity = context.plan.activity(row.activity);
            let indicator = row.indicator.and_then(|at| activity.indicators.get(usize::from(at)));
            let is_percent = indicator.is_some_and(|indicator| indicator.kind == ValueKind::Percent);
            if !is_percent || number.digits <= 0 || number.compare(Number::whole(1)).is_ge() {
                continue;
            }
            let place = cell_or_row(file.source, row.row, column);
            let meant = hundredfold(number).to_string();
            let (typed, typed_ka, meant_ka) = (number.to_string(), number.to_string().replace('.', ","), meant.replace('.', ","));
            findings
                .add(
                    &PERCENT_AS_FRACTION,
                    place,
                    say!(
                        "{typed} percent may be a fraction that stands for {meant} percent",
                        "{typed_ka}%, შესაძლოა, წილადია და {meant_ka}%-ს ნიშნავს"
                    ),
                )
                .help(say!(
                    "Write {meant} if that is what you mean; if not, explain the number in the column \"narrative\".",
                    "თუ ამას გულისხმობდით, ჩაწერეთ {meant_ka}; თუ არა, რიცხვი სვეტში „შესრულების აღწერა“ განმარტეთ."
                ))
                .about(reporter(context, row), Some(&activity.id));
        }
    }
}

/// A number below 1 times a hundred.
fn hundredfold(number: Number) -> Number {
    match number.scale {
        1 => Number::whole(number.digits * 10),
        scale => Number { digits: number.digits, scale: scale - 2 },
    }
}
