//! The status scale, from `plan.yaml` or the shipped default.

use super::reader::{Fields, Keys, Reader};
use crate::model::scale::{Counts, Scale, Status};
use crate::place::Place;
use crate::problem::{Expected, ProblemKind};

const STATUS: Keys =
    Keys { of: "status", required: &["code", "label", "counts", "sign"], known: &["code", "label", "counts", "sign", "short", "aliases"] };

/// Reads the list under `scale`.
pub(super) fn read(reader: &mut Reader<'_>, fields: Fields<'_>) -> Scale {
    let place = Place::root(reader.source);
    let mut scale = Scale::default();
    for (item, _) in reader.list_of(fields, "scale", &place) {
        let Some(fields) = reader.map(item, &STATUS) else { continue };
        let label = reader.localized_of(fields, "label");
        let short = reader.localized_of(fields, "short");
        let counts = reader.choice_of(fields, "counts", &Counts::ALL);
        let sign = fields.get("sign").and_then(|node| reader.value(node, Expected::Character, one_character));
        scale.statuses.push(Status {
            code: reader.text_of(fields, "code"),
            short: if short.is_empty() { label.clone() } else { short },
            label,
            aliases: reader.texts_of(fields, "aliases"),
            counts: counts.unwrap_or(Counts::Not),
            sign: sign.unwrap_or('•'),
        });
    }
    require_derived(reader, fields, &scale);
    scale
}

/// The program derives three statuses, so a scale must name all three, one for each.
fn require_derived(reader: &mut Reader<'_>, fields: Fields<'_>, scale: &Scale) {
    let Some(node) = fields.get("scale") else { return };
    for (name, counts) in Counts::ALL {
        if counts.is_derived() && scale.derived(counts).is_none() {
            reader.problem(&(node.span.start..node.span.start), ProblemKind::ScaleWithout { counts: name });
        }
    }
}

fn one_character(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next()?;
    characters.next().is_none().then_some(first)
}
