//! The check `date-not-understood`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::diagnostic::Wording;
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
        let found = excerpt(found);
        let (message, help) = match readings[..] {
            [one, other] => two_readings(&found, one, other),
            [day] => (
                say!(
                    "\"{found}\" is written with slashes, which often read in two ways",
                    "„{found}“ დახრილი ხაზებით წერია; ასეთი თარიღი ხშირად ორნაირად იკითხება"
                ),
                say!("Write {day}.", "ჩაწერეთ {day}.", day = day.dotted()),
            ),
            _ => (
                if found.contains(|c: char| c.is_ascii_digit()) {
                    say!("\"{found}\" is not a date of the calendar", "თარიღი „{found}“ კალენდარში არ არის")
                } else {
                    say!("\"{found}\" is not a date", "„{found}“ თარიღი არ არის")
                },
                say!(
                    "Write the day as 25.04.2020, or a period such as 2021-H1.",
                    "თარიღი ჩაწერეთ ასე: 25.04.2020, პერიოდი კი ასე: 2021-H1."
                ),
            ),
        };
        let finding = findings.add(&DATE_NOT_UNDERSTOOD, problem.place.clone(), message);
        finding.help(help).about(sender(context, problem.place.source), None);
    }
}

fn two_readings(found: &str, one: Date, other: Date) -> (Wording, Wording) {
    let (first, second) = (in_words(one), in_words(other));
    let (one, other) = (one.dotted(), other.dotted());
    (
        Wording {
            en: format!("\"{found}\" can be read in two ways: {} or {}", first.en, second.en),
            ka: format!("„{found}“ ორნაირად იკითხება: {} ან {}", first.ka, second.ka),
        },
        Wording {
            en: format!("Write {one} ({}) or {other} ({}).", first.en, second.en),
            ka: format!("ჩაწერეთ {one} ({}) ან {other} ({}).", first.ka, second.ka),
        },
    )
}

/// The days for which a date with slashes may stand, the day first where both orders are possible.
fn readings(found: &str) -> Vec<Date> {
    let parts: Option<Vec<u32>> = found.trim().split('/').map(|part| part.trim().parse().ok()).collect();
    let Some([a, b, year]) = parts.as_deref().and_then(|parts| <[u32; 3]>::try_from(parts).ok()) else { return Vec::new() };
    let Some(year) = i32::try_from(year).ok().filter(|year| (1000..=9999).contains(year)) else { return Vec::new() };
    let mut readings: Vec<Date> = [Date::new(year, b, a), Date::new(year, a, b)].into_iter().flatten().collect();
    readings.dedup();
    readings
}

/// `3 April`.
fn in_words(date: Date) -> Wording {
    const MONTHS: [(&str, &str); 12] = [
        ("January", "იანვარი"),
        ("February", "თებერვალი"),
        ("March", "მარტი"),
        ("April", "აპრილი"),
        ("May", "მაისი"),
        ("June", "ივნისი"),
        ("July", "ივლისი"),
        ("August", "აგვისტო"),
        ("September", "სექტემბერი"),
        ("October", "ოქტომბერი"),
        ("November", "ნოემბერი"),
        ("December", "დეკემბერი"),
    ];
    let (en, ka) = MONTHS[date.month() as usize - 1];
    say!("{day} {en}", "{day} {ka}", day = date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_with_slashes_has_at_most_two_readings() {
        let days = |found| readings(found).into_iter().map(Date::dotted).collect::<Vec<_>>();
        assert_eq!(days("03/04/2020"), ["03.04.2020", "04.03.2020"]);
        assert_eq!(days("25/4/2020"), ["25.04.2020"]);
        assert_eq!(days("4/25/2020"), ["25.04.2020"]);
        assert_eq!(days("03/03/2020"), ["03.03.2020"]);
        assert!(days("31/06/2020").is_empty() && days("1/2/20").is_empty() && days("soon").is_empty());
    }
}
