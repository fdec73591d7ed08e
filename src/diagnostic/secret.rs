//! Keeps what may identify a person out of every excerpt and message: only its place is told.

use std::borrow::Cow;
use std::collections::HashSet;

use super::{Diagnostic, Located, Wording};
use crate::place::Place;
use crate::source::{SourceId, Sources};

/// The files with every number and address hidden in the places of secret findings, for whatever shows excerpts.
///
/// Every place keeps its bytes, so that all other findings still point where they did.
pub fn concealed<'a>(findings: &[Located], sources: &'a Sources) -> Cow<'a, Sources> {
    let secret: Vec<&Located> = findings.iter().filter(|located| located.diagnostic.secret).collect();
    if secret.is_empty() {
        return Cow::Borrowed(sources);
    }
    let mut concealed = sources.clone();
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
            shown.push_str(&hidden(&text[start..located.span.bytes.end]));
            at = located.span.bytes.end;
        }
        shown.push_str(&text[at..]);
        concealed.set_text(file, shown);
    }
    Cow::Owned(concealed)
}

/// A text in which every number and address is hidden, each byte by a star, so that places in it stay what they are.
pub fn hidden(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_inclusive(char::is_whitespace) {
        let hide = word.bytes().any(|byte| byte == b'@' || byte.is_ascii_digit());
        out.extend(word.chars().map(|c| if hide && c.is_ascii_alphanumeric() { '*' } else { c }));
    }
    out
}

/// Hides, in findings about a cell with a secret, what their messages quote from it.
pub fn hide(findings: &mut [Diagnostic]) {
    let secret: HashSet<Place> = findings.iter().filter(|finding| finding.secret).map(|finding| finding.primary.place.clone()).collect();
    if secret.is_empty() {
        return;
    }
    for finding in findings.iter_mut().filter(|finding| !finding.secret && secret.contains(&finding.primary.place)) {
        let texts = [&mut finding.message, &mut finding.primary.text].into_iter().chain(&mut finding.notes).chain(&mut finding.help);
        for Wording { en, ka } in texts {
            *en = quoted_hidden(en);
            *ka = quoted_hidden(ka);
        }
    }
}

/// Hides what stands between the first quotation mark and the last.
fn quoted_hidden(text: &str) -> String {
    let marks = ['"', '„', '“', '`'];
    match (text.find(marks), text.rfind(marks)) {
        (Some(first), Some(last)) => format!("{}{}{}", &text[..first], hidden(&text[first..last]), &text[last..]),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_addresses_are_hidden_in_their_places() {
        let text = "მოქალაქე 01001012345, 599 12 34 56; nino.beridze@a.ge called 12AB34567-ით";
        let shown = hidden(text);
        assert_eq!(shown, "მოქალაქე ***********, *** ** ** **; ****.*******@*.** called *********-ით");
        assert_eq!(shown.len(), text.len());
        assert_eq!(quoted_hidden("5 of \"599 12 a\" and 6"), "5 of \"*** ** a\" and 6");
    }
}
