//! The small files beside the databases: read whole, replaced whole, and never seen half-written.

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Reads a file of at most `most` bytes; `None` if there is no such file. A longer one gives its first
/// `most + 1` bytes, so that a reader of a fixed size refuses it.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn read(path: &Path, most: usize) -> Result<Option<Vec<u8>>> {
    let file = match File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    let mut bytes = Vec::with_capacity(most + 1);
    file.take(most as u64 + 1).read_to_end(&mut bytes)?;
    Ok(Some(bytes))
}

/// Puts `bytes` in place of a file so that after a crash the old or the new one is there, whole: a new
/// file is written and synced, takes the name, and the folder is synced.
///
/// # Errors
/// [`Error::NoSpace`], [`Error::ReadOnly`] and the like; the old file is then still in place.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let temporary = with_ending(path, ".new");
    let written = write_new(&temporary, bytes).and_then(|()| Ok(fs::rename(&temporary, path)?));
    if let Err(error) = written {
        let _ = fs::remove_file(&temporary);
        return Err(error);
    }
    sync_folder_of(path)
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = private(OpenOptions::new().write(true).create(true).truncate(true)).open(path)?;
    file.write_all(bytes)?;
    Ok(file.sync_all()?)
}

/// Overwrites a part of a file where it stands and syncs it.
///
/// # Errors
/// [`Error::NoSpace`], [`Error::ReadOnly`] and the like.
pub fn write_at(path: &Path, offset: u64, bytes: &[u8]) -> Result<()> {
    let mut file = private(OpenOptions::new().write(true).create(true).truncate(false)).open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    file.write_all(bytes)?;
    Ok(file.sync_data()?)
}

/// Makes what is in a file durable.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn sync(path: &Path) -> Result<()> {
    Ok(OpenOptions::new().write(true).open(path)?.sync_all()?)
}

/// Makes names in a file's folder durable: what was created, renamed or removed there.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn sync_folder_of(path: &Path) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    sync_folder(folder.unwrap_or(Path::new(".")))
}

/// Makes the names in a folder durable.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn sync_folder(folder: &Path) -> Result<()> {
    Ok(File::open(folder)?.sync_all()?)
}

/// Makes a folder that only its owner can enter, and those it lies in where they are missing, durably. It
/// may be there already.
///
/// # Errors
/// [`Error::ReadOnly`] and the like.
pub fn make_private_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() || folder.as_os_str().is_empty() {
        return Ok(());
    }
    folder.parent().map_or(Ok(()), make_private_folder)?;
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)?;
    sync_folder_of(folder)
}

/// Gives a file that can't be used a name of its own beside it, so that nothing of it is lost, and
/// tells that name.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn set_aside(path: &Path) -> Result<PathBuf> {
    let (free, _) = free_beside(path)?;
    fs::rename(path, &free)?;
    sync_folder_of(path)?;
    Ok(free)
}

/// Keeps a copy of a file under a name of its own beside it, and tells that name. One that was kept
/// before is enough: each start may come here with the same file.
///
/// # Errors
/// [`Error::NoSpace`] and the like.
pub fn copy_aside(path: &Path) -> Result<PathBuf> {
    let (free, kept) = free_beside(path)?;
    if let Some(kept) = kept.filter(|kept| is_same(kept, path).unwrap_or(false)) {
        return Ok(kept);
    }
    let copied = fs::copy(path, &free).map_err(Error::from).and_then(|_| sync(&free));
    if let Err(error) = copied {
        // Each try would leave another half on a disk that is full already.
        let _ = remove(&free);
        return Err(error);
    }
    sync_folder_of(path)?;
    Ok(free)
}

/// A name beside a file that is not taken, and the last one that is.
fn free_beside(path: &Path) -> Result<(PathBuf, Option<PathBuf>)> {
    let mut last = None;
    for number in 1_u32..=u32::MAX {
        let aside = with_ending(path, &format!(".aside-{number}"));
        if !aside.exists() {
            return Ok((aside, last));
        }
        last = Some(aside);
    }
    Err(Error::AlreadyThere)
}

fn is_same(one: &Path, other: &Path) -> Result<bool> {
    if length(one)? != length(other)? {
        return Ok(false);
    }
    let (mut one, mut other) = (BufReader::new(File::open(one)?), BufReader::new(File::open(other)?));
    loop {
        let (left, right) = (one.fill_buf()?, other.fill_buf()?);
        let both = left.len().min(right.len());
        if left.get(..both) != right.get(..both) {
            return Ok(false);
        }
        if both == 0 {
            return Ok(true);
        }
        one.consume(both);
        other.consume(both);
    }
}

/// Sees that a database can be made at `path`: nothing is there, and no log beside it.
///
/// # Errors
/// [`Error::AlreadyThere`].
pub fn check_free(path: &Path) -> Result<()> {
    let taken = [path, &with_ending(path, "-wal")].iter().any(|path| path.symlink_metadata().is_ok());
    if taken { Err(Error::AlreadyThere) } else { Ok(()) }
}

/// Cuts a file to its first `bytes`, durably.
///
/// # Errors
/// [`Error::ReadOnly`] and the like.
pub fn cut(path: &Path, bytes: u64) -> Result<()> {
    let file = OpenOptions::new().write(true).open(path)?;
    file.set_len(bytes)?;
    Ok(file.sync_all()?)
}

/// Removes a file; it is no error if it is not there.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        other => Ok(other?),
    }
}

/// The length of a file in bytes, 0 if it is not there.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn length(path: &Path) -> Result<u64> {
    match fs::metadata(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(0),
        found => Ok(found?.len()),
    }
}

/// Bytes that can still be written on the disk of a folder.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn room(folder: &Path) -> Result<u64> {
    let disk = rustix::fs::statvfs(folder).map_err(std::io::Error::from)?;
    Ok(disk.f_bavail.saturating_mul(disk.f_frsize))
}

/// The same path with `ending` after its name.
#[must_use]
pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Lets only the owner read and write what is created.
pub fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replaced_file_is_whole_private_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring");
        replace(&path, b"one").unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(read(&path, 10).unwrap().unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn setting_aside_never_overwrites() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("1.db-wal");
        for text in ["first", "second"] {
            fs::write(&path, text).unwrap();
            set_aside(&path).unwrap();
        }
        assert_eq!(fs::read(with_ending(&path, ".aside-1")).unwrap(), b"first");
        assert_eq!(fs::read(with_ending(&path, ".aside-2")).unwrap(), b"second");
    }

    #[test]
    fn too_long_a_file_is_cut_one_byte_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("head");
        fs::write(&path, [0; 100]).unwrap();
        assert_eq!(read(&path, 10).unwrap().unwrap().len(), 11);
        assert_eq!(read(&folder.path().join("none"), 10).unwrap(), None);
    }
}
