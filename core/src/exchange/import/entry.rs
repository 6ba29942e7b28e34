//! What a reader of an outside format hands on: entries, the attachments they name, and what was wrong.

use std::io::Read;

use memchr::memchr2;

use crate::error::Result;
use crate::journal::attachment;
use crate::time::{Moment, Zone};

/// The id of an entry in its source, the same at each import. Never kept as it is: the journal stores
/// an HMAC of it.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SourceId(Vec<u8>);

impl SourceId {
    /// Joins the kind of source and the parts that make an entry the same entry. Each part stands with
    /// its length before it, so that no two lists of parts give the same id.
    #[must_use]
    pub fn new(kind: &str, parts: &[&[u8]]) -> Self {
        let mut id = Vec::new();
        for part in std::iter::once(kind.as_bytes()).chain(parts.iter().copied()) {
            id.extend_from_slice(&(part.len() as u64).to_be_bytes());
            id.extend_from_slice(part);
        }
        Self(id)
    }

    /// The id as bytes, of any length.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// One entry of a source, ready to become a note.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id in the source.
    pub source_id: SourceId,
    /// Where it stands in the source.
    pub place: Place,
    /// When it is about.
    pub at: Moment,
    /// The zone it was written in.
    pub zone: Zone,
    /// When it was made, where the source tells.
    pub created: Option<Moment>,
    /// When it was last changed, where the source tells.
    pub edited: Option<Moment>,
    /// The title the source gives; never a piece of the text.
    pub title: Option<String>,
    /// The text, Markdown, lines ended by `\n`. An attachment stands in it as its name in brackets.
    pub text: String,
    /// Labels, without doubles.
    pub topics: Vec<String>,
    /// Whether it was pinned in the source.
    pub pinned: bool,
    /// Its pictures, sounds and files.
    pub attachments: Vec<Attached>,
    /// What it has in the source and can't bring.
    pub left_behind: Vec<LeftBehind>,
}

/// A picture, sound or file of an entry. [`Attachments::open`] gives its bytes.
#[derive(Clone, PartialEq, Eq)]
pub struct Attached {
    /// Where the reader finds it.
    pub(super) key: AttachmentKey,
    /// Its file name: no folders, no control characters, never empty.
    pub name: String,
    /// Its length in bytes.
    pub size: u64,
}

/// Where a reader finds an attachment.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum AttachmentKey {
    /// The number of a member of a zip file.
    Member(usize),
    /// An offset in a tar file, in bytes.
    Offset(u64),
    /// A path below the folder that is read.
    Path(std::path::PathBuf),
}

/// Gives the bytes of the attachments of the entry that is being handed on.
pub trait Attachments {
    /// Opens an attachment from its first byte. The reader ends after exactly [`Attached::size`] bytes
    /// or fails: with `InvalidData` or `UnexpectedEof` if it is damaged.
    ///
    /// # Errors
    /// [`Error::File`](crate::Error::File) if it can't be read.
    fn open<'a>(&'a mut self, attached: &Attached) -> Result<Box<dyn Read + 'a>>;
}

/// What a reader hands on, in the order of the source.
pub enum Item<'a> {
    /// An entry, and the way to its attachments. Boxed, as it is far larger than a problem.
    Entry(Box<Entry>, &'a mut dyn Attachments),
    /// Something that did not come in whole.
    Problem(Problem),
}

/// Where in a source something stands, for her to find it there.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// The entry, note or file, counted from 1 in the order of the source; 0 for the source as a whole.
    pub number: u64,
    /// The file, journal or note by its own name, where a number alone would not find it.
    pub name: Option<String>,
    /// The entry's moment, where it has one.
    pub at: Option<Moment>,
}

/// Something in a source that did not come in, or not whole.
#[derive(Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands.
    pub place: Place,
    /// What is wrong.
    pub reason: Reason,
}

/// Why something did not come in, or not whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The entry has no date.
    NoDate,
    /// The date is none, or outside the years 1 to 9999.
    BadDate,
    /// What should be text is not.
    NotText,
    /// There is nothing in it: no words, no attachment.
    Empty,
    /// Larger than what is taken in.
    TooLarge,
    /// More entries than are taken in; the rest was left.
    TooMany,
    /// It is under the other program's own password.
    Encrypted,
    /// The bytes are not what that kind of file has, or the file ends early.
    Damaged,
    /// It is of a kind that is not read.
    Unsupported,
    /// The file or folder can't be opened.
    Unreadable,
    /// It lay in the other program's bin.
    Binned,
    /// The entry came; its dates in the file could not be read, so the next best was taken.
    DateGuessed,
    /// The entry came; the lines of facts above its text could not be read and stand in the text.
    BadFrontMatter,
    /// The entry came; an attachment is not in the source.
    AttachmentMissing,
    /// The entry came; an attachment is too large, or one of more than 10,000.
    AttachmentTooLarge,
    /// The entry came; an attachment is under the other program's own password.
    AttachmentEncrypted,
    /// The entry came; an attachment is damaged.
    AttachmentDamaged,
    /// The entry came; an attachment lies outside the folder, or behind a link, and was not touched.
    AttachmentOutside,
    /// The entry came; the other program had two versions of it and this is the one set aside.
    Conflict,
    /// The entry came; it is a web page and stands as its source text.
    WebPage,
}

impl Reason {
    /// Whether the entry came in all the same.
    #[must_use]
    pub fn entry_came(self) -> bool {
        use Reason::*;
        matches!(
            self,
            DateGuessed
                | BadFrontMatter
                | AttachmentMissing
                | AttachmentTooLarge
                | AttachmentEncrypted
                | AttachmentDamaged
                | AttachmentOutside
                | Conflict
                | WebPage
        )
    }
}

/// Facts that other programs keep with an entry and that have no place here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftBehind {
    /// Where she was.
    Location,
    /// The weather.
    Weather,
    /// The phone, what she was doing, steps, music.
    Circumstances,
    /// When a to-do is due.
    DueTime,
    /// Links from one note to another; their words stay.
    NoteLinks,
    /// Pictures on the web; their address stays in the text.
    WebPictures,
    /// Other facts above the text of a file.
    OtherFacts,
}

impl std::fmt::Debug for SourceId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SourceId({} bytes)", self.0.len())
    }
}

impl std::fmt::Debug for Entry {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Entry({} bytes, {} attachments)", self.text.len(), self.attachments.len())
    }
}

impl std::fmt::Debug for Attached {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Attached({} bytes)", self.size)
    }
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Place({})", self.number)
    }
}

impl std::fmt::Debug for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Problem({:?}, {:?})", self.place, self.reason)
    }
}

/// A name of the outside as the journal keeps it, without the brackets it stands in in a text; `fallback`
/// if nothing is left.
pub(super) fn file_name(name: &str, fallback: &str) -> String {
    attachment::kept_name(&name.replace(['[', ']'], "")).unwrap_or_else(|| fallback.to_owned())
}

/// The name with its ending, if it has none yet.
pub(super) fn with_ending(name: &str, ending: &str) -> String {
    let has_one = name.rsplit_once('.').is_some_and(|(_, end)| (1..=5).contains(&end.len()));
    if has_one || ending.is_empty() || name.is_empty() { name.to_owned() } else { format!("{name}.{ending}") }
}

/// Gives out names, each once: the second `photo.jpg` of an entry is `photo-2.jpg`.
#[derive(Default)]
pub(super) struct Names {
    last: std::collections::HashMap<String, u32>,
}

impl Names {
    /// This name, or the next free one like it.
    pub fn take(&mut self, name: String) -> String {
        let mut free = name.clone();
        while let Some(last) = self.last.get_mut(&name) {
            *last += 1;
            let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
            free = with_ending(&format!("{stem}-{last}"), ending);
            if !self.last.contains_key(&free) {
                break;
            }
        }
        self.last.insert(free.clone(), 1);
        free
    }
}

/// Labels trimmed, runs of blanks made one, empty ones and doubles dropped, at most 100 characters each.
pub(super) fn clean_topics(names: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let one_line = |name: String| name.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = |name: String| name.chars().filter(|c| !c.is_control()).take(100).collect::<String>();
    let names = names.into_iter().map(one_line).map(short);
    names.filter(|name| !name.is_empty() && seen.insert(name.clone())).collect()
}

/// A title on one line, or none.
pub(super) fn clean_title(title: &str) -> Option<String> {
    let one_line = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean: String = one_line.chars().filter(|c| !c.is_control()).take(1000).collect();
    (!clean.is_empty()).then_some(clean)
}

/// Text as the journal keeps it: `\n` alone ends a line, no NUL.
pub(super) fn clean_text(text: String) -> String {
    if memchr2(b'\r', 0, text.as_bytes()).is_none() {
        return text;
    }
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "")
}
