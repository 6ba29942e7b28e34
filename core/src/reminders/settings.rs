//! When she wants to be left alone, and when her morning begins.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, Thing};
use crate::time::{Clock, Moment};

const KEY: &str = "reminders";

/// How often a step back may end in quiet hours again: once where a clock was set back, once more where a day's open
/// minutes are all in the hour that is skipped.
const STEPS: usize = 8;

const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// What she has set for all reminders of this notebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// From when to when nothing comes, on the phone's clocks: the first minute of quiet, and the first one after it.
    /// May run over midnight.
    pub quiet: Option<(NaiveTime, NaiveTime)>,
    /// When a reminder "in the morning" comes.
    pub morning: NaiveTime,
}

impl Default for Settings {
    /// Quiet from 21:00 to 7:30, morning at 8:00.
    fn default() -> Self {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        Self { quiet: Some((time(21, 0), time(7, 30))), morning: time(8, 0) }
    }
}

impl Settings {
    /// The same to the minute. Quiet hours that end where they begin are none.
    #[must_use]
    pub fn checked(self) -> Self {
        let minute =
            |time: NaiveTime| NaiveTime::from_hms_opt(time.hour(), time.minute(), 0).unwrap_or_default();
        let quiet = self.quiet.map(|(from, to)| (minute(from), minute(to))).filter(|(from, to)| from != to);
        Self { quiet, morning: minute(self.morning) }
    }

    /// The moment itself if it is outside the quiet hours on the phone's `clock`, else one before them: the minute before
    /// they begin, or an earlier one where clocks change in between. `None` if there is none.
    #[must_use]
    pub fn before_quiet(&self, at: Moment, clock: &Clock) -> Option<Moment> {
        let mut at = at;
        for _ in 0..STEPS {
            let Some(since) = self.quiet_since(clock.local(at)) else {
                return at.checked().ok();
            };
            at = Moment(at.0.saturating_sub((since + MINUTE).num_milliseconds()));
        }
        None
    }

    /// How far the hands have gone since quiet began; `None` outside quiet hours.
    fn quiet_since(&self, local: NaiveDateTime) -> Option<TimeDelta> {
        let (from, to) = self.quiet?;
        let time = local.time();
        let is_quiet = if from <= to { (from..to).contains(&time) } else { time >= from || time < to };
        let since = time.signed_duration_since(from);
        let since = if time >= from { since } else { since + TimeDelta::days(1) };
        is_quiet.then_some(since)
    }
}

/// What she has set. Values that this version does not understand read as those she starts with.
///
/// # Errors
/// Those of the engine.
pub fn load(conn: &Connection) -> Result<Settings> {
    let mut select = conn.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
    let value: Option<String> = select.query_row([KEY], |row| row.get(0)).optional()?;
    let read = value.and_then(|value| serde_json::from_str::<Settings>(&value).ok());
    Ok(read.unwrap_or_default().checked())
}

/// Keeps what she has set, to the minute. Writes nothing if nothing changed.
///
/// # Errors
/// [`Error::NoSpace`] and the like.
pub fn save(tx: &Transaction<'_>, settings: &Settings) -> Result<()> {
    let no_setting = |_| Error::NotUnderstood { what: Thing::Setting };
    let value = serde_json::to_string(&settings.checked()).map_err(no_setting)?;
    let mut upsert = tx.prepare_cached(
        "INSERT INTO setting (key, value) VALUES (?1, ?2)
         ON CONFLICT (key) DO UPDATE SET value = ?2, version = version + 1 WHERE value <> ?2",
    )?;
    upsert.execute((KEY, value))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::migrate;
    use crate::time::{Zone, local_text};

    fn time(text: &str) -> NaiveTime {
        NaiveTime::parse_from_str(text, "%H:%M").unwrap()
    }

    fn quiet(from: &str, to: &str) -> Settings {
        Settings { quiet: Some((time(from), time(to))), ..Settings::default() }
    }

    #[test]
    fn what_she_set_is_there_again_and_the_rest_is_as_at_first() {
        let mut conn = Connection::open_in_memory().unwrap();
        let set = Settings { quiet: None, morning: time("06:45") };
        let tx = conn.transaction().unwrap();
        migrate::run(&tx).unwrap();
        assert_eq!(load(&tx).unwrap(), Settings::default());
        save(&tx, &set).unwrap();
        tx.commit().unwrap();
        assert_eq!(load(&conn).unwrap(), set);
        conn.execute("UPDATE setting SET value = '{\"quiet\":[\"noon\"]}'", []).unwrap();
        assert_eq!(load(&conn).unwrap(), Settings::default());
    }

    #[test]
    fn quiet_hours_are_left_by_the_minute_before_them() {
        let cases = [
            // London: hours of quiet, a time on its clocks, and the time before quiet.
            ("21:00", "07:30", "2026-11-27T06:00:00", "2026-11-26T20:59:00"),
            ("21:00", "07:30", "2026-11-27T21:00:00", "2026-11-27T20:59:00"),
            ("21:00", "07:30", "2026-11-27T07:30:00", "2026-11-27T07:30:00"),
            ("21:00", "07:30", "2026-11-27T20:59:00", "2026-11-27T20:59:00"),
            ("13:00", "14:00", "2026-11-27T13:40:00", "2026-11-27T12:59:00"),
            ("13:00", "13:00", "2026-11-27T13:00:00", "2026-11-27T13:00:00"),
            // The hour from 1:00 to 2:00 is skipped: an hour earlier than it must be.
            ("21:00", "07:30", "2026-03-29T06:00:00", "2026-03-28T19:59:00"),
            ("01:30", "07:30", "2026-03-29T02:10:00", "2026-03-29T00:29:00"),
            // The hour from 1:00 to 2:00 comes twice.
            ("21:00", "07:30", "2026-10-25T06:00:00", "2026-10-24T20:59:00"),
            ("01:30", "07:30", "2026-10-25T02:10:00", "2026-10-25T01:29:00"),
            // Open for a minute of each day.
            ("07:00", "06:59", "2026-11-27T06:58:00", "2026-11-26T06:59:00"),
        ];
        let london = Zone::parse("Europe/London").unwrap();
        for (from, to, at, before) in cases {
            let local = NaiveDateTime::parse_from_str(at, "%Y-%m-%dT%H:%M:%S").unwrap();
            let moment = london.moment_of(local).unwrap();
            let settings = quiet(from, to).checked();
            let found = settings.before_quiet(moment, &london.clock()).unwrap();
            assert_eq!(local_text(found.local(london)), before, "{from} to {to} at {at}");
        }
    }

    #[test]
    fn a_day_that_a_zone_skips_is_skipped_here_too() {
        let apia = Zone::parse("Pacific/Apia").unwrap();
        let local = NaiveDateTime::parse_from_str("2011-12-31T03:00:00", "%Y-%m-%dT%H:%M:%S").unwrap();
        let before = Settings::default().before_quiet(apia.moment_of(local).unwrap(), &apia.clock()).unwrap();
        assert_eq!(local_text(before.local(apia)), "2011-12-29T20:59:00");
    }
}
