//! The check `alias-of-two-agencies`.

use std::collections::HashMap;

use super::{Context, Findings};
use crate::model::agency::Agency;
use crate::model::text::{Text, folded};
use crate::place::Place;
use crate::say;

declare_check! {
    /// Two agencies of the register go by the same name.
    ///
    /// ## Why
    ///
    /// A file or a cell with this name could be that of either agency; it would be read as that of the first. Names are compared
    /// without regard to case, quotation marks and blanks.
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

ამ სახელწოდების ფაილი ან უჯრა შეიძლება ნებისმიერ მათგანს ეკუთვნოდეს, პროგრამა კი პირველისად ჩათვლიდა. შედარებისას ასოების რეგისტრს, ბრჭყალებსა და ინტერვალებს მნიშვნელობა არ აქვს.

## მაგალითი

```yaml
- {id: moj, name: იუსტიციის სამინისტრო, kind: ministry, aliases: [სამინისტრო]}
- {id: moia, name: შინაგან საქმეთა სამინისტრო, kind: ministry, aliases: [სამინისტრო]}
```

## რა უნდა გააკეთოთ

სახელწოდება ერთ-ერთს დაუტოვეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let agencies = &context.plan.agencies;
    let mut owners: HashMap<String, (&str, Place)> = HashMap::new();
    // An id wins over a name wherever people write it, so ids come first.
    let ids = agencies.iter().map(|agency| (agency, agency.id.as_str(), agency.place.key("id")));
    let names = agencies.iter().flat_map(|agency| names(agency).into_iter().map(move |(name, place)| (agency, name, place)));
    for (agency, name, place) in ids.chain(names).filter(|(_, name, _)| !name.trim().is_empty()) {
        let (other, first) = owners.entry(folded(name)).or_insert_with(|| (&agency.id, place.clone()));
        let (id, other) = (agency.id.as_str(), *other);
        // Two agencies with one id are a finding of their own.
        if other == id {
            continue;
        }
        findings
            .add(
                &ALIAS_OF_TWO_AGENCIES,
                place,
                say!("both `{other}` and `{id}` go by the name `{name}`", "სახელწოდება `{name}` ორ უწყებას აქვს: `{other}` და `{id}`"),
            )
            .label(say!("read as `{other}`", "იკითხება, როგორც `{other}`"))
            .other(first.clone(), say!("first here", "პირველად აქ წერია"))
            .help(say!("Leave the name with one of them.", "სახელწოდება ერთ-ერთს დაუტოვეთ."))
            .about(Some(id), None);
    }
}

/// Every name of an agency but its id, with its place.
fn names(agency: &Agency) -> Vec<(&str, Place)> {
    let mut names = Vec::new();
    let mut add = |text, place: Place| {
        let all = Text::all(text).map(|(language, name)| (name, language.map_or(place.clone(), |language| place.key(language.to_string()))));
        names.extend(all);
    };
    add(&agency.name, agency.place.key("name"));
    // Where the register gives no short name, the name stands for it.
    if agency.short != agency.name {
        add(&agency.short, agency.place.key("short"));
    }
    for (at, (from, _)) in agency.renamed.iter().enumerate() {
        add(from, agency.place.key("renamed").index(at).key("from"));
    }
    names.extend(agency.aliases.iter().enumerate().map(|(at, alias)| (alias.as_str(), agency.place.key("aliases").index(at))));
    names
}
