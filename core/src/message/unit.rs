//! The days and times of a message, each with what it is about.

use chrono::NaiveDate;

use super::day::{self, Day};
use super::number;
use super::role::{Role, role};
use super::sentence::Sentence;
use super::time::{self, Clock, Told};
use super::token::{Shape, Token, lower};

/// How many dates and times are taken from a message.
const MOST_UNITS: usize = 80;

/// A day, a time, or both side by side.
pub(super) struct Unit {
    /// Its day.
    pub day: Option<Day>,
    /// Its time.
    pub clock: Option<Clock>,
    /// The place of its first piece.
    pub start: usize,
    /// The place after its last.
    pub end: usize,
    /// The place of its sentence.
    pub sentence: usize,
    /// What it is about.
    pub role: Role,
}

/// The days and times of a message in their order.
pub(super) fn units(tokens: &[Token<'_>], sentences: &[Sentence], today: NaiveDate) -> Vec<Unit> {
    let mut found: Vec<Unit> = Vec::new();
    for (place, sentence) in sentences.iter().enumerate() {
        let mut at = sentence.start;
        while at < sentence.end && found.len() < MOST_UNITS {
            at = match next_unit(tokens, at, place, today) {
                Ok(unit) => {
                    let end = unit.end;
                    put(&mut found, unit, tokens, sentence);
                    end.max(at.saturating_add(1))
                }
                Err(next) => next,
            };
        }
    }
    found
}

/// The day or time at a place, or where to look on.
fn next_unit(tokens: &[Token<'_>], at: usize, sentence: usize, today: NaiveDate) -> Result<Unit, usize> {
    let unit = Unit { day: None, clock: None, start: at, end: at, sentence, role: Role::Plain };
    if let Some((day, end)) = day::at(tokens, at, today) {
        return Ok(Unit { day: Some(day), end, ..unit });
    }
    if let Some(end) = number::end(tokens, at) {
        return Err(end);
    }
    match time::at(tokens, at).or_else(|| time::after_at(tokens, at)) {
        Some((clock, end)) => Ok(Unit { clock: Some(clock), end, ..unit }),
        None => Err(at.saturating_add(1)),
    }
}

/// Adds a unit, or joins it to the one it stands beside.
fn put(found: &mut Vec<Unit>, mut unit: Unit, tokens: &[Token<'_>], sentence: &Sentence) {
    if let Some(clock) = unit.clock.as_mut() {
        clock.sure = clock.sure && !is_rough(tokens, unit.start);
    }
    let after = found.last().map_or(0, |last| last.end);
    if let Some(last) = found.last_mut().filter(|last| last.sentence == unit.sentence)
        && is_joined(tokens, last.end, unit.start)
    {
        let part = last.clock.is_some_and(|clock| clock.told == Told::Part);
        if (last.clock.is_none() || part) && unit.clock.is_some() && !(part && unit.is_part()) {
            last.clock = unit.clock;
            last.end = unit.end;
            return;
        }
        if last.day.is_none() && unit.day.is_some() {
            last.day = unit.day;
            last.end = unit.end;
            return;
        }
    }
    unit.role = if is_head_of_quote(tokens, unit.end) {
        Role::Other
    } else {
        role(tokens, sentence, after, unit.start)
    };
    found.push(unit);
}

/// Whether what follows a place says that someone wrote or did something then.
fn is_head_of_quote(tokens: &[Token<'_>], end: usize) -> bool {
    if matches!(lower(tokens, end), "you" | "we") {
        return true;
    }
    let after = tokens.get(end..tokens.len().min(end.saturating_add(8))).unwrap_or_default();
    after
        .iter()
        .take_while(|token| token.shape != Shape::Line)
        .any(|token| token.is("wrote") || token.is("ysgrifennodd"))
}

impl Unit {
    /// Whether its time is only a part of the day.
    pub fn is_part(&self) -> bool {
        self.clock.is_some_and(|clock| clock.told == Told::Part)
    }
}

/// Whether a time is told roughly, or as one from which on.
fn is_rough(tokens: &[Token<'_>], start: usize) -> bool {
    let word = |by: usize| start.checked_sub(by).map_or("", |at| lower(tokens, at));
    let rough = |word: &str| {
        matches!(
            word,
            "around"
                | "about"
                | "approximately"
                | "approx"
                | "roughly"
                | "after"
                | "from"
                | "tua"
                | "ar"
                | "circa"
                | "~"
                | "c"
        )
    };
    (rough(word(1)) && word(1) != "ar") || (word(2) != "ar" && rough(word(2)) && word(1) == ".")
}

/// Whether only words that join stand between two places.
fn is_joined(tokens: &[Token<'_>], from: usize, to: usize) -> bool {
    let between = tokens.get(from..to).unwrap_or_default();
    let joins = |token: &Token<'_>| {
        matches!(
            token.lower.as_str(),
            "at" | "@"
                | "on"
                | ","
                | ":"
                | "-"
                | "("
                | ")"
                | "."
                | "am"
                | "ar"
                | "the"
                | "of"
                | "time"
                | "t"
                | "start"
                | "starting"
                | "in"
                | "yn"
                | "y"
                | "appointment"
                | "appt"
                | "slot"
                | "approximately"
                | "around"
                | "about"
                | "any"
                | "anytime"
                | "/"
                | "|"
                | "date"
                | "scan"
                | "from"
                | "o"
                | "amser"
                | "\u{1f552}"
                | "and"
                | "a"
        )
    };
    between.len() <= 5 && between.iter().all(joins)
}
