//! Keeps both vaults' files at one size, so that neither size nor time tells which is used. Files start
//! at 8 MiB and double. The open one grows by writing and deleting a blob, which leaves free pages; the
//! closed one by random bytes at its end, which look the same as sealed pages.

use std::fs::{File, FileTimes, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, SystemTime};

use fernbook_sqlite3mc::Cipher;
use rusqlite::Connection;

use super::connection::PAGE_BYTES;
use super::files;
use crate::crypto::random;
use crate::error::{Error, Result};
use crate::time::Moment;

/// The smallest size in bytes.
pub const FIRST_STEP: u64 = 8 << 20;
/// The page that SQLite keeps for locks, at 1 GiB, and never writes: it stays zero.
const LOCK_PAGE: std::ops::Range<u64> = (1 << 30)..((1 << 30) + PAGE_BYTES);
const CHUNK_BYTES: usize = 256 * 1024;
/// The largest blob written at once, well under SQLite's own limit.
const MOST_FILLER_PAGES: u64 = 200_000;

/// The size in bytes at which a file that needs `bytes` stands.
#[must_use]
pub fn step_for(bytes: u64) -> u64 {
    let mut step = FIRST_STEP;
    while step < bytes {
        step = step.saturating_mul(2);
    }
    step
}

/// Pages of a database, those in the log included.
///
/// # Errors
/// [`Error::Damaged`].
pub fn page_count(conn: &Connection) -> Result<u64> {
    Ok(conn.query_row("PRAGMA page_count", [], |row| row.get(0))?)
}

/// Makes a database exactly `pages` long, if it is shorter: in one transaction of its own.
///
/// # Errors
/// [`Error::NoSpace`]; nothing has then changed.
pub fn grow_open(conn: &mut Connection, cipher: Cipher, pages: u64) -> Result<()> {
    let usable = PAGE_BYTES - u64::from(cipher.reserved_bytes());
    let tx = conn.transaction()?;
    loop {
        let missing = pages.saturating_sub(page_count(&tx)?);
        if missing == 0 {
            break;
        }
        let free: u64 = tx.query_row("PRAGMA freelist_count", [], |row| row.get(0))?;
        let bytes = filler_bytes((missing + free).min(MOST_FILLER_PAGES), usable);
        tx.execute("INSERT INTO filler (bytes) VALUES (zeroblob(?1))", [bytes])?;
    }
    tx.execute("DELETE FROM filler", [])?;
    Ok(tx.commit()?)
}

/// How long a blob must be to take up exactly so many overflow pages: each holds four bytes less than
/// a page's usable part, the least part of the record stays in the row itself (SQLite file format, 1.6),
/// and a record of one blob has at most eight bytes before it.
fn filler_bytes(pages: u64, usable: u64) -> u64 {
    let in_row = (usable - 12) * 32 / 255 - 23;
    in_row + pages * (usable - 4) - 8
}

/// Appends random bytes to a closed vault's file until it is `bytes` long.
///
/// # Errors
/// [`Error::NoSpace`] and the like; the file then has its old length, so that what room is left is there
/// for her words.
pub fn grow_closed(path: &Path, bytes: u64) -> Result<()> {
    let before = files::length(path)?;
    if before >= bytes || before == 0 {
        return Ok(());
    }
    let mut file = OpenOptions::new().write(true).open(path)?;
    let grown = append_random(&mut file, before, bytes);
    if grown.is_err() {
        file.set_len(before)?;
    }
    grown
}

fn append_random(file: &mut File, mut at: u64, bytes: u64) -> Result<()> {
    let mut chunk = vec![0; CHUNK_BYTES];
    while at < bytes {
        let end = next_edge(at, bytes);
        let length = usize::try_from(end - at).unwrap_or(CHUNK_BYTES).min(CHUNK_BYTES);
        let part = chunk.get_mut(..length).ok_or(Error::Internal { code: -12 })?;
        if LOCK_PAGE.contains(&at) {
            part.fill(0)
        } else {
            random::fill(part)?
        }
        file.seek(SeekFrom::Start(at))?;
        file.write_all(part)?;
        at += length as u64;
    }
    Ok(file.sync_all()?)
}

/// Where the kind of bytes changes next after `at`: at the page for locks, or at the end.
fn next_edge(at: u64, end: u64) -> u64 {
    [LOCK_PAGE.start, LOCK_PAGE.end].into_iter().filter(|edge| *edge > at && *edge < end).min().unwrap_or(end)
}

/// Gives a folder and every file in it one time, that of the day's beginning in UTC.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn level_times(folder: &Path, now: Moment) -> Result<()> {
    const DAY_MS: i64 = 86_400_000;
    let day = now.0.max(0) / DAY_MS * DAY_MS;
    let time = SystemTime::UNIX_EPOCH + Duration::from_millis(day.unsigned_abs());
    let times = FileTimes::new().set_accessed(time).set_modified(time);
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            File::open(entry.path())?.set_times(times)?;
        }
    }
    Ok(File::open(folder)?.set_times(times)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::connection::connect;

    #[test]
    fn steps_double_from_8_mib() {
        assert_eq!(step_for(0), 8 << 20);
        assert_eq!(step_for(8 << 20), 8 << 20);
        assert_eq!(step_for((8 << 20) + 1), 16 << 20);
    }

    #[test]
    fn an_open_database_grows_to_the_page_and_gives_the_pages_back_as_free() {
        for cipher in [Cipher::Aegis256, Cipher::ChaCha20] {
            let folder = tempfile::tempdir().unwrap();
            let mut conn = connect(&folder.path().join("1.db"), cipher, &[1; 32], true).unwrap();
            conn.execute_batch("CREATE TABLE filler (row INTEGER PRIMARY KEY, bytes BLOB) STRICT").unwrap();
            for pages in [3, 4, 5, 100, 101, 2048, 4096] {
                grow_open(&mut conn, cipher, pages).unwrap();
                assert_eq!(page_count(&conn).unwrap(), pages);
            }
            let free: u64 = conn.query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap();
            assert_eq!(free, 4096 - 2);
        }
    }

    #[test]
    fn the_page_for_locks_stays_zero() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("2.db");
        let file = File::create(&path).unwrap();
        file.set_len(LOCK_PAGE.start - 8192).unwrap();
        grow_closed(&path, LOCK_PAGE.end + 8192).unwrap();
        let mut tail = Vec::new();
        let mut file = File::open(&path).unwrap();
        file.seek(SeekFrom::Start(LOCK_PAGE.start - 8192)).unwrap();
        std::io::Read::read_to_end(&mut file, &mut tail).unwrap();
        assert_eq!(tail.len(), 8192 + 4096 + 8192);
        assert!(tail[8192..8192 + 4096].iter().all(|byte| *byte == 0));
        assert!(tail[..8192].iter().any(|byte| *byte != 0));
        assert!(tail[8192 + 4096..].iter().any(|byte| *byte != 0));
    }
}
