//! The domain: plan, agencies, activities, indicators, submissions. Plain data, nothing about files but places.

pub mod agency;
pub mod column;
pub mod date;
pub mod id;
pub mod indicator;
pub mod period;
pub mod plan;
pub mod scale;
pub mod spelling;
pub mod submission;
pub mod text;
