//! The report.

pub mod escape;
mod format;
pub mod language;
pub mod link;
