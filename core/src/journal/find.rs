//! Finds things by the beginning of their id.

use rusqlite::Connection;
use rusqlite::types::FromSql;

use crate::error::{Error, Result, Thing};
use crate::id::{AttachmentId, ID_BYTES, NoteId, from_hex};

/// The one note whose id begins with these hex digits (1 to 32, of either case), from the bin too.
///
/// # Errors
/// [`Error::NotUnderstood`] for what is not the beginning of an id, [`Error::NotFound`],
/// [`Error::Ambiguous`].
pub fn note(conn: &Connection, prefix: &str) -> Result<NoteId> {
    one(conn, "SELECT id FROM note WHERE id BETWEEN ?1 AND ?2 LIMIT 2", prefix, Thing::Note)
}

/// The one attachment whose id begins with these hex digits, as [`note`].
///
/// # Errors
/// As [`note`].
pub fn attachment(conn: &Connection, prefix: &str) -> Result<AttachmentId> {
    one(conn, "SELECT id FROM attachment WHERE id BETWEEN ?1 AND ?2 LIMIT 2", prefix, Thing::Attachment)
}

/// The one id that `sql` finds between the first and the last that begin so.
pub(crate) fn one<T: FromSql>(conn: &Connection, sql: &str, prefix: &str, what: Thing) -> Result<T> {
    let (first, last) = bounds(prefix.trim())?;
    let mut select = conn.prepare_cached(sql)?;
    let mut found =
        select.query_map((first, last), |row| row.get(0))?.collect::<rusqlite::Result<Vec<T>>>()?.into_iter();
    match (found.next(), found.next()) {
        (Some(id), None) => Ok(id),
        (Some(_), Some(_)) => Err(Error::Ambiguous { what }),
        (None, _) => Err(Error::NotFound { what }),
    }
}

fn bounds(prefix: &str) -> Result<(Vec<u8>, Vec<u8>)> {
    let digits = prefix.chars().count();
    if digits == 0 || digits > 2 * ID_BYTES {
        return Err(Error::NotUnderstood { what: Thing::Id });
    }
    let filled = |with: &str| from_hex(&format!("{prefix}{}", with.repeat(2 * ID_BYTES - digits)));
    Ok((filled("0")?, filled("f")?))
}
