//! The cases of `tests/cases` that speak of running: streams, exit codes, files written whole, the same bytes anywhere.

use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;

use super::cases::bytes;
use super::page::place;

/// A folder with the plan of the cases, or another one, and what was sent.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for name in ["plan.yaml", "agencies.yaml", "goals/2.yaml", "goals/3.yaml", "goals/5.yaml"] {
            folder.put(&format!("plan/{name}"), &bytes(&format!("plan/{name}")));
        }
        folder
    }

    /// A plan with these activities, each led by the agency with this id.
    fn with_activities(activities: &[(String, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        let mut goal = String::from("id: \"2\"\ntitle: Goal\nobjectives:\n");
        let mut objective = String::new();
        for (id, lead) in activities {
            let of = id.rsplit_once('.').unwrap().0;
            if of != objective {
                goal += &format!("  - id: \"{of}\"\n    title: Objective\n    activities:\n");
                objective = of.to_owned();
            }
            let indicators: Vec<String> = ["steps", "participants", "reports published", "meetings"]
                .map(|name| format!("{{id: {name}, name: {name}, kind: count, unit: x}}"))
                .into();
            let indicators = indicators.join(", ");
            goal += &format!("      - {{id: \"{id}\", title: t, lead: [{lead}], deadline: 2020, indicators: [{indicators}]}}\n");
        }
        folder.put("plan/plan.yaml", &bytes("plan/plan.yaml"));
        folder.put("plan/goals/2.yaml", goal.as_bytes());
        let register = "agencies:\n  - {id: agency-a, name: Agency A, kind: ministry}\n  - {id: agency-b, name: Agency B, kind: ministry}\n";
        folder.put("plan/agencies.yaml", register.as_bytes());
        folder
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path().join(name)).unwrap()
    }

    fn command(&self, program: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(self.path()).env("LANG", "C").env_remove("LC_ALL").env_remove("LC_MESSAGES");
        command
    }

    fn plan(&self, arguments: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_plan"), arguments).output().unwrap()
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

const REPORTS: [&str; 5] = ["report.ka.md", "report.en.md", "report.ka.html", "report.en.html", "report.json"];
const REPORT: &[&str] = &["report", "--year", "2020", "--format", "md,html,json"];

#[cfg(unix)]
#[test]
fn a_reader_that_stops_after_a_line_ends_nothing_in_a_crash() {
    let folder = Folder::new();
    folder.put("reports/2020/submissions/a.csv", &bytes("out-closed-pipe/input.csv"));
    folder.put("a.csv", &bytes("out-closed-pipe/input.csv"));
    let whole = folder.plan(&["check", "--format", "short"]);
    assert_eq!((text(&whole.stdout).lines().count(), whole.status.code()), (400, Some(1)));
    for line in ["check --format short", "check", "check --format json", "validate a.csv --agency a --year 2020 --format json"] {
        let piped = format!("{{ {} {line}; echo $? > status; }} | head -1", env!("CARGO_BIN_EXE_plan"));
        let output = folder.command("sh", &["-c", &piped]).output().unwrap();
        assert_eq!(text(&output.stdout).lines().count(), 1, "{line}");
        let (said, status) = (text(&output.stderr), text(&folder.read("status")));
        assert!(!said.contains("panicked") && !said.contains("Broken pipe") && !said.contains("os error"), "{line}: {said}");
        assert!(["0\n", "1\n"].contains(&status.as_str()), "{line}: status {status}");
    }
}

#[test]
fn two_runs_anywhere_give_the_same_bytes() {
    let planned = text(&bytes("out-same-bytes/plan.yaml"));
    let field = |name: &str| -> Vec<String> {
        planned
            .lines()
            .filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix(name))
            .map(|word| word.trim_matches('"').to_owned())
            .collect()
    };
    let leads: Vec<String> = field("lead: ").iter().map(|name| name.to_lowercase().replace(' ', "-")).collect();
    let activities: Vec<(String, &str)> = field("id: ").into_iter().zip(leads.iter().map(String::as_str)).collect();
    assert_eq!(activities.len(), 3);
    let folders = [["agency-a.csv", "agency-b.csv"], ["agency-b.csv", "agency-a.csv"]].map(|order| {
        let folder = Folder::with_activities(&activities);
        for file in order {
            folder.put(&format!("reports/2020/submissions/{file}"), &bytes(&format!("out-same-bytes/{file}")));
        }
        folder
    });
    let first = folders[0].plan(REPORT);
    assert!(first.status.success(), "{}", text(&first.stderr));
    let kept: Vec<Vec<u8>> = REPORTS.map(|name| folders[0].read(&format!("reports/2020/{name}"))).into();
    let elsewhere =
        folders[1].command(env!("CARGO_BIN_EXE_plan"), REPORT).env("TZ", "Pacific/Kiritimati").env("LANG", "ka_GE.UTF-8").output().unwrap();
    assert!(elsewhere.status.success());
    folders[0].plan(REPORT);
    for (name, kept) in REPORTS.iter().zip(kept) {
        for folder in &folders {
            assert!(folder.read(&format!("reports/2020/{name}")) == kept, "{name}");
        }
        // The order of the plan, not that of the files and their rows.
        let page = text(&kept);
        let places = ["a-2.1.1", "a-2.1.2", "a-2.2.1"].map(|id| place(&page, id));
        assert!(name.ends_with("json") || places.is_sorted() && places[0].is_some(), "{name}: {places:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_or_fails_leaves_every_file_whole() {
    let input = text(&bytes("out-whole-or-old/input.csv"));
    let mut ids: Vec<(String, &str)> = Vec::new();
    for line in input.lines().skip(1) {
        let id = line.split(',').next().unwrap().to_owned();
        if !ids.iter().any(|(known, _)| *known == id) {
            ids.push((id, "agency-a"));
        }
    }
    let old_input = input.replace(",done,", ",ongoing,");
    let (folder, finished) = (Folder::with_activities(&ids), Folder::with_activities(&ids));
    let sent = "reports/2020/submissions/agency-a.csv";
    folder.put(sent, old_input.as_bytes());
    finished.put(sent, input.as_bytes());
    for folder in [&folder, &finished] {
        // Rows that repeat an activity are set aside, so the report is written and the status is 1.
        let output = folder.plan(REPORT);
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    }
    let read = |folder: &Folder| REPORTS.map(|name| folder.read(&format!("reports/2020/{name}")));
    let (old, new) = (read(&folder), read(&finished));
    folder.put(sent, input.as_bytes());
    assert!(old.iter().zip(&new).all(|(old, new)| old != new));

    // A limit on the size of files acts as a full disk does.
    let script = format!("trap '' XFSZ; ulimit -f 16; exec {} {}", env!("CARGO_BIN_EXE_plan"), REPORT.join(" "));
    let failed = folder.command("sh", &["-c", &script]).output().unwrap();
    assert_eq!(failed.status.code(), Some(2), "{}", text(&failed.stderr));
    assert!(read(&folder) == old, "a run that fails");

    let mut killed = 0;
    for wait in 0..40 {
        let mut run = folder.command(env!("CARGO_BIN_EXE_plan"), REPORT);
        let mut run = run.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(3 * wait));
        run.kill().unwrap();
        killed += usize::from(run.wait().unwrap().code().is_none());
        for ((now, old), (new, name)) in read(&folder).iter().zip(&old).zip(new.iter().zip(REPORTS)) {
            assert!(now == old || now == new, "{name} is neither the old file nor the new one");
        }
    }
    assert!(killed > 0, "every run was finished before it was killed");
}

#[test]
fn a_name_with_blanks_and_letters_is_read_and_printed_as_given() {
    let folder = Folder::new();
    let name = "შესრულება 2020 (1).csv";
    folder.put(name, &bytes("out-file-name/input.csv"));
    let output = folder.plan(&["validate", name, "--agency", "a", "--format", "short"]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    assert!(text(&output.stdout).starts_with(&format!("{name}:2:25: error: ")), "{}", text(&output.stdout));
}

#[test]
fn a_workbook_by_another_name_is_one_error_and_a_status() {
    let folder = Folder::new();
    folder.put("reports/2020/submissions/a.csv", &bytes("enc-xlsx-as-csv/input.csv"));
    let checked = folder.plan(&["check", "--format", "short"]);
    assert_eq!((checked.status.code(), text(&checked.stdout).lines().count()), (Some(1), 1), "{}", text(&checked.stdout));
    folder.put("a.csv", &bytes("enc-xlsx-as-csv/input.csv"));
    assert_eq!(folder.plan(&["validate", "a.csv", "--agency", "a"]).status.code(), Some(1));
}
