//! The values of one indicator, and which of them have to be hidden.

use std::collections::{BTreeMap, BTreeSet};

use super::lattice::{Given, Key, LARGEST, REST, Sums, Table, by_breakdown, by_stretch, by_time, nodes};
use super::stretch::{Periods, Stretches};
use super::system::{Bounds, Sum, System};

/// The most values for each of which it is tried whether it follows from others in a roundabout way.
const LARGEST_SEARCHED: usize = 100;

/// What is published instead of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// A small count is shown as one; any other value is not shown at all.
    Small,
    /// No value is shown, small or not: that a count is small gives another one away.
    Nothing,
}

/// What holds for the values of an indicator.
#[derive(Debug)]
pub(super) struct Rules {
    /// How they add up.
    pub(super) sums: Sums,
    /// Dimensions whose values are no parts of a total.
    pub(super) apart: Vec<u8>,
    /// Counts from 1 to below this are small.
    pub(super) limit: i128,
}

/// What is hidden and how.
pub(super) type Hidden = BTreeMap<Key, Mark>;

/// The keys that have to be hidden: counts from 1 to below the limit, and whatever gives one of them away.
///
/// A key is hidden for everybody or for nobody, since two publishers may speak of the same persons. The total goes first, then the
/// smallest parts; if nothing else is left, the mark that a count is small.
pub(super) fn hidden(tables: &[Table], rules: &Rules, periods: &Periods) -> Hidden {
    let small = tables.iter().flatten().filter(|(_, given)| given.is_small(rules.limit));
    let mut hidden: Hidden = small.map(|(key, _)| (key.clone(), Mark::Small)).collect();
    let known: Vec<Known<'_>> = tables.iter().map(|table| Known::new(table, rules, periods)).collect();
    loop {
        let before = hidden.clone();
        for known in &known {
            if known.nodes.len() > LARGEST {
                if !known.small.is_empty() {
                    hidden.extend(known.table.keys().map(|key| (key.clone(), Mark::Nothing)));
                }
                continue;
            }
            loop {
                let more = known.next(&hidden);
                if more.is_empty() {
                    break;
                }
                hidden.extend(more);
            }
        }
        if hidden == before {
            return hidden;
        }
    }
}

/// What somebody takes for granted, and what may not become known to him.
struct Reader {
    nothing: BTreeSet<usize>,
    protected: Vec<usize>,
}

/// One table with its sums.
struct Known<'t> {
    table: &'t Table,
    /// A key that nobody gives is the total of others.
    nodes: Vec<Option<Key>>,
    sums: Vec<Sum>,
    /// Nodes that somebody gives and that are small.
    small: Vec<usize>,
    readers: Vec<Reader>,
    limit: i128,
    /// More than any number of the table.
    most: i128,
    /// The periods from the latest to the earliest: what was published first cannot be taken back.
    latest: Vec<usize>,
}

impl<'t> Known<'t> {
    fn new(table: &'t Table, rules: &Rules, periods: &Periods) -> Self {
        let Rules { sums, apart, limit } = rules;
        let (sums, limit) = (*sums, *limit);
        let stretches = if sums == Sums::Parts { Stretches::new(table, periods) } else { Stretches::default() };
        let nodes = nodes(table, apart, &stretches);
        let largest = table.values().map(|given| given.most()).max().unwrap_or(0);
        let small = (0..nodes.len()).filter(|at| table.get(&nodes[*at]).is_some_and(|given| given.is_small(limit))).collect();
        let mut known = Self {
            table,
            nodes: nodes.iter().cloned().map(Some).collect(),
            sums: Vec::new(),
            small,
            readers: Vec::new(),
            limit,
            most: 2 * (largest + limit),
            latest: periods.in_time.iter().rev().copied().collect(),
        };
        if sums == Sums::None || known.nodes.len() > LARGEST {
            return known;
        }
        let at: BTreeMap<&Key, usize> = nodes.iter().zip(0..).collect();
        let mut of_parts = by_breakdown(&nodes, &at, apart);
        of_parts.extend(if sums == Sums::Running { by_time(table, periods, &at) } else { by_stretch(&stretches, &at) });
        // What somebody gives is known better than a total that follows from other numbers.
        of_parts.sort_by_key(|(total, _)| known.given(*total).is_none());
        let mut possible: Vec<Bounds> = (0..nodes.len()).map(|node| known.unprotected(node)).collect();
        for (total, parts) in of_parts {
            known.add(&mut possible, total, parts);
        }
        known.imagine_readers(&possible);
        known
    }

    /// Readers differ in what they take for complete: the values of one dimension, or of all where that can be. What nobody gives, and
    /// no part of it either, they take for nothing.
    fn imagine_readers(&mut self, possible: &[Bounds]) {
        let mut by_dimension: BTreeMap<u8, Vec<(bool, usize)>> = BTreeMap::new();
        for (at, key) in self.nodes.iter().enumerate() {
            let Some((period, breakdown)) = key else { continue };
            let mut own = self.table.keys().filter(|key| key.0 == *period).peekable();
            let silent = own.peek().is_some() && !own.any(|(_, part)| breakdown.iter().all(|pair| part.contains(pair)));
            for (dimension, value) in breakdown {
                if *value == REST || silent {
                    by_dimension.entry(*dimension).or_default().push((*value != REST, at));
                }
            }
        }
        // That a dimension has further values is less likely than that one of them was not counted.
        let sorted = |mut nothing: Vec<(bool, usize)>| {
            nothing.sort_unstable();
            nothing.into_iter().map(|(_, at)| at).collect::<Vec<usize>>()
        };
        let all = by_dimension.values().flatten().copied().collect();
        let mut readers: Vec<Vec<usize>> = by_dimension.into_values().map(sorted).collect();
        if readers.len() != 1 {
            readers.push(sorted(all));
        }
        self.readers = readers.into_iter().map(|nothing| self.reader(possible.to_vec(), &nothing)).collect();
    }

    /// A reader who takes these rests for nothing, each unless it contradicts the others, and what he could find out.
    fn reader(&self, mut possible: Vec<Bounds>, rests: &[usize]) -> Reader {
        let system = System { bounds: Vec::new(), sums: self.sums.clone() };
        let mut nothing = BTreeSet::new();
        for &at in rests {
            let mut complete = possible.clone();
            complete[at].most = 0;
            if possible[at].least == 0 && system.allows(&mut complete) {
                possible = complete;
                nothing.insert(at);
            }
        }
        let protected = self.small.iter().copied().chain(self.following(&possible)).collect();
        Reader { nothing, protected }
    }

    /// What nobody gives but follows from what is given, and is small: men, where the total and the women are known.
    fn following(&self, possible: &[Bounds]) -> Vec<usize> {
        let system = System { bounds: possible.to_vec(), sums: self.sums.clone() };
        let small = |bounds: &Bounds| bounds.most >= 1 && bounds.least < self.limit;
        let unknown = |at: &usize| self.given(*at).is_none() && small(&possible[*at]);
        let follows = |at: &usize| {
            let Bounds { least, most } = possible[*at];
            if least == most { least > 0 } else { possible.len() <= LARGEST_SEARCHED && !system.hides(*at) }
        };
        (0..possible.len()).filter(unknown).filter(follows).collect()
    }

    /// What readers know of a node if nothing is hidden.
    fn unprotected(&self, at: usize) -> Bounds {
        match self.given(at) {
            Some(Given::Number(number)) => Bounds::exactly(number),
            Some(Given::Below(limit)) => Bounds::small(limit),
            None => Bounds { least: 0, most: self.most },
        }
    }

    /// Adds a sum, with what is missing from its parts as one more part; one that contradicts the others is no sum.
    fn add(&mut self, possible: &mut Vec<Bounds>, total: usize, mut parts: Vec<usize>) {
        let bounds = possible.clone();
        let nodes = self.nodes.len();
        let missing = possible[total].least - parts.iter().map(|at| possible[*at].most).sum::<i128>();
        if missing > 0 {
            parts.push(nodes);
            self.nodes.push(None);
            possible.push(Bounds { least: 0, most: self.most });
        }
        self.sums.push(Sum { total, parts });
        let system = System { bounds: Vec::new(), sums: self.sums.clone() };
        if !system.allows(possible) {
            self.sums.pop();
            self.nodes.truncate(nodes);
            *possible = bounds;
        }
    }

    fn given(&self, at: usize) -> Option<Given> {
        self.table.get(self.nodes.get(at)?.as_ref()?).copied()
    }

    /// The next keys to hide, and how, if with these ones hidden something becomes known.
    fn next(&self, hidden: &Hidden) -> Hidden {
        let mark = |at: usize| self.nodes[at].as_ref().filter(|key| self.table.contains_key(key)).map(|key| hidden.get(key).copied());
        let seen: Vec<Bounds> = (0..self.nodes.len()).map(|at| self.seen(at, mark(at).flatten())).collect();
        let given_away = |reader: &Reader| {
            let mut system = System { bounds: seen.clone(), sums: self.sums.clone() };
            for &at in &reader.nothing {
                system.bounds[at] = Bounds::exactly(0);
            }
            reader.protected.iter().copied().filter(|at| !system.hides(*at)).collect::<Vec<_>>()
        };
        let hide = |at: usize| {
            let visible = self.to_hide(at, |at| mark(at) == Some(None)).map(|at| (at, Mark::Small));
            let shown_small = || self.to_hide(at, |at| mark(at) == Some(Some(Mark::Small))).map(|at| (at, Mark::Nothing));
            let (at, mark) = visible.or_else(shown_small)?;
            Some((self.nodes[at].clone()?, mark))
        };
        self.readers.iter().flat_map(given_away).filter_map(hide).collect()
    }

    /// What a reader knows of a node: a count shown as small is not zero, and what is hidden without being small is not small.
    fn seen(&self, at: usize, mark: Option<Mark>) -> Bounds {
        match (self.given(at), mark) {
            (Some(Given::Number(number)), None) => Bounds::exactly(number),
            (Some(Given::Number(number)), _) if number >= self.limit => Bounds { least: self.limit, most: self.most },
            (Some(Given::Number(number)), Some(Mark::Small)) if number > 0 => Bounds::small(self.limit),
            (Some(Given::Below(limit)), Some(Mark::Small) | None) => Bounds::small(limit),
            _ => Bounds { least: 0, most: self.most },
        }
    }

    /// The node that hides another one best, of those that may be chosen: the total of a part, then its smallest neighbour, then the
    /// smallest of all.
    fn to_hide(&self, at: usize, may: impl Fn(usize) -> bool) -> Option<usize> {
        let age = |at: usize| self.nodes[at].as_ref().map(|key| self.latest.iter().position(|period| *period == key.0));
        let number = |at: &usize| match self.given(*at) {
            Some(Given::Number(0)) | None => (true, age(*at), 0),
            Some(given) => (false, age(*at), given.most()),
        };
        let may = |at: &usize| may(*at);
        let total = self.sums.iter().filter(|sum| sum.parts.contains(&at)).map(|sum| sum.total).filter(may).min_by_key(number);
        let near = self.sums.iter().filter(|sum| sum.total == at || sum.parts.contains(&at));
        let neighbour = near.flat_map(|sum| sum.parts.iter().copied()).filter(may).min_by_key(number);
        // Where what nobody gives is small, a part goes first, for the total is what readers look for; but what is older is known already.
        let first = match (total, neighbour) {
            (Some(total), Some(neighbour)) if self.given(at).is_none() => Some(if age(total) < age(neighbour) { total } else { neighbour }),
            (total, neighbour) => total.or(neighbour),
        };
        first.or_else(|| (0..self.nodes.len()).filter(may).min_by_key(number))
    }
}
