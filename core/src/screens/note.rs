//! One note, as the page shows it where she reads and writes it.

use rusqlite::Connection;

use crate::error::Result;
use crate::id::{AttachmentId, NoteId};
use crate::journal::settings::{self, Switch};
use crate::journal::{draft, history, note, topic};
use crate::time::Zone;
use crate::words::Words;

/// A note and what can be done with it.
#[derive(Clone, PartialEq, Eq)]
pub struct NotePage {
    /// Its id.
    pub id: NoteId,
    /// Its date and time in words.
    pub date: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Its text.
    pub text: String,
    /// What she has written and not saved yet, if it differs.
    pub draft: Option<DraftText>,
    /// Names of its topics.
    pub topics: Vec<String>,
    /// Names of all topics there are, to choose from.
    pub all_topics: Vec<String>,
    /// Pictures, sounds and other files.
    pub attachments: Vec<AttachmentLine>,
    /// Whether it stands before all others.
    pub pinned: bool,
    /// Whether it lies in the bin.
    pub binned: bool,
    /// How many earlier texts of it are kept.
    pub versions: u32,
    /// Whether earlier texts are being kept.
    pub keeps_history: bool,
}

/// What is being written.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftText {
    /// A title, if there is one.
    pub title: Option<String>,
    /// The text.
    pub text: String,
}

/// A picture, sound or other file of a note.
#[derive(Clone, PartialEq, Eq)]
pub struct AttachmentLine {
    /// Its id.
    pub id: AttachmentId,
    /// Its file name.
    pub name: String,
    /// Its media type (RFC 6838), told from its bytes.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
}

/// An earlier text in a list.
#[derive(Clone, PartialEq, Eq)]
pub struct EarlierLine {
    /// Its place among the earlier texts: 1 is the oldest.
    pub number: u32,
    /// When it was written, in words.
    pub date: String,
}

/// The earlier texts of a note, the newest first, dated by the clocks of `zone`.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound).
pub fn earlier(conn: &Connection, words: &Words, id: NoteId, zone: Zone) -> Result<Vec<EarlierLine>> {
    let line = |version: history::VersionLine| EarlierLine {
        number: version.number,
        date: words.date_and_time(version.written.local(zone)),
    };
    Ok(history::list(conn, id)?.into_iter().rev().map(line).collect())
}

/// A note, from the bin too.
///
/// # Errors
/// [`Error::NotFound`](crate::Error::NotFound).
pub fn page(conn: &Connection, words: &Words, id: NoteId) -> Result<NotePage> {
    let note = note::get(conn, id)?;
    let draft = draft::get(conn, Some(id))?.map(|draft| DraftText { title: draft.title, text: draft.text });
    let line = |file: crate::journal::attachment::Attachment| AttachmentLine {
        id: file.id,
        name: file.name,
        media_type: file.media_type,
        size: file.size,
    };
    Ok(NotePage {
        id,
        date: words.date_and_time(note.at.local(note.zone)),
        draft: draft.filter(|draft| draft.text != note.text || draft.title != note.title),
        topics: note.topics,
        all_topics: topic::list(conn)?.into_iter().map(|topic| topic.name).collect(),
        attachments: note.attachments.into_iter().map(line).collect(),
        pinned: note.pinned,
        binned: note.binned.is_some(),
        versions: u32::try_from(history::list(conn, id)?.len()).unwrap_or(u32::MAX),
        keeps_history: settings::is_on(conn, Switch::History)?,
        title: note.title,
        text: note.text,
    })
}
