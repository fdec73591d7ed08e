//! Compiles periodic implementation reports of government action plans.

pub mod load;
pub mod merge;
pub mod model;
pub mod parse;
pub mod place;
pub mod problem;
pub mod source;
