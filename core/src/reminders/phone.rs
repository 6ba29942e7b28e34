//! Brings what the phone holds in step with the open notebook: after each change, at each start, and when a clock, a
//! zone or a permission has changed.

use std::path::Path;

use chrono::Days;
use rusqlite::Connection;

use super::outside::{self, Entry};
use super::plan::{Capacity, Held, Missing, Planned, Snooze, plan};
use super::renew::{Known, Renewed, match_ids};
use super::{remembered, settings};
use crate::error::{Error, Part, Result};
use crate::id::{ReminderId, VisitId};
use crate::time::{Moment, Zone};
use crate::vault::notebook::Notebook;
use crate::visits::store;
use crate::visits::visit::Status;

/// What has come is left in the file for so long, so that a line that is still on the phone is in the list too: a day.
const LEFT_MS: i64 = 24 * 60 * 60 * 1000;

/// A date is looked at for so many days after the phone's own day is past it: somewhere it may not be.
const BEHIND_DAYS: u64 = 2;

/// The phone, as far as reminders go.
#[derive(Clone, Copy)]
pub struct Phone<'a> {
    /// The folder of the file outside the notebooks.
    pub folder: &'a Path,
    /// How many reminders it holds at most.
    pub most: usize,
    /// Whether they come on time.
    pub exact: bool,
    /// Whether it may show anything at all.
    pub allowed: bool,
    /// The zone of its clocks.
    pub zone: Zone,
    /// What is shown where she chose no words: the first of the neutral list.
    pub cover: &'a str,
}

impl Phone<'_> {
    /// Up to when it has shown what was to come.
    fn shown(&self, now: Moment) -> Option<Moment> {
        self.allowed.then_some(now)
    }
}

/// What came of it.
#[derive(Clone)]
pub struct Renewal {
    /// All that the phone is to hold from now on, of every notebook, in order of time; all after now.
    pub entries: Vec<Entry>,
    /// What can't come, of this notebook.
    pub missing: Vec<Missing>,
    /// Whether a file that could not be read was put aside.
    pub set_aside: bool,
}

/// Plans anew and writes what the phone is to hold.
///
/// The notebook remembers a reminder before the file has it and forgets it after: a stop in between leaves nothing in
/// the file that no notebook knows.
///
/// # Errors
/// [`Error::Newer`] for a file of a later version, which stays as it is; [`Error::NoSpace`] and the like. What was
/// changed in the notebook before is safe in any case.
pub fn renew(notebook: &mut Notebook, now: Moment, phone: &Phone<'_>) -> Result<Renewal> {
    let set_aside = outside::set_aside(phone.folder)?;
    let (known, planned) = notebook.read(|conn| look(conn, now, phone))?;
    let renewed = match_ids(&known, &planned, phone.shown(now))?;
    if renewed.known.iter().any(|one| !known.contains(one)) {
        notebook.write(now, |tx| remembered::put(tx, &renewed.known))?;
    }
    let gone = notebook.read(|conn| leaves(conn, &known, &renewed.gone, now, phone.folder))?;
    let entries = write(phone, &renewed, &gone, now)?;
    if !renewed.gone.is_empty() {
        notebook.write(now, |tx| remembered::forget(tx, &renewed.gone))?;
    }
    let missing = renewed.missing.into_iter().copied().collect();
    Ok(Renewal { entries, missing, set_aside })
}

/// A plan made now, without what has come already. Writes nothing.
///
/// # Errors
/// Those of the store; [`Error::Newer`].
pub fn planned(conn: &Connection, now: Moment, phone: &Phone<'_>) -> Result<Planned> {
    let (known, planned) = look(conn, now, phone)?;
    let missing = match_ids(&known, &planned, phone.shown(now))?.missing.into_iter().copied().collect();
    Ok(Planned { missing, ..planned })
}

/// What this notebook remembers, and a new plan.
fn look(conn: &Connection, now: Moment, phone: &Phone<'_>) -> Result<(Vec<Known>, Planned)> {
    let known = remembered::all(conn)?;
    // One that can't be read holds nothing for the phone either.
    let outside = outside::read(phone.folder).or_else(|error| match error {
        Error::Damaged { part: Part::Reminders } => Ok(Vec::new()),
        error => Err(error),
    })?;
    let is_known = |id: ReminderId| known.iter().any(|one| one.id == id);
    let taken = outside.iter().filter(|entry| entry.at > now && !is_known(entry.id)).count();
    let capacity = Capacity { most: phone.most, taken, exact: phone.exact, allowed: phone.allowed };
    let today = now.local(phone.zone).date();
    let visits = store::from_day(conn, today.checked_sub_days(Days::new(BEHIND_DAYS)).unwrap_or(today))?;
    let lent: Vec<_> = visits.iter().map(|kept| (kept.id, &kept.visit)).collect();
    let (settings, snoozed) = (settings::load(conn)?, snoozed(&known, &outside, now));
    let planned = plan(now, phone.zone, &lent, &settings, &capacity, &snoozed);
    Ok((known, planned))
}

/// What had come and was put off where the phone showed it: it stands in the file at a later time.
fn snoozed(known: &[Known], outside: &[Entry], now: Moment) -> Vec<Snooze> {
    let later = |one: &Known| outside.iter().find(|entry| entry.id == one.id && entry.at > now);
    let come = known.iter().filter(|one| one.at <= now);
    let snooze = |one: &Known| {
        let (visit, day, lead) = (one.visit, one.day, one.lead);
        later(one).map(|entry| Snooze { visit, day, lead, until: entry.at })
    };
    come.filter_map(snooze).collect()
}

/// What leaves the file: what is not to come any more, and what has come of a date that was called off or taken out. What
/// has come of one that is only over stays for a day. In the file one that was put off stands at its later time.
fn leaves(
    conn: &Connection,
    known: &[Known],
    gone: &[ReminderId],
    now: Moment,
    folder: &Path,
) -> Result<Vec<ReminderId>> {
    let outside = outside::read(folder)?;
    let mut leaves = Vec::new();
    for one in known.iter().filter(|one| gone.contains(&one.id)) {
        let is_to_come = outside.iter().any(|entry| entry.id == one.id && entry.at > now);
        if is_to_come || !takes_place(conn, one.visit)? {
            leaves.push(one.id);
        }
    }
    Ok(leaves)
}

fn takes_place(conn: &Connection, id: VisitId) -> Result<bool> {
    match store::get(conn, id) {
        Ok(kept) => Ok(kept.visit.status != Status::CalledOff),
        Err(Error::NotFound { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// `gone` is what leaves the file.
fn write(phone: &Phone<'_>, renewed: &Renewed<'_>, gone: &[ReminderId], now: Moment) -> Result<Vec<Entry>> {
    let entry = |(id, held): &(ReminderId, &Held)| {
        let cover = if held.cover.is_empty() { phone.cover } else { &held.cover };
        Entry { id: *id, at: held.at, cover: cover.to_owned(), sound: held.sound }
    };
    let new = renewed.held.iter().map(entry).collect();
    outside::remove_past(phone.folder, Moment(now.0.saturating_sub(LEFT_MS)))?;
    let mut entries = outside::replace(phone.folder, gone, new)?;
    entries.retain(|entry| entry.at > now);
    Ok(entries)
}
