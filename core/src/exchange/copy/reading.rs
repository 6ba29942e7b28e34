//! Reads a sealed copy as notes and attachments, and checks everything on the way: that each attachment a
//! note lists is there once, with its length and its SHA-256, and that the numbers are those promised.

use std::collections::{HashMap, HashSet};
use std::io::{self, Read};

use super::json::{self, Item};
use super::layout;
use super::record::{AttachmentRecord, Head, NoteRecord};
use super::sealed::{self, FileVisitor, read_error};
use super::showing::ShowingRecord;
use super::visits::VisitRecord;
use crate::crypto::digest::Sha256;
use crate::crypto::words::Words;
use crate::error::{Error, Part, Result, Thing};
use crate::id::{AttachmentId, ID_BYTES};
use crate::progress::{Watch, tell};

/// The longest `fernbook.json` that is read: 1 GiB.
const MAX_JSON: u64 = 1 << 30;
const DAMAGED: Error = Error::Damaged { part: Part::Copy };

/// Takes what a copy holds.
pub trait CopyVisitor {
    /// Takes what stands before the notes.
    ///
    /// # Errors
    /// Whatever makes reading stop.
    fn head(&mut self, _head: &Head) -> Result<()> {
        Ok(())
    }

    /// Takes a note, before any attachment.
    ///
    /// # Errors
    /// Whatever makes reading stop.
    fn note(&mut self, note: NoteRecord) -> Result<()>;

    /// Takes a visit, after all notes and before any attachment. A visitor that has no use for them may leave it.
    ///
    /// # Errors
    /// Whatever makes reading stop.
    fn visit(&mut self, _visit: VisitRecord) -> Result<()> {
        Ok(())
    }

    /// Takes her card, her choices and what she showed, after all visits. A visitor that has no use for them may leave it.
    ///
    /// # Errors
    /// Whatever makes reading stop.
    fn showing(&mut self, _showing: ShowingRecord) -> Result<()> {
        Ok(())
    }

    /// Takes the bytes of an attachment that a note listed. They are checked only after this returns: if
    /// they are wrong, reading ends with an error and nothing that was taken may be kept.
    ///
    /// # Errors
    /// Whatever makes reading stop.
    fn attachment(&mut self, id: AttachmentId, size: u64, content: &mut dyn Read) -> Result<()>;
}

/// Reads a copy to its end. Progress counts notes and attachments.
///
/// # Errors
/// As [`sealed::read`] and [`json::read`]; [`Error::Damaged`] where parts don't agree;
/// [`Error::TooLarge`]; [`Error::Stopped`]; and what `visitor` answers.
pub fn read<R: Read>(
    input: R,
    words: &Words,
    visitor: &mut dyn CopyVisitor,
    watch: &mut Watch<'_>,
) -> Result<Head> {
    let mut reading = Reading::new(visitor, watch);
    sealed::read(input, words, &mut reading)?;
    reading.finish()
}

/// Reads the tar of a copy whose seal was opened by other means.
///
/// # Errors
/// As [`read`], but for the words.
pub fn read_opened<R: Read>(input: R, visitor: &mut dyn CopyVisitor, watch: &mut Watch<'_>) -> Result<Head> {
    let mut reading = Reading::new(visitor, watch);
    sealed::read_opened(input, &mut reading)?;
    reading.finish()
}

struct Expected {
    id: AttachmentId,
    size: u64,
    sha256: [u8; 32],
}

struct Reading<'a, 'b> {
    visitor: &'a mut dyn CopyVisitor,
    watch: &'a mut Watch<'b>,
    head: Option<Head>,
    awaited: HashMap<String, Expected>,
    ids: HashSet<[u8; ID_BYTES]>,
    notes: u64,
    files: u64,
}

impl<'a, 'b> Reading<'a, 'b> {
    fn new(visitor: &'a mut dyn CopyVisitor, watch: &'a mut Watch<'b>) -> Self {
        let (awaited, ids) = (HashMap::new(), HashSet::new());
        Self { visitor, watch, head: None, awaited, ids, notes: 0, files: 0 }
    }
}

impl FileVisitor for Reading<'_, '_> {
    fn file(&mut self, name: &str, size: u64, content: &mut dyn Read) -> Result<()> {
        if name == layout::JSON {
            return self.json(size, content);
        }
        let folder = name.split('/').next().unwrap_or_default();
        if folder != layout::ATTACHMENTS {
            return Ok(());
        }
        // Without the list there is nothing to check an attachment by, so it must come first.
        if self.head.is_none() {
            return Err(DAMAGED);
        }
        match self.awaited.remove(name) {
            Some(expected) => self.attachment(&expected, size, content),
            None => Ok(()),
        }
    }
}

impl Reading<'_, '_> {
    fn json(&mut self, size: u64, content: &mut dyn Read) -> Result<()> {
        if self.head.is_some() {
            return Err(DAMAGED);
        }
        if size > MAX_JSON {
            return Err(Error::TooLarge { what: Thing::Copy });
        }
        let mut total = 0;
        let head = json::read(content, &mut |item| match item {
            Item::Head(head) => {
                total = head.holds.notes.saturating_add(head.holds.attachments);
                head.people.iter().try_for_each(|person| self.only_once(person.id.0))?;
                self.visitor.head(&head)
            }
            Item::Note(note) => self.note(*note, total),
            Item::Visit(visit) => {
                self.only_once(visit.id.0)?;
                self.visitor.visit(*visit)?;
                tell(self.watch, self.notes, total)
            }
            Item::Showing(showing) => {
                let choices = showing.choices.iter().map(|one| one.id.0);
                choices
                    .chain(showing.receipts.iter().map(|one| one.id.0))
                    .try_for_each(|id| self.only_once(id))?;
                self.visitor.showing(*showing)
            }
        })?;
        self.head = Some(head);
        Ok(())
    }

    fn note(&mut self, note: NoteRecord, total: u64) -> Result<()> {
        self.only_once(note.id.0)?;
        for one in &note.attachments {
            self.only_once(one.id.0)?;
            self.await_attachment(one)?;
        }
        self.notes += 1;
        self.visitor.note(note)?;
        tell(self.watch, self.notes, total)
    }

    fn only_once(&mut self, id: [u8; ID_BYTES]) -> Result<()> {
        if self.ids.insert(id) { Ok(()) } else { Err(DAMAGED) }
    }

    fn await_attachment(&mut self, one: &AttachmentRecord) -> Result<()> {
        let expected = Expected { id: one.id, size: one.size, sha256: one.sha256.0 };
        let in_place = one.path.starts_with("attachments/") && layout::is_plain(&one.path);
        let twice = self.awaited.insert(one.path.clone(), expected).is_some();
        if in_place && !twice { Ok(()) } else { Err(DAMAGED) }
    }

    fn attachment(&mut self, expected: &Expected, size: u64, content: &mut dyn Read) -> Result<()> {
        if size != expected.size {
            return Err(DAMAGED);
        }
        let mut hashed = Hashed { content, sha: Sha256::default(), bytes: 0 };
        self.visitor.attachment(expected.id, size, &mut hashed)?;
        io::copy(&mut hashed, &mut io::sink()).map_err(read_error)?;
        if hashed.bytes != size || hashed.sha.finish() != expected.sha256 {
            return Err(DAMAGED);
        }
        self.files += 1;
        let total =
            self.head.as_ref().map_or(0, |head| head.holds.notes.saturating_add(head.holds.attachments));
        tell(self.watch, self.notes + self.files, total)
    }

    fn finish(self) -> Result<Head> {
        let head = self.head.ok_or(Error::NotUnderstood { what: Thing::Copy })?;
        let holds = head.holds;
        let said = holds.notes != 0 || holds.attachments != 0;
        let agrees = !said || (holds.notes == self.notes && holds.attachments == self.files);
        if self.awaited.is_empty() && agrees { Ok(head) } else { Err(DAMAGED) }
    }
}

struct Hashed<'a> {
    content: &'a mut dyn Read,
    sha: Sha256,
    bytes: u64,
}

impl Read for Hashed<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(buffer)?;
        self.sha.update(buffer.get(..read).unwrap_or_default());
        self.bytes += read as u64;
        Ok(read)
    }
}
