//! YAML text to a tree in which every key and value has its bytes. The only user of the YAML parser.
//!
//! Scalars stay text: nothing here turns `5.10` into a number or `no` into a truth value. Anchors,
//! aliases and tags are problems, so that every value has one place and no file can grow when read.

use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle};

use crate::place::{At, Step};
use crate::problem::YamlFault;

/// Levels a document may be deep; a plan needs ten.
const DEPTH: usize = 64;

/// A value with its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Bytes of the value; empty where nothing was written.
    pub span: Range<usize>,
    /// The value.
    pub kind: Kind,
}

impl Node {
    /// The value at a place, if every step exists.
    pub fn at(&self, at: &At) -> Option<&Node> {
        let At::Path(steps) = at else { return None };
        steps.iter().try_fold(self, |node, step| node.step(step).map(|(node, _)| node))
    }

    /// One step down: the value and the bytes of its key.
    pub fn step(&self, step: &Step) -> Option<(&Node, Option<Range<usize>>)> {
        match (step, &self.kind) {
            (Step::Key(key), Kind::Map(entries)) => {
                entries.iter().find(|entry| entry.key == *key).map(|entry| (&entry.value, Some(entry.key_span.clone())))
            }
            (Step::Index(index), Kind::Sequence(items)) => items.get(*index as usize).map(|item| (item, None)),
            _ => None,
        }
    }
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nothing, `~` or `null`.
    Null,
    /// A text as written, and whether it stood without quotation marks.
    Scalar {
        /// The text.
        text: String,
        /// Without quotation marks.
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values in the order written, repeated keys included.
    Map(Vec<Entry>),
}

/// One key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Bytes of the key.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node,
}

/// A fault of the syntax and its bytes.
pub type Fault = (YamlFault, Range<usize>);

/// Reads one document; after a fault of the syntax the tree holds what stood before it.
pub fn parse(text: &str) -> (Option<Node>, Vec<Fault>) {
    let mut faults = control_characters(text);
    if !faults.is_empty() {
        return (None, faults);
    }
    let mut builder = Builder::default();
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        block_nesting_limit: DEPTH,
        flow_nesting_limit: DEPTH,
    };
    let mut stopped = false;
    let mut parser = Parser::new_from_str_with_options(text, options);
    while let Some(next) = parser.next_event() {
        match next {
            Ok((event, span)) => {
                let bytes = span.byte_range().unwrap_or(0..0);
                let tag = span.tag_span().and_then(|tag| tag.byte_range());
                if !builder.take(event, bytes, tag, &mut faults) {
                    break;
                }
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
                let at = crate::source::floor_boundary(text, at);
                faults.push(super::fault::refine(text, classify(error.kind()), at));
                builder.close_all();
                stopped = true;
                break;
            }
        }
    }
    if let (Some(Node { kind: Kind::Scalar { .. } | Kind::Sequence(_), span }), true) = (&builder.root, faults.is_empty()) {
        faults.push(super::fault::no_keys(text, span.start));
    }
    for (fault, bytes) in &mut faults {
        if *fault == YamlFault::Anchor
            && let Some(at) = text[..bytes.start].rfind('&')
        {
            *bytes = at..at + text[at..bytes.start].trim_end().len();
        }
    }
    let end = faults.last().filter(|_| stopped).map_or(text.len(), |(_, bytes)| bytes.end);
    if let Some(blank) = no_break_indentation(text, end, &builder.blocks) {
        // Whatever else was found follows from it.
        faults = vec![(YamlFault::NoBreakSpace, blank)];
    }
    (builder.root, faults)
}

#[derive(Default)]
struct Builder {
    root: Option<Node>,
    open: Vec<Open>,
    documents: usize,
    /// Bytes of texts whose lines may begin with any blanks.
    blocks: Vec<Range<usize>>,
}

enum Open {
    Sequence(Range<usize>, Vec<Node>),
    Map(Range<usize>, Vec<Entry>, Option<Key>),
}

/// A key that waits for its value; nothing where it is no text.
type Key = Option<(String, Range<usize>)>;

impl Builder {
    /// Takes one event; false when reading must stop.
    fn take(&mut self, event: Event<'_>, bytes: Range<usize>, tag: Option<Range<usize>>, faults: &mut Vec<Fault>) -> bool {
        if let Some(tag) = tag {
            faults.push((YamlFault::Tag, tag));
        }
        if let Event::Scalar(_, _, anchor, _) | Event::SequenceStart(_, anchor, _) | Event::MappingStart(_, anchor, _) = &event
            && *anchor != 0
        {
            faults.push((YamlFault::Anchor, bytes.clone()));
        }
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    faults.push((YamlFault::SecondDocument, bytes));
                    return false;
                }
            }
            Event::Scalar(text, style, ..) => {
                if style != ScalarStyle::Plain {
                    self.blocks.push(bytes.clone());
                }
                let plain = style == ScalarStyle::Plain;
                let kind = if plain && (bytes.is_empty() || matches!(&*text, "~" | "null")) {
                    Kind::Null
                } else {
                    Kind::Scalar { text: text.into_owned(), plain }
                };
                self.place(Node { span: bytes, kind }, faults);
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                faults.push((YamlFault::Alias, bytes.clone()));
                self.place(Node { span: bytes, kind: Kind::Null }, faults);
            }
            Event::SequenceStart(..) => self.open.push(Open::Sequence(bytes, Vec::new())),
            Event::MappingStart(..) => self.open.push(Open::Map(bytes, Vec::new(), None)),
            Event::SequenceEnd | Event::MappingEnd => self.close(bytes.end, faults),
            _ => {}
        }
        true
    }

    fn close(&mut self, end: usize, faults: &mut Vec<Fault>) {
        let node = match self.open.pop() {
            Some(Open::Sequence(span, items)) => Node { span: span.start..end.max(span.end), kind: Kind::Sequence(items) },
            Some(Open::Map(span, entries, _)) => Node { span: span.start..end.max(span.end), kind: Kind::Map(entries) },
            None => return,
        };
        self.place(node, faults);
    }

    /// Closes what a fault left open, so that what stood before it can still be checked.
    fn close_all(&mut self) {
        while !self.open.is_empty() {
            self.close(0, &mut Vec::new());
        }
    }

    fn place(&mut self, node: Node, faults: &mut Vec<Fault>) {
        match self.open.last_mut() {
            None => {
                self.root.get_or_insert(node);
            }
            Some(Open::Sequence(_, items)) => items.push(node),
            Some(Open::Map(_, entries, key)) => match key.take() {
                Some(Some((key, key_span))) => entries.push(Entry { key, key_span, value: node }),
                // The value of what is no key has no place.
                Some(None) => {}
                None => match node.kind {
                    Kind::Scalar { text, .. } => *key = Some(Some((text, node.span))),
                    _ => {
                        faults.push((YamlFault::KeyNotText, node.span));
                        *key = Some(None);
                    }
                },
            },
        }
    }
}

/// The sort of fault by the parser's word alone; [`super::fault`] looks at the text as well.
fn classify(kind: &ErrorKind) -> YamlFault {
    use ErrorKind as K;
    match kind {
        K::MappingValueNotAllowed | K::InvalidColonPlacement | K::FlowMappingValueAdjacentCollection => YamlFault::ColonInText,
        K::TabNotAllowed
        | K::TabInBlockIndentation
        | K::TabInIndentation
        | K::TabInPlainScalar
        | K::TabAtBlockScalarStart
        | K::InvalidMappingValueWhitespace
        | K::InvalidBlockEntryWhitespace => YamlFault::Tab,
        K::UnclosedQuotedScalar | K::DocumentIndicatorInQuotedScalar | K::InvalidQuotedScalarIndent => YamlFault::UnclosedQuote,
        K::InvalidTrailingSingleQuotedScalar | K::InvalidTrailingDoubleQuotedScalar | K::CommentNotSeparated => YamlFault::TextAfterQuote,
        K::UnknownQuotedScalarEscape
        | K::InvalidQuotedScalarHexEscape
        | K::InvalidUnicodeEscape
        | K::InvalidLowSurrogateHexEscape
        | K::InvalidLowSurrogate
        | K::MissingLowSurrogate
        | K::UnpairedLowSurrogate => YamlFault::BadEscape,
        K::UnclosedFlowCollection { .. } | K::MismatchedFlowCollectionEnd { .. } | K::UnexpectedEofFlowSequence | K::UnexpectedEofFlowMapping => {
            YamlFault::UnclosedBracket
        }
        K::MisplacedFlowCollectionEnd => YamlFault::ExtraBracket,
        K::ExpectedFlowMappingSeparator | K::ExpectedFlowSequenceSeparator => YamlFault::MissingComma,
        K::RecursionLimitExceeded => YamlFault::TooDeep,
        K::InvalidIndentation
        | K::InvalidFlowScalarIndent
        | K::InvalidBlockScalarIndent
        | K::ExpectedBlockMappingKey
        | K::ExpectedBlockSequenceEntry
        | K::BlockSequenceEntryNotAllowed
        | K::MappingKeyNotAllowed => YamlFault::Indentation,
        K::SimpleKeyExpected | K::InvalidSimpleKey => YamlFault::KeyWithoutColon,
        K::InvalidBlockScalarHeader | K::MissingAnchorOrAliasName => YamlFault::ReservedCharacter,
        K::BomInsideDocument | K::UnexpectedCharacter { .. } => YamlFault::ControlCharacter,
        _ => YamlFault::Other,
    }
}

/// Characters that YAML forbids and that editors do not show.
fn control_characters(text: &str) -> Vec<Fault> {
    let forbidden = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}');
    let at = text.char_indices().find(|&(_, c)| forbidden(c));
    at.map(|(at, c)| (YamlFault::ControlCharacter, at..at + c.len_utf8())).into_iter().collect()
}

/// No-break spaces that indent a line before `end` look like blanks and mean something else.
fn no_break_indentation(text: &str, end: usize, blocks: &[Range<usize>]) -> Option<Range<usize>> {
    if !text.contains('\u{a0}') {
        return None;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start > end {
            return None;
        }
        let indent = line.len() - line.trim_start_matches([' ', '\u{a0}']).len();
        let outside = |at: &usize| {
            let next = blocks.partition_point(|block| block.end <= start);
            blocks.get(next).is_none_or(|block| block.start > start + at)
        };
        if let Some(at) = line[..indent].find('\u{a0}').filter(outside).filter(|_| !line.trim().is_empty()) {
            return Some(start + at..start + indent);
        }
        start += line.len();
    }
    None
}
