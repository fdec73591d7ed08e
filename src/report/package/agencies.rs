//! The tables of agencies and of their duties.

use super::cell::text;
use super::languages;
use super::table::{Columns, Kind, Reference, Table};
use crate::model::agency::{Agency, AgencyKind};
use crate::model::plan::{Activity, Named};
use crate::report::json::Reported;

const REFERENCES: &[Reference] =
    &[Reference { fields: &["activity"], table: "activities", to: &["id"] }, Reference { fields: &["agency"], table: "agencies", to: &["id"] }];

pub(super) fn agencies<'a>(given: Reported<'a>) -> Table<'a> {
    let languages = languages(given.plan);
    let kinds = Kind::Code(AgencyKind::ALL.iter().map(|(name, _)| (*name).to_owned()).collect());
    let columns = Columns::<&'a Agency>::new()
        .always("id", Kind::Text, "Id of the agency, which never changes", |it| text(&*it.id))
        .localized("name", &languages, "Full name", |it| Some(&it.name))
        .localized("short", &languages, "Name for narrow tables", |it| Some(&it.short))
        .always("kind", kinds, "What sort of body it is", |it| text(it.kind.name()));
    let table = columns.table("agencies", "One row for each body of the plan's register.", given.plan.agencies.iter());
    Table { key: &["id"], ..table }
}

/// Activity, agency, role.
type Duty<'a> = (&'a Activity, &'a str, &'static str);

pub(super) fn duties<'a>(given: Reported<'a>) -> Table<'a> {
    let plan = given.plan;
    let id = move |named: &'a Named| named.agency.map_or(&*named.written, |ix| plan.agency(ix).id.as_str());
    let in_role = move |activity: &'a Activity, named: &'a [Named], role| {
        let mut ids: Vec<&str> = Vec::new();
        for named in named {
            // A body may stand twice, as written in two ways.
            if !ids.contains(&id(named)) {
                ids.push(id(named));
            }
        }
        ids.into_iter().map(move |id| (activity, id, role))
    };
    let of =
        move |it: &'a Activity| in_role(it, &it.lead, "lead").chain(in_role(it, &it.support, "support")).chain(in_role(it, &it.partners, "partner"));
    let roles = Kind::Code(["lead", "support", "partner"].map(str::to_owned).to_vec());
    let columns = Columns::<Duty<'a>>::new()
        .always("activity", Kind::Text, "Id of the activity", |(it, ..)| text(&*it.id))
        .always("agency", Kind::Text, "Id of the agency, or of a group of agencies", |(_, id, _)| text(*id))
        .always("role", roles, "Leads it, supports it, or is a partner outside the state", |(.., role)| text(*role));
    let table = columns.table("duties", "One row for each agency that the plan names for an activity.", plan.activities.iter().flat_map(of));
    Table { key: &["activity", "agency", "role"], references: REFERENCES, ..table }
}
