//! The documents of one language: made whole as far as they are needed whole, then handed over one by one.
//!
//! All languages are made side by side; only then is anything handed over, so a template that does not work leaves nothing half done.

use super::{Compiled, Refusal, Request, Sink, broken};
use crate::checksum;
use crate::model::text::Language;
use crate::parallel;
#[cfg(feature = "excel")]
use crate::report::build::sheets;
use crate::report::build::{Context, page, signs};
use crate::report::compact::markup;
#[cfg(feature = "docx")]
use crate::report::docx::docx;
use crate::report::html::{Signs, fragment};
use crate::report::language;
use crate::report::template::{TemplateError, Templates};
#[cfg(feature = "excel")]
use crate::report::workbook::workbook;
use crate::report::{Format, markdown};
#[cfg(any(feature = "docx", feature = "excel"))]
use crate::say;

/// Parts of a page that are made at once.
const AT_ONCE: usize = 256;

/// The documents of a language.
pub(super) struct Documents {
    code: Language,
    /// Workbook and Word document, by their ending.
    whole: Vec<(&'static str, Vec<u8>)>,
    page: Option<Page>,
    /// The Markdown; its file is wanted or not.
    parts: Vec<String>,
    markdown: bool,
}

/// A page, but for the parts between its ends, which are few at any time.
struct Page {
    signs: Signs,
    before: String,
    after: String,
}

/// Makes the documents of a language; everything that can go wrong goes wrong here.
pub(super) fn documents(compiled: &Compiled<'_>, request: &Request, code: Language) -> Result<Documents, Refusal> {
    let wanted = |format| request.formats.contains(&format);
    let file = format!("lang/{code}.yaml");
    let given = request.templates.iter().find(|(name, _)| *name == file).map(|(_, text)| text.as_str());
    let language = language::Language::load(code, given).map_err(|error| broken(&error.file, error.line, &error.message))?;
    let reported = compiled.reported();
    let plan = reported.plan;
    let templates = Templates::new(&language, request.templates.clone(), plan.activities.len());
    let context = Context::new(reported, &language);
    let page = page(&context);
    let broken_template = |error: TemplateError| broken(&error.template, error.line, &error.message);
    let mut documents = Documents { code, whole: Vec::new(), page: None, parts: Vec::new(), markdown: wanted(Format::Markdown) };
    #[cfg(feature = "excel")]
    if wanted(Format::Xlsx) {
        let bytes = workbook(&sheets(&context), &page, reported.as_of)
            .map_err(|error| Refusal(say!("the workbook cannot be written: {error}", "სამუშაო წიგნი ვერ ჩაიწერა: {error}")))?;
        documents.whole.push(("xlsx", bytes));
    }
    // A workbook is made of the data, everything else of the Markdown.
    if !request.formats.iter().any(|format| format.is_text()) {
        return Ok(documents);
    }
    documents.parts = markdown(&context, &templates).map_err(broken_template)?;
    #[cfg(feature = "docx")]
    if wanted(Format::Docx) {
        let bytes = docx(&documents.parts, &page, &language)
            .map_err(|error| Refusal(say!("the Word document cannot be written: {error}", "Word-ის დოკუმენტი ვერ ჩაიწერა: {error}")))?;
        documents.whole.push(("docx", bytes));
    }
    if wanted(Format::Html) {
        let signs = signs(plan, &language);
        let part = |text: Option<&String>| text.map(|text| html(text, &signs)).unwrap_or_default();
        let (cover, front, _, back) = split(&documents.parts);
        let hash = checksum::base64(templates.script().as_bytes());
        let (mut before, after) = templates.page(&page, &part(cover), &hash).map_err(broken_template)?;
        // The longest parts: made here, they do not keep one processor waiting for the other.
        let (front, back) = parallel::both(|| part(front), || part(back));
        before.push_str(&front);
        documents.page = Some(Page { before, after: back + &after, signs });
    }
    Ok(documents)
}

impl Documents {
    /// Hands the documents over.
    pub(super) fn hand_over<E>(self, sink: &mut Sink<'_, E>) -> Result<(), E> {
        let name = |ending: &str| format!("report.{}.{ending}", self.code);
        for (ending, bytes) in self.whole {
            sink(&name(ending), &mut std::iter::once(bytes))?;
        }
        if let Some(Page { signs, before, after }) = self.page {
            // A few at a time, so that the text of a large report is never in memory at once.
            let (_, _, between, _) = split(&self.parts);
            let between = between.chunks(AT_ONCE).flat_map(|parts| parallel::map(parts, |part| html(part, &signs)));
            sink(&name("html"), &mut std::iter::once(before).chain(between).chain(std::iter::once(after)).map(String::into_bytes))?;
        }
        if self.markdown {
            sink(&name("md"), &mut self.parts.into_iter().map(String::into_bytes))?;
        }
        Ok(())
    }
}

/// A part of the Markdown as it stands in the page.
fn html(part: &str, signs: &Signs) -> String {
    markup(&fragment(part, signs))
}

/// Cover, chapters before the implementation, what stands between, chapters after it.
fn split(parts: &[String]) -> (Option<&String>, Option<&String>, &[String], Option<&String>) {
    match parts {
        [] => (None, None, &[], None),
        [cover] => (Some(cover), None, &[], None),
        [cover, front] => (Some(cover), Some(front), &[], None),
        [cover, front, between @ .., back] => (Some(cover), Some(front), between, Some(back)),
    }
}
