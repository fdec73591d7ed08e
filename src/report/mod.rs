//! The report: a plain view of the merged data, laid out by templates as Markdown, from which the HTML is made.
//!
//! | part | holds |
//! | --- | --- |
//! | [`build`] | merged data to views |
//! | [`view`] | what templates see |
//! | [`language`], `format`, `order` | words, numbers, dates and alphabet of a language |
//! | [`template`], [`escape`], [`link`] | the engine, and the texts of others made harmless |
//! | [`mod@markdown`] | views and templates to the parts of the Markdown |
//! | [`html`] | a part of the Markdown to HTML |
//! | `docx` | all parts of the Markdown to a Word document (feature `docx`) |
//! | `workbook` | the annexes as the sheets of a workbook (feature `excel`) |
//! | `compact` | style and script without what only their authors read |
//! | [`json`] | the plan and the merged data for other programs |
//! | [`package`] | the same as CSV tables with `datapackage.json` |

pub mod build;
pub(crate) mod compact;
#[cfg(feature = "docx")]
pub mod docx;
pub mod escape;
mod format;
pub mod html;
pub mod json;
pub mod language;
pub mod link;
pub mod markdown;
mod order;
pub mod package;
pub mod template;
pub mod view;
#[cfg(feature = "excel")]
pub mod workbook;

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
    /// A Word document of each language, to be approved on paper.
    #[cfg(feature = "docx")]
    Docx,
    /// The annexes as a workbook of each language.
    #[cfg(feature = "excel")]
    Xlsx,
}

impl Format {
    /// Every form with its name, which is also the ending of its files.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("md", Self::Markdown),
        ("html", Self::Html),
        ("json", Self::Json),
        ("csv", Self::Csv),
        #[cfg(feature = "docx")]
        ("docx", Self::Docx),
        #[cfg(feature = "excel")]
        ("xlsx", Self::Xlsx),
    ];
}

impl Format {
    /// Whether there is a file for each language.
    pub fn has_languages(self) -> bool {
        !matches!(self, Self::Json | Self::Csv)
    }

    /// Whether it is made of the Markdown.
    pub fn is_text(self) -> bool {
        match self {
            Self::Markdown | Self::Html => true,
            #[cfg(feature = "docx")]
            Self::Docx => true,
            _ => false,
        }
    }
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
mod properties;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
