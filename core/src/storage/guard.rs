//! What is looked at before SQLite may see a vault's files. Opening can destroy: beside an empty or
//! foreign database SQLite unlinks the log that holds her last words. So nothing is handed over that is
//! not known to belong together; what does not is set aside, never deleted.

use std::path::Path;

use fernbook_sqlite3mc::Cipher;
use rusqlite::Connection;

use super::connection::connect;
use super::files;
use super::head::{Head, WalSalts};
use super::meta;
use super::paths::VaultPaths;
use crate::error::{Error, Part, Result};

/// Bytes of a page.
pub const PAGE_BYTES: u64 = 4096;
const WAL_HEADER_BYTES: usize = 32;
const FRAME_HEADER_BYTES: usize = 24;

const DAMAGED: Error = Error::Damaged { part: Part::Vault };
const OLD_VAULT: Error = Error::OutOfStep { part: Part::Vault };

/// Something that was mended or set aside while opening, for a shell to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A log that does not belong to this state of the notebook was given another name.
    LogSetAside,
}

/// The key of a vault and what it opens.
pub struct VaultKey {
    /// The vault's cipher.
    pub cipher: Cipher,
    /// The key. Zeroed on drop.
    pub key: zeroize::Zeroizing<[u8; 32]>,
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

/// Opens a vault whose head is known, with its log only if the log is the head's, and checks that all
/// three are of one state. Nothing is written to database or log.
///
/// # Errors
/// [`Error::Damaged`]; [`Error::OutOfStep`] if the database is an old copy or its log is missing.
pub fn open(paths: &VaultPaths, key: &VaultKey, head: &Head) -> Result<(Connection, Vec<Notice>)> {
    check_file(&paths.db(), key.cipher)?;
    put_back_held(paths)?;
    let notices = settle_log(paths, head)?;
    let belongs = wal_salts(&paths.wal())?;
    if belongs.is_some() {
        check_without_log(paths, key, head)?;
    }
    let connection = connect(&paths.db(), key.cipher, &key.key, false)?;
    if meta::vault_id(&connection)? != head.vault {
        return Err(DAMAGED);
    }
    if meta::epoch(&connection)? == head.epoch { Ok((connection, notices)) } else { Err(OLD_VAULT) }
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

/// Leaves beside the database only a log that is the head's, or none. A log with another pair of salts
/// holds nothing acknowledged: salts are in the head before the first save of a log is. If it is only
/// the unfinished beginning of one it is emptied, else set aside.
fn settle_log(paths: &VaultPaths, head: &Head) -> Result<Vec<Notice>> {
    match (wal_salts(&paths.wal())?, head.wal) {
        (None, _) => empty_log(paths).map(|()| Vec::new()),
        (Some(found), Some(known)) if found == known => Ok(Vec::new()),
        _ if commits_in(&paths.wal())? <= 1 => empty_log(paths).map(|()| Vec::new()),
        _ => {
            files::set_aside(&paths.wal())?;
            Ok(vec![Notice::LogSetAside])
        }
    }
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

/// Looks at the database alone. It must be at the head's epoch (the log was being written back) or one
/// before (it was not yet); an older one, put back beside the latest log, would give a mixture.
fn check_without_log(paths: &VaultPaths, key: &VaultKey, head: &Head) -> Result<()> {
    std::fs::rename(paths.wal(), paths.held_wal())?;
    let epoch = connect(&paths.db(), key.cipher, &key.key, false).and_then(|alone| meta::epoch(&alone));
    files::remove(&paths.wal())?;
    std::fs::rename(paths.held_wal(), paths.wal())?;
    files::sync_folder(paths.folder())?;
    match epoch {
        Ok(epoch) if epoch == head.epoch || epoch + 1 == head.epoch => Ok(()),
        Ok(_) => Err(OLD_VAULT),
        // A crash while the log was written back can leave pages that only the log makes whole.
        Err(Error::Damaged { .. }) => Ok(()),
        Err(error) => Err(error),
    }
}

/// The salts of a log, or `None` if no page has been written to it.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn wal_salts(path: &Path) -> Result<Option<WalSalts>> {
    let least = (WAL_HEADER_BYTES + FRAME_HEADER_BYTES) as u64 + PAGE_BYTES;
    if files::length(path)? < least {
        return Ok(None);
    }
    let header = files::read(path, WAL_HEADER_BYTES)?.unwrap_or_default();
    Ok(header.get(16..24).and_then(|salts| salts.try_into().ok()))
}

/// How many transactions end in a log, by its plain frame headers.
fn commits_in(path: &Path) -> Result<usize> {
    use std::io::{Read, Seek, SeekFrom};
    let mut file = std::fs::File::open(path)?;
    let mut at = WAL_HEADER_BYTES as u64;
    let mut commits = 0;
    let mut frame = [0; FRAME_HEADER_BYTES];
    while file.seek(SeekFrom::Start(at)).is_ok() && file.read_exact(&mut frame).is_ok() {
        commits += usize::from(frame.get(4..8) != Some(&[0; 4][..]));
        at += FRAME_HEADER_BYTES as u64 + PAGE_BYTES;
    }
    Ok(commits)
}
