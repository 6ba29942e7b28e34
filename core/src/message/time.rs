//! Times of day as messages write them: a minute, a window, or a part of the day.

use chrono::NaiveTime;

use super::language::{is_ordinal, month};
use super::said::{Half, Said, bare, said, said_glued, with_half_after};
use super::token::{Shape, Token, is_glued, lower};

/// A time of day, or a window of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// The time, or the first of the window.
    pub from: NaiveTime,
    /// The last of the window.
    pub to: Option<NaiveTime>,
    /// Whether it can mean nothing else.
    pub sure: bool,
    /// How it was told.
    pub told: Told,
}

/// How a time was told.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// In figures or in words.
    Time,
    /// As two times with "from" and "to", which may also be the old and the new one.
    FromTo,
    /// As a part of the day.
    Part,
}

/// Reads a time at a place, and says where it ends.
pub(super) fn at(tokens: &[Token<'_>], at: usize) -> Option<(Clock, usize)> {
    let before = at.checked_sub(1).map_or("", |before| lower(tokens, before));
    if matches!(
        before,
        "room" | "flat" | "ward" | "level" | "bus" | "no" | "number" | "suite" | "unit" | "gate" | "bay"
    ) {
        return None;
    }
    if let Some(found) = window(tokens, at) {
        return Some(found);
    }
    if let Some((said, next)) = said(tokens, at) {
        let (said, next) = with_half_after(tokens, said, next);
        let (from, sure) = said.alone()?;
        let sure = sure && !is_amount(tokens, next);
        return Some((Clock { from, to: None, sure, told: Told::Time }, next));
    }
    part_of_day(tokens, at)
}

/// Two times with something between them that joins them.
fn window(tokens: &[Token<'_>], at: usize) -> Option<(Clock, usize)> {
    let opener = matches!(lower(tokens, at), "between" | "rhwng" | "from" | "o" | "betwixt");
    let from_to = matches!(lower(tokens, at), "from" | "o");
    let start = at.saturating_add(usize::from(opener));
    let (first, next) = said(tokens, start).or_else(|| bare(tokens, start))?;
    let joined = match lower(tokens, next) {
        "-" | "to" | "until" | "till" | "til" | "tan" | "hyd" => true,
        "and" | "&" | "a" | "ac" | "i" => opener,
        _ => false,
    };
    if !joined {
        return None;
    }
    let second = next.saturating_add(1);
    let (second, next) = said_glued(tokens, second).or_else(|| bare(tokens, second))?;
    let (second, next) = with_half_after(tokens, second, next);
    let told_as_clock = [first, second].iter().any(|said| said.half.is_some() || said.minutes);
    if (!opener && !told_as_clock) || is_no_clock(tokens, next) {
        return None;
    }
    let (from, to, sure) = between(first, second)?;
    let short = (to - from).num_minutes() <= 60 && !matches!(lower(tokens, at), "between" | "rhwng");
    // Half an hour with a dash is how long it lasts, more likely than when it may begin.
    let to = if short && !from_to { None } else { Some(to) };
    let sure = sure && (!short || from_to);
    let told = if from_to { Told::FromTo } else { Told::Time };
    Some((Clock { from, to, sure, told }, next))
}

/// The two ends of a window, and whether they can mean nothing else.
fn between(first: Said, second: Said) -> Option<(NaiveTime, NaiveTime, bool)> {
    let order = |from: Option<NaiveTime>, to: Option<NaiveTime>, sure| {
        from.zip(to).filter(|(from, to)| from < to).map(|(from, to)| (from, to, sure))
    };
    match (first.half, second.half) {
        (None, Some(half)) if !first.whole_day => {
            let (to, sure) = second.alone()?;
            let other = if half == Half::Morning { Half::Afternoon } else { Half::Morning };
            order(first.time(Some(half)), Some(to), sure)
                .or_else(|| order(first.time(Some(other)), Some(to), sure))
        }
        (Some(_), None) if !second.whole_day => {
            let (from, _) = first.alone()?;
            [None, Some(Half::Afternoon)]
                .into_iter()
                .find_map(|half| order(Some(from), second.time(half), false))
        }
        _ => {
            let ((from, first_sure), (to, second_sure)) = (first.alone()?, second.alone()?);
            let late = second.time(Some(Half::Afternoon));
            order(Some(from), Some(to), first_sure && second_sure).or_else(|| order(Some(from), late, false))
        }
    }
}

/// A bare hour after "at", as in "at 9 on Tuesday".
pub(super) fn after_at(tokens: &[Token<'_>], at: usize) -> Option<(Clock, usize)> {
    if !matches!(lower(tokens, at), "at" | "@" | "am") {
        return None;
    }
    let place = at.saturating_add(1);
    let (said, next) = bare(tokens, place).filter(|found| found.0.hour <= 12)?;
    if said_glued(tokens, place).is_some() {
        return None;
    }
    let (said, end) = with_half_after(tokens, said, next);
    let closed = end > next
        || tokens.get(next).is_none_or(|token| matches!(token.shape, Shape::Line))
        || matches!(
            lower(tokens, next),
            "," | "."
                | "!"
                | "?"
                | ")"
                | "on"
                | "with"
                | "for"
                | "tomorrow"
                | "today"
                | "gyda"
                | "yfory"
                | "heddiw"
                | "ar"
        );
    let (from, _) = said.alone()?;
    closed.then_some((Clock { from, to: None, sure: false, told: Told::Time }, end))
}

/// A part of the day: mornings and afternoons as practices share out their calls.
fn part_of_day(tokens: &[Token<'_>], at: usize) -> Option<(Clock, usize)> {
    let before = at.checked_sub(1).map_or("", |before| lower(tokens, before));
    let next = at.saturating_add(1);
    let after = tokens.get(next).filter(|token| token.shape != Shape::Line);
    let after_is_word =
        after.is_some_and(|token| token.shape != Shape::Sign && !token.is("call") && !token.is("with"));
    let ((from, minute), (to, last)) = match lower(tokens, at) {
        "morning" | "bore" if before != "good" && lower(tokens, next) != "da" => ((8, 0), (13, 0)),
        "afternoon" | "prynhawn" | "pnawn" if before != "good" && lower(tokens, next) != "da" => {
            ((13, 0), (18, 30))
        }
        "evening" if before != "good" => ((17, 0), (21, 0)),
        "am" if is_part(tokens, at) && !after_is_word => ((8, 0), (13, 0)),
        "pm" if is_part(tokens, at) => ((13, 0), (18, 30)),
        _ => return None,
    };
    let from = NaiveTime::from_hms_opt(from, minute, 0)?;
    let to = NaiveTime::from_hms_opt(to, last, 0);
    Some((Clock { from, to, sure: false, told: Told::Part }, next))
}

/// Whether "am" or "pm" stands by itself after a day: in Welsh, "am" is "at".
fn is_part(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| tokens.get(before)) else { return false };
    !before.is("i")
        && (before.shape == Shape::Number
            || before.is(",")
            || month(&before.lower).is_some()
            || before.lower.ends_with("day"))
}

/// Whether what follows two numbers says that they are days, people or miles.
fn is_no_clock(tokens: &[Token<'_>], next: usize) -> bool {
    let word = lower(tokens, next);
    let ordinal = is_glued(tokens, next) && is_ordinal(word);
    let goes_on = matches!(word, "/" | "-") && is_glued(tokens, next);
    ordinal
        || goes_on
        || month(word).is_some_and(|_| word != "mai" && word != "medi")
        || is_amount(tokens, next)
}

/// Whether what follows a number is what it counts.
fn is_amount(tokens: &[Token<'_>], next: usize) -> bool {
    matches!(
        lower(tokens, next),
        "mg" | "ml"
            | "mcg"
            | "mmol"
            | "kg"
            | "g"
            | "cm"
            | "%"
            | "miles"
            | "hours"
            | "hour"
            | "hrs"
            | "minutes"
            | "mins"
            | "days"
            | "day"
            | "weeks"
            | "week"
            | "months"
            | "years"
            | "people"
            | "million"
            | "awr"
            | "munud"
            | "diwrnod"
            | "wythnos"
            | "working"
            | "street"
            | "road"
            | "lane"
    )
}
