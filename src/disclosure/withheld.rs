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

/// The beginning of a word, so that no case or number of it matters, and the most letters of a word that is meant.
type Beginning = (String, usize);

/// Withheld numbers of one size and period by the words that name them.
#[derive(Debug, Default)]
struct Named<'a> {
    /// By words for what is counted: victims, persons.
    counted: BTreeMap<Beginning, Vec<&'a Withheld>>,
    /// By words for a part of it: women, minors.
    parts: BTreeMap<Beginning, Vec<&'a Withheld>>,
    /// By the whole name of the figure.
    figures: BTreeMap<String, Vec<&'a Withheld>>,
}

/// The withheld numbers, to be looked for in texts.
///
/// However many there are, a text is compared with those of its own activity and with the words of its own sentences.
#[derive(Debug)]
pub struct Index<'a> {
    own: BTreeMap<(i64, ActivityIx), Vec<&'a Withheld>>,
    named: BTreeMap<(i64, Option<usize>), Named<'a>>,
    /// The days of the periods, where they are known.
    days: Vec<Option<Period>>,
    limit: u32,
}

impl<'a> Index<'a> {
    /// An index; numbers that are not whole are in no text.
    pub fn new(plan: &Plan, periods: &[ReportingPeriod], withheld: &'a [Withheld]) -> Self {
        let days = periods.iter().map(|period| period.covers).collect();
        let mut index = Self { own: BTreeMap::new(), named: BTreeMap::new(), days, limit: plan.small_count };
        for one in withheld {
            let Some(number) = whole(one.number) else { continue };
            index.own.entry((number, one.activity)).or_default().push(one);
            let named = index.named.entry((number, one.period)).or_default();
            let (counted, parts) = subject(plan, one);
            counted.into_iter().for_each(|beginning| named.counted.entry(beginning).or_default().push(one));
            parts.into_iter().for_each(|beginning| named.parts.entry(beginning).or_default().push(one));
            named.figures.entry(figure_name(plan, one.activity, one.indicator, &one.breakdown)).or_default().push(one);
        }
        index
    }

    /// Whether there is anything to look for.
    pub fn is_empty(&self) -> bool {
        self.own.is_empty()
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
            let mut found: Vec<&'a Withheld> = Vec::new();
            add(&mut found, self.of_activity(number, about, text));
            let mut near: Option<[Vec<String>; 2]> = None;
            for ((_, period), named) in self.named.range((number, None)..=(number, Some(usize::MAX))) {
                if self.in_time(*period, about, text) {
                    let [sentence, next] = near.get_or_insert_with(|| {
                        let next = words(&text[place.end..]).into_iter().take(NEAR).collect();
                        [words(sentence(text, place.start)), next]
                    });
                    add(&mut found, by_words(&named.counted, sentence).chain(by_words(&named.parts, next)));
                }
            }
            if found.is_empty() {
                continue;
            }
            match told.iter_mut().find(|told| told.written == written) {
                Some(told) => add(&mut told.withheld, found.into_iter()),
                None => told.push(Told { written, withheld: found }),
            }
        }
        told
    }

    /// The withheld numbers of other activities that a shown figure of this period equals in number and in name.
    pub fn elsewhere(&self, plan: &Plan, row: &Row, period: usize) -> Vec<&'a Withheld> {
        let (Some(Value::Number(number)), Some(indicator)) = (&row.value, row.indicator) else { return Vec::new() };
        let named = whole(*number).and_then(|number| self.named.get(&(number, Some(period))));
        let same = named.and_then(|named| named.figures.get(&figure_name(plan, row.activity, indicator, &row.breakdown)));
        let mut found = Vec::new();
        add(&mut found, same.into_iter().flatten().copied().filter(|one| one.activity != row.activity));
        found
    }

    /// Whether a text about a figure says a withheld number of its own indicator.
    pub(super) fn is_told(&self, text: &Text, about: About, indicator: u16) -> bool {
        let says = |text: &str| {
            let mut numbers = numbers(text, self.limit).into_iter();
            numbers.any(|(_, number)| self.of_activity(number, about, text).any(|one| one.indicator == indicator))
        };
        text.all().any(|(_, text)| says(text))
    }

    fn of_activity(&self, number: i64, about: About, text: &str) -> impl Iterator<Item = &'a Withheld> {
        let own = about.activity.and_then(|activity| self.own.get(&(number, activity)));
        own.into_iter().flatten().copied().filter(move |one| self.in_time(one.period, about, text))
    }

    /// Whether a period is that of the text, or of a year that it names.
    fn in_time(&self, period: Option<usize>, about: About, text: &str) -> bool {
        let Some((days, covers)) = period.and_then(|at| *self.days.get(at)?).zip(about.covers) else { return true };
        days.touches(&covers) || years(text).any(|year| Period::year(year).touches(&days))
    }
}

/// More than this many explanations of one number are of no use.
const MOST: usize = 4;

/// Adds what is not there yet.
fn add<'a>(found: &mut Vec<&'a Withheld>, more: impl Iterator<Item = &'a Withheld>) {
    for one in more {
        if found.len() == MOST {
            return;
        }
        if !found.contains(&one) {
            found.push(one);
        }
    }
}

/// What words name.
fn by_words<'i, 'a>(named: &'i BTreeMap<Beginning, Vec<&'a Withheld>>, words: &'i [String]) -> impl Iterator<Item = &'a Withheld> + 'i {
    let ends = |word: &'i String| word.char_indices().map(|(end, _)| end).skip(SHORTEST).chain([word.len()]);
    let beginnings = words.iter().flat_map(move |word| ends(word).map(move |end| (&word[..end], word.chars().count())));
    let found = beginnings.flat_map(|(beginning, length)| named.range((beginning.to_owned(), length)..=(beginning.to_owned(), usize::MAX)));
    found.flat_map(|(_, withheld)| withheld.iter().copied())
}

/// The name of a figure: of the values that it is broken down by, else of its indicator.
fn figure_name(plan: &Plan, activity: ActivityIx, indicator: u16, breakdown: &Breakdown) -> String {
    let mut names: Vec<&Text> = breakdown.iter().filter_map(|pair| value_name(plan, *pair)).collect();
    if names.is_empty() {
        names.extend(plan.activity(activity).indicators.get(usize::from(indicator)).map(|indicator| &indicator.name));
    }
    let names = names.into_iter().flat_map(Text::all).map(|(_, name)| folded(name));
    names.collect::<Vec<_>>().join("\n")
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

/// The fewest letters of a beginning.
const SHORTEST: usize = 3;

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
        beginnings.push((word.chars().take((2 * length).div_ceil(3).max(SHORTEST)).collect(), if length > 5 { usize::MAX } else { length + 2 }));
    }
    beginnings
}
