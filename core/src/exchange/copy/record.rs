//! What `fernbook.json` holds, version 1. All types here hold her text, so their `Debug` shows ids only.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::crypto::digest::SHA256_BYTES;
use crate::id::{AttachmentId, NoteId, PersonId, from_hex};
use crate::people::seen::Seen;
use crate::time::{Moment, Zone, local_text};

/// The value of `format`.
pub const FORMAT: &str = "fernbook";
/// The version written, and the newest one read.
pub const VERSION: u32 = 1;

/// What stands before the notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// When the copy was made.
    pub made: Moment,
    /// How many things follow, if the writer said so.
    pub holds: Holds,
    /// The keys of the marks in [`NoteRecord::imported`]; in a sealed copy only.
    pub import_keys: Vec<Hex32>,
    /// Her own people, in her order.
    pub people: Vec<PersonRecord>,
    /// Her words for hard moments.
    pub right_now: RightNowRecord,
}

/// One of her people.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRecord {
    /// Its id, the same in the notebook.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// The number as she wrote it, or nothing.
    #[serde(default)]
    pub number: String,
    /// A short note, or nothing.
    #[serde(default)]
    pub note: String,
    /// What they are, if it is someone she sees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seen>,
}

/// What she wrote for hard moments; a text that is empty was not written.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RightNowRecord {
    /// Her words to herself.
    pub words: String,
    /// What helps, a thing on each line.
    pub helps: String,
}

impl RightNowRecord {
    /// Whether she wrote neither.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count() == 0
    }

    /// How many of the two she wrote.
    #[must_use]
    pub fn count(&self) -> u64 {
        u64::from(!self.words.is_empty()) + u64::from(!self.helps.is_empty())
    }
}

/// How many things a copy holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Holds {
    /// Notes, those in the bin too.
    pub notes: u64,
    /// Attachments of all notes.
    pub attachments: u64,
}

/// One note with everything that travels with it.
#[derive(Clone, PartialEq, Eq, Deserialize)]
pub struct NoteRecord {
    /// Its id, the same in the notebook.
    pub id: NoteId,
    /// The moment it is about.
    #[serde(deserialize_with = "moment")]
    pub at: Moment,
    /// The zone it was written in; one that this program doesn't know reads as UTC.
    #[serde(deserialize_with = "zone")]
    pub zone: Zone,
    /// Its title, if it has one.
    #[serde(default)]
    pub title: Option<String>,
    /// Its text.
    pub text: String,
    /// Names of its topics.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Whether it is pinned to the top.
    #[serde(default)]
    pub pinned: bool,
    /// When it was first saved.
    #[serde(deserialize_with = "moment")]
    pub created: Moment,
    /// When it was last changed.
    #[serde(deserialize_with = "moment")]
    pub edited: Moment,
    /// When it went to the bin, if it lies there.
    #[serde(default, deserialize_with = "maybe_moment")]
    pub binned: Option<Moment>,
    /// Earlier texts, oldest first; only while she keeps history.
    #[serde(default)]
    pub history: Vec<VersionRecord>,
    /// Its pictures, sounds and other files, in their order.
    #[serde(default)]
    pub attachments: Vec<AttachmentRecord>,
    /// The marks of the entries of other programs that it came from; in a sealed copy only.
    #[serde(default)]
    pub imported: Vec<Hex32>,
}

/// An earlier text of a note.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionRecord {
    /// When that text was written.
    #[serde(serialize_with = "moment_out", deserialize_with = "moment")]
    pub written: Moment,
    /// The title then.
    #[serde(default)]
    pub title: Option<String>,
    /// The text then.
    pub text: String,
}

/// A picture, sound or other file of a note.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttachmentRecord {
    /// Its id, the same in the notebook.
    pub id: AttachmentId,
    /// The name she knows it by.
    pub name: String,
    /// Its media type (RFC 6838), such as `image/jpeg`.
    pub media_type: String,
    /// Its length in bytes.
    pub size: u64,
    /// The SHA-256 of its bytes, as 64 hex digits.
    pub sha256: Hex32,
    /// Where its bytes are, from the top of the copy.
    pub path: String,
    /// When it was added.
    #[serde(serialize_with = "moment_out", deserialize_with = "moment")]
    pub added: Moment,
}

/// 32 bytes (a SHA-256, a mark, a key of marks), in JSON as hex digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hex32(pub [u8; SHA256_BYTES]);

impl Serialize for NoteRecord {
    /// Also gives `local`, what a clock on the wall showed; it is worked out, and not read back.
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut note = out.serialize_struct("note", 14)?;
        note.serialize_field("id", &self.id)?;
        note.serialize_field("at", &self.at.to_rfc3339())?;
        note.serialize_field("zone", self.zone.name())?;
        note.serialize_field("local", &local_text(self.at.local(self.zone)))?;
        note.serialize_field("title", &self.title)?;
        note.serialize_field("text", &self.text)?;
        note.serialize_field("topics", &self.topics)?;
        note.serialize_field("pinned", &self.pinned)?;
        note.serialize_field("created", &self.created.to_rfc3339())?;
        note.serialize_field("edited", &self.edited.to_rfc3339())?;
        note.serialize_field("binned", &self.binned.map(Moment::to_rfc3339))?;
        note.serialize_field("history", &self.history)?;
        note.serialize_field("attachments", &self.attachments)?;
        if !self.imported.is_empty() {
            note.serialize_field("imported", &self.imported)?;
        }
        note.end()
    }
}

impl Serialize for Hex32 {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let hex: String = self.0.iter().map(|byte| format!("{byte:02x}")).collect();
        out.serialize_str(&hex)
    }
}

impl<'de> Deserialize<'de> for Hex32 {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let bytes = from_hex(&String::deserialize(input)?).unwrap_or_default();
        bytes.try_into().map(Self).map_err(|_| serde::de::Error::custom("not 32 bytes"))
    }
}

pub(super) fn moment_out<S: Serializer>(at: &Moment, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(&at.to_rfc3339())
}

pub(super) fn moment<'de, D: Deserializer<'de>>(input: D) -> Result<Moment, D::Error> {
    Moment::parse(&String::deserialize(input)?).map_err(|_| serde::de::Error::custom("not a moment"))
}

pub(super) fn maybe_moment<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Moment>, D::Error> {
    let text = Option::<String>::deserialize(input)?;
    let at = text.map(|text| Moment::parse(&text)).transpose();
    at.map_err(|_| serde::de::Error::custom("not a moment"))
}

fn zone<'de, D: Deserializer<'de>>(input: D) -> Result<Zone, D::Error> {
    Ok(Zone::parse(&String::deserialize(input)?).unwrap_or(Zone::UTC))
}

impl std::fmt::Debug for NoteRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NoteRecord").field("id", &self.id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for PersonRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PersonRecord").field("id", &self.id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for RightNowRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RightNowRecord").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for VersionRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VersionRecord").finish_non_exhaustive()
    }
}

impl std::fmt::Debug for AttachmentRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AttachmentRecord").field("id", &self.id).finish_non_exhaustive()
    }
}

impl std::fmt::Debug for Hex32 {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hex32")
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A plain note whose id is `n` sixteen times.
    pub(crate) fn note(n: u8, text: &str) -> NoteRecord {
        let at = Moment::parse("2026-11-22T10:05:00Z").unwrap();
        NoteRecord {
            id: NoteId([n; 16]),
            at,
            zone: Zone::parse("Europe/London").unwrap(),
            title: None,
            text: text.into(),
            topics: vec![],
            pinned: false,
            created: at,
            edited: at,
            binned: None,
            history: vec![],
            attachments: vec![],
            imported: vec![],
        }
    }

    #[test]
    fn debug_shows_none_of_her_words() {
        let mut secret = note(1, "zanzibar");
        secret.title = Some("zanzibar".into());
        secret.topics = vec!["zanzibar".into()];
        let version = VersionRecord { written: secret.at, title: None, text: "zanzibar".into() };
        let (name, number, note) = ("zanzibar".into(), "zanzibar".into(), "zanzibar".into());
        let person = PersonRecord { id: PersonId([1; 16]), name, number, note, seen: None };
        let own = RightNowRecord { words: "zanzibar".into(), helps: "zanzibar".into() };
        let shown = format!("{secret:?} {version:?} {person:?} {own:?}");
        assert!(!shown.contains("zanzibar"));
    }
}
