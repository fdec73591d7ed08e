//! The files that agencies and others send: text or workbook, which period, which headings; then row by row.

use super::headings::Headings;
use super::lookup::Lookup;
use super::{File, file_name, report, submission};
use crate::model::agency::AgencyIx;
use crate::model::column::Field;
use crate::model::date::Date;
use crate::model::period::ReportingPeriod;
use crate::model::plan::{Plan, ReportKind};
use crate::model::submission::Submission;
use crate::parse::decode::decode;
use crate::parse::workbook::{self, SheetText};
use crate::parse::{csv, layout};
use crate::place::Place;
use crate::problem::{EncodingFault, Problem, ProblemKind};
use crate::source::{Source, SourceId, Sources, Table};

/// A file as text; of a workbook every sheet.
pub(super) struct Raw {
    source: SourceId,
    sheets: Vec<SheetText>,
}

/// A file with what is known of it before it is read.
pub(super) struct Sent {
    pub(super) raw: Raw,
    /// Name of its period; nothing when the file itself must say it.
    pub(super) period: Option<String>,
    pub(super) external: bool,
    /// Its texts need not be kept.
    pub(super) judged_only: bool,
    /// Who sends it; else the file itself or its name says it.
    pub(super) agency: Option<AgencyIx>,
}

/// A file of the repository that cannot be read.
pub(super) struct Unreadable {
    pub(super) source: SourceId,
    pub(super) period: String,
    pub(super) external: bool,
}

impl Raw {
    /// The text of a file, which is added to the sources; nothing when it is unreadable.
    pub(super) fn new(file: File, sources: &mut Sources, problems: &mut Vec<Problem>) -> Option<Self> {
        let is_workbook = file.bytes.starts_with(b"PK") || file.bytes.starts_with(b"\xD0\xCF\x11\xE0");
        if workbook::is_named(&file.path) && is_workbook {
            let read = workbook::sheets(&file.bytes);
            let mut source = Source::text(file.path, "");
            source.checksum = Some(crate::checksum::hex(&file.bytes));
            let source = sources.add(source);
            return match read {
                Ok(sheets) => Some(Self { source, sheets }),
                Err(fault) => {
                    problems.push(Problem { place: Place::file(source), kind: ProblemKind::Encoding { fault, cell: None }, row: None });
                    None
                }
            };
        }
        let decoded = decode(file.bytes);
        let mut text = Source::text(file.path, decoded.text);
        text.checksum = decoded.fault.map(|_| crate::checksum::hex(&decoded.unreadable));
        let source = sources.add(text);
        if let Some((fault, at)) = decoded.fault {
            let text = &sources.get(source).text;
            let in_text = matches!(fault, EncodingFault::NotUtf8 | EncodingFault::Utf16) && !text.is_empty();
            let place = if in_text { Place::bytes(source, at..at) } else { Place::file(source) };
            let cell = in_text.then(|| csv::last_cell(text));
            problems.push(Problem { place, kind: ProblemKind::Encoding { fault, cell }, row: None });
            return None;
        }
        if decoded.utf16 {
            problems.push(Problem { place: Place::file(source), kind: ProblemKind::ReadAsUtf16, row: None });
        }
        Some(Self { source, sheets: Vec::new() })
    }
}

/// Reads every file into its period.
pub(super) fn read(
    files: Vec<Sent>,
    sources: &mut Sources,
    lookup: &Lookup<'_>,
    periods: &mut Vec<ReportingPeriod>,
    as_of: Date,
    problems: &mut Vec<Problem>,
) {
    for Sent { raw: Raw { source, sheets }, period, external, judged_only, agency } in files {
        find_table(source, sheets, sources, &lookup.headings, problems);
        // A word that is no period is judged row by row, against the period that is likely.
        let is_period = |said: &String| periods.iter().any(|known| known.name == *said) || (said.is_ascii() && report::covered(said).is_some());
        let said = said_period(sources.get(source)).filter(is_period);
        let name = period.or(said).unwrap_or_else(|| likely_period(&sources.get(source).path, lookup.plan, periods));
        if !periods.iter().any(|known| known.name == name) {
            periods.push(report::unnamed(&name));
        }
        let Some(period) = periods.iter_mut().find(|period| period.name == name) else { continue };
        let text = sources.get(source);
        let file = submission::File { source, text, external, judged_only, agency, period: &name, waivers: &period.waivers, as_of };
        let mut read = submission::read(&file, lookup, problems);
        let name = text.path.rsplit('/').next().unwrap_or_default();
        read.dated = read.dated.or_else(|| period.received_on(name));
        period.submissions.push(read);
    }
}

/// Notes files that cannot be read: they came, so their agencies must not stand among those that sent nothing.
pub(super) fn note_unreadable(files: Vec<Unreadable>, sources: &Sources, lookup: &Lookup<'_>, periods: &mut [ReportingPeriod]) {
    for Unreadable { source, period, external } in files {
        let Some(period) = periods.iter_mut().find(|known| known.name == period) else { continue };
        let name = sources.get(source).path.rsplit('/').next().unwrap_or_default();
        let (stem, dated) = file_name::stem_and_date(name);
        let agency = if external { None } else { file_name::agency(stem, lookup) };
        period.submissions.push(Submission {
            source,
            agency,
            speaks_for: None,
            dated: dated.or_else(|| period.received_on(name)),
            external,
            replaced: false,
            unreadable: true,
            rows: Vec::new(),
            nil: Vec::new(),
            unfilled: Vec::new(),
            set_aside: Vec::new(),
        });
    }
}

/// The period that a file's name holds (`moia-2020.csv`, `moia 2020-H1 (1).xlsx`, `moia-march.csv` where there is a folder `march`), else the latest annual one that is known.
fn likely_period(path: &str, plan: &Plan, periods: &[ReportingPeriod]) -> String {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    let (stem, _) = file_name::stem_and_date(name);
    let asked = |known: &&ReportingPeriod| stem.strip_suffix(known.name.as_str()).is_some_and(|before| before.ends_with(['-', '_', ' ']));
    if let Some(asked) = periods.iter().filter(asked).max_by_key(|known| known.name.len()) {
        return asked.name.clone();
    }
    let named = file_name::period(stem);
    if let Some(named) = named {
        return named.to_owned();
    }
    let annual = periods.iter().filter(|period| period.kind == ReportKind::Annual);
    let latest = annual.max_by_key(|period| period.covers.map(|covers| covers.end())).map(|period| period.name.clone());
    latest.or_else(|| plan.years.map(|(_, last)| last.to_string())).unwrap_or_default()
}

/// Finds separator and headings; in a workbook first the sheet that has the most known headings.
fn find_table(source: SourceId, sheets: Vec<SheetText>, sources: &mut Sources, headings: &Headings<'_>, problems: &mut Vec<Problem>) {
    let known = |heading: &str| headings.is_known(heading);
    if sheets.is_empty() {
        let found = layout::table(&sources.get(source).text, &known);
        sources.set_table(source, found);
        return;
    }
    let score = |table: &Table| table.headings.iter().filter(|heading| known(heading)).count();
    let mut read: Vec<(SheetText, Table)> = sheets
        .into_iter()
        .map(|sheet| {
            let table = layout::table_of_commas(&sheet.text, &known);
            (sheet, table)
        })
        .collect();
    let best = read.iter().enumerate().rev().max_by_key(|(_, (_, table))| score(table)).map_or(0, |(at, _)| at);
    let (sheet, mut table) = read.swap_remove(best);
    let activity = |table: &Table| table.headings.iter().any(|heading| headings.names(heading, Field::Activity));
    for (other, other_table) in &read {
        if score(other_table) > 1 && activity(other_table) {
            let kind = ProblemKind::SecondSheet { read: sheet.sheet.name.clone(), other: other.sheet.name.clone() };
            problems.push(Problem { place: Place::file(source), kind, row: None });
        }
    }
    table.sheet = Some(sheet.sheet);
    sources.set_text(source, sheet.text);
    sources.set_table(source, table);
}

/// The period that the first row of a form names.
fn said_period(source: &Source) -> Option<String> {
    let table = source.table.as_ref()?;
    let column =
        table.headings.iter().position(|heading| crate::model::column::find(heading).is_some_and(|(column, _)| column.field == Field::Period))?;
    let row = csv::rows(&source.text, table.start, table.separator).find(|row| row.row > table.heading.1)?;
    let (fields, _) = csv::field_spans(source.text.as_bytes(), row.start, table.separator);
    let cell = csv::unquoted(&source.text[fields.get(column)?.clone()]).trim().to_owned();
    (!cell.is_empty()).then_some(cell)
}
