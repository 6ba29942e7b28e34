//! That an event of a calendar file comes again: its rule, the days that are added or left out, and the single ones
//! that are at another time.

use chrono::{Days, NaiveDate, NaiveTime, Timelike};

use super::Entry;
use super::property::Stamp;
use super::read::Component;
use super::zone::{Zoned, Zones};
use crate::error::{Error, Result, Thing};
use crate::order;
use crate::time::Zone;
use crate::visits::occurrence::checked_rule;
use crate::visits::repeat::{Moved, Repeat};
use crate::visits::visit::{Status, Visit};
use crate::visits::when::When;

/// How many days of an event may be added, left out or moved, each.
const MOST_DAYS: usize = 5_000;
/// A rule of the first day alone, for what comes again only on the days that are added.
const ONCE: &str = "FREQ=DAILY;COUNT=1";

const NOT_UNDERSTOOD: Error = Error::NotUnderstood { what: Thing::Repeat };

/// How an event comes again, if it does. `visit` tells its first time and zone.
///
/// # Errors
/// [`Error::NotUnderstood`] for a rule that is none of days, for more than one, and for more than [`MOST_DAYS`].
pub(super) fn of(part: &Component, begin: Zoned, visit: &Visit, zones: &mut Zones) -> Result<Option<Repeat>> {
    let Some(first) = visit.when.day() else { return Ok(None) };
    let mut rules = part.all("RRULE");
    let rule = rules.next().map(|rule| rule_of(&rule.value, begin, first, visit.zone)).transpose()?;
    if rules.next().is_some() || part.first("EXRULE").is_some() {
        return Err(NOT_UNDERSTOOD);
    }
    let added = times_of(part, "RDATE", zones)?;
    if rule.is_none() && added.is_empty() {
        return Ok(None);
    }
    let mut repeat = Repeat { rule: rule.unwrap_or_else(|| ONCE.to_owned()), ..Repeat::default() };
    for time in added {
        let stamp = time.in_zone(visit.zone);
        repeat.added.push(stamp.day());
        let when = when_of(stamp, visit.when);
        if when != visit.when.on(stamp.day()) {
            repeat.moved.push(Moved { day: stamp.day(), when });
        }
    }
    let left_out = times_of(part, "EXDATE", zones)?;
    repeat.skipped = left_out.into_iter().map(|time| time.in_zone(visit.zone).day()).collect();
    Ok(Some(repeat))
}

/// Puts a single visit into the one that comes again. Whether that has such single ones, and room for it.
pub(super) fn put_into(whole: &mut Visit, single: &Entry) -> bool {
    let zone = whole.zone;
    let (Some(repeat), Some(day)) = (whole.repeat.as_mut(), single.day) else { return false };
    if repeat.skipped.len().max(repeat.moved.len()) >= MOST_DAYS {
        return false;
    }
    repeat.moved.retain(|moved| moved.day != day);
    repeat.skipped.retain(|skipped| *skipped != day);
    if single.visit.status == Status::CalledOff {
        repeat.skipped.push(day);
    } else {
        repeat.moved.push(Moved { day, when: in_zone(&single.visit, zone) });
    }
    true
}

/// Sorts the days, each once.
pub(super) fn put_in_order(visit: &mut Visit) {
    let Some(repeat) = visit.repeat.as_mut() else { return };
    for days in [&mut repeat.added, &mut repeat.skipped] {
        order::sort_once(days);
    }
    order::sort_once_by_key(&mut repeat.moved, |moved| moved.day);
}

/// When a visit is, on the clocks of another zone.
pub(super) fn in_zone(visit: &Visit, zone: Zone) -> When {
    if visit.zone == zone {
        return visit.when;
    }
    let Some(start) = visit.when.start() else { return visit.when };
    let there = |at| Zoned { stamp: Stamp::Local(at), zone: visit.zone }.in_zone(zone);
    match (visit.when, there(start), visit.when.last().map(there)) {
        (When::Window { .. }, Stamp::Local(from), Some(Stamp::Local(to))) if from.date() == to.date() => {
            When::Window { day: from.date(), from: from.time(), to: to.time() }
        }
        (_, stamp, _) => when_of(stamp, When::At(start)),
    }
}

/// A time that was added or moved: a window stays as long as it was only if it begins as the others do.
fn when_of(stamp: Stamp, usual: When) -> When {
    match (stamp, usual) {
        (Stamp::Day(day), _) => usual.on(day),
        (Stamp::Local(at) | Stamp::Utc(at), When::Window { from, .. })
            if to_the_minute(at.time()) == from =>
        {
            usual.on(at.date())
        }
        (Stamp::Local(at) | Stamp::Utc(at), When::Day(_)) => When::Day(at.date()),
        (Stamp::Local(at) | Stamp::Utc(at), _) => When::At(at.date().and_time(to_the_minute(at.time()))),
    }
}

fn to_the_minute(time: NaiveTime) -> NaiveTime {
    time.with_second(0).unwrap_or(time)
}

/// All times of a property that may be there more than once.
fn times_of(part: &Component, name: &str, zones: &mut Zones) -> Result<Vec<Zoned>> {
    let mut times = Vec::new();
    for property in part.all(name) {
        for time in zones.times(property) {
            times.push(time.ok_or(NOT_UNDERSTOOD)?);
            if times.len() > MOST_DAYS {
                return Err(NOT_UNDERSTOOD);
            }
        }
    }
    Ok(times)
}

/// The rule as the core keeps it: its end a day of the visit's zone, and without a time of day that is the visit's own.
fn rule_of(text: &str, begin: Zoned, first: NaiveDate, zone: Zone) -> Result<String> {
    let time = match begin.in_zone(zone) {
        Stamp::Day(_) => NaiveTime::MIN,
        Stamp::Local(at) | Stamp::Utc(at) => at.time(),
    };
    let mut kept = Vec::new();
    for part in text.trim().split(';') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let own = |number: u32| value.trim().parse() == Ok(number);
        match name.trim().to_ascii_uppercase().as_str() {
            "UNTIL" => {
                let until = Stamp::parse(value).ok_or(NOT_UNDERSTOOD)?;
                let day = last_of(Zoned { stamp: until, zone }.in_zone(zone), time).max(first);
                kept.push(format!("UNTIL={}", day.format("%Y%m%d")));
            }
            "BYHOUR" if own(time.hour()) => {}
            "BYMINUTE" if own(time.minute()) => {}
            "BYSECOND" if own(time.second()) => {}
            _ => kept.push(part.to_owned()),
        }
    }
    checked_rule(&kept.join(";"), first)
}

/// The last day whose `time` is not after an end.
fn last_of(until: Stamp, time: NaiveTime) -> NaiveDate {
    match until {
        Stamp::Day(day) => day,
        Stamp::Local(at) | Stamp::Utc(at) if at.time() >= time => at.date(),
        Stamp::Local(at) | Stamp::Utc(at) => at.date().checked_sub_days(Days::new(1)).unwrap_or(at.date()),
    }
}
