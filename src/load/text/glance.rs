//! One cheap look at the bytes of a cell, after which nearly every cell is done.
//!
//! The loop has no branches, so that the compiler turns it into vector instructions: it costs a fraction of a nanosecond a byte.

/// Bytes looked at together.
const WIDTH: usize = 32;

/// What a look at the bytes tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Glance {
    /// Question marks.
    pub(super) question_marks: usize,
    /// Low lines.
    pub(super) low_lines: usize,
    /// Latin letters without accents.
    pub(super) letters: usize,
    /// Bytes of other letters and signs; a Georgian letter has three.
    pub(super) others: usize,
    /// The most digits that stand close together.
    pub(super) digits: usize,
    /// There is an `@`.
    pub(super) at: bool,
    /// There may be a replacement character.
    pub(super) replacement: bool,
    /// There are Latin letters with accents.
    pub(super) accents: bool,
}

#[derive(Default)]
struct Counts {
    question_marks: u8,
    low_lines: u8,
    letters: u8,
    others: u8,
    digits: u8,
    at: u8,
    replacement: u8,
    accents: u8,
}

impl Glance {
    /// Looks at a cell.
    pub(super) fn at(cell: &str) -> Self {
        let (chunks, rest) = cell.as_bytes().as_chunks::<WIDTH>();
        let mut glance = Self::default();
        let mut before = 0;
        for chunk in chunks {
            glance.add(&counts(chunk), &mut before);
        }
        if !rest.is_empty() {
            let mut last = [0; WIDTH];
            last[..rest.len()].copy_from_slice(rest);
            glance.add(&counts(&last), &mut before);
        }
        glance
    }

    fn add(&mut self, counts: &Counts, before: &mut usize) {
        self.question_marks += usize::from(counts.question_marks);
        self.low_lines += usize::from(counts.low_lines);
        self.letters += usize::from(counts.letters);
        self.others += usize::from(counts.others);
        let digits = usize::from(counts.digits);
        // A number may stand across two chunks.
        self.digits = self.digits.max(digits + *before);
        *before = digits;
        self.at |= counts.at > 0;
        self.replacement |= counts.replacement > 0;
        self.accents |= counts.accents > 0;
    }
}

#[inline]
fn counts(chunk: &[u8; WIDTH]) -> Counts {
    let mut counts = Counts::default();
    for &byte in chunk {
        counts.question_marks += u8::from(byte == b'?');
        counts.low_lines += u8::from(byte == b'_');
        counts.letters += u8::from((byte | 0x20).wrapping_sub(b'a') < 26);
        counts.others += byte >> 7;
        counts.digits += u8::from(byte.wrapping_sub(b'0') < 10);
        counts.at += u8::from(byte == b'@');
        counts.replacement += u8::from(byte == 0xef);
        counts.accents += u8::from(byte == 0xc3);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_counted_wherever_it_stands() {
        for before in 0..70 {
            let glance = Glance::at(&format!("{}?_ab@ა0123456789{}", "-".repeat(before), "-".repeat(before)));
            let expected =
                Glance { question_marks: 1, low_lines: 1, letters: 2, others: 3, digits: 10, at: true, replacement: false, accents: false };
            assert_eq!(glance, expected, "{before}");
        }
        assert!(Glance::at("a\u{fffd}").replacement);
        assert_eq!(Glance::at(&"1 x".repeat(400)).question_marks, 0);
        assert_eq!(Glance::at(""), Glance::default());
    }
}
