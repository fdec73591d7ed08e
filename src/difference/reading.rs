//! A merged value of an indicator, read from a document; a suppressed count is never a number.

use serde::{Deserialize, Deserializer};

use crate::model::indicator::Number;

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reading {
    Number(Number),
    YesNo(bool),
    Text(String),
    /// Suppressed: less than this.
    Below(u64),
    /// A number that is not published.
    Withheld,
    /// At least and at most.
    Between(Number, Number),
    /// Agencies disagree, so none counts.
    Conflict,
}

impl Reading {
    /// Whether both say the same; `5` and `5.0` do.
    pub(super) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => one.compare(*other).is_eq(),
            _ => self == other,
        }
    }

    /// The difference to a later value, where both are numbers.
    pub(super) fn until(&self, later: &Self) -> Option<Number> {
        let (Self::Number(before), Self::Number(after)) = (self, later) else { return None };
        after.plus(Number { digits: before.digits.checked_neg()?, ..*before })
    }
}

impl<'de> Deserialize<'de> for Reading {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = serde_json::Value::deserialize(deserializer)?;
        merged(&value).ok_or_else(|| serde::de::Error::custom("no merged value"))
    }
}

fn merged(value: &serde_json::Value) -> Option<Reading> {
    if let Some(range) = value.get("between").and_then(|range| range.as_array()) {
        let [least, most] = range.as_slice() else { return None };
        return Some(Reading::Between(number(least)?, number(most)?));
    }
    match (value.get("value"), value.get("sum"), value.get("conflict")) {
        (Some(value), None, None) | (None, Some(value), None) => reading(value),
        (None, None, Some(_)) => Some(Reading::Conflict),
        _ => None,
    }
}

fn reading(value: &serde_json::Value) -> Option<Reading> {
    match value {
        serde_json::Value::Bool(yes) => Some(Reading::YesNo(*yes)),
        serde_json::Value::String(text) => Some(Reading::Text(text.clone())),
        // A number too long to be exact can be shown, but nothing is computed from it.
        serde_json::Value::Number(long) => Some(number(value).map_or_else(|| Reading::Text(long.to_string()), Reading::Number)),
        value if value.get("withheld").is_some() => Some(Reading::Withheld),
        value => value.get("below").and_then(serde_json::Value::as_u64).map(Reading::Below),
    }
}

fn number(value: &serde_json::Value) -> Option<Number> {
    let serde_json::Value::Number(number) = value else { return None };
    Number::parse(&number.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Reading> {
        serde_json::from_str(text).ok()
    }

    #[test]
    fn every_form_is_read() {
        let number = |text| Number::parse(text).unwrap_or(Number::whole(-1));
        assert_eq!(of(r#"{"value": 12.5}"#), Some(Reading::Number(number("12.5"))));
        assert_eq!(of(r#"{"sum": 7}"#), Some(Reading::Number(Number::whole(7))));
        assert_eq!(of(r#"{"value": {"below": 5}}"#), Some(Reading::Below(5)));
        assert_eq!(of(r#"{"between": [3, 7]}"#), Some(Reading::Between(Number::whole(3), Number::whole(7))));
        assert_eq!(of(r#"{"conflict": true}"#), Some(Reading::Conflict));
        assert_eq!(of(r#"{"value": true}"#), Some(Reading::YesNo(true)));
        for wrong in ["{}", "3", r#"{"value": null}"#, r#"{"value": 1, "sum": 1}"#, r#"{"between": [1]}"#] {
            assert_eq!(of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_numbers_are_subtracted() {
        let [five, seven] = [5, 7].map(|number| Reading::Number(Number::whole(number)));
        assert_eq!(five.until(&seven), Some(Number::whole(2)));
        for other in [Reading::Below(5), Reading::Between(Number::whole(1), Number::whole(5)), Reading::Conflict, Reading::YesNo(true)] {
            assert_eq!((other.until(&five), five.until(&other)), (None, None), "{other:?}");
            assert!(!five.same(&other));
        }
        assert!(five.same(&Reading::Number(Number { digits: 50, scale: 1 })));
    }
}
