//! Personal, telephone and passport numbers of Georgia.

use super::chain::{self, Chain};
use super::{Found, words};
use crate::problem::PersonalData;

/// Digits of a personal number.
const PERSONAL: usize = 11;

/// Adds the numbers of persons in a text.
pub(super) fn find<'a>(text: &'a str, found: &mut Vec<Found<'a>>) {
    let mut from = 0;
    while let Some((chain, end)) = chain::next(text, from) {
        in_chain(text, &chain, found);
        from = end;
    }
    passports(text, found);
}

/// Whether a text is a telephone number and nothing else.
pub(in crate::load::text) fn is_telephone(text: &str) -> bool {
    let mut found = Vec::new();
    find(text, &mut found);
    matches!(found[..], [Found { what: PersonalData::Telephone, text: number }] if number.len() + 1 >= text.trim().trim_start_matches('+').len())
}

fn in_chain<'a>(text: &'a str, chain: &Chain, found: &mut Vec<Found<'a>>) {
    let groups = chain.groups();
    let mut at = 0;
    while let Some(&(start, _)) = groups.get(at) {
        let number = personal(text, chain, at).map(|used| (PersonalData::PersonalNumber, used));
        let number = number.or_else(|| telephone(text, chain, at).map(|used| (PersonalData::Telephone, used)));
        let Some((what, used)) = number else {
            at += 1;
            continue;
        };
        let end = groups.get(at + used - 1).map_or(start, |group| group.1);
        found.push(Found { what, text: &text[start..end] });
        at += used;
    }
}

/// How many groups from `at` on are a personal number.
fn personal(text: &str, chain: &Chain, at: usize) -> Option<usize> {
    let (lengths, count) = chain.lengths(at);
    let used = match lengths[..count] {
        [PERSONAL, ..] => 1,
        [2, 3, 6, ..] => 3,
        _ => return None,
    };
    let (start, end) = span(chain, at, used)?;
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let hyphened = (text[..start].ends_with('-') && digit(text[..start].chars().rev().nth(1)))
        || (text[end..].starts_with('-') && digit(text[end..].chars().nth(1)));
    if hyphened || text[..start].ends_with('+') || chain::is_part(text, start, end) {
        return None;
    }
    let words = words::before(text, start);
    let of_document = words::any(&words, DOCUMENTS) && !words::any(&words, &["პირად", "personal", "identi"]);
    (!of_document && !words::is_amount(text, start, end)).then_some(used)
}

/// Things with numbers of their own.
const DOCUMENTS: &[&str] = &[
    "საქმ",
    "ბრძანებ",
    "განკარგულებ",
    "დადგენილებ",
    "წერილ",
    "ოქმ",
    "ანგარიშ",
    "ხელშეკრულ",
    "ინვოის",
    "ტენდერ",
    "case",
    "order",
    "letter",
    "decree",
    "protocol",
    "account",
    "contract",
    "invoice",
    "tender",
];

/// How many groups from `at` on are a telephone number.
fn telephone(text: &str, chain: &Chain, at: usize) -> Option<usize> {
    let used = international(text, chain, at).or_else(|| mobile(text, chain, at)).or_else(|| landline(text, chain, at))?;
    let (start, end) = span(chain, at, used)?;
    if chain::is_part(text, start, end) {
        return None;
    }
    let words = words::before(text, start);
    // A hotline is there to be known, and a document has a number of its own.
    let public =
        words::any(&words, &["ცხელ", "hotline"]) || words::any(&words, PASSPORT) || (words::any(&words, DOCUMENTS) && !words::any(&words, TELEPHONE));
    (!public).then_some(used)
}

/// Words before a telephone number.
const TELEPHONE: &[&str] = &["ტელეფონ", "მობილურ", "telephone", "phone", "mobile", "whatsapp", "viber"];
const TELEPHONE_SHORT: &[&str] = &["ტელ", "მობ", "tel", "mob", "cell"];

/// `+995 …`, `00995 …`, and other countries with a plus sign.
fn international(text: &str, chain: &Chain, at: usize) -> Option<usize> {
    let (first, _) = *chain.groups().get(at)?;
    let plus = text[..first].trim_end_matches(['(', ' ']).ends_with('+');
    let digits = |used: usize| chain.groups()[at..at + used].iter().map(|(start, end)| end - start).sum::<usize>();
    let uses = 1..=chain.groups().len() - at;
    let number = &text[first..];
    let of_georgia = [("995", 12), ("00995", 14)].into_iter().find(|(code, _)| number.starts_with(code));
    if let Some((code, length)) = of_georgia {
        let used = uses.clone().find(|&used| digits(used) == length);
        let follows = number[code.len()..].chars().find(char::is_ascii_digit);
        return used.filter(|_| plus || code.len() == 5 || matches!(follows, Some('5' | '3')));
    }
    let (lengths, count) = chain.lengths(at);
    let thousands = count > 1 && lengths[1..count].iter().all(|&length| length == 3);
    let used = count;
    (plus && at == 0 && !thousands && (10..=15).contains(&digits(used))).then_some(used)
}

/// Nine digits that begin with 5, in the groups in which people write them; a nought or an 8 may stand before.
fn mobile(text: &str, chain: &Chain, at: usize) -> Option<usize> {
    let (lengths, count) = chain.lengths(at);
    let (first, last) = *chain.groups().get(at)?;
    let number = &text[first..last];
    let used = match lengths[..count] {
        [3, 2, 2, 2, ..] => 4,
        [9, ..] => 1,
        // Groups of three may be thousands of something.
        [3, 3, 3] if at == 0 => 3,
        [3, 6] | [3, 2, 4] | [3, 4, 2] if at == 0 => count,
        [10, ..] if number.starts_with("05") => return Some(1),
        _ => return None,
    };
    let (start, end) = span(chain, at, used)?;
    let round = text[start..end].ends_with("000") && !text[..start].trim_end().ends_with([':', '.']);
    (number.starts_with('5') && !round && !words::is_amount(text, start, end)).then_some(used)
}

/// `032 2 …`, or any number behind a word such as `tel.`
fn landline(text: &str, chain: &Chain, at: usize) -> Option<usize> {
    if at > 0 {
        return None;
    }
    let (lengths, count) = chain.lengths(0);
    let (first, _) = *chain.groups().first()?;
    let digits = |used: usize| lengths[..used].iter().sum::<usize>();
    if text[first..].starts_with("032") {
        let used = (1..=count).find(|&used| (9..=10).contains(&digits(used)) && (used == count || digits(used) == 10));
        if used.is_some() {
            return used;
        }
    }
    let words = words::before(text, first);
    let nearest = words.iter().find(|word| !matches!(word.as_str(), "ნომერი" | "ნომრები" | "number" | "no" | "№" | "n"))?;
    let named = TELEPHONE_SHORT.contains(&nearest.as_str()) || TELEPHONE.iter().any(|word| nearest.starts_with(word));
    let near = text[..first].trim_end_matches(|c: char| !c.is_alphabetic()).len() + 4 >= first || words.len() > 1;
    (named && near && (6..=12).contains(&digits(count)) && !words::is_amount(text, first, span(chain, 0, count)?.1)).then_some(count)
}

fn span(chain: &Chain, at: usize, used: usize) -> Option<(usize, usize)> {
    let groups = chain.groups().get(at..at + used)?;
    Some((groups.first()?.0, groups.last()?.1))
}

/// Adds passport numbers: `12AB34567`, and other codes of nine characters behind the word passport.
fn passports<'a>(text: &'a str, found: &mut Vec<Found<'a>>) {
    let code = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let mut next = 0;
    for word in text.split(|c: char| !code(c)) {
        let (start, end) = (next, next + word.len());
        next = end + text[end..].chars().next().map_or(0, char::len_utf8);
        if word.len() != 9 || is_joined(text, start, end) {
            continue;
        }
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        let of_georgia = word.bytes().enumerate().all(|(at, byte)| byte.is_ascii_uppercase() == (2..4).contains(&at));
        if of_georgia || (digits >= 6 && words::any(&words::before(text, start), PASSPORT)) {
            found.push(Found { what: PersonalData::Passport, text: word });
        }
    }
}

const PASSPORT: &[&str] = &["პასპორტ", "passport"];

fn is_joined(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: char| matches!(c, '-' | '/' | '_' | '.') || c.is_ascii_alphanumeric();
    text[..start].ends_with(|c| joins(c) && c != '.') || text[end..].starts_with(|c: char| c != '.' && c != '-' && joins(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<(PersonalData, &str)> {
        let mut found = Vec::new();
        find(text, &mut found);
        found.into_iter().map(|found| (found.what, found.text)).collect()
    }

    #[track_caller]
    fn one(text: &str, what: PersonalData, number: &str) {
        assert_eq!(all(text), [(what, number)], "{text}");
    }

    #[test]
    fn personal_numbers() {
        one("მოქალაქე (პ/ნ 01001012345) მიმართა", PersonalData::PersonalNumber, "01001012345");
        one("პირადი ნომერი №01001012345.", PersonalData::PersonalNumber, "01001012345");
        one("01 001 012345", PersonalData::PersonalNumber, "01 001 012345");
        one("01-001-012345-ის", PersonalData::PersonalNumber, "01-001-012345");
        assert_eq!(all("01001012345, 01001012346").len(), 2);
    }

    #[test]
    fn telephone_numbers() {
        let numbers = [
            "+995 555 12 34 56",
            "+995599123456",
            "+995 (32) 2 12 34 56",
            "00995 599 12 34 56",
            "995599123456",
            "599 12 34 56",
            "599-12-34-56",
            "599123456",
            "599 123 456",
            "0599123456",
            "032 2 12 34 56",
            "(032) 212 34 56",
            "+44 20 7946 0123",
            "+15555551212",
            "ტელ.: 2 12 34 56",
            "ტელეფონის ნომერი 212345",
            "tel. 212-345",
        ];
        for number in numbers {
            for text in [number.to_owned(), format!("დარეკეთ {number}."), format!("2020 წელს, {number}; მისამართი")]
            {
                assert_eq!(all(&text).iter().map(|found| found.0).collect::<Vec<_>>(), [PersonalData::Telephone], "{text}");
            }
        }
        assert_eq!(all("599 12 34 56, 577 12 34 56").len(), 2);
        assert!(is_telephone("+995 555 00 00 00") && !is_telephone("+995 555 00 00 00 იყო ცხელი") && !is_telephone("+5"));
    }

    #[test]
    fn passport_numbers() {
        one("პასპორტი 12AB34567", PersonalData::Passport, "12AB34567");
        one("document 12AB34567-ით", PersonalData::Passport, "12AB34567");
        one("Passport No. C01234567", PersonalData::Passport, "C01234567");
        one("პასპორტის ნომერია 501234567", PersonalData::Passport, "501234567");
    }

    #[test]
    fn other_numbers_are_nobodys() {
        let texts = [
            "2019-2020 წლებში 24 ტრენინგი",
            "12 345 678 901 ლარი",
            "12345678901 GEL",
            "500000000",
            "523 456 789 ლარი",
            "$ 523 456 789",
            "500 000 000",
            "მუხლი 143¹, 143²; N 01/15",
            "საქმე № 01001012345",
            "ბრძანება N01-12345678901",
            "N 01/12345678901",
            "12345678901/2",
            "GE29NB0000000101904917",
            "ს/კ 204378869",
            "404405123",
            "074300317001",
            "116 006",
            "ცხელი ხაზი 116 006; 0 322 100 229",
            "hotline 2 100 229",
            "ISBN 978-9941-0-1234-5",
            "12.03.2020-15.03.2020",
            "1 234, 567 890",
            "5.1.1, 5.12.1",
            "2020 2019 2018 2017 2016",
            "ტელევიზიით 123456 ნახვა",
            "12AB3456",
            "112AB34567",
            "15AB34567/2",
            "2019-04-05 12:30:45",
            "+5 000 000 000 ლარი",
            "A12345678",
            "S-1-2-34-56789123456-789",
        ];
        for text in texts {
            assert_eq!(all(text), [], "{text}");
        }
    }
}
