//! Moments and zones. A note keeps a moment in UTC and the zone it was written in; what a clock on
//! the wall showed is worked out at use.

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Timelike, Utc};
use jiff::Timestamp;
use jiff::civil;
use jiff::tz::{AmbiguousOffset, TimeZone};

use crate::error::{Error, Result, Thing};
use crate::zones;

/// A moment: milliseconds since 1970-01-01T00:00:00Z, below zero before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(pub i64);

/// A time zone of the IANA database that is compiled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Zone(&'static str);

/// A clock on the wall in a zone.
#[derive(Clone)]
pub struct Clock(TimeZone);

/// The first moment taken: 0001-01-01T00:00:00Z.
pub const EARLIEST: Moment = Moment(-62_135_596_800_000);
/// The last moment taken: 9999-12-31T23:59:59.999Z.
pub const LATEST: Moment = Moment(253_402_300_799_999);

/// A change of a zone's clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockChange {
    /// When it comes.
    pub at: Moment,
    /// How far the clocks are ahead of UTC before it, in seconds.
    pub before: i32,
    /// The same after it.
    pub after: i32,
    /// Whether summer time begins.
    pub summer: bool,
    /// What the time is called after it, such as `BST`.
    pub name: String,
}

/// No more changes of clocks than this are told at once: two a year for two hundred years.
const MOST_CHANGES: usize = 400;

const NOT_A_DATE: Error = Error::NotUnderstood { what: Thing::Date };

impl Moment {
    /// Reads an RFC 3339 moment such as `1660-01-16T22:35:00Z`.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] for other text, and for years outside 1 to 9999.
    pub fn parse(text: &str) -> Result<Self> {
        let at = DateTime::parse_from_rfc3339(text.trim()).map_err(|_| NOT_A_DATE)?;
        Self(at.timestamp_millis()).checked()
    }

    /// The same moment if its year is between 1 and 9999.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] otherwise.
    pub fn checked(self) -> Result<Self> {
        if (EARLIEST..=LATEST).contains(&self) { Ok(self) } else { Err(NOT_A_DATE) }
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0.clamp(EARLIEST.0, LATEST.0)).unwrap_or_default()
    }

    /// RFC 3339 in UTC, to the millisecond only where there is one: `1660-01-16T22:35:00Z`.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        self.utc().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
    }

    /// What a clock on the wall in `zone` showed.
    #[must_use]
    pub fn local(self, zone: Zone) -> NaiveDateTime {
        zone.clock().local(self)
    }
}

impl Zone {
    /// UTC.
    pub const UTC: Zone = Zone("UTC");

    /// Finds a zone by its IANA name, such as `Europe/London`.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] for an unknown name.
    pub fn parse(name: &str) -> Result<Self> {
        zones::find(name).map(Zone).ok_or(Error::NotUnderstood { what: Thing::Zone })
    }

    /// The zone of what was written down. A name that this build's database does not know (a newer phone wrote it) reads as
    /// UTC: the moment itself stays right.
    #[must_use]
    pub fn written(name: &str) -> Self {
        zones::find(name).map_or(Zone::UTC, Zone)
    }

    /// The IANA name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0
    }

    /// Its clock, for whoever asks it often: the rules are looked up once.
    #[must_use]
    pub fn clock(self) -> Clock {
        Clock(zones::rules(self.0))
    }

    /// The changes of its clocks from the one before `from` to `to`, in order. The first tells how they stood at
    /// `from`: if there was never a change before it, it changes nothing and is at `from` itself.
    #[must_use]
    pub fn clock_changes(self, from: Moment, to: Moment) -> Vec<ClockChange> {
        let rules = self.clock().0;
        let stamp = |at: Moment| Timestamp::from_millisecond(at.0).unwrap_or(Timestamp::MAX);
        let at_first =
            rules.preceding(stamp(from)).next().map_or_else(|| stamp(from), |change| change.timestamp());
        let info = rules.to_offset_info(at_first);
        let mut changes = vec![ClockChange {
            at: Moment(at_first.as_millisecond()),
            before: offset_before(&rules, at_first),
            after: info.offset().seconds(),
            summer: info.dst().is_dst(),
            name: info.abbreviation().to_owned(),
        }];
        let later = rules.following(at_first).take_while(|change| change.timestamp() <= stamp(to));
        for change in later.take(MOST_CHANGES) {
            let before = changes.last().map_or(0, |last| last.after);
            changes.push(ClockChange {
                at: Moment(change.timestamp().as_millisecond()),
                before,
                after: change.offset().seconds(),
                summer: change.dst().is_dst(),
                name: change.abbreviation().to_owned(),
            });
        }
        changes
    }

    /// The moment at which a clock in this zone showed `local`. In the hour that comes twice it is the
    /// first; in the hour that is skipped it is as much later as the clock jumped, as RFC 5545 has it.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] for years outside 1 to 9999.
    pub fn moment_of(self, local: NaiveDateTime) -> Result<Moment> {
        self.clock().moment_of(local)
    }
}

impl Clock {
    /// What it showed at a moment.
    #[must_use]
    pub fn local(&self, at: Moment) -> NaiveDateTime {
        let utc = at.utc().naive_utc();
        // jiff's own moments end a day before our last.
        let at = Timestamp::from_millisecond(utc.and_utc().timestamp_millis()).unwrap_or(Timestamp::MAX);
        let seconds = self.0.to_offset(at).seconds();
        utc.checked_add_signed(TimeDelta::seconds(seconds.into())).unwrap_or(utc)
    }

    /// The moment at which it showed `local`: as [`Zone::moment_of`].
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] for years outside 1 to 9999.
    pub fn moment_of(&self, local: NaiveDateTime) -> Result<Moment> {
        let civil = civil_time(local).map_err(|_| NOT_A_DATE)?;
        let offset = match self.0.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } => offset,
            AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before,
        };
        let utc = local.checked_sub_signed(TimeDelta::seconds(offset.seconds().into())).ok_or(NOT_A_DATE)?;
        Moment(utc.and_utc().timestamp_millis()).checked()
    }
}

/// Leaves nothing of which zones were asked for: read ones are kept, for all of the process.
pub fn forget_zones() {
    zones::forget();
}

fn offset_before(rules: &TimeZone, at: Timestamp) -> i32 {
    let just_before = Timestamp::from_millisecond(at.as_millisecond() - 1).unwrap_or(at);
    rules.to_offset(just_before).seconds()
}

fn civil_time(local: NaiveDateTime) -> std::result::Result<civil::DateTime, jiff::Error> {
    let small = |number: u32| i8::try_from(number).unwrap_or(i8::MAX);
    // chrono tells a leap second as a second that is longer than one.
    let nanoseconds = i32::try_from(local.nanosecond().min(999_999_999)).unwrap_or(0);
    civil::DateTime::new(
        i16::try_from(local.year()).unwrap_or(i16::MAX),
        small(local.month()),
        small(local.day()),
        small(local.hour()),
        small(local.minute()),
        small(local.second()),
        nanoseconds,
    )
}

impl std::fmt::Display for Zone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// What a clock on the wall showed, as JSON has it: `2026-11-22T10:00:00`.
#[must_use]
pub fn local_text(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M:%S").to_string()
}

impl rusqlite::ToSql for Moment {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl rusqlite::types::FromSql for Moment {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        i64::column_result(value).map(Self)
    }
}

impl rusqlite::ToSql for Zone {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(rusqlite::types::ToSqlOutput::from(self.name()))
    }
}

impl rusqlite::types::FromSql for Zone {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        value.as_str().map(Zone::written)
    }
}

impl serde::Serialize for Zone {
    fn serialize<S: serde::Serializer>(&self, out: S) -> std::result::Result<S::Ok, S::Error> {
        out.serialize_str(self.name())
    }
}

impl<'de> serde::Deserialize<'de> for Zone {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> std::result::Result<Self, D::Error> {
        Ok(Zone::written(&String::deserialize(input)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S").unwrap()
    }

    #[test]
    fn london_in_1660_is_a_minute_and_a_quarter_behind() {
        let at = Moment::parse("1660-01-16T22:35:00Z").unwrap();
        let london = Zone::parse("Europe/London").unwrap();
        assert_eq!(local_text(at.local(london)), "1660-01-16T22:33:45");
        assert_eq!(at.to_rfc3339(), "1660-01-16T22:35:00Z");
    }

    #[test]
    fn skipped_hour_moves_on_and_double_hour_is_the_first() {
        let london = Zone::parse("Europe/London").unwrap();
        let gap = london.moment_of(local("2026-03-29T01:30:00")).unwrap();
        assert_eq!(local_text(gap.local(london)), "2026-03-29T02:30:00");
        let twice = london.moment_of(local("2026-10-25T01:30:00")).unwrap();
        assert_eq!(twice.to_rfc3339(), "2026-10-25T00:30:00Z");
    }

    #[test]
    fn the_changes_of_a_year_begin_with_the_one_before() {
        let london = Zone::parse("Europe/London").unwrap();
        let at = |text| Moment::parse(text).unwrap();
        let changes = london.clock_changes(at("2026-01-01T00:00:00Z"), at("2026-12-31T00:00:00Z"));
        let seen: Vec<_> = changes.iter().map(|one| (one.at.to_rfc3339(), one.before, one.after)).collect();
        let expected = [
            ("2025-10-26T01:00:00Z", 3600, 0),
            ("2026-03-29T01:00:00Z", 0, 3600),
            ("2026-10-25T01:00:00Z", 3600, 0),
        ];
        assert_eq!(seen, expected.map(|(at, before, after)| (at.to_owned(), before, after)));
        let names: Vec<&str> = changes.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["GMT", "BST", "GMT"]);
        let utc = Zone::UTC.clock_changes(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z"));
        assert_eq!(utc.iter().map(|one| (one.before, one.after)).collect::<Vec<_>>(), [(0, 0)]);
    }

    #[test]
    fn the_first_and_the_last_moment_can_be_told_anywhere() {
        for name in ["UTC", "America/New_York", "Pacific/Honolulu"] {
            let zone = Zone::parse(name).unwrap();
            assert_eq!(zone.moment_of(LATEST.local(zone)), Ok(LATEST));
        }
        let tokyo = Zone::parse("Asia/Tokyo").unwrap();
        assert_eq!(tokyo.moment_of(EARLIEST.local(tokyo)), Ok(EARLIEST));
        assert_eq!(local_text(LATEST.local(tokyo)), "+10000-01-01T08:59:59");
    }

    #[test]
    fn years_out_of_range_are_refused() {
        assert!(Moment(i64::MAX).checked().is_err());
        assert!(Moment(i64::MIN).checked().is_err());
        assert_eq!(Moment(i64::MIN).to_rfc3339(), "0001-01-01T00:00:00Z");
    }
}
