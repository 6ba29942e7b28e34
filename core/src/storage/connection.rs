//! One keyed connection to a vault, set up the same way every time.

use std::path::Path;

use fernbook_sqlite3mc::{Cipher, keep_wal_file, set_key};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::files;
use crate::error::{Error, Part, Result};

/// Bytes of a page.
pub const PAGE_BYTES: u64 = 4096;

/// So much of its file a log keeps when another begins in it: to write over a file takes a disk half the
/// time of making it longer. A checkpoint that cuts the log cuts it to nothing all the same.
pub const LOG_KEPT_BYTES: u64 = 16 << 20;

/// Opens a database and keys it. SQLite never gets to see the folder's files by a URI, never makes one
/// unless `create`, and never writes the log back by itself: what it would do so at the wrong moment is
/// told in `docs/decisions/0003-guarded-open.md`.
///
/// # Errors
/// [`Error::Damaged`] if the key does not fit or the first pages are not whole; [`Error::InUse`].
pub fn connect(path: &Path, cipher: Cipher, key: &[u8; 32], create: bool) -> Result<Connection> {
    if !fernbook_sqlite3mc::is_linked() {
        return Err(Error::Internal { code: -8 });
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        // SQLite would make it readable as the process's mask has it; its log takes the file's own mode.
        files::private(std::fs::OpenOptions::new().write(true).create_new(true)).open(path)?;
    }
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(std::time::Duration::ZERO)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    zero_freed_memory(&connection)?;
    if set_key(&connection, cipher, key) != 0 || keep_wal_file(&connection) != 0 {
        return Err(Error::Internal { code: -9 });
    }
    connection.execute_batch(if create { CREATED } else { "" })?;
    connection.execute_batch(EVERY_TIME)?;
    keep_log_file(&connection)?;
    check_is_keyed(&connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Only when the file is made: what it keeps for ever.
const CREATED: &str = "PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE;";

/// Exclusive locking keeps the log's index in memory, so that no `-shm` file shows which vault is open.
/// Reading the schema is what takes the lock and first uses the key.
const EVERY_TIME: &str = "
    PRAGMA locking_mode = EXCLUSIVE;
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -8000;
    SELECT count(*) FROM sqlite_schema;";

/// Compiled-in zeroing does nothing until it is turned on, before the first key is in memory.
fn zero_freed_memory(connection: &Connection) -> Result<()> {
    let on: String = connection.query_row("PRAGMA memory_security = 1", [], |row| row.get(0))?;
    let read_back: String = connection.query_row("PRAGMA memory_security", [], |row| row.get(0))?;
    if on == "1" && read_back == "1" { Ok(()) } else { Err(Error::Internal { code: -10 }) }
}

fn keep_log_file(connection: &Connection) -> Result<()> {
    let kept: u64 =
        connection.pragma_update_and_check(None, "journal_size_limit", LOG_KEPT_BYTES, |row| row.get(0))?;
    if kept == LOG_KEPT_BYTES { Ok(()) } else { Err(Error::Internal { code: -13 }) }
}

/// `PRAGMA cipher` answers even where nothing is encrypted; only a keyed file has a salt.
fn check_is_keyed(connection: &Connection) -> Result<()> {
    let salt: rusqlite::Result<String> = connection.query_row("PRAGMA cipher_salt", [], |row| row.get(0));
    salt.map(drop).map_err(|_| Error::Damaged { part: Part::Vault })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: [u8; 32] = [7; 32];

    fn made(cipher: Cipher) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("1.db");
        let connection = connect(&path, cipher, &KEY, true).unwrap();
        connection.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES ('pomegranate');").unwrap();
        let busy: i64 =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0)).unwrap();
        assert_eq!(busy, 0);
        (folder, path)
    }

    #[test]
    fn both_ciphers_write_the_expected_header_and_no_plain_text() {
        for cipher in [Cipher::Aegis256, Cipher::ChaCha20] {
            let (folder, path) = made(cipher);
            let bytes = std::fs::read(&path).unwrap();
            assert_eq!(bytes[16..24], [0x10, 0, 2, 2, cipher.reserved_bytes(), 0x40, 0x20, 0x20]);
            for entry in std::fs::read_dir(folder.path()).unwrap() {
                let bytes = std::fs::read(entry.unwrap().path()).unwrap();
                assert!(!bytes.windows(11).any(|window| window == b"pomegranate"));
                assert!(!bytes.starts_with(b"SQLite format 3"));
            }
        }
    }

    #[test]
    fn a_wrong_key_or_cipher_opens_nothing_and_changes_nothing() {
        let (_folder, path) = made(Cipher::Aegis256);
        let before = std::fs::read(&path).unwrap();
        let damaged = Error::Damaged { part: Part::Vault };
        assert_eq!(connect(&path, Cipher::Aegis256, &[8; 32], false).err(), Some(damaged));
        assert_eq!(connect(&path, Cipher::ChaCha20, &KEY, false).err(), Some(damaged));
        assert_eq!(std::fs::read(&path).unwrap(), before);
        assert!(connect(&path, Cipher::Aegis256, &KEY, false).is_ok());
    }

    #[test]
    fn a_second_connection_is_told_that_it_is_in_use() {
        let (_folder, path) = made(Cipher::Aegis256);
        let first = connect(&path, Cipher::Aegis256, &KEY, false).unwrap();
        first.execute_batch("INSERT INTO t VALUES (1)").unwrap();
        assert_eq!(connect(&path, Cipher::Aegis256, &KEY, false).err(), Some(Error::InUse));
    }
}
