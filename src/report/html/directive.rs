//! The block directives: comments that stand alone on a line.
//!
//! Only the reading of one comment is here. Whether it fits where it stands is the writer's question.

use super::text::{is_class, is_id, is_language};

/// What one comment asks for.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::report) enum Directive<'t> {
    /// Begins a section, with an id unless that is `-`.
    Section { id: Option<&'t str>, classes: &'t str },
    /// Begins a box.
    Div(&'t str),
    /// Begins an article.
    Article(&'t str),
    /// Begins a box in another language.
    Lang(&'t str),
    /// Ends the element of this name.
    End(&'static str),
    /// Gives classes to the list that follows.
    List(&'t str),
    /// Gives classes to the table that follows, and makes a paragraph between them its caption.
    Table(&'t str),
    /// Gives classes to the paragraph that follows.
    Paragraph(&'t str),
}

impl<'t> Directive<'t> {
    /// Reads the text of an HTML block; `None` if it is anything but one well-formed directive.
    pub(in crate::report) fn read(block: &'t str) -> Option<Self> {
        let inner = block.trim().strip_prefix("<!-- ")?.strip_suffix(" -->")?;
        let (name, words) = inner.split_once(' ').unwrap_or((inner, ""));
        let classes = || (!words.is_empty() && are_classes(words)).then_some(words);
        match name {
            "section" => {
                let (id, classes) = words.split_once(' ').unwrap_or((words, ""));
                let fits = is_id(id) && (classes.is_empty() || are_classes(classes));
                fits.then_some(Self::Section { id: (id != "-").then_some(id), classes })
            }
            "div" => classes().map(Self::Div),
            "article" => classes().map(Self::Article),
            "lang" => is_language(words).then_some(Self::Lang(words)),
            "list" => classes().map(Self::List),
            "table" => classes().map(Self::Table),
            "p" => classes().map(Self::Paragraph),
            _ if !words.is_empty() => None,
            "/section" => Some(Self::End("section")),
            "/article" => Some(Self::End("article")),
            "/div" | "/lang" => Some(Self::End("div")),
            _ => None,
        }
    }
}

fn are_classes(words: &str) -> bool {
    words.split(' ').all(is_class)
}

#[cfg(test)]
mod tests {
    use super::Directive::{self, Div, End, Lang, List, Paragraph, Section, Table};

    #[test]
    fn every_directive_is_read() {
        let cases = [
            ("<!-- section summary sheet -->\n", Section { id: Some("summary"), classes: "sheet" }),
            ("<!-- section g-4.2 -->", Section { id: Some("g-4.2"), classes: "" }),
            ("<!-- section - sheet -->", Section { id: None, classes: "sheet" }),
            ("<!-- div verdict in-progress -->", Div("verdict in-progress")),
            ("<!-- article activity -->", Directive::Article("activity")),
            ("<!-- lang en -->", Lang("en")),
            ("<!-- list who -->", List("who")),
            ("<!-- table overview stack -->", Table("overview stack")),
            ("<!-- p lede -->", Paragraph("lede")),
            ("<!-- /section -->", End("section")),
            ("<!-- /div -->", End("div")),
            ("<!-- /article -->", End("article")),
            ("<!-- /lang -->", End("div")),
        ];
        for (text, directive) in cases {
            assert_eq!(Directive::read(text), Some(directive), "{text}");
        }
    }

    #[test]
    fn anything_else_is_not_a_directive() {
        let cases = [
            "<!-- section x\" onclick= -->",
            "<!-- section -->",
            "<!-- section a  b -->",
            "<!-- div -->",
            "<!-- div Verdict -->",
            "<!-- div a_b -->",
            "<!-- div a\nb -->",
            "<!-- lang english -->",
            "<!-- lang EN -->",
            "<!-- script -->",
            "<!-- /div x -->",
            "<!-- /body -->",
            "<!--div a-->",
            "<!-- div a --> and more",
            "<!-- div a --><!-- div b -->",
            "<div class=\"a\">",
        ];
        for text in cases {
            assert_eq!(Directive::read(text), None, "{text}");
        }
    }
}
