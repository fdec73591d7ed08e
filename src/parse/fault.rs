//! What a person probably did where YAML breaks off: the parser tells where it stopped, the lines around it tell why.

use std::ops::Range;

use super::yaml::Fault;
use crate::problem::YamlFault;

/// The fault and its bytes, from what the parser says and the text before the place where it stopped.
pub(super) fn refine(text: &str, fault: YamlFault, at: usize) -> Fault {
    let here = |fault| (fault, at..at + width(text, at));
    match fault {
        YamlFault::ColonInText => colon(text, at),
        YamlFault::KeyWithoutColon => key_without_colon(text, at),
        YamlFault::Tab => {
            let tab = first_tab(text, text[at..].find('\t').map_or(at, |tab| at + tab));
            (fault, tab..tab + width(text, tab))
        }
        YamlFault::TextAfterQuote => after_quote(text, at),
        YamlFault::BadEscape => escape(text, at),
        YamlFault::UnclosedQuote => {
            let quote = if is_one_of(text, at, "\"'") { at } else { text[..at].rfind(['"', '\'']).unwrap_or(at) };
            (fault, quote..quote + width(text, quote))
        }
        YamlFault::MissingComma if is_one_of(text, at, ":") => colon(text, at),
        YamlFault::MissingComma => unclosed_above(text, at).unwrap_or_else(|| here(fault)),
        YamlFault::UnclosedBracket if is_one_of(text, at, "[{") => here(fault),
        YamlFault::UnclosedBracket => open_bracket(text, at).map_or_else(|| here(YamlFault::Other), |open| (fault, open..open + 1)),
        YamlFault::Indentation => indentation(text, at),
        YamlFault::ControlCharacter if is_one_of(text, at, "%@`") => here(YamlFault::ReservedCharacter),
        YamlFault::Other if is_one_of(text, at, ",") => here(YamlFault::ReservedCharacter),
        YamlFault::Other if is_one_of(text, at, "]}") => here(YamlFault::ExtraBracket),
        _ => here(fault),
    }
}

/// A file that is a text or a list where keys are expected; `at` is where it begins.
pub(super) fn no_keys(text: &str, at: usize) -> Fault {
    let line = line_around(text, at);
    missing_blank(text, &line).unwrap_or((YamlFault::NoKeys, at..line.end))
}

/// Width of the character at an offset; nothing at a line's end.
fn width(text: &str, at: usize) -> usize {
    text[at..].chars().next().filter(|&c| c != '\n').map_or(0, char::len_utf8)
}

fn is_one_of(text: &str, at: usize, characters: &str) -> bool {
    text[at..].chars().next().is_some_and(|c| characters.contains(c))
}

/// The bytes of the line that holds an offset.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// The nearest line above that is neither blank nor a comment.
fn line_above(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let mut start = line.start;
    while start > 0 {
        let above = line_around(text, start - 1);
        let content = text[above.clone()].trim();
        if !content.is_empty() && !content.starts_with('#') {
            return Some(above);
        }
        start = above.start;
    }
    None
}

/// The first tab of an indentation, on this line or on the lines just above it.
fn first_tab(text: &str, at: usize) -> usize {
    let mut tab = at;
    let mut line = line_around(text, at);
    while let Some(above) = line_above(text, &line) {
        let content = &text[above.clone()];
        let indent = content.len() - content.trim_start_matches([' ', '\t']).len();
        let Some(found) = content[..indent].find('\t') else { break };
        tab = above.start + found;
        line = above;
    }
    tab
}

/// A colon that cannot end a key here: it stands in a text, or the lines before it mislead.
fn colon(text: &str, at: usize) -> Fault {
    let in_text = (YamlFault::ColonInText, at..at + width(text, at));
    if open_bracket(text, at).is_some() {
        return unclosed_above(text, at).unwrap_or(in_text);
    }
    let line = line_around(text, at);
    let key = text[line.start..at].trim().trim_start_matches("- ").trim();
    if key.contains(": ") || key.contains(' ') {
        return in_text;
    }
    let Some(above) = line_above(text, &line) else { return (YamlFault::Other, in_text.1) };
    if let Some(blank) = missing_blank(text, &above) {
        return blank;
    }
    let is_text = text[above].contains(": ");
    let start = line.start + text[line.clone()].find(key).unwrap_or(0);
    if is_text { (YamlFault::Indentation, start..at) } else { in_text }
}

/// A line that is no key: its colon has no blank behind it, or there is none.
fn key_without_colon(text: &str, at: usize) -> Fault {
    let line = line_around(text, at);
    let content = text[line.clone()].trim();
    let start = line.start + text[line.clone()].find(content).unwrap_or(0);
    missing_blank(text, &line).unwrap_or((YamlFault::KeyWithoutColon, start..start + content.len()))
}

/// The colon of `key:value`, on a line that has no other colon with a blank behind it.
fn missing_blank(text: &str, line: &Range<usize>) -> Option<Fault> {
    let content = &text[line.clone()];
    let at = content.find(':')?;
    let key = content[..at].trim().trim_start_matches("- ");
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'));
    let rest = &content[at + 1..];
    let joined = !rest.is_empty() && !rest.starts_with(' ') && !rest.starts_with("//") && !content.contains(": ");
    let colon = line.start + at;
    (is_key && joined).then(|| match rest.strip_prefix('\u{a0}') {
        Some(_) => (YamlFault::NoBreakSpace, colon + 1..colon + 1 + '\u{a0}'.len_utf8()),
        None => (YamlFault::BlankAfterColon, colon..colon + 1),
    })
}

/// A text that goes on behind its closing quotation mark, or an earlier text that was never closed.
fn after_quote(text: &str, at: usize) -> Fault {
    let before = text[..at].trim_end_matches([' ', '\t', '\n']);
    let Some(quote) = before.chars().next_back().filter(|c| matches!(c, '"' | '\'')) else {
        return (YamlFault::TextAfterQuote, at..at + width(text, at));
    };
    let close = before.len() - 1;
    if let Some(open) = opening(&before[..close], quote)
        && before[open..].contains('\n')
    {
        return (YamlFault::UnclosedQuote, open..open + 1);
    }
    if before.len() < at && open_bracket(text, at).is_some() {
        return (YamlFault::MissingComma, at..at + width(text, at));
    }
    (YamlFault::TextAfterQuote, close..close + 1)
}

/// The mark that opens the quoted text which ends at the end of `before`.
fn opening(before: &str, quote: char) -> Option<usize> {
    let mut end = before.len();
    loop {
        let at = before[..end].rfind(quote)?;
        if quote == '\'' && before[..at].ends_with('\'') {
            end = at - 1;
            continue;
        }
        let escaped = quote == '"' && before[..at].bytes().rev().take_while(|&byte| byte == b'\\').count() % 2 == 1;
        if !escaped {
            return Some(at);
        }
        end = at;
    }
}

/// The first backslash of a quoted text that stands before a letter with no meaning, or before a number that is none.
fn escape(text: &str, at: usize) -> Fault {
    let bytes = text.as_bytes();
    let mut here = at;
    while let Some(found) = text[here..].find('\\').map(|found| here + found) {
        let next = bytes.get(found + 1).copied().unwrap_or(b'?');
        let digits = match next {
            b'x' => 2,
            b'u' => 4,
            b'U' => 8,
            _ => 0,
        };
        let number = bytes.get(found + 2..found + 2 + digits).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let surrogate = next == b'u' && bytes.get(found + 2).is_some_and(|digit| digit.eq_ignore_ascii_case(&b'd'));
        if !b"0abt\tnvfre \"/\\N_LPxuU\n".contains(&next) || !number || surrogate {
            return (YamlFault::BadEscape, found..found + 1 + width(text, found + 1));
        }
        here = found + 2;
    }
    (YamlFault::BadEscape, at..at + width(text, at))
}

/// A line or an element that stands at a column where none can.
fn indentation(text: &str, at: usize) -> Fault {
    let line = line_around(text, at);
    let before = text[line.start..at].trim_end();
    let reserved = |at: usize| (YamlFault::ReservedCharacter, at..at + width(text, at));
    if before.ends_with([']', '}']) {
        let value = before.find([':', '-']).map_or(line.start, |colon| line.start + colon + 1);
        let open = text[value..at].find(['[', '{']).map_or(at, |open| value + open);
        return reserved(open);
    }
    if is_one_of(text, at, "-?") && before.ends_with(':') {
        return reserved(at);
    }
    let word = text[at..line.end].find([' ', ':']).unwrap_or(line.end - at);
    (YamlFault::Indentation, at..at + word.max(width(text, at)))
}

/// A bracket opened on an earlier line, when this line looks like the next key and closes nothing.
fn unclosed_above(text: &str, at: usize) -> Option<Fault> {
    let open = open_bracket(text, at)?;
    let line = line_around(text, at);
    let is_key = text[line.start..].trim_start_matches([' ', '-']).find(':').is_some_and(|colon| {
        let word = &text[line.start..].trim_start_matches([' ', '-'])[..colon];
        word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    });
    let closes = text[line.clone()].contains([']', '}']) && !text[line.clone()].contains(['[', '{']);
    (open < line.start && is_key && !closes).then_some((YamlFault::UnclosedBracket, open..open + 1))
}

/// The innermost bracket that opens a list or map before `at` and is not closed there.
fn open_bracket(text: &str, at: usize) -> Option<usize> {
    let bytes = &text.as_bytes()[..at];
    let mut open: Vec<usize> = Vec::new();
    // Whether a value may begin here: at the start of a line, or behind `:`, `-`, `,` or a bracket.
    let mut begins = true;
    let mut here = 0;
    while here < bytes.len() {
        let byte = bytes[here];
        match byte {
            b' ' | b'\t' => {}
            b'\n' => begins = true,
            b'#' if here == 0 || bytes[here - 1].is_ascii_whitespace() => {
                here += bytes[here..].iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len() - here);
                continue;
            }
            b'"' | b'\'' if begins => {
                here = end_of_quoted(bytes, here)?;
                begins = false;
                continue;
            }
            b'[' | b'{' if begins || !open.is_empty() => {
                open.push(here);
                begins = true;
            }
            b']' | b'}' => {
                open.pop();
                begins = false;
            }
            b':' | b'-' | b',' => begins = true,
            _ => begins = false,
        }
        here += 1;
    }
    open.last().copied()
}

fn end_of_quoted(bytes: &[u8], open: usize) -> Option<usize> {
    let quote = bytes[open];
    let mut at = open + 1;
    loop {
        match *bytes.get(at)? {
            b'\\' if quote == b'"' => at += 2,
            byte if byte == quote => return Some(at + 1),
            _ => at += 1,
        }
    }
}
