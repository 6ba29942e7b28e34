//! Visits as a notebook keeps them: one record each.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::visit::Visit;
use super::{NO_VISIT, earlier, kept, occurrence};
use crate::error::{Error, Part, Result, Thing};
use crate::id::VisitId;
use crate::journal::{find, tombstone};
use crate::storage::migrate;

/// A visit as kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: VisitId,
    /// Changes counted, from 1.
    pub version: i64,
    /// All of it.
    pub visit: Visit,
}

const COLUMNS: &str = "SELECT id, version, body FROM visit";

/// Days from here to 1970-01-01, as chrono counts days.
const DAYS_TO_1970: i32 = 719_163;

/// A day as it is stored.
pub(crate) fn day_number(day: NaiveDate) -> i32 {
    day.num_days_from_ce() - DAYS_TO_1970
}

/// A stored day.
pub(crate) fn day_of(number: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(number.checked_add(DAYS_TO_1970)?)
}

/// Puts down a new visit. [`earlier::take_back`] takes it away again.
///
/// # Errors
/// Those of [`kept::clean`].
pub fn add(tx: &Transaction<'_>, visit: &Visit) -> Result<VisitId> {
    let id = VisitId::make()?;
    bring(tx, id, visit)?;
    earlier::keep(tx, id, None)?;
    Ok(id)
}

/// Puts down a visit from a copy, under the id that it has there.
///
/// # Errors
/// As [`add`]; [`Error::AlreadyThere`] if the id is or was in use here.
pub fn bring(tx: &Transaction<'_>, id: VisitId, visit: &Visit) -> Result<()> {
    let visit = kept::clean(visit)?;
    let lives = tx.prepare_cached("SELECT 1 FROM visit WHERE id = ?1")?.exists([id])?;
    if lives || tombstone::is_buried(tx, id.0)? {
        return Err(Error::AlreadyThere);
    }
    write(tx, id, 1, &visit)
}

/// Writes a row that is not there yet, with this number of changes.
pub(super) fn write(tx: &Transaction<'_>, id: VisitId, version: i64, visit: &Visit) -> Result<()> {
    let mut insert = tx
        .prepare_cached("INSERT INTO visit (id, version, last_day, uid, body) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let uid = visit.source.as_ref().map(|source| &source.uid);
    insert.execute((id, version, last_day(visit), uid, body(visit)?))?;
    Ok(())
}

/// Puts another visit in the place of the one with this id. Writes nothing if nothing changed.
/// [`earlier::take_back`] brings the one before back.
///
/// # Errors
/// [`Error::NotFound`], and those of [`kept::clean`].
pub fn edit(tx: &Transaction<'_>, id: VisitId, visit: &Visit) -> Result<()> {
    let before = get(tx, id)?;
    let visit = kept::clean(visit)?;
    if before.visit == visit {
        return Ok(());
    }
    replace(tx, id, &visit)?;
    earlier::keep(tx, id, Some(&before.visit))
}

pub(super) fn replace(tx: &Transaction<'_>, id: VisitId, visit: &Visit) -> Result<()> {
    let mut update = tx.prepare_cached(
        "UPDATE visit SET version = version + 1, last_day = ?2, uid = ?3, body = ?4 WHERE id = ?1",
    )?;
    let uid = visit.source.as_ref().map(|source| &source.uid);
    update.execute((id, last_day(visit), uid, body(visit)?))?;
    Ok(())
}

/// Takes a visit out. The id and the version stay as a tombstone; [`earlier::take_back`] brings it back until the
/// next change, or until [`earlier::forget`].
///
/// # Errors
/// [`Error::NotFound`].
pub fn remove(tx: &Transaction<'_>, id: VisitId) -> Result<()> {
    let before = get(tx, id)?;
    delete(tx, id, before.version)?;
    earlier::keep(tx, id, Some(&before.visit))
}

pub(super) fn delete(tx: &Transaction<'_>, id: VisitId, version: i64) -> Result<()> {
    tx.prepare_cached("DELETE FROM visit WHERE id = ?1")?.execute([id])?;
    tombstone::bury(tx, id.0, version)
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Damaged`] if its record is not one.
pub fn get(conn: &Connection, id: VisitId) -> Result<Kept> {
    if !migrate::has_visits(conn)? {
        return Err(NO_VISIT);
    }
    let mut select = conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    select.query_row([id], columns).optional()?.ok_or(NO_VISIT)?.read()
}

/// All that have a day on or after `from`, or whose day is not known yet.
///
/// # Errors
/// [`Error::Damaged`].
pub fn from_day(conn: &Connection, from: NaiveDate) -> Result<Vec<Kept>> {
    select(conn, "WHERE last_day >= ?1 OR last_day IS NULL", day_number(from))
}

/// All that had their last day before `day`, the latest first; at most `limit`.
///
/// # Errors
/// [`Error::Damaged`].
pub fn before_day(conn: &Connection, day: NaiveDate, limit: u32) -> Result<Vec<Kept>> {
    let filter = format!("WHERE last_day < ?1 ORDER BY last_day DESC, row DESC LIMIT {limit}");
    select(conn, &filter, day_number(day))
}

/// All of them, in the order in which they were put down.
///
/// # Errors
/// [`Error::Damaged`].
pub fn all(conn: &Connection) -> Result<Vec<Kept>> {
    select(conn, "WHERE row > ?1 ORDER BY row", 0)
}

/// Hands on all of them, one at a time, in the order in which they were put down.
///
/// # Errors
/// [`Error::Damaged`], and what `take` answers.
pub fn each(conn: &Connection, take: &mut dyn FnMut(Kept) -> Result<()>) -> Result<()> {
    if !migrate::has_visits(conn)? {
        return Ok(());
    }
    let mut select = conn.prepare_cached(&format!("{COLUMNS} ORDER BY row"))?;
    let rows = select.query_map([], columns)?;
    rows.into_iter().try_for_each(|row| take(row?.read()?))
}

/// How many there are.
///
/// # Errors
/// Those of the engine.
pub fn count(conn: &Connection) -> Result<u64> {
    if !migrate::has_visits(conn)? {
        return Ok(0);
    }
    let count: i64 = conn.prepare_cached("SELECT count(*) FROM visit")?.query_row([], |row| row.get(0))?;
    Ok(u64::try_from(count).unwrap_or(0))
}

fn select(conn: &Connection, filter: &str, number: i32) -> Result<Vec<Kept>> {
    if !migrate::has_visits(conn)? {
        return Ok(Vec::new());
    }
    let mut select = conn.prepare_cached(&format!("{COLUMNS} {filter}"))?;
    let rows = select.query_map([number], columns)?;
    rows.map(|row| row?.read()).collect()
}

/// Those that came from a calendar under this UID, in the order in which they were put down: one, or single ones without
/// the others.
///
/// # Errors
/// [`Error::Damaged`].
pub fn by_uid(conn: &Connection, uid: &str) -> Result<Vec<Kept>> {
    if !migrate::has_visits(conn)? {
        return Ok(Vec::new());
    }
    let mut select = conn.prepare_cached(&format!("{COLUMNS} WHERE uid = ?1 ORDER BY row"))?;
    let rows = select.query_map([uid], columns)?;
    rows.map(|row| row?.read()).collect()
}

/// Whether any had its last day before `day`.
///
/// # Errors
/// Those of the engine.
pub fn has_before(conn: &Connection, day: NaiveDate) -> Result<bool> {
    if !migrate::has_visits(conn)? {
        return Ok(false);
    }
    Ok(conn.prepare_cached("SELECT 1 FROM visit WHERE last_day < ?1")?.exists([day_number(day)])?)
}

/// The visit whose id begins with these hex digits.
///
/// # Errors
/// [`Error::NotUnderstood`] for what is not the beginning of an id; [`Error::NotFound`]; [`Error::Ambiguous`].
pub fn find(conn: &Connection, beginning: &str) -> Result<VisitId> {
    if !migrate::has_visits(conn)? {
        return Err(NO_VISIT);
    }
    find::one(conn, "SELECT id FROM visit WHERE id BETWEEN ?1 AND ?2 LIMIT 2", beginning, Thing::Visit)
}

/// A row as it lies in the table.
struct Stored {
    id: VisitId,
    version: i64,
    body: String,
}

fn columns(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored { id: row.get(0)?, version: row.get(1)?, body: row.get(2)? })
}

impl Stored {
    fn read(self) -> Result<Kept> {
        let visit = of_body(&self.body).ok_or(Error::Damaged { part: Part::Vault })?;
        Ok(Kept { id: self.id, version: self.version, visit })
    }
}

/// A visit as it is stored: one JSON object.
pub(crate) fn body(visit: &Visit) -> Result<String> {
    serde_json::to_string(visit).map_err(|_| Error::Internal { code: -3 })
}

/// A stored visit; none if it is not one. Fields that are not known are passed over.
pub(crate) fn of_body(text: &str) -> Option<Visit> {
    serde_json::from_str(text).ok()
}

fn last_day(visit: &Visit) -> Option<i32> {
    occurrence::last_day(visit).map(day_number)
}
