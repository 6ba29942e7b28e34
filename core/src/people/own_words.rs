//! What she wrote for hard moments: words to herself, and what helps. Empty until she writes them.

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{has_place, kept};
use crate::error::Result;

/// The longest of the two texts, in bytes of UTF-8.
pub const LONGEST_TEXT: usize = 40_000;

/// Which of her two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnWords {
    /// Her words to herself.
    Words,
    /// What helps, a thing on each line.
    Helps,
}

impl OwnWords {
    /// Both of them.
    pub const BOTH: [OwnWords; 2] = [OwnWords::Words, OwnWords::Helps];

    /// Its name in a notebook and in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            OwnWords::Words => "words",
            OwnWords::Helps => "helps",
        }
    }
}

/// A text; empty if she wrote none, or emptied it.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn get(conn: &Connection, which: OwnWords) -> Result<String> {
    if !has_place(conn)? {
        return Ok(String::new());
    }
    let mut select = conn.prepare_cached("SELECT text FROM own_words WHERE kind = ?1")?;
    Ok(select.query_row([which.name()], |row| row.get(0)).optional()?.unwrap_or_default())
}

/// Whether she wrote this text once, and took it out.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn is_taken_out(conn: &Connection, which: OwnWords) -> Result<bool> {
    if !has_place(conn)? {
        return Ok(false);
    }
    let mut select = conn.prepare_cached("SELECT 1 FROM own_words WHERE kind = ?1 AND text = ''")?;
    Ok(select.exists([which.name()])?)
}

/// Writes a text in place of the one before; an empty one takes it out. Writes nothing if nothing changed. What
/// undo brings back stays as it is: a change of hers goes through [`earlier`](super::earlier).
///
/// # Errors
/// [`TooLarge`](crate::Error::TooLarge); [`NotFound`](crate::Error::NotFound) in a plain notebook.
pub fn set(tx: &Transaction<'_>, which: OwnWords, text: &str) -> Result<()> {
    let text = clean(text)?;
    if get(tx, which)? == text {
        return Ok(());
    }
    let mut upsert = tx.prepare_cached(
        "INSERT INTO own_words (kind, text) VALUES (?1, ?2)
         ON CONFLICT (kind) DO UPDATE SET text = excluded.text, version = version + 1",
    )?;
    upsert.execute((which.name(), text))?;
    Ok(())
}

/// A text as it is kept.
///
/// # Errors
/// [`TooLarge`](crate::Error::TooLarge).
pub fn clean(text: &str) -> Result<String> {
    kept(text, LONGEST_TEXT)
}
