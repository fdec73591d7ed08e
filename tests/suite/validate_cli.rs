//! `plan validate` as a process: whose file it is and for which period, exit codes, refusals in words.

use super::cli::{Repository, code, err, out};

const GOOD: &str = "activity,indicator,value\n1.1.1,participants,24\n";
const BAD: &str = "activity,indicator,value\n1.1.1,participants,many\n";

/// The first closing line, which says how the file was read.
fn whose(repository: &Repository, line: &str) -> String {
    let found = repository.plan(line);
    let text = out(&found);
    let line = text.lines().find(|line| line.starts_with("Checked ")).unwrap_or_else(|| panic!("{line}: {text}{}", err(&found)));
    line.to_owned()
}

#[test]
fn exit_codes_tell_whether_it_may_be_sent() {
    let repository = Repository::new();
    repository.write("sent/moia-2020.csv", GOOD);
    repository.write("sent/bad/moia-2020.csv", BAD);
    repository.write("sent/fund.csv", "activity,value\n");
    let good = repository.plan("validate sent/moia-2020.csv");
    assert_eq!((code(&good), err(&good).as_str()), (0, ""), "{}", out(&good));
    assert!(out(&good).ends_with("The file is ready to send: 1 row, no errors.\n"), "{}", out(&good));
    let bad = repository.plan("validate sent/bad/moia-2020.csv --format short");
    assert_eq!((code(&bad), err(&bad).as_str()), (1, ""));
    assert!(out(&bad).starts_with("sent/bad/moia-2020.csv:2:20: error: "), "{}", out(&bad));
    let two = repository.plan("validate sent/moia-2020.csv sent/bad/moia-2020.csv --lang ka");
    assert_eq!(code(&two), 1, "one of two is enough");
    assert_eq!(out(&two).matches("შემოწმდა, როგორც").count(), 2);
    let json = repository.plan("validate sent/moia-2020.csv sent/bad/moia-2020.csv --format json");
    let document: serde_json::Value = serde_json::from_str(&out(&json)).unwrap();
    assert_eq!((&document["files"][0]["ready"], &document["files"][1]["ready"]), (&true.into(), &false.into()));
}

#[test]
fn the_agency_is_that_of_the_option_the_form_or_the_name() {
    let repository = Repository::new();
    let moia = "Checked as the file of Ministry of Internal Affairs (`moia`) for 2020.";
    for name in ["moia-2020.csv", "MOIA.csv", "შსს_2020.csv", "moia-2021-02-20.csv"] {
        repository.write(name, GOOD);
        assert_eq!(whose(&repository, &format!("validate {name}")), moia, "{name}");
    }
    repository.write("report.csv", GOOD);
    assert_eq!(whose(&repository, "validate report.csv --agency moia"), moia);
    assert_eq!(whose(&repository, "validate report.csv --agency შსს"), moia, "by any of its names");
    repository.write("report.csv", "activity,indicator,value,agency,period\n1.1.1,participants,24,moia,2020-H1\n");
    assert_eq!(whose(&repository, "validate report.csv"), moia.replace("2020", "2020-H1"), "the form itself says it");
    repository.write("fund-2019.csv", GOOD);
    assert_eq!(whose(&repository, "validate fund-2019.csv"), "Checked as the file of State Fund (`fund`) for 2019.");
    let other = repository.plan("validate fund-2019.csv --agency moia --period 2020");
    assert!(out(&other).contains("(`moia`) for 2020.\n"), "an option wins: {}", out(&other));
}

#[test]
fn a_name_with_blanks_and_brackets_is_understood() {
    let repository = Repository::new();
    repository.write("შსს 2020 (1).csv", GOOD);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_plan"));
    let found = command.args(["validate", "შსს 2020 (1).csv", "--lang", "en"]).current_dir(repository.path("")).output().unwrap();
    assert!(out(&found).contains("(`moia`) for 2020.\n"), "{}{}", out(&found), err(&found));
}

#[test]
fn a_file_of_nobody_is_an_error_with_advice() {
    let repository = Repository::new();
    repository.write("report.csv", GOOD);
    let found = repository.plan("validate report.csv");
    assert_eq!(code(&found), 1);
    assert!(out(&found).contains("[file-of-nobody]"), "{}", out(&found));
    repository.write("report.csv", "activity,indicator,value,agency\n1.1.1,participants,24,fund\n");
    assert_eq!(code(&repository.plan("validate report.csv")), 0);
    repository.write("moia.csv", "activity,indicator,value,period\n1.1.1,participants,24,soon\n");
    let no_period = repository.plan("validate moia.csv");
    assert!(out(&no_period).contains("the form is for soon, but the file is read for 2020 [other-period]"), "{}", out(&no_period));
    let differs = repository.plan("validate report.csv --agency moia");
    assert!(out(&differs).contains("[other-agency]"), "{}", out(&differs));
}

#[test]
fn what_cannot_be_judged_is_refused() {
    let repository = Repository::new();
    repository.write("moia.csv", GOOD);
    repository.write("folder/moia.csv", GOOD);
    for (line, said) in [
        ("validate moia.csv --agency moja", "`moja` is not in the register of agencies; did you mean `moia`?"),
        ("validate moia-2020.csv", "there is no file `moia-2020.csv`"),
        ("validate folder", "`folder` is a folder"),
        ("validate moia.csv not-there.csv", "there is no file `not-there.csv`"),
        ("validate", "something is missing"),
        ("validate moia.csv --format xml", "choose one of"),
        ("validate moia.csv --year soon", "is not a"),
        ("validate moia.csv --format html --out folder", "cannot write"),
        ("-C /nowhere validate moia.csv", "cannot read"),
    ] {
        let failed = repository.plan(line);
        assert_eq!((code(&failed), out(&failed).as_str()), (2, ""), "{line}: {}", err(&failed));
        assert!(err(&failed).contains(said), "{line}: {}", err(&failed));
    }
    let georgian = repository.plan("validate folder --lang ka");
    assert!(err(&georgian).contains("`folder` საქაღალდეა"), "{}", err(&georgian));
    repository.write("plan/goals/1.yaml", "id: \"1\"\ntitle: {\n");
    let broken = repository.plan("validate moia.csv");
    assert_eq!(code(&broken), 2);
    assert!(err(&broken).contains("tell the secretariat"), "{}", err(&broken));
}

#[test]
fn the_plan_is_found_above_the_file() {
    let repository = Repository::new();
    repository.write("sent/moia.csv", GOOD);
    let file = repository.path("sent/moia.csv");
    let elsewhere = tempfile::tempdir().unwrap();
    let run = |folder: &std::path::Path, arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_plan"));
        command.arg("validate").args(arguments).args(["--lang", "en"]).current_dir(folder).output().unwrap()
    };
    let found = run(elsewhere.path(), &[file.to_str().unwrap()]);
    assert_eq!(code(&found), 0, "{}{}", out(&found), err(&found));
    assert!(out(&found).contains("(`moia`) for 2020."), "{}", out(&found));
    assert_eq!(code(&run(&repository.path("sent"), &["moia.csv"])), 0);
}

#[test]
fn the_page_is_written_and_holds_everything() {
    let repository = Repository::new();
    repository.write("moia-2020.csv", BAD);
    let found = repository.plan("validate moia-2020.csv --format html --out pages/moia.html --lang ka");
    assert_eq!((code(&found), out(&found).as_str()), (1, ""));
    assert_eq!(err(&found), "ჩაიწერა: pages/moia.html\nmoia-2020.csv: ფაილის გაგზავნა ჯერ არ შეიძლება: 1 შეცდომა.\n");
    let page = repository.read("pages/moia.html");
    assert!(page.starts_with("<!doctype html>") && page.contains("<html lang=\"ka\">") && page.contains("href=\"#c0-C2\""), "{page}");
}
