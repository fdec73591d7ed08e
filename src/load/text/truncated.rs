//! Text that was cut at the longest length a program keeps in a cell.

/// Longest text in a cell of a workbook, in characters.
const WORKBOOK: usize = 32_767;

/// Longest text that older programs and their exports keep.
const OLDER: usize = 255;

/// A Georgian letter has three bytes, no character more than four.
const BYTES: usize = 4;

/// The length at which a text was probably cut.
pub(super) fn cut_at(cell: &str) -> Option<u32> {
    let may_be = |limit: usize| (limit..=limit * BYTES).contains(&cell.len());
    if !may_be(OLDER) && !may_be(WORKBOOK) {
        return None;
    }
    match length(cell) {
        WORKBOOK => Some(32_767),
        OLDER if !ends_a_sentence(cell) => Some(255),
        _ => None,
    }
}

/// The length as workbooks count it: characters beyond the first plane count twice.
fn length(cell: &str) -> usize {
    cell.bytes().map(|byte| usize::from(byte & 0xc0 != 0x80) + usize::from(byte >= 0xf0)).sum()
}

fn ends_a_sentence(cell: &str) -> bool {
    let cell = cell.trim_end();
    cell.ends_with(['.', '!', '?', '…', ';', ':', ')', ']', '"', '”', '“', '»'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_lengths_are_found() {
        assert_eq!(cut_at(&"ა".repeat(255)), Some(255));
        assert_eq!(cut_at(&"a".repeat(32_767)), Some(32_767));
        assert_eq!(cut_at(&format!("{}.", "ა".repeat(32_766))), Some(32_767));
        for cell in [String::new(), "ა".repeat(254), "ა".repeat(256), format!("{}.", "ა".repeat(254)), "a".repeat(32_766), "a".repeat(40_000)] {
            assert_eq!(cut_at(&cell), None, "{}", cell.len());
        }
    }
}
