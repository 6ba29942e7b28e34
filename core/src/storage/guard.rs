//! What is looked at before SQLite may see a vault's files. Opening can destroy: beside an empty or
//! foreign database SQLite unlinks the log that holds her last words. So nothing is handed over that is
//! not known to belong together; what does not is set aside, never deleted.

use std::path::Path;

use fernbook_sqlite3mc::Cipher;
use rusqlite::Connection;

use super::connection::{PAGE_BYTES, connect};
use super::head::Head;
use super::paths::VaultPaths;
use super::wal::{self, Log};
use super::{files, meta};
use crate::crypto::key::Key;
use crate::error::{Error, Part, Result};

const DAMAGED: Error = Error::Damaged { part: Part::Vault };
const OLD_VAULT: Error = Error::OutOfStep { part: Part::Vault };

/// Something that was mended or set aside while opening, for a shell to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A log that does not belong to this state of the notebook was given another name.
    LogSetAside,
    /// The end of the log is torn: the last save may not have been finished. A copy was kept.
    LogTorn,
}

/// The key of a vault and what it opens.
pub struct VaultKey {
    /// The vault's cipher.
    pub cipher: Cipher,
    /// The key. Zeroed on drop.
    pub key: Key,
}

/// Refuses a file that can't be a vault of this cipher: under one page, or with other plain bytes in
/// its header (16 to 23: page size, WAL twice, reserved bytes, and three constants of SQLite).
///
/// # Errors
/// [`Error::Damaged`].
pub fn check_file(path: &Path, cipher: Cipher) -> Result<()> {
    let start = files::read(path, 24)?.ok_or(DAMAGED)?;
    let fits = start.get(16..24) == Some(&plain_header(cipher)[..]) && files::length(path)? >= PAGE_BYTES;
    if fits { Ok(()) } else { Err(DAMAGED) }
}

/// Bytes 16 to 23 of a vault file: all that is plain in it, but for the salt before them.
#[must_use]
pub fn plain_header(cipher: Cipher) -> [u8; 8] {
    [0x10, 0, 2, 2, cipher.reserved_bytes(), 0x40, 0x20, 0x20]
}

/// Opens a vault whose head is known, with its log only if the log is the head's and whole, and checks
/// that all three are of one state. Nothing is written to database or log, but that what a power cut or a
/// kill tore at the log's end goes, once it is kept aside.
///
/// # Errors
/// [`Error::Damaged`]; [`Error::OutOfStep`] if the database is an old copy or its log is missing.
pub fn open(paths: &VaultPaths, key: &VaultKey, head: &Head) -> Result<(Connection, Vec<Notice>)> {
    check_file(&paths.db(), key.cipher)?;
    put_back_held(paths)?;
    let notices = match wal::read(&paths.wal())? {
        None => empty_log(paths).map(|()| Vec::new())?,
        Some(log) if head.wal == Some(log.salts) => keep_log(paths, key, head, &log)?,
        Some(log) => leave_log(paths, key, head, &log)?,
    };
    let connection = connect(&paths.db(), key.cipher, &key.key, false)?;
    if meta::vault_id(&connection)? != head.vault {
        return Err(DAMAGED);
    }
    if meta::epoch(&connection)? == head.epoch { Ok((connection, notices)) } else { Err(OLD_VAULT) }
}

/// A log that is the head's, beside a database that it belongs to: at the head's epoch (the log was being
/// written back) or one before (it was not yet). An older one, put back, would give a mixture.
fn keep_log(paths: &VaultPaths, key: &VaultKey, head: &Head, log: &Log) -> Result<Vec<Notice>> {
    if log.beyond > 1 {
        return Err(Error::Damaged { part: Part::Wal });
    }
    match epoch_without_log(paths, key) {
        Ok(epoch) if epoch == head.epoch || epoch + 1 == head.epoch => {}
        Ok(_) => return Err(OLD_VAULT),
        // A crash while the log was written back can leave pages that only the log makes whole.
        Err(Error::Damaged { .. }) => {}
        Err(error) => return Err(error),
    }
    if log.beyond == 0 {
        return Ok(Vec::new());
    }
    // A save that was torn and nobody was told of, or damage to the last one that she was told of. Power cuts
    // tear; so does a kill between a page's head and the page, where an older log lies under both. The rest
    // goes once it is kept aside: with that of another it would look like the loss of two.
    files::copy_aside(&paths.wal())?;
    files::cut(&paths.wal(), log.whole_bytes)?;
    Ok(vec![Notice::LogTorn])
}

/// A log with another pair of salts holds nothing acknowledged: salts are in the head before the first
/// save of a log is. It goes only if the database is whole without it; if it is no more than the
/// unfinished beginning of one it is emptied, else set aside.
fn leave_log(paths: &VaultPaths, key: &VaultKey, head: &Head, log: &Log) -> Result<Vec<Notice>> {
    if epoch_without_log(paths, key)? != head.epoch {
        return Err(OLD_VAULT);
    }
    if log.whole + log.beyond <= 1 {
        return empty_log(paths).map(|()| Vec::new());
    }
    files::set_aside(&paths.wal())?;
    empty_log(paths)?;
    Ok(vec![Notice::LogSetAside])
}

/// A crash while the log was held back: it takes its name again.
fn put_back_held(paths: &VaultPaths) -> Result<()> {
    if !paths.held_wal().exists() {
        return Ok(());
    }
    if files::length(&paths.wal())? > 0 {
        files::set_aside(&paths.wal())?;
    }
    std::fs::rename(paths.held_wal(), paths.wal())?;
    files::sync_folder(paths.folder())
}

/// Cuts a log in which nothing is to zero bytes, and makes one where there is none.
fn empty_log(paths: &VaultPaths) -> Result<()> {
    if files::length(&paths.wal())? > 0 || !paths.wal().exists() {
        files::private(std::fs::OpenOptions::new().write(true).create(true).truncate(true))
            .open(paths.wal())?
            .sync_all()?;
    }
    Ok(())
}

/// Looks at the database alone, its log held back for a moment.
fn epoch_without_log(paths: &VaultPaths, key: &VaultKey) -> Result<u64> {
    std::fs::rename(paths.wal(), paths.held_wal())?;
    let epoch = connect(&paths.db(), key.cipher, &key.key, false).and_then(|alone| meta::epoch(&alone));
    files::remove(&paths.wal())?;
    std::fs::rename(paths.held_wal(), paths.wal())?;
    files::sync_folder(paths.folder())?;
    epoch
}
