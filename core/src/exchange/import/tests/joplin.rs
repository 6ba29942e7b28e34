use std::io::Cursor;

use super::super::{LeftBehind, Source};
use super::*;

const NOTE: &str = "0123456789abcdef0123456789abcdef";
const OTHER: &str = "1123456789abcdef0123456789abcdef";
const PICTURE: &str = "2123456789abcdef0123456789abcdef";
const FOLDER: &str = "3123456789abcdef0123456789abcdef";
const INNER: &str = "4123456789abcdef0123456789abcdef";

fn note(id: &str, words: &str, more: &str) -> (String, String) {
    let facts = format!("id: {id}\ncreated_time: 2024-03-05T10:00:00.000Z\n{more}type_: 1");
    (format!("{id}.md"), format!("{words}\n\n{facts}"))
}

fn item(id: &str, title: &str, facts: &str) -> (String, String) {
    (format!("{id}.md"), format!("{title}\n\nid: {id}\n{facts}"))
}

fn export(items: &[(String, String)]) -> Vec<u8> {
    let files: Vec<_> = items.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    tar_of(&files)
}

fn taken(items: &[(String, String)]) -> Taken {
    joplin_of(Cursor::new(export(items)))
}

#[test]
fn the_real_export_comes_in_whole() {
    let Some(path) = shared("joplin-3.5.1.jex") else { return };
    let mut source = Source::open(&path, options()).unwrap();
    let preview = counted(&mut source);
    assert_eq!((preview.entries, preview.attachments, preview.attachment_bytes), (3, 2, 191_050 + 10_244));
    assert_eq!(preview.first.unwrap().to_rfc3339(), "2010-01-01T00:00:00Z");
    let taken = Taken::of(|sink| source.read(sink, &mut |_| true));
    let titles: Vec<_> = taken.entries.iter().map(|entry| entry.title.as_deref().unwrap()).collect();
    assert_eq!(titles, ["Tuesday", "[x] ring the surgery", "To my sister"]);
    let [tuesday, _, sister] = taken.entries.as_slice() else { panic!("three notes") };
    assert!(
        tuesday.text.starts_with("[voice.ogg][photo.jpg]Saw the nurse. **Bold**, a list:\n- one\n- two\n")
    );
    assert!(tuesday.text.ends_with("日本語, العربية, emoji 🌿"));
    assert_eq!(tuesday.topics, ["Private", "feeling ok"]);
    assert_eq!(tuesday.at.to_rfc3339(), "2026-11-22T15:14:53.908Z");
    assert_eq!(tuesday.edited.unwrap().to_rfc3339(), "2026-11-22T15:14:56.781Z");
    let kinds: Vec<_> = tuesday.attachments.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(kinds, ["voice.ogg", "photo.jpg"]);
    assert!(taken.bytes[0].as_ref().unwrap().starts_with(b"OggS"));
    assert!(taken.bytes[1].as_ref().unwrap().starts_with(b"\xFF\xD8\xFF"));
    assert_eq!(sister.text, "I can't say this out loud yet. link to nothing");
    assert_eq!(sister.topics, ["Letters"]);
    assert_eq!(taken.reasons(), [(3, Reason::AttachmentMissing)]);
}

#[test]
fn items_may_come_in_any_order_and_notebooks_inside_notebooks() {
    let found = taken(&[
        note(
            NOTE,
            "A\n\n[b](:/1123456789abcdef0123456789abcdef) c",
            &format!("parent_id: {INNER}\ntodo_due: 5\n"),
        ),
        note(OTHER, "\n\nNo title, two lines\nof text", ""),
        item(INNER, "2024", &format!("parent_id: {FOLDER}\ntype_: 2")),
        item(FOLDER, "Diary", &format!("parent_id: {INNER}\ntype_: 2")),
    ]);
    let [first, second] = found.entries.as_slice() else { panic!("two notes") };
    assert_eq!((first.title.as_deref(), first.text.as_str()), (Some("A"), "b c"));
    assert_eq!(first.topics, ["Diary", "2024"]);
    assert_eq!(first.left_behind, [LeftBehind::NoteLinks, LeftBehind::DueTime]);
    assert_eq!((second.title.as_deref(), second.text.as_str()), (None, "No title, two lines\nof text"));
    assert!(found.problems.is_empty());
}

#[test]
fn notes_without_an_id_are_not_taken_for_one_another() {
    let bare = |name: &str, words: &str| {
        (format!("{name}.md"), format!("{words}\n\ncreated_time: 2024-03-05T10:00:00.000Z\ntype_: 1"))
    };
    let found = taken(&[bare(NOTE, "One"), bare(OTHER, "Two")]);
    let ids: Vec<_> = found.entries.iter().map(|entry| entry.source_id.clone()).collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
}

#[test]
fn what_can_not_come_is_told_and_the_rest_comes() {
    let found = taken(&[
        note(NOTE, "Locked", "encryption_applied: 1\n"),
        note(OTHER, "Binned", "deleted_time: 1700000000000\n"),
        note(PICTURE, "Twice", "is_conflict: 1\n"),
        (format!("{FOLDER}.md"), "Title\n\nWords but no date\n\nid: 3\ntype_: 1".to_owned()),
        (format!("{INNER}.md"), "Only words".to_owned()),
    ]);
    assert_eq!(found.entries.len(), 1);
    let wanted = [
        (0, Reason::Encrypted),
        (0, Reason::Damaged),
        (1, Reason::Binned),
        (2, Reason::Conflict),
        (3, Reason::NoDate),
    ];
    assert_eq!(found.reasons(), wanted);
}

#[test]
fn a_picture_is_attached_once_however_often_it_is_shown() {
    let words = format!("T\n\n![p](:/{PICTURE}) and <img src=\":/{PICTURE}\"/> and ![p](:/{PICTURE})");
    let items = [note(NOTE, &words, ""), item(PICTURE, "sea", "file_extension: jpg\ntype_: 4")];
    let resource = format!("resources/{PICTURE}.jpg");
    let mut files: Vec<_> = items.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    files.insert(0, (&resource, b"bytes"));
    let found = joplin_of(Cursor::new(tar_of(&files)));
    assert_eq!(found.bytes, [Some(b"bytes".to_vec())]);
    assert!(found.entries[0].text.starts_with("[sea.jpg] and <img"));
    assert!(found.problems.is_empty());
}

#[test]
fn a_cut_off_export_gives_what_came_before() {
    let whole = export(&[note(NOTE, "One\n\nWords", ""), note(OTHER, &"Two".repeat(500), "")]);
    let found = joplin_of(Cursor::new(&whole[..2000]));
    assert_eq!(found.texts(), ["Words"]);
    assert_eq!(found.reasons(), [(0, Reason::Damaged)]);
}

#[test]
fn other_tar_files_are_refused() {
    let other = tar_of(&[("readme.txt", b"hello")]);
    let opened = super::super::joplin::Joplin::open(Cursor::new(other), options());
    assert_eq!(opened.err(), Some(crate::Error::NotUnderstood { what: crate::error::Thing::Import }));
}
