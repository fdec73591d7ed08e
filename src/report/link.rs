//! Web addresses that agencies typed, made safe to link; anything else is shown as text.

use super::escape::markdown_escape;

/// Longest address that is linked, in bytes.
const LONGEST: usize = 2000;

/// The Markdown of one piece of evidence: `[host/…](url)` for an address that parses sanely, else its text.
pub fn evidence(text: &str) -> String {
    match address(text) {
        Some((label, url)) => format!("[{}]({url})", markdown_escape(&label)),
        None => markdown_escape(text),
    }
}

/// The Markdown of a piece of evidence as it stands in the list: an address in full, linked; else its text.
pub fn reference(text: &str) -> String {
    match address(text) {
        Some((_, url)) => format!("[{}]({url})", markdown_escape(text)),
        None => markdown_escape(text),
    }
}

/// The Markdown of the number of a piece of evidence: `[1]`, linked to the list.
pub fn cite(number: usize) -> String {
    format!("[\\[{number}\\]](#e-{number})")
}

/// A short label and a safe destination for an http or https address; nothing for any other text.
///
/// The destination holds only characters that cannot end a link; the rest is percent-encoded, and `&` is an entity,
/// because Markdown reads entities in destinations, too.
pub fn address(text: &str) -> Option<(String, String)> {
    let text = text.trim();
    let (scheme, rest) = text.split_once("://")?;
    let scheme = scheme.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https") || text.len() > LONGEST {
        return None;
    }
    let (authority, tail) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host(authority)?;
    let label = if matches!(tail, "" | "/") { host.to_owned() } else { format!("{host}/…") };
    let mut url = format!("{scheme}://{authority}");
    for c in tail.chars() {
        match c {
            '&' => url.push_str("&amp;"),
            c if c.is_ascii_alphanumeric() || "/?#%=.-_~:;,+!'@$".contains(c) => url.push(c),
            c if c.is_control() || c.is_whitespace() => return None,
            c => c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| url.push_str(&format!("%{byte:02X}"))),
        }
    }
    Some((label, url))
}

/// The host of an authority without a user: letters, digits, `.` and `-`, and digits as port.
fn host(authority: &str) -> Option<&str> {
    let (host, port) = authority.split_once(':').unwrap_or((authority, ""));
    let letters = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-'));
    let ends = host.starts_with(['.', '-']) || host.ends_with(['.', '-']) || host.contains("..");
    let port = port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
    (letters && !ends && port && host.contains('.')).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_linked_under_their_host() {
        assert_eq!(evidence("https://www.ilo.org/a_(b)/c?x=1&y=2#z"), "[www\\.ilo.org/…](https://www.ilo.org/a_%28b%29/c?x=1&amp;y=2#z)");
        assert_eq!(evidence("http://osh.ge/"), "[osh.ge](http://osh.ge/)");
        assert_eq!(evidence("https://mfa.gov.ge/ნდა|x"), "[mfa.gov.ge/…](https://mfa.gov.ge/%E1%83%9C%E1%83%93%E1%83%90%7Cx)");
    }

    #[test]
    fn other_texts_are_not_linked() {
        for text in [
            "javascript:alert(1)",
            "javascript://x.example/%0Aalert(1)",
            "data:text/html,<b>",
            "JAVASCRIPT:alert(1)",
            "https://",
            "https://user@bank.example/",
            "https://bank.example@evil.example/",
            "https://exa mple.org",
            "https://x.example/a b",
            "https://localhost/x",
            "ftp://x.example/",
            "decree No 12 of 2020",
        ] {
            assert_eq!(address(text), None, "{text}");
            assert!(!evidence(text).contains("]("), "{text}");
        }
    }

    #[test]
    fn nothing_breaks_out_of_a_link() {
        let hostile = "https://x.example/)[a](javascript:alert(1))<script>\"'`*|\\";
        let markdown = evidence(hostile);
        let arena = comrak::Arena::new();
        let root = comrak::parse_document(&arena, &markdown, &comrak::Options::default());
        let urls: Vec<String> = root
            .descendants()
            .filter_map(|node| match &node.data().value {
                comrak::nodes::NodeValue::Link(link) => Some(link.url.clone()),
                _ => None,
            })
            .collect();
        assert_eq!(urls, ["https://x.example/%29%5Ba%5D%28javascript:alert%281%29%29%3Cscript%3E%22'%60%2A%7C%5C"]);
    }
}
