//! Whom she sees, where, and how to reach them, in the words of the message.

use std::ops::Range;

use super::Read;
use super::token::{Shape, Token, lower};

/// How many pieces a name is taken from.
const MOST: usize = 8;

/// Where she is to come, from some pieces.
pub(super) fn place(text: &str, tokens: &[Token<'_>], pieces: Range<usize>) -> Option<Read<String>> {
    let label =
        matches!(lower(tokens, pieces.start), "location" | "where" | "place" | "venue" | "lleoliad" | "ble");
    if label {
        return run(text, tokens, pieces.start.saturating_add(2), pieces.end, is_label_end, true);
    }
    let after =
        |at: &usize| matches!(lower(tokens, *at), "at" | "in" | "to" | "yn" | "ym" | "yng" | "@" | "from");
    let places = pieces.clone().filter(after);
    places
        .filter(|at| {
            tokens.get(at.saturating_add(1)).is_some_and(|token| token.is_capital() || token.is("the"))
        })
        .find_map(|at| named_place(text, tokens, at.saturating_add(1), pieces.end, lower(tokens, at) == "at"))
        .or_else(|| {
            let capital = |at: &usize| tokens.get(*at).is_some_and(Token::is_capital);
            pieces
                .clone()
                .filter(capital)
                .filter(|at| {
                    at.checked_sub(1)
                        .is_none_or(|before| tokens.get(before).is_none_or(|before| !before.is_capital()))
                })
                .find_map(|at| named_place(text, tokens, at, pieces.end, false))
        })
}

/// A run of words that names a place.
fn named_place(
    text: &str,
    tokens: &[Token<'_>],
    start: usize,
    end: usize,
    sure: bool,
) -> Option<Read<String>> {
    let found = run(text, tokens, start, end, is_place_end, sure)?;
    let names =
        |word: &str| is_place(word.trim_matches(|c: char| !c.is_alphabetic()).to_lowercase().as_str());
    let words = || found.value.split_whitespace();
    (words().any(names) && words().count() > 1).then_some(found)
}

/// Whom she sees, from some pieces.
pub(super) fn who(text: &str, tokens: &[Token<'_>], pieces: Range<usize>) -> Option<Read<String>> {
    let label =
        matches!(lower(tokens, pieces.start), "clinician" | "consultant" | "with" | "clinigydd" | "caller")
            && lower(tokens, pieces.start.saturating_add(1)) == ":";
    if label {
        return run(text, tokens, pieces.start.saturating_add(2), pieces.end, is_label_end, true);
    }
    let with = |at: &usize| matches!(lower(tokens, *at), "with" | "gyda" | "gyda'r" | "w" | "by");
    let after_with = pieces.clone().filter(with).find_map(|at| {
        let next = at.saturating_add(1);
        let skip = usize::from(matches!(lower(tokens, next), "the" | "your" | "a" | "y" | "yr" | "/"));
        let first = tokens.get(next.saturating_add(skip))?;
        let is_someone = (first.is_capital() && !is_place(&first.lower))
            || is_title(&first.lower)
            || is_role(&first.lower);
        is_someone
            .then(|| run(text, tokens, next.saturating_add(skip), pieces.end, is_who_end, true))
            .flatten()
    });
    after_with.or_else(|| {
        let titled = |at: &usize| {
            let before = at.checked_sub(1).map_or("", |before| lower(tokens, before));
            is_title(lower(tokens, *at))
                && !matches!(before, "dear" | "hi" | "hello" | "for" | "patient" | "annwyl")
                && tokens.get(at.saturating_add(1)).is_some_and(|next| next.is_capital() || next.is("."))
        };
        pieces.clone().find(titled).and_then(|at| run(text, tokens, at, pieces.end, is_who_end, false))
    })
}

/// The text of the pieces from a place to where one ends it.
fn run(
    text: &str,
    tokens: &[Token<'_>],
    start: usize,
    end: usize,
    ends: impl Fn(&[Token<'_>], usize) -> bool,
    sure: bool,
) -> Option<Read<String>> {
    let stop = (start..end.min(start.saturating_add(MOST))).find(|at| ends(tokens, *at));
    let stop = stop.unwrap_or(end.min(start.saturating_add(MOST)));
    let last = stop.checked_sub(1).filter(|last| *last >= start)?;
    let value = text.get(tokens.get(start)?.start..tokens.get(last)?.end())?;
    let value = value.trim_matches(|c: char| c.is_whitespace() || ".,:;-".contains(c));
    (!value.is_empty()).then(|| Read { value: value.to_owned(), sure })
}

fn is_label_end(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_none_or(|token| token.shape == Shape::Line || token.shape == Shape::Address)
}

fn is_place_end(tokens: &[Token<'_>], at: usize) -> bool {
    is_name_end(tokens, at)
        || matches!(
            lower(tokens, at),
            "with" | "to" | "has" | "is" | "will" | "your" | "you" | "reminder" | "here"
        )
}

fn is_who_end(tokens: &[Token<'_>], at: usize) -> bool {
    let number = tokens.get(at).is_some_and(|token| token.shape == Shape::Number);
    number
        || is_name_end(tokens, at)
        || matches!(
            lower(tokens, at),
            "in" | "will" | "has" | "is" | "from" | "to" | "yn" | "ym" | "would" | "can"
        )
}

/// What ends a name: signs, and words that begin something else.
fn is_name_end(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return true };
    let dot = token.is(".") && !at.checked_sub(1).is_some_and(|before| is_short(lower(tokens, before)));
    let sign =
        token.shape == Shape::Sign && !token.is(".") && !token.is("&") && !token.is("'") && !token.is("-");
    let other = token.shape == Shape::Line || token.shape == Shape::Address;
    dot || sign
        || other
        || matches!(
            token.lower.as_str(),
            "on" | "at"
                | "for"
                | "please"
                | "and"
                | "tomorrow"
                | "today"
                | "if"
                | "reply"
                | "am"
                | "ar"
                | "tel"
                | "between"
        )
        || super::language::weekday(&token.lower).is_some()
}

fn is_short(word: &str) -> bool {
    is_title(word) || word == "st" || word.len() == 1
}

fn is_title(word: &str) -> bool {
    matches!(
        word,
        "dr" | "mr"
            | "mrs"
            | "ms"
            | "miss"
            | "nurse"
            | "sister"
            | "prof"
            | "professor"
            | "midwife"
            | "doctor"
    )
}

fn is_role(word: &str) -> bool {
    matches!(
        word,
        "practice"
            | "physio"
            | "physiotherapist"
            | "pharmacist"
            | "hca"
            | "clinician"
            | "gp"
            | "health"
            | "diabetes"
            | "district"
            | "first"
            | "counsellor"
            | "dentist"
            | "nyrs"
            | "meddyg"
            | "fferyllydd"
    )
}

fn is_place(word: &str) -> bool {
    matches!(
        word,
        "surgery"
            | "hospital"
            | "centre"
            | "center"
            | "clinic"
            | "practice"
            | "pharmacy"
            | "chemist"
            | "house"
            | "hall"
            | "unit"
            | "department"
            | "dept"
            | "ward"
            | "road"
            | "street"
            | "library"
            | "medical"
            | "infirmary"
            | "building"
            | "ysbyty"
            | "meddygfa"
            | "meddygfa'r"
            | "feddygfa"
            | "canolfan"
            | "nghanolfan"
            | "fferyllfa"
            | "clinig"
            | "jobcentre"
            | "hub"
            | "outpatients"
            | "room"
            | "wing"
            | "suite"
            | "deintyddfa"
            | "gate"
    )
}
