//! The shapes of JSON: lists are bare arrays, single things objects. Moments are RFC 3339 in UTC, with
//! the zone beside and the local time worked out.

use fernbook_core::journal::attachment::Attachment;
use fernbook_core::journal::draft::Draft;
use fernbook_core::journal::history::{Version, VersionLine};
use fernbook_core::journal::note::Note;
use fernbook_core::journal::page::NoteLine;
use fernbook_core::journal::search::Hit;
use fernbook_core::time::local_text;
use serde_json::{Map, Value, json};
use std::ops::Range;

/// A note in a list: never its words.
pub fn line(line: &NoteLine) -> Value {
    json!({
        "id": line.id,
        "at": line.at.to_rfc3339(),
        "zone": line.zone.name(),
        "local": local_text(line.at.local(line.zone)),
        "title": line.title,
        "topics": line.topics,
        "pinned": line.pinned,
        "binned": line.binned.map(fernbook_core::time::Moment::to_rfc3339),
        "attachments": line.attachments,
    })
}

/// A note with all that it holds.
pub fn note(note: &Note) -> Value {
    json!({
        "id": note.id,
        "at": note.at.to_rfc3339(),
        "zone": note.zone.name(),
        "local": local_text(note.at.local(note.zone)),
        "title": note.title,
        "text": note.text,
        "topics": note.topics,
        "pinned": note.pinned,
        "binned": note.binned.map(fernbook_core::time::Moment::to_rfc3339),
        "created": note.created.to_rfc3339(),
        "edited": note.edited.to_rfc3339(),
        "version": note.version,
        "attachments": note.attachments.iter().map(attachment).collect::<Vec<_>>(),
    })
}

/// A picture, sound or file, without its bytes.
pub fn attachment(one: &Attachment) -> Value {
    json!({
        "id": one.id,
        "note": one.note,
        "name": one.name,
        "media_type": one.media_type,
        "size": one.size,
        "added": one.added.to_rfc3339(),
    })
}

/// A note that was found: its line, and the words around the first one. Marks are places in characters
/// (Unicode code points), from and up to.
pub fn hit(hit: &Hit) -> Value {
    let mut object = match line(&hit.line) {
        Value::Object(object) => object,
        _ => Map::new(),
    };
    object.insert("title_marks".to_owned(), marks(hit.line.title.as_deref().unwrap_or(""), &hit.title_marks));
    object.insert("excerpt".to_owned(), json!(hit.excerpt));
    object.insert("marks".to_owned(), marks(&hit.excerpt, &hit.marks));
    Value::Object(object)
}

/// Bytes are places in UTF-8 only, and few languages count them.
fn marks(text: &str, bytes: &[Range<usize>]) -> Value {
    let place = |byte: usize| text.char_indices().take_while(|(at, _)| *at < byte).count();
    bytes.iter().map(|mark| json!([place(mark.start), place(mark.end)])).collect()
}

/// An earlier text in a list.
pub fn version_line(line: &VersionLine) -> Value {
    json!({ "number": line.number, "written": line.written.to_rfc3339() })
}

/// An earlier text.
pub fn version(number: u32, version: &Version) -> Value {
    json!({
        "number": number,
        "written": version.written.to_rfc3339(),
        "title": version.title,
        "text": version.text,
    })
}

/// A draft; `text` only where it was asked for.
pub fn draft(draft: &Draft, with_text: bool) -> Value {
    let mut value = json!({ "note": draft.note, "saved": draft.saved.to_rfc3339() });
    if let (true, Some(object)) = (with_text, value.as_object_mut()) {
        object.insert("title".to_owned(), json!(draft.title));
        object.insert("text".to_owned(), json!(draft.text));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_count_characters() {
        assert_eq!(marks("… é薔a b", &[4..5, 9..10, 11..12]), json!([[2, 3], [4, 5], [6, 7]]));
    }
}
