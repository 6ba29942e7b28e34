//! Notes, and what is written with some of them, whose whole content follows from their number, so that a half-written one is seen.

use std::collections::BTreeSet;

use fernbook_core::Result;
use fernbook_core::journal::note::{self, NewNote};
use fernbook_core::journal::search::{SearchQuery, search};
use fernbook_core::storage::check;
use fernbook_core::time::{Moment, Zone};
use fernbook_core::vault::notebook::Notebook;
use fernbook_core::visits::store;
use fernbook_core::visits::visit::Visit;
use rusqlite::{Connection, Transaction};

use crate::phone::NOW;
use crate::shown;

/// Of every how many notes a date, the card, a choice and a line about showing are written with it.
const NOTES_OF_THE_REST: u64 = 4;

/// The text of note `number`: some are longer than a page of the database.
#[must_use]
pub fn text(number: u64) -> String {
    let lines = 1 + number % 7 + if number.is_multiple_of(11) { 120 } else { 0 };
    let mut text = format!("entry{number}x\n");
    for line in 0..lines {
        text += &format!("{number} came in at line {line}, and was glad of the rain on the fern.\n");
    }
    text
}

/// Whether more than note `number` is written with it.
fn has_rest(number: u64) -> bool {
    number.is_multiple_of(NOTES_OF_THE_REST)
}

/// The date that is written with note `number`.
fn visit(number: u64) -> Visit {
    Visit { title: number.to_string(), notes: text(number).trim().to_owned(), ..Visit::default() }
}

/// Writes note `number`.
///
/// # Errors
/// Those of the core.
pub fn add(tx: &Transaction<'_>, number: u64) -> Result<()> {
    let at = Moment(NOW.0 + i64::try_from(number).unwrap_or(0) * 60_000);
    let mut new = NewNote::of_text(text(number), at, Zone::UTC);
    new.title = Some(number.to_string());
    note::add(tx, &new, NOW).map(drop)
}

/// Writes note `number`, and the rest that belongs to it, at once; in a plain notebook that is a date alone.
///
/// # Errors
/// Those of the core.
pub fn add_with_rest(tx: &Transaction<'_>, number: u64) -> Result<()> {
    add(tx, number)?;
    if has_rest(number) {
        store::add(tx, &visit(number))?;
        if shown::has_place(tx)? {
            shown::add(tx, number)?;
        }
    }
    Ok(())
}

/// Numbers of all notes there are.
///
/// # Panics
/// If one is not wholly what was written, or a number is there twice.
#[must_use]
pub fn all(conn: &Connection) -> BTreeSet<u64> {
    let mut statement = conn.prepare("SELECT title, body FROM note").expect("notes");
    let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)));
    let mut found = BTreeSet::new();
    for row in rows.expect("notes") {
        let (title, body) = row.expect("a note");
        let number = title.parse().expect("a number");
        assert!(body == text(number), "note {number} is not what was written");
        assert!(found.insert(number), "note {number} is there twice");
    }
    found
}

/// Whether the rest is what was written with these notes by [`add_with_rest`]: nothing is missing, half or there twice.
///
/// # Errors
/// Those of the core.
pub fn rest_belongs_to(conn: &Connection, notes: &BTreeSet<u64>) -> Result<bool> {
    let with_rest: BTreeSet<u64> = notes.iter().copied().filter(|&number| has_rest(number)).collect();
    let dates = store::all(conn)?.into_iter().map(|kept| kept.visit);
    let are_dates_right = dates.eq(with_rest.iter().map(|&number| visit(number)));
    Ok(are_dates_right && (!shown::has_place(conn)? || shown::belongs_to(conn, &with_rest)?))
}

/// As [`all`], and all else that must hold of a whole notebook: every page is what was written, and the
/// search index knows the newest note.
///
/// # Panics
/// If it does not hold.
#[must_use]
pub fn all_sound(notebook: &Notebook) -> BTreeSet<u64> {
    let look = |conn: &Connection| {
        let found = all(conn);
        assert!(check::run(conn, &mut |_| true)?.is_sound());
        if let Some(last) = found.last() {
            let hits = search(conn, &SearchQuery::of_text(format!("entry{last}x")))?;
            assert_eq!(hits.len(), 1, "search finds note {last}");
        }
        Ok(found)
    };
    notebook.read(look).expect("a whole notebook")
}
