//! Templates: the engine behind them, the filters they may use, and errors with their place. The only user of minijinja.
//!
//! | in a template | gives |
//! | --- | --- |
//! | `{{ x }}` | the text escaped for Markdown, in one line; numbers in the report's form; a text of another language marked |
//! | `x\|cell` | the same for a table cell, line breaks as `<br>` |
//! | `x\|prose(lead="**MIA:**", indent=2)` | paragraphs and line breaks; `lead` stands before the first words |
//! | `t.a.b\|fill(name=x)` | a term with values filled in |
//! | `ids\|links(most=60)` | activities, linked |
//! | `list\|agencies` | agencies, linked |
//! | `status\|mark(short=true)` | sign and label of a status |
//! | `ratings\|agency(short=true)`, `ratings\|secretariat` | the two statuses of an activity, the one that counts is bold |
//! | `list\|sources`, `x\|source` | files and rows behind a figure, linked, with their evidence |
//! | `x\|evidence`, `x\|reference` | a web address, linked, under its host or in full |
//! | `number\|cite` | the number of a piece of evidence, linked to the list |
//! | `x\|ordinal` | an ordinal number |
//! | `x\|safe` | Markdown that the program itself made |
//! | `table()`, `figure()` | the next number of a table or figure |

mod pattern;
mod ratings;
mod sources;

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Kwargs, Serde, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, escape_formatter};
use serde::Serialize;

use super::escape::{self, escape_words, markdown_escape};
use super::html::css_string;
use super::language::Language;
use super::view::Page;
use super::{anchor, compact, link};
use pattern::Pattern;
use sources::Sources;

/// The shipped templates by name.
const SHIPPED: &[(&str, &str)] = &[
    ("report.md", include_str!("../../../templates/report.md")),
    ("cover.md", include_str!("../../../templates/cover.md")),
    ("summary.md", include_str!("../../../templates/summary.md")),
    ("method.md", include_str!("../../../templates/method.md")),
    ("course.md", include_str!("../../../templates/course.md")),
    ("situation.md", include_str!("../../../templates/situation.md")),
    ("goal.md", include_str!("../../../templates/goal.md")),
    ("objective.md", include_str!("../../../templates/objective.md")),
    ("activity.md", include_str!("../../../templates/activity.md")),
    ("lists.md", include_str!("../../../templates/lists.md")),
    ("obstacles.md", include_str!("../../../templates/obstacles.md")),
    ("agencies.md", include_str!("../../../templates/agencies.md")),
    ("changes.md", include_str!("../../../templates/changes.md")),
    ("conclusions.md", include_str!("../../../templates/conclusions.md")),
    ("annex.md", include_str!("../../../templates/annex.md")),
    ("ratings.md", include_str!("../../../templates/ratings.md")),
    ("remarks.md", include_str!("../../../templates/remarks.md")),
    ("words.md", include_str!("../../../templates/words.md")),
    ("names.md", include_str!("../../../templates/names.md")),
    ("tables/statuses.md", include_str!("../../../templates/tables/statuses.md")),
    ("tables/status-by-goal.md", include_str!("../../../templates/tables/status-by-goal.md")),
    ("tables/rates.md", include_str!("../../../templates/tables/rates.md")),
    ("tables/overdue.md", include_str!("../../../templates/tables/overdue.md")),
    ("tables/change.md", include_str!("../../../templates/tables/change.md")),
    ("tables/statistics.md", include_str!("../../../templates/tables/statistics.md")),
    ("tables/obstacles.md", include_str!("../../../templates/tables/obstacles.md")),
    ("tables/agencies.md", include_str!("../../../templates/tables/agencies.md")),
    ("tables/recommendations.md", include_str!("../../../templates/tables/recommendations.md")),
    ("tables/follow-up.md", include_str!("../../../templates/tables/follow-up.md")),
    ("status.html", include_str!("../../../templates/status.html")),
    ("page.html", include_str!("../../../templates/page.html")),
    ("style.css", include_str!("../../../templates/style.css")),
    ("page.js", include_str!("../../../templates/page.js")),
];

/// Steps that any template may take, and further ones for each activity of the plan.
const FUEL: (u64, u64) = (20_000_000, 10_000);

/// Stands for the text of the report while the page around it is rendered; no text can hold it, since control characters are shown by name.
const BODY: &str = "\u{1}";

/// What `page.html` sees.
#[derive(Serialize)]
struct Frame<'a> {
    #[serde(flatten)]
    page: &'a Page,
    cover: &'a str,
    body: &'a str,
    style: &'a str,
    script: &'a str,
    script_hash: &'a str,
}

/// A template that does not work, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError {
    /// Name below `templates/`.
    pub template: String,
    /// Line from 1, where it is known.
    pub line: Option<usize>,
    /// Bytes of the template's text, where they are known.
    pub range: Option<std::ops::Range<usize>>,
    /// The template's text, where it is known.
    pub text: Option<String>,
    /// What is wrong, in English.
    pub message: String,
}

/// The templates of one report in one language.
pub struct Templates {
    environment: Environment<'static>,
    given: Arc<Vec<(String, String)>>,
}

impl Templates {
    /// The shipped templates, with those `given` (name below `templates/`, text) in their place; `activities` is the
    /// size of the plan, by which the steps a template may take are limited.
    pub fn new(language: &Language, given: Vec<(String, String)>, activities: usize) -> Self {
        let given = Arc::new(given);
        let language = Arc::new(language.clone());
        let mut environment = Environment::new();
        environment.set_debug(true);
        if let Ok(syntax) = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build() {
            environment.set_syntax(syntax);
        }
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_fuel(Some(FUEL.0 + FUEL.1 * activities as u64));
        environment.set_auto_escape_callback(|name| match name.rsplit_once('.') {
            Some((_, "html")) => AutoEscape::Html,
            Some((_, "md")) => AutoEscape::Custom("markdown".into()),
            _ => AutoEscape::None,
        });
        let overrides = Arc::clone(&given);
        environment.set_loader(move |name| Ok(find(&overrides, name).map(str::to_owned)));
        environment.add_global("t", Value::from(Serde(language.terms())));
        add_filters(&mut environment, &language);
        environment.set_formatter(move |out, state, value| match state.auto_escape() {
            // A misspelt name has failed already; this is `x if condition` without an else.
            AutoEscape::Custom(_) if value.is_undefined() => Ok(()),
            AutoEscape::Custom(_) => write(out, &language, value),
            _ => escape_formatter(out, state, value),
        });
        Self { environment, given }
    }

    /// The finished text of a template on a view.
    pub fn render(&self, name: &str, view: &impl Serialize) -> Result<String, TemplateError> {
        let template = self.environment.get_template(name);
        template.and_then(|template| template.render(Value::from(Serde(view)))).map_err(|error| placed(name, &error))
    }

    /// The page around the report, cut where the text after the cover belongs; `script_hash` is the base64 SHA-256 of [`Self::script`].
    pub fn page(&self, page: &Page, cover: &str, script_hash: &str) -> Result<(String, String), TemplateError> {
        let style = compact::style(self.text("style.css").unwrap_or_default());
        let frame = Frame { page, cover, body: BODY, style: &style, script: &self.script(), script_hash };
        let html = self.render("page.html", &frame)?;
        Ok(html.split_once(BODY).map_or((html.clone(), String::new()), |(before, after)| (before.to_owned(), after.to_owned())))
    }

    /// The script of the page as it stands there: `page.js` without comments and indents.
    pub fn script(&self) -> String {
        compact::script(self.text("page.js").unwrap_or_default())
    }

    /// The text of a template, or of another file such as `style.css`, as given or as shipped.
    pub fn text(&self, name: &str) -> Option<&str> {
        find(&self.given, name)
    }
}

fn find<'a>(given: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let given = given.iter().find(|(known, _)| known == name).map(|(_, text)| text.as_str());
    given.or_else(|| SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text))
}

/// The innermost error with a place: an error inside an included template comes wrapped.
fn placed(name: &str, error: &Error) -> TemplateError {
    let mut inner = error;
    while let Some(source) = std::error::Error::source(inner).and_then(|source| source.downcast_ref::<Error>()) {
        inner = source;
    }
    let place = if inner.name().is_some() { inner } else { error };
    TemplateError {
        template: place.name().unwrap_or(name).to_owned(),
        line: place.line(),
        range: place.range(),
        text: place.template_source().map(str::to_owned),
        message: inner.detail().map_or_else(|| inner.kind().to_string(), |detail| format!("{}: {detail}", inner.kind())),
    }
}

fn write(out: &mut Output<'_>, language: &Language, value: &Value) -> Result<(), Error> {
    if let (true, Some(text)) = (value.is_safe(), value.as_str()) {
        return out.write_str(text).map_err(Error::from);
    }
    out.write_str(&inline(language, value)?).map_err(Error::from)
}

/// A value in one line of Markdown.
fn inline(language: &Language, value: &Value) -> Result<String, Error> {
    shown(language, value, markdown_escape)
}

/// A value through `escape`, marked if it is in another language.
fn shown(language: &Language, value: &Value, escape: impl Fn(&str) -> String) -> Result<String, Error> {
    let (text, other) = words(language, value)?;
    match (text, other) {
        (Words::Safe(text), _) => Ok(text),
        (Words::Typed(text), None) => Ok(escape(typed(&text))),
        (Words::Typed(text), Some(_)) if typed(&text).trim().is_empty() => Ok(String::new()),
        (Words::Typed(text), Some(code)) => Ok(format!("<!--{code}-->{}<!--/-->", escape(typed(&text)))),
    }
}

/// A text that the program made, or one that others typed.
enum Words {
    Safe(String),
    /// A string, or nothing.
    Typed(Value),
}

fn typed(text: &Value) -> &str {
    text.as_str().unwrap_or_default()
}

/// The text of a value, and the code of its language where that is not the report's.
fn words(language: &Language, value: &Value) -> Result<(Words, Option<String>), Error> {
    if value.is_safe() {
        return Ok((Words::Safe(value.as_str().map_or_else(|| value.to_string(), str::to_owned)), None));
    }
    match value.kind() {
        ValueKind::None | ValueKind::String => Ok((Words::Typed(value.clone()), None)),
        ValueKind::Number => Ok((Words::Safe(number(language, value)), None)),
        ValueKind::Map => {
            let (text, other) = (value.get_attr("text")?, value.get_attr("lang")?);
            match text.as_str() {
                Some(_) => Ok((Words::Typed(text), other.as_str().map(str::to_owned))),
                None => Err(unprintable(ValueKind::Map)),
            }
        }
        kind => Err(unprintable(kind)),
    }
}

fn unprintable(kind: ValueKind) -> Error {
    Error::new(ErrorKind::InvalidOperation, format!("cannot print a {kind}"))
}

fn number(language: &Language, value: &Value) -> String {
    usize::try_from(value.clone()).map_or_else(|_| value.to_string(), |number| language.integer(number))
}

fn add_filters(environment: &mut Environment<'static>, language: &Arc<Language>) {
    let safe = |text: Result<String, Error>| text.map(Value::from_safe_string);
    let own = Arc::clone(language);
    environment.add_filter("cell", move |value: &Value| safe(shown(&own, value, escape::cell)));
    let own = Arc::clone(language);
    environment.add_filter("prose", move |value: &Value, options: Kwargs| safe(prose(&own, value, &options)));
    let own = Arc::clone(language);
    environment.add_filter("fill", move |term: &str, values: Kwargs| safe(fill(&own, term, &values)));
    let own = Arc::clone(language);
    environment.add_filter("links", move |ids: &Value, options: Kwargs| safe(links(&own, ids, &options)));
    let own = Arc::clone(language);
    environment.add_filter("agencies", move |agencies: &Value| safe(linked_agencies(&own, agencies)));
    let own = Arc::new(Sources::new(language));
    let each = Arc::clone(&own);
    environment.add_filter("source", move |one: &Value| safe(own.one(one)));
    environment.add_filter("sources", move |list: &Value| safe(each.all(list)));
    let own = Arc::clone(language);
    environment.add_filter("agency", move |both: &Value, options: Kwargs| safe(ratings::agency(&own, both, &options)));
    let own = Arc::clone(language);
    environment.add_filter("secretariat", move |both: &Value, options: Kwargs| safe(ratings::secretariat(&own, both, &options)));
    environment.add_filter("mark", move |status: &Value, options: Kwargs| safe(mark(status, &options)));
    environment.add_filter("evidence", |text: &str| Value::from_safe_string(link::evidence(text)));
    environment.add_filter("reference", |text: &str| Value::from_safe_string(link::reference(text)));
    environment.add_filter("cite", |number: usize| Value::from_safe_string(link::cite(number)));
    let own = Arc::clone(language);
    environment.add_filter("ordinal", move |number: usize| Value::from_safe_string(own.ordinal(number)));
    environment.add_filter("css", |text: &str| Value::from_safe_string(css_string(text)));
    for name in ["table", "figure"] {
        let own = Arc::clone(language);
        environment.add_function(name, move |state: &mut State<'_, '_>| {
            let next = state.get_temp(name).and_then(|last| usize::try_from(last).ok()).unwrap_or(0) + 1;
            state.set_temp(name, Value::from(next));
            own.fill(name, &[("number", &next.to_string())])
        });
    }
}

fn prose(language: &Language, value: &Value, options: &Kwargs) -> Result<String, Error> {
    let lead = options.get::<Option<String>>("lead")?.unwrap_or_default();
    let indent = options.get::<Option<usize>>("indent")?.unwrap_or(0);
    options.assert_all_used()?;
    let (text, code) = match words(language, value)? {
        (Words::Safe(text), _) => (text, None),
        (Words::Typed(text), code) => (escape::prose(typed(&text), indent), code),
    };
    let space = if lead.is_empty() || text.is_empty() { "" } else { " " };
    Ok(match code {
        None => format!("{lead}{space}{text}"),
        Some(_) if text.is_empty() => lead,
        // A mark may not begin a line, and a block of another language may not stand in a list.
        Some(_) if !lead.is_empty() && (indent > 0 || !text.contains("\n\n")) => {
            format!("{lead} {}", shown(language, value, escape::cell)?)
        }
        Some(code) => {
            let before = if lead.is_empty() { String::new() } else { format!("{lead}\n\n") };
            format!("{before}<!-- lang {code} -->\n\n{text}\n\n<!-- /lang -->")
        }
    })
}

/// Apart from this, a sign with a label behind it is kept from looking like a status; see `escape`.
fn mark(status: &Value, options: &Kwargs) -> Result<String, Error> {
    labelled(status, is_short(options)?)
}

fn is_short(options: &Kwargs) -> Result<bool, Error> {
    let short = options.get::<Option<bool>>("short")?.unwrap_or(false);
    options.assert_all_used()?;
    Ok(short)
}

fn labelled(status: &Value, short: bool) -> Result<String, Error> {
    let label = status.get_attr(if short { "short" } else { "label" })?;
    Ok(format!("{} {}", markdown_escape(&status.get_attr("sign")?.to_string()), markdown_escape(&label.to_string())))
}

fn fill(language: &Language, term: &str, values: &Kwargs) -> Result<String, Error> {
    fill_with(language, term, |name| values.get::<Value>(name))
}

fn fill_with(language: &Language, term: &str, value: impl Fn(&str) -> Result<Value, Error>) -> Result<String, Error> {
    let mut out = String::with_capacity(term.len() * 2);
    Pattern::new(term).fill(&mut out, language, value)?;
    Ok(out)
}

fn links(language: &Language, ids: &Value, options: &Kwargs) -> Result<String, Error> {
    let most = options.get::<Option<usize>>("most")?.unwrap_or(usize::MAX);
    options.assert_all_used()?;
    let all = ids.len().unwrap_or(0);
    let mut shown = Vec::with_capacity(all.min(most));
    for id in ids.try_iter()?.take(most) {
        let id = id.to_string();
        shown.push(format!("[{}](#{})", markdown_escape(&id), anchor("a", &id)));
    }
    let mut out = shown.join(", ");
    if all > most {
        let more = language.fill("and_more", &[("count", &language.integer(all - most))]);
        out.push_str(&format!(" {}", markdown_escape(&more)));
    }
    Ok(out)
}

fn linked_agencies(language: &Language, agencies: &Value) -> Result<String, Error> {
    let mut names = Vec::new();
    for agency in agencies.try_iter()? {
        let name = inline(language, &agency.get_attr("name")?)?;
        names.push(match agency.get_attr("anchor")?.as_str() {
            Some(anchor) => format!("[{name}](#{anchor})"),
            None => name,
        });
    }
    Ok(names.join(", "))
}
