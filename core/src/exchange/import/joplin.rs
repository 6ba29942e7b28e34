//! Joplin's export (`.jex`): a tar file of items and of `resources/<id>.<ending>`, in any order. So it is
//! gone through twice: once for everything that notes refer to, once for the notes.

use std::collections::HashMap;
use std::io::{Read, Seek, SeekFrom};

use super::entry::{Attached, AttachmentKey, Attachments, Item, Place, Problem, Reason};
use super::joplin_item::{JoplinItem, Kind};
use super::limits::{Budget, Exact, Metered};
use super::{Options, Sink, joplin_note};
use crate::error::{Error, Result, Thing};
use crate::progress::{Watch, tell};

/// A Joplin export.
pub(super) struct Joplin<R> {
    file: R,
    size: u64,
    options: Options,
}

/// A member of the tar file: its first byte and length.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub offset: u64,
    pub size: u64,
}

/// What notes refer to, by id.
#[derive(Default)]
pub(super) struct Index {
    notes: Vec<Span>,
    /// Every note and folder: a link to one of these is a link between notes.
    pub notes_and_folders: std::collections::HashSet<String>,
    /// Name and parent.
    pub folders: HashMap<String, (String, String)>,
    pub tags: HashMap<String, String>,
    /// The ids of the tags of a note.
    pub tags_of: HashMap<String, Vec<String>>,
    pub resources: HashMap<String, Resource>,
    pub bytes: HashMap<String, Span>,
}

/// What an item says about an attachment.
pub(super) struct Resource {
    pub title: String,
    pub ending: String,
    pub encrypted: bool,
}

impl<R: Read + Seek> Joplin<R> {
    /// Looks for a first item.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] if it is no tar file or has no item of Joplin in it.
    pub fn open(mut file: R, options: Options) -> Result<Self> {
        let size = file.seek(SeekFrom::End(0))?;
        let mut found = false;
        members(&mut file, &mut |name, _, _| {
            found = item_id(name).is_some();
            Ok(!found)
        })?;
        if !found {
            return Err(Error::NotUnderstood { what: Thing::Import });
        }
        Ok(Self { file, size, options })
    }

    /// Hands on each note; progress is in notes, and 0 of 0 while the file is gone through first.
    pub fn read(&mut self, sink: &mut Sink<'_>, watch: &mut Watch<'_>) -> Result<()> {
        let index = self.index(sink, watch)?;
        let budget = self.options.limits.budget(self.size);
        let total = index.notes.len() as u64;
        for (span, number) in index.notes.iter().zip(1_u64..) {
            if number > self.options.limits.entries {
                let place = Place { number, ..Place::default() };
                return sink(Item::Problem(Problem { place, reason: Reason::TooMany }));
            }
            self.read_note(*span, number, &index, &budget, sink)?;
            if budget.is_over() {
                return Err(Error::TooLarge { what: Thing::Import });
            }
            tell(watch, number, total)?;
        }
        Ok(())
    }

    fn read_note(
        &mut self,
        span: Span,
        number: u64,
        index: &Index,
        budget: &Budget,
        sink: &mut Sink<'_>,
    ) -> Result<()> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(span.offset))?;
        (&mut self.file).take(span.size).read_to_end(&mut bytes)?;
        let text = String::from_utf8_lossy(&bytes);
        let Some(item) = JoplinItem::parse(&text) else { return Ok(()) };
        let mut problems = Vec::new();
        let place =
            Place { number, name: Some(item.title.to_owned()).filter(|title| !title.is_empty()), at: None };
        match joplin_note::entry(&item, place.clone(), index, &self.options, &mut problems) {
            Ok(entry) => {
                let mut blobs = Resources { file: &mut self.file, budget: budget.clone() };
                sink(Item::Entry(Box::new(entry), &mut blobs))?;
            }
            Err(reason) => problems.push(Problem { place, reason }),
        }
        problems.into_iter().try_for_each(|problem| sink(Item::Problem(problem)))
    }

    fn index(&mut self, sink: &mut Sink<'_>, watch: &mut Watch<'_>) -> Result<Index> {
        let mut index = Index::default();
        let limit = self.options.limits.entry_bytes;
        let length = self.size;
        let ended = members(&mut self.file, &mut |name, span, reader| {
            tell(watch, 0, 0)?;
            let whole = span.offset.checked_add(span.size).is_some_and(|end| end <= length);
            if let Some(id) = resource_id(name).filter(|_| whole) {
                index.bytes.insert(id.to_owned(), span);
            } else if item_id(name).is_some() {
                let reason = if !whole {
                    Some(Reason::Damaged)
                } else if span.size > limit {
                    Some(Reason::TooLarge)
                } else {
                    index.add(span, reader)
                };
                if let Some(reason) = reason {
                    let place = Place { number: 0, name: Some(name.to_owned()), at: None };
                    sink(Item::Problem(Problem { place, reason }))?;
                }
            }
            Ok(true)
        })?;
        if !ended {
            let place = Place::default();
            sink(Item::Problem(Problem { place, reason: Reason::Damaged }))?;
        }
        Ok(index)
    }
}

impl Index {
    /// Reads one item; a reason if it can't be read.
    fn add(&mut self, span: Span, reader: &mut dyn Read) -> Option<Reason> {
        let mut bytes = Vec::new();
        if reader.read_to_end(&mut bytes).is_err() {
            return Some(Reason::Damaged);
        }
        let text = String::from_utf8_lossy(&bytes);
        let Some(item) = JoplinItem::parse(&text) else { return Some(Reason::Damaged) };
        if item.has("encryption_applied") {
            return Some(Reason::Encrypted);
        }
        let id = item.fact("id").to_owned();
        match item.kind() {
            Kind::Note => {
                self.notes.push(span);
                self.notes_and_folders.insert(id);
            }
            Kind::Folder => {
                self.notes_and_folders.insert(id.clone());
                self.folders.insert(id, (item.title.to_owned(), item.fact("parent_id").to_owned()));
            }
            Kind::Tag => drop(self.tags.insert(id, item.title.to_owned())),
            Kind::NoteTag => {
                let tag = item.fact("tag_id").to_owned();
                self.tags_of.entry(item.fact("note_id").to_owned()).or_default().push(tag);
            }
            Kind::Resource => {
                let encrypted = item.has("encryption_blob_encrypted");
                let ending = item.fact("file_extension").to_owned();
                self.resources.insert(id, Resource { title: item.title.to_owned(), ending, encrypted });
            }
            Kind::Other => {}
        }
        None
    }
}

type Member<'a> = dyn FnMut(&str, Span, &mut dyn Read) -> Result<bool> + 'a;

/// Goes through the plain files of a tar file until `each` says no; false if the file is damaged from
/// some place on. Names that are longer than a header holds, links, and files with holes are passed
/// over unread: Joplin writes none, and they are where a hostile file would act.
fn members<R: Read + Seek>(file: &mut R, each: &mut Member<'_>) -> Result<bool> {
    file.seek(SeekFrom::Start(0))?;
    let mut archive = tar::Archive::new(file);
    let Ok(entries) = archive.entries_with_seek() else { return Ok(false) };
    for entry in entries.raw(true) {
        let Ok(mut entry) = entry else { return Ok(false) };
        if !entry.header().entry_type().is_file() {
            continue;
        }
        let span = Span { offset: entry.raw_file_position(), size: entry.size() };
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if !each(name.trim_start_matches("./"), span, &mut entry)? {
            break;
        }
    }
    Ok(true)
}

fn item_id(name: &str) -> Option<&str> {
    name.strip_suffix(".md").filter(|id| is_id(id))
}

fn resource_id(name: &str) -> Option<&str> {
    let name = name.strip_prefix("resources/")?;
    let id = name.split_once('.').map_or(name, |(id, _)| id);
    is_id(id).then_some(id)
}

/// Whether this is an id of Joplin: 32 hex digits.
pub(super) fn is_id(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

struct Resources<'a, R> {
    file: &'a mut R,
    budget: Budget,
}

impl<R: Read + Seek> Attachments for Resources<'_, R> {
    fn open<'a>(&'a mut self, attached: &Attached) -> Result<Box<dyn Read + 'a>> {
        let AttachmentKey::Offset(offset) = attached.key else {
            return Err(Error::File { kind: std::io::ErrorKind::InvalidData });
        };
        self.file.seek(SeekFrom::Start(offset))?;
        let bytes = (&mut self.file).take(attached.size);
        Ok(Box::new(Exact::new(Metered::new(bytes, self.budget.clone()), attached.size)))
    }
}
