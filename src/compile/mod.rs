//! From checked files to finished documents: which period, which rows, which reasons, then merge and render.

mod form;
mod package;
mod set_aside;
mod since;
mod status;

use crate::Checked;
use crate::checksum;
use crate::diagnostic::{Level, Located, Wording};
use crate::disclosure;
use crate::load::{self, Loaded};
use crate::merge::course::Course;
use crate::merge::merge;
use crate::merge::progress::Progress;
use crate::model::date::{Date, Period};
use crate::model::period::ReportingPeriod;
use crate::model::plan::Plan;
use crate::model::text::Language;
use crate::parallel;
#[cfg(feature = "excel")]
use crate::report::build::sheets;
use crate::report::build::{Context, Given, SetAsideRow, page, signs};
use crate::report::compact::markup;
#[cfg(feature = "docx")]
use crate::report::docx::docx;
use crate::report::html::fragment;
use crate::report::json::{self, Reported};
use crate::report::language;
use crate::report::template::{TemplateError, Templates};
#[cfg(feature = "excel")]
use crate::report::workbook::workbook;
use crate::report::{Format, markdown};
use crate::say;
use crate::source::SourceId;

pub(crate) use form::unknown_agency;
pub use form::{FormFile, FormRequest, forms, known_agencies};
pub use status::{StatusRequest, status};

/// What a report is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// Name of the period, as a folder of `reports/` has it: `2020`, `2020-H1`, `2019-2020`, or that of an ad hoc request.
    pub period: String,
    /// Name of the earlier period with which it is compared; the year before, or the middle of several years, if nothing is given.
    pub since: Option<String>,
    /// Forms in which it is written.
    pub formats: Vec<Format>,
    /// Day of the data printed on the cover; the last day of the period if nothing is given.
    pub as_of: Option<Date>,
    /// The commit printed on the cover.
    pub stamp: Option<String>,
    /// For the public: small counts of victims are hidden, and what would give them away.
    pub public: bool,
    /// Templates that take the place of the shipped ones: name below `templates/`, text.
    pub templates: Vec<(String, String)>,
}

/// A finished file of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name, for example `report.ka.html` or `data/figures.csv`.
    pub name: String,
    /// Its bytes; UTF-8 unless it is a Word document or a workbook.
    pub bytes: Vec<u8>,
}

impl Document {
    /// Its text; empty for a Word document or a workbook.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }
}

/// What was left out of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Rows that were merged.
    pub merged: usize,
    /// Rows that were set aside.
    pub set_aside: usize,
}

/// Why there is no report; the caller prints it and writes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub Wording);

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.en)
    }
}

impl std::error::Error for Refusal {}

/// Takes a finished document, its name (a path with `/` if it lies in a folder) and its bytes in pieces, so that the text of a large report is never in memory at once.
pub type Sink<'s, E> = dyn FnMut(&str, &mut dyn Iterator<Item = Vec<u8>>) -> Result<(), E> + 's;

/// The days that a period covers, or a refusal if it is none.
pub(crate) fn days(checked: &Checked, name: &str) -> Result<Period, Refusal> {
    let folder = checked.loaded.periods.iter().find(|period| period.name == name);
    let covers = folder.and_then(|period| period.covers).or_else(|| load::covered(name));
    covers.ok_or_else(|| {
        Refusal(say!(
            "`{name}` is not a reporting period; write 2020, 2020-H1, 2019-2020 or the name of a folder in `reports/`",
            "`{name}` საანგარიშო პერიოდი არ არის; ჩაწერეთ 2020, 2020-H1, 2019-2020 ან `reports/`-ის ერთ-ერთი საქაღალდის სახელი"
        ))
    })
}

/// The days that a period covers for which something was submitted, or a refusal that says what there is.
fn covered(checked: &Checked, name: &str) -> Result<Period, Refusal> {
    let covers = days(checked, name)?;
    let sent = |period: &&ReportingPeriod| period.submissions.iter().any(|file| !file.external && !file.unreadable);
    let inside = |period: &&ReportingPeriod| period.covers.is_some_and(|other| covers.contains(&other));
    if checked.loaded.periods.iter().filter(inside).any(|period| sent(&period)) {
        return Ok(covers);
    }
    let known: Vec<&str> = checked.loaded.periods.iter().filter(sent).map(|period| period.name.as_str()).collect();
    let known = if known.is_empty() { "–".to_owned() } else { known.join(", ") };
    Err(Refusal(say!(
        "nothing was submitted for {name}: no file that can be read stands in `reports/{name}/submissions/`; there are submissions for {known}",
        "{name} პერიოდისთვის ინფორმაცია მოწოდებული არ არის: საქაღალდეში `reports/{name}/submissions/` არ დევს ფაილი, რომლის წაკითხვაც შესაძლებელია; ინფორმაცია არის შემდეგი პერიოდებისთვის: {known}"
    )))
}

/// A plan with an error gives wrong figures, so nothing is compiled from it. Errors of submissions only set rows aside.
fn require_sound_plan(checked: &Checked) -> Result<(), Refusal> {
    let errors = errors_of_plan(checked, None);
    if errors == 0 {
        return Ok(());
    }
    let noun = if errors == 1 { "error" } else { "errors" };
    Err(Refusal(say!(
        "cannot compile the report: the plan has {errors} {noun}; `plan check` shows them",
        "ანგარიში ვერ შედგა: გეგმაში {errors} შეცდომაა; მათ `plan check` გიჩვენებთ",
    )))
}

/// Errors of the plan and of `report.yaml` that no waiver accepts; those of one other file may be left out.
pub(crate) fn errors_of_plan(checked: &Checked, without: Option<SourceId>) -> usize {
    let sources = &checked.loaded.sources;
    let of_plan = |finding: &&Located| Some(finding.span.source) != without && !sent(&sources.get(finding.span.source).path);
    let sound = |finding: &&Located| finding.waived.is_none() && finding.diagnostic.level == Level::Error;
    checked.findings.iter().filter(sound).filter(of_plan).count()
}

/// Whether a path is that of a file that was sent, readable or not.
fn sent(path: &str) -> bool {
    path.contains("/submissions/") || path.contains("/external/")
}

/// Merged data with what documents need besides.
struct Compiled<'a> {
    checked: &'a Checked,
    report: &'a ReportingPeriod,
    progress: Progress<'a>,
    set_aside: Vec<SetAsideRow>,
    as_of: Date,
    stamp: Option<&'a str>,
    public: bool,
}

impl<'a> Compiled<'a> {
    fn new(checked: &'a Checked, covers: Period, report: &'a ReportingPeriod, request: Option<&'a Request>) -> Self {
        let progress = merge(&checked.loaded.plan, &checked.loaded.periods, &covers);
        let public = request.is_some_and(|request| request.public);
        let set_aside = set_aside::rows(checked, &progress, public);
        let as_of = request.and_then(|request| request.as_of).unwrap_or(covers.end());
        Self { checked, report, progress, set_aside, as_of, stamp: request.and_then(|request| request.stamp.as_deref()), public }
    }

    fn reported(&self) -> Reported<'_> {
        let Loaded { sources, plan, periods } = &self.checked.loaded;
        let Self { report, progress, set_aside, as_of, stamp, public, .. } = self;
        Reported { plan, progress, periods, report, sources, set_aside, as_of: *as_of, stamp: *stamp, public: *public }
    }

    /// The export document.
    fn exported(&self) -> Result<String, Refusal> {
        exported(&self.checked.loaded.plan, Some(&self.reported()))
    }
}

fn exported(plan: &Plan, reported: Option<&Reported<'_>>) -> Result<String, Refusal> {
    json::export(plan, reported).map_err(|error| Refusal(say!("the document cannot be written: {error}", "დოკუმენტი ვერ ჩაიწერა: {error}")))
}

/// Parts of a page that are made at once.
const AT_ONCE: usize = 256;

/// Compiles a report in every language of the plan and hands each document to `sink`.
///
/// Whatever `sink` does must be undone when this fails: a template may turn out to be broken after the first language.
pub fn report<E: From<Refusal>>(checked: &mut Checked, request: &Request, sink: &mut Sink<'_, E>) -> Result<Account, E> {
    require_sound_plan(checked)?;
    let covers = covered(checked, &request.period)?;
    let since = request.since.as_deref().map(|name| since::since(checked, covers, name)).transpose()?;
    let at = folder_of(checked, &request.period, covers);
    if request.public {
        disclosure::protect(&mut checked.loaded.plan, &mut checked.loaded.periods);
    }
    let checked = &*checked;
    let compiled = Compiled::new(checked, covers, &checked.loaded.periods[at], Some(request));
    if request.formats.iter().any(|format| format.has_languages()) {
        let course = Course::new(&checked.loaded.plan, &checked.loaded.periods, &covers, since.as_ref());
        for &code in &checked.loaded.plan.languages {
            in_language(&compiled, &course, request, code, sink)?;
        }
    }
    if request.formats.contains(&Format::Json) {
        sink("report.json", &mut std::iter::once(compiled.exported()?.into_bytes()))?;
    }
    if request.formats.contains(&Format::Csv) {
        package::package(&compiled, sink)?;
    }
    let own = compiled.progress.own_periods.iter().filter_map(|&at| checked.loaded.periods.get(at));
    let files = own.flat_map(|period| &period.submissions).filter(|file| !file.replaced && !file.external);
    Ok(Account { merged: files.map(|file| file.rows.len()).sum(), set_aside: compiled.set_aside.len() })
}

/// The documents of a report, each whole.
pub fn documents(checked: &mut Checked, request: &Request) -> Result<Vec<Document>, Refusal> {
    let mut documents = Vec::new();
    report(checked, request, &mut |name, pieces| {
        documents.push(Document { name: name.to_owned(), bytes: pieces.flatten().collect() });
        Ok::<(), Refusal>(())
    })?;
    Ok(documents)
}

/// The export document: the plan, and with a period its merged progress.
pub fn export(checked: &mut Checked, period: Option<&str>) -> Result<String, Refusal> {
    let Some(name) = period else { return exported(&checked.loaded.plan, None) };
    require_sound_plan(checked)?;
    let covers = covered(checked, name)?;
    let at = folder_of(checked, name, covers);
    let checked = &*checked;
    Compiled::new(checked, covers, &checked.loaded.periods[at], None).exported()
}

/// The period with this name; one without a folder of its own, such as 2019-2020, is added.
fn folder_of(checked: &mut Checked, name: &str, covers: Period) -> usize {
    let periods = &mut checked.loaded.periods;
    if let Some(at) = periods.iter().position(|period| period.name == name) {
        return at;
    }
    let mut period = load::unnamed(name);
    period.covers = Some(covers);
    periods.push(period);
    periods.len() - 1
}

fn in_language<E: From<Refusal>>(
    compiled: &Compiled<'_>,
    course: &Course,
    request: &Request,
    code: Language,
    sink: &mut Sink<'_, E>,
) -> Result<(), E> {
    let wanted = |format| request.formats.contains(&format);
    let file = format!("lang/{code}.yaml");
    let given = request.templates.iter().find(|(name, _)| *name == file).map(|(_, text)| text.as_str());
    let language = language::Language::load(code, given).map_err(|error| broken(&error.file, error.line, &error.message))?;
    let Reported { plan, progress, periods, report, sources, set_aside, as_of, stamp, public } = compiled.reported();
    let templates = Templates::new(&language, request.templates.clone(), plan.activities.len());
    let context = Context::new(Given { plan, progress, course, periods, report, sources, set_aside, as_of, stamp, public, language: &language });
    let broken_template = |error: TemplateError| broken(&error.template, error.line, &error.message);
    #[cfg(feature = "excel")]
    if wanted(Format::Xlsx) {
        let bytes = workbook(&sheets(&context), &page(&context), as_of)
            .map_err(|error| Refusal(say!("the workbook cannot be written: {error}", "სამუშაო წიგნი ვერ ჩაიწერა: {error}")))?;
        sink(&format!("report.{code}.xlsx"), &mut std::iter::once(bytes))?;
    }
    // A workbook is made of the data, everything else of the Markdown.
    if !request.formats.iter().any(|format| format.is_text()) {
        return Ok(());
    }
    let parts = markdown(&context, &templates).map_err(broken_template)?;
    if wanted(Format::Html) {
        let signs = signs(plan, &language);
        let html = |part: &String| markup(&fragment(part, &signs));
        let cover = parts.first().map(html).unwrap_or_default();
        let hash = checksum::base64(templates.script().as_bytes());
        let (before, after) = templates.page(&page(&context), &cover, &hash).map_err(broken_template)?;
        // A few at a time, so that the text of a large report is never in memory at once.
        let rest = parts.get(1..).unwrap_or_default().chunks(AT_ONCE);
        let text = rest.flat_map(|parts| parallel::map(parts, html));
        sink(&format!("report.{code}.html"), &mut std::iter::once(before).chain(text).chain(std::iter::once(after)).map(String::into_bytes))?;
    }
    #[cfg(feature = "docx")]
    if wanted(Format::Docx) {
        let bytes = docx(&parts, &page(&context), &language)
            .map_err(|error| Refusal(say!("the Word document cannot be written: {error}", "Word-ის დოკუმენტი ვერ ჩაიწერა: {error}")))?;
        sink(&format!("report.{code}.docx"), &mut std::iter::once(bytes))?;
    }
    if wanted(Format::Markdown) {
        sink(&format!("report.{code}.md"), &mut parts.into_iter().map(String::into_bytes))?;
    }
    Ok(())
}

fn broken(file: &str, line: Option<usize>, message: &str) -> Refusal {
    let line = line.map(|line| format!(":{line}")).unwrap_or_default();
    Refusal(say!("the template `templates/{file}`{line} does not work: {message}", "შაბლონი `templates/{file}`{line} არ მუშაობს: {message}"))
}
