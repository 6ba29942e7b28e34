//! Making and checking copies.

use std::cell::RefCell;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use rusqlite::Connection;

use super::content::{self, Source};
use super::disk::{NewFolder, write_new_file};
use super::reading::{self, CopyVisitor};
use super::record::NoteRecord;
use super::sealed::SealedWriter;
use super::showing::ShowingRecord;
use super::source::{Files, Notebook, Uncleaned};
use super::visits::VisitRecord;
use crate::crypto::words::Words;
use crate::error::{Error, Part, Result};
use crate::id::AttachmentId;
use crate::progress::Watch;
use crate::storage::one_state::one_state;
use crate::time::Moment;

/// What a copy says of itself.
#[derive(Clone, Copy)]
pub struct Label<'a> {
    /// When it is made.
    pub made: Moment,
    /// The whole text of `READ ME.txt`: what this is, in plain words.
    pub read_me: &'a str,
}

/// What a copy holds; every byte of it was read and checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contents {
    /// When it was made.
    pub made: Moment,
    /// Notes, those in the bin too.
    pub notes: u64,
    /// Those of them in the bin.
    pub binned: u64,
    /// Attachments.
    pub attachments: u64,
    /// Bytes of the attachments.
    pub attachment_bytes: u64,
    /// The moment of the earliest note.
    pub first: Option<Moment>,
    /// The moment of the latest note.
    pub last: Option<Moment>,
    /// Her own people.
    pub people: u64,
    /// Her words for hard moments: those to herself, and what helps.
    pub own_words: u64,
    /// Her visits and other dates.
    pub visits: u64,
    /// 1 if there is a card.
    pub card: u64,
    /// Choices of what someone may be shown.
    pub choices: u64,
    /// Lines about what she showed.
    pub receipts: u64,
}

/// What went into an open folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Notes, those in the bin too.
    pub notes: u64,
    /// Attachments that went along.
    pub attachments: u64,
    /// Her own people.
    pub people: u64,
    /// Her words for hard moments: those to herself, and what helps.
    pub own_words: u64,
    /// Her visits and other dates.
    pub visits: u64,
    /// 1 if there is a card.
    pub card: u64,
    /// Choices of what someone may be shown.
    pub choices: u64,
    /// Lines about what she showed.
    pub receipts: u64,
    /// Attachments that stayed out, because they may say where she was and can't be cleaned.
    pub left_out: Vec<AttachmentId>,
}

/// Writes a sealed copy of the whole notebook. `out` should be buffered; it is not synced. Progress
/// counts notes and attachments.
///
/// # Errors
/// [`Error::Stopped`], what writing gives, and those of the engine.
pub fn make<W: Write>(
    conn: &Connection,
    out: W,
    words: &Words,
    label: Label<'_>,
    watch: &mut Watch<'_>,
) -> Result<W> {
    fill(conn, SealedWriter::new(out, words)?, label, watch)
}

pub(super) fn fill<W: Write>(
    conn: &Connection,
    mut sealed: SealedWriter<W>,
    label: Label<'_>,
    watch: &mut Watch<'_>,
) -> Result<W> {
    let _same_moment = one_state(conn)?;
    let notebook = Notebook::survey(conn, Files::AsTheyCame, watch)?;
    content::write(&notebook, &mut sealed, label.read_me, label.made, watch)?;
    sealed.finish()
}

/// Makes a sealed copy as a new file, which appears under its name only after it was synced, opened again
/// and checked to its last byte. Progress counts notes and attachments twice: written, then checked.
///
/// # Errors
/// [`Error::AlreadyThere`] if something has this name; as [`make`] and [`check`]. Nothing is left then.
pub fn make_file(
    conn: &Connection,
    path: &Path,
    words: &Words,
    label: Label<'_>,
    watch: &mut Watch<'_>,
) -> Result<Contents> {
    let _same_moment = one_state(conn)?;
    let watch = RefCell::new(watch);
    let write = |out| make(conn, out, words, label, &mut **watch.borrow_mut());
    let checking = |file: File| check(file, words, &mut |now| watch.borrow_mut()(now));
    let written = write_new_file(path, write, checking);
    // What has just been written can't be damaged or have other words, unless the disk is failing.
    written.map_err(|error| match error {
        Error::WrongSecret => Error::Damaged { part: Part::Copy },
        error => error,
    })
}

/// Opens a copy and checks everything in it: that it is whole, that `fernbook.json` can be read, that
/// each attachment is there with its length and SHA-256. Progress counts notes and attachments.
///
/// # Errors
/// [`Error::WrongSecret`], [`Error::NotUnderstood`], [`Error::Newer`], [`Error::Damaged`],
/// [`Error::Stopped`], and what reading gives.
pub fn check<R: Read>(input: R, words: &Words, watch: &mut Watch<'_>) -> Result<Contents> {
    let mut counting = Counting::default();
    let head = reading::read(input, words, &mut counting, watch)?;
    Ok(Contents {
        made: head.made,
        notes: counting.notes,
        binned: counting.binned,
        attachments: counting.attachments,
        attachment_bytes: counting.bytes,
        first: counting.first,
        last: counting.last,
        people: head.people.len() as u64,
        own_words: head.right_now.count(),
        visits: counting.visits,
        card: counting.showing.card,
        choices: counting.showing.choices,
        receipts: counting.showing.receipts,
    })
}

/// Writes everything in clear into a new or empty folder, readable for her account alone; pictures go
/// without what a camera wrote into them. Progress counts notes and attachments.
///
/// # Errors
/// [`Error::AlreadyThere`] if the folder holds anything; [`Error::Stopped`]; what writing gives, and those
/// of the engine. What was written goes away again then.
pub fn export(
    conn: &Connection,
    folder: &Path,
    uncleaned: Uncleaned,
    label: Label<'_>,
    watch: &mut Watch<'_>,
) -> Result<Exported> {
    let _same_moment = one_state(conn)?;
    let mut folder = NewFolder::create(folder)?;
    let notebook = Notebook::survey(conn, Files::Cleaned(uncleaned), watch)?;
    content::write(&notebook, &mut folder, label.read_me, label.made, watch)?;
    folder.finish()?;
    let (holds, (people, right_now)) = (notebook.holds(), notebook.right_now()?);
    let showing = Showing::of(&notebook.showing()?);
    Ok(Exported {
        notes: holds.notes,
        attachments: holds.attachments,
        people: people.len() as u64,
        own_words: right_now.count(),
        visits: notebook.visits()?,
        card: showing.card,
        choices: showing.choices,
        receipts: showing.receipts,
        left_out: notebook.left_out,
    })
}

#[derive(Default)]
struct Counting {
    notes: u64,
    binned: u64,
    attachments: u64,
    bytes: u64,
    first: Option<Moment>,
    last: Option<Moment>,
    visits: u64,
    showing: Showing,
}

/// How much there is of what she shows.
#[derive(Default)]
struct Showing {
    card: u64,
    choices: u64,
    receipts: u64,
}

impl Showing {
    fn of(showing: &ShowingRecord) -> Self {
        Self {
            card: u64::from(showing.card.is_some()),
            choices: showing.choices.len() as u64,
            receipts: showing.receipts.len() as u64,
        }
    }
}

impl CopyVisitor for Counting {
    fn note(&mut self, note: NoteRecord) -> Result<()> {
        self.notes += 1;
        self.binned += u64::from(note.binned.is_some());
        self.first = Some(self.first.map_or(note.at, |first| first.min(note.at)));
        self.last = self.last.max(Some(note.at));
        Ok(())
    }

    fn visit(&mut self, _visit: VisitRecord) -> Result<()> {
        self.visits += 1;
        Ok(())
    }

    fn showing(&mut self, showing: ShowingRecord) -> Result<()> {
        self.showing = Showing::of(&showing);
        Ok(())
    }

    fn attachment(&mut self, _id: AttachmentId, size: u64, content: &mut dyn Read) -> Result<()> {
        self.attachments += 1;
        self.bytes += size;
        io::copy(content, &mut io::sink()).map_err(super::sealed::read_error)?;
        Ok(())
    }
}
