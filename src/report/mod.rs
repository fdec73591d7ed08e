//! The report.

pub mod escape;
mod format;
pub mod html;
pub mod language;
pub mod link;
