//! Visits as a calendar file, out.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::WINDOW;
use super::lines::{escape, push_folded};
use crate::order;
use crate::time::{ClockChange, Moment, Zone};
use crate::visits::occurrence::last_day;
use crate::visits::repeat::Repeat;
use crate::visits::rule::Rule;
use crate::visits::visit::{Status, Visit};
use crate::visits::when::When;

/// For how many years a file tells the changes of clocks, of visits that never end.
const YEARS_TOLD: i32 = 30;

/// How much of a visit a file shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Show {
    /// When it is, under a title that says nothing.
    Neutral,
    /// Its title, place, notes, whom she sees and how to reach them too.
    Whole,
}

/// How a file is written.
pub struct Writing<'a> {
    /// How much it shows.
    pub show: Show,
    /// The title that says nothing, of the pack's words; also of a visit that has none.
    pub title: &'a str,
    /// What wrote it, as the brand is called.
    pub product: &'a str,
    /// Now.
    pub made: Moment,
}

/// A file that was written.
pub struct Written {
    /// Its text.
    pub text: String,
    /// How many visits are not in it, as their day is still to be told.
    pub left_out: usize,
}

/// Writes a calendar file. Each visit comes with its UID, which is the same in each file of that visit and tells
/// nothing; the caller makes and keeps it. Her plan, reminders and what she put down later are never in it.
#[must_use]
pub fn write(visits: &[(String, &Visit)], how: &Writing<'_>) -> Written {
    let told: Vec<_> = visits.iter().filter(|(_, visit)| visit.when.day().is_some()).collect();
    let mut file = File { text: String::new(), how };
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line(&format!("PRODID:-//{}//", escape(how.product)));
    file.line("CALSCALE:GREGORIAN");
    zones_of(&told, how.made).into_iter().for_each(|(zone, from, to)| file.zone(zone, from, to));
    told.iter().for_each(|(uid, visit)| file.visit(uid, visit));
    file.line("END:VCALENDAR");
    Written { text: file.text, left_out: visits.len() - told.len() }
}

/// The zones whose clocks are needed, and from when to when.
fn zones_of(visits: &[&(String, &Visit)], made: Moment) -> Vec<(Zone, i32, i32)> {
    let mut zones: Vec<(Zone, i32, i32)> = Vec::new();
    let this_year = made.local(Zone::UTC).year();
    for (_, visit) in visits {
        let Some(first) = visit.when.start().map(|at| at.year()).filter(|_| visit.zone != Zone::UTC) else {
            continue;
        };
        let moved = visit.repeat.iter().flat_map(|repeat| &repeat.moved).filter_map(|moved| moved.when.day());
        let first = moved.map(|day| day.year()).min().map_or(first, |moved| moved.min(first));
        let last = last_day(visit).map_or(first.max(this_year) + YEARS_TOLD, |day| day.year());
        match zones.iter_mut().find(|(zone, ..)| *zone == visit.zone) {
            Some((_, from, to)) => (*from, *to) = ((*from).min(first), (*to).max(last)),
            None => zones.push((visit.zone, first, last)),
        }
    }
    zones
}

/// A file as it grows.
struct File<'a> {
    text: String,
    how: &'a Writing<'a>,
}

impl File<'_> {
    fn line(&mut self, line: &str) {
        push_folded(&mut self.text, line);
    }

    /// A text, if there is one.
    fn words(&mut self, name: &str, text: &str) {
        if !text.trim().is_empty() {
            self.line(&format!("{name}:{}", escape(text.trim())));
        }
    }

    /// The changes of a zone's clocks from one year to another, those that are alike together.
    fn zone(&mut self, zone: Zone, from: i32, to: i32) {
        let edge = |year, month, day| {
            let edge = NaiveDate::from_ymd_opt(year, month, day).and_then(|day| day.and_hms_opt(0, 0, 0));
            Moment(edge.unwrap_or_default().and_utc().timestamp_millis())
        };
        let changes = zone.clock_changes(edge(from, 1, 1), edge(to, 12, 31));
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{zone}"));
        let mut rest: Vec<&ClockChange> = changes.iter().collect();
        while let Some(first) = rest.first().copied() {
            let is_alike = |other: &ClockChange| {
                (other.before, other.after, other.summer, &other.name)
                    == (first.before, first.after, first.summer, &first.name)
            };
            let (alike, others): (Vec<_>, Vec<_>) = rest.into_iter().partition(|other| is_alike(other));
            self.changes(first, &alike);
            rest = others;
        }
        self.line("END:VTIMEZONE");
    }

    fn changes(&mut self, first: &ClockChange, alike: &[&ClockChange]) {
        let kind = if first.summer { "DAYLIGHT" } else { "STANDARD" };
        let on_the_clock = |change: &ClockChange| {
            let at = Moment(change.at.0 + i64::from(change.before) * 1_000);
            stamp(at.local(Zone::UTC))
        };
        self.line(&format!("BEGIN:{kind}"));
        self.line(&format!("DTSTART:{}", on_the_clock(first)));
        // The first once more: ical.js, and so Thunderbird, passes over it where others follow.
        let listed = if alike.len() > 1 { alike } else { &[] };
        listed.iter().for_each(|change| self.line(&format!("RDATE:{}", on_the_clock(change))));
        self.line(&format!("TZOFFSETFROM:{}", offset(first.before)));
        self.line(&format!("TZOFFSETTO:{}", offset(first.after)));
        self.words("TZNAME", &first.name);
        self.line(&format!("END:{kind}"));
    }

    /// A visit, then its moved single ones.
    fn visit(&mut self, uid: &str, visit: &Visit) {
        self.begin(uid, visit);
        self.times(visit.when, visit.zone);
        if let (Some(repeat), Some(first)) = (&visit.repeat, visit.when.day()) {
            self.repeat(visit, repeat, first);
        }
        self.end(visit, visit.when);
        let Some(repeat) = &visit.repeat else { return };
        let moved = repeat
            .moved
            .iter()
            .filter(|moved| moved.when.day().is_some() && !repeat.skipped.contains(&moved.day));
        for moved in moved {
            self.begin(uid, visit);
            let usual = visit.when.on(moved.day);
            self.time("RECURRENCE-ID", usual, visit.zone);
            self.times(moved.when, visit.zone);
            self.end(visit, moved.when);
        }
    }

    fn begin(&mut self, uid: &str, visit: &Visit) {
        let sequence = visit.source.as_ref().map_or(0, |source| source.sequence);
        let made = self.how.made.local(Zone::UTC);
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{}", escape(uid)));
        self.line(&format!("DTSTAMP:{}Z", stamp(made)));
        self.line(&format!("SEQUENCE:{sequence}"));
    }

    fn end(&mut self, visit: &Visit, when: When) {
        let called_off = visit.status == Status::CalledOff;
        self.line(if called_off { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        self.line("CLASS:PRIVATE");
        if matches!(when, When::Window { .. }) {
            self.line("TRANSP:TRANSPARENT");
            self.line(&format!("CATEGORIES:{WINDOW}"));
        }
        let whole = self.how.show == Show::Whole;
        self.words("SUMMARY", if whole && !visit.title.is_empty() { &visit.title } else { self.how.title });
        if whole {
            self.words("LOCATION", &visit.place);
            self.words("DESCRIPTION", &visit.notes);
            let reach: Vec<&str> = [&visit.who, &visit.contact]
                .into_iter()
                .map(String::as_str)
                .filter(|text| !text.is_empty())
                .collect();
            self.words("CONTACT", &reach.join(", "));
        }
        self.line("END:VEVENT");
    }

    fn times(&mut self, when: When, zone: Zone) {
        self.time("DTSTART", when, zone);
        if let When::Window { day, to, .. } = when {
            self.time("DTEND", When::At(day.and_time(to)), zone);
        }
    }

    /// The beginning of a time, as a property.
    fn time(&mut self, name: &str, when: When, zone: Zone) {
        match (when.start(), when.day()) {
            (Some(at), _) if zone == Zone::UTC => self.line(&format!("{name}:{}Z", stamp(at))),
            (Some(at), _) => self.line(&format!("{name};TZID={zone}:{}", stamp(at))),
            (None, Some(day)) => self.line(&format!("{name};VALUE=DATE:{}", day.format("%Y%m%d"))),
            (None, None) => {}
        }
    }

    /// How it comes again. Days that count though the rule does not have them are added, as other programs would not
    /// show them; those that it has are not, as some would show them twice.
    fn repeat(&mut self, visit: &Visit, repeat: &Repeat, first: NaiveDate) {
        let rule = Rule::parse(&repeat.rule).ok();
        if let Some(rule) = &rule {
            self.line(&format!("RRULE:{}", with_end_of(rule, visit)));
        }
        let told = repeat.moved.iter().filter(|moved| moved.when.day().is_some()).map(|moved| moved.day);
        let mut added: Vec<NaiveDate> =
            std::iter::once(first).chain(told).chain(repeat.added.iter().copied()).collect();
        let (from, to) = (added.iter().min().copied(), added.iter().max().copied());
        let of_rule = rule.map(|rule| rule.days(first, from.unwrap_or(first), to.unwrap_or(first)));
        added.retain(|day| of_rule.as_ref().is_none_or(|days| days.binary_search(day).is_err()));
        order::sort_once(&mut added);
        added.iter().for_each(|day| self.time("RDATE", visit.when.on(*day), visit.zone));
        let untold = repeat.moved.iter().filter(|moved| moved.when.day().is_none()).map(|moved| moved.day);
        let mut left_out: Vec<NaiveDate> = untold.chain(repeat.skipped.iter().copied()).collect();
        order::sort_once(&mut left_out);
        left_out.iter().for_each(|day| self.time("EXDATE", visit.when.on(*day), visit.zone));
    }
}

/// A rule whose end is written as the beginning is: of a time, in UTC (RFC 5545, 3.3.10).
fn with_end_of(rule: &Rule, visit: &Visit) -> String {
    let text = rule.to_string();
    let Some(until) = rule.until() else { return text };
    let Some(at) = visit.when.on(until).start() else { return text };
    let Ok(moment) = visit.zone.moment_of(at) else { return text };
    let day = until.format("%Y%m%d").to_string();
    text.replace(&format!("UNTIL={day}"), &format!("UNTIL={}Z", stamp(moment.local(Zone::UTC))))
}

fn stamp(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let all = seconds.unsigned_abs();
    let small = if all.is_multiple_of(60) { String::new() } else { format!("{:02}", all % 60) };
    format!("{sign}{:02}{:02}{small}", all / 3600, all / 60 % 60)
}
