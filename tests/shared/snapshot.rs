//! Files as they are at a moment: to compare with later, and to put back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::scan::files_under;

/// All files under a folder, by their names from there.
pub struct Snapshot {
    folder: PathBuf,
    /// Bytes of each.
    pub files: BTreeMap<PathBuf, Vec<u8>>,
}

impl Snapshot {
    /// What lies there now.
    ///
    /// # Panics
    /// If it can't be read.
    #[must_use]
    pub fn of(folder: &Path) -> Self {
        let name = |path: &PathBuf| path.strip_prefix(folder).expect("in it").to_owned();
        let read = |path: &PathBuf| std::fs::read(path).expect("a file");
        let files = files_under(folder).iter().map(|path| (name(path), read(path))).collect();
        Self { folder: folder.to_owned(), files }
    }

    /// Names of what is not as it was: changed, new or gone.
    #[must_use]
    pub fn changes(&self) -> Vec<String> {
        let now = Self::of(&self.folder);
        let names: std::collections::BTreeSet<_> = self.files.keys().chain(now.files.keys()).collect();
        let differs = |name: &&PathBuf| self.files.get(*name) != now.files.get(*name);
        names.into_iter().filter(differs).map(|name| name.to_string_lossy().into_owned()).collect()
    }

    /// Makes the folder as it was.
    ///
    /// # Panics
    /// If it can't be written.
    pub fn put_back(&self) {
        for name in self.changes() {
            let path = self.folder.join(&name);
            match self.files.get(Path::new(&name)) {
                Some(bytes) => std::fs::write(path, bytes).expect("written"),
                None => std::fs::remove_file(path).expect("removed"),
            }
        }
    }

    /// Lays the same files into another folder.
    ///
    /// # Panics
    /// If they can't be written.
    pub fn lay(&self, folder: &Path) {
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("written");
        }
    }
}
