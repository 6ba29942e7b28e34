//! Dates and times as people say them: "Tuesday 1 December 2026, 9:10 in the morning".

use chrono::{Datelike, NaiveDateTime, NaiveTime, Timelike};

use super::{Arg, Words, key};

impl Words {
    /// A local date and time, in words.
    #[must_use]
    pub fn date_and_time(&self, local: NaiveDateTime) -> String {
        self.with_time(&self.date(local), local)
    }

    /// The same without the year if it is that of `today`.
    #[must_use]
    pub fn date_and_time_seen(&self, local: NaiveDateTime, today: Option<NaiveDateTime>) -> String {
        self.with_time(&self.date_seen(local, today), local)
    }

    /// A local date, in words, without the year if it is that of `today`.
    #[must_use]
    pub fn date_seen(&self, local: NaiveDateTime, today: Option<NaiveDateTime>) -> String {
        if today.is_some_and(|today| today.year() == local.year()) {
            self.text(key::DATE_THIS_YEAR, &parts(local))
        } else {
            self.date(local)
        }
    }

    fn with_time(&self, date: &str, local: NaiveDateTime) -> String {
        let time = self.time(local.time());
        self.text(key::DATE_AND_TIME, &[("date", date.into()), ("time", (&time).into())])
    }

    /// A time of day, in words: "9:10 in the morning".
    #[must_use]
    pub fn time(&self, local: NaiveTime) -> String {
        let (_, hour) = local.hour12();
        let minute = format!("{:02}", local.minute());
        self.text(
            key::TIME_OF_DAY,
            &[
                ("hour", Arg::Number(hour.into())),
                ("minute", minute.as_str().into()),
                ("part", part_of_day(local.hour()).into()),
            ],
        )
    }

    /// A local date, in words: "Tuesday 1 December 2026".
    #[must_use]
    pub fn date(&self, local: NaiveDateTime) -> String {
        let year = local.year().to_string();
        let [weekday, day, month] = parts(local);
        self.text(key::DATE, &[weekday, day, month, ("year", year.as_str().into())])
    }
}

fn parts(local: NaiveDateTime) -> [(&'static str, Arg<'static>); 3] {
    [
        ("weekday", Arg::Number(local.weekday().number_from_monday().into())),
        ("day", Arg::Number(local.day().into())),
        ("month", Arg::Number(local.month().into())),
    ]
}

fn part_of_day(hour: u32) -> &'static str {
    match hour {
        5..12 => "morning",
        12..18 => "afternoon",
        18..22 => "evening",
        _ => "night",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Pack;

    #[test]
    fn the_year_is_left_out_only_where_it_is_this_one() {
        let words = Words::new(Pack::Full, "en");
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").unwrap();
        let said = |today| words.date_and_time_seen(at("2026-12-01T09:10:00"), today);
        assert_eq!(said(Some(at("2026-12-31T23:59:00"))), "Tuesday 1 December, 9:10 in the morning");
        let whole = "Tuesday 1 December 2026, 9:10 in the morning";
        assert_eq!(said(Some(at("2027-01-01T00:00:00"))), whole);
        assert_eq!(said(None), whole);
    }

    #[test]
    fn a_date_is_said_as_people_say_it() {
        let words = Words::new(Pack::Full, "en");
        let said = |text| words.date_and_time(text);
        let at = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").unwrap();
        assert_eq!(said(at("2026-12-01T09:10:00")), "Tuesday 1 December 2026, 9:10 in the morning");
        assert_eq!(said(at("1660-01-01T12:05:00")), "Thursday 1 January 1660, 12:05 in the afternoon");
        assert_eq!(said(at("2026-02-28T00:00:00")), "Saturday 28 February 2026, 12:00 at night");
        assert_eq!(said(at("2026-08-09T21:30:00")), "Sunday 9 August 2026, 9:30 in the evening");
    }
}
