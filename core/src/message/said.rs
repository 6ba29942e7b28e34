//! A time as it is written, before it is known which half of the day is meant.

use chrono::NaiveTime;

use super::language::{is_ordinal, month, small_number};
use super::token::{Shape, Token, begins, is_glued, lower, number};

/// A half of the day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    /// Before noon.
    Morning,
    /// From noon on.
    Afternoon,
}

/// A time as it was written.
#[derive(Clone, Copy)]
pub(super) struct Said {
    /// The hour that was written.
    pub hour: u32,
    /// The minute, or none: nought.
    pub minute: u32,
    /// The half of the day, if it was written.
    pub half: Option<Half>,
    /// With minutes.
    pub minutes: bool,
    /// On a clock of 24 hours: with a leading zero, or past twelve.
    pub whole_day: bool,
}

impl Said {
    fn bare(hour: u32) -> Self {
        Self { hour, minute: 0, half: None, minutes: false, whole_day: hour > 12 }
    }

    /// The minute of the day it is in a half of it.
    pub fn time(self, half: Option<Half>) -> Option<NaiveTime> {
        let hour = match half {
            Some(Half::Afternoon) if self.hour < 12 => self.hour.saturating_add(12),
            Some(Half::Morning) if self.hour == 12 => 0,
            _ => self.hour,
        };
        NaiveTime::from_hms_opt(hour, self.minute, 0)
    }

    /// What it means by itself, and whether it can mean nothing else. Nobody is seen before seven, if no more is said.
    pub fn alone(self) -> Option<(NaiveTime, bool)> {
        match self.half {
            // Twelve at night is written for twelve at noon.
            Some(Half::Morning) if self.hour == 12 => Some((self.time(None)?, false)),
            Some(half) => Some((self.time(Some(half))?, self.hour > 0)),
            None if self.whole_day => Some((self.time(None)?, self.hour > 0)),
            None => {
                let half = if (1..7).contains(&self.hour) { Half::Afternoon } else { Half::Morning };
                let noon = self.hour == 12;
                let time = self.time(if noon { None } else { Some(half) })?;
                Some((time, self.minutes && (8..=12).contains(&self.hour)))
            }
        }
    }
}

/// A time that is plainly one: with minutes, a half of the day, or words.
pub(super) fn said(tokens: &[Token<'_>], at: usize) -> Option<(Said, usize)> {
    if begins(tokens, at) || at.checked_sub(1).is_some_and(|before| lower(tokens, before) == "t") {
        said_glued(tokens, at)
    } else {
        None
    }
}

/// The same after a dash.
pub(super) fn said_glued(tokens: &[Token<'_>], at: usize) -> Option<(Said, usize)> {
    in_figures(tokens, at).or_else(|| four_figures(tokens, at)).or_else(|| in_words(tokens, at))
}

/// As in 9.10, 09:10:00, 9.10am, 9am, 12 noon and 9 o'clock.
fn in_figures(tokens: &[Token<'_>], at: usize) -> Option<(Said, usize)> {
    let (hour, digits) = number(tokens, at).filter(|found| found.0 <= 24 && found.1 <= 2)?;
    let place = |by: usize| at.saturating_add(by);
    let sign = matches!(lower(tokens, place(1)), ":" | ".");
    let minute = number(tokens, place(2)).filter(|found| {
        sign && is_glued(tokens, place(1)) && is_glued(tokens, place(2)) && found.1 == 2 && found.0 < 60
    });
    let mut next = place(if minute.is_some() { 3 } else { 1 });
    if minute.is_some() && lower(tokens, next) == ":" && number(tokens, next.saturating_add(1)).is_some() {
        next = next.saturating_add(2);
    }
    let goes_on = minute.is_some()
        && matches!(lower(tokens, next), "." | "/" | "-")
        && is_glued(tokens, next)
        && is_glued(tokens, next.saturating_add(1))
        && number(tokens, next.saturating_add(1)).is_some();
    if goes_on && lower(tokens, next) != "-" {
        return None;
    }
    let said = Said {
        hour,
        minute: minute.map_or(0, |found| found.0),
        half: None,
        minutes: minute.is_some(),
        whole_day: hour > 12 || (digits == 2 && hour < 10),
    };
    let (marked, next, is_marked) = marked(tokens, said, next);
    (minute.is_some() || is_marked).then_some((marked, next))
}

/// A time with the letters after it that say which half of the day, or that it is a time at all.
fn marked(tokens: &[Token<'_>], said: Said, next: usize) -> (Said, usize, bool) {
    let one = next.saturating_add(1);
    let of_half = |half, next| (Said { half: Some(half), ..said }, next, true);
    // 13:00pm is one o'clock in the afternoon.
    let past_noon = said.hour > 12;
    match lower(tokens, next) {
        "am" | "yb" | "a.m" if !past_noon => of_half(Half::Morning, one),
        "pm" | "yp" | "yh" | "p.m" if !past_noon => of_half(Half::Afternoon, one),
        "am" | "pm" | "yb" | "yp" if said.minutes => (said, one, true),
        letter @ ("a" | "p" | "y") if !past_noon && lower(tokens, one) == "." => {
            let last = next.saturating_add(2);
            let half = match (letter, lower(tokens, last)) {
                ("a", "m") | ("y", "b") => Half::Morning,
                ("p", "m") | ("y", "p" | "h") => Half::Afternoon,
                _ => return (said, next, false),
            };
            let dot = lower(tokens, last.saturating_add(1)) == ".";
            of_half(half, last.saturating_add(1).saturating_add(usize::from(dot)))
        }
        "noon" | "midday" if said.hour == 12 => of_half(Half::Afternoon, one),
        "hrs" | "hours" | "h" if said.minutes => (Said { whole_day: true, ..said }, one, true),
        "o'clock" | "oclock" => (said, one, true),
        "o'r" if lower(tokens, one) == "gloch" => (said, next.saturating_add(2), true),
        _ => (said, next, false),
    }
}

/// As in 0910 and 0910hrs. Without "hrs", something before must say that it is a time.
fn four_figures(tokens: &[Token<'_>], at: usize) -> Option<(Said, usize)> {
    let (value, 4) = number(tokens, at)? else { return None };
    let (hour, minute) = (value.checked_div(100)?, value.checked_rem(100)?);
    let next = at.saturating_add(1);
    let hrs = matches!(lower(tokens, next), "hrs" | "hours" | "h");
    let half = match lower(tokens, next) {
        "am" if hour <= 12 => Some(Half::Morning),
        "pm" if hour <= 12 => Some(Half::Afternoon),
        _ => None,
    };
    let before = at.checked_sub(1).map_or("", |before| lower(tokens, before));
    let led = matches!(before, "at" | "@" | "time" | "am" | "for") || is_date_end(tokens, at);
    let a_year = (1900..=2100).contains(&value);
    let glued = is_glued(tokens, next) && !hrs && half.is_none();
    let goes_on = tokens.get(next).is_some_and(|token| token.shape == Shape::Number || token.is("number"));
    let is_time = hrs || half.is_some() || (led && !a_year && !goes_on);
    let sign = glued && tokens.get(next).is_some_and(|token| token.shape != Shape::Sign);
    if hour > 23 || minute > 59 || !is_time || sign {
        return None;
    }
    let said = Said { hour, minute, half, minutes: true, whole_day: half.is_none() };
    Some((said, next.saturating_add(usize::from(hrs || half.is_some()))))
}

/// Whether a date ends just before a place.
fn is_date_end(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let year = number(tokens, before).is_some_and(|found| found.1 == 2 || (1900..=2100).contains(&found.0));
    let sign = before.checked_sub(1).map_or("", |sign| lower(tokens, sign));
    month(lower(tokens, before)).is_some()
        || (year && (matches!(sign, "/" | "-" | ".") || month(sign).is_some()))
        || (is_glued(tokens, before) && is_ordinal(lower(tokens, before)))
}

/// As in noon, half past two, ten past nine and nine o'clock.
fn in_words(tokens: &[Token<'_>], at: usize) -> Option<(Said, usize)> {
    let place = |by: usize| at.saturating_add(by);
    let noon = Said { hour: 12, minute: 0, half: Some(Half::Afternoon), minutes: true, whole_day: false };
    match (lower(tokens, at), lower(tokens, place(1))) {
        ("noon" | "midday", _) => return Some((noon, place(1))),
        ("hanner" | "ganol" | "canol", "dydd") => return Some((noon, place(2))),
        (hour, "o'clock") => return Some((Said::bare(small_number(hour)?), place(2))),
        ("half", "past") => return past(tokens, place(2), 30),
        ("quarter", "past") => return past(tokens, place(2), 15),
        ("quarter", "to") => return past(tokens, place(2), 45),
        ("hanner", "awr") if lower(tokens, place(2)) == "wedi" => return past(tokens, place(3), 30),
        ("chwarter" | "chwater", "wedi") => return past(tokens, place(2), 15),
        ("chwarter" | "chwater", "i") => return past(tokens, place(2), 45),
        _ => {}
    }
    let count = count(tokens, at)?;
    let minutes = usize::from(matches!(lower(tokens, place(1)), "minutes" | "mins"));
    let word = place(1).saturating_add(minutes);
    match lower(tokens, word) {
        "past" if count < 30 => past(tokens, word.saturating_add(1), count),
        "to" if matches!(count, 5 | 10 | 20 | 25) && small_number(lower(tokens, at)).is_some() => {
            past(tokens, word.saturating_add(1), 60_u32.saturating_sub(count))
        }
        _ => None,
    }
}

fn count(tokens: &[Token<'_>], at: usize) -> Option<u32> {
    match lower(tokens, at) {
        "twenty" => Some(20),
        word => small_number(word)
            .or_else(|| number(tokens, at).filter(|found| found.1 <= 2).map(|found| found.0)),
    }
}

/// So many minutes past the hour at a place; past the one before it, from 31 on.
fn past(tokens: &[Token<'_>], at: usize, minute: u32) -> Option<(Said, usize)> {
    let hour = small_number(lower(tokens, at))
        .or_else(|| number(tokens, at).map(|found| found.0))
        .filter(|hour| (1..=12).contains(hour))?;
    let hour = match (minute > 30, hour) {
        (true, 1) => 12,
        (true, hour) => hour.saturating_sub(1),
        (false, hour) => hour,
    };
    let said = Said { hour, minute, half: None, minutes: true, whole_day: false };
    let (said, next, _) = marked(tokens, said, at.saturating_add(1));
    Some((said, next))
}

/// A bare hour.
pub(super) fn bare(tokens: &[Token<'_>], at: usize) -> Option<(Said, usize)> {
    let hour = number(tokens, at).filter(|found| found.1 <= 2).map(|found| found.0);
    let hour = hour.or_else(|| small_number(lower(tokens, at))).filter(|hour| (1..=23).contains(hour))?;
    let next = at.saturating_add(1);
    let whole = !(is_glued(tokens, next) && tokens.get(next).is_some_and(|token| token.shape == Shape::Word));
    let date = is_glued(tokens, at) && !begins(tokens, at) && lower(tokens, at.saturating_sub(1)) != "-";
    (whole && !date).then(|| (Said::bare(hour), next))
}

/// "In the morning" and the like after a time.
pub(super) fn with_half_after(tokens: &[Token<'_>], said: Said, next: usize) -> (Said, usize) {
    let place = |by: usize| next.saturating_add(by);
    let word = match (lower(tokens, next), lower(tokens, place(1))) {
        ("in", "the") => lower(tokens, place(2)),
        ("yn", "y") | ("y", _) => lower(tokens, place(if lower(tokens, next) == "yn" { 2 } else { 1 })),
        _ => return (said, next),
    };
    let half = match word {
        "morning" | "bore" => Half::Morning,
        "afternoon" | "evening" | "prynhawn" | "pnawn" => Half::Afternoon,
        _ => return (said, next),
    };
    if said.half.is_some() || said.whole_day || (half == Half::Morning && said.hour == 12) {
        return (said, next);
    }
    (Said { half: Some(half), ..said }, place(3))
}
