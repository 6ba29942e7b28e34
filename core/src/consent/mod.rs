//! What each person may be shown, and what was shown. Choices decide only what this program puts on a page: they tell
//! nobody what to do with a record of theirs. Free functions: writers take a transaction, readers a connection; what
//! decides and merges is pure, and takes the time as an argument.

pub mod choice;
pub mod decide;
pub mod grant;
pub mod history;
pub mod receipt;
pub mod store;
pub mod what;

#[cfg(test)]
pub(crate) mod tests;

use rusqlite::Connection;

use crate::error::{Error, Result, Thing};
use crate::people;
use crate::storage::migrate;

const NO_CHOICE: Error = Error::NotFound { what: Thing::Choice };
const NO_RECEIPT: Error = Error::NotFound { what: Thing::Receipt };

/// Whether it has a place here yet: in a notebook of an earlier version it gets one with the next change.
///
/// # Errors
/// [`Error::NotFound`] in a plain notebook, which has no card and shows nobody anything.
pub(crate) fn has_place(conn: &Connection, what: Thing) -> Result<bool> {
    only_in_full(conn, what)?;
    migrate::has_showing(conn)
}

pub(crate) fn only_in_full(conn: &Connection, what: Thing) -> Result<()> {
    if people::is_plain(conn)? { Err(Error::NotFound { what }) } else { Ok(()) }
}
