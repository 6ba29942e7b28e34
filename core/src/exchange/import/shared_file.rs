//! One open file read at several places at once: the entries of an archive, and the attachments beside
//! them.

use std::cell::RefCell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

/// A file with a position of its own; clones read the same file from elsewhere.
pub(super) struct SharedFile<R> {
    inner: Rc<RefCell<R>>,
    at: u64,
}

impl<R: Seek> SharedFile<R> {
    /// Shares `inner`, from its first byte.
    pub fn new(inner: R) -> Self {
        Self { inner: Rc::new(RefCell::new(inner)), at: 0 }
    }

    /// The length of the file in bytes.
    pub fn length(&self) -> io::Result<u64> {
        self.inner.borrow_mut().seek(SeekFrom::End(0))
    }
}

impl<R> Clone for SharedFile<R> {
    fn clone(&self) -> Self {
        Self { inner: Rc::clone(&self.inner), at: self.at }
    }
}

impl<R: Read + Seek> Read for SharedFile<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut inner = self.inner.borrow_mut();
        inner.seek(SeekFrom::Start(self.at))?;
        let read = inner.read(buffer)?;
        self.at = self.at.saturating_add(read as u64);
        Ok(read)
    }
}

impl<R: Seek> Seek for SharedFile<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
            SeekFrom::End(by) => self.length()?.checked_add_signed(by),
        };
        self.at = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
