//! Changes of a single visit of one that comes again.

use chrono::NaiveDate;
use rusqlite::Transaction;

use super::repeat::{Moved, Repeat};
use super::visit::Visit;
use super::when::When;
use super::{NO_VISIT, occurrence, store};
use crate::error::Result;
use crate::id::VisitId;

/// Moves the single one of a day.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) if there is none on that day; those of [`store::edit`].
pub fn move_one(tx: &Transaction<'_>, id: VisitId, day: NaiveDate, when: When) -> Result<()> {
    let mut visit = store::get(tx, id)?.visit;
    is_one(&visit, day)?;
    let repeat = rule(&mut visit)?;
    repeat.moved.retain(|moved| moved.day != day);
    repeat.moved.push(Moved { day, when });
    store::edit(tx, id, &visit)
}

/// Leaves the single one of a day out, or takes it in again.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) if there is none on that day; those of [`store::edit`].
pub fn leave_out(tx: &Transaction<'_>, id: VisitId, day: NaiveDate, out: bool) -> Result<()> {
    let mut visit = store::get(tx, id)?.visit;
    if out {
        is_one(&visit, day)?;
    }
    let repeat = rule(&mut visit)?;
    repeat.skipped.retain(|skipped| *skipped != day);
    if out {
        repeat.skipped.push(day);
    }
    store::edit(tx, id, &visit)
}

fn is_one(visit: &Visit, day: NaiveDate) -> Result<()> {
    occurrence::named(visit, day).map(drop).ok_or(NO_VISIT)
}

fn rule(visit: &mut Visit) -> Result<&mut Repeat> {
    visit.repeat.as_mut().ok_or(NO_VISIT)
}
