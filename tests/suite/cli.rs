//! The program as a process: exit codes, streams, languages, files written whole or not at all.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A copy of the small plan of the fixtures with one submission, in a folder of its own.
pub(super) struct Repository {
    pub(super) folder: tempfile::TempDir,
}

const SUBMISSION: &str = "activity,indicator,status,value,narrative\n1.1.1,,in-progress,,Held | in <b>March</b>\n1.1.1,participants,,24,\n";

impl Repository {
    pub(super) fn new() -> Self {
        let repository = Self { folder: tempfile::tempdir().unwrap() };
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks/base");
        for file in ["plan/plan.yaml", "plan/agencies.yaml", "plan/goals/1.yaml"] {
            repository.write(file, &std::fs::read_to_string(base.join(file)).unwrap());
        }
        repository.write("reports/2020/submissions/moia.csv", SUBMISSION);
        repository
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(super) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(super) fn plan(&self, line: &str) -> Output {
        self.plan_in("", line)
    }

    pub(super) fn plan_in(&self, below: &str, line: &str) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
        command.args(line.split_whitespace()).current_dir(self.path(below)).env("LANG", "C");
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env_remove("NO_COLOR");
        command.output().unwrap()
    }
}

pub(super) fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

pub(super) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(super) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn the_report_is_written_and_then_up_to_date() {
    let repository = Repository::new();
    let written = repository.plan("report --year 2020");
    assert_eq!((code(&written), out(&written).as_str()), (0, ""), "{}", err(&written));
    assert!(err(&written).contains("2 rows merged, 0 set aside"), "{}", err(&written));
    for name in ["report.ka.md", "report.en.md", "report.ka.html", "report.en.html"] {
        assert!(repository.path("reports/2020").join(name).is_file(), "{name}");
    }
    assert_eq!(code(&repository.plan_in("reports/2020/submissions", "report --year 2020 --check")), 0);
    repository.write("reports/2020/report.en.md", "old");
    let stale = repository.plan("report --year 2020 --check");
    assert_eq!((code(&stale), out(&stale).as_str()), (1, "reports/2020/report.en.md is stale\n"));
    assert_eq!(repository.read("reports/2020/report.en.md"), "old", "--check writes nothing");
}

#[test]
fn the_same_input_gives_the_same_bytes_anywhere() {
    let (one, other) = (Repository::new(), Repository::new());
    other.write("reports/2020/submissions/moia.csv", &SUBMISSION.replace('\n', "\r\n"));
    one.plan("report --year 2020 --format md,html,json,csv");
    let mut command = Command::new(env!("CARGO_BIN_EXE_plan"));
    command.args(["report", "--year", "2020", "--format", "csv,json,html,md", "--lang", "ka"]).current_dir(other.folder.path());
    command.env("LANG", "ka_GE.UTF-8").env("TZ", "Asia/Tbilisi");
    assert!(command.status().unwrap().success());
    for name in ["report.ka.md", "report.en.md", "report.ka.html", "report.en.html", "report.json", "data/statements.csv", "datapackage.json"] {
        let name = format!("reports/2020/{name}");
        assert!(one.read(&name) == other.read(&name), "{name} differs");
    }
}

#[test]
fn tables_stand_in_a_folder_beside_the_report() {
    let repository = Repository::new();
    let written = repository.plan("report --year 2020 --format csv");
    assert_eq!(code(&written), 0, "{}", err(&written));
    assert!(!repository.path("reports/2020/report.en.md").exists(), "only what was asked for");
    let table = repository.read("reports/2020/data/statements.csv");
    assert!(table.starts_with("file,row,period,") && !table.contains('\r'), "{table}");
    assert_eq!(code(&repository.plan("report --year 2020 --format csv --check")), 0);
    repository.write("reports/2020/data/statuses.csv", "old");
    std::fs::remove_file(repository.path("reports/2020/data/figures.csv")).unwrap();
    let stale = repository.plan("report --year 2020 --format csv --check");
    assert_eq!(code(&stale), 1);
    let said = out(&stale);
    assert!(said.contains("statuses.csv is stale") && said.contains("figures.csv is missing") && said.lines().count() == 2, "{said}");
    assert_eq!(code(&repository.plan("check")), 0, "tables of a report are nothing that was sent");
}

#[test]
fn rows_with_an_error_are_set_aside_and_said() {
    let repository = Repository::new();
    repository.write("reports/2020/submissions/moia.csv", &format!("{SUBMISSION}9.9.9,,,,Lost?\n"));
    let written = repository.plan("report --year 2020");
    assert_eq!(code(&written), 1);
    assert!(err(&written).contains("2 rows merged, 1 set aside"), "{}", err(&written));
    assert!(repository.read("reports/2020/report.en.md").contains("Lost?"), "the annex lists the row");
}

#[test]
fn a_file_of_the_same_name_takes_the_place_of_a_template() {
    let repository = Repository::new();
    repository.write("templates/cover.md", "# Our own cover\n\n");
    repository.write("templates/lang/en.yaml", "summary: {title: In short}\n");
    std::fs::write(repository.path("templates/.DS_Store"), [0xff, 0xfe, 0]).unwrap();
    let written = repository.plan("report --year 2020");
    assert_eq!(code(&written), 0, "{}", err(&written));
    let report = repository.read("reports/2020/report.en.md");
    assert!(report.starts_with("# Our own cover\n") && report.contains("In short"), "{}", &report[..400]);
    assert!(repository.read("reports/2020/report.en.html").contains("Our own cover</h1>"));
}

#[test]
fn of_two_files_without_a_day_no_row_is_lost() {
    let repository = Repository::new();
    repository.write("reports/2020/submissions/MIA.csv", SUBMISSION);
    let written = repository.plan("report --year 2020");
    assert_eq!(code(&written), 1);
    assert!(err(&written).contains("0 rows merged, 4 set aside"), "{}", err(&written));
    let report = repository.read("reports/2020/report.en.md");
    assert_eq!(report.matches("nothing says which counts").count(), 4, "each row is listed with the reason");
    repository.write("reports/2020/submissions/moia-2021-02-20.csv", SUBMISSION);
    std::fs::remove_file(repository.path("reports/2020/submissions/MIA.csv")).unwrap();
    std::fs::rename(repository.path("reports/2020/submissions/moia.csv"), repository.path("reports/2020/submissions/moia-2021-01-15.csv")).unwrap();
    let written = repository.plan("report --year 2020");
    assert!(err(&written).contains("2 rows merged, 0 set aside"), "{}", err(&written));
    assert_eq!(code(&written), 0);
}

#[test]
fn what_cannot_be_compiled_leaves_the_earlier_report() {
    let repository = Repository::new();
    repository.plan("report --year 2020");
    let before = repository.read("reports/2020/report.en.html");
    for (file, text, said) in [
        ("plan/goals/1.yaml", "id: \"1\"\ntitle: {\n", "`plan check` shows"),
        ("templates/activity.md", "{{ nothing.at.all }}", "templates/activity.md"),
        ("templates/cover.md", "{% include \"not-there.md\" %}", "cover.md"),
    ] {
        let kept = std::fs::read_to_string(repository.path(file)).ok();
        repository.write(file, text);
        let failed = repository.plan("report --year 2020");
        assert_eq!(code(&failed), 2, "{file}: {}", err(&failed));
        assert!(err(&failed).contains(said), "{}", err(&failed));
        assert_eq!(repository.read("reports/2020/report.en.html"), before);
        match kept {
            Some(kept) => repository.write(file, &kept),
            None => std::fs::remove_file(repository.path(file)).unwrap(),
        }
    }
}

#[test]
fn the_status_is_an_answer_and_not_a_judgement() {
    let repository = Repository::new();
    let found = repository.plan("status --year 2020");
    assert!(out(&found).contains("\n1 of 3 agencies sent"), "{}", out(&found));
    assert_eq!((code(&found), err(&found).as_str()), (0, ""));
    repository.write("reports/2020/submissions/moia.csv", "activity,status\n9.9.9,implemented\n");
    let found = repository.plan("status --year 2020 --format json --lang ka");
    assert_eq!(code(&found), 0);
    assert!(out(&found).contains("\"with_errors\": 1"), "{}", out(&found));
    assert_eq!(code(&repository.plan("status --year 20x0")), 2);
    assert_eq!(code(&repository.plan("status")), 2);
}

#[test]
fn a_missing_year_is_a_failure_with_advice() {
    let repository = Repository::new();
    for (line, said) in [
        ("report --year 2031", "nothing was submitted for 2031"),
        ("report --period soon", "is not a reporting period"),
        ("report --year 2020 --out reports/2020/submissions/moia.csv", "cannot write"),
        ("report", "something is missing"),
        ("report --year 2020 --period 2020", "cannot stand together"),
        ("repotr", "did you mean `report`?"),
        ("check --format yaml", "choose one of"),
        ("check --as-of tomorrow", "is not a day"),
        ("-C /nowhere check", "cannot read"),
    ] {
        let failed = repository.plan(line);
        assert_eq!((code(&failed), out(&failed).as_str()), (2, ""), "{line}: {}", err(&failed));
        assert!(err(&failed).contains(said), "{line}: {}", err(&failed));
    }
    let georgian = repository.plan("report --year 2031 --lang ka");
    assert!(err(&georgian).contains("მოწოდებული არ არის"), "{}", err(&georgian));
    std::fs::remove_dir_all(repository.path("reports/2020/submissions")).unwrap();
    assert_eq!(code(&repository.plan("report --year 2020")), 2);
}

#[test]
fn forms_are_written_beside_the_reports() {
    let repository = Repository::new();
    let written = repository.plan("form --year 2020 --all");
    assert_eq!((code(&written), out(&written).as_str()), (0, ""), "{}", err(&written));
    assert_eq!(err(&written), "wrote 3 forms to reports/2020/forms: council-2020.xlsx, moia-2020.xlsx, fund-2020.xlsx\n");
    assert!(repository.path("reports/2020/forms/moia-2020.xlsx").is_file());
    assert_eq!(code(&repository.plan("check")), 0, "forms are not submissions");
    let one = repository.plan("form --period 2020-H2 --agency moia --format csv --out there --lang ka");
    assert_eq!((code(&one), err(&one).as_str()), (0, "there: ჩაწერილია 1 ფორმა: moia-2020-H2.csv\n"));
    assert!(repository.read("there/moia-2020-H2.csv").starts_with("\u{feff}საქმიანობა;"));
    let whose = repository.plan("form --year 2020");
    assert_eq!(code(&whose), 2);
    assert!(err(&whose).contains("the agencies are council, moia, fund, iom"), "{}", err(&whose));
    assert_eq!(code(&repository.plan("form --year 2020 --agency iom")), 2, "a partner owes nothing");
    assert_eq!(code(&repository.plan("form --year 2020 --all --agency moia")), 2);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_earlier_report() {
    let repository = Repository::new();
    repository.plan("report --year 2020");
    let before = repository.read("reports/2020/report.ka.md");
    repository.write("reports/2020/submissions/moia.csv", &SUBMISSION.replace("24", "25"));
    // A limit on the size of files acts as a full disk does.
    let program = env!("CARGO_BIN_EXE_plan");
    let mut command = Command::new("sh");
    command.args(["-c", &format!("trap '' XFSZ; ulimit -f 8; exec {program} report --year 2020")]).current_dir(repository.folder.path());
    let failed = command.output().unwrap();
    assert_eq!(code(&failed), 2, "{}", err(&failed));
    assert!(err(&failed).contains("the earlier file is unchanged"), "{}", err(&failed));
    assert_eq!(repository.read("reports/2020/report.ka.md"), before);
    let left: Vec<_> = std::fs::read_dir(repository.path("reports/2020")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 5, "nothing half-written is left: {left:?}");
}

#[cfg(unix)]
#[test]
fn a_new_report_can_be_read_by_others() {
    use std::os::unix::fs::PermissionsExt;
    let repository = Repository::new();
    repository.plan("report --year 2020");
    let path = repository.path("reports/2020/report.en.md");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    repository.plan("report --year 2020");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640, "the mode of an old file stays");
    let other = std::fs::metadata(repository.path("reports/2020/report.ka.md")).unwrap().permissions().mode();
    assert_eq!(other & 0o444, 0o444, "a new file is not private");
}

#[test]
fn findings_have_three_forms_and_no_colour_in_a_pipe() {
    let repository = Repository::new();
    repository.write("reports/2020/submissions/moia.csv", "activity,status\n9.9.9,done\n");
    let (full, short, json) = (repository.plan("check"), repository.plan("check --format short"), repository.plan("check --format json"));
    for output in [&full, &short, &json] {
        assert_eq!(code(output), 1);
        assert!(!out(output).contains('\u{1b}'));
    }
    assert!(out(&full).contains("9.9.9,done") && out(&full).contains("^^^^^"), "{}", out(&full));
    assert!(out(&short).starts_with("reports/2020/submissions/moia.csv:2:1: error: "), "{}", out(&short));
    let document: serde_json::Value = serde_json::from_str(&out(&json)).unwrap();
    assert_eq!(document["schema"], "plan-findings/1");
    assert_eq!(document["findings"][0]["line"], 2);
    assert_eq!(document["findings"][0]["severity"], "error");
}

#[cfg(unix)]
#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let repository = Repository::new();
    let rows: String = (0..4000).map(|row| format!("9.9.{row},done\n")).collect();
    repository.write("reports/2020/submissions/moia.csv", &format!("activity,status\n{rows}"));
    let program = env!("CARGO_BIN_EXE_plan");
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{program} check --format short | head -1")]).current_dir(repository.folder.path());
    let output = command.output().unwrap();
    assert_eq!(out(&output).lines().count(), 1);
    assert!(!err(&output).contains("panicked"), "{}", err(&output));
}

#[test]
fn a_file_name_may_hold_anything() {
    let repository = Repository::new();
    let name = "შესრულება 2020 (1).csv";
    repository.write(&format!("reports/2020/submissions/{name}"), "activity,value\n1.1.1,\n");
    let output = repository.plan("check --format short");
    assert!(out(&output).contains(name), "{}", out(&output));
}

#[test]
fn help_speaks_one_language() {
    let repository = Repository::new();
    let commands = ["check", "validate", "form", "report", "status", "diff-report", "export", "explain", "fix"];
    let lines = commands.map(|command| format!("{command} --help --lang ka"));
    for line in lines.iter().map(String::as_str).chain(["--help --lang ka"]) {
        let output = repository.plan(line);
        let text = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(0), "{line}");
        let english = ["Usage", "Options", "OPTIONS", "Commands", "COMMAND", "Arguments", "Print", "FILE", "YEAR", "PERIOD", "FORMAT", "AGENCY"];
        for word in english {
            assert!(!text.contains(word), "`{line}` says {word}:\n{text}");
        }
        let bare = text.lines().filter(|line| line.contains("  ") && !line.chars().any(|c| ('ა'..='ჰ').contains(&c)));
        assert_eq!(bare.collect::<Vec<_>>(), Vec::<&str>::new(), "`{line}` has lines without Georgian");
    }
}

#[test]
fn a_repaired_file_never_takes_the_place_of_one_that_nobody_named() {
    let repository = Repository::new();
    let typed = "Activity;Status\n1.1.1;done\n";
    repository.write("moia.csv", typed);
    let fixed = repository.plan("fix moia.csv");
    assert_eq!(code(&fixed), 0, "{}", err(&fixed));
    assert!(out(&fixed).starts_with("Written: `moia.fixed.csv`\nChanged:\n  headings: 2\n"), "{}", out(&fixed));
    let clean = "\u{feff}activity;status\r\n1.1.1;fully implemented\r\n";
    assert_eq!((repository.read("moia.fixed.csv").as_str(), repository.read("moia.csv").as_str()), (clean, typed));
    for (line, said) in [
        ("fix moia.csv", "`moia.fixed.csv` exists already"),
        ("fix moia.csv --out ./moia.csv", "is the file itself"),
        ("fix none.csv", "there is no file `none.csv`"),
        ("fix moia.csv --out x.csv --agency nobody", "nobody"),
    ] {
        let refused = repository.plan(line);
        assert_eq!((code(&refused), out(&refused).as_str()), (2, ""), "{line}");
        assert!(err(&refused).contains(said), "{line}: {}", err(&refused));
    }
    assert_eq!(repository.read("moia.csv"), typed);
    repository.write("old.csv", "old");
    assert_eq!(code(&repository.plan("fix moia.csv --out old.csv --agency moia")), 0);
    assert_eq!(repository.read("old.csv"), clean, "it was named");
    assert_eq!(code(&repository.plan("fix moia.csv --in-place")), 0);
    assert_eq!(repository.read("moia.csv"), clean);
    let again = repository.plan("fix moia.csv --in-place --lang ka");
    assert!(out(&again).starts_with("შესასწორებელი არაფერია; ფაილი არ ჩაწერილა.\n"), "{}", out(&again));
}

#[test]
fn what_a_repair_leaves_decides_the_exit_code() {
    let repository = Repository::new();
    repository.write("moia.csv", "activity;status\n1.1.1;Dnoe\n");
    let fixed = repository.plan("fix moia.csv --out clean.csv");
    assert_eq!(code(&fixed), 1);
    assert!(out(&fixed).contains("\nclean.csv:2:7: error: "), "{}", out(&fixed));
    let workbook = super::workbook::of_text("[Data]\nactivity,status\n1.1.1,done\n");
    std::fs::write(repository.path("moia.xlsx"), &workbook).unwrap();
    let refused = repository.plan("fix moia.xlsx --in-place");
    assert_eq!(code(&refused), 2);
    assert!(std::fs::read(repository.path("moia.xlsx")).unwrap() == workbook);
    assert_eq!(code(&repository.plan("fix moia.xlsx")), 0);
    assert_eq!(repository.read("moia.fixed.csv"), "\u{feff}activity;status\r\nN 1.1.1;fully implemented\r\n");
}

#[test]
fn a_file_that_cannot_be_read_is_in_the_report() {
    let repository = Repository::new();
    std::fs::write(repository.path("reports/2020/submissions/moia.csv"), b"activity,narrative\n1.1.1,caf\xe9\n").unwrap();
    repository.write("reports/2020/submissions/fund.csv", "activity,narrative\n1.1.1,Two trainings were paid for\n");
    assert_eq!(code(&repository.plan("report --year 2020 --format md,json --out there")), 1);
    let report = repository.read("there/report.en.md");
    let row = report.lines().find(|line| line.contains("2020: [moia.csv](#f-") && line.contains("cannot be read")).unwrap();
    assert!(row.contains("MIA"), "{row}");
    assert!(report.contains("Every lead agency sent its file"), "{report}");
    assert!(repository.read("there/report.ka.md").contains("ფაილი არ იკითხება"));
    let json = repository.read("there/report.json");
    assert!(json.contains("\"unreadable\": true"), "{json}");
}
