//! What a vault knows of itself: a few values under fixed names.

use rusqlite::{Connection, OptionalExtension, ToSql, types::FromSql};

use crate::error::{Error, Part, Result};
use crate::id::VaultId;

/// Reads a value; `None` if it was never written.
///
/// # Errors
/// [`Error::Damaged`].
pub fn get<T: FromSql>(conn: &Connection, key: &str) -> Result<Option<T>> {
    let mut statement = conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0)).optional()?)
}

/// Writes a value.
///
/// # Errors
/// [`Error::NoSpace`] and the like.
pub fn set(conn: &Connection, key: &str, value: &dyn ToSql) -> Result<()> {
    let sql = "INSERT INTO meta (key, value) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET value = excluded.value";
    conn.prepare_cached(sql)?.execute(rusqlite::params![key, value])?;
    Ok(())
}

/// Reads a value that every vault has.
///
/// # Errors
/// [`Error::Damaged`] if it is not there.
pub fn expect<T: FromSql>(conn: &Connection, key: &str) -> Result<T> {
    get(conn, key)?.ok_or(Error::Damaged { part: Part::Vault })
}

/// The vault's id.
///
/// # Errors
/// [`Error::Damaged`].
pub fn vault_id(conn: &Connection) -> Result<VaultId> {
    expect(conn, "vault_id")
}

/// How many logs the vault has begun.
///
/// # Errors
/// [`Error::Damaged`].
pub fn epoch(conn: &Connection) -> Result<u64> {
    expect::<i64>(conn, "epoch")?.try_into().map_err(|_| Error::Damaged { part: Part::Vault })
}

/// Notes that one more log has been begun.
///
/// # Errors
/// [`Error::NoSpace`] and the like.
pub fn set_epoch(conn: &Connection, epoch: u64) -> Result<()> {
    let epoch = i64::try_from(epoch).map_err(|_| Error::Internal { code: -11 })?;
    set(conn, "epoch", &epoch)
}
