//! Many statements that read, from one state of the database.

use rusqlite::Connection;

use crate::error::Result;

/// The database as it was when this was made, for as long as it lives.
pub struct OneState<'conn>(Option<&'conn Connection>);

/// Keeps the database as it is at this moment; nothing has to be done if the caller has a transaction already.
/// What SQLite does to begin and end a read it then does once, where a search of fifty statements would pay for
/// it fifty times. Not for looking at damage: after one page that can't be read a transaction reads no other.
///
/// # Errors
/// Those of the engine.
pub fn one_state(conn: &Connection) -> Result<OneState<'_>> {
    if !conn.is_autocommit() {
        return Ok(OneState(None));
    }
    // Both ends come from the cache of statements: to parse them anew takes as long as a small search.
    conn.prepare_cached("BEGIN")?.execute([])?;
    Ok(OneState(Some(conn)))
}

impl Drop for OneState<'_> {
    fn drop(&mut self) {
        let Some(conn) = self.0 else { return };
        let ended = conn.prepare_cached("COMMIT").and_then(|mut commit| commit.execute([]));
        if ended.is_err() && !conn.is_autocommit() {
            // Nothing was written: there is nothing to lose, and the next write must be able to begin.
            let _ = conn.execute_batch("ROLLBACK");
        }
    }
}
