//! A visit to a practice, or another date.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::after::After;
use super::plan::Plan;
use super::reminder::Reminder;
use super::repeat::Repeat;
use super::when::When;
use crate::time::Zone;

/// How it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// She goes there.
    InPerson,
    /// A call.
    Phone,
    /// A call with a picture.
    Video,
    /// Someone comes to her.
    Home,
}

/// How it stands. That it is over is no state: it follows from the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// As it was agreed.
    #[default]
    Planned,
    /// It was put to another time.
    Changed,
    /// It was called off.
    CalledOff,
}

/// Where it came from, if it came out of a calendar (RFC 5545).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Its UID there.
    pub uid: String,
    /// Its SEQUENCE there: a lower one is older.
    pub sequence: u32,
    /// Of a single one that came without the others, the day by which it is named there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<NaiveDate>,
}

/// All that she keeps of a visit. Every text may be empty.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// What is known of its time; of one that comes again, of the first.
    pub when: When,
    /// Whose clocks show that time.
    pub zone: Zone,
    /// How it happens, if she says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// What she calls it: what stands in lists.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Whom she sees.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// Where.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// How to reach them, to change it or call it off.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// How she gets there.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub travel: String,
    /// Who comes with her.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub company: String,
    /// What to bring.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub bring: String,
    /// Where she would rather wait.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub waiting: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// How it stands.
    pub status: Status,
    /// That it comes again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat: Option<Repeat>,
    /// Her plan for it.
    pub plan: Plan,
    /// What she put down of it later, by day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<After>,
    /// What she wants to be reminded by, at most one of a lead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Reminder>,
    /// Where it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

impl Default for Visit {
    /// One of which nothing is known yet.
    fn default() -> Self {
        Self {
            when: When::ToBeTold,
            zone: Zone::UTC,
            kind: None,
            title: String::new(),
            who: String::new(),
            place: String::new(),
            contact: String::new(),
            travel: String::new(),
            company: String::new(),
            bring: String::new(),
            waiting: String::new(),
            notes: String::new(),
            status: Status::Planned,
            repeat: None,
            plan: Plan::default(),
            after: Vec::new(),
            reminders: Vec::new(),
            source: None,
        }
    }
}
