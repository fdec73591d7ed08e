//! Benchmarks of the library on the real plan and on generated ones: `cargo bench`.
//!
//! `cargo bench --bench size -- write DIR 100000` writes the generated repository to a folder, so that the whole process can be
//! measured on it: `/usr/bin/time -v target/release/plan -C DIR report --year 2020 --out OUT`. With `100000 0` no figure is broken down.
//!
//! `-- sent DIR 100000` writes a plan and an agency's file of so many rows; `time target/release/plan -C DIR validate
//! DIR/agency-0.csv` is to be compared with `-- csv DIR/agency-0.csv`, which does nothing but read every field with the csv crate.

#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::unwrap_used, missing_docs)]

mod generated;
mod sent;

use divan::Bencher;
use plan::load::File;
use plan::model::date::Date;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match &arguments[..] {
        [_, command, folder, activities, rest @ ..] if command == "write" => {
            let regions = rest.first().and_then(|regions| regions.parse().ok()).unwrap_or(generated::REGIONS);
            for file in generated::repository(activities.parse().unwrap(), regions) {
                let path = std::path::Path::new(folder).join(&file.path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, file.bytes).unwrap();
            }
        }
        [_, command, folder, rows, ..] if command == "sent" => {
            for file in sent::plan().into_iter().chain([sent::file(rows.parse().unwrap())]) {
                let path = std::path::Path::new(folder).join(&file.path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, file.bytes).unwrap();
            }
        }
        [_, command, file, ..] if command == "csv" => {
            println!("{} bytes in cells", bare(&std::fs::read(file).unwrap()));
        }
        _ => divan::main(),
    }
}

/// Reads every field as UTF-8 with the csv crate alone, and counts their bytes.
fn bare(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(bytes);
    let mut record = csv::StringRecord::new();
    let mut count = 0;
    while reader.read_record(&mut record).unwrap() {
        count += record.iter().map(str::len).sum::<usize>();
    }
    count
}

#[divan::bench(args = [1_000, 100_000], sample_count = 10)]
fn csv_alone(bencher: Bencher<'_, '_>, rows: usize) {
    let file = sent::file(rows);
    bencher.bench_local(|| bare(&file.bytes));
}

#[divan::bench(args = [1_000, 100_000], sample_count = 10)]
fn validate(bencher: Bencher<'_, '_>, rows: usize) {
    let request = || plan::validate::Request { file: sent::file(rows), agency: None, period: None };
    bencher.with_inputs(|| (sent::plan(), request())).bench_values(|(files, request)| {
        let judged = plan::validate::validate(files, request, as_of()).unwrap();
        assert_eq!(judged.account.accepted, rows);
        judged
    });
}

fn as_of() -> Date {
    Date::new(2021, 3, 1).unwrap()
}

/// The files of this repository.
fn real() -> Vec<File> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    let mut folders = vec![root.join("plan"), root.join("reports")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if plan::load::is_read(&name) {
                files.push(File { path: name, bytes: std::fs::read(path).unwrap() });
            }
        }
    }
    files
}

#[divan::bench]
fn load_real(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(real).bench_values(|files| plan::load::load(files, as_of()));
}

#[divan::bench]
fn check_real(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(real).bench_values(|files| plan::check(files, as_of()));
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3)]
fn load_generated(bencher: Bencher<'_, '_>, activities: usize) {
    let files = generated::repository(activities, generated::REGIONS);
    bencher.with_inputs(|| files.clone()).bench_values(|files| plan::load::load(files, as_of()));
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3)]
fn check_generated(bencher: Bencher<'_, '_>, activities: usize) {
    let files = generated::repository(activities, generated::REGIONS);
    bencher.with_inputs(|| files.clone()).bench_values(|files| plan::check(files, as_of()));
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 3)]
fn merge_generated(bencher: Bencher<'_, '_>, activities: usize) {
    let loaded = plan::load::load(generated::repository(activities, generated::REGIONS), as_of()).value;
    let period = plan::model::date::Period::year(2020);
    bencher.bench_local(|| plan::merge::merge(&loaded.plan, &loaded.periods, &period));
}

fn request() -> plan::compile::Request {
    let formats = vec![plan::report::Format::Markdown, plan::report::Format::Html];
    plan::compile::Request { period: "2020".into(), since: None, formats, as_of: None, stamp: None, public: false, templates: Vec::new() }
}

/// Merges and renders every document, without keeping them.
fn render(mut checked: plan::Checked) -> usize {
    let mut bytes = 0;
    let done = plan::compile::report(&mut checked, &request(), &mut |_, pieces| {
        bytes += pieces.map(|piece| piece.len()).sum::<usize>();
        Ok::<(), plan::compile::Refusal>(())
    });
    done.unwrap();
    bytes
}

#[divan::bench]
fn render_real(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| plan::check(real(), as_of())).bench_values(render);
}

#[divan::bench(args = [1_000, 10_000], sample_count = 3)]
fn render_generated(bencher: Bencher<'_, '_>, activities: usize) {
    let files = generated::repository(activities, generated::REGIONS);
    bencher.with_inputs(|| plan::check(files.clone(), as_of())).bench_values(render);
}
