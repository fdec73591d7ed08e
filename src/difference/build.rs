//! From two documents to what differs.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::plan::Pairs;
use super::read::{Document, Rate, State};
use super::reading::Reading;
use super::{AssessmentChange, Difference, FigureChange, Move, RateChange};

/// States of one report by the id of the activity.
type States<'a> = HashMap<&'a str, &'a State>;

/// Compares an earlier report with a later one.
pub fn build<'a>(before: &'a Document, after: &'a Document) -> Difference<'a> {
    let pairs = Pairs::new(before, after);
    let (old, new) = (states(before), states(after));
    let is_overdue = |states: &States<'a>, id: &str| states.get(id).is_some_and(|state| state.overdue_since.is_some());
    let turned = |from: &States<'a>, to: &States<'a>| pairs.ids.iter().copied().filter(|id| is_overdue(to, id) && !is_overdue(from, id)).collect();
    let rates = |document: &'a Document| {
        let rates = &document.progress.rates;
        [&rates.execution, &rates.completion, &rates.reported]
    };
    let ([execution, completion, reported], [execution_now, completion_now, reported_now]) = (rates(before), rates(after));
    let aside = |document: &Document| document.progress.set_aside.len();
    Difference {
        before,
        after,
        moves: moves(before, after, &pairs, &old, &new),
        overdue: turned(&old, &new),
        no_longer_overdue: turned(&new, &old),
        rates: [
            rate("execution", execution, execution_now),
            rate("completion", completion, completion_now),
            rate("reported", reported, reported_now),
        ],
        began: senders(after, before),
        stopped: senders(before, after),
        figures: figures(before, after, &pairs, &old, &new),
        plan: pairs.change(),
        assessments: assessments(&pairs, &old, &new),
        texts: texts(before, after),
        set_aside: (aside(before), aside(after)),
    }
}

fn states(document: &Document) -> States<'_> {
    document.progress.activities.iter().map(|state| (state.id.as_str(), state)).collect()
}

/// Changes of the status that counts, in the order of the scale.
fn moves<'a>(before: &'a Document, after: &'a Document, pairs: &Pairs<'a>, old: &States<'a>, new: &States<'a>) -> Vec<Move<'a>> {
    let mut order: HashMap<&str, usize> = HashMap::new();
    for status in after.plan.scale.iter().chain(&before.plan.scale) {
        let next = order.len();
        order.entry(&status.code).or_insert(next);
    }
    let place = |code: &'a str| (order.get(code).copied().unwrap_or(usize::MAX), code);
    let mut moves: BTreeMap<_, Vec<&'a str>> = BTreeMap::new();
    for &id in &pairs.ids {
        let (Some(old), Some(new)) = (old.get(id), new.get(id)) else { continue };
        if old.status != new.status {
            moves.entry((place(&old.status), place(&new.status))).or_default().push(id);
        }
    }
    moves.into_iter().map(|(((_, from), (_, to)), activities)| Move { from, to, activities }).collect()
}

fn rate(name: &'static str, before: &Rate, after: &Rate) -> RateChange {
    let set = |ids: &Vec<String>| ids.iter().cloned().collect::<HashSet<String>>();
    let same = set(&before.numerator) == set(&after.numerator) && set(&before.denominator) == set(&after.denominator);
    let counts = |rate: &Rate| (rate.numerator.len(), rate.denominator.len());
    RateChange { name, before: counts(before), after: counts(after), same }
}

/// Agencies that sent something for one report and nothing for the other.
fn senders<'a>(one: &'a Document, other: &'a Document) -> Vec<&'a str> {
    let known: HashSet<&str> = other.progress.agencies.iter().filter(|agency| agency.sent()).map(|agency| agency.id.as_str()).collect();
    let sent = one.progress.agencies.iter().filter(|agency| agency.sent()).map(|agency| agency.id.as_str());
    sent.filter(|id| !known.contains(id)).collect()
}

/// Values of one activity by indicator and breakdown.
type Values<'a> = BTreeMap<(&'a str, &'a BTreeMap<String, String>), &'a BTreeMap<i32, Reading>>;

fn figures<'a>(before: &'a Document, after: &'a Document, pairs: &Pairs<'a>, old: &States<'a>, new: &States<'a>) -> Vec<FigureChange<'a>> {
    let years = (last_year(before), last_year(after));
    let mut changes = Vec::new();
    for &activity in &pairs.ids {
        let values = |states: &States<'a>| -> Values<'a> {
            let figures = states.get(activity).copied().into_iter().flat_map(|state| &state.figures);
            figures.map(|figure| ((figure.indicator.as_str(), &figure.breakdown), &figure.by_year)).collect()
        };
        let (old, new) = (values(old), values(new));
        let latest = pairs.latest(activity);
        let place = |id: &str| latest.and_then(|it| it.indicators.iter().position(|known| known.get("id").and_then(|it| it.as_str()) == Some(id)));
        let mut keys: Vec<_> = old.keys().chain(new.keys()).copied().collect();
        keys.sort_by_key(|(indicator, breakdown)| (place(indicator).unwrap_or(usize::MAX), *indicator, *breakdown));
        keys.dedup();
        for key in keys {
            let (old, new) = (old.get(&key).copied(), new.get(&key).copied());
            for (first, second) in compared(old, new, years) {
                let (before, after) = (old.and_then(|it| it.get(&first)), new.and_then(|it| it.get(&second)));
                let same = match (before, after) {
                    (Some(before), Some(after)) => before.same(after),
                    (before, after) => before.is_none() && after.is_none(),
                };
                if !same {
                    let (indicator, breakdown) = key;
                    changes.push(FigureChange { activity, indicator, breakdown, years: (first, second), before, after });
                }
            }
        }
    }
    changes
}

/// The years whose values are compared: each year that both reports speak of with itself, and the last years of two periods with
/// each other. That the later report has a year which the earlier one could not have is no difference.
fn compared(old: Option<&BTreeMap<i32, Reading>>, new: Option<&BTreeMap<i32, Reading>>, last: (Option<i32>, Option<i32>)) -> Vec<(i32, i32)> {
    let mut years: Vec<i32> = old.into_iter().chain(new).flat_map(|values| values.keys().copied()).collect();
    years.sort_unstable();
    years.dedup();
    let (Some(first), Some(second)) = last else { return years.into_iter().map(|year| (year, year)).collect() };
    let mut pairs: Vec<(i32, i32)> = years.into_iter().filter(|year| *year <= first.min(second)).map(|year| (year, year)).collect();
    if first != second {
        pairs.push((first, second));
    }
    pairs
}

/// The last year of the period that a report covers: `2020`, `2020-H2`, `2019..2020`.
pub(super) fn last_year(document: &Document) -> Option<i32> {
    crate::model::date::Period::parse(&document.report.covers).map(|period| period.end().year())
}

fn assessments<'a>(pairs: &Pairs<'a>, old: &States<'a>, new: &States<'a>) -> Vec<AssessmentChange<'a>> {
    let change = |id: &&'a str| {
        let (old, new) = (old.get(id), new.get(id));
        let assessed = |state: Option<&&'a State>| state.and_then(|state| state.assessed.as_deref());
        let (before, after) = (assessed(old), assessed(new));
        let reasons = (old.map(|state| &state.reason), new.map(|state| &state.reason));
        let reason = before.is_some() && after.is_some() && reasons.0 != reasons.1;
        (before != after || reason).then_some(AssessmentChange { activity: id, before, after, reason })
    };
    pairs.ids.iter().filter_map(change).collect()
}

fn texts(before: &Document, after: &Document) -> Vec<&'static str> {
    let (one, other) = (&before.report, &after.report);
    let same = [
        ("note", one.note == other.note),
        ("introduction", one.introduction == other.introduction),
        ("findings", one.findings == other.findings),
        ("recommendations", one.recommendations == other.recommendations),
        ("follow_up", is_same(&one.follow_up, &other.follow_up)),
        ("words", is_same(&one.words, &other.words)),
    ];
    same.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
}

/// Whether two values are the same; a document that was written before there was such a value says as little as an empty one.
fn is_same(one: &serde_json::Value, other: &serde_json::Value) -> bool {
    let says_nothing = |value: &serde_json::Value| {
        value.is_null() || value.as_array().is_some_and(Vec::is_empty) || value.as_object().is_some_and(serde_json::Map::is_empty)
    };
    one == other || says_nothing(one) && says_nothing(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::indicator::Number;

    fn years(years: &[i32]) -> BTreeMap<i32, Reading> {
        years.iter().map(|year| (*year, Reading::Number(Number::whole(1)))).collect()
    }

    #[test]
    fn versions_are_compared_year_by_year_and_periods_by_their_last_years() {
        let (one, both) = (years(&[2019]), years(&[2019, 2020]));
        let found = |old, new, first, second| compared(Some(old), Some(new), (Some(first), Some(second)));
        assert_eq!(found(&both, &both, 2020, 2020), [(2019, 2019), (2020, 2020)]);
        assert_eq!(found(&one, &both, 2020, 2020), [(2019, 2019), (2020, 2020)]);
        assert_eq!(found(&one, &both, 2019, 2020), [(2019, 2019), (2019, 2020)]);
        assert_eq!(found(&both, &one, 2020, 2019), [(2019, 2019), (2020, 2019)]);
        assert_eq!(compared(None, Some(&one), (Some(2019), Some(2019))), [(2019, 2019)]);
        assert_eq!(compared(Some(&one), Some(&both), (None, Some(2020))), [(2019, 2019), (2020, 2020)]);
    }

    #[test]
    fn a_rate_is_the_same_only_with_the_same_activities_behind_it() {
        let of = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let rate_of = |numerator: &[&str]| Rate { numerator: of(numerator), denominator: of(&["a", "b"]) };
        assert!(rate("execution", &rate_of(&["a", "b"]), &rate_of(&["b", "a"])).same);
        let changed = rate("execution", &rate_of(&["a"]), &rate_of(&["b"]));
        assert_eq!((changed.same, changed.tenths()), (false, Some(0)));
    }
}
