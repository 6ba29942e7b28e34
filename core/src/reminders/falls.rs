//! The moment at which a reminder is to come, before anything stands against it.

use chrono::{Days, NaiveDateTime, NaiveTime};

use super::plan::Why;
use crate::time::{Clock, Moment};
use crate::visits::reminder::Lead;
use crate::visits::when::When;

/// Milliseconds of a minute.
pub(super) const MINUTE_MS: i64 = 60_000;

/// How long before a visit its morning comes if it begins before her mornings do.
const EARLY_MINUTES: u32 = 60;

/// One visit, at a known or unknown time.
#[derive(Clone, Copy)]
pub(super) struct Falls<'a> {
    /// What is known of its time.
    pub when: When,
    /// Whose clock shows that time.
    pub clock: &'a Clock,
    /// When her mornings begin, on the same clock.
    pub morning: NaiveTime,
}

impl Falls<'_> {
    /// When a reminder with this lead comes. Days are counted on the clocks, so that a day before ten past nine is ten
    /// past nine; minutes are counted as they pass.
    ///
    /// # Errors
    /// [`Why::NoTime`] if that can't be said.
    pub fn at(self, lead: Lead) -> Result<Moment, Why> {
        match lead {
            Lead::Week => self.days_before(7),
            Lead::Day => self.days_before(1),
            Lead::Morning => self.in_the_morning(),
            Lead::Leave(minutes) | Lead::Minutes(minutes) => self.minutes_before(minutes),
            Lead::At(local) => self.moment(local),
        }
    }

    /// When the visit can't begin any more: the end of its last minute. `None` as long as it has no day.
    pub fn end(self) -> Option<Moment> {
        let last = self.moment(self.when.last()?).ok()?;
        Some(Moment(last.0.saturating_add(MINUTE_MS)))
    }

    fn days_before(self, days: u64) -> Result<Moment, Why> {
        let morning = self.when.day().map(|day| day.and_time(self.morning));
        let time = self.when.start().or(morning).ok_or(Why::NoTime)?;
        self.moment(time.checked_sub_days(Days::new(days)).ok_or(Why::NoTime)?)
    }

    /// Her morning, or an hour before the visit if that begins by then.
    fn in_the_morning(self) -> Result<Moment, Why> {
        let day = self.when.day().ok_or(Why::NoTime)?;
        let morning = self.moment(day.and_time(self.morning))?;
        match self.minutes_before(0) {
            Ok(start) if start <= morning => self.minutes_before(EARLY_MINUTES),
            _ => Ok(morning),
        }
    }

    fn minutes_before(self, minutes: u32) -> Result<Moment, Why> {
        let start = self.moment(self.when.start().ok_or(Why::NoTime)?)?;
        Moment(start.0.saturating_sub(i64::from(minutes) * MINUTE_MS)).checked().map_err(|_| Why::NoTime)
    }

    fn moment(self, local: NaiveDateTime) -> Result<Moment, Why> {
        self.clock.moment_of(local).map_err(|_| Why::NoTime)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::time::{Zone, local_text};

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn shown(when: When, lead: Lead) -> Option<String> {
        let zone = Zone::parse("Europe/London").unwrap();
        let clock = zone.clock();
        let falls = Falls { when, clock: &clock, morning: NaiveTime::from_hms_opt(8, 0, 0).unwrap() };
        falls.at(lead).ok().map(|at| local_text(at.local(zone)))
    }

    #[test]
    fn each_lead_falls_where_she_expects_it() {
        // The day after the clocks went forward, so that the day and the week before are of another offset.
        let at = When::At(local("2026-03-29T09:10"));
        let early = When::At(local("2026-03-30T07:20"));
        let day = When::Day(NaiveDate::from_ymd_opt(2026, 3, 29).unwrap());
        let (from, to) = (local("2026-03-29T08:00").time(), local("2026-03-29T13:00").time());
        let window = When::Window { day: local("2026-03-29T00:00").date(), from, to };
        let cases = [
            (at, Lead::Week, Some("2026-03-22T09:10:00")),
            (at, Lead::Day, Some("2026-03-28T09:10:00")),
            (at, Lead::Morning, Some("2026-03-29T08:00:00")),
            (at, Lead::Leave(45), Some("2026-03-29T08:25:00")),
            // Ten hours, of which the clocks show eleven.
            (at, Lead::Minutes(600), Some("2026-03-28T22:10:00")),
            (at, Lead::At(local("2026-03-27T18:00")), Some("2026-03-27T18:00:00")),
            (early, Lead::Morning, Some("2026-03-30T06:20:00")),
            (window, Lead::Minutes(15), Some("2026-03-29T07:45:00")),
            (window, Lead::Morning, Some("2026-03-29T07:00:00")),
            (day, Lead::Week, Some("2026-03-22T08:00:00")),
            (day, Lead::Day, Some("2026-03-28T08:00:00")),
            (day, Lead::Morning, Some("2026-03-29T08:00:00")),
            (day, Lead::Leave(45), None),
            (day, Lead::Minutes(45), None),
            (When::ToBeTold, Lead::Week, None),
            (When::ToBeTold, Lead::Morning, None),
            (When::ToBeTold, Lead::At(local("2026-03-27T18:00")), Some("2026-03-27T18:00:00")),
        ];
        for (number, (when, lead, expected)) in cases.into_iter().enumerate() {
            assert_eq!(shown(when, lead).as_deref(), expected, "case {number}");
        }
    }
}
