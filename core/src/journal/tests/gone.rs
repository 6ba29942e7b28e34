//! After delete for good no byte of the words is left in the file.

use proptest::prelude::*;
use rusqlite::Connection;

use super::fixture::{add, set_up, write};
use crate::id::NoteId;
use crate::journal::attachment::{self, NewAttachment};
use crate::journal::note::{Edit, NewNote};
use crate::journal::settings::{self, Switch};
use crate::journal::{bin, draft, note};
use crate::time::{Moment, Zone};

const NOW: Moment = Moment(1);

/// Whether six bytes in a row of the word stand in any page: the index keeps only the ends of words
/// that begin alike.
fn leaks(conn: &Connection, word: &str) -> bool {
    let mut select = conn.prepare("SELECT data FROM sqlite_dbpage").unwrap();
    let mut pages = select.query([]).unwrap();
    while let Some(page) = pages.next().unwrap() {
        let bytes: Vec<u8> = page.get(0).unwrap();
        if word.as_bytes().windows(6).any(|part| bytes.windows(6).any(|window| window == part)) {
            return true;
        }
    }
    false
}

/// Puts the word everywhere a note can hold it.
fn write_everywhere(conn: &mut Connection, word: &str, padding: usize) -> NoteId {
    let pad = "and so on ".repeat(padding);
    write(conn, |tx| {
        settings::set(tx, Switch::History, true).unwrap();
        let new = NewNote {
            title: Some(format!("On {word}")),
            topics: vec![word.into()],
            ..NewNote::of_text(format!("{pad} {word} {pad}"), NOW, Zone::UTC)
        };
        let id = note::add(tx, &new, NOW).unwrap();
        let edit = Edit { text: Some(format!("{word} once more {pad}{word}")), ..Edit::default() };
        note::edit(tx, id, &edit, NOW).unwrap();
        draft::save(tx, Some(id), Some(word), &format!("{pad}{word}"), NOW).unwrap();
        let new = NewAttachment { id: None, note: id, name: &format!("{word}.txt"), added: NOW };
        let bytes = format!("{pad}{word}").repeat(40);
        attachment::add(tx, &new, &mut bytes.as_bytes(), &mut |_| true).unwrap();
        id
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn deleted_words_are_in_no_page(
        word in "[a-z]{14}", padding in 0..700_usize, before in 0..12_usize, between in 0..12_usize, binned: bool,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let mut conn = set_up(Connection::open(folder.path().join("plain.db")).unwrap());
        let beside = |conn: &mut Connection, many: usize| {
            for n in 0..many {
                add(conn, n as i64, &format!("{} other words {n} {}", &word[..3], "more ".repeat(n * 40)));
            }
        };
        beside(&mut conn, before);
        let id = write_everywhere(&mut conn, &word, padding);
        beside(&mut conn, between);
        prop_assert!(leaks(&conn, &word));
        write(&mut conn, |tx| {
            if binned {
                bin::bin(tx, id, NOW).unwrap();
                bin::empty(tx, &mut |_| true).unwrap();
            } else {
                note::delete_for_good(tx, id).unwrap();
            }
        });
        prop_assert!(!leaks(&conn, &word));
        conn.execute_batch("INSERT INTO note_search (note_search) VALUES ('integrity-check')").unwrap();
    }
}
