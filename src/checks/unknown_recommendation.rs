//! The check `unknown-recommendation`.

use super::{Context, Findings, quoted};
use crate::model::text::nearest;
use crate::say;

declare_check! {
    /// A report follows up a recommendation that the report before it did not make.
    ///
    /// ## Why
    ///
    /// A report says what became of the recommendations of the last report before its period that made any. What is said of another
    /// one would not be printed.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// follow_up:
    ///   - recommendation: statistcs
    ///     status: in-progress
    ///     text: …
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the `id` that the recommendation has in the `report.yaml` of that period; if it has none, give it one there.
    pub(super) static UNKNOWN_RECOMMENDATION = "unknown-recommendation", Error, Plan, run,
    ka: "\
ანგარიშში მითითებულია იმ რეკომენდაციის შესრულება, რომელიც წინა ანგარიშში არ არის.

## რატომ

ანგარიში აჩვენებს, რა შესრულდა იმ ბოლო ანგარიშის რეკომენდაციებიდან, რომელიც მის პერიოდამდე მომზადდა და რეკომენდაციებს შეიცავდა. სხვა რეკომენდაციაზე ჩაწერილი ტექსტი არ დაიბეჭდებოდა.

## მაგალითი

```yaml
follow_up:
  - recommendation: statistcs
    status: in-progress
    text: …
```

## რა უნდა გააკეთოთ

ჩაწერეთ იდენტიფიკატორი (`id`), რომელიც რეკომენდაციას იმ პერიოდის `report.yaml` ფაილში აქვს; თუ არ აქვს, იქ მიეცით.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for period in context.periods {
        let before = period.followed_up(context.periods);
        let ids = || before.into_iter().flat_map(|before| &before.recommendations).map(|it| it.id.as_str()).filter(|id| !id.is_empty());
        for follow_up in &period.follow_up {
            let id = &follow_up.recommendation;
            if id.is_empty() || ids().any(|known| known == id) {
                continue;
            }
            let place = follow_up.place.key("recommendation");
            let Some(before) = before else {
                findings
                    .add(
                        &UNKNOWN_RECOMMENDATION,
                        place,
                        say!("no report before this period makes recommendations", "ამ პერიოდამდე მომზადებულ ანგარიშებში რეკომენდაციები არ არის"),
                    )
                    .help(say!(
                        "Remove the entry, or write the recommendations into the `report.yaml` of the earlier period.",
                        "ჩანაწერი წაშალეთ ან რეკომენდაციები წინა პერიოდის `report.yaml` ფაილში ჩაწერეთ."
                    ));
                continue;
            };
            let name = &before.name;
            let finding = findings.add(
                &UNKNOWN_RECOMMENDATION,
                place,
                say!("the report on {name} makes no recommendation `{id}`", "{name} პერიოდის ანგარიშში რეკომენდაცია `{id}` არ არის"),
            );
            if let Some(meant) = nearest(id, ids()) {
                finding.label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"));
            }
            match quoted(ids()) {
                ids if ids.is_empty() => finding.help(say!(
                    "Give its recommendations ids in `reports/{name}/report.yaml`.",
                    "ფაილში `reports/{name}/report.yaml` რეკომენდაციებს იდენტიფიკატორები მიეცით."
                )),
                ids => finding.help(say!("Write one of its ids: {ids}.", "ჩაწერეთ მისი ერთ-ერთი იდენტიფიკატორი: {ids}.")),
            };
        }
    }
}
