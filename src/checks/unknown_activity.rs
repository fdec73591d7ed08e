//! The check `unknown-activity`.

use super::cell::place_in_words;
use super::{Context, Findings};
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A cell does not hold the number of an activity of the plan.
    ///
    /// ## Why
    ///
    /// The row cannot be given to an activity, so it is not merged. Spreadsheets turn 2.1.10 into the date 02.01.2010; what was meant is shown but never taken by guess.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 02.01.2010,done
    /// 2.1.12,done
    /// ```
    ///
    /// ## What to do
    ///
    /// Compare the number with the plan and correct it. Format the cell as text before typing the number.
    pub(super) static UNKNOWN_ACTIVITY = "unknown-activity", Error, Submissions, run,
    ka: "\
უჯრაში გეგმის საქმიანობის ნომერი არ წერია.

## რატომ

სტრიქონი ვერც ერთ საქმიანობას ვერ მიეწერება, ამიტომ არ გაერთიანდება. ცხრილის პროგრამა ნომერს 2.1.10 თარიღად – 02.01.2010 – აქცევს; პროგრამა აჩვენებს, რა იგულისხმებოდა, მაგრამ ვარაუდით არ იღებს.

## მაგალითი

```csv
activity,status
02.01.2010,done
2.1.12,done
```

## რა უნდა გააკეთოთ

ნომერი გეგმას შეადარეთ და შეასწორეთ. ნომრის ჩაწერამდე უჯრის ფორმატი „ტექსტად“ შეცვალეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::NotAnActivity { found, meant, last_of_objective, as_date } = &problem.kind else { continue };
        let headline = if *as_date {
            say!("\"{found}\" is not an activity number", "„{found}“ საქმიანობის ნომერი არ არის")
        } else {
            say!("the plan has no activity numbered \"{found}\"", "გეგმაში ნომრით „{found}“ საქმიანობა არ არის")
        };
        let finding = findings.add(&UNKNOWN_ACTIVITY, problem.place.clone(), headline);
        finding.label(place_in_words(context, &problem.place));
        match (meant, last_of_objective) {
            (Some(meant), _) if *as_date => finding
                .note(say!("the spreadsheet turned the number into a date; it was probably {meant}", "ცხრილის პროგრამამ ნომერი თარიღად აქცია; სავარაუდოდ იყო {meant}"))
                .help(say!("Format the cell as text, then type {meant} again.", "უჯრის ფორმატი შეცვალეთ „ტექსტად“ და ხელახლა ჩაწერეთ {meant}.")),
            (Some(meant), _) => finding.help(say!("It was probably {meant}; write the number without leading zeros.", "სავარაუდოდ იყო {meant}; ნომერი წინა ნულების გარეშე ჩაწერეთ.")),
            (None, Some((objective, last))) => finding
                .note(say!("the last activity of objective {objective} is {last}", "{objective} ამოცანის ბოლო საქმიანობაა {last}"))
                .help(say!("Compare the number with the plan and correct it.", "ნომერი გეგმას შეადარეთ და შეასწორეთ.")),
            (None, None) => finding.help(say!("Compare the number with the plan and correct it.", "ნომერი გეგმას შეადარეთ და შეასწორეთ.")),
        };
    }
}
