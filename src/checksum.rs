//! Checksums (SHA-256, FIPS 180-4) of texts. The only user of the hashing crate.
//!
//! They are taken of the text with LF line ends and without a byte order mark, so that a checkout with other line ends
//! gives the same report; for such a file they equal what `sha256sum` prints.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::source::Source;

/// The checksum of a file, in hexadecimal: of its text; of the bytes for a workbook, whose text is only a part of it.
pub(crate) fn of_source(source: &Source) -> String {
    source.checksum.clone().unwrap_or_else(|| hex(source.text.as_bytes()))
}

/// The checksum of some bytes, in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    hex_of(Sha256::digest(bytes).as_slice())
}

/// The checksum of bytes that come in pieces.
#[derive(Default)]
pub(crate) struct Running(Sha256);

impl Running {
    /// Adds a piece.
    pub(crate) fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The checksum of all pieces, in hexadecimal.
    pub(crate) fn hex(self) -> String {
        hex_of(self.0.finalize().as_slice())
    }
}

/// The checksum of some bytes as a Content-Security-Policy writes it.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(bytes))
}

/// One checksum of several named texts; neither names nor texts can run into each other.
pub(crate) fn of_files<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut digest = Sha256::new();
    for (path, text) in files {
        for part in [path, text] {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part.as_bytes());
        }
    }
    hex_of(digest.finalize().as_slice())
}

fn hex_of(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_checksum() {
        assert_eq!(hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_ne!(of_files([("ab", "c")].into_iter()), of_files([("a", "bc")].into_iter()));
    }

    #[test]
    fn pieces_do_not_show() {
        let mut running = Running::default();
        running.add(b"a");
        running.add(b"bc");
        assert_eq!(running.hex(), hex(b"abc"));
    }
}
