//! The check `alias-of-two-agencies`.

use std::collections::HashMap;

use super::{Context, Findings};
use crate::model::agency::Agency;
use crate::model::text::folded;
use crate::say;

declare_check! {
    /// Two agencies of the register go by the same name.
    ///
    /// ## Why
    ///
    /// A file or a cell with this name could be that of either agency.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - {id: moj, name: Ministry of Justice, kind: ministry, aliases: [the ministry]}
    /// - {id: moia, name: Ministry of Internal Affairs, kind: ministry, aliases: [the ministry]}
    /// ```
    ///
    /// ## What to do
    ///
    /// Leave the name with one of them.
    pub(super) static ALIAS_OF_TWO_AGENCIES = "alias-of-two-agencies", Error, Plan, run,
    ka: "\
რეესტრის ორ უწყებას ერთი და იგივე სახელწოდება აქვს.

## რატომ

ამ სახელწოდების ფაილი ან უჯრა შეიძლება ნებისმიერ მათგანს ეკუთვნოდეს.

## მაგალითი

```yaml
- {id: moj, name: Ministry of Justice, kind: ministry, aliases: [the ministry]}
- {id: moia, name: Ministry of Internal Affairs, kind: ministry, aliases: [the ministry]}
```

## რა უნდა გააკეთოთ

სახელწოდება ერთ-ერთს დაუტოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let mut owner: HashMap<String, &Agency> = HashMap::new();
    for agency in &context.plan.agencies {
        for name in std::iter::once(agency.id.as_str()).chain(agency.names()) {
            let first = *owner.entry(folded(name)).or_insert(agency);
            if first.id == agency.id {
                continue;
            }
            let (id, other) = (&agency.id, &first.id);
            findings
                .add(
                    &ALIAS_OF_TWO_AGENCIES,
                    agency.place.key("id"),
                    say!("`{id}` and `{other}` both go by the name \"{name}\"", "`{id}` და `{other}` უწყებებს ერთი სახელწოდება აქვს: „{name}“"),
                )
                .other(first.place.key("id"), say!("the other one", "მეორე უწყება"))
                .help(say!("Leave the name with one of them.", "სახელწოდება ერთ-ერთს დაუტოვეთ."))
                .about(Some(id), None);
        }
    }
}
