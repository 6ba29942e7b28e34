//! Day One's export: a zip file with a JSON file for each journal and its pictures, sounds, films and
//! pages beside it (`photos/<md5>.<ending>`). Layout as written by Day One 2 and later ("JSON" export).

use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

use super::dayone_entry::{Field, List, Object, RawEntry, RawMedia};
use super::entry::{
    Attached, AttachmentKey, Attachments, Entry, Item, Names, Place, Problem, Reason, SourceId, clean_text,
    clean_topics, file_name, with_ending,
};
use super::json_entries::{JsonEntries, Step};
use super::limits::{Budget, Exact, Metered};
use super::shared_file::SharedFile;
use super::{Options, Sink, dayone_text};
use crate::error::{Error, Result, Thing};
use crate::progress::{Watch, tell};
use crate::time::{Moment, Zone};

const NOT_AN_IMPORT: Error = Error::NotUnderstood { what: Thing::Import };

/// A Day One export.
pub(super) struct DayOne<R> {
    archive: ZipArchive<SharedFile<R>>,
    journals: Vec<Journal>,
    /// Members by folder and name without ending, since the ending in the JSON may differ.
    members: HashMap<String, usize>,
    size: u64,
    options: Options,
}

#[derive(Clone)]
struct Journal {
    member: usize,
    /// The folder the JSON file stands in, with its `/`.
    base: String,
    name: String,
    bytes: u64,
}

impl<R: Read + Seek> DayOne<R> {
    /// Reads the list of members.
    ///
    /// # Errors
    /// [`Error::NotUnderstood`] if it is no zip file or has no journal in it.
    pub fn open(file: R, options: Options) -> Result<Self> {
        let file = SharedFile::new(file);
        let size = file.length()?;
        let mut archive = ZipArchive::new(file).map_err(|_| NOT_AN_IMPORT)?;
        let names: Vec<Option<String>> =
            archive.file_names().map(|name| name.ok().map(std::borrow::Cow::into_owned)).collect();
        let mut journals = Vec::new();
        let mut members = HashMap::new();
        for (member, name) in names.into_iter().enumerate() {
            let Some(name) = name.filter(|name| !name.starts_with("__MACOSX/")) else { continue };
            if let Some((base, journal)) = journal_name(&name) {
                let bytes = archive.by_index_raw(member).map_or(0, |file| file.size());
                journals.push(Journal { member, base, name: journal, bytes });
            } else if let Some((stem, _)) = name.rsplit_once('.') {
                members.insert(stem.to_owned(), member);
            }
        }
        if journals.is_empty() {
            return Err(NOT_AN_IMPORT);
        }
        Ok(Self { archive, journals, members, size, options })
    }

    /// Hands on each entry of each journal; progress is in bytes of JSON.
    pub fn read(&mut self, sink: &mut Sink<'_>, watch: &mut Watch<'_>) -> Result<()> {
        let budget = self.options.limits.budget(self.size);
        let total = self.journals.iter().map(|journal| journal.bytes).sum();
        let mut run = Run { number: 0, done: 0, total, budget: budget.clone() };
        for journal in self.journals.clone() {
            self.read_journal(&journal, &mut run, sink, watch)?;
        }
        Ok(())
    }

    fn read_journal(
        &mut self,
        journal: &Journal,
        run: &mut Run,
        sink: &mut Sink<'_>,
        watch: &mut Watch<'_>,
    ) -> Result<()> {
        let mut archive = self.archive.clone();
        let file = match archive.by_index(journal.member) {
            Ok(file) => Metered::new(file, run.budget.clone()),
            Err(error) => return sink(Item::Problem(whole_journal(journal, &error))),
        };
        let mut entries = JsonEntries::new(BufReader::new(file), self.options.limits.entry_bytes);
        let mut buffer = Vec::new();
        loop {
            let step = entries.next("entries", &mut buffer);
            run.check()?;
            let step = step.unwrap_or(Step::Torn);
            if step == Step::End {
                return Ok(());
            }
            run.number += 1;
            if run.number > self.options.limits.entries {
                return sink(Item::Problem(run.problem(journal, Reason::TooMany)));
            }
            match step {
                Step::Element => self.read_entry(journal, run, &buffer, sink)?,
                Step::TooLarge => sink(Item::Problem(run.problem(journal, Reason::TooLarge)))?,
                Step::NotFound => return sink(Item::Problem(run.problem(journal, Reason::Unsupported))),
                _ => return sink(Item::Problem(run.problem(journal, Reason::Damaged))),
            }
            run.check()?;
            run.done = run.done.saturating_add(buffer.len() as u64);
            tell(watch, run.done.min(run.total), run.total)?;
        }
    }

    fn read_entry(&mut self, journal: &Journal, run: &Run, bytes: &[u8], sink: &mut Sink<'_>) -> Result<()> {
        let place = run.place(journal);
        let Some(raw) = RawEntry::parse(bytes) else {
            return sink(Item::Problem(Problem { place, reason: Reason::Damaged }));
        };
        let mut problems = Vec::new();
        match self.entry(journal, &raw, place.clone(), &mut problems) {
            Ok(entry) => {
                let mut blobs = Members { archive: &mut self.archive, budget: run.budget.clone() };
                sink(Item::Entry(Box::new(entry), &mut blobs))?;
            }
            Err(reason) => problems.push(Problem { place, reason }),
        }
        problems.into_iter().try_for_each(|problem| sink(Item::Problem(problem)))
    }

    fn entry(
        &mut self,
        journal: &Journal,
        raw: &RawEntry,
        place: Place,
        problems: &mut Vec<Problem>,
    ) -> std::result::Result<Entry, Reason> {
        let at = moment(&raw.creation_date)?;
        let place = Place { at: Some(at), ..place };
        let media = self.media(journal, raw, &place, problems);
        let text = entry_text(raw, &media, &place, problems)?;
        let attachments: Vec<Attached> = media.into_iter().map(|(_, attached)| attached).collect();
        if text.trim().is_empty() && attachments.is_empty() {
            return Err(Reason::Empty);
        }
        self.options.limits.check_text(&text)?;
        let date = at.0.to_be_bytes();
        let source_id = match raw.uuid.filled() {
            Some(uuid) => SourceId::new("dayone", &[uuid.as_bytes()]),
            None => SourceId::new("dayone-text", &[&date, text.as_bytes()]),
        };
        let zone = raw.time_zone.filled().and_then(|name| Zone::parse(name).ok());
        Ok(Entry {
            source_id,
            place,
            at,
            zone: zone.unwrap_or(self.options.zone),
            created: Some(at),
            edited: moment(&raw.modified_date).ok(),
            title: None,
            text,
            topics: self.topics(journal, raw),
            pinned: raw.is_pinned.is_yes(),
            attachments,
            left_behind: raw.left_behind(),
        })
    }

    /// Its tags, "starred" in her words, and the journal where there are several.
    fn topics(&self, journal: &Journal, raw: &RawEntry) -> Vec<String> {
        let tags = raw.tags.0.iter().filter_map(Field::filled).map(str::to_owned);
        let starred = raw.starred.is_yes().then(|| self.options.starred.clone());
        let several = (self.journals.len() > 1).then(|| journal.name.clone());
        clean_topics(tags.chain(starred).chain(several))
    }

    /// The attachments that are there, each with the identifier the text calls it by.
    fn media(
        &mut self,
        journal: &Journal,
        raw: &RawEntry,
        place: &Place,
        problems: &mut Vec<Problem>,
    ) -> Vec<(String, Attached)> {
        let kinds: [(&List<Object<RawMedia>>, &str, &str); 4] = [
            (&raw.photos, "photos", "photo"),
            (&raw.videos, "videos", "video"),
            (&raw.audios, "audios", "audio"),
            (&raw.pdf_attachments, "pdfs", "page"),
        ];
        let mut found = Vec::new();
        let mut names = Names::default();
        for (list, folder, word) in kinds {
            if list.1 {
                problems.push(Problem { place: place.clone(), reason: Reason::AttachmentTooLarge });
            }
            let there = list.0.iter().filter_map(|object| object.0.as_ref());
            for (index, media) in there.enumerate() {
                let member = self.member(&format!("{}{folder}/", journal.base), media);
                match self.attached(member, media, &format!("{word}-{}", index + 1)) {
                    Ok(mut attached) => {
                        attached.name = names.take(attached.name);
                        found.push((media.identifier.filled().unwrap_or_default().to_owned(), attached));
                    }
                    Err(reason) => problems.push(Problem { place: place.clone(), reason }),
                }
            }
        }
        found
    }

    fn member(&self, folder: &str, media: &RawMedia) -> Option<usize> {
        let names = [media.md5.filled(), media.identifier.filled()].into_iter().flatten();
        names.filter_map(|name| self.members.get(&format!("{folder}{name}"))).next().copied()
    }

    fn attached(
        &mut self,
        member: Option<usize>,
        media: &RawMedia,
        plain_name: &str,
    ) -> std::result::Result<Attached, Reason> {
        let member = member.ok_or(Reason::AttachmentMissing)?;
        let file = self.archive.by_index_raw(member).map_err(|_| Reason::AttachmentDamaged)?;
        if file.encrypted() {
            return Err(Reason::AttachmentEncrypted);
        }
        let size = file.size();
        if size > self.options.limits.attachment_bytes {
            return Err(Reason::AttachmentTooLarge);
        }
        let stored = file.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let ending = stored.rsplit_once('.').map_or("", |(_, ending)| ending);
        let given = media.given_name().map(|name| with_ending(name, ending));
        let plain_name = with_ending(plain_name, ending);
        let name = file_name(&given.unwrap_or_default(), &plain_name);
        Ok(Attached { key: AttachmentKey::Member(member), name, size })
    }
}

/// The folder and the name of a journal, if this member is one: a `.json` file at the top, or in the one
/// folder that a computer puts around an unpacked and packed again export.
fn journal_name(member: &str) -> Option<(String, String)> {
    let (base, name) = member.rsplit_once('/').map_or(("", member), |(base, name)| (base, name));
    let (stem, ending) = name.rsplit_once('.')?;
    let is_journal = ending.eq_ignore_ascii_case("json") && !stem.is_empty() && !name.starts_with('.');
    let base = if base.is_empty() { String::new() } else { format!("{base}/") };
    (is_journal && base.matches('/').count() <= 1).then(|| (base, stem.to_owned()))
}

fn whole_journal(journal: &Journal, error: &ZipError) -> Problem {
    let reason = match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Reason::Encrypted,
        ZipError::UnsupportedArchive(_) => Reason::Unsupported,
        _ => Reason::Damaged,
    };
    Problem { place: Place { number: 0, name: Some(journal.name.clone()), at: None }, reason }
}

fn moment(field: &Field) -> std::result::Result<Moment, Reason> {
    match field {
        Field::Text(text) => Moment::parse(text).map_err(|_| Reason::BadDate),
        Field::Missing => Err(Reason::NoDate),
        _ => Err(Reason::BadDate),
    }
}

/// The text, or what the rich text says where there is no plain one.
fn entry_text(
    raw: &RawEntry,
    media: &[(String, Attached)],
    place: &Place,
    problems: &mut Vec<Problem>,
) -> std::result::Result<String, Reason> {
    let names: HashMap<&str, &str> =
        media.iter().map(|(id, attached)| (id.as_str(), attached.name.as_str())).collect();
    let lists = [&raw.photos, &raw.videos, &raw.audios, &raw.pdf_attachments];
    let listed = lists.into_iter().flat_map(|list| &list.0).filter_map(|object| object.0.as_ref());
    // What is listed and could not be attached was reported already.
    let mut known: HashSet<String> =
        listed.filter_map(|media| media.identifier.filled()).map(str::to_owned).collect();
    let mut name = |id: &str| {
        if known.insert(id.to_owned()) {
            problems.push(Problem { place: place.clone(), reason: Reason::AttachmentMissing });
        }
        names.get(id).map(|&name| name.to_owned())
    };
    let text = match (&raw.text, raw.rich_text.filled()) {
        (Field::Text(text), None) => dayone_text::plain(text, &mut name),
        (Field::Text(text), Some(_)) if !text.trim().is_empty() => dayone_text::plain(text, &mut name),
        (_, Some(rich)) => dayone_text::from_rich(rich, &mut name).ok_or(Reason::NotText)?,
        (Field::Missing, None) => String::new(),
        _ => return Err(Reason::NotText),
    };
    Ok(clean_text(text))
}

/// How far one reading has come.
struct Run {
    number: u64,
    done: u64,
    total: u64,
    budget: Budget,
}

impl Run {
    fn place(&self, journal: &Journal) -> Place {
        Place { number: self.number, name: Some(journal.name.clone()), at: None }
    }

    fn problem(&self, journal: &Journal, reason: Reason) -> Problem {
        Problem { place: self.place(journal), reason }
    }

    fn check(&self) -> Result<()> {
        if self.budget.is_over() { Err(Error::TooLarge { what: Thing::Import }) } else { Ok(()) }
    }
}

struct Members<'a, R> {
    archive: &'a mut ZipArchive<SharedFile<R>>,
    budget: Budget,
}

impl<R: Read + Seek> Attachments for Members<'_, R> {
    fn open<'a>(&'a mut self, attached: &Attached) -> Result<Box<dyn Read + 'a>> {
        const DAMAGED: Error = Error::File { kind: std::io::ErrorKind::InvalidData };
        let AttachmentKey::Member(member) = attached.key else { return Err(DAMAGED) };
        let file = self.archive.by_index(member).map_err(|_| DAMAGED)?;
        Ok(Box::new(Exact::new(Metered::new(file, self.budget.clone()), attached.size)))
    }
}
