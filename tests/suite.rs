//! The one test binary; each module says what belongs to it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods, missing_docs)]

mod suite {
    /// The adopted plan and the committed reports.
    mod adopted;
    /// What agencies send: the cases of `tests/cases`, byte for byte.
    mod cases;
    /// What reading decides, seen in the report.
    mod cases_compiled;
    /// The cases as a file handed in alone, and what is in `tests/cases`.
    mod cases_file;
    /// The cases of running the program.
    mod cases_output;
    /// The cases of what a text may do to the report.
    mod cases_page;
    /// The cases of what several files say.
    mod cases_report;
    /// The cases of what a text cell may hold.
    mod cases_text;
    /// The program as a process.
    mod cli;
    /// `plan diff-report`: what is said of two reports.
    mod difference;
    /// `--public`: small counts of victims, and what would give them away, in no form of the report.
    mod disclosure;
    /// What the program writes against what stands in a folder.
    mod expected;
    /// Forms filled in, for tests.
    mod filled;
    /// Repaired files: what becomes of a cell, and that no repair changes what a file says.
    mod fix;
    /// Repairs of generated messy files.
    mod fix_properties;
    /// Every check against its fixture in `tests/checks`.
    mod fixtures;
    /// The forms of the adopted plan.
    mod form;
    /// Hostile and odd texts in every text column.
    mod harmless;
    /// Broken and hostile YAML, and any bytes whatever.
    mod hostile;
    /// Kinds of report: ad hoc, draft and approved, compared with any earlier period.
    mod kinds;
    /// The tables for other programs, and what `datapackage.json` says of them.
    mod package;
    /// Finished pages, read as a browser would.
    mod page;
    /// The README's transcripts and tables.
    mod readme;
    /// The files of a repository, for tests.
    mod repository;
    /// From a form that was filled in to the report, and nothing lost on the way.
    mod round_trip;
    /// The workbook of a report, read back.
    mod sheets;
    /// `plan status` on the small repository of `tests/status`.
    mod status;
    /// Rules about the code itself.
    mod tidy;
    /// `plan validate` on a file with the usual faults: what it says in every form.
    mod validate;
    /// `plan validate` on any bytes whatever.
    mod validate_any;
    /// `plan validate` as a process: which agency, which period, which exit code.
    mod validate_cli;
    /// `plan validate` on long files that are wrong everywhere, by hand.
    mod validate_length;
    /// The Word document of a report.
    mod word;
    /// The secretariat's own words, and that no text changes what stands around it.
    mod words;
    /// Workbooks for tests, written as text.
    mod workbook;
    /// The YAML cases of `tests/cases`.
    mod yaml_cases;
    /// Our reader of YAML against another one, on generated plans.
    mod yaml_oracle;
}
