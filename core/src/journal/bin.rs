//! The bin. Nothing leaves it by itself.

use rusqlite::Transaction;

use super::{note, stored, undo};
use crate::error::Result;
use crate::id::NoteId;
use crate::progress::{self, Watch};
use crate::time::Moment;

/// Puts a note in the bin. One that lies there stays as it lies.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound).
pub fn bin(tx: &Transaction<'_>, id: NoteId, now: Moment) -> Result<()> {
    let (row, pinned, binned) = stored::state(tx, id)?;
    if binned.is_some() {
        return Ok(());
    }
    undo::record_state(tx, id, undo::Kind::Bin)?;
    stored::set_state(tx, row, pinned, Some(now))
}

/// Takes a note out of the bin, to where it was. One that is not there stays as it is.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound).
pub fn restore(tx: &Transaction<'_>, id: NoteId) -> Result<()> {
    let (row, pinned, binned) = stored::state(tx, id)?;
    if binned.is_none() {
        return Ok(());
    }
    undo::record_state(tx, id, undo::Kind::Restore)?;
    stored::set_state(tx, row, pinned, None)
}

/// Deletes all that lies in the bin for good; answers how many notes. Progress is in notes.
///
/// # Errors
/// [`Error::Stopped`](crate::Error::Stopped).
pub fn empty(tx: &Transaction<'_>, watch: &mut Watch<'_>) -> Result<u64> {
    let mut select = tx.prepare_cached("SELECT id FROM note WHERE binned IS NOT NULL")?;
    let ids: Vec<NoteId> = select.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    let total = ids.len() as u64;
    for (done, id) in (1..).zip(ids) {
        note::delete_for_good(tx, id)?;
        progress::tell(watch, done, total)?;
    }
    Ok(total)
}
