//! The check `value-of-wrong-kind`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::diagnostic::{Level, Wording};
use crate::problem::{ProblemKind, ValueFault};
use crate::say;

declare_check! {
    /// A value is not of its indicator's kind.
    ///
    /// ## Why
    ///
    /// A count needs a whole number, a yes-no a yes or a no. What can be read in two ways, such as 1,234, is never guessed; a dash means that there is no value and is not zero.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,indicator,value
    /// 2.1.3,clips,about 30
    /// ```
    ///
    /// ## What to do
    ///
    /// Type only the number, and move the explanation to the column "narrative". A small count that must not be published is written `<5`.
    pub(super) static VALUE_OF_WRONG_KIND = "value-of-wrong-kind", Error, Submissions, run,
    ka: "\
მაჩვენებელი ინდიკატორის სახეს არ შეესაბამება.

## რატომ

რაოდენობას მთელი რიცხვი სჭირდება, კი/არა-ს – კი ან არა. რაც ორნაირად იკითხება, მაგალითად, 1,234, პროგრამა ვარაუდით არ კითხულობს; ტირე ნიშნავს, რომ მაჩვენებელი არ არის, და ნული არ არის.

## მაგალითი

```csv
activity,indicator,value
2.1.3,clips,about 30
```

## რა უნდა გააკეთოთ

ჩაწერეთ მხოლოდ რიცხვი, განმარტება კი სვეტში „შესრულების აღწერა“ გადაიტანეთ. მცირე რიცხვი, რომელიც არ უნდა გამოქვეყნდეს, იწერება `<5`.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::ValueKind { found, fault, kind } = &problem.kind else { continue };
        let (message, help) = words(&excerpt(found), fault, kind);
        let finding = findings.add(&VALUE_OF_WRONG_KIND, problem.place.clone(), message);
        finding.help(help).about(sender(context, problem.place.source), None);
        if *fault == ValueFault::NothingMark {
            finding.level(Level::Warning);
        }
    }
}

/// What is wrong with the value, and what to do.
fn words(found: &str, fault: &ValueFault, kind: &str) -> (Wording, Wording) {
    match fault {
        ValueFault::NotANumber => (not_a_number(found, kind), only_the_number(found, kind)),
        ValueFault::NotWhole => (say!("\"{found}\" is not a whole number, and this indicator counts", "„{found}“ მთელი რიცხვი არ არის, ამ ინდიკატორის მაჩვენებელი კი რაოდენობაა"), say!("Type the whole number that was counted.", "ჩაწერეთ დათვლილი მთელი რიცხვი.")),
        ValueFault::Negative => (say!("\"{found}\" is less than zero, and this indicator counts", "„{found}“ ნულზე ნაკლებია, ამ ინდიკატორის მაჩვენებელი კი რაოდენობაა"), say!("Type the number that was counted.", "ჩაწერეთ დათვლილი რიცხვი.")),
        ValueFault::AmbiguousGrouping { large, .. } if kind == "count" => (
            say!("\"{found}\" can be read in two ways: {large}, or a number that is not whole", "„{found}“ ორნაირად იკითხება: {large} ან არამთელი რიცხვი"),
            say!("If {large} was counted, write it without the mark.", "თუ დათვლილია {large}, ნიშნის გარეშე ჩაწერეთ."),
        ),
        ValueFault::AmbiguousGrouping { small, large } => (
            say!("\"{found}\" can be read in two ways: {small} or {large}", "„{found}“ ორნაირად იკითხება: {small} ან {large}"),
            say!("Write {large} without a mark, or {small} with one more digit behind it.", "ჩაწერეთ {large} ნიშნის გარეშე ან {small} ბოლოში კიდევ ერთი ციფრით."),
        ),
        ValueFault::Scientific => (
            say!("\"{found}\" has lost digits in the spreadsheet", "„{found}“ ცხრილის პროგრამამ შეამოკლა და ციფრები დაიკარგა"),
            say!("Format the cell as a number without decimals and type the full number again.", "უჯრის ფორმატად რიცხვი აირჩიეთ და სრული რიცხვი ხელახლა ჩაწერეთ."),
        ),
        ValueFault::PercentInCount => (
            say!("\"{found}\" is a percentage, but this indicator is not", "„{found}“ პროცენტია, ეს ინდიკატორი კი პროცენტით არ იზომება"),
            say!("Write the number that was counted.", "ჩაწერეთ დათვლილი რიცხვი."),
        ),
        ValueFault::Magnitude { full: Some(full) } => (
            say!("\"{found}\" is not written in full; it probably means {full}", "„{found}“ სრულად არ წერია; სავარაუდოდ ნიშნავს {full}"),
            say!("Write {full} if that is the number.", "თუ რიცხვი ეს არის, ჩაწერეთ {full}."),
        ),
        ValueFault::Magnitude { full: None } => (
            say!("\"{found}\" is not written in full", "„{found}“ სრულად არ წერია"),
            say!("Write the whole number in digits, for example 1500000.", "მთელი რიცხვი ციფრებით ჩაწერეთ, მაგალითად, 1500000."),
        ),
        ValueFault::Date => (
            say!("\"{found}\" is a date, not a number", "„{found}“ თარიღია და არა რიცხვი"),
            say!(
                "Format the cell as text and type the number again; a date belongs to the column \"expected\".",
                "უჯრის ფორმატი შეცვალეთ „ტექსტად“ და რიცხვი ხელახლა ჩაწერეთ; თარიღის ადგილი სვეტია „მოსალოდნელი თარიღი“."
            ),
        ),
        ValueFault::FewerInWords { limit } => (
            say!("\"{found}\" is not a number; a suppressed small count is written \"<{limit}\"", "„{found}“ რიცხვი არ არის; დაფარული მცირე რიცხვი იწერება „<{limit}“"),
            say!("Write \"<{limit}\" or the number itself.", "ჩაწერეთ „<{limit}“ ან თავად რიცხვი."),
        ),
        ValueFault::SpreadsheetError => (
            say!("\"{found}\" is an error of the spreadsheet, not a value", "„{found}“ ფორმულის შეცდომაა და არა მაჩვენებელი"),
            say!("Correct the formula, or type the value itself.", "ფორმულა შეასწორეთ ან თავად მაჩვენებელი ჩაწერეთ."),
        ),
        ValueFault::NotYesNo => (say!("\"{found}\" is neither yes nor no", "„{found}“ არც „კი“ არის და არც „არა“"), say!("Write yes or no, and explain in the column \"narrative\".", "ჩაწერეთ „კი“ ან „არა“, განმარტება კი სვეტში „შესრულების აღწერა“ გადაიტანეთ.")),
        ValueFault::NotSuppressible => (say!("\"{found}\" is not a number", "„{found}“ რიცხვი არ არის"), say!("Write the number; a suppressed small count is written `<5`.", "ჩაწერეთ რიცხვი; დაფარული მცირე რიცხვი იწერება `<5`.")),
        ValueFault::NothingMark => (say!("\"{found}\" is read as 'no value', not as zero", "„{found}“ იკითხება, როგორც „მონაცემი არ არის“, და არა ნული"), say!("Leave the cell empty, or write 0 if the number is zero.", "უჯრა ცარიელი დატოვეთ ან, თუ რიცხვი ნულია, ჩაწერეთ 0.")),
    }
}

/// Says in words of every day what the indicator takes instead.
fn not_a_number(found: &str, kind: &str) -> Wording {
    match kind {
        "percent" => say!("\"{found}\" is not a number; this indicator is a percentage", "„{found}“ რიცხვი არ არის; ამ ინდიკატორის მაჩვენებელი პროცენტია"),
        "amount" => say!("\"{found}\" is not a number; this indicator is an amount", "„{found}“ რიცხვი არ არის; ამ ინდიკატორის მაჩვენებელი თანხაა"),
        _ => say!("\"{found}\" is not a number; this indicator is a count", "„{found}“ რიცხვი არ არის; ამ ინდიკატორის მაჩვენებელი რაოდენობაა"),
    }
}

/// The advice names the number where the cell holds just one.
fn only_the_number(found: &str, kind: &str) -> Wording {
    if found.contains('%') && kind == "count" {
        return say!("Write the number that was counted, not its share.", "ჩაწერეთ დათვლილი რაოდენობა და არა პროცენტი.");
    }
    let mut numbers = found.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    match (numbers.next(), numbers.next()) {
        (Some(number), None) => say!(
            "Type only {number} here and move the explanation to the column \"narrative\".",
            "აქ ჩაწერეთ მხოლოდ {number}, განმარტება კი სვეტში „შესრულების აღწერა“ გადაიტანეთ."
        ),
        _ => say!(
            "Type only the number here and move the explanation to the column \"narrative\".",
            "აქ ჩაწერეთ მხოლოდ რიცხვი, განმარტება კი სვეტში „შესრულების აღწერა“ გადაიტანეთ."
        ),
    }
}
