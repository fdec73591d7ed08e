//! Plan and accepted rows to [`progress::Progress`]: provenance, conflicts, history and rates (`domain.md` 4 and 5).
//!
//! Nothing here decides by the order of rows or files, and nothing is added up or averaged unless the plan says so.

pub mod progress;
