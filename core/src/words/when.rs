//! What is known of a time, as people say it: "Tuesday 1 December, between 8:00 in the morning and 1:00 in the
//! afternoon".

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Key, Words, key};
use crate::visits::reminder::Lead;
use crate::visits::when::When;

impl Words {
    /// A time as far as it is known; without the year if it is that of `today`.
    #[must_use]
    pub fn when(&self, when: When, today: NaiveDateTime) -> String {
        let day = |day: NaiveDate| self.date_seen(day.and_time(NaiveTime::MIN), Some(today));
        match when {
            When::ToBeTold => self.say(key::WHEN_TO_BE_TOLD),
            When::Day(on) => self.text(key::WHEN_DAY, &[("date", (&day(on)).into())]),
            When::At(at) => self.date_and_time_seen(at, Some(today)),
            When::Window { day: on, from, to } => {
                let (from, to) = (self.time(from), self.time(to));
                let gaps = [("date", &day(on)), ("from", &from), ("to", &to)];
                self.text(key::WHEN_WINDOW, &gaps.map(|(name, text)| (name, text.into())))
            }
        }
    }

    /// When a reminder comes, in words.
    #[must_use]
    pub fn lead(&self, lead: Lead) -> String {
        match lead {
            Lead::Week => self.say(key::LEAD_WEEK),
            Lead::Day => self.say(key::LEAD_DAY),
            Lead::Morning => self.say(key::LEAD_MORNING),
            Lead::Leave(_) => self.say(key::LEAD_LEAVE),
            Lead::Minutes(minutes) => self.text(key::LEAD_MINUTES, &[("minutes", minutes.into())]),
            Lead::At(_) => self.say(key::LEAD_AT),
        }
    }

    /// The neutral cover texts, to choose from. The first stands in where she chose none.
    #[must_use]
    pub fn covers(&self) -> Vec<String> {
        COVERS.iter().map(|&cover| self.say(cover)).collect()
    }
}

const COVERS: [Key; 5] =
    [key::COVER_WATER, key::COVER_LIST, key::COVER_CALL, key::COVER_SHOP, key::COVER_BIN];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Pack;

    #[test]
    fn a_time_is_said_as_far_as_it_is_known() {
        let words = Words::new(Pack::Plain, "en");
        let day = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
        let today = day.and_hms_opt(0, 0, 0).unwrap();
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        let said = |when| words.when(when, today);
        assert_eq!(said(When::ToBeTold), "The day is not known yet");
        assert_eq!(said(When::Day(day)), "Some time on Tuesday 1 December");
        assert_eq!(said(When::At(day.and_time(time(9)))), "Tuesday 1 December, 9:00 in the morning");
        assert_eq!(
            said(When::Window { day, from: time(8), to: time(13) }),
            "Tuesday 1 December, between 8:00 in the morning and 1:00 in the afternoon"
        );
        let next_year = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        assert_eq!(said(When::Day(next_year)), "Some time on Friday 1 January 2027");
    }
}
