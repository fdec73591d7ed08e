//! The check `missing-key`.

use super::{Context, Findings, quoted};
use crate::model::agency::AgencyKind;
use crate::model::indicator::ValueKind;
use crate::model::plan::ReportKind;
use crate::model::scale::Counts;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A key that is needed is missing, or nothing is written behind it.
    ///
    /// ## Why
    ///
    /// An activity without a deadline is never due, an indicator without a kind cannot be read, a waiver without a last day is
    /// never looked at again.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// - id: "2.1.3"
    ///   title: Broadcasting video clips
    ///   lead: [moia]
    /// ```
    ///
    /// ## What to do
    ///
    /// Add the key that the message names.
    pub(super) static MISSING_KEY = "missing-key", Error, Files, run,
    ka: "\
საჭირო გასაღები აკლია ან მის გასწვრივ არაფერი წერია.

## რატომ

საქმიანობას ვადის გარეშე ვადა არასოდეს დაუდგება, ინდიკატორი სახის გარეშე არ იკითხება, დაშვებულ გამონაკლისს ბოლო დღის გარეშე კი ხელახლა აღარავინ შეხედავს.

## მაგალითი

```yaml
- id: \"2.1.3\"
  title: ვიდეორგოლების გავრცელება
  lead: [moia]
```

## რა უნდა გააკეთოთ

დაამატეთ გასაღები, რომელსაც შეტყობინება ასახელებს.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::MissingKey { key, of, written } = problem.kind else { continue };
        let (noun, georgian) = noun(of);
        let finding = findings.add(
            &MISSING_KEY,
            problem.place.clone(),
            say!("this {noun} has no `{key}`", "ამ {georgian} `{key}` აკლია"),
        );
        finding.label(if written {
            say!("nothing is written here", "აქ არაფერი წერია")
        } else if key == "approved" {
            say!("an approved report needs the day and the act", "დამტკიცებულ ანგარიშს თარიღი და აქტი სჭირდება")
        } else {
            say!("the {noun} begins here", "აქ იწყება")
        });
        if key == "until" {
            finding.note(say!(
                "A waiver without a last day would never be looked at again.",
                "გამონაკლისს ბოლო დღის გარეშე ხელახლა აღარავინ შეხედავს."
            ));
        }
        let choices = choices(key, of);
        finding.help(if choices.is_empty() {
            let example = example(key);
            say!("Add `{key}: {example}`.", "დაამატეთ `{key}: {example}`.")
        } else {
            say!("Add `{key}` with one of {known}.", "დაამატეთ `{key}` და ჩაწერეთ ერთ-ერთი: {known}.", known = quoted(choices))
        });
    }
}

/// What a map describes, in English and in the Georgian dative.
fn noun(of: &'static str) -> (&'static str, &'static str) {
    match of {
        "plan" => ("plan", "გეგმას"),
        "calendar" => ("entry of the calendar", "ჩანაწერს"),
        "dimension" => ("dimension", "ჭრილს"),
        "value" => ("value", "მნიშვნელობას"),
        "goal" => ("goal", "მიზანს"),
        "objective" => ("objective", "ამოცანას"),
        "activity" => ("activity", "საქმიანობას"),
        "indicator" => ("indicator", "ინდიკატორს"),
        "amendment" => ("amendment", "ცვლილებას"),
        "merge" => ("rule of merging", "გაერთიანების წესს"),
        "register" => ("register of agencies", "უწყებების რეესტრს"),
        "agency" => ("agency", "უწყებას"),
        "renamed" => ("former name", "ძველ სახელწოდებას"),
        "merged" => ("merger", "შეერთებას"),
        "report" => ("report", "ანგარიშს"),
        "approved" => ("approval", "დამტკიცებას"),
        "assessment" => ("assessment", "შეფასებას"),
        "settled" => ("decision", "გადაწყვეტილებას"),
        "recommendation" => ("recommendation", "რეკომენდაციას"),
        "waiver" => ("waiver", "გამონაკლისს"),
        "status" => ("status", "სტატუსს"),
        other => (other, "ჩანაწერს"),
    }
}

/// The words that a key takes, where they are few.
fn choices(key: &str, of: &str) -> Vec<&'static str> {
    match (key, of) {
        ("kind", "indicator") => ValueKind::ALL.iter().map(|(name, _)| *name).collect(),
        ("kind", "agency") => AgencyKind::ALL.iter().map(|(name, _)| *name).collect(),
        ("kind", _) => ReportKind::ALL.iter().map(|(name, _)| *name).collect(),
        ("counts", _) => Counts::ALL.iter().map(|(name, _)| *name).collect(),
        _ => Vec::new(),
    }
}

/// What may stand behind a key.
fn example(key: &str) -> &'static str {
    match key {
        "title" | "name" | "label" | "reason" | "text" | "act" => "{ka: …, en: …}",
        "period" => "2019..2020",
        "languages" => "[ka, en]",
        "deadline" => "2020-H2",
        "covers" => "2020",
        "until" => "2021-12-31",
        "date" => "2020-06-30",
        "sign" => "\"■\"",
        "to" => "[moia]",
        "values" | "objectives" | "activities" | "agencies" => "[…]",
        "approved" => "{date: 2021-03-01, act: …}",
        _ => "…",
    }
}
