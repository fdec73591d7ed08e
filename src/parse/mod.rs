//! Bytes to text, text to trees and tables, places to spans. Knows nothing of plans or reports.

pub mod csv;
pub mod decode;
mod fault;
pub mod layout;
pub mod locate;
pub mod workbook;
pub mod yaml;
