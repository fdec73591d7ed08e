//! Dates, periods and deadlines. The only user of the calendar crate.
//!
//! A deadline keeps the words of the plan (`2020-H2`), so that a report never prints a half-year as a day.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day, if the calendar has it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `2020-06-30`, exactly in this form.
    pub fn from_iso(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
        let digits = |range: std::ops::Range<usize>| text.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()))?.parse().ok();
        if !shape {
            return None;
        }
        Self::new(i32::try_from(digits(0..4)?).ok()?, digits(5..7)?, digits(8..10)?)
    }

    /// Reads a day as typed: `2020-06-30`, `30.06.2020`, each also with a time of day behind it.
    pub fn from_typed(text: &str) -> Option<Self> {
        let text = text.trim();
        let (day, time) = text.split_once(['T', ' ']).unwrap_or((text, "0"));
        // Only a time may follow: `or so` is no part of a day.
        let is_time = time.starts_with(|c: char| c.is_ascii_digit()) && time.chars().all(|c| c.is_ascii_digit() || ":.+-Z APMapm".contains(c));
        if !is_time {
            return None;
        }
        Self::from_iso(day).or_else(|| {
            let parts: Vec<&str> = day.split('.').collect();
            match parts[..] {
                [d, m, y] if y.len() == 4 => Self::new(y.parse().ok()?, m.parse().ok()?, d.parse().ok()?),
                _ => None,
            }
        })
    }

    /// The day that a spreadsheet keeps as this number: days since 30 December 1899 (the day before 1 January 1900 is 1, and the year
    /// 1900 wrongly has a 29 February, so the count is right from March 1900 on).
    pub fn of_spreadsheet(number: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(u64::from(number))).map(Self)
    }

    /// The day as officials write it: `30.06.2020`.
    pub fn dotted(self) -> String {
        self.0.format("%d.%m.%Y").to_string()
    }

    /// The day before.
    pub fn day_before(self) -> Option<Self> {
        self.0.pred_opt().map(Self)
    }

    /// The year.
    pub fn year(&self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    pub fn month(&self) -> u32 {
        self.0.month()
    }

    /// The day of the month.
    pub fn day(&self) -> u32 {
        self.0.day()
    }

    /// Days from another day to this one; negative if this one is earlier.
    pub fn days_since(self, other: Self) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

/// A stretch of the calendar with a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// A year.
    Year(i32),
    /// A half-year: year and 1 or 2.
    Half(i32, u32),
    /// A quarter: year and 1 to 4.
    Quarter(i32, u32),
    /// A single day.
    Day(Date),
}

impl Span {
    /// Reads `2020`, `2020-H2`, `2020-Q3` or `2020-06-30`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(date) = Date::from_iso(text) {
            return Some(Self::Day(date));
        }
        let (year, part) = match text.split_once('-') {
            None => (text, None),
            Some((year, part)) => (year, Some(part)),
        };
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let year = year.parse().ok()?;
        match part {
            None => Some(Self::Year(year)),
            Some("H1") => Some(Self::Half(year, 1)),
            Some("H2") => Some(Self::Half(year, 2)),
            Some("Q1") => Some(Self::Quarter(year, 1)),
            Some("Q2") => Some(Self::Quarter(year, 2)),
            Some("Q3") => Some(Self::Quarter(year, 3)),
            Some("Q4") => Some(Self::Quarter(year, 4)),
            Some(_) => None,
        }
    }

    /// Its first day.
    pub fn start(&self) -> Date {
        match *self {
            Self::Year(year) => day(year, 1, 1),
            Self::Half(year, half) => day(year, half * 6 - 5, 1),
            Self::Quarter(year, quarter) => day(year, quarter * 3 - 2, 1),
            Self::Day(date) => date,
        }
    }

    /// Its last day.
    pub fn end(&self) -> Date {
        match *self {
            Self::Year(year) => day(year, 12, 31),
            Self::Half(year, half) => day(year, half * 6, if half == 1 { 30 } else { 31 }),
            Self::Quarter(year, quarter) => day(year, quarter * 3, if matches!(quarter, 1 | 4) { 31 } else { 30 }),
            Self::Day(date) => date,
        }
    }
}

/// A day that every calendar has.
fn day(year: i32, month: u32, day: u32) -> Date {
    Date(NaiveDate::from_ymd_opt(year, month, day).unwrap_or(NaiveDate::MIN))
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year}"),
            Self::Half(year, half) => write!(f, "{year}-H{half}"),
            Self::Quarter(year, quarter) => write!(f, "{year}-Q{quarter}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

/// When an activity is to be carried out, or what a report covers: a single span ('done by its end') or a range of
/// them ('carried out throughout, done in full by the end of it').
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first or only span.
    pub first: Span,
    /// The last span of a range.
    pub last: Option<Span>,
}

impl Period {
    /// One year.
    pub fn year(year: i32) -> Self {
        Self { first: Span::Year(year), last: None }
    }

    /// Reads `2020`, `2020-H2`, `2020-Q3`, `2020-06-30`, or two of them with `..` between.
    pub fn parse(text: &str) -> Option<Self> {
        match text.split_once("..") {
            None => Some(Self { first: Span::parse(text)?, last: None }),
            Some((first, last)) => Some(Self { first: Span::parse(first)?, last: Some(Span::parse(last)?) }),
        }
    }

    /// Its first day.
    pub fn start(&self) -> Date {
        self.first.start()
    }

    /// Its last day.
    pub fn end(&self) -> Date {
        self.last.unwrap_or(self.first).end()
    }

    /// Whether its last span ends before the first one does, or begins before it.
    pub fn is_reversed(&self) -> bool {
        self.last.is_some_and(|last| last.end() < self.first.end() || last.start() < self.first.start())
    }

    /// Whether it shares a day with another period.
    pub fn touches(&self, other: &Self) -> bool {
        self.start() <= other.end() && other.start() <= self.end()
    }

    /// Whether every day of another period lies in it.
    pub fn contains(&self, other: &Self) -> bool {
        self.start() <= other.start() && other.end() <= self.end()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.last {
            None => write!(f, "{}", self.first),
            Some(last) => write!(f, "{}..{last}", self.first),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_have_a_first_and_a_last_day() {
        let days = |text| Period::parse(text).map(|period| format!("{} {}", period.start(), period.end()));
        assert_eq!(days("2020"), Some("2020-01-01 2020-12-31".into()));
        assert_eq!(days("2020-H1"), Some("2020-01-01 2020-06-30".into()));
        assert_eq!(days("2020-Q3"), Some("2020-07-01 2020-09-30".into()));
        assert_eq!(days("2019-H1..2019-H2"), Some("2019-01-01 2019-12-31".into()));
        assert_eq!(days("2020-02-30"), None);
        assert_eq!(days("20-06-30"), None);
        assert_eq!(days("2020-H3"), None);
    }

    #[test]
    fn days_between() {
        let day = |text| Date::from_iso(text).into_iter();
        let between: Vec<i64> = day("2021-03-01").zip(day("2020-02-28")).map(|(a, b)| a.days_since(b)).collect();
        assert_eq!(between, [367]);
    }

    #[test]
    fn typed_days() {
        let typed = |text| Date::from_typed(text).map(|date| date.to_string());
        assert_eq!(typed("25.04.2020"), Some("2020-04-25".into()));
        assert_eq!(typed("2020-07-01T00:00:00+04:00"), Some("2020-07-01".into()));
        assert_eq!(typed("01.07.2020 00:00:00"), Some("2020-07-01".into()));
        assert_eq!(typed("01.07.2020 or so"), None);
        assert_eq!(typed("31.06.2020"), None);
        assert_eq!(typed("03/04/2020"), None);
        assert_eq!(Date::new(2020, 4, 5).map(Date::dotted), Some("05.04.2020".into()));
        assert_eq!(Date::new(2020, 1, 1).and_then(Date::day_before), Date::new(2019, 12, 31));
    }
}
