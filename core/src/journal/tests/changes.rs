//! Writing, changing, undoing, drafts, history, topics and attachments.

use rusqlite::Connection;

use super::fixture::{add, open, write};
use crate::error::{Error, Thing};
use crate::id::{AttachmentId, NoteId};
use crate::journal::note::{Edit, NewNote, Note, get};
use crate::journal::settings::{self, Switch};
use crate::journal::{attachment, bin, draft, history, note, topic, undo};
use crate::time::{LATEST, Moment, Zone};

const NOW: Moment = Moment(5_000);

fn text(text: &str) -> Edit {
    Edit { text: Some(text.into()), ..Edit::default() }
}

fn edit(conn: &mut Connection, id: NoteId, change: &Edit) {
    write(conn, |tx| note::edit(tx, id, change, NOW).unwrap());
}

fn read(conn: &Connection, id: NoteId) -> Note {
    get(conn, id).unwrap()
}

#[test]
fn a_note_comes_back_as_it_was_written() {
    let mut conn = open();
    let words = "  Two\r\n lines, é e\u{301} 👩‍👩‍👧 שלום \u{0}end \n";
    let new = NewNote {
        title: Some("  A title ".into()),
        topics: vec!["b".into(), "A".into()],
        pinned: true,
        created: Some(Moment(-7)),
        ..NewNote::of_text(words.into(), Moment(-9_777_777_777_777), Zone::parse("Europe/London").unwrap())
    };
    let id = write(&mut conn, |tx| note::add(tx, &new, NOW).unwrap());
    let note = read(&conn, id);
    assert_eq!(note.text, words.replace('\0', "\u{fffd}"));
    assert_eq!(note.title.as_deref(), Some("A title"));
    assert_eq!((note.at, note.zone.name()), (Moment(-9_777_777_777_777), "Europe/London"));
    assert_eq!((note.created, note.edited, note.version), (Moment(-7), Moment(-7), 1));
    assert_eq!(note.topics, ["A", "b"]);
    assert!(note.pinned && note.binned.is_none());
}

#[test]
fn ten_megabytes_are_a_note() {
    let mut conn = open();
    let words = "Ein Wort für viele. ".repeat(500_000);
    let id = add(&mut conn, 0, &words);
    assert!(read(&conn, id).text == words);
    edit(&mut conn, id, &text("short"));
    assert_eq!(read(&conn, id).text, "short");
    let huge = NewNote::of_text("x".repeat(note::LONGEST_TEXT + 1), NOW, Zone::UTC);
    let refused = write(&mut conn, |tx| note::add(tx, &huge, NOW));
    assert_eq!(refused, Err(Error::TooLarge { what: Thing::Text }));
}

#[test]
fn an_id_is_used_once() {
    let mut conn = open();
    let id = add(&mut conn, 0, "x");
    let again = NewNote { id: Some(id), ..NewNote::of_text("y".into(), NOW, Zone::UTC) };
    assert_eq!(write(&mut conn, |tx| note::insert(tx, &again, NOW)), Err(Error::AlreadyThere));
    write(&mut conn, |tx| note::delete_for_good(tx, id).unwrap());
    assert_eq!(write(&mut conn, |tx| note::insert(tx, &again, NOW)), Err(Error::AlreadyThere));
    let late = NewNote::of_text("z".into(), Moment(LATEST.0 + 1), Zone::UTC);
    assert!(write(&mut conn, |tx| note::add(tx, &late, NOW)).is_err());
}

#[test]
fn an_edit_that_changes_nothing_writes_nothing() {
    let mut conn = open();
    let id = add(&mut conn, 0, "same");
    let before = conn.total_changes();
    let same =
        Edit { title: Some(Some(" ".into())), topics: Some(vec![]), at: Some(Moment(0)), ..text("same") };
    edit(&mut conn, id, &same);
    assert_eq!(conn.total_changes(), before);
    edit(&mut conn, id, &text("other"));
    let note = read(&conn, id);
    assert_eq!((note.version, note.edited), (2, NOW));
}

#[test]
fn each_change_of_a_note_can_be_taken_back_once() {
    let mut conn = open();
    let id = add(&mut conn, 3, "first");
    edit(&mut conn, id, &Edit { topics: Some(vec!["home".into()]), ..text("second") });
    assert_eq!(take_back(&mut conn), Ok((id, undo::Kind::Edit)));
    assert_eq!((read(&conn, id).text.as_str(), read(&conn, id).topics.len()), ("first", 0));
    assert!(topic::list(&conn).unwrap().is_empty());

    write(&mut conn, |tx| note::set_pinned(tx, id, true).unwrap());
    take_back(&mut conn).unwrap();
    assert!(!read(&conn, id).pinned);
    assert_eq!(take_back(&mut conn), Err(Error::NotFound { what: Thing::Undo }));
    write(&mut conn, |tx| bin::bin(tx, id, NOW).unwrap());
    take_back(&mut conn).unwrap();
    assert_eq!(read(&conn, id).binned, None);
    write(&mut conn, |tx| bin::bin(tx, id, NOW).unwrap());
    write(&mut conn, |tx| bin::restore(tx, id).unwrap());
    take_back(&mut conn).unwrap();
    assert_eq!(read(&conn, id).binned, Some(NOW));

    let second = add(&mut conn, 4, "new");
    take_back(&mut conn).unwrap();
    assert!(read(&conn, second).binned.is_some());
}

#[test]
fn words_that_undo_took_away_come_back_when_it_is_done_again() {
    for with_history in [false, true] {
        let mut conn = open();
        write(&mut conn, |tx| settings::set(tx, Switch::History, with_history).unwrap());
        let id = add(&mut conn, 3, "first");
        edit(
            &mut conn,
            id,
            &Edit { topics: Some(vec!["home".into()]), at: Some(Moment(9)), ..text("long work") },
        );
        let (edited, kept) = (read(&conn, id), history::list(&conn, id).unwrap().len());
        for _ in 0..2 {
            take_back(&mut conn).unwrap();
            assert_eq!(
                (read(&conn, id).text.as_str(), history::list(&conn, id).unwrap().len()),
                ("first", 0)
            );
            take_back(&mut conn).unwrap();
            let now = read(&conn, id);
            assert_eq!((&now.text, now.at, &now.topics), (&edited.text, edited.at, &edited.topics));
            assert_eq!(history::list(&conn, id).unwrap().len(), kept);
        }
    }
}

fn take_back(conn: &mut Connection) -> crate::Result<(NoteId, undo::Kind)> {
    write(conn, |tx| undo::take_back(tx, NOW))
}

#[test]
fn nothing_brings_a_deleted_note_back() {
    let mut conn = open();
    let id = add(&mut conn, 0, "x");
    write(&mut conn, |tx| note::delete_for_good(tx, id).unwrap());
    assert_eq!(undo::last(&conn), Ok(None));
    assert!(matches!(get(&conn, id), Err(Error::NotFound { what: Thing::Note })));
}

#[test]
fn a_draft_stays_until_its_note_is_saved() {
    let mut conn = open();
    let id = add(&mut conn, 0, "x");
    write(&mut conn, |tx| {
        draft::save(tx, None, None, "new 1", Moment(1)).unwrap();
        draft::save(tx, None, Some("t"), "new 2", Moment(2)).unwrap();
        draft::save(tx, Some(id), None, "of x", Moment(3)).unwrap();
    });
    let texts: Vec<_> = draft::list(&conn).unwrap().into_iter().map(|draft| draft.text).collect();
    assert_eq!(texts, ["of x", "new 2"]);
    assert_eq!(draft::get(&conn, Some(id)).unwrap().unwrap().saved, Moment(3));
    let other = NewNote::of_text("imported".into(), NOW, Zone::UTC);
    write(&mut conn, |tx| note::insert(tx, &other, NOW).unwrap());
    assert!(draft::get(&conn, None).unwrap().is_some());
    edit(&mut conn, id, &text("x"));
    assert!(draft::get(&conn, Some(id)).unwrap().is_none());
    add(&mut conn, 1, "new 2");
    assert!(draft::list(&conn).unwrap().is_empty());
}

#[test]
fn a_draft_stays_when_something_else_of_its_note_is_changed() {
    let mut conn = open();
    let id = add(&mut conn, 0, "first");
    write(&mut conn, |tx| settings::set(tx, Switch::History, true).unwrap());
    edit(&mut conn, id, &text("second"));
    write(&mut conn, |tx| draft::save(tx, Some(id), None, "unsaved words", NOW).unwrap());
    edit(&mut conn, id, &Edit { topics: Some(vec!["home".into()]), ..Edit::default() });
    edit(&mut conn, id, &Edit { at: Some(Moment(9)), ..Edit::default() });
    edit(&mut conn, id, &Edit { title: Some(Some("t".into())), ..Edit::default() });
    write(&mut conn, |tx| history::restore(tx, id, 1, NOW).unwrap());
    assert_eq!(draft::get(&conn, Some(id)).unwrap().unwrap().text, "unsaved words");
}

#[test]
fn earlier_texts_that_were_cleared_come_back_by_no_way() {
    let mut conn = open();
    let (one, two) = (add(&mut conn, 0, "first"), add(&mut conn, 1, "other"));
    write(&mut conn, |tx| settings::set(tx, Switch::History, true).unwrap());
    edit(&mut conn, one, &text("second"));
    write(&mut conn, |tx| history::clear(tx, two).unwrap());
    assert_eq!(undo::last(&conn), Ok(Some((one, undo::Kind::Edit))));
    write(&mut conn, |tx| history::clear(tx, one).unwrap());
    assert_eq!(undo::last(&conn), Ok(None));
    edit(&mut conn, one, &text("third"));
    write(&mut conn, |tx| history::clear_all(tx).unwrap());
    assert_eq!(undo::last(&conn), Ok(None));
    write(&mut conn, |tx| bin::bin(tx, one, NOW).unwrap());
    write(&mut conn, |tx| history::clear(tx, one).unwrap());
    assert_eq!(take_back(&mut conn), Ok((one, undo::Kind::Bin)));
}

#[test]
fn a_note_and_an_attachment_of_one_id_can_both_be_deleted() {
    let mut conn = open();
    let id = add(&mut conn, 0, "x");
    let new = attachment::NewAttachment { id: Some(AttachmentId(id.0)), note: id, name: "x", added: NOW };
    write(&mut conn, |tx| attachment::add(tx, &new, &mut &b"x"[..], &mut |_| true).unwrap());
    assert_eq!(write(&mut conn, |tx| note::delete_for_good(tx, id)), Ok(()));
}

#[test]
fn history_is_kept_only_while_it_is_on() {
    let mut conn = open();
    let id = add(&mut conn, 1, "one");
    edit(&mut conn, id, &text("two"));
    assert!(history::list(&conn, id).unwrap().is_empty());
    write(&mut conn, |tx| settings::set(tx, Switch::History, true).unwrap());
    edit(&mut conn, id, &text("three"));
    edit(&mut conn, id, &Edit { at: Some(Moment(9)), ..Edit::default() });
    edit(&mut conn, id, &text("four"));
    assert_eq!(history::list(&conn, id).unwrap().len(), 2);
    assert_eq!(history::get(&conn, id, 1).unwrap().text, "two");
    assert!(matches!(history::get(&conn, id, 3), Err(Error::NotFound { what: Thing::Version })));
    assert!(history::get(&conn, id, 0).is_err());
    write(&mut conn, |tx| history::restore(tx, id, 1, NOW).unwrap());
    assert_eq!(read(&conn, id).text, "two");
    assert_eq!(history::get(&conn, id, 3).unwrap().text, "four");
    take_back(&mut conn).unwrap();
    assert_eq!((read(&conn, id).text.as_str(), history::list(&conn, id).unwrap().len()), ("four", 2));
    assert_eq!(write(&mut conn, |tx| history::clear(tx, id)), Ok(2));
}

#[test]
fn topics_join_when_one_takes_the_name_of_another() {
    let mut conn = open();
    let of = |names: &[&str]| NewNote {
        topics: names.iter().map(ToString::to_string).collect(),
        ..NewNote::of_text("x".into(), NOW, Zone::UTC)
    };
    let (both, one) = write(&mut conn, |tx| {
        let both = note::add(tx, &of(&["work", "Wörk 2"]), NOW).unwrap();
        (both, note::add(tx, &of(&["work"]), NOW).unwrap())
    });
    write(&mut conn, |tx| topic::rename(tx, "WORK", "work 2").unwrap());
    assert_eq!(read(&conn, both).topics, ["work 2"]);
    assert_eq!(read(&conn, one).topics, ["work 2"]);
    assert_eq!(read(&conn, one).version, 2);
    write(&mut conn, |tx| topic::rename(tx, "work 2", "Home").unwrap());
    assert_eq!(read(&conn, one).topics, ["Home"]);
    let gone = write(&mut conn, |tx| topic::rename(tx, "work", "x"));
    assert_eq!(gone, Err(Error::NotFound { what: Thing::Topic }));
    edit(&mut conn, both, &Edit { topics: Some(vec![]), ..Edit::default() });
    assert_eq!(topic::list(&conn).unwrap()[0].notes, 1);
    write(&mut conn, |tx| note::delete_for_good(tx, one).unwrap());
    assert!(topic::list(&conn).unwrap().is_empty());
}

fn attach(conn: &mut Connection, note: NoteId, mut bytes: &[u8]) -> AttachmentId {
    let new = attachment::NewAttachment { id: None, note, name: "a/b.bin", added: NOW };
    write(conn, |tx| attachment::add(tx, &new, &mut bytes, &mut |_| true).unwrap())
}

#[test]
fn attachments_come_back_byte_for_byte() {
    let mut conn = open();
    let note = add(&mut conn, 0, "x");
    for size in [0, 1, attachment::CHUNK_BYTES, 3 * attachment::CHUNK_BYTES + 5] {
        let bytes: Vec<u8> = (0..size).map(|n| (n % 251) as u8).collect();
        let id = attach(&mut conn, note, &bytes);
        let mut back = Vec::new();
        attachment::copy_to(&conn, id, &mut back, &mut |_| true).unwrap();
        assert!(back == bytes);
        let info = attachment::info(&conn, id).unwrap();
        assert_eq!((info.size, info.name.as_str()), (size as u64, "b.bin"));
    }
    assert_eq!(read(&conn, note).attachments.len(), 4);
}

#[test]
fn a_stopped_attachment_leaves_nothing() {
    let mut conn = open();
    let note = add(&mut conn, 0, "x");
    let new = attachment::NewAttachment { id: None, note, name: "x", added: NOW };
    let bytes = vec![7_u8; 3 * attachment::CHUNK_BYTES];
    let stopped =
        write(&mut conn, |tx| attachment::add(tx, &new, &mut &bytes[..], &mut |at| at.done < 600_000));
    assert_eq!(stopped, Err(Error::Stopped));
    let rows: u32 = conn.query_row("SELECT count(*) FROM attachment_chunk", [], |row| row.get(0)).unwrap();
    assert_eq!((rows, read(&conn, note).attachments.len()), (0, 0));
}

#[test]
fn emptying_the_bin_takes_what_lies_in_it_and_nothing_else() {
    let mut conn = open();
    let (stays, goes) = (add(&mut conn, 0, "x"), add(&mut conn, 1, "y"));
    attach(&mut conn, goes, b"bytes");
    write(&mut conn, |tx| bin::bin(tx, goes, NOW).unwrap());
    assert_eq!(write(&mut conn, |tx| bin::empty(tx, &mut |_| true)), Ok(1));
    assert!(get(&conn, goes).is_err());
    assert_eq!(read(&conn, stays).text, "x");
    let tombs: u32 = conn.query_row("SELECT count(*) FROM tombstone", [], |row| row.get(0)).unwrap();
    assert_eq!(tombs, 2);
}
