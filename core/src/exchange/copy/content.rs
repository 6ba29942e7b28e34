//! Writes the layout of a copy, from whatever holds the notes into a sealed file or a folder.

use std::io::{self, Write};

use super::card_text;
use super::json::JsonWriter;
use super::layout::{CARD, DATES, HELPS, JSON, NoteNames, OWN_WORDS, PEOPLE, READ_ME};
use super::markdown::{note_file, people_file};
use super::record::{AttachmentRecord, Head, Hex32, Holds, NoteRecord, PersonRecord, RightNowRecord};
use super::sealed::{Counted, FileSink};
use super::showing::ShowingRecord;
use super::visits::{self, VisitRecord};
use crate::error::Result;
use crate::progress::{Watch, tell};
use crate::time::Moment;

/// Takes one note after the other.
pub type NoteTaker<'a> = dyn FnMut(NoteRecord) -> Result<()> + 'a;

/// Takes one visit after the other.
pub type VisitTaker<'a> = dyn FnMut(VisitRecord) -> Result<()> + 'a;

/// Where the notes of a copy come from. It must not change while a copy is written: the length of
/// `fernbook.json` is counted in one pass and the file written in the next.
pub trait Source {
    /// How many notes and attachments there are.
    fn holds(&self) -> Holds;

    /// The keys of the marks of imported notes; none if there are no marks.
    fn import_keys(&self) -> Vec<Hex32>;

    /// Her own people, in her order, and her words for hard moments.
    ///
    /// # Errors
    /// What reading gives.
    fn right_now(&self) -> Result<(Vec<PersonRecord>, RightNowRecord)>;

    /// Her card, her choices and what she showed.
    ///
    /// # Errors
    /// What reading gives.
    fn showing(&self) -> Result<ShowingRecord>;

    /// Hands on every note, always in the same order.
    ///
    /// # Errors
    /// What reading or `take` gives.
    fn each_note(&self, take: &mut NoteTaker<'_>) -> Result<()>;

    /// Hands on every visit, always in the same order.
    ///
    /// # Errors
    /// What reading or `take` gives.
    fn each_visit(&self, take: &mut VisitTaker<'_>) -> Result<()>;

    /// Hands on every attachment that [`each_note`](Self::each_note) lists, in the same order.
    ///
    /// # Errors
    /// What reading or `take` gives.
    fn each_attachment(&self, take: &mut dyn FnMut(AttachmentRecord) -> Result<()>) -> Result<()>;

    /// Writes the bytes of an attachment.
    ///
    /// # Errors
    /// What reading or writing gives.
    fn write_attachment(&self, one: &AttachmentRecord, out: &mut dyn Write) -> Result<()>;
}

/// Writes everything: `READ ME.txt`, `fernbook.json`, her people, her own words, her dates and her card as Markdown, the notes
/// that are not in the bin likewise, the attachments. Progress counts notes and attachments.
///
/// # Errors
/// What `source` and `sink` give, and [`crate::Error::Stopped`].
pub fn write(
    source: &dyn Source,
    sink: &mut dyn FileSink,
    read_me: &str,
    made: Moment,
    watch: &mut Watch<'_>,
) -> Result<()> {
    let holds = source.holds();
    let (people, right_now) = source.right_now()?;
    let head = Head { made, holds, import_keys: source.import_keys(), people, right_now };
    let mut steps = Steps { done: 0, total: holds.notes + holds.attachments, watch };
    steps.told()?;
    sink.file(READ_ME, read_me.len() as u64, &mut |out| Ok(out.write_all(read_me.as_bytes())?))?;
    let mut counted = Counted { out: io::sink(), bytes: 0 };
    write_json(source, &head, &mut counted, &mut steps)?;
    sink.file(JSON, counted.bytes, &mut |out| write_json(source, &head, out, &mut steps))?;
    write_own(&head, sink)?;
    write_dates(source, sink)?;
    write_text(sink, CARD, &card_text::file(&source.showing()?))?;
    write_notes(source, sink, &mut steps)?;
    source.each_attachment(&mut |one| {
        sink.file(&one.path, one.size, &mut |out| source.write_attachment(&one, out))?;
        steps.step()
    })
}

fn write_json(
    source: &dyn Source,
    head: &Head,
    out: &mut dyn Write,
    steps: &mut Steps<'_, '_>,
) -> Result<()> {
    let mut json = JsonWriter::new(out, head)?;
    source.each_note(&mut |note| {
        json.note(&note)?;
        steps.told()
    })?;
    source.each_visit(&mut |visit| {
        json.visit(&visit)?;
        steps.told()
    })?;
    json.finish(&source.showing()?)
}

/// What there is of it: a file that is there says something.
fn write_own(head: &Head, sink: &mut dyn FileSink) -> Result<()> {
    let people = if head.people.is_empty() { String::new() } else { people_file(&head.people) };
    let ended = |text: &str| if text.is_empty() { String::new() } else { format!("{text}\n") };
    let files =
        [(PEOPLE, people), (OWN_WORDS, ended(&head.right_now.words)), (HELPS, ended(&head.right_now.helps))];
    files.into_iter().try_for_each(|(name, text)| write_text(sink, name, &text))
}

fn write_text(sink: &mut dyn FileSink, name: &str, text: &str) -> Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    sink.file(name, text.len() as u64, &mut |out| Ok(out.write_all(text.as_bytes())?))
}

/// As [`write_own`]; counted first, then written, one visit at a time.
fn write_dates(source: &dyn Source, sink: &mut dyn FileSink) -> Result<()> {
    let all = |out: &mut dyn Write| -> Result<()> {
        source.each_visit(&mut |one| Ok(out.write_all(visits::part(&one.visit).as_bytes())?))
    };
    let mut counted = Counted { out: io::sink(), bytes: 0 };
    all(&mut counted)?;
    if counted.bytes == 0 { Ok(()) } else { sink.file(DATES, counted.bytes, &mut |out| all(out)) }
}

fn write_notes(source: &dyn Source, sink: &mut dyn FileSink, steps: &mut Steps<'_, '_>) -> Result<()> {
    let mut names = NoteNames::default();
    source.each_note(&mut |note| {
        if note.binned.is_none() {
            let file = note_file(&note);
            sink.file(&names.name(&note), file.len() as u64, &mut |out| Ok(out.write_all(file.as_bytes())?))?;
        }
        steps.step()
    })
}

struct Steps<'a, 'b> {
    done: u64,
    total: u64,
    watch: &'a mut Watch<'b>,
}

impl Steps<'_, '_> {
    fn step(&mut self) -> Result<()> {
        self.done += 1;
        self.told()
    }

    fn told(&mut self) -> Result<()> {
        tell(self.watch, self.done, self.total)
    }
}
