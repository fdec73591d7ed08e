//! The cases `tests/cases/rep-*`: what is right to print of what several files say.
//!
//! The files of agencies stand byte for byte; a fragment of a plan is put into a goal, its keys changed to those of this format.

use plan::Checked;
use plan::compile::{Refusal, Request, documents};
use plan::load::File;
use plan::model::date::Date;
use plan::report::Format;
use serde_json::Value;

use super::cases::{bytes, found, said, says};
use super::page::Page;

/// A plan and what was sent.
struct Repository {
    files: Vec<File>,
}

/// A fragment's keys as this format has them; what differs from case to case comes as pairs of old and new.
fn goal(fragment: &str, changes: &[(&str, &str)]) -> String {
    let mut text = String::from(&fragment[fragment.find("activities:").unwrap()..]);
    let common = [("lead: Agency A", "lead: [agency-a]\n    deadline: 2020"), ("lead: Agency B", "lead: [agency-b]\n    deadline: 2020")];
    let usual =
        [("support: [Agency B]", "support: [agency-b]"), ("- {title: ", "- {id: counted, kind: count, name: "), ("target: ", "targets: 2020 ")];
    for (old, new) in changes {
        assert!(text.contains(old), "{old} is not in\n{text}");
        text = text.replace(old, new);
    }
    for (old, new) in common.iter().chain(&usual) {
        text = text.replace(old, new);
    }
    // `target: 40` became `targets: 2020 40`; a target here has its year.
    let mut parts = text.split("targets: 2020 ");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (number, rest) = part.split_at(part.find(|c: char| !c.is_ascii_digit()).unwrap());
        text += &format!("targets: {{2020: {number}}}{rest}");
    }
    let indented: String = text.lines().map(|line| format!("    {line}\n")).collect();
    format!("id: \"2\"\ntitle: Goal\nobjectives:\n  - id: \"2.1\"\n    title: Objective\n{indented}")
}

fn fragment(case: &str) -> String {
    String::from_utf8(bytes(&format!("{case}/plan.yaml"))).unwrap()
}

impl Repository {
    fn new(goal: &str) -> Self {
        let mut repository = Self { files: Vec::new() };
        repository.put("plan/plan.yaml", b"title: Plan\nperiod: 2019..2020\nlanguages: [en]\n".to_vec());
        repository.put("plan/goals/2.yaml", goal.as_bytes().to_vec());
        repository.register("- {id: agency-a, name: Agency A, kind: ministry}\n- {id: agency-b, name: Agency B, kind: ministry}\n");
        repository
    }

    fn put(&mut self, path: &str, bytes: Vec<u8>) {
        self.files.retain(|file| file.path != path);
        self.files.push(File { path: path.into(), bytes });
    }

    fn register(&mut self, agencies: &str) {
        self.put("plan/agencies.yaml", format!("agencies:\n{agencies}").into_bytes());
    }

    /// A file of the case as it is.
    fn sent(mut self, case: &str, file: &str, path: &str) -> Self {
        self.put(&format!("reports/{path}"), bytes(&format!("{case}/{file}")));
        self
    }

    fn check(&self) -> Checked {
        plan::check(self.files.clone(), Date::new(2021, 3, 1).unwrap())
    }

    fn try_report(&self, period: &str) -> Result<Report, Refusal> {
        let formats = vec![Format::Markdown, Format::Html, Format::Json];
        let request = Request { period: period.into(), since: None, formats, as_of: None, stamp: None, public: false, templates: Vec::new() };
        let documents = documents(&mut self.check(), &request)?;
        let text = |name: &str| documents.iter().find(|document| document.name == name).unwrap().text().to_owned();
        let json = serde_json::from_str(&text("report.json")).unwrap();
        Ok(Report { markdown: text("report.en.md"), html: text("report.en.html"), json })
    }

    fn report(&self, period: &str) -> Report {
        self.try_report(period).unwrap()
    }
}

struct Report {
    markdown: String,
    html: String,
    json: Value,
}

impl Report {
    /// The merged value of the only figure.
    fn value(&self) -> &Value {
        let figures = self.json["progress"]["activities"][0]["figures"].as_array().unwrap();
        assert_eq!(figures.len(), 1);
        &figures[0]["by_year"]["2020"]
    }

    /// Lines of the Markdown that hold all of these words.
    #[track_caller]
    fn line(&self, words: &[&str]) -> &str {
        let line = self.markdown.lines().find(|line| words.iter().all(|word| line.contains(word)));
        line.unwrap_or_else(|| panic!("no line with {words:?} in\n{}", self.markdown))
    }

    /// Words of the Markdown that are numbers.
    fn numbers(&self) -> Vec<&str> {
        let words = self.markdown.split(|c: char| c.is_whitespace() || matches!(c, '|' | ':' | '(' | ')' | '*' | '<' | '>'));
        words.filter(|word| word.parse::<f64>().is_ok()).collect()
    }

    /// The text between two places of the page.
    fn between(&self, start: &str, end: &str) -> &str {
        self.markdown.split_once(start).unwrap().1.split_once(end).unwrap().0
    }
}

#[test]
fn two_values_are_a_conflict_and_no_sum() {
    let goal = goal(&fragment("rep-conflict"), &[("target: 40", "merge: same, target: 40")]);
    let case = Repository::new(&goal).sent("rep-conflict", "agency-a.csv", "2020/submissions/agency-a.csv").sent(
        "rep-conflict",
        "agency-b.csv",
        "2020/submissions/agency-b.csv",
    );
    assert_eq!(said(&case.check()), "");
    let report = case.report("2020");
    let conflict = report.between("<a id=\"c-1\"></a>", "<!-- /section -->");
    for (agency, file, value) in [("Agency A", "agency-a.csv](#f-1), row 2", "| 24 |"), ("Agency B", "agency-b.csv](#f-2), row 2", "| 31 |")] {
        let side = conflict.lines().find(|line| line.contains(agency)).unwrap();
        assert!(side.contains(file) && side.contains(value), "{side}");
        assert!(report.line(&["participants (people)", "[conflict](#c-1)"]).contains(&format!("{agency}: {}", value.trim_matches(['|', ' ']))));
    }
    let sums = ["55", "27.5", "27,5"];
    assert!(!report.numbers().iter().any(|number| sums.contains(number)), "a sum or a mean is printed");
    assert_eq!(report.value()["conflict"], Value::Bool(true), "{}", report.value());
}

#[test]
fn the_later_of_dated_files_counts_whatever_their_order() {
    let fragment = fragment("rep-conflict");
    let mut case = Repository::new(&goal(&fragment, &[]));
    for file in ["agency-a-2021-01-15.csv", "agency-a-2021-02-20.csv"] {
        case = case.sent("rep-resubmission", file, &format!("2020/submissions/{file}"));
    }
    assert_eq!(said(&case.check()), "");
    let report = case.report("2020");
    assert_eq!(report.value()["value"], 31, "{}", report.value());
    assert!(report.line(&["agency-a-2021-01-15.csv"]).contains("replaced by a later file"));
    case.files.reverse();
    assert_eq!(case.report("2020").markdown, report.markdown);

    let undated = Repository::new(&goal(&fragment, &[])).sent("rep-resubmission", "agency-a-2021-01-15.csv", "2020/submissions/agency-a.csv").sent(
        "rep-resubmission",
        "agency-a-2021-02-20.csv",
        "2020/submissions/Agency A.csv",
    );
    assert_eq!(found(&undated.check()), ["1:1 error two-files-of-one-agency"]);
    let report = undated.report("2020");
    assert_eq!(report.json["progress"]["activities"][0]["figures"].as_array().map_or(0, Vec::len), 0, "neither counts");
}

#[test]
fn a_running_total_is_not_added_up() {
    let report = |accumulates: &str| {
        let goal = goal(&fragment("rep-cumulative"), &[("counting: cumulative", accumulates)]);
        let case = Repository::new(&goal).sent("rep-cumulative", "2020-h1.csv", "2020-H1/submissions/agency-a.csv").sent(
            "rep-cumulative",
            "2020-h2.csv",
            "2020-H2/submissions/agency-a.csv",
        );
        assert_eq!(said(&case.check()), "");
        case.report("2020")
    };
    for (accumulates, shown) in [("accumulates: running-total", "40"), ("accumulates: per-period", "64 (sum)")] {
        let report = report(accumulates);
        let row = report.line(&["| participants (people)"]);
        assert_eq!(row.split('|').map(str::trim).nth(4), Some(shown), "{row}");
        assert_eq!(report.numbers().contains(&"64"), shown != "40", "{accumulates}");
    }
}

#[test]
fn more_than_all_is_warned_of_and_not_cut() {
    let changes = [("unit: percent", "unit: \"%\""), ("- {title: share", "- {id: share, kind: percent, name: share")];
    let case = Repository::new(&goal(&fragment("rep-over-100"), &changes)).sent("rep-over-100", "input.csv", "2020/submissions/agency-a.csv");
    assert_eq!(found(&case.check()), ["3:26 warning percent-over-100"]);
    says(&case.check(), &["130"]);
    let report = case.report("2020");
    // The target stands beside the value; no share of the target is computed, so there is no bar to break.
    for (indicator, target, value) in [("participants (people)", "40", "60"), ("share trained (%)", "80", "130")] {
        let row = report.line(&[&format!("| {indicator}")]);
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        assert_eq!((cells[2], cells[4]), (target, value), "{row}");
        assert!(Page::new(&report.html).text().contains(value));
    }
    for style in Page::new(&report.html).tags.iter().filter_map(|tag| tag.attributes.get("style")) {
        let shares = style.split('%').filter_map(|part| part.rsplit([':', ' ', ',', '(']).next()?.parse::<f64>().ok());
        let over = shares.into_iter().any(|share| share > 100.0);
        assert!(!over, "a drawing leaves its frame: {style}");
    }
}

#[test]
fn nothing_is_divided_by_a_target_of_zero() {
    let case = Repository::new(&goal(&fragment("rep-zero-base"), &[])).sent("rep-zero-base", "input.csv", "2020/submissions/agency-a.csv");
    let case = case.sent("rep-zero-base", "input.csv", "2019/submissions/agency-a.csv");
    assert_eq!(said(&case.check()), "");
    let report = case.report("2020");
    let row = report.line(&["| complaints (number)"]);
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    assert_eq!((cells[2], cells[4]), ("0", "0"));
    assert!(report.markdown.contains("n/a"), "the rates of the year before have nothing to divide by");
    for text in [&report.markdown, &report.html, &report.json.to_string()] {
        let words = text.split(|c: char| !c.is_ascii_alphabetic()).map(str::to_lowercase);
        let mut wrong = words.filter(|word| matches!(word.as_str(), "nan" | "inf" | "infinity"));
        assert_eq!(wrong.next(), None);
    }
}

#[test]
fn a_former_name_is_the_same_agency() {
    let fragment = fragment("rep-renamed-agency");
    let name = "Agency for Digital Services";
    let former = fragment.lines().find_map(|line| line.trim().strip_prefix("former: [")).unwrap().trim_end_matches(']');
    // The case has no column for the indicator; a value without one is an error of its own here.
    let table = String::from_utf8(bytes("rep-renamed-agency/input.csv")).unwrap().replace(",24,", ",,");
    let repository = |renamed: &str| {
        let mut case = Repository::new(&goal(&fragment, &[(&format!("lead: {name}"), "lead: [digital]\n    deadline: 2020")]));
        case.register(&format!("- {{id: digital, name: {name}, kind: lepl{renamed}}}\n- {{id: agency-b, name: Agency B, kind: ministry}}\n"));
        case.put("reports/2020-H1/submissions/all.csv", table.clone().into_bytes());
        case.put("reports/2020-H2/submissions/all.csv", table.replace(former, name).into_bytes());
        case
    };
    let case = repository(&format!(", renamed: [{{from: {former}, date: 2020-07-01}}]"));
    assert_eq!(said(&case.check()), "");
    let report = case.report("2020");
    let said_by: Vec<&Value> = report.json["progress"]["activities"][0]["said"].as_array().unwrap().iter().map(|said| &said["agency"]).collect();
    assert_eq!(said_by, ["digital", "digital"]);
    assert_eq!(report.markdown.matches("<a id=\"ag-digital\">").count(), 1);
    assert!(!Page::new(&report.html).text().split("Changes to the plan").next().unwrap().contains(former), "under its present name");

    let unknown = repository("").check();
    assert_eq!(found(&unknown), ["2:7 error unknown-agency"]);
    // No name is near enough to be proposed; whom to ask is.
    says(&unknown, &[former, "as in the plan", "ask the secretariat"]);
}

#[test]
fn what_left_the_plan_leaves_the_totals() {
    let changes = [("cancelled: {on: 2020-06-30, reason: merged", "withdrawn: {date: 2020-06-30, act: Decree 5, what: merged")];
    let changed = goal(&fragment("rep-cancelled"), &changes);
    let file = "agency-a-2020-12-31.csv";
    let case = Repository::new(&changed).sent("rep-cancelled", file, &format!("2020/submissions/{file}"));
    assert_eq!(found(&case.check()), ["2:25 warning value-after-withdrawal"]);
    says(&case.check(), &["30.06.2020", "sent after that day"]);
    let report = case.report("2020");
    let listed = report.between("<a id=\"cancelled\"></a>", "<!-- /section -->");
    assert!(["2.1.1", "30 June 2020", "merged with 2.1.2"].iter().all(|word| listed.contains(word)), "{listed}");
    assert!(report.line(&["| **Total** |"]).contains("**0**"));
    assert!(report.markdown.contains("Withdrawn from the plan and not counted here: [2.1.1](#a-2.1.1)."));
    // The rates of 2020 are taken on the plan as in force on 1 January, those of the second half on that of 1 July.
    let denominator = |report: &Report| report.json["progress"]["rates"]["completion"]["denominator"].as_array().unwrap().len();
    assert_eq!(denominator(&report), 1);
    let later = Repository::new(&changed).sent("rep-cancelled", file, &format!("2020-H2/submissions/{file}")).report("2020-H2");
    assert_eq!(denominator(&later), 0);
}

#[test]
fn a_changed_target_is_noted_and_an_old_report_stays_what_it_was() {
    let targets = "targets: [{from: 2020-01-01, value: 40}, {from: 2020-07-01, value: 60}]";
    let planned = |targets_now: &str| goal(&fragment("rep-amended-target"), &[(targets, targets_now)]);
    let amended = planned("target: 60") + "        amended: [{date: 2020-07-01, act: Decree 7, what: the target is 60 instead of 40}]\n";
    let first = |goal: &str| Repository::new(goal).sent("rep-amended-target", "2020-h1.csv", "2020-H1/submissions/agency-a.csv");
    let whole = |goal: &str| first(goal).sent("rep-amended-target", "2020-h2.csv", "2020-H2/submissions/agency-a.csv");
    let target = |report: &Report| report.line(&["| participants (people)"]).split('|').nth(2).unwrap().trim().to_owned();

    let (before, second) = (first(&planned("target: 40")).report("2020-H1"), whole(&amended).report("2020-H2"));
    assert_eq!((target(&before).as_str(), target(&second).as_str()), ("40", "60"));
    second.line(&["**Amended:** 1 July 2020", "the target is 60 instead of 40"]);
    // Later files change nothing in a report made again from the plan of its time; targets are given by year, so the plan as
    // amended shows its target in the first half, too, and the note with the day beside it.
    assert_eq!(whole(&planned("target: 40")).report("2020-H1").markdown, before.markdown);
    let again = whole(&amended).report("2020-H1");
    assert_eq!(target(&again), "60");
    again.line(&["**Amended:** 1 July 2020", "the target is 60 instead of 40"]);
}

#[test]
fn who_sent_nothing_is_listed_and_counted() {
    let indicators = "\n    indicators: [{id: participants, name: participants, kind: count, unit: people}]";
    let text = fragment("rep-missing")
        .replace("lead: Agency A", &format!("lead: Agency A{indicators}"))
        .replace("lead: Agency B", &format!("lead: Agency B{indicators}"));
    let objective = "\n  - id: \"2.2\"\n    title: Objective\n    activities:\n      - id: \"2.2.1\"";
    let goal = goal(&text, &[]).replace("\n      - id: \"2.2.1\"", objective);
    let case = Repository::new(&goal).sent("rep-missing", "input.csv", "2020/submissions/agency-a.csv");
    assert_eq!(said(&case.check()), "");
    let report = case.report("2020");
    let silent = report.between("### Agencies that did not report", "<!-- /div -->");
    assert!(silent.contains("Agency B") && !silent.contains("Agency A"), "{silent}");
    report.line(&["- **▨ no report** 1: [2.2.1](#a-2.2.1)"]);
    assert!(report.line(&["| **Total** |"]).contains("**2**"));
    assert!(report.line(&["**Reported on**"]).contains("1 of 2 activities"));
    assert_eq!(report.json["progress"]["activities"][1]["status"], "no-report");
}
