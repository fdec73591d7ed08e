//! Style and script as they stand in the page: without comments and indents, which only their authors read.
//!
//! Lines stay lines, so that nothing depends on how the text is parsed. A template must not begin a line of a string with `//`.

/// A style sheet without its comments.
pub(super) fn style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    lines(&out, |_| true)
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
        let css = "/* 1. Text,\n   two lines. */\np { color: red; } /* why */\n\n@media print {\n  a::after { content: \"//\"; }\n}\n/* open";
        assert_eq!(style(css), "p { color: red; }\n@media print {\na::after { content: \"//\"; }\n}\n");
        let js = "// Why.\n(() => {\n  // More.\n  call(\"https://x\"); // stays\n\n})();\n";
        assert_eq!(script(js), "(() => {\ncall(\"https://x\"); // stays\n})();\n");
    }
}
