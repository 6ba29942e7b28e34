//! Names of the files that both vaults share.

use std::path::{Path, PathBuf};

use crate::storage::paths::VaultPaths;

/// The folder of the notebooks.
#[derive(Debug, Clone)]
pub struct Places {
    /// The folder itself.
    pub folder: PathBuf,
}

impl Places {
    /// Names in this folder.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// The wrapped keys.
    #[must_use]
    pub fn keyring(&self) -> PathBuf {
        self.folder.join("keyring")
    }

    /// The count of wrong secrets.
    #[must_use]
    pub fn attempts(&self) -> PathBuf {
        self.folder.join("attempts")
    }

    /// Held by the program that has the notebooks open.
    #[must_use]
    pub fn lock(&self) -> PathBuf {
        self.folder.join("lock")
    }

    /// There while everything is being wiped.
    #[must_use]
    pub fn wipe_marker(&self) -> PathBuf {
        self.folder.join("wipe")
    }

    /// The folder beside, in which new notebooks are made before they take their place.
    #[must_use]
    pub fn staging(&self) -> PathBuf {
        crate::storage::files::with_ending(&self.folder, ".setting-up")
    }

    /// The files of vault 1 or 2.
    #[must_use]
    pub fn vault(&self, number: u8) -> VaultPaths {
        VaultPaths::new(&self.folder, number)
    }
}
