//! Texts of people who mean harm: whatever they write, only known elements and attributes come out.

use super::fragment;
use super::rules::signs;
use crate::report::testing::{Long, TIMES, takes_linear_time};

const ELEMENTS: &[&str] = &[
    "a",
    "article",
    "b",
    "blockquote",
    "br",
    "caption",
    "code",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "small",
    "span",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "wbr",
];
const ATTRIBUTES: &[&str] = &["class", "colspan", "href", "id", "lang", "rel", "scope", "start", "style"];

/// Reads the HTML tag by tag and fails on an element, attribute or address that is not ours, and on
/// tags that are not nested.
fn inspect(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    let mut pieces = html.split('<');
    if pieces.next().unwrap_or("").contains('>') {
        return Err("a stray >".to_owned());
    }
    for piece in pieces {
        let (tag, text) = piece.split_once('>').ok_or("an unclosed tag")?;
        if text.contains(['>', '"', '\'']) {
            return Err(format!("unescaped text {text}"));
        }
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        if !ELEMENTS.contains(&name) {
            return Err(format!("element {name}"));
        }
        while !attributes.is_empty() {
            let (key, rest) = attributes.split_once("=\"").ok_or(format!("attribute {attributes}"))?;
            let (value, rest) = rest.split_once('"').ok_or(format!("attribute {attributes}"))?;
            let web = value.to_lowercase();
            if !ATTRIBUTES.contains(&key) || (key == "href" && !["#", "http://", "https://"].iter().any(|start| web.starts_with(start))) {
                return Err(format!("attribute {key}={value}"));
            }
            attributes = rest.strip_prefix(' ').unwrap_or(rest);
        }
        if !["br", "hr", "wbr"].contains(&name) {
            open.push(name);
        }
    }
    match open.last() {
        Some(name) => Err(format!("<{name}> is not closed")),
        None => Ok(()),
    }
}

#[track_caller]
fn clean(markdown: &str) -> String {
    let html = fragment(markdown, &signs());
    if let Err(fault) = inspect(&html) {
        panic!("{fault}\nfrom {markdown}\nin {html}");
    }
    html
}

#[test]
fn the_inspector_sees_what_it_is_for() {
    for html in [
        "<script>",
        "<p onclick=\"x\"></p>",
        "<a href=\"javascript:x\">x</a>",
        "<p>",
        "</p>",
        "<p><em></p></em>",
        "<p>a > b</p>",
        "<img src=\"x\">",
        "<p",
    ] {
        assert!(inspect(html).is_err(), "{html}");
    }
    assert_eq!(inspect("<p class=\"x\">a<br><a href=\"#b\">b</a></p>"), Ok(()));
}

#[test]
fn raw_html_is_shown_as_text() {
    let cases = [
        "<script>alert(1)</script>",
        "x <script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "x <img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<iframe src=\"//example.org\"></iframe>",
        "<style>*{display:none}</style>",
        "<style>\n\n</style>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a id=\"x\" onclick=\"alert(1)\"></a>",
        "x <a id=\"x\"onclick=y></a>",
        "x <A ID=\"x\"></A>",
        "<a id='x'></a>",
        "x <br onclick=alert(1)> <br/> <BR>",
        "<!-- > <script>alert(1)</script> -->",
        "<!--><script>alert(1)</script>-->",
        "x <!--en--><script>alert(1)</script><!--/-->",
        "<?php x ?>",
        "<!DOCTYPE html>",
        "<![CDATA[ <script> ]]>",
        "x <![CDATA[ <script> ]]>",
        "</section></main></body>",
        "| <script>x</script> | <a id=\"r\" class=\"x\"></a> |\n|--|--|\n| <img src=x> | </table> |",
        "# <h1 onclick=x>",
        "`<script>`",
        "```\n</code></pre><script>\n```",
        "``` \"><script>\nx\n```",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\\<script>alert(1)\\</script>",
        "<div\n\nonclick=x>",
    ];
    for markdown in cases {
        clean(markdown);
    }
    assert!(clean("<script>alert(1)</script>").contains("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"));
}

#[test]
fn other_schemes_are_not_links() {
    let cases = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:alert(1)",
        "java&#x0A;script:alert(1)",
        "java&Tab;script:alert(1)",
        "&#1;javascript:alert(1)",
        "javascript&colon;alert(1)",
        "\\javascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "//example.org",
        "\\\\example.org",
        "../x.html",
    ];
    for url in cases {
        for markdown in [format!("[x]({url})"), format!("[x](<{url}>)"), format!("<{url}>"), format!("[x]\n\n[x]: {url}"), format!("![x]({url})")] {
            assert!(!clean(&markdown).contains("<a"), "{markdown}");
        }
    }
}

#[test]
fn addresses_cannot_leave_their_attribute() {
    for url in ["https://x.org/\"onclick=\"x", "https://x.org/'>", "#\"><script>", "https://x.org/&quot;onmouseover=&quot;x", "https://x.org/%22%3E"]
    {
        clean(&format!("[x](<{url}> \"t\\\"onclick=x\")"));
        clean(&format!("<{url}>"));
    }
}

#[test]
fn pictures_and_footnotes_ask_for_nothing() {
    for markdown in [
        "![x](http://example.org/t.png)",
        "![<b>](x)",
        "![a [b](http://x.org) c](y)",
        "[![x](y)](http://example.org)",
        "![x][r]\n\n[r]: http://example.org/t.png",
        "x[^1]\n\n[^1]: javascript:x",
        "x[^1]\n\n[^1]: text <script>",
    ] {
        assert!(!clean(markdown).contains("<img"), "{markdown}");
    }
}

#[test]
fn directives_of_theirs_do_not_fit() {
    for markdown in [
        "<!-- section x\" onclick= -->",
        "<!-- div a\"><script> -->",
        "<!-- lang en\" onclick= -->",
        "<!-- table stack\" x= -->\n\n| a |\n|--|\n| b |",
        "> <!-- section x -->\n> text",
        "- <!-- div x -->\n  text",
        "x <!--.a\"b-->y<!--/-->",
        "x <!--e\"-->y<!--/-->",
        "x <!--/--> <!--en-->",
        "**x <!--en-->** y<!--/-->",
        "[<!--en-->x](#a)<!--/-->",
    ] {
        assert!(!clean(markdown).contains("onclick=\""), "{markdown}");
    }
    assert_eq!(
        fragment("<!-- div x -->\n\ntext", &signs()),
        "<div class=\"x\"><p>text</p>\n",
        "what is not closed here may be closed in another part"
    );
}

#[test]
fn heads_cannot_leave_the_style() {
    let html = clean("<!-- table stack -->\n\n| a | ';} x{ | \"&gt;&lt;script&gt; | \\\\' |\n|--|--|--|--|\n| b | c | d | e |");
    assert!(html.contains("style=\"--c2:'\\27 ;} x{';--c3:'\\22 \\3e \\3c script\\3e ';--c4:'\\5c \\27 ';\""), "{html}");
}

#[test]
fn pipes_stay_in_their_cells() {
    let html = clean("| a | b |\n|--|--|\n| `x \\| y` | a \\| b |");
    assert!(html.contains("<code class=\"nw\">x | y</code></th><td>a | b</td>"), "{html}");
    clean("| a |\n|--|\n| x | <script> | z |");
}

#[test]
fn deep_and_long_texts_take_linear_time() {
    let cases: [Long; 19] = [
        (1_000, |long| ">".repeat(long)),
        (1_000, |long| "> ".repeat(long) + "x"),
        (100, |long| "- ".repeat(long) + "x"),
        (1_000, |long| "*a ".repeat(long)),
        (1_000, |long| "**a *b ".repeat(long)),
        (1_000, |long| "*a **b ".repeat(long) + &"** *".repeat(long)),
        (1_000, |long| "[".repeat(long)),
        (1_000, |long| "[x](".repeat(long)),
        (1_000, |long| "x ".to_owned() + &"<!--en-->".repeat(long)),
        (1_000, |long| "x ".to_owned() + &"<!--en-->a".repeat(long) + &"<!--/-->".repeat(long)),
        (1_000, |long| "x ".to_owned() + &"<a id=\"x\"></a>".repeat(long)),
        (1_000, |long| "<!-- list x -->\n\n".repeat(long)),
        (1_000, |long| "<!-- table x -->\n\ntext\n\n".repeat(long)),
        (1_000, |long| "<!-- p x -->\n\n".repeat(long)),
        (4, |long| "| a ".repeat(1_000) + "|\n" + &"|--".repeat(1_000) + "|\n" + &("| b ".repeat(1_000) + "|\n").repeat(long)),
        (1_000, |long| "■ სრულად · ".repeat(long)),
        (1_000, |long| {
            let (signs, blocks) = ("■".repeat(long), "▇".repeat(long));
            format!("<!-- table strip bars -->\n\n| a | b |\n|--|--|\n| x | {signs} 3 |\n| x | 3 {blocks} |")
        }),
        (1_000, |long| "a<br>".repeat(long)),
        (1_000, |long| "&amp;<".repeat(long)),
    ];
    for (length, text) in cases {
        clean(&text(TIMES * length));
        takes_linear_time(length, text, |text| drop(fragment(text, &signs())));
    }
}

#[test]
#[should_panic(expected = "times as long as 16")]
fn work_that_is_not_linear_is_seen() {
    takes_linear_time(60, |long| "a".repeat(long), |text| assert!(text.chars().all(|_| text.chars().filter(|c| *c == 'a').count() == text.len())));
}
