//! What is known of the time of a visit, as the clocks of its zone show it. A moment is worked out at use, so that
//! a change of clock rules never moves a visit at ten past nine.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, Thing};

/// What is known of a time. Local, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Nothing yet.
    #[default]
    ToBeTold,
    /// Some time on a day.
    Day(NaiveDate),
    /// Some time between two times of a day, as practices say when they ring.
    Window {
        /// The day.
        day: NaiveDate,
        /// The first minute.
        from: NaiveTime,
        /// The last minute, after the first.
        to: NaiveTime,
    },
    /// A minute of a day.
    At(NaiveDateTime),
}

impl When {
    /// The same to the minute.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] for years outside 1 to 9999, and for a window that ends before it begins.
    pub fn checked(self) -> Result<Self> {
        let minute =
            |time: NaiveTime| time.with_second(0).and_then(|time| time.with_nanosecond(0)).unwrap_or(time);
        let when = match self {
            When::At(at) => When::At(at.date().and_time(minute(at.time()))),
            When::Window { day, from, to } => When::Window { day, from: minute(from), to: minute(to) },
            other => other,
        };
        let backwards = matches!(when, When::Window { from, to, .. } if from >= to);
        let year_is_odd = when.day().is_some_and(|day| !(1..=9999).contains(&day.year()));
        if backwards || year_is_odd { Err(Error::NotUnderstood { what: Thing::Date }) } else { Ok(when) }
    }

    /// The day, if it is known.
    #[must_use]
    pub fn day(self) -> Option<NaiveDate> {
        match self {
            When::ToBeTold => None,
            When::Day(day) | When::Window { day, .. } => Some(day),
            When::At(at) => Some(at.date()),
        }
    }

    /// The time at which it begins or may begin, if that is known.
    #[must_use]
    pub fn start(self) -> Option<NaiveDateTime> {
        match self {
            When::ToBeTold | When::Day(_) => None,
            When::Window { day, from, .. } => Some(day.and_time(from)),
            When::At(at) => Some(at),
        }
    }

    /// The last minute at which it may begin: of a day without a time, the day's last.
    #[must_use]
    pub fn last(self) -> Option<NaiveDateTime> {
        match self {
            When::ToBeTold => None,
            When::Day(day) => day.and_hms_opt(23, 59, 0),
            When::Window { day, to, .. } => Some(day.and_time(to)),
            When::At(at) => Some(at),
        }
    }

    /// The same times on another day; what is still to be told stays so.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Self {
        match self {
            When::ToBeTold => When::ToBeTold,
            When::Day(_) => When::Day(day),
            When::Window { from, to, .. } => When::Window { day, from, to },
            When::At(at) => When::At(day.and_time(at.time())),
        }
    }
}
