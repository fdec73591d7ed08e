//! `plan/agencies.yaml`: the register of agencies, and finding an agency by what people write.

use std::collections::HashMap;

use super::reader::{Keys, Reader};
use super::waiver;
use crate::model::agency::{Agency, AgencyIx, AgencyKind};
use crate::model::plan::{Plan, Waiver};
use crate::model::text::folded;
use crate::parse::yaml::Node;
use crate::place::Place;

const REGISTER: Keys = Keys { of: "register", required: &["agencies"], known: &["agencies", "waivers"] };
const AGENCY: Keys = Keys {
    of: "agency",
    required: &["id", "name", "kind"],
    known: &["id", "name", "kind", "short", "aliases", "parent", "members", "renamed", "merged", "waivers"],
};
const RENAMED: Keys = Keys { of: "renamed", required: &["from", "date"], known: &["from", "date"] };
const MERGED: Keys = Keys { of: "merged", required: &["into", "date"], known: &["into", "date"] };

/// The elements of the register in a file of its own.
pub(super) fn items<'n>(reader: &mut Reader<'_>, node: &'n Node, waivers: &mut Vec<Waiver>) -> Vec<(&'n Node, Place)> {
    let place = Place::root(reader.source);
    let Some(fields) = reader.map(node, &REGISTER) else { return Vec::new() };
    waivers.extend(waiver::read(reader, fields, &place));
    reader.list_of(fields, "agencies", &place)
}

/// Reads one agency.
pub(super) fn agency(reader: &mut Reader<'_>, node: &Node, place: Place, waivers: &mut Vec<Waiver>) -> Option<Agency> {
    let fields = reader.map(node, &AGENCY)?;
    waivers.extend(waiver::read(reader, fields, &place));
    let name = reader.localized_of(fields, "name");
    let short = reader.localized_of(fields, "short");
    let mut renamed = Vec::new();
    for (item, _) in reader.list_of(fields, "renamed", &place) {
        let Some(fields) = reader.map(item, &RENAMED) else { continue };
        let from = reader.localized_of(fields, "from");
        renamed.extend(reader.date_of(fields, "date").map(|date| (from, date)));
    }
    let merged = fields.get("merged").and_then(|node| reader.map(node, &MERGED)).and_then(|fields| {
        let into = reader.text_of(fields, "into");
        reader.date_of(fields, "date").map(|date| (into, date))
    });
    Some(Agency {
        id: reader.id(fields, "id"),
        short: if short.is_empty() { name.clone() } else { short },
        name,
        aliases: reader.texts_of(fields, "aliases"),
        kind: reader.choice_of(fields, "kind", &AgencyKind::ALL).unwrap_or(AgencyKind::Department),
        parent: fields.get("parent").and_then(|node| reader.text(node)).map(str::to_owned),
        members: reader.texts_of(fields, "members"),
        renamed,
        merged,
        place,
    })
}

/// Agencies by every name they go by, folded.
pub(super) struct Names {
    by_name: HashMap<String, AgencyIx>,
}

impl Names {
    /// Collects ids, names, short names, aliases and former names; the first of two equal names wins.
    pub(super) fn new(plan: &Plan) -> Self {
        let mut by_name = HashMap::new();
        let mut add = |ix, name: &str| {
            by_name.entry(folded(name)).or_insert(ix);
        };
        for (ix, agency) in plan.agencies() {
            add(ix, &agency.id);
        }
        for (ix, agency) in plan.agencies() {
            agency.names().for_each(|name| add(ix, name));
        }
        Self { by_name }
    }

    /// The agency that goes by this name.
    pub(super) fn find(&self, name: &str) -> Option<AgencyIx> {
        self.by_name.get(&folded(name)).copied()
    }
}
