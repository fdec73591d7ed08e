//! The Word document of a report: every part is sound XML, nothing of the Markdown is lost, hostile texts included.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use plan::compile::{Document, Request, documents};
use plan::model::date::Date;
use plan::model::text::Language as Code;
use plan::report::Format;
use plan::report::docx::docx;
use plan::report::language::Language;
use plan::report::view::Page;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::adopted::repository;
use super::harmless::HOSTILE;

/// What a part holds: its elements in their order, each with its attributes, and the text of runs in front of the next element.
#[derive(Debug)]
enum Piece {
    Begins(String, BTreeMap<String, String>),
    Ends(String),
    Text(String),
}

/// Reads a part and fails where it is not well-formed.
fn pieces(name: &str, xml: &str) -> Vec<Piece> {
    let valid = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(xml.chars().all(valid), "{name} holds a character that XML cannot");
    assert!(!xml.contains("]]>"), "{name}");
    let mut reader = Reader::from_str(xml);
    let mut pieces = Vec::new();
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref().is_empty() => panic!("{name}: an element without a name"),
            Event::Start(tag) => {
                depth += 1;
                pieces.push(begins(name, &tag));
            }
            Event::Empty(tag) => {
                pieces.push(begins(name, &tag));
                pieces.push(Piece::Ends(tag.name().as_ref().to_owned()));
            }
            Event::End(tag) => {
                depth -= 1;
                pieces.push(Piece::Ends(tag.name().as_ref().to_owned()));
            }
            Event::Text(text) => pieces.push(Piece::Text(text.to_string())),
            Event::GeneralRef(entity) => {
                let shown = match &*entity {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    other => panic!("{name}: &{other};"),
                };
                pieces.push(Piece::Text(shown.to_owned()));
            }
            Event::Decl(_) => {}
            Event::Eof => break,
            other => panic!("{name}: {other:?}"),
        }
    }
    assert_eq!(depth, 0, "{name} ends too early");
    pieces
}

fn begins(name: &str, tag: &quick_xml::events::BytesStart<'_>) -> Piece {
    let attributes = tag.attributes().map(|attribute| {
        let attribute = attribute.unwrap_or_else(|error| panic!("{name}: {error}"));
        (attribute.key.as_ref().to_owned(), attribute.value.into_owned())
    });
    Piece::Begins(tag.name().as_ref().to_owned(), attributes.collect())
}

/// The parts of a document by their names, each read.
fn parts(document: &[u8]) -> BTreeMap<String, (String, Vec<Piece>)> {
    let mut file = zip::ZipArchive::new(Cursor::new(document)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..file.len() {
        let mut entry = file.by_index(at).unwrap();
        let (name, mut text) = (entry.name().unwrap().into_owned(), String::new());
        entry.read_to_string(&mut text).unwrap();
        let read = pieces(&name, &text);
        parts.insert(name, (text, read));
    }
    parts
}

fn values<'p>(pieces: &'p [Piece], element: &str, attribute: &str) -> Vec<&'p str> {
    let found = pieces.iter().filter_map(|piece| match piece {
        Piece::Begins(name, attributes) if name == element => attributes.get(attribute).map(String::as_str),
        _ => None,
    });
    found.collect()
}

/// The text without blanks, which may be others than those of the Markdown.
fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The words of the text, without the contents and what fields show.
fn words(pieces: &[Piece]) -> String {
    let (mut out, mut contents, mut text) = (String::new(), 0, false);
    for piece in pieces {
        match piece {
            Piece::Begins(name, _) if name == "w:sdt" => contents += 1,
            Piece::Ends(name) if name == "w:sdt" => contents -= 1,
            Piece::Begins(name, _) if name == "w:t" => text = true,
            Piece::Ends(name) if name == "w:t" => text = false,
            Piece::Text(words) if text && contents == 0 => out.push_str(words),
            _ => {}
        }
    }
    dense(&out)
}

/// What links, bookmarks, relations and numberings must keep to; without it Word calls a file damaged.
fn sound(parts: &BTreeMap<String, (String, Vec<Piece>)>) {
    let body = &parts["word/document.xml"].1;
    let relations: BTreeSet<&str> = values(&parts["word/_rels/document.xml.rels"].1, "Relationship", "Id").into_iter().collect();
    for (element, attribute) in [("w:hyperlink", "r:id"), ("w:headerReference", "r:id"), ("w:footerReference", "r:id")] {
        assert!(values(body, element, attribute).iter().all(|id| relations.contains(id)), "{element}");
    }
    let names = values(body, "w:bookmarkStart", "w:name");
    let fits = |name: &&str| {
        name.len() <= 40 && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !name.starts_with(|c: char| c.is_ascii_digit())
    };
    assert!(names.iter().all(fits), "{names:?}");
    assert_eq!(names.iter().map(|name| name.to_ascii_lowercase()).collect::<BTreeSet<_>>().len(), names.len(), "two places of one name");
    assert_eq!(values(body, "w:bookmarkStart", "w:id"), values(body, "w:bookmarkEnd", "w:id"));
    let numberings: BTreeSet<&str> = values(&parts["word/numbering.xml"].1, "w:num", "w:numId").into_iter().collect();
    assert!(values(body, "w:numId", "w:val").iter().all(|id| numberings.contains(id)));
    let styles: BTreeSet<&str> = values(&parts["word/styles.xml"].1, "w:style", "w:styleId").into_iter().collect();
    for element in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
        assert!(values(body, element, "w:val").iter().all(|style| styles.contains(style)), "{element}");
    }
    // A cell must end with a paragraph, and nothing but runs stands in one.
    let mut open: Vec<&str> = Vec::new();
    let mut last = "";
    for piece in body {
        match piece {
            Piece::Begins(name, _) => {
                let inside = open.last().copied().unwrap_or_default();
                let allowed = match name.as_str() {
                    "w:p" => ["w:body", "w:tc", "w:sdtContent"].contains(&inside),
                    "w:tbl" => ["w:body", "w:tc"].contains(&inside),
                    "w:r" => ["w:p", "w:hyperlink"].contains(&inside),
                    "w:hyperlink" => inside == "w:p",
                    "w:tc" => inside == "w:tr",
                    _ => true,
                };
                assert!(allowed, "{name} in {inside}");
                open.push(name);
            }
            Piece::Ends(name) => {
                assert!(name != "w:tc" || last == "w:p", "a cell ends with {last}");
                assert_eq!(open.pop(), Some(name.as_str()));
                last = name;
            }
            Piece::Text(_) => {}
        }
    }
}

fn report(formats: Vec<Format>) -> Vec<Document> {
    let mut checked = plan::check(repository(), Date::new(2021, 3, 1).unwrap());
    documents(&mut checked, &Request { period: "2020".into(), since: None, formats, as_of: None, stamp: None, public: false, templates: Vec::new() })
        .unwrap()
}

/// What the Markdown says: its words, and how many headings of each level, tables and rows of tables it has.
fn markdown(text: &str) -> (String, BTreeMap<u8, usize>, usize, usize) {
    let mut options = Options::default();
    options.extension.table = true;
    let (arena, mut out, mut headings, mut tables, mut rows) = (Arena::new(), String::new(), BTreeMap::new(), 0, 0);
    for node in parse_document(&arena, text, &options).descendants() {
        match &node.data().value {
            NodeValue::Text(literal) => out.push_str(literal),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::CodeBlock(code) => out.push_str(&code.literal),
            NodeValue::Heading(heading) => *headings.entry(heading.level).or_default() += 1,
            NodeValue::Table(_) => tables += 1,
            NodeValue::TableRow(_) => rows += 1,
            _ => {}
        }
    }
    (dense(&out), headings, tables, rows)
}

#[test]
fn everything_in_the_markdown_is_in_the_document() {
    let documents = report(vec![Format::Markdown, Format::Docx]);
    let find = |name: &str| documents.iter().find(|document| document.name == name).unwrap();
    for (code, tag, draft) in [("ka", "ka-GE", "პროექტი"), ("en", "en-GB", "draft")] {
        let parts = parts(&find(&format!("report.{code}.docx")).bytes);
        sound(&parts);
        let (text, body) = &parts["word/document.xml"];
        let (expected, headings, tables, rows) = markdown(find(&format!("report.{code}.md")).text());
        let found = words(body);
        if found != expected {
            let at = found.chars().zip(expected.chars()).take_while(|(a, b)| a == b).count();
            let near = |text: &str| text.chars().skip(at.saturating_sub(40)).take(80).collect::<String>();
            panic!("{code}: the document says {}, the Markdown {}", near(&found), near(&expected));
        }
        let styles = values(body, "w:pStyle", "w:val");
        for (level, count) in headings {
            assert_eq!(styles.iter().filter(|style| **style == format!("Heading{level}")).count(), count, "{code}: headings {level}");
        }
        // The key figures stand in a table that the Markdown has as a list.
        let heads = values(body, "w:tblStyle", "w:val").iter().filter(|style| **style == "ReportTable").count();
        assert_eq!((heads, text.matches("<w:tblHeader/>").count()), (tables, tables), "{code}: every table repeats its head");
        assert_eq!(text.matches("<w:tr>").count(), rows + 1, "{code}");
        let anchors: BTreeSet<&str> = values(body, "w:hyperlink", "w:anchor").into_iter().collect();
        let places: BTreeSet<&str> = values(body, "w:bookmarkStart", "w:name").into_iter().collect();
        assert_eq!(anchors.difference(&places).collect::<Vec<_>>(), Vec::<&&str>::new(), "{code}: links that lead nowhere");
        assert_eq!(places.iter().filter(|name| name.starts_with("a_")).count(), 57, "{code}: the activities");
        let styles = &parts["word/styles.xml"].1;
        assert_eq!(values(styles, "w:lang", "w:val"), [tag]);
        assert!(parts["docProps/core.xml"].0.contains(&format!("<dc:language>{tag}</dc:language>")));
        assert!(parts["word/header.xml"].0.contains(draft) && parts["word/settings.xml"].0.contains("<w:updateFields w:val=\"true\"/>"));
        let contents = text.split_once("<w:sdtContent>").unwrap().1.split_once("</w:sdtContent>").unwrap().0;
        let chapters = values(body, "w:pStyle", "w:val").iter().filter(|style| ["Heading2", "Heading3"].contains(style)).count();
        assert_eq!(contents.matches("PAGEREF _Toc").count(), chapters, "{code}: lines of the contents");
    }
    let georgian = parts(&find("report.ka.docx").bytes);
    assert!(values(&georgian["word/document.xml"].1, "w:lang", "w:val").iter().all(|tag| *tag != "ka-GE"), "only other languages are marked");
}

#[test]
fn the_same_report_is_the_same_file() {
    assert_eq!(report(vec![Format::Docx]), report(vec![Format::Docx]));
}

fn page() -> Page {
    Page {
        lang: "en".to_owned(),
        title: "T < & \u{0} \"".to_owned(),
        years: Vec::new(),
        description: String::new(),
        toc: Vec::new(),
        footer_left: "F ]]> <w:p>".to_owned(),
        running_title: "R\u{1}".to_owned(),
        draft: None,
    }
}

fn made(markdown: &[&str]) -> Vec<u8> {
    let given: Vec<String> = markdown.iter().map(|&part| part.to_owned()).collect();
    docx(&given, &page(), &Language::load(Code::EN, None).unwrap()).unwrap()
}

/// The text of the document that these parts of Markdown make; fails where it is not sound.
fn document(markdown: &[&str]) -> (String, String) {
    let parts = parts(&made(markdown));
    sound(&parts);
    let (text, body) = &parts["word/document.xml"];
    (text.clone(), words(body))
}

#[test]
fn hostile_texts_are_sound_and_shown() {
    let long = "ა".repeat(35_000);
    let others = [
        "a\u{0}b\u{1}c\u{b}d\u{c}e\u{1b}f\u{85}g\u{fffe}h\u{ffff}",
        "]]> <![CDATA[ x ]]> <w:p/> </w:t></w:r>",
        "\u{202e}abc\u{2066}\u{200f}",
        long.as_str(),
        "<https://example.org/?a=1&b=%zz[]{}|\\^`> [x](https://exa mple.org) [](#a\"b) [y](http://a.b/\u{1}) [](https://[::1]/)",
        "<!-- section x y -->\n\n<!-- /div -->\n\n<!-- /section -->\n\n<!-- list keys -->\n\n-\n-\n- **a** **b**\n  - c\n\n    | d |\n    |--|\n    | e |",
        "<!-- table x -->\n\n| a | b |\n|--|--|\n| c |",
        "1. a\n\n7. b\n\n> 3) c\n> > d\n> >\n> > ```\n> > e\n> > f\n> > ```\n\n---\n\n![p](q)",
        "x <!--en-->**y<!--/-->** <!--.src-->z<!--/--> <!--en-->w [v <!--ka-->u](#u)<!--/-->",
    ];
    for text in HOSTILE.iter().copied().chain(others) {
        let cell = plan::report::escape::cell(text);
        let prose = plan::report::escape::prose(text, 0);
        let table = format!("| {cell} | b |\n|--|--:|\n| {cell} | {cell} |\n| {cell} | |\n");
        let (_, found) = document(&["", text, &table, "end"]);
        assert!(found.ends_with("end"), "{text:?} swallows what follows");
        let shown = markdown(&prose).0.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
        assert_eq!(document(&["", &prose]).1, shown, "{text:?}");
    }
    assert_eq!(document(&["a\u{0}b \u{1}"]).1, "a\u{fffd}b\u{fffd}");
    assert_eq!(document(&["x <b onclick=y>z</b>\n\n<script>\na\n</script>"]).1, "x<bonclick=y>z</b><script>a</script>");
}

#[test]
fn directives_and_marks_become_looks() {
    let (xml, _) = document(&[
        "<!-- div notice -->\n\nn\n\n<!-- /div -->\n\n# t",
        "<!-- section s sheet -->\n\n## <a id=\"x-1\"></a>h\n\n[x](#x-1) [y](https://e.org/?a&b)",
    ]);
    for part in [
        "<w:pStyle w:val=\"Notice\"/>",
        "<w:pStyle w:val=\"Heading1\"/>",
        "<w:pStyle w:val=\"Heading2\"/><w:pageBreakBefore/></w:pPr><w:bookmarkStart w:id=\"1\" w:name=\"s\"/><w:bookmarkEnd w:id=\"1\"/><w:bookmarkStart w:id=\"2\" w:name=\"x_1\"/>",
        "<w:hyperlink w:anchor=\"x_1\" w:history=\"1\"><w:r><w:rPr><w:rStyle w:val=\"InternalLink\"/>",
        "<w:hyperlink r:id=\"link1\" w:history=\"1\"><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/>",
    ] {
        assert!(xml.contains(part), "{part} is not in {xml}");
    }
    let (xml, _) = document(&["<!-- lang ka -->\n\nა\n\n<!-- /lang -->\n\nb\n\n- c\n\n3. d\n\n<!-- list who -->\n\n- e"]);
    assert!(xml.contains("<w:lang w:val=\"ka-GE\"/></w:rPr><w:t xml:space=\"preserve\">ა<") && xml.contains("<w:r><w:t xml:space=\"preserve\">b<"));
    assert!(xml.contains("<w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t xml:space=\"preserve\">c<"));
    assert!(xml.contains("<w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t xml:space=\"preserve\">d<"));
    assert!(xml.contains("<w:pStyle w:val=\"ListText\"/></w:pPr><w:r><w:t xml:space=\"preserve\">e<"));
}

#[test]
#[allow(clippy::disallowed_methods, reason = "the test is about time")]
fn long_and_deep_texts_take_linear_time() {
    let start = std::time::Instant::now();
    for text in [
        "> ".repeat(5_000) + "x",
        "- ".repeat(1_000) + "x",
        "■ ".repeat(50_000),
        "<a id=\"x\"></a>".repeat(20_000),
        "[x](#a) ".repeat(20_000),
        "| a ".repeat(500) + "|\n" + &"|--".repeat(500) + "|\n" + &("| b ".repeat(500) + "|\n").repeat(50),
    ] {
        made(&["", &text]);
    }
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}
