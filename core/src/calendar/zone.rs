//! Whose clocks a calendar file means: a zone of the IANA database under its own name, under one with something before
//! it, under Outlook's name, or one that the file describes itself (`VTIMEZONE`). A described one is taken for a zone of
//! the database if both show the same through a year, else its times are converted by what it describes.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::property::{Property, Stamp, numbers};
use super::read::Component;
use crate::order;
use crate::time::{Moment, Zone};
use crate::visits::rule::Rule;

/// How many descriptions of a file are looked at.
const MOST_DESCRIBED: usize = 100;
/// How many of them are worked out: more are unknown zones.
const MOST_WORKED_OUT: usize = 8;
/// How many changes of clocks a description may list, and how many of them may come again.
const MOST_ONSETS: usize = 500;
const MOST_RULES: usize = 8;
/// How many times are converted by a description: more are of unknown zones.
const MOST_CONVERTED: usize = 2_000;

/// The zones of a file.
pub(super) struct Zones {
    /// Where she is: of times without a zone, and for those that have to be converted.
    here: Zone,
    described: Vec<(String, Component)>,
    /// Those that were asked for.
    known: Vec<(String, Option<Clock>)>,
    converted: usize,
}

/// Whose clocks.
#[derive(Clone)]
enum Clock {
    Of(Zone),
    Described(Box<Description>),
}

/// A time and whose clocks show it.
#[derive(Clone, Copy)]
pub(super) struct Zoned {
    /// The time.
    pub stamp: Stamp,
    /// The zone.
    pub zone: Zone,
}

impl Zoned {
    /// What the clocks of a zone show then. A day is the same day everywhere.
    pub(super) fn in_zone(self, zone: Zone) -> Stamp {
        let (at, own) = match self.stamp {
            Stamp::Day(_) => return self.stamp,
            Stamp::Local(at) => (at, self.zone),
            Stamp::Utc(at) => (at, Zone::UTC),
        };
        if own == zone {
            return Stamp::Local(at);
        }
        own.moment_of(at).map_or(Stamp::Local(at), |moment| Stamp::Local(moment.local(zone)))
    }
}

impl Zones {
    /// Those that a file describes.
    pub(super) fn new(here: Zone) -> Self {
        Self { here, described: Vec::new(), known: Vec::new(), converted: 0 }
    }

    /// Takes a description in.
    pub(super) fn add(&mut self, description: Component) {
        if self.described.len() < MOST_DESCRIBED
            && let Some(name) = description.value("TZID")
        {
            self.described.push((name.to_owned(), description));
        }
    }

    /// The times of a property, one after the other: none in the place of one that is not understood, or told by clocks
    /// that are not known.
    pub(super) fn times<'a>(
        &'a mut self,
        property: &'a Property,
    ) -> impl Iterator<Item = Option<Zoned>> + 'a {
        property.value.split(',').map(|text| self.time(Stamp::parse(text)?, property.parameter("TZID")))
    }

    fn time(&mut self, stamp: Stamp, name: Option<&str>) -> Option<Zoned> {
        let (Stamp::Local(at), Some(name)) = (stamp, name) else {
            return Some(Zoned { stamp, zone: self.here });
        };
        let here = self.here;
        match self.clock(name, at)? {
            Clock::Of(zone) => Some(Zoned { stamp, zone: *zone }),
            Clock::Described(description) => {
                let utc = at.checked_sub_signed(TimeDelta::seconds(description.offset(at).into()))?;
                self.converted += 1;
                let there = Zoned { stamp: Stamp::Utc(utc), zone: here };
                (self.converted <= MOST_CONVERTED).then(|| Zoned { stamp: there.in_zone(here), zone: here })
            }
        }
    }

    /// The clock of a name; `at` is a time of which it was asked first.
    fn clock(&mut self, name: &str, at: NaiveDateTime) -> Option<&Clock> {
        let place = self.known.iter().position(|(known, _)| known == name);
        let place = match place {
            Some(place) => place,
            None if self.known.len() < MOST_DESCRIBED => {
                let clock = self.find(name, at);
                self.known.push((name.to_owned(), clock));
                self.known.len() - 1
            }
            None => return None,
        };
        self.known.get(place)?.1.as_ref()
    }

    fn find(&self, name: &str, at: NaiveDateTime) -> Option<Clock> {
        if let Some(zone) = named(name) {
            return Some(Clock::Of(zone));
        }
        let (_, component) = self.described.iter().find(|(described, _)| described == name)?;
        if let Some(zone) = component.value("X-LIC-LOCATION").and_then(named) {
            return Some(Clock::Of(zone));
        }
        let worked_out = self.known.iter().filter(|(known, _)| named(known).is_none()).count();
        let description = Description::of(component).filter(|_| worked_out < MOST_WORKED_OUT)?;
        let alike = std::iter::once(self.here)
            .chain(WINDOWS.iter().filter_map(|(_, name)| Zone::parse(name).ok()))
            .find(|zone| description.shows_the_same_as(*zone, at.year()));
        Some(alike.map_or_else(|| Clock::Described(Box::new(description)), Clock::Of))
    }
}

/// A zone by a name of the database, with or without something before it, or by Outlook's.
fn named(name: &str) -> Option<Zone> {
    let windows =
        || WINDOWS.iter().find(|(windows, _)| windows.eq_ignore_ascii_case(name)).map(|(_, iana)| *iana);
    let known = |name: &str| Zone::parse(name).ok();
    let with_something_before = || {
        // Names of the database have at most three parts.
        let slashes: Vec<usize> = name.rmatch_indices('/').take(3).map(|(place, _)| place).collect();
        slashes.into_iter().rev().find_map(|place| name.get(place + 1..).and_then(known))
    };
    known(name).or_else(|| windows().and_then(known)).or_else(with_something_before)
}

/// What a file says of a zone itself.
#[derive(Clone)]
struct Description {
    changes: Vec<Change>,
}

/// A change of clocks that it lists.
#[derive(Clone)]
struct Change {
    /// When it first comes, on the clocks before it.
    first: NaiveDateTime,
    /// How it comes again.
    rule: Option<Rule>,
    /// Seconds ahead of UTC, before and after.
    before: i32,
    after: i32,
}

impl Description {
    fn of(component: &Component) -> Option<Self> {
        let mut changes = Vec::new();
        for part in
            component.inside.iter().filter(|part| matches!(part.name.as_str(), "STANDARD" | "DAYLIGHT"))
        {
            let (before, after) =
                (seconds(part.value("TZOFFSETFROM")?)?, seconds(part.value("TZOFFSETTO")?)?);
            let Stamp::Local(first) = Stamp::parse(part.value("DTSTART")?)? else { return None };
            let rule = part.value("RRULE").and_then(|rule| Rule::parse(rule).ok());
            changes.push(Change { first, rule, before, after });
            let more = part.all("RDATE").flat_map(|dates| dates.value.split(',')).filter_map(Stamp::parse);
            changes.extend(more.take(MOST_ONSETS).filter_map(|stamp| match stamp {
                Stamp::Local(first) => Some(Change { first, rule: None, before, after }),
                _ => None,
            }));
        }
        let rules = changes.iter().filter(|change| change.rule.is_some()).count();
        order::sort_by_key(&mut changes, |change| change.first);
        (!changes.is_empty() && changes.len() <= MOST_ONSETS && rules <= MOST_RULES)
            .then_some(Self { changes })
    }

    /// How far its clocks are ahead of UTC when they show `at`, in seconds.
    fn offset(&self, at: NaiveDateTime) -> i32 {
        let latest = self.changes.iter().filter_map(|change| Some((change.latest(at)?, change.after)));
        let before_all = || self.changes.first().map_or(0, |first| first.before);
        latest.max_by_key(|(onset, _)| *onset).map_or_else(before_all, |(_, after)| after)
    }

    /// Whether it shows what a zone shows: at noon of the first, eighth, fifteenth and twenty-second of each month.
    fn shows_the_same_as(&self, zone: Zone, year: i32) -> bool {
        let noon = |month, day| NaiveDate::from_ymd_opt(year, month, day)?.and_hms_opt(12, 0, 0);
        let times =
            (1..=12).flat_map(|month| [1, 8, 15, 22].into_iter().filter_map(move |day| noon(month, day)));
        times.into_iter().all(|at| {
            let moment = at.and_utc().timestamp_millis() - i64::from(self.offset(at)) * 1_000;
            zone.moment_of(at) == Ok(Moment(moment))
        })
    }
}

impl Change {
    /// The last time that it came, at `at` or before.
    fn latest(&self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        let first = Some(self.first).filter(|first| *first <= at);
        let rule = self.rule.as_ref().filter(|_| first.is_some());
        let by_rule = rule.and_then(|rule| {
            // Clocks change once a year at least, if at all: two years hold the last time.
            let from = at.date().checked_sub_days(Days::new(732))?;
            let days = rule.days(self.first.date(), from, at.date());
            days.into_iter().rev().map(|day| day.and_time(self.first.time())).find(|onset| *onset <= at)
        });
        by_rule.or(first)
    }
}

/// `+HHMM` or `+HHMMSS`, less than a day.
fn seconds(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let [hours, minutes, seconds] = match numbers(digits, [2, 2]) {
        Some([hours, minutes]) => [hours, minutes, 0],
        None => numbers(digits, [2, 2, 2])?,
    };
    let all = i32::try_from(hours * 3600 + minutes * 60 + seconds).ok()?;
    (hours < 24).then_some(sign * all)
}

/// Outlook's names of zones, and those of the database (Unicode CLDR, `windowsZones`), the likeliest first.
const WINDOWS: [(&str, &str); 42] = [
    ("GMT Standard Time", "Europe/London"),
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Romance Standard Time", "Europe/Paris"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("E. Europe Standard Time", "Europe/Chisinau"),
    ("FLE Standard Time", "Europe/Kyiv"),
    ("GTB Standard Time", "Europe/Bucharest"),
    ("Greenwich Standard Time", "Atlantic/Reykjavik"),
    ("Turkey Standard Time", "Europe/Istanbul"),
    ("Russian Standard Time", "Europe/Moscow"),
    ("UTC", "UTC"),
    ("Coordinated Universal Time", "UTC"),
    ("Eastern Standard Time", "America/New_York"),
    ("Central Standard Time", "America/Chicago"),
    ("Mountain Standard Time", "America/Denver"),
    ("US Mountain Standard Time", "America/Phoenix"),
    ("Pacific Standard Time", "America/Los_Angeles"),
    ("Alaskan Standard Time", "America/Anchorage"),
    ("Hawaiian Standard Time", "Pacific/Honolulu"),
    ("Atlantic Standard Time", "America/Halifax"),
    ("Newfoundland Standard Time", "America/St_Johns"),
    ("E. South America Standard Time", "America/Sao_Paulo"),
    ("Argentina Standard Time", "America/Argentina/Buenos_Aires"),
    ("SA Pacific Standard Time", "America/Bogota"),
    ("Morocco Standard Time", "Africa/Casablanca"),
    ("W. Central Africa Standard Time", "Africa/Lagos"),
    ("South Africa Standard Time", "Africa/Johannesburg"),
    ("Egypt Standard Time", "Africa/Cairo"),
    ("E. Africa Standard Time", "Africa/Nairobi"),
    ("Israel Standard Time", "Asia/Jerusalem"),
    ("Arab Standard Time", "Asia/Riyadh"),
    ("Arabian Standard Time", "Asia/Dubai"),
    ("Iran Standard Time", "Asia/Tehran"),
    ("Pakistan Standard Time", "Asia/Karachi"),
    ("India Standard Time", "Asia/Kolkata"),
    ("Bangladesh Standard Time", "Asia/Dhaka"),
    ("SE Asia Standard Time", "Asia/Bangkok"),
    ("China Standard Time", "Asia/Shanghai"),
    ("Tokyo Standard Time", "Asia/Tokyo"),
    ("AUS Eastern Standard Time", "Australia/Sydney"),
    ("New Zealand Standard Time", "Pacific/Auckland"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_known_by_the_names_that_programs_give_them() {
        for (name, zone) in [
            ("Europe/London", "Europe/London"),
            ("gmt standard time", "Europe/London"),
            ("/freeassociation.sourceforge.net/Europe/London", "Europe/London"),
            ("/mozilla.org/20050126_1/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ] {
            assert_eq!(named(name).map(Zone::name), Some(zone), "{name}");
        }
        assert_eq!(named("Customized Time Zone"), None);
    }

    #[test]
    fn each_of_outlooks_zones_is_in_the_database() {
        for (windows, name) in WINDOWS {
            assert!(Zone::parse(name).is_ok(), "{windows}");
        }
    }

    #[test]
    fn offsets_are_read() {
        for (text, expected) in [
            ("+0100", Some(3600)),
            ("-0330", Some(-12_600)),
            ("-000115", Some(-75)),
            ("0000", Some(0)),
            ("+9900", None),
            ("", None),
            ("++100", None),
        ] {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }
}
