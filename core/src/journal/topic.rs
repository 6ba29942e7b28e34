//! Topics: labels of notes. Two names are one topic when they are the same folded
//! ([`terms::fold`]); the first spelling stays until it is renamed. One without notes goes by itself.

use fernbook_lines as lines;
use fernbook_terms as terms;
use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Transaction};

use super::{tombstone, undo};
use crate::error::{Error, Result, Thing};
use crate::id::TopicId;

/// The longest name, in characters; what is longer is cut.
pub const LONGEST_NAME: usize = 200;

const NO_TOPIC: Error = Error::NotFound { what: Thing::Topic };

/// A topic, for a list of them.
#[derive(Clone, PartialEq, Eq)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its name as written.
    pub name: String,
    /// Notes with it, not counting those in the bin.
    pub notes: u32,
}

/// All topics, by folded name. One whose notes are all in the bin is there with 0.
///
/// # Errors
/// Those of the engine.
pub fn list(conn: &Connection) -> Result<Vec<Topic>> {
    let mut select = conn.prepare_cached(
        "SELECT id, name, (SELECT count(*) FROM note_topic JOIN note ON note.row = note_topic.note
                           WHERE note_topic.topic = topic.row AND note.binned IS NULL)
         FROM topic ORDER BY folded",
    )?;
    let topics = select
        .query_map([], |row| Ok(Topic { id: row.get(0)?, name: row.get(1)?, notes: row.get(2)? }))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(topics)
}

/// Gives a topic another name. If that is the name of another topic, the two become one, which is then
/// written as `to`.
///
/// # Errors
/// [`Error::NotFound`] if there is no topic `from`; [`Error::NotUnderstood`] if `to` is empty.
pub fn rename(tx: &Transaction<'_>, from: &str, to: &str) -> Result<()> {
    let source = row_named(tx, from)?.ok_or(NO_TOPIC)?;
    let name = clean(to).ok_or(Error::NotUnderstood { what: Thing::Topic })?;
    // Undo keeps topics by name and would bring the old one back.
    undo::forget(tx)?;
    let target = match row_named(tx, &name)? {
        Some(other) if other != source => merge(tx, source, other)?,
        _ => source,
    };
    let mut update = tx.prepare_cached(
        "UPDATE topic SET name = ?2, folded = ?3, version = version + 1
         WHERE row = ?1 AND name <> ?2",
    )?;
    update.execute((target, &name, terms::fold(&name)))?;
    Ok(())
}

fn merge(tx: &Transaction<'_>, source: i64, target: i64) -> Result<i64> {
    tx.prepare_cached(
        "UPDATE note SET version = version + 1
         WHERE row IN (SELECT note FROM note_topic WHERE topic = ?1)",
    )?
    .execute([source])?;
    tx.prepare_cached(
        "INSERT OR IGNORE INTO note_topic (note, topic)
         SELECT note, ?2 FROM note_topic WHERE topic = ?1",
    )?
    .execute([source, target])?;
    tx.prepare_cached("DELETE FROM note_topic WHERE topic = ?1")?.execute([source])?;
    drop_unused(tx, source)?;
    Ok(target)
}

/// Folds all names anew, after a change of the rules. Topics whose names have become the same join under
/// the name of the first.
pub(super) fn refold(tx: &Transaction<'_>) -> Result<()> {
    let mut select = tx.prepare("SELECT row, name, folded FROM topic ORDER BY row")?;
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let topics: Vec<(i64, String, String)> = select.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    let mut first = HashMap::new();
    let mut changed = Vec::new();
    for (row, name, was) in topics {
        let folded = terms::fold(&name);
        if let Some(&home) = first.get(&folded) {
            merge(tx, row, home)?;
            continue;
        }
        if folded != was {
            // Out of the way of the others: no folded name is like this.
            tx.execute("UPDATE topic SET folded = ' ' || row WHERE row = ?1", [row])?;
            changed.push((row, folded.clone()));
        }
        first.insert(folded, row);
    }
    let mut update = tx.prepare("UPDATE topic SET folded = ?2 WHERE row = ?1")?;
    changed.iter().try_for_each(|one| update.execute((one.0, &one.1)).map(drop))?;
    Ok(())
}

/// Names of a note's topics, by folded name.
pub(super) fn of_note(conn: &Connection, note: i64) -> Result<Vec<String>> {
    let mut select = conn.prepare_cached(
        "SELECT topic.name FROM note_topic JOIN topic ON topic.row = note_topic.topic
         WHERE note_topic.note = ?1 ORDER BY topic.folded",
    )?;
    let names = select.query_map([note], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(names)
}

/// Rows of the notes with a topic, in order.
pub(super) fn notes_of(conn: &Connection, topic: i64) -> Result<Vec<i64>> {
    let mut select = conn.prepare_cached("SELECT note FROM note_topic WHERE topic = ?1 ORDER BY note")?;
    Ok(lines::numbers(&mut select.query([topic])?)?)
}

/// Whether two lists of names mean the same topics.
pub(super) fn same(a: &[String], b: &[String]) -> bool {
    let folded = |names: &[String]| -> std::collections::BTreeSet<String> {
        names.iter().filter_map(|name| clean(name)).map(|name| terms::fold(&name)).collect()
    };
    folded(a) == folded(b)
}

/// Gives a note these topics and no others.
pub(super) fn set(tx: &Transaction<'_>, note: i64, names: &[String]) -> Result<()> {
    let mut wanted = Vec::with_capacity(names.len());
    for name in names.iter().filter_map(|name| clean(name)) {
        wanted.push(find_or_make(tx, &name)?);
    }
    let mut select = tx.prepare_cached("SELECT topic FROM note_topic WHERE note = ?1")?;
    let had: Vec<i64> = select.query_map([note], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    for &topic in wanted.iter().filter(|topic| !had.contains(topic)) {
        let mut insert =
            tx.prepare_cached("INSERT OR IGNORE INTO note_topic (note, topic) VALUES (?1, ?2)")?;
        insert.execute([note, topic])?;
    }
    for &topic in had.iter().filter(|topic| !wanted.contains(topic)) {
        tx.prepare_cached("DELETE FROM note_topic WHERE note = ?1 AND topic = ?2")?.execute([note, topic])?;
        drop_unused(tx, topic)?;
    }
    Ok(())
}

/// The row of the topic with this name, if there is one.
pub(super) fn row_named(conn: &Connection, name: &str) -> Result<Option<i64>> {
    let Some(name) = clean(name) else { return Ok(None) };
    let mut select = conn.prepare_cached("SELECT row FROM topic WHERE folded = ?1")?;
    Ok(select.query_row([terms::fold(&name)], |row| row.get(0)).optional()?)
}

fn find_or_make(tx: &Transaction<'_>, name: &str) -> Result<i64> {
    if let Some(row) = row_named(tx, name)? {
        return Ok(row);
    }
    let mut insert = tx.prepare_cached("INSERT INTO topic (id, name, folded) VALUES (?1, ?2, ?3)")?;
    Ok(insert.insert((TopicId::make()?, name, terms::fold(name)))?)
}

fn drop_unused(tx: &Transaction<'_>, topic: i64) -> Result<()> {
    let mut delete = tx.prepare_cached(
        "DELETE FROM topic WHERE row = ?1 AND NOT EXISTS (SELECT 1 FROM note_topic WHERE topic = ?1)
         RETURNING id, version",
    )?;
    let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, TopicId>(0)?, row.get(1)?));
    let gone = delete.query_map([topic], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    gone.into_iter().try_for_each(|(id, version)| tombstone::bury(tx, id.0, version))
}

/// A name as it is kept: single spaces, no control characters, not too long; none if nothing is left.
fn clean(name: &str) -> Option<String> {
    let shown: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = shown.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(LONGEST_NAME).collect();
    let name = name.trim_end().to_string();
    // A name of nothing but joiners would be the same as any other such.
    (!terms::fold(&name).is_empty()).then_some(name)
}
