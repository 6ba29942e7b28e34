//! How much of a source is taken in, so that a small hostile file can't fill memory or disk.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use super::entry::Reason;
use crate::journal::{attachment, note};

/// Hard limits of every reader. The defaults are far above any diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one entry as it stands in the source (its JSON, its file).
    pub entry_bytes: u64,
    /// Bytes of the text of one entry.
    pub text_bytes: usize,
    /// Entries in one source.
    pub entries: u64,
    /// Bytes of one attachment.
    pub attachment_bytes: u64,
    /// Bytes of the block of facts above a text.
    pub front_matter_bytes: usize,
    /// Bytes unpacked from one archive, in one reading, whatever its size.
    pub unpacked_bytes: u64,
    /// How many times its own size an archive may unpack to.
    pub unpacked_ratio: u64,
    /// How many folders deep a folder is read.
    pub folder_depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            entry_bytes: 64 << 20,
            text_bytes: note::LONGEST_TEXT,
            entries: 2_000_000,
            attachment_bytes: attachment::LARGEST,
            front_matter_bytes: 64 << 10,
            unpacked_bytes: 256 << 30,
            unpacked_ratio: 100,
            folder_depth: 32,
        }
    }
}

/// An archive below this size may always unpack to as much as this, in bytes: a short diary that
/// repeats itself is no bomb.
const ALWAYS_UNPACKED: u64 = 64 << 20;

impl Limits {
    /// Whether a note can hold this text.
    pub(super) fn check_text(&self, text: &str) -> Result<(), Reason> {
        if text.len() > self.text_bytes { Err(Reason::TooLarge) } else { Ok(()) }
    }

    /// What an archive of `size` bytes may unpack to in one reading.
    pub(super) fn budget(&self, size: u64) -> Budget {
        let by_size = size.saturating_mul(self.unpacked_ratio).max(ALWAYS_UNPACKED);
        Budget { left: Rc::new(Cell::new(by_size.min(self.unpacked_bytes))), over: Rc::default() }
    }
}

/// Bytes that may still be unpacked; clones draw on the same one.
#[derive(Debug, Clone)]
pub(super) struct Budget {
    left: Rc<Cell<u64>>,
    over: Rc<Cell<bool>>,
}

impl Budget {
    /// Whether more was asked for than there is.
    pub fn is_over(&self) -> bool {
        self.over.get()
    }

    fn draw(&self, bytes: u64) -> io::Result<()> {
        let left = self.left.get().checked_sub(bytes);
        self.left.set(left.unwrap_or_default());
        if left.is_none() {
            self.over.set(true);
        }
        left.map(|_| ()).ok_or_else(|| io::ErrorKind::InvalidData.into())
    }
}

/// Counts what is read against a [`Budget`].
pub(super) struct Metered<R> {
    inner: R,
    budget: Budget,
}

impl<R: Read> Metered<R> {
    /// Reads `inner` on `budget`.
    pub fn new(inner: R, budget: Budget) -> Self {
        Self { inner, budget }
    }
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.budget.draw(read as u64)?;
        Ok(read)
    }
}

/// Gives exactly as many bytes as were announced, read to the inner reader's own end (where a zip
/// checks its checksum), or fails.
pub(super) struct Exact<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Exact<R> {
    /// Reads `size` bytes of `inner`.
    pub fn new(inner: R, size: u64) -> Self {
        Self { inner, left: size }
    }
}

impl<R: Read> Read for Exact<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let read = self.inner.read(buffer)? as u64;
        match self.left.checked_sub(read) {
            Some(_) if read == 0 && self.left > 0 => Err(io::ErrorKind::UnexpectedEof.into()),
            Some(left) => {
                self.left = left;
                Ok(read as usize)
            }
            None => Err(io::ErrorKind::InvalidData.into()),
        }
    }
}
