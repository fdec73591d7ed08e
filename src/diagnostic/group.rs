//! Equal findings as one, with the places where they stand.

use std::collections::HashMap;

use super::{Level, Located, Wording};
use crate::model::text::Language;
use crate::say;

/// Findings that say the same of several places.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// The first of them.
    pub first: &'a Located,
    /// The others, in their order.
    pub more: Vec<&'a Located>,
}

impl Group<'_> {
    /// `the same in 41 more rows: 8-20, 25, 31-57`; nothing for a finding that stands alone.
    pub fn others(&self) -> Option<Wording> {
        let mut rows: Vec<u32> = self.more.iter().filter_map(|located| located.cell.as_ref()).map(|cell| cell.row).collect();
        rows.dedup();
        let list = ranges(&rows);
        match (self.more.len(), rows.len()) {
            (0, _) => None,
            (1, 1) => Some(say!("the same in row {list}", "იგივე სტრიქონში {list}")),
            (_, 0) => Some(say!("the same {count} more times", "იგივე კიდევ {count}-ჯერ", count = self.more.len())),
            (_, 1) => Some(say!("the same {count} more times in row {list}", "იგივე კიდევ {count}-ჯერ სტრიქონში {list}", count = self.more.len())),
            (_, count) => Some(say!("the same in {count} more rows: {list}", "იგივე კიდევ {count} სტრიქონში: {list}")),
        }
    }
}

/// Rows in ascending order as a person lists them: `8-20, 25, 31-57`; a long list is cut.
pub fn ranges(rows: &[u32]) -> String {
    const LONGEST: usize = 20;
    let mut words: Vec<String> = Vec::new();
    for run in rows.chunk_by(|a, b| a + 1 == *b) {
        if words.len() == LONGEST {
            words.push("…".to_owned());
            break;
        }
        match run {
            [first, second] => words.extend([first.to_string(), second.to_string()]),
            [first, .., last] => words.push(format!("{first}-{last}")),
            _ => words.extend(run.iter().map(u32::to_string)),
        }
    }
    words.join(", ")
}

/// The findings in groups, each at the place of its first; notes come last, because nothing need be done about them.
pub fn groups(findings: &[Located]) -> Vec<Group<'_>> {
    type Key<'a> = (&'a str, Level, &'a str, &'a str);
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut known: HashMap<Key<'_>, usize> = HashMap::new();
    for located in findings {
        let finding = &located.diagnostic;
        let key = (finding.check, finding.level, finding.message.get(Language::EN), finding.primary.text.get(Language::EN));
        match known.get(&key) {
            Some(&at) => groups[at].more.push(located),
            None => {
                known.insert(key, groups.len());
                groups.push(Group { first: located, more: Vec::new() });
            }
        }
    }
    groups.sort_by_key(|group| group.first.diagnostic.level == Level::Note);
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_listed_as_people_do() {
        assert_eq!(ranges(&[8, 9, 10, 25, 31, 32]), "8-10, 25, 31, 32");
        assert_eq!(ranges(&[]), "");
        let many: Vec<u32> = (0..60).map(|at| at * 2).collect();
        assert!(ranges(&many).ends_with("38, …"));
    }
}
