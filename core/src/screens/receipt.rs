//! What she showed, as a phone lists it.

use rusqlite::Connection;

use super::showing::{self, ReceiptLine};
use crate::consent::receipt;
use crate::error::Result;
use crate::id::GrantId;
use crate::words::{Words, key};

/// A line about what was shown.
#[derive(Clone, PartialEq, Eq)]
pub struct ShownLine {
    /// Its id.
    pub id: GrantId,
    /// When, to whom and by which way, in a sentence.
    pub line: String,
    /// How it stands, in a sentence.
    pub state: String,
}

/// A page of such lines.
#[derive(Clone, PartialEq, Eq)]
pub struct ShownList {
    /// The lines, the latest first.
    pub lines: Vec<ShownLine>,
    /// Whether there may be more after the last of them.
    pub more: bool,
}

/// One of them.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptPage {
    /// The line.
    pub line: ShownLine,
    /// Which parts, in a sentence.
    pub parts: String,
    /// The words as they went, a part each, if she kept them.
    pub words: Vec<String>,
    /// Words to ask them not to use it, to copy; none where they kept nothing.
    pub ask: Option<String>,
    /// Whether she has put down that she asked them.
    pub has_asked: bool,
}

/// What was shown before one, or the latest of all.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound) in a plain notebook, or if that one is not there.
pub fn list(conn: &Connection, words: &Words, before: Option<GrantId>) -> Result<ShownList> {
    let lines = showing::receipt_lines(conn, words, before)?;
    let more = lines.len() >= receipt::PAGE as usize;
    Ok(ShownList { lines: lines.into_iter().map(|line| shown(words, &line)).collect(), more })
}

/// One of them.
///
/// # Errors
/// [`NotFound`](crate::Error::NotFound).
pub fn page(conn: &Connection, words: &Words, id: GrantId) -> Result<ReceiptPage> {
    let line = showing::receipt_line(conn, words, receipt::get(conn, id)?)?;
    let kept = receipt::words(conn, id)?;
    let parts = line.parts.join(", ");
    let ask = line.grant.shown.way.is_kept().then(|| ask_words(words, &line));
    Ok(ReceiptPage {
        parts: words.text(key::RECEIPT_PARTS, &[("parts", (&parts).into())]),
        words: kept.into_iter().map(|one| one.text).collect(),
        ask,
        has_asked: line.grant.has_been_asked(),
        line: shown(words, &line),
    })
}

/// Words to ask them not to use what she showed.
#[must_use]
pub fn ask_words(words: &Words, line: &ReceiptLine) -> String {
    let day = words.date(line.grant.at.local(line.grant.shown.zone));
    words.text(key::RECEIPT_ASK_WORDS, &[("day", (&day).into())])
}

fn shown(words: &Words, line: &ReceiptLine) -> ShownLine {
    let parts = [("when", (&line.when).into()), ("who", (&line.who).into()), ("way", (&line.way).into())];
    ShownLine { id: line.grant.id, line: words.text(key::RECEIPT_LINE, &parts), state: line.state.clone() }
}
