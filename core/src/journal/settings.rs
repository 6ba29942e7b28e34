//! What she has set in this notebook.

use rusqlite::{Connection, OptionalExtension, Transaction};

use crate::error::{Error, Result, Thing};

/// A setting that is on or off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// Whether earlier texts of notes are kept. Off until turned on.
    History,
    /// Whether earlier cards are kept. Off until turned on.
    CardHistory,
}

/// Something that is offered to her once in a notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once {
    /// To keep a copy, after her first note.
    CopyOffer,
}

impl Once {
    fn name(self) -> &'static str {
        match self {
            Once::CopyOffer => "copy-offered",
        }
    }
}

/// Something that was begun, until she says that it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pending {
    /// Twelve words were shown to her, this once.
    Words,
}

impl Pending {
    fn name(self) -> &'static str {
        match self {
            Pending::Words => "words-shown",
        }
    }
}

const NO_SETTING: Error = Error::NotUnderstood { what: Thing::Setting };

impl Switch {
    /// Every switch there is.
    pub const ALL: [Switch; 2] = [Switch::History, Switch::CardHistory];

    /// Its name on the command line and in a copy.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Switch::History => "history",
            Switch::CardHistory => "card-history",
        }
    }
}

impl std::str::FromStr for Switch {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|switch| switch.name() == name).ok_or(NO_SETTING)
    }
}

/// Reads `on` or `off`.
///
/// # Errors
/// [`Error::NotUnderstood`] for anything else.
pub fn parse_on(value: &str) -> Result<bool> {
    match value {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err(NO_SETTING),
    }
}

/// Whether a switch is on. A value that this version does not know counts as off.
///
/// # Errors
/// Those of the engine.
pub fn is_on(conn: &Connection, switch: Switch) -> Result<bool> {
    let mut select = conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    let value: Option<String> = select.query_row([switch.name()], |row| row.get(0)).optional()?;
    Ok(value.is_some_and(|value| parse_on(&value).unwrap_or(false)))
}

/// Turns a switch on or off. Turning history off leaves what was kept until it is cleared.
///
/// # Errors
/// Those of the engine.
pub fn set(tx: &Transaction<'_>, switch: Switch, on: bool) -> Result<()> {
    let mut upsert = tx.prepare_cached(
        "INSERT INTO setting (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = ?2, version = version + 1 WHERE value <> ?2",
    )?;
    upsert.execute((switch.name(), if on { "on" } else { "off" }))?;
    Ok(())
}

/// Whether this is the first time; from then on it is not.
///
/// # Errors
/// Those of the engine.
pub fn first_time(tx: &Transaction<'_>, once: Once) -> Result<bool> {
    let mut insert = tx.prepare_cached("INSERT OR IGNORE INTO setting (key, value) VALUES (?1, 'on')")?;
    Ok(insert.execute([once.name()])? == 1)
}

/// Remembers that something was begun.
///
/// # Errors
/// Those of the engine.
pub fn begin(tx: &Transaction<'_>, pending: Pending) -> Result<()> {
    let mut insert = tx.prepare_cached("INSERT OR IGNORE INTO setting (key, value) VALUES (?1, 'on')")?;
    insert.execute([pending.name()])?;
    Ok(())
}

/// Forgets that something was begun.
///
/// # Errors
/// Those of the engine.
pub fn end(tx: &Transaction<'_>, pending: Pending) -> Result<()> {
    tx.prepare_cached("DELETE FROM setting WHERE key = ?1")?.execute([pending.name()])?;
    Ok(())
}

/// Whether something was begun, and she has not said that it is done.
///
/// # Errors
/// Those of the engine.
pub fn is_pending(conn: &Connection, pending: Pending) -> Result<bool> {
    Ok(conn.prepare_cached("SELECT 1 FROM setting WHERE key = ?1")?.exists([pending.name()])?)
}
