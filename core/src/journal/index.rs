//! Keeps the search index in step with the notes. The index has no text of its own: a row is taken out
//! by the terms that put it in, worked out again from the stored text, so the rules of
//! [`terms`] must be the ones it was made with ([`is_current`]).

use fernbook_terms as terms;
use rusqlite::{Connection, OptionalExtension, Transaction};

use super::topic;
use crate::error::Result;
use crate::progress::{self, Watch};

/// Puts a note's words in.
pub(super) fn put(tx: &Transaction<'_>, row: i64, title: Option<&str>, body: &str) -> Result<()> {
    let mut insert = tx.prepare_cached("INSERT INTO note_search (rowid, title, body) VALUES (?1, ?2, ?3)")?;
    insert.execute((row, terms::joined(title.unwrap_or_default()), terms::joined(body)))?;
    Ok(())
}

/// Takes a note's words out, given what [`put`] was given.
pub(super) fn remove(tx: &Transaction<'_>, row: i64, title: Option<&str>, body: &str) -> Result<()> {
    let mut delete = tx.prepare_cached(
        "INSERT INTO note_search (note_search, rowid, title, body) VALUES ('delete', ?1, ?2, ?3)",
    )?;
    delete.execute((row, terms::joined(title.unwrap_or_default()), terms::joined(body)))?;
    Ok(())
}

/// Whether the index was made by the rules of this build. If not, [`rebuild`] must come before any
/// note is written.
///
/// # Errors
/// Those of the engine.
pub fn is_current(conn: &Connection) -> Result<bool> {
    let mut select = conn.prepare_cached("SELECT value FROM meta WHERE key = 'index_version'")?;
    let found: Option<String> = select.query_row([], |row| row.get(0)).optional()?;
    Ok(found == Some(terms::index_version()))
}

/// Makes the index anew from the notes, and folds the names of topics anew. Also the first thing to do in
/// a new vault. Progress is in notes.
///
/// # Errors
/// [`Error::Stopped`](crate::Error::Stopped).
pub fn rebuild(tx: &Transaction<'_>, watch: &mut Watch<'_>) -> Result<()> {
    topic::refold(tx)?;
    tx.execute("INSERT INTO note_search (note_search) VALUES ('delete-all')", [])?;
    let total: u32 = tx.query_row("SELECT count(*) FROM note", [], |row| row.get(0))?;
    let mut select = tx.prepare("SELECT row, title, body FROM note ORDER BY row")?;
    let mut rows = select.query([])?;
    let mut done = 0;
    while let Some(row) = rows.next()? {
        let title = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?;
        put(tx, row.get(0)?, title, row.get_ref(2)?.as_str().map_err(rusqlite::Error::from)?)?;
        done += 1;
        progress::tell(watch, done, total.into())?;
    }
    let mut set = tx.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('index_version', ?1)")?;
    set.execute([terms::index_version()])?;
    Ok(())
}
