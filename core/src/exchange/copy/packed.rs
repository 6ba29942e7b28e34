//! The open copy as one file: a zip that any phone or computer opens, for a place that takes a file and
//! no folder.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::Path;

use rusqlite::Connection;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::content::{self, Source};
use super::disk::write_new_file;
use super::make::Label;
use super::sealed::{Counted, FileSink};
use super::source::{Files, Notebook, Uncleaned};
use crate::error::{Error, Part, Result};
use crate::journal::history;
use crate::progress::Watch;
use crate::storage::one_state::one_state;

/// From this size on an entry needs the longer fields of zip64.
const LARGE: u64 = u32::MAX as u64;
const FAILED: Error = Error::Internal { code: -43 };

/// What goes into an open copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenCopy {
    /// Notes, those in the bin too.
    pub notes: u64,
    /// Their earlier texts, as far as they were kept.
    pub earlier: u64,
    /// Pictures, sounds and other files that go along.
    pub attachments: u64,
    /// Files that stay out, because they may say where she was and can't be cleaned.
    pub left_out: u64,
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

/// Tells what [`export_file`] would write. Reads every picture, so it may take a while.
///
/// # Errors
/// [`Error::Stopped`], and those of the engine.
pub fn preview(conn: &Connection, uncleaned: Uncleaned, watch: &mut Watch<'_>) -> Result<OpenCopy> {
    let _same_moment = one_state(conn)?;
    holds(conn, &Notebook::survey(conn, Files::Cleaned(uncleaned), watch)?)
}

fn holds(conn: &Connection, notebook: &Notebook<'_>) -> Result<OpenCopy> {
    let ((people, right_now), showing) = (notebook.right_now()?, notebook.showing()?);
    Ok(OpenCopy {
        notes: notebook.holds().notes,
        earlier: history::count(conn)?,
        attachments: notebook.holds().attachments,
        left_out: notebook.left_out.len() as u64,
        people: people.len() as u64,
        own_words: right_now.count(),
        visits: notebook.visits()?,
        card: u64::from(showing.card.is_some()),
        choices: showing.choices.len() as u64,
        receipts: showing.receipts.len() as u64,
    })
}

/// Writes everything in clear as one new zip file, readable for her account alone; pictures go without what
/// a camera wrote into them. It appears under its name only after it was synced, opened again and read to
/// its last byte. Progress counts notes and attachments.
///
/// # Errors
/// [`Error::AlreadyThere`] if something has this name; [`Error::Stopped`]; what writing gives, and those of
/// the engine. Nothing is left then.
pub fn export_file(
    conn: &Connection,
    path: &Path,
    uncleaned: Uncleaned,
    label: Label<'_>,
    watch: &mut Watch<'_>,
) -> Result<OpenCopy> {
    let _same_moment = one_state(conn)?;
    let notebook = Notebook::survey(conn, Files::Cleaned(uncleaned), watch)?;
    let write = |out| {
        let mut packed = Packed(ZipWriter::new(out));
        content::write(&notebook, &mut packed, label.read_me, label.made, watch)?;
        packed.0.finish().map_err(failure)
    };
    write_new_file(path, write, check)?;
    holds(conn, &notebook)
}

/// Reads every file in it, which holds each to its checksum.
fn check(file: File) -> Result<()> {
    const DAMAGED: Error = Error::Damaged { part: Part::Copy };
    let mut archive = ZipArchive::new(BufReader::new(file)).map_err(|_| DAMAGED)?;
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).map_err(|_| DAMAGED)?;
        io::copy(&mut entry, &mut io::sink()).map_err(|_| DAMAGED)?;
    }
    Ok(())
}

struct Packed(ZipWriter<BufWriter<File>>);

impl FileSink for Packed {
    fn file(
        &mut self,
        name: &str,
        size: u64,
        fill: &mut dyn FnMut(&mut dyn Write) -> Result<()>,
    ) -> Result<()> {
        // The time of each entry stays the format's first day: it says nothing of when this was made.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .unix_permissions(0o600)
            .large_file(size >= LARGE);
        self.0.start_file(name, options).map_err(failure)?;
        let mut counted = Counted { out: &mut self.0, bytes: 0 };
        fill(&mut counted)?;
        if counted.bytes == size { Ok(()) } else { Err(FAILED) }
    }
}

/// The disk's own word where it has one: a full one must be told as such.
fn failure(error: zip::result::ZipError) -> Error {
    match error {
        zip::result::ZipError::Io(error) => error.into(),
        _ => FAILED,
    }
}
