//! The words around the first place that search found in a text.

use std::ops::{ControlFlow, Range};

use unicode_normalization::char::is_combining_mark;

use super::query::Query;

/// Characters before the first found word.
const BEFORE: usize = 60;
/// Characters from the first found word on.
const AFTER: usize = 140;
const CUT: &str = "…";

/// A piece of `text` around the first found word, with byte ranges into the piece. Where the text was
/// cut stands `…`; line breaks and other control characters become spaces. Empty if nothing is found.
pub(super) fn of(text: &str, query: &Query) -> (String, Vec<Range<usize>>) {
    let mut first = None;
    query.find(text, |found| {
        first = Some(found);
        ControlFlow::Break(())
    });
    let Some(window) = first.map(|found| window(text, &found)) else { return Default::default() };
    let piece = text.get(window.clone()).unwrap_or_default();
    let front = if window.start > 0 { CUT } else { "" };
    let back = if window.end < text.len() { CUT } else { "" };
    let shown: String = piece.chars().map(|c| if c.is_ascii_control() { ' ' } else { c }).collect();
    let shift = |mark: Range<usize>| mark.start + front.len()..mark.end + front.len();
    (format!("{front}{shown}{back}"), query.marks(piece).into_iter().map(shift).collect())
}

fn window(text: &str, found: &Range<usize>) -> Range<usize> {
    let (before, rest) = text.split_at(found.start);
    let start = before.char_indices().rev().take(BEFORE).last().map_or(found.start, |(at, _)| at);
    let after = rest.char_indices().nth(AFTER).map_or(text.len(), |(at, _)| found.start + at);
    from_word(text, start, found.start)..to_word(text, after.max(found.end), found.end)
}

/// The start moved on to the beginning of a word, if there is one before `limit`.
fn from_word(text: &str, start: usize, limit: usize) -> usize {
    if start == 0 {
        return 0;
    }
    let between = text.get(start..limit).unwrap_or_default();
    let space = between.char_indices().find(|(_, c)| c.is_whitespace());
    let whole = between.char_indices().find(|(_, c)| !is_combining_mark(*c)).map_or(0, |(at, _)| at);
    start + space.map_or(whole, |(at, c)| at + c.len_utf8())
}

/// The end moved back to the end of a word, if there is one after `limit`.
fn to_word(text: &str, end: usize, limit: usize) -> usize {
    if end == text.len() {
        return end;
    }
    let between = text.get(limit..end).unwrap_or_default();
    let cut = between.char_indices().rev().find(|(_, c)| c.is_whitespace());
    cut.map_or(end, |(at, _)| limit + at)
}
