use std::fs;

use rusqlite::Connection;

use super::super::{Imported, Source, preview, run};
use super::*;
use crate::crypto::words::Words;
use crate::error::Error;
use crate::exchange::copy;
use crate::journal::{attachment, bin, index, note, topic};
use crate::time::Moment;

const NOW: Moment = Moment(1_800_000_000_000);

fn vault() -> Connection {
    vault_with_key([7; 32])
}

fn vault_with_key(key: [u8; 32]) -> Connection {
    use fernbook_sqlite3mc as _;
    let mut conn = Connection::open_in_memory().unwrap();
    let tx = conn.transaction().unwrap();
    crate::storage::migrate::run(&tx).unwrap();
    index::rebuild(&tx, &mut |_| true).unwrap();
    crate::storage::meta::set(&tx, "import_key", &&key[..]).unwrap();
    tx.commit().unwrap();
    conn
}

fn import(conn: &mut Connection, source: &mut Source) -> Imported {
    let tx = conn.transaction().unwrap();
    let done = run(&tx, source, NOW, &mut |_| true).unwrap();
    tx.commit().unwrap();
    done
}

fn count(conn: &Connection, table: &str) -> i64 {
    conn.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
}

fn ids(conn: &Connection) -> Vec<crate::id::NoteId> {
    let mut select = conn.prepare("SELECT id FROM note ORDER BY row").unwrap();
    select.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

fn open(bytes: &[u8]) -> (tempfile::NamedTempFile, Source) {
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(file.path(), bytes).unwrap();
    let source = Source::open(file.path(), options()).unwrap();
    (file, source)
}

fn two_entries() -> Vec<u8> {
    let json = br#"{"entries":[
        {"uuid":"1","creationDate":"2024-03-05T10:00:00Z","modifiedDate":"2024-03-06T10:00:00Z","text":"One ![](dayone-moment://P)","tags":["sea"],"photos":[{"identifier":"P","md5":"aa"}]},
        {"uuid":"2","creationDate":"1660-01-11T20:00:00Z","text":"Two","isPinned":true},
        {"uuid":"2","creationDate":"1660-01-11T20:00:00Z","text":"Two again"},
        {"uuid":"3","text":"No date"}]}"#;
    zip_of(&[("Journal.json", json), ("photos/aa.png", b"\x89PNG\r\n\x1a\nsea")])
}

#[test]
fn the_real_diary_comes_in_once() {
    let Some(path) = shared("pepys-diary.dayone.zip") else { return };
    let mut source = Source::open(&path, options()).unwrap();
    let mut conn = vault();
    let before = preview(&conn, &mut source, &mut |_| true).unwrap();
    assert_eq!((before.entries, before.already), (3413, 0));
    let done = import(&mut conn, &mut source);
    assert_eq!((done.added, done.already, done.problem_count), (3413, 0, 0));
    let again = preview(&conn, &mut source, &mut |_| true).unwrap();
    assert_eq!((again.entries, again.already, again.first), (0, 3413, None));
    let done = import(&mut conn, &mut source);
    assert_eq!((done.added, done.already, count(&conn, "note")), (0, 3413, 3413));
    let topics = topic::list(&conn).unwrap();
    assert_eq!(topics.iter().find(|topic| topic.name == "may").map(|topic| topic.notes), Some(309));
}

#[test]
fn notes_keep_what_the_source_says() {
    let mut conn = vault();
    let (_file, mut source) = open(&two_entries());
    let done = import(&mut conn, &mut source);
    assert_eq!((done.added, done.already, done.attachments, done.problem_count), (2, 1, 1, 1));
    let notes: Vec<_> = ids(&conn).into_iter().map(|id| note::get(&conn, id).unwrap()).collect();
    let one = &notes[0];
    assert_eq!(
        (one.text.as_str(), one.title.as_deref(), one.topics.as_slice()),
        ("One [photo-1.png]", None, &["sea".to_owned()][..])
    );
    assert_eq!(
        (one.created.to_rfc3339().as_str(), one.edited.to_rfc3339().as_str()),
        ("2024-03-05T10:00:00Z", "2024-03-06T10:00:00Z")
    );
    assert_eq!(
        (one.attachments[0].name.as_str(), one.attachments[0].media_type.as_str()),
        ("photo-1.png", "image/png")
    );
    let mut bytes = Vec::new();
    attachment::copy_to(&conn, one.attachments[0].id, &mut bytes, &mut |_| true).unwrap();
    assert_eq!(bytes, b"\x89PNG\r\n\x1a\nsea");
    assert_eq!((notes[1].text.as_str(), notes[1].pinned, notes[1].zone), ("Two", true, options().zone));
}

#[test]
fn an_attachment_is_named_in_the_text_as_it_is_kept() {
    let mut conn = vault();
    for (uuid, name) in
        ["a:b?.png".to_owned(), "gpj.\u{202e}exe".into(), "写".repeat(110), "..".into()].iter().enumerate()
    {
        let json = format!(
            r#"{{"entries":[{{"uuid":"{uuid}","creationDate":"2024-03-05T10:00:00Z","text":"![](dayone-moment://P)",
            "photos":[{{"identifier":"P","md5":"aa","filename":"{name}"}}]}}]}}"#
        );
        let (_file, mut source) =
            open(&zip_of(&[("Journal.json", json.as_bytes()), ("photos/aa.png", b"sea")]));
        import(&mut conn, &mut source);
        let note = note::get(&conn, *ids(&conn).last().unwrap()).unwrap();
        assert_eq!(note.text, format!("[{}]", note.attachments[0].name));
    }
}

#[test]
fn what_lies_in_the_bin_stays_there_and_what_is_gone_comes_back() {
    let mut conn = vault();
    let (_file, mut source) = open(&two_entries());
    import(&mut conn, &mut source);
    let found = ids(&conn);
    let tx = conn.transaction().unwrap();
    bin::bin(&tx, found[0], NOW).unwrap();
    note::delete_for_good(&tx, found[1]).unwrap();
    tx.commit().unwrap();
    let seen = preview(&conn, &mut source, &mut |_| true).unwrap();
    assert_eq!((seen.entries, seen.already, seen.already_in_bin), (1, 2, 1));
    let done = import(&mut conn, &mut source);
    assert_eq!((done.added, done.already, count(&conn, "note"), count(&conn, "import_source")), (1, 2, 2, 2));
}

fn words() -> Words {
    Words::parse("legal winner thank year wave sausage worth useful legal winner thank yellow").unwrap()
}

const LABEL: copy::Label<'static> = copy::Label { made: NOW, read_me: "" };

/// A notebook with a key of its own, to which this one's sealed copy came.
fn moved(from: &Connection, key: u8) -> Connection {
    let sealed = copy::make(from, Vec::new(), &words(), LABEL, &mut |_| true).unwrap();
    let mut to = vault_with_key([key; 32]);
    let tx = to.transaction().unwrap();
    copy::restore(&tx, &sealed[..], &words(), NOW, &mut |_| true).unwrap();
    tx.commit().unwrap();
    to
}

#[test]
fn what_was_imported_is_known_where_its_sealed_copy_came_to() {
    let mut first = vault();
    let (_file, mut source) = open(&two_entries());
    import(&mut first, &mut source);
    let mut second = moved(&first, 8);
    let seen = preview(&second, &mut source, &mut |_| true).unwrap();
    assert_eq!((seen.entries, seen.already), (0, 3));
    assert_eq!(import(&mut second, &mut source).added, 0);

    let json = br#"{"entries":[{"uuid":"9","creationDate":"2024-03-05T10:00:00Z","text":"Nine"}]}"#;
    let (_other_file, mut other) = open(&zip_of(&[("Journal.json", json)]));
    assert_eq!(import(&mut second, &mut other).added, 1);
    let mut third = moved(&second, 9);
    assert_eq!(import(&mut third, &mut source).added, 0);
    assert_eq!(import(&mut third, &mut other).added, 0);

    let gone = ids(&third)[0];
    let tx = third.transaction().unwrap();
    note::delete_for_good(&tx, gone).unwrap();
    tx.commit().unwrap();
    assert_eq!(import(&mut third, &mut source).added + import(&mut third, &mut other).added, 1);
}

#[test]
fn an_open_folder_says_nothing_of_what_was_imported() {
    let mut conn = vault();
    let (_file, mut source) = open(&two_entries());
    import(&mut conn, &mut source);
    let folder = tempfile::tempdir().unwrap();
    copy::export(&conn, folder.path(), copy::Uncleaned::TakeAlong, LABEL, &mut |_| true).unwrap();
    let json = fs::read_to_string(folder.path().join("fernbook.json")).unwrap();
    assert!(!json.contains("import"));
}

#[test]
fn a_stopped_import_leaves_nothing() {
    let mut conn = vault();
    let (_file, mut source) = open(&two_entries());
    for calls in 0..4 {
        let tx = conn.transaction().unwrap();
        let mut left = calls;
        let stop = &mut |_| {
            left -= 1;
            left >= 0
        };
        assert_eq!(run(&tx, &mut source, NOW, stop), Err(Error::Stopped), "{calls}");
        drop(tx);
        for table in ["note", "attachment", "attachment_chunk", "import_source", "topic"] {
            assert_eq!(count(&conn, table), 0, "{table} after {calls}");
        }
    }
    assert_eq!(import(&mut conn, &mut source).added, 2);
}

#[test]
fn a_damaged_picture_is_told_and_its_note_comes() {
    let mut zip = two_entries();
    let name = zip.windows(13).position(|name| name == b"photos/aa.png").unwrap();
    zip[name + 20] ^= 0x55;
    let mut conn = vault();
    let (_file, mut source) = open(&zip);
    let done = import(&mut conn, &mut source);
    assert_eq!((done.added, done.attachments), (2, 0));
    let reasons: Vec<_> =
        done.problems.iter().map(|problem| (problem.place.number, problem.reason)).collect();
    assert_eq!(reasons, [(1, Reason::AttachmentDamaged), (4, Reason::NoDate)]);
    assert_eq!((count(&conn, "attachment"), count(&conn, "attachment_chunk")), (0, 0));
}
