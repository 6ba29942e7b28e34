//! The core's own types, told to UniFFI: ids as hex digits, moments as numbers, the rest field by field.

use fernbook_core::crypto::words::Words as SecretWords;
use fernbook_core::error::Thing;
use fernbook_core::id::{AttachmentId, NoteId, PersonId, TopicId};
use fernbook_core::journal::attachment::ShownAttachment;
use fernbook_core::journal::topic::Topic;
use fernbook_core::journal::undo::Kind;
use fernbook_core::people::person::PersonText;
use fernbook_core::screens::list::{Line, NoteList, Piece};
use fernbook_core::screens::note::{AttachmentLine, DraftText, EarlierLine, NotePage};
use fernbook_core::screens::numbers::{NumbersPage, PersonLine, ServiceLine};
use fernbook_core::screens::right_now::{OwnTexts, RightNow};
use fernbook_core::storage::guard::Notice;
use fernbook_core::time::Moment;
use fernbook_core::words::Pack;
use fernbook_core::{Error, Part};

use crate::error::NotebookError;

uniffi::custom_type!(NoteId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

uniffi::custom_type!(TopicId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

uniffi::custom_type!(AttachmentId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

uniffi::custom_type!(PersonId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse().map_err(NotebookError::from)?),
});

uniffi::custom_type!(Moment, i64, {
    remote,
    lower: |moment| moment.0,
    try_lift: |number| Ok(Moment(number).checked().map_err(NotebookError::from)?),
});

/// Which words a notebook speaks.
#[uniffi::remote(Enum)]
pub enum Pack {
    /// Her own notebook.
    Full,
    /// A plain notebook: words of plants and gardens, none of health.
    Plain,
}

/// What was looked for or handed in.
#[uniffi::remote(Enum)]
pub enum Thing {
    /// A note.
    Note,
    /// A topic.
    Topic,
    /// A picture, sound or other file of a note.
    Attachment,
    /// A draft.
    Draft,
    /// An earlier text of a note.
    Version,
    /// Something to undo.
    Undo,
    /// An id.
    Id,
    /// A date or a time.
    Date,
    /// The name of a time zone.
    Zone,
    /// A file to bring in.
    Import,
    /// A sealed copy.
    Copy,
    /// Words of a copy or of a recovery.
    Words,
    /// A setting or its value.
    Setting,
    /// A text.
    Text,
    /// A picture.
    Picture,
    /// One of her own people.
    Person,
    /// A visit, or another date.
    Visit,
    /// A rule by which a visit comes again.
    Repeat,
    /// A calendar file.
    Calendar,
    /// A reminder.
    Reminder,
    /// Her card, or a section of it.
    Card,
    /// A choice of what someone may be shown.
    Choice,
    /// A line about what was shown.
    Receipt,
}

/// A part of a notebook on disk.
#[uniffi::remote(Enum)]
pub enum Part {
    /// The file that wraps the vault keys.
    Keyring,
    /// The file that counts wrong secrets.
    Attempts,
    /// The file that pins a vault to its latest state.
    Head,
    /// An encrypted database.
    Vault,
    /// The write-ahead log of a database.
    Wal,
    /// A sealed copy.
    Copy,
    /// The file of reminders outside the notebooks.
    Reminders,
}

/// What the last change was.
#[uniffi::remote(Enum)]
pub enum Kind {
    /// A new note; taken back by putting it in the bin.
    Add,
    /// New words, date or topics.
    Edit,
    /// Pinned, or not any more.
    Pin,
    /// Put in the bin.
    Bin,
    /// Taken out of the bin.
    Restore,
}

/// A note in a list: its date and what she named it, nothing of its text.
#[uniffi::remote(Record)]
pub struct Line {
    /// Its id.
    pub id: NoteId,
    /// Its date and time in words, of this year without the year; in the bin, when it was put there.
    pub date: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Names of its topics.
    pub topics: Vec<String>,
    /// Whether it stands before all others.
    pub pinned: bool,
    /// How many pictures, sounds and other files it has.
    pub attachments: u32,
}

/// A page of a list.
#[uniffi::remote(Record)]
pub struct NoteList {
    /// The notes, in the list's order.
    pub lines: Vec<Line>,
    /// Whether more come after the last of them.
    pub more: bool,
}

/// A piece of a text in which words were found.
#[uniffi::remote(Record)]
pub struct Piece {
    /// The text of the piece.
    pub text: String,
    /// Whether it is what was looked for.
    pub found: bool,
}

/// A note and what can be done with it.
#[uniffi::remote(Record)]
pub struct NotePage {
    /// Its id.
    pub id: NoteId,
    /// Its date and time in words.
    pub date: String,
    /// Its title, if it has one.
    pub title: Option<String>,
    /// Its text.
    pub text: String,
    /// What she has written and not saved yet, if it differs.
    pub draft: Option<DraftText>,
    /// Names of its topics.
    pub topics: Vec<String>,
    /// Names of all topics there are, to choose from.
    pub all_topics: Vec<String>,
    /// Pictures, sounds and other files.
    pub attachments: Vec<AttachmentLine>,
    /// Whether it stands before all others.
    pub pinned: bool,
    /// Whether it lies in the bin.
    pub binned: bool,
    /// How many earlier texts of it are kept.
    pub versions: u32,
    /// Whether earlier texts are being kept.
    pub keeps_history: bool,
}

/// What is being written and was not saved.
#[uniffi::remote(Record)]
pub struct DraftText {
    /// A title, if there is one.
    pub title: Option<String>,
    /// The text.
    pub text: String,
}

/// A picture, sound or other file of a note, without its bytes.
#[uniffi::remote(Record)]
pub struct AttachmentLine {
    /// Its id.
    pub id: AttachmentId,
    /// Its file name.
    pub name: String,
    /// Its media type (RFC 6838), told from its bytes.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u64,
}

/// An attachment as it is shown.
#[uniffi::remote(Record)]
pub struct ShownAttachment {
    /// Its media type (RFC 6838), told from its bytes.
    pub media_type: String,
    /// Its bytes; of a picture without what a camera wrote into it, if it could be read as one.
    pub bytes: Vec<u8>,
    /// Whether what a camera or a program wrote into it is out. If not, it may be shown to her, and must not
    /// leave the phone without her being asked.
    pub cleaned: bool,
}

/// Something that was mended or set aside while opening.
#[uniffi::remote(Enum)]
pub enum Notice {
    /// A log that does not belong to this state of the notebook was given another name.
    LogSetAside,
    /// The end of the log is torn: the last save may not have been finished. A copy was kept.
    LogTorn,
}

/// A topic.
#[uniffi::remote(Record)]
pub struct Topic {
    /// Its id.
    pub id: TopicId,
    /// Its name, as she wrote it.
    pub name: String,
    /// How many notes have it, those in the bin not counted.
    pub notes: u32,
}

/// An earlier text of a note in a list.
#[uniffi::remote(Record)]
pub struct EarlierLine {
    /// Its place among the earlier texts: 1 is the oldest.
    pub number: u32,
    /// When it was written, in words.
    pub date: String,
}

/// Reads the twelve words of a copy or of a recovery as she typed them.
pub fn secret_words(typed: &[u8]) -> Result<SecretWords, NotebookError> {
    let text = std::str::from_utf8(typed).map_err(|_| Error::NotUnderstood { what: Thing::Words })?;
    Ok(SecretWords::parse(text)?)
}

/// What she writes of one of her people.
#[uniffi::remote(Record)]
pub struct PersonText {
    /// A name. There must be one.
    pub name: String,
    /// A number as she wrote it, or nothing.
    pub number: String,
    /// A short note, or nothing.
    pub note: String,
}

/// One of her people.
#[uniffi::remote(Record)]
pub struct PersonLine {
    /// The id.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The number as she wrote it; empty if there is none.
    pub number: String,
    /// A short note; empty if there is none.
    pub note: String,
    /// What a phone is to dial; none if there is no number in what she wrote.
    pub dial: Option<String>,
}

/// One of the pack's list of numbers.
#[uniffi::remote(Record)]
pub struct ServiceLine {
    /// The name.
    pub name: String,
    /// The number, to be read; none if there is only another way.
    pub number: Option<String>,
    /// What a phone is to dial.
    pub dial: Option<String>,
    /// Whom it is for, when someone answers, what it costs, another way: a sentence or two each.
    pub about: Vec<String>,
}

/// Numbers: her own people first.
#[uniffi::remote(Record)]
pub struct NumbersPage {
    /// Her own people, in her order.
    pub people: Vec<PersonLine>,
    /// The pack's list.
    pub services: Vec<ServiceLine>,
    /// When the list was checked, in a sentence.
    pub checked: String,
}

/// Right now: one page for a hard moment, with nothing to fill in.
#[uniffi::remote(Record)]
pub struct RightNow {
    /// Today's day and date, in a sentence.
    pub today: String,
    /// Her words to herself; empty if she wrote none.
    pub words: String,
    /// What helps, a thing each: hers, or the pack's gentle lines.
    pub helps: Vec<String>,
    /// The first of her people.
    pub people: Vec<PersonLine>,
}

/// What she wrote for hard moments.
#[uniffi::remote(Record)]
pub struct OwnTexts {
    /// Her words to herself; empty if she wrote none.
    pub words: String,
    /// What helps, a thing on each line; empty if she wrote nothing.
    pub helps: String,
}
