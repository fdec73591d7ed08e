//! The check `unknown-table`.

use super::{Context, Findings, quoted, words};
use crate::model::text::nearest;
use crate::report::html::words::{FaultKind, TABLES};
use crate::say;

declare_check! {
    /// A line in the secretariat's words asks for a table that there is not, or asks for it within a paragraph.
    ///
    /// ## Why
    ///
    /// A table of the report can stand between the secretariat's paragraphs. Where the line is not understood, the published report would
    /// show the line in its place.
    ///
    /// ## Example
    ///
    /// ```markdown
    /// {{ table: status-by-goals }}
    /// ```
    ///
    /// ## What to do
    ///
    /// Let the line `{{ table: <name> }}` stand by itself, outside lists, quotes and tables. The names are `statuses`, `status-by-goal`,
    /// `rates`, `overdue`, `change`, `statistics`, `obstacles`, `agencies`, `recommendations` and `follow-up`.
    pub(super) static UNKNOWN_TABLE = "unknown-table", Error, Plan, run,
    ka: "\
სამდივნოს ტექსტის სტრიქონი ითხოვს ცხრილს, რომელიც არ არსებობს, ან ითხოვს მას აბზაცის შიგნით.

## რატომ

ანგარიშის ცხრილი სამდივნოს აბზაცებს შორის შეიძლება ჩაისვას. თუ სტრიქონი გაუგებარია, გამოქვეყნებულ ანგარიშში ცხრილის ნაცვლად ეს სტრიქონი გამოჩნდებოდა.

## მაგალითი

```markdown
{{ table: status-by-goals }}
```

## რა უნდა გააკეთოთ

სტრიქონი `{{ table: <სახელი> }}` ცალკე უნდა იდგეს, სიის, ციტატისა და ცხრილის გარეთ. სახელებია `statuses`, `status-by-goal`, `rates`, `overdue`, `change`, `statistics`, `obstacles`, `agencies`, `recommendations` და `follow-up`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    let names = quoted(TABLES);
    for (place, kind) in words::faults(context) {
        let name = match kind {
            FaultKind::UnknownTable(name) => name,
            FaultKind::TableNotAlone => {
                findings
                    .add(
                        &UNKNOWN_TABLE,
                        place,
                        say!("a table cannot stand within a paragraph, list, quote or table", "ცხრილი აბზაცის, სიის, ციტატის ან სხვა ცხრილის შიგნით ვერ დგას"),
                    )
                    .help(say!(
                        "Let the line `{{{{ table: … }}}}` stand by itself, with an empty line before and after it.",
                        "სტრიქონი `{{{{ table: … }}}}` ცალკე დატოვეთ, მის წინ და შემდეგ ცარიელი სტრიქონით."
                    ));
                continue;
            }
            _ => continue,
        };
        let finding = findings.add(&UNKNOWN_TABLE, place, say!("there is no table `{name}`", "ცხრილი `{name}` არ არსებობს"));
        match nearest(&name, TABLES) {
            Some(meant) => finding
                .label(say!("did you mean `{meant}`?", "ხომ არ გულისხმობდით `{meant}`-ს?"))
                .help(say!("Write `{meant}`, or another name: {names}.", "ჩაწერეთ `{meant}` ან სხვა სახელი: {names}.")),
            None => finding.help(say!("Write one of these names: {names}.", "ჩაწერეთ ერთ-ერთი სახელი: {names}.")),
        };
    }
}
