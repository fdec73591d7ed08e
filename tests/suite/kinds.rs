//! Kinds of report as the program writes them: an ad hoc request (a folder with a name of the secretariat's choosing and one line in
//! a file), a draft and an approved report, a report compared with any earlier period.

use super::cli::{Repository, code, err, out};

/// The small repository with a request for the first nine months of 2020.
fn requested() -> Repository {
    let repository = Repository::new();
    repository.write("reports/march/report.yaml", "covers: 2020-01-01..2020-09-30\n");
    repository.write("reports/2019/submissions/moia.csv", "activity,status,narrative\n1.1.1,not-implemented,Nothing yet\n");
    repository
}

#[test]
fn one_line_in_a_file_is_enough() {
    let repository = requested();
    let form = repository.plan("form --period march --agency moia --format csv");
    assert_eq!(code(&form), 0, "{}", err(&form));
    let form = repository.read("reports/march/forms/moia-march.csv");
    assert!(form.contains("march") && form.contains("1.1.1"), "{form}");
    let status = repository.plan("status --period march");
    assert_eq!(code(&status), 0, "{}", err(&status));
    assert!(out(&status).contains("30 September 2020"), "{}", out(&status));
    let none = repository.plan("report --period march");
    assert_eq!(code(&none), 2, "nothing was sent for it, and the annual file of 2020 is not read");
    assert!(err(&none).contains("`reports/march/submissions/`"), "{}", err(&none));
}

#[test]
fn it_reads_what_lies_in_its_days_and_before_them() {
    let repository = requested();
    repository.write("moia-march.csv", "activity,status,narrative\n1.1.1,in-progress,Nine months\n");
    let judged = repository.plan("validate moia-march.csv --format json");
    assert_eq!(code(&judged), 0, "{}{}", out(&judged), err(&judged));
    assert!(out(&judged).contains("\"period\": \"march\""), "{}", out(&judged));
    repository.write("reports/march/submissions/moia.csv", &repository.read("moia-march.csv"));
    let written = repository.plan("report --period march --format md,json");
    assert_eq!(code(&written), 0, "{}", err(&written));
    let report = repository.read("reports/march/report.en.md");
    assert!(report.contains("Ad hoc implementation report: 1 January 2020 to 30 September 2020"), "{report}");
    assert!(report.contains("**Data as of:** 30 September 2020"), "{report}");
    assert!(report.contains("Nine months") && !report.contains("in March"), "the annual file says nothing of nine months");
    assert!(report.contains("</a>☒ not implemented | ▣ in progress | 1 "), "compared with 2019: {report}");
    assert!(repository.read("reports/march/report.json").contains("\"kind\": \"ad-hoc\""));
    // The annual report reads the answers to the request as part of its year.
    let annual = repository.plan("report --year 2020");
    assert_eq!(code(&annual), 0, "{}", err(&annual));
    assert!(repository.read("reports/2020/report.en.md").contains("Nine months"));
    assert_eq!(code(&repository.plan("report --period march --format md,json --check")), 0);
}

#[test]
fn a_draft_is_marked_until_it_is_approved() {
    let repository = Repository::new();
    let marked = |name: &str| repository.read(&format!("reports/2020/{name}")).contains("body::before { content: ");
    assert_eq!(code(&repository.plan("report --year 2020")), 0);
    assert!(marked("report.ka.html") && marked("report.en.html"));
    assert!(repository.read("reports/2020/report.ka.html").contains("body::before { content: 'პროექტი'; content: 'პროექტი' / \"\"; }"));
    repository.write("reports/2020/report.yaml", "covers: 2020\nstate: approved\napproved: {date: 2021-03-01, act: Decree 5, by: Chair}\n");
    let approved = repository.plan("report --year 2020");
    assert_eq!(code(&approved), 0, "{}", err(&approved));
    assert!(!marked("report.ka.html") && !marked("report.en.html"));
    let page = repository.read("reports/2020/report.en.html");
    assert!(page.contains("approved on 1 March 2021: Decree 5") && page.contains("Chair") && !page.contains("for comment"));
}

#[test]
fn the_day_of_the_data_is_that_of_the_command_else_of_the_file_else_the_last_of_the_period() {
    let repository = Repository::new();
    let shown = |options: &str| {
        let written = repository.plan(&format!("report --year 2020 --format md,json,csv {options}"));
        assert_eq!(code(&written), 0, "{}", err(&written));
        let [page, json, package] = ["report.en.md", "report.json", "datapackage.json"].map(|name| repository.read(&format!("reports/2020/{name}")));
        let day = |text: &str| text.split_once("\"as_of\": \"").and_then(|(_, rest)| rest.get(..10)).unwrap().to_owned();
        assert_eq!(day(&json), day(&package));
        let rest = |text: &str| text.lines().filter(|line| !line.contains("**Data as of:**") && !line.contains("\"as_of\"")).collect::<String>();
        let cover = page.lines().find_map(|line| line.strip_prefix("- **Data as of:** ")).unwrap().to_owned();
        (format!("{cover}, {}", day(&json)), [rest(&page), rest(&json)])
    };
    let (last_day, without) = shown("");
    repository.write("reports/2020/report.yaml", "covers: 2020\ndata_as_of: 2021-07-01\n");
    let (of_file, with) = shown("");
    let (of_command, asked) = shown("--as-of 2021-03-01");
    assert_eq!([&*last_day, &*of_file, &*of_command], ["31 December 2020, 2020-12-31", "1 July 2021, 2021-07-01", "1 March 2021, 2021-03-01"]);
    assert_eq!([&without, &without], [&with, &asked], "it decides nothing: what is overdue is overdue at the end of the period");
}

#[test]
fn a_report_compares_itself_with_any_earlier_period() {
    let repository = requested();
    repository.write("reports/2020-H1/submissions/moia.csv", "activity,status,narrative\n1.1.1,partially-implemented,Half\n");
    let since = |period: &str| repository.plan(&format!("report --year 2020 --format md --since {period}"));
    let heading = |text: &str| text.lines().find(|line| line.starts_with("### Change since")).unwrap().to_owned();
    assert_eq!(code(&since("2020-H1")), 0);
    let report = repository.read("reports/2020/report.en.md");
    assert_eq!(heading(&report), "### Change since 30 June 2020");
    assert!(report.contains("</a>◧ partially | ▣ in progress | 1 "), "{report}");
    assert_eq!(code(&repository.plan("report --year 2020 --format md")), 0);
    let report = repository.read("reports/2020/report.en.md");
    assert_eq!(heading(&report), "### Change since last year");
    assert!(report.contains("</a>☒ not implemented | ▣ in progress | 1 "), "{report}");
    for (period, said) in [
        ("2020", "it does not end before the report's own period does (31.12.2020)"),
        ("2018", "the plan begins in 2019"),
        ("2019-H1", "nothing was submitted until its end; earlier periods with submissions: 2019, 2020-H1"),
        ("spring", "`spring` is not a reporting period"),
    ] {
        let refused = since(period);
        assert_eq!(code(&refused), 2, "{period}");
        assert!(err(&refused).contains(said), "{period}: {}", err(&refused));
    }
}
