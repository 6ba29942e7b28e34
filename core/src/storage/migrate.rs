//! Brings a vault's tables to this version. Steps are never edited once landed. They are done with the first
//! change that she makes, not when the vault is opened: what she could read before an update she can read after
//! it, on a full disk too.

use rusqlite::{Connection, Transaction};

use crate::error::{Error, Part, Result};

const STEPS: &[&str] = &[
    include_str!("../../migrations/0001_journal.sql"),
    include_str!("../../migrations/0002_people.sql"),
    include_str!("../../migrations/0003_visits.sql"),
    include_str!("../../migrations/0004_showing.sql"),
];

/// The step that makes the tables of her people and of her words for hard moments.
const PEOPLE: usize = 2;

/// The step that makes the tables of visits.
const VISITS: usize = 3;

/// The step that makes the tables of her card, of choices and of what was shown.
const SHOWING: usize = 4;

/// Which step a vault has reached: `PRAGMA user_version`.
fn reached(conn: &Connection) -> Result<usize> {
    let version: i64 = conn.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    usize::try_from(version).map_err(|_| Error::Damaged { part: Part::Vault })
}

/// Whether steps are still to be done.
///
/// # Errors
/// [`Error::Newer`] if a later version of the program has done more than this one knows.
pub fn is_needed(conn: &Connection) -> Result<bool> {
    match reached(conn)?.cmp(&STEPS.len()) {
        std::cmp::Ordering::Less => Ok(true),
        std::cmp::Ordering::Equal => Ok(false),
        std::cmp::Ordering::Greater => Err(Error::Newer { part: Part::Vault }),
    }
}

/// Whether the tables of her people and of her own words are there yet.
///
/// # Errors
/// [`Error::Damaged`].
pub fn has_people(conn: &Connection) -> Result<bool> {
    Ok(reached(conn)? >= PEOPLE)
}

/// Whether the tables of visits are there yet.
///
/// # Errors
/// [`Error::Damaged`].
pub fn has_visits(conn: &Connection) -> Result<bool> {
    Ok(reached(conn)? >= VISITS)
}

/// Whether the tables of her card, of choices and of what was shown are there yet.
///
/// # Errors
/// [`Error::Damaged`].
pub fn has_showing(conn: &Connection) -> Result<bool> {
    Ok(reached(conn)? >= SHOWING)
}

/// Does the steps that are still to be done, all or none.
///
/// # Errors
/// [`Error::Newer`], [`Error::NoSpace`] and the like.
pub fn run(tx: &Transaction<'_>) -> Result<()> {
    first(tx, ALL)
}

/// How many steps there are.
pub const ALL: usize = STEPS.len();

/// Does those of the first `steps` that are still to be done, all or none.
///
/// # Errors
/// As [`run`].
pub fn first(tx: &Transaction<'_>, steps: usize) -> Result<()> {
    let from = reached(tx)?;
    for step in STEPS.iter().take(steps).skip(from) {
        tx.execute_batch(step)?;
    }
    Ok(tx.pragma_update(None, "user_version", steps.max(from))?)
}
