//! Whole journeys: a notebook into a copy and back, and into a folder.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rusqlite::Connection;

use super::content::Source;
use super::record::NoteRecord;
use super::sealed::SealedWriter;
use super::source::{Files, Notebook};
use super::*;
use crate::crypto::words::Words;
use crate::error::{Error, Part};
use crate::id::NoteId;
use crate::journal::attachment::{self, NewAttachment};
use crate::journal::history::{self, Version};
use crate::journal::note::{self, Edit, NewNote};
use crate::journal::{bin, draft, index};
use crate::storage::{meta, migrate};
use crate::time::{Moment, Zone};

mod frozen;
mod own;
mod packed;
mod peer;
mod showing;
mod visits;

const PHRASE: &str = "legal winner thank year wave sausage worth useful legal winner thank yellow";
const LABEL: Label<'static> = Label { made: Moment(1_795_000_000_000), read_me: "A copy.\n" };

fn words() -> Words {
    Words::parse(PHRASE).unwrap()
}

fn notebook() -> Connection {
    use fernbook_sqlite3mc as _;
    let mut conn = Connection::open_in_memory().unwrap();
    let tx = conn.transaction().unwrap();
    migrate::run(&tx).unwrap();
    meta::set(&tx, "pack", &"full").unwrap();
    index::rebuild(&tx, &mut |_| true).unwrap();
    tx.commit().unwrap();
    conn
}

fn write<T>(conn: &mut Connection, work: impl FnOnce(&rusqlite::Transaction<'_>) -> T) -> T {
    let tx = conn.transaction().unwrap();
    let done = work(&tx);
    tx.commit().unwrap();
    done
}

fn add(conn: &mut Connection, seconds: i64, text: &str) -> NoteId {
    let at = Moment(seconds * 1000);
    let new = NewNote::of_text(text.into(), at, Zone::parse("Europe/London").unwrap());
    write(conn, |tx| note::add(tx, &new, at).unwrap())
}

fn attach(conn: &mut Connection, note: NoteId, name: &str, bytes: &[u8]) -> crate::id::AttachmentId {
    let new = NewAttachment { id: None, note, name, added: Moment(5000) };
    write(conn, |tx| attachment::add(tx, &new, &mut &bytes[..], &mut |_| true).unwrap())
}

/// Everything that travels, hashes of attachments included.
fn state(conn: &Connection) -> Vec<NoteRecord> {
    let mut records = Vec::new();
    let notebook = Notebook::survey(conn, Files::AsTheyCame, &mut |_| true).unwrap();
    notebook
        .each_note(&mut |note| {
            records.push(note);
            Ok(())
        })
        .unwrap();
    records
}

fn copy_of(conn: &Connection) -> Vec<u8> {
    make(conn, Vec::new(), &words(), LABEL, &mut |_| true).unwrap()
}

/// At a cost that thousands of openings can bear.
fn cheap_copy_of(conn: &Connection) -> Vec<u8> {
    let sealed = SealedWriter::with_work_factor(Vec::new(), &words(), 1).unwrap();
    super::make::fill(conn, sealed, LABEL, &mut |_| true).unwrap()
}

fn bring(conn: &mut Connection, copy: &[u8]) -> crate::Result<Restored> {
    let tx = conn.transaction().unwrap();
    let restored = restore(&tx, copy, &words(), Moment(9000), &mut |_| true)?;
    tx.commit().unwrap();
    Ok(restored)
}

fn tally(new: u64, same: u64, differing: u64, deleted_here: u64, attachments: u64) -> Restored {
    Restored {
        made: LABEL.made,
        new,
        same,
        differing,
        deleted_here,
        attachments,
        people: 0,
        own_words: 0,
        visits: 0,
        card: 0,
        choices: 0,
        receipts: 0,
    }
}

/// A note of every kind: odd texts, bin, pin, topics, history, attachments of 0 bytes and of three rows.
fn full_notebook() -> Connection {
    let mut conn = notebook();
    let texts = [
        "",
        "Zoë 🌱👩‍👩‍👧 and \u{202e}right to left\u{202c} שלום",
        "\u{1}\u{7f}\u{85}\u{2028}\u{feff}\t\r\n---\n",
        "\"quoted\" \\ 'and' {json}",
    ];
    for (at, text) in texts.iter().enumerate() {
        add(&mut conn, at as i64 * -10_000_000_000, text);
    }
    let id = add(&mut conn, 1, &"a long day. ".repeat(900_000));
    let new = NewNote {
        title: Some("Title: # yes".into()),
        topics: vec!["Home".into(), "money, owed".into()],
        pinned: true,
        ..NewNote::of_text("with everything".into(), Moment(-1), Zone::parse("Asia/Tokyo").unwrap())
    };
    let full = write(&mut conn, |tx| note::add(tx, &new, Moment(77)).unwrap());
    attach(&mut conn, full, "photo.jpg", b"\xff\xd8\xff\xe0 not quite a picture");
    attach(&mut conn, full, "empty", b"");
    attach(&mut conn, id, "three rows.bin", &vec![0x81; attachment::CHUNK_BYTES * 2 + 1]);
    let version = Version { written: Moment(3), title: Some("Before".into()), text: "older 🌱".into() };
    write(&mut conn, |tx| history::put(tx, full, &version).unwrap());
    let gone = add(&mut conn, 2, "thrown away");
    write(&mut conn, |tx| bin::bin(tx, gone, Moment(8000)).unwrap());
    conn
}

#[test]
fn everything_comes_back_in_a_new_notebook_once() {
    let old = full_notebook();
    let copy = copy_of(&old);
    let mut new = notebook();
    let promised = preview(&new, &copy[..], &words(), &mut |_| true).unwrap();
    assert!(state(&new).is_empty());
    assert_eq!(bring(&mut new, &copy), Ok(promised));
    assert_eq!(promised, tally(7, 0, 0, 0, 3));
    let expected = state(&old);
    assert!(state(&new) == expected);
    assert_eq!(bring(&mut new, &copy), Ok(tally(0, 7, 0, 0, 0)));
    assert!(state(&new) == expected);
}

#[test]
fn what_came_back_is_found_and_its_bytes_are_there() {
    let mut old = notebook();
    let id = add(&mut old, 1, "The fern by the window");
    let photo = attach(&mut old, id, "fern.bin", b"bytes of a fern");
    let mut new = notebook();
    bring(&mut new, &copy_of(&old)).unwrap();
    let mut bytes = Vec::new();
    attachment::copy_to(&new, photo, &mut bytes, &mut |_| true).unwrap();
    assert_eq!(bytes, b"bytes of a fern");
    assert_eq!(note::get(&new, id).unwrap().text, "The fern by the window");
    let rows: i64 = new
        .query_row("SELECT count(*) FROM note_search WHERE note_search MATCH 'window'", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 1);
}

#[test]
fn a_note_changed_since_stays_and_the_copys_comes_in_beside_it_once() {
    let mut conn = notebook();
    let id = add(&mut conn, 1, "first words");
    attach(&mut conn, id, "a.bin", b"picture");
    let copy = copy_of(&conn);
    let edit = Edit { text: Some("other words".into()), ..Edit::default() };
    write(&mut conn, |tx| note::edit(tx, id, &edit, Moment(2000)).unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 1, 0, 1)));
    let texts = |conn: &Connection| -> Vec<String> {
        let mut texts: Vec<String> = state(conn).into_iter().map(|note| note.text).collect();
        texts.sort_unstable();
        texts
    };
    assert_eq!(texts(&conn), ["first words", "other words"]);
    assert_eq!(note::get(&conn, id).unwrap().text, "other words");
    assert!(state(&conn).iter().all(|note| note.attachments.len() == 1));
    let before = state(&conn);
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 1, 0, 0, 0)));
    let later = copy_of(&conn);
    assert_eq!(bring(&mut conn, &later), Ok(tally(0, 2, 0, 0, 0)));
    assert!(state(&conn) == before);
}

#[test]
fn what_was_deleted_for_good_stays_gone() {
    let mut conn = notebook();
    let gone = add(&mut conn, 1, "gone for good");
    let kept = add(&mut conn, 2, "kept");
    let photo = attach(&mut conn, kept, "a.bin", b"picture");
    let copy = copy_of(&conn);
    write(&mut conn, |tx| {
        note::delete_for_good(tx, gone).unwrap();
        attachment::remove(tx, photo).unwrap();
    });
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 1, 0, 1, 0)));
    assert_eq!(note::get(&conn, gone).err(), Some(Error::NotFound { what: crate::error::Thing::Note }));
    assert!(note::get(&conn, kept).unwrap().attachments.is_empty());
}

#[test]
fn a_copy_that_came_in_beside_and_was_deleted_stays_gone_too() {
    let mut conn = notebook();
    let id = add(&mut conn, 1, "first words");
    let copy = copy_of(&conn);
    let edit = Edit { text: Some("other words".into()), ..Edit::default() };
    write(&mut conn, |tx| note::edit(tx, id, &edit, Moment(2000)).unwrap());
    bring(&mut conn, &copy).unwrap();
    let beside = state(&conn).into_iter().find(|note| note.id != id).unwrap().id;
    write(&mut conn, |tx| note::delete_for_good(tx, beside).unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 0, 0, 1, 0)));
}

#[test]
fn a_note_put_in_the_bin_since_stays_there_and_drafts_do_not_travel() {
    let mut conn = notebook();
    let id = add(&mut conn, 1, "words");
    let copy = copy_of(&conn);
    write(&mut conn, |tx| bin::bin(tx, id, Moment(2000)).unwrap());
    assert_eq!(bring(&mut conn, &copy), Ok(tally(0, 1, 0, 0, 0)));
    assert!(note::get(&conn, id).unwrap().binned.is_some());
    write(&mut conn, |tx| draft::save(tx, None, None, "half a thought", Moment(1)).unwrap());
    let copy = copy_of(&conn);
    let mut new = notebook();
    bring(&mut new, &copy).unwrap();
    let drafts: i64 = new.query_row("SELECT count(*) FROM draft", [], |row| row.get(0)).unwrap();
    assert_eq!(drafts, 0);
}

#[test]
fn wrong_words_and_any_damage_bring_nothing() {
    let mut old = notebook();
    let id = add(&mut old, 1, "some words");
    attach(&mut old, id, "a", b"bytes");
    let copy = cheap_copy_of(&old);
    let mut new = notebook();
    let other = Words::make().unwrap();
    assert_eq!(check(&copy[..], &other, &mut |_| true), Err(Error::WrongSecret));
    for at in (0..250).chain((250..copy.len()).step_by(11)) {
        let mut flipped = copy.clone();
        flipped[at] ^= 1 << (at % 8);
        assert!(bring(&mut new, &flipped).is_err(), "byte {at}");
    }
    for end in (0..copy.len()).step_by(97) {
        assert!(bring(&mut new, &copy[..end]).is_err(), "cut at {end}");
    }
    assert!(state(&new).is_empty());
    assert_eq!(bring(&mut new, &copy), Ok(tally(1, 0, 0, 0, 1)));
}

/// Copies that open but whose parts don't agree: what a mistaken writer would make.
#[test]
fn a_copy_whose_parts_do_not_agree_is_damaged() {
    let old = {
        let mut conn = notebook();
        let id = add(&mut conn, 1, "some words");
        attach(&mut conn, id, "a", b"bytes");
        conn
    };
    let files = files_of(&old);
    let damaged = Err(Error::Damaged { part: Part::Copy });
    let check_of = |files: &[(String, Vec<u8>)]| check(&sealed_of(files)[..], &words(), &mut |_| true);
    assert!(check_of(&files).is_ok());
    let without =
        |gone: &str| files.iter().filter(|(name, _)| !name.contains(gone)).cloned().collect::<Vec<_>>();
    assert_eq!(check_of(&without("attachments/")), damaged);
    assert_eq!(check_of(&without(".json")), damaged);
    assert!(check_of(&without(".md")).is_ok());
    let changed = |from: &[u8], to: &[u8]| {
        let mut files = files.clone();
        files.iter_mut().filter(|(_, bytes)| bytes == from).for_each(|(_, bytes)| *bytes = to.to_vec());
        files
    };
    assert_eq!(check_of(&changed(b"bytes", b"bytez")), damaged);
    assert_eq!(check_of(&changed(b"bytes", b"byte")), damaged);
    let mut twice = files.clone();
    twice.extend(files.iter().filter(|(name, _)| name == layout::JSON).cloned());
    assert_eq!(check_of(&twice), damaged);
    let json = String::from_utf8(files[1].1.clone()).unwrap();
    let note = json.lines().nth(1).unwrap().to_owned();
    let twice = json.replace(&note, &format!("{note},\n{note}"));
    assert_eq!(check_of(&changed(json.as_bytes(), twice.as_bytes())), damaged);
    let mut backwards = files.clone();
    backwards.reverse();
    assert_eq!(check_of(&backwards), damaged);
}

#[test]
fn a_copy_by_another_program_with_words_we_would_change_comes_in_once() {
    let mut old = notebook();
    add(&mut old, 1, "some words");
    let mut files = files_of(&old);
    let json = String::from_utf8(files[1].1.clone()).unwrap();
    let odd = json.replace("some words", "so\\u0000me").replace("\"title\":null", "\"title\":\" x \"");
    files[1].1 = odd.into_bytes();
    let (copy, mut new) = (sealed_of(&files), notebook());
    assert_eq!(bring(&mut new, &copy), Ok(tally(1, 0, 0, 0, 0)));
    assert_eq!(bring(&mut new, &copy), Ok(tally(0, 1, 0, 0, 0)));
}

fn files_of(conn: &Connection) -> Vec<(String, Vec<u8>)> {
    struct Collect(Vec<(String, Vec<u8>)>);
    impl super::sealed::FileVisitor for Collect {
        fn file(&mut self, name: &str, _: u64, content: &mut dyn std::io::Read) -> crate::Result<()> {
            let mut bytes = Vec::new();
            content.read_to_end(&mut bytes).unwrap();
            self.0.push((name.to_owned(), bytes));
            Ok(())
        }
    }
    let mut collect = Collect(Vec::new());
    super::sealed::read(&cheap_copy_of(conn)[..], &words(), &mut collect).unwrap();
    collect.0
}

fn sealed_of(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    use super::sealed::FileSink;
    let mut sealed = SealedWriter::with_work_factor(Vec::new(), &words(), 1).unwrap();
    for (name, bytes) in files {
        sealed.file(name, bytes.len() as u64, &mut |out| Ok(out.write_all(bytes)?)).unwrap();
    }
    sealed.finish().unwrap()
}

#[test]
fn the_check_tells_what_is_in_it() {
    let contents = check(&copy_of(&full_notebook())[..], &words(), &mut |_| true).unwrap();
    assert_eq!((contents.notes, contents.binned, contents.attachments), (7, 1, 3));
    assert_eq!(contents.attachment_bytes, 24 + attachment::CHUNK_BYTES as u64 * 2 + 1);
    assert_eq!(contents.first, Some(Moment(-30_000_000_000_000)));
    assert_eq!(contents.last, Some(Moment(2000)));
    assert_eq!(contents.made, LABEL.made);
}

#[test]
fn progress_reaches_its_total_and_a_stop_leaves_nothing() {
    let mut conn = notebook();
    let id = add(&mut conn, 1, "some words");
    attach(&mut conn, id, "a", b"bytes");
    add(&mut conn, 2, "more words");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.age");
    let mut seen = Vec::new();
    let mut watch = |progress: crate::progress::Progress| {
        seen.push((progress.done, progress.total));
        true
    };
    make_file(&conn, &path, &words(), LABEL, &mut watch).unwrap();
    assert_eq!(seen.last(), Some(&(3, 3)));
    assert_eq!(seen.iter().filter(|step| **step == (3, 3)).count(), 2);
    let steps = seen.len();
    let out = folder.path().join("out");
    for stop_at in 0..steps {
        let mut count = 0;
        let mut watch = |_| {
            count += 1;
            count <= stop_at
        };
        let made = make_file(&conn, &folder.path().join("other.age"), &words(), LABEL, &mut watch);
        assert_eq!(made, Err(Error::Stopped), "step {stop_at}");
    }
    for stop_at in 0..4 {
        let stopped = export(&conn, &out, Uncleaned::LeaveOut, LABEL, &mut |p| p.done < stop_at);
        assert_eq!(stopped, Err(Error::Stopped));
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_is_checked_and_never_written_over() {
    let conn = full_notebook();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("copy.age");
    let made = make_file(&conn, &path, &words(), LABEL, &mut |_| true).unwrap();
    assert_eq!(made, check(fs::File::open(&path).unwrap(), &words(), &mut |_| true).unwrap());
    let before = fs::read(&path).unwrap();
    assert_eq!(make_file(&conn, &path, &words(), LABEL, &mut |_| true), Err(Error::AlreadyThere));
    assert!(fs::read(&path).unwrap() == before);
    let sealed = String::from_utf8_lossy(&before).into_owned();
    assert!(!sealed.contains("long day") && !sealed.contains("fernbook.json"));
}

#[test]
fn an_open_folder_holds_the_same() {
    let old = full_notebook();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let exported = export(&old, &out, Uncleaned::TakeAlong, LABEL, &mut |_| true).unwrap();
    assert_eq!((exported.notes, exported.attachments), (7, 3));
    assert!(exported.left_out.is_empty());
    let json = fs::read(out.join(layout::JSON)).unwrap();
    let mut read = Vec::new();
    json::read(&mut &json[..], &mut |item| {
        if let json::Item::Note(note) = item {
            read.push(*note);
        }
        Ok(())
    })
    .unwrap();
    assert!(read == state(&old));
    for one in read.iter().flat_map(|note| &note.attachments) {
        assert_eq!(fs::metadata(out.join(&one.path)).unwrap().len(), one.size);
    }
    // The bin is in `fernbook.json` alone.
    assert_eq!(fs::read_dir(out.join(layout::NOTES)).unwrap().count(), 6);
    assert_eq!(fs::read_to_string(out.join(layout::READ_ME)).unwrap(), LABEL.read_me);
}

#[test]
fn names_in_a_folder_tell_days_and_kinds_alone_and_files_are_hers_alone() {
    let mut conn = notebook();
    let id = add(&mut conn, 1_795_342_000, "zanzibar");
    let edit = Edit { title: Some(Some("zanzibar".into())), ..Edit::default() };
    write(&mut conn, |tx| note::edit(tx, id, &edit, Moment(1)).unwrap());
    attach(&mut conn, id, "zanzibar.pdf", b"%PDF-1.4 zanzibar");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let left = export(&conn, &out, Uncleaned::LeaveOut, LABEL, &mut |_| true).unwrap().left_out;
    assert_eq!(left.len(), 1);
    fs::remove_dir_all(&out).unwrap();
    export(&conn, &out, Uncleaned::TakeAlong, LABEL, &mut |_| true).unwrap();
    let paths = all_paths(&out);
    assert_eq!(paths.len(), 6);
    assert!(!paths.iter().any(|path| path.to_string_lossy().contains("zanzibar")));
    #[cfg(unix)]
    for path in paths.iter().chain([&out]) {
        use std::os::unix::fs::MetadataExt;
        assert_eq!(fs::metadata(path).unwrap().mode() & 0o077, 0, "{path:?}");
    }
}

/// A picture with a place in what the camera wrote.
fn camera_picture() -> Vec<u8> {
    let segment = |marker: u8, body: &[u8]| {
        let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
        [&[0xff, marker], &length[..], body].concat()
    };
    [
        &[0xff, 0xd8][..],
        &segment(0xe1, b"Exif\0\0 51.4545N-Bristol"),
        &segment(0xc0, &[8, 0, 8, 0, 8, 1, 1, 0x11, 0]),
        &segment(0xda, &[1, 1, 0, 0, 63, 0]),
        &[1, 2, 3, 0xff, 0xd9],
    ]
    .concat()
}

#[test]
fn pictures_in_a_folder_do_not_say_where_and_a_sealed_copy_keeps_them_as_they_came() {
    let mut conn = notebook();
    let id = add(&mut conn, 1, "some words");
    let photo = attach(&mut conn, id, "photo.jpg", &camera_picture());
    let text = attach(&mut conn, id, "letter.txt", b"Dear all,\n");
    let broken = attach(&mut conn, id, "broken.jpg", b"\xff\xd8\xff\xe1 51.4545N-Bristol");
    let voice = attach(&mut conn, id, "voice.ogg", b"OggS 51.4545N-Bristol");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let exported = export(&conn, &out, Uncleaned::LeaveOut, LABEL, &mut |_| true).unwrap();
    assert_eq!(
        exported,
        Exported {
            notes: 1,
            attachments: 2,
            people: 0,
            own_words: 0,
            visits: 0,
            card: 0,
            choices: 0,
            receipts: 0,
            left_out: vec![broken, voice]
        }
    );
    let files = all_paths(&out).into_iter().filter(|path| path.is_file());
    let all: Vec<u8> = files.flat_map(|path| fs::read(path).unwrap()).collect();
    assert!(!String::from_utf8_lossy(&all).contains("Bristol"));
    let cleaned = fs::read(out.join(format!("attachments/{photo}.jpg"))).unwrap();
    assert!(cleaned.starts_with(b"\xff\xd8") && cleaned.ends_with(b"\x03\xff\xd9"));
    assert_eq!(fs::read(out.join(format!("attachments/{text}.txt"))).unwrap(), b"Dear all,\n");
    let mut new = notebook();
    bring(&mut new, &copy_of(&conn)).unwrap();
    let mut bytes = Vec::new();
    attachment::copy_to(&new, photo, &mut bytes, &mut |_| true).unwrap();
    assert_eq!(bytes, camera_picture());
    assert!(state(&new) == state(&conn));
}

fn all_paths(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_paths(&path));
        }
        found.push(path);
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_notebook_comes_back_the_same_and_only_once(
        notes in prop::collection::vec(
            (any::<String>(), prop::option::of("\\PC{0,20}"), any::<i32>(), any::<bool>(), any::<bool>(),
             prop::collection::vec("[a-c ä]{0,4}", 0..3), prop::collection::vec(any::<u8>(), 0..40)),
            0..5,
        )
    ) {
        let mut old = notebook();
        for (text, title, at, pinned, binned, topics, bytes) in notes {
            let at = Moment(i64::from(at) * 9_001);
            let new = NewNote {
                title, topics, pinned,
                binned: binned.then_some(Moment(5)),
                ..NewNote::of_text(text, at, Zone::parse("America/New_York").unwrap())
            };
            let id = write(&mut old, |tx| note::insert(tx, &new, at).unwrap());
            attach(&mut old, id, "x", &bytes);
        }
        let copy = cheap_copy_of(&old);
        let mut new = notebook();
        bring(&mut new, &copy).unwrap();
        prop_assert!(state(&new) == state(&old));
        let again = bring(&mut new, &copy).unwrap();
        prop_assert_eq!((again.new, again.differing, again.attachments), (0, 0, 0));
        prop_assert!(state(&new) == state(&old));
    }
}
