//! What comes back from a copy. Ids are kept. What is here stays as it is: a note that is the same is
//! passed over, one that differs comes in beside it as a new note, one deleted for good here stays gone.
//! A copy never deletes.

use std::collections::HashMap;
use std::io::{ErrorKind, Read};

use rusqlite::{Connection, Transaction};

use super::own;
use super::reading::{self, CopyVisitor};
use super::record::{AttachmentRecord, Head, NoteRecord};
use super::sealed::read_error;
use super::showing::ShowingRecord;
use super::visits::{self, VisitFate, VisitRecord};
use crate::crypto::digest::Sha256;
use crate::crypto::words::Words;
use crate::error::{Error, Result};
use crate::exchange::marks;
use crate::id::{AttachmentId, ID_BYTES, NoteId};
use crate::journal::attachment::{self, NewAttachment};
use crate::journal::history::{self, Version};
use crate::journal::note::{self, NewNote, Note};
use crate::journal::tombstone::is_buried;
use crate::progress::Watch;
use crate::time::Moment;
use crate::visits::store;

/// What a copy brings, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Restored {
    /// When the copy was made.
    pub made: Moment,
    /// Notes that are not here.
    pub new: u64,
    /// Notes that are here with the same words, date and attachments, or that came in before.
    pub same: u64,
    /// Notes that were changed here or there since: the copy's comes in beside the one here.
    pub differing: u64,
    /// Notes, people and visits that were deleted for good here, and own words that were taken out; they stay gone.
    pub deleted_here: u64,
    /// Attachments that come in.
    pub attachments: u64,
    /// Her own people that come in.
    pub people: u64,
    /// Her words for hard moments that come in: those to herself, and what helps.
    pub own_words: u64,
    /// Her visits and other dates that come in.
    pub visits: u64,
    /// 1 if her card comes in.
    pub card: u64,
    /// Choices that come in, or make one here stricter.
    pub choices: u64,
    /// Lines about what she showed that come in.
    pub receipts: u64,
}

impl Restored {
    const NOTHING: Restored = Restored {
        made: Moment(0),
        new: 0,
        same: 0,
        differing: 0,
        deleted_here: 0,
        attachments: 0,
        people: 0,
        own_words: 0,
        visits: 0,
        card: 0,
        choices: 0,
        receipts: 0,
    };
}

/// Reads and checks a whole copy and tells what [`restore`] would do. Changes nothing. Progress counts
/// notes and attachments of the copy.
///
/// # Errors
/// As [`check`](super::make::check), and those of the engine.
pub fn preview<R: Read>(
    conn: &Connection,
    input: R,
    words: &Words,
    watch: &mut Watch<'_>,
) -> Result<Restored> {
    run(conn, None, input, words, watch)
}

/// Brings in a copy. If it fails, the transaction must be rolled back. Drafts, and what undo takes back,
/// stay as they are. Progress counts notes and attachments of the copy.
///
/// # Errors
/// As [`preview`]; [`Error::TooLarge`] for a note longer than a notebook takes.
pub fn restore<R: Read>(
    tx: &Transaction<'_>,
    input: R,
    words: &Words,
    now: Moment,
    watch: &mut Watch<'_>,
) -> Result<Restored> {
    run(tx, Some((tx, now)), input, words, watch)
}

fn run<R: Read>(
    conn: &Connection,
    writing: Option<(&Transaction<'_>, Moment)>,
    input: R,
    words: &Words,
    watch: &mut Watch<'_>,
) -> Result<Restored> {
    let mut restoring = Restoring {
        conn,
        writing,
        tally: Restored::NOTHING,
        awaited: HashMap::new(),
        showing: ShowingRecord::default(),
    };
    let head = reading::read(input, words, &mut restoring, watch)?;
    let mut tally = Restored { made: head.made, ..restoring.tally };
    // After the notes: a text that came in beside as a note before may be among them.
    let mut bringing =
        own::Bringing { conn, writing, now: writing.map_or(head.made, |(_, now)| now), tally: &mut tally };
    bringing.bring(&head)?;
    bringing.bring_showing(&restoring.showing, &head)?;
    Ok(tally)
}

/// What becomes of a note of the copy.
#[derive(Clone, Copy)]
enum Fate {
    New,
    Same,
    Beside(NoteId),
    DeletedHere,
}

/// An attachment whose bytes are still to come.
struct Awaited {
    id: AttachmentId,
    note: NoteId,
    name: String,
    added: Moment,
}

struct Restoring<'a> {
    conn: &'a Connection,
    writing: Option<(&'a Transaction<'a>, Moment)>,
    tally: Restored,
    awaited: HashMap<AttachmentId, Awaited>,
    /// Kept until her people and all notes are here, of whom it tells.
    showing: ShowingRecord,
}

impl CopyVisitor for Restoring<'_> {
    fn head(&mut self, head: &Head) -> Result<()> {
        let Some((tx, _)) = self.writing else { return Ok(()) };
        marks::bring_keys(tx, head.import_keys.iter().map(|key| key.0))
    }

    fn note(&mut self, mut note: NoteRecord) -> Result<()> {
        as_kept(&mut note);
        match self.fate(&note)? {
            Fate::New => {
                self.tally.new += 1;
                self.bring(note.id, note)
            }
            Fate::Beside(id) => {
                self.tally.differing += 1;
                self.bring(id, note)
            }
            Fate::Same => {
                self.tally.same += 1;
                Ok(())
            }
            Fate::DeletedHere => {
                self.tally.deleted_here += 1;
                Ok(())
            }
        }
    }

    fn visit(&mut self, visit: VisitRecord) -> Result<()> {
        match visits::fate(self.conn, visit)? {
            VisitFate::Comes(id, visit) => {
                self.tally.visits += 1;
                self.writing.map_or(Ok(()), |(tx, _)| store::bring(tx, id, &visit))
            }
            VisitFate::DeletedHere => {
                self.tally.deleted_here += 1;
                Ok(())
            }
            VisitFate::Here => Ok(()),
        }
    }

    fn showing(&mut self, showing: ShowingRecord) -> Result<()> {
        self.showing = showing;
        Ok(())
    }

    fn attachment(&mut self, id: AttachmentId, _size: u64, content: &mut dyn Read) -> Result<()> {
        let Some(awaited) = self.awaited.remove(&id) else { return Ok(()) };
        self.tally.attachments += 1;
        let Some((tx, _)) = self.writing else { return Ok(()) };
        let new = NewAttachment {
            id: Some(awaited.id),
            note: awaited.note,
            name: &awaited.name,
            added: awaited.added,
        };
        let mut content = CopyReader { content, failed: None };
        let added = attachment::add(tx, &new, &mut content, &mut |_| true);
        match content.failed {
            Some(error) => Err(error),
            None => added.map(drop),
        }
    }
}

impl Restoring<'_> {
    fn fate(&self, note: &NoteRecord) -> Result<Fate> {
        if is_buried(self.conn, note.id.0)? {
            return Ok(Fate::DeletedHere);
        }
        let Some(living) = find(self.conn, note.id)? else { return Ok(Fate::New) };
        if self.is_same(&living, note)? {
            return Ok(Fate::Same);
        }
        let id = derive_note_id(note);
        if is_buried(self.conn, id.0)? {
            return Ok(Fate::DeletedHere);
        }
        Ok(if find(self.conn, id)?.is_some() { Fate::Same } else { Fate::Beside(id) })
    }

    /// Whether the copy's note has no word, date or attachment that the living one lacks. Topics, pin and
    /// bin are left out: how she keeps a note now is how she wants it, and a double would not help.
    fn is_same(&self, living: &Note, note: &NoteRecord) -> Result<bool> {
        let words = living.text == note.text && living.title == note.title;
        if !words || living.at != note.at || living.zone != note.zone {
            return Ok(false);
        }
        for one in &note.attachments {
            let here = living.attachments.iter().any(|other| other.id == one.id);
            if !here && !is_buried(self.conn, one.id.0)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn bring(&mut self, id: NoteId, note: NoteRecord) -> Result<()> {
        for one in &note.attachments {
            self.await_attachment(id, one)?;
        }
        let Some((tx, now)) = self.writing else { return Ok(()) };
        let history = note.history;
        let new = NewNote {
            id: Some(id),
            title: note.title,
            text: note.text,
            at: note.at,
            zone: note.zone,
            topics: note.topics,
            pinned: note.pinned,
            created: Some(note.created),
            edited: Some(note.edited),
            binned: note.binned,
        };
        note::insert(tx, &new, now)?;
        note.imported.iter().try_for_each(|mark| marks::bring(tx, &mark.0, id))?;
        history.into_iter().try_for_each(|one| {
            let version = Version { written: one.written, title: one.title, text: one.text };
            history::put(tx, id, &version)
        })
    }

    /// One deleted for good here stays gone; one that belongs to a note here comes in under another id.
    fn await_attachment(&mut self, note: NoteId, one: &AttachmentRecord) -> Result<()> {
        let mut id = one.id;
        if is_buried(self.conn, id.0)? {
            return Ok(());
        }
        if lives(self.conn, id)? {
            id = derive_attachment_id(note, id);
            if is_buried(self.conn, id.0)? || lives(self.conn, id)? {
                return Ok(());
            }
        }
        let awaited = Awaited { id, note, name: one.name.clone(), added: one.added };
        self.awaited.insert(one.id, awaited);
        Ok(())
    }
}

/// Makes the words those that a notebook would keep of them, so that a copy written by another program is
/// the same note the second time, too.
fn as_kept(note: &mut NoteRecord) {
    let title = note.title.take();
    note.title = title.map(|title| title.trim().replace('\0', "\u{fffd}")).filter(|title| !title.is_empty());
    if note.text.contains('\0') {
        note.text = note.text.replace('\0', "\u{fffd}");
    }
}

pub(super) fn find(conn: &Connection, id: NoteId) -> Result<Option<Note>> {
    match note::get(conn, id) {
        Ok(note) => Ok(Some(note)),
        Err(Error::NotFound { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn lives(conn: &Connection, id: AttachmentId) -> Result<bool> {
    match attachment::info(conn, id) {
        Ok(_) => Ok(true),
        Err(Error::NotFound { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The id under which a differing note comes in: always the same for the same content, so that the same
/// copy can't bring it twice, and another copy's other content can come in too.
fn derive_note_id(note: &NoteRecord) -> NoteId {
    let mut sha = Sha256::default();
    sha.field(b"fernbook: note beside, 1");
    sha.field(&note.id.0);
    sha.field(&note.at.0.to_le_bytes());
    sha.field(note.zone.name().as_bytes());
    sha.field(&[u8::from(note.title.is_some())]);
    sha.field(note.title.as_deref().unwrap_or_default().as_bytes());
    sha.field(note.text.as_bytes());
    note.attachments.iter().for_each(|one| sha.field(&one.id.0));
    NoteId(first_bytes(sha))
}

fn derive_attachment_id(note: NoteId, id: AttachmentId) -> AttachmentId {
    let mut sha = Sha256::default();
    sha.field(b"fernbook: attachment beside, 1");
    sha.field(&note.0);
    sha.field(&id.0);
    AttachmentId(first_bytes(sha))
}

pub(super) fn first_bytes(sha: Sha256) -> [u8; ID_BYTES] {
    let mut id = [0; ID_BYTES];
    id.iter_mut().zip(sha.finish()).for_each(|(to, from)| *to = from);
    id
}

/// Keeps apart a copy that can't be read and a notebook that can't be written.
struct CopyReader<'a> {
    content: &'a mut dyn Read,
    failed: Option<Error>,
}

impl Read for CopyReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.content.read(buffer).map_err(|error| {
            let kind = error.kind();
            if kind != ErrorKind::Interrupted {
                self.failed = Some(read_error(error));
            }
            kind.into()
        })
    }
}
