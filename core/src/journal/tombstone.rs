//! What stays of a thing that was deleted for good: its id and the last number of its changes.

use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::error::Result;
use crate::id::ID_BYTES;

/// Puts down that the thing with this id, which had come to `version`, is gone. Copies may bring two
/// things of one id; that must not keep the second from being deleted.
///
/// # Errors
/// Those of the engine.
pub fn bury(tx: &Transaction<'_>, id: [u8; ID_BYTES], version: i64) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO tombstone (id, version) VALUES (?1, ?2)
         ON CONFLICT (id) DO UPDATE SET version = max(version, excluded.version)",
    )?;
    insert.execute((&id[..], version + 1))?;
    Ok(())
}

/// Whether a thing with this id was deleted for good in this vault.
///
/// # Errors
/// Those of the engine.
pub fn is_buried(conn: &Connection, id: [u8; ID_BYTES]) -> Result<bool> {
    Ok(conn.prepare_cached("SELECT 1 FROM tombstone WHERE id = ?1")?.exists([&id[..]])?)
}

/// Takes the tombstone of a thing away that she brings back at once, and answers its number of changes; none if
/// there is none.
///
/// # Errors
/// Those of the engine.
pub fn raise(tx: &Transaction<'_>, id: [u8; ID_BYTES]) -> Result<Option<i64>> {
    let mut delete = tx.prepare_cached("DELETE FROM tombstone WHERE id = ?1 RETURNING version")?;
    Ok(delete.query_row([&id[..]], |row| row.get(0)).optional()?)
}
