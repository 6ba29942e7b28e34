//! A day, a month or a year, as a list of notes may be narrowed to.

use std::fmt;
use std::str::FromStr;

use chrono::{Days as Count, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use fernbook_core::error::{Error, Thing};
use fernbook_core::time::{Moment, Zone};

/// No zone has ever been further from UTC.
const FURTHEST_HOURS: i64 = 16;
const NOT_A_DATE: Error = Error::NotUnderstood { what: Thing::Date };

/// The days from `first` up to and without `end`, by the clock where each note was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    first: NaiveDate,
    end: NaiveDate,
}

impl Days {
    /// Whether a local time is on one of these days.
    pub fn hold(&self, local: NaiveDateTime) -> bool {
        (self.first..self.end).contains(&local.date())
    }

    /// Moments between which all of these days lie in every zone.
    pub fn moments(&self) -> (Option<Moment>, Option<Moment>) {
        let moment = |day: NaiveDate, hours| {
            let local = day.and_time(NaiveTime::MIN).checked_add_signed(TimeDelta::hours(hours))?;
            Zone::UTC.moment_of(local).ok()
        };
        (moment(self.first, -FURTHEST_HOURS), moment(self.end, FURTHEST_HOURS))
    }
}

impl FromStr for Days {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let day = |text: &str| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
        let (first, end) = if let Some(first) = day(text) {
            (first, first.checked_add_days(Count::new(1)))
        } else if let Some(first) = day(&format!("{text}-01")) {
            (first, first.checked_add_months(Months::new(1)))
        } else {
            let first = day(&format!("{text}-01-01")).ok_or(NOT_A_DATE)?;
            (first, first.checked_add_months(Months::new(12)))
        };
        Ok(Self { first, end: end.ok_or(NOT_A_DATE)? })
    }
}

impl fmt::Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let form = match (self.end - self.first).num_days() {
            1 => "%Y-%m-%d",
            2..=31 => "%Y-%m",
            _ => "%Y",
        };
        write!(f, "{}", self.first.format(form))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_a_month_and_a_year_are_read() {
        for (text, first, end) in [
            ("1666-09-02", "1666-09-02", "1666-09-03"),
            ("1666-12", "1666-12-01", "1667-01-01"),
            (" 1666 ", "1666-01-01", "1667-01-01"),
        ] {
            let days: Days = text.parse().unwrap();
            assert_eq!((days.first.to_string(), days.end.to_string()), (first.to_owned(), end.to_owned()));
            assert_eq!(days.to_string(), text.trim());
        }
        for wrong in ["", "tomorrow", "2026-13", "2026-02-30", "99999999"] {
            assert!(wrong.parse::<Days>().is_err(), "{wrong}");
        }
    }
}
