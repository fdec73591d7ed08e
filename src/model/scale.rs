//! The status scale: data of the plan, with a shipped default, never hard-coded.

use std::collections::HashMap;

use super::text::{Text, folded};

/// What a status means to the arithmetic of the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    /// Implemented.
    Done,
    /// Under way: on schedule while the deadline has not passed.
    Underway,
    /// Not implemented.
    Not,
    /// Given up; stays in the denominators unless withdrawn from the plan.
    Cancelled,
    /// Derived: not due yet.
    NotDue,
    /// Derived: something was reported, but no status.
    NoStatus,
    /// Derived: nothing was reported.
    NoReport,
}

impl Counts {
    /// Every meaning with its name in the scale.
    pub const ALL: [(&'static str, Self); 7] = [
        ("done", Self::Done),
        ("underway", Self::Underway),
        ("not", Self::Not),
        ("cancelled", Self::Cancelled),
        ("not-due", Self::NotDue),
        ("no-status", Self::NoStatus),
        ("no-report", Self::NoReport),
    ];

    /// Whether the program derives it and nobody may enter it.
    pub fn is_derived(self) -> bool {
        matches!(self, Self::NotDue | Self::NoStatus | Self::NoReport)
    }
}

/// One status of the scale.
#[derive(Clone, Debug)]
pub struct Status {
    /// Code in files.
    pub code: String,
    /// Label.
    pub label: Text,
    /// Label for narrow tables.
    pub short: Text,
    /// Other accepted words, of every language.
    pub aliases: Vec<String>,
    /// Meaning to the arithmetic.
    pub counts: Counts,
    /// Sign that stands before the label; one character.
    pub sign: char,
}

/// Number of a status in its [`Scale`]; a smaller number is further advanced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusIx(pub u8);

/// The statuses, from the most to the least advanced.
#[derive(Clone, Debug, Default)]
pub struct Scale {
    /// The statuses in their order.
    pub statuses: Vec<Status>,
}

impl Scale {
    /// The status with this number.
    pub fn get(&self, ix: StatusIx) -> &Status {
        &self.statuses[usize::from(ix.0)]
    }

    /// All statuses with their numbers; a scale has room for 256.
    pub fn iter(&self) -> impl Iterator<Item = (StatusIx, &Status)> {
        (0..=u8::MAX).map(StatusIx).zip(&self.statuses)
    }

    /// The statuses by every word for them, folded: code, labels and aliases. What may be entered wins over what is derived,
    /// else the more advanced status has a word that two claim.
    pub fn by_word(&self) -> HashMap<String, StatusIx> {
        let mut words = HashMap::new();
        let derived = |wanted: bool| self.iter().filter(move |(_, status)| status.counts.is_derived() == wanted);
        for (ix, status) in derived(false).chain(derived(true)) {
            let labels = status.label.all().chain(status.short.all()).map(|(_, label)| label);
            for word in std::iter::once(status.code.as_str()).chain(labels).chain(status.aliases.iter().map(String::as_str)) {
                words.entry(folded(word)).or_insert(ix);
            }
        }
        words
    }

    /// The status that the program derives in this case.
    pub fn derived(&self, counts: Counts) -> Option<StatusIx> {
        self.iter().find(|(_, status)| status.counts == counts).map(|(ix, _)| ix)
    }
}
