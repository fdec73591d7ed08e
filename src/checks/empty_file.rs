//! The check `empty-file`.

use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A file is empty.
    ///
    /// ## Why
    ///
    /// An empty file usually comes from a save that failed. Taken as it is, it would look as if there were nothing to say.
    ///
    /// ## Example
    ///
    /// `reports/2020/submissions/moia.csv` of zero bytes; `plan/agencies.yaml` that holds only comments.
    ///
    /// ## What to do
    ///
    /// Save the file again, or delete it.
    pub(super) static EMPTY_FILE = "empty-file", Error, Files, run,
    ka: "\
ფაილი ცარიელია.

## რატომ

ცარიელი ფაილი, როგორც წესი, წარუმატებელი შენახვის შედეგია. თუ ასეთად დარჩა, ისე გამოჩნდება, თითქოს სათქმელი არაფერი იყო.

## მაგალითი

`reports/2020/submissions/moia.csv`, რომლის ზომა ნულია; `plan/agencies.yaml`, რომელშიც მხოლოდ კომენტარებია.

## რა უნდა გააკეთოთ

ფაილი ხელახლა შეინახეთ ან წაშალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::EmptyFile = problem.kind else { continue };
        let path = &context.sources.get(problem.place.source).path;
        let is_table = path.to_lowercase().ends_with(".csv");
        findings.add(&EMPTY_FILE, problem.place.clone(), say!("the file is empty", "ფაილი ცარიელია")).help(if is_table {
            say!(
                "Save the table again as \"CSV UTF-8\"; if there is nothing to report, say so in a row with the reason.",
                "ცხრილი ხელახლა შეინახეთ ტიპით „CSV UTF-8“; თუ მოსაწოდებელი არაფერია, ეს ერთ სტრიქონში მიზეზთან ერთად მიუთითეთ."
            )
        } else {
            say!("Write what belongs in it, or delete it.", "ჩაწერეთ, რაც მასში უნდა იყოს, ან ფაილი წაშალეთ.")
        });
    }
}
