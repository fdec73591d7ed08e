//! The report: a plain view of the merged data, laid out by templates as Markdown, from which the HTML is made.
//!
//! | part | holds |
//! | --- | --- |
//! | [`build`] | merged data to views |
//! | [`view`] | what templates see |
//! | [`language`], `format` | words, numbers and dates of a language |
//! | [`template`], [`escape`], [`link`] | the engine, and the texts of others made harmless |
//! | [`mod@markdown`] | views and templates to the parts of the Markdown |
//! | [`html`] | a part of the Markdown to HTML |
//! | `compact` | style and script without what only their authors read |
//! | [`json`] | the plan and the merged data for other programs |
//! | [`package`] | the same as CSV tables with `datapackage.json` |

pub mod build;
mod compact;
pub mod escape;
mod format;
pub mod html;
pub mod json;
pub mod language;
pub mod link;
pub mod markdown;
pub mod package;
pub mod template;
pub mod view;

pub use markdown::markdown;

/// A form in which the report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The canonical text.
    Markdown,
    /// One file to read and to print.
    Html,
    /// The data behind it.
    Json,
    /// The data behind it as tables.
    Csv,
}

impl Format {
    /// Every form with its name, which is also the ending of its files.
    pub const ALL: [(&'static str, Self); 4] = [("md", Self::Markdown), ("html", Self::Html), ("json", Self::Json), ("csv", Self::Csv)];
}

/// The anchor of an id: letters, digits, `.`, `_` and `-` stay, anything else becomes its number.
fn anchor(kind: &str, id: &str) -> String {
    let mut anchor = format!("{kind}-");
    for c in id.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') => anchor.push(c),
            c => anchor.push_str(&format!("_{:x}_", u32::from(c))),
        }
    }
    anchor
}

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
