//! Waivers: findings accepted where they stand.

use super::reader::{Fields, Keys, Reader};
use crate::model::plan::Waiver;
use crate::place::Place;

const WAIVER: Keys = Keys { of: "waiver", required: &["check", "reason", "until"], known: &["check", "reason", "until", "agency", "activity"] };

/// Reads the list under `waivers` of the value that stands at `covers`.
pub(super) fn read(reader: &mut Reader<'_>, fields: Fields<'_>, covers: &Place) -> Vec<Waiver> {
    let mut waivers = Vec::new();
    for (item, place) in reader.list_of(fields, "waivers", covers) {
        let Some(fields) = reader.map(item, &WAIVER) else { continue };
        waivers.push(Waiver {
            place,
            covers: covers.clone(),
            check: reader.text_of(fields, "check"),
            agency: fields.get("agency").and_then(|node| reader.text(node)).map(str::to_owned),
            activity: fields.get("activity").and_then(|node| reader.text(node)).map(str::to_owned),
            reason: reader.localized_of(fields, "reason"),
            until: reader.date_of(fields, "until"),
        });
    }
    waivers
}
