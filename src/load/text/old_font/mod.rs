//! Georgian typed with Latin letters for a font such as AcadNusx, in which only the font makes them look Georgian.

mod stems;

use stems::STEMS;

use super::glance::Glance;

/// The key of each letter, in the order of the alphabet from ა to ჰ.
const KEYS: &[u8; 33] = b"abgdevzTiklmnopJrstufqRySCcZwWxjh";

/// So many words show what a cell is written in.
const MOST_WORDS: usize = 40;

/// What a message shows of a text, in bytes.
const SHOWN: usize = 240;

/// The Georgian letter on a key.
fn letter(key: char) -> Option<char> {
    let at = KEYS.iter().position(|&known| char::from(known) == key)?;
    char::from_u32(u32::from('ა') + u32::try_from(at).ok()?)
}

/// A Georgian word as it is typed for an old font.
fn typed(word: &str) -> String {
    let key =
        |letter: char| u32::from(letter).checked_sub(u32::from('ა')).and_then(|at| KEYS.get(at as usize)).map_or(letter, |&key| char::from(key));
    word.chars().map(key).collect()
}

/// What a word is a sign of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    /// Georgian in an old font: the beginning or the ending of a known word.
    OldFont,
    /// Probably, by a capital inside it; names of program code have one, too.
    Capital,
    /// It may be.
    Possible,
    /// Some other language.
    Foreign,
}

/// The text of a cell that was probably typed for an old font, as it stands and in Georgian letters; its first words.
pub(super) fn find(cell: &str, glance: &Glance) -> Option<(String, String)> {
    if glance.letters < 4 {
        return None;
    }
    let (mut sure, mut capitals, mut foreign, mut all) = (0, 0, 0, 0);
    for word in words(cell) {
        match sign(word) {
            Sign::OldFont => sure += 1,
            Sign::Capital => capitals += 1,
            Sign::Foreign => foreign += 1,
            Sign::Possible => {}
        }
        all += 1;
        if all >= MOST_WORDS || (foreign >= 4 && foreign > 3 * (sure + capitals)) {
            break;
        }
    }
    // Among Georgian letters a single word may be a name.
    let enough = if glance.others > 0 { 4 } else { 2 };
    if 2 * sure + capitals < enough || sure + capitals <= foreign || (sure + capitals) * 4 < all {
        return None;
    }
    let shown = shown(cell);
    Some((shown.to_owned(), converted(shown)))
}

/// The text with every word that can be one of an old font in Georgian letters; web addresses, abbreviations and other words stay.
pub(in crate::load) fn converted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let (before, word) = rest.split_at(at);
        out.push_str(before);
        let end = word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len());
        let (word, behind) = word.split_at(end);
        let joined = before.ends_with(['@', '/', '_', '\\']) || behind.starts_with(['@', '/', '_', '\\']) || behind.starts_with("://");
        if is_typed(word) && !joined {
            out.extend(word.chars().filter_map(letter));
        } else {
            out.push_str(word);
        }
        rest = behind;
    }
    out.push_str(rest);
    out
}

/// A text cut to the length that a message shows, at the end of a word.
fn shown(text: &str) -> &str {
    if text.len() <= SHOWN {
        return text;
    }
    let cut = &text[..crate::source::floor_boundary(text, SHOWN)];
    cut.rfind(char::is_whitespace).map_or(cut, |end| &cut[..end])
}

/// The Latin words of two letters and more that are no part of an address and no abbreviation.
fn words(cell: &str) -> impl Iterator<Item = &str> {
    let parts = cell.split_whitespace().filter(|part| !part.contains("://") && !part.contains('@') && !part.starts_with("www."));
    let words = parts.flat_map(|part| part.split(|c: char| !c.is_alphabetic())).filter(|word| word.len() >= 2);
    words.filter(|word| word.bytes().any(|byte| byte.is_ascii_alphabetic()) && !word.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Whether all letters of a word are keys of an old font, and not all of them capitals.
fn is_typed(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'T' | b'J' | b'R' | b'S' | b'C' | b'Z' | b'W'))
        && word.bytes().any(|byte| byte.is_ascii_lowercase())
}

fn sign(word: &str) -> Sign {
    if !is_typed(word) {
        return Sign::Foreign;
    }
    if STEMS.know(word) {
        return Sign::OldFont;
    }
    let capital = word.bytes().skip(2).any(|byte| byte.is_ascii_uppercase());
    let ends = word.ends_with(['a', 'e', 'i', 'o', 'u', 's', 'd', 'T', 'm']);
    if is_foreign(word) {
        return Sign::Foreign;
    }
    if capital && ends && word.len() >= 5 && !is_two_names(word) { Sign::Capital } else { Sign::Possible }
}

/// `SafeTravels`, `TikTok`: two words written as one.
fn is_two_names(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_uppercase()) && word.bytes().filter(u8::is_ascii_uppercase).count() == 2
}

/// English words and letters side by side that no Georgian word has.
fn is_foreign(word: &str) -> bool {
    const WORDS: [&str; 26] = [
        "the", "and", "of", "in", "to", "was", "were", "for", "with", "by", "on", "at", "are", "has", "have", "from", "that", "this", "been", "as",
        "or", "not", "which", "its", "it", "no",
    ];
    const PAIRS: [&[u8; 2]; 14] = [b"th", b"sh", b"ck", b"ph", b"wh", b"ee", b"ll", b"tt", b"ff", b"pp", b"gh", b"qu", b"ch", b"ss"];
    WORDS.contains(&word)
        || ["ing", "tion", "ed", "ly", "er", "ment"].iter().any(|ending| word.ends_with(ending))
        || word.as_bytes().windows(2).any(|pair| PAIRS.iter().any(|known| *known == pair))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(cell: &str) -> Option<String> {
        find(cell, &Glance::at(cell)).map(|(_, converted)| converted)
    }

    #[test]
    fn keys_are_letters() {
        let alphabet = "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ";
        assert_eq!(converted(&typed(alphabet)), alphabet);
    }

    #[test]
    fn old_fonts_are_read() {
        for (typed, georgian) in [
            ("treningi Catarda 24 TanamSromlisTvis", "ტრენინგი ჩატარდა 24 თანამშრომლისთვის"),
            ("mimdinareobs", "მიმდინარეობს"),
            ("Sesrulda", "შესრულდა"),
            ("angariSi gamoqveynda saitze", "ანგარიში გამოქვეყნდა საიტზე"),
            ("UNODC-is proeqti, ix. https://a.ge/x", "UNODC-ის პროექტი, იხ. https://a.ge/x"),
            ("saqmeebi erToblivad ganixileba da axali tendenciebi gamovlinda", "საქმეები ერთობლივად განიხილება და ახალი ტენდენციები გამოვლინდა"),
            ("aRwera: moewyo 3 Sexvedra", "აღწერა: მოეწყო 3 შეხვედრა"),
        ] {
            assert_eq!(said(typed).as_deref(), Some(georgian));
        }
    }

    #[test]
    fn other_languages_are_left() {
        for text in [
            "The working group met twice",
            "UNODC, GRETA, IOM",
            "https://example.org/angariSi/gamoqveynda",
            "Schmidt, Johannes; Straßburg",
            "Toplantı yapıldı, rapor yayınlandı ve eğitim verildi",
            "Hesabat hazirlandi, telim kecirildi, layihe tesdiq olundu",
            "Raport został opublikowany, treningi i kampania",
            "Le rapport a ete publie; la formation continue",
            "La capacitacion se realizo en tres ciudades con jueces",
            "TikTok, YouTube, LinkedIn, WhatsApp, iTunes, JavaScript, SafeTravels",
            "მონაწილეებმა იმუშავეს Zoom და Microsoft Teams პლატფორმებზე, SafeTravels",
            "done",
            "info@moia.gov.ge",
            "Tbilisi, Batumi, Kutaisi, Rustavi, Telavi, Zugdidi",
            "Charles Michel",
            "dataType",
            "Kvirikashvili, Adamia, Sakvarelidze",
            "",
        ] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
