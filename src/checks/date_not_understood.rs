//! The check `date-not-understood`.

use super::cell::{place_in_words, sender};
use super::{Context, Findings};
use crate::model::date::Date;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A new date cannot be read, or can be read in two ways.
    ///
    /// ## Why
    ///
    /// 03/04/2020 may be the third of April or the fourth of March; 31 June does not exist. Neither is guessed.
    ///
    /// ## Example
    ///
    /// ```csv
    /// activity,expected
    /// 2.1.3,03/04/2020
    /// ```
    ///
    /// ## What to do
    ///
    /// Write the day as 25.04.2020 or 2020-04-25, or a period such as 2021-H1.
    pub(super) static DATE_NOT_UNDERSTOOD = "date-not-understood", Error, Submissions, run,
    ka: "\
ახალი თარიღი არ იკითხება ან ორნაირად იკითხება.

## რატომ

03/04/2020 შეიძლება 3 აპრილიც იყოს და 4 მარტიც; 31 ივნისი არ არსებობს. პროგრამა ვარაუდით არც ერთს არ იღებს.

## მაგალითი

```csv
activity,expected
2.1.3,03/04/2020
```

## რა უნდა გააკეთოთ

თარიღი ჩაწერეთ ასე: 25.04.2020 ან 2020-04-25, პერიოდი კი ასე: 2021-H1.
";
}

fn run(context: &Context<'_>, findings: &mut Findings) {
    for problem in context.problems {
        let ProblemKind::NotADate { found } = &problem.kind else { continue };
        let readings = readings(found);
        let message = match &readings[..] {
            [one, other] => say!("\"{found}\" can be read in two ways: {one} or {other}", "„{found}“ ორნაირად იკითხება: {one} ან {other}"),
            [_] => say!("\"{found}\" is written with slashes, which often read in two ways", "„{found}“ დახრილი ხაზებით წერია; ასეთი თარიღი ხშირად ორნაირად იკითხება"),
            _ => say!("\"{found}\" is not a date of the calendar", "„{found}“ თარიღი არ არის"),
        };
        let finding = findings.add(&DATE_NOT_UNDERSTOOD, problem.place.clone(), message);
        finding.label(place_in_words(context, &problem.place)).about(sender(context, problem.place.source), None);
        match &readings[..] {
            [one, other] => finding.help(say!("Write {one} or {other}.", "ჩაწერეთ {one} ან {other}.")),
            [one] => finding.help(say!("Write {one}.", "ჩაწერეთ {one}.")),
            _ => finding.help(say!("Write the day as 25.04.2020, or a period such as 2021-H1.", "თარიღი ჩაწერეთ ასე: 25.04.2020, პერიოდი კი ასე: 2021-H1.")),
        };
    }
}

/// The days for which a date with slashes may stand, with full stops and the day first.
fn readings(found: &str) -> Vec<String> {
    let parts: Option<Vec<u32>> = found.trim().split('/').map(|part| part.trim().parse().ok()).collect();
    let Some([a, b, year]) = parts.as_deref().and_then(|parts| <[u32; 3]>::try_from(parts).ok()) else { return Vec::new() };
    let Some(year) = i32::try_from(year).ok().filter(|year| (1000..=9999).contains(year)) else { return Vec::new() };
    let day = |day, month| Date::new(year, month, day).map(|_| format!("{day:02}.{month:02}.{year}"));
    let mut readings: Vec<String> = [day(a, b), day(b, a)].into_iter().flatten().collect();
    readings.dedup();
    readings
}
