//! Names of a vault's files. They are neutral, and the same for both vaults but for the number.

use std::path::{Path, PathBuf};

/// The files of one vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VaultPaths {
    folder: PathBuf,
    number: u8,
}

impl VaultPaths {
    /// Files of vault number 1 or 2 in a folder.
    #[must_use]
    pub fn new(folder: &Path, number: u8) -> Self {
        Self { folder: folder.to_owned(), number }
    }

    /// Files of the other vault in the same folder.
    #[must_use]
    pub fn other(&self) -> Self {
        Self { folder: self.folder.clone(), number: 3 - self.number }
    }

    /// The encrypted database.
    #[must_use]
    pub fn db(&self) -> PathBuf {
        self.folder.join(format!("{}.db", self.number))
    }

    /// Its write-ahead log.
    #[must_use]
    pub fn wal(&self) -> PathBuf {
        self.folder.join(format!("{}.db-wal", self.number))
    }

    /// The log, held back for a moment while the database is looked at without it.
    #[must_use]
    pub fn held_wal(&self) -> PathBuf {
        self.folder.join(format!("{}.db-wal.held", self.number))
    }

    /// What pins the database to its latest state.
    #[must_use]
    pub fn head(&self) -> PathBuf {
        self.folder.join(format!("{}.head", self.number))
    }

    /// The folder they lie in.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}
