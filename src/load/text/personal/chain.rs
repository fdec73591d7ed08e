//! Digits that stand together: groups with a blank, a hyphen or brackets between them.

/// More groups are a list or a table, not a number.
const MOST_GROUPS: usize = 12;

/// Groups of digits, each as its place in the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Chain {
    groups: [(usize, usize); MOST_GROUPS],
    count: usize,
}

impl Chain {
    /// The groups.
    pub(super) fn groups(&self) -> &[(usize, usize)] {
        &self.groups[..self.count]
    }

    /// How many digits each group from `first` on has, up to nine of them.
    pub(super) fn lengths(&self, first: usize) -> ([usize; MOST_GROUPS], usize) {
        let mut lengths = [0; MOST_GROUPS];
        let groups = self.groups().get(first..).unwrap_or_default();
        for (length, (start, end)) in lengths.iter_mut().zip(groups) {
            *length = end - start;
        }
        (lengths, groups.len())
    }
}

/// The chain that begins at or behind `from`, and where to go on.
pub(super) fn next(text: &str, from: usize) -> Option<(Chain, usize)> {
    let bytes = text.as_bytes();
    let mut at = from + bytes.get(from..)?.iter().position(u8::is_ascii_digit)?;
    let mut chain = Chain::default();
    loop {
        let start = at;
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        if let Some(group) = chain.groups.get_mut(chain.count) {
            *group = (start, at);
            chain.count += 1;
        } else {
            return Some((chain, at));
        }
        let between = separator(&bytes[at..]);
        if between == 0 || !bytes.get(at + between).is_some_and(u8::is_ascii_digit) {
            return Some((chain, at));
        }
        at += between;
    }
}

/// Length of what may stand between two groups: a blank, a hyphen, a bracket with or without a blank.
fn separator(bytes: &[u8]) -> usize {
    let mut length = 0;
    for _ in 0..2 {
        length += match bytes.get(length..).unwrap_or_default() {
            [b' ' | b'-' | b'(' | b')', ..] => 1,
            [0xc2, 0xa0, ..] => 2,
            [0xe2, 0x80, 0x91 | 0x93 | 0xaf, ..] => 3,
            _ => 0,
        };
    }
    length
}

/// Whether a group belongs to something larger: a word, a decimal number, a date, a number with a stroke.
pub(super) fn is_part(text: &str, start: usize, end: usize) -> bool {
    let (before, behind) = (&text[..start], &text[end..]);
    let joins = |c: char| matches!(c, '/' | '.' | ',' | ':' | '_' | '\\');
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    let ahead = before.chars().next_back();
    let next = behind.chars().next();
    let joined_ahead =
        ahead.is_some_and(joins) && before.chars().rev().nth(1).is_some_and(char::is_alphanumeric) && ahead != Some(':') && ahead != Some('.');
    let digit_ahead = matches!(ahead, Some('.' | ':')) && before.chars().rev().nth(1).is_some_and(|c| c.is_ascii_digit());
    let joined_behind = next.is_some_and(joins) && behind.chars().nth(1).is_some_and(char::is_alphanumeric);
    // A Georgian ending may follow without a hyphen, a Latin letter makes a code.
    ahead.is_some_and(letter) || joined_ahead || digit_ahead || joined_behind || next.is_some_and(|c| c == '_' || c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(text: &str) -> Vec<usize> {
        next(text, 0).map(|(chain, _)| chain.groups().iter().map(|(start, end)| end - start).collect()).unwrap_or_default()
    }

    #[test]
    fn groups_are_counted() {
        assert_eq!(lengths("ა 599 12-34\u{a0}56, 7"), [3, 2, 2, 2]);
        assert_eq!(lengths("(032) 2 12 34 56"), [3, 1, 2, 2, 2]);
        assert_eq!(lengths("12.03.2020"), [2]);
        assert_eq!(lengths("1 - 2"), [1]);
        assert_eq!(lengths(""), Vec::<usize>::new());
        assert_eq!(lengths(&"1 ".repeat(40)).len(), MOST_GROUPS);
    }

    #[test]
    fn parts_of_something_larger_are_told() {
        let part = |text: &str| {
            let start = text.find("123").unwrap_or_default();
            is_part(text, start, start + 3)
        };
        for text in ["a123", "123a", "1/123", "123/1", "1.123", "123,5", "x_123", "N/123"] {
            assert!(part(text), "{text}");
        }
        for text in ["123", "№123", "ტელ.123", "ტელ:123", "(123)", "123.", "123, 5", "123-ის", "123ის"] {
            assert!(!part(text), "{text}");
        }
    }
}
