//! What stands around the text: the contents, header and footer, settings, properties, numberings, relations.

use super::MARGIN;
use super::paragraph::Counted;
use super::writer::{CONTENTS, Entry, Written};
use super::xml::{language_tag, text_into};
use crate::report::language::Language;
use crate::report::view::Page;

/// The namespaces of the parts that hold text.
const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The looks, with a place for the language of the document.
const STYLES: &str = include_str!("styles.xml");

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text_into(&mut out, text);
    out
}

/// A field of Word with what it shows until Word computes it.
fn field(code: &str, shown: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {code} </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

/// What the document begins with.
pub(super) fn before() -> String {
    format!("{DECLARATION}<w:document {NAMESPACES}><w:body>")
}

/// The contents, after the cover. The lines are there; the page numbers come when Word computes the fields, which it offers on opening.
pub(super) fn contents(entries: &[Entry], language: &Language) -> String {
    let mut out = String::from(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>\
         <w:p><w:pPr><w:pStyle w:val=\"TOCHeading\"/></w:pPr><w:r><w:t>",
    );
    text_into(&mut out, language.term("page.contents"));
    out.push_str("</w:t></w:r></w:p>");
    let (first, last) = (CONTENTS.start(), CONTENTS.end());
    let mut begin = format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"{first}-{last}\" \\h \\z \\u </w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
    );
    for Entry { level, text, place } in entries {
        out.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"TOC{level}\"/></w:pPr>{}", std::mem::take(&mut begin)));
        out.push_str(&format!("<w:hyperlink w:anchor=\"{place}\" w:history=\"1\"><w:r><w:t xml:space=\"preserve\">"));
        text_into(&mut out, text);
        out.push_str(&format!("</w:t></w:r><w:r><w:tab/></w:r>{}</w:hyperlink></w:p>", field(&format!("PAGEREF {place} \\h"), "")));
    }
    out.push_str(&format!(
        "<w:p><w:pPr><w:pStyle w:val=\"TOC2\"/></w:pPr>{begin}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:sdtContent></w:sdt>"
    ));
    out
}

/// What the document ends with: A4, and the header and footer of every page but the cover.
pub(super) fn after() -> String {
    format!(
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/><w:footerReference w:type=\"default\" r:id=\"footer\"/>\
         <w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"{MARGIN}\" w:right=\"{MARGIN}\" w:bottom=\"{MARGIN}\" w:left=\"{MARGIN}\" \
         w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>"
    )
}

/// The header: the running title, and at the right that it is a draft.
pub(super) fn header(page: &Page) -> String {
    let (title, draft) = (escaped(&page.running_title), escaped(page.draft.as_deref().unwrap_or_default()));
    format!(
        "{DECLARATION}<w:hdr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{title}</w:t></w:r>\
         <w:r><w:tab/></w:r><w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">{draft}</w:t></w:r></w:p></w:hdr>"
    )
}

/// The footer: the version of the plan, and at the right `page 3 / 60`.
pub(super) fn footer(page: &Page, language: &Language) -> String {
    let (left, word) = (escaped(&page.footer_left), escaped(language.term("page.page")));
    let (number, all) = (field("PAGE", "1"), field("NUMPAGES", "1"));
    format!(
        "{DECLARATION}<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{left}</w:t></w:r>\
         <w:r><w:tab/></w:r><w:r><w:t xml:space=\"preserve\">{word} </w:t></w:r>{number}<w:r><w:t xml:space=\"preserve\"> / </w:t></w:r>{all}</w:p></w:ftr>"
    )
}

/// The looks.
pub(super) fn styles(page: &Page) -> String {
    STYLES.replace("{language}", &escaped(language_tag(&page.lang)))
}

/// The settings: fields are computed on opening, and Word lays out as it does now, not as some version before.
pub(super) fn settings(page: &Page) -> String {
    let language = escaped(language_tag(&page.lang));
    format!(
        "{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"709\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/><w:updateFields w:val=\"true\"/><w:compat><w:compatSetting w:name=\"compatibilityMode\" \
         w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"{language}\"/></w:settings>"
    )
}

/// The fonts, with what stands in where they are missing.
pub(super) fn fonts() -> String {
    let font = |name: &str, other: &str, family: &str| {
        format!("<w:font w:name=\"{name}\"><w:altName w:val=\"{other}\"/><w:family w:val=\"{family}\"/><w:pitch w:val=\"variable\"/></w:font>")
    };
    let fonts = font("Sylfaen", "Noto Serif Georgian", "roman")
        + &font("Segoe UI Symbol", "Noto Sans Symbols 2", "swiss")
        + &font("Consolas", "DejaVu Sans Mono", "modern");
    format!("{DECLARATION}<w:fonts {NAMESPACES}>{fonts}</w:fonts>")
}

/// Bullets and numbers; each list that counts has a numbering of its own, so that it begins anew.
pub(super) fn numbering(counted: &[Counted]) -> String {
    let level = |format: &str, text: &dyn Fn(usize) -> String| -> String {
        let one = |level: usize| {
            format!(
                "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{}\"/><w:lvlJc w:val=\"left\"/>\
                 <w:pPr><w:ind w:left=\"{}\" w:hanging=\"360\"/></w:pPr></w:lvl>",
                text(level),
                (level + 1) * 360
            )
        };
        (0..9).map(one).collect()
    };
    let bullets = level("bullet", &|level| if level % 2 == 0 { "•" } else { "–" }.to_owned());
    let numbers = level("decimal", &|level| format!("%{}.", level + 1));
    let mut out = format!(
        "{DECLARATION}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{bullets}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType w:val=\"hybridMultilevel\"/>{numbers}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
    );
    for (number, Counted { level, start }) in (2..).zip(counted) {
        out.push_str(&format!(
            "<w:num w:numId=\"{number}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"{level}\"><w:startOverride w:val=\"{start}\"/></w:lvlOverride></w:num>"
        ));
    }
    out.push_str("</w:numbering>");
    out
}

/// Title and language, without an author or a day.
pub(super) fn properties(page: &Page) -> String {
    let (title, language) = (escaped(&page.title), escaped(language_tag(&page.lang)));
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )
}

/// Relations as a part of the file: id, kind, target, and whether that is outside the file.
fn relations<'a>(relations: impl Iterator<Item = (String, String, &'a str, bool)>) -> String {
    let mut out = format!("{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (id, kind, target, outside) in relations {
        out.push_str(&format!("<Relationship Id=\"{id}\" Type=\"{kind}\" Target=\""));
        text_into(&mut out, target);
        out.push_str(if outside { "\" TargetMode=\"External\"/>" } else { "\"/>" });
    }
    out.push_str("</Relationships>");
    out
}

/// What the file consists of.
pub(super) fn root_relations() -> String {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties".to_owned();
    let parts = [("document", format!("{OFFICE}/officeDocument"), "word/document.xml"), ("core", core, "docProps/core.xml")];
    relations(parts.into_iter().map(|(id, kind, target)| (id.to_owned(), kind, target, false)))
}

/// What the document consists of, and where its links lead.
pub(super) fn document_relations(written: &Written) -> String {
    let parts = ["styles", "settings", "numbering", "fontTable", "header", "footer"];
    let targets = ["styles.xml", "settings.xml", "numbering.xml", "fontTable.xml", "header.xml", "footer.xml"];
    let own = parts.iter().zip(targets).map(|(part, target)| ((*part).to_owned(), format!("{OFFICE}/{part}"), target, false));
    let links =
        (1..).zip(&written.addresses).map(|(number, address)| (format!("link{number}"), format!("{OFFICE}/hyperlink"), address.as_str(), true));
    relations(own.chain(links))
}

/// What sort each part is.
pub(super) fn types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let parts = [
        ("document", "document.main"),
        ("styles", "styles"),
        ("settings", "settings"),
        ("numbering", "numbering"),
        ("fontTable", "fontTable"),
        ("header", "header"),
        ("footer", "footer"),
    ];
    let overrides: String = parts.map(|(part, kind)| format!("<Override PartName=\"/word/{part}.xml\" ContentType=\"{word}.{kind}+xml\"/>")).concat();
    format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         {overrides}<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>"
    )
}
