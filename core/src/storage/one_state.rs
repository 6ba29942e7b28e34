//! Many statements that read, from one state of the database.

use rusqlite::{Connection, Transaction};

use crate::error::Result;

/// Keeps the database as it is at this moment for as long as the answer lives; nothing if the caller has a
/// transaction already. What SQLite does to begin and end a read it then does once, where a search of fifty
/// statements would pay for it fifty times. Not for looking at damage: after one page that can't be read a
/// transaction reads no other.
///
/// # Errors
/// Those of the engine.
pub fn one_state(conn: &Connection) -> Result<Option<Transaction<'_>>> {
    if conn.is_autocommit() { Ok(Some(conn.unchecked_transaction()?)) } else { Ok(None) }
}
