//! A folder of Markdown and text files. Links of the file system are never followed, hidden files are
//! passed over, and nothing outside the folder is opened, whatever a text says.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path, PathBuf};

use super::entry::{Attached, AttachmentKey, Attachments, Item, Place, Problem, Reason, file_name};
use super::limits::Exact;
use super::text_file::{self, TextFile};
use super::{Options, Sink};
use crate::error::{Error, Result, Thing};
use crate::order;
use crate::progress::{Watch, tell};
use crate::time::Moment;

const ENDINGS: [&str; 3] = ["md", "markdown", "txt"];

/// A folder, or one file of it.
pub(super) struct TextFolder {
    root: PathBuf,
    only: Option<PathBuf>,
    options: Options,
}

/// What was found below a folder, by its path there.
struct Found {
    path: PathBuf,
    problem: Option<Reason>,
}

impl TextFolder {
    /// All of a folder.
    pub fn of_folder(root: &Path, options: Options) -> Self {
        Self { root: root.to_owned(), only: None, options }
    }

    /// One file; what it shows is looked for in the folder it stands in.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] if it does not end as a text file does.
    pub fn of_file(path: &Path, options: Options) -> Result<Self> {
        const NOT_AN_IMPORT: Error = Error::NotUnderstood { what: Thing::Import };
        let name = path.file_name().filter(|_| is_text(path)).ok_or(NOT_AN_IMPORT)?;
        let root = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(Self { root, only: Some(name.into()), options })
    }

    /// Hands on each file, in the order of their paths; progress is in files.
    pub fn read(&mut self, sink: &mut Sink<'_>, watch: &mut Watch<'_>) -> Result<()> {
        let mut found = match &self.only {
            Some(only) => vec![Found { path: only.clone(), problem: None }],
            None => self.walk(watch)?,
        };
        order::sort_by(&mut found, |a, b| a.path.cmp(&b.path));
        let total = found.len() as u64;
        for (found, number) in found.iter().zip(1_u64..) {
            let place = Place { number, name: Some(shown(&found.path)), at: None };
            match found.problem {
                Some(reason) => sink(Item::Problem(Problem { place, reason }))?,
                None => self.read_file(&found.path, place, sink)?,
            }
            tell(watch, number, total)?;
        }
        Ok(())
    }

    fn read_file(&self, path: &Path, place: Place, sink: &mut Sink<'_>) -> Result<()> {
        let mut problems = Vec::new();
        let read = self.bytes(path).and_then(|(bytes, modified)| {
            let file = TextFile { path: &shown(path), bytes: &bytes, modified };
            let folder = path.parent().unwrap_or(Path::new(""));
            let find = &mut |target: &str| self.attached(folder, target);
            text_file::entry(&file, place.clone(), &self.options, find, &mut problems)
        });
        match read {
            Ok(entry) => sink(Item::Entry(Box::new(entry), &mut Files { root: &self.root }))?,
            Err(reason) => problems.push(Problem { place, reason }),
        }
        problems.into_iter().try_for_each(|problem| sink(Item::Problem(problem)))
    }

    fn bytes(&self, path: &Path) -> std::result::Result<(Vec<u8>, Option<Moment>), Reason> {
        let limit = self.options.limits.entry_bytes;
        let file = File::open(self.root.join(path)).map_err(|_| Reason::Unreadable)?;
        let facts = file.metadata().map_err(|_| Reason::Unreadable)?;
        let mut bytes = Vec::new();
        file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| Reason::Unreadable)?;
        if bytes.len() as u64 > limit {
            return Err(Reason::TooLarge);
        }
        Ok((bytes, facts.modified().ok().and_then(moment)))
    }

    /// Every text file below the root.
    fn walk(&self, watch: &mut Watch<'_>) -> Result<Vec<Found>> {
        let mut found = Vec::new();
        let mut folders = vec![PathBuf::new()];
        while let Some(folder) = folders.pop() {
            tell(watch, 0, 0)?;
            let inside = match fs::read_dir(self.root.join(&folder)) {
                Ok(inside) => inside,
                Err(error) if folder.as_os_str().is_empty() => return Err(error.into()),
                Err(_) => {
                    found.push(Found { path: folder, problem: Some(Reason::Unreadable) });
                    continue;
                }
            };
            for each in inside.flatten() {
                if found.len() as u64 >= self.options.limits.entries {
                    found.push(Found { path: folder, problem: Some(Reason::TooMany) });
                    return Ok(found);
                }
                self.sort_in(&folder, &each, &mut folders, &mut found);
            }
        }
        Ok(found)
    }

    fn sort_in(
        &self,
        folder: &Path,
        each: &fs::DirEntry,
        folders: &mut Vec<PathBuf>,
        found: &mut Vec<Found>,
    ) {
        let path = folder.join(each.file_name());
        let hidden = each.file_name().as_encoded_bytes().starts_with(b".");
        let Ok(kind) = each.file_type() else { return };
        let too_deep = path.components().count() > self.options.limits.folder_depth;
        match () {
            () if hidden => {}
            () if kind.is_dir() && too_deep => found.push(Found { path, problem: Some(Reason::TooMany) }),
            () if kind.is_dir() => folders.push(path),
            () if !is_text(&path) => {}
            () if kind.is_file() => found.push(Found { path, problem: None }),
            () => found.push(Found { path, problem: Some(Reason::Unsupported) }),
        }
    }

    /// What a text in `folder` shows under this path, if it lies inside the root and no link is on the
    /// way to it.
    fn attached(&self, folder: &Path, target: &str) -> std::result::Result<Attached, Reason> {
        let plain = [target.to_owned(), unquote(target)];
        let paths = plain.iter().map(|target| inside(folder, target)).collect::<Option<Vec<_>>>();
        let paths = paths.ok_or(Reason::AttachmentOutside)?;
        let there = paths.into_iter().find(|path| fs::symlink_metadata(self.root.join(path)).is_ok());
        let path = there.ok_or(Reason::AttachmentMissing)?;
        let size = self.plain_file(&path)?;
        if size > self.options.limits.attachment_bytes {
            return Err(Reason::AttachmentTooLarge);
        }
        let name = file_name(&shown(&path), "file");
        Ok(Attached { key: AttachmentKey::Path(path), name, size })
    }

    /// The size of a file that is reached through no link.
    fn plain_file(&self, path: &Path) -> std::result::Result<u64, Reason> {
        let mut whole = self.root.clone();
        let mut size = None;
        for part in path.components() {
            whole.push(part);
            let facts = fs::symlink_metadata(&whole).map_err(|_| Reason::AttachmentMissing)?;
            if facts.is_symlink() {
                return Err(Reason::AttachmentOutside);
            }
            size = facts.is_file().then_some(facts.len());
        }
        size.ok_or(Reason::AttachmentMissing)
    }
}

/// The path below the root that `target` means in a text in `folder`; `None` if it leads out.
fn inside(folder: &Path, target: &str) -> Option<PathBuf> {
    if target.contains(['\\', '\0']) {
        return None;
    }
    let mut path = folder.to_owned();
    for part in Path::new(target).components() {
        match part {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            _ => return None,
        }
    }
    Some(path)
}

/// The target with `%20` and its like made plain.
fn unquote(target: &str) -> String {
    let mut bytes = Vec::with_capacity(target.len());
    let mut rest = target.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|pair| std::str::from_utf8(pair).ok());
        let byte = hex.filter(|_| *first == b'%').and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn is_text(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// A path with `/` between its parts on every system.
fn shown(path: &Path) -> String {
    let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}

fn moment(time: std::time::SystemTime) -> Option<Moment> {
    let millis = match time.duration_since(std::time::UNIX_EPOCH) {
        Ok(after) => i64::try_from(after.as_millis()).ok(),
        Err(before) => i64::try_from(before.duration().as_millis()).ok().map(|millis| -millis),
    };
    Moment(millis?).checked().ok()
}

struct Files<'a> {
    root: &'a Path,
}

impl Attachments for Files<'_> {
    fn open<'a>(&'a mut self, attached: &Attached) -> Result<Box<dyn Read + 'a>> {
        let AttachmentKey::Path(path) = &attached.key else {
            return Err(Error::File { kind: std::io::ErrorKind::InvalidData });
        };
        Ok(Box::new(Exact::new(File::open(self.root.join(path))?, attached.size)))
    }
}
