//! The data package of a report: every table, then what is said of them.

use super::{Compiled, Refusal, Sink};
use crate::checksum::Running;
use crate::report::package::descriptor::{Resource, document};
use crate::report::package::{csv, sql, tables};
use crate::say;

/// Hands each table to `sink`, and after them `load.sql`, which reads them, and `datapackage.json`, which has their sizes and checksums.
pub(super) fn package<E: From<Refusal>>(compiled: &Compiled<'_>, sink: &mut Sink<'_, E>) -> Result<(), E> {
    let given = compiled.reported();
    let mut resources = Vec::new();
    let mut script = sql::HEAD.to_owned();
    for mut table in tables(given) {
        let (mut bytes, mut checksum) = (0, Running::default());
        let mut pieces = csv::pieces(&mut table).map(String::into_bytes).inspect(|piece| {
            bytes += piece.len() as u64;
            checksum.add(piece);
        });
        sink(&table.path(), &mut pieces)?;
        // One who only compares may stop early, the checksum is of the whole.
        pieces.for_each(drop);
        script.push_str(&sql::load(&table));
        resources.push(Resource::new(&table, bytes, &checksum.hex()));
    }
    sink("load.sql", &mut std::iter::once(script.into_bytes()))?;
    let text = document(given, &resources)
        .map_err(|error| Refusal(say!("`datapackage.json` cannot be written: {error}", "`datapackage.json` ვერ ჩაიწერა: {error}")))?;
    sink("datapackage.json", &mut std::iter::once(text.into_bytes()))
}
