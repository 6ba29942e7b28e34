//! Files and folders that copies go to: for her eyes only, whole or not at all, never over another.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::sealed::{Counted, FileSink};
use crate::crypto::random::make_bytes;
use crate::error::{Error, Result};

const BUFFER: usize = 1 << 18;

/// Writes a new file that appears under its name only when it is whole, on disk and checked: first under
/// a passing name beside it. After an error or a crash nothing stands under `path`; after a crash the
/// passing file (`.<16 hex digits>.part`) may be left.
///
/// # Errors
/// [`Error::AlreadyThere`] if something has this name; what `write` and `check` answer; what the disk says.
pub fn write_new_file<T>(
    path: &Path,
    write: impl FnOnce(BufWriter<File>) -> Result<BufWriter<File>>,
    check: impl FnOnce(File) -> Result<T>,
) -> Result<T> {
    refuse_existing(path)?;
    let folder = folder_of(path);
    let passing = Passing(folder.join(passing_name()?));
    let out = write(BufWriter::with_capacity(BUFFER, create_new(&passing.0)?))?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    drop(file);
    let checked = check(File::open(&passing.0)?)?;
    move_new(&passing.0, path)?;
    sync_folder(folder)?;
    Ok(checked)
}

/// A file that goes away with this value, if it is still there.
struct Passing(PathBuf);

impl Drop for Passing {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn passing_name() -> Result<String> {
    let number = u64::from_le_bytes(make_bytes()?);
    Ok(format!(".{number:016x}.part"))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn refuse_existing(path: &Path) -> Result<()> {
    match path.symlink_metadata() {
        Ok(_) => Err(Error::AlreadyThere),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// A hard link refuses a name that is taken, which a rename doesn't. Where there are no hard links (FAT,
/// some phones' shared storage) the name is looked at once more before the rename.
fn move_new(from: &Path, to: &Path) -> Result<()> {
    match fs::hard_link(from, to) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(Error::AlreadyThere),
        Err(_) => {
            refuse_existing(to)?;
            Ok(fs::rename(from, to)?)
        }
    }
}

fn create_new(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(path)?)
}

fn create_folder(path: &Path) -> Result<()> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "only Unix has modes"))]
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(path)?)
}

fn sync_folder(path: &Path) -> Result<()> {
    // Elsewhere a folder can't be opened, and its entries are on disk with the file.
    if cfg!(unix) {
        File::open(path)?.sync_all()?;
    }
    Ok(())
}

/// A new or empty folder being filled. What was put in it goes away again unless [`finish`](Self::finish)
/// is reached.
pub struct NewFolder {
    root: PathBuf,
    made_root: bool,
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
    whole: bool,
}

impl NewFolder {
    /// Makes the folder (but not those above it), or takes an empty one.
    ///
    /// # Errors
    /// [`Error::AlreadyThere`] if there is a file of this name or the folder holds anything.
    pub fn create(path: &Path) -> Result<Self> {
        let made_root = match fs::read_dir(path) {
            Ok(mut entries) => match entries.next() {
                None => false,
                Some(_) => return Err(Error::AlreadyThere),
            },
            Err(error) if error.kind() == ErrorKind::NotFound => {
                create_folder(path)?;
                true
            }
            Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(Error::AlreadyThere),
            Err(error) => return Err(error.into()),
        };
        Ok(Self { root: path.into(), made_root, folders: vec![], files: vec![], whole: false })
    }

    /// Brings everything to disk; from here on it stays.
    ///
    /// # Errors
    /// What the disk says; then everything goes away again.
    pub fn finish(mut self) -> Result<()> {
        for file in &self.files {
            File::open(file)?.sync_all()?;
        }
        self.folders.iter().try_for_each(|folder| sync_folder(folder))?;
        sync_folder(&self.root)?;
        sync_folder(folder_of(&self.root))?;
        self.whole = true;
        Ok(())
    }

    /// Names come from [`layout`](super::layout) only: plain, at most one folder deep.
    fn place(&mut self, name: &str) -> Result<PathBuf> {
        let path = self.root.join(name);
        let folder = folder_of(&path);
        if folder != self.root && !self.folders.iter().any(|known| known == folder) {
            create_folder(folder)?;
            self.folders.push(folder.to_owned());
        }
        Ok(path)
    }
}

impl FileSink for NewFolder {
    fn file(
        &mut self,
        name: &str,
        size: u64,
        fill: &mut dyn FnMut(&mut dyn Write) -> Result<()>,
    ) -> Result<()> {
        let path = self.place(name)?;
        let file = create_new(&path)?;
        self.files.push(path);
        let mut counted = Counted { out: BufWriter::with_capacity(BUFFER, file), bytes: 0 };
        fill(&mut counted)?;
        counted.flush()?;
        if counted.bytes == size { Ok(()) } else { Err(Error::Internal { code: -42 }) }
    }
}

impl Drop for NewFolder {
    fn drop(&mut self) {
        if self.whole {
            return;
        }
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        let root = self.made_root.then_some(&self.root);
        for folder in self.folders.iter().chain(root) {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    fn put(text: &'static [u8]) -> impl FnOnce(BufWriter<File>) -> Result<BufWriter<File>> {
        move |mut out| {
            out.write_all(text)?;
            Ok(out)
        }
    }

    #[test]
    fn a_file_appears_whole_and_for_her_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy.age");
        write_new_file(&path, put(b"words"), |_| Ok(())).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"words");
        assert_eq!(listing(folder.path()), ["copy.age"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            assert_eq!(fs::metadata(&path).unwrap().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn nothing_is_overwritten_and_nothing_half_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("copy.age");
        let late = write_new_file(&path, put(b"words"), |_| {
            fs::write(&path, b"hers").unwrap();
            Ok(())
        });
        assert_eq!(late, Err(Error::AlreadyThere));
        assert_eq!(write_new_file(&path, put(b"words"), |_| Ok(())), Err(Error::AlreadyThere));
        assert_eq!(fs::read(&path).unwrap(), b"hers");
        let other = folder.path().join("other.age");
        let failed = write_new_file(&other, put(b"words"), |_| Err::<(), _>(Error::WrongSecret));
        assert_eq!(failed, Err(Error::WrongSecret));
        let stopped = write_new_file(&other, |_| Err(Error::Stopped), |_| Ok(()));
        assert_eq!(stopped, Err(Error::Stopped));
        assert_eq!(listing(folder.path()), ["copy.age"]);
    }

    #[test]
    fn a_folder_with_anything_in_it_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("hers"), b"x").unwrap();
        assert_eq!(NewFolder::create(folder.path()).err(), Some(Error::AlreadyThere));
        assert_eq!(NewFolder::create(&folder.path().join("hers")).err(), Some(Error::AlreadyThere));
        assert_eq!(listing(folder.path()), ["hers"]);
    }

    #[test]
    fn a_half_filled_folder_goes_away_and_a_whole_one_stays() {
        let above = tempfile::tempdir().unwrap();
        let path = above.path().join("out");
        let fill = |new: &mut NewFolder| {
            new.file("notes/a", 1, &mut |out| Ok(out.write_all(b"a")?)).unwrap();
            new.file("b", 1, &mut |out| Ok(out.write_all(b"b")?)).unwrap();
        };
        let mut half = NewFolder::create(&path).unwrap();
        fill(&mut half);
        drop(half);
        assert!(listing(above.path()).is_empty());
        let mut whole = NewFolder::create(&path).unwrap();
        fill(&mut whole);
        whole.finish().unwrap();
        assert_eq!(fs::read(path.join("notes/a")).unwrap(), b"a");
    }
}
