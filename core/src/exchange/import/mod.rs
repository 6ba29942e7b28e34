//! What other programs wrote, read without a database: a source is opened, and hands on its entries one
//! by one. A broken entry is reported by its place and the rest comes. Nothing in a source can name a
//! file outside it.

mod dayone;
mod dayone_entry;
mod dayone_text;
mod entry;
mod json_entries;
mod limits;
mod links;
mod preview;
mod shared_file;

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

pub use entry::{Attached, Attachments, Entry, Item, LeftBehind, Place, Problem, Reason, SourceId};
pub use limits::Limits;
pub use preview::Preview;

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
    DayOne(dayone::DayOne<File>),
}

impl Source {
    /// Recognises what lies at `path`: a Day One export.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] if it is none of these, [`Error::File`] if it can't be read.
    pub fn open(path: &Path, options: Options) -> Result<Self> {
        let mut file = File::open(path)?;
        let mut start = [0; 4];
        let read = file.read(&mut start)?;
        file.seek(SeekFrom::Start(0))?;
        match start.get(..read) {
            Some(b"PK\x03\x04") => dayone::DayOne::open(file, options).map(Kind::DayOne).map(Self),
            _ => Err(Error::NotUnderstood { what: Thing::Import }),
        }
    }

    /// Hands on everything in the order of the source.
    ///
    /// # Errors
    /// What `sink` returns, [`Error::Stopped`] if `watch` asks for it, [`Error::TooLarge`] if the source
    /// unpacks to more than the limits allow, [`Error::File`] if the source itself can't be read any more.
    pub fn read(&mut self, sink: &mut Sink<'_>, watch: &mut Watch<'_>) -> Result<()> {
        match &mut self.0 {
            Kind::DayOne(source) => source.read(sink, watch),
        }
    }
}
