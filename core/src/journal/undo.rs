//! One step back from the last change of a note. After it there is nothing to undo, but an edit taken back
//! is the last change itself: what she had written comes back when it is done again.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::note::{self, Change};
use super::stored::{self, Stored};
use super::{history, topic};
use crate::error::{Error, Result, Thing};
use crate::id::NoteId;
use crate::time::{Moment, Zone};

/// What the last change was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A new note; taken back by putting it in the bin.
    Add,
    /// New words, date or topics.
    Edit,
    /// Pinned, or not any more.
    Pin,
    /// Put in the bin.
    Bin,
    /// Taken out of the bin.
    Restore,
}

impl Kind {
    const ALL: [Kind; 5] = [Kind::Add, Kind::Edit, Kind::Pin, Kind::Bin, Kind::Restore];

    fn name(self) -> &'static str {
        match self {
            Kind::Add => "add",
            Kind::Edit => "edit",
            Kind::Pin => "pin",
            Kind::Bin => "bin",
            Kind::Restore => "restore",
        }
    }

    fn parse(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name).ok_or(NOTHING)
    }
}

const NOTHING: Error = Error::NotFound { what: Thing::Undo };

/// Puts down where a note stands, before it is pinned, binned or brought back, or after it was added.
pub(super) fn record_state(tx: &Transaction<'_>, id: NoteId, kind: Kind) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT OR REPLACE INTO undo (one, note, kind, at, zone, pinned, binned, topics, title, body)
         SELECT 1, row, ?2, at, zone, pinned, binned, '[]', NULL, '' FROM note WHERE id = ?1",
    )?;
    insert.execute((id, kind.name()))?;
    Ok(())
}

/// Puts down all of a note, before it is edited.
pub(super) fn record_edit(tx: &Transaction<'_>, old: &Stored, topics: &[String]) -> Result<()> {
    let topics = serde_json::to_string(topics).map_err(|_| Error::Internal { code: -3 })?;
    let mut insert = tx.prepare_cached(
        "INSERT OR REPLACE INTO undo (one, note, kind, at, zone, pinned, binned, topics, title, body)
         VALUES (1, ?1, 'edit', ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    insert.execute((old.row, old.at, old.zone, old.pinned, old.binned, topics, &old.title, &old.body))?;
    Ok(())
}

/// Which note changed last, and how; none if there is nothing to undo.
///
/// # Errors
/// Those of the engine.
pub fn last(conn: &Connection) -> Result<Option<(NoteId, Kind)>> {
    let mut select =
        conn.prepare_cached("SELECT note.id, undo.kind FROM undo JOIN note ON note.row = undo.note")?;
    let found: Option<(NoteId, String)> =
        select.query_row([], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    found.map(|(id, kind)| Ok((id, Kind::parse(&kind)?))).transpose()
}

/// Takes the last change back; answers which note, and what was taken back.
///
/// # Errors
/// [`Error::NotFound`] if there is nothing to undo.
pub fn take_back(tx: &Transaction<'_>, now: Moment) -> Result<(NoteId, Kind)> {
    let (id, kind) = last(tx)?.ok_or(NOTHING)?;
    let before = tx.prepare_cached(COLUMNS)?.query_row([], Before::read)?;
    let (row, pinned, binned) = stored::state(tx, id)?;
    forget(tx)?;
    match kind {
        Kind::Add => stored::set_state(tx, row, pinned, Some(now))?,
        Kind::Pin => stored::set_state(tx, row, before.pinned, binned)?,
        Kind::Bin | Kind::Restore => stored::set_state(tx, row, pinned, before.binned)?,
        Kind::Edit => take_back_edit(tx, id, before, now)?,
    }
    Ok((id, kind))
}

fn take_back_edit(tx: &Transaction<'_>, id: NoteId, before: Before, now: Moment) -> Result<()> {
    let current = stored::load(tx, id)?;
    let topics: Vec<String> =
        serde_json::from_str(&before.topics).map_err(|_| Error::Internal { code: -3 })?;
    let change = Change {
        at: before.at,
        zone: before.zone,
        title: before.title.map(Into::into),
        body: before.body.into(),
    };
    if change.is_words(&current)
        && !history::drop_newest(tx, current.row, change.title.as_deref(), &change.body)?
    {
        history::keep(tx, &current, &change)?;
    }
    record_edit(tx, &current, &topic::of_note(tx, current.row)?)?;
    note::write(tx, &current, &change, now)?;
    topic::set(tx, current.row, &topics)
}

/// Leaves nothing to undo: the words before an edit go too. Until this or the next change they stay, also
/// when the notebook is locked.
///
/// # Errors
/// Those of the engine.
pub fn forget(tx: &Transaction<'_>) -> Result<()> {
    tx.prepare_cached("DELETE FROM undo")?.execute([])?;
    Ok(())
}

/// Leaves nothing to undo if the last change was an edit, of this note or of any: the words before it go.
pub(super) fn forget_edit(tx: &Transaction<'_>, note: Option<i64>) -> Result<()> {
    let mut delete =
        tx.prepare_cached("DELETE FROM undo WHERE kind = 'edit' AND note = coalesce(?1, note)")?;
    delete.execute([note])?;
    Ok(())
}

const COLUMNS: &str = "SELECT at, zone, pinned, binned, topics, title, body FROM undo";

struct Before {
    at: Moment,
    zone: Zone,
    pinned: bool,
    binned: Option<Moment>,
    topics: String,
    title: Option<String>,
    body: String,
}

impl Before {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            at: row.get(0)?,
            zone: row.get(1)?,
            pinned: row.get(2)?,
            binned: row.get(3)?,
            topics: row.get(4)?,
            title: row.get(5)?,
            body: row.get(6)?,
        })
    }
}
