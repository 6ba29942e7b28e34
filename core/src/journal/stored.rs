//! A note's own row, for the writers beside this file.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use crate::error::{Error, Result, Thing};
use crate::id::NoteId;
use crate::time::{Moment, Zone};

pub(super) const NO_NOTE: Error = Error::NotFound { what: Thing::Note };

/// All columns of a row of `note`.
pub(super) struct Stored {
    pub row: i64,
    pub id: NoteId,
    pub at: Moment,
    pub zone: Zone,
    pub created: Moment,
    pub edited: Moment,
    pub binned: Option<Moment>,
    pub pinned: bool,
    pub version: i64,
    pub title: Option<String>,
    pub body: String,
}

impl Stored {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            row: row.get(0)?,
            id: row.get(1)?,
            at: row.get(2)?,
            zone: row.get(3)?,
            created: row.get(4)?,
            edited: row.get(5)?,
            binned: row.get(6)?,
            pinned: row.get(7)?,
            version: row.get(8)?,
            title: row.get(9)?,
            body: row.get(10)?,
        })
    }
}

/// The note's row, words and all.
pub(super) fn load(conn: &Connection, id: NoteId) -> Result<Stored> {
    let mut select = conn.prepare_cached(
        "SELECT row, id, at, zone, created, edited, binned, pinned, version, title, body
         FROM note WHERE id = ?1",
    )?;
    select.query_row([id], Stored::read).optional()?.ok_or(NO_NOTE)
}

/// The number of the note's row.
pub(super) fn row_of(conn: &Connection, id: NoteId) -> Result<i64> {
    let mut select = conn.prepare_cached("SELECT row FROM note WHERE id = ?1")?;
    select.query_row([id], |row| row.get(0)).optional()?.ok_or(NO_NOTE)
}

/// Whether the note is pinned, and since when it lies in the bin.
pub(super) fn state(conn: &Connection, id: NoteId) -> Result<(i64, bool, Option<Moment>)> {
    let mut select = conn.prepare_cached("SELECT row, pinned, binned FROM note WHERE id = ?1")?;
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    select.query_row([id], read).optional()?.ok_or(NO_NOTE)
}

/// Pins, bins or brings back, without a word about undo.
pub(super) fn set_state(tx: &Transaction<'_>, row: i64, pinned: bool, binned: Option<Moment>) -> Result<()> {
    let mut update =
        tx.prepare_cached("UPDATE note SET pinned = ?2, binned = ?3, version = version + 1 WHERE row = ?1")?;
    update.execute((row, pinned, binned))?;
    Ok(())
}
