//! `datapackage.json`: what the tables hold, after Frictionless Data Package 2 (<https://datapackage.org>).
//!
//! It has no day of creation: the same data give the same bytes. `licenses` is there if `plan.yaml` has a `licence`.

use serde::Serialize;

use super::periods;
use super::table::{Field, Kind, Reference, Table};
use crate::model::plan::Plan;
use crate::report::json::Reported;
use crate::source::Source;

const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

const DESCRIPTION: &str = "Tables of an implementation report: what agencies reported, and what was merged from it. Cells are exactly what was sent. \
    A spreadsheet would run a cell that begins with =, +, - or @ as a formula: read these files with a program, or import every column as text. \
    Ids are texts, also where they look like numbers. The field `version` is the SHA-256 of the plan's files.";

/// The document.
#[derive(Serialize)]
#[allow(missing_docs)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: String,
    description: &'static str,
    version: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<License<'a>>,
    report: About<'a>,
    sources: Vec<SourceOf<'a>>,
    resources: &'a [Resource],
}

#[derive(Serialize)]
struct License<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

/// What the report is about.
#[derive(Serialize)]
struct About<'a> {
    period: &'a str,
    covers: String,
    as_of: String,
    /// Small counts of victims are hidden.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    public: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<&'a str>,
}

#[derive(Serialize)]
struct SourceOf<'a> {
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<std::borrow::Cow<'a, str>>,
}

/// A table that was written.
#[derive(Serialize)]
pub struct Resource {
    name: &'static str,
    path: String,
    description: &'static str,
    r#type: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: u64,
    hash: String,
    dialect: Dialect,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: char,
    line_terminator: char,
    quote_char: char,
    double_quote: bool,
    header: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<FieldOf>,
    missing_values: [&'static str; 1],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'static [&'static str],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unique_keys: Vec<Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<ForeignKey>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FieldOf {
    name: String,
    r#type: &'static str,
    format: &'static str,
    description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    delimiter: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Constraints::are_none")]
    constraints: Constraints,
}

#[derive(Serialize)]
struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    codes: Vec<String>,
}

impl Constraints {
    fn are_none(&self) -> bool {
        !self.required && self.codes.is_empty()
    }
}

#[derive(Serialize)]
struct ForeignKey {
    fields: &'static [&'static str],
    reference: Referred,
}

#[derive(Serialize)]
struct Referred {
    resource: &'static str,
    fields: &'static [&'static str],
}

impl Resource {
    /// What is said of a table, with the size and the SHA-256 of its file.
    pub fn new(table: &Table<'_>, bytes: u64, sha256: &str) -> Self {
        let key = |it: &Reference| ForeignKey { fields: it.fields, reference: Referred { resource: it.table, fields: it.to } };
        Self {
            name: table.name,
            path: table.path(),
            description: table.description,
            r#type: "table",
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes,
            hash: format!("sha256:{sha256}"),
            dialect: Dialect { delimiter: ',', line_terminator: '\n', quote_char: '"', double_quote: true, header: true },
            schema: Schema {
                fields: table.fields.iter().map(field).collect(),
                missing_values: [""],
                primary_key: table.key,
                unique_keys: if table.unique.is_empty() { Vec::new() } else { vec![table.unique.clone()] },
                foreign_keys: table.references.iter().map(key).collect(),
            },
        }
    }
}

fn field(field: &Field) -> FieldOf {
    let r#type = match &field.kind {
        Kind::Text | Kind::Code(_) => "string",
        Kind::Whole => "integer",
        Kind::Number => "number",
        Kind::YesNo => "boolean",
        Kind::Day => "date",
        Kind::Year => "year",
        Kind::List => "list",
        Kind::Array => "array",
    };
    let list = field.kind == Kind::List;
    let codes = if let Kind::Code(codes) = &field.kind { codes.clone() } else { Vec::new() };
    FieldOf {
        name: field.name.clone(),
        r#type,
        format: "default",
        description: field.description.clone(),
        delimiter: list.then_some(';'),
        item_type: list.then_some("string"),
        constraints: Constraints { required: field.required, codes },
    }
}

/// The document, indented, with a line end at the end.
pub fn document(given: Reported<'_>, resources: &[Resource]) -> Result<String, serde_json::Error> {
    let Reported { plan, progress, report, sources, as_of, stamp, public, .. } = given;
    let files = periods(given).flat_map(|(_, period)| &period.submissions).map(|file| sources.get(file.source));
    let of_plan = SourceOf { title: title(plan), version: Some(plan.version.as_str().into()) };
    let of_file = |file: &Source| SourceOf { title: file.path.clone(), version: (!public).then(|| crate::checksum::of_source(file).into()) };
    let package = Package {
        schema: PROFILE,
        name: name(&report.name),
        title: format!("{}: {}", title(plan), report.name),
        description: DESCRIPTION,
        version: &plan.version,
        licenses: plan.licence.iter().map(|it| License { name: &it.name, path: it.path.as_deref(), title: it.title.as_deref() }).collect(),
        report: About { period: &report.name, covers: progress.period.to_string(), as_of: as_of.to_string(), public, commit: stamp },
        sources: std::iter::once(of_plan).chain(files.map(of_file)).collect(),
        resources,
    };
    let mut text = serde_json::to_string_pretty(&package)?;
    text.push('\n');
    Ok(text)
}

/// The title of the plan in every language that it has one in.
fn title(plan: &Plan) -> String {
    plan.title.all().map(|(_, title)| title).collect::<Vec<_>>().join(" / ")
}

/// A name of lower-case letters, digits, `.`, `_` and `-`, as packages have it.
fn name(period: &str) -> String {
    let allowed = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-') { c.to_ascii_lowercase() } else { '-' };
    format!("report-{}", period.chars().map(allowed).collect::<String>())
}
