//! The check `small-count`.

use super::cell::{cell_or_row, field_column, reporter};
use super::{Context, Findings};
use crate::model::column::Field;
use crate::model::indicator::Number;
use crate::model::submission::Value;
use crate::say;

declare_check! {
    /// A count of victims is so small that it may identify a person.
    ///
    /// ## Why
    ///
    /// With other public facts, a count below the plan's threshold (`small_count`) can point to one person. The published report suppresses such counts when asked to.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 3.2.1,residence-permits,2
    /// ```
    ///
    /// ## What to do
    ///
    /// Write `<5` unless the exact number is public already.
    pub(super) static SMALL_COUNT = "small-count", Warning, Submissions, run,
    ka: "\
მსხვერპლთა რაოდენობა იმდენად მცირეა, რომ შესაძლებელია პირის იდენტიფიცირება.

## რატომ

სხვა საჯარო ფაქტებთან ერთად, გეგმის ზღვარზე (`small_count`) ნაკლები რიცხვი შეიძლება ერთ ადამიანზე მიუთითებდეს.

## მაგალითი

```csv
activity,indicator,value
3.2.1,residence-permits,2
```

## რა უნდა გააკეთოთ

ჩაწერეთ `<5`, თუ ზუსტი რიცხვი უკვე საჯარო არ არის.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let plan = context.plan;
    let limit = Number::whole(i64::from(plan.small_count));
    for file in context.periods.iter().flat_map(|period| &period.submissions).filter(|file| !file.external) {
        let column = field_column(context, file.source, Field::Value);
        for row in &file.rows {
            let Some(Value::Number(number)) = row.value else { continue };
            let activity = plan.activity(row.activity);
            let sensitive = row.indicator.and_then(|at| activity.indicators.get(usize::from(at))).is_some_and(|indicator| indicator.sensitive);
            if !sensitive || number.digits == 0 || number.compare(limit).is_ge() {
                continue;
            }
            let place = cell_or_row(file.source, row.row, column);
            let limit = plan.small_count;
            findings
                .add(&SMALL_COUNT, place, say!("a count of victims as small as {number} may identify a person", "ასეთი მცირე რიცხვით ({number}) შესაძლებელია პირის იდენტიფიცირება"))
                .help(say!("Write \"<{limit}\" unless the exact number is public already.", "ჩაწერეთ „<{limit}“, თუ ზუსტი რიცხვი უკვე საჯარო არ არის."))
                .about(reporter(context, row), Some(&activity.id));
        }
    }
}
