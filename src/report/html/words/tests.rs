//! What becomes of the secretariat's words, well and ill meant.

use super::{FaultKind, Piece, words};
use crate::report::html::{Signs, fragment};
use crate::report::testing::{Long, takes_linear_time};

/// The only piece of a text below a chapter.
#[track_caller]
fn only(text: &str) -> String {
    match &words(text, 2).pieces[..] {
        [] => String::new(),
        [Piece::Text(text)] => text.clone(),
        other => panic!("{other:?}"),
    }
}

fn faults(text: &str) -> Vec<(String, FaultKind)> {
    words(text, 2).faults.into_iter().map(|fault| (text[fault.at].to_owned(), fault.kind)).collect()
}

#[test]
fn what_is_allowed_stays() {
    let same = [
        "### Heading\n\nA paragraph of\ntwo lines, *thin*, **bold** and `code`.",
        "- one\n- two\n  - three\n\n1. first\n2. second",
        "> a quote\n>\n> of two paragraphs",
        "[A page](https://example.org/a_b) and [a place](#a-2.1.10).",
        "| a | b |\n| --- | --: |\n| x \\| y | 5 |",
        "one\\\ntwo\n\n-----\n\nthree",
        "5 \\< 6, 12.03.2020, 10:20:30, „ქართული“ – A & B",
    ];
    for text in same {
        let source = text.replace("### ", "# ");
        assert_eq!(only(&source), text);
        assert_eq!(faults(&source), []);
    }
}

#[test]
fn headings_go_below_their_chapter() {
    assert_eq!(only("# a\n\n## b\n\n###### c\n\nd\n==="), "### a\n\n#### b\n\n###### c\n\n### d");
    assert_eq!(words("# a", 3).pieces, [Piece::Text("#### a".into())]);
    assert_eq!(only("# a {#id} <a id=\"summary\"></a>\nx"), "### a {#id} \\<a id=\"summary\">\\</a>\n\nx");
    assert_eq!(only("#\n\n# a \\#\n\nline one\nline two\n---"), "### a \\#\n\n#### line one line two");
}

#[test]
fn html_is_text_and_comments_go() {
    assert_eq!(only("a <b>c</b>"), "a \\<b>c\\</b>");
    assert_eq!(only("<script>\nalert(1)\n</script>"), "\\<script>\\\nalert(1)\\\n\\</script>");
    assert_eq!(only("<!-- section x -->\n\na <!--ka-->b<!--/--> c"), "a b c");
    assert_eq!(only("<!-- section x --> y"), "\\<!-- section x --> y");
    assert_eq!(only("<!-- never closed\n\n# a"), "\\<!-- never closed\\\n\\# a");
    assert_eq!(only("| a<br>b | <i>c</i> |\n|--|--|\n"), "| a<br>b | \\<i>c\\</i> |\n| --- | --- |");
    assert_eq!(only("a<br>b"), "a\\\nb");
    let kinds = faults("x <b>\n\n<!-- note -->\n\n![chart](a.png)");
    assert_eq!(
        kinds,
        [("<b>".to_owned(), FaultKind::Html), ("<!-- note -->".to_owned(), FaultKind::Comment), ("![chart](a.png)".to_owned(), FaultKind::Picture)]
    );
}

#[test]
fn code_does_not_hold_lines_of_ours() {
    let text = "```\n<!-- implementation -->\n# a\n";
    assert_eq!(only(text), "\\<!-- implementation -->\\\n\\# a");
    assert_eq!(faults(text), [("```".to_owned(), FaultKind::Code)]);
    assert_eq!(only("para\n\n    indented `x`"), "para\n\nindented \\`x\\`");
}

#[test]
fn links_lead_to_the_web_or_into_the_report() {
    assert_eq!(only("[a](javascript:x) [b](other.md) a@example.org"), "a b a@example.org");
    let address = |text: &str, url: &str| (text.to_owned(), FaultKind::Address(url.to_owned()));
    assert_eq!(
        faults("[a](javascript:x) [b](other.md) a@example.org"),
        [address("[a](javascript:x)", "javascript:x"), address("[b](other.md)", "other.md")]
    );
    assert_eq!(
        only("https://example.org/a and [](https://x.org)"),
        "[https\\://example.org/a](https://example.org/a) and [https\\://x.org](https://x.org)"
    );
    assert_eq!(only("[a][r] ![b][r] [c](<https://x.org/ y>)\n\n[r]: https://x.org 'title'"), "[a](https://x.org) b c");
    assert_eq!(only("wow![a](https://x.org)\n\nwow\\![a](https://x.org)"), "wowa\n\nwow\\![a](https://x.org)");
}

#[test]
fn footnotes_stand_at_the_end() {
    let text = "A[^b] and B[^a].\n\n[^a]: first *note*\n[^b]: second\n[^c]: nobody asks\n\nEnd.";
    assert_eq!(only(text), "A\\[1\\] and B\\[2\\].\n\n\\[c\\] nobody asks\n\nEnd.\n\n- \\[1\\] second\n- \\[2\\] first *note*");
    assert_eq!(faults(text), []);
}

#[test]
fn tables_stand_between_paragraphs() {
    let text = "a\n\n{{ table: statuses }}\n{{table:rates}}\n\nb\n";
    let (a, b) = (Piece::Text("a".into()), Piece::Text("b".into()));
    assert_eq!(words(text, 2).pieces, [a, Piece::Table("statuses"), Piece::Table("rates"), b]);
    assert_eq!(faults(text), []);
    assert_eq!(faults("a {{ table: statuses }}"), [("a {{ table: statuses }}".to_owned(), FaultKind::TableNotAlone)]);
    assert_eq!(faults("- {{ table: statuses }}"), [("{{ table: statuses }}".to_owned(), FaultKind::TableNotAlone)]);
    assert_eq!(faults("{{ table: statuse }}"), [("{{ table: statuse }}".to_owned(), FaultKind::UnknownTable("statuse".to_owned()))]);
    assert_eq!(faults("{{ statuses }}\n{{ table: x }}\n{{ y }}").len(), 2);
}

/// The kinds of the elements of a text on the page, and its words.
fn page(markdown: &str) -> (Vec<String>, String) {
    let html = fragment(markdown, &Signs::default());
    let tags = html.split('<').skip(1).map(|tag| tag.split(['>', ' ']).next().unwrap_or_default().to_owned()).collect();
    let text: String = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    (tags, text.split_whitespace().collect())
}

const HOSTILE: &[&str] = &[
    "- a\n* b\n+ c\n1. d\n1) e",
    "- a\n\n<!-- x -->\n\n- b\n\n      code in item",
    "- a\n  - <!-- x -->",
    "1<!--x-->. a\n\n#<!-- x --> b\n\n-<!-- x --> c",
    "*&#32;a* **b&nbsp;**c ****\n\n*<!-- x -->*",
    "a&#10;# b&#10;&#10;<!-- section x -->",
    "&#32;&#32;&#32;&#32;code&#32;&#32;\nnext",
    "`a`<!-- x -->`b` *a*<!-- x -->*b* **a**<!-- x -->**b**",
    "`` ` `` ``` `` ```",
    "text\\\n\\\n===\n\na | b\n:-- | --",
    "* ---\n\n> ---\n\n---",
    "> > > > > > > > > > > > deep\n\n- - - - - - - - - - - - deep",
    "# a\\\nb\n\n# c `#` #\n\n# !\n",
    "| a |\n|--|\n| x | y |\n| `a \\| b` [c\\|d](https://x.org/\\|) ![p](q) |",
    "[a [b](https://x.org) c](https://y.org)",
    "[[a](#b)][r]\n\n[r]: #c\n\n[^1]: x",
    "[^1]\n\n[^1]:\n    ```\n    code\n\n    # x",
    "www.example.org WWW.x.org http://x.org/?a=b&c=d :smile: @a #1 $x$ ~~y~~",
    "a\u{202e}b\0c\u{7}d\r\ne",
    "<div>\n\n# a\n\n</div>\n<a href='x'\nid=y>",
    "<?php ?> <![CDATA[x]]> <!DOCTYPE html>",
    "---\ntitle: x\n---\n",
    "- [ ] a\n- [x] b",
    "■ fully implemented\n\n**x** ■ fully implemented · ▨ x",
    "{{ plan.title }} {% include 'x' %} {# c #}",
    "--> <!--/--> </section> <!-- /section -->",
    "~~~\n<!-- implementation -->",
    "-\n\n-\n\n1.\n\n>\n",
    "\u{a0}- a\n\n\u{2003}# b",
];

#[test]
fn written_words_read_as_they_were_written() {
    for text in HOSTILE {
        let once = words(text, 2);
        for piece in &once.pieces {
            let Piece::Text(markdown) = piece else { continue };
            is_settled(markdown);
        }
    }
}

/// What was made of a text means the same when it is read as the report's Markdown, where nothing is escaped any more.
#[track_caller]
fn is_settled(markdown: &str) {
    for line in markdown.lines() {
        assert!(!line.trim_start_matches(['>', ' ', '-']).starts_with("<!--"), "{markdown}");
    }
    let again: Vec<Piece> = words(markdown, 0).pieces;
    let text = match &again[..] {
        [] => String::new(),
        [Piece::Text(text)] => text.clone(),
        other => panic!("{markdown}\n{other:?}"),
    };
    assert_eq!(page(&text), page(markdown), "{markdown}\n\n{text}");
}

#[test]
fn long_and_deep_texts_take_linear_time() {
    let cases: [Long; 13] = [
        (5_000, |long| "a ".repeat(long)),
        (5_000, |long| "a".repeat(long)),
        (1_000, |long| "> ".repeat(long) + "x"),
        (100, |long| "- ".repeat(long) + "x"),
        (1_000, |long| "*a ".repeat(long)),
        (1_000, |long| "*a **b ".repeat(long) + &"** *".repeat(long)),
        (1_000, |long| "*".repeat(long) + "a" + &"*".repeat(long)),
        (1_000, |long| "[x](".repeat(long)),
        (1_000, |long| "a[^1] ".repeat(long) + "\n\n[^1]: b"),
        (1_000, |long| "x <!-- y --> ".repeat(long)),
        (1_000, |long| "<b>".repeat(long)),
        (300, |long| "- a\n\n<!-- x -->\n\n".repeat(long)),
        (300, |long| "{{ table: x }}\n".repeat(long)),
    ];
    for (length, text) in cases {
        takes_linear_time(length, text, |text| drop(words(text, 2)));
    }
}

mod any_text {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 2_000, ..ProptestConfig::default() })]

        #[test]
        fn is_settled_once(text in r"([-+*_#>=:.!()\[\]{}\\`~$^&<|/@a-z0-9 \t\nა-ჰ]|<!-- |-->|\n\n|    |\[\^1\]|&#32;|\{\{ table: |<b>|https://x\.org){0,24}") {
            for piece in words(&text, 2).pieces {
                if let Piece::Text(markdown) = piece {
                    is_settled(&markdown);
                }
            }
        }
    }
}
