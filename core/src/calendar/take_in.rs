//! A calendar file into a notebook.

use rusqlite::{Connection, Transaction};

use super::give_out::derive_uid;
use super::{Calendar, Entry, Step, apply};
use crate::error::Result;
use crate::visits::kept::clean;
use crate::visits::store::{self, Kept};
use crate::visits::visit::Visit;

/// What a file brings, before and after.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Dates that are not here.
    pub new: u64,
    /// Dates that are here, and change.
    pub changed: u64,
    /// Dates that are here, and are called off.
    pub called_off: u64,
    /// Dates that are here as the file says, or as a later file said.
    pub same: u64,
    /// Parts of the file that were not understood.
    pub left_out: u64,
}

/// What [`take_in`] would do.
///
/// # Errors
/// Those of the store.
pub fn preview(conn: &Connection, calendar: &Calendar) -> Result<TakenIn> {
    run(conn, None, calendar)
}

/// Brings it in: new dates, changes of those that came from the same calendar, and which are called off. Nothing is ever
/// taken out.
///
/// # Errors
/// Those of the store; the transaction is then to be rolled back.
pub fn take_in(tx: &Transaction<'_>, calendar: &Calendar) -> Result<TakenIn> {
    run(tx, Some(tx), calendar)
}

fn run(conn: &Connection, tx: Option<&Transaction<'_>>, calendar: &Calendar) -> Result<TakenIn> {
    let mut taken = TakenIn { left_out: calendar.left_out.len() as u64, ..TakenIn::default() };
    for entry in &calendar.entries {
        one(conn, tx, entry, &mut taken)?;
    }
    Ok(taken)
}

fn one(conn: &Connection, tx: Option<&Transaction<'_>>, entry: &Entry, taken: &mut TakenIn) -> Result<()> {
    let kept = kept_of(conn, entry)?;
    let step = kept.as_ref().map_or(Step::New, |kept| apply(&kept.visit, entry));
    let (count, visit, place) = match step {
        Step::New => (&mut taken.new, as_new(entry), None),
        Step::Update(visit) => (&mut taken.changed, visit, kept),
        Step::CalledOff(visit) => (&mut taken.called_off, visit, kept),
        Step::Older | Step::Same => {
            taken.same += 1;
            return Ok(());
        }
    };
    // What a notebook would not take is left out, and the rest comes in.
    if clean(&visit).is_err() {
        taken.left_out += 1;
        return Ok(());
    }
    *count += 1;
    match (tx, place) {
        (None, _) => Ok(()),
        (Some(tx), Some(place)) => store::edit(tx, place.id, &visit),
        (Some(tx), None) => store::add(tx, &visit).map(drop),
    }
}

/// The date that an entry is about, if it is here: of several under one UID the one of its day, or the one that has that
/// day. One that went out from here comes back under a UID of ours.
fn kept_of(conn: &Connection, entry: &Entry) -> Result<Option<Kept>> {
    let Some(source) = &entry.visit.source else { return Ok(None) };
    let mut found = store::by_uid(conn, &source.uid)?;
    if found.is_empty() {
        found = store::all(conn)?;
        found.retain(|kept| derive_uid(kept.id) == source.uid);
    }
    let day_of = |kept: &Kept| kept.visit.source.as_ref().and_then(|source| source.day);
    let place = match entry.day {
        Some(day) => found.iter().position(|kept| day_of(kept) == Some(day) || kept.visit.repeat.is_some()),
        None => found.iter().position(|kept| day_of(kept).is_none()),
    };
    Ok(place.map(|place| found.swap_remove(place)))
}

/// A single one that comes without the others keeps the day by which it is named.
fn as_new(entry: &Entry) -> Visit {
    let mut visit = entry.visit.clone();
    if let Some(source) = &mut visit.source {
        source.day = entry.day;
    }
    visit
}
