//! One program at a time.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::error::{Error, Result};
use crate::storage::files;

/// Held while notebooks are open; let go on drop, or when the program dies.
#[derive(Debug)]
pub struct FolderLock {
    file: File,
}

impl FolderLock {
    /// Takes the lock.
    ///
    /// # Errors
    /// [`Error::InUse`] if another program has it; [`Error::ReadOnly`].
    pub fn take(path: &Path) -> Result<Self> {
        let file = files::private(OpenOptions::new().write(true).create(true).truncate(false)).open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(Error::InUse),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }
}

impl Drop for FolderLock {
    /// Closing the file would not do where a program is just being started: until it runs, it has a copy of all that is
    /// open here (fork(2), flock(2)).
    fn drop(&mut self) {
        let _left_to_closing = self.file.unlock();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_let_go_even_where_a_program_being_started_has_a_copy_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let lock = FolderLock::take(&path).unwrap();
        let copy = lock.file.try_clone().unwrap();
        assert_eq!(FolderLock::take(&path).unwrap_err(), Error::InUse);
        drop(lock);
        FolderLock::take(&path).unwrap();
        drop(copy);
    }
}
