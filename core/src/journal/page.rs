//! Lists of notes, a page at a time. A line holds nothing of the text.

use fernbook_lines as lines;
use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use super::{stored, topic};
use crate::error::{Error, Result, Thing};
use crate::id::NoteId;
use crate::time::{Moment, Zone};

/// Lines on a page, unless told.
pub const PAGE_LINES: u32 = 50;

/// A note in a list.
#[derive(Clone, PartialEq, Eq)]
pub struct NoteLine {
    /// Its id.
    pub id: NoteId,
    /// When what it tells was.
    pub at: Moment,
    /// Where.
    pub zone: Zone,
    /// Its title, if it has one. Never made from its text.
    pub title: Option<String>,
    /// Names of its topics.
    pub topics: Vec<String>,
    /// Whether it stands before all others.
    pub pinned: bool,
    /// When it was put in the bin, if it lies there.
    pub binned: Option<Moment>,
    /// How many attachments it has.
    pub attachments: u32,
}

/// Which notes, and where to go on.
pub struct PageQuery {
    /// Only notes with the topic of this name.
    pub topic: Option<String>,
    /// Only notes of this moment or later.
    pub from: Option<Moment>,
    /// Only notes before this moment.
    pub to: Option<Moment>,
    /// The bin, instead of all that is not in it.
    pub binned: bool,
    /// The last note of the page before.
    pub after: Option<NoteId>,
    /// How many at most.
    pub limit: u32,
}

impl Default for PageQuery {
    fn default() -> Self {
        Self { topic: None, from: None, to: None, binned: false, after: None, limit: PAGE_LINES }
    }
}

/// A page of notes: pinned ones first, then the newest; in the bin what was put there last comes first.
///
/// # Errors
/// [`Error::NotFound`] if there is no such topic, or `after` is not in this list any more.
pub fn page(conn: &Connection, query: &PageQuery) -> Result<Vec<NoteLine>> {
    let topic = match &query.topic {
        Some(name) => Some(topic::row_named(conn, name)?.ok_or(Error::NotFound { what: Thing::Topic })?),
        None => None,
    };
    if query.binned { page_of_bin(conn, query, topic) } else { page_of_notes(conn, query, topic) }
}

/// A place in an order of (moment, id), newest first: what comes after it is smaller.
pub(super) type Place = (Moment, Vec<u8>);

/// The place before all of a list.
pub(super) const TOP: Place = (Moment(i64::MAX), Vec::new());

const COLUMNS: &str = lines::columns!();

/// Up to this many notes of a topic are sorted; of more, the list is walked.
const FEW: u32 = 1000;

/// The index runs by pinned, so each of the two parts is a walk of its own, also between two dates.
fn page_of_notes(conn: &Connection, query: &PageQuery, topic: Option<i64>) -> Result<Vec<NoteLine>> {
    let after = query.after.map(|id| place_of_note(conn, id)).transpose()?;
    let top = (query.to.unwrap_or(TOP.0), TOP.1);
    let sql = sql_of_notes(conn, topic)?;
    let mut lines = Vec::new();
    for pinned in [true, false] {
        let below = match &after {
            Some((false, _)) if pinned => continue,
            Some((part, place)) if *part == pinned => place.clone().min(top.clone()),
            _ => top.clone(),
        };
        let left = i64::from(query.limit) - i64::try_from(lines.len()).unwrap_or(i64::MAX);
        let from = query.from.map_or(i64::MIN, |from| from.0);
        let all: [&dyn ToSql; 6] = [&pinned, &below.0, &below.1, &from, &left, &topic];
        lines.extend(collect(conn, &sql, all.get(..5 + usize::from(topic.is_some())).unwrap_or(&all))?);
    }
    Ok(lines)
}

pub(super) fn sql_of_notes(conn: &Connection, topic: Option<i64>) -> Result<String> {
    let (hint, filter) = match topic {
        None => ("", ""),
        Some(topic) if has_few(conn, topic)? => {
            ("NOT INDEXED", "AND row IN (SELECT note FROM note_topic WHERE topic = ?6)")
        }
        Some(_) => ("INDEXED BY note_by_time", WITH_TOPIC),
    };
    Ok(format!(
        "SELECT {COLUMNS} FROM note {hint}
         WHERE binned IS NULL AND pinned = ?1 AND (at, id) < (?2, ?3) AND at >= ?4 {filter}
         ORDER BY at DESC, id DESC LIMIT ?5"
    ))
}

const WITH_TOPIC: &str =
    "AND EXISTS (SELECT 1 FROM note_topic WHERE note_topic.note = note.row AND topic = ?6)";

fn has_few(conn: &Connection, topic: i64) -> Result<bool> {
    let mut select = conn.prepare_cached("SELECT 1 FROM note_topic WHERE topic = ?1 LIMIT 1 OFFSET ?2")?;
    Ok(!select.exists((topic, FEW))?)
}

fn page_of_bin(conn: &Connection, query: &PageQuery, topic: Option<i64>) -> Result<Vec<NoteLine>> {
    let below = query.after.map_or(Ok(TOP), |id| place_in_bin(conn, id))?;
    let from = query.from.map_or(i64::MIN, |from| from.0);
    let to = query.to.unwrap_or(TOP.0);
    collect(conn, &sql_of_bin(topic), &[&below.0, &below.1, &from, &to, &query.limit, &topic])
}

pub(super) fn sql_of_bin(topic: Option<i64>) -> String {
    let filter = if topic.is_some() { WITH_TOPIC } else { "AND ?6 IS NULL" };
    format!(
        "SELECT {COLUMNS} FROM note
         WHERE binned IS NOT NULL AND (binned, id) < (?1, ?2) AND at >= ?3 AND at < ?4 {filter}
         ORDER BY binned DESC, id DESC LIMIT ?5"
    )
}

fn place_of_note(conn: &Connection, id: NoteId) -> Result<(bool, Place)> {
    let mut select = conn.prepare_cached("SELECT pinned, at FROM note WHERE id = ?1")?;
    let found = select.query_row([id], |row| Ok((row.get(0)?, (row.get(1)?, id.0.to_vec())))).optional()?;
    found.ok_or(stored::NO_NOTE)
}

fn place_in_bin(conn: &Connection, id: NoteId) -> Result<Place> {
    let binned = stored::state(conn, id)?.2.ok_or(stored::NO_NOTE)?;
    Ok((binned, id.0.to_vec()))
}

fn collect(conn: &Connection, sql: &str, values: &[&dyn ToSql]) -> Result<Vec<NoteLine>> {
    let mut select = conn.prepare_cached(sql)?;
    let mut rows = select.query(values)?;
    let mut lines = Vec::new();
    let mut zone = None;
    while let Some(row) = rows.next()? {
        lines.push(read(row, &mut zone)?);
    }
    Ok(lines)
}

/// A line from [`lines::columns`], which must come first. `zone` is that of the line before: most have the same, and
/// finding each by its name takes a tenth of a list's time.
pub(super) fn read(row: &Row<'_>, zone: &mut Option<Zone>) -> rusqlite::Result<NoteLine> {
    let line = lines::read(row)?;
    let zone = match *zone {
        Some(before) if before.name() == line.zone => before,
        _ => *zone.insert(Zone::written(line.zone)),
    };
    Ok(NoteLine {
        id: NoteId(line.id),
        at: Moment(line.at),
        zone,
        title: line.title,
        topics: line.topics,
        pinned: line.pinned,
        binned: line.binned.map(Moment),
        attachments: line.attachments,
    })
}
