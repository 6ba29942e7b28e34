//! What is being written and was not saved yet: one draft for a new note, one for each note.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::{note, stored};
use crate::error::Result;
use crate::id::NoteId;
use crate::time::Moment;

/// A draft.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// The note it would change; none for a new one.
    pub note: Option<NoteId>,
    /// When it was last put down.
    pub saved: Moment,
    /// The title so far.
    pub title: Option<String>,
    /// The text so far.
    pub text: String,
}

/// Puts down what is being written, in place of the draft before. One that says the same is not
/// written again.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if the note is gone;
/// [`Error::TooLarge`](crate::Error::TooLarge).
pub fn save(
    tx: &Transaction<'_>,
    note: Option<NoteId>,
    title: Option<&str>,
    text: &str,
    now: Moment,
) -> Result<()> {
    let row = note.map(|id| stored::row_of(tx, id)).transpose()?;
    let (title, text) = (note::clean_title(title)?, note::clean_text(text)?);
    let mut update = tx.prepare_cached(
        "UPDATE draft SET saved = ?2, title = ?3, body = ?4
         WHERE note IS ?1 AND (title IS NOT ?3 OR body <> ?4)",
    )?;
    let changed = update.execute((row, now, &title, &text))?;
    if changed == 0 && !tx.prepare_cached("SELECT 1 FROM draft WHERE note IS ?1")?.exists([row])? {
        let mut insert =
            tx.prepare_cached("INSERT INTO draft (note, saved, title, body) VALUES (?1, ?2, ?3, ?4)")?;
        insert.execute((row, now, &title, &text))?;
    }
    Ok(())
}

const COLUMNS: &str = "SELECT note.id, draft.saved, draft.title, draft.body
    FROM draft LEFT JOIN note ON note.row = draft.note";

/// The draft of a note, or of a new one.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if the note is gone.
pub fn get(conn: &Connection, note: Option<NoteId>) -> Result<Option<Draft>> {
    let row = note.map(|id| stored::row_of(conn, id)).transpose()?;
    let mut select = conn.prepare_cached(&format!("{COLUMNS} WHERE draft.note IS ?1"))?;
    Ok(select.query_row([row], read).optional()?)
}

/// All drafts, the latest first.
///
/// # Errors
/// Those of the engine.
pub fn list(conn: &Connection) -> Result<Vec<Draft>> {
    let mut select = conn.prepare_cached(&format!("{COLUMNS} ORDER BY draft.saved DESC, draft.row"))?;
    let drafts = select.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(drafts)
}

/// Drops the draft of a note, or of a new one; answers whether there was one.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound) if the note is gone.
pub fn discard(tx: &Transaction<'_>, note: Option<NoteId>) -> Result<bool> {
    let row = note.map(|id| stored::row_of(tx, id)).transpose()?;
    Ok(tx.prepare_cached("DELETE FROM draft WHERE note IS ?1")?.execute([row])? > 0)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft { note: row.get(0)?, saved: row.get(1)?, title: row.get(2)?, text: row.get(3)? })
}
