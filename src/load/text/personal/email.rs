//! E-mail addresses of persons. An address of an office (`info@`, `press@`, a word at the office's own domain) is meant to be public.

use memchr::memchr_iter;

use super::Found;
use crate::problem::PersonalData;

/// Names of post boxes that belong to an office.
const OFFICES: [&str; 31] = [
    "info",
    "office",
    "contact",
    "contacts",
    "press",
    "pr",
    "media",
    "mail",
    "email",
    "admin",
    "support",
    "help",
    "helpdesk",
    "hotline",
    "secretariat",
    "secretary",
    "chancellery",
    "kancelaria",
    "hr",
    "public",
    "report",
    "reports",
    "registry",
    "feedback",
    "webmaster",
    "service",
    "services",
    "team",
    "noreply",
    "council",
    "foi",
];

/// Where anybody gets an address.
const OPEN_TO_ALL: [&str; 12] = [
    "gmail.com",
    "googlemail.com",
    "yahoo.com",
    "hotmail.com",
    "outlook.com",
    "live.com",
    "icloud.com",
    "mail.ru",
    "yandex.ru",
    "proton.me",
    "protonmail.com",
    "posta.ge",
];

/// Endings of Georgian surnames in Latin letters.
const SURNAMES: [&str; 10] = ["shvili", "dze", "adze", "iani", "eli", "uri", "uli", "ava", "aia", "ua"];

/// Adds the addresses of persons in a text.
pub(super) fn find<'a>(text: &'a str, found: &mut Vec<Found<'a>>) {
    let local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let mut from = 0;
    for at in memchr_iter(b'@', text.as_bytes()).take(1000) {
        if at < from {
            continue;
        }
        let start = from + text[from..at].trim_end_matches(local).len();
        let end = text[at + 1..].find(|c| !domain(c)).map_or(text.len(), |end| at + 1 + end);
        from = at + 1;
        let end = at + 1 + text[at + 1..end].trim_end_matches(['.', '-']).len();
        let (name, host) = (text[start..at].to_ascii_lowercase(), text[at + 1..end].to_ascii_lowercase());
        let is_address = !name.is_empty() && host.rsplit_once('.').is_some_and(|(name, top)| !name.is_empty() && top.len() >= 2);
        if is_address && is_of_a_person(&name, &host) {
            found.push(Found { what: PersonalData::Email, text: &text[start..end] });
        }
    }
}

fn is_of_a_person(name: &str, host: &str) -> bool {
    let mut parts = name.split(['.', '_', '-', '+']).map(|part| part.trim_matches(|c: char| c.is_ascii_digit())).filter(|part| !part.is_empty());
    if parts.clone().any(|part| OFFICES.contains(&part)) {
        return false;
    }
    let of_anybody = OPEN_TO_ALL.contains(&host);
    let surname = parts.clone().any(|part| part.len() >= 6 && SURNAMES.iter().any(|ending| part.ends_with(ending)));
    let first_and_last = parts.clone().count() == 2 && parts.all(|part| part.bytes().all(|byte| byte.is_ascii_lowercase()));
    of_anybody || surname || first_and_last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(text, &mut found);
        found.into_iter().map(|found| found.text).collect()
    }

    #[test]
    fn addresses_of_persons_are_found() {
        assert_eq!(all("წერილი: Nino.Beridze@moia.gov.ge."), ["Nino.Beridze@moia.gov.ge"]);
        assert_eq!(
            all("n_beridze@a.ge, keti77@gmail.com; gmaisuradze@justice.gov.ge"),
            ["n_beridze@a.ge", "keti77@gmail.com", "gmaisuradze@justice.gov.ge"]
        );
    }

    #[test]
    fn addresses_of_offices_and_other_signs_are_not() {
        for text in [
            "info@moia.gov.ge",
            "press.office@a.ge",
            "office2020@gmail.com",
            "trafficking@moia.gov.ge",
            "@team met twice",
            "twitter @moia_georgia",
            "a@b",
            "5 @ 3.50",
            "@",
            "x@",
            "@x.ge",
            "nino.beridze@",
        ] {
            assert_eq!(all(text), Vec::<&str>::new(), "{text}");
        }
        assert_eq!(all(&"@".repeat(5000)), Vec::<&str>::new());
    }
}
