//! What is said of a difference, in its order, as plain lines that every written form sets in its own way.

use super::plan::Pairs;
use super::read::{Document, Plan};
use super::reading::Reading;
use super::words::Words;
use super::{AssessmentChange, Difference, FigureChange};
use crate::model::date::{Date, Period};
use crate::model::indicator::Number;
use crate::model::text::Text;
use crate::report::language::Language;
use crate::status::table::one_line;

/// A heading with items.
pub(super) struct Section {
    pub(super) heading: String,
    pub(super) items: Vec<Item>,
}

/// A line with lines below it.
pub(super) struct Item {
    pub(super) text: String,
    pub(super) below: Vec<String>,
}

impl Item {
    fn line(text: String) -> Self {
        Self { text, below: Vec::new() }
    }
}

/// The difference in sections; texts of the documents stand in them on one line, without characters that act.
pub(super) fn sections(difference: &Difference<'_>, language: &Language) -> Vec<Section> {
    let told = Told { difference, pairs: Pairs::new(difference.before, difference.after), words: Words(language) };
    let mut sections = vec![told.head()];
    if !difference.is_empty() {
        sections.extend([
            told.moves(),
            told.overdue(),
            told.rates(),
            told.agencies(),
            told.figures(),
            told.plan(),
            told.assessments(),
            told.texts(),
            told.set_aside(),
        ]);
    }
    sections.retain(|section| !section.items.is_empty());
    sections
}

struct Told<'d, 'a> {
    difference: &'d Difference<'a>,
    pairs: Pairs<'a>,
    words: Words<'d>,
}

impl Told<'_, '_> {
    fn language(&self) -> &Language {
        self.words.0
    }

    fn any(&self, text: &Text) -> String {
        one_line(text.any(self.language().code()))
    }

    /// The first thing that is found in the later plan, else in the earlier one.
    fn find<T>(&self, find: impl Fn(&Plan) -> Option<T>) -> Option<T> {
        find(&self.difference.after.plan).or_else(|| find(&self.difference.before.plan))
    }

    fn label(&self, code: &str) -> String {
        let label = self.find(|plan| plan.scale.iter().find(|status| status.code == code).map(|status| self.any(&status.label)));
        label.filter(|label| !label.is_empty()).unwrap_or_else(|| one_line(code))
    }

    fn activity(&self, id: &str) -> String {
        let title = self.pairs.latest(id).map(|activity| self.any(&activity.title)).unwrap_or_default();
        // A title may end with a full stop, and more may follow here.
        one_line(&format!("{id} {}", title.trim_end_matches('.')))
    }

    fn activities(&self, ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| self.activity(id)).collect()
    }

    /// Items with a count and the activities below, without those that have none.
    fn counted<const N: usize>(&self, groups: [(&[&str], String); N]) -> Vec<Item> {
        let groups = groups.into_iter().filter(|(ids, _)| !ids.is_empty());
        groups.map(|(ids, text)| Item { text, below: self.activities(ids) }).collect()
    }

    fn head(&self) -> Section {
        let (before, after) = (self.difference.before, self.difference.after);
        let mut items = vec![self.report(before, false), self.report(after, true)];
        let [one, other] = [before, after].map(|document| self.any(&document.plan.title));
        if one != other {
            items.push(Item::line(self.words.other_plan(&one, &other)));
        }
        items.push(Item::line(if self.difference.same_plan() { self.words.same_plan() } else { self.words.other_version() }));
        Section { heading: self.words.compared(), items }
    }

    fn report(&self, document: &Document, second: bool) -> Item {
        let (words, language, report) = (&self.words, self.language(), &document.report);
        let covers = Period::parse(&report.covers);
        let day = |text: &str| Date::from_iso(text).map_or_else(|| one_line(text), |day| language.date_table(day));
        let period = covers.map_or_else(|| one_line(&report.covers), |period| language.period(period));
        let path = format!("kind.{}", report.kind);
        let title = match language.term(&path) {
            unknown if unknown == path => one_line(&format!("{} {}", report.kind, report.name)),
            _ if report.kind == "annual" => language.fill(&path, &[("period", &period)]),
            _ => language.fill(&path, &[("period", &covers.map_or_else(|| period.clone(), |period| language.period_text(period)))]),
        };
        let version: String = one_line(&document.plan.version).chars().take(12).collect();
        let below = [
            words.labelled("cover.period", &covers.map_or(period, |period| language.days(period))),
            words.labelled("cover.as_of", &day(&report.as_of)),
            words.labelled("cover.state", &words.state(report.approved.as_ref().map(|approval| day(&approval.date)))),
            words.labelled("cover.version", &version),
        ];
        Item { text: words.report(second, &title), below: below.into() }
    }

    fn moves(&self) -> Section {
        let item = |it: &super::Move<'_>| Item {
            text: self.words.moved(it.activities.len(), &self.label(it.from), &self.label(it.to)),
            below: self.activities(&it.activities),
        };
        Section { heading: self.language().term("course.moves").to_owned(), items: self.difference.moves.iter().map(item).collect() }
    }

    fn overdue(&self) -> Section {
        let (newly, no_longer) = (&self.difference.overdue, &self.difference.no_longer_overdue);
        let items = self.counted([
            (newly.as_slice(), self.words.newly_overdue(newly.len())),
            (no_longer.as_slice(), self.words.no_longer_overdue(no_longer.len())),
        ]);
        Section { heading: self.words.overdue(), items }
    }

    fn rates(&self) -> Section {
        let language = self.language();
        let points = |tenths: i64| format!("{}{}", if tenths > 0 { "+" } else { "" }, language.number(Number { digits: tenths, scale: 1 }));
        let mut items: Vec<Item> = Vec::new();
        for rate in &self.difference.rates {
            let [before, after] = [rate.before, rate.after].map(|(numerator, denominator)| language.share(numerator, denominator));
            let path = format!("rates.{}", rate.name);
            items.push(Item::line(self.words.rate(language.term(&path), &before, &after, rate.tenths().map(points))));
        }
        if let Some(year) = self.difference.last_year_after_another() {
            items.push(Item::line(language.fill("summary.last_year", &[("year", &year.to_string())])));
        }
        Section { heading: language.term("method.rates").to_owned(), items }
    }

    fn agencies(&self) -> Section {
        let name = |id: &&str| {
            let name = self.find(|plan| plan.agencies.iter().find(|agency| agency.id == **id).map(|agency| self.any(&agency.name)));
            format!("{} ({})", name.unwrap_or_default(), one_line(id)).trim_start().to_owned()
        };
        let (began, stopped) = (&self.difference.began, &self.difference.stopped);
        let groups = [(began, self.words.began(began.len())), (stopped, self.words.stopped(stopped.len()))];
        let items = groups.into_iter().filter(|(ids, _)| !ids.is_empty()).map(|(ids, text)| Item { text, below: ids.iter().map(name).collect() });
        Section { heading: self.words.agencies(), items: items.collect() }
    }

    fn figures(&self) -> Section {
        let groups = self.difference.figures.chunk_by(|one, other| one.activity == other.activity);
        let item = |group: &[FigureChange<'_>]| {
            let id = group.first().map_or("", |figure| figure.activity);
            Item { text: self.activity(id), below: group.iter().map(|figure| self.figure(figure)).collect() }
        };
        Section { heading: self.words.figures(), items: groups.map(item).collect() }
    }

    fn figure(&self, figure: &FigureChange<'_>) -> String {
        let name = self.pairs.latest(figure.activity).and_then(|activity| activity.indicator(figure.indicator)).map(|name| self.any(&name));
        let mut name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| one_line(figure.indicator));
        if !figure.breakdown.is_empty() {
            let parts: Vec<String> = figure.breakdown.iter().map(|(dimension, value)| self.part(dimension, value)).collect();
            name = format!("{name} ({})", parts.join(", "));
        }
        let [before, after] = [figure.before, figure.after].map(|reading| reading.map_or_else(|| self.words.no_data(), |it| self.reading(it)));
        let (one, other) = figure.years;
        let values = if one == other { self.words.revised(one, &before, &after) } else { self.words.two_years(figure.years, &before, &after) };
        match (figure.before, figure.after) {
            (Some(Reading::Number(before)), Some(Reading::Number(after))) => {
                let change = self.language().change(*before, *after).map(|change| format!("; {change}"));
                format!("{name}, {values}{}", change.unwrap_or_default())
            }
            _ => format!("{name}, {values}"),
        }
    }

    /// A value of a dimension by their names.
    fn part(&self, dimension: &str, value: &str) -> String {
        let found = self.find(|plan| {
            let known = plan.dimensions.iter().find(|it| it.id == dimension)?;
            Some((self.any(&known.name), known.values.iter().find(|it| it.id == value).map(|it| self.any(&it.name))?))
        });
        let (dimension, value) = found.unwrap_or_else(|| (one_line(dimension), one_line(value)));
        format!("{dimension}: {value}")
    }

    fn reading(&self, reading: &Reading) -> String {
        let language = self.language();
        match reading {
            Reading::Number(number) => language.number(*number),
            Reading::YesNo(yes) => language.term(if *yes { "yes" } else { "no" }).to_owned(),
            Reading::Text(text) => self.words.quoted(&one_line(text)),
            Reading::Below(limit) => language.fill("format.below", &[("number", &limit.to_string())]),
            Reading::Withheld => language.term("format.withheld").to_owned(),
            Reading::Between(least, most) => language.between(*least, *most),
            Reading::Conflict => language.term("activity.conflict").to_owned(),
        }
    }

    fn plan(&self) -> Section {
        let (plan, words) = (&self.difference.plan, &self.words);
        let mut items = self.counted([
            (plan.added.as_slice(), words.added(plan.added.len())),
            (plan.removed.as_slice(), words.removed(plan.removed.len())),
            (plan.withdrawn.as_slice(), words.withdrawn(plan.withdrawn.len())),
            (plan.restored.as_slice(), words.restored(plan.restored.len())),
        ]);
        if !plan.amended.is_empty() {
            let below = plan.amended.iter().map(|it| {
                let parts: Vec<String> = it.parts.iter().map(|part| self.amended(it.activity, part)).collect();
                format!("{}: {}", self.activity(it.activity), parts.join(", "))
            });
            items.push(Item { text: words.amended(plan.amended.len()), below: below.collect() });
        }
        if plan.is_empty() && !self.difference.same_plan() {
            items.push(Item::line(words.other_parts_of_plan()));
        }
        Section { heading: self.language().term("changes.title").to_owned(), items }
    }

    /// A part of an activity that is not the same; a deadline with both days.
    fn amended(&self, id: &str, part: &str) -> String {
        if part != "deadline" {
            return self.words.part(part);
        }
        let language = self.language();
        let shown = |text: &str| Period::parse(text).map_or_else(|| one_line(text), |period| language.period(period));
        let [before, after] = self
            .pairs
            .both(id)
            .map(|activity| activity.and_then(|it| it.deadline.as_deref()).map_or_else(|| language.term("none").to_owned(), shown));
        self.words.deadline(&before, &after)
    }

    fn assessments(&self) -> Section {
        let all = &self.difference.assessments;
        let words = &self.words;
        let group = |is: fn(&AssessmentChange<'_>) -> bool, text: &dyn Fn(usize) -> String| {
            let below: Vec<String> = all.iter().filter(|it| is(it)).map(|it| self.assessment(it)).collect();
            Item { text: text(below.len()), below }
        };
        let groups = [
            group(|it| it.before.is_none(), &|count| words.assessments_added(count)),
            group(|it| it.before.is_some() && it.after.is_some(), &|count| words.assessments_changed(count)),
            group(|it| it.after.is_none(), &|count| words.assessments_removed(count)),
        ];
        Section { heading: words.assessments(), items: groups.into_iter().filter(|item| !item.below.is_empty()).collect() }
    }

    fn assessment(&self, change: &AssessmentChange<'_>) -> String {
        let [before, after] = [change.before, change.after].map(|code| code.map(|code| self.label(code)).unwrap_or_default());
        format!("{}: {}", self.activity(change.activity), self.words.assessment(change, &before, &after))
    }

    fn texts(&self) -> Section {
        let parts: Vec<String> = self.difference.texts.iter().map(|part| self.words.part(part)).collect();
        let items = if parts.is_empty() { Vec::new() } else { vec![Item::line(self.words.texts_differ(&parts.join(", ")))] };
        Section { heading: self.words.texts(), items }
    }

    fn set_aside(&self) -> Section {
        Section { heading: self.words.set_aside(), items: vec![Item::line(self.words.counts(self.difference.set_aside))] }
    }
}
