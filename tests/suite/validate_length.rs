//! `plan validate` on long files that are wrong everywhere: twice the file takes about twice the time.
//!
//! Times differ by machine and load, so these are run by hand: `cargo test --test suite validate_length -- --ignored --nocapture`.

#![allow(clippy::print_stdout)]

use std::time::{Duration, Instant};

use plan::load::File;
use plan::model::text::Language;
use plan::validate::{Request, html, json, text, validate};

use super::validate::day;

/// A kind of file, by its size.
type Kind = (&'static str, usize, fn(usize) -> String);

const HEAD: &str = "activity,indicator,status,value,narrative\n";

const KINDS: [Kind; 14] = [
    ("another number in every row", 10_000, |size| rows(size, |row| format!("9.9.{row},,,,x"))),
    ("every row short", 10_000, |size| rows(size, |_| "1.1.1,,".to_owned())),
    ("every row wrong in every cell", 5_000, |size| rows(size, |row| format!("{row},odd{row},odd{row},1,5{row} 599123456,mimdinareobs"))),
    ("every row the same", 10_000, |size| rows(size, |_| "1.1.1,participants,,5,".to_owned())),
    ("every row without an activity", 10_000, |size| rows(size, |_| ",,,,x".to_owned())),
    ("a mark behind every cell", 10_000, |size| rows(size, |_| "1.1.1,,,,\"a\"b".to_owned())),
    ("a swallowed line in every row", 10_000, |size| rows(size, |_| "1.1.1,,,,\"a\nb\"c".to_owned())),
    ("swallowed lines in one row", 5_000, |size| format!("{HEAD}1.1.1,,,,{}\n", "\"a\nb\"c,".repeat(size))),
    ("one giant cell that is never closed", 200_000, |size| format!("{HEAD}1.1.1,,,,\"{}", "word, 24\n".repeat(size))),
    ("quotation marks in a giant cell", 200_000, |size| format!("{HEAD}9.9.9,,,,\"{}\"\n", "\"\"\n".repeat(size))),
    ("unknown columns", 4_000, |size| format!("activity{}\n1.1.1{}\n", ",odd".repeat(size), ",x".repeat(size))),
    ("columns doubled", 4_000, |size| format!("activity{}\n1.1.1{}\n", ",status".repeat(size), ",x".repeat(size))),
    ("many columns above many short rows", 2_000, |size| format!("activity{}\n{}", ",odd".repeat(size), "9.9.9\n".repeat(size))),
    ("nil returns of one agency among rows of another", 10_000, |size| {
        let half = |row: usize| if row.is_multiple_of(2) { "1.1.1,,x,fund".to_owned() } else { "nothing to report,x,why,moia".to_owned() };
        format!("activity,value,narrative,agency\n{}", (0..size).map(|row| half(row) + "\n").collect::<String>())
    }),
];

fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    std::iter::once(HEAD.to_owned()).chain((0..count).map(|at| row(at) + "\n")).collect()
}

/// Judges and writes every form; the time of each.
fn times(text: String) -> [Duration; 5] {
    let plan = ["plan/plan.yaml", "plan/agencies.yaml", "plan/goals/1.yaml"].map(|path| File {
        path: path.to_owned(),
        bytes: std::fs::read(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks/base").join(path)).unwrap(),
    });
    let request = Request { file: File { path: "moia-2020.csv".to_owned(), bytes: text.into_bytes() }, agency: None, period: None };
    let start = Instant::now();
    let judged = [validate(plan.into(), request, day()).unwrap()];
    let validated = start.elapsed();
    let written = |write: &dyn Fn() -> String| {
        let start = Instant::now();
        assert!(!write().is_empty());
        start.elapsed()
    };
    [
        validated,
        written(&|| text::full(&judged[0], Language::KA)),
        written(&|| text::short(&judged[0], Language::KA)),
        written(&|| json::render(&judged, Language::KA)),
        written(&|| html::render(&judged, Language::KA)),
    ]
}

#[test]
#[ignore = "measures time"]
fn four_times_the_file_is_about_four_times_the_time() {
    let mut slow = Vec::new();
    println!("{:52}{:>9}{:>9}{:>9}{:>9}{:>9}  growth when four times as long", "ms", "validate", "full", "short", "json", "html");
    for (name, size, file) in KINDS {
        let (once, more) = (times(file(size)), times(file(4 * size)));
        let growth: Vec<f64> = once.iter().zip(&more).map(|(once, more)| more.as_secs_f64() / once.as_secs_f64().max(0.002)).collect();
        let cells: String = more.iter().map(|time| format!("{:9}", time.as_millis())).collect();
        println!("{name:52}{cells}  {}", growth.iter().map(|growth| format!("{growth:.1} ")).collect::<String>());
        if growth.iter().any(|growth| *growth > 8.0) {
            slow.push(name);
        }
    }
    assert_eq!(slow, Vec::<&str>::new());
}
