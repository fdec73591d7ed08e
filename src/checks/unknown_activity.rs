//! The check `unknown-activity`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A row names an activity that the plan does not have.
    ///
    /// ## Why
    ///
    /// The row cannot be matched with the plan, so it is not merged. Spreadsheets like to turn a number such as 2.1.10 into a
    /// date.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,status
    /// 02.01.2010,implemented
    /// ```
    ///
    /// ## What to do
    ///
    /// Compare the number with the plan and correct it. If it became a date, format the cells as text before typing it again.
    pub(super) static UNKNOWN_ACTIVITY = "unknown-activity", Error, Submissions, run,
    ka: "\
სტრიქონში მითითებული საქმიანობა გეგმაში არ არის.

## რატომ

სტრიქონი გეგმას ვერ უკავშირდება, ამიტომ არ ითვლება. ცხრილის პროგრამა ნომერს (მაგალითად, 2.1.10) ხშირად თარიღად აქცევს.

## მაგალითი

```csv
activity,status
02.01.2010,implemented
```

## რა უნდა გააკეთოთ

ნომერი გეგმას შეადარეთ და შეასწორეთ. თუ იგი თარიღად იქცა, უჯრის ფორმატი „ტექსტად“ შეცვალეთ და ნომერი ხელახლა ჩაწერეთ.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::NotAnActivity { found, meant, objective: range, as_date } = &problem.kind else { continue };
        let place = &problem.place;
        let objective = context.plan.objectives.iter().any(|objective| objective.id == *found || objective.number == *found);
        let is_number = !as_date && found.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
        let found = excerpt(found);
        let message = if is_number && !objective {
            say!("the plan has no activity numbered {found}", "გეგმაში {found} ნომრით საქმიანობა არ არის")
        } else {
            say!("\"{found}\" is not an activity number", "„{found}“ საქმიანობის ნომერი არ არის")
        };
        let compare = || say!("Compare the number with the plan and correct it.", "ნომერი გეგმას შეადარეთ და შეასწორეთ.");
        let (fact, help): (Option<Wording>, Wording) = match (meant, range) {
            (Some(meant), _) if *as_date => (
                Some(say!(
                    "the spreadsheet turned the number into a date; it was probably {meant}",
                    "ცხრილის პროგრამამ ნომერი თარიღად აქცია; სავარაუდოდ იყო {meant}",
                )),
                say!("Format the cell as text, then type {meant} again.", "უჯრის ფორმატი შეცვალეთ „ტექსტად“ და ხელახლა ჩაწერეთ {meant}."),
            ),
            (Some(meant), _) => (
                Some(say!("it was probably {meant}", "სავარაუდოდ იყო {meant}")),
                say!("Format the cell as text and type {meant}.", "უჯრის ფორმატი შეცვალეთ „ტექსტად“ და ჩაწერეთ {meant}."),
            ),
            _ if objective => (
                Some(say!("this is the number of an objective", "ეს ამოცანის ნომერია")),
                say!("Write the number of one of its activities.", "ჩაწერეთ მისი ერთ-ერთი საქმიანობის ნომერი."),
            ),
            _ if *as_date => (
                Some(say!("the spreadsheet probably turned the number into a date", "ცხრილის პროგრამამ, სავარაუდოდ, ნომერი თარიღად აქცია")),
                say!(
                    "Format the cell as text, then type the number of the plan again.",
                    "უჯრის ფორმატი შეცვალეთ „ტექსტად“ და ხელახლა ჩაწერეთ გეგმის ნომერი.",
                ),
            ),
            (None, Some([objective, first, last])) if first == last => (
                Some(say!("objective {objective} has only the activity {first}", "{objective} ამოცანას ერთი საქმიანობა აქვს: {first}")),
                compare(),
            ),
            (None, Some([objective, first, last])) => (
                Some(say!(
                    "objective {objective} has the activities {first} to {last}",
                    "{objective} ამოცანის პირველი საქმიანობაა {first}, ბოლო – {last}",
                )),
                compare(),
            ),
            (None, None) => (None, compare()),
        };
        findings.add(&UNKNOWN_ACTIVITY, place.clone(), message).label(fact.unwrap_or_default()).help(help).about(sender(context, place.source), None);
    }
}
