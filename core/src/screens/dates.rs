//! Dates: what is coming, a month at a time, and what was.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeDelta};
use rusqlite::Connection;

use super::reminders::{self, MissingLine, OutsideLine};
use crate::error::{Error, Result, Thing};
use crate::id::VisitId;
use crate::order;
use crate::reminders::phone::Phone;
use crate::time::{Moment, Zone};
use crate::visits::occurrence::{self, Occurrence};
use crate::visits::store::{self, Kept};
use crate::visits::visit::{Kind, Status, Visit};
use crate::visits::when::When;
use crate::words::{Words, key};

/// Of what comes again, so many days ahead are listed, and the next one however far off.
const AHEAD_DAYS: u64 = 35;
/// Of what comes again, so many days back are listed.
const BACK_DAYS: u64 = 35;
/// For so many hours after it could begin a date still stands among those that are coming.
const HOURS_LEFT: i64 = 3;
/// How many dates that were are listed.
const MOST_EARLIER: u32 = 200;

/// A date in a list: its title and when, nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct DateLine {
    /// Its id.
    pub id: VisitId,
    /// Of one that comes again, the day by which this single one is named.
    pub day: Option<NaiveDate>,
    /// The day on which it is, by the clocks of its zone, if that is known.
    pub on: Option<NaiveDate>,
    /// When, in words.
    pub when: String,
    /// What she calls it; if she calls it nothing, what kind it is.
    pub title: String,
    /// How it stands.
    pub status: Status,
}

/// The page of all dates.
#[derive(Clone, PartialEq, Eq)]
pub struct DatesPage {
    /// What is coming.
    pub coming: Coming,
    /// What the phone will show, of every notebook, so that each of its lines has a plain reason here.
    pub outside: Vec<OutsideLine>,
    /// What the phone can't show, and why.
    pub missing: Vec<MissingLine>,
}

/// The next date and what can't be shown, for the home page.
#[derive(Clone, PartialEq, Eq)]
pub struct NextDate {
    /// The next date that is not called off.
    pub next: Option<DateLine>,
    /// What the phone can't show, and why.
    pub missing: Vec<MissingLine>,
}

/// What is coming.
#[derive(Clone, PartialEq, Eq)]
pub struct Coming {
    /// Those with a day, by their time.
    pub dated: Vec<DateLine>,
    /// Those whose day is not known yet.
    pub open: Vec<DateLine>,
    /// Whether there are any that are over.
    pub has_earlier: bool,
}

/// A month.
#[derive(Clone, PartialEq, Eq)]
pub struct MonthPage {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// How many days it has.
    pub days: u32,
    /// The weekday of the first, from 1 for Monday.
    pub first_weekday: u32,
    /// Today's day of the month, if it is this one.
    pub today: Option<u32>,
    /// Its dates, by their time.
    pub dates: Vec<DateLine>,
}

/// How a list tells of dates.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    pub words: &'a Words,
    pub now: Moment,
    pub zone: Zone,
}

impl Teller<'_> {
    /// What the clocks of a visit's zone show now.
    pub fn now_there(&self, visit: &Visit) -> NaiveDateTime {
        self.now.local(visit.zone)
    }

    /// When, in words; with the place of the clocks, where they are not those of the phone.
    pub fn when(&self, visit: &Visit, when: When) -> String {
        let said = self.words.when(when, self.now_there(visit));
        let same = when.last().is_none_or(|at| visit.zone.moment_of(at) == self.zone.moment_of(at));
        if same {
            return said;
        }
        let place = visit.zone.name().rsplit('/').next().unwrap_or_default().replace('_', " ");
        self.words.text(key::WHEN_ELSEWHERE, &[("when", (&said).into()), ("place", (&place).into())])
    }

    pub fn line(&self, kept: &Kept, occurrence: Occurrence) -> DateLine {
        DateLine {
            id: kept.id,
            day: occurrence.day,
            on: occurrence.when.day(),
            when: self.when(&kept.visit, occurrence.when),
            title: title(self.words, &kept.visit),
            status: kept.visit.status,
        }
    }

    /// A moment on the clocks of the phone, in words.
    pub fn moment(&self, at: Moment) -> String {
        self.words.date_and_time_seen(at.local(self.zone), Some(self.now.local(self.zone)))
    }

    /// Whether it is over: some hours after it could begin, so that what she put down is there while she waits.
    pub fn is_over(&self, visit: &Visit, when: When) -> bool {
        when.last().is_some_and(|last| last < self.still_there(visit))
    }

    /// The time from which on a date is not over yet.
    pub fn still_there(&self, visit: &Visit) -> NaiveDateTime {
        let now = self.now_there(visit);
        now.checked_sub_signed(TimeDelta::hours(HOURS_LEFT)).unwrap_or(now)
    }
}

/// What she calls it, or what kind it is.
pub(crate) fn title(words: &Words, visit: &Visit) -> String {
    if !visit.title.is_empty() {
        return visit.title.clone();
    }
    words.say(match visit.kind {
        Some(Kind::Phone) => key::VISIT_PHONE,
        Some(Kind::Video) => key::VISIT_VIDEO,
        Some(Kind::Home) => key::VISIT_HOME,
        Some(Kind::InPerson) | None => key::VISIT_UNTITLED,
    })
}

/// All that the page of dates shows.
///
/// # Errors
/// Those of the store; [`Error::Newer`] for a file of reminders that a later version wrote.
pub fn page(conn: &Connection, words: &Words, now: Moment, phone: &Phone<'_>) -> Result<DatesPage> {
    let teller = Teller { words, now, zone: phone.zone };
    Ok(DatesPage {
        coming: coming(conn, words, now, phone.zone)?,
        outside: reminders::outside(&teller, phone.folder)?,
        missing: reminders::missing(&teller, conn, phone)?,
    })
}

/// What the home page shows of dates.
///
/// # Errors
/// As [`page`].
pub fn home(conn: &Connection, words: &Words, now: Moment, phone: &Phone<'_>) -> Result<NextDate> {
    let teller = Teller { words, now, zone: phone.zone };
    let next = next(conn, words, now, phone.zone)?;
    Ok(NextDate { next, missing: reminders::missing(&teller, conn, phone)? })
}

/// What is coming, as seen from `zone`, the phone's.
///
/// # Errors
/// Those of the store.
pub fn coming(conn: &Connection, words: &Words, now: Moment, zone: Zone) -> Result<Coming> {
    let teller = Teller { words, now, zone };
    let yesterday = days_before(now.local(Zone::UTC).date(), 2);
    let mut dated = Vec::new();
    let mut open = Vec::new();
    let mut has_begun = false;
    for kept in store::from_day(conn, yesterday)? {
        has_begun |= teller.is_over(&kept.visit, kept.visit.when);
        if kept.visit.when == When::ToBeTold {
            open.push(teller.line(&kept, Occurrence { day: None, when: When::ToBeTold }));
            continue;
        }
        dated.extend(next_ones(&teller, &kept.visit).into_iter().map(|one| sorted(&teller, &kept, one)));
    }
    let has_earlier = has_begun || store::has_before(conn, yesterday)?;
    Ok(Coming { dated: in_order(dated), open, has_earlier })
}

/// Those that are not over: all within some weeks, and the next at least.
fn next_ones(teller: &Teller<'_>, visit: &Visit) -> Vec<Occurrence> {
    let there = teller.still_there(visit);
    let end = there.date().checked_add_days(Days::new(AHEAD_DAYS)).unwrap_or(NaiveDate::MAX);
    let mut near = occurrence::between(visit, there.date(), end);
    near.retain(|one| !teller.is_over(visit, one.when));
    if near.is_empty() { occurrence::next(visit, there).into_iter().collect() } else { near }
}

/// What is over, the latest first: of what comes again, that of the last weeks.
///
/// # Errors
/// Those of the store.
pub fn earlier(conn: &Connection, words: &Words, now: Moment, zone: Zone) -> Result<Vec<DateLine>> {
    let teller = Teller { words, now, zone };
    let today = now.local(Zone::UTC).date();
    let mut found = store::before_day(conn, days_before(today, 2), MOST_EARLIER)?;
    found.extend(store::from_day(conn, days_before(today, 2))?);
    let mut over = Vec::new();
    for kept in &found {
        over.extend(those_over(&teller, &kept.visit).into_iter().map(|one| sorted(&teller, kept, one)));
    }
    let mut lines = in_order(over);
    lines.reverse();
    Ok(lines)
}

fn those_over(teller: &Teller<'_>, visit: &Visit) -> Vec<Occurrence> {
    let there = teller.now_there(visit).date();
    // Of one that has ended, the days before its end.
    let end = occurrence::last_day(visit).map_or(there, |last| last.min(there));
    let from = if visit.repeat.is_some() { days_before(end, BACK_DAYS) } else { NaiveDate::MIN };
    let mut past = occurrence::between(visit, from, there);
    past.retain(|one| teller.is_over(visit, one.when));
    past
}

/// A month; `month` counts from 1.
///
/// # Errors
/// [`Error::NotUnderstood`] for a month that is none; those of the store.
pub fn month(
    conn: &Connection,
    words: &Words,
    (year, month): (i32, u32),
    now: Moment,
    zone: Zone,
) -> Result<MonthPage> {
    let not_a_month = Error::NotUnderstood { what: Thing::Date };
    let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(not_a_month)?;
    let last =
        first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).ok_or(not_a_month)?;
    let teller = Teller { words, now, zone };
    let dates = within(conn, &teller, first, last)?;
    let today = now.local(zone).date();
    Ok(MonthPage {
        year,
        month,
        days: last.day(),
        first_weekday: first.weekday().number_from_monday(),
        today: (first <= today && today <= last).then(|| today.day()),
        dates: in_order(dates),
    })
}

fn within(
    conn: &Connection,
    teller: &Teller<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<(Moment, DateLine)>> {
    let mut lines = Vec::new();
    for kept in store::from_day(conn, first)? {
        let within = occurrence::between(&kept.visit, first, last);
        lines.extend(within.into_iter().map(|one| sorted(teller, &kept, one)));
    }
    Ok(lines)
}

/// Those of a day, by their time.
pub(super) fn of_day(
    conn: &Connection,
    words: &Words,
    day: NaiveDate,
    now: Moment,
    zone: Zone,
) -> Result<Vec<DateLine>> {
    Ok(in_order(within(conn, &Teller { words, now, zone }, day, day)?))
}

/// The next date that is not called off.
fn next(conn: &Connection, words: &Words, now: Moment, zone: Zone) -> Result<Option<DateLine>> {
    let coming = coming(conn, words, now, zone)?;
    Ok(coming.dated.into_iter().find(|line| line.status != Status::CalledOff))
}

/// The moment of a line, to sort by: a day without a time stands before its times.
fn sorted(teller: &Teller<'_>, kept: &Kept, one: Occurrence) -> (Moment, DateLine) {
    let start = one.when.start().or_else(|| one.when.day().map(|day| day.and_time(chrono::NaiveTime::MIN)));
    let at = start.and_then(|start| kept.visit.zone.moment_of(start).ok());
    (at.unwrap_or(crate::time::LATEST), teller.line(kept, one))
}

fn in_order(mut lines: Vec<(Moment, DateLine)>) -> Vec<DateLine> {
    order::sort_by_key(&mut lines, |(at, line)| (*at, line.id));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn days_before(day: NaiveDate, count: u64) -> NaiveDate {
    day.checked_sub_days(Days::new(count)).unwrap_or(NaiveDate::MIN)
}
