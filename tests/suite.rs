//! The one test binary; each module says what belongs to it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, missing_docs)]

mod suite {
    /// Every check against its fixture in `tests/checks`.
    mod fixtures;
    /// Rules about the code itself.
    mod tidy;
}
