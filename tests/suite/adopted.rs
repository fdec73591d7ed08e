//! The plan as adopted and the reports of this repository: whole, without an open finding, with known irregularities.

use std::path::{Path, PathBuf};

use plan::Checked;
use plan::diagnostic::{Level, Located, short};
use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;

/// Everything below `plan` and `reports`, checked as of the day of the fixtures.
fn adopted() -> Checked {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders: Vec<PathBuf> = ["plan", "reports"].map(|name| root.join(name)).into();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            if plan::load::is_read(&name) {
                files.push(File { path: name, bytes: std::fs::read(path).unwrap() });
            }
        }
    }
    plan::check(files, Date::new(2021, 3, 1).unwrap())
}

fn lines(findings: Vec<&Located>, checked: &Checked) -> String {
    let findings: Vec<Located> = findings.into_iter().cloned().collect();
    short::render(&findings, &checked.loaded.sources, Language::EN)
}

#[test]
fn nothing_is_open() {
    let checked = adopted();
    let open = checked.findings.iter().filter(|finding| finding.waived.is_none() && finding.diagnostic.level != Level::Note);
    let open = lines(open.collect(), &checked);
    assert!(open.is_empty(), "correct the data, or add a waiver with the reason to what was adopted like this:\n{open}");
}

#[test]
fn the_plan_is_whole() {
    let plan = adopted().loaded.plan;
    let indicators: usize = plan.activities.iter().map(|activity| activity.indicators.len()).sum();
    let counts = [plan.goals.len(), plan.objectives.len(), plan.activities.len(), indicators, plan.agencies.len()];
    assert_eq!(counts, [6, 24, 57, 99, 29], "goals, objectives, activities, indicators, agencies");
}

#[test]
fn what_was_adopted_irregular_is_accepted_with_a_reason() {
    let checked = adopted();
    let path = |finding: &Located| checked.loaded.sources.get(finding.span.source).path.clone();
    let mut waived: Vec<String> = Vec::new();
    for finding in checked.findings.iter().filter(|finding| finding.waived.is_some()) {
        let agency = finding.diagnostic.agency.as_deref().unwrap_or("-");
        let activity = finding.diagnostic.activity.as_deref().unwrap_or("-");
        waived.push(format!("{}: {} {agency} {activity}", path(finding), finding.diagnostic.check));
    }
    let expected = [
        "plan/goals/3-protection.yaml: lead-not-a-public-body iom 3.2.2",
        "plan/goals/4-prosecution.yaml: duplicate-number - 4.2.5-b",
        "plan/goals/6-cooperation.yaml: agency-in-two-roles ngos-ios 6.4.1",
        "reports/2019/submissions/gpo.csv: activity-not-of-agency gpo 5.12.1",
        "reports/2019/submissions/moia.csv: activity-not-of-agency moia 5.1.2",
        "reports/2020/submissions/council.csv: activity-not-of-agency council 2.1.3",
        "reports/2020/submissions/gpo.csv: activity-not-of-agency gpo 3.2.3",
        "reports/2020/submissions/moia.csv: activity-not-of-agency moia 5.1.2",
    ];
    assert_eq!(waived, expected);
    let reasons = checked.findings.iter().filter_map(|finding| finding.waived.as_ref());
    assert!(reasons.clone().all(|waived| [Language::KA, Language::EN].iter().all(|language| waived.reason.get(*language).is_some())));
}
