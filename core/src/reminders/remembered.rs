//! What a notebook remembers of the reminders that it gave to the phone: which visit each is of.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, Transaction};

use super::renew::Known;
use crate::error::{Error, Result};
use crate::id::ReminderId;
use crate::storage::migrate;
use crate::visits::reminder::Lead;
use crate::visits::store::{day_number, day_of};

/// All of them.
///
/// # Errors
/// Those of the engine.
pub fn all(conn: &Connection) -> Result<Vec<Known>> {
    if !migrate::has_visits(conn)? {
        return Ok(Vec::new());
    }
    let mut select =
        conn.prepare_cached("SELECT id, visit, day, lead, at FROM reminder_outside ORDER BY row")?;
    let known = select.query_map([], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    // One whose lead is not understood was written by a later version: it is not known here.
    Ok(known.into_iter().flatten().collect())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<Known>> {
    let day: Option<i32> = row.get(2)?;
    let lead: String = row.get(3)?;
    let (id, visit, at) = (row.get(0)?, row.get(1)?, row.get(4)?);
    let known = |lead: Lead| Known { id, visit, day: day.and_then(day_of), lead, at };
    Ok(serde_json::from_str(&lead).ok().map(known))
}

/// Remembers these, as they are now.
///
/// # Errors
/// [`Error::NoSpace`] and the like.
pub fn put(tx: &Transaction<'_>, known: &[Known]) -> Result<()> {
    let mut upsert = tx.prepare_cached(
        "INSERT INTO reminder_outside (id, visit, day, lead, at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET at = excluded.at",
    )?;
    for one in known {
        let lead = serde_json::to_string(&one.lead).map_err(|_| Error::Internal { code: -3 })?;
        upsert.execute((one.id, one.visit, one.day.map(|day: NaiveDate| day_number(day)), lead, one.at))?;
    }
    Ok(())
}

/// Forgets these.
///
/// # Errors
/// Those of the engine.
pub fn forget(tx: &Transaction<'_>, ids: &[ReminderId]) -> Result<()> {
    let mut delete = tx.prepare_cached("DELETE FROM reminder_outside WHERE id = ?1")?;
    ids.iter().try_for_each(|id| Ok(delete.execute([id]).map(drop)?))
}
