//! Dates of a notebook as a calendar file.

use rusqlite::Connection;

use super::write::{Show, Writing, Written, write};
use crate::crypto::digest::Sha256;
use crate::error::Result;
use crate::id::{VisitId, to_hex};
use crate::visits::store::{self, Kept};
use crate::visits::visit::{Source, Visit};

/// Bytes of a UID of ours.
const UID_BYTES: usize = 16;

/// Writes these dates. A file that says no more than when has UIDs of ours, also of dates that came from another calendar:
/// theirs may name who sent them.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound); those of the store.
pub fn give_out(conn: &Connection, ids: &[VisitId], how: &Writing<'_>) -> Result<Written> {
    let visits = ids.iter().map(|id| named(conn, *id, how.show)).collect::<Result<Vec<_>>>()?;
    let lent: Vec<(String, &Visit)> = visits.iter().map(|(uid, visit)| (uid.clone(), visit)).collect();
    Ok(write(&lent, how))
}

/// A date with its UID. Its SEQUENCE grows with each change here.
fn named(conn: &Connection, id: VisitId, show: Show) -> Result<(String, Visit)> {
    let Kept { version, mut visit, .. } = store::get(conn, id)?;
    let theirs = visit.source.take().filter(|_| show == Show::Whole);
    let sequence = theirs.as_ref().map_or(0, |source| source.sequence);
    let uid = theirs.map_or_else(|| derive_uid(id), |source| source.uid);
    let sequence = sequence.max(u32::try_from(version).unwrap_or(u32::MAX));
    visit.source = Some(Source { uid: uid.clone(), sequence, day: None });
    Ok((uid, visit))
}

/// The UID of a date, always the same: from it its id can't be told.
pub(super) fn derive_uid(id: VisitId) -> String {
    let mut sha = Sha256::default();
    sha.field(b"fernbook: calendar uid, 1");
    sha.field(&id.0);
    to_hex(sha.finish().get(..UID_BYTES).unwrap_or_default())
}
