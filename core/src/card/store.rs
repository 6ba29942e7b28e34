//! The card as a notebook keeps it, and as it was before, if she keeps that.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::fields::Card;
use super::kept;
use crate::consent::{has_place, only_in_full};
use crate::error::{Error, Part, Result, Thing};
use crate::journal::settings::{self, Switch};
use crate::storage::meta;
use crate::time::{Moment, Zone};

/// The card, and when she wrote it.
#[derive(Clone, PartialEq, Eq)]
pub struct Written {
    /// When she last changed it.
    pub at: Moment,
    /// Whose clocks showed that.
    pub zone: Zone,
    /// What stands on it.
    pub card: Card,
}

/// Where the card is that one step back brings; it lies there, sealed as all else is, until the next change or until
/// [`forget_earlier`].
const EARLIER: &str = "card_before";
const NOTHING: Error = Error::NotFound { what: Thing::Undo };
/// When a card was written that there was not.
const NEVER: i64 = 0;

/// A row as it lies in a table.
type Stored = (Moment, Zone, String);

fn columns(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

fn read((at, zone, body): Stored) -> Result<Written> {
    let card = serde_json::from_str(&body).map_err(|_| Error::Damaged { part: Part::Vault })?;
    Ok(Written { at, zone, card })
}

pub(crate) fn body(card: &Card) -> Result<String> {
    serde_json::to_string(card).map_err(|_| Error::Internal { code: -3 })
}

/// The card; none if she has written none.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook; [`Error::Damaged`].
pub fn get(conn: &Connection) -> Result<Option<Written>> {
    if !has_place(conn, Thing::Card)? {
        return Ok(None);
    }
    let mut select = conn.prepare_cached("SELECT written, zone, body FROM card")?;
    select.query_row([], columns).optional()?.map(read).transpose()
}

/// Writes the card anew. The one before is kept where she keeps such, and one step back brings it. Writes nothing if
/// nothing changed.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook; those of [`kept::clean`].
pub fn put(tx: &Transaction<'_>, card: &Card, at: Moment, zone: Zone) -> Result<()> {
    only_in_full(tx, Thing::Card)?;
    let (card, before) = (kept::clean(card)?, get(tx)?);
    if before.as_ref().map_or(card.is_empty(), |before| before.card == card) {
        return Ok(());
    }
    keep_past(tx, before.as_ref())?;
    write(tx, &Written { at, zone, card })?;
    keep_earlier(tx, before)
}

/// Keeps the card that was there, where she keeps such; an empty one was none.
fn keep_past(tx: &Transaction<'_>, before: Option<&Written>) -> Result<()> {
    match before.filter(|before| !before.card.is_empty()) {
        Some(before) if settings::is_on(tx, Switch::CardHistory)? => put_past(tx, before),
        _ => Ok(()),
    }
}

/// Puts down the card of a copy where there is none.
///
/// # Errors
/// As [`put`]; [`Error::AlreadyThere`] if there is one.
pub fn bring(tx: &Transaction<'_>, written: &Written) -> Result<()> {
    only_in_full(tx, Thing::Card)?;
    if get(tx)?.is_some_and(|here| !here.card.is_empty()) {
        return Err(Error::AlreadyThere);
    }
    write(tx, &Written { card: kept::clean(&written.card)?, ..written.clone() })
}

/// A row that was emptied stays, so that its version does.
fn write(tx: &Transaction<'_>, written: &Written) -> Result<()> {
    let mut upsert = tx.prepare_cached(
        "INSERT INTO card (one, written, zone, body) VALUES (1, ?1, ?2, ?3)
         ON CONFLICT (one) DO UPDATE SET written = ?1, zone = ?2, body = ?3, version = version + 1",
    )?;
    upsert.execute((written.at, written.zone, body(&written.card)?))?;
    Ok(())
}

/// Puts down an earlier card.
///
/// # Errors
/// Those of the engine.
pub fn put_past(tx: &Transaction<'_>, past: &Written) -> Result<()> {
    let mut insert =
        tx.prepare_cached("INSERT INTO card_history (written, zone, body) VALUES (?1, ?2, ?3)")?;
    insert.execute((past.at, past.zone, body(&past.card)?))?;
    Ok(())
}

/// The cards before, the latest first.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook; [`Error::Damaged`].
pub fn past(conn: &Connection) -> Result<Vec<Written>> {
    if !has_place(conn, Thing::Card)? {
        return Ok(Vec::new());
    }
    let mut select =
        conn.prepare_cached("SELECT written, zone, body FROM card_history ORDER BY written DESC, row DESC")?;
    let rows = select.query_map([], columns)?;
    rows.map(|row| read(row?)).collect()
}

/// Leaves none of the cards before, nor a step back. What was kept in receipts of the parts that go with it,
/// [`screens::card`](crate::screens::card) takes out.
///
/// # Errors
/// Those of the engine.
pub(crate) fn clear_past(tx: &Transaction<'_>) -> Result<()> {
    tx.execute("DELETE FROM card_history", [])?;
    forget_earlier(tx)
}

/// In a rescue, takes out cards that are none any more, and answers how many.
///
/// # Errors
/// Those of the engine.
pub fn mend(tx: &Transaction<'_>) -> Result<u64> {
    let mut lost = 0;
    for table in ["card", "card_history"] {
        let mut select = tx.prepare(&format!("SELECT rowid, body FROM {table}"))?;
        let rows = select.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1))))?;
        for (row, body) in rows.collect::<rusqlite::Result<Vec<_>>>()? {
            if body.map_or(true, |body| serde_json::from_str::<Card>(&body).is_err()) {
                tx.execute(&format!("DELETE FROM {table} WHERE rowid = ?1"), [row])?;
                lost += 1;
            }
        }
    }
    Ok(lost)
}

fn keep_earlier(tx: &Transaction<'_>, before: Option<Written>) -> Result<()> {
    let before = before.unwrap_or(Written { at: Moment(NEVER), zone: Zone::UTC, card: Card::default() });
    let text = serde_json::to_string(&(before.at.0, before.zone, &before.card));
    meta::set(tx, EARLIER, &text.map_err(|_| Error::Internal { code: -3 })?)
}

/// Takes the last change back; once more, and it is done again.
///
/// # Errors
/// [`Error::NotFound`] if there is nothing to undo.
pub fn take_back(tx: &Transaction<'_>) -> Result<()> {
    let (at, zone, card) = step_back(tx)?.ok_or(NOTHING)?;
    let now = get(tx)?;
    keep_past(tx, now.as_ref())?;
    if at == NEVER && card.is_empty() {
        tx.execute("DELETE FROM card", [])?;
    } else {
        write(tx, &Written { at: Moment(at), zone, card })?;
    }
    keep_earlier(tx, now)
}

/// The card that one step back would bring; none if there is no such step.
///
/// # Errors
/// Those of the engine.
pub fn earlier(conn: &Connection) -> Result<Option<Card>> {
    Ok(step_back(conn)?.map(|(_, _, card)| card))
}

/// When the card before was written, in whose clocks, and what stood on it; none also if it can't be read.
fn step_back(conn: &Connection) -> Result<Option<(i64, Zone, Card)>> {
    let text: Option<String> = meta::get(conn, EARLIER)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Whether there is a change to take back.
///
/// # Errors
/// Those of the engine.
pub fn can_take_back(conn: &Connection) -> Result<bool> {
    Ok(meta::get::<String>(conn, EARLIER)?.is_some())
}

/// Leaves no step back; otherwise as [`clear_past`].
///
/// # Errors
/// Those of the engine.
pub(crate) fn forget_earlier(tx: &Transaction<'_>) -> Result<()> {
    tx.execute("DELETE FROM meta WHERE key = ?1", [EARLIER])?;
    Ok(())
}
