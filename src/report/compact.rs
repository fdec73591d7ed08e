//! Style and script as they stand in the page: without comments and indents, which only their authors read.
//!
//! Lines stay lines, so that little depends on how the text is parsed. A template must not begin a line of a string with `//`, nor break a
//! string over lines.

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

/// Leaves out blanks beside a brace and after a colon, comma or semicolon, but not within quotation marks.
fn without_blanks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quoted = None;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match quoted {
            None if c == ' ' && (out.ends_with(['{', '}', ';', ':', ',']) || matches!(letters.peek(), Some('{' | '}'))) => continue,
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
    use super::{script, style};

    #[test]
    fn what_browsers_read_stays() {
        let css = "/* 1. Text,\n   two lines. */\np, b { color: red; } /* why */\n\n@media print {\n  a :hover::after { content: \"{ //, '\"; width: calc(1px + 2px); }\n}\n/* open";
        assert_eq!(style(css), "p,b{color:red;}\n@media print{\na :hover::after{content:\"{ //, '\";width:calc(1px + 2px);}\n}\n");
        let js = "// Why.\n(() => {\n  // More.\n  call(\"https://x\"); // stays\n\n})();\n";
        assert_eq!(script(js), "(() => {\ncall(\"https://x\"); // stays\n})();\n");
    }
}
