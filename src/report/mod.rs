//! The report: a plain view of the merged data, laid out by templates as Markdown, from which the HTML is made.

pub mod html;
