//! The cell `evidence`: web addresses and references to documents, told apart.

use crate::problem::ProblemKind;

/// The items of a cell, and what is odd about them: addresses of a sort that is never linked, words that lead to no document.
pub(super) fn items(cell: &str) -> (Vec<Box<str>>, Vec<ProblemKind>) {
    if address(cell) == Some(cell) && !cell.contains(|c: char| c.is_whitespace() || c == ';') {
        // One address, as mostly.
        return (vec![cell.into()], Vec::new());
    }
    let mut items: Vec<Box<str>> = Vec::new();
    let mut problems = Vec::new();
    for part in cell.split(['\n', ';']) {
        let mut words: Vec<&str> = Vec::new();
        for word in part.split_whitespace() {
            match address(word) {
                Some(address) => {
                    reference(&mut words, &mut items);
                    items.push(address.into());
                }
                None => {
                    if let Some(scheme) = scheme(word) {
                        problems.push(ProblemKind::EvidenceScheme { found: scheme.to_owned() });
                    }
                    words.push(word);
                }
            }
        }
        reference(&mut words, &mut items);
    }
    if problems.is_empty() && !items.is_empty() && !leads_somewhere(cell) {
        problems.push(ProblemKind::EvidenceWithoutNumber { found: cell.to_owned() });
    }
    (items, problems)
}

/// Whether somebody could find what a cell names: by an address, a number, a date, or the name of a file.
fn leads_somewhere(cell: &str) -> bool {
    cell.split_whitespace().any(|word| {
        let has_dot_inside = word.trim_matches('.').contains('.');
        word.contains("://") || has_dot_inside || word.chars().any(char::is_numeric)
    })
}

/// Signs that stand for an empty cell, or between items.
const NOTHING: [char; 11] = ['-', '–', '—', '.', '…', '/', ',', ' ', '(', ')', '"'];

/// Words between addresses are a reference to a document.
fn reference(words: &mut Vec<&str>, items: &mut Vec<Box<str>>) {
    let text = words.join(" ");
    let text = text.trim_matches([',', ' ']);
    if !text.chars().all(|c| NOTHING.contains(&c)) {
        items.push(text.into());
    }
    words.clear();
}

/// A web address without the brackets and punctuation of the sentence around it.
fn address(word: &str) -> Option<&str> {
    let word = word.trim_start_matches(['(', '[', '<', '„', '“', '"']);
    let lower = word.get(..8).unwrap_or(word).to_ascii_lowercase();
    if !lower.starts_with("http://") && !lower.starts_with("https://") {
        return None;
    }
    let mut word = word;
    loop {
        let trimmed = word.trim_end_matches([',', '.', ':', '!', '"', '“', '”', '>', ']']);
        let trimmed = if trimmed.ends_with(')') && !trimmed.contains('(') { &trimmed[..trimmed.len() - 1] } else { trimmed };
        if trimmed == word {
            return Some(word);
        }
        word = trimmed;
    }
}

/// An address of a sort that can act when it is followed.
fn scheme(word: &str) -> Option<&str> {
    const ACTING: [&str; 6] = ["javascript", "vbscript", "data", "file", "blob", "mailto"];
    let (scheme, rest) = word.split_once(':')?;
    (ACTING.iter().any(|acting| acting.eq_ignore_ascii_case(scheme)) && !rest.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(cell: &str) -> Vec<String> {
        items(cell).0.iter().map(|item| item.to_string()).collect()
    }

    #[test]
    fn addresses_leave_their_punctuation() {
        let cell = "https://a.ge/1; https://a.ge/2, (https://a.ge/3).";
        assert_eq!(list(cell), ["https://a.ge/1", "https://a.ge/2", "https://a.ge/3"]);
        assert_eq!(list("https://a.ge/x_(y) Order No 5\nhttps://b.ge"), ["https://a.ge/x_(y)", "Order No 5", "https://b.ge"]);
    }

    #[test]
    fn other_schemes_are_no_addresses() {
        assert_eq!(items("JaVaScRiPt:alert(1)").1.len(), 1);
        assert_eq!(items("data:text/html,x").1.len(), 1);
        assert!(items("Order 5: annex").1.is_empty());
    }

    #[test]
    fn words_alone_lead_nowhere() {
        assert_eq!(items("not a link").1.len(), 1);
        assert_eq!((list("📎 ✓"), items("📎 ✓").1.len()), (vec!["📎 ✓".to_owned()], 1));
        assert_eq!(list("– ; (https://a.ge) ..."), ["https://a.ge"]);
        for cell in ["", " ; ", "Minutes of 12.03.2020", "report.pdf", "https://a.ge and its annex"] {
            assert!(items(cell).1.is_empty(), "{cell}");
        }
    }
}
