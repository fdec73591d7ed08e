//! Texts of others made harmless in Markdown: what an agency typed means nothing but itself, on GitHub and in comrak,
//! in a paragraph and in a table cell. Not here: where such texts stand, which is the business of templates.

use std::borrow::Cow;

/// One line of Markdown whose text is `text`: line breaks and runs of blanks become one blank.
///
/// Characters are escaped where they could act. The text may stand at the beginning of a line, in a table cell or in
/// the text of a link. Control characters become U+FFFD, so that a reader sees that something was there; marks that
/// turn the direction of writing are removed.
pub fn markdown_escape(text: &str) -> String {
    if is_common(text) {
        return escaped_line(text);
    }
    let words: Vec<&str> = text.split(is_blank).filter(|word| !word.is_empty()).collect();
    escaped_line(&visible(&words.join(" ")))
}

fn escaped_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 8);
    escape_line(line, &mut out);
    out
}

/// Whether a text has no line break, no control character, none that is not seen and no two blanks in a row, as far as its bytes alone
/// tell.
///
/// Such characters beyond ASCII begin with one of three bytes, which begin dashes and quotation marks too, but no letter of Georgian.
fn is_common(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        let two_blanks = byte == b' ' && before == b' ';
        before = byte;
        byte >= b' ' && !two_blanks && !matches!(byte, 0x7f | 0xc2 | 0xe2 | 0xef)
    })
}

/// Words of a longer line, blanks at their ends kept; only the first words of a line can begin a heading or list.
pub(super) fn escape_words(words: &str, first: bool) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    if first {
        let inner = words.trim_start_matches(' ');
        out.push_str(&words[..words.len() - inner.len()]);
        escape_line(inner, &mut out);
        out.push_str(&inner[inner.trim_end_matches(' ').len()..]);
    } else {
        escape_inline(&visible(words), &mut out);
    }
    out
}

/// The text for a table cell: its lines with `<br>` between.
pub fn cell(text: &str) -> String {
    if is_common(text) {
        return escaped_line(text);
    }
    let lines: Vec<String> = lines(text).map(markdown_escape).filter(|line| !line.is_empty()).collect();
    lines.join("<br>")
}

/// The text for block context: paragraphs with a blank line between, line breaks as hard breaks; every line but the
/// first is indented by `indent` blanks, so that the text may stand in a list item.
pub fn prose(text: &str, indent: usize) -> String {
    prose_between(text, indent, "", "")
}

/// The text for block context, every paragraph between two marks of the program.
pub(super) fn prose_between(text: &str, indent: usize, open: &str, close: &str) -> String {
    let indent = " ".repeat(indent);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut in_paragraph = false;
    for line in lines(text).map(markdown_escape) {
        if line.is_empty() {
            if in_paragraph {
                out.push_str(close);
            }
            in_paragraph = false;
            continue;
        }
        if in_paragraph {
            out.push_str("\\\n");
            out.push_str(&indent);
        } else {
            if !out.is_empty() {
                out.push_str("\n\n");
                out.push_str(&indent);
            }
            out.push_str(open);
        }
        out.push_str(&line);
        in_paragraph = true;
    }
    if in_paragraph {
        out.push_str(close);
    }
    out
}

/// The lines of a text; CR LF is one break, not a break and an empty line.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let breaks = |c| matches!(c, '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    text.split(breaks).map(|line| line.strip_suffix('\r').unwrap_or(line)).flat_map(|line| line.split('\r'))
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

pub(super) fn visible(line: &str) -> Cow<'_, str> {
    if is_common(line) {
        return Cow::Borrowed(line);
    }
    let hidden = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if !line.contains(|c: char| hidden(c) || c.is_control()) {
        return Cow::Borrowed(line);
    }
    line.chars().filter(|&c| !hidden(c)).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

fn escape_line(line: &str, out: &mut String) {
    let rest = block_start(line.trim(), out);
    // A last word of nothing but `#` closes a heading and is not shown.
    let closes = rest.ends_with('#') && rest.trim_end_matches('#').chars().next_back().is_none_or(|c| c == ' ');
    let (rest, last) = if closes { rest.split_at(rest.len() - 1) } else { (rest, "") };
    escape_inline(rest, out);
    if closes {
        out.extend(["\\", last]);
    }
}

/// Characters that may act inside a line, by their byte.
const ACTS: [bool; 256] = {
    let acting = b"\\`*_[]<|~$^&:.";
    let mut acts = [false; 256];
    let mut at = 0;
    while at < acting.len() {
        acts[acting[at] as usize] = true;
        at += 1;
    }
    acts
};

fn escape_inline(text: &str, out: &mut String) {
    let mut copied = 0;
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| ACTS[usize::from(*byte)]) {
        out.push_str(&text[copied..at]);
        copied = at + 1;
        let after = &text[copied..];
        match text.as_bytes()[at] {
            b'&' if after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#') => out.push_str("\\&"),
            // `https://…` and `www.…` become links on GitHub; only evidence is linked.
            b':' if after.starts_with("//") => out.push_str("\\:"),
            b'.' if at >= 3 && text.as_bytes()[at - 3..at].eq_ignore_ascii_case(b"www") => out.push_str("\\."),
            // Emoji are made of the finished text, where a backslash has gone already; a word joiner stays and is not seen.
            b':' if is_shortcode(after) => out.push_str(":\u{2060}"),
            plain @ (b'&' | b':' | b'.') => out.push(char::from(plain)),
            acting => out.extend(['\\', char::from(acting)]),
        }
    }
    out.push_str(&text[copied..]);
}

/// Escapes what would begin a heading, list, quote, rule or table at the start of a line; returns the rest of it.
fn block_start<'a>(line: &'a str, out: &mut String) -> &'a str {
    if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return line;
    }
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let next = line[digits..].chars().next();
    let ends = |after: &str| after.is_empty() || after.starts_with(' ');
    match next {
        Some('.' | ')') if (1..=9).contains(&digits) && ends(&line[digits + 1..]) => {
            out.push_str(&line[..digits]);
            out.push('\\');
            out.push_str(&line[digits..=digits]);
            &line[digits + 1..]
        }
        Some(c @ ('#' | '>' | '=')) if digits == 0 => {
            out.extend(['\\', c]);
            &line[1..]
        }
        Some(c @ ('+' | '-' | ':')) if digits == 0 && !line[1..].starts_with(char::is_alphanumeric) => {
            out.extend(['\\', c]);
            &line[1..]
        }
        // A sign and a label are shown as a status; a word joiner between them is not seen and keeps this a text.
        Some(c) if digits == 0 && !c.is_ascii() && line[c.len_utf8()..].starts_with(' ') && !c.is_alphanumeric() => {
            out.extend([c, '\u{2060}']);
            &line[c.len_utf8()..]
        }
        _ => line,
    }
}

/// Whether `:` stands before the rest of an emoji's name: `smile:`, `+1:`, but not the minutes of a time.
fn is_shortcode(after: &str) -> bool {
    let Some((name, _)) = after.split_once(':') else { return false };
    let letters = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'+' | b'-'));
    let digits = name.bytes().all(|byte| byte.is_ascii_digit());
    letters && !name.is_empty() && (!digits || matches!(name, "100" | "1234"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use comrak::nodes::NodeValue;
    use comrak::{Arena, Options, parse_document};
    use proptest::prelude::*;

    /// The kinds of blocks of a Markdown text and its texts, as comrak reads it.
    fn read(markdown: &str) -> (Vec<&'static str>, String) {
        let mut options = Options::default();
        options.extension.table = true;
        options.extension.strikethrough = true;
        options.extension.footnotes = true;
        options.extension.tasklist = true;
        options.extension.autolink = true;
        let arena = Arena::new();
        let mut kinds = Vec::new();
        let mut text = String::new();
        for node in parse_document(&arena, markdown, &options).descendants() {
            match &node.data().value {
                NodeValue::Text(part) => text.push_str(part),
                NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
                NodeValue::HtmlInline(html) if html == "<br>" => text.push(' '),
                NodeValue::Document => {}
                NodeValue::Paragraph => kinds.push("paragraph"),
                NodeValue::Table(_) => kinds.push("table"),
                NodeValue::TableRow(_) => kinds.push("row"),
                NodeValue::TableCell => kinds.push("cell"),
                // An address of e-mail is linked by extensions that look at the finished text.
                NodeValue::Link(link) if link.url.starts_with("mailto:") || link.url.starts_with("xmpp:") => {}
                _ => kinds.push("other"),
            }
        }
        (kinds, text)
    }

    fn words(text: &str) -> String {
        let text = text.replace(is_blank, " ");
        let shown = visible(&text);
        shown.replace('\u{2060}', "").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn is_one_paragraph(text: &str, markdown: &str) {
        let (kinds, read) = read(markdown);
        assert_eq!(kinds, if words(text).is_empty() { vec![] } else { vec!["paragraph"] }, "{markdown:?}");
        assert_eq!(words(&read), words(text), "{markdown:?}");
    }

    fn is_one_cell(text: &str) {
        let markdown = format!("| head | next |\n|---|---|\n| {} | x |\n", cell(text));
        let (kinds, read) = read(&markdown);
        assert_eq!(kinds, ["table", "row", "cell", "cell", "row", "cell", "cell"], "{markdown:?}");
        assert_eq!(words(&read), format!("headnext{}x", words(text)), "{markdown:?}");
    }

    const HOSTILE: &[&str] = &[
        "# not a heading",
        "####",
        "- no item",
        "-",
        "+ no item",
        "* no item",
        "1. no item",
        "12) no item",
        "> no quote",
        "---",
        "***",
        "===",
        "--- | ---",
        ":-:",
        "| a | b |",
        "a \\| b \\",
        "`code` ``two``",
        "```",
        "~~~ ~~gone~~",
        "**bold** _thin_ __b__",
        "[link](javascript:alert(1))",
        "![image](http://x.example/t.png)",
        "[ref]: http://x.example",
        "[^1] [^1]: note",
        "[x] task",
        "<script>alert(1)</script>",
        "<!-- section x -->",
        "--> <!--/-->",
        "<https://x.example>",
        "https://x.example/a_b and www.x.example, WWW.x.example",
        "&lt;b&gt; &#60; &copy; a & b",
        "$x$ and $$y$$ and x^2^",
        "line one\nline two\r\nline three",
        "    indented code",
        "\tindented code",
        "a\u{202e}b\u{2066}c",
        "bell \u{7} and zero \0",
        "trailing backslash \\",
        "ten:20:30 at 10:20:30",
        "„ქართული“ – ტექსტი; 5 < 6",
    ];

    #[test]
    fn hostile_texts_mean_themselves() {
        for text in HOSTILE {
            is_one_paragraph(text, &markdown_escape(text));
            is_one_cell(text);
        }
    }

    #[test]
    fn plain_texts_stay_readable() {
        for text in ["MIA (police), 2.1.10; 5%: „კი“", "12.03.2020", "-23", "+5", "A & B", "2.1. ამოცანა", "10:20:30"] {
            assert_eq!(markdown_escape(text), text);
        }
        assert_eq!(markdown_escape("<5"), "\\<5");
        assert_eq!(markdown_escape("12. x"), "12\\. x");
    }

    #[test]
    fn a_heading_keeps_its_last_word() {
        for text in ["x ###", "#", "## #", "C#", "###### heading ######"] {
            let (_, read) = read(&format!("### {}\n", markdown_escape(text)));
            assert_eq!(read, text);
        }
    }

    #[test]
    fn an_emoji_stays_a_word() {
        assert_eq!(markdown_escape("well :smile: done :+1:"), "well :\u{2060}smile: done :\u{2060}+1:");
    }

    #[test]
    fn control_characters_are_seen_and_direction_marks_go() {
        assert_eq!(markdown_escape("a\u{7}b\u{202e}c\u{feff}\td"), "a\u{fffd}bc d");
    }

    #[test]
    fn lines_of_a_cell() {
        assert_eq!(cell("one\r\n\r\n two | three\n"), "one<br>two \\| three");
    }

    #[test]
    fn paragraphs_and_lines_of_a_block() {
        assert_eq!(prose("one\ntwo\r\n\r\n\n# three\n", 2), "one\\\n  two\n\n  \\# three");
        let (kinds, text) = read(&format!("- {}\n", prose("one\ntwo\n\n- three", 2)));
        assert_eq!(kinds, ["other", "other", "paragraph", "paragraph"]);
        assert_eq!(words(&text), "one two- three");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_one_paragraph(text in r"[-+*_#>=:.!()\[\]{}\\`~$^&<|/@a-zA-Z0-9 \t\nა-ჰ]{0,24}|\PC{0,12}") {
            is_one_paragraph(&text, &markdown_escape(&text));
        }

        #[test]
        fn any_text_is_one_cell(text in r"[-+*_#>=:.!()\[\]{}\\`~$^&<|/@a-zA-Z0-9 \tა-ჰ]{0,24}|\PC{0,12}") {
            is_one_cell(&text);
        }

        #[test]
        fn any_text_stays_in_its_item(text in r"[-+*_#>=:.!()\[\]{}\\`~$^&<|/a-z0-9 \t\n]{0,24}") {
            let (kinds, read) = read(&format!("- x {}\n\nafter\n", prose(&text, 2)));
            prop_assert!(kinds.iter().filter(|kind| **kind == "other").count() == 2, "{kinds:?}");
            prop_assert_eq!(words(&read).replace(' ', ""), words(&format!("x {text} after")).replace(' ', ""));
        }
    }
}
