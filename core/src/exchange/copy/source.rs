//! A notebook as the source of a copy.

use std::collections::HashMap;
use std::io::{self, Write};

use rusqlite::Connection;

use super::content::{NoteTaker, Source, VisitTaker};
use super::layout::attachment_path;
use super::own;
use super::record::{
    AttachmentRecord, Hex32, Holds, NoteRecord, PersonRecord, RightNowRecord, VersionRecord,
};
use super::showing::ShowingRecord;
use super::visits::VisitRecord;
use crate::crypto::digest::{SHA256_BYTES, Sha256};
use crate::error::Result;
use crate::exchange::marks;
use crate::id::{AttachmentId, NoteId};
use crate::journal::attachment::{self, Attachment};
use crate::journal::note::Note;
use crate::journal::page::{PageQuery, page};
use crate::journal::picture::Cleaned;
use crate::journal::{history, note, picture};
use crate::order;
use crate::progress::{Watch, tell};
use crate::time::Moment;
use crate::visits::store;

const PAGE: u32 = 500;
const PLAIN_TEXT: &str = "text/plain";
/// Pictures up to this many bytes are cleaned, which takes them into memory.
const LARGEST_CLEANED: u64 = 64 << 20;

/// What an open folder does with an attachment that can't be cleaned of what a camera or another program
/// wrote into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncleaned {
    /// It stays out, and is reported.
    LeaveOut,
    /// It goes along as it came.
    TakeAlong,
}

/// Which bytes of attachments go into a copy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Files {
    /// As they came: only for a sealed copy.
    AsTheyCame,
    /// Without what a camera wrote into them, for a folder that others may read.
    Cleaned(Uncleaned),
}

/// A notebook whose notes are listed and whose attachments are measured. Nothing may be written to it
/// while this lives.
pub(super) struct Notebook<'a> {
    conn: &'a Connection,
    notes: Vec<NoteId>,
    notes_with_files: Vec<NoteId>,
    files: HashMap<AttachmentId, Measured>,
    /// None in a folder that others may read: then the marks of imported notes stay out too.
    import_keys: Vec<Hex32>,
    /// What stays out, because it may say where she was.
    pub left_out: Vec<AttachmentId>,
}

#[derive(Clone, Copy)]
struct Measured {
    size: u64,
    sha256: [u8; SHA256_BYTES],
    cleaned: bool,
}

impl<'a> Notebook<'a> {
    /// Lists and measures, which reads every attachment once.
    ///
    /// # Errors
    /// Those of the engine, [`crate::Error::Stopped`].
    pub fn survey(conn: &'a Connection, files: Files, watch: &mut Watch<'_>) -> Result<Self> {
        let lines = all_notes(conn, watch)?;
        let notes = lines.iter().map(|line| line.id).collect();
        let notes_with_files: Vec<NoteId> =
            lines.iter().filter(|line| line.has_files).map(|line| line.id).collect();
        let (mut measured, mut left_out) = (HashMap::new(), Vec::new());
        for &id in &notes_with_files {
            for one in note::get(conn, id)?.attachments {
                match measure(conn, &one, files, watch)? {
                    Some(found) => drop(measured.insert(one.id, found)),
                    None => left_out.push(one.id),
                }
            }
        }
        let keys = if files == Files::AsTheyCame { marks::keys(conn)? } else { Vec::new() };
        let import_keys = keys.into_iter().map(Hex32).collect();
        Ok(Self { conn, notes, notes_with_files, files: measured, import_keys, left_out })
    }

    /// How many visits there are.
    ///
    /// # Errors
    /// Those of the engine.
    pub fn visits(&self) -> Result<u64> {
        store::count(self.conn)
    }

    fn record(&self, id: NoteId) -> Result<NoteRecord> {
        let Note { id, at, zone, created, edited, binned, pinned, title, text, topics, attachments, .. } =
            note::get(self.conn, id)?;
        let attachments = attachments.into_iter().filter_map(|one| self.attachment(one)).collect();
        let history = self.history(id)?;
        let imported = if self.import_keys.is_empty() { Vec::new() } else { marks::of_note(self.conn, id)? };
        let imported = imported.into_iter().map(Hex32).collect();
        Ok(NoteRecord {
            id,
            at,
            zone,
            title,
            text,
            topics,
            pinned,
            created,
            edited,
            binned,
            history,
            attachments,
            imported,
        })
    }

    fn history(&self, id: NoteId) -> Result<Vec<VersionRecord>> {
        let lines = history::list(self.conn, id)?;
        let one = |number| {
            let version = history::get(self.conn, id, number)?;
            Ok(VersionRecord { written: version.written, title: version.title, text: version.text })
        };
        lines.into_iter().map(|line| one(line.number)).collect()
    }

    fn attachment(&self, one: Attachment) -> Option<AttachmentRecord> {
        let measured = self.files.get(&one.id)?;
        Some(AttachmentRecord {
            id: one.id,
            path: attachment_path(one.id, &one.media_type),
            name: one.name,
            media_type: one.media_type,
            size: measured.size,
            sha256: Hex32(measured.sha256),
            added: one.added,
        })
    }
}

impl Source for Notebook<'_> {
    fn holds(&self) -> Holds {
        Holds { notes: self.notes.len() as u64, attachments: self.files.len() as u64 }
    }

    fn import_keys(&self) -> Vec<Hex32> {
        self.import_keys.clone()
    }

    fn right_now(&self) -> Result<(Vec<PersonRecord>, RightNowRecord)> {
        own::of(self.conn)
    }

    fn showing(&self) -> Result<ShowingRecord> {
        ShowingRecord::of(self.conn)
    }

    fn each_note(&self, take: &mut NoteTaker<'_>) -> Result<()> {
        self.notes.iter().try_for_each(|id| take(self.record(*id)?))
    }

    fn each_visit(&self, take: &mut VisitTaker<'_>) -> Result<()> {
        store::each(self.conn, &mut |kept| take(VisitRecord { id: kept.id, visit: kept.visit }))
    }

    fn each_attachment(&self, take: &mut dyn FnMut(AttachmentRecord) -> Result<()>) -> Result<()> {
        for &id in &self.notes_with_files {
            let found = note::get(self.conn, id)?.attachments;
            found.into_iter().filter_map(|one| self.attachment(one)).try_for_each(&mut *take)?;
        }
        Ok(())
    }

    fn write_attachment(&self, one: &AttachmentRecord, out: &mut dyn Write) -> Result<()> {
        if self.files.get(&one.id).is_some_and(|measured| measured.cleaned) {
            let whole = attachment::info(self.conn, one.id)?;
            let clean = cleaned(self.conn, &whole)?.unwrap_or_default();
            return Ok(out.write_all(&clean)?);
        }
        attachment::copy_to(self.conn, one.id, out, &mut |_| true)
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    at: Moment,
    id: NoteId,
    has_files: bool,
}

/// Every note, the bin's too, by its moment.
fn all_notes(conn: &Connection, watch: &mut Watch<'_>) -> Result<Vec<Line>> {
    let mut found: Vec<Line> = Vec::new();
    for binned in [false, true] {
        let mut query = PageQuery { binned, limit: PAGE, ..PageQuery::default() };
        loop {
            tell(watch, 0, 0)?;
            let lines = page(conn, &query)?;
            query.after = lines.last().map(|line| line.id);
            found.extend(lines.iter().map(|line| Line {
                at: line.at,
                id: line.id,
                has_files: line.attachments > 0,
            }));
            if lines.len() < PAGE as usize {
                break;
            }
        }
    }
    order::sort(&mut found);
    Ok(found)
}

/// Nothing if it stays out.
fn measure(
    conn: &Connection,
    one: &Attachment,
    files: Files,
    watch: &mut Watch<'_>,
) -> Result<Option<Measured>> {
    let mut hash = Hash { sha: Sha256::default(), size: 0 };
    let clean = if files == Files::AsTheyCame { None } else { cleaned(conn, one)? };
    match &clean {
        Some(bytes) => hash.write_all(bytes)?,
        None if files == Files::Cleaned(Uncleaned::LeaveOut) => return Ok(None),
        None => attachment::copy_to(conn, one.id, &mut hash, &mut |_| tell(watch, 0, 0).is_ok())?,
    }
    Ok(Some(Measured { size: hash.size, sha256: hash.sha.finish(), cleaned: clean.is_some() }))
}

/// The bytes without what a camera or a program hid in them; nothing if that can't be done. A plain text
/// hides nothing.
fn cleaned(conn: &Connection, one: &Attachment) -> Result<Option<Vec<u8>>> {
    let plain = one.media_type == PLAIN_TEXT;
    if one.size > LARGEST_CLEANED || !(plain || picture::can_clean(&one.media_type)) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    attachment::copy_to(conn, one.id, &mut bytes, &mut |_| true)?;
    if plain {
        return Ok(Some(bytes));
    }
    Ok(match picture::clean(&one.media_type, &bytes) {
        Ok(Cleaned::Picture(clean)) => Some(clean),
        // A picture that is broken can't be cleaned either.
        Ok(Cleaned::CannotClean) | Err(_) => None,
    })
}

struct Hash {
    sha: Sha256,
    size: u64,
}

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sha.update(bytes);
        self.size += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
