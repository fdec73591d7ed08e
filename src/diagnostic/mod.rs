//! Findings: what is wrong, where, and what to do, in English and in Georgian.
//!
//! One type serves syntax errors, cells, the plan and templates; the files beside this one show it in several forms.
//! Both wordings are made at once: findings are few, and the two languages then stand side by side in the code.
//!
//! Advice to writers: the message says what is wrong (lower case, no full stop, names in backticks); the label says the
//! fact at the caret (the writers name row and column by themselves); a note says why; help says what to do, in whole sentences that an official understands.

pub mod cell;
pub mod full;
pub mod group;
pub mod json;
pub mod locate;
pub mod secret;
pub mod sheet;
pub mod short;

use crate::model::text::Language;
use crate::place::{Place, Span};

pub use cell::Cell;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Must be mended: the row is not merged, or the plan is not usable.
    Error,
    /// Should be looked at.
    Warning,
    /// Worth knowing.
    Note,
}

impl Level {
    /// The word in this language; in files of other programs it is always the English one.
    pub fn word(self, language: Language) -> &'static str {
        match (self, language == Language::KA) {
            (Self::Error, false) => "error",
            (Self::Warning, false) => "warning",
            (Self::Note, false) => "note",
            (Self::Error, true) => "შეცდომა",
            (Self::Warning, true) => "გაფრთხილება",
            (Self::Note, true) => "შენიშვნა",
        }
    }
}

/// A sentence in the two languages of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// English.
    pub en: String,
    /// Georgian.
    pub ka: String,
}

impl Wording {
    /// The sentence in this language; English where it is neither of the two.
    pub fn get(&self, language: Language) -> &str {
        if language == Language::KA { &self.ka } else { &self.en }
    }
}

/// A [`Wording`] from two format strings, English first.
#[macro_export]
macro_rules! say {
    ($en:literal, $ka:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $value;)*
        $crate::diagnostic::Wording { en: format!($en), ka: format!($ka) }
    }};
}

/// A text whose control and direction characters are shown by their codes, so that they cannot act on the terminal.
pub(crate) fn visible(text: &str) -> String {
    let acts = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    if !text.contains(acts) {
        return text.to_owned();
    }
    text.chars().map(|c| if acts(c) { format!("U+{:04X}", u32::from(c)) } else { c.to_string() }).collect()
}

/// A place with the fact that holds there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// The fact; empty for a bare caret.
    pub text: Wording,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Name of the check.
    pub check: &'static str,
    /// How grave it is.
    pub level: Level,
    /// What is wrong.
    pub message: Wording,
    /// Where.
    pub primary: Label,
    /// Other places that matter.
    pub others: Vec<Label>,
    /// Why it matters, where that is not plain.
    pub notes: Vec<Wording>,
    /// What to do.
    pub help: Vec<Wording>,
    /// Numbers and addresses at the place must not be repeated: they may be a person's.
    pub secret: bool,
    /// Id of the agency it is about, for waivers in `report.yaml`.
    pub agency: Option<String>,
    /// Id of the activity it is about, for waivers in `report.yaml`.
    pub activity: Option<String>,
}

impl Diagnostic {
    /// Adds the fact at the caret.
    pub fn label(&mut self, text: Wording) -> &mut Self {
        self.primary.text = text;
        self
    }

    /// Adds another place.
    pub fn other(&mut self, place: Place, text: Wording) -> &mut Self {
        self.others.push(Label { place, text });
        self
    }

    /// Adds why it matters.
    pub fn note(&mut self, text: Wording) -> &mut Self {
        self.notes.push(text);
        self
    }

    /// Adds what to do.
    pub fn help(&mut self, text: Wording) -> &mut Self {
        self.help.push(text);
        self
    }

    /// Sets a level other than the check's own.
    pub fn level(&mut self, level: Level) -> &mut Self {
        self.level = level;
        self
    }

    /// Stars every number and address at the place in whatever shows an excerpt of it.
    pub fn secret(&mut self) -> &mut Self {
        self.secret = true;
        self
    }

    /// Says which agency and activity it is about.
    pub fn about(&mut self, agency: Option<&str>, activity: Option<&str>) -> &mut Self {
        self.agency = agency.map(str::to_owned);
        self.activity = activity.map(str::to_owned);
        self
    }
}

/// A finding whose places are bytes; the only thing the writers accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// Bytes of the primary place.
    pub span: Span,
    /// Bytes of the other places, in their order.
    pub others: Vec<Span>,
    /// The cell of the primary place, in a table.
    pub cell: Option<Cell>,
    /// The cells of the other places.
    pub other_cells: Vec<Option<Cell>>,
    /// The reason and last day of the waiver that accepts it.
    pub waived: Option<Waived>,
}

/// Why a finding is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waived {
    /// The reason given in the waiver.
    pub reason: crate::model::text::Text,
    /// The last day on which it holds.
    pub until: Option<crate::model::date::Date>,
}
