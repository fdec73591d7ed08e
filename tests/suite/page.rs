//! A finished page as a browser would see it, near enough for tests: its elements, their attributes and the visible text.

use std::collections::{BTreeMap, BTreeSet};

/// A start tag, or an end tag with the name `/name`.
#[derive(Clone, Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) attributes: BTreeMap<String, String>,
    /// The text between this tag and the next one.
    pub(super) text: String,
}

/// All tags of a page in their order; what stands in scripts and styles is no text.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub(super) tags: Vec<Tag>,
}

impl Page {
    pub(super) fn new(html: &str) -> Self {
        let mut tags: Vec<Tag> = Vec::new();
        let mut rest = html;
        while let Some(start) = rest.find('<') {
            rest = &rest[start..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                let text = decoded(&rest[..rest.find('<').unwrap_or(rest.len())]);
                tags.last_mut().into_iter().for_each(|tag| tag.text.push_str(&text));
                continue;
            }
            let (inside, after) = closed(&rest[1..]);
            let name: String = inside.chars().take_while(|c| !c.is_whitespace()).collect::<String>().trim_end_matches('/').to_lowercase();
            let text = match name.as_str() {
                "script" | "style" => "",
                _ => &after[..after.find('<').unwrap_or(after.len())],
            };
            tags.push(Tag { attributes: attributes(&inside[name.len().min(inside.len())..]), text: decoded(text), name: name.clone() });
            rest = match name.as_str() {
                "script" | "style" => after.find(&format!("</{name}")).map_or("", |end| &after[end..]),
                _ => after,
            };
        }
        Self { tags }
    }

    pub(super) fn named<'p>(&'p self, name: &str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }

    /// The values of an attribute of all elements with this name.
    pub(super) fn all(&self, name: &str, attribute: &str) -> Vec<&str> {
        self.named(name).filter_map(|tag| tag.attributes.get(attribute)).map(String::as_str).collect()
    }

    /// Addresses outside the page that links lead to, each once.
    pub(super) fn outside(&self) -> BTreeSet<&str> {
        self.all("a", "href").into_iter().filter(|address| !address.starts_with('#')).collect()
    }

    /// The visible text; a line break of the page is a line break, other elements change nothing.
    pub(super) fn text(&self) -> String {
        self.tags.iter().fold(String::new(), |text, tag| text + if tag.name == "br" { "\n" } else { "" } + &tag.text)
    }

    /// How many cells each row has, table by table.
    pub(super) fn tables(&self) -> Vec<Vec<usize>> {
        let mut tables = Vec::new();
        for tag in &self.tags {
            let table: Option<&mut Vec<usize>> = tables.last_mut();
            match (tag.name.as_str(), table) {
                ("table", _) => tables.push(Vec::new()),
                ("tr", Some(rows)) => rows.push(0),
                ("td" | "th", Some(rows)) => {
                    let span = tag.attributes.get("colspan").map_or(1, |span| span.parse().unwrap());
                    *rows.last_mut().unwrap() += span;
                }
                _ => {}
            }
        }
        tables
    }

    /// That nothing on the page acts or asks for anything from outside.
    #[track_caller]
    pub(super) fn is_harmless(&self, scripts: usize) {
        assert_eq!(self.named("script").count(), scripts);
        for tag in &self.tags {
            let forbidden = ["iframe", "img", "object", "embed", "form", "base", "video", "audio", "source", "frame", "applet"];
            assert!(!forbidden.contains(&tag.name.as_str()) && (tag.name != "link" || is_icon(tag)), "{tag:?}");
            for (attribute, value) in tag.attributes.iter().filter(|_| !is_icon(tag)) {
                let value = value.trim().to_lowercase();
                assert!(!attribute.starts_with("on") && attribute != "src" && attribute != "srcdoc", "{tag:?}");
                let acts = ["javascript:", "data:", "vbscript:"].iter().any(|scheme| value.starts_with(scheme));
                assert!(!acts, "{tag:?}");
            }
        }
    }
}

/// The empty icon, which keeps a browser from asking for one.
fn is_icon(tag: &Tag) -> bool {
    let is = |attribute: &str, value: &str| tag.attributes.get(attribute).is_some_and(|given| given == value);
    tag.name == "link" && tag.attributes.len() == 2 && is("rel", "icon") && is("href", "data:,")
}

/// Where a document, a page or Markdown, has the place with this id.
pub(super) fn place(text: &str, id: &str) -> Option<usize> {
    text.find(&format!("id=\"{id}\"")).or_else(|| text.find(&format!("id={id}>")))
}

/// A tag up to its `>`, which may stand in a quoted attribute, and what follows.
fn closed(text: &str) -> (&str, &str) {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return (&text[..at], &text[at + 1..]),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    (text, "")
}

fn attributes(mut text: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    loop {
        text = text.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if text.is_empty() {
            return found;
        }
        let end = text.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(text.len());
        let (name, rest) = text.split_at(end.max(1));
        let (value, rest) = match rest.strip_prefix('=') {
            None => ("", rest),
            Some(rest) => match rest.chars().next() {
                Some(quote @ ('"' | '\'')) => rest[1..].split_once(quote).unwrap_or((&rest[1..], "")),
                _ => rest.split_at(rest.find(char::is_whitespace).unwrap_or(rest.len())),
            },
        };
        assert!(found.insert(name.to_lowercase(), decoded(value)).is_none(), "{name} twice in {text}");
        text = rest;
    }
}

fn decoded(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').map_or(rest.len(), |end| end + 1);
        let number = |name: &str| match name.strip_prefix("&#x") {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => name.strip_prefix("&#")?.parse().ok(),
        };
        let name = rest[..end].trim_end_matches(';');
        match name {
            "&amp;" | "&amp" => out.push('&'),
            "&lt" => out.push('<'),
            "&gt" => out.push('>'),
            "&quot" => out.push('"'),
            "&nbsp" => out.push('\u{a0}'),
            _ => match number(name).and_then(char::from_u32) {
                Some(c) => out.push(c),
                None => panic!("{name} in {text}"),
            },
        }
        rest = &rest[end..];
    }
    out + rest
}

#[test]
fn a_page_is_read_as_a_browser_would() {
    let html = "<p class=\"a>b\" id='x'>1 &lt;b&gt; &#39;<br>2<!-- <b> -->3<script>\"<img>\"</script><table><tr><td colspan=\"2\">c<th>d</table>";
    let page = Page::new(html);
    let names: Vec<&str> = page.tags.iter().map(|tag| tag.name.as_str()).collect();
    assert_eq!(names, ["p", "br", "script", "/script", "table", "tr", "td", "th", "/table"]);
    assert_eq!((page.all("p", "class"), page.text(), page.tables()), (vec!["a>b"], "1 <b> '\n23cd".to_owned(), vec![vec![3]]));
    for hostile in ["<script>x</script>", "<a ONCLICK=x>", "<img>", "<a href=' JavaScript:x'>", "<p src=x>"] {
        assert!(std::panic::catch_unwind(|| Page::new(hostile).is_harmless(0)).is_err(), "{hostile}");
    }
}
