//! Numbers that are no dates: of phones, of patients, and sums.

use super::Read;
use super::token::{Shape, Token, is_glued, lower};

/// Where a number of several groups ends that begins at a place, if it is no date: of a phone or a patient.
pub(super) fn end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let abroad = lower(tokens, at) == "+";
    let bracket = lower(tokens, at) == "(";
    let first = at.saturating_add(usize::from(abroad || bracket));
    let (mut next, mut digits, mut last) = (first, 0_usize, first);
    while next < at.saturating_add(16) {
        let Some(token) = tokens.get(next) else { break };
        let joins = (token.is("-") && is_glued(tokens, next)) || token.is("(") || token.is(")");
        let number = token.shape == Shape::Number;
        if !(number || (joins && digits > 0)) || (number && digits > 0 && !goes_on(tokens, next)) {
            break;
        }
        digits = digits.saturating_add(if number { token.text.len() } else { 0 });
        next = next.saturating_add(1);
        last = if number { next } else { last };
    }
    let long = tokens.get(first).is_some_and(|token| token.text.len() >= 3 || abroad);
    let before = at
        .checked_sub(1)
        .is_some_and(|before| is_glued(tokens, at) && "/-.:".contains(lower(tokens, before)));
    (long && !before && (9..=15).contains(&digits)).then_some(last)
}

/// Whether a group of digits belongs to those before it: no time begins with it.
fn goes_on(tokens: &[Token<'_>], at: usize) -> bool {
    let next = at.saturating_add(1);
    let sign = matches!(lower(tokens, next), ":" | "." | "/");
    let date = sign && is_glued(tokens, next) && is_glued(tokens, next.saturating_add(1));
    let number = tokens.get(next.saturating_add(1)).is_some_and(|token| token.shape == Shape::Number);
    let word = is_glued(tokens, next) && tokens.get(next).is_some_and(|token| token.shape == Shape::Word);
    !(word || (date && number))
}

/// The first number of a phone in a message, as it is written. Certain if a word before it says so.
pub(super) fn contact(text: &str, tokens: &[Token<'_>]) -> Option<Read<String>> {
    let mut at = 0;
    while at < tokens.len() {
        let Some(next) = end(tokens, at) else {
            at = at.saturating_add(1);
            continue;
        };
        let number = between(text, tokens, at, next).filter(|number| is_phone(number));
        if let Some(value) = number {
            let before = tokens.get(at.saturating_sub(4)..at).unwrap_or_default();
            let sure = before.iter().any(|token| is_call(&token.lower));
            return Some(Read { value: value.to_owned(), sure });
        }
        at = next;
    }
    None
}

fn between<'t>(text: &'t str, tokens: &[Token<'_>], at: usize, next: usize) -> Option<&'t str> {
    text.get(tokens.get(at)?.start..tokens.get(next.checked_sub(1)?)?.end())
}

fn is_phone(number: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let inland = number.trim_start_matches('(').starts_with('0') && (10..=11).contains(&digits);
    inland || (number.starts_with("+44") && (12..=13).contains(&digits))
}

fn is_call(word: &str) -> bool {
    matches!(
        word,
        "call"
            | "ring"
            | "phone"
            | "tel"
            | "telephone"
            | "text"
            | "contact"
            | "ffoniwch"
            | "ffôn"
            | "on"
            | "ar"
    )
}
