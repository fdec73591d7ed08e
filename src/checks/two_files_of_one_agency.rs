//! The check `two-files-of-one-agency`.

use super::cell::file_name;
use super::{Context, Findings};
use crate::place::Place;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// An agency has several files for one period, and nothing says which of them counts.
    ///
    /// ## Why
    ///
    /// Merging both would count the same work twice, and choosing one would be a guess; so none of them is merged.
    ///
    /// ## Example
    ///
    /// ```csv
    /// moia.csv
    /// შსს.csv
    /// ```
    ///
    /// ## What to do
    ///
    /// Delete the file that does not count, or put the day of each version into its name: of dated files the latest counts.
    pub(super) static TWO_FILES_OF_ONE_AGENCY = "two-files-of-one-agency", Error, Submissions, run,
    ka: "\
უწყებას ერთი საანგარიშო პერიოდისთვის რამდენიმე ფაილი აქვს და არ ჩანს, რომელი ითვლება.

## რატომ

თუ ყველა გაერთიანდა, ერთი და იგივე სამუშაო ორჯერ ჩაითვლება, ერთის შემთხვევით არჩევა კი არ შეიძლება; ამიტომ არც ერთი არ ითვლება.

## მაგალითი

```csv
moia.csv
შსს.csv
```

## რა უნდა გააკეთოთ

ფაილი, რომელიც არ ითვლება, წაშალეთ ან თითოეულის სახელს თარიღი დაუმატეთ: დათარიღებული ფაილებიდან უახლესი ითვლება.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::TwoFilesOfOneAgency { first, agency } = &problem.kind else { continue };
        let earlier = file_name_of(first);
        let name = file_name(context, problem.place.source);
        let finding = findings.add(
            &TWO_FILES_OF_ONE_AGENCY,
            problem.place.clone(),
            say!(
                "`{earlier}` and `{name}` are both of agency `{agency}`, and nothing says which counts",
                "`{earlier}` და `{name}` ერთი უწყების ფაილებია (`{agency}`) და არ ჩანს, რომელი ითვლება",
            ),
        );
        if let Some((source, _)) = context.sources.iter().find(|(_, source)| source.path == *first) {
            finding.other(Place::file(source), say!("the other file", "მეორე ფაილი"));
        }
        finding
            .note(say!("None of them is merged until this is settled.", "სანამ ეს არ დაზუსტდება, არც ერთი მათგანი არ ითვლება."))
            .help(say!(
                "Delete the file that does not count, or date each one: of `{agency}-2021-02-01.csv` and `{agency}-2021-02-20.csv` the later counts.",
                "ფაილი, რომელიც არ ითვლება, წაშალეთ ან ორივეს სახელს თარიღი დაუმატეთ: `{agency}-2021-02-01.csv` და `{agency}-2021-02-20.csv` ფაილებიდან მეორე ითვლება.",
            ))
            .about(Some(agency), None);
    }
}

fn file_name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}
