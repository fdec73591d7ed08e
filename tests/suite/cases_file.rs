//! The cases of `tests/cases` as an official meets them: a file handed in alone, before it is sent. And what is in `tests/cases`.

use plan::diagnostic::Located;
use plan::load::File;
use plan::model::date::Date;
use plan::model::text::Language;
use plan::source::position;
use plan::validate::{Request, Validated, text, validate};

use super::cases::{FILE, bytes, check_as, found, narratives, rows, said, says, values};
use super::cases_page::compiled;

fn validated(name: &str, bytes_of: Vec<u8>) -> Validated {
    let plan = ["plan.yaml", "agencies.yaml", "goals/2.yaml", "goals/3.yaml", "goals/5.yaml"].map(|name| format!("plan/{name}"));
    let files: Vec<File> = plan.into_iter().map(|path| File { bytes: bytes(&path), path }).collect();
    let request = Request { file: File { path: name.into(), bytes: bytes_of }, agency: Some("a".into()), period: Some("2020".into()) };
    validate(files, request, Date::new(2021, 3, 1).unwrap()).unwrap()
}

/// What an official is told, each as `line:column level check`.
fn told(validated: &Validated) -> Vec<String> {
    let line = |finding: &Located| {
        let source = validated.checked.loaded.sources.get(finding.span.source);
        let at = position(&source.text, &source.line_starts(), finding.span.bytes.start);
        format!("{}:{} {} {}", at.line, at.column, finding.diagnostic.level.word(Language::EN), finding.diagnostic.check)
    };
    validated.findings().iter().map(line).collect()
}

/// Folders of `tests/cases` with their files, but for the plan.
fn folders() -> Vec<(String, Vec<String>)> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let names = |path: &std::path::Path| -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let cases = names(&root).into_iter().filter(|name| name != "plan");
    cases.map(|name| (name.clone(), names(&root.join(&name)))).collect()
}

#[test]
fn every_case_is_named_in_a_test() {
    let suite = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let tests: String = std::fs::read_dir(suite).unwrap().map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect();
    let cases = folders();
    assert!(cases.len() >= 84, "{}", cases.len());
    for (case, files) in &cases {
        let named = ["\"", "/"].iter().any(|end| tests.contains(&format!("\"{case}{end}")));
        assert!(named, "no test names the case {case}");
        assert!(files.contains(&"expect.md".to_owned()) && files.len() > 1, "{case}: {files:?}");
    }
}

#[test]
fn the_line_ends_and_marks_of_the_cases_were_not_changed() {
    let crlf = [
        "csv-crlf-line-number/crlf.csv",
        "csv-trailing-rows/input.csv",
        "out-crlf-same/crlf.csv",
        "enc-sep-line/input.csv",
        "csv-lf-in-cell/input.csv",
    ];
    for path in crlf {
        assert!(bytes(path).ends_with(b"\r\n"), "{path}");
    }
    assert!(!bytes("csv-crlf-line-number/lf.csv").contains(&b'\r') && !bytes("csv-cr-only/input.csv").contains(&b'\n'));
    assert!(bytes("enc-bom-quoted/input.csv").starts_with(b"\xef\xbb\xbf\"") && bytes("enc-utf16le-tab/input.txt").starts_with(b"\xff\xfea\0"));
    assert!(bytes("enc-nul/input.csv").contains(&0) && bytes("enc-cp1252/input.csv").contains(&0x93));
}

#[test]
fn an_official_is_told_what_the_secretariat_sees() {
    let mut compared = 0;
    for (case, files) in folders().iter().filter(|(case, _)| !case.starts_with("rep-")) {
        for name in files.iter().filter(|name| name.ends_with(".csv") || name.ends_with(".txt")) {
            let sent = bytes(&format!("{case}/{name}"));
            let (handed_in, received) = (validated("a.csv", sent.clone()), check_as(FILE, sent));
            assert_eq!(told(&handed_in), found(&received), "{case}/{name}");
            assert_eq!(handed_in.account.is_ready(), handed_in.account.levels[0] == 0 && !rows(&received).is_empty(), "{case}/{name}");
            compared += 1;
        }
    }
    assert!(compared > 55, "{compared}");
}

#[test]
fn a_code_page_is_named_with_the_first_place_and_never_guessed() {
    let sent = bytes("enc-cp1252/input.csv");
    let checked = check_as(FILE, sent.clone());
    assert_eq!(found(&checked), ["3:35 error unreadable-encoding"]);
    says(&checked, &["a.csv:3:35", "row 3, column \"narrative\"", "\"CSV UTF-8\""]);
    // It is not in the report at all; of another agency's file there is one.
    let mut files: Vec<File> =
        checked.loaded.sources.iter().map(|(_, source)| File { path: source.path.clone(), bytes: source.text.clone().into_bytes() }).collect();
    files.retain(|file| file.path != FILE);
    files.push(File { path: FILE.into(), bytes: sent.clone() });
    files.push(File { path: "reports/2020/submissions/b.csv".into(), bytes: b"activity,status\n2.1.1,done\n".to_vec() });
    for document in compiled(plan::check(files, Date::new(2021, 3, 1).unwrap())) {
        assert!(!document.text().contains(['\u{fffd}', 'é']), "{}", document.name);
    }
    let handed_in = validated("a.csv", sent);
    assert_eq!(handed_in.account.rows, 0);
    let told = text::full(&handed_in, Language::EN);
    assert!(told.contains("row 3, column \"narrative\"") && told.contains("\"CSV UTF-8\""), "{told}");
}

#[test]
fn unicode_text_gives_the_rows_of_its_twin() {
    let sent = bytes("enc-utf16le-tab/input.txt");
    let units: Vec<u16> = sent.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    let twin = String::from_utf16(&units).unwrap();
    let twin = check_as(FILE, twin.trim_start_matches('\u{feff}').as_bytes().to_vec());
    assert_eq!(said(&twin), "");
    let received = check_as(FILE, sent.clone());
    assert_eq!(format!("{:?}", rows(&received)), format!("{:?}", rows(&twin)));
    assert_eq!(narratives(&received)[2], "სამუშაო ჯგუფი შეიქმნა და ორჯერ შეიკრიბა");
    for checked in [received, validated("a.txt", sent).checked] {
        assert_eq!(values(&checked), ["24", "3", "2"]);
        let levels: Vec<&str> = checked.findings.iter().map(|finding| finding.diagnostic.check).collect();
        assert_eq!(levels, ["utf16-file"]);
    }
}

#[test]
fn a_line_that_names_the_separator_is_no_heading() {
    for checked in [check_as(FILE, bytes("enc-sep-line/input.csv")), validated("a.csv", bytes("enc-sep-line/input.csv")).checked] {
        assert_eq!(found(&checked), ["5:24 error value-of-wrong-kind"]);
        says(&checked, &["\"two\"", "column \"value\""]);
        assert_eq!(values(&checked), ["24", "3"]);
    }
}

#[test]
fn headings_below_a_title_are_found_and_rows_counted_from_the_top() {
    for checked in [check_as(FILE, bytes("head-third-row/input.csv")), validated("a.csv", bytes("head-third-row/input.csv")).checked] {
        assert_eq!(found(&checked), ["3:1 note heading-not-in-first-row", "5:33 warning value-of-wrong-kind"]);
        says(&checked, &["found in row 3", "\"none\"", "column \"value\", row 5"]);
        assert_eq!(values(&checked), ["24", "-"]);
    }
}

#[test]
fn the_other_headings_are_checked_beside_a_blank_one() {
    let sent = String::from_utf8(bytes("head-blank-middle/input.csv")).unwrap().replacen("narrative", "narative", 1);
    assert_eq!(told(&validated("a.csv", sent.into_bytes())), ["1:27 error column-without-heading", "1:28 warning unknown-column"]);
}
