//! The two statuses of an activity in Markdown: the agency's and the secretariat's, the one that counts in bold.

use minijinja::value::Kwargs;
use minijinja::{Error, Value};

use super::{escape_words, fill_with, inline, is_short, labelled};
use crate::report::language::Language;

/// The agency's rating; where lead agencies differ, each with its own, and the conflict.
pub(super) fn agency(language: &Language, both: &Value, options: &Kwargs) -> Result<String, Error> {
    let short = is_short(options)?;
    let given = both.get_attr("agency")?;
    if given.len().unwrap_or(0) <= 1 {
        let status = labelled(&given.get_item_by_index(0)?.get_attr("status")?, short)?;
        return Ok(if both.get_attr("agency_counts")?.is_true() { format!("**{status}**") } else { status });
    }
    let mut each = Vec::new();
    for one in given.try_iter()? {
        let name = inline(language, &one.get_attr("agency")?.get_attr("name")?)?;
        each.push(format!("{name}:<br>{}", labelled(&one.get_attr("status")?, short)?));
    }
    let conflict = both.get_attr("conflict")?;
    if conflict.is_true() {
        each.push(format!("<!--.flag-->[{}](#c-{conflict})<!--/-->", escape_words(language.term("activity.conflict"), true)));
    }
    Ok(each.join("<br>"))
}

/// The secretariat's rating, or why there is none.
pub(super) fn secretariat(language: &Language, both: &Value, options: &Kwargs) -> Result<String, Error> {
    let short = is_short(options)?;
    let given = both.get_attr("secretariat")?;
    let term = |path| escape_words(language.term(path), true);
    if !given.is_true() {
        if both.get_attr("derived")?.is_true() {
            return Ok(term("none"));
        }
        let several = both.get_attr("agency")?.len().unwrap_or(0) > 1;
        let less = if several { format!("; {}", term("activity.counts_less")) } else { String::new() };
        return Ok(format!("<!--.muted-->{}{less}<!--/-->", term("activity.not_assessed")));
    }
    let mut out = format!("**{}**", labelled(&given, short)?);
    if both.get_attr("changed")?.is_true() {
        out.push_str(&format!(" <!--.flag-->{}<!--/-->", term("activity.changed")));
    }
    let since = both.get_attr("since")?;
    if since.is_true() {
        let earlier = fill_with(language, language.term("activity.earlier"), |_| Ok(since.clone()))?;
        out.push_str(&format!(" <!--.muted-->{earlier}<!--/-->"));
    }
    Ok(out)
}
