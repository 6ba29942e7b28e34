//! Names of the files in a copy. None holds a word of hers: a listing of an opened copy tells days and
//! kinds, nothing else.

use std::collections::HashSet;

use super::record::NoteRecord;
use crate::id::AttachmentId;

/// Everything in the copy, for a program.
pub const JSON: &str = "fernbook.json";
/// What this is, for a person.
pub const READ_ME: &str = "READ ME.txt";
/// Her own people, for a person.
pub const PEOPLE: &str = "people.md";
/// Her words to herself, for a person.
pub const OWN_WORDS: &str = "words to myself.md";
/// What helps, for a person.
pub const HELPS: &str = "what helps.md";
/// Her visits and other dates, for a person.
pub const DATES: &str = "dates.md";
/// Her card, for a person.
pub const CARD: &str = "card.md";
/// The folder of the notes as Markdown.
pub const NOTES: &str = "notes";
/// The folder of the attachments.
pub const ATTACHMENTS: &str = "attachments";

/// Media types that get a file ending of their own; others end in `.bin`.
const ENDINGS: [(&str, &str); 26] = [
    ("image/jpeg", "jpg"),
    ("image/png", "png"),
    ("image/gif", "gif"),
    ("image/webp", "webp"),
    ("image/heic", "heic"),
    ("image/heif", "heif"),
    ("image/avif", "avif"),
    ("image/tiff", "tiff"),
    ("image/bmp", "bmp"),
    ("image/svg+xml", "svg"),
    ("audio/mpeg", "mp3"),
    ("audio/mp4", "m4a"),
    ("audio/aac", "aac"),
    ("audio/ogg", "ogg"),
    ("audio/opus", "opus"),
    ("audio/wav", "wav"),
    ("audio/flac", "flac"),
    ("audio/webm", "weba"),
    ("video/mp4", "mp4"),
    ("video/quicktime", "mov"),
    ("video/webm", "webm"),
    ("video/3gpp", "3gp"),
    ("application/pdf", "pdf"),
    ("application/json", "json"),
    ("text/plain", "txt"),
    ("text/html", "html"),
];

/// Where an attachment's bytes are: `attachments/<32 hex digits>.<ending of its media type>`.
#[must_use]
pub fn attachment_path(id: AttachmentId, media_type: &str) -> String {
    let bare = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let ending = ENDINGS.iter().find(|(known, _)| *known == bare).map_or("bin", |(_, ending)| ending);
    format!("{ATTACHMENTS}/{id}.{ending}")
}

/// Gives each note a file name that no other has.
#[derive(Default)]
pub struct NoteNames(HashSet<String>);

impl NoteNames {
    /// `notes/2026-11-22 1005 <8 hex digits of the id>.md`, by the clock on the wall; with all 32 digits
    /// where the short name is taken.
    pub fn name(&mut self, note: &NoteRecord) -> String {
        let when = note.at.local(note.zone).format("%Y-%m-%d %H%M");
        let id = note.id.to_string();
        let short = id.get(..8).unwrap_or(&id);
        let name = format!("{NOTES}/{when} {short}.md");
        if self.0.insert(name.clone()) { name } else { format!("{NOTES}/{when} {id}.md") }
    }
}

/// Whether a name inside a copy is one plain way down: relative, no empty, `.` or `..` part, no
/// backslash, no control character.
#[must_use]
pub fn is_plain(name: &str) -> bool {
    let odd = |c: char| c == '\\' || c.is_control();
    let bad = |part: &str| part.is_empty() || part == "." || part == "..";
    !name.chars().any(odd) && !name.split('/').any(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_comes_from_the_kind_never_from_her_name() {
        let id = AttachmentId([0xab; 16]);
        assert_eq!(attachment_path(id, "Image/JPEG; q=1"), format!("attachments/{}.jpg", "ab".repeat(16)));
        assert!(attachment_path(id, "../../etc").ends_with("/abababababababababababababababab.bin"));
    }

    #[test]
    fn ways_out_are_not_plain() {
        assert!(is_plain("notes/2026-11-22 1005 abababab.md"));
        for bad in ["", "/etc/passwd", "../up", "notes/../../up", "a//b", "a\\b", "./a", "a/", "a\0b"] {
            assert!(!is_plain(bad), "{bad:?}");
        }
    }
}
