//! The cases of `tests/cases` that speak of what a text may do to the report: in HTML, and in Markdown as GitHub would show it.

use std::collections::BTreeSet;

use plan::Checked;
use plan::compile::{Document, Request, documents};
use plan::load::File;
use plan::model::date::Date;
use plan::report::Format;

use super::cases::{FILE, bytes, check, check_as, found, said, says};
use super::page::Page;

/// Every document of the report for 2020.
pub(super) fn compiled(mut checked: Checked) -> Vec<Document> {
    let formats = vec![Format::Markdown, Format::Html, Format::Json];
    let request = Request { period: "2020".into(), since: None, formats, as_of: None, stamp: None, public: false, templates: Vec::new() };
    documents(&mut checked, &request).unwrap()
}

pub(super) fn document<'d>(documents: &'d [Document], name: &str) -> &'d str {
    documents.iter().find(|document| document.name == name).unwrap().text()
}

/// Markdown as GitHub would show it, but with raw HTML let through: nothing may lean on its being taken out.
fn shown(markdown: &str) -> Page {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.render.r#unsafe = true;
    Page::new(&comrak::markdown_to_html(markdown, &options))
}

/// The English report as the two pages that readers see: the HTML, and the Markdown on GitHub.
pub(super) fn pages(checked: Checked) -> [Page; 2] {
    let documents = compiled(checked);
    [Page::new(document(&documents, "report.en.html")), shown(document(&documents, "report.en.md"))]
}

fn pages_of(case: &str) -> [Page; 2] {
    pages(check(case))
}

fn text(case: &str) -> String {
    String::from_utf8(bytes(&format!("{case}/input.csv"))).unwrap()
}

/// The case with an activity that the plan does not have, so that its cells stand in the table of rows set aside.
fn set_aside(case: &str) -> Checked {
    let checked = check_as(FILE, text(case).replace("\n2.1.1,", "\n9.9.9,").into_bytes());
    assert!(found(&checked).contains(&"2:1 error unknown-activity".to_owned()));
    checked
}

#[track_caller]
fn shows(page: &Page, words: &[&str]) {
    let text = page.text();
    for word in words {
        assert!(text.contains(word), "{word:?} is not in\n{text}");
    }
}

#[test]
fn pipes_and_line_breaks_stay_in_their_cell() {
    for checked in [check("md-pipe-newline"), set_aside("md-pipe-newline")] {
        for page in pages(checked) {
            shows(&page, &["cheap | fast \\| end\n| new | row |"]);
            for rows in page.tables() {
                assert!(rows.windows(2).all(|pair| pair[0] == pair[1]), "{rows:?}");
            }
        }
    }
}

#[test]
fn html_is_text() {
    for checked in [check("md-raw-html"), set_aside("md-raw-html")] {
        for (page, scripts) in pages(checked).iter().zip([1, 0]) {
            page.is_harmless(scripts);
            shows(page, &["<script>alert(1)</script> held", "<img src=x onerror=alert(2)> online"]);
        }
    }
}

#[test]
fn the_end_of_a_script_ends_nothing() {
    // The name of the indicator is the agency's as the file stands; the secretariat may have put it into the plan, too.
    let mut files: Vec<File> =
        ["plan.yaml", "agencies.yaml", "goals/2.yaml"].map(|name| format!("plan/{name}")).map(|path| File { bytes: bytes(&path), path }).into();
    let goal = String::from_utf8(files[2].bytes.clone()).unwrap();
    files[2].bytes = goal.replacen("name: \"participants\"", "name: \"</script><b>participants\"", 1).into_bytes();
    files.push(File { path: FILE.into(), bytes: bytes("md-script-end/input.csv") });
    let planned = plan::check(files, Date::new(2021, 3, 1).unwrap());
    assert_eq!(found(&planned), Vec::<String>::new());
    for checked in [check("md-script-end"), planned] {
        for (page, scripts) in pages(checked).iter().zip([1, 0]) {
            page.is_harmless(scripts);
            shows(page, &["</script><b>participants", "see </script><script>alert(1)</script> end", "Figure 1. Status by goal"]);
            if scripts == 1 {
                assert_eq!(page.tags.last().unwrap().name, "/html", "the page is whole");
            }
            assert!(page.named("b").all(|tag| !tag.text.contains("participants")));
        }
    }
}

#[test]
fn no_scheme_but_those_of_the_web_becomes_a_link() {
    let checked = check("md-script-link");
    assert_eq!(found(&checked), ["2:61", "3:67", "4:54"].map(|at| format!("{at} warning evidence-not-a-link")));
    says(&checked, &["\"JavaScript:alert(1)\"", "\"Data:text/html,<b>x</b>\"", "\"vbscript:x\""]);
    for (page, scripts) in pages(checked).iter().zip([1, 0]) {
        page.is_harmless(scripts);
        assert_eq!(page.outside(), BTreeSet::new());
        shows(page, &["JavaScript:alert(1)", "Data:text/html,<b>x</b>", "vbscript:x", "[open](jAvAsCrIpT:alert(2))"]);
    }
}

/// The rows as words about the whole activity, which are paragraphs of their own, each behind another paragraph.
fn as_paragraphs(table: &str) -> String {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let mut rows = String::from("activity,status,narrative\n");
    for row in reader.records().map(|row| row.unwrap()) {
        rows += &format!("{},{},\"x\n\n{}\"\n", &row[0], &row[2], &row[4]);
    }
    rows
}

#[test]
fn the_start_of_a_line_makes_no_list_or_heading() {
    let typed = text("md-accidental-block");
    let plain = typed.replace(",2020. ", ",In ").replace(",# 3 ", ",x ").replace("\"- ", "\"").replace("\n+ ", "\nx ");
    let plain = plain.replace("\n> ", "\nx ").replace("\n---\n", "\nx\n");
    let aside = |table: &str| table.replace("\n2.1.1,", "\n9.9.9,");
    assert_eq!(found(&check("md-accidental-block")), Vec::<String>::new());
    let forms = [(typed.clone(), plain.clone()), (aside(&typed), aside(&plain)), (as_paragraphs(&typed), as_paragraphs(&plain))];
    for (table, twin) in forms {
        for (page, twin) in pages(check_as(FILE, table.into_bytes())).iter().zip(pages(check_as(FILE, twin.into_bytes()))) {
            let line = "- პირველი\n+ მეორე\n> მესამე\n---\nბოლო";
            let text = page.text().replace("\n\n", "\n");
            for words in ["2020. წელს ჩატარდა ორი ტრენინგი", "# 3 ანგარიში", line] {
                assert!(text.contains(words), "{words} is not in\n{text}");
            }
            let blocks = |page: &Page| -> Vec<String> {
                let names = page.tags.iter().map(|tag| tag.name.clone());
                let block =
                    |name: &String| matches!(name.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "ul" | "ol" | "blockquote" | "hr");
                names.filter(block).collect()
            };
            assert_eq!(blocks(page), blocks(&twin));
            let contents = |page: &Page| page.all("a", "href").iter().filter(|link| link.starts_with('#')).count();
            assert_eq!(contents(page), contents(&twin));
        }
    }
}

#[test]
fn low_lines_and_stars_are_shown_letter_by_letter() {
    for page in pages_of("md-underscore") {
        shows(&page, &["see annual_report_2020_final.pdf and _draft_ and 5*3*2 and ~~x~~"]);
        assert_eq!(page.named("em").count() + page.named("del").count(), 0);
        assert_eq!(page.outside(), BTreeSet::from(["https://example.org/doc/a_b_c.pdf"]));
    }
}

#[test]
fn a_long_address_stays_whole_and_may_break() {
    let address = text("md-long-word").trim_end().rsplit_once(',').unwrap().1.to_owned();
    let word = text("md-long-word").split(',').rev().nth(1).unwrap().to_owned();
    assert!(address.len() > 200 && word.chars().count() > 200);
    for page in pages_of("md-long-word") {
        assert_eq!(page.outside(), BTreeSet::from([address.as_str()]));
        shows(&page, &[&word]);
    }
    // That nothing overflows is seen in a browser; these rules let words and addresses break.
    let html = document(&compiled(check("md-long-word")), "report.en.html").to_owned();
    let rule = |selector: &str| html.lines().any(|line| line.starts_with(selector) && line.contains("overflow-wrap:"));
    assert!(rule("body{") && rule(".refs{"));
}

#[test]
fn each_address_of_a_cell_is_a_link() {
    // Brackets in an address are written by their codes, so that none ends a link of Markdown.
    let addresses = ["1", "2", "3", "4", "5", "6", "a_%28b%29"].map(|name| format!("https://example.org/doc/{name}"));
    for page in pages_of("md-many-links") {
        assert_eq!(page.outside(), addresses.iter().map(String::as_str).collect());
    }
}

#[test]
fn objectives_have_anchors_of_their_own() {
    let objectives = String::from_utf8(bytes("uni-anchors/plan.yaml")).unwrap();
    let checked = |renamed: bool| {
        let mut files: Vec<File> =
            ["plan.yaml", "agencies.yaml"].map(|name| format!("plan/{name}")).map(|path| File { bytes: bytes(&path), path }).into();
        for goal in ["2", "3"] {
            let mut text = format!("id: \"{goal}\"\ntitle: Goal\nobjectives:\n");
            for line in objectives.lines().filter(|line| line.contains(&format!("id: \"{goal}."))) {
                let id = line.split('"').nth(1).unwrap();
                let indicators = "indicators: [{id: steps, name: steps, kind: count, unit: steps}]";
                let activity = format!("{{id: \"{id}.1\", title: x, lead: [a], support: [b], deadline: 2020, {indicators}}}");
                text += &line.trim_end_matches('}').replace("title: \"", if renamed { "title: \"ახალი " } else { "title: \"" });
                text += &format!(", activities: [{activity}]}}\n");
            }
            files.push(File { path: format!("plan/goals/{goal}.yaml"), bytes: text.into_bytes() });
        }
        files.push(File { path: FILE.into(), bytes: b"activity,status\n2.1.1,done\n".to_vec() });
        plan::check(files, Date::new(2021, 3, 1).unwrap())
    };
    assert_eq!(said(&checked(false)), "");
    let documents = [compiled(checked(false)), compiled(checked(true))];
    for name in ["report.ka.html", "report.en.html", "report.ka.md", "report.en.md"] {
        let mut of_objectives = Vec::new();
        for documents in &documents {
            let text = document(documents, name);
            let page = if name.ends_with("md") { shown(text) } else { Page::new(text) };
            let anchors: Vec<&str> = page.tags.iter().filter_map(|tag| tag.attributes.get("id")).map(String::as_str).collect();
            let known: BTreeSet<&str> = anchors.iter().copied().collect();
            assert_eq!(known.len(), anchors.len(), "{name}: an anchor twice");
            assert!(!known.contains(""));
            for link in page.all("a", "href").iter().filter_map(|link| link.strip_prefix('#')) {
                assert!(known.contains(link), "{name}: #{link} leads nowhere");
            }
            for id in ["2.1", "2.2", "3.1"] {
                assert!(known.contains(format!("o-{id}").as_str()), "{name}: {anchors:?}");
            }
            of_objectives.push(known.iter().filter(|anchor| anchor.starts_with("o-")).map(|anchor| (*anchor).to_owned()).collect::<Vec<_>>());
        }
        assert_eq!(of_objectives[0], of_objectives[1], "{name}: a new title moves no anchor");
        assert_eq!(of_objectives[0].len(), 3);
    }
}

#[test]
fn a_mark_of_direction_turns_nothing_round() {
    let checked = check("uni-bidi");
    assert_eq!(found(&checked), ["2:28 warning direction-mark-in-text", "3:35 warning direction-mark-in-text"]);
    says(&checked, &["U+202E", "U+2069, U+202E"]);
    assert!(!said(&checked).contains(['\u{202e}', '\u{2069}']), "on the terminal");
    let documents = compiled(checked);
    for document in documents.iter().filter(|document| !document.name.ends_with("json")) {
        assert!(!document.text().contains(['\u{202e}', '\u{2069}']), "{}", document.name);
        assert!(document.text().contains("before after"), "{}", document.name);
    }
}
