//! Bytes to text: byte order mark, encoding and line ends.
//!
//! Line ends become LF, so that a checkout with other line ends gives the same report, and so that
//! lines are counted as an editor counts them. It never guesses a code page: one that cannot fail
//! would turn a wrong file into wrong names without a word.

use crate::problem::EncodingFault;

/// The text of a file, and what was wrong with its bytes, with the offset in the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text with LF line ends; up to the first unreadable byte if there is one.
    pub text: String,
    /// What is wrong, and at which byte of `text`.
    pub fault: Option<(EncodingFault, usize)>,
}

/// Turns the bytes of a file into text.
pub fn decode(bytes: &[u8]) -> Decoded {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Decoded { text: String::new(), fault: Some((EncodingFault::Workbook, 0)) };
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") || looks_like_utf16(bytes) {
        return Decoded { text: String::new(), fault: Some((EncodingFault::Utf16, 0)) };
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: with_lf(text), fault: None },
        Err(error) => {
            let readable = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            let text = with_lf(readable);
            let at = text.len();
            Decoded { text, fault: Some((EncodingFault::NotUtf8, at)) }
        }
    }
}

/// Text without a byte order mark holds a zero in every second byte when it is UTF-16 of Latin letters or digits.
fn looks_like_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&byte| byte == 0).count();
    head.len() >= 8 && zeros(0).max(zeros(1)) * 8 >= head.len()
}

fn with_lf(text: &str) -> String {
    if !text.contains('\r') {
        return text.to_owned();
    }
    text.replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_and_mark() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\r\nb\rc\n").text, "a\nb\nc\n");
    }

    #[test]
    fn faults_have_their_place() {
        assert_eq!(decode(b"a\r\nb\xFFc").fault, Some((EncodingFault::NotUtf8, 3)));
        assert_eq!(decode(b"\xFF\xFEa\0").fault, Some((EncodingFault::Utf16, 0)));
        assert_eq!(decode(b"a\0c\0t\0i\0v\0").fault, Some((EncodingFault::Utf16, 0)));
        assert_eq!(decode(b"PK\x03\x04rest").fault, Some((EncodingFault::Workbook, 0)));
    }
}
