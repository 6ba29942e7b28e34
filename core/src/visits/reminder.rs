//! What she asks to be reminded by: how long before, under which words, with a sound or none.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// When a reminder comes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// When it comes.
    pub lead: Lead,
    /// What the phone shows. Empty: the first of the neutral list.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cover: String,
    /// Whether it makes a sound.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sound: bool,
}
