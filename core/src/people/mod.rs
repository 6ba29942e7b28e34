//! Who she can ring, whom she sees, and what she tells herself when it is hard. Only a notebook of the full pack has
//! this: in a plain one everything here answers that there is no such thing. Free functions: writers take
//! a transaction, readers a connection.

pub mod dial;
pub mod earlier;
pub mod own_words;
pub mod person;
pub mod seen;

#[cfg(test)]
mod tests;

use rusqlite::Connection;

use crate::error::{Error, Result, Thing};
use crate::storage::{meta, migrate};

pub(crate) const NO_PERSON: Error = Error::NotFound { what: Thing::Person };

/// Whether this notebook is a plain one, which has none of this. One that does not say counts as plain: better
/// that her people wait than that they show where they should not.
///
/// # Errors
/// Those of the engine.
pub fn is_plain(conn: &Connection) -> Result<bool> {
    Ok(meta::get::<String>(conn, "pack")?.is_none_or(|pack| pack != "full"))
}

/// Whether it has a place yet: in a notebook of an earlier version it gets one with the next change.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook.
fn has_place(conn: &Connection) -> Result<bool> {
    only_in_full(conn)?;
    migrate::has_people(conn)
}

fn only_in_full(conn: &Connection) -> Result<()> {
    if is_plain(conn)? { Err(NO_PERSON) } else { Ok(()) }
}

/// A text as it is kept: without white space around it and without NUL, which ends a text in too many
/// places where it may go later. What is kept is measured: it is longer, and a copy brings it back as such.
fn kept(text: &str, longest: usize) -> Result<String> {
    let text = text.trim().replace('\0', "\u{fffd}");
    if text.len() > longest { Err(Error::TooLarge { what: Thing::Text }) } else { Ok(text) }
}
