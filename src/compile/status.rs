//! From checked files to the status of a period: who has sent what, and what is missing. That nothing was sent is no reason to refuse.

use super::{Refusal, days, folder_of, require_sound_plan};
use crate::Checked;
use crate::load;
use crate::merge::merge;
use crate::model::date::Date;
use crate::model::text::Language;
use crate::report::language;
use crate::report::template::Templates;
use crate::say;
use crate::status::{self, Format, Given};

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
    let (asked, findings, as_of) = (&periods[at], &checked.findings, request.as_of);
    let status = status::build(&Given { plan, progress: &progress, periods, asked, sources, findings, as_of });
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
