//! Files to a plan and its reporting periods. Reading never fails: it returns what it could read, with all problems.

pub mod canonical;
mod evidence;
mod file_name;
mod goal;
mod headings;
mod lookup;
mod number;
mod plan;
mod reader;
mod register;
mod repeats;
mod report;
mod row;
mod scale;
mod set_aside;
mod submission;
mod table;
mod tables;
mod text;
mod waiver;
mod words;

use std::ops::Range;

use crate::checksum;
use crate::model::agency::AgencyIx;
use crate::model::date::Date;
use crate::model::period::ReportingPeriod;
use crate::model::plan::Plan;
use crate::parallel;
use crate::parse::decode::decode;
use crate::parse::yaml;
use crate::place::Place;
use crate::problem::{EncodingFault, Outcome, Problem, ProblemKind, YamlFault};
use crate::source::{Source, SourceId, Sources};

pub use report::{covered, days, unnamed};

/// The scale that a plan has when it does not give one of its own.
const SHIPPED_SCALE: &str = include_str!("../../templates/scale.yaml");

/// A file as the caller read it.
#[derive(Clone, Debug)]
pub struct File {
    /// Path relative to the repository's root, parts separated by `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that is not in the repository yet.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// The file, by the path under which it was named.
    pub file: File,
    /// Name of the period it is for; the file itself may say it.
    pub period: Option<String>,
    /// Name or id of the agency that sends it; else the file itself or its name says it.
    pub agency: Option<String>,
    /// Whether its texts are kept; to judge it they are only looked at.
    pub keep_texts: bool,
}

/// Everything that was read.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The files as text.
    pub sources: Sources,
    /// The plan.
    pub plan: Plan,
    /// The reporting periods, by folder name.
    pub periods: Vec<ReportingPeriod>,
}

/// What a file is, by its path.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role<'a> {
    Plan,
    Agencies,
    Goal,
    Report(&'a str),
    Words(&'a str),
    Submission(&'a str),
    External(&'a str),
}

fn role(path: &str) -> Option<Role<'_>> {
    let parts: Vec<&str> = path.split('/').collect();
    // Excel keeps a file `~$…` beside a workbook that is open.
    let is = |name: &str, ending: &str| name.to_lowercase().ends_with(ending) && !name.starts_with(['.', '~']);
    let is_table = |name: &str| [".csv", ".xlsx", ".xlsm"].iter().any(|ending| is(name, ending));
    match parts[..] {
        ["plan", "plan.yaml"] => Some(Role::Plan),
        ["plan", "agencies.yaml"] => Some(Role::Agencies),
        ["plan", "goals", name] if is(name, ".yaml") => Some(Role::Goal),
        ["reports", period, "report.yaml"] => Some(Role::Report(period)),
        ["reports", period, name] if is(name, ".md") && !words::is_another(name) => Some(Role::Words(period)),
        ["reports", period, "submissions", name] if is_table(name) => Some(Role::Submission(period)),
        ["reports", period, "external", name] if is_table(name) => Some(Role::External(period)),
        _ => None,
    }
}

/// Whether a path is one of those that are read; for a caller that walks a folder.
pub fn is_read(path: &str) -> bool {
    role(path).is_some()
}

/// The agency that goes by this name or id.
pub fn agency_named(plan: &Plan, name: &str) -> Option<AgencyIx> {
    register::Names::new(plan).find(name)
}

/// The period that a file's folder names: that of a file in the repository.
fn said_by_path(path: &str) -> Option<String> {
    let path = path.replace('\\', "/");
    let mut folders = path.rsplit('/').skip(1);
    folders.next().filter(|folder| matches!(*folder, "submissions" | "external"))?;
    folders.next().filter(|name| !name.is_empty()).map(str::to_owned)
}

/// `moia-2021-02-20.csv` is `moia`, dated.
pub fn stem_and_date(name: &str) -> (&str, Option<Date>) {
    file_name::stem_and_date(name)
}

/// Reads all files; `as_of` is the day on which waivers are judged. Paths decide what a file is, their order does not matter.
pub fn load(files: Vec<File>, as_of: Date) -> Outcome<Loaded> {
    read_files(files, None, as_of).0
}

/// Reads a plan, and one file that an agency is about to send; returns the file's number with them.
///
/// Of the other files those of the plan and `report.yaml` count: what others sent does not matter to this one.
pub fn load_candidate(mut files: Vec<File>, candidate: Candidate, as_of: Date) -> (Outcome<Loaded>, SourceId) {
    files.retain(|file| !matches!(role(&file.path), Some(Role::Submission(_) | Role::External(_))));
    read_files(files, Some(candidate), as_of)
}

fn read_files(mut files: Vec<File>, candidate: Option<Candidate>, as_of: Date) -> (Outcome<Loaded>, SourceId) {
    files.retain(|file| is_read(&file.path));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut sources = Sources::default();
    let mut problems = Vec::new();
    let mut readable = Vec::new();
    let mut tables = Vec::new();
    let mut unreadable = Vec::new();
    for file in files {
        if let Some(Role::Submission(period) | Role::External(period)) = role(&file.path) {
            let external = matches!(role(&file.path), Some(Role::External(_)));
            let period = Some(period.to_owned());
            let number = sources.next();
            let read = tables::Raw::new(file, &mut sources, &mut problems);
            if read.is_none() {
                unreadable.push(tables::Unreadable { source: number, period: period.clone().unwrap_or_default(), external });
            }
            tables.extend(read.map(|raw| tables::Sent { raw, period, external, judged_only: false, agency: None }));
            continue;
        }
        let decoded = decode(file.bytes);
        // Only tables come from programs that write UTF-16.
        let fault = if decoded.utf16 { Some((EncodingFault::Utf16, 0)) } else { decoded.fault };
        let source = sources.add(Source::text(file.path, if decoded.utf16 { String::new() } else { decoded.text }));
        match fault {
            None => readable.push(source),
            Some((fault, at)) => {
                let place = if fault == EncodingFault::NotUtf8 { Place::bytes(source, at..at) } else { Place::file(source) };
                problems.push(Problem { place, kind: ProblemKind::Encoding { fault, cell: None }, row: None });
            }
        }
    }
    let plan = read_plan(&sources, &readable, &mut problems);
    missing_files(&mut sources, &plan, &mut problems);
    let mut periods = read_periods(&sources, &readable, &plan, &mut problems);
    // The file that comes last has the last number.
    let number = sources.next();
    if let Some(Candidate { file, period, agency, keep_texts }) = candidate {
        let agency = agency.and_then(|name| agency_named(&plan, &name));
        let period = period.or_else(|| said_by_path(&file.path));
        let external = file.path.replace('\\', "/").contains("/external/");
        tables.extend(tables::Raw::new(file, &mut sources, &mut problems).map(|raw| tables::Sent {
            raw,
            period,
            external,
            judged_only: !keep_texts,
            agency,
        }));
    }
    let lookup = lookup::Lookup::new(&plan);
    tables::read(tables, &mut sources, &lookup, &mut periods, as_of, &mut problems);
    tables::note_unreadable(unreadable, &sources, &lookup, &mut periods);
    for period in &mut periods {
        replace_earlier(period, &sources, &plan, &mut problems);
    }
    (Outcome { value: Loaded { sources, plan, periods }, problems }, number)
}

/// The tree of a file; nothing where its structure cannot be trusted.
fn tree(sources: &Sources, source: SourceId, problems: &mut Vec<Problem>) -> Option<yaml::Node> {
    let (tree, faults) = yaml::parse(&sources.get(source).text);
    let trusted = faults.iter().all(|(fault, _)| !matches!(fault, YamlFault::NoBreakSpace | YamlFault::NoKeys));
    let tree = tree.filter(|tree| tree.kind != yaml::Kind::Null && trusted);
    if tree.is_none() && faults.is_empty() {
        problems.push(Problem { place: Place::file(source), kind: ProblemKind::EmptyFile, row: None });
    }
    let mut sorts: Vec<(YamlFault, Range<usize>, usize)> = Vec::new();
    for (fault, bytes) in faults {
        match sorts.iter_mut().find(|(known, ..)| *known == fault) {
            Some((_, _, more)) => *more += 1,
            None => sorts.push((fault, bytes, 0)),
        }
    }
    for (fault, bytes, more) in sorts {
        problems.push(Problem { place: Place::bytes(source, bytes), kind: ProblemKind::Syntax { fault, more }, row: None });
    }
    tree
}

/// Notes the parts of a plan for which there is no file.
fn missing_files(sources: &mut Sources, plan: &Plan, problems: &mut Vec<Problem>) {
    let has = |wanted: Role<'static>| sources.iter().any(|(_, source)| role(&source.path) == Some(wanted));
    // The register may also stand in `plan.yaml`.
    let broken = |problem: &Problem| matches!(problem.kind, ProblemKind::Encoding { .. } | ProblemKind::Syntax { .. } | ProblemKind::EmptyFile);
    let register = has(Role::Agencies) || !has(Role::Plan) || !plan.agencies.is_empty() || problems.iter().any(broken);
    let missing = [("plan/plan.yaml", has(Role::Plan)), ("plan/agencies.yaml", register), ("plan/goals/1.yaml", has(Role::Goal))];
    for (path, _) in missing.into_iter().filter(|(_, is_there)| !is_there) {
        // A finding needs a file to stand at, even one that is not there.
        let source = sources.add(Source::text(path, ""));
        problems.push(Problem { place: Place::file(source), kind: ProblemKind::MissingFile { path }, row: None });
    }
}

fn read_plan(sources: &Sources, readable: &[SourceId], problems: &mut Vec<Problem>) -> Plan {
    let of = |wanted: Role<'static>| readable.iter().copied().filter(move |&id| role(&sources.get(id).path) == Some(wanted));
    let mut plan = Plan::default();
    plan.scale = shipped_scale();
    let plan_tree = of(Role::Plan).next().map(|source| (source, tree(sources, source, problems)));
    let register_tree = of(Role::Agencies).next().map(|source| (source, tree(sources, source, problems)));
    let languages = plan_tree.as_ref().and_then(|(_, tree)| tree.as_ref()).map(plan::languages).unwrap_or_default();
    let mut waivers = Vec::new();
    for (source, tree, is_plan) in [(&plan_tree, true), (&register_tree, false)]
        .into_iter()
        .filter_map(|(read, is_plan)| read.as_ref().map(|(source, tree)| (*source, tree, is_plan)))
    {
        let Some(tree) = tree else { continue };
        let mut reader = reader::Reader { source, languages: &languages, problems };
        let items = if is_plan { plan::read(&mut reader, tree, &mut plan) } else { register::items(&mut reader, tree, &mut waivers) };
        for (item, place) in items {
            plan.agencies.extend(register::agency(&mut reader, item, place, &mut waivers));
        }
    }
    plan.waivers.append(&mut waivers);
    plan.index();
    let mut goals = Vec::new();
    let files: Vec<SourceId> = of(Role::Goal).collect();
    let trees = parallel::map(&files, |&source| {
        let mut problems = Vec::new();
        (tree(sources, source, &mut problems), problems)
    });
    for (source, (tree, mut of_tree)) in files.into_iter().zip(trees) {
        problems.append(&mut of_tree);
        let Some(tree) = tree else { continue };
        goals.extend(goal::read(&mut reader::Reader { source, languages: &languages, problems }, &tree, &mut plan));
    }
    goal::arrange(goals, &mut plan);
    plan.index();
    let files = sources.iter().filter(|(_, source)| source.path.starts_with("plan/"));
    plan.version = checksum::of_files(files.map(|(_, source)| (source.path.as_str(), source.text.as_str())));
    plan
}

/// The shipped scale; a test of the crate asserts that it has no problem.
fn shipped_scale() -> crate::model::scale::Scale {
    let mut problems = Vec::new();
    let mut reader = reader::Reader { source: SourceId(0), languages: &[], problems: &mut problems };
    let keys = reader::Keys { of: "scale", required: &["scale"], known: &["scale"] };
    let tree = yaml::parse(SHIPPED_SCALE).0;
    let fields = tree.as_ref().and_then(|tree| reader.map(tree, &keys));
    fields.map(|fields| scale::read(&mut reader, fields)).unwrap_or_default()
}

fn read_periods(sources: &Sources, readable: &[SourceId], plan: &Plan, problems: &mut Vec<Problem>) -> Vec<ReportingPeriod> {
    let mut periods: Vec<ReportingPeriod> = Vec::new();
    for (_, source) in sources.iter() {
        let Some(Role::Report(name) | Role::Words(name) | Role::Submission(name) | Role::External(name)) = role(&source.path) else { continue };
        if !periods.iter().any(|period| period.name == name) {
            periods.push(report::unnamed(name));
        }
    }
    for &source in readable {
        let Some(Role::Report(name)) = role(&sources.get(source).path) else { continue };
        let Some(tree) = tree(sources, source, problems) else { continue };
        if let Some(period) = periods.iter_mut().find(|period| period.name == name) {
            report::read(&mut reader::Reader { source, languages: &plan.languages, problems }, &tree, period);
        }
    }
    for &source in readable {
        let Some(Role::Words(name)) = role(&sources.get(source).path) else { continue };
        if let Some(period) = periods.iter_mut().find(|period| period.name == name) {
            words::read(source, sources.get(source), plan, period, problems);
        }
    }
    periods
}

/// Of several files of one agency the one with the latest declared day counts; without a day for each it is an error, and none counts.
fn replace_earlier(period: &mut ReportingPeriod, sources: &Sources, plan: &Plan, problems: &mut Vec<Problem>) {
    for (ix, agency) in plan.agencies() {
        let mut files: Vec<usize> =
            (0..period.submissions.len()).filter(|&at| period.submissions[at].agency == Some(ix) && !period.submissions[at].unreadable).collect();
        if files.len() < 2 {
            continue;
        }
        files.sort_by_key(|&at| period.submissions[at].dated);
        let mut days: Vec<Option<Date>> = files.iter().map(|&at| period.submissions[at].dated).collect();
        days.dedup();
        let declared = days.len() == files.len() && days.iter().all(Option::is_some);
        if declared {
            for &at in &files[..files.len() - 1] {
                period.submissions[at].replaced = true;
            }
            continue;
        }
        let first = sources.get(period.submissions[files[0]].source).path.clone();
        for (number, &at) in files.iter().enumerate() {
            let file = &mut period.submissions[at];
            let source = file.source;
            set_aside::set_all_aside(file, sources.get(source));
            if number > 0 {
                let kind = ProblemKind::TwoFilesOfOneAgency { first: first.clone(), agency: agency.id.clone() };
                problems.push(Problem { place: Place::file(source), kind, row: None });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_scale_is_whole() {
        let scale = shipped_scale();
        assert_eq!(scale.statuses.len(), 9);
        assert!(scale.statuses.iter().all(|status| status.sign != '•'));
    }
}
