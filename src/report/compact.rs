//! Style, script and markup as they stand in the page: without what only their authors read.
//!
//! Style and script lose comments and indents. Lines stay lines, so that little depends on how the text is parsed. A template must not
//! begin a line of a string with `//`, nor break a string over lines. Markup loses end tags and quotation marks where the HTML standard
//! makes them optional, so browsers see the same tree; a report that is sent by mail is a tenth smaller for it.

use memchr::memchr;

/// A style sheet without its comments.
pub(super) fn style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    lines(&without_blanks(&out), |_| true)
}

/// Leaves out blanks beside a brace or `>` and after a colon, comma or semicolon, and the semicolon before a brace, but not within
/// quotation marks.
fn without_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quoted = None;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match quoted {
            None if c == ' ' && (out.ends_with(['{', '}', ';', ':', ',', '>']) || matches!(letters.peek(), Some('{' | '}' | '>'))) => continue,
            None if c == '}' && out.ends_with(';') => _ = out.pop(),
            None if matches!(c, '"' | '\'') => quoted = Some(c),
            Some(mark) if c == mark => quoted = None,
            _ => {}
        }
        out.push(c);
    }
    out
}

/// A script without the lines that are comments.
pub(super) fn script(text: &str) -> String {
    lines(text, |line| !line.starts_with("//"))
}

/// Elements whose end tag may be left out, and the elements that may then begin after it (HTML standard, 13.1.2.4). All but that of
/// `thead` may also be left out at the end of their parent.
const OPTIONAL: &[(&str, &[&str])] = &[
    ("li", &["li"]),
    ("p", &["article", "blockquote", "div", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "section", "table", "ul"]),
    ("caption", &["thead", "tbody"]),
    ("thead", &["tbody"]),
    ("tbody", &["tbody"]),
    ("tr", &["tr"]),
    ("th", &["td", "th"]),
    ("td", &["td", "th"]),
];

/// A part of a page as [`super::html`] writes it: tags are nested, attributes quoted with `"`, and no text holds `<` or `>`.
///
/// What follows the part is not known, so its last end tag stays.
pub(crate) fn markup(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let (mut copied, mut at) = (0, 0);
    while let Some(open) = memchr(b'<', &html.as_bytes()[at..]).map(|next| at + next) {
        let Some(close) = memchr(b'>', &html.as_bytes()[open..]).map(|next| open + next) else { break };
        let tag = &html[open + 1..close];
        at = close + 1;
        if let Some(name) = tag.strip_prefix('/') {
            let next = html[at..].trim_ascii_start();
            if is_optional(name, next) {
                out.push_str(&html[copied..open]);
                at = html.len() - next.len();
                copied = at;
            }
            continue;
        }
        // A row is a line.
        let is_row = tag == "tr" || tag.starts_with("tr ");
        if is_row || tag.ends_with('"') {
            out.push_str(&html[copied..=open]);
            unquote(&mut out, tag);
            out.push_str(if is_row { ">\n" } else { ">" });
            copied = at;
        }
    }
    out.push_str(&html[copied..]);
    out
}

/// Whether the end tag of this element may be left out before `next`, which no blank begins.
fn is_optional(element: &str, next: &str) -> bool {
    let Some((_, followers)) = OPTIONAL.iter().find(|(name, _)| *name == element) else { return false };
    let Some(tag) = next.strip_prefix('<') else { return false };
    (tag.starts_with('/') && element != "thead") || followers.contains(&tag.split([' ', '>']).next().unwrap_or_default())
}

/// Writes the inside of a tag; values without blanks and signs need no quotation marks.
fn unquote(out: &mut String, tag: &str) {
    for (number, piece) in tag.split('"').enumerate() {
        let bare = !piece.is_empty() && !piece.bytes().any(|byte| byte.is_ascii_whitespace() || matches!(byte, b'\'' | b'`' | b'='));
        let mark = if number % 2 == 0 || bare { "" } else { "\"" };
        out.push_str(mark);
        out.push_str(piece);
        out.push_str(mark);
    }
}

fn lines(text: &str, stays: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && stays(line)) {
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{markup, script, style};

    #[test]
    fn what_browsers_read_stays() {
        let css = "/* 1. Text,\n   two lines. */\np > b { color: red; } /* why */\n\n@media print {\n  a :hover::after { content: \"{ //, '\"; width: calc(1px + 2px); }\n}\n/* open";
        assert_eq!(style(css), "p>b{color:red}\n@media print{\na :hover::after{content:\"{ //, '\";width:calc(1px + 2px)}\n}\n");
        let js = "// Why.\n(() => {\n  // More.\n  call(\"https://x\"); // stays\n\n})();\n";
        assert_eq!(script(js), "(() => {\ncall(\"https://x\"); // stays\n})();\n");
    }

    #[test]
    fn markup_loses_what_the_standard_makes_optional() {
        for (whole, short) in [
            ("<ul><li><p>a</p>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>\n", "<ul><li><p>a<p>b<li>c</ul>\n"),
            (
                "<table class=\"n\"><caption><b>T</b></caption>\n<thead><tr><th scope=\"col\">a</th><td></td></tr></thead>\n\
                 <tbody><tr id=\"g\"><th scope=\"row\">x</th><td class=\"n\">1</td></tr>\n</tbody><tbody><tr><td></td><td></td></tr>\n</tbody></table>\n",
                "<table class=n><caption><b>T</b><thead><tr>\n<th scope=col>a<td><tbody><tr id=g>\n<th scope=row>x<td class=n>1<tbody><tr>\n<td><td></table>\n",
            ),
            ("<table><thead><tr><td></td></tr></thead>\n</table>", "<table><thead><tr>\n<td></thead>\n</table>"),
            // Text, a phrase or an unknown part may follow, so the end must be said.
            ("<li>a</li>\nb", "<li>a</li>\nb"),
            ("<p>a</p>\n<span>b</span>", "<p>a</p>\n<span>b</span>"),
            ("<p>a</p>\n", "<p>a</p>\n"),
            (
                "<p class=\"a b\" id=\"x\" style=\"--c2:&#39;a=b&#39;\">&lt;p&gt; \"x\"</p>\n</div>",
                "<p class=\"a b\" id=x style=\"--c2:&#39;a=b&#39;\">&lt;p&gt; \"x\"</div>",
            ),
            ("<a href=\"https://x.org/?a&amp;b\" rel=\"\">a</a>", "<a href=https://x.org/?a&amp;b rel=\"\">a</a>"),
            ("<a href=\"https://x.org/?a=b\">a</a> <", "<a href=\"https://x.org/?a=b\">a</a> <"),
        ] {
            assert_eq!(markup(whole), short, "{whole}");
        }
    }
}
