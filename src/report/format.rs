//! Numbers, shares, dates and periods as the report's language prints them (`terms.md` 2.9 to 2.11).

use super::language::Language;
use crate::model::date::{Date, Period, Span};
use crate::model::indicator::Number;
use crate::model::submission::{Expected, Value};

/// A change in per cent is printed only if both numbers are at least this.
const SMALLEST_FOR_PERCENT: i64 = 20;

impl Language {
    /// A whole number, in groups of three where it has enough digits.
    pub fn integer(&self, number: usize) -> String {
        self.grouped(&number.to_string())
    }

    /// A number with all its decimals.
    pub fn number(&self, number: Number) -> String {
        let text = number.to_string();
        let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
        match digits.split_once('.') {
            None => format!("{sign}{}", self.grouped(digits)),
            Some((whole, fraction)) => format!("{sign}{}{}{fraction}", self.grouped(whole), self.term("format.decimal")),
        }
    }

    /// A value of an indicator.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Number(number) => self.number(*number),
            Value::Below(limit) => self.fill("format.below", &[("number", &limit.to_string())]),
            Value::Withheld => self.term("format.withheld").to_owned(),
            Value::YesNo(yes) => self.term(if *yes { "yes" } else { "no" }).to_owned(),
            Value::Text(text) => text.to_string(),
        }
    }

    /// From one number to another: `24-40`.
    pub fn between(&self, first: Number, last: Number) -> String {
        self.fill("format.between", &[("first", &self.number(first)), ("last", &self.number(last))])
    }

    /// A percentage with one decimal, halves upwards; nothing for a denominator of zero.
    pub fn percent(&self, numerator: usize, denominator: usize) -> Option<String> {
        let (numerator, denominator) = (numerator as u128, denominator as u128);
        let tenths = (numerator * 2000 + denominator).checked_div(2 * denominator)?;
        Some(self.tenths(i128::try_from(tenths).ok()?))
    }

    /// Numerator and denominator in words: `8 of 53`.
    pub fn of(&self, numerator: usize, denominator: usize) -> String {
        self.fill("format.of", &[("numerator", &self.integer(numerator)), ("denominator", &self.integer(denominator))])
    }

    /// A percentage with numerator and denominator; `n/a` for a denominator of zero.
    pub fn share(&self, numerator: usize, denominator: usize) -> String {
        match self.percent(numerator, denominator) {
            Some(percent) => self.fill("format.share", &[("percent", &percent), ("of", &self.of(numerator, denominator))]),
            None => self.term("not_applicable").to_owned(),
        }
    }

    /// The change from one number to another, in per cent too if both are large enough.
    pub fn change(&self, before: Number, after: Number) -> Option<String> {
        let change = after.plus(Number { digits: before.digits.checked_neg()?, ..before })?;
        if change.digits == 0 {
            return Some(self.term("situation.unchanged").to_owned());
        }
        let sign = if change.digits > 0 { "+" } else { "" };
        let absolute = format!("{sign}{}", self.number(change));
        let enough = |number: Number| number.compare(Number::whole(SMALLEST_FOR_PERCENT)).is_ge();
        if !enough(before) || !enough(after) {
            return Some(absolute);
        }
        let scale = change.scale.max(before.scale);
        let wide = |number: Number| i128::from(number.digits).checked_mul(10i128.checked_pow(u32::from(scale - number.scale))?);
        let tenths = wide(change).zip(wide(before)).and_then(|(top, bottom)| {
            let doubled = top.abs().checked_mul(2000)?.checked_add(bottom)?;
            Some(doubled.checked_div(bottom.checked_mul(2)?)? * top.signum())
        });
        let Some(tenths) = tenths else { return Some(absolute) };
        Some(format!("{absolute} ({sign}{})", self.tenths(tenths)))
    }

    fn tenths(&self, tenths: i128) -> String {
        let sign = if tenths < 0 { "-" } else { "" };
        let whole = self.grouped(&(tenths.abs() / 10).to_string());
        let number = format!("{sign}{whole}{}{}", self.term("format.decimal"), tenths.abs() % 10);
        self.fill("format.percent", &[("number", &number)])
    }

    fn grouped(&self, digits: &str) -> String {
        // One group is the number itself.
        if digits.len() <= 3 || digits.len() < self.term("format.group_from").parse().unwrap_or(5) {
            return digits.to_owned();
        }
        let mut grouped = String::with_capacity(digits.len() * 2);
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                grouped.push_str(self.term("format.group"));
            }
            grouped.push(digit);
        }
        grouped
    }

    /// A day in tables: `12.03.2020`.
    pub fn date_table(&self, date: Date) -> String {
        self.date("format.date_table", date)
    }

    /// A day on the cover and in captions: `12 მარტი 2020`.
    pub fn date_line(&self, date: Date) -> String {
        self.date("format.date_line", date)
    }

    /// A day in running text: `2020 წლის 12 მარტი`.
    pub fn date_text(&self, date: Date) -> String {
        self.date("format.date_text", date)
    }

    fn date(&self, form: &str, date: Date) -> String {
        let (day, month, year) = (date.day().to_string(), format!("months.{}", date.month() - 1), date.year().to_string());
        let (dd, mm) = (format!("{day:0>2}"), format!("{:02}", date.month()));
        self.fill(form, &[("d", &day), ("dd", &dd), ("mm", &mm), ("month", self.term(&month)), ("yyyy", &year)])
    }

    /// A period or deadline in tables: `2020 წ. II ნახევარი`.
    pub fn period(&self, period: Period) -> String {
        self.period_in("period", period)
    }

    /// A period in running text: `2020 წლის მეორე ნახევარი`.
    pub fn period_text(&self, period: Period) -> String {
        self.period_in("period_text", period)
    }

    fn period_in(&self, form: &str, period: Period) -> String {
        let path = |name: &str| format!("{form}.{name}");
        match (period.first, period.last) {
            (first, None) => self.span(form, first),
            (Span::Year(first), Some(Span::Year(last))) => self.fill(&path("years"), &[("first", &first.to_string()), ("last", &last.to_string())]),
            (Span::Half(year, 1), Some(Span::Half(same, 2))) if year == same && form == "period" => {
                self.fill("period.halves", &[("year", &year.to_string())])
            }
            (first, Some(last)) => self.fill(&path("range"), &[("first", &self.span(form, first)), ("last", &self.span(form, last))]),
        }
    }

    fn span(&self, form: &str, span: Span) -> String {
        let (path, year) = match span {
            Span::Year(year) => (format!("{form}.year"), year),
            Span::Half(year, half) => (format!("{form}.half.{}", half.saturating_sub(1)), year),
            Span::Quarter(year, quarter) => (format!("{form}.quarter.{}", quarter.saturating_sub(1)), year),
            Span::Day(date) if form == "period" => return self.date_table(date),
            Span::Day(date) => return self.date_text(date),
        };
        self.fill(&path, &[("year", &year.to_string())])
    }

    /// First and last day of a period: `1 იანვარი – 31 დეკემბერი 2020`.
    pub fn days(&self, period: Period) -> String {
        let (start, end) = (period.start(), period.end());
        let first = if start.year() == end.year() { self.date("format.day", start) } else { self.date_line(start) };
        format!("{first} – {}", self.date_line(end))
    }

    /// A new date as an agency gave it.
    pub fn expected(&self, expected: Expected) -> String {
        match expected {
            Expected::Day(date) => self.date_table(date),
            Expected::Period(period) => self.period(period),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::text::Language as Code;
    use crate::report::language::LanguageError;

    fn both() -> Result<[Language; 2], LanguageError> {
        Ok([Language::load(Code::KA, None)?, Language::load(Code::EN, None)?])
    }

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap_or(Number::whole(-1))
    }

    #[test]
    fn numbers_in_groups() -> Result<(), LanguageError> {
        let [ka, en] = both()?;
        assert_eq!((ka.number(number("12345.5")), en.number(number("12345.5"))), ("12\u{a0}345,5".into(), "12,345.5".into()));
        assert_eq!((ka.number(number("1575")), en.number(number("1575"))), ("1575".into(), "1,575".into()));
        assert_eq!((ka.integer(1_234_567), en.number(number("-0.50"))), ("1\u{a0}234\u{a0}567".into(), "-0.50".into()));
        assert_eq!((ka.value(&Value::Below(5)), ka.value(&Value::YesNo(true))), ("<5".into(), "კი".into()));
        Ok(())
    }

    #[test]
    fn shares_round_half_up_and_have_no_zero_denominator() -> Result<(), LanguageError> {
        let [ka, en] = both()?;
        assert_eq!((ka.share(8, 53), en.share(8, 53)), ("15,1% (53-დან 8)".into(), "15.1% (8 of 53)".into()));
        assert_eq!(
            (en.share(1, 2000), en.share(49, 100_000), en.share(3, 3)),
            ("0.1% (1 of 2,000)".into(), "0.0% (49 of 100,000)".into(), "100.0% (3 of 3)".into())
        );
        assert_eq!((ka.share(0, 0), en.percent(0, 0)), ("არ გამოითვლება".into(), None));
        Ok(())
    }

    #[test]
    fn changes_in_per_cent_need_large_numbers() -> Result<(), LanguageError> {
        let [ka, en] = both()?;
        let change = |language: &Language, before, after| language.change(number(before), number(after)).unwrap_or_default();
        assert_eq!(change(&ka, "2521", "1177"), "-1344 (-53,3%)");
        assert_eq!(change(&en, "40", "67"), "+27 (+67.5%)");
        assert_eq!(change(&en, "29", "6"), "-23");
        assert_eq!(change(&en, "0", "25"), "+25");
        assert_eq!(change(&en, "20.5", "41"), "+20.5 (+100.0%)");
        assert_eq!(change(&en, "6", "6.0"), "unchanged");
        Ok(())
    }

    #[test]
    fn dates_and_periods() -> Result<(), LanguageError> {
        let [ka, en] = both()?;
        let day = Date::new(2020, 3, 12).map(|day| [ka.date_table(day), ka.date_line(day), ka.date_text(day), en.date_line(day)]);
        assert_eq!(day, Some(["12.03.2020", "12 მარტი 2020", "2020 წლის 12 მარტი", "12 March 2020"].map(String::from)));
        let period = |language: &Language, text| Period::parse(text).map(|period| language.period(period)).unwrap_or_default();
        assert_eq!((period(&ka, "2020-H2"), period(&en, "2020-H2")), ("2020\u{a0}წ. II ნახევარი".into(), "second half of 2020".into()));
        assert_eq!((period(&ka, "2019..2020"), period(&ka, "2019-H1..2019-H2")), ("2019-2020".into(), "2019\u{a0}წ. I-II ნახევარი".into()));
        assert_eq!(
            (period(&ka, "2020-06-30"), period(&en, "2019-H2..2020-Q3")),
            ("30.06.2020".into(), "second half of 2019 to third quarter of 2020".into())
        );
        assert_eq!(Period::parse("2020-H1").map(|period| ka.period_text(period)), Some("2020 წლის პირველი ნახევარი".into()));
        assert_eq!(Period::parse("2020").map(|period| ka.days(period)), Some("1 იანვარი – 31 დეკემბერი 2020".into()));
        Ok(())
    }
}
