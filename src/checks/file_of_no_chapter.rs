//! The check `file-of-no-chapter`.

use super::cell::file_name;
use super::{Context, Findings, quoted};
use crate::model::period::Chapter;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// The name of a Markdown file beside `report.yaml` is that of no chapter.
    ///
    /// ## Why
    ///
    /// The secretariat's words stand in files that are named after a chapter and a language of the plan. A file with another
    /// name would be missing from the report without a word.
    ///
    /// ## Example
    ///
    /// `reports/2020/introdution.ka.md`; `reports/2020/introduction.md`, which names no language.
    ///
    /// ## What to do
    ///
    /// Name the file `<chapter>.<language>.md`, for example `introduction.ka.md`. The chapters are `introduction`, `findings`,
    /// `situation`, `implementation`, `obstacles`, `agencies` and `conclusions`. Notes that are not for the report may stand in
    /// `README.md` or in another folder.
    pub(super) static FILE_OF_NO_CHAPTER = "file-of-no-chapter", Error, Files, run,
    ka: "\
`report.yaml`-ის გვერდით მოთავსებული Markdown-ფაილის სახელი არც ერთ თავს არ შეესაბამება.

## რატომ

სამდივნოს ტექსტები ფაილებშია, რომელთა სახელი ანგარიშის თავსა და გეგმის ენას მიუთითებს. სხვა სახელის ფაილი ანგარიშში შეუმჩნევლად აღარ მოხვდებოდა.

## მაგალითი

`reports/2020/introdution.ka.md`; `reports/2020/introduction.md`, რომელშიც ენა მითითებული არ არის.

## რა უნდა გააკეთოთ

ფაილს დაარქვით `<თავი>.<ენა>.md`, მაგალითად `introduction.ka.md`. თავებია `introduction` (შესავალი), `findings` (მიგნებები), `situation` (ვითარება), `implementation` (შესრულება), `obstacles` (შემაფერხებელი გარემოებები), `agencies` (უწყებები) და `conclusions` (დასკვნები). ჩანაწერები, რომლებიც ანგარიშისთვის არ არის განკუთვნილი, შეიძლება ფაილში `README.md` ან სხვა საქაღალდეში იყოს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::FileOfNoChapter { nearest } = &problem.kind else { continue };
        let name = file_name(context, problem.place.source);
        let finding = findings.add(
            &FILE_OF_NO_CHAPTER,
            problem.place.clone(),
            say!("the file name `{name}` is not that of a chapter and a language", "ფაილის სახელი `{name}` თავსა და ენას არ მიუთითებს"),
        );
        let languages = quoted(context.plan.languages.iter().map(|language| language.code()));
        match nearest {
            Some(meant) => finding.help(say!("Name the file `{meant}` if that is what you mean.", "თუ ეს იგულისხმება, ფაილს დაარქვით `{meant}`.")),
            None => finding.help(say!(
                "Name the file `<chapter>.<language>.md`; the chapters are {chapters}, the languages of the plan {languages}.",
                "ფაილს დაარქვით `<თავი>.<ენა>.md`; თავებია {chapters}, გეგმის ენებია {languages}.",
                chapters = quoted(Chapter::ALL.iter().map(|(name, _)| *name)),
            )),
        };
    }
}
