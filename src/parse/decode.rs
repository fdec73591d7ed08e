//! Bytes to text: byte order mark, encoding and line ends.
//!
//! Line ends become LF, so that a checkout with other line ends gives the same report, and so that
//! lines are counted as an editor counts them. UTF-8 and UTF-16 can be told for certain; a code page is never guessed: one
//! that cannot fail would turn a wrong file into wrong names without a word.

use memchr::memchr;

use crate::problem::EncodingFault;

/// The text of a file, and what was wrong with its bytes, with the offset in the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text with LF line ends; up to the first unreadable byte if there is one.
    pub text: String,
    /// What is wrong, and at which byte of `text`.
    pub fault: Option<(EncodingFault, usize)>,
    /// The file was in UTF-16.
    pub utf16: bool,
    /// All bytes of an unreadable file, for its checksum; nothing of a readable one.
    pub unreadable: Vec<u8>,
}

/// Turns the bytes of a file into text.
pub fn decode(mut bytes: Vec<u8>) -> Decoded {
    if let Some(fault) = other_kind(&bytes) {
        return Decoded { fault: Some((fault, 0)), unreadable: bytes, ..Decoded::default() };
    }
    if let Some(decoded) = utf16(&bytes) {
        return decoded;
    }
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    with_lf(&mut bytes, mark);
    match String::from_utf8(bytes) {
        Ok(text) => Decoded { text, ..Decoded::default() },
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let unreadable = error.into_bytes();
            let text = String::from_utf8(unreadable[..at].to_vec()).unwrap_or_default();
            Decoded { text, fault: Some((EncodingFault::NotUtf8, at)), utf16: false, unreadable }
        }
    }
}

/// Files that are no text, or a page instead of a table, whatever they are called.
fn other_kind(bytes: &[u8]) -> Option<EncodingFault> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Some(EncodingFault::Workbook);
    }
    if bytes.starts_with(b"%PDF-") {
        return Some(EncodingFault::Pdf);
    }
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let begins = |word: &str| head.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()));
    let page = ["<!doctype", "<html", "<table", "<?xml", "<head", "<body", "<meta"].into_iter().any(begins);
    page.then_some(EncodingFault::WebPage)
}

/// The text of a file in UTF-16: by its mark or, without one, by the zeros that Latin letters, digits and separators leave
/// in every second byte and nowhere else.
fn utf16(bytes: &[u8]) -> Option<Decoded> {
    let (big, bytes) = match bytes {
        [0xFF, 0xFE, rest @ ..] => (false, rest),
        [0xFE, 0xFF, rest @ ..] => (true, rest),
        _ => (zeros_are_high(bytes)?, bytes),
    };
    let all = bytes;
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) });
    let mut text = String::with_capacity(bytes.len());
    let mut fault = None;
    for unit in char::decode_utf16(units) {
        match unit {
            Ok(c) => text.push(c),
            Err(_) => {
                fault = Some(EncodingFault::Utf16);
                break;
            }
        }
    }
    if !rest.is_empty() {
        fault = Some(EncodingFault::Utf16);
    }
    let mut bytes = text.into_bytes();
    with_lf(&mut bytes, 0);
    let text = String::from_utf8(bytes).unwrap_or_default();
    let at = text.len();
    let unreadable = if fault.is_some() { all.to_vec() } else { Vec::new() };
    Some(Decoded { text, fault: fault.map(|fault| (fault, at)), utf16: true, unreadable })
}

/// Whether the zeros of a text are the first (big-endian) bytes of pairs or the second; nothing if it is not in UTF-16.
fn zeros_are_high(bytes: &[u8]) -> Option<bool> {
    let head = &bytes[..bytes.len().min(1024)];
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = |count: usize, other: usize| count * 8 >= head.len() && other * 16 <= count;
    match (many(first, second), many(second, first)) {
        _ if head.len() < 8 => None,
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Takes the first `skip` bytes off and turns CRLF and CR into LF, in place: a file may be large.
fn with_lf(bytes: &mut Vec<u8>, skip: usize) {
    let (mut from, mut to) = (skip, 0);
    loop {
        let next = memchr(b'\r', &bytes[from..]).map_or(bytes.len(), |found| from + found);
        if from != to {
            bytes.copy_within(from..next, to);
        }
        to += next - from;
        if next == bytes.len() {
            break;
        }
        bytes[to] = b'\n';
        to += 1;
        from = next + if bytes.get(next + 1) == Some(&b'\n') { 2 } else { 1 };
    }
    bytes.truncate(to);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(bytes: &[u8]) -> Option<(EncodingFault, usize)> {
        decode(bytes.to_vec()).fault
    }

    fn utf16_of(text: &str, big: bool, mark: bool) -> Vec<u8> {
        let units = mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn line_ends_and_mark() {
        let text = |bytes: &[u8]| decode(bytes.to_vec()).text;
        assert_eq!(text(b"\xEF\xBB\xBFa\r\nb\rc\n"), "a\nb\nc\n");
        assert_eq!(text(b"\r\r\n\n\r"), "\n\n\n\n");
        assert_eq!(text(b"\xEF\xBB\xBF"), "");
        assert_eq!(text("ა\rბ".as_bytes()), "ა\nბ");
    }

    #[test]
    fn faults_have_their_place() {
        assert_eq!(fault(b"a\r\nb\xFFc"), Some((EncodingFault::NotUtf8, 3)));
        assert_eq!(fault(b"PK\x03\x04rest"), Some((EncodingFault::Workbook, 0)));
        assert_eq!(fault(b"\n <HTML><table>"), Some((EncodingFault::WebPage, 0)));
        assert_eq!(fault(b"%PDF-1.7"), Some((EncodingFault::Pdf, 0)));
        assert_eq!(fault(b"activity,narrative\n1,<table>\n"), None);
    }

    #[test]
    fn utf16_is_read_with_and_without_its_mark() {
        let text = "activity\tnarrative\n2.1.1\tტრენინგი ჩატარდა 😀\n";
        for (big, mark) in [(false, true), (true, true), (false, false), (true, false)] {
            let decoded = decode(utf16_of(text, big, mark));
            assert_eq!((decoded.text.as_str(), decoded.fault, decoded.utf16), (text, None, true), "{big} {mark}");
        }
        let mut cut = utf16_of(text, false, true);
        cut.pop();
        assert!(matches!(fault(&cut), Some((EncodingFault::Utf16, at)) if at > 40));
    }

    #[test]
    fn a_single_zero_is_not_utf16() {
        let decoded = decode(b"a,b\n1,x\0y\n2,z\n".to_vec());
        assert_eq!((decoded.text.as_str(), decoded.utf16), ("a,b\n1,x\0y\n2,z\n", false));
    }
}
