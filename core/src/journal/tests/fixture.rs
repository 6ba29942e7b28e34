//! A vault's tables in memory, for the tests beside.

use rusqlite::{Connection, Transaction};

use crate::id::NoteId;
use crate::journal::{index, note};
use crate::time::{Moment, Zone};

/// As the vault layer would hand it over, with an index that is current.
pub(super) fn open() -> Connection {
    set_up(Connection::open_in_memory().unwrap())
}

pub(super) fn set_up(mut conn: Connection) -> Connection {
    use fernbook_sqlite3mc as _;
    conn.execute_batch(include_str!("../../../migrations/0001_journal.sql")).unwrap();
    write(&mut conn, |tx| index::rebuild(tx, &mut |_| true).unwrap());
    conn
}

/// Does work in a transaction of its own.
pub(super) fn write<T>(conn: &mut Connection, work: impl FnOnce(&Transaction<'_>) -> T) -> T {
    let tx = conn.transaction().unwrap();
    let done = work(&tx);
    tx.commit().unwrap();
    done
}

/// A plain note at a number of seconds.
pub(super) fn add(conn: &mut Connection, seconds: i64, text: &str) -> NoteId {
    let at = Moment(seconds * 1000);
    write(conn, |tx| note::add(tx, &note::NewNote::of_text(text.into(), at, Zone::UTC), at).unwrap())
}
