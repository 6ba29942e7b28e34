//! Choices as a notebook keeps them: one for each person and thing.

use rusqlite::{Connection, OptionalExtension, Row, Transaction};

use super::choice::{Choice, Rule, Shows, both, stricter};
use super::what::What;
use super::{NO_CHOICE, has_place, only_in_full};
use crate::error::{Error, Part, Result, Thing};
use crate::id::{ChoiceId, PersonId};
use crate::journal::{find, tombstone};
use crate::people::person;
use crate::people::seen::{self, Seen};
use crate::time::Moment;

const COLUMNS: &str = "SELECT id, version, person, what, shows, until FROM choice";

/// A row as it lies in the table.
type Stored = (ChoiceId, i64, Option<PersonId>, String, String, Option<Moment>);

fn columns(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
}

fn read((id, version, person, what, shows, until): Stored) -> Result<Choice> {
    const DAMAGED: Error = Error::Damaged { part: Part::Vault };
    let (what, shows) = (what.parse().map_err(|_| DAMAGED)?, shows.parse().map_err(|_| DAMAGED)?);
    Ok(Choice { id, version, rule: Rule { person, what, shows, until } })
}

/// All of them: those for everyone first, then by person in the order of their ids.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook; [`Error::Damaged`].
pub fn list(conn: &Connection) -> Result<Vec<Choice>> {
    if !has_place(conn, Thing::Choice)? {
        return Ok(Vec::new());
    }
    let mut select = conn.prepare_cached(&format!("{COLUMNS} ORDER BY person, what"))?;
    let rows = select.query_map([], columns)?;
    rows.map(|row| read(row?)).collect()
}

/// The one that is about this.
///
/// # Errors
/// As [`list`].
pub fn about(conn: &Connection, person: Option<PersonId>, what: What) -> Result<Option<Choice>> {
    if !has_place(conn, Thing::Choice)? {
        return Ok(None);
    }
    let mut select = conn.prepare_cached(&format!("{COLUMNS} WHERE person IS ?1 AND what = ?2"))?;
    select.query_row((person, what.to_string()), columns).optional()?.map(read).transpose()
}

/// Sets what someone may be shown, in the place of what was chosen about the same before. Writes nothing if nothing
/// changed.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook, or if that person is not there.
pub fn set(tx: &Transaction<'_>, rule: &Rule) -> Result<ChoiceId> {
    only_in_full(tx, Thing::Choice)?;
    if let Some(person) = rule.person {
        person::get(tx, person)?;
    }
    match about(tx, rule.person, rule.what)? {
        Some(before) => write_over(tx, &before, rule),
        None => {
            let id = ChoiceId::make()?;
            insert(tx, id, rule)?;
            Ok(id)
        }
    }
}

fn write_over(tx: &Transaction<'_>, before: &Choice, rule: &Rule) -> Result<ChoiceId> {
    if before.rule != *rule {
        let mut update = tx.prepare_cached(
            "UPDATE choice SET shows = ?2, until = ?3, version = version + 1 WHERE id = ?1",
        )?;
        update.execute((before.id, rule.shows.name(), rule.until))?;
    }
    Ok(before.id)
}

fn insert(tx: &Transaction<'_>, id: ChoiceId, rule: &Rule) -> Result<()> {
    let mut insert =
        tx.prepare_cached("INSERT INTO choice (id, person, what, shows, until) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    insert.execute((id, rule.person, rule.what.to_string(), rule.shows.name(), rule.until))?;
    Ok(())
}

/// What a choice of a copy does here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Brought {
    /// It comes in, or makes the one here stricter.
    Comes,
    /// Nothing: the one here is as strict.
    Here,
    /// Nothing: she took it out here.
    TakenOutHere,
}

/// What would become of a choice of a copy.
///
/// # Errors
/// As [`list`].
pub fn fate(conn: &Connection, id: ChoiceId, rule: &Rule, now: Moment) -> Result<Brought> {
    let here = about(conn, rule.person, rule.what)?.map(|choice| choice.rule);
    Ok(match here {
        // One that is over counts as "ask": it has nothing to say against one that says so or says less.
        Some(_) if !rule.counts(now) => Brought::Here,
        Some(here) if !here.counts(now) && rule.shows == Shows::Show => Brought::Here,
        Some(here) if here.counts(now) && stricter(here, *rule) == here => Brought::Here,
        Some(_) => Brought::Comes,
        None if tombstone::is_buried(conn, id.0)? => Brought::TakenOutHere,
        None => Brought::Comes,
    })
}

/// Brings a choice of a copy in: of two about the same the stricter stays.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook.
pub fn bring(tx: &Transaction<'_>, id: ChoiceId, rule: &Rule, now: Moment) -> Result<()> {
    match (fate(tx, id, rule, now)?, about(tx, rule.person, rule.what)?) {
        (Brought::Comes, Some(here)) => write_over(tx, &here, rule).map(drop),
        (Brought::Comes, None) => {
            let lives = tx.prepare_cached("SELECT 1 FROM choice WHERE id = ?1")?.exists([id])?;
            insert(tx, if lives { ChoiceId::make()? } else { id }, rule)
        }
        (Brought::Here | Brought::TakenOutHere, _) => Ok(()),
    }
}

/// Takes a choice out: it is "ask" again. The id and the version stay as a tombstone.
///
/// # Errors
/// [`Error::NotFound`].
pub fn remove(tx: &Transaction<'_>, id: ChoiceId) -> Result<()> {
    if !has_place(tx, Thing::Choice)? {
        return Err(NO_CHOICE);
    }
    let mut delete = tx.prepare_cached("DELETE FROM choice WHERE id = ?1 RETURNING version")?;
    let version: i64 = delete.query_row([id], |row| row.get(0)).optional()?.ok_or(NO_CHOICE)?;
    tombstone::bury(tx, id.0, version)
}

/// Takes someone out of her people. Those who belonged to them belong to whom they belonged to, and what was held back from
/// them as one of many is held back from each: nobody is shown more because someone went. Their own choices go.
///
/// # Errors
/// [`Error::NotFound`].
pub fn remove_person(tx: &Transaction<'_>, id: PersonId, now: Moment) -> Result<()> {
    let gone = person::get(tx, id)?;
    let members = seen::members(tx, id)?;
    let theirs: Vec<Choice> = list(tx)?.into_iter().filter(|choice| choice.rule.person == Some(id)).collect();
    for (member, seen) in members {
        let holds_back = |rule: &Rule| rule.shows != Shows::Show || !rule.counts(now);
        for choice in theirs.iter().filter(|choice| holds_back(&choice.rule)) {
            add(tx, Rule { person: Some(member), ..choice.rule }, now)?;
        }
        let of = gone.seen.as_ref().and_then(|seen| seen.of).filter(|of| *of != member);
        seen::bring(tx, member, Some(&Seen { of, ..seen }))?;
    }
    theirs.iter().try_for_each(|choice| remove(tx, choice.id))?;
    person::remove(tx, id)
}

/// Holds back what a rule holds back, and what the one here does that is about the same.
fn add(tx: &Transaction<'_>, rule: Rule, now: Moment) -> Result<()> {
    let here = about(tx, rule.person, rule.what)?.map(|choice| choice.rule);
    set(tx, &here.map_or(rule, |here| both(here, rule, now))).map(drop)
}

/// Lets what she chose for notes with a topic follow it to its new name, beside what she chose for that.
///
/// # Errors
/// Those of the engine.
pub fn rename_topic(tx: &Transaction<'_>, from: &str, to: &str, now: Moment) -> Result<()> {
    let (from, to) = (What::topic(from), What::topic(to));
    if from == to || !has_place(tx, Thing::Choice).unwrap_or(false) {
        return Ok(());
    }
    for choice in list(tx)?.into_iter().filter(|choice| choice.rule.what == from) {
        add(tx, Rule { what: to, ..choice.rule }, now)?;
        remove(tx, choice.id)?;
    }
    Ok(())
}

/// In a rescue, takes out choices that are none any more, and answers how many.
///
/// # Errors
/// Those of the engine.
pub fn mend(tx: &Transaction<'_>) -> Result<u64> {
    let mut select = tx.prepare("SELECT row, what FROM choice")?;
    let rows = select.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1))))?;
    let mut lost = 0;
    for (row, what) in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        if what.map_or(true, |what| what.parse::<What>().is_err()) {
            tx.execute("DELETE FROM choice WHERE row = ?1", [row])?;
            lost += 1;
        }
    }
    Ok(lost)
}

/// The choice whose id begins with these hex digits.
///
/// # Errors
/// [`Error::NotUnderstood`] for what is not the beginning of an id; [`Error::NotFound`]; [`Error::Ambiguous`].
pub fn find(conn: &Connection, beginning: &str) -> Result<ChoiceId> {
    if !has_place(conn, Thing::Choice)? {
        return Err(NO_CHOICE);
    }
    let query = "SELECT id FROM choice WHERE id BETWEEN ?1 AND ?2 LIMIT 2";
    find::one(conn, query, beginning, Thing::Choice)
}
