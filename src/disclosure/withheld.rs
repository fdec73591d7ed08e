//! What was hidden, and which texts say it all the same.

use std::collections::BTreeMap;

use super::numbers::numbers;
use crate::model::date::Period;
use crate::model::indicator::Number;
use crate::model::period::ReportingPeriod;
use crate::model::plan::{ActivityIx, Plan};
use crate::model::submission::{Breakdown, Row, Value};
use crate::model::text::{Text, folded};

/// A number that the edition for the public does not show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// Its activity.
    pub activity: ActivityIx,
    /// Number of its indicator in the activity.
    pub indicator: u16,
    /// What it is broken down by.
    pub breakdown: Breakdown,
    /// Number of the reporting period; nothing for a baseline.
    pub period: Option<usize>,
    /// The number.
    pub number: Number,
}

/// What an edition that is out says of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published<'e> {
    /// Path of the edition.
    pub path: &'e str,
    /// The activity.
    pub activity: ActivityIx,
    /// Number of the indicator in the activity.
    pub indicator: u16,
    /// What it is broken down by.
    pub breakdown: Breakdown,
    /// Number of the reporting period.
    pub period: usize,
    /// Whether the number is shown; it is withheld otherwise.
    pub shown: bool,
}

/// A number of a text that is withheld elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// As the text writes it.
    pub written: &'a str,
    /// The withheld numbers that it may be, each once.
    pub withheld: Vec<&'a Withheld>,
}

/// What a text is about, which says how much it tells.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The activity, if it is about one.
    pub activity: Option<ActivityIx>,
    /// The days.
    pub covers: Option<Period>,
}

/// A withheld number with what tells that a text means it.
#[derive(Debug)]
struct Candidate<'a> {
    withheld: &'a Withheld,
    /// Its days, where they are known.
    days: Option<Period>,
    /// What is counted: victims, persons.
    counted: Vec<Beginning>,
    /// Which of them: women, minors.
    parts: Vec<Beginning>,
}

/// The beginning of a word, so that no case or number of it matters, and the most letters of a word that is meant.
type Beginning = (String, usize);

/// The withheld numbers, to be looked for in texts.
#[derive(Debug)]
pub struct Index<'a> {
    by_number: BTreeMap<i64, Vec<Candidate<'a>>>,
    limit: u32,
}

impl<'a> Index<'a> {
    /// An index; numbers that are not whole are in no text.
    pub fn new(plan: &Plan, periods: &[ReportingPeriod], withheld: &'a [Withheld]) -> Self {
        let mut by_number: BTreeMap<i64, Vec<Candidate<'a>>> = BTreeMap::new();
        for one in withheld {
            if let Some(number) = whole(one.number) {
                let days = one.period.and_then(|at| periods.get(at)?.covers);
                let (counted, parts) = subject(plan, one);
                by_number.entry(number).or_default().push(Candidate { withheld: one, days, counted, parts });
            }
        }
        Self { by_number, limit: plan.small_count }
    }

    /// Whether there is anything to look for.
    pub fn is_empty(&self) -> bool {
        self.by_number.is_empty()
    }

    /// The numbers of a text that are withheld: those of its own activity; of others where the sentence names what is counted, or the number
    /// stands before the name of a part ('two minors'). They are of the text's own days, or of a year that it names.
    pub fn told<'t>(&self, text: &'t str, about: About) -> Vec<Told<'t>>
    where
        'a: 't,
    {
        let mut told: Vec<Told<'t>> = Vec::new();
        for (place, number) in numbers(text, self.limit) {
            let written = &text[place.clone()];
            let Some(candidates) = self.by_number.get(&number) else { continue };
            let in_time = |days: Option<Period>| match (days, about.covers) {
                (Some(days), Some(covers)) => days.touches(&covers) || years(text).any(|year| Period::year(year).touches(&days)),
                _ => true,
            };
            let sentence = words(sentence(text, place.start));
            let next: Vec<String> = words(&text[place.end..]).into_iter().take(NEAR).collect();
            let in_subject =
                |one: &Candidate<'_>| about.activity == Some(one.withheld.activity) || names(&sentence, &one.counted) || names(&next, &one.parts);
            for one in candidates.iter().filter(|one| in_time(one.days) && in_subject(one)) {
                let at = told.iter().position(|told| told.written == written).unwrap_or_else(|| {
                    told.push(Told { written, withheld: Vec::new() });
                    told.len() - 1
                });
                if !told[at].withheld.contains(&one.withheld) {
                    told[at].withheld.push(one.withheld);
                }
            }
        }
        told
    }

    /// The withheld numbers of other activities that a shown figure of this period equals in number and in name.
    pub fn elsewhere(&self, plan: &Plan, row: &Row, period: usize) -> Vec<&'a Withheld> {
        let (Some(Value::Number(number)), Some(indicator)) = (&row.value, row.indicator) else { return Vec::new() };
        let candidates = whole(*number).and_then(|number| self.by_number.get(&number)).into_iter().flatten().map(|one| one.withheld);
        let name = |activity, indicator, breakdown: &Breakdown| {
            let mut names: Vec<Text> = breakdown.iter().filter_map(|pair| value_name(plan, *pair)).cloned().collect();
            if names.is_empty() {
                names.extend(plan.activity(activity).indicators.get(usize::from(indicator)).map(|indicator| indicator.name.clone()));
            }
            names
        };
        let mut found: Vec<&'a Withheld> = Vec::new();
        for one in candidates.filter(|one| one.period == Some(period) && one.activity != row.activity) {
            let same = name(one.activity, one.indicator, &one.breakdown) == name(row.activity, indicator, &row.breakdown);
            if same && !found.contains(&one) {
                found.push(one);
            }
        }
        found
    }

    /// Whether the texts of a row that gives a figure say a withheld number of its own indicator.
    pub(super) fn is_told(&self, text: &Text, about: About, indicator: u16) -> bool {
        text.all().any(|(_, text)| {
            self.told(text, about)
                .iter()
                .any(|told| told.withheld.iter().any(|one| Some(one.activity) == about.activity && one.indicator == indicator))
        })
    }
}

/// A number, if it is whole.
fn whole(number: Number) -> Option<i64> {
    let scale = 10i64.checked_pow(u32::from(number.scale))?;
    (number.digits % scale == 0).then_some(number.digits / scale)
}

/// The name of a value of a dimension.
fn value_name(plan: &Plan, (dimension, value): (u8, u8)) -> Option<&Text> {
    Some(&plan.dimensions.get(usize::from(dimension))?.values.get(usize::from(value))?.name)
}

/// How many words after a number are near it.
const NEAR: usize = 3;

/// The words of a text, as they are compared.
fn words(text: &str) -> Vec<String> {
    folded(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn years(text: &str) -> impl Iterator<Item = i32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    digits.filter_map(|run| run.parse().ok()).filter(|year| (1900..2100).contains(year))
}

/// The sentence or line around a place.
fn sentence(text: &str, at: usize) -> &str {
    let ends = |end: &(usize, &str)| end.1.ends_with('\n') || text[end.0 + end.1.len()..].starts_with(char::is_whitespace);
    let mut start = 0;
    for (end, mark) in text.match_indices(['.', '!', '?', '\n']).filter(ends) {
        if end >= at {
            return &text[start..end];
        }
        start = end + mark.len();
    }
    &text[start..]
}

fn names(words: &[String], beginnings: &[Beginning]) -> bool {
    let is = |word: &String| beginnings.iter().any(|(beginning, longest)| word.starts_with(beginning.as_str()) && word.chars().count() <= *longest);
    words.iter().any(is)
}

/// The words that name what is counted, and those that name a part of it. Where a dimension says what is counted, as 'victims' and
/// 'convicts' do, the name of the indicator is that of the statistics.
fn subject(plan: &Plan, withheld: &Withheld) -> (Vec<Beginning>, Vec<Beginning>) {
    let Some(indicator) = plan.activity(withheld.activity).indicators.get(usize::from(withheld.indicator)) else { return Default::default() };
    let (mut counted, mut parts) = (Vec::new(), Vec::new());
    for pair in &withheld.breakdown {
        let adds_up = plan.dimensions.get(usize::from(pair.0)).is_some_and(|dimension| dimension.adds_up);
        let list = if adds_up { &mut parts } else { &mut counted };
        list.extend(value_name(plan, *pair).into_iter().flat_map(beginnings));
    }
    if counted.is_empty() {
        counted.extend(beginnings(&indicator.name));
    }
    counted.extend(beginnings(&indicator.unit));
    (counted, parts)
}

/// The first two thirds of every word of a name in each language, three letters at least; short words have few endings.
fn beginnings(name: &Text) -> Vec<Beginning> {
    let mut beginnings = Vec::new();
    for word in
        name.all().flat_map(|(_, name)| words(name)).filter(|word| word.chars().count() > 3 && !word.starts_with(|c: char| c.is_ascii_digit()))
    {
        let length = word.chars().count();
        beginnings.push((word.chars().take((2 * length).div_ceil(3).max(3)).collect(), if length > 5 { usize::MAX } else { length + 2 }));
    }
    beginnings
}
