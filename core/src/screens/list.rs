//! Lists of notes: the notes, the bin, what a search found. A line shows a date and what she named the
//! note, never its text; the words around a hit come only when she asks for them.

use std::ops::Range;

use rusqlite::Connection;

use crate::error::Result;
use crate::id::NoteId;
use crate::journal::page::{self, NoteLine, PageQuery};
use crate::journal::search::{self, SearchQuery};
use crate::time::Moment;
use crate::words::Words;

/// A note in a list.
#[derive(Clone, PartialEq, Eq)]
pub struct Line {
    /// Its id.
    pub id: NoteId,
    /// Its date and time in words, of this year without the year; in the bin, when it was put there.
    pub date: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Names of its topics.
    pub topics: Vec<String>,
    /// Whether it stands before all others.
    pub pinned: bool,
    /// How many pictures, sounds and other files it has.
    pub attachments: u32,
}

/// A page of a list.
#[derive(Clone, PartialEq, Eq)]
pub struct NoteList {
    /// The notes, in the list's order.
    pub lines: Vec<Line>,
    /// Whether more come after the last of them.
    pub more: bool,
}

/// A piece of a text in which words were found.
#[derive(Clone, PartialEq, Eq)]
pub struct Piece {
    /// The text of the piece.
    pub text: String,
    /// Whether it is what was looked for.
    pub found: bool,
}

/// A page of notes, or of the bin. Where `now` is not known each date has its year.
///
/// # Errors
/// Those of [`page::page`].
pub fn notes(conn: &Connection, words: &Words, query: PageQuery, now: Option<Moment>) -> Result<NoteList> {
    let limit = query.limit;
    let lines = page::page(conn, &PageQuery { limit: limit.saturating_add(1), ..query })?;
    Ok(list(words, lines, limit, now))
}

/// Notes with the words looked for; dates as in [`notes`].
///
/// # Errors
/// Those of [`search::search`].
pub fn found(conn: &Connection, words: &Words, query: SearchQuery, now: Option<Moment>) -> Result<NoteList> {
    let limit = query.limit;
    let query = SearchQuery { limit: limit.saturating_add(1), around: false, ..query };
    let lines = search::search(conn, &query)?.into_iter().map(|hit| hit.line).collect();
    Ok(list(words, lines, limit, now))
}

/// The words around the first place in a note where what was looked for stands; empty if only the title
/// has it.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound).
pub fn around(conn: &Connection, id: NoteId, text: &str) -> Result<Vec<Piece>> {
    let (excerpt, marks) = search::around(conn, id, text)?;
    Ok(pieces(&excerpt, &marks))
}

fn list(words: &Words, mut lines: Vec<NoteLine>, limit: u32, now: Option<Moment>) -> NoteList {
    let more = lines.len() > limit as usize;
    lines.truncate(limit as usize);
    NoteList { lines: lines.into_iter().map(|line| shown(words, line, now)).collect(), more }
}

fn shown(words: &Words, line: NoteLine, now: Option<Moment>) -> Line {
    let when = line.binned.unwrap_or(line.at).local(line.zone);
    let today = now.map(|now| now.local(line.zone));
    let NoteLine { id, title, topics, pinned, attachments, .. } = line;
    Line { id, date: words.date_and_time_seen(when, today), title, topics, pinned, attachments }
}

/// Marks are in order and apart, as a search gives them.
fn pieces(text: &str, marks: &[Range<usize>]) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(2 * marks.len() + 1);
    let mut at = 0;
    for mark in marks {
        pieces.push((at..mark.start, false));
        pieces.push((mark.clone(), true));
        at = mark.end;
    }
    pieces.push((at..text.len(), false));
    let piece = |(range, found): (Range<usize>, bool)| {
        let text = text.get(range).filter(|text| !text.is_empty())?.to_owned();
        Some(Piece { text, found })
    };
    pieces.into_iter().filter_map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_the_text_and_say_what_was_found() {
        let told = |text, marks: &[Range<usize>]| -> Vec<(String, bool)> {
            pieces(text, marks).into_iter().map(|piece| (piece.text, piece.found)).collect()
        };
        let piece = |text: &str, found| (text.to_owned(), found);
        assert_eq!(
            told("the Éclair, eclairs", &[4..11, 13..19]),
            [
                piece("the ", false),
                piece("Éclair", true),
                piece(", ", false),
                piece("eclair", true),
                piece("s", false)
            ]
        );
        assert_eq!(told("fern", std::slice::from_ref(&(0..4))), [piece("fern", true)]);
        assert_eq!(told("fern", &[]), [piece("fern", false)]);
        assert_eq!(told("", &[]), []);
    }
}
