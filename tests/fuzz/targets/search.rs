//! Words typed into search, and words written into notes: any bytes, read as text the way a shell would.

use fernbook_core::journal::note::{self, NewNote};
use fernbook_core::journal::search::{self, SearchQuery};
use fernbook_core::storage::migrate;
use fernbook_core::time::{Moment, Zone};
use rusqlite::Connection;

use super::{refused, rough};
use crate::run::{Reader, Target};

const TOKENS: &[&[u8]] = &[
    b"\"",
    b"'",
    b"*",
    b" AND ",
    b" OR ",
    b" NOT ",
    b"NEAR(",
    b")",
    b"title:",
    b"body:",
    b"{title body}:",
    b"^",
    b"-",
    b"+",
    b"--",
    b";",
    b"\0",
    b" ",
    "\u{301}".as_bytes(),
    "\u{200d}".as_bytes(),
    "\u{202e}".as_bytes(),
    "日本".as_bytes(),
    "ภาษา".as_bytes(),
    "سلام".as_bytes(),
    "ﬁ".as_bytes(),
    "İ".as_bytes(),
    "ß".as_bytes(),
    "👩‍👧".as_bytes(),
    "\u{fdfa}".as_bytes(),
    b"\xff",
    b"office",
];

/// A search in a notebook of a few notes.
pub const QUERY: Target =
    Target { name: "search-query", test_inputs: 20_000, seeds, tokens: TOKENS, reader: query_reader };

/// A note that is written, found by its own words, and deleted for good.
pub const NOTE: Target =
    Target { name: "search-note", test_inputs: 20_000, seeds, tokens: TOKENS, reader: note_reader };

fn seeds() -> Vec<Vec<u8>> {
    [
        "up betimes office",
        "\"to the\" offi*",
        "日本語 ไทย",
        "Café déjà",
        "title:up AND NOT x",
        "سَلام",
        "👩‍👧 1660-01-11",
    ]
    .map(|words| words.as_bytes().to_vec())
    .to_vec()
}

fn notebook() -> Connection {
    let mut conn = Connection::open_in_memory().unwrap();
    let tx = conn.transaction().unwrap();
    migrate::run(&tx).unwrap();
    for words in seeds() {
        let text = String::from_utf8_lossy(&words).into_owned();
        note::insert(&tx, &NewNote::of_text(text, Moment(0), Zone::UTC), Moment(0)).unwrap();
    }
    tx.commit().unwrap();
    conn
}

/// A search is never an error: nothing typed is syntax.
fn query_reader() -> Reader {
    let conn = notebook();
    Box::new(move |bytes| {
        let words = String::from_utf8_lossy(bytes).into_owned();
        let hits = search::search(&conn, &SearchQuery::of_text(words)).unwrap();
        for hit in &hits {
            let inside = hit
                .marks
                .iter()
                .all(|mark| hit.excerpt.get(mark.clone()).is_some_and(|word| !word.is_empty()));
            assert!(inside, "a highlight that is no part of the excerpt");
        }
        format!("ok: {}", hits.len())
    })
}

fn note_reader() -> Reader {
    let mut conn = notebook();
    Box::new(move |bytes| {
        let text = String::from_utf8_lossy(bytes).into_owned();
        let first_word: String =
            text.split_whitespace().next().unwrap_or_default().chars().take(40).collect();
        let tx = conn.transaction().unwrap();
        let id = match note::insert(&tx, &NewNote::of_text(text, Moment(0), Zone::UTC), Moment(0)) {
            Ok(id) => id,
            Err(error) => return refused(error),
        };
        let hits =
            search::search(&tx, &SearchQuery { limit: 100, ..SearchQuery::of_text(first_word) }).unwrap();
        let found = hits.iter().any(|hit| hit.line.id == id);
        assert!(found || hits.is_empty(), "others were found, and not the note itself");
        note::delete_for_good(&tx, id).unwrap();
        tx.rollback().unwrap();
        format!("ok: {found} {}", rough(hits.len() as u64))
    })
}
