//! Search: every word typed must be the beginning of a word of the note, whatever its case and accents.

use std::ops::Range;

use fernbook_lines as lines;
use rusqlite::{Connection, OptionalExtension, Row};

use super::page::{self, NoteLine, PAGE_LINES, Place, TOP};
use super::query::Query;
use super::{excerpt, stored, topic};
use crate::error::{Error, Result, Thing};
use crate::id::NoteId;
use crate::order;
use crate::storage::one_state::one_state;
use crate::time::{Moment, Zone};

/// What to look for, and where to go on.
pub struct SearchQuery {
    /// Words as typed; nothing in it is syntax.
    pub text: String,
    /// How many at most.
    pub limit: u32,
    /// The last hit of the page before.
    pub after: Option<NoteId>,
    /// Only notes with the topic of this name.
    pub topic: Option<String>,
    /// Whether each hit brings the words around it. A list that shows them only when asked does without:
    /// each note's text has then not to be read through.
    pub around: bool,
}

impl SearchQuery {
    /// The first page for these words, with the words around them.
    #[must_use]
    pub fn of_text(text: String) -> Self {
        Self { text, limit: PAGE_LINES, after: None, topic: None, around: true }
    }
}

/// A note that was found.
#[derive(Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its line, as in a list.
    pub line: NoteLine,
    /// Found words in the title, as byte ranges.
    pub title_marks: Vec<Range<usize>>,
    /// The words around the first found word of the text; empty if only the title has any, or if the
    /// query did not ask for them.
    pub excerpt: String,
    /// Found words in `excerpt`, as byte ranges.
    pub marks: Vec<Range<usize>>,
}

impl Hit {
    fn place(&self) -> Place {
        (self.line.at, self.line.id.0.to_vec())
    }
}

/// Notes with all the words, the newest first, none from the bin. Words without a letter or digit are
/// left out; if none is left, nothing is found.
///
/// # Errors
/// [`Error::NotFound`] if there is no such topic or note to go on after.
pub fn search(conn: &Connection, query: &SearchQuery) -> Result<Vec<Hit>> {
    let Some(words) = Query::parse(&query.text) else { return Ok(Vec::new()) };
    let below = query.after.map_or(Ok(TOP), |id| place(conn, id))?;
    let matching = matching(conn, &words, query.topic.as_deref())?;
    let sql = if query.around { HIT_AROUND } else { HIT };
    if matching.len() <= HANDFUL {
        let mut hits = read_hits(conn, sql, &matching, &words)?;
        if query.after.is_some() {
            hits.retain(|hit| hit.place() < below);
        }
        order::sort_by_key(&mut hits, |hit| std::cmp::Reverse(hit.place()));
        hits.truncate(query.limit as usize);
        return Ok(hits);
    }
    // No one else can write meanwhile; it only makes so many statements quicker.
    let _one_state = one_state(conn)?;
    let newest = newest(conn, &matching, &below, query.limit as usize)?;
    read_hits(conn, sql, &newest, &words)
}

/// A note that was found, with its text and without: written out, as putting it together each time would take a part of a
/// search that one can measure.
const HIT_AROUND: &str =
    concat!("SELECT ", lines::columns!(), ", body FROM note WHERE row = ?1 AND binned IS NULL");
const HIT: &str = concat!("SELECT ", lines::columns!(), ", '' FROM note WHERE row = ?1 AND binned IS NULL");

/// Where its text stands in them.
const BODY: usize = lines::COLUMNS;

/// Reads notes by their rows, in that order; one that is in the bin is left out.
fn read_hits(conn: &Connection, sql: &str, rows: &[i64], words: &Query) -> Result<Vec<Hit>> {
    let mut select = conn.prepare_cached(sql)?;
    let mut hits = Vec::with_capacity(rows.len());
    let mut zone = None;
    for row in rows {
        hits.extend(select.query_row([row], |row| hit(row, words, &mut zone)).optional()?);
    }
    Ok(hits)
}

/// The words around the first place in a note where what was looked for stands, and where in them it does,
/// as byte ranges; empty if its text has none of it.
///
/// # Errors
/// [`Error::NotFound`].
pub fn around(conn: &Connection, id: NoteId, text: &str) -> Result<(String, Vec<Range<usize>>)> {
    let body = stored::load(conn, id)?.body;
    Ok(Query::parse(text).map(|words| excerpt::of(&body, &words)).unwrap_or_default())
}

/// Rows of all notes with the words, in order of rows, those in the bin too.
fn matching(conn: &Connection, words: &Query, topic: Option<&str>) -> Result<Vec<i64>> {
    let mut select =
        conn.prepare_cached("SELECT rowid FROM note_search WHERE note_search MATCH ?1 ORDER BY rowid")?;
    let mut rows = lines::numbers(&mut select.query([words.to_fts()])?)?;
    if let Some(name) = topic {
        let topic = topic::row_named(conn, name)?.ok_or(Error::NotFound { what: Thing::Topic })?;
        let labelled = topic::notes_of(conn, topic)?;
        rows.retain(|row| labelled.binary_search(row).is_ok());
    }
    Ok(rows)
}

/// So few matches that all of them are read, and no transaction is begun for it: that takes longer than to find
/// out first which of them are the newest.
const HANDFUL: usize = 8;

/// Up to this many matches are looked up and sorted. Of more, the list of notes is walked from the
/// newest until enough are found, which is soon when so many match.
const FEW: usize = 1000;

fn newest(conn: &Connection, matching: &[i64], below: &Place, limit: usize) -> Result<Vec<i64>> {
    let mut found: Vec<(Place, i64)> = if matching.len() <= FEW {
        look_up(conn, matching, below)?
    } else {
        let mut pinned = walk(conn, true, matching, below, limit)?;
        pinned.extend(walk(conn, false, matching, below, limit)?);
        pinned
    };
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.truncate(limit);
    Ok(found.into_iter().map(|(_, row)| row).collect())
}

fn look_up(conn: &Connection, rows: &[i64], below: &Place) -> Result<Vec<(Place, i64)>> {
    let mut select = conn.prepare_cached("SELECT at, id FROM note WHERE row = ?1 AND binned IS NULL")?;
    let mut found = Vec::with_capacity(rows.len());
    for &row in rows {
        let place: Option<Place> =
            select.query_row([row], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        found.extend(place.filter(|place| place < below).map(|place| (place, row)));
    }
    Ok(found)
}

fn walk(
    conn: &Connection,
    pinned: bool,
    matching: &[i64],
    below: &Place,
    limit: usize,
) -> Result<Vec<(Place, i64)>> {
    let mut select = conn.prepare_cached(
        "SELECT row, at, id FROM note INDEXED BY note_by_time
         WHERE binned IS NULL AND pinned = ?1 AND (at, id) < (?2, ?3) ORDER BY at DESC, id DESC",
    )?;
    let mut rows = select.query((pinned, below.0, &below.1))?;
    let mut found = Vec::new();
    while found.len() < limit {
        let Some(row) = lines::next_among(&mut rows, matching)? else { break };
        found.push(((row.get(1)?, row.get(2)?), row.get(0)?));
    }
    Ok(found)
}

fn place(conn: &Connection, id: NoteId) -> Result<Place> {
    let mut select = conn.prepare_cached("SELECT at FROM note WHERE id = ?1")?;
    let at: Option<Moment> = select.query_row([id], |row| row.get(0)).optional()?;
    Ok((at.ok_or(stored::NO_NOTE)?, id.0.to_vec()))
}

fn hit(row: &Row<'_>, words: &Query, zone: &mut Option<Zone>) -> rusqlite::Result<Hit> {
    let line = page::read(row, zone)?;
    let (excerpt, marks) = excerpt::of(row.get_ref(BODY)?.as_str()?, words);
    let title_marks = line.title.as_deref().map(|title| words.marks(title)).unwrap_or_default();
    Ok(Hit { line, title_marks, excerpt, marks })
}
