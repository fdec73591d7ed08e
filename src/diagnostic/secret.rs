//! Files without what may be a person's number or address, for every output that shows excerpts.

use std::borrow::Cow;

use super::Located;
use crate::source::{SourceId, Sources};

/// The files; where a finding is secret, its place without digits, and without the letters of words that hold an `@`.
///
/// Every place keeps its bytes, so that all other findings still point where they did.
pub fn concealed<'a>(findings: &[Located], sources: &'a Sources) -> Cow<'a, Sources> {
    let secret: Vec<&Located> = findings.iter().filter(|located| located.diagnostic.secret).collect();
    if secret.is_empty() {
        return Cow::Borrowed(sources);
    }
    let mut hidden = sources.clone();
    let mut files: Vec<SourceId> = secret.iter().map(|located| located.span.source).collect();
    files.dedup();
    for file in files {
        let text = &sources.get(file).text;
        let mut shown = String::with_capacity(text.len());
        let mut at = 0;
        for located in secret.iter().filter(|located| located.span.source == file) {
            if located.span.bytes.end <= at {
                continue;
            }
            let start = located.span.bytes.start.max(at);
            shown.push_str(&text[at..start]);
            shown.push_str(&starred(&text[start..located.span.bytes.end]));
            at = located.span.bytes.end;
        }
        shown.push_str(&text[at..]);
        hidden.set_text(file, shown);
    }
    Cow::Owned(hidden)
}

fn starred(cell: &str) -> String {
    let word = |word: &str| {
        let address = word.contains('@');
        word.chars().map(|c| if c.is_ascii_digit() || (address && c.is_ascii_alphanumeric()) { '*' } else { c }).collect::<String>()
    };
    cell.split_inclusive(char::is_whitespace).map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_addresses_become_stars_of_the_same_length() {
        assert_eq!(starred("პირადი 01001012345, a.b@c.ge და"), "პირადი ***********, *.*@*.** და");
    }
}
