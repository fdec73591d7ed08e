//! The status as a page that needs nothing else: its Markdown in the small frame `templates/status.html`.

use serde::Serialize;

use super::words::Words;
use super::{Status, markdown};
use crate::report::html::{Signs, fragment};
use crate::report::language::Language;
use crate::report::template::{TemplateError, Templates};

/// What `status.html` sees.
#[derive(Serialize)]
struct Frame<'a> {
    /// Code of the page's language.
    lang: &'a str,
    title: &'a str,
    style: &'a str,
    body: &'a str,
}

/// The page.
pub fn html(status: &Status<'_>, language: &Language, templates: &Templates) -> Result<String, TemplateError> {
    let body = fragment(&markdown(status, language), &Signs::default());
    let (title, code) = (Words(language).title(status), language.code());
    templates.render("status.html", &Frame { lang: code.code(), title: &title, style: templates.text("style.css").unwrap_or_default(), body: &body })
}
