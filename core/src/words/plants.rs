//! The dated plant notes that a plain notebook starts with, so that it is not empty.

use chrono::{Days, NaiveDateTime, NaiveTime};
use rusqlite::Transaction;

use super::{Key, Words, key};
use crate::error::Result;
use crate::journal::note::{self, NewNote};
use crate::time::{Moment, Zone};

/// A note to put into a new plain notebook. She can change or delete it like any other.
pub struct PlantNote {
    /// How many days before today it is dated.
    pub days_ago: u32,
    /// The local time of day, in minutes after midnight.
    pub minute: u32,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
}

const NOTES: [(u32, u32, Key, Key); 5] = [
    (2, 9 * 60 + 40, key::PLANT_ONE_TITLE, key::PLANT_ONE_TEXT),
    (9, 17 * 60 + 5, key::PLANT_TWO_TITLE, key::PLANT_TWO_TEXT),
    (23, 11 * 60 + 20, key::PLANT_THREE_TITLE, key::PLANT_THREE_TEXT),
    (38, 16 * 60 + 50, key::PLANT_FOUR_TITLE, key::PLANT_FOUR_TEXT),
    (61, 10 * 60 + 15, key::PLANT_FIVE_TITLE, key::PLANT_FIVE_TEXT),
];

/// The plant notes in the language of `words`, newest first.
#[must_use]
pub fn plant_notes(words: &Words) -> Vec<PlantNote> {
    let note = |&(days_ago, minute, title, text): &(u32, u32, Key, Key)| PlantNote {
        days_ago,
        minute,
        title: words.say(title),
        text: words.say(text),
    };
    NOTES.iter().map(note).collect()
}

/// Writes the plant notes into a new plain notebook, dated back from `now` by the clock in `zone`: what
/// init fills such a notebook with.
pub fn plant_filling(words: Words, now: Moment, zone: Zone) -> impl Fn(&Transaction<'_>) -> Result<()> {
    move |tx: &Transaction<'_>| {
        plant_notes(&words).into_iter().try_for_each(|plant| write(tx, plant, now.local(zone), zone))
    }
}

fn write(tx: &Transaction<'_>, plant: PlantNote, now: NaiveDateTime, zone: Zone) -> Result<()> {
    let day = now.date().checked_sub_days(Days::new(plant.days_ago.into())).unwrap_or(now.date());
    let time = NaiveTime::from_hms_opt(plant.minute / 60, plant.minute % 60, 0).unwrap_or_default();
    let at = zone.moment_of(day.and_time(time))?;
    let new = NewNote { title: Some(plant.title), ..NewNote::of_text(plant.text, at, zone) };
    note::insert(tx, &new, at).map(|_| ())
}
