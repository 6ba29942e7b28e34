//! One step back from the last change of her own words. As with notes, what was taken back can be had again by
//! doing it once more, and the words before stay, sealed as all else is, until the next change or until
//! [`forget`].

use rusqlite::Transaction;

use super::own_words::{self, OwnWords};
use crate::error::{Error, Result, Thing};
use crate::storage::meta;
use crate::time::Moment;

const NOTHING: Error = Error::NotFound { what: Thing::Undo };

/// Changes that come within so many milliseconds of the one before, as she types on, are one: ten minutes.
const ONE_SITTING_MS: i64 = 10 * 60 * 1000;

/// The names under which the words before are kept, and when they were last changed.
fn names(which: OwnWords) -> (&'static str, &'static str) {
    match which {
        OwnWords::Words => ("words_before", "words_changed"),
        OwnWords::Helps => ("helps_before", "helps_changed"),
    }
}

/// Writes a text in place of the one before, which [`take_back`] brings back.
///
/// # Errors
/// As [`own_words::set`].
pub fn change(tx: &Transaction<'_>, which: OwnWords, text: &str, now: Moment) -> Result<()> {
    write(tx, which, text)?.map_or(Ok(()), |before| keep(tx, which, &before, now))
}

/// As [`change`], for a text that is kept again and again while she types: what stood there when she began is
/// what comes back.
///
/// # Errors
/// As [`change`].
pub fn type_on(tx: &Transaction<'_>, which: OwnWords, text: &str, now: Moment) -> Result<()> {
    let (_, changed) = names(which);
    let last: Option<i64> = meta::get(tx, changed)?;
    let goes_on = last.is_some_and(|last| (0..ONE_SITTING_MS).contains(&now.0.saturating_sub(last)));
    match write(tx, which, text)? {
        Some(_) if goes_on => meta::set(tx, changed, &now.0),
        Some(before) => keep(tx, which, &before, now),
        None => Ok(()),
    }
}

/// The text before, if it was another.
fn write(tx: &Transaction<'_>, which: OwnWords, text: &str) -> Result<Option<String>> {
    let before = own_words::get(tx, which)?;
    own_words::set(tx, which, text)?;
    Ok((own_words::get(tx, which)? != before).then_some(before))
}

/// Takes the last change of a text back.
///
/// # Errors
/// [`Error::NotFound`] if there is nothing to undo, and in a plain notebook.
pub fn take_back(tx: &Transaction<'_>, which: OwnWords, now: Moment) -> Result<()> {
    let current = own_words::get(tx, which)?;
    let before: String = meta::get(tx, names(which).0)?.ok_or(NOTHING)?;
    own_words::set(tx, which, &before)?;
    keep(tx, which, &current, Moment(now.0.saturating_sub(ONE_SITTING_MS)))
}

/// Takes back the last change of each text that has one.
///
/// # Errors
/// [`Error::NotFound`] if there is nothing to undo in either, and in a plain notebook.
pub fn take_back_both(tx: &Transaction<'_>, now: Moment) -> Result<()> {
    let mut taken = false;
    for which in OwnWords::BOTH {
        match take_back(tx, which, now) {
            Ok(()) => taken = true,
            Err(NOTHING) => {}
            Err(error) => return Err(error),
        }
    }
    if taken { Ok(()) } else { Err(NOTHING) }
}

/// Leaves nothing to undo of either text.
///
/// # Errors
/// Those of the engine.
pub fn forget(tx: &Transaction<'_>) -> Result<()> {
    for (before, changed) in OwnWords::BOTH.map(names) {
        tx.execute("DELETE FROM meta WHERE key IN (?1, ?2)", [before, changed])?;
    }
    Ok(())
}

fn keep(tx: &Transaction<'_>, which: OwnWords, text: &str, now: Moment) -> Result<()> {
    let (before, changed) = names(which);
    meta::set(tx, before, &text)?;
    meta::set(tx, changed, &now.0)
}
