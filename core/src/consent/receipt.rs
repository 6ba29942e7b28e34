//! Her own line about each showing. It holds no words, unless she asked to keep what was shown; then each part lies by
//! itself, and those of a note or a date go when that is deleted for good. No hash is kept either: it would say later
//! which words were there.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::grant::{Ended, Grant, Shown};
use super::what::Part as Shows;
use super::{NO_RECEIPT, has_place, only_in_full};
use crate::error::{Error, Part, Result, Thing};
use crate::id::{GrantId, SectionId};
use crate::journal::{find, tombstone};
use crate::time::Moment;

/// How many receipts are on one page.
pub const PAGE: u32 = 50;

/// The words of one part that was shown.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptWords {
    /// Which part.
    pub part: Shows,
    /// The words as they went.
    pub text: String,
}

const COLUMNS: &str = "SELECT id, at, ended, why, body FROM receipt";

/// A row as it lies in the table.
type Stored = (GrantId, Moment, Option<Moment>, Option<String>, String);

fn columns(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
}

fn read((id, at, ended, why, body): Stored) -> Result<Grant> {
    const DAMAGED: Error = Error::Damaged { part: Part::Vault };
    let shown = serde_json::from_str(&body).map_err(|_| DAMAGED)?;
    let ended = match (ended, why) {
        (Some(at), Some(why)) => Some(Ended { at, why: why.parse().map_err(|_| DAMAGED)? }),
        _ => None,
    };
    Ok(Grant { id, at, shown, ended })
}

/// Puts down a showing, with the words that went if she asked to keep them.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook; [`Error::AlreadyThere`] if the id is or was in use here.
pub fn put(tx: &Transaction<'_>, grant: &Grant, words: &[KeptWords]) -> Result<()> {
    only_in_full(tx, Thing::Receipt)?;
    let lives = tx.prepare_cached("SELECT 1 FROM receipt WHERE id = ?1")?.exists([grant.id])?;
    if lives || tombstone::is_buried(tx, grant.id.0)? {
        return Err(Error::AlreadyThere);
    }
    let mut insert =
        tx.prepare_cached("INSERT INTO receipt (id, at, ended, why, body) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    let (ended, why) = (grant.ended.map(|ended| ended.at), grant.ended.map(|ended| ended.why.name()));
    insert.execute((grant.id, grant.at, ended, why, body(&grant.shown)?))?;
    let receipt = tx.last_insert_rowid();
    words.iter().try_for_each(|one| put_words(tx, receipt, one))
}

fn body(shown: &Shown) -> Result<String> {
    serde_json::to_string(shown).map_err(|_| Error::Internal { code: -3 })
}

/// Words of a note or a date that is not here are not kept: nothing could take them away with it.
fn put_words(tx: &Transaction<'_>, receipt: i64, one: &KeptWords) -> Result<()> {
    let mut insert = tx.prepare_cached(
        "INSERT INTO receipt_words (receipt, note, visit, part, text)
         SELECT ?1, (SELECT row FROM note WHERE id = ?2), (SELECT row FROM visit WHERE id = ?3), ?4, ?5
         WHERE (?2 IS NULL OR EXISTS (SELECT 1 FROM note WHERE id = ?2))
           AND (?3 IS NULL OR EXISTS (SELECT 1 FROM visit WHERE id = ?3))",
    )?;
    let (note, visit) = match one.part {
        Shows::Note(id) => (Some(id), None),
        Shows::Plan(id) => (None, Some(id)),
        Shows::Section(_) | Shows::Own(_) => (None, None),
    };
    insert.execute((receipt, note, visit, one.part.to_string(), &one.text))?;
    Ok(())
}

/// Those that came before one, the latest first: at most [`PAGE`]. Without one, the latest of all.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook, or if that one is not there; [`Error::Damaged`].
pub fn list(conn: &Connection, before: Option<GrantId>) -> Result<Vec<Grant>> {
    if !has_place(conn, Thing::Receipt)? {
        return Ok(Vec::new());
    }
    let (at, id) = match before {
        Some(id) => (get(conn, id)?.at.0, id),
        None => (i64::MAX, GrantId([0xff; 16])),
    };
    let filter = format!("WHERE (at, id) < (?1, ?2) ORDER BY at DESC, id DESC LIMIT {PAGE}");
    let mut select = conn.prepare_cached(&format!("{COLUMNS} {filter}"))?;
    let rows = select.query_map((at, id), columns)?;
    rows.map(|row| read(row?)).collect()
}

/// Hands on all of them, the first first.
///
/// # Errors
/// As [`list`], and what `take` answers.
pub fn each(conn: &Connection, take: &mut dyn FnMut(Grant) -> Result<()>) -> Result<()> {
    if !has_place(conn, Thing::Receipt)? {
        return Ok(());
    }
    let mut select = conn.prepare_cached(&format!("{COLUMNS} ORDER BY row"))?;
    let rows = select.query_map([], columns)?;
    rows.into_iter().try_for_each(|row| take(read(row?)?))
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Damaged`].
pub fn get(conn: &Connection, id: GrantId) -> Result<Grant> {
    if !has_place(conn, Thing::Receipt)? {
        return Err(NO_RECEIPT);
    }
    let mut select = conn.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    select.query_row([id], columns).optional()?.map_or(Err(NO_RECEIPT), read)
}

/// The words that she asked to keep of it, as far as they are still there.
///
/// # Errors
/// [`Error::Damaged`].
pub fn words(conn: &Connection, id: GrantId) -> Result<Vec<KeptWords>> {
    if !has_place(conn, Thing::Receipt)? {
        return Ok(Vec::new());
    }
    let mut select = conn.prepare_cached(
        "SELECT part, text FROM receipt_words WHERE receipt = (SELECT row FROM receipt WHERE id = ?1) ORDER BY row",
    )?;
    let rows = select.query_map([id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    rows.map(|row| {
        let (part, text) = row?;
        Ok(KeptWords { part: part.parse().map_err(|_| Error::Damaged { part: Part::Vault })?, text })
    })
    .collect()
}

/// Ends it. One that has ended stays as it ended first.
///
/// # Errors
/// [`Error::NotFound`].
pub fn end(tx: &Transaction<'_>, id: GrantId, ended: Ended) -> Result<()> {
    let mut grant = get(tx, id)?;
    let before = grant.ended;
    grant.end(ended);
    let Some(now) = grant.ended.filter(|_| grant.ended != before) else { return Ok(()) };
    let mut update =
        tx.prepare_cached("UPDATE receipt SET ended = ?2, why = ?3, version = version + 1 WHERE id = ?1")?;
    update.execute((id, now.at, now.why.name()))?;
    Ok(())
}

/// Deletes it for good, with the words it kept. The id and the version stay as a tombstone.
///
/// # Errors
/// [`Error::NotFound`].
pub fn delete(tx: &Transaction<'_>, id: GrantId) -> Result<()> {
    if !has_place(tx, Thing::Receipt)? {
        return Err(NO_RECEIPT);
    }
    let mut delete = tx.prepare_cached("DELETE FROM receipt WHERE id = ?1 RETURNING version")?;
    let version: i64 = delete.query_row([id], |row| row.get(0)).optional()?.ok_or(NO_RECEIPT)?;
    tombstone::bury(tx, id.0, version)
}

/// In a rescue, takes out the lines that are none any more, and answers how many.
///
/// # Errors
/// Those of the engine.
pub fn mend(tx: &Transaction<'_>) -> Result<u64> {
    let mut select = tx.prepare("SELECT row, body FROM receipt")?;
    let rows = select.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1))))?;
    let is_none = |body: &rusqlite::Result<String>| {
        body.as_ref().map_or(true, |body| serde_json::from_str::<Shown>(body).is_err())
    };
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let mut lost = 0;
    for (row, _) in rows.into_iter().filter(|(_, body)| is_none(body)) {
        tx.execute("DELETE FROM receipt_words WHERE receipt = ?1", [row])?;
        tx.execute("DELETE FROM receipt WHERE row = ?1", [row])?;
        lost += 1;
    }
    Ok(lost)
}

/// Takes the words of sections of the card that she deleted out of every receipt: `left` are those that are still there.
///
/// # Errors
/// Those of the engine.
pub fn forget_sections(tx: &Transaction<'_>, left: &[SectionId]) -> Result<()> {
    let mut select =
        tx.prepare_cached("SELECT DISTINCT part FROM receipt_words WHERE part LIKE 'section:%'")?;
    let parts = select.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<String>>>()?;
    let kept: Vec<String> = left.iter().map(|&id| Shows::Own(id).to_string()).collect();
    let mut delete = tx.prepare_cached("DELETE FROM receipt_words WHERE part = ?1")?;
    parts
        .iter()
        .filter(|part| !kept.contains(part))
        .try_for_each(|part| Ok(delete.execute([part]).map(drop)?))
}

/// The receipt whose id begins with these hex digits.
///
/// # Errors
/// [`Error::NotUnderstood`] for what is not the beginning of an id; [`Error::NotFound`]; [`Error::Ambiguous`].
pub fn find(conn: &Connection, beginning: &str) -> Result<GrantId> {
    if !has_place(conn, Thing::Receipt)? {
        return Err(NO_RECEIPT);
    }
    let query = "SELECT id FROM receipt WHERE id BETWEEN ?1 AND ?2 LIMIT 2";
    find::one(conn, query, beginning, Thing::Receipt)
}
