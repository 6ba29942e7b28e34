//! Reminders in words: those of a date, those that can't come, and what the phone will show.

use std::path::Path;

use chrono::{NaiveDate, NaiveTime};
use rusqlite::{Connection, Transaction};

use super::dates::{Teller, title};
use crate::error::{Error, Part, Result};
use crate::id::VisitId;
use crate::order;
use crate::reminders::outside;
use crate::reminders::phone::{self, Phone};
use crate::reminders::plan::{Missing, Planned, Why};
use crate::reminders::settings::{self, Settings};
use crate::time::{Moment, Zone};
use crate::visits::reminder::{Lead, Reminder};
use crate::visits::store::{self, Kept};
use crate::words::{Key, Words, key};

/// A reminder of a date.
#[derive(Clone, PartialEq, Eq)]
pub struct ReminderLine {
    /// Which of them.
    pub lead: Lead,
    /// How long before, in words.
    pub text: String,
    /// When it comes, in words, on the clocks of the phone; none if it can't.
    pub at: Option<String>,
    /// What the phone will show.
    pub cover: String,
    /// Whether it makes a sound.
    pub sound: bool,
    /// What to know of it, a sentence each: that it can't come and why, that it comes early, that it may be late.
    pub about: Vec<String>,
}

/// What the phone will show.
#[derive(Clone, PartialEq, Eq)]
pub struct OutsideLine {
    /// When, in words.
    pub when: String,
    /// What it shows.
    pub cover: String,
}

/// A reminder that can't come.
#[derive(Clone, PartialEq, Eq)]
pub struct MissingLine {
    /// The date that it is of.
    pub id: VisitId,
    /// Of one that comes again, the day of the single one.
    pub day: Option<NaiveDate>,
    /// What she calls that date.
    pub title: String,
    /// Which reminder, and why it can't come: two sentences.
    pub why: String,
}

/// From when to when nothing comes, on the clocks of the phone; may run over midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// The first minute.
    pub from: NaiveTime,
    /// The first minute after it.
    pub to: NaiveTime,
}

/// What she has set for all reminders.
#[derive(Clone, PartialEq, Eq)]
pub struct ReminderPage {
    /// When nothing comes; none if she has no quiet hours.
    pub quiet: Option<Quiet>,
    /// When "in the morning" is.
    pub morning: NaiveTime,
    /// Both in words.
    pub texts: Vec<String>,
}

/// The reminders of a date, as planned for the single one of `day`.
pub(super) fn lines(
    teller: &Teller<'_>,
    kept: &Kept,
    day: Option<NaiveDate>,
    planned: &Planned,
) -> Vec<ReminderLine> {
    let line = |one: &Reminder| {
        let held =
            planned.held.iter().find(|held| (held.visit, held.day, held.lead) == (kept.id, day, one.lead));
        let mut about = Vec::new();
        let missing =
            |missing: &&Missing| (missing.visit, missing.day, missing.lead) == (kept.id, day, one.lead);
        about.extend(planned.missing.iter().find(missing).map(|missing| teller.words.say(why(missing.why))));
        about.extend(held.filter(|held| held.early).map(|_| teller.words.say(key::REMINDER_EARLY)));
        about.extend(set_until(teller, kept, one.lead, planned));
        about.extend(held.filter(|held| held.late).map(|_| teller.words.say(key::REMINDER_LATE)));
        ReminderLine {
            lead: one.lead,
            text: teller.words.lead(one.lead),
            at: held.map(|held| teller.moment(held.at)),
            cover: if one.cover.is_empty() { first_cover(teller.words) } else { one.cover.clone() },
            sound: one.sound,
            about,
        }
    };
    kept.visit.reminders.iter().map(line).collect()
}

/// Of one that comes again: up to when its reminders are set.
fn set_until(teller: &Teller<'_>, kept: &Kept, lead: Lead, planned: &Planned) -> Option<String> {
    let of_this = |visit, other| (visit, other) == (kept.id, lead);
    let further = |missing: &&Missing| missing.why == Why::Further && of_this(missing.visit, missing.lead);
    planned.missing.iter().find(further)?;
    let last = planned.held.iter().filter(|held| of_this(held.visit, held.lead)).map(|held| held.at).max()?;
    let (last, today) = (last.local(teller.zone), teller.now.local(teller.zone));
    let date = teller.words.date_seen(last, Some(today));
    Some(teller.words.text(key::REMINDER_UNTIL, &[("date", (&date).into())]))
}

/// What a phone shows where she chose no words.
#[must_use]
pub fn first_cover(words: &Words) -> String {
    words.covers().into_iter().next().unwrap_or_default()
}

/// What the phone will show from now on, of every notebook.
pub(super) fn outside(teller: &Teller<'_>, folder: &Path) -> Result<Vec<OutsideLine>> {
    let entries = match outside::read(folder) {
        Err(Error::Damaged { part: Part::Reminders }) => Vec::new(),
        read => read?,
    };
    let line = |entry: outside::Entry| OutsideLine { when: teller.moment(entry.at), cover: entry.cover };
    Ok(entries.into_iter().map(line).collect())
}

/// What can't come, by a plan made now.
pub(super) fn missing(teller: &Teller<'_>, conn: &Connection, phone: &Phone<'_>) -> Result<Vec<MissingLine>> {
    told(teller, conn, phone::planned(conn, teller.now, phone)?.missing)
}

/// What a renewal found that can't come, in words.
///
/// # Errors
/// Those of the store.
pub fn missing_lines(
    conn: &Connection,
    words: &Words,
    now: Moment,
    zone: Zone,
    missing: Vec<Missing>,
) -> Result<Vec<MissingLine>> {
    told(&Teller { words, now, zone }, conn, missing)
}

/// What can't come, in words. Not what is only far off: its day is still to be planned.
fn told(teller: &Teller<'_>, conn: &Connection, missing: Vec<Missing>) -> Result<Vec<MissingLine>> {
    let mut told: Vec<&Missing> = missing.iter().filter(|missing| missing.why != Why::Further).collect();
    // Of one that comes again the same is said once.
    order::sort_by_key(&mut told, |missing| (missing.visit, missing.lead));
    told.dedup_by_key(|missing| (missing.visit, missing.lead, missing.why));
    told.into_iter()
        .map(|missing| {
            let kept = store::get(conn, missing.visit)?;
            let why = [teller.words.lead(missing.lead), teller.words.say(why(missing.why))].join(". ");
            let title = title(teller.words, &kept.visit);
            Ok(MissingLine { id: missing.visit, day: missing.day, title, why })
        })
        .collect()
}

/// Why a reminder can't come, in a sentence.
#[must_use]
pub fn why(why: Why) -> Key {
    match why {
        Why::NoTime => key::MISSING_NO_TIME,
        Why::Over => key::MISSING_OVER,
        Why::After => key::MISSING_AFTER,
        Why::Full => key::MISSING_FULL,
        Why::NotAllowed => key::MISSING_NOT_ALLOWED,
        Why::Quiet => key::MISSING_QUIET,
        Why::Further => key::MISSING_FURTHER,
    }
}

/// What she has set, in words too.
///
/// # Errors
/// Those of the engine.
pub fn page(conn: &Connection, words: &Words) -> Result<ReminderPage> {
    let Settings { quiet, morning } = settings::load(conn)?;
    let quiet_text = match quiet {
        Some((from, to)) => {
            let (from, to) = (words.time(from), words.time(to));
            words.text(key::REMINDERS_QUIET, &[("from", (&from).into()), ("to", (&to).into())])
        }
        None => words.say(key::REMINDERS_QUIET_NONE),
    };
    let time = words.time(morning);
    let texts = vec![quiet_text, words.text(key::REMINDERS_MORNING, &[("time", (&time).into())])];
    let quiet = quiet.map(|(from, to)| Quiet { from, to });
    Ok(ReminderPage { quiet, morning, texts })
}

/// Keeps what she sets.
///
/// # Errors
/// [`Error::NoSpace`] and the like.
pub fn set(tx: &Transaction<'_>, quiet: Option<Quiet>, morning: NaiveTime) -> Result<()> {
    let quiet = quiet.map(|quiet| (quiet.from, quiet.to));
    settings::save(tx, &Settings { quiet, morning })
}
