//! Reads every page of an open vault. Each is authenticated as it is read, so what this finds whole is
//! what was written. Only the random tail of a file, which holds nothing, can't be checked.

use rusqlite::Connection;

use super::level;
use crate::error::{Error, Result};
use crate::progress::{self, Watch};

/// What a check found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pages {
    /// How many pages there are.
    pub total: u64,
    /// Numbers, from 1, of those that are not what was written.
    pub damaged: Vec<u64>,
    /// Whether all tables and indexes agree with one another; not looked at when pages are damaged.
    pub consistent: bool,
}

impl Pages {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.damaged.is_empty() && self.consistent
    }
}

/// Reads all pages, telling `watch` how many.
///
/// # Errors
/// [`Error::Stopped`]; damage is not an error here but what is answered.
pub fn run(conn: &Connection, watch: &mut Watch<'_>) -> Result<Pages> {
    let total = level::page_count(conn)?;
    // Pages in memory were whole when they were read; what counts is the disk.
    conn.execute_batch("PRAGMA shrink_memory")?;
    let mut damaged = Vec::new();
    for page in 1..=total {
        if page % 256 == 0 {
            progress::tell(watch, page, total)?;
        }
        if !is_whole(conn, page)? {
            damaged.push(page);
        }
    }
    let consistent = damaged.is_empty() && agrees(conn)?;
    Ok(Pages { total, damaged, consistent })
}

fn is_whole(conn: &Connection, page: u64) -> Result<bool> {
    let mut statement = conn.prepare_cached("SELECT length(data) FROM sqlite_dbpage WHERE pgno = ?1")?;
    match statement.query_row([page], |row| row.get::<_, i64>(0)).map_err(Error::from) {
        Ok(_) => Ok(true),
        Err(Error::Damaged { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

fn agrees(conn: &Connection) -> Result<bool> {
    let found: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    let mut foreign = conn.prepare("PRAGMA foreign_key_check")?;
    Ok(found == "ok" && foreign.query([])?.next()?.is_none())
}
