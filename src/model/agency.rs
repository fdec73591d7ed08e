//! The register of agencies.

use super::date::Date;
use super::text::Text;
use crate::place::Place;

/// What sort of body an agency is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum AgencyKind {
    Council,
    Ministry,
    Lepl,
    Department,
    Court,
    Fund,
    Prosecution,
    Ombudsman,
    International,
    CivilSociety,
    Group,
}

impl AgencyKind {
    /// Every kind with its name in the register.
    pub const ALL: [(&'static str, Self); 11] = [
        ("council", Self::Council),
        ("ministry", Self::Ministry),
        ("lepl", Self::Lepl),
        ("department", Self::Department),
        ("court", Self::Court),
        ("fund", Self::Fund),
        ("prosecution", Self::Prosecution),
        ("ombudsman", Self::Ombudsman),
        ("international", Self::International),
        ("civil-society", Self::CivilSociety),
        ("group", Self::Group),
    ];

    /// Whether such a body is part of the state, so that it can answer for an activity.
    pub fn is_public(self) -> bool {
        !matches!(self, Self::International | Self::CivilSociety | Self::Group)
    }

    /// The name in the register.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }
}

/// One body of the register.
#[derive(Clone, Debug)]
pub struct Agency {
    /// Where it stands.
    pub place: Place,
    /// Short ASCII name that never changes.
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Name for narrow tables; the full name where the register gives none.
    pub short: Text,
    /// Every other way in which it is written, former names included.
    pub aliases: Vec<String>,
    /// What sort of body it is.
    pub kind: AgencyKind,
    /// Id of the body it belongs to.
    pub parent: Option<String>,
    /// Ids of the members of a group, where they are known.
    pub members: Vec<String>,
    /// Former names with the day of the change.
    pub renamed: Vec<(Text, Date)>,
    /// The body it was merged into, and when.
    pub merged: Option<(String, Date)>,
}

impl Agency {
    /// Every name it goes by but its id: full, short, other and former names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let texts = [&self.name, &self.short].into_iter().chain(self.renamed.iter().map(|(from, _)| from));
        texts.flat_map(Text::all).map(|(_, name)| name).chain(self.aliases.iter().map(String::as_str))
    }
}

/// Number of an agency in [`Plan::agencies`](super::plan::Plan::agencies).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgencyIx(pub u16);
