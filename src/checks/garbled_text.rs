//! The check `garbled-text`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// Each Georgian letter has become three signs.
    ///
    /// ## Why
    ///
    /// The file was in UTF-8, a program took it for a Western code page and saved it so. The signs would stand in the report.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,narrative
    /// 1.1.1,áƒ¢áƒ”áƒ¡áƒ¢áƒ˜
    /// ```
    ///
    /// ## What to do
    ///
    /// Open the original file and save it as "CSV UTF-8"; in the dialogue for importing text choose UTF-8.
    pub(super) static GARBLED_TEXT = "garbled-text", Error, Submissions, run,
    ka: "\
თითოეული ქართული ასოს ნაცვლად სამი ნიშანი წერია.

## რატომ

ფაილის კოდირება UTF-8 იყო, პროგრამამ კი იგი სხვა კოდირებად წაიკითხა და ასე შეინახა. ანგარიშში ეს ნიშნები აისახებოდა.

## მაგალითი

```csv
activity,narrative
1.1.1,áƒ¢áƒ”áƒ¡áƒ¢áƒ˜
```

## რა უნდა გააკეთოთ

გახსენით პირვანდელი ფაილი და შეინახეთ ტიპით „CSV UTF-8“; ტექსტის ჩატვირთვისას აირჩიეთ კოდირება UTF-8.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::GarbledText { meant } = &problem.kind else { continue };
        let finding = findings.add(
            &GARBLED_TEXT,
            problem.place.clone(),
            say!("the Georgian text is garbled: three signs stand for each letter", "ქართული ტექსტი დამახინჯებულია: თითო ასოს სამი ნიშანი შეესაბამება"),
        );
        if let Some(meant) = meant {
            let meant = excerpt(meant);
            finding.label(say!("it probably said \"{meant}\"", "სავარაუდოდ ეწერა „{meant}“"));
        }
        finding
            .help(say!(
                "Open the original file and save it as \"CSV UTF-8\"; when a program asks for the encoding, choose UTF-8.",
                "გახსენით პირვანდელი ფაილი და შეინახეთ ტიპით „CSV UTF-8“; თუ პროგრამა კოდირებას გკითხავთ, აირჩიეთ UTF-8."
            ))
            .about(sender(context, problem.place.source), None);
    }
}
