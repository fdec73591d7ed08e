//! The check `text-given-twice`.

use super::cell::file_name;
use super::{Context, Findings};
use crate::model::period::Chapter;
use crate::place::Place;
use crate::say;

declare_check! {
    /// The secretariat's words on one chapter stand in `report.yaml` and in a file of their own.
    ///
    /// ## Why
    ///
    /// Only one of the two could be printed, and it is not said which.
    ///
    /// ## Example
    ///
    /// `introduction:` in `reports/2020/report.yaml`, and the file `reports/2020/introduction.ka.md`.
    ///
    /// ## What to do
    ///
    /// Leave one of the two: a short text in `report.yaml`, a longer one in files, one for each language.
    pub(super) static TEXT_GIVEN_TWICE = "text-given-twice", Error, Plan, run,
    ka: "\
სამდივნოს ტექსტი ერთსა და იმავე თავზე `report.yaml`-შიც არის და ცალკე ფაილშიც.

## რატომ

ამ ორიდან მხოლოდ ერთი დაიბეჭდებოდა და არ ჩანს, რომელი.

## მაგალითი

`introduction:` ფაილში `reports/2020/report.yaml` და ცალკე ფაილი `reports/2020/introduction.ka.md`.

## რა უნდა გააკეთოთ

ორიდან ერთი დატოვეთ: მოკლე ტექსტი `report.yaml`-ში ან ვრცელი – ფაილებში, თითოეული ენისთვის ცალკე.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for period in context.periods {
        let Some(place) = &period.place else { continue };
        let written = [
            ("introduction", Chapter::Introduction, !period.introduction.is_empty()),
            ("findings", Chapter::Findings, !period.findings.is_empty()),
        ];
        for (key, chapter, _) in written.into_iter().filter(|(.., written)| *written) {
            let Some(file) = period.words_of(chapter).next() else { continue };
            let name = file_name(context, file.source);
            findings
                .add(
                    &TEXT_GIVEN_TWICE,
                    place.key(key),
                    say!("`{key}` stands here and in the file `{name}`", "`{key}` აქაც წერია და ფაილშიც `{name}`"),
                )
                .label(say!("given here", "აქ წერია"))
                .other(Place::file(file.source), say!("and in this file", "და ამ ფაილშიც"))
                .help(say!("Leave one of the two.", "ორიდან ერთი დატოვეთ."));
        }
    }
}
