//! Agency text is data: whatever stands in a cell, the report keeps its shape and shows the cell's words.

use plan::compile::{Request, documents};
use plan::load::File;
use plan::model::date::Date;
use plan::report::Format;

/// Texts that mean something to Markdown, HTML, a spreadsheet or a terminal; after public lists of such strings.
pub(super) const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<b>x</b>'></iframe>",
    "<!-- /section --><!-- article x -->",
    "<!--en-->x<!--/-->",
    "--><script>x</script><!--",
    "<a id=\"summary\"></a>",
    "&lt;b&gt; &amp; &#60;b&#62; &nbsp;",
    "[click](javascript:alert(1))",
    "[click](JaVaScRiPt:alert(1))",
    "[click][ref]\n\n[ref]: javascript:alert(1)",
    "![pixel](http://example.org/t.png)",
    "<http://example.org>",
    "javascript:alert(1)",
    "data:text/html,<script>x</script>",
    "| a | b |\n|---|---|\n| c | d |",
    "a | b \\| c \\\\| d",
    "# heading",
    "heading\n=======",
    "heading\n---",
    "- item\n- item",
    "+ item",
    "* item",
    "7. item",
    "7) item",
    "> quote",
    ">>>> quote",
    "---",
    "***",
    "___",
    "```\ncode\n```",
    "~~~\ncode",
    "    indented",
    "\tindented",
    "`code` ``code`` `",
    "*stars* **stars** _lines_ __lines__ a_b_c 5*3*2",
    "~~gone~~ ~gone~",
    "$x^2$ $$y$$",
    ":smile: :+1:",
    "[^1] and\n\n[^1]: note",
    "- [ ] task\n- [x] task",
    "■ fully implemented",
    "■■■ 3 · ▨ 1",
    "8 ▇▇▇",
    "=HYPERLINK(\"http://example.org\")",
    "@mention #123",
    "{{ plan.title }} {% include 'x' %}",
    "back\\slash\\",
    "trailing backslash\\\nnext",
    "a\u{202e}b\u{2066}c\u{2069}",
    "zero\u{200b}width",
    "\u{feff}mark",
    "ends with two blanks  \nnext",
    "line\n\n\n\nline",
    "\"quotes\" 'quotes' „ბრჭყალი“",
    "www.example.org and http://example.org/a?b=c&d=e",
    "<details><summary>x</summary>y</details>",
    "<?php echo 1 ?> <![CDATA[x]]> <!DOCTYPE html>",
];

fn base(name: &str) -> File {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks/base").join(name);
    File { path: name.to_owned(), bytes: std::fs::read(path).unwrap() }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The report in English with this text in every text column: of the activity, of a figure, of an outside source, of a row set aside.
fn compiled(text: &str, evidence: &str) -> (String, String) {
    let (cell, evidence) = (quoted(text), quoted(evidence));
    let rows = format!("activity,indicator,value,narrative,obstacles,evidence\n1.1.1,,,{cell},{cell},{evidence}\n1.1.1,participants,3,{cell},,\n");
    let external = format!("activity,indicator,value,narrative,source\n1.1.1,participants,4,{cell},{cell}\n");
    let set_aside = format!("activity,narrative\n{},x\n", quoted(&format!("9.9.9 {text}")));
    let mut files: Vec<File> = ["plan/plan.yaml", "plan/agencies.yaml", "plan/goals/1.yaml"].map(base).into();
    for (path, text) in [("submissions/moia.csv", rows), ("submissions/fund.csv", set_aside), ("external/other.csv", external)] {
        files.push(File { path: format!("reports/2020/{path}"), bytes: text.into_bytes() });
    }
    let mut checked = plan::check(files, Date::new(2021, 3, 1).unwrap());
    let request = Request {
        period: "2020".into(),
        formats: vec![Format::Markdown, Format::Html],
        since: None,
        as_of: None,
        stamp: None,
        public: false,
        templates: Vec::new(),
    };
    let documents = documents(&mut checked, &request).unwrap();
    let document = |name: &str| documents.iter().find(|document| document.name == name).unwrap().text().to_owned();
    (document("report.en.html"), document("report.en.md"))
}

/// The same text with a letter for every mark that is not a blank.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200b}' | '\u{feff}' | '\u{202e}' | '\u{2066}' | '\u{2069}'))
        .map(|c| if c.is_whitespace() { c } else { 'x' })
        .collect()
}

/// The tags of a page without what stands between them; addresses are left out, since two texts have two of them.
fn shape(html: &str) -> Vec<String> {
    let body = html.split_once("<body>").unwrap().1;
    let tags = body.split('<').skip(1).map(|tag| tag.split('>').next().unwrap());
    tags.map(|tag| tag.split_once(" href=").map_or(tag, |(tag, _)| tag).to_owned()).collect()
}

#[test]
fn a_text_changes_nothing_but_what_it_says() {
    let mut wrong = Vec::new();
    for text in HOSTILE {
        // Evidence is told apart into addresses and references, so its shape depends on the text; see the next test.
        let (hostile, _) = compiled(text, "");
        let (harmless, _) = compiled(&plain(text), "");
        let (hostile, harmless) = (shape(&hostile), shape(&harmless));
        if hostile != harmless {
            let at = hostile.iter().zip(&harmless).position(|(a, b)| a != b).unwrap_or(hostile.len().min(harmless.len()));
            wrong.push(format!("{text:?}: tag {at} is {:?}, should be {:?}", hostile.get(at), harmless.get(at)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_of_theirs_acts() {
    for text in HOSTILE {
        let (html, _) = compiled(text, text);
        let html = html.split_once("<body>").unwrap().1;
        let lower = html.to_lowercase();
        for word in ["onerror=\"", "onload=\"", "href=\"javascript", "href=\"data", "<iframe", "<img", "<svg/", "srcdoc=\""] {
            assert!(!lower.contains(word), "{text:?} brings {word}");
        }
        assert_eq!(lower.matches("<script").count(), 1, "{text:?} brings a script");
        for c in ['\u{202e}', '\0'] {
            assert!(!html.contains(c), "{text:?} brings U+{:04X}", u32::from(c));
        }
    }
}

#[test]
fn rows_of_tables_keep_their_columns_in_markdown() {
    for text in HOSTILE {
        let (_, markdown) = compiled(text, text);
        let mut columns = None;
        for line in markdown.lines() {
            let cells = line.starts_with('|').then(|| line.replace("\\\\", "").replace("\\|", "").matches('|').count());
            if let (Some(columns), Some(cells)) = (columns, cells) {
                assert_eq!(cells, columns, "{text:?} breaks the row {line}");
            }
            columns = cells;
        }
    }
}
