//! One step back from the last change of a visit. What was taken back can be had again by doing it once more. The
//! visit before stays, sealed as all else is, until the next change or until [`forget`].

use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use super::store;
use super::visit::Visit;
use crate::error::{Error, Result, Thing};
use crate::id::VisitId;
use crate::journal::tombstone;
use crate::storage::meta;

const NOTHING: Error = Error::NotFound { what: Thing::Undo };
const NAME: &str = "visit_before";

/// How a visit was before the last change; none if it was not there.
#[derive(Serialize, Deserialize)]
struct Before {
    id: VisitId,
    visit: Option<Visit>,
}

/// Puts down how a visit was.
pub(super) fn keep(tx: &Transaction<'_>, id: VisitId, visit: Option<&Visit>) -> Result<()> {
    let before = Before { id, visit: visit.cloned() };
    let text = serde_json::to_string(&before).map_err(|_| Error::Internal { code: -3 })?;
    meta::set(tx, NAME, &text)
}

/// Takes the last change of a visit back and answers which it was: a new one goes, one that was changed is as before,
/// one that was taken out is there again.
///
/// # Errors
/// [`Error::NotFound`] if there is nothing to undo.
pub fn take_back(tx: &Transaction<'_>) -> Result<VisitId> {
    let text: String = meta::get(tx, NAME)?.ok_or(NOTHING)?;
    let Before { id, visit } = serde_json::from_str(&text).map_err(|_| NOTHING)?;
    let now = match store::get(tx, id) {
        Ok(now) => Some(now),
        Err(Error::NotFound { .. }) => None,
        Err(error) => return Err(error),
    };
    match (&now, &visit) {
        (Some(_), Some(before)) => store::replace(tx, id, before)?,
        (Some(now), None) => store::delete(tx, id, now.version)?,
        (None, Some(before)) => bring_back(tx, id, before)?,
        (None, None) => return Err(NOTHING),
    }
    keep(tx, id, now.as_ref().map(|now| &now.visit))?;
    Ok(id)
}

/// Leaves nothing to undo.
///
/// # Errors
/// Those of the engine.
pub fn forget(tx: &Transaction<'_>) -> Result<()> {
    tx.execute("DELETE FROM meta WHERE key = ?1", [NAME])?;
    Ok(())
}

/// It was deleted a moment ago, so it comes back as a later change than that.
fn bring_back(tx: &Transaction<'_>, id: VisitId, visit: &Visit) -> Result<()> {
    let version = tombstone::raise(tx, id.0)?.ok_or(NOTHING)?;
    store::write(tx, id, version + 1, visit)
}
