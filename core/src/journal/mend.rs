//! Makes salvaged rows a journal again: whole attachments with a note each, and drafts kept as notes.

use rusqlite::{Transaction, params};

use crate::error::Result;
use crate::id::NoteId;
use crate::time::Zone;

/// Mends rows that were moved one by one out of a damaged vault. Answers how many attachments had to be
/// left out because a part of them is gone.
///
/// # Errors
/// Those of the engine.
pub fn run(tx: &Transaction<'_>) -> Result<u64> {
    let left_out = tx.execute(
        "DELETE FROM attachment WHERE size <> (SELECT coalesce(sum(length(bytes)), 0)
         FROM attachment_chunk WHERE attachment_chunk.attachment = attachment.row)",
        [],
    )?;
    tx.execute("DELETE FROM attachment_chunk WHERE attachment NOT IN (SELECT row FROM attachment)", [])?;
    give_homes(tx, "attachment", "added")?;
    give_homes(tx, "note_history", "written")?;
    keep_drafts(tx)?;
    Ok(u64::try_from(left_out).unwrap_or(0))
}

/// What belonged to a note that is gone gets an empty one.
fn give_homes(tx: &Transaction<'_>, table: &str, time: &str) -> Result<()> {
    let orphans = format!(
        "SELECT note, min({time}) FROM {table} WHERE note NOT IN (SELECT row FROM note) GROUP BY note"
    );
    let mut statement = tx.prepare(&orphans)?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
    for orphan in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        tx.execute(
            "INSERT INTO note (row, id, at, zone, created, edited, body) VALUES (?1, ?2, ?3, ?4, ?3, ?3, '')",
            params![orphan.0, NoteId::make()?, orphan.1, Zone::UTC],
        )?;
    }
    Ok(())
}

/// A draft does not go into a copy, and it may be the last that she wrote: it becomes a note.
fn keep_drafts(tx: &Transaction<'_>) -> Result<()> {
    let mut statement = tx.prepare("SELECT row FROM draft")?;
    let rows = statement.query_map([], |row| row.get::<_, i64>(0))?;
    for row in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        tx.execute(
            "INSERT INTO note (id, at, zone, created, edited, title, body)
             SELECT ?2, saved, ?3, saved, saved, title, body FROM draft WHERE row = ?1",
            params![row, NoteId::make()?, Zone::UTC],
        )?;
    }
    tx.execute("DELETE FROM draft", [])?;
    Ok(())
}
