//! The data package: tables against `tests/package/expected`, and every table against what `datapackage.json` says of it.
//!
//! `SNAPSHOTS=overwrite` writes what is found.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use plan::compile::{Document, Request, documents};
use plan::load::File;
use plan::model::date::Date;
use plan::model::indicator::Number;
use plan::model::text::Language;
use plan::report::Format;
use serde_json::Value;

use super::expected;
use super::harmless::HOSTILE;
use super::repository::files;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The small plan of the checks with the rows of `tests/package`.
fn small() -> Vec<File> {
    files(&root().join("tests/checks/base")).into_iter().chain(files(&root().join("tests/package"))).collect()
}

fn package(files: Vec<File>, period: &str) -> Vec<Document> {
    let mut checked = plan::check(files, Date::new(2021, 3, 1).unwrap());
    let request =
        Request { period: period.into(), since: None, formats: vec![Format::Csv], as_of: None, stamp: None, public: false, templates: Vec::new() };
    documents(&mut checked, &request).unwrap()
}

/// The headings and rows of a table, as the csv crate reads them.
type Rows = Vec<BTreeMap<String, String>>;

struct Package {
    descriptor: Value,
    tables: BTreeMap<String, (Vec<String>, Rows)>,
}

impl Package {
    fn new(documents: &[Document]) -> Self {
        let text = |name: &str| documents.iter().find(|document| document.name == name).unwrap_or_else(|| panic!("{name}")).text();
        let descriptor: Value = serde_json::from_str(text("datapackage.json")).unwrap();
        let resources = descriptor["resources"].as_array().unwrap();
        let read: Vec<&str> = text("load.sql").lines().filter_map(|line| line.split("read_csv('").nth(1)?.split('\'').next()).collect();
        assert_eq!(read, resources.iter().map(|resource| resource["path"].as_str().unwrap()).collect::<Vec<_>>(), "every table is read");
        assert_eq!(resources.len() + 2, documents.len(), "every other file is a resource");
        let tables = resources.iter().map(|resource| {
            let text = text(resource["path"].as_str().unwrap());
            assert_eq!(resource["bytes"].as_u64().unwrap(), text.len() as u64);
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let headings: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
            let row = |row: csv::StringRecord| headings.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
            let rows = reader.records().map(|record| row(record.unwrap())).collect();
            (resource["name"].as_str().unwrap().to_owned(), (headings, rows))
        });
        let tables = tables.collect();
        Self { descriptor, tables }
    }

    fn rows(&self, table: &str) -> &Rows {
        &self.tables[table].1
    }

    /// Whether every table is as its schema says.
    fn check(&self) {
        for resource in self.descriptor["resources"].as_array().unwrap() {
            let (name, schema) = (resource["name"].as_str().unwrap(), &resource["schema"]);
            let (headings, rows) = &self.tables[name];
            let fields = schema["fields"].as_array().unwrap();
            assert_eq!(headings, &fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>(), "{name}");
            for row in rows {
                for field in fields {
                    fits(field, &row[field["name"].as_str().unwrap()], name);
                }
            }
            for key in [&schema["primaryKey"], &schema["uniqueKeys"][0]].into_iter().filter(|key| !key.is_null()) {
                let mut seen = BTreeSet::new();
                assert!(rows.iter().all(|row| seen.insert(cells(row, key))), "{name}: rows are not told apart by {key}");
            }
            for key in schema["foreignKeys"].as_array().into_iter().flatten() {
                let (of, to) = (key["reference"]["resource"].as_str().unwrap(), &key["reference"]["fields"]);
                let known: BTreeSet<Vec<&str>> = self.rows(of).iter().map(|row| cells(row, to)).collect();
                for found in rows.iter().map(|row| cells(row, &key["fields"])).filter(|cells| !cells.contains(&"")) {
                    assert!(known.contains(&found), "{name}: {found:?} is not in {of}");
                }
            }
        }
    }
}

fn cells<'r>(row: &'r BTreeMap<String, String>, fields: &Value) -> Vec<&'r str> {
    fields.as_array().unwrap().iter().map(|field| row[field.as_str().unwrap()].as_str()).collect()
}

/// Whether a cell is of the type, and one of the codes, of its field.
fn fits(field: &Value, cell: &str, table: &str) {
    let whole = |cell: &str| cell.parse::<u64>().is_ok();
    let (kind, constraints) = (field["type"].as_str().unwrap(), &field["constraints"]);
    let of_type = match kind {
        "string" | "list" => true,
        "integer" | "year" => whole(cell),
        "number" => Number::parse(cell).is_some(),
        "boolean" => matches!(cell, "true" | "false"),
        "date" => Date::from_iso(cell).is_some(),
        "array" => serde_json::from_str::<Vec<String>>(cell).is_ok(),
        other => panic!("unknown type {other}"),
    };
    if cell.is_empty() {
        assert_ne!(constraints["required"], true, "{table}: {} is empty", field["name"]);
        return;
    }
    assert!(of_type, "{table}: `{cell}` is no {kind}");
    let codes = constraints["enum"].as_array();
    assert!(codes.is_none_or(|codes| codes.contains(&cell.into())), "{table}: `{cell}` is no code of {}", field["name"]);
}

#[test]
fn the_tables_are_as_expected() {
    expected::hold(
        "tests/package/expected",
        package(small(), "2020").into_iter().map(|document| (document.name.clone(), document.text().to_owned())),
    );
}

#[test]
fn tables_keep_their_schema() {
    Package::new(&package(small(), "2020")).check();
    for period in ["2019", "2020", "2020-H1", "2019-2020"] {
        let package = Package::new(&package(files(root()), period));
        package.check();
        assert!(package.rows("statements").len() > 10 && package.rows("figures").len() > 10, "{period} has data");
    }
}

#[test]
fn every_accepted_row_is_a_statement() {
    for (files, period) in [(small(), "2020"), (files(root()), "2020"), (files(root()), "2019-2020")] {
        let mut checked = plan::check(files, Date::new(2021, 3, 1).unwrap());
        let request = Request {
            period: period.into(),
            formats: vec![Format::Csv, Format::Json],
            since: None,
            as_of: None,
            stamp: None,
            public: false,
            templates: Vec::new(),
        };
        let mut found = Vec::new();
        let account = plan::compile::report(&mut checked, &request, &mut |name, pieces| {
            found.push(Document { name: name.to_owned(), bytes: pieces.flatten().collect() });
            Ok::<(), plan::compile::Refusal>(())
        });
        let at = found.iter().position(|document| document.name == "report.json").unwrap();
        let json: Value = serde_json::from_str(found.remove(at).text()).unwrap();
        let (account, package) = (account.unwrap(), Package::new(&found));

        let statements = package.rows("statements");
        let own = statements.iter().filter(|row| row["own_period"] == "true" && row["external"] == "false");
        assert_eq!(own.count(), account.merged, "{period}");
        assert_eq!(package.rows("set_aside").len(), account.set_aside, "{period}");
        let read = checked.loaded.periods.iter().filter(|it| it.covers.is_some_and(|covers| covers.end().year() <= 2020));
        let rows: usize = read.flat_map(|period| &period.submissions).filter(|file| !file.replaced).map(|file| file.rows.len()).sum();
        assert_eq!(statements.len(), rows, "{period}: earlier periods and external files, too");

        let indicators: BTreeSet<(&str, &str)> = package.rows("indicators").iter().map(|row| (&*row["activity"], &*row["id"])).collect();
        for row in statements.iter().filter(|row| !row["indicator"].is_empty()) {
            assert!(indicators.contains(&(&*row["activity"], &*row["indicator"])), "{row:?}");
        }

        // The same data as the JSON document: every row behind a figure is there, and every figure.
        let known: BTreeSet<(&str, &str)> = statements.iter().map(|row| (&*row["file"], &*row["row"])).collect();
        let (mut figures, mut behind) = (0, 0);
        for figure in json["progress"]["activities"].as_array().unwrap().iter().flat_map(|it| it["figures"].as_array().unwrap()) {
            figures += figure["by_year"].as_object().unwrap().len();
            for said in ["said", "external"].iter().flat_map(|key| figure[key].as_array().unwrap()) {
                assert!(known.contains(&(said["file"].as_str().unwrap(), said["row"].to_string().as_str())), "{said}");
                behind += 1;
            }
        }
        assert!(behind > 0);
        assert_eq!(package.rows("figures").len(), figures, "{period}");
    }
}

/// Rates and changes of the package, of the JSON document and of the page, with what the report was asked to compare itself.
#[test]
fn every_form_compares_with_the_same_period() {
    for (period, since, compared, heading) in [
        ("2020", None, "2019", "### Change since last year"),
        ("2020", Some("2020-H1"), "2020-H1", "### Change since 30 June 2020"),
        ("2019-2020", None, "2019", "### Change since mid-term"),
        ("2019-2020", Some("2020-H1"), "2020-H1", "### Change since 30 June 2020"),
    ] {
        let mut checked = plan::check(files(root()), Date::new(2021, 3, 1).unwrap());
        let request = Request {
            period: period.into(),
            formats: vec![Format::Csv, Format::Json, Format::Markdown],
            since: since.map(str::to_owned),
            as_of: None,
            stamp: None,
            public: false,
            templates: Vec::new(),
        };
        let mut found = documents(&mut checked, &request).unwrap();
        let mut take = |name: &str| found.remove(found.iter().position(|document| document.name == name).unwrap());
        let json: Value = serde_json::from_str(take("report.json").text()).unwrap();
        assert!(take("report.en.md").text().contains(heading), "{period} {since:?}");
        take("report.ka.md");
        let package = Package::new(&found);
        package.check();
        let course = &json["course"];
        assert_eq!(course["since"]["period"], compared, "{period} {since:?}");
        assert_eq!(course["since"]["same_length"], compared == "2019" && period == "2020", "{period} {since:?}");
        assert_eq!(
            course["since"]["basis"],
            if since.is_some() {
                "asked"
            } else if period == "2020" {
                "year-before"
            } else {
                "mid-term"
            }
        );

        let rates = package.rows("rates");
        let snapshots = course["periods"].as_array().unwrap();
        assert_eq!(rates.len(), snapshots.len() * 3);
        for (row, (snapshot, name)) in
            rates.iter().zip(snapshots.iter().flat_map(|it| ["execution", "completion", "reported"].map(|name| (it, name))))
        {
            let rate = &snapshot["rates"][name];
            assert_eq!((row["period"].as_str(), row["rate"].as_str()), (snapshot["period"].as_str().unwrap(), name));
            assert_eq!(row["share"].parse::<f64>().ok(), rate["share"].as_f64());
            for part in ["numerator", "denominator"] {
                assert_eq!(row[part], rate[part].as_array().unwrap().len().to_string());
            }
            assert_eq!(row["compared"], (snapshot["period"] == compared).to_string());
            assert_eq!(row["mid_term"], snapshot["mid_term"].to_string());
        }
        let own = snapshots.last().unwrap();
        assert_eq!((&own["rates"], own["mid_term"].as_bool()), (&json["progress"]["rates"], Some(false)));
        assert!(rates.iter().all(|row| (row["own_period"] == "true") == (row["period"] == own["period"].as_str().unwrap())));
        assert_eq!(snapshots.iter().any(|it| it["mid_term"] == true), period == "2019-2020");

        // Where an activity stands in a snapshot is where it moved from, and to.
        let status = |snapshot: &Value, id: &str| {
            let statuses = snapshot["statuses"].as_object().unwrap();
            statuses.iter().find(|(_, ids)| ids.as_array().unwrap().iter().any(|it| it == id)).map(|(code, _)| code.clone()).unwrap()
        };
        let before = snapshots.iter().find(|it| it["period"] == compared).unwrap();
        let transitions = package.rows("transitions");
        assert_eq!(transitions.len(), package.rows("activities").len(), "nothing was withdrawn");
        for row in transitions {
            assert_eq!(row["status_then"], status(before, &row["activity"]), "{row:?}");
            assert_eq!(row["status_now"], status(own, &row["activity"]), "{row:?}");
            assert_eq!((&*row["since"], &*row["changed"]), (compared, (row["status_then"] != row["status_now"]).to_string().as_str()));
        }
        let moved: usize = course["since"]["transitions"].as_array().unwrap().iter().map(|it| it["activities"].as_array().unwrap().len()).sum();
        assert_eq!(moved, transitions.iter().filter(|row| row["changed"] == "true").count());
        assert_eq!(moved + course["since"]["unchanged"].as_array().unwrap().len(), transitions.len());
    }
}

#[test]
fn whatever_stands_in_a_cell_it_stays_one_cell() {
    for text in HOSTILE {
        let mut rows = csv::Writer::from_writer(Vec::new());
        rows.write_record(["activity", "narrative_en", "obstacles_en", "evidence", "status"]).unwrap();
        rows.write_record(["1.1.1", text, text, text, ""]).unwrap();
        rows.write_record(["1.1.1", text, "", "", "nonsense"]).unwrap();
        let sent = File { path: "reports/2020/submissions/moia.csv".into(), bytes: rows.into_inner().unwrap() };
        let files: Vec<File> = files(&root().join("tests/checks/base")).into_iter().chain([sent]).collect();
        let package = Package::new(&package(files.clone(), "2020"));
        package.check();

        let checked = plan::check(files, Date::new(2021, 3, 1).unwrap());
        let read = &checked.loaded.periods[0].submissions[0];
        let (statements, set_aside) = (package.rows("statements"), package.rows("set_aside"));
        assert_eq!((statements.len(), set_aside.len()), (read.rows.len(), read.set_aside.len()), "{text:?}");
        for (row, statement) in read.rows.iter().zip(statements) {
            let words = row.words.as_deref().unwrap();
            assert_eq!(Some(&*statement["narrative_en"]), words.narrative.get(Language::EN), "{text:?}");
            let evidence: Vec<&str> = statement["evidence"].split(';').filter(|item| !item.is_empty()).collect();
            assert_eq!(evidence, words.evidence.iter().map(|item| &**item).collect::<Vec<_>>(), "{text:?}");
            if text.starts_with('=') {
                assert_eq!(statement["narrative_en"], *text, "no apostrophe is added");
            }
        }
        for (row, out) in read.set_aside.iter().zip(set_aside) {
            assert_eq!(serde_json::from_str::<Vec<String>>(&out["cells"]).unwrap(), row.cells, "{text:?}");
        }
    }
}

#[test]
fn the_licence_is_that_of_the_plan() {
    let mut files = small();
    let of_none = Package::new(&package(files.clone(), "2020"));
    assert!(of_none.descriptor.get("licenses").is_none() && of_none.descriptor.get("created").is_none());
    let plan = files.iter_mut().find(|file| file.path == "plan/plan.yaml").unwrap();
    plan.bytes.extend_from_slice(b"licence: {name: CC-BY-4.0, path: \"https://creativecommons.org/licenses/by/4.0/\"}\n");
    let found = Package::new(&package(files, "2020"));
    let wanted = serde_json::json!([{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]);
    assert_eq!(found.descriptor["licenses"], wanted);
}
