//! From checked files to the status of a period: who has sent what, and what is missing. That nothing was sent is no reason to refuse.

use std::collections::HashSet;

use super::{Refusal, days, folder_of, require_sound_plan};
use crate::Checked;
use crate::load;
use crate::merge::merge;
use crate::merge::progress::Progress;
use crate::model::date::Date;
use crate::model::text::Language;
use crate::report::language;
use crate::report::template::Templates;
use crate::say;
use crate::status::{self, Format, Given, Unread};

/// What is asked.
#[derive(Clone, Debug)]
pub struct StatusRequest {
    /// Name of the period, as for a report.
    pub period: String,
    /// Form of the answer.
    pub format: Format,
    /// Its language.
    pub language: Language,
    /// The day from which delays are counted; they are not if there is none.
    pub as_of: Option<Date>,
    /// Templates that take the place of the shipped ones: name below `templates/`, text.
    pub templates: Vec<(String, String)>,
}

/// Who has sent what for a period.
pub fn status(checked: &mut Checked, request: &StatusRequest) -> Result<String, Refusal> {
    require_sound_plan(checked)?;
    let covers = days(checked, &request.period)?;
    let at = folder_of(checked, &request.period, covers);
    let load::Loaded { sources, plan, periods } = &checked.loaded;
    let progress = merge(plan, periods, &covers);
    let unread = unread(checked, &progress);
    let (asked, findings, as_of) = (&periods[at], &checked.findings, request.as_of);
    let status = status::build(&Given { plan, progress: &progress, periods, asked, sources, findings, unread: &unread, as_of });
    if request.format == Format::Json {
        return status::json(&status).map_err(|error| Refusal(say!("the document cannot be written: {error}", "დოკუმენტი ვერ ჩაიწერა: {error}")));
    }
    let file = format!("lang/{}.yaml", request.language);
    let given = request.templates.iter().find(|(name, _)| *name == file).map(|(_, text)| text.as_str());
    let language = language::Language::load(request.language, given).map_err(|error| super::broken(&error.file, error.line, &error.message))?;
    match request.format {
        Format::Markdown => Ok(status::markdown(&status, &language)),
        Format::Html => {
            let templates = Templates::new(&language, request.templates.clone(), plan.activities.len());
            status::html(&status, &language, &templates).map_err(|error| super::broken(&error.template, error.line, &error.message))
        }
        Format::Text | Format::Json => Ok(status::text(&status, &language)),
    }
}

/// Agencies' files of the period that are not among those that were read: they came all the same.
fn unread(checked: &Checked, progress: &Progress<'_>) -> Vec<Unread> {
    let load::Loaded { sources, plan, periods } = &checked.loaded;
    let read: HashSet<_> = periods.iter().flat_map(|period| &period.submissions).filter(|file| !file.unreadable).map(|file| file.source).collect();
    let mut unread = Vec::new();
    for (source, text) in sources.iter().filter(|(source, _)| !read.contains(source)) {
        let Some((folder, name)) = text.path.strip_prefix("reports/").and_then(|path| path.split_once("/submissions/")) else { continue };
        let own = progress.own_periods.iter().copied().find(|&at| periods.get(at).is_some_and(|period| period.name == folder));
        let Some(at) = own else { continue };
        let (agency, dated) = load::sent_by(plan, name);
        let received = || periods[at].received.iter().find(|(known, _)| known == name).map(|(_, day)| *day);
        unread.push(Unread { source, period: at, agency, dated: dated.or_else(received) });
    }
    unread
}
