//! Makes the entries of a source notes of the journal, in the caller's transaction. An entry that came
//! in before is known by its [mark](crate::exchange::marks).

use std::cell::{Cell, RefCell};
use std::collections::HashSet;
use std::io::{self, Read};

use rusqlite::{Connection, Transaction};

use super::entry::{Attached, Attachments, Entry, Item, Problem, Reason};
use super::preview::{PROBLEMS_KEPT, Preview};
use super::{Sink, Source};
use crate::error::Result;
use crate::exchange::marks::Marks;
use crate::id::NoteId;
use crate::journal::{attachment, note};
use crate::progress::{Progress, Watch};
use crate::time::Moment;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Notes written.
    pub added: u64,
    /// Attachments written.
    pub attachments: u64,
    /// Entries that were here before, in the bin too, and stay as they are.
    pub already: u64,
    /// The first problems, at most 1,000.
    pub problems: Vec<Problem>,
    /// All problems.
    pub problem_count: u64,
}

/// What [`run`] would do, counted without writing. Attachments are counted, not read.
///
/// # Errors
/// Those of [`Source::read`]; [`crate::Error::Damaged`] if the vault can't be read.
pub fn preview(conn: &Connection, source: &mut Source, watch: &mut Watch<'_>) -> Result<Preview> {
    let marks = Marks::of(conn)?;
    let (mut preview, mut seen) = (Preview::default(), HashSet::new());
    let sink: &mut Sink<'_> = &mut |item| {
        let Item::Entry(entry, _) = &item else {
            preview.add(&item);
            return Ok(());
        };
        match marks.find(conn, &entry.source_id)? {
            None if seen.insert(marks.mark(&entry.source_id)) => preview.add(&item),
            None => preview.already += 1,
            Some(in_bin) => {
                preview.already += 1;
                preview.already_in_bin += u64::from(in_bin);
            }
        }
        Ok(())
    };
    source.read(sink, watch)?;
    Ok(preview)
}

/// Writes every entry that is not here yet as a note. Drafts and undo stay as they are. If it fails or is
/// stopped, the caller's rollback leaves nothing of it.
///
/// # Errors
/// Those of [`Source::read`], [`crate::Error::Stopped`], [`crate::Error::NoSpace`] and the like of the vault.
pub fn run(
    tx: &Transaction<'_>,
    source: &mut Source,
    now: Moment,
    watch: &mut Watch<'_>,
) -> Result<Imported> {
    let marks = Marks::of(tx)?;
    let mut imported = Imported::default();
    // The reader tells how far it is; a long attachment asks in between whether to go on.
    let last = Cell::new(Progress { done: 0, total: 0 });
    let watch = RefCell::new(watch);
    let again = &mut |_: Progress| (watch.borrow_mut())(last.get());
    let sink: &mut Sink<'_> = &mut |item| match item {
        Item::Entry(entry, bytes) => imported.take_entry(tx, &marks, *entry, bytes, now, again),
        Item::Problem(problem) => {
            imported.take_problem(problem);
            Ok(())
        }
    };
    source.read(sink, &mut |progress| {
        last.set(progress);
        (watch.borrow_mut())(progress)
    })?;
    Ok(imported)
}

impl Imported {
    fn take_problem(&mut self, problem: Problem) {
        self.problem_count += 1;
        if self.problems.len() < PROBLEMS_KEPT {
            self.problems.push(problem);
        }
    }

    fn take_entry(
        &mut self,
        tx: &Transaction<'_>,
        marks: &Marks,
        mut entry: Entry,
        bytes: &mut dyn Attachments,
        now: Moment,
        watch: &mut Watch<'_>,
    ) -> Result<()> {
        if marks.find(tx, &entry.source_id)?.is_some() {
            self.already += 1;
            return Ok(());
        }
        let attachments = std::mem::take(&mut entry.attachments);
        let place = entry.place.clone();
        let written = entry.created.unwrap_or(entry.at).min(now);
        let source_id = entry.source_id.clone();
        let id = note::insert(tx, &new_note(entry), now)?;
        marks.keep(tx, &source_id, id)?;
        self.added += 1;
        for attached in &attachments {
            if attach(tx, id, attached, written, bytes, watch)? {
                self.attachments += 1;
            } else {
                self.take_problem(Problem { place: place.clone(), reason: Reason::AttachmentDamaged });
            }
        }
        Ok(())
    }
}

fn new_note(entry: Entry) -> note::NewNote {
    note::NewNote {
        title: entry.title,
        topics: entry.topics,
        pinned: entry.pinned,
        created: entry.created.or(Some(entry.at)),
        edited: entry.edited,
        ..note::NewNote::of_text(entry.text, entry.at, entry.zone)
    }
}

/// Writes one attachment; false if it can't be read from the source.
fn attach(
    tx: &Transaction<'_>,
    note: NoteId,
    attached: &Attached,
    added: Moment,
    bytes: &mut dyn Attachments,
    watch: &mut Watch<'_>,
) -> Result<bool> {
    let Ok(input) = bytes.open(attached) else { return Ok(false) };
    let mut input = Noted { input, failed: false };
    let new = attachment::NewAttachment { id: None, note, name: &attached.name, added };
    match attachment::add(tx, &new, &mut input, watch) {
        Ok(_) => Ok(true),
        Err(_) if input.failed => Ok(false),
        Err(error) => Err(error),
    }
}

/// Remembers whether it was the source that failed, not the vault.
struct Noted<'a> {
    input: Box<dyn Read + 'a>,
    failed: bool,
}

impl Read for Noted<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer);
        self.failed |= read.as_ref().is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        read
    }
}
