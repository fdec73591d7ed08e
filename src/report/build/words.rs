//! The secretariat's own words, made safe, by chapter.

use std::collections::BTreeMap;

use super::Context;
use crate::model::period::{Chapter, WordsFile};
use crate::report::html::words::{Piece, words as read};
use crate::report::view::{PieceView, WordsView};

/// What the secretariat says in files of its own, by the name of the chapter; nothing where it has no file, and in a chapter without
/// a file in the report's language what it says in another one.
pub fn words(context: &Context<'_>) -> BTreeMap<&'static str, WordsView> {
    let code = context.language().code();
    let chapter = |chapter: Chapter| {
        let files = || context.given.report.words_of(chapter);
        let file = files().find(|file| file.language == code).or_else(|| files().next());
        file.map(|file| view(context, file)).unwrap_or_default()
    };
    Chapter::ALL.into_iter().map(|(name, one)| (name, chapter(one))).collect()
}

fn view(context: &Context<'_>, file: WordsFile) -> WordsView {
    let pieces = read(&context.given.sources.get(file.source).text, level(file.chapter)).pieces;
    let tables = pieces.iter().filter_map(|piece| match piece {
        Piece::Table(name) => Some(*name),
        Piece::Text(_) => None,
    });
    WordsView {
        lang: (file.language != context.language().code()).then(|| file.language.to_string()),
        tables: tables.collect(),
        pieces: pieces.into_iter().map(piece).collect(),
    }
}

fn piece(piece: Piece) -> PieceView {
    match piece {
        Piece::Text(text) => PieceView { text: Some(text), table: None },
        Piece::Table(name) => PieceView { text: None, table: Some(name) },
    }
}

/// The level of the heading under which a chapter's words stand.
fn level(chapter: Chapter) -> u8 {
    match chapter {
        Chapter::Findings => 3,
        _ => 2,
    }
}
