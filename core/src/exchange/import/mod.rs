//! What other programs wrote: a source is opened, and hands on its entries one by one; [`run()`] makes
//! them notes. A broken entry is reported by its place and the rest comes. Nothing in a source can name a
//! file outside it.

mod dayone;
mod dayone_entry;
mod dayone_text;
mod entry;
mod file_date;
mod front_matter;
mod joplin;
mod joplin_item;
mod joplin_note;
mod json_entries;
mod limits;
mod links;
mod preview;
mod run;
mod shared_file;
#[cfg(test)]
mod tests;
mod text_encoding;
mod text_file;
mod text_folder;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

pub use entry::{Attached, Attachments, Entry, Item, LeftBehind, Place, Problem, Reason, SourceId};
pub use limits::Limits;
pub use preview::Preview;
pub use run::{Imported, preview, run};

use crate::error::{Error, Result, Thing};
use crate::progress::Watch;
use crate::time::Zone;

/// Takes what a source hands on. An error ends the reading and comes back from it.
pub type Sink<'a> = dyn FnMut(Item<'_>) -> Result<()> + 'a;

/// How a source is read.
#[derive(Debug, Clone)]
pub struct Options {
    /// The zone of entries that name none.
    pub zone: Zone,
    /// The topic that entries with Day One's star get, in her language.
    pub starred: String,
    /// How much is taken in.
    pub limits: Limits,
}

/// A source that can be read, more than once.
pub struct Source(Kind);

enum Kind {
    DayOne(Box<dayone::DayOne<File>>),
    Joplin(joplin::Joplin<File>),
    Text(text_folder::TextFolder),
}

impl Source {
    /// Recognises what lies at `path`, a file by its first bytes: a Day One export (zip), a Joplin export
    /// (tar), a folder of Markdown or text files, or one such file.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] if it is none of these, [`Error::File`] if it can't be read.
    pub fn open(path: &Path, options: Options) -> Result<Self> {
        let facts = std::fs::metadata(path)?;
        let kind = if facts.is_dir() {
            Kind::Text(text_folder::TextFolder::of_folder(path, options))
        } else if !facts.is_file() {
            return Err(Error::NotUnderstood { what: Thing::Import });
        } else {
            let mut file = File::open(path)?;
            match Format::of(&mut file)? {
                Format::Zip => Kind::DayOne(Box::new(dayone::DayOne::open(file, options)?)),
                Format::Tar => Kind::Joplin(joplin::Joplin::open(file, options)?),
                Format::Other => Kind::Text(text_folder::TextFolder::of_file(path, options)?),
            }
        };
        Ok(Self(kind))
    }

    /// Hands on everything in the order of the source.
    ///
    /// # Errors
    /// What `sink` returns, [`Error::Stopped`] if `watch` asks for it, [`Error::TooLarge`] if the source
    /// unpacks to more than the limits allow, [`Error::File`] if the source itself can't be read any more.
    pub fn read(&mut self, sink: &mut Sink<'_>, watch: &mut Watch<'_>) -> Result<()> {
        match &mut self.0 {
            Kind::DayOne(source) => source.read(sink, watch),
            Kind::Joplin(source) => source.read(sink, watch),
            Kind::Text(source) => source.read(sink, watch),
        }
    }
}

/// What a file is by its first bytes.
enum Format {
    Zip,
    Tar,
    Other,
}

impl Format {
    fn of(file: &mut File) -> Result<Self> {
        let mut start = Vec::new();
        file.take(512).read_to_end(&mut start)?;
        file.seek(SeekFrom::Start(0))?;
        let has = |at: usize, mark: &[u8]| start.get(at..).is_some_and(|rest| rest.starts_with(mark));
        Ok(match () {
            () if has(0, b"PK\x03\x04") || has(0, b"PK\x05\x06") => Format::Zip,
            () if has(257, b"ustar") => Format::Tar,
            () => Format::Other,
        })
    }
}
