//! The check `date-not-understood`.

use super::cell::{excerpt, sender};
use super::{Context, Findings};
use crate::diagnostic::Wording;
use crate::model::date::Date;
use crate::model::spelling;
use crate::problem::ProblemKind;
use crate::say;

declare_check! {
    /// A new date cannot be read, or can be read in two ways.
    ///
    /// ## Why
    ///
    /// 03/04/2020 may be the third of April or the fourth of March; 31 June does not exist; 12.03.20 does not say which century. None is guessed.
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
    /// Write the day as 25.04.2020 or 2020-04-25, or a period such as 2021-H1 or "second half of 2021".
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
        let (readings, why) = readings(found);
        let found = excerpt(found);
        let (message, help) = match readings[..] {
            [one, other] => two_readings(&found, one, other),
            [day] => (why.said(&found), say!("Write {day} if that is the day.", "თუ ეს დღე იგულისხმება, ჩაწერეთ {day}.", day = day.dotted())),
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

/// Why a date that was probably meant is not read as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// Slashes or hyphens part day and month, in an order that differs from country to country.
    Order,
    /// The year has two digits.
    ShortYear,
    /// The number that a spreadsheet keeps for a day.
    DayNumber,
}

impl Why {
    fn said(self, found: &str) -> Wording {
        match self {
            Self::Order => say!(
                "in \"{found}\" day and month stand in an order that differs from country to country",
                "თარიღში „{found}“ დღისა და თვის რიგი ქვეყნების მიხედვით განსხვავდება"
            ),
            Self::ShortYear => say!("the year of \"{found}\" has two digits only", "თარიღში „{found}“ წელი მხოლოდ ორი ციფრითაა მითითებული"),
            Self::DayNumber => say!("\"{found}\" is the number by which a spreadsheet keeps a day", "„{found}“ რიცხვია, რომლითაც ცხრილის პროგრამა თარიღს ინახავს"),
        }
    }
}

/// The days for which a text may stand, the day first where both orders are possible.
fn readings(found: &str) -> (Vec<Date>, Why) {
    let found = found.trim();
    if let Some(number) = found.parse().ok().filter(|_| found.len() == 5) {
        return (Date::of_spreadsheet(number).into_iter().collect(), Why::DayNumber);
    }
    let Some((start, year)) = found.rfind(|c: char| !c.is_ascii_digit()).map(|at| found.split_at(at + found[at..].chars().next().map_or(1, char::len_utf8)))
    else {
        return (Vec::new(), Why::Order);
    };
    let why = if year.len() == 2 { Why::ShortYear } else { Why::Order };
    let year = if year.len() == 2 { format!("20{year}") } else { year.to_owned() };
    if let Some(day) = spelling::day(&format!("{start}{year}")) {
        return (vec![day], why);
    }
    let parts: Vec<u32> = start.split(['/', '-', '.']).filter(|part| !part.trim().is_empty()).filter_map(|part| part.trim().parse().ok()).collect();
    let ([a, b], Some(year)) = (&parts[..], year.parse().ok().filter(|year| (1000..=9999).contains(year))) else { return (Vec::new(), why) };
    let both = start.contains(['/', '-']);
    let orders = [Date::new(year, *b, *a), Date::new(year, *a, *b).filter(|_| both)];
    let mut readings: Vec<Date> = orders.into_iter().flatten().collect();
    readings.dedup();
    (readings, why)
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
    fn what_is_no_date_has_at_most_two_readings() {
        let days = |found| readings(found).0.into_iter().map(Date::dotted).collect::<Vec<_>>();
        assert_eq!(days("03/04/2020"), ["03.04.2020", "04.03.2020"]);
        assert_eq!(days("03-04-2020"), ["03.04.2020", "04.03.2020"]);
        assert_eq!(days("03/04/20"), ["03.04.2020", "04.03.2020"]);
        assert_eq!(days("25/4/2020"), ["25.04.2020"]);
        assert_eq!(days("4/25/2020"), ["25.04.2020"]);
        assert_eq!(days("03/03/2020"), ["03.03.2020"]);
        for text in ["12.03.20", "12-Mar-20", "12 მარტი 20", "43902"] {
            assert_eq!(days(text), ["12.03.2020"], "{text}");
        }
        assert_eq!([readings("12.03.20").1, readings("43902").1], [Why::ShortYear, Why::DayNumber]);
        for text in ["31/06/2020", "soon", "1/2", "31.06.2020", "", "ა", "2020"] {
            assert!(days(text).is_empty(), "{text}");
        }
    }
}
