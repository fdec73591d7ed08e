//! The check `missing-file`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A file that every plan needs is not there.
    ///
    /// ## Why
    ///
    /// Without `plan/plan.yaml` the period and the languages are unknown, without a register no agency is known, without a
    /// file in `plan/goals` there is nothing to report on.
    ///
    /// ## Example
    ///
    /// The folder `plan` holds `agencies.yaml` and `goals`, but no `plan.yaml`.
    ///
    /// ## What to do
    ///
    /// Write the file, or run the program in the folder that holds the folder `plan`.
    pub(super) static MISSING_FILE = "missing-file", Error, Files, run,
    ka: "\
ფაილი, რომელიც ყველა გეგმას სჭირდება, არ არის.

## რატომ

`plan/plan.yaml` ფაილის გარეშე უცნობია პერიოდი და ენები, რეესტრის გარეშე – უწყებები, `plan/goals` საქაღალდის ფაილების გარეშე კი ანგარიში ვერაფერზე შედგება.

## მაგალითი

საქაღალდეში `plan` არის `agencies.yaml` და `goals`, მაგრამ `plan.yaml` არ არის.

## რა უნდა გააკეთოთ

ფაილი შექმენით ან პროგრამა იმ საქაღალდიდან გაუშვით, რომელშიც საქაღალდე `plan` დევს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::MissingFile { path } = problem.kind else { continue };
        let (message, help) = match path {
            "plan/plan.yaml" => (
                say!("there is no file `plan/plan.yaml`", "ფაილი `plan/plan.yaml` არ არის"),
                say!(
                    "Write it, with `title`, `period` and `languages`; or run the program in the folder that holds `plan`.",
                    "შექმენით და ჩაწერეთ `title`, `period` და `languages`; ან პროგრამა იმ საქაღალდიდან გაუშვით, რომელშიც `plan` დევს."
                ),
            ),
            "plan/agencies.yaml" => (
                say!("there is no register of agencies", "უწყებების რეესტრი არ არის"),
                say!(
                    "Write `plan/agencies.yaml` with a list `agencies`, or put the list in `plan/plan.yaml`.",
                    "შექმენით `plan/agencies.yaml` და ჩაწერეთ სია `agencies` ან ეს სია ფაილში `plan/plan.yaml` მოათავსეთ."
                ),
            ),
            _ => (
                say!("the folder `plan/goals` holds no file", "საქაღალდეში `plan/goals` ფაილი არ არის"),
                say!(
                    "Write one file for each goal, such as `{path}`, with `id`, `title` and `objectives`.",
                    "თითო მიზნისთვის თითო ფაილი შექმენით, მაგალითად `{path}`, და ჩაწერეთ `id`, `title` და `objectives`."
                ),
            ),
        };
        findings.add(&MISSING_FILE, problem.place.clone(), message).help(help);
    }
}
