//! Days as messages write them: with a year or none, with a weekday or none, or told from today.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::Read;
use super::language::{is_ordinal, month, small_number, weekday, welsh_weekday};
use super::token::{Token, begins, is_glued, lower, number};

/// A day that was written. No value: one that is in no calendar.
pub(super) type Day = Option<Read<NaiveDate>>;

/// How far ahead a day without a year is taken without doubt, in days: what is farther was more likely before.
const NEAR: i64 = 240;

/// A day as its parts were written.
#[derive(Clone, Copy, Default)]
struct Written {
    day: u32,
    month: Option<u32>,
    year: Option<i32>,
    /// Without the month's name.
    numeric: bool,
    /// One of two days.
    either: bool,
}

/// Reads a day at a place, and says where it ends.
pub(super) fn at(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<(Day, usize)> {
    if let Some((told, next)) = told_from_today(tokens, at, today) {
        return Some(confirmed(tokens, told, next, today));
    }
    let before = at.checked_sub(1).map_or("", |before| lower(tokens, before));
    if matches!(before, "dr" | "mr" | "mrs" | "ms" | "miss" | "nurse" | "sister" | "dear" | "hi" | "hello") {
        return None;
    }
    if let Some((named, next)) = any_weekday(tokens, at) {
        return with_weekday(tokens, at, named, next, today);
    }
    let (written, next) = written(tokens, at, today)?;
    let (named, next) = weekday_after(tokens, next, today);
    Some((resolve(written, named, today), next))
}

/// A weekday, and the date after it if there is one. A short one says nothing by itself.
fn with_weekday(
    tokens: &[Token<'_>],
    at: usize,
    named: Weekday,
    next: usize,
    today: NaiveDate,
) -> Option<(Day, usize)> {
    let mut date = next;
    while matches!(lower(tokens, date), "," | "." | "the" | "y" | "-" | ":" | "(") {
        date = date.saturating_add(1);
    }
    if let Some((written, next)) = written(tokens, date, today).or_else(|| day_alone(tokens, date)) {
        return Some((resolve(written, Some(named), today), past_told(tokens, next, today)));
    }
    let long = tokens.get(at).is_some_and(|token| token.text.len() > 3);
    let open = is_hours(tokens, at, next);
    (long && !open).then(|| (guess(next_weekday(named, today)), next))
}

/// Whether a weekday is one end of several, as in "Mon to Fri".
fn is_hours(tokens: &[Token<'_>], at: usize, next: usize) -> bool {
    let joins = |place: usize| matches!(lower(tokens, place), "-" | "to" | "i" | "until" | "/" | "&");
    let after = joins(next) && any_weekday(tokens, next.saturating_add(1)).is_some();
    let before = at
        .checked_sub(2)
        .is_some_and(|before| joins(before.saturating_add(1)) && any_weekday(tokens, before).is_some());
    after || before
}

fn any_weekday(tokens: &[Token<'_>], at: usize) -> Option<(Weekday, usize)> {
    let here = lower(tokens, at);
    let next = at.saturating_add(1);
    if matches!(here, "dydd" | "ddydd" | "nos" | "bore" | "fore") {
        return Some((welsh_weekday(lower(tokens, next))?, at.saturating_add(2)));
    }
    let welsh = matches!(here, "llun" | "mercher" | "iau" | "gwener" | "sadwrn" | "sul");
    let english = weekday(here).map(|day| {
        let dot = lower(tokens, next) == "." && number(tokens, at.saturating_add(2)).is_some();
        (day, if dot { at.saturating_add(2) } else { next })
    });
    english.or_else(|| {
        let day = welsh.then(|| welsh_weekday(here)).flatten()?;
        number(tokens, next).map(|_| (day, next))
    })
}

/// A weekday after a date, unless it begins another one.
fn weekday_after(tokens: &[Token<'_>], next: usize, today: NaiveDate) -> (Option<Weekday>, usize) {
    let opens = matches!(lower(tokens, next), "(" | ",");
    let place = next.saturating_add(usize::from(opens));
    let Some((named, after)) = any_weekday(tokens, place) else {
        return (None, past_told(tokens, next, today));
    };
    let mut date = after;
    while matches!(lower(tokens, date), "," | "the") {
        date = date.saturating_add(1);
    }
    if written(tokens, date, today).is_some() || day_alone(tokens, date).is_some() {
        return (None, next);
    }
    let closes = lower(tokens, after) == ")";
    (Some(named), past_told(tokens, after.saturating_add(usize::from(closes)), today))
}

/// The end of a word such as "(tomorrow)" after a date, which says nothing more.
fn past_told(tokens: &[Token<'_>], next: usize, today: NaiveDate) -> usize {
    let opens = matches!(lower(tokens, next), "(" | ",");
    let place = next.saturating_add(usize::from(opens));
    match told_from_today(tokens, place, today) {
        Some((_, after)) => after.saturating_add(usize::from(lower(tokens, after) == ")")),
        None => next,
    }
}

/// A day told from today, which a date or weekday after it makes certain: a message may have been sent days ago.
fn confirmed(tokens: &[Token<'_>], told: NaiveDate, next: usize, today: NaiveDate) -> (Day, usize) {
    let mut place = next;
    while matches!(lower(tokens, place), "," | "(" | "-" | "on") {
        place = place.saturating_add(1);
    }
    let close = |after: usize| after.saturating_add(usize::from(lower(tokens, after) == ")"));
    if let Some((named, after)) = any_weekday(tokens, place) {
        if let Some((day, after)) = with_weekday(tokens, place, named, after, today)
            && (told.weekday() != named || day.as_ref().is_some_and(|day| day.sure))
        {
            return (day, close(after));
        }
        return (Some(Read { value: told, sure: told.weekday() == named }), close(after));
    }
    match written(tokens, place, today) {
        Some((written, after)) => (resolve(written, None, today), close(after)),
        None => (guess(told), next),
    }
}

/// The parts of a date at a place.
fn written(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<(Written, usize)> {
    if !begins(tokens, at) {
        return None;
    }
    in_numbers(tokens, at, today)
        .or_else(|| day_then_month(tokens, at, today))
        .or_else(|| month_then_day(tokens, at, today))
        .or_else(|| {
            let the = at.checked_sub(1).is_some_and(|before| lower(tokens, before) == "the");
            if the { day_alone(tokens, at) } else { None }
        })
}

/// As in 12/12/26, 12.12.26, 12-Dec-2026 and 2026-12-12.
fn in_numbers(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<(Written, usize)> {
    let place = |by: usize| at.saturating_add(by);
    let sign = lower(tokens, place(1));
    let whole = (1..=2).all(|by| is_glued(tokens, place(by))) && matches!(sign, "/" | "-" | ".");
    if !whole {
        return None;
    }
    let (first, first_digits) = number(tokens, at)?;
    let third = number(tokens, place(4)).filter(|_| {
        lower(tokens, place(3)) == sign && is_glued(tokens, place(3)) && is_glued(tokens, place(4))
    });
    let named = month(lower(tokens, place(2)));
    let second =
        named.or_else(|| number(tokens, place(2)).filter(|found| found.1 <= 2).map(|found| found.0))?;
    let numeric = named.is_none();
    let (written, next) = match third {
        Some((day, 1..=2)) if first_digits == 4 => {
            let year = i32::try_from(first).ok();
            (Written { day, month: Some(second), year, numeric: false, either: false }, place(5))
        }
        Some((year, digits @ (2 | 4))) if first_digits <= 2 => {
            let year = i32::try_from(if digits == 2 { year.saturating_add(2000) } else { year }).ok();
            (Written { day: first, month: Some(second), year, numeric, either: false }, place(5))
        }
        None if first_digits <= 2 && (sign == "/" || named.is_some()) && (first, second) != (24, 7) => {
            (Written { day: first, month: Some(second), year: None, numeric, either: false }, place(3))
        }
        _ => return None,
    };
    let year_is_odd = written.year.is_some_and(|year| (year - today.year()).abs() > 200);
    (!year_is_odd && ends(tokens, next)).then_some((written, next))
}

/// Whether what ends at a place does not go on, as a code or a sum does.
fn ends(tokens: &[Token<'_>], next: usize) -> bool {
    let on = matches!(lower(tokens, next), "/" | "-" | ".") && is_glued(tokens, next);
    let goes_on =
        on && is_glued(tokens, next.saturating_add(1)) && number(tokens, next.saturating_add(1)).is_some();
    let letters = is_glued(tokens, next) && lower(tokens, next).chars().all(char::is_alphanumeric);
    !goes_on && (!letters || lower(tokens, next) == "t" || lower(tokens, next).is_empty())
}

/// As in 12 Dec, 12th of December 2026 and 3 o Fawrth.
fn day_then_month(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<(Written, usize)> {
    let (day, mut next) = day_of_month(tokens, at)?;
    let mut either = false;
    if matches!(lower(tokens, next), "or" | "and" | "&" | "neu" | "a" | "-" | "/")
        && let Some((_, after)) = day_of_month(tokens, next.saturating_add(1))
    {
        either = true;
        next = after;
    }
    while matches!(lower(tokens, next), "of" | "o" | ",") {
        next = next.saturating_add(1);
    }
    let named = tokens.get(next)?;
    let found = month(&named.lower)?;
    if named.is("may") && !named.is_capital() {
        return None;
    }
    let (year, next) = year_after(tokens, next.saturating_add(1), today);
    if year.is_none() && is_of_address(lower(tokens, next)) {
        return None;
    }
    Some((Written { day, month: Some(found), year, numeric: false, either }, next))
}

/// Whether a word after a month makes of it the name of a street or a house, as in 12 March Road.
fn is_of_address(word: &str) -> bool {
    matches!(
        word,
        "road" | "street" | "lane" | "avenue" | "drive" | "close" | "court" | "house" | "ward" | "way"
    )
}

/// As in Dec 12 and December 12th, 2026.
fn month_then_day(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<(Written, usize)> {
    let named = tokens.get(at).filter(|named| named.is_capital())?;
    let found = month(&named.lower)?;
    let place = at.saturating_add(1);
    let dot = usize::from(lower(tokens, place) == ".");
    let (day, next) = day_of_month(tokens, place.saturating_add(dot))?;
    if is_clock(tokens, next) {
        return None;
    }
    let (year, next) = year_after(tokens, next, today);
    // March 27 may be a month of a year, too.
    let either = year.is_none() && (day.saturating_add(2000)).abs_diff(today.year().unsigned_abs()) <= 2;
    Some((Written { day, month: Some(found), year, numeric: false, either }, next))
}

/// As in "the 4th".
fn day_alone(tokens: &[Token<'_>], at: usize) -> Option<(Written, usize)> {
    let (day, next) = day_of_month(tokens, at)?;
    let ordinal = next > at.saturating_add(1);
    ordinal.then_some((Written { day, month: None, year: None, numeric: true, either: false }, next))
}

/// A number from 1 to 31 and the letters that make it one of order.
fn day_of_month(tokens: &[Token<'_>], at: usize) -> Option<(u32, usize)> {
    let (day, digits) = number(tokens, at)?;
    let next = at.saturating_add(1);
    let ordinal = is_glued(tokens, next) && is_ordinal(lower(tokens, next));
    (digits <= 2 && (1..=31).contains(&day)).then(|| (day, next.saturating_add(usize::from(ordinal))))
}

/// Whether a number before a place is one of a clock.
fn is_clock(tokens: &[Token<'_>], next: usize) -> bool {
    let minutes = matches!(lower(tokens, next), ":" | ".") && is_glued(tokens, next);
    let after = next.saturating_add(1);
    (minutes && is_glued(tokens, after) && number(tokens, after).is_some())
        || matches!(
            lower(tokens, next),
            "am" | "pm" | "a" | "p" | "yb" | "yp" | "hrs" | "noon" | "midday" | "o'clock"
        )
        || (matches!(lower(tokens, next), "-" | "to") && number(tokens, after).is_some())
}

/// The year after a month, if there is one.
fn year_after(tokens: &[Token<'_>], next: usize, today: NaiveDate) -> (Option<i32>, usize) {
    let skip = usize::from(matches!(lower(tokens, next), "," | "'" | "-"));
    let place = next.saturating_add(skip);
    let after = place.saturating_add(1);
    let year = number(tokens, place).and_then(|(year, digits)| {
        let year = i32::try_from(year).ok()?;
        match digits {
            4 if (1900..=2100).contains(&year) => Some(year),
            2 => Some(year.saturating_add(2000))
                .filter(|year| (year - today.year()).abs() <= 3 && !is_clock(tokens, after)),
            _ => None,
        }
    });
    if year.is_some() { (year, after) } else { (None, next) }
}

/// The day that its parts mean, seen from today.
fn resolve(written: Written, named: Option<Weekday>, today: NaiveDate) -> Day {
    let Some(month) = written.month else { return of_some_month(written.day, named, today) };
    let found = match written.year {
        Some(year) => of_year(written, month, year, named, today),
        None => of_some_year(written, month, named, today),
    }?;
    Some(Read { sure: found.sure && !written.either, ..found })
}

fn of_year(written: Written, month: u32, year: i32, named: Option<Weekday>, today: NaiveDate) -> Day {
    let agrees = |date: &NaiveDate| named.is_none_or(|named| date.weekday() == named);
    let near = (year - today.year()).abs() <= 2;
    let straight = NaiveDate::from_ymd_opt(year, month, written.day);
    if let Some(date) = straight.filter(agrees) {
        return Some(Read { value: date, sure: near });
    }
    let turned = NaiveDate::from_ymd_opt(year, written.day, month).filter(|_| written.numeric);
    turned.filter(|date| agrees(date)).or(straight).map(|value| Read { value, sure: false })
}

fn of_some_year(written: Written, month: u32, named: Option<Weekday>, today: NaiveDate) -> Day {
    let year = |by: i32| NaiveDate::from_ymd_opt(today.year().saturating_add(by), month, written.day);
    let ahead = (0..=8).filter_map(year).find(|date| *date >= today)?;
    let near = (ahead - today).num_days() <= NEAR;
    let Some(named) = named else { return Some(Read { value: ahead, sure: near && !written.numeric }) };
    if ahead.weekday() == named {
        return Some(Read { value: ahead, sure: near });
    }
    let before = (-1..=0).rev().filter_map(year).find(|date| *date < today && date.weekday() == named);
    guess(before.filter(|date| (today - *date).num_days() <= NEAR).unwrap_or(ahead))
}

/// The next day of this number, and of this weekday if there is one.
fn of_some_month(day: u32, named: Option<Weekday>, today: NaiveDate) -> Day {
    let fits = |date: &NaiveDate| date.day() == day && named.is_none_or(|named| date.weekday() == named);
    let value = today.iter_days().take(400).find(fits)?;
    let soon = (value - today).num_days() <= 35;
    Some(Read { value, sure: named.is_some() && soon })
}

/// A day told from today, such as "tomorrow" or "in two weeks".
fn told_from_today(tokens: &[Token<'_>], at: usize, today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let place = |by: usize| at.saturating_add(by);
    let in_days = |days: u64| today.checked_add_days(Days::new(days));
    let here = lower(tokens, at);
    match here {
        "today" | "tonight" | "heddiw" | "heno" => Some((today, place(1))),
        "tomorrow" | "tmrw" | "tomoz" | "yfory" | "fory" => Some((in_days(1)?, place(1))),
        "this" if matches!(lower(tokens, place(1)), "morning" | "afternoon" | "evening") => {
            Some((today, place(1)))
        }
        "a" | "one" if lower(tokens, place(1)) == "week" => match lower(tokens, place(2)) {
            "today" => Some((in_days(7)?, place(3))),
            "tomorrow" => Some((in_days(8)?, place(3))),
            _ => None,
        },
        "in" | "mewn" => {
            let count = match lower(tokens, place(1)) {
                "a" => 1,
                word => number(tokens, place(1)).map(|found| found.0).or_else(|| small_number(word))?,
            };
            let days = match lower(tokens, place(2)) {
                "day" | "days" => 1,
                "week" | "weeks" | "wythnos" => 7,
                "fortnight" => 14,
                _ => return None,
            };
            (count <= 52)
                .then(|| in_days(u64::from(count).saturating_mul(days)))
                .flatten()
                .map(|day| (day, place(3)))
        }
        _ => None,
    }
}

fn next_weekday(named: Weekday, today: NaiveDate) -> NaiveDate {
    today.iter_days().skip(1).take(7).find(|date| date.weekday() == named).unwrap_or(today)
}

fn guess(value: NaiveDate) -> Day {
    Some(Read { value, sure: false })
}
