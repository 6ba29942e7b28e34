//! Notes: written, changed, read, and deleted for good.

use rusqlite::{Connection, Transaction};

use super::attachment::{self, Attachment};
use super::stored::{self, Stored};
use super::{draft, history, index, tombstone, topic, undo};
use crate::error::{Error, Result, Thing};
use crate::id::NoteId;
use crate::time::{Moment, Zone};

/// The longest text taken, in bytes as it is kept: a NUL counts as the three bytes of U+FFFD.
pub const LONGEST_TEXT: usize = 32 << 20;
/// The longest title taken, in bytes.
pub const LONGEST_TITLE: usize = 64 << 10;

/// A note to be written.
pub struct NewNote {
    /// The id it had in a copy; none makes a new one.
    pub id: Option<NoteId>,
    /// A title, if it has one; one of white space alone is none.
    pub title: Option<String>,
    /// The text, kept as it is, but NUL characters become U+FFFD.
    pub text: String,
    /// When what it tells was.
    pub at: Moment,
    /// Where.
    pub zone: Zone,
    /// Names of topics.
    pub topics: Vec<String>,
    /// Whether it stands before all others.
    pub pinned: bool,
    /// When it was first written, if not now.
    pub created: Option<Moment>,
    /// When it was last changed, if not when it was first written.
    pub edited: Option<Moment>,
    /// When it was put in the bin, for a note from a copy.
    pub binned: Option<Moment>,
}

impl NewNote {
    /// A plain note of this text, with nothing else.
    #[must_use]
    pub fn of_text(text: String, at: Moment, zone: Zone) -> Self {
        Self {
            id: None,
            title: None,
            text,
            at,
            zone,
            topics: Vec::new(),
            pinned: false,
            created: None,
            edited: None,
            binned: None,
        }
    }
}

/// A note as it is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// When what it tells was.
    pub at: Moment,
    /// Where.
    pub zone: Zone,
    /// When it was first written.
    pub created: Moment,
    /// When its words, its date or its topics last changed.
    pub edited: Moment,
    /// When it was put in the bin, if it lies there.
    pub binned: Option<Moment>,
    /// Whether it stands before all others.
    pub pinned: bool,
    /// Changes counted, from 1.
    pub version: i64,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Its text.
    pub text: String,
    /// Names of its topics, in the order of their folded names.
    pub topics: Vec<String>,
    /// What is attached, oldest first.
    pub attachments: Vec<Attachment>,
}

/// What to change of a note; `None` leaves as it is.
#[derive(Default)]
pub struct Edit {
    /// A new title, or `Some(None)` for none.
    pub title: Option<Option<String>>,
    /// A new text.
    pub text: Option<String>,
    /// A new moment.
    pub at: Option<Moment>,
    /// A new zone.
    pub zone: Option<Zone>,
    /// All topics it shall have.
    pub topics: Option<Vec<String>>,
}

/// Writes a new note, drops the draft of a new note, and makes this the change that undo takes back.
///
/// # Errors
/// [`Error::AlreadyThere`] if the id is or was in use here; [`Error::TooLarge`]; [`Error::NotUnderstood`]
/// for a date out of range.
pub fn add(tx: &Transaction<'_>, new: &NewNote, now: Moment) -> Result<NoteId> {
    let id = insert(tx, new, now)?;
    draft::discard(tx, None)?;
    undo::record_state(tx, id, undo::Kind::Add)?;
    Ok(id)
}

/// Writes a note that an import or a copy brings: like [`add`], but drafts and undo stay as they are.
///
/// # Errors
/// As [`add`].
pub fn insert(tx: &Transaction<'_>, new: &NewNote, now: Moment) -> Result<NoteId> {
    let id = fresh_id(tx, new.id)?;
    let (title, text) = (clean_title(new.title.as_deref())?, clean_text(&new.text)?);
    let created = new.created.unwrap_or(now).checked()?;
    let mut insert = tx.prepare_cached(
        "INSERT INTO note (id, at, zone, created, edited, binned, pinned, title, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    let row = insert.insert((
        id,
        new.at.checked()?,
        new.zone,
        created,
        new.edited.unwrap_or(created).checked()?,
        new.binned,
        new.pinned,
        &title,
        &text,
    ))?;
    index::put(tx, row, title.as_deref(), &text)?;
    topic::set(tx, row, &new.topics)?;
    Ok(id)
}

fn fresh_id(tx: &Transaction<'_>, wanted: Option<NoteId>) -> Result<NoteId> {
    let Some(id) = wanted else { return NoteId::make() };
    let lives = tx.prepare_cached("SELECT 1 FROM note WHERE id = ?1")?.exists([id])?;
    if lives || tombstone::is_buried(tx, id.0)? { Err(Error::AlreadyThere) } else { Ok(id) }
}

/// Changes a note, keeps the earlier text if history is on, and makes this the change that undo takes
/// back. An edit that changes nothing writes nothing. One that has a text drops the note's draft, which
/// it is; one of title, date or topics alone leaves what she has not saved yet.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::TooLarge`]; [`Error::NotUnderstood`] for a date out of range.
pub fn edit(tx: &Transaction<'_>, id: NoteId, edit: &Edit, now: Moment) -> Result<()> {
    if edit.text.is_some() {
        draft::discard(tx, Some(id))?;
    }
    change(tx, id, edit, now)
}

/// As [`edit`], but the note's draft stays.
pub(super) fn change(tx: &Transaction<'_>, id: NoteId, edit: &Edit, now: Moment) -> Result<()> {
    let old = stored::load(tx, id)?;
    let old_topics = topic::of_note(tx, old.row)?;
    let change = Change::of(&old, edit)?;
    let topics = edit.topics.as_ref().filter(|wanted| !topic::same(wanted, &old_topics));
    if !change.is_any(&old) && topics.is_none() {
        return Ok(());
    }
    history::keep(tx, &old, &change)?;
    undo::record_edit(tx, &old, &old_topics)?;
    write(tx, &old, &change, now)?;
    topics.map_or(Ok(()), |wanted| topic::set(tx, old.row, wanted))
}

/// What a note is to hold.
pub(super) struct Change<'a> {
    pub at: Moment,
    pub zone: Zone,
    pub title: Option<std::borrow::Cow<'a, str>>,
    pub body: std::borrow::Cow<'a, str>,
}

impl<'a> Change<'a> {
    fn of(old: &'a Stored, edit: &'a Edit) -> Result<Self> {
        Ok(Self {
            at: edit.at.unwrap_or(old.at).checked()?,
            zone: edit.zone.unwrap_or(old.zone),
            title: match &edit.title {
                Some(title) => clean_title(title.as_deref())?,
                None => old.title.as_deref().map(Into::into),
            },
            body: match &edit.text {
                Some(text) => clean_text(text)?,
                None => old.body.as_str().into(),
            },
        })
    }

    pub(super) fn is_words(&self, old: &Stored) -> bool {
        self.title.as_deref() != old.title.as_deref() || self.body != old.body
    }

    fn is_any(&self, old: &Stored) -> bool {
        self.is_words(old) || self.at != old.at || self.zone != old.zone
    }
}

/// Writes a change of a note and its place in the search index.
pub(super) fn write(tx: &Transaction<'_>, old: &Stored, change: &Change<'_>, now: Moment) -> Result<()> {
    if change.is_words(old) {
        index::remove(tx, old.row, old.title.as_deref(), &old.body)?;
        index::put(tx, old.row, change.title.as_deref(), &change.body)?;
        let mut update = tx.prepare_cached("UPDATE note SET title = ?2, body = ?3 WHERE row = ?1")?;
        update.execute((old.row, &change.title, &change.body))?;
    }
    let mut update = tx.prepare_cached(
        "UPDATE note SET at = ?2, zone = ?3, edited = ?4, version = version + 1 WHERE row = ?1",
    )?;
    update.execute((old.row, change.at, change.zone, now))?;
    Ok(())
}

/// Pins a note before all others, or lets it go back to its place.
///
/// # Errors
/// [`Error::NotFound`].
pub fn set_pinned(tx: &Transaction<'_>, id: NoteId, pinned: bool) -> Result<()> {
    let (row, was, binned) = stored::state(tx, id)?;
    if was == pinned {
        return Ok(());
    }
    undo::record_state(tx, id, undo::Kind::Pin)?;
    stored::set_state(tx, row, pinned, binned)
}

/// The whole note, from the bin too.
///
/// # Errors
/// [`Error::NotFound`].
pub fn get(conn: &Connection, id: NoteId) -> Result<Note> {
    let note = stored::load(conn, id)?;
    Ok(Note {
        id: note.id,
        at: note.at,
        zone: note.zone,
        created: note.created,
        edited: note.edited,
        binned: note.binned,
        pinned: note.pinned,
        version: note.version,
        title: note.title,
        text: note.body,
        topics: topic::of_note(conn, note.row)?,
        attachments: attachment::of_note(conn, note.row)?,
    })
}

/// Takes a note out of everything: its words, earlier texts, draft, undo, place in search, attachments
/// and where it was imported from. Its id and version stay as a tombstone. Works in and out of the bin.
///
/// # Errors
/// [`Error::NotFound`].
pub fn delete_for_good(tx: &Transaction<'_>, id: NoteId) -> Result<()> {
    let note = stored::load(tx, id)?;
    index::remove(tx, note.row, note.title.as_deref(), &note.body)?;
    attachment::remove_all(tx, note.row)?;
    topic::set(tx, note.row, &[])?;
    tx.prepare_cached("DELETE FROM note WHERE row = ?1")?.execute([note.row])?;
    tombstone::bury(tx, id.0, note.version)
}

/// A title as it is kept: without white space around it, or none.
pub(super) fn clean_title(title: Option<&str>) -> Result<Option<std::borrow::Cow<'_, str>>> {
    let Some(title) = title.map(str::trim).filter(|title| !title.is_empty()) else { return Ok(None) };
    cleaned(title, LONGEST_TITLE).map(Some)
}

/// A text as it is kept. NUL ends a text in too many places where it may go later.
pub(super) fn clean_text(text: &str) -> Result<std::borrow::Cow<'_, str>> {
    cleaned(text, LONGEST_TEXT)
}

/// What is kept is measured: it is longer, and a copy brings it back as such.
fn cleaned(text: &str, longest: usize) -> Result<std::borrow::Cow<'_, str>> {
    let kept: std::borrow::Cow<'_, str> =
        if text.contains('\0') { text.replace('\0', "\u{fffd}").into() } else { text.into() };
    if kept.len() > longest { Err(Error::TooLarge { what: Thing::Text }) } else { Ok(kept) }
}
