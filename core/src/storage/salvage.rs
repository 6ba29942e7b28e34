//! Moves every row that can still be read from a damaged vault into a new one, row by row, so that a
//! page that is gone takes only its own rows with it.

use std::path::{Path, PathBuf};

use fernbook_sqlite3mc::Cipher;
use rusqlite::types::Value;
use rusqlite::{Connection, ErrorCode, OptionalExtension, Transaction};
use zeroize::Zeroizing;

use super::connection::connect;
use super::{files, meta, migrate};
use crate::crypto::random;
use crate::error::{Error, Result};
use crate::progress::{self, Watch};

/// Tables that hold her words, those that others point to first.
const TABLES: [&str; 14] = [
    "note",
    "topic",
    "note_history",
    "draft",
    "attachment",
    "attachment_chunk",
    "person",
    "own_words",
    "visit",
    "card",
    "card_history",
    "choice",
    "receipt",
    "receipt_words",
];
/// Words of a showing go with the note or the date that they were of, and with the line about it.
const WORDS_OF_NOTHING: &str = "DELETE FROM receipt_words WHERE receipt NOT IN (SELECT row FROM receipt)
    OR (note IS NOT NULL AND note NOT IN (SELECT row FROM note))
    OR (visit IS NOT NULL AND visit NOT IN (SELECT row FROM visit))";
/// Where the highest row number can't be read, rows are tried until so many in a row are not there.
const GAP: i64 = 20_000;

/// A new vault for salvaged rows, sealed under a key that is never written down; removed on drop.
pub struct Salvaged {
    conn: Option<Connection>,
    path: PathBuf,
}

impl Salvaged {
    /// Makes it at `scratch`, a path where nothing is yet, and moves into it what `from` still gives.
    /// Answers how many rows were there but could not be read.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`]; [`Error::Stopped`]; [`Error::NoSpace`] and the like.
    pub fn collect(from: &Connection, scratch: &Path, watch: &mut Watch<'_>) -> Result<(Self, u64)> {
        files::check_free(scratch)?;
        let mut salvaged = Self { conn: None, path: scratch.to_owned() };
        let key = Zeroizing::new(random::make_bytes::<32>()?);
        let mut conn = connect(scratch, Cipher::Aegis256, &key, true)?;
        conn.pragma_update(None, "foreign_keys", false)?;
        let tx = conn.transaction()?;
        migrate::run(&tx)?;
        // What kind of notebook it was may be among what is lost. A plain one has nobody to leave out.
        meta::set(&tx, "pack", &"full")?;
        let mut lost = 0;
        for table in TABLES {
            lost += move_rows(from, &tx, table, watch)?;
        }
        move_pairs(from, &tx)?;
        tx.execute_batch(WORDS_OF_NOTHING)?;
        tx.commit()?;
        salvaged.conn = Some(conn);
        Ok((salvaged, lost))
    }

    /// The rows.
    ///
    /// # Errors
    /// None once it is made.
    pub fn connection(&mut self) -> Result<&mut Connection> {
        self.conn.as_mut().ok_or(Error::Locked)
    }
}

impl Drop for Salvaged {
    fn drop(&mut self) {
        self.conn = None;
        let _ = files::remove(&self.path);
        let _ = files::remove(&files::with_ending(&self.path, "-wal"));
    }
}

fn move_rows(from: &Connection, tx: &Transaction<'_>, table: &str, watch: &mut Watch<'_>) -> Result<u64> {
    // An earlier version's table has fewer.
    let there = columns(from, table).unwrap_or_default();
    let columns: Vec<String> = columns(tx, table)?.into_iter().filter(|name| there.contains(name)).collect();
    if columns.is_empty() {
        return Ok(0);
    }
    let (names, marks) = (columns.join(", "), vec!["?"; columns.len()].join(", "));
    let Ok(mut read) = from.prepare(&format!("SELECT {names} FROM {table} WHERE rowid = ?1")) else {
        return Ok(0);
    };
    let mut write = tx.prepare(&format!("INSERT OR IGNORE INTO {table} ({names}) VALUES ({marks})"))?;
    let highest: Option<i64> =
        from.query_row(&format!("SELECT max(rowid) FROM {table}"), [], |row| row.get(0)).ok().flatten();
    let (mut row, mut last, mut lost) = (0, 0, 0);
    while row < highest.unwrap_or(last + GAP) {
        row += 1;
        let values = read.query_row([row], |found| {
            (0..columns.len())
                .map(|column| found.get::<_, Value>(column))
                .collect::<rusqlite::Result<Vec<_>>>()
        });
        match values.optional() {
            Ok(Some(values)) => {
                lost += u64::from(!written(write.execute(rusqlite::params_from_iter(values)))?);
                last = row;
            }
            Ok(None) => {}
            Err(_) => lost += u64::from(highest.is_some()),
        }
        if row % 256 == 0 {
            progress::tell(watch, u64::try_from(row).unwrap_or(0), 0)?;
        }
    }
    Ok(lost)
}

/// Where the first page had to be guessed, a table may be looked for on another's page: what is no row of
/// it does not fit in, and must not end the rescue.
fn written(row: rusqlite::Result<usize>) -> Result<bool> {
    match row {
        Ok(_) => Ok(true),
        Err(error)
            if matches!(
                error.sqlite_error_code(),
                Some(ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch)
            ) =>
        {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

/// Which notes have which topics, for the notes and topics that were saved.
fn move_pairs(from: &Connection, tx: &Transaction<'_>) -> Result<()> {
    let Ok(mut read) = from.prepare("SELECT topic FROM note_topic WHERE note = ?1") else {
        return Ok(());
    };
    let mut write = tx
        .prepare("INSERT OR IGNORE INTO note_topic (note, topic) SELECT ?1, row FROM topic WHERE row = ?2")?;
    let mut notes = tx.prepare("SELECT row FROM note")?;
    for note in notes.query_map([], |row| row.get::<_, i64>(0))? {
        let note = note?;
        let Ok(mut topics) = read.query([note]) else { continue };
        while let Ok(Some(topic)) = topics.next() {
            if let Ok(topic) = topic.get::<_, i64>(0) {
                write.execute([note, topic])?;
            }
        }
    }
    Ok(())
}

fn columns(conn: &Connection, table: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}
