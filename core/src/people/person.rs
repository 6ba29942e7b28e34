//! Her people: a name, a number as she wrote it, a short note, in her order.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::seen::Seen;
use super::{NO_PERSON, has_place, kept, only_in_full};
use crate::error::{Error, Part, Result, Thing};
use crate::id::PersonId;
use crate::journal::tombstone;
use crate::storage::migrate;

/// The longest name and number, in bytes of UTF-8.
pub const LONGEST_LINE: usize = 400;
/// The longest note on a person, in bytes of UTF-8.
pub const LONGEST_NOTE: usize = 4_000;

/// What she writes of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonText {
    /// A name. There must be one.
    pub name: String,
    /// A number as she wrote it, or nothing.
    pub number: String,
    /// A short note, or nothing.
    pub note: String,
}

/// A person as kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// Changes counted, from 1.
    pub version: i64,
    /// What she wrote.
    pub text: PersonText,
    /// What they are, if it is someone she sees; none for one of her own people.
    pub seen: Option<Seen>,
}

impl PersonText {
    /// The words as they are kept: names and numbers on one line, nothing around them.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] without a name; [`Error::TooLarge`].
    pub fn kept(&self) -> Result<Self> {
        let line = |text: &str| kept(&text.split_whitespace().collect::<Vec<_>>().join(" "), LONGEST_LINE);
        let text = Self {
            name: line(&self.name)?,
            number: line(&self.number)?,
            note: kept(&self.note, LONGEST_NOTE)?,
        };
        if text.name.is_empty() { Err(Error::NotUnderstood { what: Thing::Person }) } else { Ok(text) }
    }
}

/// What is read of a person. In a notebook of an earlier version all are her own.
fn select(conn: &Connection, filter: &str) -> Result<String> {
    let seen = if migrate::has_showing(conn)? { "seen" } else { "NULL" };
    Ok(format!("SELECT id, version, name, number, note, {seen} FROM person {filter}"))
}

/// A row as it lies in the table: the person, and what is stored of whom she sees.
type Stored = (Person, Option<String>);

fn columns(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let text = PersonText { name: row.get(2)?, number: row.get(3)?, note: row.get(4)? };
    Ok((Person { id: row.get(0)?, version: row.get(1)?, text, seen: None }, row.get(5)?))
}

fn read((person, seen): Stored) -> Result<Person> {
    let seen = seen.map(|seen| serde_json::from_str(&seen)).transpose();
    Ok(Person { seen: seen.map_err(|_| Error::Damaged { part: Part::Vault })?, ..person })
}

/// All of them, in her order.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook.
pub fn list(conn: &Connection) -> Result<Vec<Person>> {
    if !has_place(conn)? {
        return Ok(Vec::new());
    }
    let mut select = conn.prepare_cached(&select(conn, "ORDER BY place, id")?)?;
    let rows = select.query_map([], columns)?;
    rows.map(|row| read(row?)).collect()
}

/// One of them.
///
/// # Errors
/// [`Error::NotFound`].
pub fn get(conn: &Connection, id: PersonId) -> Result<Person> {
    if !has_place(conn)? {
        return Err(NO_PERSON);
    }
    let mut select = conn.prepare_cached(&select(conn, "WHERE id = ?1")?)?;
    select.query_row([id], columns).optional()?.map_or(Err(NO_PERSON), read)
}

/// Puts a new person at the end.
///
/// # Errors
/// [`Error::NotUnderstood`] without a name; [`Error::TooLarge`]; [`Error::NotFound`] in a plain notebook.
pub fn add(tx: &Transaction<'_>, text: &PersonText) -> Result<PersonId> {
    let id = PersonId::make()?;
    bring(tx, id, text)?;
    Ok(id)
}

/// Puts a person from a copy at the end, under the id it has there.
///
/// # Errors
/// As [`add`]; [`Error::AlreadyThere`] if the id is or was in use here.
pub fn bring(tx: &Transaction<'_>, id: PersonId, text: &PersonText) -> Result<()> {
    only_in_full(tx)?;
    let text = text.kept()?;
    let lives = tx.prepare_cached("SELECT 1 FROM person WHERE id = ?1")?.exists([id])?;
    if lives || tombstone::is_buried(tx, id.0)? {
        return Err(Error::AlreadyThere);
    }
    let mut insert = tx.prepare_cached(
        "INSERT INTO person (id, place, name, number, note)
         VALUES (?1, (SELECT coalesce(max(place), 0) + 1 FROM person), ?2, ?3, ?4)",
    )?;
    insert.execute((id, &text.name, &text.number, &text.note))?;
    Ok(())
}

/// Changes what is written of a person. Writes nothing if nothing changed.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::NotUnderstood`] without a name; [`Error::TooLarge`].
pub fn edit(tx: &Transaction<'_>, id: PersonId, text: &PersonText) -> Result<()> {
    let (old, text) = (get(tx, id)?, text.kept()?);
    if old.text == text {
        return Ok(());
    }
    let mut update = tx.prepare_cached(
        "UPDATE person SET name = ?2, number = ?3, note = ?4, version = version + 1 WHERE id = ?1",
    )?;
    update.execute((id, &text.name, &text.number, &text.note))?;
    Ok(())
}

/// Writes what someone is to her.
pub(super) fn write_seen(tx: &Transaction<'_>, id: PersonId, seen: Option<&Seen>) -> Result<()> {
    let seen = seen.map(serde_json::to_string).transpose().map_err(|_| Error::Internal { code: -3 })?;
    let mut update = tx.prepare_cached("UPDATE person SET seen = ?2, version = version + 1 WHERE id = ?1")?;
    update.execute((id, seen))?;
    Ok(())
}

/// Takes a person out for good. The id and the version stay as a tombstone.
///
/// # Errors
/// [`Error::NotFound`].
pub fn remove(tx: &Transaction<'_>, id: PersonId) -> Result<()> {
    let person = get(tx, id)?;
    tx.prepare_cached("DELETE FROM person WHERE id = ?1")?.execute([id])?;
    tombstone::bury(tx, id.0, person.version)
}

/// Gives a person another place in her order; `place` counts from 0, and one beyond the last is the last.
///
/// # Errors
/// [`Error::NotFound`].
pub fn move_to(tx: &Transaction<'_>, id: PersonId, place: usize) -> Result<()> {
    let mut order: Vec<PersonId> = list(tx)?.into_iter().map(|person| person.id).collect();
    let from = order.iter().position(|&one| one == id).ok_or(NO_PERSON)?;
    let moved = order.remove(from);
    order.insert(place.min(order.len()), moved);
    let mut update = tx.prepare_cached(
        "UPDATE person SET place = ?2, version = version + 1 WHERE id = ?1 AND place <> ?2",
    )?;
    for (place, id) in (1_i64..).zip(order) {
        update.execute((id, place))?;
    }
    Ok(())
}

/// The person whose id begins with these hex digits.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Ambiguous`] if there is more than one.
pub fn find(conn: &Connection, beginning: &str) -> Result<PersonId> {
    let wanted = beginning.to_ascii_lowercase();
    let begins = |person: &Person| !wanted.is_empty() && person.id.to_string().starts_with(&wanted);
    let mut found = list(conn)?.into_iter().filter(begins);
    match (found.next(), found.next()) {
        (Some(person), None) => Ok(person.id),
        (Some(_), Some(_)) => Err(Error::Ambiguous { what: Thing::Person }),
        _ => Err(NO_PERSON),
    }
}
