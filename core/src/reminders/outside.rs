//! The file that the phone shows reminders from while the notebook is locked, in a folder of the shell that is not a
//! notebook's. Both notebooks keep theirs in it, and nothing in it says whose is which. `docs/format.md` has the bytes.

use std::ffi::OsStr;
use std::fs::File;
use std::path::{Path, PathBuf};

use crate::crypto::digest::Sha256;
use crate::error::{Error, Part, Result, Thing};
use crate::id::{ID_BYTES, ReminderId};
use crate::order;
use crate::storage::fields::Fields;
use crate::storage::files;
use crate::time::Moment;

/// The longest cover text, in bytes of UTF-8.
pub const LONGEST_COVER: usize = 200;
/// How many reminders the file holds at most: more than any phone does.
pub const MOST: usize = 1024;

const NAME: &str = "outside";
const MAGIC: &[u8; 4] = b"NBRM";
const VERSION: u16 = 1;
const HEADER_BYTES: usize = 12;
const CHECK_BYTES: usize = 8;
const MOST_BYTES: usize = HEADER_BYTES + MOST * (ID_BYTES + 10 + LONGEST_COVER) + CHECK_BYTES;

const DAMAGED: Error = Error::Damaged { part: Part::Reminders };
const TOO_LARGE: Error = Error::TooLarge { what: Thing::Reminder };

/// A reminder as the phone knows it: all of it can be read by whoever has the phone open.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the notebook that wrote it knows it by.
    pub id: ReminderId,
    /// When it comes.
    pub at: Moment,
    /// What the phone shows, at most [`LONGEST_COVER`] bytes.
    pub cover: String,
    /// Whether it makes a sound.
    pub sound: bool,
}

/// What the file of a folder holds, in order of time. No file is none.
///
/// # Errors
/// [`Error::Damaged`] and [`Error::Newer`], with the file left as it is: see [`set_aside`].
pub fn read(folder: &Path) -> Result<Vec<Entry>> {
    files::read(&place(folder), MOST_BYTES)?.map_or_else(|| Ok(Vec::new()), |bytes| parse(&bytes))
}

/// Puts a notebook's reminders in place of those it held before, which are `mine`; the others stay. Answers all that
/// the phone is to hold now, in order of time. The folder is made if it is not there.
///
/// # Errors
/// Those of [`read`]; [`Error::TooLarge`] for a cover text that is too long, or more than [`MOST`] in all;
/// [`Error::NoSpace`] and the like. The file is then as it was.
pub fn replace(folder: &Path, mine: &[ReminderId], new: Vec<Entry>) -> Result<Vec<Entry>> {
    let mut gone: Vec<ReminderId> = mine.iter().copied().chain(new.iter().map(|entry| entry.id)).collect();
    order::sort(&mut gone);
    files::make_private_folder(folder)?;
    change(folder, |entries| {
        entries.retain(|entry| gone.binary_search(&entry.id).is_err());
        entries.extend(new);
    })
}

/// Takes out what was to come at `now` or before. Answers what is left, in order of time. Shells leave them in for a
/// day or so, so that a line which is still on the phone is in a notebook's list too.
///
/// # Errors
/// Those of [`read`]; [`Error::NoSpace`] and the like. The file is then as it was.
pub fn remove_past(folder: &Path, now: Moment) -> Result<Vec<Entry>> {
    if !place(folder).exists() {
        return Ok(Vec::new());
    }
    change(folder, |entries| entries.retain(|entry| entry.at > now))
}

/// Puts one that has come off until a moment, as she asks where the phone shows it, with every notebook locked. Answers all
/// that the phone is to hold now, in order of time. One that is not there any more, or that is still to come because its
/// date was moved since, changes nothing.
///
/// # Errors
/// Those of [`read`]; [`Error::NotUnderstood`] for years outside 1 to 9999; [`Error::NoSpace`] and the like. The file is
/// then as it was.
pub fn put_off(folder: &Path, id: ReminderId, now: Moment, until: Moment) -> Result<Vec<Entry>> {
    let until = until.checked()?;
    if !place(folder).exists() {
        return Ok(Vec::new());
    }
    change(folder, |entries| {
        let meant = entries.iter_mut().filter(|entry| entry.id == id && entry.at <= now);
        meant.for_each(|entry| entry.at = until);
    })
}

/// Gives a damaged file another name beside it, so that the next [`replace`] writes a new one. Answers whether it was
/// damaged; a sound or a newer one stays where it is.
///
/// # Errors
/// [`Error::File`] and its kin.
pub fn set_aside(folder: &Path) -> Result<bool> {
    let is_damaged = read(folder).is_err_and(|error| error == DAMAGED);
    if is_damaged {
        files::set_aside(&place(folder))?;
    }
    Ok(is_damaged)
}

/// Removes the file and all that was ever set aside of it, when everything is wiped.
///
/// # Errors
/// [`Error::ReadOnly`] and the like.
pub fn erase(folder: &Path) -> Result<()> {
    let entries = match std::fs::read_dir(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if is_ours(&entry.file_name()) {
            files::remove(&entry.path())?;
        }
    }
    files::sync_folder(folder)
}

/// Whether a name is the file's, or one that was made from it.
fn is_ours(name: &OsStr) -> bool {
    let rest = name.to_str().and_then(|name| name.strip_prefix(NAME));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn place(folder: &Path) -> PathBuf {
    folder.join(NAME)
}

/// Reads, changes and writes, while nobody else does: a phone that starts takes out what is past just when a notebook
/// may be opened.
fn change(folder: &Path, change: impl FnOnce(&mut Vec<Entry>)) -> Result<Vec<Entry>> {
    let lock = File::open(folder)?;
    lock.lock()?;
    let before = read(folder)?;
    let mut entries = before.clone();
    change(&mut entries);
    order::sort_by_key(&mut entries, |entry| (entry.at, entry.id));
    if entries != before {
        files::replace(&place(folder), &to_bytes(&entries)?)?;
    }
    Ok(entries)
}

/// Reads the bytes of a file.
///
/// # Errors
/// [`Error::Damaged`]; [`Error::Newer`].
pub fn parse(bytes: &[u8]) -> Result<Vec<Entry>> {
    let mut fields = Fields::new(bytes);
    let magic = fields.take::<4>().filter(|magic| magic == MAGIC);
    let version = magic.and_then(|_| fields.take()).map(u16::from_le_bytes).ok_or(DAMAGED)?;
    let (checked, check) =
        bytes.len().checked_sub(CHECK_BYTES).and_then(|end| bytes.split_at_checked(end)).ok_or(DAMAGED)?;
    // One that is longer than any of this version was not read to its end.
    let is_whole = bytes.len() <= MOST_BYTES;
    // Of every version, so that one that is damaged is not taken for a newer one.
    if is_whole && check_of(checked) != check {
        return Err(DAMAGED);
    }
    if version > VERSION {
        return Err(Error::Newer { part: Part::Reminders });
    }
    if version != VERSION || !is_whole {
        return Err(DAMAGED);
    }
    checked.get(6..).and_then(parse_content).ok_or(DAMAGED)
}

/// All between the version and the check.
fn parse_content(content: &[u8]) -> Option<Vec<Entry>> {
    let mut fields = Fields::new(content);
    let zero = fields.take::<2>()?;
    let count = usize::try_from(u32::from_le_bytes(fields.take()?)).ok()?;
    if zero != [0; 2] || count > MOST {
        return None;
    }
    let entries = (0..count).map(|_| parse_entry(&mut fields)).collect::<Option<Vec<_>>>()?;
    // Nothing may stand behind the last.
    fields.take::<1>().is_none().then_some(entries)
}

fn parse_entry(fields: &mut Fields<'_>) -> Option<Entry> {
    let id = ReminderId(fields.take()?);
    let at = Moment(i64::from_le_bytes(fields.take()?)).checked().ok()?;
    let [sound, length] = fields.take()?;
    let cover = fields.take_slice(length.into())?;
    if sound > 1 || cover.len() > LONGEST_COVER {
        return None;
    }
    Some(Entry { id, at, cover: std::str::from_utf8(cover).ok()?.to_owned(), sound: sound == 1 })
}

/// The bytes of a file that holds these.
///
/// # Errors
/// [`Error::TooLarge`] for a cover text that is too long, or more than [`MOST`]; [`Error::NotUnderstood`] for years
/// outside 1 to 9999.
pub fn to_bytes(entries: &[Entry]) -> Result<Vec<u8>> {
    let count = u32::try_from(entries.len()).map_err(|_| TOO_LARGE)?;
    if entries.len() > MOST {
        return Err(TOO_LARGE);
    }
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_le_bytes());
    bytes.extend_from_slice(&[0; 2]);
    bytes.extend_from_slice(&count.to_le_bytes());
    for entry in entries {
        push(&mut bytes, entry)?;
    }
    let check = check_of(&bytes);
    bytes.extend_from_slice(&check);
    Ok(bytes)
}

fn push(bytes: &mut Vec<u8>, entry: &Entry) -> Result<()> {
    let length = u8::try_from(entry.cover.len()).map_err(|_| TOO_LARGE)?;
    if entry.cover.len() > LONGEST_COVER {
        return Err(TOO_LARGE);
    }
    bytes.extend_from_slice(&entry.id.0);
    bytes.extend_from_slice(&entry.at.checked()?.0.to_le_bytes());
    bytes.extend_from_slice(&[u8::from(entry.sound), length]);
    bytes.extend_from_slice(entry.cover.as_bytes());
    Ok(())
}

fn check_of(bytes: &[u8]) -> [u8; CHECK_BYTES] {
    let mut digest = Sha256::default();
    digest.update(bytes);
    let [a, b, c, d, e, f, g, h, ..] = digest.finish();
    [a, b, c, d, e, f, g, h]
}

#[cfg(test)]
mod tests;
