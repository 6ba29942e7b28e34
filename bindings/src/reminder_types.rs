//! The core's types of reminders, told to UniFFI.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use fernbook_core::id::{ReminderId, VisitId};
use fernbook_core::reminders::outside::Entry as OutsideReminder;
use fernbook_core::screens::reminders::{MissingLine, OutsideLine, Quiet, ReminderLine, ReminderPage};
use fernbook_core::time::Moment;
use fernbook_core::visits::reminder::{Lead, Reminder};

use crate::error::NotebookError;

uniffi::custom_type!(ReminderId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

/// When a reminder comes.
#[uniffi::remote(Enum)]
pub enum Lead {
    /// Seven days before, at the same time.
    Week,
    /// The day before, at the same time.
    Day,
    /// In the morning of the day, at the time of her settings.
    Morning,
    /// When it is time to leave: so many minutes before it begins.
    Leave(u32),
    /// So many minutes before it begins.
    Minutes(u32),
    /// At a time of her own, on the clocks of the visit's zone; only of a visit that does not come again.
    At(NaiveDateTime),
}

/// A reminder of a visit. Nothing of it but the cover text and the sound is ever outside the notebook.
#[uniffi::remote(Record)]
pub struct Reminder {
    /// When it comes.
    pub lead: Lead,
    /// What the phone shows. Empty: the first of the neutral list.
    pub cover: String,
    /// Whether it makes a sound.
    pub sound: bool,
}

/// A reminder as the phone knows it: all of it can be read by whoever has the phone open.
#[uniffi::remote(Record)]
pub struct OutsideReminder {
    /// What the notebook that wrote it knows it by.
    pub id: ReminderId,
    /// When it comes.
    pub at: Moment,
    /// What the phone shows, at most 200 bytes.
    pub cover: String,
    /// Whether it makes a sound.
    pub sound: bool,
}

/// A reminder of a date.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct OutsideLine {
    /// When, in words.
    pub when: String,
    /// What it shows.
    pub cover: String,
}

/// A reminder that can't come.
#[uniffi::remote(Record)]
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
#[uniffi::remote(Record)]
pub struct Quiet {
    /// The first minute.
    pub from: NaiveTime,
    /// The first minute after it.
    pub to: NaiveTime,
}

/// What she has set for all reminders.
#[uniffi::remote(Record)]
pub struct ReminderPage {
    /// When nothing comes; none if she has no quiet hours.
    pub quiet: Option<Quiet>,
    /// When "in the morning" is.
    pub morning: NaiveTime,
    /// Both in words.
    pub texts: Vec<String>,
}
