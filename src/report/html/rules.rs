//! One test for each rule of the contract between the Markdown and the HTML.

use super::{Sign, Signs, fragment};

/// Two statuses, enough for every rule.
pub(super) fn signs() -> Signs {
    let one = |sign, code: &str, long: &str, short: &str| Sign { sign, code: code.to_owned(), labels: vec![long.to_owned(), short.to_owned()] };
    Signs {
        list: vec![one('■', "implemented", "სრულად შესრულდა", "სრულად"), one('▨', "no-report", "no report", "none")]
    }
}

fn html(markdown: &str) -> String {
    fragment(markdown, &signs())
}

#[track_caller]
fn has(markdown: &str, expected: &str) {
    let html = html(markdown);
    assert!(html.contains(expected), "{expected}\nis not in\n{html}");
}

#[test]
fn sections_boxes_and_articles_begin_and_end() {
    assert_eq!(
        html("<!-- section summary sheet -->\n\ntext\n\n<!-- /section -->"),
        "<section id=\"summary\" class=\"sheet\">\n<p>text</p>\n</section>\n"
    );
    assert_eq!(html("<!-- section - sheet -->"), "<section class=\"sheet\">\n");
    assert_eq!(html("<!-- div verdict implemented -->\ntext\n<!-- /div -->"), "<div class=\"verdict implemented\"><p>text</p>\n</div>\n");
    assert_eq!(html("<!-- article activity -->"), "<article class=\"activity\">");
    assert_eq!(html("<!-- /article -->"), "</article>\n");
    assert_eq!(html("<!-- lang en -->\n\ntext\n\n<!-- /lang -->"), "<div lang=\"en\"><p>text</p>\n</div>\n");
}

#[test]
fn a_directive_that_does_not_fit_is_text() {
    has("<!-- section X y -->\n\n<!-- section x Y -->", "<p>&lt;!-- section x Y --&gt;</p>");
    has("<!-- list who -->\n\ntext", "<p>&lt;!-- list who --&gt;</p>");
    has("<!-- table stack -->\n\ntext\n\nmore", "<p>&lt;!-- table stack --&gt;</p>");
    has("<!-- p lede -->\n\n# head", "<p>&lt;!-- p lede --&gt;</p>");
    has("> <!-- div x -->\n", "<blockquote><p>&lt;!-- div x --&gt;</p>");
    has("- <!-- /section -->\n", "<li><p>&lt;!-- /section --&gt;</p>");
    has("text <!-- div x --> text", "<p>text &lt;!-- div x --&gt; text</p>");
}

#[test]
fn lists_and_paragraphs_get_their_classes() {
    assert_eq!(html("<!-- list who -->\n\n- **Lead:** a\n- b"), "<ul class=\"who\"><li><b>Lead:</b> a</li>\n<li>b</li>\n</ul>\n");
    has("<!-- list refs -->\n3. a", "<ol class=\"refs\" start=\"3\"><li>a</li>");
    has("- a\n\n- b", "<ul><li><p>a</p>\n</li>");
    assert_eq!(html("<!-- p lede -->\none\n\ntwo"), "<p class=\"lede\">one</p>\n<p>two</p>\n");
}

#[test]
fn an_anchor_names_its_heading_its_row_or_its_place() {
    assert_eq!(html("##### <a id=\"a-2.1.10\"></a>2.1.10 Title"), "<h5 id=\"a-2.1.10\">2.1.10 Title</h5>\n");
    has("# Title <a id=\"t\"></a>", "<h1 id=\"t\">");
    has("| a | b |\n|--|--|\n| <a id=\"ag-moia\"></a>x | y |", "<tr id=\"ag-moia\"><th scope=\"row\">x</th><td>y</td></tr>");
    has("| a | b |\n|--|--|\n| x | <a id=\"c\"></a>y |", "<td><span id=\"c\"></span>y</td>");
    has("<a id=\"p\"></a>text", "<p><span id=\"p\"></span>text</p>");
    has("<a id=\"p\">text</a>", "<p>&lt;a id=&quot;p&quot;&gt;text&lt;/a&gt;</p>");
    has("x <a id=\"p q\"></a>", "&lt;a id=&quot;p q&quot;&gt;&lt;/a&gt;");
}

#[test]
fn inline_marks_become_spans() {
    has("x <!--en-->GRETA<!--/--> y", "<p>x <span lang=\"en\">GRETA</span> y</p>");
    has("x <!--.src-->row 7<!--/-->", "<span class=\"src\">row 7</span>");
    has("x <!--en-->a <!--.src-->b<!--/--> c<!--/-->", "<span lang=\"en\">a <span class=\"src\">b</span> c</span>");
    has("x <!--en-->a", "<p>x &lt;!--en--&gt;a</p>");
    has("x a<!--/-->", "<p>x a&lt;!--/--&gt;</p>");
    has("x <!--en-->**a<!--/-->**", "x &lt;!--en--&gt;<b>a&lt;!--/--&gt;</b>");
    has("a<br>b", "<p>a<br>b</p>");
}

#[test]
fn a_text_of_statuses_gets_their_classes() {
    assert_eq!(html("■ სრულად შესრულდა"), "<p><i class=\"implemented\">სრულად შესრულდა</i></p>\n");
    has("**■ სრულად** x", "<b><i class=\"implemented\">სრულად</i></b> x");
    has("▨ no report <!--.flag-->changed<!--/-->", "<i class=\"no-report\">no report</i> <span class=\"flag\">changed</span>");
    has("■ სრულად · ▨ none", "<i class=\"implemented\">სრულად</i> <i class=\"no-report\">none</i>");
    has("■ something else", "<p>■ something else</p>");
    has("■ სრულად, and more", "<p>■ სრულად, and more</p>");
    has("`■ სრულად`", "<code class=\"nw\">■ სრულად</code>");
}

#[test]
fn runs_of_signs_become_a_strip_in_such_a_table() {
    let table = |class: &str, cell: &str| html(&format!("<!-- table {class} -->\n\n| a | b |\n|--|--|\n| x | {cell} |"));
    assert!(table("strip", "■■ 2 · ▨ 1").contains(
        "<td><ul class=\"strip\"><li class=\"implemented\"><i></i><i></i><b>2</b><span> სრულად</span></li>\
         <li class=\"no-report\"><i></i><b>1</b><span> none</span></li></ul></td>"
    ));
    assert!(table("strip", "■■ 12\u{a0}345").contains("<b>12\u{a0}345</b>"));
    assert!(table("strip", "■■ two").contains("<td>■■ two</td>"));
    assert!(table("other", "■■ 2").contains("<td>■■ 2</td>"));
}

#[test]
fn blocks_after_a_number_become_a_bar_in_such_a_table() {
    let table = |class: &str, cell: &str| html(&format!("<!-- table {class} -->\n\n| a | b |\n|--|--:|\n| x | {cell} |"));
    assert!(table("bars", "8 ▇▇▇").contains("<td class=\"n\">8<span class=\"bar\" style=\"--v:15\"></span></td>"));
    assert!(table("bars", &format!("8 {}", "▇".repeat(20))).contains("--v:100"));
    assert!(table("bars", &format!("8 {}", "▇".repeat(21))).contains("▇</td>"));
    assert!(table("other", "8 ▇").contains("<td class=\"n\">8 ▇</td>"));
}

#[test]
fn a_table_has_heads_and_groups() {
    let html = html("| a | b | |\n|--|--:|--|\n| <a id=\"g\"></a>group | | |\n| x | 1 | |\n| group | | |\n| group | | |\n| y | 2 | 3 |");
    assert_eq!(
        html,
        "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"n\">b</th><td></td></tr></thead>\n\
         <tbody><tr id=\"g\"><th scope=\"rowgroup\" colspan=\"3\" class=\"group\">group</th></tr>\n\
         <tr><th scope=\"row\">x</th><td class=\"n\">1</td><td></td></tr>\n\
         </tbody><tbody><tr><th scope=\"rowgroup\" colspan=\"3\" class=\"group\">group</th></tr>\n\
         <tr><th scope=\"rowgroup\" colspan=\"3\" class=\"group\">group</th></tr>\n\
         <tr><th scope=\"row\">y</th><td class=\"n\">2</td><td>3</td></tr>\n</tbody></table>\n"
    );
}

#[test]
fn a_caption_is_the_paragraph_between_directive_and_table() {
    let table = "| a | b |\n|--|--|\n| x | y |";
    has(
        &format!("<!-- table figures stack -->\n\n**Table 1. Name**\n\n{table}"),
        "<table class=\"figures stack\" style=\"--c2:'b';\"><caption><b>Table 1. Name</b></caption>\n<thead>",
    );
    has(
        &format!("<!-- table x -->\n\n**T**<br>One.\\\n■ სრულად\n\n{table}"),
        "<caption><b>T</b><small>One.</small><small><i class=\"implemented\">სრულად</i></small></caption>",
    );
    has(&format!("<!-- table x -->\n\n{table}"), "<table class=\"x\"><thead>");
    has(&format!("text\n\n{table}"), "<p>text</p>\n<table><thead>");
    assert!(!html(&format!("<!-- table x -->\n\n**T**\n\n{table}")).contains("<p>"));
}

#[test]
fn a_stacked_table_says_its_heads_in_its_style() {
    has("<!-- table stack -->\n\n| a | it's `b` | [c](#c)<br>d |\n|--|--|--|\n| x | y | z |", "style=\"--c2:'it\\27 s b';--c3:'c d';\"");
    has("<!-- table stack labelled -->\n\n| a | b |\n|--|--|\n| x | y |", "<table class=\"stack labelled\"><thead>");
}

#[test]
fn links_lead_inside_or_to_the_web() {
    has("[MIA](#ag-moia \"title\")", "<p><a href=\"#ag-moia\">MIA</a></p>");
    has(
        "<https://example.org/?a=1&b=2>",
        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer noopener\">https://example.org/?a=1&amp;b=2</a>",
    );
    has("[](http://example.org)", "rel=\"noreferrer noopener\">http://example.org</a>");
    has("[**data**](data.csv)", "<p><b>data</b></p>");
    has("https://example.org ~~x~~", "<p>https://example.org ~~x~~</p>");
    has("![a *picture*](http://example.org/x.png)", "<p>a picture</p>");
}

#[test]
fn the_rest_of_markdown_is_as_usual() {
    has("*a* **b**\n\n---\n\n> q", "<p><em>a</em> <b>b</b></p>\n<hr>\n<blockquote><p>q</p>\n</blockquote>");
    has("```js\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>");
    has(&format!("`{}`", "ab1".repeat(10)), "<code>ab1");
    has("a\\\nb", "<p>a<br>\nb</p>");
    has("###### What was done", "<h6>What was done</h6>");
}
