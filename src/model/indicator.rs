//! Indicators: what shows that an activity was carried out, and how its values combine.

use std::collections::BTreeMap;

use super::agency::AgencyIx;
use super::text::Text;
use crate::place::Place;

/// What sort of value an indicator takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum ValueKind {
    Count,
    Percent,
    Amount,
    YesNo,
    Text,
}

impl ValueKind {
    /// Every kind with its name in the plan.
    pub const ALL: [(&'static str, Self); 5] =
        [("count", Self::Count), ("percent", Self::Percent), ("amount", Self::Amount), ("yes-no", Self::YesNo), ("text", Self::Text)];

    /// Whether its values are numbers.
    pub fn is_number(self) -> bool {
        matches!(self, Self::Count | Self::Percent | Self::Amount)
    }

    /// The name in the plan.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// A decimal number as typed: `12.50` is 1250 with scale 2, so that nothing is rounded on its way through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    /// All digits as a whole number.
    pub digits: i64,
    /// How many of them stand behind the decimal point.
    pub scale: u8,
}

impl Number {
    /// A whole number.
    pub fn whole(digits: i64) -> Self {
        Self { digits, scale: 0 }
    }

    /// Reads `-12.50`; digits with at most one decimal point, at most 18 digits.
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let unsigned = whole.strip_prefix('-').unwrap_or(whole);
        let given = !unsigned.is_empty() && digits_only(unsigned) && digits_only(fraction);
        if !given || unsigned.len() + fraction.len() > 18 || text.ends_with('.') {
            return None;
        }
        let digits = format!("{whole}{fraction}").parse().ok()?;
        Some(Self { digits, scale: u8::try_from(fraction.len()).ok()? })
    }

    /// As a floating-point number, for shares and bars only.
    pub fn to_f64(self) -> f64 {
        self.digits as f64 / 10f64.powi(i32::from(self.scale))
    }

    /// The sum, exact unless it leaves 18 digits; nothing then.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let digits = self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?;
        Some(Self { digits, scale })
    }

    /// Order by size, whatever the scales.
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let scale = self.scale.max(other.scale);
        let wide = |number: Self| i128::from(number.digits) * 10i128.pow(u32::from(scale - number.scale));
        wide(self).cmp(&wide(other))
    }

    fn at_scale(self, scale: u8) -> Option<i64> {
        self.digits.checked_mul(10i64.checked_pow(u32::from(scale - self.scale))?)
    }
}

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.digits);
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = usize::from(self.scale) + 1);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.scale));
        write!(f, "{sign}{whole}.{fraction}")
    }
}

/// What an indicator should reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The number, or the least of a range.
    pub min: Number,
    /// The most, for a range.
    pub max: Option<Number>,
}

/// How the values of several periods combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Accumulates {
    /// Each value speaks of its own period; those of a year's parts add up.
    #[default]
    PerPeriod,
    /// Each value counts from the start; the last one stands.
    RunningTotal,
}

/// How the values of several agencies combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    /// They count different things and add up.
    Sum,
    /// They speak of the same thing and must agree.
    #[default]
    Same,
    /// One agency's value counts, the others are shown beside it.
    From(AgencyIx),
}

/// One indicator of an activity.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Where it stands.
    pub place: Place,
    /// Id, unique in its activity.
    pub id: String,
    /// Name as adopted.
    pub name: Text,
    /// What sort of value it takes.
    pub kind: ValueKind,
    /// What is counted; needed by numbers.
    pub unit: Text,
    /// Value before the plan began.
    pub baseline: Option<Number>,
    /// Targets by year.
    pub targets: BTreeMap<i32, Target>,
    /// How values of several periods combine.
    pub accumulates: Accumulates,
    /// How values of several agencies combine.
    pub merge: Merge,
    /// Numbers of the dimensions it can be broken down by.
    pub dimensions: Vec<u8>,
    /// Whether it counts victims.
    pub sensitive: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        for text in ["0", "12.50", "-0.05", "1234567890"] {
            assert_eq!(Number::parse(text).map(|number| number.to_string()), Some(text.to_owned()));
        }
        for text in ["", "-", "1.", "1,5", "1e3", "NaN", "1234567890123456789"] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sums_are_exact() {
        let sum = Number::parse("0.1").zip(Number::parse("0.25")).and_then(|(a, b)| a.plus(b));
        assert_eq!(sum.map(|number| number.to_string()), Some("0.35".into()));
    }
}
