//! Earlier texts of a note: kept only while she has turned that on, and cleared when she says so.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::note::{self, Change, Edit};
use super::settings::{self, Switch};
use super::stored::{self, Stored};
use super::undo;
use crate::error::{Error, Result, Thing};
use crate::id::NoteId;
use crate::time::Moment;

/// An earlier text in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VersionLine {
    /// Its place among the earlier texts of the note: 1 is the oldest.
    pub number: u32,
    /// When it was written.
    pub written: Moment,
}

/// An earlier text.
#[derive(Clone, PartialEq, Eq)]
pub struct Version {
    /// When it was written.
    pub written: Moment,
    /// Its title.
    pub title: Option<String>,
    /// The text.
    pub text: String,
}

/// Keeps the words that a change is about to write over, if history is on.
pub(super) fn keep(tx: &Transaction<'_>, old: &Stored, change: &Change<'_>) -> Result<()> {
    if change.is_words(old) && settings::is_on(tx, Switch::History)? {
        insert(tx, old.row, old.edited, old.title.as_deref(), &old.body)?;
    }
    Ok(())
}

/// Puts in an earlier text that a copy brings, after those that are there.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::TooLarge`].
pub fn put(tx: &Transaction<'_>, id: NoteId, version: &Version) -> Result<()> {
    let row = stored::row_of(tx, id)?;
    let title = note::clean_title(version.title.as_deref())?;
    insert(tx, row, version.written.checked()?, title.as_deref(), &note::clean_text(&version.text)?)
}

fn insert(tx: &Transaction<'_>, row: i64, written: Moment, title: Option<&str>, body: &str) -> Result<()> {
    let mut insert =
        tx.prepare_cached("INSERT INTO note_history (note, written, title, body) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute((row, written, title, body))?;
    Ok(())
}

/// The earlier texts of a note, the oldest first.
///
/// # Errors
/// [`Error::NotFound`].
pub fn list(conn: &Connection, id: NoteId) -> Result<Vec<VersionLine>> {
    let row = stored::row_of(conn, id)?;
    let mut select = conn.prepare_cached("SELECT written FROM note_history WHERE note = ?1 ORDER BY row")?;
    let written = select.query_map([row], |row| row.get(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok((1..).zip(written).map(|(number, written)| VersionLine { number, written }).collect())
}

/// How many earlier texts there are of all notes together.
///
/// # Errors
/// Those of the engine.
pub fn count(conn: &Connection) -> Result<u64> {
    let mut select = conn.prepare_cached("SELECT count(*) FROM note_history")?;
    Ok(select.query_row([], |row| row.get(0))?)
}

/// One earlier text.
///
/// # Errors
/// [`Error::NotFound`] if there is no such note, or no such number.
pub fn get(conn: &Connection, id: NoteId, number: u32) -> Result<Version> {
    let row = stored::row_of(conn, id)?;
    let skip = number.checked_sub(1).ok_or(NO_VERSION)?;
    let mut select = conn.prepare_cached(
        "SELECT written, title, body FROM note_history WHERE note = ?1 ORDER BY row LIMIT 1 OFFSET ?2",
    )?;
    select.query_row((row, skip), read).optional()?.ok_or(NO_VERSION)
}

const NO_VERSION: Error = Error::NotFound { what: Thing::Version };

fn read(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version { written: row.get(0)?, title: row.get(1)?, text: row.get(2)? })
}

/// Makes an earlier text the note's text again, as an edit. The note's draft stays.
///
/// # Errors
/// As [`get`].
pub fn restore(tx: &Transaction<'_>, id: NoteId, number: u32, now: Moment) -> Result<()> {
    let version = get(tx, id, number)?;
    let edit = Edit { title: Some(version.title), text: Some(version.text), ..Edit::default() };
    note::change(tx, id, &edit, now)
}

/// Drops the newest earlier text if it is this one; for undo, which brings it back. Answers whether it was.
pub(super) fn drop_newest(tx: &Transaction<'_>, row: i64, title: Option<&str>, body: &str) -> Result<bool> {
    let mut delete = tx.prepare_cached(
        "DELETE FROM note_history
         WHERE row = (SELECT max(row) FROM note_history WHERE note = ?1) AND title IS ?2 AND body = ?3",
    )?;
    Ok(delete.execute((row, title, body))? > 0)
}

/// Clears the earlier texts of a note, the one that undo would bring back too; answers how many were kept.
///
/// # Errors
/// [`Error::NotFound`].
pub fn clear(tx: &Transaction<'_>, id: NoteId) -> Result<usize> {
    let row = stored::row_of(tx, id)?;
    undo::forget_edit(tx, Some(row))?;
    Ok(tx.prepare_cached("DELETE FROM note_history WHERE note = ?1")?.execute([row])?)
}

/// Clears the earlier texts of all notes, the one that undo would bring back too; answers how many were
/// kept.
///
/// # Errors
/// Those of the engine.
pub fn clear_all(tx: &Transaction<'_>) -> Result<usize> {
    undo::forget_edit(tx, None)?;
    Ok(tx.execute("DELETE FROM note_history", [])?)
}
