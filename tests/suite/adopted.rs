//! The adopted plan and the committed reports of this repository: whole, and with nothing open.

use std::path::Path;

use plan::diagnostic::{Level, short};
use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;

/// The plan and reports of this repository.
pub(super) fn repository() -> Vec<File> {
    super::repository::files(Path::new(env!("CARGO_MANIFEST_DIR")))
}

fn checked() -> plan::Checked {
    plan::check(repository(), Date::new(2021, 3, 1).unwrap())
}

#[test]
fn the_plan_is_whole() {
    let plan = checked().loaded.plan;
    let indicators: usize = plan.activities.iter().map(|activity| activity.indicators.len()).sum();
    assert_eq!((plan.goals.len(), plan.objectives.len(), plan.activities.len(), indicators), (6, 24, 57, 99));
    let groups = plan.agencies.iter().filter(|agency| agency.kind.name() == "group").count();
    assert_eq!((plan.agencies.len() - groups, groups), (24, 5), "24 bodies and 5 groups");
    let targets: Vec<&str> =
        plan.activities.iter().filter(|activity| activity.indicators.iter().any(|it| !it.targets.is_empty())).map(|it| it.id.as_str()).collect();
    assert_eq!(targets, ["2.1.7"], "the only printed targets");
    let printed_twice: Vec<&str> =
        plan.activities.iter().filter(|activity| activity.number == "4.2.5").map(|activity| activity.id.as_str()).collect();
    assert_eq!(printed_twice, ["4.2.5-a", "4.2.5-b"]);
    for activity in &plan.activities {
        for language in [Language::KA, Language::EN] {
            assert!(activity.title.get(language).is_some_and(|title| !title.is_empty()), "{} in {language}", activity.id);
            assert!(activity.indicators.iter().all(|indicator| indicator.name.get(language).is_some()), "{} in {language}", activity.id);
        }
    }
}

#[test]
fn the_pages_stay_small() {
    let reports = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports");
    let files = std::fs::read_dir(reports).unwrap().flat_map(|period| std::fs::read_dir(period.unwrap().path()).unwrap());
    let pages: Vec<_> = files.map(|file| file.unwrap().path()).filter(|path| path.extension().is_some_and(|ending| ending == "html")).collect();
    assert!(pages.len() >= 8, "{pages:?}");
    for page in pages {
        let length = std::fs::metadata(&page).unwrap().len();
        assert!(length < 400_000, "{} has {length} bytes", page.display());
    }
}

#[test]
fn nothing_is_open_and_what_is_waived_is_known() {
    let checked = checked();
    let (waived, open): (Vec<_>, Vec<_>) = checked.findings.into_iter().partition(|finding| finding.waived.is_some());
    let open: Vec<_> = open.into_iter().filter(|finding| finding.diagnostic.level != Level::Note).collect();
    assert_eq!(short::render(&open, &checked.loaded.sources, Language::EN), "");
    let waived: Vec<String> =
        waived.iter().map(|finding| format!("{} {}", finding.diagnostic.check, finding.diagnostic.activity.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        waived,
        [
            "lead-not-a-public-body 3.2.2",
            "duplicate-number 4.2.5-b",
            "agency-in-two-roles 6.4.1",
            "small-count 3.2.3",
            "activity-not-of-agency 5.12.1",
            "activity-not-of-agency 5.1.2",
            "activity-not-of-agency 2.1.3",
            "small-count 3.2.3",
            "activity-not-of-agency 3.2.3",
            "activity-not-of-agency 5.1.2",
        ]
    );
}

#[test]
fn no_row_is_lost() {
    let checked = checked();
    for file in checked.loaded.periods.iter().flat_map(|period| &period.submissions) {
        let source = checked.loaded.sources.get(file.source);
        let mut reader = csv::ReaderBuilder::new().from_reader(source.text.as_bytes());
        assert_eq!(reader.records().count(), file.rows.len() + file.set_aside.len(), "{}", source.path);
        assert_eq!(file.set_aside.len(), 0, "{}", source.path);
    }
}
