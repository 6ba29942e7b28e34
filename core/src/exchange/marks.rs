//! Marks of imported notes: which entries of other programs came in before. A mark is an HMAC-SHA-256 of
//! the entry's id in its source under a key of this vault, so that it tells nothing without the vault. A
//! note deleted for good takes its mark with it: the next import brings it back.
//!
//! A sealed copy carries the marks and the keys they were made under. A vault it came to looks for an
//! entry under its own key and under those.

use rusqlite::{Connection, OptionalExtension, Transaction};
use zeroize::Zeroizing;

use super::import::SourceId;
use crate::crypto::mac::hmac_sha256;
use crate::error::{Error, Result};
use crate::id::NoteId;
use crate::storage::meta;

/// Bytes of a key, and of a mark.
pub const MARK_BYTES: usize = 32;
/// Keys of other vaults that are kept, at most: an import tries each for each entry.
const MOST_OTHERS: usize = 16;

const OWN_KEY: &str = "import_key";
/// One after the other.
const OTHER_KEYS: &str = "other_import_keys";

/// The keys under which marks of this vault were made, its own first.
pub struct Marks {
    keys: Zeroizing<Vec<[u8; MARK_BYTES]>>,
}

impl Marks {
    /// Reads the keys.
    ///
    /// # Errors
    /// [`Error::Damaged`] if the vault has none of its own.
    pub fn of(conn: &Connection) -> Result<Self> {
        let mut bytes = Zeroizing::new(meta::expect::<Vec<u8>>(conn, OWN_KEY)?);
        bytes.extend(&*others(conn)?);
        Ok(Self { keys: Zeroizing::new(bytes.as_chunks().0.to_vec()) })
    }

    /// The mark of an entry under the vault's own key.
    #[must_use]
    pub fn mark(&self, id: &SourceId) -> [u8; MARK_BYTES] {
        hmac_sha256(self.keys.first().map_or(&[], |key| &key[..]), &[id.as_bytes()])
    }

    /// Whether the note that this entry became lies in the bin; `None` if there is none.
    ///
    /// # Errors
    /// Those of the engine.
    pub fn find(&self, conn: &Connection, id: &SourceId) -> Result<Option<bool>> {
        let mut select = conn.prepare_cached(
            "SELECT note.binned IS NOT NULL FROM import_source JOIN note ON note.row = import_source.note
             WHERE mark = ?1",
        )?;
        for key in &*self.keys {
            let mark = hmac_sha256(key, &[id.as_bytes()]);
            let found = select.query_row([mark], |row| row.get(0)).optional()?;
            if found.is_some() {
                return Ok(found);
            }
        }
        Ok(None)
    }

    /// Puts down that this entry became this note.
    ///
    /// # Errors
    /// Those of the engine.
    pub fn keep(&self, tx: &Transaction<'_>, id: &SourceId, note: NoteId) -> Result<()> {
        if put(tx, &self.mark(id), note)? { Ok(()) } else { Err(Error::Internal { code: -40 }) }
    }
}

/// The marks of a note, for a sealed copy.
///
/// # Errors
/// Those of the engine.
pub fn of_note(conn: &Connection, note: NoteId) -> Result<Vec<[u8; MARK_BYTES]>> {
    let mut select = conn.prepare_cached(
        "SELECT mark FROM import_source WHERE note = (SELECT row FROM note WHERE id = ?1) ORDER BY mark",
    )?;
    Ok(select.query_map([note], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The keys of all marks, for a sealed copy; none if there is no mark.
///
/// # Errors
/// [`Error::Damaged`] if there are marks and no key.
pub fn keys(conn: &Connection) -> Result<Vec<[u8; MARK_BYTES]>> {
    let any = conn.prepare_cached("SELECT 1 FROM import_source LIMIT 1")?.exists([])?;
    if any { Ok(Marks::of(conn)?.keys.to_vec()) } else { Ok(Vec::new()) }
}

/// Keeps the keys that a copy brings, but those that are here and those above the most that are kept.
///
/// # Errors
/// Those of the engine.
pub fn bring_keys(tx: &Transaction<'_>, brought: impl IntoIterator<Item = [u8; MARK_BYTES]>) -> Result<()> {
    let own = Zeroizing::new(meta::get::<Vec<u8>>(tx, OWN_KEY)?.unwrap_or_default());
    let mut others = others(tx)?;
    let had = others.len();
    for key in brought {
        let is_known = own.as_slice() == key || others.as_chunks().0.contains(&key);
        if !is_known && others.len() < MOST_OTHERS * MARK_BYTES {
            others.extend(key);
        }
    }
    if others.len() == had { Ok(()) } else { meta::set(tx, OTHER_KEYS, &&others[..]) }
}

/// Gives a note a mark that a copy brings, unless another note has it.
///
/// # Errors
/// Those of the engine.
pub fn bring(tx: &Transaction<'_>, mark: &[u8; MARK_BYTES], note: NoteId) -> Result<()> {
    put(tx, mark, note).map(drop)
}

fn put(tx: &Transaction<'_>, mark: &[u8; MARK_BYTES], note: NoteId) -> Result<bool> {
    // `INSERT … SELECT` would open a savepoint, at which FTS5 writes out all it gathered: once a note.
    let mut insert = tx.prepare_cached(
        "INSERT OR IGNORE INTO import_source (mark, note) VALUES (?1, (SELECT row FROM note WHERE id = ?2))",
    )?;
    Ok(insert.execute((mark, note))? == 1)
}

fn others(conn: &Connection) -> Result<Zeroizing<Vec<u8>>> {
    Ok(Zeroizing::new(meta::get(conn, OTHER_KEYS)?.unwrap_or_default()))
}
